// What math_test.cpp measures with: inputs, error in ulp, sweeps of float functions, exact checks of float64 and int32.
#pragma once
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <vector>

#include "../../native/simd/math.h"

static int passed = 0, failed = 0;

static void report(bool ok, const char* name, const char* detail) {
  (ok ? passed : failed)++;
  std::printf("%-18s %3d  %s%s\n", name, DESCEND_VEC_BYTES, detail, ok ? "" : "  FAILED");
}

static float floatOf(uint32_t b) {
  float f;
  std::memcpy(&f, &b, 4);
  return f;
}

// Distance of got from the float64 truth in units of the float32 spacing there; infinity for a wrong special value.
static double ulpError(float got, double truth) {
  const double wrong = std::numeric_limits<double>::infinity();
  if (std::isnan(truth) || std::isnan(got)) return std::isnan(truth) && std::isnan(got) ? 0 : wrong;
  if ((got == 0 || truth == 0) && std::signbit(got) != std::signbit(truth)) return wrong;
  if (std::isinf(truth) || truth == 0) return double(got) == truth ? 0 : wrong;
  if (double(float(truth)) == double(got) && std::isinf(got)) return 0;
  double value = std::isinf(got) ? std::copysign(0x1p128, got) : double(got);
  int exponent = std::min(std::max(std::ilogb(truth), -126), 127);
  return std::fabs(value - truth) / std::ldexp(1.0, exponent - 23);
}

static std::vector<float> edges() {
  const float inf = HUGE_VALF;
  std::vector<float> list = {0,
                             0x1p-149f,
                             0x1p-140f,
                             0x1p-127f,
                             0x1p-126f,
                             0x1p-125f,
                             0x1p-50f,
                             0x1p-26f,
                             0x1p-25f,
                             0x1p-24f,
                             0x1p-23f,
                             0x1p-12f,
                             0.1f,
                             0.25f,
                             1 / 3.f,
                             0.34657359f,
                             0.5f,
                             2 / 3.f,
                             0.70710678f,
                             0.75f,
                             0.88f,
                             1,
                             1.03972077f,
                             4 / 3.f,
                             1.4142135f,
                             1.5f,
                             2,
                             2.5f,
                             3,
                             3.5f,
                             3.92f,
                             3.93f,
                             4,
                             5,
                             7,
                             8,
                             9.01f,
                             9.5f,
                             10,
                             10.05f,
                             17,
                             17.33f,
                             18,
                             31.5f,
                             64,
                             87.33654f,
                             88,
                             88.376f,
                             88.72283f,
                             89,
                             100,
                             103.9f,
                             103.97208f,
                             104,
                             105,
                             126,
                             127,
                             128,
                             149,
                             150,
                             1000,
                             1e5f,
                             2097152,
                             8388607,
                             8388608,
                             16777215,
                             16777216,
                             2147483648.0f,
                             1e10f,
                             1e20f,
                             1e30f,
                             0x1p127f,
                             3.4028235e38f,
                             inf};
  for (int k = 1; k < 40; k++) list.push_back(float(k * M_PI_2));
  for (int k = 100; k < 60000; k += 371) list.push_back(float(k * M_PI_2));
  std::vector<float> all = {HUGE_VALF - HUGE_VALF, -(HUGE_VALF - HUGE_VALF)};
  for (float v : list) {
    float lo = v, hi = v;
    for (int i = 0; i < 4; i++) {
      all.insert(all.end(), {lo, hi, -lo, -hi});
      lo = std::nextafter(lo, 0.f);
      hi = std::nextafter(hi, inf);
    }
  }
  return all;
}

constexpr int kBlock = 4096;  // a multiple of every vector width
struct Inputs {
  const std::vector<float> edge = edges();
  uint64_t next = 0;
  size_t used = 0;
  uint32_t stride;
  explicit Inputs(uint32_t s) : stride(s) {}
  bool fill(float* x) {
    if (used >= edge.size() && next >> 32) return false;
    for (int i = 0; i < kBlock; i++) {
      if (used < edge.size())
        x[i] = edge[used++];
      else
        x[i] = floatOf(uint32_t(next)), next += next >> 32 ? 0 : stride;
    }
    return true;
  }
};

static const char* only = nullptr;  // the one function to test, when named
static bool skip(const char* name) { return only != nullptr && std::strcmp(only, name) != 0; }

template <class Vector, class Truth>
static void sweep(const char* name, uint32_t stride, double bound, Vector vector, Truth truth) {
  if (skip(name)) return;
  alignas(64) static float x[kBlock], y[kBlock];
  Inputs inputs(stride);
  double worst = 0;
  float at = 0, got = 0;
  while (inputs.fill(x)) {
    vector(x, y);
    for (int i = 0; i < kBlock; i++) {
      double e = ulpError(y[i], truth(double(x[i])));
      if (e > worst) worst = e, at = x[i], got = y[i];
    }
  }
  char detail[160];
  std::snprintf(detail, sizeof detail, "max %.3f ulp (bound %.2f) at %.9g (%a), got %.9g", worst, bound, at, at, got);
  report(worst <= bound, name, detail);
}

