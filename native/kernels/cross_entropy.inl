// Cross-entropy of the softmax of rows with a class each, and its gradient, without a matrix in between.
#pragma once
#include "softmax.inl"

namespace {

// The loss of a row; stats: its largest element, and the logarithm of the sum of e^(x - largest).
template <class T>
T cross_entropy_row(const T* x, long cols, long target, double smoothing, T* stats) {
  const T largest = largest_number(x, cols);
  const double log_total = __builtin_log(double(value_of(sum_of_exponentials(x, cols, largest))));
  stats[0] = largest;
  stats[1] = T(log_total);
  const double loss = log_total - (double(x[target]) - double(largest));
  if (smoothing == 0) return T(loss);
  const Vec<T> shift(largest);
  const auto all = sum_of_row<T>(cols, [&](long i, long n) { return load_few(x + i, n) - shift; });
  return T((1 - smoothing) * loss + smoothing * (log_total - double(value_of(all)) / double(cols)));
}

// dx = g (softmax - smoothing / cols), less g (1 - smoothing) at the target
template <class T>
void cross_entropy_backward_row(T g, const T* x, const T* stats, T* dx, long cols, long target, double smoothing) {
  using V = Vec<T>;
  const V shift(stats[0]), log_total(stats[1]), factor(g), rest{T(smoothing / double(cols))};
  map_vectors(cols, x, dx, [&](V v) { return factor * (exp((v - shift) - log_total) - rest); });
  dx[target] -= g * T(1 - smoothing);
}

int cross_entropy_kernel(const double* w) {
  namespace at = descend::crossEntropy_word;
  const long rows = static_cast<long>(w[at::rows]), cols = static_cast<long>(w[at::cols]);
  const double smoothing = w[at::smoothing];
  const int32_t* target = address<const int32_t>(w[at::target]);
  return with_float_type(w[at::dtype], [&](auto t) {
    using T = decltype(t);
    const T* x = address<const T>(w[at::x]);
    T *loss = address<T>(w[at::loss]), *stats = address<T>(w[at::stats]);
    parallel_for(rows, softmax_grain(cols), [&](long begin, long end) {
      for (long r = begin; r < end; r++)
        loss[r] = cross_entropy_row(x + r * cols, cols, target[r], smoothing, stats + 2 * r);
    });
    return int(kOk);
  });
}

int cross_entropy_backward_kernel(const double* w) {
  namespace at = descend::crossEntropyBackward_word;
  const long rows = static_cast<long>(w[at::rows]), cols = static_cast<long>(w[at::cols]);
  const double smoothing = w[at::smoothing];
  const int32_t* target = address<const int32_t>(w[at::target]);
  return with_float_type(w[at::dtype], [&](auto t) {
    using T = decltype(t);
    const T *g = address<const T>(w[at::g]), *x = address<const T>(w[at::x]), *stats = address<const T>(w[at::stats]);
    T* dx = address<T>(w[at::dx]);
    parallel_for(rows, softmax_grain(cols), [&](long begin, long end) {
      for (long r = begin; r < end; r++) {
        const long row = r * cols;
        cross_entropy_backward_row(g[r], x + row, stats + 2 * r, dx + row, cols, target[r], smoothing);
      }
    });
    return int(kOk);
  });
}

void register_cross_entropy(Kernel* table) {
  table[descend::op_crossEntropy] = cross_entropy_kernel;
  table[descend::op_crossEntropyBackward] = cross_entropy_backward_kernel;
}

}  // namespace
