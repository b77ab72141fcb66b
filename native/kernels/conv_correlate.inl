// Results[m × outputs] = Weights[m × (channels · taps)] · Sources[(channels · taps) × outputs]: what a forward
// convolution is, and its gradient by the input. The second matrix is never made: its rows are places in the planes.
#pragma once
#include "conv_planes.inl"
#include "conv_tile.inl"
#include "gemm_args.inl"

namespace {

template <class T>
struct Correlation {
  Axis axis[3];
  long batch, groups, channels, results;  // channels of the source and of the result, in a group
  const T* source;
  long source_plane;
  T* result;
  long size[3];  // of the result
  const T* weight;
  long row, channel, group;  // strides of the weights by result, channel, group
  long kernel[3];
  const T* bias;  // null, or one for each result

  long taps() const { return axis[0].taps * axis[1].taps * axis[2].taps; }
  long result_plane() const { return size[0] * size[1] * size[2]; }
  // Where row (z, y) of the outputs of a box begins in the result.
  long place(const Box& box, long z, long y) const {
    const long at[2] = {axis[0].first + (box.first[0] + z) * axis[0].step,
                        axis[1].first + (box.first[1] + y) * axis[1].step};
    return (at[0] * size[1] + at[1]) * size[2] + axis[2].first + box.first[2] * axis[2].step;
  }
};

// Weights in the order in which tiles read them: groups, blocks of channels, panels of rows, channels, taps, rows.
template <class T>
void pack_weights(const Correlation<T>& s, long channel_block, const Panels& rows, T* packed) {
  const long taps = s.taps(), blocks = ceil_div(s.channels, channel_block);
  parallel_for(
      s.groups * blocks * rows.count, 4096 / (channel_block * taps * kTileRows) + 1, [&](long begin, long end) {
        for (long task = begin; task < end; task++) {
          const long i = task % rows.count, block = task / rows.count % blocks, g = task / rows.count / blocks;
          const long c0 = block * channel_block, c1 = min_of(s.channels, c0 + channel_block);
          const int height = rows.size(i);
          const T* from = s.weight + g * s.group + rows.begin(i) * s.row;
          T* to = packed + g * s.results * s.channels * taps + s.results * c0 * taps + rows.begin(i) * (c1 - c0) * taps;
          for (long tap = 0; tap < taps; tap++) {
            long at = 0, rest = tap, elements[3];
            for (int d = 2; d >= 0; d--) {
              elements[d] = s.axis[d].element + rest % s.axis[d].taps * s.axis[d].element_step;
              rest /= s.axis[d].taps;
            }
            for (int d = 0; d < 3; d++) at = at * s.kernel[d] + elements[d];
            for (long c = c0; c < c1; c++) {
              T* const column = to + ((c - c0) * taps + tap) * height;
              for (int r = 0; r < height; r++) column[r] = from[r * s.row + c * s.channel + at];
            }
          }
        }
      });
}

// Writes the outputs of a box from the sums of its columns, with the bias.
template <class T>
void write_box(const Correlation<T>& s, const Box& box, const Planes& planes, long g, const T* sums, long width,
               T* result) {
  const long step = s.axis[2].step;
  for (long m = 0; m < s.results; m++, sums += width, result += s.result_plane()) {
    const T bias = s.bias ? s.bias[g * s.results + m] : T(0);
    for (long z = 0; z < box.count[0]; z++) {
      for (long y = 0; y < box.count[1]; y++) {
        const T* from = sums + planes.column(z, y);
        T* to = result + s.place(box, z, y);
        if (step == 1)
          map_vectors(box.count[2], from, to, [bias](Vec<T> x) { return x + Vec<T>(bias); });
        else
          for (long q = 0; q < box.count[2]; q++) to[q * step] = from[q] + bias;
      }
    }
  }
}

// Elements that the places of the vectors of a row take.
template <class T>
long vector_list(long width) {
  return ceil_div(width / Vec<T>::N * long(sizeof(VectorPlace)), 64) * 64 / sizeof(T);
}

// One box of one group of one image.
template <class T>
void correlate_box(const Correlation<T>& s, const Box& box, long n, long g, long channel_block, const Panels& rows,
                   const T* packed, bool dense, T* scratch) {
  constexpr long N = Vec<T>::N;
  const Planes planes(s.axis, box, dense);
  const long taps = s.taps(), columns = planes.columns, width = ceil_div(columns, N) * N, plane = s.result_plane();
  // Sums of whole vectors from dense planes are outputs where they stand.
  const bool direct = dense && columns >= N;
  const Panels cols(width / N, kTileVectors);
  VectorPlace* const vectors = reinterpret_cast<VectorPlace*>(scratch);
  T* const sums = scratch + vector_list<T>(width);
  T* const spread = sums + s.results * width;
  T* const result = s.result + (n * s.groups + g) * s.results * plane;
  const long channel_planes = planes.count * planes.plane;
  int32_t* const at = reinterpret_cast<int32_t*>(spread + channel_block * channel_planes + kTileCols<T>);
  place_taps(s.axis, planes, channel_block, at);
  for (long i = 0; i < cols.lanes(); i++) {
    // The last vector of outputs reaches back into the one before.
    const long column = direct ? min_of(i * N, columns - N) : i * N;
    vectors[i] = {column, column};
  }
  packed += g * s.results * s.channels * taps;
  for (long c0 = 0; c0 < s.channels; c0 += channel_block) {
    const long count = min_of(channel_block, s.channels - c0), k = count * taps;
    for (long c = 0; c < count; c++) {
      fill_planes(s.source + ((n * s.groups + g) * s.channels + c0 + c) * s.source_plane, s.axis, box, planes,
                  spread + c * channel_planes);
    }
    ConvTile<T> t;
    t.k = k;
    t.b = spread;
    t.at = at;
    t.c_row = direct ? plane : width;
    t.add = c0 > 0;
    // What is larger, weights or planes, passes through the cache once.
    const bool rows_outside = s.results > width;
    for (long tile = 0; tile < rows.count * cols.count; tile++) {
      const long i = rows_outside ? tile / cols.count : tile % rows.count;
      const long j = rows_outside ? tile % cols.count : tile / rows.count;
      t.vectors = vectors + cols.begin(j);
      t.a = packed + s.results * c0 * taps + rows.begin(i) * k;
      t.c = (direct ? result + s.place(box, 0, 0) : sums) + rows.begin(i) * t.c_row;
      t.bias = direct && s.bias ? s.bias + g * s.results + rows.begin(i) : nullptr;
      choose_conv_tile<ListedB, T>(rows.size(i), cols.size(j))(t);
    }
  }
  if (!direct) write_box(s, box, planes, g, sums, width, result);
}

// What no tap adds to is the bias.
template <class T>
void write_bias(const Correlation<T>& s) {
  const long size = s.result_plane();
  parallel_for(s.batch * s.groups * s.results, 16384 / (size + 1) + 1, [&](long begin, long end) {
    for (long plane = begin; plane < end; plane++) {
      const Vec<T> bias(s.bias ? s.bias[plane % (s.groups * s.results)] : T(0));
      T* const to = s.result + plane * size;
      map_vectors(size, to, to, [&](Vec<T>) { return bias; });
    }
  });
}

template <class T>
int correlate(const Correlation<T>& s) {
  constexpr long N = Vec<T>::N;
  constexpr long kBoxBytes = 512 << 10;  // fits L2
  const long taps = s.taps();
  if (s.axis[0].count * s.axis[1].count * s.axis[2].count * taps == 0) return kOk;
  // Channels come in blocks, so that no more than kTileDepth products are summed before they join the others.
  const long blocks = ceil_div(s.channels, max_of(1, kTileDepth / taps)), channel_block = ceil_div(s.channels, blocks);
  const Panels rows(s.results, kTileRows);

  // Dense planes are more to copy, about three products an element, and save a copy of sums, about six.
  const bool dense = blocks == 1 && s.channels * s.axis[1].phases() * s.axis[2].taps < 2 * s.results &&
                     s.axis[0].step * s.axis[1].step * s.axis[2].step == 1 &&
                     s.axis[1].count * s.axis[2].count >= 4 * N;
  // No output's sum depends on its box: boxes may be cut to fit caches and to keep threads busy.
  BoxCuts cuts = dense ? flat_boxes(s.axis) : BoxCuts(s.axis);
  const auto elements = [&] {
    const Planes planes(s.axis, cuts.largest(), dense);
    const long width = ceil_div(planes.columns, N) * N;
    return vector_list<T>(width) + s.results * width + channel_block * planes.count * planes.plane + kTileCols<T>;
  };
  const auto flops = [&] { return 2.0 * s.results * s.channels * taps * cuts.most[0] * cuts.most[1] * cuts.most[2]; };
  while (elements() * long(sizeof(T)) > kBoxBytes && cuts.halve(s.axis, N)) continue;
  while (s.batch * s.groups * cuts.total() < 16 && flops() > 4 * kTaskFlops && cuts.halve(s.axis, 4 * N)) continue;
  // Some rows more to a box, where that leaves fewer lanes idle at the ends of boxes.
  BoxCuts best = cuts;
  for (long rows = best.most[1], most = dense ? 0 : rows * 5 / 2; rows <= most; rows++) {
    cuts.cut(s.axis, 1, rows);
    if (elements() * long(sizeof(T)) <= kBoxBytes && cuts.vectors(s.axis, N) < best.vectors(s.axis, N)) best = cuts;
  }
  cuts = best;

  T* const packed =
      static_cast<T*>(descend::scratch(descend::kScratchGemmA, s.groups * s.results * s.channels * taps * sizeof(T)));
  if (!packed) return kOutOfMemory;
  pack_weights(s, channel_block, rows, packed);

  const size_t bytes = elements() * sizeof(T) + channel_block * taps * sizeof(int32_t);
  const long boxes = cuts.total(), grain = max_of(1, static_cast<long>(kTaskFlops / flops()));
  int status = kOk;
  parallel_for(s.batch * s.groups * boxes, grain, [&](long begin, long end) {
    T* scratch = static_cast<T*>(descend::scratch(descend::kScratchKernel, bytes));
    if (!scratch) {
      __atomic_store_n(&status, int(kOutOfMemory), __ATOMIC_RELAXED);
      return;
    }
    for (long task = begin; task < end; task++) {
      const Box box = cuts.at(s.axis, task % boxes);
      correlate_box(s, box, task / boxes / s.groups, task / boxes % s.groups, channel_block, rows, packed, dense,
                    scratch);
    }
  });
  return status;
}

}  // namespace
