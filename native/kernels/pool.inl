// Windows of planes of up to three dims: the largest element and its index, the average, and their gradients.
#pragma once
#include "common.inl"

namespace {

struct PoolDim {
  long in, kernel, out, stride, padding, dilation;
  bool adaptive;

  // The first element of window o, and the end of those it has, padding included.
  long first(long o) const { return adaptive ? o * in / out : o * stride - padding; }
  long end(long o) const {
    return adaptive ? ceil_div((o + 1) * in, out)
                    : min_of(o * stride - padding + (kernel - 1) * dilation + 1, in + padding);
  }
};

// The elements of a window that exist.
struct PoolWindow {
  long begin[3], end[3];
  long padded;  // how many it has with padding

  PoolWindow(const PoolDim (&dim)[3], long z, long y, long x) : padded(1) {
    const long o[3] = {z, y, x};
    for (int d = 0; d < 3; d++) {
      const long first = dim[d].first(o[d]), last = dim[d].end(o[d]);
      begin[d] = first < 0 ? first + ceil_div(-first, dim[d].dilation) * dim[d].dilation : first;
      end[d] = min_of(last, dim[d].in);
      padded *= last - first;
    }
  }
  long count() const { return (end[0] - begin[0]) * (end[1] - begin[1]) * (end[2] - begin[2]); }
};

// f(window, o) for the outputs of a plane, in order.
template <class F>
DESCEND_INLINE void each_window(const PoolDim (&dim)[3], const F& f) {
  long o = 0;
  for (long z = 0; z < dim[0].out; z++)
    for (long y = 0; y < dim[1].out; y++)
      for (long x = 0; x < dim[2].out; x++) f(PoolWindow(dim, z, y, x), o++);
}

// f(i) for the elements of a window, by their index in the plane.
template <class F>
DESCEND_INLINE void each_element(const PoolDim (&dim)[3], const PoolWindow& w, const F& f) {
  for (long z = w.begin[0]; z < w.end[0]; z += dim[0].dilation)
    for (long y = w.begin[1]; y < w.end[1]; y += dim[1].dilation)
      for (long x = w.begin[2]; x < w.end[2]; x += dim[2].dilation) f((z * dim[1].in + y) * dim[2].in + x);
}

// The last NaN counts as the largest, of equal ones the first.
template <class T>
void max_plane_adaptive(const PoolDim (&dim)[3], const T* x, T* y, int32_t* index) {
  each_window(dim, [&](const PoolWindow& w, long o) {
    long at = (w.begin[0] * dim[1].in + w.begin[1]) * dim[2].in + w.begin[2];
    T most = -__builtin_inf();
    each_element(dim, w, [&](long i) {
      const bool larger = x[i] > most || x[i] != x[i];
      most = larger ? x[i] : most;
      at = larger ? i : at;
    });
    y[o] = most;
    index[o] = static_cast<int32_t>(at);
  });
}

// A plane for vectors of windows: one row for each of its rows and each remainder of the position by the stride, -inf
// where it has nothing. Then the elements that neighbouring windows have in one place are neighbours. Of a large plane
// only the rows of one window are kept.
struct PoolRows {
  long rows, in, stride, padding;
  long phases, width;           // of a row
  long row_pitch, phase_pitch;  // from one to the next
  bool whole;                   // all rows of the plane, or those of a window
  bool at_once;                 // rows hold whole strides and all windows: the plane is one long row

