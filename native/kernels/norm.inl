// Normalisation: layer, group, instance and RMS norm take the moments of rows, batch norm those of a channel over
// several runs of x. Moments are sums in double; what the mean loses when it is rounded comes off the variance.
#pragma once
#include "reduce_kinds.inl"

namespace {

struct NormLayout {
  bool centered;
  long runs, groups, k, inner, units, cols, step;  // a unit is what has its own moments; step from run to run
  double eps;

  explicit NormLayout(const double* w) {
    namespace at = descend::norm_word;  // normBackward begins with the same words
    centered = w[at::centered] != 0;
    runs = static_cast<long>(w[at::runs]);
    groups = static_cast<long>(w[at::groups]);
    k = static_cast<long>(w[at::k]);
    inner = static_cast<long>(w[at::inner]);
    units = static_cast<long>(w[at::samples]) * groups;
    cols = k * inner;
    step = units * cols;
    eps = w[at::eps];
  }
  double count() const { return double(runs) * double(cols); }
  template <class T>
  T scale(T variance) const {
    return T(1 / __builtin_sqrt(double(variance) + eps));
  }
};

template <class T>
void norm_moments(const NormLayout& l, const T* x, T* mean, T* variance) {
  using V = Vec<T>;
  auto sum = SumOf<T>::start(0), squares = sum;
  for (long r = 0; l.centered && r < l.runs; r++) {
    const T* row = x + r * l.step;
    SumOf<T>::merge(sum, sum_of_row<T>(l.cols, [&](long i, long n) { return load_few(row + i, n); }));
  }
  const double center = value_of(sum) / l.count();
  *mean = T(center);
  const V m(*mean);
  for (long r = 0; r < l.runs; r++) {
    const T* row = x + r * l.step;
    SumOf<T>::merge(squares, sum_of_row<T>(l.cols, [&](long i, long n) {
                      const V v = load_few(row + i, n) - m;
                      return v * v;
                    }));
  }
  const double lost = center - double(*mean), found = value_of(squares) / l.count() - lost * lost;
  *variance = T(found < 0 ? 0 : found);
}

template <class T>
void norm_unit(const NormLayout& l, const T* x, const T* weight, const T* bias, T* y, T mean, T scale) {
  using V = Vec<T>;
  const V m(mean), s(scale);
  if (l.inner == 1) {
    if (!weight && !bias) return map_vectors(l.cols, x, y, [&](V v) { return (v - m) * s; });
    const auto vector = [&](long i, long n) {
      V v = (load_few(x + i, n) - m) * s;
      if (weight) v = v * load_few(weight + i, n);
      if (bias) v = v + load_few(bias + i, n);
      store_few(y + i, n, v);
    };
    long i = 0;
    for (; i + V::N <= l.cols; i += V::N) vector(i, V::N);
    if (i < l.cols) vector(i, l.cols - i);
    return;
  }
  for (long r = 0; r < l.runs; r++) {
    for (long c = 0; c < l.k; c++) {
      const long at = r * l.step + c * l.inner;
      const V factor(weight ? scale * weight[c] : scale), shift(bias ? bias[c] : T(0));
      map_vectors(l.inner, x + at, y + at, [&](V v) { return fma(v - m, factor, shift); });
    }
  }
}

// ---- backward: with h = (x - mean) scale, dx = scale (g w - mean(g w) - h mean(g w h)), means over the unit ----

template <class T>
struct NormGradient {
  const NormLayout& l;
  const T *g, *x, *weight, *mean, *variance;
  T* dx;
  double* work;  // of this chunk, or null

  using V = Vec<T>;
  static constexpr long kRows = 8;  // as many elements are summed up in T before the sum goes on in double

  // rows of units with the same weights, which have one for each element
  void rows(long unit, long rows) const {
    V m[kRows], s[kRows], minus[kRows], slope[kRows];
    const long offset = unit % l.groups * l.k;
    const T* w = weight ? weight + offset : nullptr;
    for (long r = 0; r < rows; r++) {
      const long from = (unit + r) * l.cols;
      const T scale = l.scale(variance[unit + r]);
      m[r] = V(mean[unit + r]);
      s[r] = V(scale);
      const T *gr = g + from, *xr = x + from;
      const auto weighted = [&](long i, long n) {
        const V gi = load_few(gr + i, n);
        return w ? gi * load_few(w + i, n) : gi;
      };
      const auto sum = sum_of_row<T>(l.cols, weighted);
      const auto product =
          sum_of_row<T>(l.cols, [&](long i, long n) { return weighted(i, n) * ((load_few(xr + i, n) - m[r]) * s[r]); });
      minus[r] = V(T(l.centered ? scale * value_of(sum) / l.count() : 0));
      slope[r] = V(T(scale * value_of(product) / l.count()));
    }
    for (long i = 0; i < l.cols; i += V::N) {
      const long n = l.cols - i;
      const V wi = w ? load_few(w + i, n) : V(T(1));
      V dw(T(0)), db(T(0));
      for (long r = 0; r < rows; r++) {
        const long at = (unit + r) * l.cols + i;
        const V gi = load_few(g + at, n), h = (load_few(x + at, n) - m[r]) * s[r];
        store_few(dx + at, n, fma(gi * wi, s[r], -fma(h, slope[r], minus[r])));
        dw = fma(gi, h, dw);
        db = db + gi;
      }
      if (work) add_wide(work + offset + i, n, dw), add_wide(work + l.groups * l.k + offset + i, n, db);
    }
  }
  static void add_wide(double* sums, long n, V v) {
    if constexpr (sizeof(T) < sizeof(double)) {
      if (n >= V::N) {
        const Wide wide = widen(v);
        (Vec<double>::load(sums) + wide.lo).store(sums);
        (Vec<double>::load(sums + V::N / 2) + wide.hi).store(sums + V::N / 2);
        return;
      }
    }
    T part[V::N];
    v.store(part);
    for (long i = 0; i < V::N && i < n; i++) sums[i] += double(part[i]);
  }

