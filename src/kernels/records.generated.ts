// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
import { backend } from '../backend/current.ts';
import { type Named, ringFor } from '../ring.ts';

export const opcode = {
  gemm: 0,
  reduce: 1,
  softmax: 2,
  softmaxBackward: 3,
  crossEntropy: 4,
  crossEntropyBackward: 5,
  gather: 6,
  scatter: 7,
  random: 8,
  scan: 9,
  sort: 10,
  conv: 11,
  pool: 12,
  attention: 13,
  attentionBackward: 14,
  sgd: 15,
  adagrad: 16,
  rmsprop: 17,
  adam: 18,
  nadam: 19,
  radam: 20,
  sparseAdam: 21,
  adamax: 22,
  adadelta: 23,
  rprop: 24,
  asgd: 25,
  lion: 26,
  copy: 27,
  add: 28,
  sub: 29,
  mul: 30,
  div: 31,
  pow: 32,
  remainder: 33,
  fmod: 34,
  floorDivide: 35,
  neg: 36,
  abs: 37,
  sign: 38,
  square: 39,
  reciprocal: 40,
  maximum: 41,
  minimum: 42,
  fmax: 43,
  fmin: 44,
  hypot: 45,
  copysign: 46,
  addcmul: 47,
  addcdiv: 48,
  clamp: 49,
  lerp: 50,
  floor: 51,
  ceil: 52,
  round: 53,
  trunc: 54,
  frac: 55,
  exp: 56,
  exp2: 57,
  expm1: 58,
  log: 59,
  log1p: 60,
  log2: 61,
  log10: 62,
  sqrt: 63,
  rsqrt: 64,
  sin: 65,
  cos: 66,
  tan: 67,
  asin: 68,
  acos: 69,
  atan: 70,
  atan2: 71,
  sinh: 72,
  cosh: 73,
  tanh: 74,
  asinh: 75,
  acosh: 76,
  atanh: 77,
  erf: 78,
  erfc: 79,
  erfinv: 80,
  lgamma: 81,
  digamma: 82,
  polygamma: 83,
  relu: 84,
  leakyRelu: 85,
  elu: 86,
  selu: 87,
  celu: 88,
  sigmoid: 89,
  logit: 90,
  logSigmoid: 91,
  softsign: 92,
  mish: 93,
  hardsigmoid: 94,
  hardswish: 95,
  silu: 96,
  softplus: 97,
  geluErf: 98,
  geluTanh: 99,
  eq: 100,
  ne: 101,
  lt: 102,
  le: 103,
  gt: 104,
  ge: 105,
  logicalAnd: 106,
  logicalOr: 107,
  logicalXor: 108,
  logicalNot: 109,
  isnan: 110,
  isinf: 111,
  isfinite: 112,
  where: 113,
  maskedFill: 114,
  nanToNum: 115,
  isclose: 116,
  squaredError: 117,
  absoluteError: 118,
  huberError: 119,
  binaryCrossEntropyError: 120,
  binaryCrossEntropyLogitsError: 121,
  maskScale: 122,
  div_db: 123,
  pow_da: 124,
  pow_db: 125,
  remainder_db: 126,
  fmod_db: 127,
  floorDivide_da: 128,
  abs_dx: 129,
  square_dx: 130,
  reciprocal_dx: 131,
  maximum_da: 132,
  maximum_db: 133,
  minimum_da: 134,
  minimum_db: 135,
  fmax_da: 136,
  fmax_db: 137,
  fmin_da: 138,
  fmin_db: 139,
  hypot_da: 140,
  copysign_da: 141,
  addcmul_da: 142,
  addcdiv_da: 143,
  addcdiv_db: 144,
  clamp_dx: 145,
  lerp_da: 146,
  lerp_dweight: 147,
  exp2_dx: 148,
  expm1_dx: 149,
  log1p_dx: 150,
  log2_dx: 151,
  log10_dx: 152,
  sqrt_dx: 153,
  rsqrt_dx: 154,
  sin_dx: 155,
  cos_dx: 156,
  tan_dx: 157,
  asin_dx: 158,
  acos_dx: 159,
  atan_dx: 160,
  atan2_da: 161,
  atan2_db: 162,
  sinh_dx: 163,
  cosh_dx: 164,
  tanh_dx: 165,
  asinh_dx: 166,
  acosh_dx: 167,
  atanh_dx: 168,
  erf_dx: 169,
  erfc_dx: 170,
  erfinv_dx: 171,
  lgamma_dx: 172,
  digamma_dx: 173,
  polygamma_dx: 174,
  relu_dx: 175,
  leakyRelu_dx: 176,
  elu_dx: 177,
  selu_dx: 178,
  celu_dx: 179,
  sigmoid_dx: 180,
  logit_dx: 181,
  logSigmoid_dx: 182,
  hardtanh_dx: 183,
  softsign_dx: 184,
  mish_dx: 185,
  hardsigmoid_dx: 186,
  hardswish_dx: 187,
  preluSlopes_dweight: 188,
  silu_dx: 189,
  softplus_dx: 190,
  geluErf_dx: 191,
  geluTanh_dx: 192,
  where_da: 193,
  where_db: 194,
  nanToNum_dx: 195,
  squaredError_da: 196,
  squaredError_db: 197,
  absoluteError_da: 198,
  absoluteError_db: 199,
  huberError_da: 200,
  huberError_db: 201,
  binaryCrossEntropyError_da: 202,
  binaryCrossEntropyError_db: 203,
  binaryCrossEntropyLogitsError_dx: 204,
  binaryCrossEntropyLogitsError_dt: 205,
  binaryCrossEntropyLogitsError_dposWeight: 206,
  maskScale_dx: 207,
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
  crossEntropy: { dtype: 2, rows: 3, cols: 4, smoothing: 5, x: 6, target: 7, loss: 8, stats: 9, dims: 10 },
  crossEntropyBackward: { dtype: 2, rows: 3, cols: 4, smoothing: 5, g: 6, x: 7, target: 8, stats: 9, dx: 10, dims: 11 },
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

/** Of each row of a contiguous matrix minus the log-softmax at its int32 target, `smoothing` of it taken from all columns. stats [rows, 2]: the largest element, log Σ e^(x − largest). */
export function crossEntropyRecord(
  op: string,
  dtype: number,
  rows: number,
  cols: number,
  smoothing: number,
  x: Named,
  target: Named,
  loss: Named,
  stats: Named,
): number {
  const ring = ringFor(op, loss, [stats, x, target]);
  const length = 10;
  ring[0] = opcode.crossEntropy;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = rows;
  ring[4] = cols;
  ring[5] = smoothing;
  ring[6] = x.address;
  ring[7] = target.address;
  ring[8] = loss.address;
  ring[9] = stats.address;
  return backend().exec(length);
}

/** The gradient of crossEntropy by x from that of each row, g [rows]. */
export function crossEntropyBackwardRecord(
  op: string,
  dtype: number,
  rows: number,
  cols: number,
  smoothing: number,
  g: Named,
  x: Named,
  target: Named,
  stats: Named,
  dx: Named,
): number {
  const ring = ringFor(op, dx, [g, x, target, stats]);
  const length = 11;
  ring[0] = opcode.crossEntropyBackward;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = rows;
  ring[4] = cols;
  ring[5] = smoothing;
  ring[6] = g.address;
  ring[7] = x.address;
  ring[8] = target.address;
  ring[9] = stats.address;
  ring[10] = dx.address;
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
