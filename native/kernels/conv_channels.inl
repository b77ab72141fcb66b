// Planes of up to N channels as pixels of N lanes, and back. Where a channel is a lane every position costs the same,
// whatever the stride, the padding and the size of the planes.
#pragma once
#include "gemm_pack.inl"

namespace {

// store(p, lanes) for each p < k: lane i has element p of row i, and zero from lane `rows` on.
template <class T, class Store>
DESCEND_INLINE void transpose_rows(const T* from, long row, long rows, long k, const Store& store) {
  using V = Vec<T>;
  for (long p = 0; p < k; p += V::N) {
    const long n = min_of(V::N, k - p);
    V block[V::N];
    DESCEND_UNROLL
    for (int i = 0; i < V::N; i++) block[i] = i < rows ? load_few(from + i * row + p, n) : V(T(0));
    transpose_blocks<T, V::N>(block);
    DESCEND_UNROLL
    for (int i = 0; i < V::N; i++)
      if (i < n) store(p + i, block[i]);
  }
}

// Writes the first `rows` lanes of load(p) as element p of each row, for p < k.
template <class T, class Load>
DESCEND_INLINE void transpose_lanes(T* to, long row, long rows, long k, const Load& load) {
  using V = Vec<T>;
  for (long p = 0; p < k; p += V::N) {
    const long n = min_of(V::N, k - p);
    V block[V::N];
    DESCEND_UNROLL
    for (int i = 0; i < V::N; i++) block[i] = i < n ? load(p + i) : V(T(0));
    transpose_blocks<T, V::N>(block);
    DESCEND_UNROLL
    for (int i = 0; i < V::N; i++)
      if (i < rows) store_few(to + i * row + p, n, block[i]);
  }
}

// One channel block of an image: planes of height × width, `plane` elements apart.
template <class T>
struct ChannelPlanes {
  T* planes;
  long plane, channels, height, width;
};

// Rows of pixels that reach beyond the image: the first pixel lies at (top, left) of it.
struct PixelArea {
  long top, left, rows, pitch;

  // Columns from `first` to `last` and all that the image has, so that its rows are copied whole.
  static PixelArea across(long first, long last, long width) {
    const long left = min_of(first, 0);
    return PixelArea{0, left, 0, max_of(last, width - 1) - left + 1};
  }
  // One row more: what follows the last pixel of the image is cleared up to the first one of the next row.
  long pixels() const { return (rows + 1) * pitch; }
};

template <class T>
void lift_pixels(const ChannelPlanes<const T>& s, const PixelArea& area, T* to) {
  constexpr long N = Vec<T>::N;
  const long row = area.pitch * N, gap = (area.pitch - s.width) * N;
  const long begin = min_of(area.rows, max_of(0, -area.top));
  const long end = max_of(begin, min_of(area.rows, s.height - area.top));
  zero_row(to, begin * row - area.left * N * (begin < end));
  T* at = to + begin * row - area.left * N;
  long x = 0;
  transpose_rows(s.planes + (area.top + begin) * s.width, s.plane, s.channels, (end - begin) * s.width,
                 [&](long, Vec<T> pixel) {
                   pixel.store(at);
                   at += N;
                   if (++x < s.width) return;
                   zero_row(at, gap);
                   at += gap;
                   x = 0;
                 });
  if (begin < end)
    zero_row(to + end * row, (area.rows - end) * row);
  else
    zero_row(to, area.rows * row);
}

// Rows of an image from pixels whose rows are `pitch` pixels long.
template <class T>
void lower_pixels(const T* from, long pitch, const ChannelPlanes<T>& s, long top, long rows) {
  constexpr long N = Vec<T>::N;
  const long gap = (pitch - s.width) * N;
  long x = 0;
  transpose_lanes(s.planes + top * s.width, s.plane, s.channels, rows * s.width, [&](long) {
    const Vec<T> pixel = Vec<T>::load(from);
    from += N;
    if (++x == s.width) {
      from += gap;
      x = 0;
    }
    return pixel;
  });
}

}  // namespace
