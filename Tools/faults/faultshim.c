// Stands between a program and the C library (LD_PRELOAD) and lets its writes to the files of one
// folder go wrong, or keeps a journal of them. Tools/faults/run builds it and says what for.
//
//   FAULT_UNDER    the folder; calls on files elsewhere pass untouched
//   FAULT_CALLS    a file that gets a line for every call that counts: its name and path
//   FAULT_MODE     nothing; or
//     fail         call number FAULT_AT fails with FAULT_ERRNO
//     full         as fail with ENOSPC, and so does every later call that needs room
//     kill         the process is killed at call number FAULT_AT
//     journal      everything happens, and is written to FAULT_JOURNAL (journal.py reads it)
//   FAULT_WHEN     before the call takes effect, after it, or half: a write of half its bytes
//   FAULT_LINGER   a path below the folder: LMDB's last step of opening that data file is never
//                  finished, which the file FAULT_MARK tells whoever waits for it
//   FAULT_MAP      NAME:PAGES: the LMDB environment in a folder whose path holds NAME may grow by
//                  so many pages and no more
//
// What counts: write, pwrite, writev, pwritev, fsync, fdatasync, ftruncate, rename, unlink, mkdir,
// rmdir, and an open that makes or empties a file. A shared mapping that can be written is refused
// aloud (lock.mdb aside, which LMDB makes anew after a crash): its writes could not be seen here.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { NONE, FAIL, FULL, KILL, JOURNAL };
enum moment { BEFORE, HALF, AFTER };
// The operations of the journal, as journal.py knows them.
enum operation { WRITE = 1, TRUNCATE, SYNC, CREATE, RENAME, UNLINK, MKDIR, RMDIR };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char under[PATH_MAX];
static size_t under_length;
static enum mode mode;
static enum moment moment;
static long at, count;
static int code = EIO, calls = -1, journal = -1;

static void complain(const char *what, const char *path) {
  dprintf(2, "faultshim: %s: %s\n", what, path);
  abort();
}

static int open_output(const char *name) {
  const char *path = getenv(name);
  if (!path) return -1;
  int opened = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
                            0600);
  if (opened < 0) complain("cannot be opened", path);
  return opened;
}

__attribute__((constructor)) static void start(void) {
  const char *folder = getenv("FAULT_UNDER"), *word = getenv("FAULT_MODE");
  if (!folder) return;
  if (!realpath(folder, under)) complain("there is no such folder", folder);
  under_length = strlen(under);
  if (!word) word = "none";
  mode = !strcmp(word, "fail") ? FAIL : !strcmp(word, "full") ? FULL : !strcmp(word, "kill") ? KILL
       : !strcmp(word, "journal") ? JOURNAL : NONE;
  if (mode == NONE && strcmp(word, "none")) complain("there is no such mode", word);
  word = getenv("FAULT_WHEN");
  moment = word && !strcmp(word, "after") ? AFTER : word && !strcmp(word, "half") ? HALF : BEFORE;
  if ((word = getenv("FAULT_AT"))) at = atol(word);
  if ((word = getenv("FAULT_ERRNO"))) code = atoi(word);
  if (mode == FULL) code = ENOSPC;
  calls = open_output("FAULT_CALLS");
  journal = open_output("FAULT_JOURNAL");
  if (mode == JOURNAL && journal < 0) complain("is not set", "FAULT_JOURNAL");
}

static int is_under(const char *path) {
  return under_length && !strncmp(path, under, under_length)
      && (path[under_length] == '/' || !path[under_length]);
}

// The path of an open file; empty where it has none.
static const char *path_of(int fd, char path[PATH_MAX]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = syscall(SYS_readlink, link, path, PATH_MAX - 1);
  path[length > 0 ? length : 0] = 0;
  return path;
}

