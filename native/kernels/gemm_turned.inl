// gemm for few columns, which would leave lanes idle: Cᵀ = Bᵀ Aᵀ, some rows of C at a time, which are then turned.
#pragma once
#include "gemm_direct.inl"

namespace {

template <class T>
constexpr long kTurned = 3 * Vec<T>::N;  // the most columns of what is turned

template <class T>
int gemm_turned(const GemmArgs<T>& g) {
  constexpr long N = Vec<T>::N, kRows = 2 * kTileCols<T>;
  const long width = g.n <= N ? g.n : ceil_div(g.n, N) * N;
  int status = kGemmOk;
  parallel_for(
      ceil_div(g.m, kRows), max_of(1, kTaskFlops / (2 * kRows * g.n * max_of(g.k, 1))), [&](long begin, long end) {
        T turned[kTurned<T> * kRows], block[kTurned<T> * kRows + N];
        for (long task = begin; task < end; task++) {
          const long first = task * kRows, rows = min_of(kRows, g.m - first);
          if (g.bias) {
            for (long j = 0; j < g.n; j++)
              for (long i = 0; i < rows; i++) turned[j * kRows + i] = g.bias[j];
          }
          const int result =
              gemm_direct(GemmArgs<T>{g.n, rows, g.k, g.b, g.b_col, g.b_row, g.a + first * g.a_row, g.a_col, g.a_row,
                                      turned, kRows, nullptr, g.relu && !g.accumulate, g.bias != nullptr});
          if (result != kGemmOk) __atomic_store_n(&status, result, __ATOMIC_RELAXED);
          pack_panel(rows, static_cast<int>(g.n), turned, kRows, 1, block, static_cast<int>(width));
          // Rows that lie one after the other are copied as one.
          const bool whole = width == g.n && g.c_row == g.n;
          const long pieces = whole ? 1 : rows, length = whole ? rows * g.n : g.n;
          for (long i = 0; i < pieces; i++) {
            T* c = g.c + (first + i) * g.c_row;
            for (long j = 0; j < length; j += N) {
              Vec<T> x = Vec<T>::load(block + i * width + j);
              if (g.accumulate) {
                x = x + load_few(c + j, length - j);
                if (g.relu) x = relu_keeping_nan(x);
              }
              store_few(c + j, length - j, x);
            }
          }
        }
      });
  return status;
}

}  // namespace
