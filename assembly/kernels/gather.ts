/**
 * gather and scatter: one loop over the positions of an index tensor, which names a coordinate of x or of y.
 *
 *   gather   y[i] = x[i, its coordinate `dim` replaced by index[i]]
 *   scatter  y[i, its coordinate `dim` replaced by index[i]] meets x[i], in the order of i: see scatterModes
 */
import { GatherWord, Op, ScatterMode, ScatterWord } from '../generated/opcodes';
import { bytesOf, DType, maxDims, size, Status, whole } from '../record';
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

@inline function indexBytes(w: usize): usize { return whole(w, GatherWord.indexDtype) == DType.int32 ? 4 : 1; }
/** A negative one is a large u32. */
@inline function indexAt(p: usize, bytes: usize): u32 { return bytes == 4 ? load<u32>(p) : load<u8>(p); }

/** Whether every index is in [0, limit). */
function inRange(w: usize): bool {
  const bytes = indexBytes(w);
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
  const step = strideAt(w, 3, ndim - 1) * bytes;
  for (let done: usize = 0; done < total;) {
    const n = walk.left();
    let p = size(w, GatherWord.index) + walk.a * bytes;
    for (let i: usize = 0; i < n; i++, p += step) {
      if (indexAt(p, bytes) >= limit) return false;
    }
    walk.skip(n);
    done += n;
  }
  return true;
}

/** y = x for so many bytes. */
@inline function move(from: usize, to: usize, bytes: usize): void {
  if (bytes == 4) store<u32>(to, load<u32>(from));
  else if (bytes == 8) store<u64>(to, load<u64>(from));
  else if (bytes == 1) store<u8>(to, load<u8>(from));
  else memory.copy(to, from, bytes);
}

/** y = y + x, y · x, or the larger or smaller of both, NaN winning, for n elements side by side. */
function combine<T>(from: usize, to: usize, n: usize, mode: i32): void {
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

function combineAs(dtype: i32, from: usize, to: usize, n: usize, mode: i32): void {
  switch (dtype) {
    case DType.float32: return combine<f32>(from, to, n, mode);
    case DType.float64: return combine<f64>(from, to, n, mode);
    case DType.int32: return combine<i32>(from, to, n, mode); // wraps, as does int64
    case DType.int64: return combine<i64>(from, to, n, mode);
    default: return combine<u8>(from, to, n, mode);
  }
}

/** mode: how scatter combines; gather and what replaces copy. */
function run(w: usize, mode: i32): Status {
  if (whole(w, GatherWord.ndim) > maxDims) return Status.unknownKernel;
  if (whole(w, GatherWord.indexDtype) != DType.int32 && whole(w, GatherWord.indexDtype) != DType.uint8) return Status.unknownKernel;
  if (!isHelper() && !inRange(w)) return Status.indexOutOfRange;
  const dtype = whole(w, GatherWord.dtype);
  const bytes = bytesOf(dtype);
  const eachIndex = indexBytes(w);
  const gathers = whole(w, 0) == Op.gather;
  const dim = size(w, GatherWord.dim);
  const indexed: usize = gathers ? 1 : 2;
  /** How far apart the coordinates of `dim` lie in the operand that the index names. */
  const jump = strideAt(w, indexed, dim) * bytes;

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
  const xStep = load<usize>(inner, 8) * bytes;
  const yStep = load<usize>(inner, 12) * bytes;
  const indexStep = load<usize>(inner, 16) * eachIndex;
  // scatter runs on one thread, in the order of the index: several of its values may name one place.
  const each: usize = gathers ? max<usize>(1, chunk / elements) : total;
  const chunks: usize = total == 0 ? 0 : (total + each - 1) / each;
  open(w, chunks, true);
  for (let c = next(); c < chunks; c = next()) {
    const end = min<usize>(total, (c + 1) * each);
    walk.start(c * each);
    for (let done = c * each; done < end;) {
      const n = min<usize>(walk.left(), end - done);
      let x = size(w, GatherWord.x) + walk.a * bytes;
      let y = size(w, GatherWord.y) + walk.b * bytes;
      let index = size(w, GatherWord.index) + walk.c * eachIndex;
      for (let i: usize = 0; i < n; i++, x += xStep, y += yStep, index += indexStep) {
        const moved = <usize>indexAt(index, eachIndex) * jump;
        if (gathers) move(x + moved, y, elements * bytes);
        else if (mode == ScatterMode.replace) move(x, y + moved, elements * bytes);
        else combineAs(dtype, x, y + moved, elements, mode);
      }
      walk.skip(n);
      done += n;
    }
  }
  close();
  return Status.ok;
}

export function gather(w: usize): Status {
  return run(w, ScatterMode.replace);
}

export function scatter(w: usize): Status {
  const mode = whole(w, ScatterWord.mode);
  const extreme = mode == ScatterMode.amax || mode == ScatterMode.amin;
  if (mode != ScatterMode.replace && whole(w, ScatterWord.dtype) >= DType.int8) return Status.unknownKernel;
  if (mode != ScatterMode.replace && !extreme) {
    if (mode != ScatterMode.add && mode != ScatterMode.prod) return Status.unknownKernel;
    if (whole(w, ScatterWord.dtype) == DType.bool) return Status.unknownKernel;
  }
  return run(w, mode);
}
