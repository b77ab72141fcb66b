// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
import { backend } from '../backend/current.ts';
import { type Named, ringFor } from '../ring.ts';

export const opcode = {
  gemm: 0,
  reduce: 1,
  softmax: 2,
  softmaxBackward: 3,
  gather: 4,
  scatter: 5,
  random: 6,
  scan: 7,
  sort: 8,
  sgd: 9,
  adagrad: 10,
  rmsprop: 11,
  adam: 12,
  copy: 13,
  add: 14,
  sub: 15,
  mul: 16,
  div: 17,
  pow: 18,
  remainder: 19,
  fmod: 20,
  floorDivide: 21,
  neg: 22,
  abs: 23,
  sign: 24,
  square: 25,
  reciprocal: 26,
  maximum: 27,
  minimum: 28,
  fmax: 29,
  fmin: 30,
  hypot: 31,
  copysign: 32,
  addcmul: 33,
  addcdiv: 34,
  clamp: 35,
  lerp: 36,
  floor: 37,
  ceil: 38,
  round: 39,
  trunc: 40,
  frac: 41,
  exp: 42,
  exp2: 43,
  expm1: 44,
  log: 45,
  log1p: 46,
  log2: 47,
  log10: 48,
  sqrt: 49,
  rsqrt: 50,
  sin: 51,
  cos: 52,
  tan: 53,
  asin: 54,
  acos: 55,
  atan: 56,
  atan2: 57,
  sinh: 58,
  cosh: 59,
  tanh: 60,
  asinh: 61,
  acosh: 62,
  atanh: 63,
  erf: 64,
  erfc: 65,
  erfinv: 66,
  lgamma: 67,
  digamma: 68,
  polygamma: 69,
  relu: 70,
  leakyRelu: 71,
  elu: 72,
  selu: 73,
  celu: 74,
  sigmoid: 75,
  logit: 76,
  logSigmoid: 77,
  softsign: 78,
  mish: 79,
  silu: 80,
  softplus: 81,
  geluErf: 82,
  geluTanh: 83,
  eq: 84,
  ne: 85,
  lt: 86,
  le: 87,
  gt: 88,
  ge: 89,
  logicalAnd: 90,
  logicalOr: 91,
  logicalXor: 92,
  logicalNot: 93,
  isnan: 94,
  isinf: 95,
  isfinite: 96,
  where: 97,
  maskedFill: 98,
  nanToNum: 99,
  isclose: 100,
  squaredError: 101,
  absoluteError: 102,
  huberError: 103,
  binaryCrossEntropyError: 104,
  binaryCrossEntropyLogitsError: 105,
  maskScale: 106,
  div_db: 107,
  pow_da: 108,
  pow_db: 109,
  remainder_db: 110,
  fmod_db: 111,
  floorDivide_da: 112,
  abs_dx: 113,
  square_dx: 114,
  reciprocal_dx: 115,
  maximum_da: 116,
  maximum_db: 117,
  minimum_da: 118,
  minimum_db: 119,
  fmax_da: 120,
  fmax_db: 121,
  fmin_da: 122,
  fmin_db: 123,
  hypot_da: 124,
  copysign_da: 125,
  addcmul_da: 126,
  addcdiv_da: 127,
  addcdiv_db: 128,
  clamp_dx: 129,
  lerp_da: 130,
  lerp_dweight: 131,
  exp2_dx: 132,
  expm1_dx: 133,
  log1p_dx: 134,
  log2_dx: 135,
  log10_dx: 136,
  sqrt_dx: 137,
  rsqrt_dx: 138,
  sin_dx: 139,
  cos_dx: 140,
  tan_dx: 141,
  asin_dx: 142,
  acos_dx: 143,
  atan_dx: 144,
  atan2_da: 145,
  atan2_db: 146,
  sinh_dx: 147,
  cosh_dx: 148,
  tanh_dx: 149,
  asinh_dx: 150,
  acosh_dx: 151,
  atanh_dx: 152,
  erf_dx: 153,
  erfc_dx: 154,
  erfinv_dx: 155,
  lgamma_dx: 156,
  digamma_dx: 157,
  polygamma_dx: 158,
  relu_dx: 159,
  leakyRelu_dx: 160,
  elu_dx: 161,
  selu_dx: 162,
  celu_dx: 163,
  sigmoid_dx: 164,
  logit_dx: 165,
  logSigmoid_dx: 166,
  hardtanh_dx: 167,
  softsign_dx: 168,
  mish_dx: 169,
  silu_dx: 170,
  softplus_dx: 171,
  geluErf_dx: 172,
  geluTanh_dx: 173,
  where_da: 174,
  where_db: 175,
  nanToNum_dx: 176,
  squaredError_da: 177,
  squaredError_db: 178,
  absoluteError_da: 179,
  absoluteError_db: 180,
  huberError_da: 181,
  huberError_db: 182,
  binaryCrossEntropyError_da: 183,
  binaryCrossEntropyError_db: 184,
  binaryCrossEntropyLogitsError_dx: 185,
  binaryCrossEntropyLogitsError_dt: 186,
  binaryCrossEntropyLogitsError_dposWeight: 187,
  maskScale_dx: 188,
} as const;

