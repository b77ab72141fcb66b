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

// A row of x for vectors of windows: one row for each remainder of the position by the stride, -inf where x has
// nothing. Then the elements that neighbouring windows have in one place are neighbours.
template <class T>
void spread_row(const PoolDim& dim, const T* x, long phases, long width, T* to) {
  for (long phase = 0; phase < phases; phase++, to += width) {
    const long first = phase - dim.padding;
    const long begin = first < 0 ? ceil_div(-first, dim.stride) : 0;
    const long end = first < dim.in ? min_of(width, ceil_div(dim.in - first, dim.stride)) : 0;
    for (long i = 0; i < min_of(begin, width); i++) to[i] = -__builtin_inf();
    if (begin < end) copy_every(to + begin, x + first + begin * dim.stride, end - begin, dim.stride);
    for (long i = max_of(begin, end); i < width; i++) to[i] = -__builtin_inf();
  }
}

// How the rows of a plane are spread out.
struct PoolRows {
  long phases, width;

  PoolRows(const PoolDim& dim, long lanes) {
    const long reach = (dim.kernel - 1) * dim.dilation;
    phases = min_of(dim.stride, reach + 1);
    width = ceil_div(dim.out, lanes) * lanes + reach / dim.stride;
  }
};

// The windows of one row of outputs, which begins at (z, y); `rows` has room for those of a window.
template <class T>
void max_row(const PoolDim (&dim)[3], const PoolRows& spread, long z, long y, const T* x, T* rows, T* values,
             int32_t* index) {
  using V = Vec<T>;
  using Int = typename Mask<T>::Raw;
  using Lane = typename Mask<T>::Int;
  const PoolWindow w(dim, z, y, 0);
  const auto plane_row = [&](long i, long j) { return Lane((i * dim[1].in + j) * dim[2].in); };
  T* to = rows;
  for (long i = w.begin[0]; i < w.end[0]; i += dim[0].dilation)
    for (long j = w.begin[1]; j < w.end[1]; j += dim[1].dilation, to += spread.phases * spread.width)
      spread_row(dim[2], x + plane_row(i, j), spread.phases, spread.width, to);

  Int lanes;
  for (int i = 0; i < V::N; i++) lanes[i] = i * dim[2].stride - dim[2].padding;
  for (long o = 0; o < dim[2].out; o += V::N) {
    const Int first = lanes + Lane(o * dim[2].stride);
    // Where no element is larger than -inf the first one counts.
    Int most_at = first + plane_row(w.begin[0], w.begin[1]);
    for (int i = 0; i < V::N && first[i] < 0; i++) most_at[i] += ceil_div(-first[i], dim[2].dilation) * dim[2].dilation;
    V most(T(-__builtin_inf()));
    const T* row = rows;
    for (long i = w.begin[0]; i < w.end[0]; i += dim[0].dilation) {
      for (long j = w.begin[1]; j < w.end[1]; j += dim[1].dilation, row += spread.phases * spread.width) {
        const Int here = first + plane_row(i, j);
        for (long k = 0, ahead = 0; k < dim[2].kernel; k++, ahead += dim[2].dilation) {
          const V v = V::load(row + ahead % dim[2].stride * spread.width + ahead / dim[2].stride + o);
          const Mask<T> larger = (v > most) | (v != v);
          most = select(larger, v, most);
          most_at = larger.v ? here + Lane(ahead) : most_at;
        }
      }
    }
    const long n = min_of(V::N, dim[2].out - o);
    store_few(values + o, n, most);
    if constexpr (sizeof(T) == sizeof(int32_t))
      store_few(index + o, n, Vec<int32_t>(most_at));
    else
      for (long i = 0; i < n; i++) index[o + i] = static_cast<int32_t>(most_at[i]);
  }
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
  const PoolRows spread(dim[2], Vec<T>::N);
  const size_t rows_bytes = dim[0].kernel * dim[1].kernel * spread.phases * spread.width * sizeof(T);
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
        for (long row = 0; row < dim[0].out * dim[1].out; row++) {
          const long o = row * dim[2].out;
          max_row(dim, spread, row / dim[1].out, row % dim[1].out, from, rows, to + o, index + p * out + o);
        }
      } else if (kind == descend::pool_max) {
        max_plane_adaptive(dim, from, to, index + p * out);
      } else if (kind == descend::pool_maxBackward) {
        zero_row(from, in);
        for (long o = 0; o < out; o++) from[index[p * out + o]] += to[o];
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
