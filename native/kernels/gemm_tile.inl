// The micro-kernel of gemm: one tile of C, at most kTileRows × kTileVectors vectors, kept in registers while k runs.
//
//            B  k × cols            for each p in 0..k-1:
//   A rows×k  [ C rows × cols ]       C[i][:] += A[i][p] * B[p][:]
//
// Nothing here depends on where the tile lies, so an element gets the same operations in the same order in whatever
// tile it falls.
#pragma once

#if defined(__clang__)
#define DESCEND_UNROLL _Pragma("clang loop unroll(full)")
#else
#define DESCEND_UNROLL _Pragma("GCC unroll 32")
#endif

namespace {

// As many accumulators as leave registers for a row of B and one element of A; enough of them (latency × multipliers of
// the core, about 8 to 10) to keep every multiplier busy. kTileDepth, the most of k summed in registers before C is
// updated, keeps a panel of B in L1 (AVX-512: in L2, which is fast enough); it is a constant because it decides how
// sums are grouped, and so the bits of a result: they are the same on all machines that share an instruction set.
#if DESCEND_VEC_BYTES == 64
// 32 registers; 8 rows because rows of C that lie 4 KiB apart share one set of L1, which holds 8 to 12 lines.
constexpr int kTileRows = 8, kTileVectors = 3;
constexpr long kTileDepth = 352;
#elif DESCEND_VEC_BYTES == 32
constexpr int kTileRows = 6, kTileVectors = 2;  // 16 registers
constexpr long kTileDepth = 256;
#elif defined(__aarch64__)
constexpr int kTileRows = 6, kTileVectors = 3;  // 32 registers, 6 of them for elements of A
constexpr long kTileDepth = 352;
#else
constexpr int kTileRows = 4, kTileVectors = 2;  // 16 registers, and a product needs one of its own
constexpr long kTileDepth = 352;
#endif

template <class T>
constexpr int kTileCols = kTileVectors* Vec<T>::N;

template <class T>
struct Tile {
  long k;
  const T* a;
  long a_row, a_col;
  const T* b;  // rows of B hold whole vectors: padded where `cols` is not a multiple and there are no masks
  long b_row;
  T* c;
  long c_row;
  long cols;      // columns of C to write
  const T* bias;  // null, or `cols` values
  bool relu;
  bool add;       // C += instead of C =
  const T* next;  // null, or `next_count` places that are wanted later: they arrive from memory meanwhile
  long next_step, next_count;
};

template <class T>
DESCEND_INLINE Vec<T> relu_keeping_nan(Vec<T> x) {
  return select(x < Vec<T>(T(0)), Vec<T>(T(0)), x);
}

// The first Count lanes; the others are 0.
template <class T, int Count>
DESCEND_INLINE Vec<T> load_lanes(const T* p) {
  Vec<T> v(T(0));
  std::memcpy(&v.v, p, Count * sizeof(T));
  return v;
}
template <class T, int Count>
DESCEND_INLINE void store_lanes(T* p, Vec<T> v) {
  std::memcpy(p, &v.v, Count * sizeof(T));
}

// Writes `count` < N columns of C from column `first` on, as two pieces of Half lanes that may overlap
// (Half ≤ count ≤ 2 Half). `sums` holds the products, `stride` elements a row.
template <class T, int Half = Vec<T>::N / 2>
void store_last_columns(const Tile<T>& t, const T* sums, long stride, int rows, long first, long count) {
  if constexpr (Half > 1) {
    if (count < Half) return store_last_columns<T, Half / 2>(t, sums, stride, rows, first, count);
  }
  const long at[2] = {first, first + count - Half};
  for (int i = 0; i < rows; i++) {
    T* c = t.c + i * t.c_row;
    Vec<T> x[2];
    for (int q = 0; q < 2; q++) {
      x[q] = Vec<T>::load(sums + i * stride + at[q]);
      if (t.add) x[q] = x[q] + load_lanes<T, Half>(c + at[q]);
      if (t.bias) x[q] = x[q] + load_lanes<T, Half>(t.bias + at[q]);
      if (t.relu) x[q] = relu_keeping_nan(x[q]);
    }
    for (int q = 0; q < 2; q++) store_lanes<T, Half>(c + at[q], x[q]);
  }
}

// The columns of C do not fill whole vectors.
template <class T>
__attribute__((noinline)) void store_partial_tile(const Tile<T>& t, const T* sums, long stride, int rows) {
  const long whole = t.cols / Vec<T>::N * Vec<T>::N;
  for (int i = 0; i < rows; i++) {
    T* c = t.c + i * t.c_row;
    for (long j = 0; j < whole; j += Vec<T>::N) {
      Vec<T> x = Vec<T>::load(sums + i * stride + j);
      if (t.add) x = x + Vec<T>::load(c + j);
      if (t.bias) x = x + Vec<T>::load(t.bias + j);
      if (t.relu) x = relu_keeping_nan(x);
      x.store(c + j);
    }
  }
  store_last_columns(t, sums, stride, rows, whole, t.cols - whole);
}

// Partial: the last vector has fewer columns, for which the instruction set has masks.
template <class T, int Rows, int Vectors, bool Partial>
void tile_kernel(const Tile<T>& t) {
  using V = Vec<T>;
  const long few = t.cols - (Vectors - 1) * V::N;
  const auto load = [&](const T* p, int v) {
    return Partial && v == Vectors - 1 ? load_first(p + v * V::N, few) : V::load(p + v * V::N);
  };
  V sum[Rows][Vectors];
  DESCEND_UNROLL
  for (int i = 0; i < Rows; i++) {
    DESCEND_UNROLL
    for (int v = 0; v < Vectors; v++) sum[i][v] = V(T(0));
  }

  if (t.k >= 64) {  // C arrives while the products are summed
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) {
      DESCEND_UNROLL
      for (int v = 0; v < Vectors; v++) __builtin_prefetch(t.c + i * t.c_row + v * V::N, 1);
    }
  }
  const long a_row = t.a_row, a_col = t.a_col, b_row = t.b_row;
  const T *a = t.a, *a8 = t.a + 8 * a_row, *b = t.b;  // two pointers: 15 row offsets would not fit in registers …
  __asm__("" : "+r"(a8));                             // … and the compiler must not see that they are related
  const T* next = t.next ? t.next : b;
  const long next_step = t.next_step, next_count = t.next ? t.next_count : 0;
  for (long p = 0; p < t.k; p++) {
    V row[Vectors];
    DESCEND_UNROLL
    for (int v = 0; v < Vectors; v++) row[v] = load(b, v);
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) {
      const V x(i < 8 ? a[i * a_row] : a8[(i - 8) * a_row]);
      DESCEND_UNROLL
      for (int v = 0; v < Vectors; v++) sum[i][v] = fma(x, row[v], sum[i][v]);
    }
    __builtin_prefetch(next);
    a += a_col;
    a8 += a_col;
    b += b_row;
    next += p < next_count ? next_step : 0;
  }

  if (!Partial && t.cols != Vectors * V::N) {
    T sums[(Rows * Vectors + 1) * V::N];  // one more: pieces are read as whole vectors
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) {
      DESCEND_UNROLL
      for (int v = 0; v < Vectors; v++) sum[i][v].store(sums + (i * Vectors + v) * V::N);
    }
    store_partial_tile(t, sums, Vectors * V::N, Rows);
    return;
  }
  if (t.add) {
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) {
      DESCEND_UNROLL
      for (int v = 0; v < Vectors; v++) sum[i][v] = sum[i][v] + load(t.c + i * t.c_row, v);
    }
  }
  if (t.bias) {
    DESCEND_UNROLL
    for (int v = 0; v < Vectors; v++) {
      const V bias = load(t.bias, v);
      DESCEND_UNROLL
      for (int i = 0; i < Rows; i++) sum[i][v] = sum[i][v] + bias;
    }
  }
  if (t.relu) {
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) {
      DESCEND_UNROLL
      for (int v = 0; v < Vectors; v++) sum[i][v] = relu_keeping_nan(sum[i][v]);
    }
  }
  DESCEND_UNROLL
  for (int i = 0; i < Rows; i++) {
    DESCEND_UNROLL
    for (int v = 0; v < Vectors; v++) {
      T* c = t.c + i * t.c_row + v * V::N;
      if (Partial && v == Vectors - 1)
        store_first(c, few, sum[i][v]);
      else
        sum[i][v].store(c);
    }
  }
}

