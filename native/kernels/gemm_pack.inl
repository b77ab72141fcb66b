// Packing: copies of A and B in the order in which the micro-kernel reads them, whatever their strides.
//
//   A, a panel of r rows:      k × r, element (i, p) at p * r + i
//   B, a panel of w columns:   k × w, element (p, j) at p * w + j, with w whole vectors: zeros beyond the last column
//
// Both are "k slices of `width` lanes", so one routine serves both: `lane` is the stride along the panel's rows (A) or
// columns (B), `step` the stride along k.
#pragma once
#include "gemm_args.inl"

namespace {

// Of each block of 2 * Distance lanes, High takes the upper halves of a and b, else the lower halves:
// Distance 1: a0 b0 a2 b2 … or a1 b1 a3 b3 …
template <class T, int Distance, bool High, int... I>
DESCEND_INLINE Vec<T> exchange(Vec<T> a, Vec<T> b, Lanes<I...>) {
  constexpr int shift = High ? Distance : 0;
  return shuffle<T, (((I & Distance) ? Vec<T>::N + I - Distance : I) + shift)...>(a, b);
}

// Rows vectors hold blocks of Rows × Rows, side by side; transposes each (Eklundh, 1972: exchanges ever smaller
// off-diagonal blocks).
template <class T, int Rows, int Distance = Rows / 2>
DESCEND_INLINE void transpose_blocks(Vec<T>* r) {
  if constexpr (Distance > 0) {
    using All = typename MakeLanes<Vec<T>::N>::type;
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) {
      if (i & Distance) continue;
      const Vec<T> a = r[i], b = r[i + Distance];
      r[i] = exchange<T, Distance, false>(a, b, All());
      r[i + Distance] = exchange<T, Distance, true>(a, b, All());
    }
    transpose_blocks<T, Rows, Distance / 2>(r);
  }
}

// Up to N slices of up to Rows lanes, of which load(i) is lane i, transposed in registers.
template <class T, int Rows, class Load>
DESCEND_INLINE void pack_block(long slices, int lanes, const Load& load, T* out, int width) {
  Vec<T> block[Rows];
  DESCEND_UNROLL
  for (int i = 0; i < Rows; i++) block[i] = i < lanes ? load(i) : Vec<T>(T(0));
  transpose_blocks<T, Rows>(block);
  DESCEND_UNROLL
  for (int q = 0; q < Vec<T>::N / Rows; q++) {
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) {
      if (q * Rows + i >= slices) return;
      T* slice = out + (q * Rows + i) * width;
      std::memcpy(slice, reinterpret_cast<const char*>(&block[i]) + q * Rows * sizeof(T), Rows * sizeof(T));
    }
  }
}

// k is contiguous, and lanes ≤ Rows. Each slice is written as Rows elements, of which the next slice overwrites those
// beyond `width`. The lanes after these are likely wanted next, and begin where the processor does not foresee.
template <class T, int Rows>
void pack_contiguous_k(long k, int lanes, const T* src, long lane, T* out, int width) {
  constexpr int N = Vec<T>::N;
  for (; k >= N; k -= N, src += N, out += N * width) {
    for (int i = Rows; i < 2 * Rows; i++) __builtin_prefetch(src + i * lane);
    pack_block<T, Rows>(
        N, lanes, [&](int i) { return Vec<T>::load(src + i * lane); }, out, width);
  }
  if (k > 0)
    pack_block<T, Rows>(
        k, lanes, [&](int i) { return load_few(src + i * lane, k); }, out, width);
}

// Copies the last `count` < N lanes of each slice, as one piece of Half lanes or two that overlap (Half ≤ count ≤ 2
// Half).
template <class T, int Half = Vec<T>::N / 2>
void pack_last_lanes(long k, long count, const T* src, long step, T* out, int width) {
  if constexpr (Half > 1) {
    if (count < Half) return pack_last_lanes<T, Half / 2>(k, count, src, step, out, width);
  }
  if (count == Half) {
    for (long p = 0; p < k; p++) std::memcpy(out + p * width, src + p * step, Half * sizeof(T));
    return;
  }
  for (long p = 0; p < k; p++, src += step, out += width) {
    std::memcpy(out, src, Half * sizeof(T));
    std::memcpy(out + count - Half, src + count - Half, Half * sizeof(T));
  }
}

