/* How fast all events can be read from PostgreSQL in order, by its fastest way out, and grouped by
   stream in the program.

   cc -O2 -I "$(pg_config --includedir)" -o postgres_group postgres_group.c -lpq
   ./postgres_group CONNECTION */
#include "postgres.h"
#include "grouping.h"

/* A field of a binary row, and *place behind it. */
static const char *next_field(const char **place, const char *end, uint32_t *length) {
  if (end - *place < 4) fail("row", "cut off");
  memcpy(length, *place, 4);
  *length = ntohl(*length);
  const char *bytes = *place + 4;
  if (*length > (uint64_t)(end - bytes)) fail("row", "cut off");
  *place = bytes + *length;
  return bytes;
}

static void keep_row(grouping *groups, const char *place, const char *end) {
  uint32_t name_length, length;
  const char *name = next_field(&place, end, &name_length);
  const char *bytes = next_field(&place, end, &length);
  const char *dash = memchr(name, '-', name_length);
  if (dash == NULL) fail("stream", "without a number");
  uint8_t kind = *name == 'l' ? 0 : *name == 'o' ? 1 : name[1] == 'o' ? 2 : 3;
  uint32_t number = 0;
  for (const char *digit = dash + 1; digit < name + name_length; digit++)
    number = number * 10 + (uint32_t)(*digit - '0');
  keep(groups, kind, number, bytes, length);
}

int main(int count, char **words) {
  if (count != 2) return 64;
  double start = now();
  PGconn *connection = connected(words[1]);
  expect_result(connection,
                PQexec(connection,
                       "COPY (SELECT stream_name, data FROM messages ORDER BY global_position)"
                       " TO STDOUT (FORMAT binary)"),
                PGRES_COPY_OUT, "copy");
  grouping groups = {0};
  char *row;
  int length, header = 19;
  while ((length = PQgetCopyData(connection, &row, 0)) > 0) {
    const char *place = row + header;
    uint16_t fields;
    if (length < header + 2) fail("row", "cut off");
    memcpy(&fields, place, 2);
    if (fields == htons(2)) keep_row(&groups, place + 2, row + length);
    header = 0;
    PQfreemem(row);
  }
  if (length != -1) fail("copy", PQerrorMessage(connection));
  finish(&groups, start);
  PQfinish(connection);
  return 0;
}
