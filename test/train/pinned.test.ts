/** One training run that is known to the last bit: the same kernels give the same numbers in Node and in every browser. */
import { describe, expect, it } from 'vitest';
import { data, Generator, manualSeed, nn, optim, randn, stack, tensor, type Tensor } from '../../src/index.ts';
import { everyBackend, on } from '../support/backends.ts';
import { digest } from '../support/digest.ts';

const classes = 10;

/** Points in 12 dimensions around a center per class, near enough to one another that the classes overlap. */
function points(count: number): data.TensorDataset<[Tensor, Tensor]> {
  const generator = new Generator(3);
  const labels = Int32Array.from({ length: count }, (_, i) => (i * 7) % classes);
  const centers = randn([classes, 12], { generator });
  const x = centers.indexSelect(0, tensor(labels)).add(randn([count, 12], { generator }));
  return new data.TensorDataset(x, tensor(labels));
}

interface Run {
  /** Of the last step. */
  loss: number;
  /** Of the losses of all steps, and of what was learned. */
  digest: string;
}

/** 200 steps of Adam on an MLP. */
function train(): Run {
  manualSeed(11);
  const model = new nn.Sequential(
    new nn.Linear(12, 64),
    new nn.ReLU(),
    new nn.Linear(64, 33),
    new nn.Tanh(),
    new nn.Linear(33, classes),
  );
  const optimizer = new optim.Adam(model.parameters(), { lr: 3e-3 });
  const criterion = new nn.CrossEntropyLoss();
  const loader = new data.DataLoader(points(640), { batchSize: 64, shuffle: true, generator: new Generator(4) });
  const losses: Tensor[] = [];
  for (let epoch = 0; epoch < 20; epoch++) {
    for (const [x, y] of loader) {
      optimizer.zeroGrad();
      const loss = criterion.forward(model.forward(x), y);
      loss.backward();
      optimizer.step();
      losses.push(loss.detach());
    }
  }
  const [first, last] = [losses[0]!.item(), losses.at(-1)!.item()];
  expect(losses).toHaveLength(200);
  expect(last).toBeLessThan(first / 4);
  return { loss: last, digest: digest([stack(losses), ...model.parameters()]) };
}

/** Threads change nothing. Whoever changes a kernel may change these, in the same commit and on purpose. */
const pinned: Readonly<Record<string, Run>> = {
  relaxed: { loss: 0.2949306070804596, digest: '88acb6ae' },
  simd: { loss: 0.29491063952445984, digest: 'af25d09b' },
  scalar: { loss: 0.29491859674453735, digest: 'b038f4bb' },
};
/** Each of native's instruction sets has bits of its own, and a loss this near. */
const nativeLoss = 0.2949306;

describe('200 steps of training', () => {
  it.each(everyBackend)('%s: the loss is the one it always is', (name) => {
    const run = on(name, train);
    if (name === 'native') {
      expect(run.loss).toBeCloseTo(nativeLoss, 5);
      expect(on(name, train)).toEqual(run);
    } else {
      expect(run).toEqual(pinned[name.split('-')[1]!]);
    }
  });
});
