// What attention and its gradients share: how their records are read, and the scores of a tile of queries × keys.
#pragma once
#include "../philox.h"
#include "gemm.inl"

namespace {

// Queries and keys of a tile, and of the bands in which a tile that the causal mask cuts is computed: whole vectors.
// Constants, because they decide how sums are grouped.
constexpr long kAttentionTile = 64, kAttentionBand = 16;

// Rows of a tile hold as many scores and weights.
inline long whole_bands(long keys) { return ceil_div(keys, kAttentionBand) * kAttentionBand; }

// Rows of the last dim of a tensor [batch, heads, rows, cols].
template <class T>
struct HeadRows {
  T* data;
  long batch, head, row;
  T* at(long b, long h, long i) const { return data + b * batch + h * head + i * row; }
};

template <class T>
struct Attention {
  long batch, heads, rows, keys, kv_heads, cols, v_cols;
  bool causal;
  T scale;
  double keep;               // the probability that a weight stays
  const double* state;       // seed and counter, where keep < 1
  const uint8_t* bool_mask;  // where true, a key is seen
  const T* mask;             // added to scores
  long mask_stride[4];
  HeadRows<const T> q, k, v;
  HeadRows<T> y;
  T* lse;  // contiguous

  long kv_head(long h) const { return h / (heads / kv_heads); }
  T* lse_at(long b, long h, long i) const { return lse + (b * heads + h) * rows + i; }
  // Keys that queries before `end` see.
  long keys_before(long end) const { return causal ? min_of(keys, end) : keys; }
  // Queries and keys left in a tile.
  long queries_from(long i) const { return min_of(kAttentionTile, rows - i); }
  long keys_from(long j) const { return min_of(kAttentionTile, keys - j); }
  // About as many tiles a task as pay for starting it.
  long grain(long tiles) const {
    const double flops = 4.0 * double(tiles) * kAttentionTile * double(min_of(rows, kAttentionTile)) * double(cols);
    return max_of(1, static_cast<long>(kTaskFlops / (flops + 1)));
  }
};

template <class T>
HeadRows<T> head_rows(double word, const double* strides) {
  return {address<T>(word), long(strides[0]), long(strides[1]), long(strides[2])};
}

template <class T>
Attention<T> read_attention(const double* w, const double* dims) {
  namespace at = descend::attention_word;
  Attention<T> a{};
  a.batch = long(dims[0]), a.heads = long(dims[1]), a.rows = long(dims[2]), a.keys = long(dims[3]);
  a.kv_heads = long(w[at::kvHeads]), a.cols = long(w[at::cols]), a.v_cols = long(w[at::vCols]);
  a.causal = w[at::causal] != 0;
  a.scale = T(w[at::scale]);
  a.keep = w[at::keep];
  a.state = address<const double>(w[at::state]);
  if (w[at::maskDtype] == kBool)
    a.bool_mask = address<const uint8_t>(w[at::mask]);
  else
    a.mask = address<const T>(w[at::mask]);
  for (int d = 0; d < 4; d++) a.mask_stride[d] = long(dims[20 + d]);
  a.q = head_rows<const T>(w[at::q], dims + 4);
  a.k = head_rows<const T>(w[at::k], dims + 8);
  a.v = head_rows<const T>(w[at::v], dims + 12);
  a.y = head_rows<T>(w[at::y], dims + 16);
  a.lse = address<T>(w[at::lse]);
  return a;
}

// C[m×n] (+)= A · B, inside of a task; rows of B are contiguous. Products this small would spend a seventh of their
// time on what gemm weighs before it begins.
template <class T>
int tile_product(long m, long n, long k, const T* a, long a_row, long a_col, const T* b, long b_row, T* c, long c_row,
                 bool accumulate) {
  constexpr long N = Vec<T>::N;
  if (m <= 0 || n <= 0) return kGemmOk;
  if (k > kTileDepth || (n % N != 0 && !kMaskedMoves))
    return gemm(GemmArgs<T>{m, n, k, a, a_row, a_col, b, b_row, 1L, c, c_row, nullptr, false, accumulate});
  const Panels panels(ceil_div(n, N), kTileVectors);
  for (long p = 0; p < panels.count; p++) {
    const long j = panels.begin(p) * N, cols = min_of(panels.size(p) * N, n - j);
    const int most = tile_rows(panels.size(p));
    for (long i = 0; i < m; i += most) {
      const Tile<T> t{k,       a + i * a_row, a_row,      a_col,   b + j, b_row, c + i * c_row + j, c_row, cols,
                      nullptr, false,         accumulate, nullptr, 0,     0};
      choose_tile_kernel<T>(static_cast<int>(min_of(most, m - i)), cols)(t);
    }
  }
  return kGemmOk;
}

// Where a tile lies: queries i … i + m − 1 of head h, keys j … j + n − 1.
struct TilePlace {
  long b, h, i, j, m, n;

