/* How fast SQLite takes what EventLog.append takes: events by index, heads of streams with the
   expected revision checked, every commit synced; no hashing.

   cc -O2 -o sqlite_append sqlite_append.c -lsqlite3
   ./sqlite_append DATABASE heads|indexed EVENTS EVENTS_PER_COMMIT STREAMS EVENT_BYTES

   With `indexed` also an index by stream and revision. DATABASE must not be there yet. As in the
   log, a stream's head is read and written once a commit, in the order of streams. Prints events
   per second. */
#include "sqlite.h"

typedef struct {
  sqlite3 *database;
  sqlite3_stmt *begin, *head, *insert, *move, *commit;
  uint64_t size;
} store;

static int by_number(const void *one, const void *two) {
  uint32_t left = *(const uint32_t *)one, right = *(const uint32_t *)two;
  return left < right ? -1 : left > right;
}

static void open_store(store *log, const char *path, int by_stream) {
  sqlite3 *database = open_database(path);
  make_tables(database, by_stream);
  log->database = database;
  log->begin = prepared(database, "BEGIN IMMEDIATE");
  log->head = prepared(database, "SELECT revision FROM heads WHERE kind = 3 AND number = ?1");
  log->insert = prepared(database, "INSERT INTO events VALUES(?1, 3, ?2, ?3, 106, ?4)");
  log->move = prepared(database, "INSERT OR REPLACE INTO heads VALUES(3, ?1, ?2, ?3)");
  log->commit = prepared(database, "COMMIT");
  log->size = 0;
}

/* Refuses a stream that has not as many events as the caller knows of. */
static void expect(store *log, uint32_t number, uint32_t known) {
  sqlite3_bind_int64(log->head, 1, number);
  int code = sqlite3_step(log->head);
  check_sqlite(log->database, code, "head");
  sqlite3_int64 found = code == SQLITE_ROW ? sqlite3_column_int64(log->head, 0) + 1 : 0;
  sqlite3_reset(log->head);
  if (found != known) fail("head", "a stream has not the expected revision");
}

static void insert(store *log, uint32_t number, uint32_t revision, unsigned char *event,
                   size_t length) {
  memcpy(event, &log->size, sizeof log->size);
  sqlite3_bind_int64(log->insert, 1, (sqlite3_int64)log->size);
  sqlite3_bind_int64(log->insert, 2, number);
  sqlite3_bind_int64(log->insert, 3, revision);
  sqlite3_bind_blob(log->insert, 4, event, (int)length, SQLITE_STATIC);
  run(log->database, log->insert, "insert");
  log->size++;
}

static size_t distinct(uint32_t *streams, size_t count) {
  qsort(streams, count, sizeof *streams, by_number);
  size_t kept = 0;
  for (size_t place = 0; place < count; place++)
    if (kept == 0 || streams[kept - 1] != streams[place]) streams[kept++] = streams[place];
  return kept;
}

/* What the caller knows of each stream, and the streams of a batch, as they come and sorted. */
typedef struct {
  uint32_t *counts, *numbers, *sorted;
  uint64_t *last;
  unsigned char *event;
} caller;

/* One commit. */
static void append(store *log, const work *told, uint64_t count, caller *its) {
  for (uint64_t place = 0; place < count; place++)
    its->numbers[place] = its->sorted[place] = 1 + (uint32_t)(next_random() % told->streams);
  size_t met = distinct(its->sorted, count);
  run(log->database, log->begin, "begin");
  for (size_t place = 0; place < met; place++)
    expect(log, its->sorted[place], its->counts[its->sorted[place]]);
  for (uint64_t place = 0; place < count; place++) {
    uint32_t number = its->numbers[place];
    its->last[number] = log->size;
    insert(log, number, its->counts[number]++, its->event, told->length);
  }
  for (size_t place = 0; place < met; place++) {
    uint32_t number = its->sorted[place];
    sqlite3_bind_int64(log->move, 1, number);
    sqlite3_bind_int64(log->move, 2, its->counts[number] - 1);
    sqlite3_bind_int64(log->move, 3, (sqlite3_int64)its->last[number]);
    run(log->database, log->move, "put head");
  }
  run(log->database, log->commit, "commit");
}

int main(int count, char **words) {
  if (count != 7) return 64;
  work told = work_from(words + 3);
  store log;
  open_store(&log, words[1], strcmp(words[2], "indexed") == 0);
  size_t streams = (size_t)told.streams + 1;
  caller its = {room(streams, sizeof(uint32_t)), room(told.batch, sizeof(uint32_t)),
                room(told.batch, sizeof(uint32_t)), room(streams, sizeof(uint64_t)),
                room(1, told.length)};
  double start = now();
  while (log.size < told.events) {
    uint64_t left = told.events - log.size;
    append(&log, &told, left < told.batch ? left : told.batch, &its);
  }
  printf("%.0f events/s\n", (double)told.events / (now() - start));
  return 0;
}
