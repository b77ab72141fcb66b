// What the math functions need below arithmetic: bit views, rounding, lane-wise calls, float <-> double halves.
// The only intrinsics are here, for instructions that vector extensions cannot name.
#pragma once
#include "vec.h"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace {

template <class T>
struct LaneBits;
template <>
struct LaneBits<float> {
  using type = uint32_t;
};
template <>
struct LaneBits<int32_t> {
  using type = uint32_t;
};
template <>
struct LaneBits<int64_t> {
  using type = uint64_t;
};
template <>
struct LaneBits<double> {
  using type = uint64_t;
};

// Unsigned lanes, so that integer arithmetic on bit patterns wraps instead of being undefined.
template <class T>
struct BitsOf {
  using Lane = typename LaneBits<T>::type;
  typedef Lane Raw __attribute__((vector_size(DESCEND_VEC_BYTES)));
  static constexpr Lane signBit = Lane(1) << (sizeof(T) * 8 - 1);
};
template <class T>
using Bits = typename BitsOf<T>::Raw;

template <class T>
DESCEND_INLINE Bits<T> bits(Vec<T> a) {
  return (Bits<T>)a.v;
}
template <class T>
DESCEND_INLINE Vec<T> fromBits(Bits<T> b) {
  return Vec<T>((typename Vec<T>::Raw)b);
}
// the sign bit of a alone, and b (>= +0) with that sign
template <class T>
DESCEND_INLINE Bits<T> signBits(Vec<T> a) {
  return bits(a) & BitsOf<T>::signBit;
}
template <class T>
DESCEND_INLINE Vec<T> negativeAbs(Vec<T> a) {
  return fromBits<T>(bits(a) | BitsOf<T>::signBit);
}
template <class T>
DESCEND_INLINE Vec<T> withSign(Vec<T> nonNegative, Bits<T> sign) {
  return fromBits<T>(bits(nonNegative) | sign);
}

DESCEND_INLINE Vec<float> toFloat(Vec<int32_t> a) { return __builtin_convertvector(a.v, Vec<float>::Raw); }
// a is integral and within int32
DESCEND_INLINE Vec<int32_t> toInt(Vec<float> a) { return __builtin_convertvector(a.v, Vec<int32_t>::Raw); }

// c0 + c1 x + c2 x^2 + ...
template <class T>
DESCEND_INLINE Vec<T> polynomial(Vec<T>, T c0) {
  return Vec<T>(c0);
}
template <class T, class... Rest>
DESCEND_INLINE Vec<T> polynomial(Vec<T> x, T c0, Rest... rest) {
  return fma(polynomial(x, rest...), x, Vec<T>(c0));
}

// f on every lane, for functions that are not worth a vector form: one loop out of line, not N calls at every use.
template <class T>
__attribute__((noinline)) void eachLane(T* x, T (*f)(T)) {
  for (int i = 0; i < Vec<T>::N; i++) x[i] = f(x[i]);
}
template <class T>
__attribute__((noinline)) void eachLane(T* x, const T* y, T (*f)(T, T)) {
  for (int i = 0; i < Vec<T>::N; i++) x[i] = f(x[i], y[i]);
}
template <class T>
DESCEND_INLINE Vec<T> mapLanes(Vec<T> a, typename Vec<T>::Scalar (*f)(typename Vec<T>::Scalar)) {
  T x[Vec<T>::N];
  a.store(x);
  eachLane(x, f);
  return Vec<T>::load(x);
}
template <class T>
DESCEND_INLINE Vec<T> mapLanes(Vec<T> a, Vec<T> b,
                               typename Vec<T>::Scalar (*f)(typename Vec<T>::Scalar, typename Vec<T>::Scalar)) {
  T x[Vec<T>::N], y[Vec<T>::N];
  a.store(x);
  b.store(y);
  eachLane(x, y, f);
  return Vec<T>::load(x);
}

// A float vector as two double vectors of half as many lanes each, and back with one rounding.
struct Wide {
  Vec<double> lo, hi;
};

