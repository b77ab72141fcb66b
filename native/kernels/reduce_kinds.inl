// The kinds of reductions.
//
// A kind is a struct R: what it remembers (State), how it takes in a run of elements of one result (add) or of several
// results (rows), how it joins two parts (merge) and what it writes (finish).
#pragma once
#include "common.inl"

namespace {

// ---- sums ----

// A sum of doubles with its rounding errors beside it (Knuth's TwoSum).
struct DoubleSum {
  double sum, error;
};
DESCEND_INLINE void add_to(DoubleSum& s, double x) {
  const double sum = s.sum + x, part = sum - s.sum;
  s.error += (s.sum - (sum - part)) + (x - part);
  s.sum = sum;
}
DESCEND_INLINE void add_to(double& s, double x) { s += x; }
// An infinite sum leaves NaN for the error.
DESCEND_INLINE double value_of(const DoubleSum& s) { return s.error == s.error ? s.sum + s.error : s.sum; }
DESCEND_INLINE double value_of(double s) { return s; }

// Sums of floats go on in double, where a float more or less does not count.
template <class T>
struct SumState {
  using type = double;
};
template <>
struct SumState<double> {
  using type = DoubleSum;
};

// At most this many vectors are added up in T before the result goes to the State.
constexpr int kSumDepth = 8;

template <class T, bool Mean = false>
struct SumOf {
  using Input = T;
  using Output = T;
  using State = typename SumState<T>::type;
  using V = Vec<T>;

  static State start(long) { return State{}; }

  static DESCEND_INLINE void add(State& s, const T* x, long n, long) {
    if (n <= 8) {
      for (long i = 0; i < n; i++) add_to(s, x[i]);
      return;
    }
    State lanes[V::N] = {};
    long i = 0;
    constexpr long kGroup = 4 * V::N;
    while (n - i >= kSumDepth * kGroup) {
      V acc[4] = {V::load(x + i), V::load(x + i + V::N), V::load(x + i + 2 * V::N), V::load(x + i + 3 * V::N)};
      for (int r = 1; r < kSumDepth; r++) {
        for (int k = 0; k < 4; k++) acc[k] = acc[k] + V::load(x + i + r * kGroup + k * V::N);
      }
      i += kSumDepth * kGroup;
      add_lanes(lanes, (acc[0] + acc[1]) + (acc[2] + acc[3]));
    }
    V acc[4] = {V(T(0)), V(T(0)), V(T(0)), V(T(0))};
    for (; n - i >= kGroup; i += kGroup) {
      for (int k = 0; k < 4; k++) acc[k] = acc[k] + V::load(x + i + k * V::N);
    }
    for (int k = 0; k < 3 && n - i >= V::N; k++, i += V::N) acc[k] = acc[k] + V::load(x + i);
    if (i < n) {
      T part[V::N] = {};
      copy_few(part, x + i, n - i);
      acc[3] = acc[3] + V::load(part);
    }
    add_lanes(lanes, (acc[0] + acc[1]) + (acc[2] + acc[3]));
    merge_lanes(s, lanes);
  }

  static DESCEND_INLINE void rows(State* s, const T* x, const long* offset, long rows, long width, long stride, long) {
    long j = 0;
    for (long r = 0; stride == 1 && r < rows; r += kSumDepth) {
      const long some = min_of(kSumDepth, rows - r);
      for (j = 0; j + 4 * V::N <= width; j += 4 * V::N) add_some_rows<4>(s + j, x + j, offset + r, some);
      for (; j + V::N <= width; j += V::N) add_some_rows<1>(s + j, x + j, offset + r, some);
    }
    for (long r = 0; r < rows; r++) {
      for (long k = j; k < width; k++) add_to(s[k], x[offset[r] + k * stride]);
    }
  }

  static DESCEND_INLINE void merge(State& s, const State& later) {
    if constexpr (sizeof(State) == sizeof(double)) {
      s += later;
    } else {
      add_to(s, later.sum);
      s.error += later.error;
    }
  }

