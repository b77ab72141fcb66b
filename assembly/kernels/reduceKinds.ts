/**
 * The kinds of reductions. Each has a state per result: `begin` sets it up, `add` takes in a run of elements of one result and
 * `rows` of several, `merge` joins two parts, `finish` writes the result.
 *
 * States: float sums and products are f64, float64 sums have their rounding errors beside them; integer sums and products are i64;
 * an extreme is a T, with its place 8 bytes further on; `any` and `all` remember in a u8 whether they found what decides.
 */
import { ReduceKind } from '../generated/opcodes';
import { room, roomBytes } from '../scratch';

@inline export function stateBytes<T>(kind: i32): usize {
  if (kind <= ReduceKind.mean) return isFloat<T>() && sizeof<T>() == 8 ? 16 : 8;
  return kind == ReduceKind.argmax || kind == ReduceKind.argmin ? 16 : 8;
}

@inline function isExtreme(kind: i32): bool { return kind >= ReduceKind.max && kind <= ReduceKind.argmin; }
@inline function wantsLargest(kind: i32): bool { return kind == ReduceKind.max || kind == ReduceKind.argmax; }
@inline function hasPlace(kind: i32): bool { return kind >= ReduceKind.argmax; }
/** The least that `beats` everything's start. */
@inline function worst<T>(largest: bool): T {
  if (isFloat<T>()) return <T>(largest ? -Infinity : Infinity);
  if (sizeof<T>() == 1) return <T>(largest ? 0 : 255);
  if (sizeof<T>() == 8) return <T>(largest ? i64.MIN_VALUE : i64.MAX_VALUE);
  return <T>(largest ? i32.MIN_VALUE : i32.MAX_VALUE);
}
/** NaN is beyond all, and nothing is beyond it. */
@inline function beats<T>(x: T, s: T, largest: bool): bool {
  return s == s && !(largest ? x <= s : x >= s);
}

/** Knuth's TwoSum on a sum with its errors beside it. */
@inline function addExactly(s: usize, x: f64): void {
  const before = load<f64>(s);
  const sum = before + x;
  const part = sum - before;
  store<f64>(s, load<f64>(s, 8) + ((before - (sum - part)) + (x - part)), 8);
  store<f64>(s, sum);
}
@inline function addTo<T>(s: usize, x: f64): void {
  if (sizeof<T>() == 8) addExactly(s, x);
  else store<f64>(s, load<f64>(s) + x);
}

export function begin<T>(kind: i32, s: usize, first: usize): void {
  store<i64>(s, 0);
  if (stateBytes<T>(kind) == 16) store<i64>(s, 0, 8);
  if (kind == ReduceKind.prod) {
    if (isFloat<T>()) store<f64>(s, 1);
    else store<i64>(s, 1);
  }
  if (isExtreme(kind)) {
    store<T>(s, worst<T>(wantsLargest(kind)));
    if (hasPlace(kind)) store<i32>(s, <i32>first, 8);
  }
}

/** Vectors added up as floats before the sum goes on in double, where a float more or less does not count. */
const depth: usize = 8;

/** Only the f32 build of this is used. */
function sumFloats(x: usize, n: usize): f64 {
  const step = V.bytes<f32>();
  let low = V.splat<f64>(0);
  let high = V.splat<f64>(0);
  const end = x + (n << 2);
  while (end - x >= depth * 4 * step) {
    let a = V.read<f32>(x);
    let b = V.read<f32>(x + step);
    let c = V.read<f32>(x + 2 * step);
    let d = V.read<f32>(x + 3 * step);
    for (let r: usize = 1; r < depth; r++) {
      x += 4 * step;
      a = V.add<f32>(a, V.read<f32>(x));
      b = V.add<f32>(b, V.read<f32>(x + step));
      c = V.add<f32>(c, V.read<f32>(x + 2 * step));
      d = V.add<f32>(d, V.read<f32>(x + 3 * step));
    }
    x += 4 * step;
    const all = V.add<f32>(V.add<f32>(a, b), V.add<f32>(c, d));
    low = V.add<f64>(low, V.lowHalf(all));
    if (V.count<f32>() > 1) high = V.add<f64>(high, V.highHalf(all));
  }
  for (; end - x >= step; x += step) {
    const v = V.read<f32>(x);
    low = V.add<f64>(low, V.lowHalf(v));
    if (V.count<f32>() > 1) high = V.add<f64>(high, V.highHalf(v));
  }
  let sum = V.sum<f64>(V.add<f64>(low, high));
  for (; x < end; x += 4) sum += <f64>load<f32>(x);
  return sum;
}

