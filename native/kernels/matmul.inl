// The gemm record.
#pragma once
#include "common.inl"
#include "gemm.inl"

namespace {

// Whether to write C past the caches: it is large, in none of them, and sums of few products do not hide that. It must
// not change how those are grouped.
template <class T>
bool goes_past(const GemmArgs<T>& g) {
  constexpr long kLarge = 1 << 18, kDeep = 64;
  const long bytes = g.m * g.n * long(sizeof(T));
  if (bytes < kLarge || g.c_row != g.n || g.m <= 2 * kTileRows) return false;
  return !descend::written_lately(g.c, bytes + (g.m + g.n) * g.k * long(sizeof(T))) && g.k > 0 && g.k <= kDeep;
}

template <class T>
int run_gemm(const double* w) {
  namespace at = descend::gemm_word;
  GemmArgs<T> g{};
  g.m = static_cast<long>(w[at::m]);
  g.n = static_cast<long>(w[at::n]);
  g.k = static_cast<long>(w[at::k]);
  g.a = address<T>(w[at::a]);
  g.a_row = static_cast<long>(w[at::aRow]);
  g.a_col = static_cast<long>(w[at::aCol]);
  g.b = address<T>(w[at::b]);
  g.b_row = static_cast<long>(w[at::bRow]);
  g.b_col = static_cast<long>(w[at::bCol]);
  g.c = address<T>(w[at::c]);
  g.c_row = static_cast<long>(w[at::cRow]);
  g.bias = w[at::bias] == 0 ? nullptr : address<T>(w[at::bias]);
  const int ndim = static_cast<int>(w[at::ndim]);
  if (ndim == 0) {
    g.past = goes_past(g);
    return gemm(g);
  }
  GemmBatch batch{};
  batch.dims = ndim;
  for (int d = 0; d < ndim; d++) {
    batch.size[d] = static_cast<long>(w[at::dims + d]);
    batch.a[d] = static_cast<long>(w[at::dims + ndim + d]);
    batch.b[d] = static_cast<long>(w[at::dims + 2 * ndim + d]);
    batch.c[d] = static_cast<long>(w[at::dims + 3 * ndim + d]);
  }
  return gemm_batched(g, batch);
}

int gemm_record(const double* w) {
  switch (static_cast<int>(w[descend::gemm_word::dtype])) {
    case kFloat32:
      return run_gemm<float>(w);
    case kFloat64:
      return run_gemm<double>(w);
    default:
      return kNoKernel;
  }
}

void register_gemm(Kernel* table) { table[descend::op_gemm] = gemm_record; }

}  // namespace
