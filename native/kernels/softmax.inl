// softmax and logSoftmax over rows, and their gradients. The row's largest element is subtracted first, so that no
// exponential overflows; a row of -inf alone gives NaN, as in PyTorch.
#pragma once
#include "reduce_kinds.inl"

namespace {

// About as many elements a task as pay for starting it.
inline long softmax_grain(long cols) { return 8192 / cols + 1; }

template <class T>
void softmax_row(const T* x, T* y, long cols, bool log) {
  using V = Vec<T>;
  T largest = ExtremeOf<T, 1>::start(0);
  ExtremeOf<T, 1>::add(largest, x, cols, 0);
  const V shift(largest);
  auto sum = SumOf<T>::start(0);
  T exps[kRowBlock];
  in_blocks(cols, [&](long at, long n) {
    T* to = log ? exps : y + at;
    map_vectors(n, x + at, to, [&](V v) { return exp(v - shift); });
    SumOf<T>::add(sum, to, n, 0);
  });
  const double total = value_of(sum);
  if (log) {
    const V log_total{T(__builtin_log(total))};
    map_vectors(cols, x, y, [&](V v) { return (v - shift) - log_total; });
  } else {
    const V divisor{T(total)};
    map_vectors(cols, y, y, [&](V v) { return v / divisor; });
  }
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
  T products[kRowBlock];
  in_blocks(cols, [&](long at, long n) {
    map_vectors(n, g + at, y + at, products, [&](V gradient, V v) { return gradient * v; });
    SumOf<T>::add(sum, products, n, 0);
  });
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
