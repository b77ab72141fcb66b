/** Elementwise ops, reductions and softmax on 1024 × 1024 float32. */
import { arange, nn, randn, type Tensor } from '../../src/index.ts';
import type { Case, Suite } from '../measure.ts';

const size = 1024;
const matrix = size * size * 4;

function cases(): Case[] {
  const x = randn([size, size]);
  const y = randn([size, size]);
  const positive = x.abs().add(0.1);
  const row = randn([size]);
  const column = randn([size, 1]);
  const pairs = randn([size, size, 2]).select(2, 0);
  const classes = arange(size).remainder(10);
  const own = randn([size, size]);
  const map = (name: string, fn: (x: Tensor) => Tensor, of = x): Case => ({
    name,
    run: () => fn(of),
    bytes: 2 * matrix,
  });
  const reduction = (name: string, fn: (x: Tensor) => unknown): Case => ({ name, run: () => fn(x), bytes: matrix });
  return [
    { name: 'add', run: () => x.add(y), bytes: 3 * matrix },
    { name: 'mul', run: () => x.mul(y), bytes: 3 * matrix },
    map('relu', (t) => t.relu()),
    map('exp', (t) => t.exp()),
    map('log', (t) => t.log(), positive),
    map('tanh', (t) => t.tanh()),
    map('sigmoid', (t) => t.sigmoid()),
    map('gelu (erf)', (t) => nn.functional.gelu(t)),
    map('silu', (t) => nn.functional.silu(t)),
    map('gelu (tanh)', (t) => nn.functional.gelu(t, { approximate: 'tanh' })),
    reduction('sum', (t) => t.sum()),
    reduction('sum of rows', (t) => t.sum(1)),
    reduction('sum of columns', (t) => t.sum(0)),
    reduction('max of rows', (t) => t.max(1)),
    reduction('argmax of rows', (t) => t.argmax(1)),
    map('cumsum of rows', (t) => t.cumsum(1)),
    map('softmax', (t) => t.softmax(1)),
    map('log softmax', (t) => t.logSoftmax(1)),
    map('layer norm', (t) => nn.functional.layerNorm(t, [size])),
    reduction('cross entropy', (t) => nn.functional.crossEntropy(t, classes)),
    map('add a row', (t) => t.add(row)),
    map('add a column', (t) => t.add(column)),
    { name: 'add a transpose', run: () => x.add(y.t()), bytes: 3 * matrix },
    map('every second element, plus 1', (t) => t.add(1), pairs),
    map('relu in place', (t) => t.relu_(), own),
    map('sigmoid in place', (t) => t.sigmoid_(), own),
    map('copy of the transpose', (t) => t.t().contiguous()),
  ];
}

export const elementwise: Suite = { name: 'elementwise', unit: 'ms', threads: 'all', cases };