// For each instruction set: sqrt, rounding, widen and narrow, whether any lane is true, a store past the caches to an
// aligned address (what is written then need not be read first; fencePast() before anybody else looks), and lesser (a <
// b ? a : b) and greater (a > b ? a : b), which are b when either is NaN: minps and maxps, which GCC 12 does not see in
// a select.
#if defined(__AVX512F__) && DESCEND_VEC_BYTES == 64
// masked by -1: GCC 12's unmasked forms warn about an undefined operand
#define DESCEND_ROUNDING(name, mode)                                                                       \
  DESCEND_INLINE Vec<float> name(Vec<float> a) { return _mm512_maskz_roundscale_ps(-1, a.v, (mode) | 8); } \
  DESCEND_INLINE Vec<double> name(Vec<double> a) { return _mm512_maskz_roundscale_pd(-1, a.v, (mode) | 8); }
DESCEND_INLINE Vec<float> sqrt(Vec<float> a) { return _mm512_maskz_sqrt_ps(-1, a.v); }
DESCEND_INLINE Vec<double> sqrt(Vec<double> a) { return _mm512_maskz_sqrt_pd(-1, a.v); }
DESCEND_INLINE Vec<float> lesser(Vec<float> a, Vec<float> b) { return _mm512_maskz_min_ps(-1, a.v, b.v); }
DESCEND_INLINE Vec<double> lesser(Vec<double> a, Vec<double> b) { return _mm512_maskz_min_pd(-1, a.v, b.v); }
DESCEND_INLINE Vec<float> greater(Vec<float> a, Vec<float> b) { return _mm512_maskz_max_ps(-1, a.v, b.v); }
DESCEND_INLINE Vec<double> greater(Vec<double> a, Vec<double> b) { return _mm512_maskz_max_pd(-1, a.v, b.v); }
DESCEND_INLINE Wide widen(Vec<float> a) {
  return {_mm512_maskz_cvtps_pd(-1, _mm512_maskz_extractf32x8_ps(-1, a.v, 0)),
          _mm512_maskz_cvtps_pd(-1, _mm512_maskz_extractf32x8_ps(-1, a.v, 1))};
}
DESCEND_INLINE Vec<float> narrow(Vec<double> lo, Vec<double> hi) {
  return _mm512_insertf32x8(_mm512_castps256_ps512(_mm512_maskz_cvtpd_ps(-1, lo.v)), _mm512_maskz_cvtpd_ps(-1, hi.v),
                            1);
}
#define DESCEND_AVX512
// a * b + c with one rounding, without the optimiser's help
DESCEND_INLINE Vec<float> fused(Vec<float> a, Vec<float> b, Vec<float> c) { return _mm512_fmadd_ps(a.v, b.v, c.v); }
// table[i % 16], without memory
DESCEND_INLINE Vec<float> lookup(const float* table, Bits<float> i) {
  return _mm512_maskz_permutexvar_ps(-1, (__m512i)i, _mm512_loadu_ps(table));
}
// a, or what has its sign and the magnitude of most, where that is smaller and where a is NaN
DESCEND_INLINE Vec<float> within(Vec<float> a, Vec<float> most) { return _mm512_maskz_range_ps(-1, a.v, most.v, 2); }
// x = m 2^(k - j), denormals too, for m from 3/4 to 3/2, k the exponent of x and j that of m
DESCEND_INLINE Vec<float> mantissaOf(Vec<float> x) {
  return _mm512_maskz_getmant_ps(-1, x.v, _MM_MANT_NORM_p75_1p5, _MM_MANT_SIGN_src);
}
DESCEND_INLINE Vec<float> exponentOf(Vec<float> x) { return _mm512_maskz_getexp_ps(-1, x.v); }
// y, but what a logarithm is where x is not positive or not finite: four bits for each kind of x
DESCEND_INLINE Vec<float> logarithmOr(Vec<float> y, Vec<float> x) {
  return _mm512_maskz_fixupimm_ps(-1, y.v, x.v, _mm512_set1_epi32(0x03530422), 0);
}
template <class T>
DESCEND_INLINE bool any(Mask<T> m) {
  return _mm512_test_epi32_mask((__m512i)m.v, (__m512i)m.v) != 0;
}
template <class T>
DESCEND_INLINE void storePast(T* p, Vec<T> a) {
  _mm512_stream_si512(reinterpret_cast<__m512i*>(p), (__m512i)a.v);
}
#elif defined(__AVX__) && DESCEND_VEC_BYTES == 32
#define DESCEND_ROUNDING(name, mode)                                                        \
  DESCEND_INLINE Vec<float> name(Vec<float> a) { return _mm256_round_ps(a.v, (mode) | 8); } \
  DESCEND_INLINE Vec<double> name(Vec<double> a) { return _mm256_round_pd(a.v, (mode) | 8); }
