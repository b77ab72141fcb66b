/**
 * Normalisation and its gradient. What has moments of its own, a unit, is one row of x or a channel over several runs of it. Sums are
 * f64; what the mean loses when it is rounded comes off the variance.
 */
import { NormBackwardWord, NormWord } from '../generated/opcodes';
import { DType, size, Status, whole, word } from '../record';
import { room, scratch } from '../scratch';
import { close, next, open } from '../team';
import { readFew as read, writeFew as write } from './parts';
import { squaresOf, sumOf } from './reduceKinds';

/** Elements of a row that stay in L1 between passes. */
const block: usize = 512;

// normBackward begins with the same words.
@inline function colsOf(w: usize): usize { return size(w, NormWord.k) * size(w, NormWord.inner); }
@inline function unitsOf(w: usize): usize { return size(w, NormWord.samples) * size(w, NormWord.groups); }
@inline function countOf(w: usize): f64 { return <f64>(size(w, NormWord.runs) * colsOf(w)); }
@inline function scaleOf<T>(w: usize, variance: usize): T {
  return <T>(1 / Math.sqrt(<f64>load<T>(variance) + word(w, NormWord.eps)));
}

/** Σ x over a unit, or Σ (x − m)². */
function total<T>(w: usize, x: usize, squares: bool, m: T): f64 {
  const cols = colsOf(w);
  const step = unitsOf(w) * cols * sizeof<T>();
  let sum: f64 = 0;
  for (let r = size(w, NormWord.runs); r > 0; r--, x += step) {
    if (!squares) {
      sum += sumOf<T>(x, cols);
      continue;
    }
    sum += squaresOf<T>(x, cols, m);
  }
  return sum;
}

/** y = (x − m) · factor + shift; factors and shifts are numbers, or vectors of which there is one for each element. */
function apply<T>(x: usize, y: usize, n: usize, m: T, scale: T, weight: usize, bias: usize, each: bool): void {
  const center = V.splat<T>(m);
  const factor = V.splat<T>(weight != 0 && !each ? scale * load<T>(weight) : scale);
  const shift = V.splat<T>(bias != 0 && !each ? load<T>(bias) : <T>0);
  if (!each) weight = bias = 0;
  let at: usize = 0;
  for (; n >= V.count<T>(); n -= V.count<T>(), at += V.bytes<T>()) {
    applyTo<T>(x, y, at, V.count<T>(), center, factor, shift, weight, bias);
  }
  if (n > 0) applyTo<T>(x, y, at, n, center, factor, shift, weight, bias);
}
@inline function applyTo<T>(x: usize, y: usize, at: usize, n: usize, center: Vec<T>, factor: Vec<T>, shift: Vec<T>, weight: usize, bias: usize): void {
  if (weight != 0) factor = V.mul<T>(factor, read<T>(weight + at, n));
  if (bias != 0) shift = read<T>(bias + at, n);
  write<T>(y + at, n, V.fma<T>(V.sub<T>(read<T>(x + at, n), center), factor, shift));
}

/** The address of element i, 0 where there is no operand. */
@inline function element<T>(operand: usize, i: usize): usize { return operand == 0 ? 0 : operand + i * sizeof<T>(); }

