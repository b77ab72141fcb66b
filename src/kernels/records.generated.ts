// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
import { backend } from '../backend/current.ts';
import { type Named, ringFor } from '../ring.ts';

export const opcode = {
  gemm: 0,
  reduce: 1,
  softmax: 2,
  softmaxBackward: 3,
  gather: 4,
  scatterAdd: 5,
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
  clamp: 27,
  lerp: 28,
  floor: 29,
  ceil: 30,
  round: 31,
  trunc: 32,
  exp: 33,
  exp2: 34,
  expm1: 35,
  log: 36,
  log1p: 37,
  log2: 38,
  log10: 39,
  sqrt: 40,
  rsqrt: 41,
  sin: 42,
  cos: 43,
  tan: 44,
  asin: 45,
  acos: 46,
  atan: 47,
  atan2: 48,
  sinh: 49,
  cosh: 50,
  tanh: 51,
  erf: 52,
  erfc: 53,
  relu: 54,
  leakyRelu: 55,
  elu: 56,
  selu: 57,
  celu: 58,
  sigmoid: 59,
  silu: 60,
  softplus: 61,
  geluErf: 62,
  geluTanh: 63,
  eq: 64,
  ne: 65,
  lt: 66,
  le: 67,
  gt: 68,
  ge: 69,
  logicalAnd: 70,
  logicalOr: 71,
  logicalXor: 72,
  logicalNot: 73,
  isnan: 74,
  isinf: 75,
  isfinite: 76,
  where: 77,
  squaredError: 78,
  absoluteError: 79,
  huberError: 80,
  binaryCrossEntropyError: 81,
  binaryCrossEntropyLogitsError: 82,
  maskScale: 83,
  div_db: 84,
  pow_da: 85,
  pow_db: 86,
  remainder_db: 87,
  fmod_db: 88,
  floorDivide_da: 89,
  abs_dx: 90,
  square_dx: 91,
  reciprocal_dx: 92,
  maximum_da: 93,
  maximum_db: 94,
  minimum_da: 95,
  minimum_db: 96,
  clamp_dx: 97,
  lerp_da: 98,
  lerp_dweight: 99,
  exp2_dx: 100,
  expm1_dx: 101,
  log1p_dx: 102,
  log2_dx: 103,
  log10_dx: 104,
  sqrt_dx: 105,
  rsqrt_dx: 106,
  sin_dx: 107,
  cos_dx: 108,
  tan_dx: 109,
  asin_dx: 110,
  acos_dx: 111,
  atan_dx: 112,
  atan2_da: 113,
  atan2_db: 114,
  sinh_dx: 115,
  cosh_dx: 116,
  tanh_dx: 117,
  erf_dx: 118,
  erfc_dx: 119,
  relu_dx: 120,
  leakyRelu_dx: 121,
  elu_dx: 122,
  selu_dx: 123,
  celu_dx: 124,
  sigmoid_dx: 125,
  silu_dx: 126,
  softplus_dx: 127,
  geluErf_dx: 128,
  geluTanh_dx: 129,
  where_da: 130,
  where_db: 131,
  squaredError_da: 132,
  squaredError_db: 133,
  absoluteError_da: 134,
  absoluteError_db: 135,
  huberError_da: 136,
  huberError_db: 137,
  binaryCrossEntropyError_da: 138,
  binaryCrossEntropyError_db: 139,
  binaryCrossEntropyLogitsError_dx: 140,
  binaryCrossEntropyLogitsError_dt: 141,
  binaryCrossEntropyLogitsError_dposWeight: 142,
  maskScale_dx: 143,
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
  scatterAdd: { dtype: 2, x: 3, y: 4, index: 5, indexDtype: 6, dim: 7, dimSize: 8, ndim: 9, dims: 10 },
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

/** y[i with its coordinate `dim` replaced by index[i]] += x[i], in the order of i; sizes are those of index. */
export function scatterAddRecord(
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
  ring[0] = opcode.scatterAdd;
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
