// The compression function of SHA-256 (FIPS 180-4 section 6.2.2): with the SHA extensions of x86
// where the processor has them, in portable C otherwise.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__) || defined(__i386__)
#define CHASH_X86 1
#include <cpuid.h>
#include <immintrin.h>
#define CHASH_TARGET __attribute__((target("sha,sse4.1,ssse3")))
#endif

// Which code hashes. Both give the same digests; tests run both.
enum { CHASH_AUTOMATIC = 0, CHASH_PORTABLE = 1 };

static const uint32_t chash_constants[64] __attribute__((aligned(16))) = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static inline uint32_t chash_load(const uint8_t *p) {
  return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | (uint32_t)p[3];
}

static inline void chash_store(uint8_t *p, uint32_t word) {
  p[0] = (uint8_t)(word >> 24);
  p[1] = (uint8_t)(word >> 16);
  p[2] = (uint8_t)(word >> 8);
  p[3] = (uint8_t)word;
}

static inline void chash_start(uint32_t state[8]) {
  static const uint32_t initial[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  memcpy(state, initial, sizeof initial);
}

static inline void chash_finish(const uint32_t state[8], uint8_t out[32]) {
  for (int i = 0; i < 8; i++) chash_store(out + 4 * i, state[i]);
}

#define CHASH_ROTATE(x, n) ((x) >> (n) | (x) << (32 - (n)))

// Compresses `count` blocks of 64 bytes with nothing but C.
static inline void chash_portable(uint32_t state[8], const uint8_t *p, size_t count) {
  for (; count > 0; count--, p += 64) {
    uint32_t w[64];
    for (int i = 0; i < 16; i++) w[i] = chash_load(p + 4 * i);
    for (int i = 16; i < 64; i++) {
      uint32_t x = w[i - 15], y = w[i - 2];
      uint32_t s0 = CHASH_ROTATE(x, 7) ^ CHASH_ROTATE(x, 18) ^ x >> 3;
      uint32_t s1 = CHASH_ROTATE(y, 17) ^ CHASH_ROTATE(y, 19) ^ y >> 10;
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
    for (int i = 0; i < 64; i++) {
      uint32_t s1 = CHASH_ROTATE(e, 6) ^ CHASH_ROTATE(e, 11) ^ CHASH_ROTATE(e, 25);
      uint32_t t1 = h + s1 + ((e & f) ^ (~e & g)) + chash_constants[i] + w[i];
      uint32_t s0 = CHASH_ROTATE(a, 2) ^ CHASH_ROTATE(a, 13) ^ CHASH_ROTATE(a, 22);
      uint32_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d;
    state[4] += e, state[5] += f, state[6] += g, state[7] += h;
  }
}

#ifdef CHASH_X86

// Asks the processor once; every later call is one relaxed load.
static inline int chash_has_extensions(void) {
  static int known = 0;  // 0 not asked yet, 1 no, 2 yes
  int answer = __atomic_load_n(&known, __ATOMIC_RELAXED);
  if (answer == 0) {
    unsigned a = 0, b = 0, c = 0, d = 0;
    int sse = __get_cpuid(1, &a, &b, &c, &d) && (c & 1u << 9) && (c & 1u << 19);
    int sha = __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & 1u << 29);
    answer = sse && sha ? 2 : 1;
    __atomic_store_n(&known, answer, __ATOMIC_RELAXED);
  }
  return answer == 2;
}

// The order in which the SHA instructions keep the eight words: ABEF and CDGH.
typedef struct { __m128i abef, cdgh; } chash_lanes;

static inline CHASH_TARGET chash_lanes chash_lanes_load(const uint32_t state[8]) {
  __m128i dcba = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
  chash_lanes s = {_mm_alignr_epi8(dcba, hgfe, 8), _mm_blend_epi16(hgfe, dcba, 0xF0)};
  return s;
}

static inline CHASH_TARGET void chash_lanes_store(chash_lanes s, uint32_t state[8]) {
  __m128i feba = _mm_shuffle_epi32(s.abef, 0x1B), dchg = _mm_shuffle_epi32(s.cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

// Four rounds of message `x`; its schedule is w##x[0..3], its lanes s##x.
#define CHASH_WORDS(x, p, i)                                                                  \
  w##x[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)((p) + 16 * (i))), swap)
#define CHASH_EXPAND(x, i)                                                                    \
  w##x[(i)&3] = _mm_sha256msg2_epu32(                                                         \
      _mm_add_epi32(_mm_sha256msg1_epu32(w##x[(i)&3], w##x[((i) + 1) & 3]),                   \
                    _mm_alignr_epi8(w##x[((i) + 3) & 3], w##x[((i) + 2) & 3], 4)),            \
      w##x[((i) + 3) & 3])
#define CHASH_ROUNDS(x, i)                                                                    \
  k##x = _mm_add_epi32(w##x[(i)&3],                                                           \
                       _mm_load_si128((const __m128i *)(chash_constants + 4 * (i))));         \
  s##x.cdgh = _mm_sha256rnds2_epu32(s##x.cdgh, s##x.abef, k##x);                              \
  s##x.abef = _mm_sha256rnds2_epu32(s##x.abef, s##x.cdgh, _mm_shuffle_epi32(k##x, 0x0E))
#define CHASH_ADD(x, before)                                                                  \
  s##x.abef = _mm_add_epi32(s##x.abef, before.abef);                                          \
  s##x.cdgh = _mm_add_epi32(s##x.cdgh, before.cdgh)

static inline CHASH_TARGET __m128i chash_swap(void) {
  return _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
}

static inline CHASH_TARGET __attribute__((always_inline)) chash_lanes chash_block(
    chash_lanes s0, const uint8_t *p0) {
  const __m128i swap = chash_swap();
  const chash_lanes before = s0;
  __m128i w0[4], k0;
#define CHASH_FIRST(i) CHASH_WORDS(0, p0, i); CHASH_ROUNDS(0, i);
#define CHASH_LATER(i) CHASH_EXPAND(0, i); CHASH_ROUNDS(0, i);
  CHASH_FIRST(0) CHASH_FIRST(1) CHASH_FIRST(2) CHASH_FIRST(3)
  CHASH_LATER(4) CHASH_LATER(5) CHASH_LATER(6) CHASH_LATER(7)
  CHASH_LATER(8) CHASH_LATER(9) CHASH_LATER(10) CHASH_LATER(11)
  CHASH_LATER(12) CHASH_LATER(13) CHASH_LATER(14) CHASH_LATER(15)
#undef CHASH_FIRST
#undef CHASH_LATER
  CHASH_ADD(0, before);
  return s0;
}

// One block of each of two messages, interleaved: the instructions of the one fill the
// waiting time of the other.
static inline CHASH_TARGET __attribute__((always_inline)) void chash_block_pair(
    chash_lanes *a, chash_lanes *b, const uint8_t *p0, const uint8_t *p1) {
  const __m128i swap = chash_swap();
  const chash_lanes before0 = *a, before1 = *b;
  chash_lanes s0 = before0, s1 = before1;
  __m128i w0[4], w1[4], k0, k1;
#define CHASH_FIRST(i)                                                                        \
  CHASH_WORDS(0, p0, i); CHASH_WORDS(1, p1, i); CHASH_ROUNDS(0, i); CHASH_ROUNDS(1, i);
#define CHASH_LATER(i)                                                                        \
  CHASH_EXPAND(0, i); CHASH_EXPAND(1, i); CHASH_ROUNDS(0, i); CHASH_ROUNDS(1, i);
  CHASH_FIRST(0) CHASH_FIRST(1) CHASH_FIRST(2) CHASH_FIRST(3)
  CHASH_LATER(4) CHASH_LATER(5) CHASH_LATER(6) CHASH_LATER(7)
  CHASH_LATER(8) CHASH_LATER(9) CHASH_LATER(10) CHASH_LATER(11)
  CHASH_LATER(12) CHASH_LATER(13) CHASH_LATER(14) CHASH_LATER(15)
#undef CHASH_FIRST
#undef CHASH_LATER
  CHASH_ADD(0, before0);
  CHASH_ADD(1, before1);
  *a = s0;
  *b = s1;
}

static inline CHASH_TARGET void chash_extended(
    uint32_t state[8], const uint8_t *p, size_t count) {
  chash_lanes s = chash_lanes_load(state);
  for (; count > 0; count--, p += 64) s = chash_block(s, p);
  chash_lanes_store(s, state);
}

#else
static inline int chash_has_extensions(void) { return 0; }
#endif

static inline void chash_compress(int how, uint32_t state[8], const uint8_t *p, size_t count) {
#ifdef CHASH_X86
  if (how == CHASH_AUTOMATIC && chash_has_extensions()) {
    chash_extended(state, p, count);
    return;
  }
#endif
  (void)how;
  chash_portable(state, p, count);
}
