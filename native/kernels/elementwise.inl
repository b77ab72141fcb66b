// Every elementwise kernel: one engine walks strides and converts dtypes, and hands contiguous blocks of the compute
// type to the op's block function (generated), which is nothing but a vector loop.
#pragma once
#include "../simd/math.h"
#include "../threads.h"
#include "common.inl"
#include "convert.inl"

namespace {

// at[0] is the output, at[1…] the inputs: contiguous, of one type. Bit i of `repeated`: at[i] is one vector, which
// stands for all. past: the output is aligned, and goes past the caches.
using Block = void (*)(long n, void* const* at, unsigned repeated, bool past);

struct ElementwiseEntry {
  Block f32, f64, i32, i64;
  int in;
};

// Rounding leaves integers as they are.
#define DESCEND_WHOLE(name)                                      \
  DESCEND_INLINE Vec<int32_t> name(Vec<int32_t> x) { return x; } \
  DESCEND_INLINE Vec<int64_t> name(Vec<int64_t> x) { return x; }
DESCEND_WHOLE(floor)
DESCEND_WHOLE(ceil)
DESCEND_WHOLE(round)
DESCEND_WHOLE(trunc)
#undef DESCEND_WHOLE

template <class Op, class T>
void block(long n, void* const* at, unsigned repeated, bool past) {
  using V = Vec<T>;
  T* out = static_cast<T*>(at[0]);
  const T* in[Op::in];  // of our own: a store might change what lies at `at`
  long step[Op::in];
  for (int i = 0; i < Op::in; i++) {
    in[i] = static_cast<const T*>(at[i + 1]);
    step[i] = repeated >> (i + 1) & 1 ? 0 : V::N;
  }
  long k = 0;
#pragma GCC unroll 2
  for (; k + V::N <= n; k += V::N) {
    V v[Op::in];
    for (int i = 0; i < Op::in; i++) {
      v[i] = V::load(in[i]);
      in[i] += step[i];
    }
    const V result = Op::f(v);
    if (past)
      storePast(out + k, result);
    else
      result.store(out + k);
  }
  if (k == n) return;
  // The tail goes through the same vector code, so that an element's bits do not depend on where it lies.
  T pad[Op::in][V::N], result[V::N];
  V v[Op::in];
  for (int i = 0; i < Op::in; i++) {
    for (int j = 0; j < V::N; j++) pad[i][j] = k + j < n ? in[i][j] : T(1);
    v[i] = V::load(pad[i]);
  }
  Op::f(v).store(result);
  for (int j = 0; k + j < n; j++) out[k + j] = result[j];
}

#include "../generated/elementwise.inl"

template <class S, class T>
void load_as(const char* from, long stride, long n, T* to) {
  const S* p = reinterpret_cast<const S*>(from);
  if (stride == 0) {
    const T value = convert<T>(p[0]);
    for (long k = 0; k < n; k++) to[k] = value;
  } else if (stride == 1) {
    for (long k = 0; k < n; k++) to[k] = convert<T>(p[k]);
  } else if (stride == 2) {
    for (long k = 0; k < n; k++) to[k] = convert<T>(p[2 * k]);
  } else {
    for (long k = 0; k < n; k++) to[k] = convert<T>(p[k * stride]);
  }
}
template <class D, class T>
void store_as(const T* from, char* to, long stride, long n) {
  D* p = reinterpret_cast<D*>(to);
  if (stride == 1)
    for (long k = 0; k < n; k++) p[k] = convert<D>(from[k]);
  else
    for (long k = 0; k < n; k++) p[k * stride] = convert<D>(from[k]);
}

constexpr int code_of(float) { return kFloat32; }
constexpr int code_of(double) { return kFloat64; }
constexpr int code_of(int32_t) { return kInt32; }
constexpr int code_of(int64_t) { return kInt64; }
constexpr long bytes_of(int dtype) {
  constexpr uint8_t bytes[] = {4, 8, 4, 1, 1, 8, 1, 2, 2};
  return bytes[dtype];
}

struct ElementOperand {
  int dtype;
  long bytes;
  char* address;
  double value;           // when dtype is the immediate one
  const double* strides;  // in elements
  bool constant;          // the same element everywhere
};
constexpr int kImmediate = 15, kMaxOperands = 8;
constexpr long kBlock = 256, kGrain = 16384;
constexpr long kAcross = 16;
constexpr int kMaxAcross = 2;

template <class T>
void load_operand(const ElementOperand& o, const char* at, long stride, long n, T* to) {
  if (o.dtype == kImmediate) {
    const T value = convert<T>(o.value);
    for (long k = 0; k < n; k++) to[k] = value;
    return;
  }
  switch (o.dtype) {
    case kFloat32:
      return load_as<float>(at, stride, n, to);
    case kFloat64:
      return load_as<double>(at, stride, n, to);
    case kInt32:
      return load_as<int32_t>(at, stride, n, to);
    case kInt64:
      return load_as<int64_t>(at, stride, n, to);
    case kInt8:
      return load_as<int8_t>(at, stride, n, to);
    case kFloat16:
      return load_as<Float16>(at, stride, n, to);
    case kBfloat16:
      return load_as<Bfloat16>(at, stride, n, to);
    default:
      return load_as<uint8_t>(at, stride, n, to);
  }
}
template <class T>
void store_operand(int dtype, const T* from, char* at, long stride, long n) {
  switch (dtype) {
    case kFloat32:
      return store_as<float>(from, at, stride, n);
    case kFloat64:
      return store_as<double>(from, at, stride, n);
    case kInt32:
      return store_as<int32_t>(from, at, stride, n);
    case kUint8:
      return store_as<uint8_t>(from, at, stride, n);
    case kInt64:
      return store_as<int64_t>(from, at, stride, n);
    case kInt8:
      return store_as<int8_t>(from, at, stride, n);
    case kFloat16:
      return store_as<Float16>(from, at, stride, n);
    case kBfloat16:
      return store_as<Bfloat16>(from, at, stride, n);
    default: {
      uint8_t* p = reinterpret_cast<uint8_t*>(at);
      for (long k = 0; k < n; k++) p[k * stride] = from[k] != T(0);
    }
  }
}

template <class T>
struct ElementwiseJob {
  Block f;
  int count;  // operands, the output first
  ElementOperand operands[kMaxOperands];
  int ndim;
  const double* sizes;
  long inner;   // elements of the last dim
  long piece;   // elements of it that one unit of work takes
  long pieces;  // units per row
  bool past;    // whether the result goes past the caches
  // The dim along which operands lie side by side that do not in the last one, as those of transposed tensors, or -1.
  int across;

