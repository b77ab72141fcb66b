// General matrix multiply: C = A · B with any strides, an optional bias and relu, and batches of it.
//
//   gemm_args.inl    the request              gemm_packed.inl  large: packed blocks, five loops
//   gemm_tile.inl    the micro-kernel         gemm_direct.inl  small and skinny: operands in place
//   gemm_pack.inl    packing, any stride      gemm_turned.inl  few columns: the transpose
//   gemm_vector.inl  matrix × vector          gemm_dot.inl     few rows or columns: dot products
//                                             gemm_thin.inl    short sums
//
// How sums are grouped depends on shape and strides only, not on whether C is written past the caches, and threads
// never share a sum: the same bits on any number of threads.
#pragma once
#include "gemm_args.inl"
#include "gemm_direct.inl"
#include "gemm_dot.inl"
#include "gemm_packed.inl"
#include "gemm_thin.inl"
#include "gemm_turned.inl"
#include "gemm_vector.inl"

namespace {

// What paths take, about, in products of vectors: a sum over lanes takes eight, packing an element a third, turning
// one.
struct Cost {
  long direct, turned, dot;
  long least() const { return min_of(direct, min_of(turned, dot)); }
};
template <class T>
Cost cost_of(const GemmArgs<T>& g) {
  constexpr long N = Vec<T>::N, never = 1L << 62, more = 8;  // what a tile takes besides products, as steps of k
  const long pack_a = g.m * g.k / 3, pack_b = g.k * g.n / 3;
  Cost cost{g.m * ceil_div(g.n, N) * (g.k + more) + (g.b_col == 1 ? 0 : pack_b), never, never};
  if (g.m >= (g.a_row == 1 ? N : 2 * N) && g.n <= kTurned<T>)
    cost.turned = g.n * ceil_div(g.m, N) * (g.k + more) + g.m * g.n + (g.a_row == 1 ? 0 : pack_a);
  if (g.k >= 4 * N)
    cost.dot = g.m * g.n * (ceil_div(g.k, N) + 8) + (g.a_col == 1 ? 0 : pack_a) + (g.b_row == 1 ? 0 : pack_b);
  return cost;
}

template <class T>
int gemm(const GemmArgs<T>& g) {
  if (g.m <= 0 || g.n <= 0) return kGemmOk;
  const bool thin = g.k > 0 && g.k <= kThinDepth;
  if (thin && g.m == 1 && g.b_col == 1 && g.n <= kThinTask<T>) return gemm_thin(g);
  if (thin && g.n == 1 && g.c_row == 1 && g.a_row == 1 && g.m <= kThinTask<T> && !g.bias) {
    return gemm_thin(
        GemmArgs<T>{1, g.m, g.k, g.b, 0, g.b_row, g.a, g.a_col, 1, g.c, g.m, nullptr, g.relu, g.accumulate});
  }
  if (g.n == 1 && g.c_row == 1 && (g.a_col == 1 || g.a_row == 1) && g.k > 0) {
    return gemv(GemvArgs<T>{g.m, g.k, g.a, g.a_row, g.a_col, g.b, g.b_row, g.c, g.bias, 0, g.relu, g.accumulate});
  }
  if (g.m == 1 && (g.b_col == 1 || g.b_row == 1) && g.k > 0) {
    return gemv(GemvArgs<T>{g.n, g.k, g.b, g.b_col, g.b_row, g.a, g.a_col, g.c, g.bias, 1, g.relu, g.accumulate});
  }
  if (thin) return gemm_thin(g);
  const Cost cost = cost_of(g);
  // The few columns of a last vector cost as much as all of it: they may do better alone.
  if (const long few = g.n % Vec<T>::N; few > 0 && few <= Vec<T>::N / 4 && g.n > few && g.n < 8 * Vec<T>::N) {
    GemmArgs<T> most = g, last = g;
    most.n -= few;
    most.past = last.past = false;
    last.n = few;
    last.b += most.n * g.b_col;
    last.c += most.n;
    if (g.bias) last.bias += most.n;
    if ((cost_of(most).direct + cost_of(last).least()) * 5 / 4 < cost.least()) {
      const int status = gemm(most);
      return status == kGemmOk ? gemm(last) : status;
    }
  }
  if (cost.dot == cost.least()) return gemm_dot(g);
  if (cost.turned == cost.least()) return gemm_turned(g);
  // Packing moves every element once more, through L2. It pays where an operand is used by many tiles and each use
  // would touch a new page or cache line for every few elements. The distances are measured ones. A tile whose rows of
  // B are several cache lines takes them from a B that L2 holds most of as fast as from packed panels.
  if (!g.past && (g.m <= 2 * kTileRows || g.k <= 8 || g.m * g.n * g.k <= 64L * 64 * 64)) return gemm_direct(g);
  const auto near = [](long stride, long bytes) { return stride >= 0 && stride * long(sizeof(T)) <= bytes; };
  const bool kept = kTileCols<T> * sizeof(T) > 128 && !g.past && near(g.k * g.n, 2 * descend::cache_bytes(2));
  const bool a_in_place = g.n <= 2 * kTileCols<T> || (g.a_col == 1 && (kept || near(g.a_row, 2048))) ||
                          (g.a_row == 1 && near(g.a_col, kept ? 2048 : 512));
  const bool b_in_place = g.b_col == 1 && (kept || near(g.b_row, 1024));
  return a_in_place && b_in_place && !g.past
             ? gemm_direct(g)
             : gemm_packed(g, a_in_place, b_in_place && (kMaskedMoves || g.n % Vec<T>::N == 0));
}

// How far the operands of one product lie from those of another: up to 8 dimensions, the last one varying fastest.
// A stride of 0 uses the same operand again; products of one batch must not write the same C.
struct GemmBatch {
  int dims;
  long size[8];
  long a[8], b[8], c[8];  // strides in elements
};

// One product for each index of the batch; `first` is that at index 0.
template <class T>
int gemm_batched(const GemmArgs<T>& first, const GemmBatch& batch) {
  long count = 1;
  for (int d = 0; d < batch.dims; d++) count *= batch.size[d];
  const auto run = [&](long index) {
    GemmArgs<T> g = first;
    for (int d = batch.dims - 1; d >= 0; d--) {
      const long at = index % batch.size[d];
      index /= batch.size[d];
      g.a += at * batch.a[d];
      g.b += at * batch.b[d];
      g.c += at * batch.c[d];
    }
    return gemm(g);
  };
  // Large products share their own work among the threads; small ones are dealt out whole.
  const double flops = 2.0 * first.m * first.n * first.k;
  const long grain = max_of(1, static_cast<long>(kTaskFlops / (flops + 2000)));
  int status = kGemmOk;
  const auto run_range = [&](long begin, long end) {
    for (long i = begin; i < end; i++) {
      const int result = run(i);
      if (result != kGemmOk) __atomic_store_n(&status, result, __ATOMIC_RELAXED);
    }
  };
  if (flops > 30e6)
    run_range(0, count);
  else
    parallel_for(count, grain, run_range);
  return status;
}

}  // namespace
