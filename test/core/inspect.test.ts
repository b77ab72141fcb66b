/** How console.log and Node's prompt show a tensor. */
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { tensor } from '../../src/index.ts';

it('a tensor shows its values, not its fields', () => {
  expect(inspect(tensor([1]))).toBe('tensor([1.])');
  expect(inspect({ x: tensor([[true], [false]]) })).toBe('{\n  x: tensor([[ true],\n          [false]])\n}');
});
