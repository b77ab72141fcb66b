// Kernels of 3 × 3 with a stride of 1 or 2 by Winograd's forms (conv_winograd_forms.inl): tiles of outputs are read
// from tiles of inputs, and their 36 products per channel become 16 or 25, in a transformed space where each of them is
// a matrix product. An infinite or NaN input makes all outputs of the tiles that read it NaN, where sums of products
// would keep infinities and spare outputs that do not see it.
#pragma once
#include "conv_channels.inl"
#include "conv_correlate.inl"
#include "conv_winograd_forms.inl"

namespace {

// Tiles: rows of them of one image, or several small images.
struct TileBlocks {
  long down, across;            // of an image
  long images, rows;            // in a block
  long image_parts, row_parts;  // blocks

  // At most about `most` tiles of `side` outputs in a block.
  TileBlocks(long batch, const Axis (&axis)[3], long side, long most)
      : down(ceil_div(axis[1].count, side)), across(ceil_div(axis[2].count, side)) {
    image_parts = ceil_div(batch, max_of(1, most / (down * across)));
    images = ceil_div(batch, image_parts);
    row_parts = ceil_div(down, max_of(1, min_of(down, most / across)));
    rows = ceil_div(down, row_parts);
    row_parts = ceil_div(down, rows);
  }
  long count() const { return image_parts * row_parts; }
  long tiles() const { return images * rows * across; }
};

// The tiles of one block.
struct TileBlock {
  long image, images, row, rows;

