// Scans along the middle dim of contiguous [outer, n, inner]: every element is written as what comes out of all before
// it. Columns are independent; those side by side go together, a row at a time.
//
// A kind is a struct K: what it remembers of a column (State), and how it takes in element i (step).
#pragma once
#include "gemm_pack.inl"
#include "reduce_kinds.inl"

namespace {

// Sums and products of floats go on in double, of int64 they wrap.
template <class T, bool Product>
struct ScanFold {
  using Input = T;
  using Output = T;
  struct State {
    double value = Product;
  };
  static DESCEND_INLINE void step(State& s, T x, T, long, T* y) {
    s.value = Product ? s.value * double(x) : s.value + double(x);
    *y = T(s.value);
  }
};
template <bool Product>
struct ScanFold<int64_t, Product> {
  using Input = int64_t;
  using Output = int64_t;
  struct State {
    uint64_t value = Product;
  };
  static DESCEND_INLINE void step(State& s, int64_t x, int64_t, long, int64_t* y) {
    s.value = Product ? s.value * uint64_t(x) : s.value + uint64_t(x);
    *y = int64_t(s.value);
  }
};

// The index of the last of the largest elements (smallest, for sign -1); of the last NaN where there is one.
template <class T, int Sign>
struct ScanExtreme {
  using Input = T;
  using Output = int32_t;
  struct State {
    T value{};
    int32_t at = 0;
  };
  static DESCEND_INLINE void step(State& s, T x, T, long i, int32_t* y) {
    if (i == 0 || x != x || (s.value == s.value && (Sign > 0 ? x >= s.value : x <= s.value))) {
      s.value = x;
      s.at = static_cast<int32_t>(i);
    }
    *y = s.at;
  }
};

template <class T>
struct ScanLogSumExp {
  using Input = T;
  using Output = T;
  struct State {
    double value = -__builtin_inf();
  };
  static DESCEND_INLINE void step(State& s, T element, T, long, T* y) {
    const double x = double(element);
    const bool larger = s.value > x;
    const double high = larger ? s.value : x, low = larger ? x : s.value;
    // two equal infinities have no difference
    s.value = high == low && high - low != 0 ? high : high + __builtin_log1p(__builtin_exp(low - high));
    *y = T(s.value);
  }
};

template <class T>
struct ScanRecurrence {
  using Input = T;
  using Output = T;
  struct State {
    double value = 0;
  };
  static DESCEND_INLINE void step(State& s, T x, T factor, long i, T* y) {
    s.value = i == 0 ? double(x) : double(factor) * s.value + double(x);
    *y = T(s.value);
  }
};

struct ScanDims {
  long n, inner;
  bool reverse;
};

constexpr long kScanColumns = 64;  // columns that go together

// `width` <= kScanColumns columns side by side.
template <class K>
void scan_columns(const ScanDims& dims, const typename K::Input* x, const typename K::Input* factor, long width,
                  typename K::Output* y) {
  typename K::State s[kScanColumns];
  for (long i = 0; i < dims.n; i++) {
    const long row = (dims.reverse ? dims.n - 1 - i : i) * dims.inner;
    for (long k = 0; k < width; k++) K::step(s[k], x[row + k], factor[row + k], i, y + row + k);
  }
}
// Columns that lie one after the other: one does not wait for the other. A line of the cache at a time, since lines of
// columns that lie a power of two apart push each other out.
template <class K, int Count>
void scan_rows(const ScanDims& dims, const typename K::Input* x, const typename K::Input* factor,
               typename K::Output* y) {
  constexpr long kLine = 16;
  typename K::State s[Count];
  for (long first = 0; first < dims.n; first += kLine) {
    const long end = min_of(first + kLine, dims.n);
    for (int k = 0; k < Count; k++) {
      for (long i = first; i < end; i++) {
        const long place = k * dims.n + (dims.reverse ? dims.n - 1 - i : i);
        K::step(s[k], x[place], factor[place], i, y + place);
      }
    }
  }
}

// Sums of as many rows as a vector has lanes, in the same order: blocks are transposed, so that lanes are rows.
template <bool Reverse>
void sum_rows(long n, const float* x, float* y) {
  using V = Vec<float>;
  Wide sum{Vec<double>(0.0), Vec<double>(0.0)};
  for (long first = 0; first < n; first += V::N) {
    const long some = min_of(n - first, V::N), at = Reverse ? n - first - some : first;
    V block[V::N];
    for (int k = 0; k < V::N; k++) block[k] = load_few(x + k * n + at, some);
    transpose_blocks<float, V::N>(block);
    DESCEND_UNROLL
    for (int i = 0; i < V::N; i++) {
      V& column = block[Reverse ? V::N - 1 - i : i];
      const Wide wide = widen(column);
      sum = {sum.lo + wide.lo, sum.hi + wide.hi};
      column = narrow(sum.lo, sum.hi);
    }
    transpose_blocks<float, V::N>(block);
    for (int k = 0; k < V::N; k++) store_few(y + k * n + at, some, block[k]);
  }
}

// How many rows go together.
template <class K>
struct ScanTogether {
  static constexpr int rows = 8;
  static void run(const ScanDims& dims, const typename K::Input* x, const typename K::Input* factor,
                  typename K::Output* y) {
    scan_rows<K, rows>(dims, x, factor, y);
  }
};
template <>
struct ScanTogether<ScanFold<float, false>> {
  static constexpr int rows = Vec<float>::N;
  static void run(const ScanDims& dims, const float* x, const float*, float* y) {
    if (dims.reverse)
      sum_rows<true>(dims.n, x, y);
    else
      sum_rows<false>(dims.n, x, y);
  }
};

template <class K>
int scan_with(const double* w) {
  namespace at = descend::scan_word;
  using T = typename K::Input;
  constexpr long kGrain = 32768, kBlock = kScanColumns;
  const ScanDims dims{static_cast<long>(w[at::n]), static_cast<long>(w[at::inner]), w[at::reverse] != 0};
  const T* x = address<const T>(w[at::x]);
  // Kinds without factors read x in their place.
  const T* factor = w[at::factor] != 0 ? address<const T>(w[at::factor]) : x;
  auto* y = address<typename K::Output>(w[at::y]);
  const long blocks = ceil_div(dims.inner, kBlock);
  const long width = min_of(dims.inner, kBlock);
  parallel_for(static_cast<long>(w[at::outer]) * blocks, kGrain / (dims.n * width) + 1, [&](long begin, long end) {
    constexpr int kRows = ScanTogether<K>::rows;
    for (long task = begin; task < end; task++) {
      const long j = task % blocks * kBlock, from = task / blocks * dims.n * dims.inner + j;
      if (dims.inner == 1 && end - task >= kRows) {
        ScanTogether<K>::run(dims, x + from, factor + from, y + from);
        task += kRows - 1;
      } else if (dims.inner == 1)
        scan_rows<K, 1>(dims, x + from, factor + from, y + from);
      else
        scan_columns<K>(dims, x + from, factor + from, min_of(kBlock, dims.inner - j), y + from);
    }
  });
  return kOk;
}

template <class T>
int scan_type(const double* w) {
  const int kind = static_cast<int>(w[descend::scan_word::kind]);
  if (kind == descend::scan_max) return scan_with<ScanExtreme<T, 1>>(w);
  if (kind == descend::scan_min) return scan_with<ScanExtreme<T, -1>>(w);
  if constexpr (kIsFloat<T> || sizeof(T) == 8) {
    if (kind == descend::scan_sum) return scan_with<ScanFold<T, false>>(w);
    if (kind == descend::scan_prod) return scan_with<ScanFold<T, true>>(w);
  }
  if constexpr (kIsFloat<T>) {
    if (kind == descend::scan_logSumExp) return scan_with<ScanLogSumExp<T>>(w);
    if (kind == descend::scan_recurrence) return scan_with<ScanRecurrence<T>>(w);
  }
  return kNoKernel;
}

int scan_kernel(const double* w) {
  namespace at = descend::scan_word;
  if (w[at::outer] == 0 || w[at::n] == 0 || w[at::inner] == 0) return kOk;
  return with_type(w[at::dtype], [&](auto t) { return scan_type<decltype(t)>(w); });
}

void register_scan(Kernel* table) { table[descend::op_scan] = scan_kernel; }

}  // namespace
