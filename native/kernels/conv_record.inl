// What a record asks of a convolution.
#pragma once
#include "conv_depthwise.inl"
#include "conv_planes.inl"

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
    for (int d = 0; d < 3; d++) all &= kernel[d] == 1 && padding[d] == 0;
    return all;
  }
  bool strided() const { return stride[0] * stride[1] * stride[2] > 1; }
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

}  // namespace
