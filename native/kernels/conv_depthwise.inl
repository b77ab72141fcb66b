// Convolutions with one channel in each group: nothing is summed over channels, so they are lanes, and every tap of a
// pixel is one multiplication of vectors.
#pragma once
#include "conv_channels.inl"
#include "conv_correlate.inl"
#include "conv_weight.inl"

namespace {

constexpr long kMaxDepthwisePhases = 4;

// A dim of the result: its outputs, or those of each remainder by the stride, which meet different taps.
struct DepthwiseDim {
  long phases;
  Axis axis[kMaxDepthwisePhases];

  long steps() const { return axis[0].count; }
  // Source positions that the first output of any phase reads, from the lowest to the highest.
  long lowest() const {
    long low = 0;
    for (long i = 0; i < phases; i++)
      if (axis[i].taps > 0) low = min_of(low, axis[i].lowest());
    return low;
  }
  long highest() const {
    long high = lowest();
    for (long i = 0; i < phases; i++)
      if (axis[i].taps > 0) high = max_of(high, axis[i].lowest() + axis[i].highest());
    return high;
  }
};

// Sums over taps for Count pixels of a row.
template <class T>
struct DepthwiseRow {
  long taps;
  const int32_t* at;
  const T* weights;
  long from_step, to_step;
  Vec<T> bias;
};
template <class T, int Count>
void depthwise_pixels(const DepthwiseRow<T>& r, const T* from, T* to) {
  using V = Vec<T>;
  V sum[Count];
  DESCEND_UNROLL
  for (int i = 0; i < Count; i++) sum[i] = r.bias;
  const long step = r.from_step;
  for (long tap = 0; tap < r.taps; tap++) {
    const V weight = V::load(r.weights + tap * V::N);
    const T* x = from + r.at[tap];
    DESCEND_UNROLL
    for (int i = 0; i < Count; i++) sum[i] = fma(V::load(x + i * step), weight, sum[i]);
  }
  DESCEND_UNROLL
  for (int i = 0; i < Count; i++) sum[i].store(to + i * r.to_step);
}
template <class T, int Count = 8>
DESCEND_INLINE void depthwise_row(const DepthwiseRow<T>& r, long count, const T* from, T* to) {
  for (; count >= Count; count -= Count, from += Count * r.from_step, to += Count * r.to_step)
    depthwise_pixels<T, Count>(r, from, to);
  if constexpr (Count > 1) depthwise_row<T, Count / 2>(r, count, from, to);
}

// Strips of rows whose pixels take about 128 KiB.
inline long depthwise_strip(long steps, long row_bytes) {
  return ceil_div(steps, ceil_div(steps, max_of(4, (128 << 10) / max_of(1, row_bytes))));
}

// Forward, and by the source with phases. s.axis is not used: the dims say what it would be.
template <class T>
int depthwise(const Correlation<T>& s, const DepthwiseDim& down, const DepthwiseDim& across) {
  constexpr long N = Vec<T>::N;
  const long taps = s.kernel[1] * s.kernel[2], blocks = ceil_div(s.groups, N), phases = down.phases * across.phases;
  const Axis &y0 = down.axis[0], &x0 = across.axis[0];
  const long low = down.lowest(), span = down.highest() - low;
  PixelArea area = PixelArea::across(across.lowest(), (across.steps() - 1) * x0.stride + across.highest(), x0.size);
  const long strip = depthwise_strip(down.steps(), (area.pitch * y0.stride + s.size[2] * y0.step) * N * sizeof(T));
  const long strips = ceil_div(down.steps(), strip);
  area.rows = (strip - 1) * y0.stride + span + 1;
  const long lifted = area.pixels() * N, lowered = strip * y0.step * s.size[2] * N;

  // Taps in the order of phases: where they lie from an output's first pixel on, and the weights of each block.
  const size_t weight_bytes = blocks * taps * N * sizeof(T);
  T* const weights =
      static_cast<T*>(descend::scratch(descend::kScratchGemmA, weight_bytes + 2 * taps * sizeof(int32_t)));
  if (!weights) return kOutOfMemory;
  int32_t *const at = reinterpret_cast<int32_t*>(weights + blocks * taps * N), *const order = at + taps;
  long first_tap[kMaxDepthwisePhases * kMaxDepthwisePhases + 1] = {};
  for (long phase = 0, tap = 0; phase < phases; phase++) {
    const Axis &y = down.axis[phase / across.phases], &x = across.axis[phase % across.phases];
    for (long i = 0; i < y.taps; i++) {
      for (long j = 0; j < x.taps; j++, tap++) {
        const long row = y.offset + i * y.shift - low, col = x.offset + j * x.shift - area.left;
        at[tap] = static_cast<int32_t>((row * area.pitch + col) * N);
        order[(y.element + i * y.element_step) * s.kernel[2] + x.element + j * x.element_step] =
            static_cast<int32_t>(tap * N);
      }
    }
    first_tap[phase + 1] = tap;
  }
  for (long block = 0; block < blocks; block++) {
    transpose_rows(s.weight + block * N * taps, taps, s.groups - block * N, taps,
                   [&](long p, Vec<T> lanes) { lanes.store(weights + block * taps * N + order[p]); });
  }

  int status = kOk;
  const double work = double(strip) * y0.step * s.size[2] * (taps / phases + 12) * 2 * N;
  parallel_for(s.batch * blocks * strips, max_of(1, static_cast<long>(kTaskFlops / work)), [&](long begin, long end) {
    T* const pixels = static_cast<T*>(descend::scratch(descend::kScratchKernel, (lifted + lowered) * sizeof(T)));
    if (!pixels) {
      __atomic_store_n(&status, int(kOutOfMemory), __ATOMIC_RELAXED);
      return;
    }
    T* const out = pixels + lifted;
    for (long task = begin; task < end; task++) {
      const long j0 = task % strips * strip, block = task / strips % blocks, n = task / strips / blocks;
      const long steps = min_of(strip, down.steps() - j0), c = block * N, count = min_of(N, s.groups - c);
      PixelArea part = area;
      part.top = j0 * y0.stride + low;
      part.rows = (steps - 1) * y0.stride + span + 1;
      lift_pixels(ChannelPlanes<const T>{s.source + (n * s.groups + c) * s.source_plane, s.source_plane, count, y0.size,
                                         x0.size},
                  part, pixels);
      DepthwiseRow<T> row;
      row.bias = s.bias ? load_few(s.bias + c, count) : Vec<T>(T(0));
      row.from_step = x0.stride * N;
      row.to_step = x0.step * N;
      for (long phase = 0; phase < phases; phase++) {
        const Axis &y = down.axis[phase / across.phases], &x = across.axis[phase % across.phases];
        row.taps = first_tap[phase + 1] - first_tap[phase];
        row.at = at + first_tap[phase];
        row.weights = weights + (block * taps + first_tap[phase]) * N;
        for (long j = 0; j < min_of(steps, y.count - j0); j++) {
          depthwise_row(row, x.count, pixels + j * y.stride * area.pitch * N,
                        out + ((y.first + j * y.step) * s.size[2] + x.first) * N);
        }
      }
      T* const to = s.result + (n * s.groups + c) * s.result_plane();
      const long top = j0 * y0.step;
      lower_pixels(out, s.size[2], ChannelPlanes<T>{to, s.result_plane(), count, s.size[1], s.size[2]}, top,
                   min_of(steps * y0.step, s.size[1] - top));
    }
  });
  return status;
}

// sums[tap] += gradients times the sources that lie at[tap] before them, over a row.
template <class T, int Taps>
void depthwise_products(const int32_t* at, long count, const T* from, long step, const T* gradient, T* sums) {
  using V = Vec<T>;
  V sum[Taps];
  const T* x[Taps];
  DESCEND_UNROLL
  for (int tap = 0; tap < Taps; tap++) {
    x[tap] = from + at[tap];
    sum[tap] = V::load(sums + tap * V::N);
  }
  for (long i = 0; i < count; i++) {
    const V g = V::load(gradient + i * V::N);
    DESCEND_UNROLL
    for (int tap = 0; tap < Taps; tap++) sum[tap] = fma(V::load(x[tap] + i * step), g, sum[tap]);
  }
  DESCEND_UNROLL
  for (int tap = 0; tap < Taps; tap++) sum[tap].store(sums + tap * V::N);
}
constexpr int kDepthwiseTaps = 9;
template <class T>
using DepthwiseProducts = void (*)(const int32_t*, long, const T*, long, const T*, T*);
template <class T, int Taps = kDepthwiseTaps>
DepthwiseProducts<T> choose_depthwise_products(int taps) {
  if constexpr (Taps > 1) {
    if (taps < Taps) return choose_depthwise_products<T, Taps - 1>(taps);
  }
  return depthwise_products<T, Taps>;
}

template <class T>
int depthwise_weight(const WeightGradient<T>& s) {
  constexpr long N = Vec<T>::N;
  const Axis &y = s.axis[1], &x = s.axis[2];
  const long taps = y.taps * x.taps, blocks = ceil_div(s.groups, N), low = y.lowest();
  PixelArea area = PixelArea::across(x.lowest(), (x.count - 1) * x.stride + x.lowest() + x.highest(), x.size);
  const long strip = depthwise_strip(y.count, (area.pitch * y.stride + x.count) * N * sizeof(T));
  const long strips = ceil_div(y.count, strip);
  area.rows = (strip - 1) * y.stride + y.highest() + 1;
  const long lifted = area.pixels() * N, gradients = (strip + 1) * x.count * N, sum_size = taps * N;
  // Images and strips are cut into parts where there are few channels; parts and strips have sums of their own.
  const long parts = min_of(s.batch * strips, ceil_div(16, blocks));
  const size_t bytes = parts * blocks * sum_size * sizeof(T);
  T* const sums = static_cast<T*>(descend::scratch(descend::kScratchGemmA, bytes + taps * sizeof(int32_t)));
  if (!sums) return kOutOfMemory;
  int32_t* const at = reinterpret_cast<int32_t*>(sums + parts * blocks * sum_size);
  for (long tap = 0; tap < taps; tap++) {
    const long row = tap / x.taps * y.shift, col = x.offset + tap % x.taps * x.shift - area.left;
    at[tap] = static_cast<int32_t>((row * area.pitch + col) * N);
  }
  const Panels groups(taps, kDepthwiseTaps);

  int status = kOk;
  const double work = double(s.batch * strips / parts) * strip * x.count * (taps + 12) * 2 * N;
  parallel_for(parts * blocks, max_of(1, static_cast<long>(kTaskFlops / work)), [&](long begin, long end) {
    T* const pixels =
        static_cast<T*>(descend::scratch(descend::kScratchKernel, (lifted + gradients + sum_size) * sizeof(T)));
    if (!pixels) {
      __atomic_store_n(&status, int(kOutOfMemory), __ATOMIC_RELAXED);
      return;
    }
    T *const g = pixels + lifted, *const own = g + gradients;
    for (long task = begin; task < end; task++) {
      const long block = task % blocks, part = task / blocks, c = block * N, count = min_of(N, s.groups - c);
      T* const to = sums + task * sum_size;
      zero_row(to, sum_size);
      for (long unit = part * s.batch * strips / parts; unit < (part + 1) * s.batch * strips / parts; unit++) {
        const long n = unit / strips, j0 = unit % strips * strip, rows = min_of(strip, y.count - j0);
        PixelArea of_source = area, of_gradient{j0, 0, rows, x.count};
        of_source.top = j0 * y.stride + low;
        of_source.rows = (rows - 1) * y.stride + y.highest() + 1;
        const long plane = n * s.groups + c;
        lift_pixels(ChannelPlanes<const T>{s.source + plane * s.source_plane, s.source_plane, count, y.size, x.size},
                    of_source, pixels);
        lift_pixels(ChannelPlanes<const T>{s.gradient + plane * s.gradient_plane(), s.gradient_plane(), count, y.count,
                                           x.count},
                    of_gradient, g);
        zero_row(own, sum_size);
        for (long i = 0; i < groups.count; i++) {
          const long first = groups.begin(i);
          for (long j = 0; j < rows; j++) {
            choose_depthwise_products<T>(groups.size(i))(at + first, x.count, pixels + j * y.stride * area.pitch * N,
                                                         x.stride * N, g + j * x.count * N, own + first * N);
          }
        }
        for (long i = 0; i < sum_size; i++) to[i] += own[i];
      }
    }
  });
  if (status != kOk) return status;
  for (long block = 0; block < blocks; block++) {
    T* const all = sums + block * sum_size;
    for (long part = 1; part < parts; part++)
      for (long i = 0; i < sum_size; i++) all[i] += all[part * blocks * sum_size + i];
    transpose_lanes(s.weight + block * N * taps, taps, min_of(N, s.groups - block * N), taps,
                    [&](long p) { return Vec<T>::load(all + p * N); });
  }
  return kOk;
}

}  // namespace