  bool is_across(int i) const {
    const double* s = operands[i].strides;
    return across >= 0 && i > 0 && operands[i].dtype == code_of(T()) && s[across] == 1 && s[ndim - 1] > 1;
  }
  void find_across() {
    for (across = ndim - 2; across >= 0; across--) {
      if (sizes[across] < kAcross || inner < kAcross) continue;
      for (int i = 1; i < count; i++) {
        if (is_across(i)) return;
      }
    }
  }

  // Where the memory of a large result is in no cache, it would be read into one only to be written over.
  bool goes_past(long elements) const {
    constexpr long kLarge = 1 << 18;
    if (elements * operands[0].bytes < kLarge) return false;
    for (int i = 1; i < count; i++) {
      if (operands[i].address == operands[0].address) return false;
    }
    return !descend::written_lately(operands[0].address, elements * operands[0].bytes * count);
  }
  static constexpr long kLanes = Vec<T>::N;
  static bool is_aligned(const void* p) { return reinterpret_cast<uintptr_t>(p) % DESCEND_VEC_BYTES == 0; }

  bool direct(int i, long stride) const { return operands[i].dtype == code_of(T()) && stride == 1; }

  // Units are pieces of rows; threads take runs of them.
  void run(long begin, long end) const {
    alignas(64) T buffer[kMaxOperands][kBlock];
    for (int i = 1; i < count; i++) {
      if (operands[i].constant) load_operand(operands[i], operands[i].address, 0, kLanes, buffer[i]);
    }
    long stride[kMaxOperands];
    for (int i = 0; i < count; i++) stride[i] = static_cast<long>(operands[i].strides[ndim - 1]);
    for (long unit = begin; unit < end; unit++) {
      long offset[kMaxOperands] = {};
      long row = unit, first = 0;
      if (across >= 0) {
        // along `across` first, where the next tile has the lines after those of this one
        const long tiles = ceil_div(static_cast<long>(sizes[across]), kAcross);
        first = row % tiles * kAcross;
        row /= tiles;
        for (int i = 0; i < count; i++) offset[i] = first * static_cast<long>(operands[i].strides[across]);
      }
      const long start = row % pieces * piece;
      row /= pieces;
      for (int d = ndim - 2; d >= 0; d--) {
        if (d == across) continue;
        const long size = static_cast<long>(sizes[d]), at = row % size;
        row /= size;
        for (int i = 0; i < count; i++) offset[i] += at * static_cast<long>(operands[i].strides[d]);
      }
      char* at[kMaxOperands];
      for (int i = 0; i < count; i++) {
        offset[i] += start * stride[i];
        at[i] = operands[i].address + offset[i] * operands[i].bytes;
      }
      if (across < 0)
        run_piece(at, stride, min_of(piece, inner - start), buffer);
      else
        run_tile(at, stride, min_of(kAcross, static_cast<long>(sizes[across]) - first), min_of(piece, inner - start),
                 buffer);
    }
    if (past) fencePast();
  }

