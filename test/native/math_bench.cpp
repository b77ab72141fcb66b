// Nanoseconds per float of the hot functions of native/simd/math.h, one thread, data in the first-level cache.
#include <cmath>
#include <cstdio>
#include <ctime>

#include "../../native/simd/math.h"

constexpr int kCount = 4096, kRounds = 256;  // one run is 2^20 floats
alignas(64) static float x[kCount], y[kCount], z[kCount];

static double now() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

template <class F>
static void measure(const char* name, F f) {
  double best = 1e18;
  for (int run = 0; run < 30; run++) {
    double start = now();
    for (int round = 0; round < kRounds; round++) {
      f();
      asm volatile("" ::"r"(z) : "memory");
    }
    double ns = (now() - start) / (double(kCount) * kRounds);
    if (ns < best) best = ns;
  }
  std::printf("%-10s %3d  %.3f ns per float, %.3f ms per 2^20\n", name, DESCEND_VEC_BYTES, best,
              best * kCount * kRounds / 1e6);
}

#define MEASURE(f)                                                                           \
  measure(#f, [] {                                                                           \
    for (int i = 0; i < kCount; i += Vec<float>::N) f(Vec<float>::load(x + i)).store(z + i); \
  })
#define MEASURE2(f)                                                                                                   \
  measure(#f, [] {                                                                                                    \
    for (int i = 0; i < kCount; i += Vec<float>::N) f(Vec<float>::load(x + i), Vec<float>::load(y + i)).store(z + i); \
  })

int main() {
  for (int i = 0; i < kCount; i++) {
    x[i] = float(i * 37 % kCount + 1) * (5.0f / kCount) * (i & 1 ? -1 : 1);
    y[i] = float(i * 101 % kCount + 1) * (4.0f / kCount);
  }
  MEASURE(exp);
  MEASURE(tanh);
  MEASURE(sigmoid);
  MEASURE(erf);
  MEASURE(expm1);
  MEASURE(sin);
  MEASURE(cos);
  MEASURE(abs);
  for (int i = 0; i < kCount; i++) x[i] = x[i] < 0 ? -x[i] : x[i];
  MEASURE(log);
  MEASURE(log1p);
  MEASURE2(pow);
}
