// gemm for small and skinny matrices: A is read where it lies, and so is B if its rows are contiguous; else one panel
// of B at a time is packed. One pass of thread tasks, nothing shared between them.
#pragma once
#include "gemm_args.inl"
#include "gemm_pack.inl"

namespace {

template <class T>
int gemm_direct(const GemmArgs<T>& g) {
  constexpr long N = Vec<T>::N;
  const Panels rows(g.m, tile_rows(g.n <= N ? 1 : kTileVectors)), cols(ceil_div(g.n, N), kTileVectors);
  // B comes from memory once and is used at most twice: strips of 4 KiB of its rows, few at a time, arrive as streams.
  const bool stream = g.b_col == 1 && g.m <= 2 * kTileRows && g.k * g.n * long(sizeof(T)) > (1 << 20);
  const long k_most = stream ? 16 : k_block(g.k);
  // Few rows share a packed panel badly, so columns are cut first.
  const long tile_flops = 2 * kTileRows * kTileCols<T> * max_of(g.k, 1);
  const long tiles = max_of(1, kTaskFlops / tile_flops);
  const long task_rows = min_of(rows.count, max_of(tiles, 8));
  const long task_cols =
      stream ? ceil_div(4096 / sizeof(T), kTileCols<T>) : min_of(cols.count, max_of(1, tiles / task_rows));
  const long tasks_down = ceil_div(rows.count, task_rows);
  int status = kGemmOk;

  parallel_for(tasks_down * ceil_div(cols.count, task_cols), 1, [&](long begin, long end) {
    for (long task = begin; task < end; task++) {
      const long i_begin = task % tasks_down * task_rows, i_end = min_of(i_begin + task_rows, rows.count);
      const long j_begin = task / tasks_down * task_cols, j_end = min_of(j_begin + task_cols, cols.count);
      long pc = 0;
      do {  // once for k = 0 too
        const long kc = min_of(k_most, g.k - pc);
        for (long j = j_begin; j < j_end; j++) {
          const long col = cols.begin(j) * N, padded = cols.size(j) * N, width = min_of(padded, g.n - col);
          const T* b = g.b + pc * g.b_row + col * g.b_col;
          long b_row = g.b_row;
          if (g.b_col != 1 || width != padded) {
            T* packed =
                static_cast<T*>(descend::scratch(descend::kScratchGemmB, max_of(kc, 1) * kTileCols<T> * sizeof(T)));
            if (!packed) {
              __atomic_store_n(&status, kGemmOutOfMemory, __ATOMIC_RELAXED);
              return;
            }
            pack_panel(kc, static_cast<int>(width), b, g.b_col, g.b_row, packed, static_cast<int>(padded));
            b = packed;
            b_row = padded;
          }
          for (long i = i_begin; i < i_end; i++) {
            Tile<T> t = output_tile(g, rows.begin(i), col, width, pc, kc);
            t.a = g.a + rows.begin(i) * g.a_row + pc * g.a_col;
            t.a_row = g.a_row;
            t.a_col = g.a_col;
            t.b = b;
            t.b_row = b_row;
            choose_tile_kernel<T>(rows.size(i), width)(t);
          }
        }
        pc += k_most;
      } while (pc < g.k);
    }
  });
  return status;
}

}  // namespace
