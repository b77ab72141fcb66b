/**
 * Reductions over the trailing dims of a strided tensor: dims and strides. What is computed is in reduceKinds.ts. How the elements
 * are cut into parts depends on sizes and strides only.
 */
import { ReduceKind, ReduceWord } from '../generated/opcodes';
import { codeOf, DType, maxDims, product, size, Status, whole } from '../record';
import { room } from '../scratch';
import { close, leaderRoom, next, open } from '../team';
import { add, begin, finish, merge, rows, stateBytes } from './reduceKinds';
import { Walk, walkBytes } from './walk';

// The scratch room: two walks, a buffer for elements that lie apart (or the offsets of rows), the states.
const bufferAt: usize = 2 * walkBytes;
const bufferElements: usize = 512;
const statesAt: usize = bufferAt + 8 * bufferElements;
/** The most results per round, and the least elements. */
const strip: usize = 1024;
const stripElements: usize = 32768;
/** Parts that the reduced elements are cut into where there are few results. */
const mostChunks: usize = 64;

@inline function keptWalk(): Walk { return changetype<Walk>(room()); }
@inline function reducedWalk(): Walk { return changetype<Walk>(room() + walkBytes); }

function setWalk(walk: Walk, w: usize, from: usize, to: usize): void {
  const ndim = size(w, ReduceWord.ndim);
  walk.ndim = to - from;
  for (let d = from; d < to; d++) {
    walk.setDim(d - from, size(w, <usize>ReduceWord.dims + d), size(w, <usize>ReduceWord.dims + ndim + d), 0, 0);
  }
}

/** One result after the other, for reduced elements that lie side by side or far from everything. */
function oneByOne<T>(kind: i32, x: usize, keptBegin: usize, keptEnd: usize, first: usize, end: usize, states: usize): void {
  const kept = keptWalk();
  const reduced = reducedWalk();
  const buffer = room() + bufferAt;
  const each = stateBytes<T>(kind);
  const inner = reduced.dim(reduced.ndim - 1);
  const scalar = reduced.ndim == 0;
  const step: usize = scalar ? 1 : load<usize>(inner, 8);
  const inPlace = !scalar && step == 1 && (reduced.ndim == 1 || load<usize>(inner) >= 32);
  if (kept.ndim > 0) kept.start(keptBegin);
  for (let k = keptBegin; k < keptEnd; k++, states += each) {
    const from = x + (kept.ndim > 0 ? kept.a * sizeof<T>() : 0);
    begin<T>(kind, states, first);
    if (scalar) {
      if (first < end) add<T>(kind, states, from, 1, 0);
    } else if (first < end) {
      reduced.start(first);
      for (let at = first; at < end;) {
        if (inPlace) {
          const n = min<usize>(reduced.left(), end - at);
          add<T>(kind, states, from + reduced.a * sizeof<T>(), n, at);
          reduced.skip(n);
          at += n;
          continue;
        }
        let n: usize = 0;
        while (n < bufferElements && at + n < end) {
          const m = min<usize>(reduced.left(), min<usize>(bufferElements - n, end - at - n));
          let source = from + reduced.a * sizeof<T>();
          for (let i = n; i < n + m; i++, source += step * sizeof<T>()) store<T>(buffer + i * sizeof<T>(), load<T>(source));
          reduced.skip(m);
          n += m;
        }
        add<T>(kind, states, buffer, n, at);
        at += n;
      }
    }
    if (kept.ndim > 0) kept.skip(1);
  }
}

/** Many results at once, row by row of the reduced elements, for results that lie side by side. */
function sideBySide<T>(kind: i32, x: usize, keptBegin: usize, keptEnd: usize, first: usize, end: usize, states: usize): void {
  const kept = keptWalk();
  const reduced = reducedWalk();
  const offsets = room() + bufferAt;
  const each = stateBytes<T>(kind);
  const step = load<usize>(kept.dim(kept.ndim - 1), 8);
  kept.start(keptBegin);
  for (let k = keptBegin; k < keptEnd;) {
    const width = min<usize>(kept.left(), keptEnd - k);
    for (let j: usize = 0; j < width; j++) begin<T>(kind, states + j * each, first);
    if (first < end) reduced.start(first);
    for (let at = first; at < end;) {
      let n: usize = 0;
      for (; n < 64 && at + n < end; n++, reduced.skip(1)) store<usize>(offsets + 4 * n, reduced.a * sizeof<T>());
      rows<T>(kind, states, x + kept.a * sizeof<T>(), offsets, n, width, step, at);
      at += n;
    }
    kept.skip(width);
    k += width;
    states += width * each;
  }
}

