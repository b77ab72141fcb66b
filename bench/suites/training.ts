/** Whole training steps: zeroGrad, forward, loss, backward, step. */
import { nn, optim, randint, randn, type Tensor } from '../../src/index.ts';
import { type Case, fullBudget, type Suite } from '../measure.ts';
import { CharLstm, cnn, Gpt, mlp } from './models.ts';

type Model = nn.Module<[Tensor], Tensor>;

function step(
  model: Model,
  x: Tensor,
  loss: (output: Tensor) => Tensor,
  Optimizer: typeof optim.Adam | typeof optim.AdamW = optim.Adam,
): () => void {
  const optimizer = new Optimizer(model.parameters(), { lr: 1e-3 });
  return () => {
    optimizer.zeroGrad();
    loss(model.forward(x)).backward();
    optimizer.step();
  };
}

function classes(count: number, rows: number): (output: Tensor) => Tensor {
  const labels = randint(0, count, [rows]);
  return (y) => nn.functional.crossEntropy(y, labels);
}

interface Step extends Omit<Case, 'run'> {
  /** Makes the model and gives its step. */
  make: () => () => void;
}

function mseToNoise(): (output: Tensor) => Tensor {
  const targets = randn([32, 1]);
  return (y) => nn.functional.mseLoss(y, targets);
}

export const steps: readonly Step[] = [
  // PyTorch's OpenMP threads must not spin while OpenBLAS works on the same cores, nor the other way round.
  {
    name: '(a) MLP 784-512-256-10, batch 128, Adam',
    make: () => step(mlp(784, 512, 256, 10), randn([128, 784]), classes(10, 128)),
    torchEnv: { GOMP_SPINCOUNT: '0' },
  },
  {
    name: '(b) MLP 2-16-16-1, batch 32, Adam',
    make: () => step(mlp(2, 16, 16, 1), randn([32, 2]), mseToNoise()),
  },
  {
    name: '(c) CNN 32-64 of 3x3, batch 64 of 28x28, Adam',
    make: () => step(cnn(), randn([64, 1, 28, 28]), classes(10, 64)),
    torchEnv: { OPENBLAS_NUM_THREADS: '1' },
  },
  {
    name: '(d) LSTM 32-128, batch 32, 64 steps, Adam',
    make: () => step(new CharLstm(), randn([32, 64, 32]), classes(65, 32 * 64)),
    torchEnv: { GOMP_SPINCOUNT: '0' },
  },
  {
    name: '(e) GPT of 4 layers, 4 heads, 128 columns, 64 tokens, batch 12, AdamW',
    make: () => step(new Gpt(65, 128, 4, 4, 64), randint(0, 65, [12, 64]), classes(65, 12 * 64), optim.AdamW),
    torchEnv: { OMP_WAIT_POLICY: 'PASSIVE' },
  },
];

const cases = (): Case[] => steps.map(({ make, ...one }) => ({ ...one, run: make() }));

export const training: Suite = {
  name: 'training',
  unit: 'ms',
  threads: 'all',
  cases,
  // A step calls each op a few times only: compilers are done after some fifty of (e).
  budget: { ...fullBudget, warmupSeconds: 3, caseSeconds: 1 },
};
