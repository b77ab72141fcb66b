// Convolutions whose kernels have one element: plain products.
#pragma once
#include "conv_record.inl"
#include "gemm.inl"

namespace {

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

// Rows of `plane` that the convolution reads, without the elements between.
template <class T>
void take_samples(const ConvRecord& r, const T* plane, T* to) {
  for (long z = 0; z < r.out[0]; z++)
    for (long y = 0; y < r.out[1]; y++, to += r.out[2])
      copy_every(to, plane + (z * r.stride[0] * r.in[1] + y * r.stride[1]) * r.in[2], r.out[2], r.stride[2]);
}

// to[i * step] = from[i], and `gap` between, for n elements of `to`.
template <class T>
DESCEND_INLINE void spread_samples(const T* from, long n, long step, T gap, T* to) {
  using V = Vec<T>;
  if (step == 2) {
    for (long i = 0; 2 * i < n; i += V::N) {
      const V v = load_few(from + i, (n + 1) / 2 - i);
      store_few(to + 2 * i, n - 2 * i, alternate_low(v, V(gap)));
      if (n - 2 * i > V::N) store_few(to + 2 * i + V::N, n - 2 * i - V::N, alternate_high(v, V(gap)));
    }
    return;
  }
  for (long i = 0; i < n; i++) to[i] = gap;
  for (long i = 0; i * step < n; i++) to[i * step] = from[i];
}

template <class T>
void put_samples(const ConvRecord& r, const T* from, T gap, T* plane) {
  for (long z = 0; z < r.in[0]; z++) {
    for (long y = 0; y < r.in[1]; y++, plane += r.in[2]) {
      if (z % r.stride[0] == 0 && y % r.stride[1] == 0) {
        spread_samples(from, r.in[2], r.stride[2], gap, plane);
        from += r.out[2];
      } else {
        map_vectors(r.in[2], plane, plane, [gap](Vec<T>) { return Vec<T>(gap); });
      }
    }
  }
}

// With strides: the products are those of images of the elements that are read alone, some of them at a time. By the
// weights of one image only.
template <class T>
int conv_sampled(const ConvRecord& r, int kind, T* x, T* weight, T* y, const T* bias) {
  const long planes = r.groups * r.in_channels, size = r.out_plane();
  const long images = min_of(r.batch, (1 << 20) / max_of(1, planes * size * sizeof(T)) + 1);
  T* const samples =
      static_cast<T*>(descend::scratch(descend::kScratchKernel2, max_of(1, images * planes * size) * sizeof(T)));
  if (!samples) return kOutOfMemory;
  ConvRecord dense = r;
  for (int d = 0; d < 3; d++) dense.in[d] = r.out[d], dense.stride[d] = 1;
  const bool by_input = kind == descend::conv_input;
  const auto each_plane = [&](const auto& f) {
    parallel_for(dense.batch * planes, 16384 / (size + r.in_plane()) + 1, [&](long begin, long end) {
      for (long p = begin; p < end; p++) f(p, samples + p * size, x + p * r.in_plane());
    });
  };
  for (long n = 0; n < r.batch; n += images) {
    dense.batch = min_of(images, r.batch - n);
    if (!by_input) each_plane([&](long, T* sample, const T* plane) { take_samples(r, plane, sample); });
    const int status = conv_pointwise(dense, kind, samples, weight, y, bias);
    if (status != kOk) return status;
    if (by_input)
      each_plane(
          [&](long p, const T* sample, T* plane) { put_samples(r, sample, bias ? bias[p % planes] : T(0), plane); });
    x += dense.batch * planes * r.in_plane();
    y += dense.batch * r.groups * r.out_channels * size;
  }
  return kOk;
}

}  // namespace
