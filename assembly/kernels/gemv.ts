/** A matrix times a vector: y[i] = Σ_p M[i][p] x[p] + bias, with M read once and in the order of its memory. Strides in bytes. */

import { scratch } from '../scratch';

@unmanaged export class Vector {
  rows: usize;
  k: usize;
  matrix: usize;
  row: usize;
  col: usize;
  x: usize;
  xStep: usize;
  y: usize;
  yStep: usize;
  /** What to add to y: 0 for none, a step of 0 for the same one everywhere. */
  bias: usize;
  biasStep: usize;

  @inline setMatrix(rows: usize, matrix: usize, row: usize, col: usize): void {
    this.rows = rows;
    this.matrix = matrix;
    this.row = row;
    this.col = col;
  }
}

@inline function finish<T>(v: Vector, i: usize, sum: T): void {
  store<T>(v.y + i * v.yStep, v.bias == 0 ? sum : <T>(sum + load<T>(v.bias + i * v.biasStep)));
}

/** A matrix beyond the caches is read in the very order of its memory: a single stream arrives twice as fast as four. */
@inline function streams<T>(v: Vector): bool { return v.rows * v.k * sizeof<T>() > 16777216; }

/** Bytes of a row that are summed up in T; pieces are then summed in double. */
const piece: usize = 2048;

/** The matrix's rows are contiguous, and so is x: dot products of four rows at a time, for elements i … end − 1 of y. */
export function gemvRows<T>(v: Vector, i: usize, end: usize): void {
  const bytes = v.k * sizeof<T>();
  for (; i + 4 <= end && !streams<T>(v); i += 4) {
    const r = v.matrix + i * v.row;
    let t0: f64 = 0, t1: f64 = 0, t2: f64 = 0, t3: f64 = 0;
    for (let p: usize = 0; p < bytes; p += piece) {
      const sums = scratch;
      dotFour<T>(r + p, v.row, v.x + p, min<usize>(piece, bytes - p), sums);
      t0 += load<f64>(sums);
      t1 += load<f64>(sums, 8);
      t2 += load<f64>(sums, 16);
      t3 += load<f64>(sums, 24);
    }
    finish<T>(v, i, <T>t0);
    finish<T>(v, i + 1, <T>t1);
    finish<T>(v, i + 2, <T>t2);
    finish<T>(v, i + 3, <T>t3);
  }
  for (; i < end; i++) {
    let t: f64 = 0;
    for (let p: usize = 0; p < bytes; p += piece) {
      t += dot<T>(v.matrix + i * v.row + p, v.x + p, min<usize>(piece, bytes - p));
    }
    finish<T>(v, i, <T>t);
  }
}

/** Four rows times x, as doubles at `sums`. */
function dotFour<T>(r0: usize, row: usize, x: usize, bytes: usize, sums: usize): void {
  const r1 = r0 + row, r2 = r1 + row, r3 = r2 + row;
  const zero = V.splat<T>(0);
  // even and odd vectors apart: more sums at a time, and smaller ones
  let s0 = zero, s1 = zero, s2 = zero, s3 = zero, u0 = zero, u1 = zero, u2 = zero, u3 = zero;
  let p: usize = 0;
  for (; p + 2 * V.bytes<T>() <= bytes; p += 2 * V.bytes<T>()) {
    const q = p + V.bytes<T>();
    const a = V.read<T>(x + p);
    const b = V.read<T>(x + q);
    s0 = V.fma<T>(V.read<T>(r0 + p), a, s0);
    u0 = V.fma<T>(V.read<T>(r0 + q), b, u0);
    s1 = V.fma<T>(V.read<T>(r1 + p), a, s1);
    u1 = V.fma<T>(V.read<T>(r1 + q), b, u1);
    s2 = V.fma<T>(V.read<T>(r2 + p), a, s2);
    u2 = V.fma<T>(V.read<T>(r2 + q), b, u2);
    s3 = V.fma<T>(V.read<T>(r3 + p), a, s3);
    u3 = V.fma<T>(V.read<T>(r3 + q), b, u3);
  }
  let t0 = <f64>V.sum<T>(V.add<T>(s0, u0)), t1 = <f64>V.sum<T>(V.add<T>(s1, u1));
  let t2 = <f64>V.sum<T>(V.add<T>(s2, u2)), t3 = <f64>V.sum<T>(V.add<T>(s3, u3));
  for (; p < bytes; p += sizeof<T>()) {
    const a = <f64>load<T>(x + p);
    t0 += <f64>load<T>(r0 + p) * a;
    t1 += <f64>load<T>(r1 + p) * a;
    t2 += <f64>load<T>(r2 + p) * a;
    t3 += <f64>load<T>(r3 + p) * a;
  }
  store<f64>(sums, t0);
  store<f64>(sums, t1, 8);
  store<f64>(sums, t2, 16);
  store<f64>(sums, t3, 24);
}