/** TwoSum in every lane, then over the lanes. */
function sumDoubles(s: usize, x: usize, n: usize): void {
  const step = V.bytes<f64>();
  const end = x + (n << 3);
  let sum = V.splat<f64>(0);
  let error = V.splat<f64>(0);
  for (; end - x >= step; x += step) {
    const v = V.read<f64>(x);
    const next = V.add<f64>(sum, v);
    const part = V.sub<f64>(next, sum);
    error = V.add<f64>(error, V.add<f64>(V.sub<f64>(sum, V.sub<f64>(next, part)), V.sub<f64>(v, part)));
    sum = next;
  }
  addExactly(s, V.first<f64>(sum));
  if (V.count<f64>() > 1) addExactly(s, V.second(sum));
  store<f64>(s, load<f64>(s, 8) + V.sum<f64>(error), 8);
  for (; x < end; x += 8) addExactly(s, load<f64>(x));
}

/** The sum of n elements of a float type side by side. */
export function sumOf<T>(x: usize, n: usize): f64 {
  if (sizeof<T>() == 4) return sumFloats(x, n);
  const s = room() + roomBytes - 16;
  store<f64>(s, 0);
  store<f64>(s, 0, 8);
  sumDoubles(s, x, n);
  const sum = load<f64>(s);
  const error = load<f64>(s, 8);
  return error == error ? sum + error : sum;
}

/** Vectors per sum, of two at a time. */
const pairs: usize = 16;
/** Σ (x − m)² of n elements of a float type side by side. */
export function squaresOf<T>(x: usize, n: usize, m: T): f64 {
  const center = V.splat<T>(m);
  const step = V.bytes<T>();
  const end = x + n * sizeof<T>();
  let total: f64 = 0;
  while (end - x >= 2 * step) {
    let s = V.splat<T>(0), t = s;
    for (let left = min<usize>(pairs, (end - x) / (2 * step)); left > 0; left--, x += 2 * step) {
      const v = V.sub<T>(V.read<T>(x), center);
      const w = V.sub<T>(V.read<T>(x + step), center);
      s = V.fma<T>(v, v, s);
      t = V.fma<T>(w, w, t);
    }
    total += <f64>V.sum<T>(V.add<T>(s, t));
  }
  for (; x < end; x += sizeof<T>()) {
    const v = <f64>(load<T>(x) - m);
    total += v * v;
  }
  return total;
}

/** Lane by lane; where a float is NaN, the other operand or itself. */
@inline function further<T>(a: Vec<T>, b: Vec<T>, largest: bool): Vec<T> {
  if (isFloat<T>()) return largest ? V.greater<T>(a, b) : V.lesser<T>(a, b);
  return largest ? V.maximum<T>(a, b) : V.minimum<T>(a, b);
}

/** extremeOf so many elements that vectors pay. */
function extremeOfVectors<T>(x: usize, end: usize, largest: bool): T {
  let acc = V.read<T>(x);
  const last = V.read<T>(end - V.bytes<T>()); // overlaps others: an element taken in twice changes nothing
  let nan = V.either<T>(V.ne<T>(acc, acc), V.ne<T>(last, last));
  // four chains of comparisons, which would wait for each other in one
  if (end - x >= 8 * V.bytes<T>()) {
    let b = acc, c = acc, d = acc;
    let nans = nan;
    for (; end - x >= 4 * V.bytes<T>(); x += 4 * V.bytes<T>()) {
      const v = V.read<T>(x), w = V.read<T>(x + V.bytes<T>());
      const y = V.read<T>(x + 2 * V.bytes<T>()), z = V.read<T>(x + 3 * V.bytes<T>());
      acc = further<T>(acc, v, largest);
      b = further<T>(b, w, largest);
      c = further<T>(c, y, largest);
      d = further<T>(d, z, largest);
      if (isFloat<T>()) {
        nan = V.either<T>(nan, V.either<T>(V.ne<T>(v, v), V.ne<T>(w, w)));
        nans = V.either<T>(nans, V.either<T>(V.ne<T>(y, y), V.ne<T>(z, z)));
      }
    }
    nan = V.either<T>(nan, nans);
    acc = further<T>(further<T>(acc, b, largest), further<T>(c, d, largest), largest);
  }
  for (; end - x >= V.bytes<T>(); x += V.bytes<T>()) {
    const v = V.read<T>(x);
    acc = further<T>(acc, v, largest);
    if (isFloat<T>()) nan = V.either<T>(nan, V.ne<T>(v, v));
  }
  if (isFloat<T>() && V.any<T>(nan)) return <T>NaN;
  acc = further<T>(acc, last, largest);
  return V.extreme<T>(acc, largest);
}