  TileBlock(const TileBlocks& all, long batch, long index) {
    image = index / all.row_parts * all.images;
    images = min_of(all.images, batch - image);
    row = index % all.row_parts * all.rows;
    rows = min_of(all.rows, all.down - row);
  }
};

// What is read of the source for rows of tiles.
template <class Form>
PixelArea tile_area(const Axis (&axis)[3], const TileBlocks& all) {
  const long left = axis[2].lowest();
  PixelArea area = PixelArea::across(left, left + Form::kStep * (all.across - 1) + Form::kIn - 1, axis[2].size);
  area.rows = Form::kStep * (all.rows - 1) + Form::kIn;
  return area;
}

// Bᵀ d B of the tiles of a block for one block of channels: to[frequency][tile], `pixel` elements from tile to tile.
template <class Form, class T>
void transform_inputs(const Axis (&axis)[3], const TileBlocks& all, const TileBlock& block,
                      ChannelPlanes<const T> source, long image, T* lifted, T* to, long pixel) {
  constexpr long N = Vec<T>::N;
  PixelArea area = tile_area<Form>(axis, all);
  area.top = Form::kStep * block.row + axis[1].lowest();
  area.rows = Form::kStep * (block.rows - 1) + Form::kIn;
  const long frequency = all.tiles() * pixel;
  for (long n = 0; n < block.images; n++, source.planes += image) {
    lift_pixels(source, area, lifted);
    for (long y = 0; y < block.rows; y++) {
      const T* from = lifted + (Form::kStep * y * area.pitch + axis[2].lowest() - area.left) * N;
      for (long x = 0; x < all.across; x++, from += Form::kStep * N, to += pixel) {
        Vec<T> d[Form::kIn][Form::kIn], v[Form::kProducts][Form::kProducts];
        load_square(from, area.pitch * N, N, d);
        both_ways(d, v, Form::input);
        store_square(v, to, Form::kProducts * frequency, frequency);
      }
    }
  }
}

// G g Gᵀ of a panel of results for channels c0 to c1, as operands B of tiles `frequency` elements apart.
template <class Form, class T>
void transform_panel(const Correlation<T>& s, const Panels& cols, long g, long j, long c0, long c1, T* to,
                     long frequency) {
  constexpr long N = Vec<T>::N;
  const bool turned = s.axis[1].shift < 0;
  // Channels that follow each other in memory are read as one.
  const long together = s.channel == 9 ? N : 1;
  alignas(64) T taps[9 * N * N];
  for (long c = c0; c < c1; c += together) {
    const long count = min_of(together, c1 - c), size = cols.size(j) * N;
    for (long v = 0; v < cols.size(j); v++) {
      const long m = (cols.begin(j) + v) * N;
      transpose_rows(s.weight + g * s.group + m * s.row + c * s.channel, s.row, s.results - m, 9 * count,
                     [&](long p, Vec<T> lanes) { lanes.store(taps + p * N); });
      for (long i = 0; i < count; i++) {
        Vec<T> weight[3][3], u[4][4];
        DESCEND_UNROLL
        for (int p = 0; p < 9; p++) {
          const int tap = turned ? 8 - p : p;
          weight[p / 3][p % 3] = Vec<T>::load(taps + (9 * i + tap) * N);
        }
        both_ways(weight, u, Form::weight);
        store_square(u, to + i * size + v * N, 4 * frequency, frequency);
      }
    }
    to += count * size;
  }
}

// All of them: groups, frequencies, panels of columns, channels.
template <class Form, class T>
void transform_weights(const Correlation<T>& s, const Panels& cols, T* to, long frequency) {
  constexpr long N = Vec<T>::N;
  const long parts = ceil_div(s.channels, 32);
  parallel_for(s.groups * cols.count * parts, 2, [&](long begin, long end) {
    for (long task = begin; task < end; task++) {
      const long part = task % parts, j = task / parts % cols.count, g = task / parts / cols.count;
      T* const panel = to + g * kWinogradWeights * frequency + cols.begin(j) * N * s.channels;
      transform_panel<Form>(s, cols, g, j, part * 32, min_of(s.channels, part * 32 + 32),
                            panel + part * 32 * cols.size(j) * N, frequency);
    }
  });
}

// Pixels from tile to tile, such that those of several tiles do not meet in one set of the cache.
template <class T>
long tile_pixel(long lanes) {
  constexpr long N = Vec<T>::N;
  return ceil_div(lanes, N) * N + N;
}

// Aᵀ m A for the results of a block, and into the image.
template <class Form, class T>
void write_tiles(const Correlation<T>& s, const TileBlocks& all, const TileBlock& block, long g, long m, const T* from,
                 long pixel, T* pixels) {
  constexpr long N = Vec<T>::N;
  const long frequency = all.tiles() * pixel, pitch = Form::kOut * all.across, count = min_of(N, s.results - m);
  const Vec<T> bias = s.bias ? load_few(s.bias + g * s.results + m, count) : Vec<T>(T(0));
  for (long n = 0; n < block.images; n++) {
    for (long y = 0; y < block.rows; y++) {
      T* to = pixels + Form::kOut * y * pitch * N;
      for (long x = 0; x < all.across; x++, from += pixel, to += Form::kOut * N) {
        Vec<T> sums[Form::kProducts][Form::kProducts], out[Form::kOut][Form::kOut];
        load_square(from, Form::kProducts * frequency, frequency, sums);
        both_ways(sums, out, Form::output);
        for (auto& row : out)
          for (Vec<T>& v : row) v = v + bias;
        store_square(out, to, pitch * N, N);
      }
    }
    T* const to = s.result + (((block.image + n) * s.groups + g) * s.results + m) * s.result_plane();
    const long top = Form::kOut * block.row, rows = min_of(Form::kOut * block.rows, s.size[1] - top);
    lower_pixels(pixels, pitch, ChannelPlanes<T>{to, s.result_plane(), count, s.size[1], s.size[2]}, top, rows);
  }
}

template <class Form, class T>
int winograd(const Correlation<T>& s) {
  constexpr long N = Vec<T>::N;
  constexpr long kBlockBytes = 640 << 10;  // fits L2
  constexpr long kFrequencies = Form::kFrequencies;
  const Panels cols(ceil_div(s.results, N), kTileVectors);
  const long in_pixel = tile_pixel<T>(s.channels);
  const long tile_bytes = kFrequencies * (in_pixel + s.results) * long(sizeof(T));
  const TileBlocks all(s.batch, s.axis, Form::kOut, max_of(16, kBlockBytes / tile_bytes));
  // Panels are shared out too where there are few blocks: their inputs are transformed again for each part.
  const long parts = min_of(ceil_div(16, s.groups * all.count()), max_of(1, cols.count / 2));
  const Panels shares(cols.count, static_cast<int>(ceil_div(cols.count, parts)));

  // Weights that one block alone needs are transformed where they are multiplied, some channels at a time.
  const bool once = all.count() == 1;
  const long depth = once ? min_of(s.channels, 64) : k_block(s.channels);
  // One vector more: those of all frequencies must not meet in one set of the cache.
  const long frequency = N + (once ? depth * kTileCols<T> : s.channels * ceil_div(s.results, N) * N);
  T* weights = nullptr;
  if (!once) {
    weights =
        static_cast<T*>(descend::scratch(descend::kScratchGemmB, s.groups * kWinogradWeights * frequency * sizeof(T)));
    if (!weights) return kOutOfMemory;
    transform_weights<Form>(s, cols, weights, frequency);
  }

  const PixelArea area = tile_area<Form>(s.axis, all);
  const long lifted = max_of(area.pixels(), Form::kOut * Form::kOut * all.rows * all.across) * N;
  const long inputs = kFrequencies * all.tiles() * in_pixel;
  const long sums = kFrequencies * all.tiles() * tile_pixel<T>((shares.smaller + 1) * kTileVectors * N);
  const long own = once ? kWinogradWeights * frequency : 0;
  int status = kOk;
  parallel_for(s.groups * all.count() * shares.count, 1, [&](long begin, long end) {
    T* const scratch =
        static_cast<T*>(descend::scratch(descend::kScratchKernel, (lifted + inputs + sums + own) * sizeof(T)));
    if (!scratch) {
      __atomic_store_n(&status, int(kOutOfMemory), __ATOMIC_RELAXED);
      return;
    }
    T *const v = scratch + lifted, *const m = v + inputs;
    for (long task = begin; task < end; task++) {
      const long share = task % shares.count, g = task / shares.count / all.count();
      const TileBlock block(all, s.batch, task / shares.count % all.count());
      const long image = s.groups * s.channels * s.source_plane;
      for (long c = 0; c < s.channels; c += N) {
        const T* const from = s.source + block.image * image + (g * s.channels + c) * s.source_plane;
        const ChannelPlanes<const T> planes{from, s.source_plane, min_of(N, s.channels - c), s.axis[1].size,
                                            s.axis[2].size};
        transform_inputs<Form>(s.axis, all, block, planes, image, scratch, v + c, in_pixel);
      }
      const long first = shares.begin(share), last = first + shares.size(share);
      const long col0 = cols.begin(first) * N, col1 = (cols.begin(last - 1) + cols.size(last - 1)) * N;
      const long out_pixel = tile_pixel<T>(col1 - col0), tiles = block.images * block.rows * all.across;
      const Panels rows(tiles, kTileRows);
      const auto multiply = [&](int u, long j, long k, const T* weight) {
        Tile<T> t{};
        t.k = min_of(depth, s.channels - k);
        t.a_row = in_pixel;
        t.a_col = 1;
        t.b_row = t.cols = cols.size(j) * N;
        t.b = weight;
        t.c_row = out_pixel;
        t.add = k > 0;
        Form::each_frequency(u, [&](int f, bool) {
          for (long i = 0; i < rows.count; i++) {
            const long tile = f * all.tiles() + rows.begin(i);
            t.a = v + tile * in_pixel + k;
            t.c = m + tile * out_pixel + cols.begin(j) * N - col0;
            choose_tile_kernel<T>(rows.size(i), t.cols)(t);
          }
        });
      };
      if (once) {
        T* const panel = scratch + lifted + inputs + sums;
        for (long j = first; j < last; j++) {
          for (long k = 0; k < s.channels; k += depth) {
            transform_panel<Form>(s, cols, g, j, k, min_of(s.channels, k + depth), panel, frequency);
            for (int u = 0; u < kWinogradWeights; u++) multiply(u, j, k, panel + u * frequency);
          }
        }
      } else {
        for (int u = 0; u < kWinogradWeights; u++) {
          const T* const all_panels = weights + (g * kWinogradWeights + u) * frequency;
          for (long k = 0; k < s.channels; k += depth)
            for (long j = first; j < last; j++)
              multiply(u, j, k, all_panels + cols.begin(j) * N * s.channels + k * cols.size(j) * N);
        }
      }
      for (long col = col0; col < col1; col += N)
        write_tiles<Form>(s, all, block, g, col, m + col - col0, out_pixel, scratch);
    }
  });
  return status;
}

}  // namespace
