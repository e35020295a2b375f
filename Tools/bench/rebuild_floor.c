/* How fast one core brings the events of a log together by person: what a rebuild of all views is
   to be measured against.

   It reads the same bytes that a rebuild reads: every event of the same LMDB environment, in log
   order, through a cursor that asks for memory two pages ahead, as the program's own scan does. Of
   each it decodes the CBOR envelope key by key as far as a rebuild needs it (type, version, stream
   kind and number, revision, effective, where document and payload stand). It then brings the
   events of each person together, in log order, by a counting sort of (index, place of the event)
   by person number, and goes through the people in order, adding up the first bytes of every
   payload, so that each event is visited in its group. It allocates its arrays beforehand, sorts
   no facts by day, makes no rows and writes nothing: all of that a rebuild does besides.

   cc -O2 -o rebuild_floor rebuild_floor.c -llmdb
   ./rebuild_floor LOG

   LOG is the folder of a ledger's log. Prints events per second, events, and people. */
#include <lmdb.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct {
  const unsigned char *next, *end;
} reader;

typedef struct {
  uint64_t type, version, kind, number, revision;
  int64_t effective;
  const unsigned char *document, *payload;
} envelope;

/* What is kept of an event until its group is visited. */
typedef struct {
  uint64_t index;
  const unsigned char *payload;
} member;

static void check(int code, const char *what) {
  if (code != 0) {
    fprintf(stderr, "%s: %s\n", what, mdb_strerror(code));
    exit(1);
  }
}

static void fail(uint64_t index) {
  fprintf(stderr, "event %llu cannot be read\n", (unsigned long long)index);
  exit(1);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* The head of an item: its major type and argument; 0 where the bytes end. */
static inline int head(reader *bytes, unsigned *major, uint64_t *argument) {
  if (bytes->next >= bytes->end) return 0;
  unsigned first = *bytes->next++, low = first & 31;
  *major = first >> 5;
  if (low < 24) {
    *argument = low;
    return 1;
  }
  if (low > 27) return 0;
  unsigned width = 1u << (low - 24);
  if ((size_t)(bytes->end - bytes->next) < width) return 0;
  uint64_t value = 0;
  for (unsigned place = 0; place < width; place++) value = value << 8 | bytes->next[place];
  bytes->next += width;
  *argument = value;
  return 1;
}

/* Goes behind an item, which may hold others. */
static inline int skip(reader *bytes) {
  uint64_t items = 1, argument;
  unsigned major;
  while (items-- > 0) {
    if (!head(bytes, &major, &argument)) return 0;
    if (major == 2 || major == 3) {
      if (argument > (uint64_t)(bytes->end - bytes->next)) return 0;
      bytes->next += argument;
    } else if (major == 4) {
      items += argument;
    } else if (major == 5) {
      items += 2 * argument;
    }
  }
  return 1;
}

static inline int read_envelope(reader bytes, envelope *event) {
  uint64_t keys, key, value;
  unsigned major;
  *event = (envelope){0};
  if (!head(&bytes, &major, &keys) || major != 5) return 0;
  while (keys-- > 0) {
    if (!head(&bytes, &major, &key) || major != 0) return 0;
    if (key == 14) {
      event->payload = bytes.next;
      return bytes.next < bytes.end;
    }
    if (key == 10) event->document = bytes.next;
    if (key <= 4 || key == 7) {
      if (!head(&bytes, &major, &value) || major > 1) return 0;
      switch (key) {
      case 0: event->type = value; break;
      case 1: event->version = value; break;
      case 2: event->kind = value; break;
      case 3: event->number = value; break;
      case 4: event->revision = value; break;
      default: event->effective = major == 0 ? (int64_t)value : ~(int64_t)value;
      }
    } else if (!skip(&bytes)) {
      return 0;
    }
  }
  return 0;
}

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "rebuild_floor LOG\n");
    return 64;
  }
  MDB_env *environment;
  MDB_txn *transaction;
  MDB_dbi events;
  MDB_stat statistics;
  MDB_cursor *cursor;
  MDB_val key, value;
  check(mdb_env_create(&environment), "create");
  check(mdb_env_set_maxdbs(environment, 32), "set_maxdbs");
  check(mdb_env_set_mapsize(environment, (size_t)64 << 30), "set_mapsize");
  check(mdb_env_open(environment, arguments[1], MDB_NOTLS | MDB_RDONLY, 0600), "open");
  check(mdb_txn_begin(environment, NULL, MDB_RDONLY, &transaction), "begin");
  check(mdb_dbi_open(transaction, "events", 0, &events), "events");
  check(mdb_stat(transaction, events, &statistics), "stat");
  uint64_t size = statistics.ms_entries, people = 0, sum = 0, members = 0;
  double start = now();
  member *all = malloc((size + 1) * sizeof *all), *grouped = malloc((size + 1) * sizeof *grouped);
  uint32_t *numbers = malloc((size + 1) * sizeof *numbers);
  uint32_t *places = calloc(size + 2, sizeof *places);
  if (all == NULL || grouped == NULL || numbers == NULL || places == NULL) return 1;
  check(mdb_cursor_open(transaction, events, &cursor), "cursor");
  for (uint64_t index = 0; index < size; index++) {
    check(mdb_cursor_get(cursor, &key, &value, index == 0 ? MDB_FIRST : MDB_NEXT), "next");
    for (int line = 0; line < 4; line++)
      __builtin_prefetch((const char *)value.mv_data + 8192 + 64 * line);
    envelope event;
    reader bytes = {value.mv_data, (const unsigned char *)value.mv_data + value.mv_size};
    if (!read_envelope(bytes, &event)) fail(index);
    sum += event.type + event.version + (uint64_t)event.effective;
    if (event.kind != 3) continue;
    if (event.number > size) fail(index);
    all[members] = (member){index, event.payload};
    numbers[members++] = (uint32_t)event.number;
    places[event.number + 1]++;
  }
  for (uint64_t number = 0; number <= size; number++) {
    if (places[number + 1] > 0) people++;
    places[number + 1] += places[number];
  }
  for (uint64_t place = 0; place < members; place++)
    grouped[places[numbers[place]]++] = all[place];
  for (uint64_t place = 0; place < members; place++)
    sum += grouped[place].index + grouped[place].payload[0] + grouped[place].payload[1];
  double seconds = now() - start;
  printf("%.0f events/s %llu events %llu people (%llx)\n", (double)size / seconds,
         (unsigned long long)size, (unsigned long long)people, (unsigned long long)sum);
  return 0;
}
