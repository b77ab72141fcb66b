// Exact operations on float, double, int32 and int64 lanes: sign, order, integer powers, division with remainder, bits.
// PyTorch's semantics throughout (https://pytorch.org/docs/stable/torch.html#pointwise-ops).
#pragma once
#include "lanes.h"

namespace {

template <class T>
DESCEND_INLINE Vec<T> abs(Vec<T> a) {
  return fromBits<T>(bits(a) & ~BitsOf<T>::signBit);
}
// wraps at the smallest integer, as PyTorch does
template <class T>
DESCEND_INLINE Vec<T> integerAbs(Vec<T> a) {
  return select(a < Vec<T>(T(0)), fromBits<T>(0 - bits(a)), a);
}
template <>
DESCEND_INLINE Vec<int32_t> abs(Vec<int32_t> a) {
  return integerAbs(a);
}
template <>
DESCEND_INLINE Vec<int64_t> abs(Vec<int64_t> a) {
  return integerAbs(a);
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

template <>
DESCEND_INLINE Mask<int64_t> isinf(Vec<int64_t> a) {
  return a != a;
}

DESCEND_INLINE Vec<int64_t> lesser(Vec<int64_t> a, Vec<int64_t> b) { return select(a < b, a, b); }
DESCEND_INLINE Vec<int64_t> greater(Vec<int64_t> a, Vec<int64_t> b) { return select(a > b, a, b); }
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
template <class T>
T integerMod(T x, T y) {
  return y == 0 || y == -1 ? 0 : x % y;
}
template <class T>
T integerRemainder(T x, T y) {
  const T mod = integerMod(x, y);
  return mod != 0 && (mod < 0) != (y < 0) ? mod + y : mod;
}
template <class T>
T integerFloorDivide(T x, T y) {
  using Unsigned = typename LaneBits<T>::type;
  if (y == 0) return 0;
  if (y == -1) return T(0 - Unsigned(x));
  return x / y - (x % y != 0 && (x < 0) != (y < 0) ? 1 : 0);
}

// Wraps on overflow. A negative exponent gives 0, except for the bases 1 and -1.
template <class T>
DESCEND_INLINE Vec<T> integerPow(Vec<T> a, Vec<T> b) {
  Bits<T> base = bits(a), e = bits(abs(b)), r = base * 0 + 1;
  for (int i = 0; i < int(sizeof(T)) * 8 && any(fromBits<T>(e) != Vec<T>(T(0))); i++) {
    r *= (e & 1) * (base - 1) + 1;  // base or 1
    base *= base;
    e >>= 1;
  }
  const Mask<T> reciprocal = (b < Vec<T>(T(0))) & (abs(a) != Vec<T>(T(1)));
  return select(reciprocal, Vec<T>(T(0)), fromBits<T>(r));
}

#define DESCEND_INTEGERS(T)                                                                               \
  DESCEND_INLINE Vec<T> fmod(Vec<T> a, Vec<T> b) { return mapLanes(a, b, integerMod<T>); }                \
  DESCEND_INLINE Vec<T> remainder(Vec<T> a, Vec<T> b) { return mapLanes(a, b, integerRemainder<T>); }     \
  DESCEND_INLINE Vec<T> floorDivide(Vec<T> a, Vec<T> b) { return mapLanes(a, b, integerFloorDivide<T>); } \
  DESCEND_INLINE Vec<T> pow(Vec<T> a, Vec<T> b) { return integerPow(a, b); }
DESCEND_INTEGERS(int32_t)
DESCEND_INTEGERS(int64_t)
#undef DESCEND_INTEGERS

DESCEND_INLINE Vec<int64_t> bitwiseAnd(Vec<int64_t> a, Vec<int64_t> b) { return a.v & b.v; }
DESCEND_INLINE Vec<int64_t> bitwiseOr(Vec<int64_t> a, Vec<int64_t> b) { return a.v | b.v; }
DESCEND_INLINE Vec<int64_t> bitwiseXor(Vec<int64_t> a, Vec<int64_t> b) { return a.v ^ b.v; }
// By less than 0 or more than 63 bits nothing is left but the sign.
DESCEND_INLINE Vec<int64_t> bitwiseLeftShift(Vec<int64_t> a, Vec<int64_t> b) {
  const Bits<int64_t> n = bits(b);
  return fromBits<int64_t>(n < 64 ? bits(a) << (n & 63) : n * 0);
}
DESCEND_INLINE Vec<int64_t> bitwiseRightShift(Vec<int64_t> a, Vec<int64_t> b) {
  const Bits<int64_t> n = bits(b);
  return a.v >> (Vec<int64_t>::Raw)(n < 64 ? n : n * 0 + 63);
}

}  // namespace
