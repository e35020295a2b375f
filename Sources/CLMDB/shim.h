#pragma once
#include <lmdb.h>
#include <stdint.h>

/* Asks for the four cache lines that stand `distance` bytes after `address`: a scan in key order
   reads pages that were written one after the other, so what stands two pages on is read soon.
   A prefetch never faults, so the address may lie outside the map. */
static inline void clmdb_prefetch(const void *address, uintptr_t distance) {
  uintptr_t target = (uintptr_t)address + distance;
  __builtin_prefetch((const void *)target);
  __builtin_prefetch((const void *)(target + 64));
  __builtin_prefetch((const void *)(target + 128));
  __builtin_prefetch((const void *)(target + 192));
}
