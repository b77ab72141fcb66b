/** What a variance keeps when its elements lie far from 0. */
import { describe, expect, it } from 'vitest';
import { manualSeed, rand, std, tensor, var as variance } from '../../src/index.ts';
import { everyBackend, useBackend } from '../support/backends.ts';

describe.each(everyBackend)('variance on %s', (backend) => {
  it.each([
    ['float32', 2 ** 20, 1e-6],
    ['float64', 2 ** 33, 1e-12],
  ] as const)('of %s far from 0 is that of the same numbers near it', (dtype, far, rtol) => {
    useBackend(backend);
    manualSeed(5);
    // Multiples of 1/8 move to `far` and back without rounding.
    const near = Array.from(rand([400]).toTypedArray(), (x) => Math.round(Number(x) * 8) / 8);
    const m = near.reduce((a, b) => a + b, 0) / near.length;
    const exact = near.reduce((a, x) => a + (x - m) ** 2, 0) / (near.length - 1);
    const x = tensor(
      near.map((value) => value + far),
      { dtype },
    );
    expect(Math.abs(variance(x).item() / exact - 1)).toBeLessThan(rtol);
    expect(Math.abs(std(x).item() / Math.sqrt(exact) - 1)).toBeLessThan(rtol);
  });
});
