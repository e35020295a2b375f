/* How fast PostgreSQL takes events through a function that checks the stream's version, as
   message-db does, every commit synced; the calls of a commit are sent in one pipeline.

   cc -O2 -I "$(pg_config --includedir)" -o postgres_append postgres_append.c -lpq
   ./postgres_append CONNECTION EVENTS EVENTS_PER_COMMIT STREAMS EVENT_BYTES

   The tables of postgres.sql must be there; they are emptied first. Prints events per second. */
#include "postgres.h"

static void prepare(PGconn *connection) {
  command(connection, "TRUNCATE messages RESTART IDENTITY");
  expect_setting(connection, "SHOW fsync", "on");
  expect_setting(connection, "SHOW synchronous_commit", "on");
  const char *call = "SELECT write_message($1, $2, $3, $4)";
  expect_result(connection, PQprepare(connection, "write", call, 4, NULL), PGRES_COMMAND_OK, call);
  if (PQenterPipelineMode(connection) != 1) fail("pipeline", PQerrorMessage(connection));
}

static void send_command(PGconn *connection, const char *text) {
  if (PQsendQueryParams(connection, text, 0, NULL, NULL, NULL, NULL, 1) != 1)
    fail(text, PQerrorMessage(connection));
}

static void send_event(PGconn *connection, uint32_t stream, int64_t known, unsigned char *event,
                       size_t length) {
  char name[32];
  int name_length = snprintf(name, sizeof name, "person-%u", stream);
  uint64_t expected = network64((uint64_t)known);
  const char *values[] = {name, "106", (const char *)event, (const char *)&expected};
  const int lengths[] = {name_length, 3, (int)length, 8}, formats[] = {1, 1, 1, 1};
  if (PQsendQueryPrepared(connection, "write", 4, values, lengths, formats, 1) != 1)
    fail("send", PQerrorMessage(connection));
}

/* Takes the answers of a commit, up to its end. */
static void receive(PGconn *connection) {
  for (;;) {
    PGresult *result = PQgetResult(connection);
    if (result == NULL) continue;
    ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_PIPELINE_SYNC)
      fail("answer", PQresultErrorMessage(result));
    PQclear(result);
    if (status == PGRES_PIPELINE_SYNC) return;
  }
}

int main(int count, char **words) {
  if (count != 6) return 64;
  work told = work_from(words + 2);
  PGconn *connection = connected(words[1]);
  prepare(connection);
  unsigned char *event = room(1, told.length);
  int64_t *known = room((size_t)told.streams + 1, sizeof *known);
  for (uint32_t stream = 0; stream <= told.streams; stream++) known[stream] = -1;
  uint64_t written = 0;
  double start = now();
  while (written < told.events) {
    uint64_t end = written + told.batch < told.events ? written + told.batch : told.events;
    send_command(connection, "BEGIN");
    for (; written < end; written++) {
      uint32_t stream = 1 + (uint32_t)(next_random() % told.streams);
      memcpy(event, &written, sizeof written);
      send_event(connection, stream, known[stream]++, event, told.length);
    }
    send_command(connection, "COMMIT");
    if (PQpipelineSync(connection) != 1) fail("sync", PQerrorMessage(connection));
    receive(connection);
  }
  printf("%.0f events/s\n", (double)told.events / (now() - start));
  PQfinish(connection);
  return 0;
}