// The path of a name that may not be there yet: its folder's real path, and the name.
static const char *path_at(int folder, const char *name, char path[PATH_MAX]) {
  char whole[PATH_MAX], base[PATH_MAX], real[PATH_MAX];
  if (name[0] == '/') snprintf(whole, sizeof whole, "%s", name);
  else if (folder == AT_FDCWD) snprintf(whole, sizeof whole, "./%s", name);
  else snprintf(whole, sizeof whole, "%.2000s/%.2000s", path_of(folder, base), name);
  size_t length = strlen(whole);
  while (length > 1 && whole[length - 1] == '/') whole[--length] = 0;
  char *slash = strrchr(whole, '/');
  snprintf(base, sizeof base, "%s", slash + 1);
  slash[slash == whole] = 0;
  if (!realpath(whole, real)) return path[0] = 0, path;
  snprintf(path, PATH_MAX, "%.2000s/%.2000s", strcmp(real, "/") ? real : "", base);
  return path;
}

static void die(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

// What a call of the program comes to.
struct plan {
  int is_ours;   // it counts; the lock is held until `finish`
  int happens;   // it takes effect, for a write perhaps by half
  int is_half;
  int fails;     // it is said to have failed
};

// Counts a call and decides; `needs_room`: a full disk refuses it.
static struct plan begin(const char *name, const char *path, int needs_room, int is_write) {
  struct plan plan = {0, 1, 0, 0};
  if (!is_under(path)) return plan;
  pthread_mutex_lock(&lock);
  plan.is_ours = 1;
  count++;
  if (calls >= 0) dprintf(calls, "%s %s\n", name, path + under_length);
  int is_here = count == at, is_half = moment == HALF && is_write;
  if (mode == KILL && is_here && moment != AFTER && !is_half) die();
  if (mode == FAIL && is_here) {
    plan.happens = moment == AFTER || is_half;
    plan.is_half = is_half;
    plan.fails = !is_half;
  }
  if (mode == KILL && is_here) plan.is_half = is_half;
  if (mode == FULL && (is_here || (count > at && needs_room))) {
    plan.is_half = is_here && is_half;
    plan.happens = plan.is_half;
    plan.fails = !plan.is_half;
  }
  return plan;
}

static long finish(struct plan plan, long result) {
  if (!plan.is_ours) return result;
  int error = errno;
  if (mode == KILL && count == at) die();
  pthread_mutex_unlock(&lock);
  errno = plan.fails ? code : error;
  return plan.fails ? -1 : result;
}

// What stands before every entry of the journal, in the byte order of the machine.
struct entry {
  uint32_t operation, is_durable;
  uint64_t device, inode, offset, length, path, other;
};

static void put_out(const void *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = syscall(SYS_write, journal, bytes, length);
    if (written < 0) complain("cannot be written", "FAULT_JOURNAL");
    bytes = (const char *)bytes + written;
    length -= (size_t)written;
  }
}

// Notes what has happened to an open file, or to names; the lock is held.
static void note(enum operation operation, int fd, const void *bytes, size_t length,
                 uint64_t offset, const char *path, const char *other) {
  if (mode != JOURNAL) return;
  int error = errno;
  struct entry entry = {operation, 0, 0, 0, offset, length, strlen(path), strlen(other)};
  struct stat status;
  if (fd >= 0 && !fstat(fd, &status)) {
    entry.device = status.st_dev;
    entry.inode = status.st_ino;
    entry.is_durable = operation == WRITE && (fcntl(fd, F_GETFL) & O_DSYNC) != 0;
  }
  put_out(&entry, sizeof entry);
  put_out(path, entry.path);
  put_out(other, entry.other);
  put_out(bytes, length);
  errno = error;
}

