/** What a call costs when there is next to nothing to compute. */
import { randn, type Tensor } from '../../src/index.ts';
import type { Case, Suite } from '../measure.ts';

/** Calls per run, so that the loop around them does not count. */
const calls = 100;

function repeat(fn: () => void): () => void {
  return () => {
    for (let i = 0; i < calls; i++) fn();
  };
}

/** Two ops a round. */
function chain(x: Tensor, w: Tensor, ops = 10): Tensor {
  let y = x;
  for (let i = 0; i < ops / 2; i++) y = y.mul(w).tanh();
  return y.sum();
}

function cases(): Case[] {
  const [a, b] = [randn([4]), randn([4])];
  const x = randn([4], { requiresGrad: true });
  const [loss, long] = [chain(x, b), chain(x, b, 100)];
  return [
    { name: 'add of 4, no grad', calls, run: repeat(() => a.add(b)) },
    { name: 'add of 4, grad recorded', calls, run: repeat(() => x.add(b)) },
    { name: 'backward of a chain of 10 ops', run: () => loss.backward(null, { retainGraph: true }) },
    { name: 'backward of a chain of 100 ops', run: () => long.backward(null, { retainGraph: true }) },
    { name: 'forward and backward of the chain', run: () => chain(x, b).backward() },
  ];
}

export const dispatch: Suite = { name: 'dispatch', unit: 'ns', threads: 'one', cases };