DESCEND_INLINE Vec<float> sqrt(Vec<float> a) { return _mm256_sqrt_ps(a.v); }
DESCEND_INLINE Vec<double> sqrt(Vec<double> a) { return _mm256_sqrt_pd(a.v); }
DESCEND_INLINE Vec<float> lesser(Vec<float> a, Vec<float> b) { return _mm256_min_ps(a.v, b.v); }
DESCEND_INLINE Vec<double> lesser(Vec<double> a, Vec<double> b) { return _mm256_min_pd(a.v, b.v); }
DESCEND_INLINE Vec<float> greater(Vec<float> a, Vec<float> b) { return _mm256_max_ps(a.v, b.v); }
DESCEND_INLINE Vec<double> greater(Vec<double> a, Vec<double> b) { return _mm256_max_pd(a.v, b.v); }
DESCEND_INLINE Wide widen(Vec<float> a) {
  return {_mm256_cvtps_pd(_mm256_castps256_ps128(a.v)), _mm256_cvtps_pd(_mm256_extractf128_ps(a.v, 1))};
}
DESCEND_INLINE Vec<float> narrow(Vec<double> lo, Vec<double> hi) {
  return _mm256_insertf128_ps(_mm256_castps128_ps256(_mm256_cvtpd_ps(lo.v)), _mm256_cvtpd_ps(hi.v), 1);
}
template <class T>
DESCEND_INLINE bool any(Mask<T> m) {
  return _mm256_testz_si256((__m256i)m.v, (__m256i)m.v) == 0;
}
template <class T>
DESCEND_INLINE void storePast(T* p, Vec<T> a) {
  _mm256_stream_si256(reinterpret_cast<__m256i*>(p), (__m256i)a.v);
}
#elif defined(__x86_64__)
DESCEND_INLINE Vec<float> sqrt(Vec<float> a) { return _mm_sqrt_ps(a.v); }
DESCEND_INLINE Vec<double> sqrt(Vec<double> a) { return _mm_sqrt_pd(a.v); }
DESCEND_INLINE Vec<float> lesser(Vec<float> a, Vec<float> b) { return _mm_min_ps(a.v, b.v); }
DESCEND_INLINE Vec<double> lesser(Vec<double> a, Vec<double> b) { return _mm_min_pd(a.v, b.v); }
DESCEND_INLINE Vec<float> greater(Vec<float> a, Vec<float> b) { return _mm_max_ps(a.v, b.v); }
DESCEND_INLINE Vec<double> greater(Vec<double> a, Vec<double> b) { return _mm_max_pd(a.v, b.v); }
DESCEND_INLINE Wide widen(Vec<float> a) { return {_mm_cvtps_pd(a.v), _mm_cvtps_pd(_mm_movehl_ps(a.v, a.v))}; }
DESCEND_INLINE Vec<float> narrow(Vec<double> lo, Vec<double> hi) {
  return _mm_movelh_ps(_mm_cvtpd_ps(lo.v), _mm_cvtpd_ps(hi.v));
}
template <class T>
DESCEND_INLINE bool any(Mask<T> m) {
  return _mm_movemask_epi8((__m128i)m.v) != 0;
}
template <class T>
DESCEND_INLINE void storePast(T* p, Vec<T> a) {
  _mm_stream_si128(reinterpret_cast<__m128i*>(p), (__m128i)a.v);
}
#elif defined(__aarch64__)
DESCEND_INLINE Wide widen(Vec<float> a) { return {vcvt_f64_f32(vget_low_f32(a.v)), vcvt_high_f64_f32(a.v)}; }
DESCEND_INLINE Vec<float> narrow(Vec<double> lo, Vec<double> hi) { return vcvt_high_f32_f64(vcvt_f32_f64(lo.v), hi.v); }
template <class T>
DESCEND_INLINE bool any(Mask<T> m) {
  return vmaxvq_u32((uint32x4_t)m.v) != 0;
}
template <class T>
DESCEND_INLINE void storePast(T* p, Vec<T> a) {
  a.store(p);
}
// a compare and a bit select: vminq gives NaN where either is NaN, which is not what the callers rely on
template <class T>
DESCEND_INLINE Vec<T> lesser(Vec<T> a, Vec<T> b) {
  return select(a < b, a, b);
}
template <class T>
DESCEND_INLINE Vec<T> greater(Vec<T> a, Vec<T> b) {
  return select(a > b, a, b);
}
DESCEND_INLINE Vec<float> sqrt(Vec<float> a) { return vsqrtq_f32(a.v); }
DESCEND_INLINE Vec<double> sqrt(Vec<double> a) { return vsqrtq_f64(a.v); }
DESCEND_INLINE Vec<float> round(Vec<float> a) { return vrndnq_f32(a.v); }
DESCEND_INLINE Vec<double> round(Vec<double> a) { return vrndnq_f64(a.v); }
DESCEND_INLINE Vec<float> floor(Vec<float> a) { return vrndmq_f32(a.v); }
DESCEND_INLINE Vec<double> floor(Vec<double> a) { return vrndmq_f64(a.v); }
DESCEND_INLINE Vec<float> ceil(Vec<float> a) { return vrndpq_f32(a.v); }
DESCEND_INLINE Vec<double> ceil(Vec<double> a) { return vrndpq_f64(a.v); }
DESCEND_INLINE Vec<float> trunc(Vec<float> a) { return vrndq_f32(a.v); }
DESCEND_INLINE Vec<double> trunc(Vec<double> a) { return vrndq_f64(a.v); }
#else
#error "no rounding and square root for this instruction set"
#endif