/** Where the words of a record are. */
export const word = {
  gemm: {
    dtype: 2,
    m: 3,
    n: 4,
    k: 5,
    a: 6,
    aRow: 7,
    aCol: 8,
    b: 9,
    bRow: 10,
    bCol: 11,
    c: 12,
    cRow: 13,
    bias: 14,
    ndim: 15,
    dims: 16,
  },
  reduce: { dtype: 2, kind: 3, x: 4, y: 5, kept: 6, ndim: 7, dims: 8 },
  softmax: { dtype: 2, log: 3, rows: 4, cols: 5, x: 6, y: 7, dims: 8 },
  softmaxBackward: { dtype: 2, log: 3, rows: 4, cols: 5, g: 6, y: 7, dx: 8, dims: 9 },
  gather: { dtype: 2, x: 3, y: 4, index: 5, indexDtype: 6, dim: 7, dimSize: 8, ndim: 9, dims: 10 },
  scatter: { dtype: 2, x: 3, y: 4, index: 5, indexDtype: 6, dim: 7, dimSize: 8, ndim: 9, mode: 10, dims: 11 },
  random: { dtype: 2, kind: 3, n: 4, y: 5, cell: 6, a: 7, b: 8, dims: 9 },
  scan: { dtype: 2, kind: 3, reverse: 4, outer: 5, n: 6, inner: 7, x: 8, factor: 9, y: 10, dims: 11 },
  sort: { dtype: 2, descending: 3, rows: 4, cols: 5, x: 6, index: 7, work: 8, dims: 9 },
} as const;

/** C[i,j] = Σ A[i,k]·B[k,j] + bias[j] for every index of the batch dims. C has column stride 1; bias 0 means none. */
export function gemmRecord(
  op: string,
  dtype: number,
  m: number,
  n: number,
  k: number,
  a: Named,
  aRow: number,
  aCol: number,
  b: Named,
  bRow: number,
  bCol: number,
  c: Named,
  cRow: number,
  bias: Named | null,
  sizes: readonly number[],
  aStrides: readonly number[],
  bStrides: readonly number[],
  cStrides: readonly number[],
): number {
  const ring = ringFor(op, c, [a, b, bias]);
  const ndim = sizes.length;
  const length = 16 + 4 * ndim;
  ring[0] = opcode.gemm;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = m;
  ring[4] = n;
  ring[5] = k;
  ring[6] = a.address;
  ring[7] = aRow;
  ring[8] = aCol;
  ring[9] = b.address;
  ring[10] = bRow;
  ring[11] = bCol;
  ring[12] = c.address;
  ring[13] = cRow;
  ring[14] = bias === null ? 0 : bias.address;
  ring[15] = ndim;
  for (let i = 0; i < ndim; i++) {
    ring[16 + i] = sizes[i]!;
    ring[16 + ndim + i] = aStrides[i]!;
    ring[16 + 2 * ndim + i] = bStrides[i]!;
    ring[16 + 3 * ndim + i] = cStrides[i]!;
  }
  return backend().exec(length);
}

/** Reduces all dims after the first `kept` ones; y is contiguous. kind: see reduceKinds. Sums of integers go to int32. */
export function reduceRecord(
  op: string,
  dtype: number,
  kind: number,
  x: Named,
  y: Named,
  kept: number,
  sizes: readonly number[],
  strides: readonly number[],
): number {
  const ring = ringFor(op, y, [x]);
  const ndim = sizes.length;
  const length = 8 + 2 * ndim;
  ring[0] = opcode.reduce;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = kind;
  ring[4] = x.address;
  ring[5] = y.address;
  ring[6] = kept;
  ring[7] = ndim;
  for (let i = 0; i < ndim; i++) {
    ring[8 + i] = sizes[i]!;
    ring[8 + ndim + i] = strides[i]!;
  }
  return backend().exec(length);
}

/** softmax, or logSoftmax when log is 1, of every row of a contiguous matrix. */
export function softmaxRecord(
  op: string,
  dtype: number,
  log: number,
  rows: number,
  cols: number,
  x: Named,
  y: Named,
): number {
  const ring = ringFor(op, y, [x]);
  const length = 8;
  ring[0] = opcode.softmax;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = log;
  ring[4] = rows;
  ring[5] = cols;
  ring[6] = x.address;
  ring[7] = y.address;
  return backend().exec(length);
}

