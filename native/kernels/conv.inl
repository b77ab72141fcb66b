// Convolutions of three dims, in groups: forward, the gradient by the input, the gradient by the weights.
//
//   conv_planes.inl     the image, spread out    conv_correlate.inl   forward and by the input
//   conv_tile.inl       the micro-kernels        conv_weight….inl     by the weights
//   conv_winograd….inl                            kernels of 3 × 3, with fewer products
//   conv_depthwise.inl                            one channel in a group
//
//   conv_pointwise.inl                            kernels of one element
#pragma once
#include "conv_correlate.inl"
#include "conv_depthwise.inl"
#include "conv_pointwise.inl"
#include "conv_weight_columns.inl"
#include "conv_winograd_weight.inl"

namespace {

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

int conv_kernel(const double* w) {
  namespace at = descend::conv_word;
  const int kind = static_cast<int>(w[at::kind]);
  const ConvRecord r(w);
  return with_float_type(w[at::dtype], [&](auto t) {
    using T = decltype(t);
    T *x = address<T>(w[at::x]), *weight = address<T>(w[at::weight]), *y = address<T>(w[at::y]);
    const T* bias = w[at::bias] == 0 ? nullptr : address<T>(w[at::bias]);
    // By the weights, images of a batch are summed in parts that threads share.
    const bool sampled = r.strided() && !(kind == descend::conv_weight && r.batch > 1);
    if (r.pointwise() && !r.depthwise() && (sampled || !r.strided()))
      return sampled ? conv_sampled(r, kind, x, weight, y, bias) : conv_pointwise(r, kind, x, weight, y, bias);
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
