/** How console.log and Node's prompt show a tensor. */
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { tensor } from '../../src/index.ts';

it('a tensor shows its values and shape, not its fields', () => {
  expect(inspect(tensor([1]))).toBe('tensor([1], shape=[1])');
  expect(inspect({ x: tensor([[true]]) })).toBe('{ x: tensor([[true]], shape=[1, 1], dtype=bool) }');
});
