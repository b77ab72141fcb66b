// Convolutions of three dims, in groups: forward, the gradient by the input, the gradient by the weights.
//
//   conv_planes.inl     the image, spread out    conv_correlate.inl   forward and by the input
//   conv_tile.inl       the micro-kernels        conv_weight….inl     by the weights
//   conv_winograd….inl                            kernels of 3 × 3, with fewer products
//   conv_depthwise.inl                            one channel in a group
//
// Kernels of one element that take every position are plain products.
#pragma once
#include "conv_correlate.inl"
#include "conv_depthwise.inl"
#include "conv_weight_columns.inl"
#include "conv_winograd_weight.inl"
#include "gemm.inl"

namespace {

struct ConvRecord {
  long batch, groups, in_channels, out_channels, parts;
  long in[3], kernel[3], out[3], stride[3], padding[3], dilation[3];

  explicit ConvRecord(const double* w) {
    namespace at = descend::conv_word;
    batch = static_cast<long>(w[at::batch]);
    groups = static_cast<long>(w[at::groups]);
    in_channels = static_cast<long>(w[at::inChannels]);
    out_channels = static_cast<long>(w[at::outChannels]);
    parts = static_cast<long>(w[at::parts]);
    long* const lists[6] = {in, kernel, out, stride, padding, dilation};
    for (int i = 0; i < 6; i++)
      for (int d = 0; d < 3; d++) lists[i][d] = static_cast<long>(w[at::dims + 3 * i + d]);
  }
  long in_plane() const { return in[0] * in[1] * in[2]; }
  long out_plane() const { return out[0] * out[1] * out[2]; }
  long taps() const { return kernel[0] * kernel[1] * kernel[2]; }
  bool pointwise() const {
    bool all = true;
    for (int d = 0; d < 3; d++) all &= kernel[d] == 1 && stride[d] == 1 && padding[d] == 0;
    return all;
  }
  // Enough channels for what they share to be transformed, and more outputs than the edges of tiles.
  bool by_winograd(long step) const {
    bool fits = in[0] == 1 && kernel[0] == 1 && padding[0] == 0 && in_channels >= 16 && out_channels >= 16;
    for (int d = 1; d < 3; d++)
      fits &= kernel[d] == 3 && stride[d] == step && dilation[d] == 1 && out[d] > 3 && in[d] > 3;
    return fits;
  }
  bool depthwise() const {
    bool fits = in[0] == 1 && kernel[0] == 1 && padding[0] == 0 && in_channels == 1 && out_channels == 1;
    for (int d = 1; d < 3; d++) fits &= stride[d] <= min_of(in[d], kMaxDepthwisePhases);
    return fits && groups >= 4;
  }
  Axis forward_axis(int d) const {
    return Axis{out[d], 0, 1, in[d], stride[d], -padding[d], kernel[d], dilation[d], 0, 1};
  }
  // The inputs r, r + stride, … of a dim: output o meets input i in tap k where i = o * stride - padding + k *
  // dilation.
  Axis input_axis(int d, long r) const {
    const long s = stride[d];
    Axis axis{};
    axis.count = in[d] > r ? ceil_div(in[d] - r, s) : 0;
    axis.first = r;
    axis.step = s;
    axis.size = out[d];
    axis.stride = 1;
    for (long k = 0; k < kernel[d]; k++) {
      const long at = r + padding[d] - k * dilation[d];
      if (at % s != 0) continue;
      if (axis.taps == 0) {
        axis.element = k;
        axis.offset = at / s;
      } else if (axis.taps == 1) {
        axis.element_step = k - axis.element;
        axis.shift = at / s - axis.offset;
      }
      axis.taps++;
    }
    return axis;
  }
};

template <class T>
int conv_forward(const ConvRecord& r, const T* x, const T* weight, const T* bias, T* y) {
  Correlation<T> s{};
  for (int d = 0; d < 3; d++) {
    s.axis[d] = r.forward_axis(d);
    s.size[d] = r.out[d];
    s.kernel[d] = r.kernel[d];
  }
  s.batch = r.batch;
  s.groups = r.groups;
  s.channels = r.in_channels;
  s.results = r.out_channels;
  s.source = x;
  s.source_plane = r.in_plane();
  s.result = y;
  s.weight = weight;
  s.channel = r.taps();
  s.row = r.in_channels * s.channel;
  s.group = r.out_channels * s.row;
  s.bias = bias;
  if (r.depthwise()) return depthwise(s, DepthwiseDim{1, {r.forward_axis(1)}}, DepthwiseDim{1, {r.forward_axis(2)}});
  if (r.by_winograd(1)) return winograd<Winograd<T>>(s);
  return r.by_winograd(2) ? winograd<StridedWinograd<T>>(s) : correlate(s);
}

template <class T>
int conv_input(const ConvRecord& r, const T* y, const T* weight, const T* bias, T* x) {
  Correlation<T> s{};
  for (int d = 0; d < 3; d++) {
    s.size[d] = r.in[d];
    s.kernel[d] = r.kernel[d];
  }
  s.batch = r.batch;
  s.groups = r.groups;
  s.channels = r.out_channels;
  s.results = r.in_channels;
  s.source = y;
  s.source_plane = r.out_plane();
  s.result = x;
  s.weight = weight;
  s.row = r.taps();
  s.channel = r.in_channels * s.row;
  s.group = r.out_channels * s.channel;
  s.bias = bias;
  if (r.depthwise()) {
    DepthwiseDim dims[2];
    for (int d = 0; d < 2; d++) {
      dims[d].phases = r.stride[d + 1];
      for (long phase = 0; phase < dims[d].phases; phase++) dims[d].axis[phase] = r.input_axis(d + 1, phase);
    }
    return depthwise(s, dims[0], dims[1]);
  }
  if (r.by_winograd(2) && r.padding[1] % 2 == 1 && r.padding[2] % 2 == 1) {
    s.axis[0] = r.input_axis(0, 0);
    // The kernel is turned around; the first input meets its middle in this output.
    for (int d = 1; d < 3; d++) s.axis[d] = Axis{r.in[d], 0, 1, r.out[d], 1, (r.padding[d] - 1) / 2, 1, -1, 0, 1};
    return winograd<StridedWinogradInput<T>>(s);
  }
  bool gaps = false;
  for (int d = 0; d < 3; d++)
    for (long phase = 0; phase < r.stride[d]; phase++) gaps |= r.input_axis(d, phase).taps == 0;
  if (gaps) write_bias(s);
  // Inputs that differ by whole strides meet the same taps.
  for (long phase = 0; phase < r.stride[0] * r.stride[1] * r.stride[2]; phase++) {
    s.axis[0] = r.input_axis(0, phase / r.stride[2] / r.stride[1]);
    s.axis[1] = r.input_axis(1, phase / r.stride[2] % r.stride[1]);
    s.axis[2] = r.input_axis(2, phase % r.stride[2]);
    const int status = r.by_winograd(1) ? winograd<Winograd<T>>(s) : correlate(s);
    if (status != kOk) return status;
  }
  return kOk;
}

template <class T>
int conv_weight(const ConvRecord& r, const T* x, const T* y, T* weight, T* work) {
  WeightGradient<T> s{};
  for (int d = 0; d < 3; d++) s.axis[d] = r.forward_axis(d);
  s.batch = r.batch;
  s.groups = r.groups;
  s.channels = r.in_channels;
  s.results = r.out_channels;
  s.parts = r.parts;
  s.source = x;
  s.source_plane = r.in_plane();
  s.gradient = y;
  s.weight = weight;
  s.work = work;
  if (r.depthwise()) return depthwise_weight(s);
  if (r.by_winograd(1)) return winograd_weight<Winograd<T>>(s);
  // 25 products a tile, with what they cost besides, and what the sums cost once, for the 9 of each output.
  const long tiles = r.batch * ceil_div(r.out[1], 2) * ceil_div(r.out[2], 2);
  const bool pays = 28 * tiles + 256 < 9 * r.batch * r.out_plane();
  if (r.by_winograd(2) && pays) return winograd_weight<StridedWinograd<T>>(s);
  return columns_pay(s) ? weight_by_columns(s) : weight_gradient(s);
}

// Matrices of channels × positions for each image and group: y = weight · x, x = weightᵀ · y, weight = Σ y · xᵀ.
template <class T>
int conv_pointwise(const ConvRecord& r, int kind, T* x, T* weight, T* y, const T* bias) {
  const long n = r.in_plane(), in = r.in_channels, out = r.out_channels, images = r.groups;
  GemmBatch batch{2, {r.batch, images}, {0, out * in}, {images * in * n, in * n}, {images * out * n, out * n}};
  if (kind == descend::conv_weight) {
    for (long i = 0; i < r.batch; i++) {
      const GemmArgs<T> g{
          out, in, n, y + i * images * out * n, n, 1, x + i * images * in * n, 1, n, weight, in, nullptr, false, i > 0};
      const int status = gemm_batched(g, GemmBatch{1, {images}, {out * n}, {in * n}, {out * in}});
      if (status != kGemmOk) return kOutOfMemory;
    }
    return kOk;
  }
  const bool forward = kind == descend::conv_forward;
  T* const result = forward ? y : x;
  const long rows = forward ? out : in;
  if (bias) {
    parallel_for(r.batch * images * rows, 8192 / n + 1, [&](long begin, long end) {
      for (long i = begin; i < end; i++)
        for (long j = 0; j < n; j++) result[i * n + j] = bias[i % (images * rows)];
    });
  }
  if (!forward) {
    for (int d = 0; d < 2; d++) {
      const long other = batch.b[d];
      batch.b[d] = batch.c[d];
      batch.c[d] = other;
    }
  }
  const GemmArgs<T> g{
      rows,    n,     forward ? in : out, weight, forward ? in : 1, forward ? 1 : in, forward ? x : y, n, 1, result, n,
      nullptr, false, bias != nullptr};
  return gemm_batched(g, batch) == kGemmOk ? kOk : kOutOfMemory;
}

int conv_kernel(const double* w) {
  namespace at = descend::conv_word;
  const int kind = static_cast<int>(w[at::kind]);
  const ConvRecord r(w);
  return with_float_type(w[at::dtype], [&](auto t) {
    using T = decltype(t);
    T *x = address<T>(w[at::x]), *weight = address<T>(w[at::weight]), *y = address<T>(w[at::y]);
    const T* bias = w[at::bias] == 0 ? nullptr : address<T>(w[at::bias]);
    if (r.pointwise()) return conv_pointwise(r, kind, x, weight, y, bias);
    switch (kind) {
      case descend::conv_forward:
        return conv_forward<T>(r, x, weight, bias, y);
      case descend::conv_input:
        return conv_input<T>(r, y, weight, bias, x);
      case descend::conv_weight:
        return conv_weight<T>(r, x, y, weight, address<T>(w[at::work]));
      default:
        return int(kNoKernel);
    }
  });
}

void register_conv(Kernel* table) { table[descend::op_conv] = conv_kernel; }

}  // namespace
