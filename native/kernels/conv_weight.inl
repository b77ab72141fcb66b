// The gradient by the weights: Sources[(channels · taps) × columns] · Gradients[columns × m], summed over images and
// boxes. The batch is cut into a number of parts that the record gives; their sums are added in order.
#pragma once
#include "conv_planes.inl"
#include "conv_tile.inl"
#include "gemm_pack.inl"

namespace {

template <class T>
struct WeightGradient {
  Axis axis[3];
  long batch, groups, channels, results, parts;
  const T* source;
  long source_plane;
  const T* gradient;
  T* weight;
  T* work;

  long taps() const { return axis[0].taps * axis[1].taps * axis[2].taps; }
  long gradient_plane() const { return axis[0].count * axis[1].count * axis[2].count; }
  long padded_results() const { return ceil_div(results, 16) * 16; }
};

// A panel of `lanes` gradients as a matrix of all columns of a box, zeros in those that are no outputs.
template <class T>
void pack_gradients(const WeightGradient<T>& s, const Box& box, const Planes& planes, const T* from, int lanes, T* to,
                    int width) {
  long column = 0;
  for (long z = 0; z < box.count[0]; z++) {
    for (long y = 0; y < box.count[1]; y++) {
      const long next = planes.column(z, y);
      zero_row(to + column * width, (next - column) * width);
      const long at = ((box.first[0] + z) * s.axis[1].count + box.first[1] + y) * s.axis[2].count + box.first[2];
      pack_panel(box.count[2], lanes, from + at, s.gradient_plane(), 1, to + next * width, width);
      column = next + box.count[2];
    }
  }
}

// Adds what a box of image n gives to the sums of a block of channels.
template <class T>
void add_box(const WeightGradient<T>& s, const Box& box, long n, long g, long c0, long count, bool first, T* sums,
             T* scratch) {
  constexpr long N = Vec<T>::N;
  const long taps = s.taps(), stride = s.padded_results();
  const Panels rows(count * taps, kTileRows), cols(ceil_div(s.results, N), kTileVectors);
  const Planes planes(s.axis, box);
  T* const gradients = scratch;
  T* const spread = gradients + planes.columns * kTileCols<T>;
  int32_t* const at = reinterpret_cast<int32_t*>(spread + count * planes.count * planes.plane);
  spread_channels(s.source + ((n * s.groups + g) * s.channels + c0) * s.source_plane, s.source_plane, s.axis, box,
                  planes, count, spread, at);
  for (long j = 0; j < cols.count; j++) {
    const long col = cols.begin(j) * N;
    const int width = static_cast<int>(cols.size(j) * N);
    pack_gradients(s, box, planes, s.gradient + ((n * s.groups + g) * s.results + col) * s.gradient_plane(),
                   static_cast<int>(min_of(width, s.results - col)), gradients, width);
    for (long i = 0; i < rows.count; i++) {
      ConvTile<T> t;
      t.k = planes.columns;
      t.a = spread;
      t.at = at + rows.begin(i);
      t.b = gradients;
      t.b_row = width;
      t.c = sums + rows.begin(i) * stride + col;
      t.c_row = stride;
      t.add = !first;
      choose_conv_tile<ListedA, T>(rows.size(i), cols.size(j))(t);
    }
  }
}

// weight = the sums of all parts, in their order, transposed a square at a time.
template <class T>
void add_parts(const WeightGradient<T>& s) {
  constexpr long Side = 16;
  const long depth = s.channels * s.taps(), stride = s.padded_results(), part_size = s.groups * depth * stride;
  const long across = ceil_div(s.results, Side), down = ceil_div(depth, Side);
  parallel_for(s.groups * down * across, 16 / s.parts + 1, [&](long begin, long end) {
    for (long square = begin; square < end; square++) {
      const long m0 = square % across * Side, k0 = square / across % down * Side, g = square / across / down;
      const long rows = min_of(Side, s.results - m0), cols = min_of(Side, depth - k0);
      T sums[Side][Side] = {};
      for (long part = 0; part < s.parts; part++) {
        const T* from = s.work + part * part_size + (g * depth + k0) * stride + m0;
        for (long k = 0; k < cols; k++)
          for (long m = 0; m < Side; m++) sums[k][m] += from[k * stride + m];
      }
      for (long m = 0; m < rows; m++)
        for (long k = 0; k < cols; k++) s.weight[(g * s.results + m0 + m) * depth + k0 + k] = sums[k][m];
    }
  });
}

template <class T>
int weight_gradient(WeightGradient<T> s) {
  constexpr long kBlockBytes = 256 << 10;
  constexpr long kColumns = 512;
  const long taps = s.taps(), stride = s.padded_results();
  // How sums are grouped: boxes of a constant size, whatever the machine.
  BoxCuts cuts(s.axis);
  while (Planes(s.axis, cuts.largest()).columns > kColumns && cuts.halve(s.axis, 64)) continue;
  const long boxes = cuts.total(), units = s.batch * boxes;
  // Few images of few channels are cut into parts of boxes.
  const double tasks = 2.0 * s.batch * s.gradient_plane() * s.results * s.channels * taps / kTaskFlops;
  if (s.parts * s.groups * s.channels < 8 && tasks > 24) {
    s.parts = min_of(units, 8);
    s.work = static_cast<T*>(
        descend::scratch(descend::kScratchGemmA, s.parts * s.groups * s.channels * taps * stride * sizeof(T)));
    if (!s.work) return kOutOfMemory;
  }
  const Planes planes(s.axis, cuts.largest());
  const long channel_elements = planes.count * planes.plane;
  // Blocks of channels that fit L2, and enough of them to keep threads busy where the batch is not cut.
  const long busy = max_of(ceil_div(64, taps), ceil_div(s.channels * s.parts * s.groups, 8));
  const long most = max_of(1, min_of(busy, kBlockBytes / long(sizeof(T)) / channel_elements));
  const long blocks = ceil_div(s.channels, most);
  const long channel_block = ceil_div(s.channels, blocks);
  const size_t bytes = (channel_block * channel_elements + planes.columns * kTileCols<T>)*sizeof(T) +
                       channel_block * taps * sizeof(int32_t);

  int status = kOk;
  parallel_for(s.parts * s.groups * blocks, 1, [&](long begin, long end) {
    T* scratch = static_cast<T*>(descend::scratch(descend::kScratchKernel, bytes));
    if (!scratch) {
      __atomic_store_n(&status, int(kOutOfMemory), __ATOMIC_RELAXED);
      return;
    }
    for (long task = begin; task < end; task++) {
      const long block = task % blocks, g = task / blocks % s.groups, part = task / blocks / s.groups;
      const long c0 = block * channel_block, count = min_of(channel_block, s.channels - c0);
      if (count <= 0) continue;
      T* sums = s.work + ((part * s.groups + g) * s.channels + c0) * taps * stride;
      const long from = part * units / s.parts, to = (part + 1) * units / s.parts;
      for (long unit = from; unit < to; unit++) {
        const Box box = cuts.at(s.axis, unit % boxes);
        add_box(s, box, unit / boxes, g, c0, count, unit == from, sums, scratch);
      }
    }
  });
  if (status == kOk) add_parts(s);
  return status;
}

}  // namespace