  // Rows along `across`, of at most kBlock elements. Operands that lie across them are read a line of the cache at a
  // time.
  void run_tile(char* const* from, const long* stride, long rows, long n, T (*buffer)[kBlock]) const {
    alignas(64) T tile[kMaxAcross][kAcross][kBlock];
    char* at[kMaxOperands];
    long step[kMaxOperands], bytes[kMaxOperands];
    int tiles = 0;
    for (int i = 0; i < count; i++) {
      at[i] = from[i];
      step[i] = stride[i];
      bytes[i] = static_cast<long>(operands[i].strides[across]) * operands[i].bytes;
      if (!is_across(i) || tiles == kMaxAcross) continue;
      T(*to)[kBlock] = tile[tiles++];
      const T* p = reinterpret_cast<const T*>(from[i]);
      if (rows == kAcross) {
        for (long c = 0; c < n; c++, p += stride[i]) {
          for (int r = 0; r < kAcross; r++) to[r][c] = p[r];
        }
      } else {
        for (long c = 0; c < n; c++, p += stride[i]) {
          for (int r = 0; r < rows; r++) to[r][c] = p[r];
        }
      }
      at[i] = reinterpret_cast<char*>(to[0]);
      step[i] = 1;
      bytes[i] = sizeof to[0];
    }
    for (long r = 0; r < rows; r++) {
      run_piece(at, step, n, buffer);
      for (int i = 0; i < count; i++) at[i] += bytes[i];
    }
  }

  void run_piece(char* const* from, const long* stride, long n, T (*buffer)[kBlock]) const {
    void* at[kMaxOperands];
    unsigned repeated = 0, buffered = 0;
    for (int i = 0; i < count; i++) {
      at[i] = from[i];
      if (i > 0 && stride[i] == 0) {
        repeated |= 1u << i;
        at[i] = buffer[i];
        if (!operands[i].constant) load_operand(operands[i], from[i], 0, kLanes, buffer[i]);
      } else if (!direct(i, stride[i])) {
        buffered |= 1u << i;
        at[i] = buffer[i];
      }
    }
    if (buffered == 0) return f(n, at, repeated, past && is_aligned(at[0]));
    for (long k = 0; k < n; k += kBlock) {
      const long m = min_of(kBlock, n - k);
      for (int i = 0; i < count; i++) {
        if (repeated >> i & 1) continue;
        char* p = from[i] + k * stride[i] * operands[i].bytes;
        if (!(buffered >> i & 1))
          at[i] = p;
        else if (i > 0)
          load_operand(operands[i], p, stride[i], m, buffer[i]);
      }
      f(m, at, repeated, past && at[0] != buffer[0] && is_aligned(at[0]));
      if (at[0] == buffer[0])
        store_operand(operands[0].dtype, buffer[0], from[0] + k * stride[0] * operands[0].bytes, stride[0], m);
    }
  }
};

template <class T>
int run_elementwise(const double* w, Block f, int in) {
  if (!f) return kNoKernel;
  ElementwiseJob<T> job;
  job.f = f;
  job.count = in + 1;
  job.ndim = static_cast<int>(w[3]);
  job.sizes = w + 4;
  const double* p = w + 4 + job.ndim;
  long rows = 1;
  for (int d = 0; d < job.ndim - 1; d++) rows *= static_cast<long>(job.sizes[d]);
  for (int i = 0; i < job.count; i++) {
    ElementOperand& o = job.operands[i];
    o.dtype = static_cast<int>(p[0]);
    o.bytes = o.dtype == kImmediate ? 0 : bytes_of(o.dtype);
    o.value = p[1];
    o.address = o.dtype == kImmediate ? nullptr : address<char>(p[1]);
    o.strides = p + 2;
    o.constant = true;
    for (int d = 0; d < job.ndim; d++) o.constant = o.constant && o.strides[d] == 0;
    p += 2 + job.ndim;
  }
  job.inner = static_cast<long>(job.sizes[job.ndim - 1]);
  job.past = job.goes_past(rows * job.inner);
  job.find_across();
  job.piece = min_of(job.inner, job.across < 0 ? kGrain : kBlock);
  job.pieces = (job.inner - 1) / job.piece + 1;
  long tall = 1;
  if (job.across >= 0) {
    const long size = static_cast<long>(job.sizes[job.across]);
    rows = rows / size * ceil_div(size, kAcross);
    tall = kAcross;
  }
  parallel_for(rows * job.pieces, max_of(kGrain / (job.piece * tall), 1),
               [&](long begin, long end) { job.run(begin, end); });
  return kOk;
}

int elementwise(const double* w) {
  const ElementwiseEntry& e = elementwise_table[static_cast<int>(w[0]) - descend::op_first_elementwise];
  switch (static_cast<int>(w[2])) {
    case kFloat32:
      return run_elementwise<float>(w, e.f32, e.in);
    case kFloat64:
      return run_elementwise<double>(w, e.f64, e.in);
    case kInt64:
      return run_elementwise<int64_t>(w, e.i64, e.in);
    default:
      return run_elementwise<int32_t>(w, e.i32, e.in);
  }
}

void register_elementwise(Kernel* table) {
  for (int op = descend::op_first_elementwise; op < descend::op_count; op++) table[op] = elementwise;
}

}  // namespace
