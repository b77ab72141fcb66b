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
  nadam: 13,
  radam: 14,
  sparseAdam: 15,
  adamax: 16,
  adadelta: 17,
  rprop: 18,
  asgd: 19,
  lion: 20,
  copy: 21,
  add: 22,
  sub: 23,
  mul: 24,
  div: 25,
  pow: 26,
  remainder: 27,
  fmod: 28,
  floorDivide: 29,
  neg: 30,
  abs: 31,
  sign: 32,
  square: 33,
  reciprocal: 34,
  maximum: 35,
  minimum: 36,
  fmax: 37,
  fmin: 38,
  hypot: 39,
  copysign: 40,
  addcmul: 41,
  addcdiv: 42,
  clamp: 43,
  lerp: 44,
  floor: 45,
  ceil: 46,
  round: 47,
  trunc: 48,
  frac: 49,
  exp: 50,
  exp2: 51,
  expm1: 52,
  log: 53,
  log1p: 54,
  log2: 55,
  log10: 56,
  sqrt: 57,
  rsqrt: 58,
  sin: 59,
  cos: 60,
  tan: 61,
  asin: 62,
  acos: 63,
  atan: 64,
  atan2: 65,
  sinh: 66,
  cosh: 67,
  tanh: 68,
  asinh: 69,
  acosh: 70,
  atanh: 71,
  erf: 72,
  erfc: 73,
  erfinv: 74,
  lgamma: 75,
  digamma: 76,
  polygamma: 77,
  relu: 78,
  leakyRelu: 79,
  elu: 80,
  selu: 81,
  celu: 82,
  sigmoid: 83,
  logit: 84,
  logSigmoid: 85,
  softsign: 86,
  mish: 87,
  silu: 88,
  softplus: 89,
  geluErf: 90,
  geluTanh: 91,
  eq: 92,
  ne: 93,
  lt: 94,
  le: 95,
  gt: 96,
  ge: 97,
  logicalAnd: 98,
  logicalOr: 99,
  logicalXor: 100,
  logicalNot: 101,
  isnan: 102,
  isinf: 103,
  isfinite: 104,
  where: 105,
  maskedFill: 106,
  nanToNum: 107,
  isclose: 108,
  squaredError: 109,
  absoluteError: 110,
  huberError: 111,
  binaryCrossEntropyError: 112,
  binaryCrossEntropyLogitsError: 113,
  maskScale: 114,
  div_db: 115,
  pow_da: 116,
  pow_db: 117,
  remainder_db: 118,
  fmod_db: 119,
  floorDivide_da: 120,
  abs_dx: 121,
  square_dx: 122,
  reciprocal_dx: 123,
  maximum_da: 124,
  maximum_db: 125,
  minimum_da: 126,
  minimum_db: 127,
  fmax_da: 128,
  fmax_db: 129,
  fmin_da: 130,
  fmin_db: 131,
  hypot_da: 132,
  copysign_da: 133,
  addcmul_da: 134,
  addcdiv_da: 135,
  addcdiv_db: 136,
  clamp_dx: 137,
  lerp_da: 138,
  lerp_dweight: 139,
  exp2_dx: 140,
  expm1_dx: 141,
  log1p_dx: 142,
  log2_dx: 143,
  log10_dx: 144,
  sqrt_dx: 145,
  rsqrt_dx: 146,
  sin_dx: 147,
  cos_dx: 148,
  tan_dx: 149,
  asin_dx: 150,
  acos_dx: 151,
  atan_dx: 152,
  atan2_da: 153,
  atan2_db: 154,
  sinh_dx: 155,
  cosh_dx: 156,
  tanh_dx: 157,
  asinh_dx: 158,
  acosh_dx: 159,
  atanh_dx: 160,
  erf_dx: 161,
  erfc_dx: 162,
  erfinv_dx: 163,
  lgamma_dx: 164,
  digamma_dx: 165,
  polygamma_dx: 166,
  relu_dx: 167,
  leakyRelu_dx: 168,
  elu_dx: 169,
  selu_dx: 170,
  celu_dx: 171,
  sigmoid_dx: 172,
  logit_dx: 173,
  logSigmoid_dx: 174,
  hardtanh_dx: 175,
  softsign_dx: 176,
  mish_dx: 177,
  silu_dx: 178,
  softplus_dx: 179,
  geluErf_dx: 180,
  geluTanh_dx: 181,
  where_da: 182,
  where_db: 183,
  nanToNum_dx: 184,
  squaredError_da: 185,
  squaredError_db: 186,
  absoluteError_da: 187,
  absoluteError_db: 188,
  huberError_da: 189,
  huberError_db: 190,
  binaryCrossEntropyError_da: 191,
  binaryCrossEntropyError_db: 192,
  binaryCrossEntropyLogitsError_dx: 193,
  binaryCrossEntropyLogitsError_dt: 194,
  binaryCrossEntropyLogitsError_dposWeight: 195,
  maskScale_dx: 196,
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
