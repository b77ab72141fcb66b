// Winograd's forms of kernels of 3 × 3: what one dim of a tile is transformed by; the other dim does the same.
//
//   y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A          forward, and by the input
//   g = Gᵀ [(Bᵀ d B) ⊙ (A y Aᵀ)] G          by the weights
//
// All of them add and halve only: results are as accurate as sums of products are, to a bit or two.
#pragma once
#include "common.inl"

namespace {

// f on the rows of a square, then on its columns: f(from, to) with `from` having In and `to` Out elements.
template <class T, int In, int Out, class F>
DESCEND_INLINE void both_ways(const Vec<T> (&x)[In][In], Vec<T> (&y)[Out][Out], const F& f) {
  Vec<T> rows[In][Out], column[In], result[Out];
  DESCEND_UNROLL
  for (int i = 0; i < In; i++) f(x[i], rows[i]);
  DESCEND_UNROLL
  for (int j = 0; j < Out; j++) {
    DESCEND_UNROLL
    for (int i = 0; i < In; i++) column[i] = rows[i][j];
    f(column, result);
    DESCEND_UNROLL
    for (int i = 0; i < Out; i++) y[i][j] = result[i];
  }
}

template <class T, int Side>
DESCEND_INLINE void load_square(const T* from, long row, long col, Vec<T> (&x)[Side][Side]) {
  DESCEND_UNROLL
  for (int i = 0; i < Side; i++) {
    DESCEND_UNROLL
    for (int j = 0; j < Side; j++) x[i][j] = Vec<T>::load(from + i * row + j * col);
  }
}
template <class T, int Side>
DESCEND_INLINE void store_square(const Vec<T> (&x)[Side][Side], T* to, long row, long col) {
  DESCEND_UNROLL
  for (int i = 0; i < Side; i++) {
    DESCEND_UNROLL
    for (int j = 0; j < Side; j++) x[i][j].store(to + i * row + j * col);
  }
}

// What the forms share: outputs of a tile from kIn inputs, kStep of them from tile to tile, through kProducts products.
// The weights have four transforms; where there are five products, the last two take the same one.
template <int In, int Out, int Step, int Products>
struct WinogradForm {
  static constexpr int kIn = In, kOut = Out, kStep = Step, kProducts = Products, kFrequencies = Products * Products;

  // f(frequency, first) for those that take transform w of the weights.
  template <class F>
  static DESCEND_INLINE void each_frequency(int w, const F& f) {
    const int row = w / 4, col = w % 4;
    for (int i = row; i < (row < 3 ? row + 1 : Products); i++)
      for (int j = col; j < (col < 3 ? col + 1 : Products); j++) f(i * Products + j, i == row && j == col);
  }
};
constexpr int kWinogradWeights = 16;

// A stride of 1, F(2, 3): two outputs by 4 products for 6 (Lavin & Gray, arXiv:1509.09308).
template <class T>
struct Winograd : WinogradForm<4, 2, 2, 4> {
  using V = Vec<T>;
  // Bᵀ d
  static DESCEND_INLINE void input(const V (&d)[4], V (&v)[4]) {
    v[0] = d[0] - d[2], v[1] = d[1] + d[2], v[2] = d[2] - d[1], v[3] = d[1] - d[3];
  }
  // G g
  static DESCEND_INLINE void weight(const V (&g)[3], V (&u)[4]) {
    const V half(T(0.5)), even = (g[0] + g[2]) * half, odd = g[1] * half;
    u[0] = g[0], u[1] = even + odd, u[2] = even - odd, u[3] = g[2];
  }
  // Aᵀ m
  static DESCEND_INLINE void output(const V (&m)[4], V (&y)[2]) {
    y[0] = m[0] + m[1] + m[2], y[1] = m[1] - m[2] - m[3];
  }
  // A y
  static DESCEND_INLINE void gradient(const V (&y)[2], V (&m)[4]) {
    m[0] = y[0], m[1] = y[0] + y[1], m[2] = y[0] - y[1], m[3] = -y[1];
  }
  // Gᵀ u
  static DESCEND_INLINE void weight_gradient(const V (&u)[4], V (&g)[3]) {
    const V half(T(0.5)), even = (u[1] + u[2]) * half;
    g[0] = u[0] + even, g[1] = (u[1] - u[2]) * half, g[2] = even + u[3];
  }
};

// A stride of 2: two outputs by 5 products for 6. Inputs of even places meet two of the weights, which is F(2, 2) with
// 3 products for 4; those of odd places meet the one between.
template <class T>
struct StridedWinograd : WinogradForm<5, 2, 4, 5> {
  using V = Vec<T>;
  static DESCEND_INLINE void input(const V (&d)[5], V (&v)[5]) {
    v[0] = d[0] - d[2], v[1] = d[2], v[2] = d[2] - d[4], v[3] = d[1], v[4] = d[3];
  }
  static DESCEND_INLINE void weight(const V (&g)[3], V (&u)[4]) {
    u[0] = g[0], u[1] = g[0] + g[2], u[2] = g[2], u[3] = g[1];
  }
  static DESCEND_INLINE void output(const V (&m)[5], V (&y)[2]) {
    y[0] = m[0] + m[1] + m[3], y[1] = m[1] - m[2] + m[4];
  }
  static DESCEND_INLINE void gradient(const V (&y)[2], V (&m)[5]) {
    m[0] = y[0], m[1] = y[0] + y[1], m[2] = -y[1], m[3] = y[0], m[4] = y[1];
  }
  static DESCEND_INLINE void weight_gradient(const V (&u)[4], V (&g)[3]) {
    g[0] = u[0] + u[1], g[1] = u[3], g[2] = u[1] + u[2];
  }
};

// By the input of a stride of 2 with an odd padding: of four results the first and the third meet the weight in the
// middle, the others the two beside it.
template <class T>
struct StridedWinogradInput : WinogradForm<3, 4, 2, 5> {
  using V = Vec<T>;
  static DESCEND_INLINE void input(const V (&d)[3], V (&v)[5]) {
    v[0] = d[0] - d[1], v[1] = d[1], v[2] = d[1] - d[2], v[3] = d[0], v[4] = d[1];
  }
  static DESCEND_INLINE void weight(const V (&g)[3], V (&u)[4]) { StridedWinograd<T>::weight(g, u); }
  static DESCEND_INLINE void output(const V (&m)[5], V (&x)[4]) {
    x[0] = m[3], x[1] = m[0] + m[1], x[2] = m[4], x[3] = m[1] - m[2];
  }
};

}  // namespace
