// Exact operations on float, double and int32 lanes: sign, order, integer powers, division with remainder.
// PyTorch's semantics throughout (https://pytorch.org/docs/stable/torch.html#pointwise-ops).
#pragma once
#include "lanes.h"

namespace {

template <class T>
DESCEND_INLINE Vec<T> abs(Vec<T> a) {
  return fromBits<T>(bits(a) & ~BitsOf<T>::signBit);
}
// wraps at the smallest integer, as PyTorch does
template <>
DESCEND_INLINE Vec<int32_t> abs(Vec<int32_t> a) {
  return select(a < Vec<int32_t>(0), fromBits<int32_t>(0 - bits(a)), a);
}

template <class T>
DESCEND_INLINE Mask<T> isnan(Vec<T> a) {
  return a != a;
}
template <class T>
DESCEND_INLINE Mask<T> isinf(Vec<T> a) {
  return abs(a) == Vec<T>(T(__builtin_inf()));
}
template <>
DESCEND_INLINE Mask<int32_t> isinf(Vec<int32_t> a) {
  return a != a;
}

DESCEND_INLINE Vec<int32_t> lesser(Vec<int32_t> a, Vec<int32_t> b) { return select(a < b, a, b); }
DESCEND_INLINE Vec<int32_t> greater(Vec<int32_t> a, Vec<int32_t> b) { return select(a > b, a, b); }
// NaN if either is NaN
template <class T>
DESCEND_INLINE Vec<T> minimum(Vec<T> a, Vec<T> b) {
  return select(isnan(a), a, lesser(a, b));
}
template <class T>
DESCEND_INLINE Vec<T> maximum(Vec<T> a, Vec<T> b) {
  return select(isnan(a), a, greater(a, b));
}

// -1, 0 or 1; 0 for NaN and for either zero, as torch.sign
template <class T>
DESCEND_INLINE Vec<T> sign(Vec<T> a) {
  const Vec<T> zero(T(0)), one(T(1));
  return select(a > zero, one, zero) - select(a < zero, one, zero);
}

template <class T>
DESCEND_INLINE Vec<T> copysign(Vec<T> a, Vec<T> b) {
  return withSign(abs(a), signBits(b));
}

DESCEND_INLINE Vec<float> fmod(Vec<float> a, Vec<float> b) {
  return mapLanes(a, b, [](float x, float y) { return __builtin_fmodf(x, y); });
}
DESCEND_INLINE Vec<double> fmod(Vec<double> a, Vec<double> b) {
  return mapLanes(a, b, [](double x, double y) { return __builtin_fmod(x, y); });
}

// Python's %: the result has the divisor's sign
template <class T>
DESCEND_INLINE Vec<T> remainder(Vec<T> a, Vec<T> b) {
  const Vec<T> zero(T(0));
  Vec<T> mod = fmod(a, b);
  return select((mod != zero) & ((mod < zero) ^ (b < zero)), mod + b, mod);
}

// Python's //, through the remainder so that a quotient just below an integer is not rounded up to it
template <class T>
DESCEND_INLINE Vec<T> floorDivide(Vec<T> a, Vec<T> b) {
  const Vec<T> zero(T(0)), one(T(1));
  Vec<T> quotient = a / b, mod = fmod(a, b), div = (a - mod) / b;
  div = select((mod != zero) & ((mod < zero) ^ (b < zero)), div - one, div);
  Vec<T> whole = floor(div);
  whole = select(div - whole > Vec<T>(T(0.5)), whole + one, whole);
  whole = select(div == zero, copysign(zero, quotient), whole);
  return select(b == zero, quotient, whole);
}

// Integer division never traps: a zero divisor gives 0 (the tensor layer rejects it before), the most negative
// integer divided by -1 wraps.
DESCEND_INLINE Vec<int32_t> fmod(Vec<int32_t> a, Vec<int32_t> b) {
  return mapLanes(a, b, [](int32_t x, int32_t y) { return y == 0 || y == -1 ? 0 : x % y; });
}
DESCEND_INLINE Vec<int32_t> remainder(Vec<int32_t> a, Vec<int32_t> b) {
  return mapLanes(a, b, [](int32_t x, int32_t y) {
    int32_t mod = y == 0 || y == -1 ? 0 : x % y;
    return mod != 0 && (mod < 0) != (y < 0) ? mod + y : mod;
  });
}
DESCEND_INLINE Vec<int32_t> floorDivide(Vec<int32_t> a, Vec<int32_t> b) {
  return mapLanes(a, b, [](int32_t x, int32_t y) {
    if (y == 0) return int32_t(0);
    if (y == -1) return int32_t(0u - uint32_t(x));
    return x / y - (x % y != 0 && (x < 0) != (y < 0) ? 1 : 0);
  });
}

// Wraps on overflow. A negative exponent gives 0, except for the bases 1 and -1.
DESCEND_INLINE Vec<int32_t> pow(Vec<int32_t> a, Vec<int32_t> b) {
  Bits<int32_t> base = bits(a), e = bits(abs(b)), r = base * 0 + 1;
  for (int i = 0; i < 32 && any(fromBits<int32_t>(e) != Vec<int32_t>(0)); i++) {
    r *= (e & 1) * (base - 1) + 1;  // base or 1
    base *= base;
    e >>= 1;
  }
  Mask<int32_t> reciprocal = (b < Vec<int32_t>(0)) & (abs(a) != Vec<int32_t>(1));
  return select(reciprocal, Vec<int32_t>(0), fromBits<int32_t>(r));
}

}  // namespace
