// One element as another type. Float to integer truncates and saturates at the ends of int32, or of int64 where that is
// what is wanted; NaN gives 0; narrower integers wrap. Halves are read as float, and written from it, rounded to the
// nearest, ties to even. Everything else is C++'s conversion.
#pragma once
#include "common.inl"

namespace {

// IEEE 754 binary16, and the upper half of a float.
struct Float16 {
  uint16_t bits;
};
struct Bfloat16 {
  uint16_t bits;
};
template <class T>
constexpr bool kIsHalf = false;
template <>
constexpr bool kIsHalf<Float16> = true;
template <>
constexpr bool kIsHalf<Bfloat16> = true;

DESCEND_INLINE uint32_t bits_of(float x) {
  uint32_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}
DESCEND_INLINE float float_of(uint32_t bits) {
  float x;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}

DESCEND_INLINE float to_float(Float16 half) {
  const uint32_t size = half.bits & 0x7fff;
  // The exponent is 112 too small; multiplying puts denormals right as well.
  const uint32_t finite = bits_of(float_of(size << 13) * float_of(0x77800000));
  const uint32_t bits = size < 0x7c00 ? finite : 0x7f800000 | size << 13;
  return float_of(bits | uint32_t(half.bits & 0x8000) << 16);
}
DESCEND_INLINE float to_float(Bfloat16 half) { return float_of(uint32_t(half.bits) << 16); }

DESCEND_INLINE void from_float(float x, Float16* half) {
  const uint32_t all = bits_of(x), size = all & 0x7fffffff;
  // Adding 1/2 leaves as many digits as a denormal has.
  const uint32_t denormal = bits_of(float_of(size) + 0.5f) - 0x3f000000;
  const uint32_t normal = (size - 0x38000000 + 0xfff + (size >> 13 & 1)) >> 13;
  const uint32_t beyond = size > 0x7f800000 ? 0x7e00 : 0x7c00;
  const uint32_t bits = size >= 0x47800000 ? beyond : size < 0x38800000 ? denormal : normal;
  half->bits = uint16_t(bits | (all >> 16 & 0x8000));
}
DESCEND_INLINE void from_float(float x, Bfloat16* half) {
  const uint32_t all = bits_of(x);
  const uint32_t rounded = (all + 0x7fff + (all >> 16 & 1)) >> 16;
  half->bits = uint16_t((all & 0x7fffffff) > 0x7f800000 ? 0x7fc0 : rounded);
}

DESCEND_INLINE int32_t saturate(double x, int32_t) {
  if (x != x) return 0;
  return x >= 2147483647.0 ? INT32_MAX : x <= -2147483648.0 ? INT32_MIN : static_cast<int32_t>(x);
}
DESCEND_INLINE int64_t saturate(double x, int64_t) {
  if (x != x) return 0;
  return x >= 9223372036854775808.0 ? INT64_MAX : x <= -9223372036854775808.0 ? INT64_MIN : static_cast<int64_t>(x);
}

template <class To, class From>
DESCEND_INLINE To convert(From x) {
  if constexpr (kIsHalf<From>) {
    return convert<To>(to_float(x));
  } else if constexpr (kIsHalf<To>) {
    To half;
    from_float(static_cast<float>(x), &half);
    return half;
  } else if constexpr (kIsFloat<From> && !kIsFloat<To>) {
    using Wide = typename LaneInt<(sizeof(To) < 4 ? 4 : sizeof(To))>::type;
    return static_cast<To>(saturate(x, Wide()));
  } else {
    return static_cast<To>(x);
  }
}

}  // namespace
