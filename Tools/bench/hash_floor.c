/* How fast the events of a log can be hashed at all: every leaf hash, two at a time with the
   processor's instructions, on two threads, straight out of the map; nothing is compared. What a
   verification does per second is to be measured against this.

   cc -O2 -I Sources/CHash -o hash_floor hash_floor.c -llmdb -lpthread
   ./hash_floor LEDGER/log

   Prints events per second, of the best of five passes over a warm map, and the events. */
#include <lmdb.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "sha256.h"

typedef struct {
  MDB_env *environment;
  MDB_dbi events;
  uint64_t from, until;
  uint8_t mixed[32];
} part;

static void check(int code, const char *what) {
  if (code == 0) return;
  fprintf(stderr, "%s: %s\n", what, mdb_strerror(code));
  exit(1);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void *hash(void *given) {
  part *mine = given;
  MDB_txn *transaction;
  MDB_cursor *cursor;
  check(mdb_txn_begin(mine->environment, NULL, MDB_RDONLY, &transaction), "begin");
  check(mdb_cursor_open(transaction, mine->events, &cursor), "cursor");
  uint8_t number[8];
  for (int place = 0; place < 8; place++) number[place] = (uint8_t)(mine->from >> (56 - 8 * place));
  MDB_val key = {8, number}, one, two;
  int code = mdb_cursor_get(cursor, &key, &one, MDB_SET);
  for (uint64_t index = mine->from; index < mine->until && code == 0; index += 2) {
    uint8_t first[32], second[32];
    if (index + 1 < mine->until && mdb_cursor_get(cursor, &key, &two, MDB_NEXT) == 0) {
      chash_two(CHASH_AUTOMATIC, 0, one.mv_data, one.mv_size, two.mv_data, two.mv_size, first, second);
      for (int place = 0; place < 32; place++) mine->mixed[place] ^= first[place] ^ second[place];
    } else {
      chash_one(CHASH_AUTOMATIC, 0, one.mv_data, one.mv_size, first);
      for (int place = 0; place < 32; place++) mine->mixed[place] ^= first[place];
    }
    code = mdb_cursor_get(cursor, &key, &one, MDB_NEXT);
  }
  mdb_cursor_close(cursor);
  mdb_txn_abort(transaction);
  return NULL;
}

int main(int count, char **words) {
  if (count != 2) return 64;
  MDB_env *environment;
  MDB_txn *transaction;
  MDB_dbi events;
  MDB_stat held;
  check(mdb_env_create(&environment), "create");
  check(mdb_env_set_maxdbs(environment, 8), "maxdbs");
  check(mdb_env_set_mapsize(environment, (size_t)1 << 38), "mapsize");
  check(mdb_env_open(environment, words[1], MDB_RDONLY | MDB_NOTLS, 0600), "open");
  check(mdb_txn_begin(environment, NULL, MDB_RDONLY, &transaction), "begin");
  check(mdb_dbi_open(transaction, "events", 0, &events), "events");
  check(mdb_stat(transaction, events, &held), "stat");
  check(mdb_txn_commit(transaction), "commit");
  double best = 1e9;
  for (int pass = 0; pass < 5; pass++) {
    part parts[2] = {{environment, events, 0, held.ms_entries / 2, {0}},
                     {environment, events, held.ms_entries / 2, held.ms_entries, {0}}};
    double start = now();
    pthread_t other;
    check(pthread_create(&other, NULL, hash, &parts[1]), "thread");
    hash(&parts[0]);
    pthread_join(other, NULL);
    double spent = now() - start;
    if (spent < best) best = spent;
  }
  printf("%.0f %zu\n", (double)held.ms_entries / best, held.ms_entries);
  mdb_env_close(environment);
  return 0;
}
