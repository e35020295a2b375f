/* Walks the events of a ledger's log in order and reads what their envelopes begin with: type,
   version, stream kind, stream number, revision (keys 0 to 4, which every event has). */
#ifndef WALK_H
#define WALK_H
#include <lmdb.h>

#include "common.h"

typedef struct {
  uint64_t index, type, kind, number, revision;
  const unsigned char *bytes;
  size_t length;
} event;

static inline void check_lmdb(int code, const char *what) {
  if (code != 0) fail(what, mdb_strerror(code));
}

/* The unsigned integer at *place (RFC 8949 section 3), and *place behind it. */
static inline uint64_t read_uint(const unsigned char **place, const unsigned char *end) {
  if (*place >= end || **place > 0x1b) fail("event", "no unsigned integer where one must be");
  unsigned first = *(*place)++;
  if (first < 24) return first;
  int width = 1 << (first - 24);
  if (end - *place < width) fail("event", "cut off");
  uint64_t number = 0;
  for (int byte = 0; byte < width; byte++) number = number << 8 | *(*place)++;
  return number;
}

static inline event read_event(uint64_t index, MDB_val row) {
  event read = {.index = index, .bytes = row.mv_data, .length = row.mv_size};
  const unsigned char *place = read.bytes + 1, *end = read.bytes + read.length;
  uint64_t fields[5];
  for (uint64_t key = 0; key < 5; key++) {
    if (read_uint(&place, end) != key) fail("event", "an envelope that begins otherwise");
    fields[key] = read_uint(&place, end);
  }
  read.type = fields[0], read.kind = fields[2], read.number = fields[3], read.revision = fields[4];
  return read;
}

/* Calls `visit` with each event and `told`; returns how many there were. */
static inline uint64_t walk(const char *folder, void (*visit)(void *, const event *), void *told) {
  MDB_env *environment;
  MDB_txn *transaction;
  MDB_dbi events;
  MDB_cursor *cursor;
  MDB_val key, row;
  check_lmdb(mdb_env_create(&environment), "create");
  check_lmdb(mdb_env_set_maxdbs(environment, 8), "maxdbs");
  check_lmdb(mdb_env_set_mapsize(environment, (size_t)1 << 38), "mapsize");
  check_lmdb(mdb_env_open(environment, folder, MDB_RDONLY | MDB_NOTLS, 0600), folder);
  check_lmdb(mdb_txn_begin(environment, NULL, MDB_RDONLY, &transaction), "begin");
  check_lmdb(mdb_dbi_open(transaction, "events", 0, &events), "events");
  check_lmdb(mdb_cursor_open(transaction, events, &cursor), "cursor");
  uint64_t index = 0;
  int code = mdb_cursor_get(cursor, &key, &row, MDB_FIRST);
  for (; code == 0; code = mdb_cursor_get(cursor, &key, &row, MDB_NEXT), index++) {
    event read = read_event(index, row);
    visit(told, &read);
  }
  if (code != MDB_NOTFOUND) check_lmdb(code, "next");
  mdb_cursor_close(cursor);
  mdb_txn_abort(transaction);
  mdb_env_close(environment);
  return index;
}
#endif
