// What kernels share: how a record is read, the element types behind dtype codes, and walks over strided dims.
#pragma once
#include "../generated/opcodes.h"
#include "../simd/math.h"
#include "../threads.h"

namespace {

// Runs one record: its opcode, its length, then its words.
using Kernel = int (*)(const double* words);

enum Status { kOk, kOutOfMemory, kIndexOutOfRange, kNoKernel };
// a bool is one byte, 0 or 1; kernels other than elementwise, gather and scatter know no int8 and no halves
enum DTypeCode { kFloat32, kFloat64, kInt32, kUint8, kBool, kInt64, kInt8, kFloat16, kBfloat16 };

template <class T>
constexpr bool kIsFloat = T(0.5) != T(0);

constexpr int kMaxDims = 64;  // as in PyTorch; a record with more dims gets kNoKernel

inline long min_of(long a, long b) { return a < b ? a : b; }
inline long max_of(long a, long b) { return a > b ? a : b; }
inline long ceil_div(long a, long b) { return (a + b - 1) / b; }

template <class T>
DESCEND_INLINE T* address(double word) {
  return reinterpret_cast<T*>(static_cast<intptr_t>(word));
}

// The product of n sizes of a record.
inline long product_of(const double* sizes, int n) {
  double product = 1;  // exact: no tensor has 2^53 elements
  for (int i = 0; i < n; i++) product *= sizes[i];
  return static_cast<long>(product);
}

// f(T()) with the element type T of a float dtype, else kNoKernel.
template <class F>
DESCEND_INLINE int with_float_type(double dtype, const F& f) {
  switch (static_cast<int>(dtype)) {
    case kFloat32:
      return f(float());
    case kFloat64:
      return f(double());
    default:
      return kNoKernel;
  }
}

// f(T()) with the element type T of any dtype but int8 and the halves. uint8 and bool are both uint8_t.
template <class F>
DESCEND_INLINE int with_type(double dtype, const F& f) {
  switch (static_cast<int>(dtype)) {
    case kInt32:
      return f(int32_t());
    case kInt64:
      return f(int64_t());
    case kUint8:
    case kBool:
      return f(uint8_t());
    default:
      return with_float_type(dtype, f);
  }
}

// A position in the index space of `ndim` >= 1 dims, moving in row-major order, and where each of K operands lies
// there, in elements.
template <int K>
struct Walk {
  int ndim;
  long size[kMaxDims], at[kMaxDims], stride[K][kMaxDims], offset[K];

