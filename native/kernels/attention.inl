// Attention without its matrix of weights: a tile of queries meets one tile of keys after the other, with the largest
// score and the sum of each row so far (Milakov & Gimelshein 2018, arXiv:1805.02867; Dao et al. 2022, "FlashAttention",
// arXiv:2205.14135). The gradients make the weights of a tile anew, from the logarithms of those sums.
#pragma once
#include "attention_tile.inl"

namespace {

template <class T>
void zero_rows(T* x, long row, long m, long n) {
  for (long i = 0; i < m; i++) std::memset(x + i * row, 0, n * sizeof(T));
}

// Rows first … of a tile, as many as a vector has lanes: scores become weights e^(s − largest); the sums so far and y
// shrink where the largest grew.
template <class T>
void soften_rows(const Attention<T>& a, const TilePlace& t, long first, T* s, T* largest, T* sum, T* y) {
  using V = Vec<T>;
  constexpr T nothing = -T(__builtin_inf());
  const long count = min_of(t.m - first, V::N);
  V rows[V::N];
  for (long i = 0; i < V::N; i++) {
    rows[i] = V(nothing);
    if (i >= count) continue;
    const T* row = s + i * kAttentionTile;
    for (long j = 0; j < t.lanes(a, first + i); j += V::N) rows[i] = greater(V::load(row + j), rows[i]);
  }
  join_each(rows, [](V x, V y) { return greater(x, y); });
  const V before = V::load(largest), most = greater(rows[0], before);
  const V shift = select(most == V(nothing), V(T(0)), most), shrink = exp(before - shift);
  T shifts[V::N], shrinks[V::N];
  most.store(largest);
  shift.store(shifts);
  shrink.store(shrinks);
  for (long i = 0; i < V::N; i++) {
    rows[i] = V(T(0));
    if (i >= count) continue;
    T* row = s + i * kAttentionTile;
    for (long j = 0; j < t.lanes(a, first + i); j += V::N) {
      const V weight = exp(V::load(row + j) - V(shifts[i]));
      weight.store(row + j);
      rows[i] = rows[i] + weight;
    }
    T* to = y + i * a.y.row;
    if (t.j > 0 && shrinks[i] != T(1)) map_vectors(a.v_cols, to, to, [&](V v) { return v * V(shrinks[i]); });
  }
  sum_each(rows);
  fma(V::load(sum), shrink, rows[0]).store(sum);
}

// Room of a task: tiles, and turned keys and values.
template <class T>
struct AttentionRoom {
  T *p, *d, *r, *keys, *values;

