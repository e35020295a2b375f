/* A connection to PostgreSQL that ends the program where something fails. */
#ifndef POSTGRES_H
#define POSTGRES_H
#include <arpa/inet.h>
#include <libpq-fe.h>
#include <string.h>

#include "common.h"

static const char *const kind_names[] = {"ledger", "organisation", "position", "person"};

static inline uint64_t network64(uint64_t number) {
  return (uint64_t)htonl((uint32_t)number) << 32 | htonl((uint32_t)(number >> 32));
}

static inline PGconn *connected(const char *words) {
  PGconn *connection = PQconnectdb(words);
  if (PQstatus(connection) != CONNECTION_OK) fail("connect", PQerrorMessage(connection));
  return connection;
}

static inline void expect_result(PGconn *connection, PGresult *result, ExecStatusType wanted,
                                 const char *what) {
  if (PQresultStatus(result) != wanted) fail(what, PQerrorMessage(connection));
  PQclear(result);
}

static inline void command(PGconn *connection, const char *text) {
  expect_result(connection, PQexec(connection, text), PGRES_COMMAND_OK, text);
}

/* Whether a setting is what a durable commit needs. */
static inline void expect_setting(PGconn *connection, const char *text, const char *wanted) {
  PGresult *result = PQexec(connection, text);
  if (PQresultStatus(result) != PGRES_TUPLES_OK || strcmp(PQgetvalue(result, 0, 0), wanted) != 0)
    fail(text, "not as a durable commit needs it");
  PQclear(result);
}
#endif