  DESCEND_INLINE void set_dim(int d, double n, const double (&strides)[K]) {
    size[d] = static_cast<long>(n);
    for (int k = 0; k < K; k++) stride[k][d] = static_cast<long>(strides[k]);
  }
  // Goes to position `first` of the row-major order.
  DESCEND_INLINE void start(long first) {
    for (int k = 0; k < K; k++) offset[k] = 0;
    for (int d = ndim - 1; d >= 0; d--) {
      at[d] = 0;
      if (first == 0) continue;
      at[d] = first % size[d];
      first /= size[d];
      for (int k = 0; k < K; k++) offset[k] += at[d] * stride[k][d];
    }
  }
  // Positions left in the innermost dim, this one included.
  DESCEND_INLINE long left() const { return size[ndim - 1] - at[ndim - 1]; }
  // Moves 1 <= n <= left() positions on; from the last position to the first.
  DESCEND_INLINE void skip(long n) {
    int d = ndim - 1;
    at[d] += n;
    for (int k = 0; k < K; k++) offset[k] += n * stride[k][d];
    while (at[d] == size[d]) {
      at[d] = 0;
      for (int k = 0; k < K; k++) offset[k] -= size[d] * stride[k][d];
      if (--d < 0) return;
      at[d]++;
      for (int k = 0; k < K; k++) offset[k] += stride[k][d];
    }
  }
};

// Copies n < Vec<T>::N elements, without the call that std::memcpy of a variable size is.
template <class T>
DESCEND_INLINE void copy_few(T* to, const T* from, long n) {
  // two copies of a power of two, which overlap
#define DESCEND_COPY(count)                             \
  if (Vec<T>::N > (count) && n >= (count)) {            \
    T head[count], tail[count];                         \
    std::memcpy(head, from, sizeof head);               \
    std::memcpy(tail, from + n - (count), sizeof tail); \
    std::memcpy(to, head, sizeof head);                 \
    std::memcpy(to + n - (count), tail, sizeof tail);   \
    return;                                             \
  }
  DESCEND_COPY(8)
  DESCEND_COPY(4)
  DESCEND_COPY(2)
  DESCEND_COPY(1)
#undef DESCEND_COPY
}

// The first n >= 1 lanes, or all; those that are not there are 0.
template <class T>
DESCEND_INLINE Vec<T> load_few(const T* p, long n) {
  if (n >= Vec<T>::N) return Vec<T>::load(p);
  if constexpr (kMaskedMoves && sizeof(T) >= 4) return load_first(p, n);
  T part[Vec<T>::N] = {};
  copy_few(part, p, n);
  return Vec<T>::load(part);
}
template <class T>
DESCEND_INLINE void store_few(T* p, long n, Vec<T> v) {
  if (n >= Vec<T>::N) return v.store(p);
  if constexpr (kMaskedMoves && sizeof(T) >= 4) return store_first(p, n, v);
  T part[Vec<T>::N];
  v.store(part);
  copy_few(p, part, n);
}

template <class T>
DESCEND_INLINE void zero_row(T* to, long n) {
  long i = 0;
  for (; i + Vec<T>::N <= n; i += Vec<T>::N) Vec<T>(T(0)).store(to + i);
  if (i < n) store_few(to + i, n - i, Vec<T>(T(0)));
}

// from[i * step] for the first n >= 1 lanes, or all; the others are anything.
template <class T>
DESCEND_INLINE Vec<T> load_every(const T* from, long n, long step) {
  constexpr long N = Vec<T>::N;
  if (step == 1) return load_few(from, n);
  if (step == 2) {
    const long there = 2 * min_of(n, N) - 1;
    return even_lanes(load_few(from, there), there > N ? load_few(from + N, there - N) : Vec<T>(T(0)));
  }
  T part[N] = {};
  for (long i = 0; i < min_of(n, N); i++) part[i] = from[i * step];
  return Vec<T>::load(part);
}

// to[i] = from[i * step] for n elements
template <class T>
DESCEND_INLINE void copy_every(T* to, const T* from, long n, long step) {
  constexpr long N = Vec<T>::N;
  long i = 0;
  for (; step == 2 && i + N < n; i += N) {
    const T* const two = from + 2 * i;
    even_lanes(Vec<T>::load(two), Vec<T>::load(two + N)).store(to + i);
  }
  for (; i < n; i += N) store_few(to + i, n - i, load_every(from + i * step, n - i, step));
}

// y[i] = f(x[i] as vectors) for n elements; x may be y.
template <class T, class F>
DESCEND_INLINE void map_vectors(long n, const T* x, T* y, const F& f) {
  using V = Vec<T>;
  if (n < V::N) {
    T part[V::N] = {};
    copy_few(part, x, n);
    f(V::load(part)).store(part);
    copy_few(y, part, n);
    return;
  }
  const V last = f(V::load(x + n - V::N));  // before y = x changes
  for (long i = 0; i + V::N <= n; i += V::N) f(V::load(x + i)).store(y + i);
  last.store(y + n - V::N);
}
// y[i] = f(a[i], b[i] as vectors) for n elements; a and b may be y.
template <class T, class F>
DESCEND_INLINE void map_vectors(long n, const T* a, const T* b, T* y, const F& f) {
  using V = Vec<T>;
  if (n < V::N) {
    T part[2][V::N] = {};
    copy_few(part[0], a, n);
    copy_few(part[1], b, n);
    f(V::load(part[0]), V::load(part[1])).store(part[0]);
    copy_few(y, part[0], n);
    return;
  }
  const V last = f(V::load(a + n - V::N), V::load(b + n - V::N));  // before y changes them
  for (long i = 0; i + V::N <= n; i += V::N) f(V::load(a + i), V::load(b + i)).store(y + i);
  last.store(y + n - V::N);
}

}  // namespace
