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
  sgd: 8,
  adagrad: 9,
  rmsprop: 10,
  adam: 11,
  copy: 12,
  add: 13,
  sub: 14,
  mul: 15,
  div: 16,
  pow: 17,
  remainder: 18,
  fmod: 19,
  floorDivide: 20,
  neg: 21,
  abs: 22,
  sign: 23,
  square: 24,
  reciprocal: 25,
  maximum: 26,
  minimum: 27,
  fmax: 28,
  fmin: 29,
  hypot: 30,
  copysign: 31,
  addcmul: 32,
  addcdiv: 33,
  clamp: 34,
  lerp: 35,
  floor: 36,
  ceil: 37,
  round: 38,
  trunc: 39,
  frac: 40,
  exp: 41,
  exp2: 42,
  expm1: 43,
  log: 44,
  log1p: 45,
  log2: 46,
  log10: 47,
  sqrt: 48,
  rsqrt: 49,
  sin: 50,
  cos: 51,
  tan: 52,
  asin: 53,
  acos: 54,
  atan: 55,
  atan2: 56,
  sinh: 57,
  cosh: 58,
  tanh: 59,
  asinh: 60,
  acosh: 61,
  atanh: 62,
  erf: 63,
  erfc: 64,
  erfinv: 65,
  lgamma: 66,
  digamma: 67,
  polygamma: 68,
  relu: 69,
  leakyRelu: 70,
  elu: 71,
  selu: 72,
  celu: 73,
  sigmoid: 74,
  logit: 75,
  logSigmoid: 76,
  mish: 77,
  silu: 78,
  softplus: 79,
  geluErf: 80,
  geluTanh: 81,
  eq: 82,
  ne: 83,
  lt: 84,
  le: 85,
  gt: 86,
  ge: 87,
  logicalAnd: 88,
  logicalOr: 89,
  logicalXor: 90,
  logicalNot: 91,
  isnan: 92,
  isinf: 93,
  isfinite: 94,
  where: 95,
  maskedFill: 96,
  nanToNum: 97,
  isclose: 98,
  squaredError: 99,
  absoluteError: 100,
  huberError: 101,
  binaryCrossEntropyError: 102,
  binaryCrossEntropyLogitsError: 103,
  maskScale: 104,
  div_db: 105,
  pow_da: 106,
  pow_db: 107,
  remainder_db: 108,
  fmod_db: 109,
  floorDivide_da: 110,
  abs_dx: 111,
  square_dx: 112,
  reciprocal_dx: 113,
  maximum_da: 114,
  maximum_db: 115,
  minimum_da: 116,
  minimum_db: 117,
  fmax_da: 118,
  fmax_db: 119,
  fmin_da: 120,
  fmin_db: 121,
  hypot_da: 122,
  copysign_da: 123,
  addcmul_da: 124,
  addcdiv_da: 125,
  addcdiv_db: 126,
  clamp_dx: 127,
  lerp_da: 128,
  lerp_dweight: 129,
  exp2_dx: 130,
  expm1_dx: 131,
  log1p_dx: 132,
  log2_dx: 133,
  log10_dx: 134,
  sqrt_dx: 135,
  rsqrt_dx: 136,
  sin_dx: 137,
  cos_dx: 138,
  tan_dx: 139,
  asin_dx: 140,
  acos_dx: 141,
  atan_dx: 142,
  atan2_da: 143,
  atan2_db: 144,
  sinh_dx: 145,
  cosh_dx: 146,
  tanh_dx: 147,
  asinh_dx: 148,
  acosh_dx: 149,
  atanh_dx: 150,
  erf_dx: 151,
  erfc_dx: 152,
  erfinv_dx: 153,
  lgamma_dx: 154,
  digamma_dx: 155,
  polygamma_dx: 156,
  relu_dx: 157,
  leakyRelu_dx: 158,
  elu_dx: 159,
  selu_dx: 160,
  celu_dx: 161,
  sigmoid_dx: 162,
  logit_dx: 163,
  logSigmoid_dx: 164,
  hardtanh_dx: 165,
  mish_dx: 166,
  silu_dx: 167,
  softplus_dx: 168,
  geluErf_dx: 169,
  geluTanh_dx: 170,
  where_da: 171,
  where_db: 172,
  nanToNum_dx: 173,
  squaredError_da: 174,
  squaredError_db: 175,
  absoluteError_da: 176,
  absoluteError_db: 177,
  huberError_da: 178,
  huberError_db: 179,
  binaryCrossEntropyError_da: 180,
  binaryCrossEntropyError_db: 181,
  binaryCrossEntropyLogitsError_dx: 182,
  binaryCrossEntropyLogitsError_dt: 183,
  binaryCrossEntropyLogitsError_dposWeight: 184,
  maskScale_dx: 185,
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