  // Whether the causal mask cuts it: it lies on the diagonal, as tiles above have no weights.
  template <class T>
  bool cut(const Attention<T>& a) const {
    return a.causal && i == j;
  }
  // Keys that query `row` of the tile sees.
  template <class T>
  long seen(const Attention<T>& a, long row) const {
    return cut(a) ? min_of(n, row + 1) : n;
  }
  template <class T>
  long lanes(const Attention<T>& a, long row) const {
    return whole_bands(seen(a, row));
  }
};

// f(first query, queries, keys that any of them sees), for all queries of a tile.
template <class T, class F>
int in_query_bands(const Attention<T>& a, const TilePlace& t, const F& f) {
  if (!t.cut(a)) return f(0L, t.m, t.n);
  int status = kGemmOk;
  for (long i = 0; i < t.m && status == kGemmOk; i += kAttentionBand) {
    const long end = min_of(i + kAttentionBand, t.m);
    status = f(i, end - i, min_of(t.n, end));
  }
  return status;
}
// f(first key, keys, first query that sees any of them), for all keys of a tile.
template <class T, class F>
int in_key_bands(const Attention<T>& a, const TilePlace& t, const F& f) {
  if (!t.cut(a)) return f(0L, t.n, 0L);
  int status = kGemmOk;
  for (long j = 0; j < t.n && status == kGemmOk; j += kAttentionBand)
    status = f(j, min_of(kAttentionBand, t.n - j), min_of(j, t.m));
  return status;
}

// n rows of keys or values as columns: rows of kAttentionTile, times `factor`.
template <class T>
void turn_rows(const T* x, long row, long n, long cols, T factor, T* turned) {
  pack_panel(cols, static_cast<int>(n), x, row, 1, turned, static_cast<int>(kAttentionTile));
  if (factor != T(1)) map_vectors(cols * kAttentionTile, turned, turned, [&](Vec<T> v) { return v * Vec<T>(factor); });
}

// s = q kᵀ + mask, rows of kAttentionTile; -inf where a query does not see a key. `keys`: turned and scaled.
template <class T>
int attention_scores(const Attention<T>& a, const TilePlace& t, const T* keys, T* s) {
  constexpr T infinity = T(__builtin_inf());
  const T* q = a.q.at(t.b, t.h, t.i);
  const int status = in_query_bands(a, t, [&](long i, long m, long n) {
    return tile_product(m, whole_bands(n), a.cols, q + i * a.q.row, a.q.row, 1L, keys, kAttentionTile,
                        s + i * kAttentionTile, kAttentionTile, false);
  });
  if (status != kGemmOk) return status;
  const long column = a.mask_stride[3];
  for (long i = 0; i < t.m; i++, s += kAttentionTile) {
    const long seen = t.seen(a, i), lanes = t.lanes(a, i);
    const long from = t.b * a.mask_stride[0] + t.h * a.mask_stride[1] + (t.i + i) * a.mask_stride[2] + t.j * column;
    if (a.mask)
      for (long j = 0; j < seen; j++) s[j] += a.mask[from + j * column];
    if (a.bool_mask)
      for (long j = 0; j < seen; j++) s[j] = a.bool_mask[from + j * column] ? s[j] : -infinity;
    for (long j = seen; j < lanes; j += Vec<T>::N) store_few(s + j, lanes - j, Vec<T>(-infinity));
  }
  return kGemmOk;
}

// What weights are multiplied by: 1 / keep where they stay, else 0. The bits are those of a bernoulli tensor.
template <class T>
void attention_dropout(const Attention<T>& a, const TilePlace& t, T* r) {
  const uint64_t seed = static_cast<uint64_t>(a.state[0]), counter = static_cast<uint64_t>(a.state[1]);
  const uint32_t key[2] = {uint32_t(seed), uint32_t(seed >> 32)};
  const T kept = a.keep > 0 ? T(1 / a.keep) : T(0);
  for (long i = 0; i < t.m; i++, r += kAttentionTile) {
    const uint64_t first = uint64_t(((t.b * a.heads + t.h) * a.rows + t.i + i) * a.keys + t.j);
    uint32_t words[4];
    for (long j = 0; j < kAttentionTile; j++) {
      const uint64_t at = first + uint64_t(j);
      if (j == 0 || at % 4 == 0) philox(key, counter + at / 4, words);
      r[j] = double(words[at % 4] >> 8) * 0x1p-24 < a.keep ? kept : T(0);
    }
  }
}

}  // namespace
