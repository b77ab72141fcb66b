// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.

export const enum Op {
  gemm = 0,
  reduce = 1,
  softmax = 2,
  softmaxBackward = 3,
  crossEntropy = 4,
  crossEntropyBackward = 5,
  norm = 6,
  normBackward = 7,
  gather = 8,
  scatter = 9,
  random = 10,
  scan = 11,
  recurrent = 12,
  recurrentBackward = 13,
  sort = 14,
  conv = 15,
  pool = 16,
  attention = 17,
  attentionBackward = 18,
  firstOptimizer = 19,
  firstElementwise = 31,
  count = 217,
}
export const enum ReduceKind {
  sum,
  mean,
  prod,
  max,
  min,
  argmax,
  argmin,
  any,
  all,
}
export const enum RecurrentKind {
  tanh,
  relu,
  lstm,
  gru,
}
export const enum ScanKind {
  sum,
  prod,
  max,
  min,
  logSumExp,
  recurrence,
}
export const enum RandomKind {
  uniform,
  normal,
  bernoulli,
}
export const enum ScatterMode {
  replace,
  add,
  prod,
  amax,
  amin,
}
export const enum ConvKind {
  forward,
  input,
  weight,
}
export const enum PoolKind {
  max,
  avg,
  avgBackward,
  maxBackward,
}
/** C[i,j] = Σ A[i,k]·B[k,j] + bias[j] for every index of the batch dims. C has column stride 1; bias 0 means none. */
export const enum GemmWord {
  dtype = 2,
  m = 3,
  n = 4,
  k = 5,
  a = 6,
  aRow = 7,
  aCol = 8,
  b = 9,
  bRow = 10,
  bCol = 11,
  c = 12,
  cRow = 13,
  bias = 14,
  ndim = 15,
  dims = 16,
}
/** Reduces all dims after the first `kept` ones; y is contiguous. kind: see reduceKinds. Sums of integers go to int32. */
export const enum ReduceWord {
  dtype = 2,
  kind = 3,
  x = 4,
  y = 5,
  kept = 6,
  ndim = 7,
  dims = 8,
}
/** softmax, or logSoftmax when log is 1, of every row of a contiguous matrix. */
export const enum SoftmaxWord {
  dtype = 2,
  log = 3,
  rows = 4,
  cols = 5,
  x = 6,
  y = 7,
  dims = 8,
}
/** The gradient of softmax or logSoftmax from its output y, contiguous. */
export const enum SoftmaxBackwardWord {
  dtype = 2,
  log = 3,
  rows = 4,
  cols = 5,
  g = 6,
  y = 7,
  dx = 8,
  dims = 9,
}
/** Of each row of a contiguous matrix minus the log-softmax at its int32 target, `smoothing` of it taken from all columns. stats [rows, 2]: the largest element, log Σ e^(x − largest). */
export const enum CrossEntropyWord {
  dtype = 2,
  rows = 3,
  cols = 4,
  smoothing = 5,
  x = 6,
  target = 7,
  loss = 8,
  stats = 9,
  dims = 10,
}
/** The gradient of crossEntropy by x from that of each row, g [rows]. */
export const enum CrossEntropyBackwardWord {
  dtype = 2,
  rows = 3,
  cols = 4,
  smoothing = 5,
  g = 6,
  x = 7,
  target = 8,
  stats = 9,
  dx = 10,
  dims = 11,
}
/** Normalises contiguous x [runs, samples · groups, k, inner], of which runs or samples is 1: (x − mean) / √(variance + eps) · weight + bias, mean (0 unless centered) and variance being those of each of the samples · groups, weight and bias [groups, k]. inner is 1 only where runs is. */
export const enum NormWord {
  dtype = 2,
  centered = 3,
  runs = 4,
  samples = 5,
  groups = 6,
  k = 7,
  inner = 8,
  eps = 9,
  x = 10,
  weight = 11,
  bias = 12,
  y = 13,
  mean = 14,
  variance = 15,
  dims = 16,
}
/** The gradient of norm. The samples · groups are cut into `chunks` of equal size, the last ones smaller; work, for dweight or dbias, is float64 [chunks, 2, groups · k]: what each adds to them. */
export const enum NormBackwardWord {
  dtype = 2,
  centered = 3,
  runs = 4,
  samples = 5,
  groups = 6,
  k = 7,
  inner = 8,
  eps = 9,
  chunks = 10,
  g = 11,
  x = 12,
  weight = 13,
  mean = 14,
  variance = 15,
  dx = 16,
  dweight = 17,
  dbias = 18,
  work = 19,
  dims = 20,
}
/** y[i] = x[i with its coordinate `dim` replaced by index[i]]; sizes are those of index. A bad index stops the kernel. */
export const enum GatherWord {
  dtype = 2,
  x = 3,
  y = 4,
  index = 5,
  indexDtype = 6,
  dim = 7,
  dimSize = 8,
  ndim = 9,
  dims = 10,
}
/** Puts x[i] into y[i with its coordinate `dim` replaced by index[i]], in the order of i; sizes are those of index. mode: see scatterModes. */
export const enum ScatterWord {
  dtype = 2,
  x = 3,
  y = 4,
  index = 5,
  indexDtype = 6,
  dim = 7,
  dimSize = 8,
  ndim = 9,
  mode = 10,
  dims = 11,
}
/** n contiguous Philox 4×32-10 numbers from the (seed, counter) in the cell, which it advances. kind: see randomKinds. */
export const enum RandomWord {
  dtype = 2,
  kind = 3,
  n = 4,
  y = 5,
  cell = 6,
  a = 7,
  b = 8,
  dims = 9,
}
/** y[i] from x[0] to x[i] along the middle dim of contiguous [outer, n, inner]; from the last on when reverse is 1. kind: see scanKinds. */
export const enum ScanWord {
  dtype = 2,
  kind = 3,
  reverse = 4,
  outer = 5,
  n = 6,
  inner = 7,
  x = 8,
  factor = 9,
  y = 10,
  dims = 11,
}
/** One step of an RNN, LSTM or GRU, from the sums in gates (of the inputs) and product (of the hidden states), [gates · hidden] a row: makes rows `after` of h and c from rows `before`, and puts the activated gates into gates. kind: see recurrentKinds; at, before, after and productAt are the first of `rows` rows. */
export const enum RecurrentWord {
  dtype = 2,
  kind = 3,
  rows = 4,
  hidden = 5,
  at = 6,
  before = 7,
  after = 8,
  productAt = 9,
  gates = 10,
  product = 11,
  h = 12,
  c = 13,
  dims = 14,
}
/** The gradient of recurrent: dgates, and dproduct for GRU, from dh and dc of this step, `through` (from the next step, by its gates) and carry (past them), whose rows are the first; carry becomes that of the step before. */
export const enum RecurrentBackwardWord {
  dtype = 2,
  kind = 3,
  rows = 4,
  hidden = 5,
  at = 6,
  before = 7,
  after = 8,
  productAt = 9,
  gates = 10,
  product = 11,
  h = 12,
  c = 13,
  dh = 14,
  dc = 15,
  through = 16,
  carry = 17,
  dgates = 18,
  dproduct = 19,
  dims = 20,
}
/** The order of each row of a contiguous matrix as int32 indices: stable, NaN above all. work: (2k + 4)·rows·cols bytes, k those of x, at least 4. */
export const enum SortWord {
  dtype = 2,
  descending = 3,
  rows = 4,
  cols = 5,
  x = 6,
  index = 7,
  work = 8,
  dims = 9,
}
/** y = x ∗ weight, or x or weight as the gradient that y stands for; three dims, channels of a group, all contiguous. kind: see convKinds. */
export const enum ConvWord {
  dtype = 2,
  kind = 3,
  batch = 4,
  groups = 5,
  inChannels = 6,
  outChannels = 7,
  parts = 8,
  x = 9,
  weight = 10,
  y = 11,
  bias = 12,
  work = 13,
  ndim = 14,
  dims = 15,
}
/** Windows of contiguous planes of three dims. divisor: that of an average, 0 for the elements of x in the window, -1 for those of padding too. kind: see poolKinds. */
export const enum PoolWord {
  dtype = 2,
  kind = 3,
  planes = 4,
  adaptive = 5,
  divisor = 6,
  x = 7,
  y = 8,
  index = 9,
  ndim = 10,
  dims = 11,
}
/** y = softmax(scale q kᵀ + mask) v over [batch, heads, rows, cols]; size is [batch, heads, rows, keys]. Last dims are contiguous, but for the mask's. lse [batch, heads, rows]: logarithms of the sums, ∞ for rows that see no key. keep < 1 keeps weights by the bits of a bernoulli of that size, from the cell, which is copied to state and advanced. */
export const enum AttentionWord {
  dtype = 2,
  causal = 3,
  scale = 4,
  keep = 5,
  kvHeads = 6,
  cols = 7,
  vCols = 8,
  maskDtype = 9,
  q = 10,
  k = 11,
  v = 12,
  y = 13,
  lse = 14,
  mask = 15,
  state = 16,
  cell = 17,
  ndim = 18,
  dims = 19,
}
/** The gradients of attention from what it took and gave, and g, that of y. */
export const enum AttentionBackwardWord {
  dtype = 2,
  causal = 3,
  scale = 4,
  keep = 5,
  kvHeads = 6,
  cols = 7,
  vCols = 8,
  maskDtype = 9,
  q = 10,
  k = 11,
  v = 12,
  y = 13,
  lse = 14,
  mask = 15,
  state = 16,
  g = 17,
  dq = 18,
  dk = 19,
  dv = 20,
  ndim = 21,
  dims = 22,
}
