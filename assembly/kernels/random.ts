/** Random numbers, the same bits as on every backend: native/random.cpp tells the recipe. The order of operations counts. */
import { RandomKind, RandomWord } from '../generated/opcodes';
import { DType, size, Status, whole, word } from '../record';
import { room } from '../scratch';
import { close, next, open } from '../team';
import { central, normalCentre, normalTail } from './normal';

/** Blocks of four words made at a time. */
const batch: usize = 64;
/** Batches that one thread takes at a time. */
const batches: usize = 32;

// Philox 4×32-10: its multipliers, and what the key grows by from round to round.
const m0: u32 = 0xd2511f53, m1: u32 = 0xcd9e8d57, w0: u32 = 0x9e3779b9, w1: u32 = 0xbb67ae85;

/** Blocks first … first + n − 1, four words each; fills whole groups of four blocks. */
function philox(key0: u32, key1: u32, first: u64, n: usize, out: usize): void {
  if (ASC_FEATURE_SIMD) {
    for (let i: usize = 0; i < n; i += 4) philoxFour(key0, key1, first + <u64>i, out + 16 * i);
  } else {
    for (let i: usize = 0; i < n; i++) philoxOne(key0, key1, first + <u64>i, out + 16 * i);
  }
}
export function philoxOne(key0: u32, key1: u32, counter: u64, out: usize): void {
  let x0 = <u32>counter, x1 = <u32>(counter >> 32), x2: u32 = 0, x3: u32 = 0;
  for (let round = 0; round < 10; round++) {
    const p = <u64>m0 * <u64>x0;
    const q = <u64>m1 * <u64>x2;
    x0 = <u32>(q >> 32) ^ x1 ^ key0;
    x2 = <u32>(p >> 32) ^ x3 ^ key1;
    x1 = <u32>q;
    x3 = <u32>p;
    key0 += w0;
    key1 += w1;
  }
  store<u32>(out, x0);
  store<u32>(out, x1, 4);
  store<u32>(out, x2, 8);
  store<u32>(out, x3, 12);
}
/** Four blocks at once, one in each lane. */
function philoxFour(key0: u32, key1: u32, counter: u64, out: usize): void {
  const a = counter + 1, b = counter + 2, c = counter + 3;
  let x0 = i32x4(<i32>counter, <i32>a, <i32>b, <i32>c);
  let x1 = i32x4(<i32>(counter >> 32), <i32>(a >> 32), <i32>(b >> 32), <i32>(c >> 32));
  let x2 = i32x4.splat(0);
  let x3 = x2;
  const m = i32x4.splat(m0), n = i32x4.splat(m1);
  for (let round = 0; round < 10; round++) {
    const pLow = i64x2.extmul_low_i32x4_u(x0, m), pHigh = i64x2.extmul_high_i32x4_u(x0, m);
    const qLow = i64x2.extmul_low_i32x4_u(x2, n), qHigh = i64x2.extmul_high_i32x4_u(x2, n);
    x0 = v128.xor(v128.xor(v128.shuffle<i32>(qLow, qHigh, 1, 3, 5, 7), x1), i32x4.splat(key0));
    x2 = v128.xor(v128.xor(v128.shuffle<i32>(pLow, pHigh, 1, 3, 5, 7), x3), i32x4.splat(key1));
    x1 = v128.shuffle<i32>(qLow, qHigh, 0, 2, 4, 6);
    x3 = v128.shuffle<i32>(pLow, pHigh, 0, 2, 4, 6);
    key0 += w0;
    key1 += w1;
  }
  // From a word of four blocks in a vector to the words of a block in one.
  const low01 = v128.shuffle<i32>(x0, x1, 0, 4, 1, 5), high01 = v128.shuffle<i32>(x0, x1, 2, 6, 3, 7);
  const low23 = v128.shuffle<i32>(x2, x3, 0, 4, 1, 5), high23 = v128.shuffle<i32>(x2, x3, 2, 6, 3, 7);
  v128.store(out, v128.shuffle<i64>(low01, low23, 0, 2));
  v128.store(out, v128.shuffle<i64>(low01, low23, 1, 3), 16);
  v128.store(out, v128.shuffle<i64>(high01, high23, 0, 2), 32);
  v128.store(out, v128.shuffle<i64>(high01, high23, 1, 3), 48);
}

/** The unit number in [0, 1) from the word or words at p. */
@inline function unit(p: usize, wide: bool): f64 {
  const w = load<u32>(p);
  if (!wide) return <f64>(w >> 8) * 5.9604644775390625e-8; // 2⁻²⁴
  return (<f64>(w >> 5) * 67108864.0 + <f64>(load<u32>(p, 4) >> 6)) * 1.1102230246251565e-16; // 2²⁶, 2⁻⁵³
}
/** Never 0, and symmetric about a half. */
@inline function centred(p: usize, wide: bool): f64 {
  const w = load<u32>(p);
  if (!wide) return (<f64>w + 0.5) * 2.3283064365386963e-10; // 2⁻³²
  return (<f64>(w >> 6) * 67108864.0 + <f64>(load<u32>(p, 4) >> 6) + 0.5) * 2.220446049250313e-16; // 2⁻⁵²
}

