/** Whole training steps: zeroGrad, forward, loss, backward, step. */
import { nn, optim, randint, randn, type Tensor } from '../../src/index.ts';
import type { Case, Suite } from '../measure.ts';

function mlp(...sizes: number[]): nn.Sequential {
  const model = new nn.Sequential();
  for (let i = 1; i < sizes.length; i++) {
    if (i > 1) model.append(new nn.ReLU());
    model.append(new nn.Linear(sizes[i - 1]!, sizes[i]!));
  }
  return model;
}

function step(model: nn.Sequential, x: Tensor, loss: (output: Tensor) => Tensor): () => void {
  const optimizer = new optim.Adam(model.parameters(), { lr: 1e-3 });
  return () => {
    optimizer.zeroGrad();
    loss(model.forward(x)).backward();
    optimizer.step();
  };
}

function cases(): Case[] {
  const labels = randint(0, 10, [128]);
  const targets = randn([32, 1]);
  const { crossEntropy, mseLoss } = nn.functional;
  return [
    {
      name: '(a) MLP 784-512-256-10, batch 128, Adam',
      run: step(mlp(784, 512, 256, 10), randn([128, 784]), (y) => crossEntropy(y, labels)),
      // Its OpenMP threads must not spin while OpenBLAS works on the same cores.
      torchEnv: { GOMP_SPINCOUNT: '0' },
    },
    {
      name: '(b) MLP 2-16-16-1, batch 32, Adam',
      run: step(mlp(2, 16, 16, 1), randn([32, 2]), (y) => mseLoss(y, targets)),
    },
  ];
}

export const training: Suite = { name: 'training', unit: 'ms', threads: 'all', cases };
