/** Options given otherwise than as one object, or under a name that an op does not have, are errors: plain JavaScript has no compiler to say so. */
import { expect, it } from 'vitest';
import { add, linalg, nn, tensor, type Tensor, ValueError, zeros } from '../../src/index.ts';
import { reference, useBackend } from '../support/backends.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as JavaScript sees them
const [js, F, layers, la] = [(x: Tensor): any => x, nn.functional as any, nn as any, linalg as any];

it.each<[string, (x: Tensor) => unknown, string]>([
  ['a boolean', (x) => js(x).sum(1, true), 'sum: options go into one object, { keepdim: …, dtype: … }; got true.'],
  ['of var', (x) => js(x).var(1, true), 'var: options go into one object, { correction: …, keepdim: … }; got true.'],
  ['a number', (x) => F.elu(x, 1.3), 'elu: options go into one object, { alpha: … }; got 1.3.'],
  ['of the method', (x) => js(x).elu(1.3), 'elu: options go into one object, { alpha: … }; got 1.3.'],
  ['in place', (x) => js(x).leakyRelu_(0.1), 'leakyRelu_: options go into one object, { negativeSlope: … }; got 0.1.'],
  [
    'of a layer',
    () => new layers.Dropout(0.5),
    'Dropout: options go into one object, { p: …, generator: … }; got 0.5.',
  ],
  [
    'of a layer made of a function',
    () => new layers.ELU(1.3),
    'ELU: options go into one object, { name: value }; got 1.3.',
  ],
  ['of a bias', () => new layers.Linear(2, 2, false), 'Linear: options go into one object, { bias: …, dtype: …'],
  ['null', (x) => js(x).mean(1, null), 'mean: options go into one object, { keepdim: …, dtype: … }; got null.'],
  ['of sort', (x) => js(x).sort(1, true), 'sort: options go into one object, { descending: … }; got true.'],
  ['of linalg', (x) => la.cholesky(x, true), 'linalg.cholesky: options go into one object, { upper: … }; got true.'],
  ['a name', (x) => js(x).sum(1, { keepDim: true }), 'sum: there is no option "keepDim"; it has keepdim, dtype.'],
  ['a name of a row', (x) => js(x).elu({ a: 1 }), 'elu: there is no option "a"; it has alpha.'],
  [
    'a name of a tensor',
    () => zeros([2], { dType: 'int32' } as object),
    'tensor: there is no option "dType"; it has dtype,',
  ],
  ['a name of max', (x) => js(x).max(1, { dim: 1 }), 'max: there is no option "dim"; it has keepdim.'],
  ['a name of kthvalue', (x) => js(x).kthvalue(1, 1, { keep: 1 }), 'kthvalue: there is no option "keep"'],
])('%s', (_, call, message) => {
  useBackend(reference);
  expect(() => call(tensor([[1, 2], [3, 4]]))).toThrow(ValueError); // prettier-ignore
  expect(() => call(tensor([[1, 2], [3, 4]]))).toThrow(message); // prettier-ignore
});

it('options that are right, and none, are taken', () => {
  useBackend(reference);
  const x = tensor([[1, 2], [3, 4]]); // prettier-ignore
  expect(x.sum(1, { keepdim: true }).shape).toEqual([2, 1]);
  expect(x.sum(1, undefined).shape).toEqual([2]);
  expect(Object.values(x.varMean(0, { correction: 0, keepdim: true })).map((y) => (y as Tensor).toArray())).toEqual([[[1, 1]], [[2, 3]]]); // prettier-ignore
  expect(x.quantile(0.5, 1, { interpolation: 'lower' }).toArray()).toEqual([1, 3]);
  expect(add(x, 1).toArray()).toEqual([[2, 3], [4, 5]]); // prettier-ignore
});
