/* How fast LMDB alone takes what EventLog.append puts: the same rows in the same tables with the
   same syncs, and the same look-ups of heads, but no encoding and no hashing. What the log does
   per second is to be measured against this.

   cc -O2 -o append_floor append_floor.c -llmdb
   ./append_floor FOLDER EVENTS EVENTS_PER_COMMIT [STREAMS [EVENT_BYTES]]

   FOLDER must not have a store yet. Prints events per second and bytes per event. */
#include <errno.h>
#include <lmdb.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define CHUNK 512

static void check(int code, const char *what) {
  if (code != 0) {
    fprintf(stderr, "%s: %s\n", what, mdb_strerror(code));
    exit(1);
  }
}

static uint64_t state = 1;

/* SplitMix64. */
static uint64_t next_random(void) {
  uint64_t z = (state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void put_big_endian(unsigned char *target, uint64_t number, int width) {
  for (int place = width - 1; place >= 0; place--, number >>= 8) target[place] = (unsigned char)number;
}

static int by_number(const void *one, const void *two) {
  uint32_t left = *(const uint32_t *)one, right = *(const uint32_t *)two;
  return left < right ? -1 : left > right;
}

typedef struct {
  MDB_env *environment;
  MDB_dbi events, heads, nodes;
  uint64_t size;
} store;

static void open_store(store *log, const char *folder) {
  if (mkdir(folder, 0700) != 0 && errno != EEXIST) check(errno, "mkdir");
  check(mdb_env_create(&log->environment), "create");
  check(mdb_env_set_maxdbs(log->environment, 32), "set_maxdbs");
  check(mdb_env_set_mapsize(log->environment, (size_t)64 << 30), "set_mapsize");
  check(mdb_env_open(log->environment, folder, MDB_NOTLS, 0600), "open");
  MDB_txn *transaction;
  check(mdb_txn_begin(log->environment, NULL, 0, &transaction), "begin");
  check(mdb_dbi_open(transaction, "events", MDB_CREATE, &log->events), "events");
  check(mdb_dbi_open(transaction, "heads", MDB_CREATE, &log->heads), "heads");
  check(mdb_dbi_open(transaction, "nodes", MDB_CREATE, &log->nodes), "nodes");
  check(mdb_txn_commit(transaction), "commit");
  log->size = 0;
}

/* Events, then the nodes that they complete, a chunk at a time. */
static void put_chunk(store *log, MDB_txn *transaction, uint64_t count, MDB_val event) {
  static unsigned char hashes[64 * 32];
  unsigned char key[8];
  MDB_val key_value = {8, key};
  MDB_cursor *cursor;
  check(mdb_cursor_open(transaction, log->events, &cursor), "cursor");
  for (uint64_t index = log->size; index < log->size + count; index++) {
    put_big_endian(key, index, 8);
    memcpy(event.mv_data, &index, sizeof index);
    check(mdb_cursor_put(cursor, &key_value, &event, MDB_APPEND), "put event");
  }
  mdb_cursor_close(cursor);
  check(mdb_cursor_open(transaction, log->nodes, &cursor), "cursor");
  for (uint64_t index = log->size | 1; index < log->size + count; index += 2) {
    put_big_endian(key, index, 8);
    MDB_val row = {32u * (size_t)__builtin_ctzll(~index), hashes};
    check(mdb_cursor_put(cursor, &key_value, &row, MDB_APPEND), "put nodes");
  }
  mdb_cursor_close(cursor);
  log->size += count;
}

/* The distinct streams of a batch, ascending; returns how many. */
static size_t distinct(uint32_t *streams, size_t count) {
  qsort(streams, count, sizeof *streams, by_number);
  size_t kept = 0;
  for (size_t place = 0; place < count; place++)
    if (kept == 0 || streams[kept - 1] != streams[place]) streams[kept++] = streams[place];
  return kept;
}

static void append(store *log, uint64_t count, uint32_t streams, MDB_val event, uint32_t *numbers) {
  unsigned char key[5] = {3}, head[48] = {0};
  MDB_val key_value = {5, key}, head_value = {48, head}, found;
  MDB_txn *transaction;
  check(mdb_txn_begin(log->environment, NULL, 0, &transaction), "begin");
  for (uint64_t place = 0; place < count; place++)
    numbers[place] = 1 + (uint32_t)(next_random() % streams);
  size_t met = distinct(numbers, count);
  for (size_t place = 0; place < met; place++) {
    put_big_endian(key + 1, numbers[place], 4);
    int code = mdb_get(transaction, log->heads, &key_value, &found);
    if (code != MDB_NOTFOUND) check(code, "get head");
  }
  for (uint64_t done = 0; done < count; done += CHUNK)
    put_chunk(log, transaction, count - done < CHUNK ? count - done : CHUNK, event);
  MDB_cursor *cursor;
  check(mdb_cursor_open(transaction, log->heads, &cursor), "cursor");
  for (size_t place = 0; place < met; place++) {
    put_big_endian(key + 1, numbers[place], 4);
    put_big_endian(head + 8, log->size, 8);
    check(mdb_cursor_put(cursor, &key_value, &head_value, 0), "put head");
  }
  mdb_cursor_close(cursor);
  check(mdb_txn_commit(transaction), "commit");
}

int main(int count, char **arguments) {
  if (count < 4) {
    fprintf(stderr, "append_floor FOLDER EVENTS EVENTS_PER_COMMIT [STREAMS [EVENT_BYTES]]\n");
    return 64;
  }
  uint64_t events = strtoull(arguments[2], NULL, 10), batch = strtoull(arguments[3], NULL, 10);
  uint32_t streams = count > 4 ? (uint32_t)strtoul(arguments[4], NULL, 10) : 50000;
  size_t length = count > 5 ? strtoul(arguments[5], NULL, 10) : 220;
  if (batch == 0 || streams == 0 || length < 8) return 64;
  store log;
  open_store(&log, arguments[1]);
  unsigned char *event = calloc(1, length);
  uint32_t *numbers = malloc(batch * sizeof *numbers);
  if (event == NULL || numbers == NULL) return 1;
  double start = now();
  while (log.size < events)
    append(&log, events - log.size < batch ? events - log.size : batch, streams,
           (MDB_val){length, event}, numbers);
  double seconds = now() - start;
  MDB_envinfo info;
  check(mdb_env_info(log.environment, &info), "info");
  printf("%llu events, %llu a commit, %u streams: %.0f events/s, %.0f bytes an event\n",
         (unsigned long long)events, (unsigned long long)batch, streams, (double)events / seconds,
         ((double)info.me_last_pgno + 1) * 4096 / (double)events);
  mdb_env_close(log.environment);
  return 0;
}