// Every call that writes bytes: gathers them, and writes at `offset`, or where the file stands.
static ssize_t put(const char *name, int fd, const struct iovec *parts, int number, off_t offset) {
  char path[PATH_MAX];
  struct plan plan = begin(name, path_of(fd, path), 1, 1);
  size_t length = 0;
  for (int i = 0; i < number; i++) length += parts[i].iov_len;
  if (!plan.is_ours) {
    return offset < 0 ? syscall(SYS_writev, fd, parts, number)
                      : syscall(SYS_pwritev, fd, parts, number, offset, 0);
  }
  // A file that is written around the cache (O_DIRECT) takes whole pages from whole pages.
  char *bytes = NULL, *end;
  if (posix_memalign((void **)&bytes, 4096, length + 1)) complain("no memory", path);
  end = bytes;
  for (int i = 0; i < number; i++) end = mempcpy(end, parts[i].iov_base, parts[i].iov_len);
  if (plan.is_half) length /= 2;
  if (plan.is_half && fcntl(fd, F_GETFL) & O_DIRECT) length &= ~(size_t)4095;
  int is_appending = offset < 0 && (fcntl(fd, F_GETFL) & O_APPEND);
  off_t place = offset >= 0 ? offset : lseek(fd, 0, is_appending ? SEEK_END : SEEK_CUR);
  ssize_t written = 0;
  if (plan.happens) {
    written = offset < 0 ? syscall(SYS_write, fd, bytes, length)
                         : syscall(SYS_pwrite64, fd, bytes, length, offset);
    if (written > 0) note(WRITE, fd, bytes, (size_t)written, (uint64_t)place, path, "");
  }
  free(bytes);
  return finish(plan, written);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  struct iovec part = {(void *)bytes, length};
  return put("write", fd, &part, 1, -1);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  struct iovec part = {(void *)bytes, length};
  return put("pwrite", fd, &part, 1, offset);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  return pwrite(fd, bytes, length, offset);
}
ssize_t writev(int fd, const struct iovec *parts, int number) {
  return put("writev", fd, parts, number, -1);
}
ssize_t pwritev(int fd, const struct iovec *parts, int number, off_t offset) {
  return put("pwritev", fd, parts, number, offset);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int number, off64_t offset) {
  return pwritev(fd, parts, number, offset);
}

static int sync_file(const char *name, int fd, long call) {
  char path[PATH_MAX];
  struct plan plan = begin(name, path_of(fd, path), 0, 0);
  long result = plan.happens ? syscall(call, fd) : 0;
  if (plan.is_ours && plan.happens && !result) note(SYNC, fd, "", 0, 0, path, "");
  return (int)finish(plan, result);
}

int fsync(int fd) { return sync_file("fsync", fd, SYS_fsync); }
int fdatasync(int fd) { return sync_file("fdatasync", fd, SYS_fdatasync); }

int ftruncate(int fd, off_t length) {
  char path[PATH_MAX];
  struct plan plan = begin("ftruncate", path_of(fd, path), 1, 0);
  long result = plan.happens ? syscall(SYS_ftruncate, fd, length) : 0;
  if (plan.is_ours && plan.happens && !result) {
    note(TRUNCATE, fd, "", 0, (uint64_t)length, path, "");
  }
  return (int)finish(plan, result);
}
int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }

// A call on one name, or two.
static int change(const char *name, enum operation operation, int needs_room, long call,
                  int folder, const char *from, int other, const char *to, long flags) {
  char path[PATH_MAX], target[PATH_MAX] = "";
  path_at(folder, from, path);
  if (to) path_at(other, to, target);
  struct plan plan = begin(name, path, needs_room, 0);
  long result = 0;
  if (plan.happens) {
    result = to ? syscall(call, folder, from, other, to, flags)
                : syscall(call, folder, from, flags);
  }
  if (plan.is_ours && plan.happens && !result) note(operation, -1, "", 0, 0, path, target);
  return (int)finish(plan, result);
}

int renameat2(int folder, const char *from, int other, const char *to, unsigned int flags) {
  return change("rename", RENAME, 1, SYS_renameat2, folder, from, other, to, flags);
}
int renameat(int folder, const char *from, int other, const char *to) {
  return renameat2(folder, from, other, to, 0);
}
int rename(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0);
}
int unlinkat(int folder, const char *name, int flags) {
  return flags & AT_REMOVEDIR
      ? change("rmdir", RMDIR, 0, SYS_unlinkat, folder, name, 0, NULL, flags)
      : change("unlink", UNLINK, 0, SYS_unlinkat, folder, name, 0, NULL, flags);
}
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }
int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }
int mkdirat(int folder, const char *name, mode_t permissions) {
  return change("mkdir", MKDIR, 1, SYS_mkdirat, folder, name, 0, NULL, permissions);
}
int mkdir(const char *name, mode_t permissions) { return mkdirat(AT_FDCWD, name, permissions); }

// Where told, stops for good when LMDB opens the descriptor for its meta pages.
static void linger(const char *path) {
  const char *where = getenv("FAULT_LINGER");
  if (!where || !is_under(path) || strcmp(path + under_length, where)) return;
  close(open_output("FAULT_MARK"));
  for (;;) pause();
}

