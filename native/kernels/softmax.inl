// softmax and logSoftmax over rows, and their gradients. The row's largest element is subtracted first, so that no
// exponential overflows; a row of -inf alone gives NaN, as in PyTorch.
#pragma once
#include "reduce_kinds.inl"

namespace {

// About as many elements a task as pay for starting it.
inline long softmax_grain(long cols) { return 8192 / cols + 1; }

// The largest element that is a number; what is not will show in the exponentials.
template <class T>
T largest_number(const T* x, long cols) {
  using V = Vec<T>;
  T largest = ExtremeOf<T, 1>::start(0);
  long i = 0;
  if (cols >= V::N) {
    V acc[4] = {V(largest), V(largest), V(largest), greater(V::load(x + cols - V::N), V(largest))};
    for (; i + 4 * V::N <= cols; i += 4 * V::N) {
      for (int k = 0; k < 4; k++) acc[k] = greater(V::load(x + i + k * V::N), acc[k]);
    }
    for (; i + V::N <= cols; i += V::N) acc[0] = greater(V::load(x + i), acc[0]);
    T lanes[V::N];
    greater(greater(acc[0], acc[1]), greater(acc[2], acc[3])).store(lanes);
    for (int width = V::N / 2; width > 0; width /= 2) {
      for (int k = 0; k < width; k++) lanes[k] = lanes[k] > lanes[k + width] ? lanes[k] : lanes[k + width];
    }
    return lanes[0];
  }
  for (; i < cols; i++) largest = x[i] > largest ? x[i] : largest;
  return largest;
}

// Σ e^(x - largest)
template <class T>
DESCEND_INLINE typename SumOf<T>::State sum_of_exponentials(const T* x, long cols, T largest) {
  const Vec<T> shift(largest);
  return sum_of_row<T>(cols, [&](long i, long n) { return exp(load_few(x + i, n) - shift); });
}

template <class T>
void softmax_row(const T* x, T* y, long cols, bool log) {
  using V = Vec<T>;
  const T largest = largest_number(x, cols);
  const V shift(largest);
  if (log) {
    const V log_total{T(__builtin_log(value_of(sum_of_exponentials(x, cols, largest))))};
    return map_vectors(cols, x, y, [&](V v) { return (v - shift) - log_total; });
  }
  const auto sum = sum_of_row<T>(cols, [&](long i, long n) {
    const V v = exp(load_few(x + i, n) - shift);
    store_few(y + i, n, v);
    return v;
  });
  const V factor{T(1 / value_of(sum))};
  map_vectors(cols, y, y, [&](V v) { return v * factor; });
}

template <class T>
void softmax_backward_row(const T* g, const T* y, T* dx, long cols, bool log) {
  using V = Vec<T>;
  auto sum = SumOf<T>::start(0);
  if (log) {
    SumOf<T>::add(sum, g, cols, 0);
    const V total{T(value_of(sum))};
    map_vectors(cols, g, y, dx, [&](V gradient, V v) { return gradient - exp(v) * total; });
    return;
  }
  sum = sum_of_row<T>(cols, [&](long i, long n) { return load_few(g + i, n) * load_few(y + i, n); });
  const V total{T(value_of(sum))};
  map_vectors(cols, g, y, dx, [&](V gradient, V v) { return v * (gradient - total); });
}

int softmax_kernel(const double* w) {
  namespace at = descend::softmax_word;
  const long rows = static_cast<long>(w[at::rows]), cols = static_cast<long>(w[at::cols]);
  const bool log = w[at::log] != 0;
  if (cols == 0) return kOk;
  return with_float_type(w[at::dtype], [&](auto t) {
    using T = decltype(t);
    const T* x = address<const T>(w[at::x]);
    T* y = address<T>(w[at::y]);
    parallel_for(rows, softmax_grain(cols), [&](long begin, long end) {
      for (long r = begin; r < end; r++) softmax_row(x + r * cols, y + r * cols, cols, log);
    });
    return int(kOk);
  });
}

int softmax_backward_kernel(const double* w) {
  namespace at = descend::softmaxBackward_word;
  const long rows = static_cast<long>(w[at::rows]), cols = static_cast<long>(w[at::cols]);
  const bool log = w[at::log] != 0;
  if (cols == 0) return kOk;
  return with_float_type(w[at::dtype], [&](auto t) {
    using T = decltype(t);
    const T *g = address<const T>(w[at::g]), *y = address<const T>(w[at::y]);
    T* dx = address<T>(w[at::dx]);
    parallel_for(rows, softmax_grain(cols), [&](long begin, long end) {
      for (long r = begin; r < end; r++) {
        const long row = r * cols;
        softmax_backward_row(g + row, y + row, dx + row, cols, log);
      }
    });
    return int(kOk);
  });
}

void register_softmax(Kernel* table) {
  table[descend::op_softmax] = softmax_kernel;
  table[descend::op_softmaxBackward] = softmax_backward_kernel;
}

}  // namespace
