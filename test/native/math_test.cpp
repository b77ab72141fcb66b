// Accuracy of native/simd/math.h for one vector width: run.sh compiles this once per instruction set.
//   math_test [stride [name]]   every stride-th float32 bit pattern, and an edge list with its neighbours
// Float functions are held to a bound in ulp against float64; specials (NaN, infinities, signs of zero) must be right.
#include "../../native/simd/math.h"

#include "math_sweep.h"

static double refSign(double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }
static double refSigmoid(double x) { return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x)); }
static double refMin(double x, double y) { return std::isnan(x) || std::isnan(y) ? NAN : x < y ? x : y; }
static double refMax(double x, double y) { return std::isnan(x) || std::isnan(y) ? NAN : x > y ? x : y; }
static double refRemainder(double x, double y) {
  double m = std::fmod(x, y);
  return m != 0 && (m < 0) != (y < 0) ? m + y : m;
}
static double refFloorDivide(double x, double y) {
  if (y == 0 || std::isnan(x) || std::isnan(y) || std::isinf(x)) return std::isinf(x) && y != 0 ? NAN : x / y;
  if (std::isinf(y)) return x == 0 || (x < 0) == (y < 0) ? std::copysign(0.0, x / y) : -1;
  // x - (x mod y) is a multiple of y: the quotient is exact until it passes 2^64
  long double q = ((long double)x - (long double)std::fmod(x, y)) / y;
  if (std::fmod(x, y) != 0 && (x < 0) != (y < 0)) q -= 1;
  return q == 0 ? std::copysign(0.0, x / y) : double(q);
}

static int64_t refIntMod(int64_t x, int64_t y) { return y == 0 ? 0 : x % y; }
static int64_t refIntRemainder(int64_t x, int64_t y) { return y == 0 ? 0 : ((x % y) + y) % y; }
static int64_t refIntFloorDivide(int64_t x, int64_t y) { return y == 0 ? 0 : (x - refIntRemainder(x, y)) / y; }
static int64_t refIntPow(int64_t x, int64_t y) {
  if (y < 0) return x == 1 ? 1 : x == -1 ? (y % 2 ? -1 : 1) : 0;
  uint32_t r = 1;
  for (int bit = 31; bit >= 0; bit--) {
    r *= r;
    if (y >> bit & 1) r *= uint32_t(x);
  }
  return int32_t(r);
}

template <class T>
static void checkMasks(const char* name) {
  const T values[] = {0,
                      -T(0),
                      1,
                      -1,
                      std::numeric_limits<T>::max(),
                      std::numeric_limits<T>::infinity(),
                      -std::numeric_limits<T>::infinity(),
                      std::numeric_limits<T>::quiet_NaN(),
                      -std::numeric_limits<T>::quiet_NaN(),
                      std::numeric_limits<T>::denorm_min()};
  bool ok = true;
  for (T v : values) {
    Vec<T> x(T(3));
    x.v[1] = v;
    ok = ok && (isnan(x).v[1] != 0) == std::isnan(v) && (isinf(x).v[1] != 0) == std::isinf(v);
    ok = ok && isnan(x).v[0] == 0 && isinf(x).v[0] == 0;
  }
  report(ok, name, "isnan, isinf");
}

#define VECTOR(f) [](const float* x, float* y) { blocks(x, y, [](Vec<float> v) { return f(v); }); }
#define VECTOR2(f) \
  [](const float* x, const float* y, float* z) { blocks(x, y, z, [](Vec<float> a, Vec<float> b) { return f(a, b); }); }
