// Exponentials, logarithms and powers. Coefficients are minimax fits (Remez exchange, then rounded to float one by one
// with the others refitted). "1.05 ulp" above a float function bounds the errors that test/native/math_test.cpp
// measured on a dense sweep, against float64 and on every instruction set.
#pragma once
#include "arith.h"

namespace {

// x below lo gives lo, above hi gives hi; NaN stays
template <class T>
DESCEND_INLINE Vec<T> clampKeepNaN(Vec<T> x, T lo, T hi) {
  return greater(Vec<T>(lo), lesser(Vec<T>(hi), x));
}

// Without fused multiply-add every product rounds: there tanh and erf carry one rounding error along to stay accurate.
#if defined(__FMA__) || defined(__aarch64__)
constexpr bool kFused = true;
#else
constexpr bool kFused = false;
#endif

constexpr float kLog2e = 0x1.715476p+0f, kLn2High = 0x1.62e4p-1f, kLn2Low = 0x1.7f7d1cp-20f;

// x = n ln(2) + r with |r| <= ln(2) / 2. Adding 1.5 * 2^23 + bias rounds x / ln(2) to n and leaves n + bias in the low
// bits of the pattern, where a shift by 23 makes it an exponent and drops the rest.
struct Exponent {
  Vec<float> r, n;
  Bits<float> biased;
};
DESCEND_INLINE Exponent splitExponent(Vec<float> x, float bias) {
  const Vec<float> shift(12582912.0f + bias);
  Vec<float> t = fma(x, Vec<float>(kLog2e), shift), n = t - shift;
  return {fma(n, Vec<float>(-kLn2Low), fma(n, Vec<float>(-kLn2High), x)), n, bits(t)};
}
// 2^(n + bias - 127), which must be normal
DESCEND_INLINE Vec<float> powerOfTwo(Bits<float> biased) { return fromBits<float>(biased << 23); }

// 2^n p where n (with bias 254) may pass the range of normal numbers: two exact steps, then one rounding
DESCEND_INLINE Vec<float> scale(Vec<float> p, Exponent e) {
#ifdef DESCEND_AVX512
  return _mm512_maskz_scalef_ps(-1, p.v, e.n.v);
#else
  Bits<float> half = (e.biased << 22) & 0xff800000u;
  return (p * fromBits<float>(half)) * fromBits<float>((e.biased << 23) - half);
#endif
}

// e^r - 1 - r for |r| <= ln(2) / 2, good for a relative error of e^r - 1 of 2^-26, plus low. Terms in pairs, which
// shortens the chain of dependent operations.
DESCEND_INLINE Vec<float> expm1Tail(Vec<float> r, Vec<float> low) {
  Vec<float> r2 = r * r;
  Vec<float> q = fma(Vec<float>(0x1.6acabap-10f), r2, polynomial(r, 0x1.555798p-5f, 0x1.122bf6p-7f));
  return fma(fma(q, r2, polynomial(r, 0x1.fffffep-2f, 0x1.5554aap-3f)), r2, low);
}
DESCEND_INLINE Vec<float> expm1Core(Vec<float> r) { return expm1Tail(r, r); }

#ifdef DESCEND_AVX512
// 2^(i / 16), and what it lost
constexpr float kPowers[] = {0x1p+0f,        0x1.0b5586p+0f, 0x1.172b84p+0f, 0x1.2387a6p+0f,
                             0x1.306fep+0f,  0x1.3dea64p+0f, 0x1.4bfdaep+0f, 0x1.5ab07ep+0f,
                             0x1.6a09e6p+0f, 0x1.7a1148p+0f, 0x1.8ace54p+0f, 0x1.9c4918p+0f,
                             0x1.ae89fap+0f, 0x1.c199bep+0f, 0x1.d5818ep+0f, 0x1.ea4afap+0f};
constexpr float kPowersLow[] = {0x0p+0f,          0x1.9f3122p-25f,  -0x1.c15742p-27f, 0x1.ceac48p-25f,
                                0x1.4636e2p-25f,  0x1.824684p-25f,  -0x1.593abcp-25f, -0x1.5bd5ecp-27f,
                                0x1.9fcef4p-26f,  -0x1.829fdp-25f,  0x1.15506ep-27f,  0x1.51f848p-27f,
                                -0x1.a94b14p-26f, -0x1.3d56b2p-27f, -0x1.822dbcp-27f, 0x1.52486cp-27f};
// 0.6 ulp. x = n ln(2) + r, n in sixteenths, whose fraction is looked up. Beyond the range of floats n alone decides,
// and for NaN: all that r must be is finite.
DESCEND_INLINE Vec<float> exp(Vec<float> x) {
  const Vec<float> shift(0x1.8p19f);
  Vec<float> t = fma(x, Vec<float>(kLog2e), shift), n = t - shift;
  // the high part of ln(2) is short enough that its product with n is exact
  Vec<float> r = fma(n, Vec<float>(-0x1.0bfbe8p-15f), fma(n, Vec<float>(-0x1.62ep-1f), x));
  r = within(r, Vec<float>(0.03f));
  Vec<float> p = fma(polynomial(r, 0x1.00022p-1f, 0x1.555738p-3f), r * r, r), power = lookup(kPowers, bits(t));
  return _mm512_maskz_scalef_ps(-1, (power + fma(power, p, lookup(kPowersLow, bits(t)))).v, n.v);
}
#else
// 1.05 ulp
DESCEND_INLINE Vec<float> exp(Vec<float> x) {
  Exponent e = splitExponent(clampKeepNaN(x, -104.0f, 89.0f), 254.0f);
  return scale(expm1Core(e.r) + Vec<float>(1.0f), e);
}
#endif

// 1.75 ulp. 2^n (e^r - 1) + (2^n - 1). The halved scale keeps 2^128 finite; the sign is restored for -0.
DESCEND_INLINE Vec<float> expm1(Vec<float> x) {
  Exponent e = splitExponent(clampKeepNaN(x, -18.0f, 89.0f), 126.0f);
  Vec<float> p = expm1Core(e.r), half = powerOfTwo(e.biased);
  Vec<float> scaled = fma(half, p, half - Vec<float>(0.5f));
  // n = 0 apart: halving a denormal would lose its last bit
  return withSign(select(e.n == Vec<float>(0.0f), p, scaled + scaled), signBits(x));
}

// log(1 + f) for -1/3 <= f <= 1/3, plus k log(2)
DESCEND_INLINE Vec<float> logCore(Vec<float> f, Vec<float> k) {
  Vec<float> p = polynomial(f, -0.5f, 0x1.55550cp-2f, -0x1.fffe9ap-3f, 0x1.99ce80p-3f, -0x1.55b5fap-3f, 0x1.1edc08p-3f,
                            -0x1.efd8b8p-4f, 0x1.1eb22cp-3f, -0x1.0fcb10p-3f);
  Vec<float> small = fma(p, f * f, k * Vec<float>(kLn2Low));
  return fma(k, Vec<float>(kLn2High), f + small);
}
// u = m 2^k with 2/3 <= m < 4/3; k in place, as the bits of k << 23
DESCEND_INLINE Bits<float> exponentBits(Vec<float> u) { return (bits(u) - 0x3f2aaaabu) & 0xff800000u; }
DESCEND_INLINE Vec<float> exponentOf(Bits<float> k) { return toFloat(Vec<int32_t>((Vec<int32_t>::Raw)k >> 23)); }

// value where m is true, else +0; NaN where m is true, else a. An and, an or: other selects cost three
// micro-operations.
DESCEND_INLINE Vec<float> maskValue(Mask<float> m, Vec<float> value) { return select(m, value, Vec<float>(0.0f)); }
DESCEND_INLINE Vec<float> invalidate(Vec<float> a, Mask<float> m) {
  Vec<int32_t> ones(-1);
  return Vec<float>((Vec<float>::Raw)(m.v ? ones.v : (Vec<int32_t>::Raw)a.v));
}

#ifdef DESCEND_AVX512
// 1 / c for a c in each sixteenth of [1, 2), the upper half of them halved, with log(c) and what that lost. 1 / c has
// so few bits that m / c - 1 is exact but for a few m; next to 1 it is 1.
constexpr float kReciprocals[] = {0x1p+0f,   0x1.dp-1f,  0x1.cp-1f, 0x1.a8p-1f, 0x1.9p-1f,  0x1.8p-1f,
                                  0x1.7p-1f, 0x1.6p-1f,  0x1.5p+0f, 0x1.4p+0f,  0x1.38p+0f, 0x1.28p+0f,
                                  0x1.2p+0f, 0x1.18p+0f, 0x1.1p+0f, 0x1p+0f};
constexpr float kLogarithms[] = {0x0p+0f,         0x1.9335e6p-4f,  0x1.1178e8p-3f,  0x1.823c16p-3f,
                                 0x1.f991c6p-3f,  0x1.269622p-2f,  0x1.522aep-2f,   0x1.7fafa4p-2f,
                                 -0x1.1675cap-2f, -0x1.c8ff7cp-3f, -0x1.9525aap-3f, -0x1.29553p-3f,
                                 -0x1.e27076p-4f, -0x1.6f0d28p-4f, -0x1.f0a30cp-5f, 0x0p+0f};
constexpr float kLogarithmsLow[] = {0x0p+0f,          -0x1.535b3cp-31f, 0x1.13f23ep-30f,  0x1.5468fp-29f,
                                    0x1.96767p-28f,   -0x1.d9648ep-27f, 0x1.ce28f6p-28f,  -0x1.09fabap-28f,
                                    -0x1.7574c2p-27f, -0x1.e6a688p-29f, 0x1.85d4a6p-30f,  0x1.f802b8p-29f,
                                    -0x1.c55e5cp-29f, -0x1.5cad6ap-29f, -0x1.162a66p-37f, 0x0p+0f};
#endif
// 0.95 ulp
DESCEND_INLINE Vec<float> log(Vec<float> x) {
#ifdef DESCEND_AVX512
  Vec<float> m = mantissaOf(x), k = exponentOf(x) - exponentOf(m);
  Bits<float> i = bits(m) >> 19;  // its first four bits behind the point
  Vec<float> r = fused(m, lookup(kReciprocals, i), Vec<float>(-1.0f));
  Vec<float> p = polynomial(r, -0.5f, 0x1.555844p-2f, -0x1.0032b8p-2f, 0x1.8675aep-3f);
  Vec<float> low = fma(k, Vec<float>(kLn2Low), lookup(kLogarithmsLow, i));
  Vec<float> y = lookup(kLogarithms, i) + (r + fma(p, r * r, low));
  return logarithmOr(fma(k, Vec<float>(kLn2High), y), x);
#else
  const Vec<float> zero(0.0f), infinity(__builtin_inff());
  Mask<float> denormal = x < Vec<float>(0x1p-126f);
  Vec<float> u = select(denormal, x * Vec<float>(0x1p23f), x);
  Bits<float> e = exponentBits(u);
  // the results for 0, infinity and NaN come in through k: added to it they carry through to the end
  Vec<float> k = (exponentOf(e) + maskValue(denormal, Vec<float>(-23.0f))) +
                 (maskValue(x == zero, -infinity) + maskValue(!(x < infinity), x));
  return invalidate(logCore(fromBits<float>(bits(u) - e) - Vec<float>(1.0f), k), x < zero);
#endif
}

// 1.65 ulp. 1 + x is only used to find k; f = x 2^-k + (2^-k - 1) loses nothing of x. 4 * 2^-k is normal even for 128.
DESCEND_INLINE Vec<float> log1p(Vec<float> x) {
  const Vec<float> one(1.0f), infinity(__builtin_inff());
  Bits<float> e = exponentBits(one + x);
  Vec<float> power = fromBits<float>(0x40800000u - e);
  Vec<float> f = fromBits<float>(bits(x) - e) + fma(power, Vec<float>(0.25f), -one);
  Vec<float> k = exponentOf(e) + (maskValue(x == -one, -infinity) + maskValue(!(x < infinity), x));
  return invalidate(withSign(abs(logCore(f, k)), signBits(x)), x < -one);  // the sign restores -0
}

// log2(x) for finite x > 0 that came from a float (so never a denormal double), relative error 2^-37
DESCEND_INLINE Vec<double> log2Core(Vec<double> x) {
  const Vec<double> one(1.0);
  // x = m 2^k with sqrt(1/2) <= m < sqrt(2); k + 1024 is positive, and sits in the low bits of 2^52 + k + 1024
  Bits<double> biased = (bits(x) - 0x3fe6a09e667f3bcdull + (1024ull << 52)) >> 52;
  Vec<double> k = fromBits<double>(biased | 0x4330000000000000ull) - Vec<double>(0x1p52 + 1024);
  Vec<double> m = fromBits<double>(bits(x) - ((biased - 1024) << 52));
  Vec<double> s = (m - one) / (m + one), z = s * s;
  Vec<double> p = polynomial(z, 2.885390081790092327, 0.9617966733334222601, 0.5770835866713594825,
                             0.4116726108479799557, 0.3407322052441355476);
  return fma(s, p, k);
}
// 2^t for |t| <= 1000, relative error 2^-29
DESCEND_INLINE Vec<double> exp2Core(Vec<double> t) {
  const Vec<double> shift(6755399441055744.0);  // 1.5 * 2^52
  Vec<double> shifted = t + shift, f = t - (shifted - shift);
  Vec<double> p =
      polynomial(f, 1.000000000555106852, 0.6931472057669828045, 0.2402264688584499019, 0.05550328712348150759,
                 0.009618489273115819869, 0.00133999574582195401, 0.0001534578103173740171);
  return p * fromBits<double>((bits(shifted) << 52) + 0x3ff0000000000000ull);
}
// |x|^y before the special cases, with log2(0) = -inf and log2(inf) = inf
DESCEND_INLINE Vec<double> powCore(Vec<double> magnitude, Vec<double> y) {
  const Vec<double> infinity(__builtin_inf());
  Vec<double> l = select(magnitude < infinity, log2Core(magnitude), magnitude);
  l = select(magnitude == Vec<double>(0.0), -infinity, l);
  return exp2Core(clampKeepNaN(y * l, -1000.0, 1000.0));
}

// 0.55 ulp. In double: the logarithm needs eight bits more than a float has. Special cases are those of C99 F.9.4.4.
DESCEND_INLINE Vec<float> pow(Vec<float> x, Vec<float> y) {
  const Vec<float> zero(0.0f), one(1.0f), infinity(__builtin_inff());
  Vec<float> magnitude = abs(x);
  Wide a = widen(magnitude), b = widen(y);
  Vec<float> r = narrow(powCore(a.lo, b.lo), powCore(a.hi, b.hi));
  Mask<float> yInteger = trunc(y) == y;
  Vec<float> halfY = y * Vec<float>(0.5f);
  Mask<float> yOdd = yInteger & (trunc(halfY) != halfY);
  r = select(yOdd, withSign(r, signBits(x)), r);
  r = select((x < zero) & (magnitude < infinity) & !yInteger, Vec<float>(__builtin_nanf("")), r);
  return select((x == one) | (y == zero) | ((magnitude == one) & (abs(y) == infinity)), one, r);
}

// Not hot: double libm on every lane, correctly rounded to float but for rare ties.
#define DESCEND_LANEWISE(name)                                                      \
  DESCEND_INLINE Vec<float> name(Vec<float> a) {                                    \
    return mapLanes(a, [](float x) { return float(__builtin_##name(double(x))); }); \
  }
#define DESCEND_LANEWISE_DOUBLE(name)                                 \
  DESCEND_INLINE Vec<double> name(Vec<double> a) {                    \
    return mapLanes(a, [](double x) { return __builtin_##name(x); }); \
  }
DESCEND_LANEWISE(exp2)
DESCEND_LANEWISE(log2)
DESCEND_LANEWISE(log10)
DESCEND_LANEWISE_DOUBLE(exp)
DESCEND_LANEWISE_DOUBLE(expm1)
DESCEND_LANEWISE_DOUBLE(exp2)
DESCEND_LANEWISE_DOUBLE(log)
DESCEND_LANEWISE_DOUBLE(log1p)
DESCEND_LANEWISE_DOUBLE(log2)
DESCEND_LANEWISE_DOUBLE(log10)
DESCEND_INLINE Vec<double> pow(Vec<double> a, Vec<double> b) {
  return mapLanes(a, b, [](double x, double y) { return __builtin_pow(x, y); });
}

}  // namespace
