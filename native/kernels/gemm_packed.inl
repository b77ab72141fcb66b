// gemm for large matrices: the five loops of Goto and of BLIS (Van Zee & van de Geijn, ACM TOMS 41(3), 2015) around the
// micro-kernel. Each loop cuts one dimension so that what the loops inside reuse stays in one level of cache:
//
//   5  columns of B and C, nc at a time
//   4    k, kc at a time          B[kc × nc] is packed: last level cache, shared by all threads
//   3      rows of A and C, mc    A[mc × kc] is packed: L2, shared too
//            (tasks: rectangles of C of task_rows × task_cols panels, one thread each)
//   2          panels of up to kTileVectors vectors of columns   kc × columns of B: L1
//   1            panels of up to kTileRows rows                rows × kc of A: passes through L1
//                  micro-kernel: one tile of C, in registers
//
// Threads share tasks, never k: an element is summed in the same order whatever their number.
#pragma once
#include "gemm_args.inl"
#include "gemm_pack.inl"

namespace {

struct GemmBlocks {
  long mc, nc, kc;
  long task_rows, task_cols;  // in panels
};

template <class T>
GemmBlocks gemm_blocks(long m, long n, long k) {
  static const long l2 = descend::cache_bytes(2), l3 = descend::cache_bytes(3);
  constexpr long N = Vec<T>::N;
  GemmBlocks s;
  s.kc = k_block(k);
  // Packed A stays in L2 while it is packed anew and again; packed B takes a quarter of L3, which other programs use
  // too, and gains nothing beyond 4 MiB.
  const long lane = s.kc * long(sizeof(T));
  s.mc = max_of(max_of(l2 / 4, 256 << 10) / lane / kTileRows, 1) * kTileRows;
  s.nc = max_of(min_of(max_of(l3 / 4, 512 << 10), 4 << 20) / lane / kTileCols<T>, 1) * kTileCols<T>;

  // Tasks: about 128 rows by 8 panels, smaller if that leaves too few of them to keep all threads busy to the end.
  const long row_panels = ceil_div(min_of(m, s.mc), kTileRows);
  const long col_panels = ceil_div(ceil_div(min_of(n, s.nc), N), kTileVectors);
  const long tile_flops = 2 * kTileRows * kTileCols<T> * s.kc;
  s.task_rows = min_of(ceil_div(128, kTileRows), row_panels);
  s.task_cols = min_of(8, col_panels);
  while (ceil_div(row_panels, s.task_rows) * ceil_div(col_panels, s.task_cols) < 24 &&
         s.task_rows * s.task_cols * tile_flops > kTaskFlops) {
    if (s.task_rows >= s.task_cols)
      s.task_rows = ceil_div(s.task_rows, 2);
    else
      s.task_cols = ceil_div(s.task_cols, 2);
  }
  return s;
}

// a_in_place: A is near enough in memory to be read where it lies.
template <class T>
int gemm_packed(const GemmArgs<T>& g, bool a_in_place) {
  constexpr long N = Vec<T>::N;
  const GemmBlocks s = gemm_blocks<T>(g.m, g.n, g.k);
  // Each panel of A has a vector of slack: packing writes whole vectors.
  const long a_rows = a_in_place ? 0 : min_of(g.m, s.mc);
  T* const packed_a = static_cast<T*>(
      descend::scratch(descend::kScratchGemmA, (a_rows * s.kc + ceil_div(a_rows, kTileRows) * N + N) * sizeof(T)));
  T* const packed_b =
      static_cast<T*>(descend::scratch(descend::kScratchGemmB, ceil_div(min_of(g.n, s.nc), N) * N * s.kc * sizeof(T)));
  if (!packed_a || !packed_b) return kGemmOutOfMemory;

  for (long jc = 0; jc < g.n; jc += s.nc) {
    const long nc = min_of(s.nc, g.n - jc);
    const Panels cols(ceil_div(nc, N), kTileVectors);  // counted in vectors
    for (long pc = 0; pc < g.k; pc += s.kc) {
      const long kc = min_of(s.kc, g.k - pc);
      for (long ic = 0; ic < g.m; ic += s.mc) {
        const Panels rows(min_of(s.mc, g.m - ic), kTileRows);
        const auto a_panel = [&](long i) { return packed_a + rows.begin(i) * kc + i * N; };
        const auto b_panel = [&](long j) { return packed_b + cols.begin(j) * N * kc; };

        const long b_panels = ic == 0 ? cols.count : 0;
        const long a_groups = a_in_place ? 0 : ceil_div(rows.count, 4);
        const long a_steps = g.a_row == 1 ? 32 : kc;  // a cache line of transposed A holds a piece of several panels
        parallel_for(b_panels + a_groups, 1, [&](long begin, long end) {
          for (long part = begin; part < end; part++) {
            if (part < b_panels) {
              const long col = cols.begin(part) * N, width = cols.size(part) * N;
              pack_panel(kc, static_cast<int>(min_of(width, nc - col)), g.b + pc * g.b_row + (jc + col) * g.b_col,
                         g.b_col, g.b_row, b_panel(part), static_cast<int>(width));
              continue;
            }
            const long first = (part - b_panels) * 4, last = min_of(first + 4, rows.count);
            for (long p = 0; p < kc; p += a_steps) {
              for (long i = first; i < last; i++) {
                pack_panel(min_of(a_steps, kc - p), rows.size(i),
                           g.a + (ic + rows.begin(i)) * g.a_row + (pc + p) * g.a_col, g.a_row, g.a_col,
                           a_panel(i) + p * rows.size(i), rows.size(i));
              }
            }
          }
        });

        const long tasks_down = ceil_div(rows.count, s.task_rows);
        parallel_for(tasks_down * ceil_div(cols.count, s.task_cols), 1, [&](long begin, long end) {
          for (long task = begin; task < end; task++) {
            const long i_begin = task % tasks_down * s.task_rows, i_end = min_of(i_begin + s.task_rows, rows.count);
            const long j_begin = task / tasks_down * s.task_cols, j_end = min_of(j_begin + s.task_cols, cols.count);
            for (long j = j_begin; j < j_end; j++) {
              const long col = cols.begin(j) * N, width = cols.size(j) * N;
              for (long i = i_begin; i < i_end; i++) {
                Tile<T> t = output_tile(g, ic + rows.begin(i), jc + col, min_of(width, nc - col), pc, kc);
                t.a = a_in_place ? g.a + (ic + rows.begin(i)) * g.a_row + pc * g.a_col : a_panel(i);
                t.a_row = a_in_place ? g.a_row : 1;
                t.a_col = a_in_place ? g.a_col : rows.size(i);
                t.b = b_panel(j);
                t.b_row = width;
                choose_tile_kernel<T>(rows.size(i), width)(t);
              }
            }
          }
        });
      }
    }
  }
  return kGemmOk;
}

}  // namespace
