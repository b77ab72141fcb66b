/** float32 matrix products: small, square, of layers, and skinny ones. */
import { randn, type Tensor } from '../../src/index.ts';
import { shapes } from '../contest/cases.ts';
import type { Case, Suite } from '../measure.ts';

function layouts(m: number, k: number, n: number): Record<string, [Tensor, Tensor]> {
  const a = randn([m, k]);
  const b = randn([k, n]);
  // The same memory, read as the transpose of a transposed matrix.
  return { NN: [a, b], NT: [a, b.reshape([n, k]).t()], TN: [a.reshape([k, m]).t(), b] };
}

function cases(): Case[] {
  return shapes.flatMap(([m, k, n]) =>
    Object.entries(layouts(m, k, n)).map(([layout, [a, b]]) => ({
      name: `${m}x${k}x${n} ${layout}`,
      run: () => a.matmul(b),
      flops: 2 * m * k * n,
    })),
  );
}

export const matmul: Suite = { name: 'matmul', unit: 'µs', threads: 'all', cases };
