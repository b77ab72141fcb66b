/**
 * gather and scatter: one loop over the positions of an index tensor, which names a coordinate of x or of y.
 *
 *   gather   y[i] = x[i, its coordinate `dim` replaced by index[i]]
 *   scatter  y[i, its coordinate `dim` replaced by index[i]] meets x[i], in the order of i: see scatterModes
 */
import { GatherWord, Op, ScatterMode, ScatterWord } from '../generated/opcodes';
import { DType, maxDims, size, Status, whole } from '../record';
import { room } from '../scratch';
import { close, isHelper, next, open } from '../team';
import { Walk } from './walk';

/** Elements, at least, that one thread takes at a time. */
const chunk: usize = 16384;

/** The words of gather are the first ones of scatter. */
@inline function dimsOf(w: usize): usize {
  return whole(w, 0) == Op.gather ? <usize>GatherWord.dims : <usize>ScatterWord.dims;
}
@inline function sizeAt(w: usize, d: usize): usize { return size(w, dimsOf(w) + d); }
/** operand: 1 for x, 2 for y, 3 for the index */
@inline function strideAt(w: usize, operand: usize, d: usize): usize {
  return size(w, dimsOf(w) + operand * size(w, GatherWord.ndim) + d);
}

/** Whether every index is in [0, limit). */
function inRange<I>(w: usize): bool {
  const walk = changetype<Walk>(room());
  const limit = <u32>size(w, GatherWord.dimSize);
  const ndim = size(w, GatherWord.ndim);
  let total: usize = 1;
  walk.ndim = ndim;
  for (let d: usize = 0; d < ndim; d++) {
    const stride = strideAt(w, 3, d);
    const extent = sizeAt(w, d);
    const seen: usize = stride == 0 && extent > 1 ? 1 : extent; // repeated indices are looked at once
    walk.setDim(d, seen, stride, 0, 0);
    total *= seen;
  }
  walk.start(0);
  const step = strideAt(w, 3, ndim - 1) * sizeof<I>();
  for (let done: usize = 0; done < total;) {
    const n = walk.left();
    let p = size(w, GatherWord.index) + walk.a * sizeof<I>();
    for (let i: usize = 0; i < n; i++, p += step) {
      if (<u32>load<I>(p) >= limit) return false; // a negative one is a large u32
    }
    walk.skip(n);
    done += n;
  }
  return true;
}

/** y = x for n elements side by side. */
@inline function move<T>(from: usize, to: usize, n: usize): void {
  if (n == 1) store<T>(to, load<T>(from));
  else memory.copy(to, from, n * sizeof<T>());
}

/** y = y + x, y · x, or the larger or smaller of both, NaN winning, for n elements side by side. */
@inline function combine<T>(from: usize, to: usize, n: usize, mode: i32): void {
  const end = to + n * sizeof<T>();
  if (mode == ScatterMode.add && sizeof<T>() > 1) {
    for (; to + V.count<T>() * sizeof<T>() <= end; to += V.count<T>() * sizeof<T>(), from += V.count<T>() * sizeof<T>()) {
      V.write<T>(to, V.add<T>(V.read<T>(to), V.read<T>(from)));
    }
  }
  for (; to < end; to += sizeof<T>(), from += sizeof<T>()) {
    const x = load<T>(from);
    const y = load<T>(to);
    let result: T;
    if (mode == ScatterMode.add) result = <T>(y + x);
    else if (mode == ScatterMode.prod) result = <T>(y * x);
    else if (mode == ScatterMode.amax) result = y > x || y != y ? y : x;
    else result = y < x || y != y ? y : x;
    store<T>(to, result);
  }
}