// Loads and stores of the first n < N lanes, where there are instructions for it: the others are 0, or left alone.
#if defined(__AVX512F__) && DESCEND_VEC_BYTES == 64
constexpr bool kMaskedMoves = true;
template <class T>
DESCEND_INLINE Vec<T> load_first(const T* p, long n) {
  if constexpr (sizeof(T) == 4)
    return (typename Vec<T>::Raw)_mm512_maskz_loadu_epi32((1u << n) - 1, p);
  else
    return (typename Vec<T>::Raw)_mm512_maskz_loadu_epi64((1u << n) - 1, p);
}
template <class T>
DESCEND_INLINE void store_first(T* p, long n, Vec<T> v) {
  if constexpr (sizeof(T) == 4)
    _mm512_mask_storeu_epi32(p, (1u << n) - 1, (__m512i)v.v);
  else
    _mm512_mask_storeu_epi64(p, (1u << n) - 1, (__m512i)v.v);
}
#else
constexpr bool kMaskedMoves = false;
template <class T>
Vec<T> load_first(const T*, long);
template <class T>
void store_first(T*, long, Vec<T>);
#endif

DESCEND_INLINE void fencePast() {
#if defined(__x86_64__)
  _mm_sfence();
#endif
}

#if defined(DESCEND_ROUNDING)
DESCEND_ROUNDING(round, _MM_FROUND_TO_NEAREST_INT)  // half to even
DESCEND_ROUNDING(floor, _MM_FROUND_TO_NEG_INF)
DESCEND_ROUNDING(ceil, _MM_FROUND_TO_POS_INF)
DESCEND_ROUNDING(trunc, _MM_FROUND_TO_ZERO)
#undef DESCEND_ROUNDING
#elif defined(__x86_64__)
// SSE2 has no rounding instruction: adding 2^23 (2^52) leaves no room for a fraction. Larger values, infinities and
// NaN are integral already; the sign is put back so that -0.4 gives -0.
template <class T>
DESCEND_INLINE Vec<T> round(Vec<T> a) {
  const Vec<T> big(sizeof(T) == 4 ? T(8388608) : T(4503599627370496));
  Vec<T> magnitude = fromBits<T>(bits(a) & ~BitsOf<T>::signBit);
  return select(magnitude < big, withSign((magnitude + big) - big, signBits(a)), a);
}
template <class T>
DESCEND_INLINE Vec<T> trunc(Vec<T> a) {
  Vec<T> magnitude = fromBits<T>(bits(a) & ~BitsOf<T>::signBit);
  Vec<T> r = round(magnitude);
  return withSign(r - select(r > magnitude, Vec<T>(T(1)), Vec<T>(T(0))), signBits(a));
}
template <class T>
DESCEND_INLINE Vec<T> floor(Vec<T> a) {
  Vec<T> r = round(a);
  return select(r > a, r - Vec<T>(T(1)), r);
}
template <class T>
DESCEND_INLINE Vec<T> ceil(Vec<T> a) {
  return -floor(-a);
}
#endif

}  // namespace
