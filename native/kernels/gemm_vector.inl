// A matrix times a vector, at the speed of memory: y[i] = Σ_p M[i][p] x[p], with M read once and in the order of its
// memory.
#pragma once
#include "gemm_pack.inl"

namespace {

template <class T>
struct GemvArgs {
  long m, k;
  const T* matrix;
  long row, col;
  const T* x;
  long x_step;
  T* y;  // contiguous
  const T* bias;
  long bias_step;  // 0: the same for every element
  bool relu, accumulate;
};

template <class T>
void finish_gemv(const GemvArgs<T>& g, long i, T sum) {
  if (g.accumulate) sum += g.y[i];
  if (g.bias) sum += g.bias[i * g.bias_step];
  g.y[i] = g.relu && sum < T(0) ? T(0) : sum;
}

template <class T, int Distance = Vec<T>::N / 2>
DESCEND_INLINE T sum_of_lanes(Vec<T> v) {
  if constexpr (Distance > 0) {
    using All = typename MakeLanes<Vec<T>::N>::type;
    return sum_of_lanes<T, Distance / 2>(exchange<T, Distance, false>(v, v, All()) +
                                         exchange<T, Distance, true>(v, v, All()));
  }
  return v.v[0];
}

// Rows of the matrix are contiguous: dot products of Rows rows at a time with x.
template <class T, int Rows>
void gemv_dot(const GemvArgs<T>& g, long i, const T* x) {
  using V = Vec<T>;
  const T* m = g.matrix + i * g.row;
  V even[Rows], odd[Rows];
  DESCEND_UNROLL
  for (int r = 0; r < Rows; r++) even[r] = odd[r] = V(T(0));
  long p = 0;
  for (; p + 2 * V::N <= g.k; p += 2 * V::N) {
    const V x0 = V::load(x + p), x1 = V::load(x + p + V::N);
    DESCEND_UNROLL
    for (int r = 0; r < Rows; r++) {
      even[r] = fma(V::load(m + r * g.row + p), x0, even[r]);
      odd[r] = fma(V::load(m + r * g.row + p + V::N), x1, odd[r]);
    }
  }
  if (p + V::N <= g.k) {
    const V x0 = V::load(x + p);
    DESCEND_UNROLL
    for (int r = 0; r < Rows; r++) even[r] = fma(V::load(m + r * g.row + p), x0, even[r]);
    p += V::N;
  }
  if (const long last = g.k - p) {
    const V x0 = load_few(x + p, last);
    DESCEND_UNROLL
    for (int r = 0; r < Rows; r++) odd[r] = fma(load_few(m + r * g.row + p, last), x0, odd[r]);
  }
  DESCEND_UNROLL
  for (int r = 0; r < Rows; r++) finish_gemv(g, i + r, sum_of_lanes(even[r] + odd[r]));
}

template <class T>
constexpr long kGemvNarrow = 2 * Vec<T>::N;

// Columns of the matrix are contiguous: adds them up, scaled by x, for `count` elements of y held in L1.
template <class T>
void gemv_columns(const GemvArgs<T>& g, long first, long count) {
  using V = Vec<T>;
  constexpr int Cols = 8;
  T* y = g.y + first;
  const T* m = g.matrix + first;
  if (count <= kGemvNarrow<T> && !g.accumulate) {
    // Few enough to stay in registers.
    for (long i = 0; i < count; i += V::N) {
      V sum[4] = {V(T(0)), V(T(0)), V(T(0)), V(T(0))};
      long p = 0;
      const long few = count - i;
      for (; p + 4 <= g.k; p += 4) {
        DESCEND_UNROLL
        for (int c = 0; c < 4; c++)
          sum[c] = fma(load_few(m + (p + c) * g.col + i, few), V(g.x[(p + c) * g.x_step]), sum[c]);
      }
      for (; p < g.k; p++) sum[0] = fma(load_few(m + p * g.col + i, few), V(g.x[p * g.x_step]), sum[0]);
      store_few(y + i, few, (sum[0] + sum[1]) + (sum[2] + sum[3]));
    }
  } else {
    if (!g.accumulate)
      for (long i = 0; i < count; i++) y[i] = T(0);
    for (long p = 0; p < g.k; p += Cols) {
      const int cols = static_cast<int>(min_of(Cols, g.k - p));
      T x[Cols];
      const T* column[Cols];
      for (int c = 0; c < cols; c++) {
        x[c] = g.x[(p + c) * g.x_step];
        column[c] = m + (p + c) * g.col;
      }
      long i = 0;
      if (cols == Cols) {
        for (; i < count; i += V::N) {
          const long n = count - i;
          V sum = load_few(y + i, n);
          DESCEND_UNROLL
          for (int c = 0; c < Cols; c++) sum = fma(load_few(column[c] + i, n), V(x[c]), sum);
          store_few(y + i, n, sum);
        }
      }
      for (; i < count; i++) {
        T sum = y[i];
        for (int c = 0; c < cols; c++) sum += column[c][i] * x[c];
        y[i] = sum;
      }
    }
  }
  if (!g.bias && !g.relu) return;
  for (long i = 0; i < count; i++) {
    const T sum = g.bias ? y[i] + g.bias[(first + i) * g.bias_step] : y[i];
    y[i] = g.relu && sum < T(0) ? T(0) : sum;
  }
}

constexpr long kGemvTask = 64 << 10;  // elements of the matrix for one thread at a time

// The matrix must have contiguous rows or columns.
template <class T>
int gemv(const GemvArgs<T>& g) {
  if (g.row == 1 && g.col != 1) {
    parallel_for(g.m, max_of(512, min_of(4096, kGemvTask / g.k)),
                 [&](long begin, long end) { gemv_columns(g, begin, end - begin); });
    return kGemmOk;
  }
  const T* x = g.x;
  if (g.x_step != 1) {
    T* copy = static_cast<T*>(descend::scratch(descend::kScratchGemmVector, g.k * sizeof(T)));
    if (!copy) return kGemmOutOfMemory;
    for (long p = 0; p < g.k; p++) copy[p] = g.x[p * g.x_step];
    x = copy;
  }
  parallel_for(g.m, max_of(4, kGemvTask / g.k / 4 * 4), [&](long begin, long end) {
    long i = begin;
    for (; i + 4 <= end; i += 4) gemv_dot<T, 4>(g, i, x);
    for (; i < end; i++) gemv_dot<T, 1>(g, i, x);
  });
  return kGemmOk;
}

}  // namespace
