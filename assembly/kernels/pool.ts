/** Windows of planes of up to three dims: the largest element and its index, the average, and their gradients. */
import { PoolKind, PoolWord } from '../generated/opcodes';
import { DType, size, Status, whole } from '../record';
import { room } from '../scratch';
import { close, next, open } from '../team';

/** A dim of the windows: begin, end and step of the elements of one, and how many it has with padding. */
@unmanaged class Window {
  begin: i32;
  end: i32;
  step: i32;
  padded: i32;
}
@inline function dim(d: usize): Window { return changetype<Window>(room() + 16 * d); }
@inline function dimWord(w: usize, list: i32, d: i32): i32 { return whole(w, PoolWord.dims + 3 * list + d); }

/** Goes to window o of a dim. */
function setWindow(w: usize, d: i32, o: i32): void {
  const a = dim(d);
  const n = dimWord(w, 0, d);
  if (whole(w, PoolWord.adaptive) != 0) {
    const out = dimWord(w, 2, d);
    a.begin = <i32>(<i64>o * n / out);
    a.end = <i32>((<i64>(o + 1) * n + out - 1) / out);
    a.step = 1;
    a.padded = a.end - a.begin;
    return;
  }
  const padding = dimWord(w, 4, d);
  const first = o * dimWord(w, 3, d) - padding;
  a.step = dimWord(w, 5, d);
  const last = min<i32>(first + (dimWord(w, 1, d) - 1) * a.step + 1, n + padding);
  a.padded = last - first;
  a.begin = first < 0 ? first + (a.step - 1 - first) / a.step * a.step : first;
  a.end = min<i32>(last, n);
}

/** One window, the o-th of its plane. */
function window<T>(kind: i32, divisor: i32, high: i32, wide: i32, x: usize, y: usize, index: usize): void {
  const a = dim(0), b = dim(1), c = dim(2);
  let count: T = <T>((a.end - a.begin) * (b.end - b.begin) * (c.end - c.begin));
  if (divisor > 0) count = <T>divisor;
  else if (divisor < 0) count = <T>(a.padded * b.padded * c.padded);
  // What is found so far: the largest, the sum; or what each element gets.
  let value: T = kind == PoolKind.max ? <T>-Infinity : kind == PoolKind.avg ? 0 : load<T>(y) / count;
  let at = (a.begin * high + b.begin) * wide + c.begin;
  for (let i = a.begin; i < a.end; i += a.step) {
    for (let j = b.begin; j < b.end; j += b.step) {
      for (let k = c.begin; k < c.end; k += c.step) {
        const here = (i * high + j) * wide + k;
        const p = x + here * sizeof<T>();
        const element = load<T>(p);
        if (kind == PoolKind.avg) value += element;
        else if (kind == PoolKind.avgBackward) store<T>(p, element + value);
        else if (element > value || element != element) {
          value = element;
          at = here;
        }
      }
    }
  }
  if (kind == PoolKind.avgBackward) return;
  store<T>(y, kind == PoolKind.avg ? value / count : value);
  if (kind == PoolKind.max) store<i32>(index, at);
}

function run<T>(w: usize): void {
  const kind = whole(w, PoolWord.kind);
  const divisor = whole(w, PoolWord.divisor);
  const planes = size(w, PoolWord.planes);
  const high = dimWord(w, 0, 1), wide = dimWord(w, 0, 2);
  const inPlane: usize = <usize>(dimWord(w, 0, 0) * high * wide);
  const depth = dimWord(w, 2, 0), rows = dimWord(w, 2, 1), cols = dimWord(w, 2, 2);
  const outPlane: usize = <usize>(depth * rows * cols);
  const each: usize = 16384 / (inPlane + outPlane) + 1;
  const chunks = (planes + each - 1) / each;
  open(w, chunks, planes * (inPlane + outPlane) > 65536);
  for (let chunk = next(); chunk < chunks; chunk = next()) {
    const end = min<usize>(planes, (chunk + 1) * each);
    for (let plane = chunk * each; plane < end; plane++) {
      const x = size(w, PoolWord.x) + plane * inPlane * sizeof<T>();
      if (kind >= PoolKind.avgBackward) memory.fill(x, 0, inPlane * sizeof<T>());
      let o = plane * outPlane;
      if (kind == PoolKind.maxBackward) {
        for (const last = o + outPlane; o < last; o++) {
          const p = x + load<i32>(size(w, PoolWord.index) + 4 * o) * sizeof<T>();
          store<T>(p, load<T>(p) + load<T>(size(w, PoolWord.y) + o * sizeof<T>()));
        }
        continue;
      }
      for (let i: i32 = 0; i < depth; i++) {
        setWindow(w, 0, i);
        for (let j: i32 = 0; j < rows; j++) {
          setWindow(w, 1, j);
          for (let k: i32 = 0; k < cols; k++, o++) {
            setWindow(w, 2, k);
            window<T>(kind, divisor, high, wide, x, size(w, PoolWord.y) + o * sizeof<T>(), size(w, PoolWord.index) + 4 * o);
          }
        }
      }
    }
  }
  close();
}

export function pool(w: usize): Status {
  switch (whole(w, PoolWord.dtype)) {
    case DType.float32:
      run<f32>(w);
      return Status.ok;
    case DType.float64:
      run<f64>(w);
      return Status.ok;
    default:
      return Status.unknownKernel;
  }
}
