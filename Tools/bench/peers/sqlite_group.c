/* How fast all events can be read from SQLite in order and grouped by stream in the program.

   cc -O2 -o sqlite_group sqlite_group.c -lsqlite3
   ./sqlite_group DATABASE */
#include "sqlite.h"
#include "grouping.h"

int main(int count, char **words) {
  if (count != 2) return 64;
  double start = now();
  sqlite3 *database = open_database(words[1]);
  sqlite3_stmt *rows =
      prepared(database, "SELECT kind, number, revision, type, bytes FROM events ORDER BY idx");
  grouping groups = {0};
  int code = sqlite3_step(rows);
  for (; code == SQLITE_ROW; code = sqlite3_step(rows))
    keep(&groups, (uint8_t)sqlite3_column_int(rows, 0), (uint32_t)sqlite3_column_int64(rows, 1),
         sqlite3_column_blob(rows, 4), (uint32_t)sqlite3_column_bytes(rows, 4));
  if (code != SQLITE_DONE) fail("rows", sqlite3_errmsg(database));
  finish(&groups, start);
  return 0;
}