  PoolRows(const PoolDim (&dim)[3], long lanes)
      : rows(dim[0].in * dim[1].in), in(dim[2].in), stride(dim[2].stride), padding(dim[2].padding) {
    const long reach = (dim[2].kernel - 1) * dim[2].dilation;
    phases = min_of(stride, reach + 1);
    whole = rows * in <= 128 << 10;
    if (!whole) rows = dim[0].kernel * dim[1].kernel;
    at_once = whole && padding == 0 && in % stride == 0 && (dim[2].out - 1) * stride + reach < in;
    width = ceil_div(ceil_div(dim[2].out, lanes) * lanes + reach / stride, lanes) * lanes;
    row_pitch = at_once ? in / stride : phases * width;
    phase_pitch = at_once ? ceil_div(rows * row_pitch, lanes) * lanes : width;
  }
  // With what is written, or read for windows that do not exist, beyond the last row.
  long elements() const { return max_of(rows * row_pitch, phases * phase_pitch) + width + padding + phases; }
};

// One row of `n` elements, which begins at position -padding: `width` of each phase.
template <class T>
DESCEND_INLINE void spread_row(const PoolRows s, const T* x, long n, long width, T* to) {
  using V = Vec<T>;
  using Lane = typename Mask<T>::Int;
  typename Mask<T>::Raw lanes;
  for (int i = 0; i < V::N; i++) lanes[i] = i;
  const V nothing(T(-__builtin_inf()));
  for (long phase = 0; phase < s.phases; phase++, to += s.phase_pitch) {
    const long first = phase - s.padding;
    const long begin = first < 0 ? min_of(ceil_div(-first, s.stride), width) : 0;
    const T* from = x + first + begin * s.stride;
    long left = first < n ? ceil_div(n - first, s.stride) - begin : 0;
    for (long i = 0; i < begin; i += V::N) nothing.store(to + i);
    for (long i = begin; i < width; i += V::N, left -= V::N, from += V::N * s.stride) {
      const V v = left > 0 ? load_every(from, left, s.stride) : nothing;
      select(Mask<T>{lanes < Lane(min_of(max_of(left, 0), V::N))}, v, nothing).store(to + i);
    }
  }
}

template <class T>
void spread_plane(const PoolRows& s, const T* x, T* to) {
  if (!s.whole) return;
  if (s.at_once) return spread_row(s, x, s.rows * s.in, s.phase_pitch, to);
  for (long row = 0; row < s.rows; row++) spread_row(s, x + row * s.in, s.in, s.width, to + row * s.row_pitch);
}

// The windows of one row of outputs, which begins at (z, y), of a plane that is spread out.
template <class T>
void max_row(const PoolDim (&dim)[3], const PoolRows spread, long z, long y, const T* x, T* rows, T* values,
             int32_t* index) {
  using V = Vec<T>;
  using Int = typename Mask<T>::Raw;
  using Lane = typename Mask<T>::Int;
  const PoolWindow w(dim, z, y, 0);
  const long depth_step = dim[0].dilation, row_step = dim[1].dilation, in_rows = dim[1].in;
  const PoolDim d = dim[2];
  if (!spread.whole) {
    T* to = rows;
    for (long i = w.begin[0]; i < w.end[0]; i += depth_step)
      for (long j = w.begin[1]; j < w.end[1]; j += row_step, to += spread.row_pitch)
        spread_row(spread, x + (i * in_rows + j) * d.in, d.in, spread.width, to);
  }
  Int lanes;
  for (int i = 0; i < V::N; i++) lanes[i] = i;
  for (long o = 0; o < d.out; o += V::N) {
    const Int first = (lanes + Lane(o)) * Lane(d.stride) - Lane(d.padding);
    // Where no element is larger than -inf the first one counts.
    Int most_at = first + Lane((w.begin[0] * in_rows + w.begin[1]) * d.in);
    for (int i = 0; d.padding > 0 && i < V::N && first[i] < 0; i++)
      most_at[i] += ceil_div(-first[i], d.dilation) * d.dilation;
    V most(T(-__builtin_inf()));
    long place = 0;  // of the row among those of the window
    for (long i = w.begin[0]; i < w.end[0]; i += depth_step) {
      for (long j = w.begin[1]; j < w.end[1]; j += row_step, place++) {
        const long row = i * in_rows + j;
        const T* from = rows + (spread.whole ? row : place) * spread.row_pitch + o;
        Int at = first + Lane(row * d.in);
        for (long k = 0, phase = 0; k < d.kernel; k++, phase += d.dilation, at += Lane(d.dilation)) {
          for (; phase >= d.stride; phase -= d.stride) from++;
          const V v = V::load(from + phase * spread.phase_pitch);
          const Mask<T> larger = (v > most) | (v != v);
          most = select(larger, v, most);
          most_at = larger.v ? at : most_at;
        }
      }
    }
    const long n = d.out - o;
    store_few(values + o, n, most);
    if constexpr (sizeof(T) == sizeof(int32_t))
      store_few(index + o, n, Vec<int32_t>(most_at));
    else
      for (long i = 0; i < min_of(n, V::N); i++) index[o + i] = static_cast<int32_t>(most_at[i]);
  }
}

// The gradient of each window to its largest element, in a plane of zeros.
template <class T>
void add_to_largest(const PoolDim (&dim)[3], T* x, const T* y, const int32_t* index) {
  bool apart = !dim[0].adaptive;
  for (int d = 0; d < 3; d++) apart &= dim[d].stride > (dim[d].kernel - 1) * dim[d].dilation;
  const long out = dim[2].out, all = dim[0].out * dim[1].out * out;
  if (apart) {
    for (long o = 0; o < all; o++) x[index[o]] = y[o];
    return;
  }
  // Neighbours often add to one element, where the second waits for the first: every other window comes first.
  for (long row = 0; row < all; row += out)
    for (long first = 0; first < 2; first++)
      for (long o = row + first; o < row + out; o += 2) x[index[o]] += y[o];
}

template <class T>
T window_divisor(const PoolWindow& w, long divisor) {
  return static_cast<T>(divisor > 0 ? divisor : divisor < 0 ? w.padded : w.count());
}

template <class T>
int run_pool(const double* w) {
  namespace at = descend::pool_word;
  PoolDim dim[3];
  for (int d = 0; d < 3; d++) {
    const auto word = [&](int list) { return static_cast<long>(w[at::dims + 3 * list + d]); };
    dim[d] = PoolDim{word(0), word(1), word(2), word(3), word(4), word(5), w[at::adaptive] != 0};
  }
  const int kind = static_cast<int>(w[at::kind]);
  const long in = dim[0].in * dim[1].in * dim[2].in, out = dim[0].out * dim[1].out * dim[2].out;
  const long divisor = static_cast<long>(w[at::divisor]);
  T *x = address<T>(w[at::x]), *y = address<T>(w[at::y]);
  int32_t* index = w[at::index] != 0 ? address<int32_t>(w[at::index]) : nullptr;
  const PoolRows spread(dim, Vec<T>::N);
  const size_t rows_bytes = spread.elements() * sizeof(T);
  const bool in_rows = kind == descend::pool_max && !w[at::adaptive];
  int status = kOk;
  parallel_for(static_cast<long>(w[at::planes]), 16384 / (in + out) + 1, [&](long begin, long end) {
    T* rows = in_rows ? static_cast<T*>(descend::scratch(descend::kScratchKernel, rows_bytes)) : nullptr;
    if (in_rows && !rows) {
      __atomic_store_n(&status, int(kOutOfMemory), __ATOMIC_RELAXED);
      return;
    }
    for (long p = begin; p < end; p++) {
      T *from = x + p * in, *to = y + p * out;
      if (in_rows) {
        spread_plane(spread, from, rows);
        long o = p * out;
        for (long i = 0; i < dim[0].out; i++)
          for (long j = 0; j < dim[1].out; j++, o += dim[2].out)
            max_row(dim, spread, i, j, from, rows, y + o, index + o);
      } else if (kind == descend::pool_max) {
        max_plane_adaptive(dim, from, to, index + p * out);
      } else if (kind == descend::pool_maxBackward) {
        zero_row(from, in);
        add_to_largest(dim, from, to, index + p * out);
      } else if (kind == descend::pool_avg) {
        each_window(dim, [&](const PoolWindow& window, long o) {
          T sum = 0;
          each_element(dim, window, [&](long i) { sum += from[i]; });
          to[o] = sum / window_divisor<T>(window, divisor);
        });
      } else {
        for (long i = 0; i < in; i++) from[i] = T(0);
        each_window(dim, [&](const PoolWindow& window, long o) {
          const T share = to[o] / window_divisor<T>(window, divisor);
          each_element(dim, window, [&](long i) { from[i] += share; });
        });
      }
    }
  });
  return status;
}

int pool_kernel(const double* w) {
  namespace at = descend::pool_word;
  return with_float_type(w[at::dtype], [&](auto t) { return run_pool<decltype(t)>(w); });
}

void register_pool(Kernel* table) { table[descend::op_pool] = pool_kernel; }

}  // namespace
