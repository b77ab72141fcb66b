// What a convolution reads, laid out so that no micro-kernel ever asks where an image ends.
//
// Along each dim, output j reads source position j * stride + offset + t * shift for tap t. A part of the image is
// copied into planes, with zeros where the source has nothing, one plane for each remainder of the position by the
// stride: then every tap of every output lies at the same distance from it, and neighbours are neighbours. Outputs are
// counted along rows of the planes ("columns"): those between the end of one row of outputs and the next are computed
// and dropped.
#pragma once
#include "common.inl"

namespace {

// One dim of a convolution: where outputs lie, and what they read.
struct Axis {
  long count;                  // outputs
  long first, step;            // output j lies at first + j * step
  long size;                   // positions of the source
  long stride, offset;         // of an output's first tap
  long taps, shift;            // tap t lies t * shift positions further
  long element, element_step;  // and takes element + t * element_step of the kernel

  long lowest() const { return offset + (shift < 0 ? (taps - 1) * shift : 0); }
  // How far tap t lies from the lowest one.
  long ahead(long t) const { return offset + t * shift - lowest(); }
  long highest() const { return (taps - 1) * (shift < 0 ? -shift : shift); }
  long phases() const { return min_of(stride, highest() + 1); }
};

// A range of outputs in each dim.
struct Box {
  long first[3], count[3];

  long outputs() const { return count[0] * count[1] * count[2]; }
};

// The planes that a box reads.
struct Planes {
  long phases[3], size[3];
  long count;    // planes of a channel
  long plane;    // elements of one
  long columns;  // from the first output to the last
  // Whether each tap of the innermost dim has planes of its own, whose rows are as long as those of outputs: a plane of
  // outputs has no gaps then.
  bool dense;

  Planes(const Axis (&axis)[3], const Box& box, bool dense = false) : dense(dense) {
    for (int d = 0; d < 3; d++) {
      phases[d] = axis[d].phases();
      size[d] = box.count[d] + axis[d].highest() / axis[d].stride;
    }
    if (dense) {
      phases[2] = axis[2].taps;
      size[2] = box.count[2];
    }
    count = phases[0] * phases[1] * phases[2];
    plane = size[0] * size[1] * size[2];
    columns = ((box.count[0] - 1) * size[1] + box.count[1] - 1) * size[2] + box.count[2];
  }
  long column(long z, long y) const { return (z * size[1] + y) * size[2]; }
};

// How the outputs are cut into boxes: equal parts of each dim.
struct BoxCuts {
  long count[3], most[3];