// Lanes are contiguous: each slice is copied.
template <class T>
void pack_contiguous_lanes(long k, int lanes, const T* src, long step, T* out, int width) {
  constexpr int N = Vec<T>::N;
  const int whole = lanes / N * N;
  for (long p = 0; p < k; p++) {
    for (int i = 0; i < whole; i += N) Vec<T>::load(src + p * step + i).store(out + p * width + i);
    if (width >= whole + N) Vec<T>(T(0)).store(out + p * width + whole);
  }
  if (lanes > whole) pack_last_lanes(k, lanes - whole, src + whole, step, out + whole, width);
}

template <class T>
void pack_strided(long k, int lanes, const T* src, long lane, long step, T* out, int width) {
  for (long p = 0; p < k; p++) {
    for (int i = 0; i < lanes; i++) out[p * width + i] = src[p * step + i * lane];
    for (int i = lanes; i < width; i++) out[p * width + i] = T(0);
  }
}

// Packs k slices of `lanes` elements into slices of `width`, with zeros after the lanes. Where width is no multiple of
// a vector, writes up to one vector beyond the end.
template <class T>
void pack_panel(long k, int lanes, const T* src, long lane, long step, T* out, int width) {
  constexpr int N = Vec<T>::N;
  if (lane == 1) return pack_contiguous_lanes(k, lanes, src, step, out, width);
  if (step != 1 || (width > N && width % N != 0)) return pack_strided(k, lanes, src, lane, step, out, width);
  for (int first = 0; first < width; first += N, lanes -= N, src += N * lane, out += N) {
    const int part = static_cast<int>(min_of(lanes, N));
    if (width > N / 2)
      pack_contiguous_k<T, N>(k, part, src, lane, out, width);
    else
      pack_contiguous_k<T, N / 2>(k, part, src, lane, out, width);
  }
}

// Where an operand's panels are, packed or not, for blocks of at most kc steps of k.
template <class T>
struct Operand {
  const T* from;
  long lane, step;
  long lanes, depth, kc;
  Panels panels;
  int unit;    // lanes that panels are counted in
  long slack;  // elements between packed panels: packing writes whole vectors
  T* packed;   // null: read where it lies

  static constexpr long kSteps = 128;

  long block() const { return panels.lanes() * unit * kc + panels.count * slack; }
  long elements() const { return block() * ceil_div(depth, kc) + slack; }
  int width(long panel) const { return panels.size(panel) * unit; }
  long begin(long panel) const { return panels.begin(panel) * unit; }
  // A panel's first element in the block that begins at step `at`, and the strides from there.
  T* packed_panel(long at, long i) const {
    return packed + at / kc * block() + begin(i) * min_of(kc, depth - at) + i * slack;
  }
  const T* panel(long at, long i) const { return packed ? packed_panel(at, i) : from + begin(i) * lane + at * step; }
  long lane_stride() const { return packed ? 1 : lane; }
  long step_stride(long i) const { return packed ? width(i) : step; }

  // Packs steps p … end of the panels first … last, for the block that begins at `at`.
  void pack(long first, long last, long at, long p, long end) const {
    // A cache line of contiguous lanes holds a piece of several panels.
    const long steps = lane == 1 ? 32 : kSteps;
    for (; p < end; p += steps) {
      for (long i = first; i < last; i++) {
        pack_panel(min_of(steps, end - p), static_cast<int>(min_of(width(i), lanes - begin(i))),
                   from + begin(i) * lane + (at + p) * step, lane, step, packed_panel(at, i) + p * width(i), width(i));
      }
    }
  }
  // All of it, by all threads. What a slice writes beyond its width the next one overwrites: such slices stay in order.
  void pack() const {
    const long each = slack ? kc : kSteps, pieces = ceil_div(kc, each);
    const long group = max_of(1, 8 * Vec<T>::N / width(0));
    const long groups = ceil_div(panels.count, group);
    parallel_for(groups * pieces * ceil_div(depth, kc), 1, [&](long part, long last_part) {
      for (; part < last_part; part++) {
        const long first = part % groups * group, p = part / groups % pieces * each, at = part / groups / pieces * kc;
        pack(first, min_of(first + group, panels.count), at, p, min_of(p + each, min_of(kc, depth - at)));
      }
    });
  }
};

}  // namespace
