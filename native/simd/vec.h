// One vector type for every instruction set, on GCC/Clang vector extensions.
// isa/*.cpp defines DESCEND_VEC_BYTES (16, 32 or 64) before including this. Everything sits in an anonymous
// namespace: each instruction set is its own object and none of its code may be merged with another's.
#pragma once
#include <cstdint>
#include <cstring>

#ifndef DESCEND_VEC_BYTES
#error "isa/*.cpp defines DESCEND_VEC_BYTES"
#endif
#define DESCEND_INLINE inline __attribute__((always_inline))

namespace {

template <int Bytes>
struct LaneInt;
template <>
struct LaneInt<4> {
  using type = int32_t;
};
template <>
struct LaneInt<8> {
  using type = int64_t;
};

template <class T>
struct Mask {
  using Int = typename LaneInt<sizeof(T)>::type;
  typedef Int Raw __attribute__((vector_size(DESCEND_VEC_BYTES)));
  Raw v;  // all bits set where true
};

// A struct of its own: GCC drops a vector_size that depends on T inside Vec and then takes Raw for T.
template <class T>
struct RawVec {
  typedef T type __attribute__((vector_size(DESCEND_VEC_BYTES)));
};

template <class T>
struct Vec {
  using Scalar = T;
  using Raw = typename RawVec<T>::type;
  static constexpr int N = DESCEND_VEC_BYTES / sizeof(T);
  Raw v;

  Vec() = default;
  DESCEND_INLINE Vec(Raw raw) : v(raw) {}
  // A broadcast, in the form that compilers see through: s - 0 is s, -0 and NaN included.
  DESCEND_INLINE Vec(T s) : v(s - Raw{}) {}
  static DESCEND_INLINE Vec load(const T* p) {
    Vec r;
    std::memcpy(&r.v, p, sizeof(Raw));
    return r;
  }
  DESCEND_INLINE void store(T* p) const { std::memcpy(p, &v, sizeof(Raw)); }
};

template <class T>
DESCEND_INLINE Vec<T> operator+(Vec<T> a, Vec<T> b) {
  return a.v + b.v;
}
template <class T>
DESCEND_INLINE Vec<T> operator-(Vec<T> a, Vec<T> b) {
  return a.v - b.v;
}
template <class T>
DESCEND_INLINE Vec<T> operator*(Vec<T> a, Vec<T> b) {
  return a.v * b.v;
}
template <class T>
DESCEND_INLINE Vec<T> operator/(Vec<T> a, Vec<T> b) {
  return a.v / b.v;
}
template <class T>
DESCEND_INLINE Vec<T> operator-(Vec<T> a) {
  return -a.v;
}

template <class T>
DESCEND_INLINE Mask<T> operator<(Vec<T> a, Vec<T> b) {
  return {a.v < b.v};
}
template <class T>
DESCEND_INLINE Mask<T> operator<=(Vec<T> a, Vec<T> b) {
  return {a.v <= b.v};
}
template <class T>
DESCEND_INLINE Mask<T> operator>(Vec<T> a, Vec<T> b) {
  return {a.v > b.v};
}
template <class T>
DESCEND_INLINE Mask<T> operator>=(Vec<T> a, Vec<T> b) {
  return {a.v >= b.v};
}
template <class T>
DESCEND_INLINE Mask<T> operator==(Vec<T> a, Vec<T> b) {
  return {a.v == b.v};
}
template <class T>
DESCEND_INLINE Mask<T> operator!=(Vec<T> a, Vec<T> b) {
  return {a.v != b.v};
}
template <class T>
DESCEND_INLINE Mask<T> operator&(Mask<T> a, Mask<T> b) {
  return {a.v & b.v};
}
template <class T>
DESCEND_INLINE Mask<T> operator|(Mask<T> a, Mask<T> b) {
  return {a.v | b.v};
}
template <class T>
DESCEND_INLINE Mask<T> operator^(Mask<T> a, Mask<T> b) {
  return {a.v ^ b.v};
}
template <class T>
DESCEND_INLINE Mask<T> operator!(Mask<T> a) {
  return {~a.v};
}

// a where m is true, else b
template <class T>
DESCEND_INLINE Vec<T> select(Mask<T> m, Vec<T> a, Vec<T> b) {
  return m.v ? a.v : b.v;
}

template <int... I>
struct Lanes {};
template <int N, int... I>
struct MakeLanes : MakeLanes<N - 1, N - 1, I...> {};
template <int... I>
struct MakeLanes<0, I...> {
  using type = Lanes<I...>;
};

// Lanes I of a and b side by side.
template <class T, int... I>
DESCEND_INLINE Vec<T> shuffle(Vec<T> a, Vec<T> b) {
#if defined(__clang__)
  return __builtin_shufflevector(a.v, b.v, I...);
#else
  return __builtin_shuffle(a.v, b.v, typename Mask<T>::Raw{I...});
#endif
}

// Lanes 0, 2, 4 … of a and b side by side.
template <class T, int... I>
DESCEND_INLINE Vec<T> even_lanes(Vec<T> a, Vec<T> b, Lanes<I...>) {
  return shuffle<T, 2 * I...>(a, b);
}
template <class T>
DESCEND_INLINE Vec<T> even_lanes(Vec<T> a, Vec<T> b) {
  return even_lanes(a, b, typename MakeLanes<Vec<T>::N>::type());
}

// a0 b0 a1 b1 …, and the same of their second halves.
template <int First, class T, int... I>
DESCEND_INLINE Vec<T> alternate_from(Vec<T> a, Vec<T> b, Lanes<I...>) {
  return shuffle<T, (First + I / 2 + I % 2 * Vec<T>::N)...>(a, b);
}
template <class T>
DESCEND_INLINE Vec<T> alternate_low(Vec<T> a, Vec<T> b) {
  return alternate_from<0>(a, b, typename MakeLanes<Vec<T>::N>::type());
}
template <class T>
DESCEND_INLINE Vec<T> alternate_high(Vec<T> a, Vec<T> b) {
  return alternate_from<Vec<T>::N / 2>(a, b, typename MakeLanes<Vec<T>::N>::type());
}

// a * b + c, fused where the instruction set has it (-ffp-contract=fast contracts it)
template <class T>
DESCEND_INLINE Vec<T> fma(Vec<T> a, Vec<T> b, Vec<T> c) {
  return a.v * b.v + c.v;
}

}  // namespace