/** The extreme of n ≥ 1 elements; NaN where there is one. */
export function extremeOf<T>(x: usize, n: usize, largest: bool): T {
  const end = x + n * sizeof<T>();
  let best = load<T>(x);
  // there is no larger and smaller of i64 vectors
  if (isFloat<T>() || sizeof<T>() < 8) {
    if (n >= 2 * V.count<T>()) return extremeOfVectors<T>(x, end, largest);
  }
  for (; x < end; x += sizeof<T>()) {
    const v = load<T>(x);
    if (beats<T>(v, best, largest)) best = v;
  }
  return best;
}

function addExtreme<T>(kind: i32, s: usize, x: usize, n: usize, first: usize): void {
  const largest = wantsLargest(kind);
  if (!hasPlace(kind)) {
    const value = extremeOf<T>(x, n, largest);
    if (beats<T>(value, load<T>(s), largest)) store<T>(s, value);
    return;
  }
  // The extreme of a piece first; only a piece that has a new one is searched for its place.
  const piece: usize = 1024;
  for (let start: usize = 0; start < n; start += piece) {
    const value = extremeOf<T>(x + start * sizeof<T>(), min<usize>(piece, n - start), largest);
    if (!beats<T>(value, load<T>(s), largest)) continue;
    // What is not equal to itself is the NaN that won.
    let p = x + start * sizeof<T>();
    const end = p + min<usize>(piece, n - start) * sizeof<T>();
    const wanted = V.splat<T>(value);
    for (; end - p >= V.bytes<T>(); p += V.bytes<T>()) {
      const v = V.read<T>(p);
      if (V.any<T>(V.either<T>(V.eq<T>(v, wanted), V.ne<T>(v, v)))) break;
    }
    for (;; p += sizeof<T>()) {
      const v = load<T>(p);
      if (v == value || v != v) break;
    }
    store<T>(s, value);
    store<i32>(s, <i32>(first + (p - x) / sizeof<T>()), 8);
  }
}

/** Whether n elements have one that is 0 (for `all`) or one that is not (for `any`). */
function finds<T>(x: usize, n: usize, all: bool): bool {
  const end = x + n * sizeof<T>();
  const zero = V.splat<T>(0);
  for (; end - x >= V.bytes<T>(); x += V.bytes<T>()) {
    const v = V.read<T>(x);
    if (V.any<T>(all ? V.eq<T>(v, zero) : V.ne<T>(v, zero))) return true;
  }
  for (; x < end; x += sizeof<T>()) if (load<T>(x) == 0 == all) return true;
  return false;
}

function multiply<T>(s: usize, x: usize, n: usize): void {
  const end = x + n * sizeof<T>();
  if (isFloat<T>()) {
    let product = load<f64>(s);
    for (; x < end; x += sizeof<T>()) product *= <f64>load<T>(x);
    store<f64>(s, product);
  } else {
    let product = load<i64>(s);
    for (; x < end; x += sizeof<T>()) product *= <i64>load<T>(x);
    store<i64>(s, product);
  }
}

/** n elements side by side; `first` is the place of the first one. */
export function add<T>(kind: i32, s: usize, x: usize, n: usize, first: usize): void {
  switch (kind) {
    case ReduceKind.sum:
    case ReduceKind.mean: {
      if (isFloat<T>()) {
        if (sizeof<T>() == 8) sumDoubles(s, x, n);
        else store<f64>(s, load<f64>(s) + sumFloats(x, n));
      } else {
        let sum = load<i64>(s);
        for (const end = x + n * sizeof<T>(); x < end; x += sizeof<T>()) sum += <i64>load<T>(x);
        store<i64>(s, sum);
      }
      return;
    }
    case ReduceKind.prod: return multiply<T>(s, x, n);
    case ReduceKind.any: {
      if (load<u8>(s) == 0) store<u8>(s, u8(finds<T>(x, n, false)));
      return;
    }
    case ReduceKind.all: {
      if (load<u8>(s) == 0) store<u8>(s, u8(finds<T>(x, n, true)));
      return;
    }
    default: return addExtreme<T>(kind, s, x, n, first);
  }
}

