/* A database as the log would be in SQLite: every commit synced in the write-ahead log, room for
   pages in memory, and the tables of the log without the tree. */
#ifndef SQLITE_H
#define SQLITE_H
#include <sqlite3.h>
#include <string.h>

#include "common.h"

static inline void check_sqlite(sqlite3 *database, int code, const char *what) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    fail(what, sqlite3_errmsg(database));
}

static inline void execute(sqlite3 *database, const char *text) {
  check_sqlite(database, sqlite3_exec(database, text, NULL, NULL, NULL), text);
}

/* Whether a pragma is what it was set to. */
static inline void expect_pragma(sqlite3 *database, const char *text, const char *wanted) {
  sqlite3_stmt *statement;
  check_sqlite(database, sqlite3_prepare_v2(database, text, -1, &statement, NULL), text);
  if (sqlite3_step(statement) != SQLITE_ROW) fail(text, "no answer");
  const char *found = (const char *)sqlite3_column_text(statement, 0);
  if (found == NULL || strcmp(found, wanted) != 0) fail(text, found == NULL ? "null" : found);
  sqlite3_finalize(statement);
}

static inline sqlite3 *open_database(const char *path) {
  sqlite3 *database;
  if (sqlite3_open(path, &database) != SQLITE_OK) fail(path, sqlite3_errmsg(database));
  execute(database, "PRAGMA journal_mode=WAL");
  execute(database, "PRAGMA synchronous=FULL");
  execute(database, "PRAGMA cache_size=-262144");
  execute(database, "PRAGMA mmap_size=68719476736");
  expect_pragma(database, "PRAGMA journal_mode", "wal");
  expect_pragma(database, "PRAGMA synchronous", "2");
  return database;
}

/* `by_stream`: also an index that gives a stream's events, which the log has in each event. */
static inline void make_tables(sqlite3 *database, int by_stream) {
  execute(database,
          "CREATE TABLE events(idx INTEGER PRIMARY KEY, kind INTEGER NOT NULL,"
          " number INTEGER NOT NULL, revision INTEGER NOT NULL, type INTEGER NOT NULL,"
          " bytes BLOB NOT NULL)");
  execute(database,
          "CREATE TABLE heads(kind INTEGER, number INTEGER, revision INTEGER NOT NULL,"
          " last INTEGER NOT NULL, PRIMARY KEY(kind, number)) WITHOUT ROWID");
  if (by_stream)
    execute(database, "CREATE UNIQUE INDEX by_stream ON events(kind, number, revision)");
}

static inline sqlite3_stmt *prepared(sqlite3 *database, const char *text) {
  sqlite3_stmt *statement;
  check_sqlite(database,
               sqlite3_prepare_v3(database, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL),
               text);
  return statement;
}

/* Runs a statement that gives no rows. */
static inline void run(sqlite3 *database, sqlite3_stmt *statement, const char *what) {
  if (sqlite3_step(statement) != SQLITE_DONE) fail(what, sqlite3_errmsg(database));
  sqlite3_reset(statement);
}
#endif
