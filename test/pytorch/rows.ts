/** One row per module: how it is made here and in PyTorch, and what it is given. */
import { nn, optim, randn, type Tensor, tensor } from '../../src/index.ts';

export interface ExchangeRow {
  name: string;
  make: () => { module: nn.AnyModule; inputs: Tensor[] };
  /** The same module, as a Python expression over torch and nn. */
  torch: string;
}

/** @param inputs shapes of normal numbers, or tensors */
function row(
  name: string,
  torch: string,
  module: () => nn.AnyModule,
  ...inputs: (readonly number[] | Tensor | (() => Tensor))[]
): ExchangeRow {
  const made = (x: (typeof inputs)[number]): Tensor =>
    Array.isArray(x) ? randn(x as number[]) : typeof x === 'function' ? x() : (x as Tensor);
  return { name, torch, make: () => ({ module: module(), inputs: inputs.map(made) }) };
}
const norm = (name: 'BatchNorm1d' | 'BatchNorm2d' | 'BatchNorm3d', shape: number[]): ExchangeRow =>
  row(name, `nn.${name}(3)`, () => new nn[name](3), shape);
const instance = (name: 'InstanceNorm1d' | 'InstanceNorm2d' | 'InstanceNorm3d', shape: number[]): ExchangeRow =>
  row(
    name,
    `nn.${name}(3, affine=True, track_running_stats=True)`,
    () => new nn[name](3, { affine: true, trackRunningStats: true }),
    shape,
  );
/** RNN, LSTM or GRU. */
const recurrent = (name: 'RNN' | 'LSTM' | 'GRU', options: nn.LSTMOptions = {}): ExchangeRow => {
  const { numLayers = 1, bidirectional = false, projSize = 0, batchFirst = false } = options;
  const python = Object.entries({ num_layers: numLayers, bidirectional, proj_size: projSize, batch_first: batchFirst })
    .filter(([key, value]) => value && !(key === 'num_layers' && value === 1))
    .map(([key, value]) => `, ${key}=${value === true ? 'True' : value}`);
  return row(
    `${name}${python.join('')}`,
    `nn.${name}(3, 4${python.join('')})`,
    () => new nn[name](3, 4, options),
    [5, 2, 3],
  );
};
const index =
  (rows: number[][]): (() => Tensor) =>
  () =>
    tensor(rows, { dtype: 'int32' });

