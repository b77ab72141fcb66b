// Inverse hyperbolic functions, erfinv and hypot of floats, in double: correctly rounded but for rare ties.
#pragma once
#include "explog.h"

namespace {

// f, which takes and gives doubles, on every float
template <class F>
DESCEND_INLINE Vec<float> inDouble(Vec<float> x, F f) {
  Wide w = widen(x);
  return narrow(f(w.lo), f(w.hi));
}
// log(x), for what log2Core takes
DESCEND_INLINE Vec<double> logWide(Vec<double> x) { return log2Core(x) * Vec<double>(0.6931471805599453094); }

// Below this the first terms of the series are exact enough, and logarithms near 1 are not.
constexpr double kSeries = 0x1p-12;

// 0.51 ulp
DESCEND_INLINE Vec<float> asinh(Vec<float> x) {
  auto f = [](Vec<double> a) {
    Vec<double> square = a * a, y = logWide(a + sqrt(square + Vec<double>(1.0)));
    y = select(a < Vec<double>(kSeries), fma(a * square, Vec<double>(-1.0 / 6), a), y);
    return select(a < Vec<double>(__builtin_inf()), y, a);
  };
  return withSign(inDouble(abs(x), f), signBits(x));
}
// 0.51 ulp
DESCEND_INLINE Vec<float> acosh(Vec<float> x) {
  return inDouble(x, [](Vec<double> a) {
    const Vec<double> one(1.0);
    Vec<double> y = logWide(a + sqrt((a - one) * (a + one)));
    y = select(a < Vec<double>(__builtin_inf()), y, a);
    return select(a < one, Vec<double>(__builtin_nan("")), y);
  });
}
// 0.51 ulp
DESCEND_INLINE Vec<float> atanh(Vec<float> x) {
  auto f = [](Vec<double> a) {
    const Vec<double> one(1.0);
    Vec<double> y = logWide((one + a) / (one - a)) * Vec<double>(0.5);
    y = select(a < Vec<double>(kSeries), fma(a * a * a, Vec<double>(1.0 / 3), a), y);
    Vec<double> edge = select(a == one, Vec<double>(__builtin_inf()), Vec<double>(__builtin_nan("")));
    return select(a < one, y, edge);
  };
  return withSign(inDouble(abs(x), f), signBits(x));
}

// erfinv(a) / a as a polynomial in w = -log(1 - a^2), and erfinv(a) as one in sqrt(w) for large w: the variables of
// Giles, "Approximating the erfinv function", 2010. Chebyshev fits of our own, relative error 2^-32.
template <class T>
DESCEND_INLINE T erfinvMiddle(T w) {
  const double c[] = {1.501409351110792,      0.24664027678526776,     -0.004177317810140035,   -0.001252708083622281,
                      0.00021825064939995,    -4.99588144876006e-06,   -3.4171152327450104e-06, 4.786448243400271e-07,
                      1.3691496015199152e-08, -1.0854397093112376e-08, 8.327000821030813e-10,   1.2302888973120805e-10,
                      -2.1203565131819003e-11};
  T x = w - T(2.5), p = T(c[12]);
  for (int i = 11; i >= 0; i--) p = p * x + T(c[i]);
  return p;
}
template <class T>
DESCEND_INLINE T erfinvTail(T s) {
  const double c[] = {3.839783581891364,       1.0094949221856655,     0.00125358733158909,     -0.00085401332429325,
                      0.00029536061990225674,  -8.443997270430023e-05, 2.1185121290448674e-05,  -4.422166970015002e-06,
                      7.211583952823573e-07,   2.9233858035791294e-08, -2.2722223980061077e-07, 1.41561556818731e-07,
                      -1.8514525929488972e-08, -9.380125544995107e-09, 2.430677386291526e-09};
  T x = s - T(4.0), p = T(c[14]);
  for (int i = 13; i >= 0; i--) p = p * x + T(c[i]);
  return p;
}
constexpr double kErfinvTail = 5;

// 0.51 ulp
DESCEND_INLINE Vec<float> erfinv(Vec<float> x) {
  auto f = [](Vec<double> a) {
    const Vec<double> one(1.0);
    Vec<double> w = -logWide((one - a) * (one + a));
    Vec<double> y = select(w < Vec<double>(kErfinvTail), erfinvMiddle(w) * a, erfinvTail(sqrt(w)));
    Vec<double> edge = select(a == one, Vec<double>(__builtin_inf()), Vec<double>(__builtin_nan("")));
    return select(a < one, y, edge);
  };
  return withSign(inDouble(abs(x), f), signBits(x));
}
// The fit and one step of Halley's method, which takes its error to the third power.
DESCEND_INLINE Vec<double> erfinv(Vec<double> x) {
  return mapLanes(x, [](double value) {
    const double a = __builtin_fabs(value);
    if (!(a < 1)) return a == 1 ? __builtin_copysign(__builtin_inf(), value) : __builtin_nan("");
    const double w = -__builtin_log1p(-a * a);
    double y = w < kErfinvTail ? erfinvMiddle(w) * a : erfinvTail(__builtin_sqrt(-__builtin_log((1 - a) * (1 + a))));
    const double off = a < 0.5 ? __builtin_erf(y) - a : (1 - a) - __builtin_erfc(y);
    const double step = off * __builtin_exp(y * y) * 0.88622692545275801365;  // sqrt(pi) / 2
    return __builtin_copysign(y - step / (1 + y * step), value);
  });
}

// 0.51 ulp. C's: infinite where either is, even beside a NaN.
DESCEND_INLINE Vec<float> hypot(Vec<float> a, Vec<float> b) {
  const Vec<float> infinity(__builtin_inff());
  Wide x = widen(a), y = widen(b);
  Vec<float> r = narrow(sqrt(x.lo * x.lo + y.lo * y.lo), sqrt(x.hi * x.hi + y.hi * y.hi));
  return select((abs(a) == infinity) | (abs(b) == infinity), infinity, r);
}
DESCEND_INLINE Vec<double> hypot(Vec<double> a, Vec<double> b) {
  return mapLanes(a, b, [](double x, double y) { return __builtin_hypot(x, y); });
}

}  // namespace