// An open counts where it makes a file or empties one.
static int open_file(int folder, const char *name, int flags, mode_t permissions) {
  char path[PATH_MAX] = "";
  struct stat status;
  int is_there = 1;
  if (under_length && flags & (O_CREAT | O_TRUNC)) {
    is_there = !fstatat(folder, name, &status, 0);
    if (!is_there || flags & O_TRUNC) path_at(folder, name, path);
  }
  if (under_length && flags & O_DSYNC) {
    char meta[PATH_MAX];
    linger(path_at(folder, name, meta));
  }
  struct plan plan = begin("open", path, 1, 0);
  long opened = plan.happens ? syscall(SYS_openat, folder, name, flags, permissions) : 0;
  if (plan.is_ours && plan.happens && opened >= 0) {
    if (is_there) note(TRUNCATE, (int)opened, "", 0, 0, path, "");
    else note(CREATE, (int)opened, "", 0, 0, path, "");
    if (plan.fails) syscall(SYS_close, opened);
  }
  return (int)finish(plan, opened);
}

#define PERMISSIONS(flags, permissions)              \
  mode_t permissions = 0;                            \
  if (flags & (O_CREAT | __O_TMPFILE)) {             \
    va_list list;                                    \
    va_start(list, flags);                           \
    permissions = (mode_t)va_arg(list, unsigned);    \
    va_end(list);                                    \
  }

int open(const char *name, int flags, ...) {
  PERMISSIONS(flags, permissions)
  return open_file(AT_FDCWD, name, flags, permissions);
}
int open64(const char *name, int flags, ...) {
  PERMISSIONS(flags, permissions)
  return open_file(AT_FDCWD, name, flags, permissions);
}
int openat(int folder, const char *name, int flags, ...) {
  PERMISSIONS(flags, permissions)
  return open_file(folder, name, flags, permissions);
}
int openat64(int folder, const char *name, int flags, ...) {
  PERMISSIONS(flags, permissions)
  return open_file(folder, name, flags, permissions);
}

void *mmap(void *address, size_t length, int protection, int flags, int fd, off_t offset) {
  if (fd >= 0 && under_length && protection & PROT_WRITE && flags & MAP_SHARED) {
    char path[PATH_MAX];
    path_of(fd, path);
    if (is_under(path) && !strstr(path, "/lock.mdb")) complain("is written through a map", path);
  }
  return (void *)syscall(SYS_mmap, address, length, protection, flags, fd, offset);
}
void *mmap64(void *address, size_t length, int protection, int flags, int fd, off64_t offset) {
  return mmap(address, length, protection, flags, fd, offset);
}

// The environments whose maps are held down.
static struct { void *environment; size_t limit; } held[16];
static int held_count;

int mdb_env_set_mapsize(void *environment, size_t size) {
  int (*real)(void *, size_t) = (int (*)(void *, size_t))dlsym(RTLD_NEXT, "mdb_env_set_mapsize");
  for (int i = 0; i < held_count; i++) {
    if (held[i].environment == environment && (!size || size > held[i].limit)) {
      size = held[i].limit;
    }
  }
  return real(environment, size);
}

int mdb_env_open(void *environment, const char *folder, unsigned flags, mode_t permissions) {
  int (*real)(void *, const char *, unsigned, mode_t) =
      (int (*)(void *, const char *, unsigned, mode_t))dlsym(RTLD_NEXT, "mdb_env_open");
  char name[64], file[PATH_MAX];
  long pages;
  const char *setting = getenv("FAULT_MAP");
  if (setting && sscanf(setting, "%63[^:]:%ld", name, &pages) == 2 && strstr(folder, name)) {
    struct stat status;
    snprintf(file, sizeof file, "%.4000s/data.mdb", folder);
    long size = stat(file, &status) ? 0 : (long)status.st_size;
    pthread_mutex_lock(&lock);
    if (held_count == 16) complain("too many environments", folder);
    held[held_count].environment = environment;
    held[held_count++].limit = (size_t)(size + pages * 4096);
    pthread_mutex_unlock(&lock);
    mdb_env_set_mapsize(environment, (size_t)(size + pages * 4096));
  }
  return real(environment, folder, flags, permissions);
}
