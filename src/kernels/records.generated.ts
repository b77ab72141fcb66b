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
  attention: 11,
  attentionBackward: 12,
  sgd: 13,
  adagrad: 14,
  rmsprop: 15,
  adam: 16,
  nadam: 17,
  radam: 18,
  sparseAdam: 19,
  adamax: 20,
  adadelta: 21,
  rprop: 22,
  asgd: 23,
  lion: 24,
  copy: 25,
  add: 26,
  sub: 27,
  mul: 28,
  div: 29,
  pow: 30,
  remainder: 31,
  fmod: 32,
  floorDivide: 33,
  neg: 34,
  abs: 35,
  sign: 36,
  square: 37,
  reciprocal: 38,
  maximum: 39,
  minimum: 40,
  fmax: 41,
  fmin: 42,
  hypot: 43,
  copysign: 44,
  addcmul: 45,
  addcdiv: 46,
  clamp: 47,
  lerp: 48,
  floor: 49,
  ceil: 50,
  round: 51,
  trunc: 52,
  frac: 53,
  exp: 54,
  exp2: 55,
  expm1: 56,
  log: 57,
  log1p: 58,
  log2: 59,
  log10: 60,
  sqrt: 61,
  rsqrt: 62,
  sin: 63,
  cos: 64,
  tan: 65,
  asin: 66,
  acos: 67,
  atan: 68,
  atan2: 69,
  sinh: 70,
  cosh: 71,
  tanh: 72,
  asinh: 73,
  acosh: 74,
  atanh: 75,
  erf: 76,
  erfc: 77,
  erfinv: 78,
  lgamma: 79,
  digamma: 80,
  polygamma: 81,
  relu: 82,
  leakyRelu: 83,
  elu: 84,
  selu: 85,
  celu: 86,
  sigmoid: 87,
  logit: 88,
  logSigmoid: 89,
  softsign: 90,
  mish: 91,
  silu: 92,
  softplus: 93,
  geluErf: 94,
  geluTanh: 95,
  eq: 96,
  ne: 97,
  lt: 98,
  le: 99,
  gt: 100,
  ge: 101,
  logicalAnd: 102,
  logicalOr: 103,
  logicalXor: 104,
  logicalNot: 105,
  isnan: 106,
  isinf: 107,
  isfinite: 108,
  where: 109,
  maskedFill: 110,
  nanToNum: 111,
  isclose: 112,
  squaredError: 113,
  absoluteError: 114,
  huberError: 115,
  binaryCrossEntropyError: 116,
  binaryCrossEntropyLogitsError: 117,
  maskScale: 118,
  div_db: 119,
  pow_da: 120,
  pow_db: 121,
  remainder_db: 122,
  fmod_db: 123,
  floorDivide_da: 124,
  abs_dx: 125,
  square_dx: 126,
  reciprocal_dx: 127,
  maximum_da: 128,
  maximum_db: 129,
  minimum_da: 130,
  minimum_db: 131,
  fmax_da: 132,
  fmax_db: 133,
  fmin_da: 134,
  fmin_db: 135,
  hypot_da: 136,
  copysign_da: 137,
  addcmul_da: 138,
  addcdiv_da: 139,
  addcdiv_db: 140,
  clamp_dx: 141,
  lerp_da: 142,
  lerp_dweight: 143,
  exp2_dx: 144,
  expm1_dx: 145,
  log1p_dx: 146,
  log2_dx: 147,
  log10_dx: 148,
  sqrt_dx: 149,
  rsqrt_dx: 150,
  sin_dx: 151,
  cos_dx: 152,
  tan_dx: 153,
  asin_dx: 154,
  acos_dx: 155,
  atan_dx: 156,
  atan2_da: 157,
  atan2_db: 158,
  sinh_dx: 159,
  cosh_dx: 160,
  tanh_dx: 161,
  asinh_dx: 162,
  acosh_dx: 163,
  atanh_dx: 164,
  erf_dx: 165,
  erfc_dx: 166,
  erfinv_dx: 167,
  lgamma_dx: 168,
  digamma_dx: 169,
  polygamma_dx: 170,
  relu_dx: 171,
  leakyRelu_dx: 172,
  elu_dx: 173,
  selu_dx: 174,
  celu_dx: 175,
  sigmoid_dx: 176,
  logit_dx: 177,
  logSigmoid_dx: 178,
  hardtanh_dx: 179,
  softsign_dx: 180,
  mish_dx: 181,
  silu_dx: 182,
  softplus_dx: 183,
  geluErf_dx: 184,
  geluTanh_dx: 185,
  where_da: 186,
  where_db: 187,
  nanToNum_dx: 188,
  squaredError_da: 189,
  squaredError_db: 190,
  absoluteError_da: 191,
  absoluteError_db: 192,
  huberError_da: 193,
  huberError_db: 194,
  binaryCrossEntropyError_da: 195,
  binaryCrossEntropyError_db: 196,
  binaryCrossEntropyLogitsError_dx: 197,
  binaryCrossEntropyLogitsError_dt: 198,
  binaryCrossEntropyLogitsError_dposWeight: 199,
  maskScale_dx: 200,
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
  attention: {
    dtype: 2,
    causal: 3,
    scale: 4,
    keep: 5,
    kvHeads: 6,
    cols: 7,
    vCols: 8,
    maskDtype: 9,
    q: 10,
    k: 11,
    v: 12,
    y: 13,
    lse: 14,
    mask: 15,
    state: 16,
    cell: 17,
    ndim: 18,
    dims: 19,
  },
  attentionBackward: {
    dtype: 2,
    causal: 3,
    scale: 4,
    keep: 5,
    kvHeads: 6,
    cols: 7,
    vCols: 8,
    maskDtype: 9,
    q: 10,
    k: 11,
    v: 12,
    y: 13,
    lse: 14,
    mask: 15,
    state: 16,
    g: 17,
    dq: 18,
    dk: 19,
    dv: 20,
    ndim: 21,
    dims: 22,
  },
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