function forward<T>(w: usize): void {
  const units = unitsOf(w);
  const cols = colsOf(w);
  const k = size(w, NormWord.k);
  const inner = size(w, NormWord.inner);
  const runs = size(w, NormWord.runs);
  const per = <usize>8192 / (runs * cols + 1) + 1;
  const chunks = (units + per - 1) / per;
  open(w, chunks, units * runs * cols > 8192);
  for (let c = next(); c < chunks; c = next()) {
    for (let u = c * per; u < min<usize>(units, (c + 1) * per); u++) {
      const x = size(w, NormWord.x) + u * cols * sizeof<T>();
      const y = size(w, NormWord.y) + u * cols * sizeof<T>();
      const mean = size(w, NormWord.mean) + u * sizeof<T>();
      const variance = size(w, NormWord.variance) + u * sizeof<T>();
      const center = whole(w, NormWord.centered) != 0 ? total<T>(w, x, false, 0) / countOf(w) : 0;
      const m = <T>center;
      const lost = center - <f64>m;
      const found = total<T>(w, x, true, m) / countOf(w) - lost * lost;
      store<T>(mean, m);
      store<T>(variance, <T>(found < 0 ? 0 : found));
      const first = (u % size(w, NormWord.groups)) * k;
      const weight = element<T>(size(w, NormWord.weight), first);
      const bias = element<T>(size(w, NormWord.bias), first);
      const scale = scaleOf<T>(w, variance);
      if (inner == 1) {
        apply<T>(x, y, cols, m, scale, weight, bias, true);
        continue;
      }
      for (let r: usize = 0; r < runs; r++) {
        for (let i: usize = 0; i < k; i++) {
          const at = (r * units * cols + i * inner) * sizeof<T>();
          apply<T>(x + at, y + at, inner, m, scale, element<T>(weight, i), element<T>(bias, i), false);
        }
      }
    }
  }
  close();
}

/** sums[i] += the lanes of v. */
function addWide<T>(sums: usize, n: usize, v: Vec<T>): void {
  if (V.count<T>() == 4 && n >= 4) {
    V.write<f64>(sums, V.add<f64>(V.read<f64>(sums), V.lowHalf(v)));
    V.write<f64>(sums + 16, V.add<f64>(V.read<f64>(sums + 16), V.highHalf(v)));
    return;
  }
  V.write<T>(scratch, v);
  for (let i: usize = 0; i < min<usize>(n, V.count<T>()); i++) {
    store<f64>(sums + 8 * i, load<f64>(sums + 8 * i) + <f64>load<T>(scratch + i * sizeof<T>()));
  }
}

let sum: f64 = 0;
let product: f64 = 0;

/** sum = Σ g·w and product = Σ g·w·h of n elements, h = (x − m) · scale; without weights where there is not one for each. */
function measure<T>(g: usize, x: usize, n: usize, weight: usize, m: T, scale: T): void {
  const other = room() + block * sizeof<T>();
  sum = 0;
  product = 0;
  for (let k: usize = 0; k < n; k += block) {
    const size = min<usize>(block, n - k);
    for (let i: usize = 0; i < size; i += V.count<T>()) {
      const at = (k + i) * sizeof<T>();
      let v = read<T>(g + at, size - i);
      if (weight != 0) v = V.mul<T>(v, read<T>(weight + at, size - i));
      const h = V.mul<T>(V.sub<T>(read<T>(x + at, size - i), V.splat<T>(m)), V.splat<T>(scale));
      V.write<T>(room() + i * sizeof<T>(), v);
      V.write<T>(other + i * sizeof<T>(), V.mul<T>(v, h));
    }
    sum += sumOf<T>(room(), size);
    product += sumOf<T>(other, size);
  }
}

/** dx = g · factor − (h · slope + minus); with `each`, weight has a factor for each element and work takes its sums. */
function descend<T>(g: usize, x: usize, dx: usize, n: usize, m: T, scale: T, slope: T, minus: T, each: bool, weight: usize, work: usize, weights: usize): void {
  let factor = V.splat<T>(!each && weight != 0 ? scale * load<T>(weight) : scale);
  for (let i: usize = 0; i < n; i += V.count<T>()) {
    const at = i * sizeof<T>();
    const v = read<T>(g + at, n - i);
    const h = V.mul<T>(V.sub<T>(read<T>(x + at, n - i), V.splat<T>(m)), V.splat<T>(scale));
    if (each && weight != 0) factor = V.mul<T>(read<T>(weight + at, n - i), V.splat<T>(scale));
    write<T>(dx + at, n - i, V.sub<T>(V.mul<T>(v, factor), V.fma<T>(h, V.splat<T>(slope), V.splat<T>(minus))));
    if (!each || work == 0) continue;
    addWide<T>(work + 8 * i, n - i, V.mul<T>(v, h));
    addWide<T>(work + 8 * (weights + i), n - i, v);
  }
}

