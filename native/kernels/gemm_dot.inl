// gemm as dot products: where few rows or columns would leave lanes of a tile idle, vectors lie along k instead.
#pragma once
#include "gemm_args.inl"
#include "gemm_pack.inl"

namespace {

// A tile of dot products: as many sums as leave registers for what is multiplied.
constexpr int kDotRows = kTileRows * kTileVectors > 12 ? 4 : 2, kDotCols = kDotRows + 2;

// N vectors joined over their lanes: lane i of what is left in r[0] is what join makes of the lanes of r[i].
template <class T, class Join, int Distance = 1>
DESCEND_INLINE void join_each(Vec<T>* r, const Join& join) {
  if constexpr (Distance < Vec<T>::N) {
    using All = typename MakeLanes<Vec<T>::N>::type;
    DESCEND_UNROLL
    for (int i = 0; i < Vec<T>::N / Distance / 2; i++) {
      const Vec<T> a = r[2 * i], b = r[2 * i + 1];
      r[i] = join(exchange<T, Distance, false>(a, b, All()), exchange<T, Distance, true>(a, b, All()));
    }
    join_each<T, Join, 2 * Distance>(r, join);
  }
}
template <class T>
DESCEND_INLINE void sum_each(Vec<T>* r) {
  join_each(r, [](Vec<T> a, Vec<T> b) { return a + b; });
}

template <class T, int Rows, int Cols>
void dot_tile(long k, const T* a, long a_row, const T* b, long b_col, T* sums) {
  using V = Vec<T>;
  constexpr int Count = Rows * Cols, All = (Count + V::N - 1) / V::N * V::N;
  V sum[All];
  DESCEND_UNROLL
  for (int i = 0; i < All; i++) sum[i] = V(T(0));
  const auto step = [&](long p, long few) {
    V x[Rows];
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) x[i] = load_few(a + i * a_row + p, few);
    DESCEND_UNROLL
    for (int j = 0; j < Cols; j++) {
      const V y = load_few(b + j * b_col + p, few);
      DESCEND_UNROLL
      for (int i = 0; i < Rows; i++) sum[i * Cols + j] = fma(x[i], y, sum[i * Cols + j]);
    }
  };
  long p = 0;
  for (; p + V::N <= k; p += V::N) step(p, V::N);
  if (p < k) step(p, k - p);
  DESCEND_UNROLL
  for (int i = 0; i < All; i += V::N) {
    sum_each<T>(sum + i);
    sum[i].store(sums + i);
  }
}

template <class T>
using DotTile = void (*)(long, const T*, long, const T*, long, T*);

template <class T, int Rows = kDotRows, int Cols = kDotCols>
DotTile<T> choose_dot_tile(int rows, int cols) {
  if constexpr (Rows > 1) {
    if (rows < Rows) return choose_dot_tile<T, Rows - 1, Cols>(rows, cols);
  }
  if constexpr (Cols > 1) {
    if (cols < Cols) return choose_dot_tile<T, Rows, Cols - 1>(rows, cols);
  }
  return dot_tile<T, Rows, Cols>;
}

// `lanes` rows (or columns) that are to be contiguous: where they lie, or a copy.
template <class T>
const T* contiguous_lanes(const T* from, long& lane, long step, long lanes, long k, int slot) {
  if (step == 1) return from;
  const long width = ceil_div(k, Vec<T>::N) * Vec<T>::N;
  T* to = static_cast<T*>(descend::scratch(slot, (lanes * width + Vec<T>::N) * sizeof(T)));
  if (!to) return nullptr;
  const long blocks = lanes % Vec<T>::N < Vec<T>::N / 2 ? lanes / Vec<T>::N * Vec<T>::N : lanes;
  if (blocks > 0) pack_panel(blocks, static_cast<int>(k), from, step, lane, to, static_cast<int>(width));
  for (long i = blocks; i < lanes; i++) {
    for (long p = 0; p < k; p++) to[i * width + p] = from[i * lane + p * step];
    zero_row(to + i * width + k, width - k);
  }
  lane = width;
  return to;
}

template <class T>
int gemm_dot(const GemmArgs<T>& g) {
  long a_row = g.a_row, b_col = g.b_col;
  const T* a = contiguous_lanes(g.a, a_row, g.a_col, g.m, g.k, descend::kScratchGemmA);
  const T* b = contiguous_lanes(g.b, b_col, g.b_row, g.n, g.k, descend::kScratchGemmVector);
  if (!a || !b) return kGemmOutOfMemory;
  const Panels rows(g.m, kDotRows), cols(g.n, kDotCols);
  const long grain = max_of(1, kTaskFlops / (2 * kDotRows * kDotCols * g.k));
  parallel_for(rows.count * cols.count, grain, [&](long tile, long end) {
    for (; tile < end; tile++) {
      const long panel = tile / cols.count, across = tile % cols.count;
      const long row = rows.begin(panel), col = cols.begin(across);
      const int height = rows.size(panel), width = cols.size(across);
      T sums[kDotRows * kDotCols + Vec<T>::N];
      choose_dot_tile<T>(height, width)(g.k, a + row * a_row, a_row, b + col * b_col, b_col, sums);
      for (int i = 0; i < height; i++) {
        T* c = g.c + (row + i) * g.c_row + col;
        for (int j = 0; j < width; j += Vec<T>::N) {
          const long few = width - j;
          Vec<T> x = Vec<T>::load(sums + i * width + j);
          if (g.accumulate) x = x + load_few(c + j, few);
          if (g.bias) x = x + load_few(g.bias + col + j, few);
          if (g.relu) x = relu_keeping_nan(x);
          store_few(c + j, few, x);
        }
      }
    }
  });
  return kGemmOk;
}

}  // namespace
