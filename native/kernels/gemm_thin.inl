// gemm for a k of a few: what there is to do is to write C. Elements of A stay in registers while rows of B pass by,
// from L1 as a rule, so that rows of C are written whole, in the order of memory.
#pragma once
#include "gemm_args.inl"
#include "gemm_pack.inl"

namespace {

// Elements of kThinRows rows of A fit in the registers.
constexpr int kThinRows = 4, kThinDepth = kTileRows * kTileVectors > 12 ? 6 : 2;

template <class T>
constexpr long kThinTask = 4096 * Vec<T>::N;  // elements of C for one thread at a time

// The first `few` columns of a vector of C, for Rows rows.
template <class T, int Depth, int Rows>
DESCEND_INLINE void thin_vectors(const GemmArgs<T>& g, bool plain, const Vec<T> (*x)[Depth], const T* b, long b_row,
                                 T* c, long c_row, long j, long few) {
  using V = Vec<T>;
  V sum[Rows];
  DESCEND_UNROLL
  for (int p = 0; p < Depth; p++) {
    const V y = load_few(b + p * b_row + j, few);
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) sum[i] = p == 0 ? x[i][p] * y : fma(x[i][p], y, sum[i]);
  }
  DESCEND_UNROLL
  for (int i = 0; i < Rows; i++) {
    T* to = c + i * c_row + j;
    if (!plain) {
      if (g.accumulate) sum[i] = sum[i] + load_few(to, few);
      if (g.bias) sum[i] = sum[i] + load_few(g.bias + j, few);
      if (g.relu) sum[i] = relu_keeping_nan(sum[i]);
    }
    store_few(to, few, sum[i]);
  }
}

template <class T, int Depth, int Rows>
DESCEND_INLINE void thin_rows(const GemmArgs<T>& g, bool plain, const T* a, const T* b, long b_row, T* c) {
  constexpr long N = Vec<T>::N;
  Vec<T> x[Rows][Depth];
  DESCEND_UNROLL
  for (int i = 0; i < Rows; i++) {
    DESCEND_UNROLL
    for (int p = 0; p < Depth; p++) x[i][p] = Vec<T>(a[i * g.a_row + p * g.a_col]);
  }
  const long n = g.n, c_row = g.c_row;
  long j = 0;
  for (; j + N <= n; j += N) thin_vectors<T, Depth, Rows>(g, plain, x, b, b_row, c, c_row, j, N);
  if (j < n) thin_vectors<T, Depth, Rows>(g, plain, x, b, b_row, c, c_row, j, n - j);
}

template <class T, int Depth>
void thin_task(const GemmArgs<T>& g, long first, long rows, const T* b, long b_row, T* c) {
  const bool plain = !g.accumulate && !g.bias && !g.relu;
  const T* a = g.a + first * g.a_row;
  long i = 0;
  for (; i + kThinRows <= rows; i += kThinRows)
    thin_rows<T, Depth, kThinRows>(g, plain, a + i * g.a_row, b, b_row, c + i * g.c_row);
  for (; i < rows; i++) thin_rows<T, Depth, 1>(g, plain, a + i * g.a_row, b, b_row, c + i * g.c_row);
}

template <class T, int Depth = kThinDepth>
int gemm_thin(const GemmArgs<T>& g) {
  if constexpr (Depth > 1) {
    if (g.k < Depth) return gemm_thin<T, Depth - 1>(g);
  }
  const T* b = g.b;
  long b_row = g.b_row;
  if (g.b_col != 1) {
    b_row = ceil_div(g.n, Vec<T>::N) * Vec<T>::N;
    T* packed = static_cast<T*>(descend::scratch(descend::kScratchGemmA, Depth * b_row * sizeof(T)));
    if (!packed) return kGemmOutOfMemory;
    pack_panel(Depth, static_cast<int>(g.n), g.b, g.b_col, g.b_row, packed, static_cast<int>(b_row));
    b = packed;
  }
  const long rows = g.past ? rows_past(g) : max_of(1, kThinTask<T> / g.n);
  int status = kGemmOk;
  parallel_for(g.m, ceil_div(rows, kThinRows) * kThinRows, [&](long begin, long end) {
    T* const c = g.c + begin * g.c_row;
    if (!g.past) return thin_task<T, Depth>(g, begin, end - begin, b, b_row, c);
    const long count = (end - begin) * g.n;
    T* block = static_cast<T*>(descend::scratch(descend::kScratchGemmB, count * sizeof(T)));
    if (!block) return __atomic_store_n(&status, kGemmOutOfMemory, __ATOMIC_RELAXED);
    thin_task<T, Depth>(g, begin, end - begin, b, b_row, block);
    store_block_past(block, c, count);
  });
  return status;
}

}  // namespace
