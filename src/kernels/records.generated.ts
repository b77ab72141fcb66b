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
  conv: 9,
  pool: 10,
  sgd: 11,
  adagrad: 12,
  rmsprop: 13,
  adam: 14,
  nadam: 15,
  radam: 16,
  sparseAdam: 17,
  adamax: 18,
  adadelta: 19,
  rprop: 20,
  asgd: 21,
  lion: 22,
  copy: 23,
  add: 24,
  sub: 25,
  mul: 26,
  div: 27,
  pow: 28,
  remainder: 29,
  fmod: 30,
  floorDivide: 31,
  neg: 32,
  abs: 33,
  sign: 34,
  square: 35,
  reciprocal: 36,
  maximum: 37,
  minimum: 38,
  fmax: 39,
  fmin: 40,
  hypot: 41,
  copysign: 42,
  addcmul: 43,
  addcdiv: 44,
  clamp: 45,
  lerp: 46,
  floor: 47,
  ceil: 48,
  round: 49,
  trunc: 50,
  frac: 51,
  exp: 52,
  exp2: 53,
  expm1: 54,
  log: 55,
  log1p: 56,
  log2: 57,
  log10: 58,
  sqrt: 59,
  rsqrt: 60,
  sin: 61,
  cos: 62,
  tan: 63,
  asin: 64,
  acos: 65,
  atan: 66,
  atan2: 67,
  sinh: 68,
  cosh: 69,
  tanh: 70,
  asinh: 71,
  acosh: 72,
  atanh: 73,
  erf: 74,
  erfc: 75,
  erfinv: 76,
  lgamma: 77,
  digamma: 78,
  polygamma: 79,
  relu: 80,
  leakyRelu: 81,
  elu: 82,
  selu: 83,
  celu: 84,
  sigmoid: 85,
  logit: 86,
  logSigmoid: 87,
  softsign: 88,
  mish: 89,
  silu: 90,
  softplus: 91,
  geluErf: 92,
  geluTanh: 93,
  eq: 94,
  ne: 95,
  lt: 96,
  le: 97,
  gt: 98,
  ge: 99,
  logicalAnd: 100,
  logicalOr: 101,
  logicalXor: 102,
  logicalNot: 103,
  isnan: 104,
  isinf: 105,
  isfinite: 106,
  where: 107,
  maskedFill: 108,
  nanToNum: 109,
  isclose: 110,
  squaredError: 111,
  absoluteError: 112,
  huberError: 113,
  binaryCrossEntropyError: 114,
  binaryCrossEntropyLogitsError: 115,
  maskScale: 116,
  div_db: 117,
  pow_da: 118,
  pow_db: 119,
  remainder_db: 120,
  fmod_db: 121,
  floorDivide_da: 122,
  abs_dx: 123,
  square_dx: 124,
  reciprocal_dx: 125,
  maximum_da: 126,
  maximum_db: 127,
  minimum_da: 128,
  minimum_db: 129,
  fmax_da: 130,
  fmax_db: 131,
  fmin_da: 132,
  fmin_db: 133,
  hypot_da: 134,
  copysign_da: 135,
  addcmul_da: 136,
  addcdiv_da: 137,
  addcdiv_db: 138,
  clamp_dx: 139,
  lerp_da: 140,
  lerp_dweight: 141,
  exp2_dx: 142,
  expm1_dx: 143,
  log1p_dx: 144,
  log2_dx: 145,
  log10_dx: 146,
  sqrt_dx: 147,
  rsqrt_dx: 148,
  sin_dx: 149,
  cos_dx: 150,
  tan_dx: 151,
  asin_dx: 152,
  acos_dx: 153,
  atan_dx: 154,
  atan2_da: 155,
  atan2_db: 156,
  sinh_dx: 157,
  cosh_dx: 158,
  tanh_dx: 159,
  asinh_dx: 160,
  acosh_dx: 161,
  atanh_dx: 162,
  erf_dx: 163,
  erfc_dx: 164,
  erfinv_dx: 165,
  lgamma_dx: 166,
  digamma_dx: 167,
  polygamma_dx: 168,
  relu_dx: 169,
  leakyRelu_dx: 170,
  elu_dx: 171,
  selu_dx: 172,
  celu_dx: 173,
  sigmoid_dx: 174,
  logit_dx: 175,
  logSigmoid_dx: 176,
  hardtanh_dx: 177,
  softsign_dx: 178,
  mish_dx: 179,
  silu_dx: 180,
  softplus_dx: 181,
  geluErf_dx: 182,
  geluTanh_dx: 183,
  where_da: 184,
  where_db: 185,
  nanToNum_dx: 186,
  squaredError_da: 187,
  squaredError_db: 188,
  absoluteError_da: 189,
  absoluteError_db: 190,
  huberError_da: 191,
  huberError_db: 192,
  binaryCrossEntropyError_da: 193,
  binaryCrossEntropyError_db: 194,
  binaryCrossEntropyLogitsError_dx: 195,
  binaryCrossEntropyLogitsError_dt: 196,
  binaryCrossEntropyLogitsError_dposWeight: 197,
  maskScale_dx: 198,
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
  conv: {
    dtype: 2,
    kind: 3,
    batch: 4,
    groups: 5,
    inChannels: 6,
    outChannels: 7,
    parts: 8,
    x: 9,
    weight: 10,
    y: 11,
    bias: 12,
    work: 13,
    ndim: 14,
    dims: 15,
  },
  pool: { dtype: 2, kind: 3, planes: 4, adaptive: 5, divisor: 6, x: 7, y: 8, index: 9, ndim: 10, dims: 11 },
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