/** y = softmax(scale q kᵀ + mask) v over [batch, heads, rows, cols]; size is [batch, heads, rows, keys]. Last dims are contiguous, but for the mask's. lse [batch, heads, rows]: logarithms of the sums, ∞ for rows that see no key. keep < 1 keeps weights by the bits of a bernoulli of that size, from the cell, which is copied to state and advanced. */
export function attentionRecord(
  op: string,
  dtype: number,
  causal: number,
  scale: number,
  keep: number,
  kvHeads: number,
  cols: number,
  vCols: number,
  maskDtype: number,
  q: Named,
  k: Named,
  v: Named,
  y: Named,
  lse: Named,
  mask: Named | null,
  state: Named | null,
  cell: Named | null,
  sizes: readonly number[],
  qStrides: readonly number[],
  kStrides: readonly number[],
  vStrides: readonly number[],
  yStrides: readonly number[],
  maskStrides: readonly number[],
): number {
  const ring = ringFor(op, y, [q, k, v, lse, mask, state, cell]);
  const ndim = sizes.length;
  const length = 19 + 6 * ndim;
  ring[0] = opcode.attention;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = causal;
  ring[4] = scale;
  ring[5] = keep;
  ring[6] = kvHeads;
  ring[7] = cols;
  ring[8] = vCols;
  ring[9] = maskDtype;
  ring[10] = q.address;
  ring[11] = k.address;
  ring[12] = v.address;
  ring[13] = y.address;
  ring[14] = lse.address;
  ring[15] = mask === null ? 0 : mask.address;
  ring[16] = state === null ? 0 : state.address;
  ring[17] = cell === null ? 0 : cell.address;
  ring[18] = ndim;
  for (let i = 0; i < ndim; i++) {
    ring[19 + i] = sizes[i]!;
    ring[19 + ndim + i] = qStrides[i]!;
    ring[19 + 2 * ndim + i] = kStrides[i]!;
    ring[19 + 3 * ndim + i] = vStrides[i]!;
    ring[19 + 4 * ndim + i] = yStrides[i]!;
    ring[19 + 5 * ndim + i] = maskStrides[i]!;
  }
  return backend().exec(length);
}

/** The gradients of attention from what it took and gave, and g, that of y. */
export function attentionBackwardRecord(
  op: string,
  dtype: number,
  causal: number,
  scale: number,
  keep: number,
  kvHeads: number,
  cols: number,
  vCols: number,
  maskDtype: number,
  q: Named,
  k: Named,
  v: Named,
  y: Named,
  lse: Named,
  mask: Named | null,
  state: Named | null,
  g: Named,
  dq: Named,
  dk: Named,
  dv: Named,
  sizes: readonly number[],
  qStrides: readonly number[],
  kStrides: readonly number[],
  vStrides: readonly number[],
  yStrides: readonly number[],
  maskStrides: readonly number[],
  gStrides: readonly number[],
  dqStrides: readonly number[],
  dkStrides: readonly number[],
  dvStrides: readonly number[],
): number {
  const ring = ringFor(op, dq, [q, k, v, y, lse, mask, state, g, dk, dv]);
  const ndim = sizes.length;
  const length = 22 + 10 * ndim;
  ring[0] = opcode.attentionBackward;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = causal;
  ring[4] = scale;
  ring[5] = keep;
  ring[6] = kvHeads;
  ring[7] = cols;
  ring[8] = vCols;
  ring[9] = maskDtype;
  ring[10] = q.address;
  ring[11] = k.address;
  ring[12] = v.address;
  ring[13] = y.address;
  ring[14] = lse.address;
  ring[15] = mask === null ? 0 : mask.address;
  ring[16] = state === null ? 0 : state.address;
  ring[17] = g.address;
  ring[18] = dq.address;
  ring[19] = dk.address;
  ring[20] = dv.address;
  ring[21] = ndim;
  for (let i = 0; i < ndim; i++) {
    ring[22 + i] = sizes[i]!;
    ring[22 + ndim + i] = qStrides[i]!;
    ring[22 + 2 * ndim + i] = kStrides[i]!;
    ring[22 + 3 * ndim + i] = vStrides[i]!;
    ring[22 + 4 * ndim + i] = yStrides[i]!;
    ring[22 + 5 * ndim + i] = maskStrides[i]!;
    ring[22 + 6 * ndim + i] = gStrides[i]!;
    ring[22 + 7 * ndim + i] = dqStrides[i]!;
    ring[22 + 8 * ndim + i] = dkStrides[i]!;
    ring[22 + 9 * ndim + i] = dvStrides[i]!;
  }
  return backend().exec(length);
}