  static void finish(const State& s, long count, T* y) { *y = T(Mean ? value_of(s) / double(count) : value_of(s)); }

  static DESCEND_INLINE void merge_lanes(State& s, State* lanes) {
    int width = V::N / 2;
    if constexpr (sizeof(T) < sizeof(double)) {
      (Vec<double>::load(lanes) + Vec<double>::load(lanes + width)).store(lanes);
      width /= 2;
    }
    for (; width > 0; width /= 2) {
      for (int k = 0; k < width; k++) merge(lanes[k], lanes[k + width]);
    }
    merge(s, lanes[0]);
  }
  static DESCEND_INLINE void add_lanes(State* lanes, V v) {
    if constexpr (sizeof(T) < sizeof(double)) {
      const Wide wide = widen(v);
      (Vec<double>::load(lanes) + wide.lo).store(lanes);
      (Vec<double>::load(lanes + V::N / 2) + wide.hi).store(lanes + V::N / 2);
    } else {
      T x[V::N];
      v.store(x);
      for (int i = 0; i < V::N; i++) add_to(lanes[i], x[i]);
    }
  }
  // Vectors beside each other, at most kSumDepth rows.
  template <int Vectors>
  static DESCEND_INLINE void add_some_rows(State* s, const T* x, const long* offset, long rows) {
    V acc[Vectors];
    for (int k = 0; k < Vectors; k++) acc[k] = V::load(x + offset[0] + k * V::N);
    for (long r = 1; r < rows; r++) {
      for (int k = 0; k < Vectors; k++) acc[k] = acc[k] + V::load(x + offset[r] + k * V::N);
    }
    for (int k = 0; k < Vectors; k++) add_lanes(s + k * V::N, acc[k]);
  }
};

// Σ vector(i, m) over the vectors of n elements, while they are in registers: m of them are there at i, and lanes
// beyond them do not count.
template <class T, class F>
DESCEND_INLINE typename SumOf<T>::State sum_of_row(long n, const F& vector) {
  using V = Vec<T>;
  constexpr int kWays = 4;  // sums side by side: one does not wait for the other
  constexpr long kGroup = kWays * V::N;
  typename SumOf<T>::State sum{}, lanes[V::N] = {};
  for (long i = 0; i < n;) {
    V acc[kWays];
    for (int k = 0; k < kWays; k++) acc[k] = V(T(0));
    const long stop = min_of(n, i + kSumDepth * kGroup);
    for (; i + kGroup <= stop; i += kGroup) {
      for (int k = 0; k < kWays; k++) acc[k] = acc[k] + vector(i + k * V::N, V::N);
    }
    for (; i + V::N <= stop; i += V::N) acc[0] = acc[0] + vector(i, V::N);
    if (i < stop) {
      T part[V::N];
      vector(i, stop - i).store(part);
      for (int k = 0; k < V::N; k++) part[k] = k < stop - i ? part[k] : T(0);
      acc[0] = acc[0] + V::load(part);
      i = stop;
    }
    for (int k = 1; k < kWays; k++) acc[0] = acc[0] + acc[k];
    SumOf<T>::add_lanes(lanes, acc[0]);
  }
  SumOf<T>::merge_lanes(sum, lanes);
  return sum;
}

// ---- the other kinds: a step for one element, from which `rows` follows ----

template <class R, class T, class S>
DESCEND_INLINE void step_rows(S* __restrict s, const T* x, const long* offset, long rows, long width, long stride,
                              long first) {
  for (long r = 0; r < rows; r++) {
    const T* row = x + offset[r];
    if (stride == 1) {
      for (long j = 0; j < width; j++) R::step(s[j], row[j], first + r);
    } else {
      for (long j = 0; j < width; j++) R::step(s[j], row[j * stride], first + r);
    }
  }
}

// Sums and products of integers are those of uint64, so that they wrap.
template <class T>
struct IntegerSumOf {
  using Input = T;
  using Output = uint64_t;
  using State = uint64_t;
  static State start(long) { return 0; }
  static DESCEND_INLINE void step(State& s, T x, long) { s += State(x); }
  static DESCEND_INLINE void add(State& s, const T* x, long n, long) {
    for (long i = 0; i < n; i++) s += State(x[i]);
  }
  static DESCEND_INLINE void rows(State* s, const T* x, const long* offset, long rows, long width, long stride,
                                  long first) {
    step_rows<IntegerSumOf>(s, x, offset, rows, width, stride, first);
  }
  static DESCEND_INLINE void merge(State& s, State later) { s += later; }
  static void finish(State s, long, Output* y) { *y = s; }
};

template <class T>
struct ProductOf {
  using Input = T;
  using Output = T;
  using State = double;
  static State start(long) { return 1; }
  static DESCEND_INLINE void step(State& s, T x, long) { s *= double(x); }
  static DESCEND_INLINE void add(State& s, const T* x, long n, long) {
    constexpr int kParts = 16;
    long i = 0;
    if (n >= kParts) {
      double part[kParts];
      for (int k = 0; k < kParts; k++) part[k] = double(x[k]);
      for (i = kParts; i + kParts <= n; i += kParts) {
        for (int k = 0; k < kParts; k++) part[k] *= double(x[i + k]);
      }
      for (int k = 0; k < kParts; k++) s *= part[k];
    }
    for (; i < n; i++) s *= double(x[i]);
  }
  static DESCEND_INLINE void rows(State* s, const T* x, const long* offset, long rows, long width, long stride,
                                  long first) {
    step_rows<ProductOf>(s, x, offset, rows, width, stride, first);
  }
  static DESCEND_INLINE void merge(State& s, State later) { s *= later; }
  static void finish(State s, long, T* y) { *y = T(s); }
};

template <class T>
struct IntegerProductOf {
  using Input = T;
  using Output = uint64_t;
  using State = uint64_t;
  static State start(long) { return 1; }
  static DESCEND_INLINE void step(State& s, T x, long) { s *= State(x); }
  static DESCEND_INLINE void add(State& s, const T* x, long n, long) {
    for (long i = 0; i < n; i++) step(s, x[i], 0);
  }
  static DESCEND_INLINE void rows(State* s, const T* x, const long* offset, long rows, long width, long stride,
                                  long first) {
    step_rows<IntegerProductOf>(s, x, offset, rows, width, stride, first);
  }
  static DESCEND_INLINE void merge(State& s, State later) { s *= later; }
  static void finish(State s, long, Output* y) { *y = s; }
};

// The largest, or with Sign = -1 the smallest. NaN is beyond all.
template <class T, int Sign>
struct ExtremeOf {
  using Input = T;
  using Output = T;
  using State = T;
  static State start(long) {
    if constexpr (kIsFloat<T>) return T(-Sign * __builtin_inf());
    if constexpr (sizeof(T) == 1) return Sign > 0 ? 0 : 255;
    if constexpr (sizeof(T) == 8) return Sign > 0 ? INT64_MIN : INT64_MAX;
    return Sign > 0 ? T(INT32_MIN) : T(INT32_MAX);
  }
  static DESCEND_INLINE bool beats(T x, T s) { return (s == s) & !(Sign > 0 ? x <= s : x >= s); }
  static DESCEND_INLINE void step(State& s, T x, long) { s = beats(x, s) ? x : s; }
  static DESCEND_INLINE void add(State& s, const T* x, long n, long) {
    long i = 0;
    if constexpr (kIsFloat<T>) {
      using V = Vec<T>;
      const auto extreme = [](V a, V b) { return Sign > 0 ? maximum(a, b) : minimum(a, b); };
      if (n >= V::N) {
        // the last vector may overlap others: taking an element in twice changes nothing
        V acc[4] = {V::load(x), V::load(x + n - V::N), V(s), V(s)};
        for (i = V::N; i + 4 * V::N <= n; i += 4 * V::N) {
          for (int k = 0; k < 4; k++) acc[k] = extreme(acc[k], V::load(x + i + k * V::N));
        }
        for (; i + V::N <= n; i += V::N) acc[0] = extreme(acc[0], V::load(x + i));
        T lanes[V::N];
        extreme(extreme(acc[0], acc[1]), extreme(acc[2], acc[3])).store(lanes);
        for (int width = V::N / 2; width > 0; width /= 2) {
          for (int k = 0; k < width; k++) step(lanes[k], lanes[k + width], 0);
        }
        step(s, lanes[0], 0);
        return;
      }
      for (; i < n; i++) step(s, x[i], 0);
    } else {
      T extreme = s;
      for (; i < n; i++) extreme = (Sign > 0 ? x[i] > extreme : x[i] < extreme) ? x[i] : extreme;
      s = extreme;
    }
  }
  static DESCEND_INLINE void rows(State* s, const T* x, const long* offset, long rows, long width, long stride,
                                  long first) {
    step_rows<ExtremeOf>(s, x, offset, rows, width, stride, first);
  }
  static DESCEND_INLINE void merge(State& s, State later) { step(s, later, 0); }
  static void finish(State s, long, T* y) { *y = s; }
};

// Where the first extreme is, counted in row-major order over the reduced dims.
template <class T, int Sign>
struct ExtremeAt {
  using Input = T;
  using Output = int32_t;
  using Value = ExtremeOf<T, Sign>;
  struct State {
    T value;
    int32_t at;
  };
  static State start(long first) { return {Value::start(0), static_cast<int32_t>(first)}; }
  static DESCEND_INLINE void step(State& s, T x, long at) {
    if (Value::beats(x, s.value)) s = {x, static_cast<int32_t>(at)};
  }
  // The extreme of a piece first; only a piece that has a new one is searched for its place.
  static DESCEND_INLINE void add(State& s, const T* x, long n, long first) {
    constexpr long kPiece = 1024;
    for (long start = 0; start < n; start += kPiece) {
      const long size = n - start < kPiece ? n - start : kPiece;
      T extreme = s.value;
      Value::add(extreme, x + start, size, 0);
      if (!Value::beats(extreme, s.value)) continue;
      // What is not equal to itself is the NaN that won.
      long i = start;
      if constexpr (sizeof(T) > 1) {
        using V = Vec<T>;
        for (; i + V::N <= start + size; i += V::N) {
          const V v = V::load(x + i);
          if (any((v == V(extreme)) | (v != v))) break;
        }
      }
      while (x[i] != extreme && x[i] == x[i]) i++;
      s = {extreme, static_cast<int32_t>(first + i)};
    }
  }
  static DESCEND_INLINE void rows(State* s, const T* x, const long* offset, long rows, long width, long stride,
                                  long first) {
    step_rows<ExtremeAt>(s, x, offset, rows, width, stride, first);
  }
  static DESCEND_INLINE void merge(State& s, const State& later) { step(s, later.value, later.at); }
  static void finish(const State& s, long, int32_t* y) { *y = s.at; }
};

// any looks for an element that is not 0, all for one that is.
template <class T, bool All>
struct FoundIn {
  using Input = T;
  using Output = uint8_t;
  using State = uint8_t;
  static State start(long) { return 0; }
  static DESCEND_INLINE void step(State& s, T x, long) { s |= (x == T(0)) == All; }
  static DESCEND_INLINE void add(State& s, const T* x, long n, long) {
    constexpr long kPiece = 1024;
    for (long start = 0; start < n && !s; start += kPiece) {
      const long end = n - start < kPiece ? n : start + kPiece;
      uint8_t found = 0;
      for (long i = start; i < end; i++) found |= (x[i] == T(0)) == All;
      s = found;
    }
  }
  static DESCEND_INLINE void rows(State* s, const T* x, const long* offset, long rows, long width, long stride,
                                  long first) {
    step_rows<FoundIn>(s, x, offset, rows, width, stride, first);
  }
  static DESCEND_INLINE void merge(State& s, State later) { s |= later; }
  static void finish(State s, long, uint8_t* y) { *y = s != All; }
};

}  // namespace
