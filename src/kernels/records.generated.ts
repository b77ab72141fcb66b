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
  sgd: 7,
  adagrad: 8,
  rmsprop: 9,
  adam: 10,
  copy: 11,
  add: 12,
  sub: 13,
  mul: 14,
  div: 15,
  pow: 16,
  remainder: 17,
  fmod: 18,
  floorDivide: 19,
  neg: 20,
  abs: 21,
  sign: 22,
  square: 23,
  reciprocal: 24,
  maximum: 25,
  minimum: 26,
  fmax: 27,
  fmin: 28,
  hypot: 29,
  copysign: 30,
  addcmul: 31,
  addcdiv: 32,
  clamp: 33,
  lerp: 34,
  floor: 35,
  ceil: 36,
  round: 37,
  trunc: 38,
  frac: 39,
  exp: 40,
  exp2: 41,
  expm1: 42,
  log: 43,
  log1p: 44,
  log2: 45,
  log10: 46,
  sqrt: 47,
  rsqrt: 48,
  sin: 49,
  cos: 50,
  tan: 51,
  asin: 52,
  acos: 53,
  atan: 54,
  atan2: 55,
  sinh: 56,
  cosh: 57,
  tanh: 58,
  asinh: 59,
  acosh: 60,
  atanh: 61,
  erf: 62,
  erfc: 63,
  erfinv: 64,
  lgamma: 65,
  digamma: 66,
  polygamma: 67,
  relu: 68,
  leakyRelu: 69,
  elu: 70,
  selu: 71,
  celu: 72,
  sigmoid: 73,
  logit: 74,
  logSigmoid: 75,
  mish: 76,
  silu: 77,
  softplus: 78,
  geluErf: 79,
  geluTanh: 80,
  eq: 81,
  ne: 82,
  lt: 83,
  le: 84,
  gt: 85,
  ge: 86,
  logicalAnd: 87,
  logicalOr: 88,
  logicalXor: 89,
  logicalNot: 90,
  isnan: 91,
  isinf: 92,
  isfinite: 93,
  where: 94,
  maskedFill: 95,
  nanToNum: 96,
  isclose: 97,
  squaredError: 98,
  absoluteError: 99,
  huberError: 100,
  binaryCrossEntropyError: 101,
  binaryCrossEntropyLogitsError: 102,
  maskScale: 103,
  div_db: 104,
  pow_da: 105,
  pow_db: 106,
  remainder_db: 107,
  fmod_db: 108,
  floorDivide_da: 109,
  abs_dx: 110,
  square_dx: 111,
  reciprocal_dx: 112,
  maximum_da: 113,
  maximum_db: 114,
  minimum_da: 115,
  minimum_db: 116,
  fmax_da: 117,
  fmax_db: 118,
  fmin_da: 119,
  fmin_db: 120,
  hypot_da: 121,
  copysign_da: 122,
  addcmul_da: 123,
  addcdiv_da: 124,
  addcdiv_db: 125,
  clamp_dx: 126,
  lerp_da: 127,
  lerp_dweight: 128,
  exp2_dx: 129,
  expm1_dx: 130,
  log1p_dx: 131,
  log2_dx: 132,
  log10_dx: 133,
  sqrt_dx: 134,
  rsqrt_dx: 135,
  sin_dx: 136,
  cos_dx: 137,
  tan_dx: 138,
  asin_dx: 139,
  acos_dx: 140,
  atan_dx: 141,
  atan2_da: 142,
  atan2_db: 143,
  sinh_dx: 144,
  cosh_dx: 145,
  tanh_dx: 146,
  asinh_dx: 147,
  acosh_dx: 148,
  atanh_dx: 149,
  erf_dx: 150,
  erfc_dx: 151,
  erfinv_dx: 152,
  lgamma_dx: 153,
  digamma_dx: 154,
  polygamma_dx: 155,
  relu_dx: 156,
  leakyRelu_dx: 157,
  elu_dx: 158,
  selu_dx: 159,
  celu_dx: 160,
  sigmoid_dx: 161,
  logit_dx: 162,
  logSigmoid_dx: 163,
  hardtanh_dx: 164,
  mish_dx: 165,
  silu_dx: 166,
  softplus_dx: 167,
  geluErf_dx: 168,
  geluTanh_dx: 169,
  where_da: 170,
  where_db: 171,
  nanToNum_dx: 172,
  squaredError_da: 173,
  squaredError_db: 174,
  absoluteError_da: 175,
  absoluteError_db: 176,
  huberError_da: 177,
  huberError_db: 178,
  binaryCrossEntropyError_da: 179,
  binaryCrossEntropyError_db: 180,
  binaryCrossEntropyLogitsError_dx: 181,
  binaryCrossEntropyLogitsError_dt: 182,
  binaryCrossEntropyLogitsError_dposWeight: 183,
  maskScale_dx: 184,
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