// Pairs: every edge with every edge, then pseudo-random ones, half of them of moderate size.
template <class Vector, class Truth>
static void sweep2(const char* name, uint32_t stride, double bound, Vector vector, Truth truth) {
  if (skip(name)) return;
  alignas(64) static float x[kBlock], y[kBlock], z[kBlock];
  std::vector<float> edge;
  const std::vector<float> all = edges();
  for (size_t i = 0; i < all.size(); i += i < 600 ? 1 : 37) edge.push_back(all[i]);
  const uint64_t edgePairs = edge.size() * edge.size(), total = edgePairs + (uint64_t(1) << 32) / stride;
  uint64_t state = 88172645463325252ull;
  double worst = 0;
  float atX = 0, atY = 0, got = 0;
  for (uint64_t done = 0; done < total; done += kBlock) {
    for (int i = 0; i < kBlock; i++) {
      if (done + i < edgePairs) {
        x[i] = edge[(done + i) / edge.size()], y[i] = edge[(done + i) % edge.size()];
        continue;
      }
      state ^= state << 13, state ^= state >> 7, state ^= state << 17;
      x[i] = floatOf(uint32_t(state)), y[i] = floatOf(uint32_t(state >> 32));
      if (i & 1) {  // exponents within 2^-8 .. 2^7, and every fourth y a small integer
        x[i] = floatOf((uint32_t(state) & 0x87ffffffu) | 0x38000000u);
        y[i] = i & 2 ? floatOf((uint32_t(state >> 32) & 0x87ffffffu) | 0x38000000u) : float(int(state >> 58) - 32);
      }
    }
    vector(x, y, z);
    for (int i = 0; i < kBlock; i++) {
      double e = ulpError(z[i], truth(double(x[i]), double(y[i])));
      if (e > worst) worst = e, atX = x[i], atY = y[i], got = z[i];
    }
  }
  char detail[160];
  std::snprintf(detail, sizeof detail, "max %.3f ulp (bound %.2f) at %.9g, %.9g, got %.9g", worst, bound, atX, atY,
                got);
  report(worst <= bound, name, detail);
}

template <class T, class F>
static void blocks(const T* x, T* y, F f) {
  for (int i = 0; i < kBlock; i += Vec<T>::N) f(Vec<T>::load(x + i)).store(y + i);
}
template <class T, class F>
static void blocks(const T* x, const T* y, T* z, F f) {
  for (int i = 0; i < kBlock; i += Vec<T>::N) f(Vec<T>::load(x + i), Vec<T>::load(y + i)).store(z + i);
}

template <class T>
static bool sameFloat(T a, T b) {
  return std::isnan(a) ? std::isnan(b) : a == b && std::signbit(a) == std::signbit(b);
}

template <class Vector, class Truth>
static void checkDouble(const char* name, Vector vector, Truth truth) {
  if (skip(name)) return;
  alignas(64) static double x[kBlock], y[kBlock];
  const std::vector<float> edge = edges();
  uint64_t state = 88172645463325252ull;
  for (int i = 0; i < kBlock; i++) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    uint64_t pattern = i & 1 ? state : (state & 0x81ffffffffffffffull) | 0x3f00000000000000ull;
    std::memcpy(&x[i], &pattern, 8);
    if (i < int(edge.size()) && i < kBlock / 2) x[i] = edge[i];
  }
  for (int k = 0; k < 8; k++) x[kBlock - 8 + k] = (k & 4 ? -1 : 1) * (0x1p52 - 1.5 + (k & 3));
  blocks(x, y, vector);
  int bad = 0;
  double at = 0;
  for (int i = 0; i < kBlock; i++) {
    if (!sameFloat(y[i], double(truth(x[i])))) bad++, at = x[i];
  }
  char detail[100];
  std::snprintf(detail, sizeof detail, bad ? "%d float64 values differ, such as at %a" : "float64 exact", bad, at);
  report(bad == 0, name, detail);
}

template <class Vector, class Truth>
static void checkInt(const char* name, Vector vector, Truth truth) {
  if (skip(name)) return;
  alignas(64) static int32_t x[kBlock], y[kBlock], z[kBlock];
  const int32_t edge[] = {0,          1,        -1,    2,      -2,      3,         -3,
                          4,          5,        -7,    10,     31,      32,        -32,
                          33,         46341,    65536, -65536, 1 << 30, INT32_MAX, INT32_MAX - 1,
                          -INT32_MAX, INT32_MIN};
  const int n = sizeof edge / sizeof edge[0];
  uint64_t state = 88172645463325252ull;
  for (int i = 0; i < kBlock; i++) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    x[i] = int32_t(state) >> (i & 15), y[i] = int32_t(state >> 32) >> (i >> 4 & 31);
    if (i < n * n) x[i] = edge[i / n], y[i] = edge[i % n];
  }
  blocks(x, y, z, vector);
  int bad = 0, at = 0;
  for (int i = 0; i < kBlock; i++) {
    if (z[i] != int32_t(uint32_t(uint64_t(truth(int64_t(x[i]), int64_t(y[i])))))) bad++, at = i;
  }
  char detail[100];
  std::snprintf(detail, sizeof detail, bad ? "%d int32 values differ, such as at %d, %d: %d" : "int32 exact", bad,
                x[at], y[at], z[at]);
  report(bad == 0, name, detail);
}