/** The gradient of softmax or logSoftmax from its output y, contiguous. */
export function softmaxBackwardRecord(
  op: string,
  dtype: number,
  log: number,
  rows: number,
  cols: number,
  g: Named,
  y: Named,
  dx: Named,
): number {
  const ring = ringFor(op, dx, [g, y]);
  const length = 9;
  ring[0] = opcode.softmaxBackward;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = log;
  ring[4] = rows;
  ring[5] = cols;
  ring[6] = g.address;
  ring[7] = y.address;
  ring[8] = dx.address;
  return backend().exec(length);
}

/** y[i] = x[i with its coordinate `dim` replaced by index[i]]; sizes are those of index. A bad index stops the kernel. */
export function gatherRecord(
  op: string,
  dtype: number,
  x: Named,
  y: Named,
  index: Named,
  indexDtype: number,
  dim: number,
  dimSize: number,
  sizes: readonly number[],
  xStrides: readonly number[],
  yStrides: readonly number[],
  indexStrides: readonly number[],
): number {
  const ring = ringFor(op, y, [x, index]);
  const ndim = sizes.length;
  const length = 10 + 4 * ndim;
  ring[0] = opcode.gather;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = x.address;
  ring[4] = y.address;
  ring[5] = index.address;
  ring[6] = indexDtype;
  ring[7] = dim;
  ring[8] = dimSize;
  ring[9] = ndim;
  for (let i = 0; i < ndim; i++) {
    ring[10 + i] = sizes[i]!;
    ring[10 + ndim + i] = xStrides[i]!;
    ring[10 + 2 * ndim + i] = yStrides[i]!;
    ring[10 + 3 * ndim + i] = indexStrides[i]!;
  }
  return backend().exec(length);
}

/** Puts x[i] into y[i with its coordinate `dim` replaced by index[i]], in the order of i; sizes are those of index. mode: see scatterModes. */
export function scatterRecord(
  op: string,
  dtype: number,
  x: Named,
  y: Named,
  index: Named,
  indexDtype: number,
  dim: number,
  dimSize: number,
  mode: number,
  sizes: readonly number[],
  xStrides: readonly number[],
  yStrides: readonly number[],
  indexStrides: readonly number[],
): number {
  const ring = ringFor(op, y, [x, index]);
  const ndim = sizes.length;
  const length = 11 + 4 * ndim;
  ring[0] = opcode.scatter;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = x.address;
  ring[4] = y.address;
  ring[5] = index.address;
  ring[6] = indexDtype;
  ring[7] = dim;
  ring[8] = dimSize;
  ring[9] = ndim;
  ring[10] = mode;
  for (let i = 0; i < ndim; i++) {
    ring[11 + i] = sizes[i]!;
    ring[11 + ndim + i] = xStrides[i]!;
    ring[11 + 2 * ndim + i] = yStrides[i]!;
    ring[11 + 3 * ndim + i] = indexStrides[i]!;
  }
  return backend().exec(length);
}

/** n contiguous Philox 4×32-10 numbers from the (seed, counter) in the cell, which it advances. kind: see randomKinds. */
export function randomRecord(
  op: string,
  dtype: number,
  kind: number,
  n: number,
  y: Named,
  cell: Named,
  a: number,
  b: number,
): number {
  const ring = ringFor(op, y, [cell]);
  const length = 9;
  ring[0] = opcode.random;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = kind;
  ring[4] = n;
  ring[5] = y.address;
  ring[6] = cell.address;
  ring[7] = a;
  ring[8] = b;
  return backend().exec(length);
}

/** y[i] from x[0] to x[i] along the middle dim of contiguous [outer, n, inner]; from the last on when reverse is 1. kind: see scanKinds. */
export function scanRecord(
  op: string,
  dtype: number,
  kind: number,
  reverse: number,
  outer: number,
  n: number,
  inner: number,
  x: Named,
  factor: Named | null,
  y: Named,
): number {
  const ring = ringFor(op, y, [x, factor]);
  const length = 11;
  ring[0] = opcode.scan;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = kind;
  ring[4] = reverse;
  ring[5] = outer;
  ring[6] = n;
  ring[7] = inner;
  ring[8] = x.address;
  ring[9] = factor === null ? 0 : factor.address;
  ring[10] = y.address;
  return backend().exec(length);
}

/** The order of each row of a contiguous matrix as int32 indices: stable, NaN above all. work: (2k + 4)·rows·cols bytes, k those of x, at least 4. */
export function sortRecord(
  op: string,
  dtype: number,
  descending: number,
  rows: number,
  cols: number,
  x: Named,
  index: Named,
  work: Named,
): number {
  const ring = ringFor(op, index, [x, work]);
  const length = 9;
  ring[0] = opcode.sort;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = descending;
  ring[4] = rows;
  ring[5] = cols;
  ring[6] = x.address;
  ring[7] = index.address;
  ring[8] = work.address;
  return backend().exec(length);
}
