// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
import { backend } from '../backend/current.ts';
import { type Named, ringFor } from '../ring.ts';

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
  norm: {
    dtype: 2,
    centered: 3,
    runs: 4,
    samples: 5,
    groups: 6,
    k: 7,
    inner: 8,
    eps: 9,
    x: 10,
    weight: 11,
    bias: 12,
    y: 13,
    mean: 14,
    variance: 15,
    dims: 16,
  },
  normBackward: {
    dtype: 2,
    centered: 3,
    runs: 4,
    samples: 5,
    groups: 6,
    k: 7,
    inner: 8,
    eps: 9,
    chunks: 10,
    g: 11,
    x: 12,
    weight: 13,
    mean: 14,
    variance: 15,
    dx: 16,
    dweight: 17,
    dbias: 18,
    work: 19,
    dims: 20,
  },
  gather: { dtype: 2, x: 3, y: 4, index: 5, indexDtype: 6, dim: 7, dimSize: 8, ndim: 9, dims: 10 },
  scatter: { dtype: 2, x: 3, y: 4, index: 5, indexDtype: 6, dim: 7, dimSize: 8, ndim: 9, mode: 10, dims: 11 },
  random: { dtype: 2, kind: 3, n: 4, y: 5, cell: 6, a: 7, b: 8, dims: 9 },
  scan: { dtype: 2, kind: 3, reverse: 4, outer: 5, n: 6, inner: 7, x: 8, factor: 9, y: 10, dims: 11 },
  recurrent: {
    dtype: 2,
    kind: 3,
    rows: 4,
    hidden: 5,
    at: 6,
    before: 7,
    after: 8,
    productAt: 9,
    gates: 10,
    product: 11,
    h: 12,
    c: 13,
    dims: 14,
  },
  recurrentBackward: {
    dtype: 2,
    kind: 3,
    rows: 4,
    hidden: 5,
    at: 6,
    before: 7,
    after: 8,
    productAt: 9,
    gates: 10,
    product: 11,
    h: 12,
    c: 13,
    dh: 14,
    dc: 15,
    through: 16,
    carry: 17,
    dgates: 18,
    dproduct: 19,
    dims: 20,
  },
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
  ring[0] = 0;
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
  ring[0] = 1;
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
  ring[0] = 2;
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
  ring[0] = 3;
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
  ring[0] = 4;
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
  ring[0] = 5;
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

/** Normalises contiguous x [runs, samples · groups, k, inner], of which runs or samples is 1: (x − mean) / √(variance + eps) · weight + bias, mean (0 unless centered) and variance being those of each of the samples · groups, weight and bias [groups, k]. inner is 1 only where runs is. */
export function normRecord(
  op: string,
  dtype: number,
  centered: number,
  runs: number,
  samples: number,
  groups: number,
  k: number,
  inner: number,
  eps: number,
  x: Named,
  weight: Named | null,
  bias: Named | null,
  y: Named,
  mean: Named,
  variance: Named,
): number {
  const ring = ringFor(op, y, [x, weight, bias, mean, variance]);
  const length = 16;
  ring[0] = 6;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = centered;
  ring[4] = runs;
  ring[5] = samples;
  ring[6] = groups;
  ring[7] = k;
  ring[8] = inner;
  ring[9] = eps;
  ring[10] = x.address;
  ring[11] = weight === null ? 0 : weight.address;
  ring[12] = bias === null ? 0 : bias.address;
  ring[13] = y.address;
  ring[14] = mean.address;
  ring[15] = variance.address;
  return backend().exec(length);
}

/** The gradient of norm. The samples · groups are cut into `chunks` of equal size, the last ones smaller; work, for dweight or dbias, is float64 [chunks, 2, groups · k]: what each adds to them. */
export function normBackwardRecord(
  op: string,
  dtype: number,
  centered: number,
  runs: number,
  samples: number,
  groups: number,
  k: number,
  inner: number,
  eps: number,
  chunks: number,
  g: Named,
  x: Named,
  weight: Named | null,
  mean: Named,
  variance: Named,
  dx: Named,
  dweight: Named | null,
  dbias: Named | null,
  work: Named | null,
): number {
  const ring = ringFor(op, dx, [g, x, weight, mean, variance, dweight, dbias, work]);
  const length = 20;
  ring[0] = 7;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = centered;
  ring[4] = runs;
  ring[5] = samples;
  ring[6] = groups;
  ring[7] = k;
  ring[8] = inner;
  ring[9] = eps;
  ring[10] = chunks;
  ring[11] = g.address;
  ring[12] = x.address;
  ring[13] = weight === null ? 0 : weight.address;
  ring[14] = mean.address;
  ring[15] = variance.address;
  ring[16] = dx.address;
  ring[17] = dweight === null ? 0 : dweight.address;
  ring[18] = dbias === null ? 0 : dbias.address;
  ring[19] = work === null ? 0 : work.address;
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
  ring[0] = 8;
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
  ring[0] = 9;
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
  ring[0] = 10;
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
  ring[0] = 11;
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

/** One step of an RNN, LSTM or GRU, from the sums in gates (of the inputs) and product (of the hidden states), [gates · hidden] a row: makes rows `after` of h and c from rows `before`, and puts the activated gates into gates. kind: see recurrentKinds; at, before, after and productAt are the first of `rows` rows. */
export function recurrentRecord(
  op: string,
  dtype: number,
  kind: number,
  rows: number,
  hidden: number,
  at: number,
  before: number,
  after: number,
  productAt: number,
  gates: Named,
  product: Named,
  h: Named,
  c: Named | null,
): number {
  const ring = ringFor(op, h, [gates, product, c]);
  const length = 14;
  ring[0] = 12;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = kind;
  ring[4] = rows;
  ring[5] = hidden;
  ring[6] = at;
  ring[7] = before;
  ring[8] = after;
  ring[9] = productAt;
  ring[10] = gates.address;
  ring[11] = product.address;
  ring[12] = h.address;
  ring[13] = c === null ? 0 : c.address;
  return backend().exec(length);
}

/** The gradient of recurrent: dgates, and dproduct for GRU, from dh and dc of this step, `through` (from the next step, by its gates) and carry (past them), whose rows are the first; carry becomes that of the step before. */
export function recurrentBackwardRecord(
  op: string,
  dtype: number,
  kind: number,
  rows: number,
  hidden: number,
  at: number,
  before: number,
  after: number,
  productAt: number,
  gates: Named,
  product: Named | null,
  h: Named,
  c: Named | null,
  dh: Named | null,
  dc: Named | null,
  through: Named,
  carry: Named,
  dgates: Named,
  dproduct: Named | null,
): number {
  const ring = ringFor(op, dgates, [gates, product, h, c, dh, dc, through, carry, dproduct]);
  const length = 20;
  ring[0] = 13;
  ring[1] = length;
  ring[2] = dtype;
  ring[3] = kind;
  ring[4] = rows;
  ring[5] = hidden;
  ring[6] = at;
  ring[7] = before;
  ring[8] = after;
  ring[9] = productAt;
  ring[10] = gates.address;
  ring[11] = product === null ? 0 : product.address;
  ring[12] = h.address;
  ring[13] = c === null ? 0 : c.address;
  ring[14] = dh === null ? 0 : dh.address;
  ring[15] = dc === null ? 0 : dc.address;
  ring[16] = through.address;
  ring[17] = carry.address;
  ring[18] = dgates.address;
  ring[19] = dproduct === null ? 0 : dproduct.address;
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
  ring[0] = 14;
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
  ring[0] = 15;
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
  ring[0] = 16;
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
  ring[0] = 17;
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
  ring[0] = 18;
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