function run<T>(w: usize): Status {
  const kind = whole(w, ReduceWord.kind);
  const ndim = size(w, ReduceWord.ndim);
  const keptDims = size(w, ReduceWord.kept);
  const kept = product(w, ReduceWord.dims, <i32>keptDims);
  const reduced = product(w, <usize>ReduceWord.dims + keptDims, <i32>(ndim - keptDims));
  const x = size(w, ReduceWord.x);
  const y = size(w, ReduceWord.y);
  setWalk(keptWalk(), w, 0, keptDims);
  setWalk(reducedWalk(), w, keptDims, ndim);

  let side = false;
  if (keptDims > 0 && reduced > 0 && ndim > keptDims) {
    const last = keptWalk().dim(keptDims - 1);
    const apart = load<usize>(reducedWalk().dim(ndim - keptDims - 1), 8) != 1;
    side = (load<usize>(last, 8) == 1 && load<usize>(last) >= 8 && apart) || (load<usize>(last) >= 16 && reduced <= 16);
  }
  const each = stateBytes<T>(kind);
  const total = <f64>kept * <f64>reduced;

  // Few results over many elements: these are cut as well, and the parts joined in their order. Threads share them.
  if (kept <= strip && reduced >= 2048 && total > 131072) {
    const chunk = max<usize>(1024, (reduced + mostChunks - 1) / mostChunks);
    const chunks = (reduced + chunk - 1) / chunk;
    const states = leaderRoom() + statesAt;
    open(w, chunks, true);
    for (let c = next(); c < chunks; c = next()) {
      const part = states + c * kept * each;
      const end = min<usize>((c + 1) * chunk, reduced);
      if (side) sideBySide<T>(kind, x, 0, kept, c * chunk, end, part);
      else oneByOne<T>(kind, x, 0, kept, c * chunk, end, part);
    }
    if (!close()) return Status.ok;
    const stop = states + chunks * kept * each;
    for (let k: usize = 0; k < kept; k++) {
      const s = states + k * each;
      for (let p = s + kept * each; p < stop; p += kept * each) merge<T>(kind, s, p);
      finish<T>(kind, s, reduced, y, k);
    }
    return Status.ok;
  }
  const states = room() + statesAt;
  const width = min<usize>(strip, max<usize>(side ? 256 : 8, stripElements / max<usize>(reduced, 1)));
  const strips = (kept + width - 1) / width;
  open(w, strips, total > 65536);
  for (let c = next(); c < strips; c = next()) {
    const k = c * width;
    const stop = min<usize>(k + width, kept);
    if (side) sideBySide<T>(kind, x, k, stop, 0, reduced, states);
    else oneByOne<T>(kind, x, k, stop, 0, reduced, states);
    for (let i = k; i < stop; i++) finish<T>(kind, states + (i - k) * each, reduced, y, i);
  }
  close();
  return Status.ok;
}

export function reduce(w: usize): Status {
  const kind = whole(w, ReduceWord.kind);
  const dtype = whole(w, ReduceWord.dtype);
  if (kind < 0 || kind > ReduceKind.all || whole(w, ReduceWord.ndim) > maxDims) return Status.unknownKernel;
  if (kind == ReduceKind.mean && dtype != DType.float32 && dtype != DType.float64) return Status.unknownKernel;
  if (product(w, ReduceWord.dims, whole(w, ReduceWord.kept)) == 0) return Status.ok;
  switch (dtype) {
    case codeOf<f32>(): return run<f32>(w);
    case codeOf<f64>(): return run<f64>(w);
    case codeOf<i32>(): return run<i32>(w);
    case codeOf<i64>(): return run<i64>(w);
    case DType.uint8:
    case DType.bool: return run<u8>(w);
    default: return Status.unknownKernel;
  }
}
