/**
 * softmax and logSoftmax over rows, and their gradients. The row's largest element is subtracted first, so that no exponential
 * overflows; a row of −∞ alone gives NaN, as in PyTorch.
 */
import { SoftmaxBackwardWord, SoftmaxWord } from '../generated/opcodes';
import * as double from '../math/double';
import { belowAll, expBelow } from '../math/fours';
import { exp } from '../math/index';
import { DType, size, Status, whole } from '../record';
import { room } from '../scratch';
import { close, next, open } from '../team';
import { extremeOf, sumOf } from './reduceKinds';

/** Elements of a row that stay in L1 between passes. */
export const block: usize = 512;

@inline function expBelowShift<T>(x: Vec<T>, shift: Vec<T>): Vec<T> {
  const below = V.sub<T>(x, shift);
  if (sizeof<T>() == 4) return expBelow(below);
  return exp<T>(below);
}
/** y = e^(x − shift), which is at most about 1; their sum. */
export function expShifted<T>(x: usize, y: usize, n: usize, shift: Vec<T>): f64 {
  let total: f64 = 0;
  // So many elements are added up as they are before the sum goes on in double.
  for (const part: usize = 256; n >= V.count<T>();) {
    const bytes = min<usize>(part, n & ~(V.count<T>() - 1)) * sizeof<T>();
    let sum = V.splat<T>(0);
    if (sizeof<T>() == 4) sum = belowAll(x, y, bytes, shift);
    else {
      for (let k: usize = 0; k < bytes; k += V.bytes<T>()) {
        const e = exp<T>(V.sub<T>(V.read<T>(x + k), shift));
        V.write<T>(y + k, e);
        sum = V.add<T>(sum, e);
      }
    }
    total += <f64>V.sum<T>(sum);
    n -= bytes / sizeof<T>();
    x += bytes;
    y += bytes;
  }
  if (n == 0) return total;
  V.writePart<T>(y, n, expBelowShift<T>(V.readPart<T>(x, n), shift));
  for (; n > 0; n--, y += sizeof<T>()) total += <f64>load<T>(y);
  return total;
}
export function multiplyBy<T>(y: usize, n: usize, factor: Vec<T>): void {
  for (; n >= 4 * V.count<T>(); n -= 4 * V.count<T>(), y += 4 * V.bytes<T>()) {
    V.write<T>(y, V.mul<T>(V.read<T>(y), factor));
    V.write<T>(y + V.bytes<T>(), V.mul<T>(V.read1<T>(y), factor));
    V.write<T>(y + 2 * V.bytes<T>(), V.mul<T>(V.read2<T>(y), factor));
    V.write<T>(y + 3 * V.bytes<T>(), V.mul<T>(V.read3<T>(y), factor));
  }
  for (; n >= V.count<T>(); n -= V.count<T>(), y += V.bytes<T>()) V.write<T>(y, V.mul<T>(V.read<T>(y), factor));
  if (n > 0) V.writePart<T>(y, n, V.mul<T>(V.readPart<T>(y, n), factor));
}
/** y = (x − a) − b */
export function subtract<T>(x: usize, y: usize, n: usize, a: Vec<T>, b: Vec<T>): void {
  let k: usize = 0;
  const whole = n & ~(V.count<T>() - 1);
  for (; k < whole; k += V.count<T>()) {
    V.write<T>(y + k * sizeof<T>(), V.sub<T>(V.sub<T>(V.read<T>(x + k * sizeof<T>()), a), b));
  }
  if (k == n) return;
  const last = V.readPart<T>(x + k * sizeof<T>(), n - k);
  V.writePart<T>(y + k * sizeof<T>(), n - k, V.sub<T>(V.sub<T>(last, a), b));
}

/** The largest element. A NaN among floats may be passed over: its exponential makes the sum NaN, and so the row. */
@inline function largestOf<T>(x: usize, n: usize): T {
  if (sizeof<T>() == 8) return extremeOf<T>(x, n, true);
  let a = V.splat<T>(<T>-Infinity), b = a, c = a, d = a;
  for (; n >= 4 * V.count<T>(); n -= 4 * V.count<T>(), x += 4 * V.bytes<T>()) {
    a = V.greater<T>(V.read<T>(x), a);
    b = V.greater<T>(V.read1<T>(x), b);
    c = V.greater<T>(V.read2<T>(x), c);
    d = V.greater<T>(V.read3<T>(x), d);
  }
  let most = V.extreme<T>(V.greater<T>(V.greater<T>(a, b), V.greater<T>(c, d)), true);
  for (; n > 0; n--, x += sizeof<T>()) most = max<T>(most, load<T>(x));
  return most;
}