/** The largest number of the type below x. */
function below<T>(x: T): T {
  if (x == 0) return sizeof<T>() == 4 ? <T>-f32.MIN_VALUE : <T>-f64.MIN_VALUE;
  if (sizeof<T>() == 4) return <T>reinterpret<f32>(reinterpret<i32>(<f32>x) + (x > 0 ? -1 : 1));
  return <T>reinterpret<f64>(reinterpret<i64>(<f64>x) + (x > 0 ? -1 : 1));
}

function bernoulli<T>(words: usize, n: usize, y: usize, a: f64): void {
  const wide = isFloat<T>() && sizeof<T>() == 8;
  const each: usize = wide ? 8 : 4;
  for (const end = y + n * sizeof<T>(); y < end; y += sizeof<T>(), words += each) {
    store<T>(y, <T>(unit(words, wide) < a ? 1 : 0));
  }
}
function uniform<T>(words: usize, n: usize, y: usize, a: f64, b: f64): void {
  const wide = sizeof<T>() == 8;
  const each: usize = wide ? 8 : 4;
  const width = b - a;
  const high = <T>b;
  const open = <T>a < high;
  const last = open ? below<T>(high) : high;
  for (const end = y + n * sizeof<T>(); y < end; y += sizeof<T>(), words += each) {
    const v = <T>(a + width * unit(words, wide));
    store<T>(y, v >= high && open ? last : v);
  }
}
function integers<T>(words: usize, n: usize, y: usize, a: f64, b: f64): void {
  const first = <i64>a;
  const count = <u64>(<i64>b - first);
  for (const end = y + n * sizeof<T>(); y < end; y += sizeof<T>(), words += 4) {
    store<T>(y, <T>(first + <i64>(<u64>load<u32>(words) * count >> 32)));
  }
}
function normal<T>(words: usize, n: usize, y: usize, a: f64, b: f64): void {
  const wide = sizeof<T>() == 8;
  const each: usize = wide ? 8 : 4;
  const u = words + 16 * batch;
  const z = u + 8 * 4 * batch;
  for (let i: usize = 0; i < n; i++) store<f64>(u + 8 * i, centred(words + i * each, wide));
  normalCentre(u, n, z);
  for (let i: usize = 0; i < n; i++) {
    const part = load<f64>(u + 8 * i);
    const value = abs<f64>(part - 0.5) > central ? normalTail(part) : load<f64>(z + 8 * i);
    store<T>(y + i * sizeof<T>(), <T>(a + b * value));
  }
}

/** Fills y batch by batch and advances the cell. */
function run<T>(w: usize): Status {
  const kind = whole(w, RandomWord.kind);
  if (kind < 0 || kind > RandomKind.bernoulli || (kind == RandomKind.normal && !isFloat<T>())) return Status.unknownKernel;
  const perBlock: usize = isFloat<T>() && sizeof<T>() == 8 ? 2 : 4;
  const cell = size(w, RandomWord.cell);
  const seed = <u64>load<f64>(cell);
  const counter = <u64>load<f64>(cell, 8);
  const n = size(w, RandomWord.n);
  const a = word(w, RandomWord.a);
  const b = word(w, RandomWord.b);
  const words = room();
  const y = size(w, RandomWord.y);
  const each = batch * perBlock;
  const chunk = batches * each;
  const chunks = (n + chunk - 1) / chunk;
  open(w, chunks, true);
  for (let c = next(); c < chunks; c = next()) {
    const end = min<usize>(n, (c + 1) * chunk);
    for (let at = c * chunk; at < end; at += each) {
      const m = min<usize>(each, end - at);
      const out = y + at * sizeof<T>();
      philox(<u32>seed, <u32>(seed >> 32), counter + <u64>(at / perBlock), (m + perBlock - 1) / perBlock, words);
      if (kind == RandomKind.bernoulli) bernoulli<T>(words, m, out, a);
      else if (isInteger<T>()) integers<T>(words, m, out, a, b);
      else if (kind == RandomKind.uniform) uniform<T>(words, m, out, a, b);
      else normal<T>(words, m, out, a, b);
    }
  }
  if (!close()) return Status.ok;
  store<f64>(cell, <f64>(counter + <u64>((n + perBlock - 1) / perBlock)), 8);
  return Status.ok;
}

export function random(w: usize): Status {
  switch (whole(w, RandomWord.dtype)) {
    case DType.float32: return run<f32>(w);
    case DType.float64: return run<f64>(w);
    case DType.int32: return run<i32>(w);
    case DType.uint8:
    case DType.bool: return run<u8>(w);
    default: return Status.unknownKernel;
  }
}