  explicit BoxCuts(const Axis (&axis)[3]) {
    for (int d = 0; d < 3; d++) most[d] = axis[d].count, count[d] = 1;
  }
  long total() const { return count[0] * count[1] * count[2]; }
  Box largest() const { return Box{{0, 0, 0}, {most[0], most[1], most[2]}}; }
  // Halves the boxes along the outermost dim that has several outputs; false when none has more than `least`, which
  // counts for the innermost dim.
  bool halve(const Axis (&axis)[3], long least) {
    for (int d = 0; d < 3; d++) {
      if (most[d] <= (d == 2 ? least : 1)) continue;
      cut(axis, d, ceil_div(most[d], 2));
      return true;
    }
    return false;
  }
  void cut(const Axis (&axis)[3], int d, long length) {
    count[d] = ceil_div(axis[d].count, length);
    most[d] = ceil_div(axis[d].count, count[d]);
  }
  // Vectors of `lanes` columns that all boxes of dim 1 fill.
  long vectors(const Axis (&axis)[3], long lanes) const {
    Box box = largest();
    const long whole = ceil_div(Planes(axis, box).columns, lanes);
    box.count[1] = axis[1].count - (count[1] - 1) * most[1];
    return (count[1] - 1) * whole + ceil_div(Planes(axis, box).columns, lanes);
  }
  Box at(const Axis (&axis)[3], long index) const {
    Box box;
    for (int d = 2; d >= 0; d--) {
      box.first[d] = index % count[d] * most[d];
      box.count[d] = min_of(most[d], axis[d].count - box.first[d]);
      index /= count[d];
    }
    return box;
  }
};

template <class T>
DESCEND_INLINE void copy_row(T* to, const T* from, long n) {
  long i = 0;
  for (; i + Vec<T>::N <= n; i += Vec<T>::N) Vec<T>::load(from + i).store(to + i);
  if (i < n) store_few(to + i, n - i, load_few(from + i, n - i));
}

// Writes the planes of one channel of the source.
template <class T>
void fill_planes(const T* source, const Axis (&axis)[3], const Box& box, const Planes& planes, T* to) {
  const long width = planes.size[2], stride = axis[2].stride;
  long low[3];
  for (int d = 0; d < 3; d++) low[d] = box.first[d] * axis[d].stride + axis[d].lowest();
  for (long phase = 0; phase < planes.count; phase++) {
    const long c = phase % planes.phases[2], b = phase / planes.phases[2] % planes.phases[1];
    const long a = phase / planes.phases[2] / planes.phases[1];
    const long x = low[2] + (planes.dense ? axis[2].ahead(c) : c);
    const long begin = min_of(width, x < 0 ? ceil_div(-x, stride) : 0);
    const long end = max_of(begin, min_of(width, x < axis[2].size ? ceil_div(axis[2].size - x, stride) : 0));
    for (long i = 0; i < planes.size[0] * planes.size[1]; i++, to += width) {
      const long z = low[0] + i / planes.size[1] * axis[0].stride + a;
      const long y = low[1] + i % planes.size[1] * axis[1].stride + b;
      if (z < 0 || z >= axis[0].size || y < 0 || y >= axis[1].size) {
        zero_row(to, width);
        continue;
      }
      const T* row = source + (z * axis[1].size + y) * axis[2].size + x;
      zero_row(to, begin);
      if (stride == 1)
        copy_row(to + begin, row + begin, end - begin);
      else
        copy_every(to + begin, row + begin * stride, end - begin, stride);
      zero_row(to + end, width - end);
    }
  }
}

// Where each tap of `channels` channels lies, from the first element of the planes on: channels, then taps.
inline void place_taps(const Axis (&axis)[3], const Planes& planes, long channels, int32_t* at) {
  for (long channel = 0; channel < channels; channel++) {
    for (long z = 0; z < axis[0].taps; z++) {
      for (long y = 0; y < axis[1].taps; y++) {
        for (long x = 0; x < axis[2].taps; x++) {
          const long ahead[3] = {axis[0].ahead(z), axis[1].ahead(y), axis[2].ahead(x)};
          long plane = 0, inside = 0;
          for (int d = 0; d < 3; d++) {
            const bool own = d == 2 && planes.dense;
            plane = plane * planes.phases[d] + (own ? x : ahead[d] % axis[d].stride);
            inside = inside * planes.size[d] + (own ? 0 : ahead[d] / axis[d].stride);
          }
          *at++ = static_cast<int32_t>((channel * planes.count + plane) * planes.plane + inside);
        }
      }
    }
  }
}

// Boxes for dense planes: their outputs lie one after the other in a plane of the result.
inline BoxCuts flat_boxes(const Axis (&axis)[3]) {
  BoxCuts cuts(axis);
  while (cuts.most[0] > 1) cuts.halve(axis, 1);
  return cuts;
}

// Planes of some channels, which lie `source_plane` apart, and where taps lie in them.
template <class T>
void spread_channels(const T* source, long source_plane, const Axis (&axis)[3], const Box& box, const Planes& planes,
                     long channels, T* to, int32_t* at) {
  place_taps(axis, planes, channels, at);
  for (long c = 0; c < channels; c++)
    fill_planes(source + c * source_plane, axis, box, planes, to + c * planes.count * planes.plane);
}

}  // namespace
