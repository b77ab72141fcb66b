// gemm for large matrices: loops around the micro-kernel as in Goto's and BLIS's (Van Zee & van de Geijn, ACM TOMS
// 41(3), 2015). The smaller operand is packed first, by all threads, as much of it as the last level cache takes. Then
// each task goes through k in blocks of kc with some panels of the larger operand, which it packs for itself, so that
// they stay in the L2 of its core, and multiplies them by all panels of the other:
//
//   block of the smaller operand's lanes, and of k: packed, shared
//     task: panels of the larger operand            (threads wait for each other only here)
//       kc steps of k: these panels are packed      L2
//         panels of up to kTileVectors vectors of columns   kc × columns of B: L1
//           panels of up to kTileRows rows                  rows × kc of A: passes through L1
//             micro-kernel: one tile of C, in registers
//
// Threads share tasks, never k: an element is summed in the same order whatever their number.
#pragma once
#include "gemm_args.inl"
#include "gemm_pack.inl"

namespace {

// What lies near enough in memory is read in place.
template <class T>
int gemm_packed(const GemmArgs<T>& g, bool a_in_place, bool b_in_place) {
  static const long l2 = descend::cache_bytes(2), l3 = descend::cache_bytes(3);
  constexpr int N = Vec<T>::N;
  const bool by_rows = g.m >= g.n || g.past;  // tasks are rows of A and C, else columns of B and C
  const bool shared_in_place = by_rows ? b_in_place : a_in_place, own_in_place = by_rows ? a_in_place : b_in_place;
  const long kc = k_block(g.k), shared_lanes = by_rows ? ceil_div(g.n, N) * N : g.m;

  // A quarter of L3, which other programs use too, and no more than pays.
  const long most = min_of(max_of(l3 / 4, 512 << 10), 8 << 20) / long(sizeof(T));
  constexpr long whole = kTileRows * kTileCols<T>;
  const long lanes = shared_in_place ? shared_lanes : min_of(shared_lanes, max_of(most / kc / whole, 1) * whole);
  const long depth = shared_in_place ? g.k : min_of(max_of(most / lanes / kc, 1) * kc, g.k);

  const auto rows_of_a = [&](long first, long count, long pc, long steps, T* to) {
    return Operand<T>{
        g.a + first * g.a_row + pc * g.a_col, g.a_row, g.a_col, count, steps, kc, Panels(count, kTileRows), 1, N, to};
  };
  const auto columns_of_b = [&](long first, long count, long pc, long steps, int vectors, T* to) {
    return Operand<T>{g.b + pc * g.b_row + first * g.b_col, g.b_col, g.b_row, count, steps, kc,
                      Panels(ceil_div(count, N), vectors),  N,       0,       to};
  };
  // Narrow panels where there would be few tasks.
  const bool narrow = kTileVectors > 2 && g.n <= 24 * kTileCols<T>;
  const int vectors = by_rows || !narrow ? kTileVectors : kTileVectors - 1;
  const Panels all = by_rows ? Panels(g.m, kTileRows) : Panels(ceil_div(g.n, N), vectors);
  // Rows share the columns that arrive from L2, or from L3.
  const long least = !by_rows ? 1 : lanes * kc * long(sizeof(T)) > l2 / 2 ? 4 : 2;
  const bool past = g.past && lanes >= shared_lanes && depth >= g.k;
  const long group = past ? max_of(1, rows_past(g) / kTileRows)
                          : min_of(max_of(ceil_div(all.count, 24), least), by_rows ? 128 / kTileRows : 8);

  T* to = nullptr;
  if (!shared_in_place) {
    const Operand<T> largest =
        by_rows ? columns_of_b(0, lanes, 0, depth, kTileVectors, nullptr) : rows_of_a(0, lanes, 0, depth, nullptr);
    to = static_cast<T*>(descend::scratch(descend::kScratchGemmA, largest.elements() * sizeof(T)));
    if (!to) return kGemmOutOfMemory;
  }
  int status = kGemmOk;
  for (long first = 0; first < shared_lanes; first += lanes) {
    for (long pc = 0; pc < g.k; pc += depth) {
      const long steps = min_of(depth, g.k - pc);
      const Operand<T> shared = by_rows ? columns_of_b(first, min_of(lanes, g.n - first), pc, steps, kTileVectors, to)
                                        : rows_of_a(first, min_of(lanes, g.m - first), pc, steps, to);
      if (to) shared.pack();
      const long tasks = ceil_div(all.count, group), unit = by_rows ? 1 : N;
      const auto own_of = [&](long task, long at) {
        const long begin = all.begin(task * group) * unit, some = min_of(kc, steps - at);
        const long count = all.begin(min_of(task * group + group, all.count)) * unit - begin;
        return by_rows ? rows_of_a(begin, count, pc + at, some, nullptr)
                       : columns_of_b(begin, min_of(count, g.n - begin), pc + at, some, vectors, nullptr);
      };
      parallel_for(tasks, 1, [&](long task, long) {
        const long begin = all.begin(task * group) * unit;
        const long count = all.begin(min_of(task * group + group, all.count)) * unit - begin;
        GemmArgs<T> out = g;
        if (past) {
          out.c_row = g.n;
          out.c = static_cast<T*>(descend::scratch(descend::kScratchGemmVector, count * g.n * sizeof(T)));
          if (!out.c) return __atomic_store_n(&status, kGemmOutOfMemory, __ATOMIC_RELAXED);
        }
        for (long at = 0; at < steps; at += kc) {
          const long some = min_of(kc, steps - at);
          Operand<T> own = own_of(task, at);
          if (!own_in_place) {
            own.packed = static_cast<T*>(descend::scratch(descend::kScratchGemmB, own.elements() * sizeof(T)));
            if (!own.packed) return __atomic_store_n(&status, kGemmOutOfMemory, __ATOMIC_RELAXED);
            own.pack(0, own.panels.count, 0, 0, some);
          }
          // What is packed next lies in short pieces of distant rows, which the processor does not foresee.
          const bool last = at + kc >= steps, by_lane = own.lane == 1;
          const long next_task = last ? task + 1 : task;
          const bool foreseen = own.packed && (by_lane || own.step == 1) && next_task < tasks;
          const T* const next = foreseen ? own_of(next_task, last ? 0 : at + kc).from : nullptr;
          const Operand<T>&a = by_rows ? own : shared, &b = by_rows ? shared : own;
          const long row = past ? 0 : by_rows ? begin : first, col = by_rows ? first : begin;
          constexpr long line = 64 / sizeof(T);
          const long a_at = by_rows ? 0 : at, b_at = by_rows ? at : 0;
          for (long j = 0; j < b.panels.count; j++) {
            for (long i = 0; i < a.panels.count; i++) {
              Tile<T> t = output_tile(out, row + a.begin(i), col + b.begin(j), min_of(b.width(j), b.lanes - b.begin(j)),
                                      pc + at, some);
              t.a = a.panel(a_at, i);
              t.a_row = a.lane_stride();
              t.a_col = a.step_stride(i);
              t.b = b.panel(b_at, j);
              t.b_row = b.step_stride(j);
              const long piece = (j * a.panels.count + i) * line;
              if (next && piece < (by_lane ? own.lanes : some)) {
                t.next = next + piece;
                t.next_step = by_lane ? own.step : own.lane;
                t.next_count = by_lane ? some : own.lanes;
              } else if (by_rows && to && j + 1 < b.panels.count &&
                         i * line < b.width(j + 1)) {  // the next panel of B, from L3
                t.next = b.panel(b_at, j + 1) + i * line * some;
                t.next_step = line;
                t.next_count = some;
              }
              choose_tile_kernel<T>(a.width(i), b.width(j))(t);
            }
          }
        }
        if (past) store_block_past(out.c, g.c + begin * g.n, count * g.n);
      });
    }
  }
  return status;
}

}  // namespace
