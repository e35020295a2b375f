/* Copies the events of a ledger's log into a new SQLite database, with heads and an index by
   stream, and moves everything from the write-ahead log into the database.

   cc -O2 -o sqlite_fill sqlite_fill.c -lsqlite3 -llmdb
   ./sqlite_fill LEDGER/log DATABASE */
#include "sqlite.h"
#include "walk.h"

typedef struct {
  sqlite3 *database;
  sqlite3_stmt *insert;
} target;

static void copy(void *told, const event *read) {
  target *into = told;
  sqlite3_bind_int64(into->insert, 1, (sqlite3_int64)read->index);
  sqlite3_bind_int64(into->insert, 2, (sqlite3_int64)read->kind);
  sqlite3_bind_int64(into->insert, 3, (sqlite3_int64)read->number);
  sqlite3_bind_int64(into->insert, 4, (sqlite3_int64)read->revision);
  sqlite3_bind_int64(into->insert, 5, (sqlite3_int64)read->type);
  sqlite3_bind_blob(into->insert, 6, read->bytes, (int)read->length, SQLITE_STATIC);
  run(into->database, into->insert, "insert");
}

int main(int count, char **words) {
  if (count != 3) return 64;
  sqlite3 *database = open_database(words[2]);
  make_tables(database, 0);
  target into = {database, prepared(database, "INSERT INTO events VALUES(?1, ?2, ?3, ?4, ?5, ?6)")};
  execute(database, "BEGIN");
  uint64_t events = walk(words[1], copy, &into);
  execute(database,
          "INSERT INTO heads SELECT kind, number, max(revision), max(idx) FROM events"
          " GROUP BY kind, number");
  execute(database, "CREATE UNIQUE INDEX by_stream ON events(kind, number, revision)");
  execute(database, "COMMIT");
  execute(database, "PRAGMA wal_checkpoint(TRUNCATE)");
  sqlite3_finalize(into.insert);
  sqlite3_close(database);
  printf("%llu\n", (unsigned long long)events);
  return 0;
}