function backwardUnit<T>(w: usize, u: usize, work: usize): void {
  const cols = colsOf(w);
  const inner = size(w, NormWord.inner);
  const each = inner == 1;
  const weights = size(w, NormWord.groups) * size(w, NormWord.k);
  const first = (u % size(w, NormWord.groups)) * size(w, NormWord.k);
  const weight = element<T>(size(w, NormBackwardWord.weight), first);
  const m = load<T>(size(w, NormBackwardWord.mean) + u * sizeof<T>());
  const scale = scaleOf<T>(w, size(w, NormBackwardWord.variance) + u * sizeof<T>());
  const pieces = each ? <usize>1 : size(w, NormWord.k);
  const length = cols / pieces;
  if (work != 0) work += 8 * first;
  let minus: f64 = 0;
  let slope: f64 = 0;
  // First the means over the unit, then dx.
  for (let pass = 0; pass < 2; pass++) {
    for (let r: usize = 0; r < size(w, NormWord.runs); r++) {
      for (let c: usize = 0; c < pieces; c++) {
        const at = ((r * unitsOf(w) + u) * cols + c * length) * sizeof<T>();
        const g = size(w, NormBackwardWord.g) + at;
        const x = size(w, NormBackwardWord.x) + at;
        const own = element<T>(weight, c);
        if (pass == 1) {
          descend<T>(g, x, size(w, NormBackwardWord.dx) + at, length, m, scale, <T>slope, <T>minus, each, own, work, weights);
          continue;
        }
        measure<T>(g, x, length, each ? weight : 0, m, scale);
        if (!each && work != 0) {
          store<f64>(work + 8 * c, load<f64>(work + 8 * c) + product);
          store<f64>(work + 8 * (weights + c), load<f64>(work + 8 * (weights + c)) + sum);
        }
        const factor = each || weight == 0 ? 1 : <f64>load<T>(own);
        minus += factor * sum;
        slope += factor * product;
      }
    }
    if (pass == 1) break;
    const share = <f64>scale / countOf(w);
    minus = whole(w, NormWord.centered) != 0 ? minus * share : 0;
    slope *= share;
  }
}

function backward<T>(w: usize): void {
  const units = unitsOf(w);
  const chunks = size(w, NormBackwardWord.chunks);
  const per = (units + chunks - 1) / chunks;
  const bytes = (size(w, NormWord.groups) * size(w, NormWord.k)) << 4;
  open(w, chunks, true);
  for (let c = next(); c < chunks; c = next()) {
    let work = size(w, NormBackwardWord.work);
    if (work != 0) {
      work += c * bytes;
      memory.fill(work, 0, bytes);
    }
    for (let u = c * per; u < min<usize>(units, (c + 1) * per); u++) backwardUnit<T>(w, u, work);
  }
  if (!close()) return;
  merge<T>(w, size(w, NormBackwardWord.dweight), 0);
  merge<T>(w, size(w, NormBackwardWord.dbias), bytes >> 1);
}

/** Adds up what the chunks have at `from`. */
function merge<T>(w: usize, to: usize, from: usize): void {
  if (to == 0) return;
  const weights = size(w, NormWord.groups) * size(w, NormWord.k);
  const work = size(w, NormBackwardWord.work) + from;
  for (let i: usize = 0; i < weights; i++) {
    let sum: f64 = 0;
    for (let c: usize = 0; c < size(w, NormBackwardWord.chunks); c++) sum += load<f64>(work + 8 * i + c * (weights << 4));
    store<T>(to + i * sizeof<T>(), <T>sum);
  }
}

export function norm(w: usize): Status {
  switch (whole(w, NormWord.dtype)) {
    case DType.float32: forward<f32>(w); return Status.ok;
    case DType.float64: forward<f64>(w); return Status.ok;
    default: return Status.unknownKernel;
  }
}
export function normBackward(w: usize): Status {
  switch (whole(w, NormWord.dtype)) {
    case DType.float32: backward<f32>(w); return Status.ok;
    case DType.float64: backward<f64>(w); return Status.ok;
    default: return Status.unknownKernel;
  }
}