  static constexpr long kTile = kAttentionTile * kAttentionTile;
  static long elements(const Attention<T>& a) { return 3 * kTile + (a.cols + a.v_cols) * kAttentionTile; }
  AttentionRoom(const Attention<T>& a, T* at)
      : p(at), d(p + kTile), r(d + kTile), keys(r + kTile), values(keys + a.cols * kAttentionTile) {}
};

// Queries i … of one head.
template <class T>
int attend(const Attention<T>& a, long b, long h, long i, const AttentionRoom<T>& room) {
  using V = Vec<T>;
  const long m = a.queries_from(i), end = a.keys_before(i + m);
  T *y = a.y.at(b, h, i), *s = room.p;
  T largest[kAttentionTile], sum[kAttentionTile];
  for (long k = 0; k < kAttentionTile; k++) {
    largest[k] = -T(__builtin_inf());
    sum[k] = T(0);
  }
  if (end == 0) zero_rows(y, a.y.row, m, a.v_cols);
  for (long j = 0; j < end; j += kAttentionTile) {
    const TilePlace t{b, h, i, j, m, a.keys_from(j)};
    turn_rows(a.k.at(b, a.kv_head(h), j), a.k.row, t.n, a.cols, a.scale, room.keys);
    int status = attention_scores(a, t, room.keys, s);
    if (status != kGemmOk) return status;
    for (long k = 0; k < m; k += V::N)
      soften_rows(a, t, k, s + k * kAttentionTile, largest + k, sum + k, y + k * a.y.row);
    if (a.keep < 1) {
      attention_dropout(a, t, room.r);
      for (long k = 0; k < m * kAttentionTile; k += V::N) (V::load(s + k) * V::load(room.r + k)).store(s + k);
    }
    status = in_query_bands(a, t, [&](long first, long rows, long keys) {
      return tile_product(rows, a.v_cols, keys, s + first * kAttentionTile, kAttentionTile, 1L,
                          a.v.at(b, a.kv_head(h), j), a.v.row, y + first * a.y.row, a.y.row, j > 0);
    });
    if (status != kGemmOk) return status;
  }
  T logs[kAttentionTile];
  for (long k = 0; k < kAttentionTile; k += V::N) log(V::load(sum + k)).store(logs + k);
  for (long k = 0; k < m; k++) {
    T* lse = a.lse_at(b, h, i + k);
    *lse = T(__builtin_inf());
    if (sum[k] == T(0)) continue;
    *lse = largest[k] + logs[k];
    const V divisor(sum[k]);
    map_vectors(a.v_cols, y + k * a.y.row, y + k * a.y.row, [&](V v) { return v / divisor; });
  }
  return kGemmOk;
}

template <class T>
struct AttentionGradients {
  HeadRows<const T> g;
  HeadRows<T> q, k, v;
};

// Turns keys and values j … of a head.
template <class T>
void turn_keys_and_values(const Attention<T>& a, long b, long kv, long j, const AttentionRoom<T>& room) {
  const long n = a.keys_from(j);
  turn_rows(a.k.at(b, kv, j), a.k.row, n, a.cols, a.scale, room.keys);
  turn_rows(a.v.at(b, kv, j), a.v.row, n, a.v_cols, T(1), room.values);
}

// The part of a tile in the gradients. The first tile of keys writes those of queries, later ones add to them; `first`:
// it is the first one that adds to those of its keys.
template <class T>
int attend_back(const Attention<T>& a, const AttentionGradients<T>& to, const TilePlace& t, bool to_q, bool to_kv,
                bool first, const AttentionRoom<T>& room) {
  using V = Vec<T>;
  constexpr long row = kAttentionTile;
  const long kv = a.kv_head(t.h);
  const T *g = to.g.at(t.b, t.h, t.i), *y = a.y.at(t.b, t.h, t.i), *lse = a.lse_at(t.b, t.h, t.i);
  const T *q = a.q.at(t.b, t.h, t.i), *k = a.k.at(t.b, kv, t.j);
  T *p = room.p, *d = room.d;
  int status = attention_scores(a, t, room.keys, p);
  if (status == kGemmOk) {
    status = in_query_bands(a, t, [&](long i, long m, long n) {
      return tile_product(m, whole_bands(n), a.v_cols, g + i * to.g.row, to.g.row, 1L, room.values, row, d + i * row,
                          row, false);
    });
  }
  if (status != kGemmOk) return status;
  const bool drops = a.keep < 1;
  if (drops) attention_dropout(a, t, room.r);
  for (long i = 0; i < t.m; i++) {
    V product(T(0));  // Σ g y, which is Σ of weights times their gradients
    for (long c = 0; c < a.v_cols; c += V::N)
      product = fma(load_few(g + i * to.g.row + c, a.v_cols - c), load_few(y + i * a.y.row + c, a.v_cols - c), product);
    product = V(sum_of_lanes(product));
    T *weights = p + i * row, *gradients = d + i * row, *kept = room.r + i * row;
    const long lanes = t.lanes(a, i);
    for (long j = 0; j < lanes; j += V::N) {
      const V weight = exp(V::load(weights + j) - V(lse[i]));
      V gradient = V::load(gradients + j);
      if (drops) gradient = gradient * V::load(kept + j);
      (drops ? weight * V::load(kept + j) : weight).store(weights + j);
      (weight * (gradient - product) * V(a.scale)).store(gradients + j);
    }
  }
  if (to_q) {
    T* dq = to.q.at(t.b, t.h, t.i);
    status = in_query_bands(a, t, [&](long i, long m, long n) {
      return tile_product(m, a.cols, n, d + i * row, row, 1L, k, a.k.row, dq + i * to.q.row, to.q.row, t.j > 0);
    });
  }
  if (status != kGemmOk || !to_kv) return status;
  return in_key_bands(a, t, [&](long j, long n, long i) {
    const int result = tile_product(n, a.cols, t.m - i, d + i * row + j, 1L, row, q + i * a.q.row, a.q.row,
                                    to.k.at(t.b, kv, t.j + j), to.k.row, !first);
    if (result != kGemmOk) return result;
    return tile_product(n, a.v_cols, t.m - i, p + i * row + j, 1L, row, g + i * to.g.row, to.g.row,
                        to.v.at(t.b, kv, t.j + j), to.v.row, !first);
  });
}

// Gradients of keys j … of a head, from all queries that see them; those of the queries too where `to_q`.
template <class T>
int attend_back_keys(const Attention<T>& a, const AttentionGradients<T>& to, long b, long kv, long j, bool to_q,
                     const AttentionRoom<T>& room) {
  const long n = a.keys_from(j), group = a.heads / a.kv_heads, start = a.causal ? j : 0;
  if (start >= a.rows) {
    zero_rows(to.k.at(b, kv, j), to.k.row, n, a.cols);
    zero_rows(to.v.at(b, kv, j), to.v.row, n, a.v_cols);
    return kGemmOk;
  }
  turn_keys_and_values(a, b, kv, j, room);
  for (long h = kv * group; h < (kv + 1) * group; h++) {
    for (long i = start; i < a.rows; i += kAttentionTile) {
      const TilePlace t{b, h, i, j, a.queries_from(i), n};
      const int status = attend_back(a, to, t, to_q, true, h == kv * group && i == start, room);
      if (status != kGemmOk) return status;
    }
  }
  return kGemmOk;
}

// The gradients of queries i … of a head, from all keys that they see.
template <class T>
int attend_back_queries(const Attention<T>& a, const AttentionGradients<T>& to, long b, long h, long i,
                        const AttentionRoom<T>& room) {
  const long m = a.queries_from(i), end = a.keys_before(i + m);
  if (end == 0) zero_rows(to.q.at(b, h, i), to.q.row, m, a.cols);
  for (long j = 0; j < end; j += kAttentionTile) {
    const TilePlace t{b, h, i, j, m, a.keys_from(j)};
    turn_keys_and_values(a, b, a.kv_head(h), j, room);
    const int status = attend_back(a, to, t, true, false, false, room);
    if (status != kGemmOk) return status;
  }
  return kGemmOk;
}

// f(task, room) for every task, on several threads.
template <class T, class F>
int attention_tasks(const Attention<T>& a, long tasks, long grain, const F& f) {
  int status = kOk;
  parallel_for(tasks, grain, [&](long begin, long end) {
    T* at = static_cast<T*>(descend::scratch(descend::kScratchKernel, AttentionRoom<T>::elements(a) * sizeof(T)));
    const AttentionRoom<T> room(a, at);
    int result = at ? kOk : kOutOfMemory;
    for (long task = begin; task < end && result == kOk; task++) result = f(task, room);
    if (result != kOk) __atomic_store_n(&status, result, __ATOMIC_RELAXED);
  });
  return status;
}

int attention_kernel(const double* w) {
  namespace at = descend::attention_word;
  return with_float_type(w[at::dtype], [&](auto type) {
    using T = decltype(type);
    Attention<T> a = read_attention<T>(w, w + at::dims);
    if (a.keep < 1) {
      double *state = address<double>(w[at::state]), *cell = address<double>(w[at::cell]);
      std::memcpy(state, cell, 4 * sizeof(double));
      cell[1] += static_cast<double>((a.batch * a.heads * a.rows * a.keys + 3) / 4);
    }
    const long tiles = ceil_div(a.rows, kAttentionTile);
    return attention_tasks(a, a.batch * a.heads * tiles, a.grain(ceil_div(a.keys, kAttentionTile)),
                           [&](long task, const AttentionRoom<T>& room) {
                             return attend(a, task / tiles / a.heads, task / tiles % a.heads,
                                           task % tiles * kAttentionTile, room);
                           });
  });
}

int attention_backward_kernel(const double* w) {
  namespace at = descend::attentionBackward_word;
  return with_float_type(w[at::dtype], [&](auto type) {
    using T = decltype(type);
    const double* dims = w + at::dims;
    const Attention<T> a = read_attention<T>(w, dims);
    const AttentionGradients<T> to{head_rows<const T>(w[at::g], dims + 24), head_rows<T>(w[at::dq], dims + 28),
                                   head_rows<T>(w[at::dk], dims + 32), head_rows<T>(w[at::dv], dims + 36)};
    const long key_tiles = ceil_div(a.keys, kAttentionTile), query_tiles = ceil_div(a.rows, kAttentionTile);
    const long pairs = a.batch * a.kv_heads, group = a.heads / a.kv_heads;
    // Enough heads for all threads: each makes the weights once, for all three gradients. Either way every sum has the
    // same order.
    if (pairs >= 16) {
      return attention_tasks(a, pairs, a.grain(2 * group * key_tiles * query_tiles),
                             [&](long task, const AttentionRoom<T>& room) {
                               const long b = task / a.kv_heads, kv = task % a.kv_heads;
                               if (a.keys == 0)
                                 for (long h = kv * group; h < (kv + 1) * group; h++)
                                   zero_rows(to.q.at(b, h, 0), to.q.row, a.rows, a.cols);
                               int status = kOk;
                               for (long j = 0; j < a.keys && status == kOk; j += kAttentionTile)
                                 status = attend_back_keys(a, to, b, kv, j, true, room);
                               return status;
                             });
    }
    const long of_keys = pairs * key_tiles, of_queries = a.batch * a.heads * query_tiles;
    return attention_tasks(a, of_keys + of_queries, a.grain(2 * min_of(key_tiles, query_tiles)),
                           [&](long task, const AttentionRoom<T>& room) {
                             if (task < of_keys) {
                               const long pair = task / key_tiles;
                               return attend_back_keys(a, to, pair / a.kv_heads, pair % a.kv_heads,
                                                       task % key_tiles * kAttentionTile, false, room);
                             }
                             const long tile = task - of_keys, head = tile / query_tiles;
                             return attend_back_queries(a, to, head / a.heads, head % a.heads,
                                                        tile % query_tiles * kAttentionTile, room);
                           });
  });
}

void register_attention(Kernel* table) {
  table[descend::op_attention] = attention_kernel;
  table[descend::op_attentionBackward] = attention_backward_kernel;
}

}  // namespace
