/** The kernels that are more than elementwise. Each has one function in native/kernels, assembly/kernels and src/backend/reference. */
import type { KernelRow } from './rows.ts';

/** How both attention records begin. */
const attentionWords = ['dtype', 'causal', 'scale', 'keep', 'kvHeads', 'cols', 'vCols', 'maskDtype'] as const;
const attentionTensors = ['q', 'k', 'v', 'y', 'lse', 'mask', 'state'] as const;
const attentionDims = ['size', 'qStride', 'kStride', 'vStride', 'yStride', 'maskStride'] as const;

export const kernels = {
  gemm: {
    words: ['dtype', 'm', 'n', 'k', 'a', 'aRow', 'aCol', 'b', 'bRow', 'bCol', 'c', 'cRow', 'bias', 'ndim'],
    tensors: ['c', 'a', 'b', 'bias?'],
    dims: ['size', 'aStride', 'bStride', 'cStride'],
    doc: 'C[i,j] = Σ A[i,k]·B[k,j] + bias[j] for every index of the batch dims. C has column stride 1; bias 0 means none.',
  },
  reduce: {
    words: ['dtype', 'kind', 'x', 'y', 'kept', 'ndim'],
    tensors: ['y', 'x'],
    dims: ['size', 'stride'],
    doc: 'Reduces all dims after the first `kept` ones; y is contiguous. kind: see reduceKinds. Sums of integers go to int32.',
  },
  softmax: {
    words: ['dtype', 'log', 'rows', 'cols', 'x', 'y'],
    tensors: ['y', 'x'],
    doc: 'softmax, or logSoftmax when log is 1, of every row of a contiguous matrix.',
  },
  softmaxBackward: {
    words: ['dtype', 'log', 'rows', 'cols', 'g', 'y', 'dx'],
    tensors: ['dx', 'g', 'y'],
    doc: 'The gradient of softmax or logSoftmax from its output y, contiguous.',
  },
  crossEntropy: {
    words: ['dtype', 'rows', 'cols', 'smoothing', 'x', 'target', 'loss', 'stats'],
    tensors: ['loss', 'stats', 'x', 'target'],
    doc: 'Of each row of a contiguous matrix minus the log-softmax at its int32 target, `smoothing` of it taken from all columns. stats [rows, 2]: the largest element, log Σ e^(x − largest).',
  },
  crossEntropyBackward: {
    words: ['dtype', 'rows', 'cols', 'smoothing', 'g', 'x', 'target', 'stats', 'dx'],
    tensors: ['dx', 'g', 'x', 'target', 'stats'],
    doc: 'The gradient of crossEntropy by x from that of each row, g [rows].',
  },
  norm: {
    words: 'dtype centered runs samples groups k inner eps x weight bias y mean variance'.split(' '),
    tensors: ['y', 'x', 'weight?', 'bias?', 'mean', 'variance'],
    doc: 'Normalises contiguous x [runs, samples · groups, k, inner], of which runs or samples is 1: (x − mean) / √(variance + eps) · weight + bias, mean (0 unless centered) and variance being those of each of the samples · groups, weight and bias [groups, k]. inner is 1 only where runs is.',
  },
  normBackward: {
    words: 'dtype centered runs samples groups k inner eps chunks g x weight mean variance dx dweight dbias work'.split(
      ' ',
    ),
    tensors: ['dx', 'g', 'x', 'weight?', 'mean', 'variance', 'dweight?', 'dbias?', 'work?'],
    doc: 'The gradient of norm. The samples · groups are cut into `chunks` of equal size, the last ones smaller; work, for dweight or dbias, is float64 [chunks, 2, groups · k]: what each adds to them.',
  },
  gather: {
    words: ['dtype', 'x', 'y', 'index', 'indexDtype', 'dim', 'dimSize', 'ndim'],
    tensors: ['y', 'x', 'index'],
    dims: ['size', 'xStride', 'yStride', 'indexStride'],
    doc: 'y[i] = x[i with its coordinate `dim` replaced by index[i]]; sizes are those of index. A bad index stops the kernel.',
  },
  scatter: {
    words: ['dtype', 'x', 'y', 'index', 'indexDtype', 'dim', 'dimSize', 'ndim', 'mode'],
    tensors: ['y', 'x', 'index'],
    dims: ['size', 'xStride', 'yStride', 'indexStride'],
    doc: 'Puts x[i] into y[i with its coordinate `dim` replaced by index[i]], in the order of i; sizes are those of index. mode: see scatterModes.',
  },
  random: {
    words: ['dtype', 'kind', 'n', 'y', 'cell', 'a', 'b'],
    tensors: ['y', 'cell'],
    doc: 'n contiguous Philox 4×32-10 numbers from the (seed, counter) in the cell, which it advances. kind: see randomKinds.',
  },
  scan: {
    words: ['dtype', 'kind', 'reverse', 'outer', 'n', 'inner', 'x', 'factor', 'y'],
    tensors: ['y', 'x', 'factor?'],
    doc: 'y[i] from x[0] to x[i] along the middle dim of contiguous [outer, n, inner]; from the last on when reverse is 1. kind: see scanKinds.',
  },
  recurrent: {
    words: 'dtype kind rows hidden at before after productAt gates product h c'.split(' '),
    tensors: ['h', 'gates', 'product', 'c?'],
    doc: 'One step of an RNN, LSTM or GRU, from the sums in gates (of the inputs) and product (of the hidden states), [gates · hidden] a row: makes rows `after` of h and c from rows `before`, and puts the activated gates into gates. kind: see recurrentKinds; at, before, after and productAt are the first of `rows` rows.',
  },
  recurrentBackward: {
    words:
      'dtype kind rows hidden at before after productAt gates product h c dh dc through carry dgates dproduct'.split(
        ' ',
      ),
    tensors: ['dgates', 'gates', 'product?', 'h', 'c?', 'dh?', 'dc?', 'through', 'carry', 'dproduct?'],
    doc: 'The gradient of recurrent: dgates, and dproduct for GRU, from dh and dc of this step, `through` (from the next step, by its gates) and carry (past them), whose rows are the first; carry becomes that of the step before.',
  },
  sort: {
    words: ['dtype', 'descending', 'rows', 'cols', 'x', 'index', 'work'],
    tensors: ['index', 'x', 'work'],
    doc: 'The order of each row of a contiguous matrix as int32 indices: stable, NaN above all. work: (2k + 4)·rows·cols bytes, k those of x, at least 4.',
  },
  conv: {
    words: [
      'dtype',
      'kind',
      'batch',
      'groups',
      'inChannels',
      'outChannels',
      'parts',
      'x',
      'weight',
      'y',
      'bias',
      'work',
      'ndim',
    ],
    tensors: ['y', 'x', 'weight', 'bias?', 'work?'],
    dims: ['inSize', 'kernel', 'outSize', 'stride', 'padding', 'dilation'],
    doc: 'y = x ∗ weight, or x or weight as the gradient that y stands for; three dims, channels of a group, all contiguous. kind: see convKinds.',
  },
  pool: {
    words: ['dtype', 'kind', 'planes', 'adaptive', 'divisor', 'x', 'y', 'index', 'ndim'],
    tensors: ['y', 'x', 'index?'],
    dims: ['inSize', 'kernel', 'outSize', 'stride', 'padding', 'dilation'],
    doc: 'Windows of contiguous planes of three dims. divisor: that of an average, 0 for the elements of x in the window, -1 for those of padding too. kind: see poolKinds.',
  },
  attention: {
    words: [...attentionWords, ...attentionTensors, 'cell', 'ndim'],
    tensors: ['y', 'q', 'k', 'v', 'lse', 'mask?', 'state?', 'cell?'],
    dims: attentionDims,
    doc: "y = softmax(scale q kᵀ + mask) v over [batch, heads, rows, cols]; size is [batch, heads, rows, keys]. Last dims are contiguous, but for the mask's. lse [batch, heads, rows]: logarithms of the sums, ∞ for rows that see no key. keep < 1 keeps weights by the bits of a bernoulli of that size, from the cell, which is copied to state and advanced.",
  },
  attentionBackward: {
    words: [...attentionWords, ...attentionTensors, 'g', 'dq', 'dk', 'dv', 'ndim'],
    tensors: ['dq', 'q', 'k', 'v', 'y', 'lse', 'mask?', 'state?', 'g', 'dk', 'dv'],
    dims: [...attentionDims, 'gStride', 'dqStride', 'dkStride', 'dvStride'],
    doc: 'The gradients of attention from what it took and gave, and g, that of y.',
  },
} satisfies Record<string, KernelRow>;
