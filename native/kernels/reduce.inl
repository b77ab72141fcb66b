// Reductions over the trailing dims of a strided tensor: dims, strides and threads. What is computed is in
// reduce_kinds.inl. How the elements are cut into parts depends on sizes and strides only.
#pragma once
#include "reduce_kinds.inl"

namespace {

struct ReduceDims {
  int kept_dims, reduced_dims;
  const double *size, *stride;  // of the kept dims, then of the reduced ones
  long kept, reduced;           // numbers of elements

  DESCEND_INLINE void start_kept(Walk<1>& walk, long first) const {
    walk.ndim = kept_dims;
    for (int d = 0; d < kept_dims; d++) walk.set_dim(d, size[d], {stride[d]});
    walk.start(first);
  }
  DESCEND_INLINE void set_reduced(Walk<1>& walk) const {
    walk.ndim = reduced_dims;
    for (int d = 0; d < reduced_dims; d++) walk.set_dim(d, size[kept_dims + d], {stride[kept_dims + d]});
  }
};

// A part of the work: results [kept_begin, kept_end), each over elements [begin, end) of the reduced dims.
struct ReducePart {
  long kept_begin, kept_end, begin, end;
};

// One result after the other, for reduced elements that lie side by side or far from everything.
template <class R>
void reduce_one_by_one(const ReduceDims& dims, const typename R::Input* x, const ReducePart& part,
                       typename R::State* out) {
  constexpr long kBuffer = 512;
  typename R::Input buffer[kBuffer];
  Walk<1> kept, reduced;
  dims.start_kept(kept, part.kept_begin);
  dims.set_reduced(reduced);
  const int inner = reduced.ndim - 1;
  const long step = reduced.stride[0][inner];
  const bool in_place = step == 1 && (inner == 0 || reduced.size[inner] >= 32);
  for (long k = part.kept_begin; k < part.kept_end; k++, kept.skip(1)) {
    const typename R::Input* from = x + kept.offset[0];
    typename R::State s = R::start(part.begin);
    long at = part.begin;
    if (at < part.end) reduced.start(at);
    while (at < part.end) {
      if (in_place) {
        const long n = reduced.left() < part.end - at ? reduced.left() : part.end - at;
        R::add(s, from + reduced.offset[0], n, at);
        reduced.skip(n);
        at += n;
        continue;
      }
      long n = 0;
      while (n < kBuffer && at + n < part.end) {
        const long room = kBuffer - n < part.end - at - n ? kBuffer - n : part.end - at - n;
        const long m = reduced.left() < room ? reduced.left() : room;
        const typename R::Input* source = from + reduced.offset[0];
        for (long i = 0; i < m; i++) buffer[n + i] = source[i * step];
        reduced.skip(m);
        n += m;
      }
      R::add(s, buffer, n, at);
      at += n;
    }
    out[k - part.kept_begin] = s;
  }
}

// Many results at once, row by row of the reduced elements, for results that lie side by side.
template <class R>
void reduce_side_by_side(const ReduceDims& dims, const typename R::Input* x, const ReducePart& part,
                         typename R::State* out) {
  constexpr long kRows = 64;
  long offset[kRows];
  Walk<1> kept, reduced;
  dims.start_kept(kept, part.kept_begin);
  dims.set_reduced(reduced);
  for (long k = part.kept_begin; k < part.kept_end;) {
    const long width = kept.left() < part.kept_end - k ? kept.left() : part.kept_end - k;
    typename R::State* s = out + (k - part.kept_begin);
    for (long j = 0; j < width; j++) s[j] = R::start(part.begin);
    reduced.start(part.begin);
    for (long at = part.begin; at < part.end;) {
      long rows = 0;
      for (; rows < kRows && at + rows < part.end; rows++, reduced.skip(1)) offset[rows] = reduced.offset[0];
      R::rows(s, x + kept.offset[0], offset, rows, width, kept.stride[0][kept.ndim - 1], at);
      at += rows;
    }
    kept.skip(width);
    k += width;
  }
}

template <class R>
int reduce_with(const double* w) {
  namespace at = descend::reduce_word;
  using State = typename R::State;
  ReduceDims dims;
  const int ndim = static_cast<int>(w[at::ndim]);
  dims.kept_dims = static_cast<int>(w[at::kept]);
  dims.reduced_dims = ndim - dims.kept_dims;
  dims.size = w + at::dims;
  dims.stride = dims.size + ndim;
  dims.kept = product_of(dims.size, dims.kept_dims);
  dims.reduced = product_of(dims.size + dims.kept_dims, dims.reduced_dims);
  const auto* x = address<const typename R::Input>(w[at::x]);
  auto* y = address<typename R::Output>(w[at::y]);

  const double last_size = dims.size[dims.kept_dims - 1], last_stride = dims.stride[dims.kept_dims - 1];
  const bool side_by_side = dims.reduced > 0 && ((last_stride == 1 && last_size >= 8 && dims.stride[ndim - 1] != 1) ||
                                                 (last_size >= 16 && dims.reduced <= 16));
  const auto reduce_part = side_by_side ? reduce_side_by_side<R> : reduce_one_by_one<R>;

  constexpr long kGrain = 32768, kStrip = 1024, kFewTasks = 16;
  long grain = dims.reduced >= kGrain ? 1 : (kGrain - 1) / (dims.reduced + 1) + 1;
  // wide enough for the processor to read ahead in each row
  if (side_by_side) grain = max_of((grain + 63) / 64 * 64, 512);

  // Too few results to share out: the reduced elements are cut as well, and the parts joined in their order.
  const long chunk = max_of(2 * kGrain / dims.kept, side_by_side ? 128 : 1024);
  const long chunks = (dims.reduced + chunk - 1) / chunk;
  if (dims.kept < kFewTasks * grain && chunks > 1 && dims.kept * dims.reduced > 4 * kGrain) {
    State* partial = static_cast<State*>(descend::scratch(descend::kScratchKernel, chunks * dims.kept * sizeof(State)));
    if (!partial) return kOutOfMemory;
    parallel_for(chunks, 1, [&](long begin, long end) {
      for (long c = begin; c < end; c++) {
        const long stop = (c + 1) * chunk < dims.reduced ? (c + 1) * chunk : dims.reduced;
        reduce_part(dims, x, ReducePart{0, dims.kept, c * chunk, stop}, partial + c * dims.kept);
      }
    });
    for (long k = 0; k < dims.kept; k++) {
      State s = partial[k];
      for (long c = 1; c < chunks; c++) R::merge(s, partial[c * dims.kept + k]);
      R::finish(s, dims.reduced, y + k);
    }
    return kOk;
  }

  parallel_for(dims.kept, grain, [&](long begin, long end) {
    State s[kStrip];
    for (long k = begin; k < end; k += kStrip) {
      const long stop = end - k < kStrip ? end : k + kStrip;
      reduce_part(dims, x, ReducePart{k, stop, 0, dims.reduced}, s);
      for (long i = k; i < stop; i++) R::finish(s[i - k], dims.reduced, y + i);
    }
  });
  return kOk;
}

template <class T>
int reduce_type(const double* w) {
  const int kind = static_cast<int>(w[descend::reduce_word::kind]);
  switch (kind) {
    case descend::reduce_max:
      return reduce_with<ExtremeOf<T, 1>>(w);
    case descend::reduce_min:
      return reduce_with<ExtremeOf<T, -1>>(w);
    case descend::reduce_argmax:
      return reduce_with<ExtremeAt<T, 1>>(w);
    case descend::reduce_argmin:
      return reduce_with<ExtremeAt<T, -1>>(w);
    case descend::reduce_any:
      return reduce_with<FoundIn<T, false>>(w);
    case descend::reduce_all:
      return reduce_with<FoundIn<T, true>>(w);
    default:
      break;
  }
  if constexpr (kIsFloat<T>) {
    if (kind == descend::reduce_sum) return reduce_with<SumOf<T>>(w);
    if (kind == descend::reduce_mean) return reduce_with<SumOf<T, true>>(w);
    if (kind == descend::reduce_prod) return reduce_with<ProductOf<T>>(w);
  } else {
    if (kind == descend::reduce_sum) return reduce_with<IntegerSumOf<T>>(w);
    if (kind == descend::reduce_prod) return reduce_with<IntegerProductOf<T>>(w);
  }
  return kNoKernel;
}

int reduce_kernel(const double* w) {
  namespace at = descend::reduce_word;
  if (w[at::ndim] > kMaxDims) return kNoKernel;
  if (product_of(w + at::dims, static_cast<int>(w[at::kept])) == 0) return kOk;
  return with_type(w[at::dtype], [&](auto t) { return reduce_type<decltype(t)>(w); });
}

void register_reduce(Kernel* table) { table[descend::op_reduce] = reduce_kernel; }

}  // namespace
