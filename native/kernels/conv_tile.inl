// The micro-kernels of convolutions: those of gemm, but one operand lies spread over planes, at distances from a list.
#pragma once
#include "gemm_tile.inl"

namespace {

struct VectorPlace {
  long b, c;
};

template <class T>
struct ConvTile {
  long k;
  const T *a, *b;
  const int32_t* at;  // where the rows of B begin, or those of A
  long b_row;         // where those of B are not listed
  T* c;               // whole vectors
  long c_row;
  bool add;
  // Where rows of B are listed, where their vectors lie and where those of C, and what rows of C are added: null for
  // nothing.
  const VectorPlace* vectors;
  const T* bias;
};

// A is packed, Rows elements for each p; row p of B begins at b + at[p].
struct ListedB {
  template <class T, int Rows, int Vectors>
  static void run(const ConvTile<T>& t) {
    using V = Vec<T>;
    V sum[Rows][Vectors];
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) {
      DESCEND_UNROLL
      for (int v = 0; v < Vectors; v++) sum[i][v] = V(T(0));
    }
    const T* a = t.a;
    for (long p = 0; p < t.k; p++, a += Rows) {
      const T* b = t.b + t.at[p];
      V row[Vectors];
      DESCEND_UNROLL
      for (int v = 0; v < Vectors; v++) row[v] = V::load(b + t.vectors[v].b);
      DESCEND_UNROLL
      for (int i = 0; i < Rows; i++) {
        const V x(a[i]);
        DESCEND_UNROLL
        for (int v = 0; v < Vectors; v++) sum[i][v] = fma(x, row[v], sum[i][v]);
      }
    }
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) {
      T* const c = t.c + i * t.c_row;
      const V bias(t.bias ? t.bias[i] : T(0));
      DESCEND_UNROLL
      for (int v = 0; v < Vectors; v++) {
        T* const to = c + t.vectors[v].c;
        ((t.add ? V::load(to) : bias) + sum[i][v]).store(to);
      }
    }
  }
};

// Row i of A begins at a + at[i] and is contiguous; B is packed, b_row elements for each p.
struct ListedA {
  template <class T, int Rows, int Vectors>
  static void run(const ConvTile<T>& t) {
    using V = Vec<T>;
    V sum[Rows][Vectors];
    const T* a[Rows];
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) {
      a[i] = t.a + t.at[i];
      DESCEND_UNROLL
      for (int v = 0; v < Vectors; v++) sum[i][v] = V(T(0));
    }
    const T* b = t.b;
    for (long p = 0; p < t.k; p++, b += t.b_row) {
      V row[Vectors];
      DESCEND_UNROLL
      for (int v = 0; v < Vectors; v++) row[v] = V::load(b + v * V::N);
      DESCEND_UNROLL
      for (int i = 0; i < Rows; i++) {
        const V x(a[i][p]);
        DESCEND_UNROLL
        for (int v = 0; v < Vectors; v++) sum[i][v] = fma(x, row[v], sum[i][v]);
      }
    }
    DESCEND_UNROLL
    for (int i = 0; i < Rows; i++) {
      DESCEND_UNROLL
      for (int v = 0; v < Vectors; v++) {
        T* const c = t.c + i * t.c_row + v * V::N;
        (t.add ? V::load(c) + sum[i][v] : sum[i][v]).store(c);
      }
    }
  }
};

template <class T>
using ConvTileKernel = void (*)(const ConvTile<T>&);

template <class Kind, class T, int Vectors, int Rows = kTileRows>
ConvTileKernel<T> conv_tile_of(int rows) {
  if constexpr (Rows > 1) {
    if (rows < Rows) return conv_tile_of<Kind, T, Vectors, Rows - 1>(rows);
  }
  return Kind::template run<T, Rows, Vectors>;
}

template <class Kind, class T, int Vectors = kTileVectors>
ConvTileKernel<T> choose_conv_tile(int rows, int vectors) {
  if constexpr (Vectors > 1) {
    if (vectors < Vectors) return choose_conv_tile<Kind, T, Vectors - 1>(rows, vectors);
  }
  return conv_tile_of<Kind, T, Vectors>(rows);
}

}  // namespace
