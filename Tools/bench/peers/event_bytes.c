/* How many events a log holds and how many bytes they are together, nothing else counted.

   cc -O2 -o event_bytes event_bytes.c -llmdb
   ./event_bytes LEDGER/log */
#include "walk.h"

static void add(void *told, const event *read) { *(uint64_t *)told += read->length; }

int main(int count, char **words) {
  if (count != 2) return 64;
  uint64_t bytes = 0, events = walk(words[1], add, &bytes);
  printf("%llu %llu\n", (unsigned long long)events, (unsigned long long)bytes);
  return 0;
}
