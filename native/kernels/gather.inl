// gather and scatter: one loop over the positions of an index tensor, which names a coordinate of x or of y.
//
//   gather   y[i] = x[i, its coordinate `dim` replaced by index[i]]
//   scatter  y[i, its coordinate `dim` replaced by index[i]] meets x[i], in the order of i: see scatterModes
//
// Threads share out the coordinates of one dim. In scatter that is never `dim`, so no two of them meet in y and
// every element of y meets those of x in the order of i.
#pragma once
#include "common.inl"

namespace {

constexpr int kFrom = 0, kTo = 1, kIndex = 2;  // the operands: x, y, index

struct IndexDims {
  int ndim, dim;
  long step;  // how far apart the coordinates of `dim` lie in the operand that the index names
  double size[kMaxDims], stride[kMaxDims][3];
};

// The words of gather are the first ones of scatter.
template <int Indexed>
inline IndexDims read_index_dims(const double* w) {
  namespace at = descend::gather_word;
  IndexDims d;
  d.ndim = static_cast<int>(w[at::ndim]);
  d.dim = static_cast<int>(w[at::dim]);
  const double* list = w + (Indexed == kTo ? int(descend::scatter_word::dims) : int(at::dims));
  for (int i = 0; i < d.ndim; i++) {
    d.size[i] = list[i];
    for (int k = 0; k < 3; k++) d.stride[i][k] = list[(k + 1) * d.ndim + i];
  }
  d.step = static_cast<long>(d.stride[d.dim][Indexed]);
  d.stride[d.dim][Indexed] = 0;
  return d;
}

template <class I>
bool indices_in_range(const IndexDims& dims, const I* index, long limit) {
  Walk<1> walk;
  walk.ndim = dims.ndim;
  double total = 1;
  for (int d = 0; d < dims.ndim; d++) {
    const double size = dims.stride[d][kIndex] == 0 ? 1 : dims.size[d];  // repeated indices are looked at once
    walk.set_dim(d, size, {dims.stride[d][kIndex]});
    total *= size;
  }
  walk.start(0);
  const long step = long(dims.stride[dims.ndim - 1][kIndex]);
  for (long at = 0; at < total;) {
    const I* p = index + walk.offset[0];
    const long n = walk.left();
    bool bad = false;
    for (long i = 0; i < n; i++) bad |= p[i * step] < 0 || p[i * step] >= limit;
    if (bad) return false;
    walk.skip(n);
    at += n;
  }
  return true;
}

// Trailing dims in which the index stays the same and x and y are contiguous; `*elements` is how many elements they
// have.
inline int dims_moved_whole(const IndexDims& dims, long* elements) {
  int count = 0;
  double n = 1;
  for (int d = dims.ndim - 1; d >= 0 && d != dims.dim; d--, count++) {
    const double* stride = dims.stride[d];
    if (dims.size[d] != 1 && (stride[kIndex] != 0 || stride[kFrom] != n || stride[kTo] != n)) break;
    n *= dims.size[d];
  }
  *elements = static_cast<long>(n);
  return count;
}

// move(x, y, n) for every position: n elements side by side, n >= 1.
template <int Indexed, class T, class I, class Move>
void move_indexed(const IndexDims& dims, const T* x, T* y, const I* index, const Move& move) {
  long elements;
  const int outer = dims.ndim - dims_moved_whole(dims, &elements);  // >= 1: `dim` is among them
  Walk<3> walk;
  walk.ndim = outer;
  for (int d = 0; d < outer; d++) walk.set_dim(d, dims.size[d], dims.stride[d]);
  walk.start(0);
  const long total = product_of(dims.size, outer);
  const double* inner = dims.stride[outer - 1];
  const long from_step = long(inner[kFrom]), to_step = long(inner[kTo]), index_step = long(inner[kIndex]);
  for (long at = 0; at < total;) {
    const T* from = x + walk.offset[kFrom];
    T* to = y + walk.offset[kTo];
    const I* indices = index + walk.offset[kIndex];
    const long n = walk.left();
    const auto pass = [&](long each) {
      for (long i = 0; i < n; i++) {
        const long moved = long(indices[i * index_step]) * dims.step;
        move(from + i * from_step + (Indexed == kFrom ? moved : 0), to + i * to_step + (Indexed == kTo ? moved : 0),
             each);
      }
    };
    if (elements == 1)
      pass(1);
    else
      pass(elements);
    walk.skip(n);
    at += n;
  }
}

// The dim whose coordinates the threads share out: the outermost that is long enough, else the longest. -1: none.
inline int shared_dim(const IndexDims& dims, int indexed) {
  int longest = -1;
  for (int d = 0; d < dims.ndim; d++) {
    if (indexed == kTo && (d == dims.dim || (dims.size[d] != 1 && dims.stride[d][kTo] == 0))) continue;
    if (dims.size[d] >= 16) return d;
    if (longest < 0 || dims.size[d] > dims.size[longest]) longest = d;
  }
  return longest;
}

template <int Indexed, class T, class I, class Move>
int run_indexed(const double* w, const Move& move) {
  namespace at = descend::gather_word;
  constexpr double kGrain = 32768;
  const T* x = address<const T>(w[at::x]);
  T* y = address<T>(w[at::y]);
  const I* index = address<const I>(w[at::index]);
  const IndexDims dims = read_index_dims<Indexed>(w);
  if (!indices_in_range(dims, index, static_cast<long>(w[at::dimSize]))) return kIndexOutOfRange;

  const double total = double(product_of(dims.size, dims.ndim));
  const int shared = shared_dim(dims, Indexed);
  if (total <= kGrain || shared < 0) {
    if (total > 0) move_indexed<Indexed>(dims, x, y, index, move);
    return kOk;
  }
  const long size = static_cast<long>(dims.size[shared]);
  long grain = static_cast<long>(kGrain / (total / double(size))) + 1;
  // parts of contiguous rows are whole cache lines
  if (shared == dims.ndim - 1 && grain < 16) grain = 16;
  parallel_for(size, grain, [&](long begin, long end) {
    IndexDims part = dims;
    part.size[shared] = double(end - begin);
    const double* stride = dims.stride[shared];
    move_indexed<Indexed>(part, x + begin * long(stride[kFrom]), y + begin * long(stride[kTo]),
                          index + begin * long(stride[kIndex]), move);
  });
  return kOk;
}

template <int Indexed, class T, class Move>
int with_index_type(const double* w, const Move& move) {
  namespace at = descend::gather_word;
  if (w[at::ndim] > kMaxDims) return kNoKernel;
  switch (static_cast<int>(w[at::indexDtype])) {
    case kInt32:
      return run_indexed<Indexed, T, int32_t>(w, move);
    case kUint8:
      return run_indexed<Indexed, T, uint8_t>(w, move);
    default:
      return kNoKernel;
  }
}

// Only the bytes of an element count.
template <int Indexed, class T>
int move_bytes(const double* w) {
  return with_index_type<Indexed, T>(w, [](const T* x, T* y, long n) {
    if (n == 1)
      *y = *x;
    else
      std::memcpy(y, x, n * sizeof(T));
  });
}
template <int Indexed>
int move_elements(const double* w, double dtype) {
  switch (static_cast<int>(dtype)) {
    case kFloat32:
    case kInt32:
      return move_bytes<Indexed, uint32_t>(w);
    case kFloat64:
    case kInt64:
      return move_bytes<Indexed, uint64_t>(w);
    case kFloat16:
    case kBfloat16:
      return move_bytes<Indexed, uint16_t>(w);
    case kUint8:
    case kBool:
    case kInt8:
      return move_bytes<Indexed, uint8_t>(w);
    default:
      return kNoKernel;
  }
}

int gather_kernel(const double* w) { return move_elements<kFrom>(w, w[descend::gather_word::dtype]); }

// y[i] = f(y[i], x[i])
template <class T, class F>
int combine(const double* w, const F& f) {
  return with_index_type<kTo, T>(w, [&](const T* x, T* y, long n) {
    for (long i = 0; i < n; i++) y[i] = f(y[i], x[i]);
  });
}

// Sums and products of integers wrap: they are those of unsigned ones.
template <class T>
int combine_whole(const double* w) {
  if (w[descend::scatter_word::mode] == descend::scatter_add)
    return combine<T>(w, [](T y, T x) { return static_cast<T>(y + x); });
  return combine<T>(w, [](T y, T x) { return static_cast<T>(y * x); });
}
// NaN wins.
template <class T>
int combine_extreme(const double* w) {
  if (w[descend::scatter_word::mode] == descend::scatter_amax)
    return combine<T>(w, [](T y, T x) { return y > x || y != y ? y : x; });
  return combine<T>(w, [](T y, T x) { return y < x || y != y ? y : x; });
}

int scatter_kernel(const double* w) {
  namespace at = descend::scatter_word;
  const double dtype = w[at::dtype];
  switch (static_cast<int>(w[at::mode])) {
    case descend::scatter_replace:
      return move_elements<kTo>(w, dtype);
    case descend::scatter_add:
    case descend::scatter_prod:
      if (dtype == kInt32) return combine_whole<uint32_t>(w);
      if (dtype == kInt64) return combine_whole<uint64_t>(w);
      if (dtype == kUint8) return combine_whole<uint8_t>(w);
      return with_float_type(dtype, [&](auto t) { return combine_whole<decltype(t)>(w); });
    case descend::scatter_amax:
    case descend::scatter_amin:
      return with_type(dtype, [&](auto t) { return combine_extreme<decltype(t)>(w); });
    default:
      return kNoKernel;
  }
}

void register_gather(Kernel* table) {
  table[descend::op_gather] = gather_kernel;
  table[descend::op_scatter] = scatter_kernel;
}

}  // namespace
