// Trigonometric, hyperbolic and error functions. Bounds as in explog.h.
#pragma once
#include "explog.h"

namespace {

// x = n pi/2 + r, |r| <= pi/4. In double and with pi/2 in two parts: n < 2^21 times the 32-bit first part is exact.
constexpr float kReducible = 2097152.0f;

struct Reduced {
  Vec<double> r, n;
};
DESCEND_INLINE Reduced reduceHalfPi(Vec<double> x) {
  const Vec<double> shift(6755399441055744.0);
  Vec<double> n = fma(x, Vec<double>(0x1.45f306dc9c883p-1), shift) - shift;
  return {(x - n * Vec<double>(0x1.921fb544p+0)) - n * Vec<double>(0x1.0b4611a626331p-34), n};
}
// sin(x + quarters pi/2) for |x| <= kReducible; beyond, any value
DESCEND_INLINE Vec<float> sinQuarters(Vec<float> x, uint32_t quarters) {
  Wide w = widen(x);
  Reduced lo = reduceHalfPi(w.lo), hi = reduceHalfPi(w.hi);
  Vec<float> r = narrow(lo.r, hi.r), z = r * r;
  Bits<float> quadrant = (Bits<float>)toInt(narrow(lo.n, hi.n)).v + quarters;
  Vec<float> sine = fma(polynomial(z, -0x1.555546p-3f, 0x1.110778p-7f, -0x1.9953fep-13f), r * z, r);
  Vec<float> cosine = fma(polynomial(z, -0.5f, 0x1.55554ap-5f, -0x1.6c0c28p-10f, 0x1.99e80cp-16f), z, Vec<float>(1.0f));
  Vec<float> value = select(Mask<float>{(Mask<float>::Raw)((quadrant & 1) != 0)}, cosine, sine);
  return fromBits<float>(bits(value) ^ ((quadrant & 2) << 30));
}

// 1.55 ulp at any size: lanes beyond kReducible go through double libm, and they alone, so that a result never depends
// on its neighbours
DESCEND_INLINE Vec<float> sin(Vec<float> x) {
  Vec<float> r = select(x == Vec<float>(0.0f), x, sinQuarters(x, 0));  // keeps -0
  Mask<float> beyond = !(abs(x) <= Vec<float>(kReducible));
  if (any(beyond)) r = select(beyond, mapLanes(x, [](float v) { return float(__builtin_sin(double(v))); }), r);
  return r;
}
// 1.55 ulp
DESCEND_INLINE Vec<float> cos(Vec<float> x) {
  Vec<float> r = sinQuarters(x, 1);
  Mask<float> beyond = !(abs(x) <= Vec<float>(kReducible));
  if (any(beyond)) r = select(beyond, mapLanes(x, [](float v) { return float(__builtin_cos(double(v))); }), r);
  return r;
}

// 2 ulp. With h = (e^(-2|x|) - 1) / 2 in (-1/2, 0]: -tanh|x| = h / (1 + h) = h - h h / (1 + h), nothing cancels.
DESCEND_INLINE Vec<float> tanh(Vec<float> x) {
  Vec<float> a = greater(Vec<float>(-9.5f), negativeAbs(x));
  Exponent e = splitExponent(a + a, 126.0f);
  Vec<float> p = expm1Core(e.r), half = powerOfTwo(e.biased), h0 = half - Vec<float>(0.5f), h = fma(p, half, h0);
  Vec<float> q = h / (fma(p, half, half) + Vec<float>(0.5f));  // 1 + h without the rounding of h
  return withSign(kFused ? fma(h, q, -h) : (h * q - p * half) - h0, signBits(x));
}

// 1.95 ulp. With e = e^-|x|, which never overflows, and q = e / (1 + e): 1 - q or, for negative x, e - e q. Dividing
// last would add the roundings of e and 1 + e to that of the quotient.
DESCEND_INLINE Vec<float> sigmoid(Vec<float> x) {
  const Vec<float> one(1.0f);
#ifdef DESCEND_AVX512
  Vec<float> e = exp(negativeAbs(x));
#else
  Exponent split = splitExponent(greater(Vec<float>(-104.0f), negativeAbs(x)), 254.0f);
  Vec<float> p = expm1Core(split.r), power = scale(one, split), e = fma(p, power, power);
#endif
  Vec<float> q = e / (e + one), whole = select(x < Vec<float>(0.0f), e, one);
  return fma(-whole, q, whole);
}

#ifdef DESCEND_AVX512
// erf(k / 4 + r) for |r| <= 1/8 and k from 0 to 15: coefficients of r^0, r^1, what the second lost, r^2 ... r^5
constexpr float kErf[7][16] = {
    {0x0p+0f, 0x1.1af54ep-2f, 0x1.0a7ef6p-1f, 0x1.6c1c98p-1f, 0x1.af767ap-1f, 0x1.d8865ep-1f, 0x1.eea556p-1f,
     0x1.f92d08p-1f, 0x1.fd9ae2p-1f, 0x1.ff4048p-1f, 0x1.ffcaa8p-1f, 0x1.fff2dp-1f, 0x1.fffd1ap-1f, 0x1.ffff7p-1f,
     0x1.ffffe8p-1f, 0x1.fffffcp-1f},
    {0x1.20dd76p+0f, 0x1.0f5d16p+0f, 0x1.c1efcap-1f, 0x1.492e42p-1f, 0x1.a911fp-2f, 0x1.e4653p-3f, 0x1.e72372p-4f,
     0x1.b0553p-5f, 0x1.529b9ep-6f, 0x1.d4143ap-8f, 0x1.1d8318p-9f, 0x1.3360ccp-11f, 0x1.2408eap-13f, 0x1.e9b5e8p-16f,
     0x1.6a5972p-18f, 0x1.d9371ep-21f},
    {-0x1.fce724p-25f, 0x1.6cec2p-24f, 0x1.a8bfe4p-25f, 0x1.6dacbap-25f, 0x1.24db34p-29f, 0x1.7a7656p-31f,
     0x1.f072b8p-29f, 0x1.40660cp-30f, 0x1.0b0f8p-30f, 0x1.306d4cp-32f, -0x1.7902f2p-33f, 0x1.011f52p-35f,
     -0x1.6fd214p-38f, 0x1.249edcp-40f, 0x1.7182dcp-43f, -0x1.356034p-49f},
    {0x1.e10cfap-23f, -0x1.0f5bd8p-2f, -0x1.c1ef04p-2f, -0x1.edc704p-2f, -0x1.a9104cp-2f, -0x1.2ec172p-2f,
     -0x1.6d6026p-3f, -0x1.7a5398p-4f, -0x1.52b33p-5f, -0x1.07716ap-6f, -0x1.63ebfp-8f, -0x1.a7d2eap-10f,
     -0x1.a9d49p-12f, -0x1.a5a678p-14f, -0x1.14c8bap-15f, -0x1.1a16f4p-21f},
    {-0x1.812ab8p-2f, -0x1.3c9ccap-2f, -0x1.2bfd06p-3f, 0x1.b6b73ep-6f, 0x1.1b621p-3f, 0x1.571bf8p-3f, 0x1.1c29b8p-3f,
     0x1.71490ep-4f, 0x1.8b0b42p-5f, 0x1.63ef72p-6f, 0x1.119d5ap-7f, 0x1.69cc7ap-9f, 0x1.9db12p-11f, 0x1.9a9936p-13f,
     0x1.62bd5ep-15f, 0x1.0b5944p-17f},
    {0x1.0e1fc6p-12f, 0x1.023534p-3f, 0x1.74fc1p-3f, 0x1.348e5cp-3f, 0x1.1a083p-4f, -0x1.5abc6ap-8f, -0x1.655468p-5f,
     -0x1.846254p-5f, -0x1.143a9ep-5f, -0x1.2fe8cep-6f, -0x1.3ae924p-7f, -0x1.88c832p-9f, -0x1.d80ddp-10f,
     0x1.2ae562p-14f, 0x1.b41ed6p-11f, -0x1.922ef6p-13f},
    {0x1.c7058ep-4f, 0x1.4b57c8p-4f, 0x1.0ec87p-7f, -0x1.abae66p-5f, -0x1.1acbe2p-4f, -0x1.8100fep-5f, -0x1.e863b4p-7f,
     0x1.aac8b6p-8f, 0x1.aace88p-7f, 0x1.5cdadp-7f, 0x1.919898p-8f, 0x1.6b3bp-9f, 0x1.0cda84p-10f, 0x1.4d3faep-12f,
     0x1.5e31bcp-14f, 0x1.83ca4ap-11f},
};
// 1.75 ulp
DESCEND_INLINE Vec<float> erf(Vec<float> x) {
  const Vec<float> shift(0x1.8p21f);  // adding it rounds to quarters
  Vec<float> a = lesser(Vec<float>(0x1.effffep1f), abs(x)), t = a + shift, r = a - (t - shift);
  Bits<float> k = bits(t);
  Vec<float> p = lookup(kErf[6], k);
  for (int i = 5; i >= 2; i--) p = fma(p, r, lookup(kErf[i], k));
  return withSign(fma(p, r, fma(lookup(kErf[1], k), r, lookup(kErf[0], k))), signBits(x));
}
#else
// 1.9 ulp. erf(t) = 1 - e^-u with u = t + t g(t), where g(t) = -log(erfc(t)) / t - 1 is a smooth function. As (1 - 2^n)
// - 2^n (e^r - 1) with n <= 0 it keeps relative accuracy near 0, where n = 0.
DESCEND_INLINE Vec<float> erf(Vec<float> x) {
  const Vec<float> shift(12582912.0f + 127.0f), one(1.0f);
  Vec<float> a = lesser(Vec<float>(3.93f), abs(x)), a2 = a * a;
  Vec<float> even =
      polynomial(a2, 0x1.06eba8p-3f, 0x1.a4f8c4p-4f, -0x1.636f64p-13f, -0x1.4e2538p-11f, -0x1.3af1dcp-17f);
  Vec<float> odd = polynomial(a2, 0x1.45f3p-1f, -0x1.39b7cep-6f, 0x1.b74244p-10f, 0x1.f27cd8p-14f);
  Vec<float> ag = fma(odd, a, even) * a, u = a + ag;
  Vec<float> t = fma(u, Vec<float>(-kLog2e), shift), n = t - shift, power = powerOfTwo(bits(t));
  Vec<float> r = fma(n, Vec<float>(-0x1.62e43p-1f), -u);
  Vec<float> p = kFused ? expm1Core(r) : r + expm1Tail(r, (u - a) - ag);
  return withSign(fma(-p, power, one - power), signBits(x));
}
#endif

DESCEND_LANEWISE(tan)
DESCEND_LANEWISE(asin)
DESCEND_LANEWISE(acos)
DESCEND_LANEWISE(atan)
DESCEND_LANEWISE(sinh)
DESCEND_LANEWISE(cosh)
DESCEND_LANEWISE(erfc)
DESCEND_INLINE Vec<float> atan2(Vec<float> a, Vec<float> b) {
  return mapLanes(a, b, [](float y, float x) { return float(__builtin_atan2(double(y), double(x))); });
}

DESCEND_LANEWISE_DOUBLE(sin)
DESCEND_LANEWISE_DOUBLE(cos)
DESCEND_LANEWISE_DOUBLE(tan)
DESCEND_LANEWISE_DOUBLE(asin)
DESCEND_LANEWISE_DOUBLE(acos)
DESCEND_LANEWISE_DOUBLE(atan)
DESCEND_LANEWISE_DOUBLE(sinh)
DESCEND_LANEWISE_DOUBLE(cosh)
DESCEND_LANEWISE_DOUBLE(tanh)
DESCEND_LANEWISE_DOUBLE(asinh)
DESCEND_LANEWISE_DOUBLE(acosh)
DESCEND_LANEWISE_DOUBLE(atanh)
DESCEND_LANEWISE_DOUBLE(erf)
DESCEND_LANEWISE_DOUBLE(erfc)
DESCEND_INLINE Vec<double> atan2(Vec<double> a, Vec<double> b) {
  return mapLanes(a, b, [](double y, double x) { return __builtin_atan2(y, x); });
}
DESCEND_INLINE Vec<double> sigmoid(Vec<double> a) {
  return mapLanes(a, [](double x) {
    double e = __builtin_exp(-__builtin_fabs(x));
    return (x < 0 ? e : 1.0) / (1.0 + e);
  });
}
#undef DESCEND_LANEWISE
#undef DESCEND_LANEWISE_DOUBLE

}  // namespace
