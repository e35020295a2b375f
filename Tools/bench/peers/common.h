/* What every peer of the benchmark needs: a clock, random streams, an end with a reason. */
#ifndef COMMON_H
#define COMMON_H
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline void fail(const char *what, const char *why) {
  fprintf(stderr, "%s: %s\n", what, why);
  exit(1);
}

static inline void *room(size_t count, size_t size) {
  void *made = calloc(count == 0 ? 1 : count, size);
  if (made == NULL) fail("memory", "none left");
  return made;
}

/* Monotonic seconds. */
static inline double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* SplitMix64, from the same seed as in append_floor.c. */
static inline uint64_t next_random(void) {
  static uint64_t state = 1;
  uint64_t z = (state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

/* What an append is told: the same four words for every peer. */
typedef struct {
  uint64_t events, batch;
  uint32_t streams;
  size_t length;
} work;

/* Reads EVENTS EVENTS_PER_COMMIT STREAMS EVENT_BYTES. */
static inline work work_from(char **words) {
  work told = {strtoull(words[0], NULL, 10), strtoull(words[1], NULL, 10),
               (uint32_t)strtoul(words[2], NULL, 10), strtoul(words[3], NULL, 10)};
  if (told.batch == 0 || told.streams == 0 || told.length < 8) fail("arguments", "must be above 0");
  return told;
}
#endif
