// Philox 4x32-10: four random words from a counter and a key. random.cpp tells the recipe.
#pragma once
#include <cstdint>

namespace {

inline void philox(const uint32_t (&key)[2], uint64_t counter, uint32_t* out) {
  uint32_t x0 = uint32_t(counter), x1 = uint32_t(counter >> 32), x2 = 0, x3 = 0;
  uint32_t k0 = key[0], k1 = key[1];
  for (int round = 0; round < 10; round++) {
    const uint64_t p = uint64_t(0xD2511F53u) * x0, q = uint64_t(0xCD9E8D57u) * x2;
    x0 = uint32_t(q >> 32) ^ x1 ^ k0;
    x2 = uint32_t(p >> 32) ^ x3 ^ k1;
    x1 = uint32_t(q);
    x3 = uint32_t(p);
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  out[0] = x0, out[1] = x1, out[2] = x2, out[3] = x3;
}

}  // namespace