/** Sums of columns side by side: vectors of them, `depth` rows at a time. Returns how many columns were done. */
function sumColumns(s: usize, x: usize, offsets: usize, n: usize, width: usize): usize {
  const step = V.bytes<f32>();
  let j: usize = 0;
  for (; j + V.count<f32>() <= width; j += V.count<f32>()) {
    const column = x + (j << 2);
    let low = V.read<f64>(s + (j << 3));
    let high = V.read<f64>(s + (j << 3) + step);
    for (let r: usize = 0; r < n;) {
      let sum = V.read<f32>(column + load<usize>(offsets + (r << 2)));
      const stop = min<usize>(r + depth, n);
      for (r++; r < stop; r++) sum = V.add<f32>(sum, V.read<f32>(column + load<usize>(offsets + (r << 2))));
      low = V.add<f64>(low, V.lowHalf(sum));
      if (V.count<f32>() > 1) high = V.add<f64>(high, V.highHalf(sum));
    }
    V.write<f64>(s + (j << 3), low);
    if (V.count<f32>() > 1) V.write<f64>(s + (j << 3) + step, high);
  }
  return j;
}

/**
 * n rows of `width` elements, `stride` apart, each of its own result; the rows begin at x + offsets[r] bytes and hold the places from
 * `first` on.
 */
export function rows<T>(
  kind: i32, s: usize, x: usize, offsets: usize, n: usize, width: usize, stride: usize, first: usize,
): void {
  const each = stateBytes<T>(kind);
  const step = stride * sizeof<T>();
  const largest = wantsLargest(kind);
  let done: usize = 0;
  if (isFloat<T>() && sizeof<T>() == 4 && kind <= ReduceKind.mean && stride == 1) done = sumColumns(s, x, offsets, n, width);
  for (let r: usize = 0; r < n; r++) {
    let p = x + load<usize>(offsets + (r << 2)) + done * step;
    let t = s + done * each;
    const end = s + width * each;
    switch (kind) {
      case ReduceKind.sum:
      case ReduceKind.mean: {
        for (; t < end; t += each, p += step) {
          if (isFloat<T>()) addTo<T>(t, <f64>load<T>(p));
          else store<i64>(t, load<i64>(t) + <i64>load<T>(p));
        }
        break;
      }
      case ReduceKind.prod: {
        for (; t < end; t += each, p += step) multiply<T>(t, p, 1);
        break;
      }
      case ReduceKind.any:
      case ReduceKind.all: {
        const all = kind == ReduceKind.all;
        for (; t < end; t += each, p += step) store<u8>(t, load<u8>(t) | u8(load<T>(p) == 0 == all));
        break;
      }
      default: {
        const place = hasPlace(kind);
        for (; t < end; t += each, p += step) {
          const v = load<T>(p);
          if (!beats<T>(v, load<T>(t), largest)) continue;
          store<T>(t, v);
          if (place) store<i32>(t, <i32>(first + r), 8);
        }
      }
    }
  }
}

/** Takes a later part of the same result in. */
export function merge<T>(kind: i32, s: usize, later: usize): void {
  switch (kind) {
    case ReduceKind.sum:
    case ReduceKind.mean: {
      if (isFloat<T>()) {
        addTo<T>(s, load<f64>(later));
        if (sizeof<T>() == 8) store<f64>(s, load<f64>(s, 8) + load<f64>(later, 8), 8);
      } else {
        store<i64>(s, load<i64>(s) + load<i64>(later));
      }
      return;
    }
    case ReduceKind.prod: {
      if (isFloat<T>()) store<f64>(s, load<f64>(s) * load<f64>(later));
      else store<i64>(s, load<i64>(s) * load<i64>(later));
      return;
    }
    case ReduceKind.any:
    case ReduceKind.all: {
      store<u8>(s, load<u8>(s) | load<u8>(later));
      return;
    }
    default: {
      const v = load<T>(later);
      if (!beats<T>(v, load<T>(s), wantsLargest(kind))) return;
      store<T>(s, v);
      if (hasPlace(kind)) store<i32>(s, load<i32>(later, 8), 8);
    }
  }
}

/** Writes result k of `count` elements. */
export function finish<T>(kind: i32, s: usize, count: usize, y: usize, k: usize): void {
  if (kind == ReduceKind.any || kind == ReduceKind.all) {
    store<u8>(y + k, u8(load<u8>(s) != u8(kind == ReduceKind.all)));
  } else if (kind == ReduceKind.argmax || kind == ReduceKind.argmin) {
    store<i32>(y + 4 * k, load<i32>(s, 8));
  } else if (isExtreme(kind)) {
    store<T>(y + k * sizeof<T>(), load<T>(s));
  } else if (isFloat<T>()) {
    let value = load<f64>(s);
    if (sizeof<T>() == 8 && kind != ReduceKind.prod) {
      const error = load<f64>(s, 8);
      if (error == error) value += error; // an infinite sum leaves NaN there
    }
    store<T>(y + k * sizeof<T>(), <T>(kind == ReduceKind.mean ? value / <f64>count : value));
  } else {
    store<i64>(y + 8 * k, load<i64>(s));
  }
}
