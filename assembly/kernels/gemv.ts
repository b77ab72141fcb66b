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

function finish<T>(v: Vector, i: usize, sum: T): void {
  store<T>(v.y + i * v.yStep, v.bias == 0 ? sum : <T>(sum + load<T>(v.bias + i * v.biasStep)));
}

/** Bytes of a row that are summed up in T; pieces are then summed in double. */
const piece: usize = 2048;

/**
 * The matrix's rows are contiguous, and so is x: dot products for elements i … end − 1 of y. Four rows at a time, a quarter of the
 * matrix apart: each is the next piece of a stream, and four streams arrive faster from memory than one or four short pieces.
 */
export function gemvRows<T>(v: Vector, i: usize, end: usize): void {
  const bytes = v.k * sizeof<T>();
  const quarter = (end - i) / 4;
  for (const last = i + quarter; i < last; i++) {
    const r = v.matrix + i * v.row;
    let t0: f64 = 0, t1: f64 = 0, t2: f64 = 0, t3: f64 = 0;
    for (let p: usize = 0; p < bytes; p += piece) {
      const sums = scratch;
      dotFour<T>(r + p, quarter * v.row, v.x + p, min<usize>(piece, bytes - p), sums);
      t0 += load<f64>(sums);
      t1 += load<f64>(sums, 8);
      t2 += load<f64>(sums, 16);
      t3 += load<f64>(sums, 24);
    }
    finish<T>(v, i, <T>t0);
    finish<T>(v, i + quarter, <T>t1);
    finish<T>(v, i + 2 * quarter, <T>t2);
    finish<T>(v, i + 3 * quarter, <T>t3);
  }
  for (i += 3 * quarter; i < end; i++) {
    let t: f64 = 0;
    for (let p: usize = 0; p < bytes; p += piece) {
      t += dot<T>(v.matrix + i * v.row + p, v.x + p, min<usize>(piece, bytes - p));
    }
    finish<T>(v, i, <T>t);
  }
}

/** Four rows times x, as doubles at `sums`. */
function dotFour<T>(r0: usize, row: usize, x: usize, bytes: usize, sums: usize): void {
  const zero = V.splat<T>(0);
  // even and odd vectors apart: more sums at a time, and smaller ones
  let s0 = zero, s1 = zero, s2 = zero, s3 = zero, u0 = zero, u1 = zero, u2 = zero, u3 = zero;
  const end = r0 + bytes;
  for (; end - r0 >= 2 * V.bytes<T>(); r0 += 2 * V.bytes<T>(), x += 2 * V.bytes<T>()) {
    const a = V.read<T>(x), b = V.read1<T>(x);
    s0 = V.fma<T>(V.read<T>(r0), a, s0);
    u0 = V.fma<T>(V.read1<T>(r0), b, u0);
    const r1 = r0 + row;
    s1 = V.fma<T>(V.read<T>(r1), a, s1);
    u1 = V.fma<T>(V.read1<T>(r1), b, u1);
    const r2 = r1 + row;
    s2 = V.fma<T>(V.read<T>(r2), a, s2);
    u2 = V.fma<T>(V.read1<T>(r2), b, u2);
    const r3 = r2 + row;
    s3 = V.fma<T>(V.read<T>(r3), a, s3);
    u3 = V.fma<T>(V.read1<T>(r3), b, u3);
  }
  let t0 = <f64>V.sum<T>(V.add<T>(s0, u0)), t1 = <f64>V.sum<T>(V.add<T>(s1, u1));
  let t2 = <f64>V.sum<T>(V.add<T>(s2, u2)), t3 = <f64>V.sum<T>(V.add<T>(s3, u3));
  for (; r0 < end; r0 += sizeof<T>(), x += sizeof<T>()) {
    const a = <f64>load<T>(x);
    t0 += <f64>load<T>(r0) * a;
    t1 += <f64>load<T>(r0 + row) * a;
    t2 += <f64>load<T>(r0 + 2 * row) * a;
    t3 += <f64>load<T>(r0 + 3 * row) * a;
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
/**
 * Four columns at a time, a quarter of the matrix apart: each is the next piece of a stream of its own, which arrives faster from memory
 * than one stream does.
 */
function addColumns<T>(v: Vector, m: usize, y: usize, n: usize): void {
  const bytes = n * sizeof<T>();
  const whole = bytes & ~(V.bytes<T>() - 1);
  memory.fill(y, 0, bytes);
  const quarter = v.k / 4;
  const far = quarter * v.col, xFar = quarter * v.xStep;
  let x = v.x;
  for (let p: usize = 0; p < quarter; p++, m += v.col, x += v.xStep) {
    const x0 = load<T>(x), x1 = load<T>(x + xFar), x2 = load<T>(x + 2 * xFar), x3 = load<T>(x + 3 * xFar);
    const s0 = V.splat<T>(x0), s1 = V.splat<T>(x1), s2 = V.splat<T>(x2), s3 = V.splat<T>(x3);
    const c1 = m + far, c2 = c1 + far, c3 = c2 + far;
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
  m += 3 * far;
  x += 3 * xFar;
  for (let p: usize = 4 * quarter; p < v.k; p++, m += v.col, x += v.xStep) {
    const x0 = load<T>(x);
    for (let i: usize = 0; i < bytes; i += sizeof<T>()) store<T>(y + i, <T>(load<T>(y + i) + load<T>(m + i) * x0));
  }
}