function softmaxRow<T>(x: usize, y: usize, cols: usize, log: bool): void {
  const shift = V.splat<T>(largestOf<T>(x, cols));
  const exps = room();
  let total: f64 = 0;
  for (let k: usize = 0; k < cols; k += block) {
    const n = min<usize>(block, cols - k);
    const to = log ? exps : y + k * sizeof<T>();
    total += expShifted<T>(x + k * sizeof<T>(), to, n, shift);
  }
  if (log) subtract<T>(x, y, cols, shift, V.splat<T>(<T>double.log(total)));
  else multiplyBy<T>(y, cols, V.splat<T>(<T>(1 / total)));
}

/** dx = y (g − s), for softmax */
@inline function gradient<T>(g: Vec<T>, y: Vec<T>, s: Vec<T>, log: bool): Vec<T> {
  return log ? V.sub<T>(g, V.mul<T>(exp<T>(y), s)) : V.mul<T>(y, V.sub<T>(g, s));
}
function gradientRow<T>(g: usize, y: usize, dx: usize, n: usize, s: Vec<T>, log: bool): void {
  let k: usize = 0;
  const whole = n & ~(V.count<T>() - 1);
  if (log) {
    for (; k < whole; k += V.count<T>()) {
      const at = k * sizeof<T>();
      V.write<T>(dx + at, gradient<T>(V.read<T>(g + at), V.read<T>(y + at), s, true));
    }
  } else {
    for (; k < whole; k += V.count<T>()) {
      const at = k * sizeof<T>();
      V.write<T>(dx + at, gradient<T>(V.read<T>(g + at), V.read<T>(y + at), s, false));
    }
  }
  if (k == n) return;
  const at = k * sizeof<T>();
  const value = gradient<T>(V.readPart<T>(g + at, n - k), V.readPart<T>(y + at, n - k), s, log);
  V.writePart<T>(dx + at, n - k, value);
}
export function multiply<T>(a: usize, b: usize, y: usize, n: usize): void {
  let at: usize = 0;
  const end = n * sizeof<T>();
  for (; at + V.bytes<T>() <= end; at += V.bytes<T>()) V.write<T>(y + at, V.mul<T>(V.read<T>(a + at), V.read<T>(b + at)));
  for (; at < end; at += sizeof<T>()) store<T>(y + at, load<T>(a + at) * load<T>(b + at));
}

/** Σ g y for softmax, Σ g for logSoftmax. */
function backwardRow<T>(g: usize, y: usize, dx: usize, cols: usize, log: bool): void {
  const products = room();
  let total: f64 = 0;
  for (let k: usize = 0; k < cols; k += block) {
    const n = min<usize>(block, cols - k);
    const at = k * sizeof<T>();
    if (!log) multiply<T>(g + at, y + at, products, n);
    total += sumOf<T>(log ? g + at : products, n);
  }
  gradientRow<T>(g, y, dx, cols, V.splat<T>(<T>total), log);
}

/** Elements, at least, that one thread takes at a time. */
export const chunk: usize = 8192;

/** All rows: y = softmax of x, or with a gradient g dx = that of x. */
function eachRow<T>(w: usize, rows: usize, cols: usize, x: usize, g: usize, y: usize, dx: usize, log: bool): void {
  if (cols == 0) return;
  const each = max<usize>(1, chunk / cols);
  const chunks = (rows + each - 1) / each;
  open(w, chunks, rows * cols > chunk);
  for (let c = next(); c < chunks; c = next()) {
    const end = min<usize>(rows, (c + 1) * each);
    for (let r = c * each; r < end; r++) {
      const at = r * cols * sizeof<T>();
      if (g == 0) softmaxRow<T>(x + at, y + at, cols, log);
      else backwardRow<T>(g + at, y + at, dx + at, cols, log);
    }
  }
  close();
}
function forward<T>(w: usize): void {
  eachRow<T>(
    w,
    size(w, SoftmaxWord.rows),
    size(w, SoftmaxWord.cols),
    size(w, SoftmaxWord.x),
    0,
    size(w, SoftmaxWord.y),
    0,
    whole(w, SoftmaxWord.log) != 0,
  );
}
function backward<T>(w: usize): void {
  eachRow<T>(
    w,
    size(w, SoftmaxBackwardWord.rows),
    size(w, SoftmaxBackwardWord.cols),
    0,
    size(w, SoftmaxBackwardWord.g),
    size(w, SoftmaxBackwardWord.y),
    size(w, SoftmaxBackwardWord.dx),
    whole(w, SoftmaxBackwardWord.log) != 0,
  );
}

export function softmax(w: usize): Status {
  switch (whole(w, SoftmaxWord.dtype)) {
    case DType.float32: forward<f32>(w); return Status.ok;
    case DType.float64: forward<f64>(w); return Status.ok;
    default: return Status.unknownKernel;
  }
}
export function softmaxBackward(w: usize): Status {
  switch (whole(w, SoftmaxBackwardWord.dtype)) {
    case DType.float32: backward<f32>(w); return Status.ok;
    case DType.float64: backward<f64>(w); return Status.ok;
    default: return Status.unknownKernel;
  }
}