export const rows: readonly ExchangeRow[] = [
  row('Linear', 'nn.Linear(5, 3)', () => new nn.Linear(5, 3), [4, 5]),
  row('Linear, no bias', 'nn.Linear(5, 3, bias=False)', () => new nn.Linear(5, 3, { bias: false }), [2, 4, 5]),
  row('Bilinear', 'nn.Bilinear(3, 4, 2)', () => new nn.Bilinear(3, 4, 2), [5, 3], [5, 4]),
  row(
    'Embedding',
    'nn.Embedding(6, 3, padding_idx=1)',
    () => new nn.Embedding(6, 3, { paddingIdx: 1 }),
    index([[1, 5, 2]]),
  ),
  row('PReLU', 'nn.PReLU(3)', () => new nn.PReLU({ numParameters: 3 }), [2, 3, 4]),
  norm('BatchNorm1d', [4, 3]),
  norm('BatchNorm2d', [2, 3, 2, 2]),
  norm('BatchNorm3d', [2, 3, 2, 1, 2]),
  row(
    'BatchNorm1d, cumulative',
    'nn.BatchNorm1d(3, momentum=None)',
    () => new nn.BatchNorm1d(3, { momentum: null }),
    [2, 3, 4],
  ),
  instance('InstanceNorm1d', [2, 3, 4]),
  instance('InstanceNorm2d', [2, 3, 2, 2]),
  instance('InstanceNorm3d', [2, 3, 2, 1, 2]),
  row('LayerNorm', 'nn.LayerNorm([2, 3])', () => new nn.LayerNorm([2, 3]), [4, 2, 3]),
  row('GroupNorm', 'nn.GroupNorm(2, 4)', () => new nn.GroupNorm(2, 4), [2, 4, 3]),
  recurrent('RNN', { numLayers: 2 }),
  recurrent('LSTM', { numLayers: 2, bidirectional: true, projSize: 2 }),
  recurrent('LSTM', { batchFirst: true }),
  recurrent('GRU', { numLayers: 2, bidirectional: true }),
  row('RNNCell', 'nn.RNNCell(3, 4)', () => new nn.RNNCell(3, 4), [2, 3]),
  row('LSTMCell', 'nn.LSTMCell(3, 4)', () => new nn.LSTMCell(3, 4), [2, 3]),
  row('GRUCell', 'nn.GRUCell(3, 4, bias=False)', () => new nn.GRUCell(3, 4, { bias: false }), [2, 3]),
  row(
    'MultiheadAttention',
    'nn.MultiheadAttention(4, 2, add_bias_kv=True)',
    () => new nn.MultiheadAttention(4, 2, { addBiasKv: true }),
    [2, 2, 4],
    [3, 2, 4],
    [3, 2, 4],
  ),
  row(
    'MultiheadAttention, kdim and vdim',
    'nn.MultiheadAttention(4, 2, kdim=3, vdim=5, batch_first=True)',
    () => new nn.MultiheadAttention(4, 2, { kdim: 3, vdim: 5, batchFirst: true }),
    [2, 2, 4],
    [2, 3, 3],
    [2, 3, 5],
  ),
  row(
    'TransformerEncoderLayer',
    "nn.TransformerEncoderLayer(4, 2, 6, activation='gelu', batch_first=True)",
    () => new nn.TransformerEncoderLayer(4, 2, { dimFeedforward: 6, activation: 'gelu', batchFirst: true }),
    [2, 3, 4],
  ),
  row(
    'TransformerDecoderLayer',
    'nn.TransformerDecoderLayer(4, 2, 6, norm_first=True)',
    () => new nn.TransformerDecoderLayer(4, 2, { dimFeedforward: 6, normFirst: true }),
    [3, 2, 4],
    [2, 2, 4],
  ),
  row(
    'TransformerEncoder',
    'nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6), 2, nn.LayerNorm(4))',
    () =>
      new nn.TransformerEncoder(new nn.TransformerEncoderLayer(4, 2, { dimFeedforward: 6 }), 2, {
        norm: new nn.LayerNorm(4),
      }),
    [3, 2, 4],
  ),
  row(
    'Transformer',
    'nn.Transformer(4, 2, 1, 2, 6)',
    () => new nn.Transformer({ dModel: 4, nhead: 2, numEncoderLayers: 1, numDecoderLayers: 2, dimFeedforward: 6 }),
    [3, 2, 4],
    [2, 2, 4],
  ),
  row(
    'AveragedModel',
    'torch.optim.swa_utils.AveragedModel(nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4)))',
    () => new optim.swaUtils.AveragedModel(new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4))),
    [5, 3],
  ),
  ...(['sum', 'mean', 'max'] as const).map((mode) =>
    row(
      `EmbeddingBag, ${mode}`,
      `nn.EmbeddingBag(6, 3, mode='${mode}')`,
      () => new nn.EmbeddingBag(6, 3, { mode }),
      index([
        [1, 5, 2],
        [0, 0, 3],
      ]),
    ),
  ),
  row(
    'Sequential',
    'nn.Sequential(nn.Flatten(), nn.Linear(6, 4), nn.Tanh(), nn.Sequential(nn.Linear(4, 2), nn.GELU()))',
    () =>
      new nn.Sequential(
        new nn.Flatten(),
        new nn.Linear(6, 4),
        new nn.Tanh(),
        new nn.Sequential(new nn.Linear(4, 2), new nn.GELU()),
      ),
    [3, 2, 3],
  ),
  row(
    'Sequential of names',
    "nn.Sequential(__import__('collections').OrderedDict(hidden=nn.Linear(3, 4), act=nn.ReLU(), out=nn.Linear(4, 1)))",
    () => new nn.Sequential({ hidden: new nn.Linear(3, 4), act: new nn.ReLU(), out: new nn.Linear(4, 1) }),
    [2, 3],
  ),
  row('weightNorm', 'nn.utils.weight_norm(nn.Linear(4, 3))', () => nn.utils.weightNorm(new nn.Linear(4, 3)), [2, 4]),
  row(
    'spectralNorm',
    'nn.utils.spectral_norm(nn.Linear(4, 3))',
    () => nn.utils.spectralNorm(new nn.Linear(4, 3)),
    [2, 4],
  ),
  row(
    'prune',
    "prune.l1_unstructured(nn.Linear(4, 3), 'weight', 0.5)",
    () => nn.utils.prune.l1Unstructured(new nn.Linear(4, 3), 'weight', 0.5),
    [2, 4],
  ),
  row('Conv1d', 'nn.Conv1d(2, 4, 3, padding=1)', () => new nn.Conv1d(2, 4, 3, { padding: 1 }), [2, 2, 7]),
  row(
    'Conv2d',
    'nn.Conv2d(4, 6, 3, stride=2, groups=2, bias=False)',
    () => new nn.Conv2d(4, 6, 3, { stride: 2, groups: 2, bias: false }),
    [2, 4, 7, 7],
  ),
  row('Conv3d', 'nn.Conv3d(1, 2, 2)', () => new nn.Conv3d(1, 2, 2), [1, 1, 3, 4, 3]),
  row('ConvTranspose1d', 'nn.ConvTranspose1d(2, 3, 2)', () => new nn.ConvTranspose1d(2, 3, 2), [1, 2, 4]),
  row('ConvTranspose3d', 'nn.ConvTranspose3d(2, 1, 2)', () => new nn.ConvTranspose3d(2, 1, 2), [1, 2, 2, 2, 2]),
  row(
    'TransformerDecoder',
    'nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 6), 2)',
    () => new nn.TransformerDecoder(new nn.TransformerDecoderLayer(4, 2, { dimFeedforward: 6 }), 2),
    [3, 2, 4],
    [2, 2, 4],
  ),
  row(
    'ConvTranspose2d',
    'nn.ConvTranspose2d(4, 6, 3, stride=2, groups=2)',
    () => new nn.ConvTranspose2d(4, 6, 3, { stride: 2, groups: 2 }),
    [1, 4, 3, 3],
  ),
  row(
    'spectralNorm, transposed',
    'nn.utils.spectral_norm(nn.ConvTranspose2d(2, 3, 3))',
    () => nn.utils.spectralNorm(new nn.ConvTranspose2d(2, 3, 3)),
    [1, 2, 3, 3],
  ),
];