/** mode: how scatter combines; gather and what replaces copy. */
function run<T, I>(w: usize, mode: i32): Status {
  if (!isHelper() && !inRange<I>(w)) return Status.indexOutOfRange;
  const gathers = whole(w, 0) == Op.gather;
  const dim = size(w, GatherWord.dim);
  const indexed: usize = gathers ? 1 : 2;
  /** How far apart the coordinates of `dim` lie in the operand that the index names. */
  const jump = strideAt(w, indexed, dim) * sizeof<T>();

  // Trailing dims in which the index stays the same and x and y are contiguous move whole.
  let outer = size(w, GatherWord.ndim);
  let elements: usize = 1;
  for (; outer - 1 > dim; outer--) {
    const d = outer - 1;
    const extent = sizeAt(w, d);
    if (extent != 1 && (strideAt(w, 3, d) != 0 || strideAt(w, 1, d) != elements || strideAt(w, 2, d) != elements)) break;
    elements *= extent;
  }

  const walk = changetype<Walk>(room());
  walk.ndim = outer;
  let total: usize = 1;
  for (let d: usize = 0; d < outer; d++) {
    const xStride: usize = d == dim && gathers ? 0 : strideAt(w, 1, d);
    const yStride: usize = d == dim && !gathers ? 0 : strideAt(w, 2, d);
    walk.setDim(d, sizeAt(w, d), xStride, yStride, strideAt(w, 3, d));
    total *= sizeAt(w, d);
  }
  if (elements == 0) return Status.ok;
  const inner = walk.dim(outer - 1);
  const xStep = load<usize>(inner, 8) * sizeof<T>();
  const yStep = load<usize>(inner, 12) * sizeof<T>();
  const indexStep = load<usize>(inner, 16) * sizeof<I>();
  // scatter runs on one thread, in the order of the index: several of its values may name one place.
  const each: usize = gathers ? max<usize>(1, chunk / elements) : total;
  const chunks: usize = total == 0 ? 0 : (total + each - 1) / each;
  open(w, chunks, true);
  for (let c = next(); c < chunks; c = next()) {
    const end = min<usize>(total, (c + 1) * each);
    walk.start(c * each);
    for (let done = c * each; done < end;) {
      const n = min<usize>(walk.left(), end - done);
      let x = size(w, GatherWord.x) + walk.a * sizeof<T>();
      let y = size(w, GatherWord.y) + walk.b * sizeof<T>();
      let index = size(w, GatherWord.index) + walk.c * sizeof<I>();
      for (let i: usize = 0; i < n; i++, x += xStep, y += yStep, index += indexStep) {
        const moved = <usize>load<I>(index) * jump;
        if (gathers) move<T>(x + moved, y, elements);
        else if (mode == ScatterMode.replace) move<T>(x, y + moved, elements);
        else combine<T>(x, y + moved, elements, mode);
      }
      walk.skip(n);
      done += n;
    }
  }
  close();
  return Status.ok;
}

function withIndex<T>(w: usize, mode: i32): Status {
  if (whole(w, GatherWord.ndim) > maxDims) return Status.unknownKernel;
  switch (whole(w, GatherWord.indexDtype)) {
    case DType.int32: return run<T, i32>(w, mode);
    case DType.uint8: return run<T, u8>(w, mode);
    default: return Status.unknownKernel;
  }
}

/** Only the bytes of an element count. */
function moveElements(w: usize): Status {
  switch (whole(w, GatherWord.dtype)) {
    case DType.float32:
    case DType.int32: return withIndex<i32>(w, ScatterMode.replace);
    case DType.float64: return withIndex<i64>(w, ScatterMode.replace);
    case DType.uint8:
    case DType.bool: return withIndex<u8>(w, ScatterMode.replace);
    default: return Status.unknownKernel;
  }
}
export function gather(w: usize): Status {
  return moveElements(w);
}

export function scatter(w: usize): Status {
  const mode = whole(w, ScatterWord.mode);
  if (mode == ScatterMode.replace) return moveElements(w);
  const extreme = mode == ScatterMode.amax || mode == ScatterMode.amin;
  if (!extreme && mode != ScatterMode.add && mode != ScatterMode.prod) return Status.unknownKernel;
  switch (whole(w, ScatterWord.dtype)) {
    case DType.float32: return withIndex<f32>(w, mode);
    case DType.float64: return withIndex<f64>(w, mode);
    case DType.int32: return withIndex<i32>(w, mode); // wraps
    case DType.uint8: return withIndex<u8>(w, mode);
    case DType.bool: return extreme ? withIndex<u8>(w, mode) : Status.unknownKernel;
    default: return Status.unknownKernel;
  }
}
