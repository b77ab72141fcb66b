/** One row per module: how it is made here and in PyTorch, and what it is given. */
import { nn, randn, type Tensor, tensor } from '../../src/index.ts';

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