  // a unit whose weights count for `inner` elements each
  void unit(long u) const {
    const long offset = u % l.groups * l.k;
    const T scale = l.scale(variance[u]);
    const V m(mean[u]), s(scale);
    double sum = 0, product = 0;
    constexpr long kBlock = 512;  // stays in L1
    T part[kBlock];
    for (long r = 0; r < l.runs; r++) {
      for (long c = 0; c < l.k; c++) {
        const long from = u * l.cols + r * l.step + c * l.inner;
        auto a = SumOf<T>::start(0), b = a;
        SumOf<T>::add(a, g + from, l.inner, 0);
        for (long at = 0; at < l.inner; at += kBlock) {
          const long n = min_of(kBlock, l.inner - at);
          map_vectors(n, g + from + at, x + from + at, part, [&](V gi, V xi) { return gi * ((xi - m) * s); });
          SumOf<T>::add(b, part, n, 0);
        }
        const double w = weight ? double(weight[offset + c]) : 1;
        sum += w * value_of(a);
        product += w * value_of(b);
        if (!work) continue;
        work[offset + c] += value_of(b);
        work[l.groups * l.k + offset + c] += value_of(a);
      }
    }
    const V minus(T(l.centered ? scale * sum / l.count() : 0)), slope(T(scale * product / l.count()));
    for (long r = 0; r < l.runs; r++) {
      for (long c = 0; c < l.k; c++) {
        const long from = u * l.cols + r * l.step + c * l.inner;
        const V factor(weight ? scale * weight[offset + c] : scale);
        map_vectors(l.inner, g + from, x + from, dx + from,
                    [&](V gi, V xi) { return fma(gi, factor, -fma((xi - m) * s, slope, minus)); });
      }
    }
  }

  void units(long begin, long end) const {
    for (long i = 0; work && i < 2 * l.groups * l.k; i++) work[i] = 0;
    const long most = l.groups == 1 ? kRows : 1;
    for (long u = begin; u < end;) {
      const long n = l.inner == 1 ? min_of(most, end - u) : 1;
      if (l.inner == 1) {
        rows(u, n);
      } else {
        unit(u);
      }
      u += n;
    }
  }
};

int norm_kernel(const double* w) {
  namespace at = descend::norm_word;
  const NormLayout l(w);
  return with_float_type(w[at::dtype], [&](auto t) {
    using T = decltype(t);
    const T *x = address<const T>(w[at::x]), *weight = address<const T>(w[at::weight]),
            *bias = address<const T>(w[at::bias]);
    T *y = address<T>(w[at::y]), *mean = address<T>(w[at::mean]), *variance = address<T>(w[at::variance]);
    parallel_for(l.units, 8192 / (l.runs * l.cols + 1) + 1, [&](long begin, long end) {
      for (long u = begin; u < end; u++) {
        const long from = u * l.cols, offset = u % l.groups * l.k;
        norm_moments(l, x + from, mean + u, variance + u);
        norm_unit(l, x + from, weight ? weight + offset : nullptr, bias ? bias + offset : nullptr, y + from, mean[u],
                  l.scale(variance[u]));
      }
    });
    return int(kOk);
  });
}

int norm_backward_kernel(const double* w) {
  namespace at = descend::normBackward_word;
  const NormLayout l(w);
  const long chunks = static_cast<long>(w[at::chunks]), each = ceil_div(l.units, chunks);
  return with_float_type(w[at::dtype], [&](auto t) {
    using T = decltype(t);
    double* work = address<double>(w[at::work]);
    parallel_for(chunks, 1, [&](long begin, long end) {
      for (long c = begin; c < end; c++) {
        const NormGradient<T> gradient{l,
                                       address<const T>(w[at::g]),
                                       address<const T>(w[at::x]),
                                       address<const T>(w[at::weight]),
                                       address<const T>(w[at::mean]),
                                       address<const T>(w[at::variance]),
                                       address<T>(w[at::dx]),
                                       work ? work + c * 2 * l.groups * l.k : nullptr};
        gradient.units(min_of(c * each, l.units), min_of((c + 1) * each, l.units));
      }
    });
    const long weights = work ? l.groups * l.k : 0;
    T *dweight = address<T>(w[at::dweight]), *dbias = address<T>(w[at::dbias]);
    parallel_for(2 * weights, 16384, [&](long begin, long end) {
      for (long c = 1; c < chunks; c++) {
        for (long i = begin; i < end; i++) work[i] += work[c * 2 * weights + i];
      }
      for (long i = begin; i < end; i++) {
        T* to = i < weights ? dweight : dbias;
        if (to) to[i < weights ? i : i - weights] = T(work[i]);
      }
    });
    return int(kOk);
  });
}

void register_norm(Kernel* table) {
  table[descend::op_norm] = norm_kernel;
  table[descend::op_normBackward] = norm_backward_kernel;
}

}  // namespace
