// The gates of one time step of RNN, LSTM and GRU, and their gradients. What is a product of matrices is not here.
#pragma once
#include "common.inl"

namespace {

// Rows of one step in tensors that hold all steps one after the other.
struct RecurrentStep {
  int kind;
  long rows, hidden, at, before, after, product_at, gates;

  explicit RecurrentStep(const double* w) {
    namespace at_word = descend::recurrent_word;  // recurrentBackward begins with the same words
    kind = static_cast<int>(w[at_word::kind]);
    rows = static_cast<long>(w[at_word::rows]);
    hidden = static_cast<long>(w[at_word::hidden]);
    at = static_cast<long>(w[at_word::at]);
    before = static_cast<long>(w[at_word::before]);
    after = static_cast<long>(w[at_word::after]);
    product_at = static_cast<long>(w[at_word::productAt]);
    gates = kind == descend::recurrent_lstm ? 4 : kind == descend::recurrent_gru ? 3 : 1;
  }
  // Row r of the rows that begin at `first`, of `width` times hidden elements each.
  template <class T>
  T* row(T* p, long first, long r, long width) const {
    return p ? p + (first + r) * width * hidden : nullptr;
  }
  // f(row, first element, elements left) for every vector of every row
  template <class T, class F>
  void each(const F& f) const {
    parallel_for(rows, 2048 / hidden + 1, [&](long begin, long end) {
      for (long r = begin; r < end; r++) {
        for (long j = 0; j < hidden; j += Vec<T>::N) f(r, j, hidden - j);
      }
    });
  }
};

template <class T>
struct RecurrentForward {
  const RecurrentStep& s;
  T* gates;
  const T* product;
  T *h, *c;
  using V = Vec<T>;

  void operator()(long r, long j, long n) const {
    T* a = s.row(gates, s.at, r, s.gates) + j;
    const T* p = s.row(product, s.product_at, r, s.gates) + j;
    T* to = s.row(h, s.after, r, 1) + j;
    const auto sum = [&](long gate) { return load_few(a + gate * s.hidden, n) + load_few(p + gate * s.hidden, n); };
    const auto keep = [&](long gate, V v) { store_few(a + gate * s.hidden, n, v); };
    if (s.kind == descend::recurrent_lstm) {
      const V i = sigmoid(sum(0)), f = sigmoid(sum(1)), g = tanh(sum(2)), o = sigmoid(sum(3));
      const V next = fma(f, load_few(s.row(c, s.before, r, 1) + j, n), i * g);
      store_few(s.row(c, s.after, r, 1) + j, n, next);
      store_few(to, n, o * tanh(next));
      keep(0, i), keep(1, f), keep(2, g), keep(3, o);
    } else if (s.kind == descend::recurrent_gru) {
      const V reset = sigmoid(sum(0)), z = sigmoid(sum(1));
      const V fresh = tanh(fma(reset, load_few(p + 2 * s.hidden, n), load_few(a + 2 * s.hidden, n)));
      store_few(to, n, fma(z, load_few(s.row(h, s.before, r, 1) + j, n) - fresh, fresh));
      keep(0, reset), keep(1, z), keep(2, fresh);
    } else if (s.kind == descend::recurrent_tanh) {
      store_few(to, n, tanh(sum(0)));
    } else {
      store_few(to, n, relu(sum(0)));
    }
  }
  static DESCEND_INLINE V relu(V v) { return select(v < V(T(0)), V(T(0)), v); }
};

template <class T>
struct RecurrentBackward {
  const RecurrentStep& s;
  const T *gates, *product, *h, *c, *dh, *dc, *through;
  T *carry, *dgates, *dproduct;
  using V = Vec<T>;

  void operator()(long r, long j, long n) const {
    const V one(T(1));
    const T* a = s.row(gates, s.at, r, s.gates) + j;
    T* da = s.row(dgates, s.at, r, s.gates) + j;
    T* back = s.row(carry, 0, r, 1) + j;
    const auto gate = [&](long k) { return load_few(a + k * s.hidden, n); };
    const auto give = [&](T* to, long k, V v) { store_few(to + k * s.hidden, n, v); };
    V g = load_few(s.row(through, 0, r, 1) + j, n);
    if (dh) g = g + load_few(s.row(dh, s.at, r, 1) + j, n);
    if (s.kind == descend::recurrent_lstm) {
      const V i = gate(0), f = gate(1), fresh = gate(2), o = gate(3);
      const V t = tanh(load_few(s.row(c, s.after, r, 1) + j, n));
      V d = fma(g * o, one - t * t, load_few(back, n));
      if (dc) d = d + load_few(s.row(dc, s.at, r, 1) + j, n);
      give(da, 0, d * fresh * (i * (one - i)));
      give(da, 1, d * load_few(s.row(c, s.before, r, 1) + j, n) * (f * (one - f)));
      give(da, 2, d * i * (one - fresh * fresh));
      give(da, 3, g * t * (o * (one - o)));
      store_few(back, n, d * f);
    } else if (s.kind == descend::recurrent_gru) {
      g = g + load_few(back, n);
      const V reset = gate(0), z = gate(1), fresh = gate(2);
      const V d = g * (one - z) * (one - fresh * fresh);
      const V dr = d * load_few(s.row(product, s.product_at, r, 3) + 2 * s.hidden + j, n) * (reset * (one - reset));
      const V dz = g * (load_few(s.row(h, s.before, r, 1) + j, n) - fresh) * (z * (one - z));
      T* dp = s.row(dproduct, s.at, r, 3) + j;
      give(da, 0, dr), give(da, 1, dz), give(da, 2, d);
      give(dp, 0, dr), give(dp, 1, dz), give(dp, 2, d * reset);
      store_few(back, n, g * z);
    } else {
      const V y = load_few(s.row(h, s.after, r, 1) + j, n);
      const bool smooth = s.kind == descend::recurrent_tanh;
      give(da, 0, smooth ? g * (one - y * y) : select(y > V(T(0)), g, V(T(0))));
    }
  }
};

int recurrent_kernel(const double* w) {
  namespace at = descend::recurrent_word;
  const RecurrentStep s(w);
  return with_float_type(w[at::dtype], [&](auto t) {
    using T = decltype(t);
    s.each<T>(RecurrentForward<T>{s, address<T>(w[at::gates]), address<const T>(w[at::product]), address<T>(w[at::h]),
                                  address<T>(w[at::c])});
    return int(kOk);
  });
}

int recurrent_backward_kernel(const double* w) {
  namespace at = descend::recurrentBackward_word;
  const RecurrentStep s(w);
  return with_float_type(w[at::dtype], [&](auto t) {
    using T = decltype(t);
    s.each<T>(RecurrentBackward<T>{s, address<const T>(w[at::gates]), address<const T>(w[at::product]),
                                   address<const T>(w[at::h]), address<const T>(w[at::c]), address<const T>(w[at::dh]),
                                   address<const T>(w[at::dc]), address<const T>(w[at::through]),
                                   address<T>(w[at::carry]), address<T>(w[at::dgates]), address<T>(w[at::dproduct])});
    return int(kOk);
  });
}

void register_recurrent(Kernel* table) {
  table[descend::op_recurrent] = recurrent_kernel;
  table[descend::op_recurrentBackward] = recurrent_backward_kernel;
}

}  // namespace
