// The gradient by the weights of kernels of 3 × 3 in Winograd's form: sums over tiles for each frequency and pair of
// channels, and one transform at the end.
#pragma once
#include "conv_weight.inl"
#include "conv_winograd.inl"

namespace {

// A y Aᵀ in the same form.
template <class Form, class T>
void transform_gradients(const Axis (&axis)[3], const TileBlocks& all, const TileBlock& block,
                         ChannelPlanes<const T> source, long image, T* lifted, T* to, long pixel) {
  constexpr long N = Vec<T>::N;
  PixelArea area = PixelArea::across(0, Form::kOut * all.across - 1, axis[2].count);
  area.top = Form::kOut * block.row;
  area.rows = Form::kOut * block.rows;
  const long frequency = all.tiles() * pixel;
  for (long n = 0; n < block.images; n++, source.planes += image) {
    lift_pixels(source, area, lifted);
    for (long y = 0; y < block.rows; y++) {
      const T* from = lifted + Form::kOut * y * area.pitch * N;
      for (long x = 0; x < all.across; x++, from += Form::kOut * N, to += pixel) {
        Vec<T> dy[Form::kOut][Form::kOut], m[Form::kProducts][Form::kProducts];
        load_square(from, area.pitch * N, N, dy);
        both_ways(dy, m, Form::gradient);
        store_square(m, to, Form::kProducts * frequency, frequency);
      }
    }
  }
}

template <class Form, class T>
int winograd_weight(const WeightGradient<T>& s) {
  constexpr long N = Vec<T>::N;
  constexpr long kFrequencies = Form::kFrequencies, kTiles = 768 / kFrequencies;
  const long width = ceil_div(s.results, N) * N, sums_size = kWinogradWeights * s.channels * width;
  const TileBlocks all(s.batch, s.axis, Form::kOut, kTiles);
  // Regions of the sums that fit L2 beside what is added to them.
  const Panels down(ceil_div(s.channels, N), static_cast<int>(64 / N)), across(width / N, static_cast<int>(96 / N));
  const long regions = s.groups * down.count * across.count;
  const long parts = min_of(all.count(), ceil_div(16, regions));
  T* const sums = static_cast<T*>(descend::scratch(descend::kScratchGemmA, parts * s.groups * sums_size * sizeof(T)));
  if (!sums) return kOutOfMemory;

  const PixelArea area = tile_area<Form>(s.axis, all);
  const long in_pixel = tile_pixel<T>(64), out_pixel = tile_pixel<T>(96);
  const long lifted = max_of(area.pixels(), (Form::kOut * all.rows + 1) * (Form::kOut * all.across + 1)) * N;
  const long inputs = kFrequencies * all.tiles() * in_pixel, outputs = kFrequencies * all.tiles() * out_pixel;
  int status = kOk;
  parallel_for(parts * regions, 1, [&](long begin, long end) {
    T* const scratch =
        static_cast<T*>(descend::scratch(descend::kScratchKernel, (lifted + inputs + outputs) * sizeof(T)));
    if (!scratch) {
      __atomic_store_n(&status, int(kOutOfMemory), __ATOMIC_RELAXED);
      return;
    }
    T *const v = scratch + lifted, *const d = v + inputs;
    for (long task = begin; task < end; task++) {
      const long part = task / regions, g = task % regions / (down.count * across.count);
      const long i = task / across.count % down.count, j = task % across.count;
      const long c0 = down.begin(i) * N, c1 = min_of(s.channels, c0 + down.size(i) * N);
      const long m0 = across.begin(j) * N, m1 = m0 + across.size(j) * N;
      const long first = part * all.count() / parts, last = (part + 1) * all.count() / parts;
      const long image = s.groups * s.channels * s.source_plane, y_plane = s.gradient_plane();
      const long y_image = s.groups * s.results * y_plane;
      const Panels rows(c1 - c0, kTileRows), cols(across.size(j), kTileVectors);
      for (long b = first; b < last; b++) {
        const TileBlock block(all, s.batch, b);
        for (long c = c0; c < c1; c += N) {
          const T* const from = s.source + block.image * image + (g * s.channels + c) * s.source_plane;
          const ChannelPlanes<const T> planes{from, s.source_plane, min_of(N, c1 - c), s.axis[1].size, s.axis[2].size};
          transform_inputs<Form>(s.axis, all, block, planes, image, scratch, v + c - c0, in_pixel);
        }
        for (long m = m0; m < m1; m += N) {
          const T* const from = s.gradient + block.image * y_image + (g * s.results + m) * y_plane;
          const ChannelPlanes<const T> planes{from, y_plane, min_of(N, s.results - m), s.axis[1].count,
                                              s.axis[2].count};
          transform_gradients<Form>(s.axis, all, block, planes, y_image, scratch, d + m - m0, out_pixel);
        }
        Tile<T> t{};
        t.k = block.images * block.rows * all.across;
        t.a_row = 1;
        t.a_col = in_pixel;
        t.b_row = out_pixel;
        t.c_row = width;
        for (int u = 0; u < kWinogradWeights; u++) {
          T* const to = sums + (part * s.groups + g) * sums_size + (u * s.channels + c0) * width + m0;
          for (long col = 0; col < cols.count; col++) {
            for (long row = 0; row < rows.count; row++) {
              t.cols = cols.size(col) * N;
              t.c = to + rows.begin(row) * width + cols.begin(col) * N;
              Form::each_frequency(u, [&](int f, bool starts) {
                t.a = v + f * all.tiles() * in_pixel + rows.begin(row);
                t.b = d + f * all.tiles() * out_pixel + cols.begin(col) * N;
                t.add = b > first || !starts;
                choose_tile_kernel<T>(rows.size(row), t.cols)(t);
              });
            }
          }
        }
      }
    }
  });
  if (status != kOk) return status;

  const long frequency = s.channels * width;
  parallel_for(s.groups * s.channels, 16384 / (width * parts) + 1, [&](long begin, long end) {
    for (long at = begin; at < end; at++) {
      const long g = at / s.channels, c = at % s.channels;
      for (long m = 0; m < s.results; m += N) {
        Vec<T> u[4][4], more[4][4], weight[3][3];
        const T* from = sums + g * sums_size + c * width + m;
        load_square(from, 4 * frequency, frequency, u);
        for (long part = 1; part < parts; part++) {
          load_square(from += s.groups * sums_size, 4 * frequency, frequency, more);
          DESCEND_UNROLL
          for (int q = 0; q < kWinogradWeights; q++) u[q / 4][q % 4] = u[q / 4][q % 4] + more[q / 4][q % 4];
        }
        both_ways(u, weight, Form::weight_gradient);
        transpose_lanes(s.weight + ((g * s.results + m) * s.channels + c) * 9, s.channels * 9, min_of(N, s.results - m),
                        9, [&](long p) { return weight[p / 3][p % 3]; });
      }
    }
  });
  return kOk;
}

}  // namespace