template <class T>
using TileKernel = void (*)(const Tile<T>&);

// A single vector of columns needs eight rows to keep the multipliers busy. No more of them: those of A may share a set
// of L1.
constexpr int tile_rows(int vectors) { return vectors == 1 && kTileRows < 8 ? 2 * kTileRows : kTileRows; }

template <class T, int Vectors, bool Partial, int Rows = tile_rows(Vectors)>
TileKernel<T> tile_kernel_of(int rows) {
  if constexpr (Rows > 1) {
    if (rows < Rows) return tile_kernel_of<T, Vectors, Partial, Rows - 1>(rows);
  }
  return tile_kernel<T, Rows, Vectors, Partial>;
}

// The kernel for `rows` rows and for as many vectors as `cols` columns need.
template <class T, int Vectors = kTileVectors>
TileKernel<T> choose_tile_kernel(int rows, long cols) {
  if constexpr (Vectors > 1) {
    if (cols <= (Vectors - 1) * Vec<T>::N) return choose_tile_kernel<T, Vectors - 1>(rows, cols);
  }
  if constexpr (kMaskedMoves) {
    if (cols < Vectors * Vec<T>::N) return tile_kernel_of<T, Vectors, true>(rows);
  }
  return tile_kernel_of<T, Vectors, false>(rows);
}

// Cuts n rows (or vectors of columns) into the fewest panels of at most `most`, of sizes that differ by at most one: a
// last panel of a row or two would leave most multipliers idle.
struct Panels {
  long count, smaller, larger;  // the first `larger` panels hold smaller + 1, the others `smaller`

  Panels(long n, int most) : count((n + most - 1) / most), smaller(n / count), larger(n % count) {}
  long begin(long panel) const { return panel * smaller + (panel < larger ? panel : larger); }
  long lanes() const { return begin(count); }
  int size(long panel) const { return static_cast<int>(panel < larger ? smaller + 1 : smaller); }
};

}  // namespace