/** y = x ∗ weight, or x or weight as the gradient that y stands for; three dims, channels of a group, all contiguous. kind: see convKinds. */
export function convRecord(
  op: string,
  dtype: number,
  kind: number,
  batch: number,
  groups: number,
  inChannels: number,
  outChannels: number,
  parts: number,
  x: Named,
  weight: Named,
  y: Named,
  bias: Named | null,
  work: Named | null,
  inSizes: readonly number[],
  kernels: readonly number[],
  outSizes: readonly number[],
  strides: readonly number[],
  paddings: readonly number[],
  dilations: readonly number[],
): number {
  const ring = ringFor(op, y, [x, weight, bias, work]);
  const ndim = inSizes.length;
  const length = 15 + 6 * ndim;
  ring[0] = opcode.conv;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = kind;
  ring[4] = batch;
  ring[5] = groups;
  ring[6] = inChannels;
  ring[7] = outChannels;
  ring[8] = parts;
  ring[9] = x.address;
  ring[10] = weight.address;
  ring[11] = y.address;
  ring[12] = bias === null ? 0 : bias.address;
  ring[13] = work === null ? 0 : work.address;
  ring[14] = ndim;
  for (let i = 0; i < ndim; i++) {
    ring[15 + i] = inSizes[i]!;
    ring[15 + ndim + i] = kernels[i]!;
    ring[15 + 2 * ndim + i] = outSizes[i]!;
    ring[15 + 3 * ndim + i] = strides[i]!;
    ring[15 + 4 * ndim + i] = paddings[i]!;
    ring[15 + 5 * ndim + i] = dilations[i]!;
  }
  return backend().exec(length);
}

/** Windows of contiguous planes of three dims. divisor: that of an average, 0 for the elements of x in the window, -1 for those of padding too. kind: see poolKinds. */
export function poolRecord(
  op: string,
  dtype: number,
  kind: number,
  planes: number,
  adaptive: number,
  divisor: number,
  x: Named,
  y: Named,
  index: Named | null,
  inSizes: readonly number[],
  kernels: readonly number[],
  outSizes: readonly number[],
  strides: readonly number[],
  paddings: readonly number[],
  dilations: readonly number[],
): number {
  const ring = ringFor(op, y, [x, index]);
  const ndim = inSizes.length;
  const length = 11 + 6 * ndim;
  ring[0] = opcode.pool;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = kind;
  ring[4] = planes;
  ring[5] = adaptive;
  ring[6] = divisor;
  ring[7] = x.address;
  ring[8] = y.address;
  ring[9] = index === null ? 0 : index.address;
  ring[10] = ndim;
  for (let i = 0; i < ndim; i++) {
    ring[11 + i] = inSizes[i]!;
    ring[11 + ndim + i] = kernels[i]!;
    ring[11 + 2 * ndim + i] = outSizes[i]!;
    ring[11 + 3 * ndim + i] = strides[i]!;
    ring[11 + 4 * ndim + i] = paddings[i]!;
    ring[11 + 5 * ndim + i] = dilations[i]!;
  }
  return backend().exec(length);
}
