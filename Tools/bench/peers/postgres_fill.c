/* Copies the events of a ledger's log into the table of postgres.sql.

   cc -O2 -I "$(pg_config --includedir)" -o postgres_fill postgres_fill.c -lpq -llmdb
   ./postgres_fill CONNECTION LEDGER/log

   Prints how many, and the bytes of the table with its indexes. */
#include "postgres.h"
#include "walk.h"

static void put(PGconn *connection, const void *bytes, size_t length) {
  if (PQputCopyData(connection, bytes, (int)length) != 1) fail("copy", PQerrorMessage(connection));
}

static size_t field(char *row, size_t used, const void *bytes, size_t length) {
  uint32_t width = htonl((uint32_t)length);
  memcpy(row + used, &width, 4);
  memcpy(row + used + 4, bytes, length);
  return used + 4 + length;
}

/* One row of PostgreSQL's binary copy format. */
static void copy(void *told, const event *read) {
  static char row[66000];
  char name[40], type[24];
  if (read->kind > 3 || read->length > 65535) fail("event", "of no known kind or too long");
  int name_length = snprintf(name, sizeof name, "%s-%llu", kind_names[read->kind],
                             (unsigned long long)read->number);
  int type_length = snprintf(type, sizeof type, "%llu", (unsigned long long)read->type);
  uint64_t position = network64(read->revision);
  uint16_t fields = htons(4);
  memcpy(row, &fields, 2);
  size_t used = field(row, 2, name, (size_t)name_length);
  used = field(row, used, &position, 8);
  used = field(row, used, type, (size_t)type_length);
  put(told, row, field(row, used, read->bytes, read->length));
}

int main(int count, char **words) {
  if (count != 3) return 64;
  PGconn *connection = connected(words[1]);
  command(connection, "TRUNCATE messages RESTART IDENTITY");
  const char *text = "COPY messages (stream_name, position, type, data) FROM STDIN (FORMAT binary)";
  expect_result(connection, PQexec(connection, text), PGRES_COPY_IN, text);
  put(connection, "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
  uint64_t events = walk(words[2], copy, connection);
  put(connection, "\377\377", 2);
  if (PQputCopyEnd(connection, NULL) != 1) fail("end", PQerrorMessage(connection));
  expect_result(connection, PQgetResult(connection), PGRES_COMMAND_OK, "copied");
  while (PQgetResult(connection) != NULL) {}
  command(connection, "VACUUM (ANALYZE) messages");
  command(connection, "CHECKPOINT");
  PGresult *size = PQexec(connection, "SELECT pg_total_relation_size('messages')");
  if (PQresultStatus(size) != PGRES_TUPLES_OK) fail("size", PQerrorMessage(connection));
  printf("%llu %s\n", (unsigned long long)events, PQgetvalue(size, 0, 0));
  PQclear(size);
  PQfinish(connection);
  return 0;
}
