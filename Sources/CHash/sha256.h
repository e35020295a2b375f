// SHA-256 (FIPS 180-4) as inline C, of whole messages behind a domain byte, of two such messages
// at once, and of messages in pieces. Nothing is allocated and no call can fail.
#pragma once
#include "compress.h"

// A message in one piece behind a domain byte, cut into blocks without copying its middle.

typedef struct {
  const uint8_t *bytes;  // the message without its domain byte
  size_t full;           // blocks wholly filled by domain byte and message
  size_t count;          // all blocks, padding included
  uint8_t head[64];      // block 0 when it is full
  uint8_t tail[128];     // the one or two last blocks
} chash_message;

static inline void chash_pad(uint8_t *tail, size_t used, size_t tail_length, uint64_t total) {
  tail[used] = 0x80;
  memset(tail + used + 1, 0, tail_length - used - 9);
  chash_store(tail + tail_length - 8, (uint32_t)(total >> 29));
  chash_store(tail + tail_length - 4, (uint32_t)(total << 3));
}

static inline void chash_cut(chash_message *m, uint8_t domain, const uint8_t *p, size_t length) {
  size_t total = length + 1, rest = total & 63;
  m->bytes = p;
  m->full = total >> 6;
  m->count = m->full + (rest < 56 ? 1 : 2);
  if (m->full > 0) {
    m->head[0] = domain;
    memcpy(m->head + 1, p, 63);
    memcpy(m->tail, p + (length - rest), rest);
  } else {
    m->tail[0] = domain;
    if (length > 0) memcpy(m->tail + 1, p, length);
  }
  chash_pad(m->tail, rest, rest < 56 ? 64 : 128, total);
}

static inline const uint8_t *chash_at(const chash_message *m, size_t i) {
  if (i >= m->full) return m->tail + 64 * (i - m->full);
  return i == 0 ? m->head : m->bytes + 64 * i - 1;
}

// Blocks `from` and later of one message.
static inline void chash_run(int how, uint32_t state[8], const chash_message *m, size_t from) {
  if (from == 0 && m->full > 0) chash_compress(how, state, m->head, 1), from = 1;
  if (from < m->full) {
    chash_compress(how, state, m->bytes + 64 * from - 1, m->full - from);
    from = m->full;
  }
  if (from < m->count) chash_compress(how, state, chash_at(m, from), m->count - from);
}

// SHA-256(domain || bytes). `p` may be null when `length` is 0.
static inline void chash_one(
    int how, uint8_t domain, const uint8_t *p, size_t length, uint8_t out[32]) {
  chash_message m;
  uint32_t state[8];
  chash_cut(&m, domain, p, length);
  chash_start(state);
  chash_run(how, state, &m, 0);
  chash_finish(state, out);
}

#ifdef CHASH_X86
static inline CHASH_TARGET size_t chash_run_pair(
    uint32_t s0[8], uint32_t s1[8], const chash_message *m0, const chash_message *m1) {
  size_t common = m0->count < m1->count ? m0->count : m1->count;
  chash_lanes a = chash_lanes_load(s0), b = chash_lanes_load(s1);
  for (size_t i = 0; i < common; i++) chash_block_pair(&a, &b, chash_at(m0, i), chash_at(m1, i));
  chash_lanes_store(a, s0);
  chash_lanes_store(b, s1);
  return common;
}
#endif

// SHA-256(domain || first) and SHA-256(domain || second), interleaved.
static inline void chash_two(
    int how, uint8_t domain, const uint8_t *p0, size_t length0, const uint8_t *p1,
    size_t length1, uint8_t out0[32], uint8_t out1[32]) {
  chash_message m0, m1;
  uint32_t s0[8], s1[8];
  size_t done = 0;
  chash_cut(&m0, domain, p0, length0);
  chash_cut(&m1, domain, p1, length1);
  chash_start(s0);
  chash_start(s1);
#ifdef CHASH_X86
  if (how == CHASH_AUTOMATIC && chash_has_extensions()) done = chash_run_pair(s0, s1, &m0, &m1);
#endif
  chash_run(how, s0, &m0, done);
  chash_run(how, s1, &m1, done);
  chash_finish(s0, out0);
  chash_finish(s1, out1);
}

// A message that arrives in pieces.

typedef struct {
  uint32_t state[8];
  uint64_t length;  // bytes taken so far
  int how;
  uint8_t block[128];
} chash_stream;

static inline chash_stream chash_stream_start(int how) {
  chash_stream s;
  memset(&s, 0, sizeof s);
  chash_start(s.state);
  s.how = how;
  return s;
}

static inline void chash_stream_add(chash_stream *s, const uint8_t *p, size_t length) {
  size_t used = s->length & 63;
  if (length == 0) return;
  s->length += length;
  if (used > 0) {
    size_t room = 64 - used, taken = length < room ? length : room;
    memcpy(s->block + used, p, taken);
    p += taken, length -= taken;
    if (taken < room) return;
    chash_compress(s->how, s->state, s->block, 1);
  }
  if (length >= 64) {
    chash_compress(s->how, s->state, p, length >> 6);
    p += length & ~(size_t)63, length &= 63;
  }
  if (length > 0) memcpy(s->block, p, length);
}

// The digest of what came so far; the stream itself stays as it is and can go on.
static inline void chash_stream_digest(const chash_stream *s, uint8_t out[32]) {
  chash_stream last = *s;
  size_t used = s->length & 63, tail = used < 56 ? 64 : 128;
  chash_pad(last.block, used, tail, s->length);
  chash_compress(s->how, last.state, last.block, tail >> 6);
  chash_finish(last.state, out);
}

// SHA-256(domain || first || second).
static inline void chash_joined(
    int how, uint8_t domain, const uint8_t *p0, size_t length0, const uint8_t *p1,
    size_t length1, uint8_t out[32]) {
  chash_stream s = chash_stream_start(how);
  chash_stream_add(&s, &domain, 1);
  chash_stream_add(&s, p0, length0);
  chash_stream_add(&s, p1, length1);
  chash_stream_digest(&s, out);
}
