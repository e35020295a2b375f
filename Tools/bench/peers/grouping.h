/* Groups events by stream in memory: bytes are kept in the order in which they come, and sorted by
   counting at the end. What a program must at least do that reads events from somewhere and wants
   each stream's together. */
#ifndef GROUPING_H
#define GROUPING_H
#include <string.h>

#include "common.h"

#define KINDS 4

typedef struct {
  uint64_t start;
  uint32_t length, number;
  uint8_t kind;
} kept;

typedef struct {
  unsigned char *bytes;
  uint64_t used, capacity;
  kept *events;
  uint64_t count, most;
  uint32_t *counts[KINDS];
  uint32_t numbers[KINDS];
} grouping;

/* A buffer grown so that `needed` things of `size` bytes fit; the new part is zero. */
static inline void *grown(void *old, uint64_t had, uint64_t now_has, size_t size) {
  unsigned char *bigger = realloc(old, now_has * size);
  if (bigger == NULL) fail("memory", "none left");
  memset(bigger + had * size, 0, (now_has - had) * size);
  return bigger;
}

static inline void count_one(grouping *groups, uint8_t kind, uint32_t number) {
  if (kind >= KINDS || number == UINT32_MAX) fail("event", "of no known kind of stream");
  if (number >= groups->numbers[kind]) {
    uint32_t more = number < 512 ? 1024 : number * 2;
    groups->counts[kind] =
        grown(groups->counts[kind], groups->numbers[kind], more, sizeof *groups->counts[kind]);
    groups->numbers[kind] = more;
  }
  groups->counts[kind][number]++;
}

static inline void keep(grouping *groups, uint8_t kind, uint32_t number, const void *bytes,
                        uint32_t length) {
  if (groups->used + length > groups->capacity) {
    groups->capacity = groups->capacity * 2 + (1 << 20) + length;
    groups->bytes = realloc(groups->bytes, groups->capacity);
    if (groups->bytes == NULL) fail("memory", "none left");
  }
  if (groups->count == groups->most) {
    groups->most = groups->most * 2 + 4096;
    groups->events = realloc(groups->events, groups->most * sizeof *groups->events);
    if (groups->events == NULL) fail("memory", "none left");
  }
  memcpy(groups->bytes + groups->used, bytes, length);
  groups->events[groups->count++] = (kept){groups->used, length, number, kind};
  groups->used += length;
  count_one(groups, kind, number);
}

/* The places of events, stream after stream; counts become ends of streams. */
static inline uint32_t *order(grouping *groups) {
  uint32_t *places = room(groups->count, sizeof *places), sum = 0;
  for (int kind = 0; kind < KINDS; kind++)
    for (uint32_t number = 0; number < groups->numbers[kind]; number++) {
      uint32_t here = groups->counts[kind][number];
      groups->counts[kind][number] = sum;
      sum += here;
    }
  for (uint64_t place = 0; place < groups->count; place++) {
    const kept *one = &groups->events[place];
    places[groups->counts[one->kind][one->number]++] = (uint32_t)place;
  }
  return places;
}

/* Visits every stream's events in turn, touches their bytes, and prints events and seconds. */
static inline void finish(grouping *groups, double start) {
  uint32_t *places = order(groups);
  uint64_t streams = 0, mixed = 0, last = UINT64_MAX;
  for (uint64_t place = 0; place < groups->count; place++) {
    const kept *one = &groups->events[places[place]];
    uint64_t stream = (uint64_t)one->kind << 32 | one->number;
    streams += stream != last;
    last = stream;
    for (uint32_t byte = 0; byte < one->length; byte += 64)
      mixed += groups->bytes[one->start + byte];
  }
  double seconds = now() - start;
  printf("%llu events %.6f seconds %llu streams %llu\n", (unsigned long long)groups->count, seconds,
         (unsigned long long)streams, (unsigned long long)mixed);
}
#endif