function dot<T>(r: usize, x: usize, bytes: usize): f64 {
  const zero = V.splat<T>(0);
  let s0 = zero, s1 = zero, s2 = zero, s3 = zero;
  const end = r + bytes;
  for (; end - r >= 4 * V.bytes<T>(); r += 4 * V.bytes<T>(), x += 4 * V.bytes<T>()) {
    s0 = V.fma<T>(V.read<T>(r), V.read<T>(x), s0);
    s1 = V.fma<T>(V.read1<T>(r), V.read1<T>(x), s1);
    s2 = V.fma<T>(V.read2<T>(r), V.read2<T>(x), s2);
    s3 = V.fma<T>(V.read3<T>(r), V.read3<T>(x), s3);
  }
  let sum = <f64>V.sum<T>(V.add<T>(V.add<T>(s0, s1), V.add<T>(s2, s3)));
  for (; r < end; r += sizeof<T>(), x += sizeof<T>()) sum += <f64>load<T>(r) * <f64>load<T>(x);
  return sum;
}

/** Bytes of y that stay in L1. */
const stretch: usize = 16384;

/** The matrix's columns are contiguous, and so is y: adds them up, scaled by x, stretch by stretch. */
export function gemvColumns<T>(v: Vector, first: usize, end: usize): void {
  const most: usize = stretch / sizeof<T>();
  for (; first < end; first += most) {
    const n = min<usize>(most, end - first);
    addColumns<T>(v, v.matrix + first * sizeof<T>(), v.y + first * sizeof<T>(), n);
    if (v.bias == 0) continue;
    for (let i = first; i < first + n; i++) finish<T>(v, i, load<T>(v.y + i * sizeof<T>()));
  }
}
function addColumns<T>(v: Vector, m: usize, y: usize, n: usize): void {
  const bytes = n * sizeof<T>();
  const whole = bytes & ~(V.bytes<T>() - 1);
  memory.fill(y, 0, bytes);
  let x = v.x;
  let p: usize = 0;
  for (; p + 8 <= v.k && streams<T>(v); p += 8, m += 8 * v.col) x = addEight<T>(v, m, x, y, bytes, whole);
  for (; p + 4 <= v.k; p += 4, m += 4 * v.col) {
    const x0 = load<T>(x), x1 = load<T>(x + v.xStep), x2 = load<T>(x + 2 * v.xStep), x3 = load<T>(x + 3 * v.xStep);
    x += 4 * v.xStep;
    const s0 = V.splat<T>(x0), s1 = V.splat<T>(x1), s2 = V.splat<T>(x2), s3 = V.splat<T>(x3);
    const c1 = m + v.col, c2 = c1 + v.col, c3 = c2 + v.col;
    let i: usize = 0;
    for (; i < whole; i += V.bytes<T>()) {
      let sum = V.fma<T>(V.read<T>(m + i), s0, V.read<T>(y + i));
      sum = V.fma<T>(V.read<T>(c1 + i), s1, sum);
      sum = V.fma<T>(V.read<T>(c2 + i), s2, sum);
      V.write<T>(y + i, V.fma<T>(V.read<T>(c3 + i), s3, sum));
    }
    for (; i < bytes; i += sizeof<T>()) {
      let sum = load<T>(y + i) + load<T>(m + i) * x0;
      sum += load<T>(c1 + i) * x1;
      sum += load<T>(c2 + i) * x2;
      store<T>(y + i, <T>(sum + load<T>(c3 + i) * x3));
    }
  }
  for (; p < v.k; p++, m += v.col, x += v.xStep) {
    const x0 = load<T>(x);
    for (let i: usize = 0; i < bytes; i += sizeof<T>()) store<T>(y + i, <T>(load<T>(y + i) + load<T>(m + i) * x0));
  }
}
/** Eight columns at a time where they come from memory: more of them arrive at once, and y is read and written half as often. */
function addEight<T>(v: Vector, m: usize, x: usize, y: usize, bytes: usize, whole: usize): usize {
  const col = v.col;
  const end = x + 8 * v.xStep;
  for (let i = whole; i < bytes; i += sizeof<T>()) {
    let sum = load<T>(y + i);
    for (let q = m + i, at = x; at < end; q += col, at += v.xStep) sum += load<T>(q) * load<T>(at);
    store<T>(y + i, sum);
  }
  const s0 = V.readSplat<T>(x), s1 = V.readSplat<T>(x + v.xStep);
  x += 2 * v.xStep;
  const s2 = V.readSplat<T>(x), s3 = V.readSplat<T>(x + v.xStep);
  x += 2 * v.xStep;
  const s4 = V.readSplat<T>(x), s5 = V.readSplat<T>(x + v.xStep);
  x += 2 * v.xStep;
  const s6 = V.readSplat<T>(x), s7 = V.readSplat<T>(x + v.xStep);
  for (const last = y + whole; y < last; y += V.bytes<T>(), m += V.bytes<T>()) {
    let q = m;
    let sum = V.fma<T>(V.read<T>(q), s0, V.read<T>(y));
    q += col;
    sum = V.fma<T>(V.read<T>(q), s1, sum);
    q += col;
    sum = V.fma<T>(V.read<T>(q), s2, sum);
    q += col;
    sum = V.fma<T>(V.read<T>(q), s3, sum);
    q += col;
    sum = V.fma<T>(V.read<T>(q), s4, sum);
    q += col;
    sum = V.fma<T>(V.read<T>(q), s5, sum);
    q += col;
    sum = V.fma<T>(V.read<T>(q), s6, sum);
    q += col;
    sum = V.fma<T>(V.read<T>(q), s7, sum);
    V.write<T>(y, sum);
  }
  return end;
}