#define UNARY(f, bound, truth) sweep(#f, stride, bound, VECTOR(f), [](double x) -> double { return truth(x); })
#define LANEWISE(f, truth) sweep(#f, stride * 16, rounded, VECTOR(f), [](double x) -> double { return truth(x); })
#define BINARY(f, bound, truth) \
  sweep2(#f, stride, bound, VECTOR2(f), [](double x, double y) -> double { return truth(x, y); })
#define DOUBLE(f, truth) \
  checkDouble(           \
      #f, [](Vec<double> x) { return f(x); }, [](double x) -> double { return truth(x); })
#define INT2(f, truth)                                            \
  checkInt(                                                       \
      #f, [](Vec<int32_t> x, Vec<int32_t> y) { return f(x, y); }, \
      [](int64_t x, int64_t y) -> int64_t { return (void)y, truth; })

int main(int argc, char** argv) {
  const uint32_t stride = argc > 1 ? uint32_t(std::atoi(argv[1])) : 997;
  only = argc > 2 ? argv[2] : nullptr;
  // 0.5: correctly rounded. Lane-wise functions round a float64 result, which is off by a hair from that, and cost
  // the most to check: they take larger steps.
  const double exact = 0.5, rounded = 0.5001;
  UNARY(abs, exact, std::fabs);
  UNARY(sign, exact, refSign);
  UNARY(sqrt, rounded, std::sqrt);
  UNARY(floor, exact, std::floor);
  UNARY(ceil, exact, std::ceil);
  UNARY(trunc, exact, std::trunc);
  UNARY(round, exact, std::nearbyint);
  UNARY(exp, 1.05, std::exp);
  UNARY(expm1, 1.75, std::expm1);
  UNARY(log, 0.95, std::log);
  UNARY(log1p, 1.65, std::log1p);
  UNARY(sin, 1.55, std::sin);
  UNARY(cos, 1.55, std::cos);
  UNARY(tanh, 2, std::tanh);
  UNARY(sigmoid, 1.95, refSigmoid);
  UNARY(erf, 1.9, std::erf);
  LANEWISE(exp2, std::exp2);
  LANEWISE(log2, std::log2);
  LANEWISE(log10, std::log10);
  LANEWISE(tan, std::tan);
  LANEWISE(asin, std::asin);
  LANEWISE(acos, std::acos);
  LANEWISE(atan, std::atan);
  LANEWISE(sinh, std::sinh);
  LANEWISE(cosh, std::cosh);
  LANEWISE(asinh, std::asinh);
  LANEWISE(acosh, std::acosh);
  LANEWISE(atanh, std::atanh);
  LANEWISE(erfc, std::erfc);
  LANEWISE(lgamma, std::lgamma);
  BINARY(hypot, rounded, std::hypot);
  BINARY(pow, 0.55, std::pow);
  BINARY(atan2, rounded, std::atan2);
  BINARY(copysign, exact, std::copysign);
  BINARY(fmod, exact, std::fmod);
  BINARY(remainder, rounded, refRemainder);
  BINARY(floorDivide, 2, refFloorDivide);  // PyTorch's formula rounds a - mod
  BINARY(minimum, exact, refMin);
  BINARY(maximum, exact, refMax);

  DOUBLE(abs, std::fabs);
  DOUBLE(sign, refSign);
  DOUBLE(sqrt, std::sqrt);
  DOUBLE(floor, std::floor);
  DOUBLE(ceil, std::ceil);
  DOUBLE(trunc, std::trunc);
  DOUBLE(round, std::nearbyint);
  DOUBLE(exp, std::exp);
  DOUBLE(expm1, std::expm1);
  DOUBLE(exp2, std::exp2);
  DOUBLE(log, std::log);
  DOUBLE(log1p, std::log1p);
  DOUBLE(log2, std::log2);
  DOUBLE(log10, std::log10);
  DOUBLE(sin, std::sin);
  DOUBLE(cos, std::cos);
  DOUBLE(tan, std::tan);
  DOUBLE(asin, std::asin);
  DOUBLE(acos, std::acos);
  DOUBLE(atan, std::atan);
  DOUBLE(sinh, std::sinh);
  DOUBLE(cosh, std::cosh);
  DOUBLE(tanh, std::tanh);
  DOUBLE(asinh, std::asinh);
  DOUBLE(acosh, std::acosh);
  DOUBLE(atanh, std::atanh);
  DOUBLE(erf, std::erf);
  DOUBLE(erfc, std::erfc);
  checkDouble(
      "pow", [](Vec<double> x) { return pow(x, abs(x)); }, [](double x) { return std::pow(x, std::fabs(x)); });
  checkDouble(
      "fmod", [](Vec<double> x) { return fmod(x, Vec<double>(-3.7)); }, [](double x) { return std::fmod(x, -3.7); });
  checkDouble(
      "remainder", [](Vec<double> x) { return remainder(x, Vec<double>(-3.7)); },
      [](double x) { return refRemainder(x, -3.7); });
  checkDouble(
      "floorDivide", [](Vec<double> x) { return floorDivide(x, Vec<double>(-4.0)); },
      [](double x) { return std::isinf(x) ? NAN : std::floor(x / -4.0); });
  checkDouble(
      "minimum", [](Vec<double> x) { return minimum(x, Vec<double>(0.3)); }, [](double x) { return refMin(x, 0.3); });
  checkDouble(
      "maximum", [](Vec<double> x) { return maximum(Vec<double>(0.3), x); }, [](double x) { return refMax(0.3, x); });
  checkDouble(
      "atan2", [](Vec<double> x) { return atan2(x, Vec<double>(-2.0)); }, [](double x) { return std::atan2(x, -2.0); });
  checkDouble(
      "copysign", [](Vec<double> x) { return copysign(Vec<double>(2.0), x); },
      [](double x) { return std::copysign(2.0, x); });
  checkMasks<float>("float masks");
  checkMasks<double>("double masks");

  INT2(fmod, refIntMod(x, y));
  INT2(remainder, refIntRemainder(x, y));
  INT2(floorDivide, refIntFloorDivide(x, y));
  INT2(pow, refIntPow(x, y));
  INT2(minimum, x < y ? x : y);
  INT2(maximum, x > y ? x : y);
  checkInt(
      "abs", [](Vec<int32_t> x, Vec<int32_t>) { return abs(x); }, [](int64_t x, int64_t) { return x < 0 ? -x : x; });
  checkInt(
      "sign", [](Vec<int32_t> x, Vec<int32_t>) { return sign(x); },
      [](int64_t x, int64_t) { return int64_t(x > 0) - int64_t(x < 0); });

  std::printf("math %d-byte vectors: %d passed, %d failed\n", DESCEND_VEC_BYTES, passed, failed);
  return failed == 0 ? 0 : 1;
}
