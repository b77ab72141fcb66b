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
  const long tasks_down = ceil_div(rows.count, task_rows), tasks_across = ceil_div(cols.count, task_cols);
  // Rows of a panel of B lie apart, which the processor does not foresee: with each tile a line of the next ones
  // arrives.
  const bool foreseen = g.b_col == 1 && task_cols == 1 && g.k * g.n * long(sizeof(T)) > descend::cache_bytes(2) / 2;
  const bool large = g.m * g.n * long(sizeof(T)) > (32 << 10);
  int status = kGemmOk;

  parallel_for(tasks_down * tasks_across, 1, [&](long begin, long end) {
    for (long task = begin; task < end; task++) {
      const long i_begin = task / tasks_across * task_rows, i_end = min_of(i_begin + task_rows, rows.count);
      const long j_begin = task % tasks_across * task_cols, j_end = min_of(j_begin + task_cols, cols.count);
      long pc = 0;
      do {  // once for k = 0 too
        const long kc = min_of(k_most, g.k - pc);
        // Short panels share a pass over the rows, so that rows of a large C are written whole.
        const long group = large ? max_of(1, (4 << 10) / (max_of(kc, 1) * kTileCols<T>)) : 1;
        for (long j = j_begin; j < j_end; j += group) {
          const long j_last = min_of(j + group, j_end);
          const auto width_of = [&](long panel) { return min_of(cols.size(panel) * N, g.n - cols.begin(panel) * N); };
          const auto fits = [&](long panel) {
            return g.b_col == 1 && (kMaskedMoves || width_of(panel) == cols.size(panel) * N);
          };
          const long room = max_of(kc, 1) * kTileCols<T>;
          T* packed = nullptr;
          if (!fits(j) || !fits(j_last - 1)) {
            packed = static_cast<T*>(descend::scratch(descend::kScratchGemmB, (j_last - j) * room * sizeof(T)));
            if (!packed) {
              __atomic_store_n(&status, kGemmOutOfMemory, __ATOMIC_RELAXED);
              return;
            }
            for (long p = j; p < j_last; p++) {
              if (fits(p)) continue;
              pack_panel(kc, static_cast<int>(width_of(p)), g.b + pc * g.b_row + cols.begin(p) * N * g.b_col, g.b_col,
                         g.b_row, packed + (p - j) * room, static_cast<int>(cols.size(p) * N));
            }
          }
          const long together = j_last - j > 1 ? 1 : i_end - i_begin;
          for (long first = i_begin; first < i_end; first += together) {
            for (long p = j; p < j_last; p++) {
              const long col = cols.begin(p) * N, width = width_of(p);
              const T* const in_place = g.b + pc * g.b_row + col;
              Tile<T> t = output_tile(g, 0, col, width, pc, kc);
              t.a_row = g.a_row;
              t.a_col = g.a_col;
              t.b = fits(p) ? in_place : packed + (p - j) * room;
              t.b_row = fits(p) ? g.b_row : cols.size(p) * N;
              const T* const a = g.a + pc * g.a_col;
              T* const c = t.c;
              for (long i = first; i < min_of(first + together, i_end); i++) {
                t.a = a + rows.begin(i) * g.a_row;
                t.c = c + rows.begin(i) * g.c_row;
                t.next = nullptr;
                if (foreseen && i - first < cols.size(p)) {
                  const bool deeper = pc + k_most < g.k;
                  t.next = (deeper ? in_place + k_most * g.b_row : g.b + col + cols.size(p) * N) + (i - first) * N;
                  t.next_step = g.b_row;
                  t.next_count = min_of(k_most, deeper ? g.k - pc - k_most : g.k);
                }
                choose_tile_kernel<T>(rows.size(i), width)(t);
              }
            }
          }
        }
        pc += k_most;
      } while (pc < g.k);
    }
  });
  return status;
}

}  // namespace
