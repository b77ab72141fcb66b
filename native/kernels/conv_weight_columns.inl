// The gradient by the weights where few channels are read: lanes are outputs, so that gradients are read where they
// lie. What they read lies without gaps in dense planes. Each tap and result have a vector of sums until their part of
// the batch is done.
#pragma once
#include "conv_weight.inl"
#include "gemm_dot.inl"

namespace {

// A tile of sums, as many as leave registers for what is multiplied.
constexpr int kLaneRows = kTileRows * kTileVectors > 12 ? 5 : 2, kLaneCols = kLaneRows == 5 ? 5 : 4;

// Products of rows of sources and of gradients, added to a vector for each pair.
template <class T>
struct LaneDots {
  long outputs;
  const T* source;
  const int32_t* at;  // where its rows begin
  const T* gradient;
  long plane;  // from one gradient to the next
  T* sums;
  long stride;  // vectors of sums from one row of sources to the next

  template <int Rows, int Cols>
  static __attribute__((noinline)) void run(const LaneDots& d) {
    using V = Vec<T>;
    V sum[Rows][Cols];
    const T* source[Rows];
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) {
      source[i] = d.source + d.at[i];
      DESCEND_UNROLL
      for (int j = 0; j < Cols; j++) sum[i][j] = V::load(d.sums + (i * d.stride + j) * V::N);
    }
    const auto step = [&](long p, long few) {
      V x[Rows];
      DESCEND_UNROLL
      for (int i = 0; i < Rows; i++) x[i] = load_few(source[i] + p, few);
      DESCEND_UNROLL
      for (int j = 0; j < Cols; j++) {
        const V g = load_few(d.gradient + j * d.plane + p, few);
        DESCEND_UNROLL
        for (int i = 0; i < Rows; i++) sum[i][j] = fma(x[i], g, sum[i][j]);
      }
    };
    long p = 0;
    for (; p + V::N <= d.outputs; p += V::N) step(p, V::N);
    if (p < d.outputs) step(p, d.outputs - p);
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) {
      DESCEND_UNROLL
      for (int j = 0; j < Cols; j++) sum[i][j].store(d.sums + (i * d.stride + j) * V::N);
    }
  }

  template <int Rows = kLaneRows, int Cols = kLaneCols>
  void choose(int rows, int cols) const {
    if constexpr (Rows > 1) {
      if (rows < Rows) return choose<Rows - 1, Cols>(rows, cols);
    }
    if constexpr (Cols > 1) {
      if (cols < Cols) return choose<Rows, Cols - 1>(rows, cols);
    }
    run<Rows, Cols>(*this);
  }
};

// to[i] = the sum over lanes of vector i, for whole vectors of them
template <class T>
void add_lanes(const T* sums, long count, T* to) {
  using V = Vec<T>;
  for (long first = 0; first < count; first += V::N, sums += V::N * V::N) {
    V lanes[V::N];
    DESCEND_UNROLL
    for (int i = 0; i < V::N; i++) lanes[i] = V::load(sums + i * V::N);
    sum_each<T>(lanes);
    lanes[0].store(to + first);
  }
}

// Measured: few taps to copy for the results that share them, and many outputs to load and store the sums for.
template <class T>
bool columns_pay(const WeightGradient<T>& s) {
  return s.results >= 16 && s.channels * s.taps() <= 32 && s.axis[1].count * s.axis[2].count >= 512;
}

template <class T>
int weight_by_columns(WeightGradient<T> s) {
  constexpr long N = Vec<T>::N, kOutputs = 1024;
  const long taps = s.channels * s.taps(), stride = s.padded_results(), size = taps * stride;
  BoxCuts cuts = flat_boxes(s.axis);
  while (cuts.largest().outputs() > kOutputs && cuts.halve(s.axis, N)) continue;
  const Planes largest(s.axis, cuts.largest(), true);
  const long boxes = cuts.total(), units = s.batch * boxes;
  // Parts of images and boxes have sums of their own.
  const double tasks = 2.0 * s.batch * s.gradient_plane() * s.results * taps / kTaskFlops;
  s.parts = min_of(min_of(units, 16), 1 + static_cast<long>(tasks / 3));
  s.work = static_cast<T*>(descend::scratch(descend::kScratchGemmA, s.parts * s.groups * size * sizeof(T)));
  if (!s.work) return kOutOfMemory;
  const Panels down(taps, kLaneRows), across(s.results, kLaneCols);
  const long elements = size * N + s.channels * largest.count * largest.plane + N;

  int status = kOk;
  parallel_for(s.parts * s.groups, 1, [&](long begin, long end) {
    T* const sums =
        static_cast<T*>(descend::scratch(descend::kScratchKernel, elements * sizeof(T) + taps * sizeof(int32_t)));
    if (!sums) {
      __atomic_store_n(&status, int(kOutOfMemory), __ATOMIC_RELAXED);
      return;
    }
    T* const spread = sums + size * N;
    int32_t* const at = reinterpret_cast<int32_t*>(sums + elements);
    for (long task = begin; task < end; task++) {
      const long part = task / s.groups, g = task % s.groups;
      zero_row(sums, size * N);
      for (long unit = part * units / s.parts; unit < (part + 1) * units / s.parts; unit++) {
        const Box box = cuts.at(s.axis, unit % boxes);
        const Planes planes(s.axis, box, true);
        const long image = unit / boxes * s.groups + g;
        const long first = (box.first[0] * s.axis[1].count + box.first[1]) * s.axis[2].count + box.first[2];
        spread_channels(s.source + image * s.channels * s.source_plane, s.source_plane, s.axis, box, planes, s.channels,
                        spread, at);
        LaneDots<T> d{box.outputs(), spread, nullptr, nullptr, s.gradient_plane(), nullptr, stride};
        for (long j = 0; j < across.count; j++) {
          for (long i = 0; i < down.count; i++) {
            d.at = at + down.begin(i);
            d.gradient = s.gradient + (image * s.results + across.begin(j)) * d.plane + first;
            d.sums = sums + (down.begin(i) * stride + across.begin(j)) * N;
            d.choose(down.size(i), across.size(j));
          }
        }
      }
      add_lanes(sums, size, s.work + task * size);
    }
  });
  if (status == kOk) add_parts(s);
  return status;
}

}  // namespace
