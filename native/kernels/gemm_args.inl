// What gemm is asked to do, and how its paths write a result.
#pragma once
#include "../threads.h"
#include "common.inl"
#include "gemm_tile.inl"

namespace {

enum GemmStatus { kGemmOk = 0, kGemmOutOfMemory = 1 };

// C[m×n] = A[m×k] · B[k×n] (+ C) (+ bias), then relu. Strides count elements and may be anything, 0 and negative
// included; rows of C are contiguous and must not overlap each other, A or B. k = 0 gives zeros (+ C, + bias).
template <class T>
struct GemmArgs {
  long m, n, k;
  const T* a;
  long a_row, a_col;
  const T* b;
  long b_row, b_col;
  T* c;
  long c_row;
  const T* bias;      // null, or n values added to every row
  bool relu;          // max(0, ·), NaN stays NaN
  bool accumulate;    // C += instead of C =, where C is never read
  bool past = false;  // C is contiguous, large and in no cache: better written past the caches, in blocks of rows
};

// Rows of C that fill a quarter of L2.
template <class T>
long rows_past(const GemmArgs<T>& g) {
  return max_of(1, descend::cache_bytes(2) / 4 / (g.n * long(sizeof(T))));
}
// A block of C that is done, to where it belongs.
template <class T>
void store_block_past(const T* block, T* to, long count) {
  const long head = min_of(-(reinterpret_cast<uintptr_t>(to) / sizeof(T)) % Vec<T>::N, count);
  if (head > 0) store_few(to, head, load_few(block, head));
  long i = head;
  for (; i + Vec<T>::N <= count; i += Vec<T>::N) storePast(to + i, Vec<T>::load(block + i));
  if (i < count) store_few(to + i, count - i, load_few(block + i, count - i));
  fencePast();
}

// Work for about 5 µs: less is not worth waking a thread for.
constexpr long kTaskFlops = DESCEND_VEC_BYTES * 16384L;

// The k block of every path: k in equal parts of at most kTileDepth.
inline long k_block(long k) { return k <= kTileDepth ? max_of(k, 1) : ceil_div(k, ceil_div(k, kTileDepth)); }

// The tile at (row, col) for the k block that begins at `step`; the caller fills in k, a and b. The first block
// overwrites C unless gemm accumulates; bias and relu wait for the last one.
template <class T>
DESCEND_INLINE Tile<T> output_tile(const GemmArgs<T>& g, long row, long col, long cols, long step, long depth) {
  const bool last = step + depth >= g.k;
  Tile<T> t;
  t.k = depth;
  t.c = g.c + row * g.c_row + col;
  t.c_row = g.c_row;
  t.cols = cols;
  t.bias = last && g.bias ? g.bias + col : nullptr;
  t.relu = last && g.relu;
  t.add = step > 0 || g.accumulate;
  t.next = nullptr;
  return t;
}

}  // namespace
