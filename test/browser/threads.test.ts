/** Threads in a page: what init() was asked for is there, and the numbers do not depend on it. */
import { expect, it } from 'vitest';
import { backendInfo, init, manualSeed, nn, optim, randint, randn } from '../../src/browser.ts';
import { digest } from '../support/digest.ts';

/** Large enough for kernels to share their work. */
function train(seed: number): { losses: number[]; learned: string } {
  manualSeed(seed);
  const model = new nn.Sequential(new nn.Linear(200, 300), new nn.ReLU(), new nn.Linear(300, 10));
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9 });
  const [x, y] = [randn([512, 200]), randint(0, 10, [512])];
  const losses: number[] = [];
  for (let step = 0; step < 20; step++) {
    optimizer.zeroGrad();
    const loss = nn.functional.crossEntropy(model.forward(x), y);
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
  }
  return { losses, learned: digest(model.parameters()) };
}

it('init() gives as many threads as asked for', async () => {
  expect(await init({ threads: 2 })).toMatchObject({ name: 'wasm', threads: 2 });
  expect(backendInfo()).toMatchObject({ threads: 2, isa: expect.stringMatching(/-threads$/) as string });
});

it('a training run has the same bits with 1, 2 and 4 threads', async () => {
  const runs = [];
  for (const threads of [1, 2, 4]) {
    await init({ threads });
    expect(backendInfo().threads).toBe(threads);
    runs.push(train(5));
  }
  expect(runs[0]!.losses.at(-1)).toBeLessThan(runs[0]!.losses[0]! / 2);
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[2]).toEqual(runs[0]);
  expect(train(6).learned, 'the comparison can see a difference').not.toBe(runs[0]!.learned);
});
