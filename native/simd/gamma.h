// lgamma, digamma and polygamma, in double on every lane: they are not hot, and a float is then correctly rounded but
// for rare ties. https://dlmf.nist.gov/5 and https://dlmf.nist.gov/25.11
#pragma once
#include "lanes.h"

namespace {

constexpr double kPi = 3.14159265358979323846;

// sum of c[i] x^i
template <int N>
double sumOfPowers(const double (&c)[N], double x) {
  double p = c[N - 1];
  for (int i = N - 2; i >= 0; i--) p = p * x + c[i];
  return p;
}
// x without the nearest integer, exactly
double fromNearest(double x) { return x - __builtin_rint(x); }

// lgamma(2 + z) for |z| <= 1/2, relative error 2^-53: a Chebyshev fit of lgamma(2 + z) / z
double lgammaNearTwo(double z) {
  static const double c[] = {
      0.42278433509846713,     0.3224670334241132,     -0.06735230105319814,    0.02058080842778457,
      -0.0073855510286681535,  0.002890510330738737,   -0.0011927539120010226,  0.0005096695248853096,
      -0.00022315475074520367, 9.945750909889392e-05,  -4.4926351103833334e-05, 2.050726741605779e-05,
      -9.438458716242811e-06,  4.374374916915131e-06,  -2.0449201467015115e-06, 9.578663334114758e-07,
      -4.303558760359961e-07,  2.0304806751615227e-07, -1.3412819758517287e-07, 6.379047507619774e-08};
  return z * sumOfPowers(c, z);
}
double lgammaOf(double x) {
  if (x != x || __builtin_isinf(x)) return x * x;
  if (x < 0.5) {
    if (x <= 0) {  // reflection, DLMF 5.5.3
      const double t = fromNearest(x);
      if (t == 0) return __builtin_inf();
      if (x < -0.5) return -__builtin_log(__builtin_fabs(__builtin_sin(kPi * t)) / kPi) - lgammaOf(1 - x);
    }
    // lgamma(1 + x) - log |x|
    return lgammaNearTwo(x) - __builtin_log1p(x) - __builtin_log(__builtin_fabs(x));
  }
  if (x < 1.5) return lgammaNearTwo(x - 1) - __builtin_log1p(x - 1);
  if (x < 8) {
    double product = 1;
    while (x >= 2.5) product *= --x;
    return __builtin_log(product) + lgammaNearTwo(x - 2);
  }
  // Stirling's series, DLMF 5.11.1
  static const double c[] = {1.0 / 12,   -1.0 / 360,        1.0 / 1260, -1.0 / 1680,
                             1.0 / 1188, -691.0 / 360360.0, 1.0 / 156,  -3617.0 / 122400.0};
  const double r = 1 / x;
  return (x - 0.5) * (__builtin_log(x) - 1) + (0.41893853320467274178 + r * sumOfPowers(c, r * r));
}

double digammaOf(double x) {
  if (x == 0) return __builtin_copysign(__builtin_inf(), -x);
  if (x < 0) {  // reflection, DLMF 5.5.4
    const double t = fromNearest(x);
    return t == 0 ? __builtin_nan("") : digammaOf(1 - x) - kPi / __builtin_tan(kPi * t);
  }
  double below = 0;
  for (; x < 10; x += 1) below += 1 / x;
  // DLMF 5.11.2
  static const double c[] = {1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12};
  const double r = 1 / x;
  return __builtin_log(x) - 0.5 * r - r * r * sumOfPowers(c, r * r) - below;
}

// The sum of (x + k)^-s over k >= 0, for s > 1 and x > 0: Euler and Maclaurin's formula, DLMF 25.11.5
double zetaOf(double s, double x) {
  double sum = 0;
  for (; x < 10 + s; x += 1) sum += __builtin_pow(x, -s);
  static const double c[] = {
      1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1209600, 1.0 / 47900160, -691.0 / 1307674368000.0, 1.0 / 74724249600.0};
  double rising = s / x, tail = x / (s - 1) + 0.5;
  for (int j = 0; j < 7; j++) {
    tail += c[j] * rising;
    rising *= (s + 2 * j + 1) / x * ((s + 2 * j + 2) / x);
  }
  return sum + __builtin_pow(x, -s) * tail;
}
double polygammaOf(double order, double x) {
  const double n = __builtin_trunc(order), s = n + 1;
  if (!(n >= 1)) return n == 0 ? digammaOf(x) : __builtin_nan("");
  if (x != x || x == -__builtin_inf()) return __builtin_nan("");
  const bool odd = __builtin_fmod(n, 2) != 0;
  double factor = odd ? 1 : -1, z;
  for (double k = 2; k <= n && k <= 171; k++) factor *= k;
  if (x == __builtin_inf()) return odd ? 0.0 : -0.0;
  if (x > 0) {
    z = zetaOf(s, x);
  } else {  // the terms on the way to 0 are a difference of two sums over positive ones
    const double t = fromNearest(x), up = t > 0 ? t : 1 + t, down = t > 0 ? 1 - t : -t;
    if (t == 0) return factor * __builtin_inf();
    const double left = zetaOf(s, down) - zetaOf(s, 1 - x);
    z = zetaOf(s, up) + (odd ? left : -left);
  }
  return factor * z;
}

#define DESCEND_GAMMA(name)                                         \
  DESCEND_INLINE Vec<float> name(Vec<float> a) {                    \
    return mapLanes(a, [](float x) { return float(name##Of(x)); }); \
  }                                                                 \
  DESCEND_INLINE Vec<double> name(Vec<double> a) { return mapLanes(a, name##Of); }
DESCEND_GAMMA(lgamma)
DESCEND_GAMMA(digamma)
#undef DESCEND_GAMMA
DESCEND_INLINE Vec<float> polygamma(Vec<float> n, Vec<float> x) {
  return mapLanes(n, x, [](float order, float v) { return float(polygammaOf(order, v)); });
}
DESCEND_INLINE Vec<double> polygamma(Vec<double> n, Vec<double> x) { return mapLanes(n, x, polygammaOf); }

}  // namespace
