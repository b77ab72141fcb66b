/** float32 matrix products: small, square, of layers, skinny ones, and many small ones at once. */
import { randn, type Tensor } from '../../src/index.ts';
import { shapes } from '../contest/cases.ts';
import type { Case, Suite } from '../measure.ts';

const batches: readonly [count: number, m: number, k: number, n: number][] = [
  [256, 64, 64, 64],
  [48, 64, 32, 64],
  [48, 64, 64, 32],
];

export function layouts(m: number, k: number, n: number): Record<string, [Tensor, Tensor]> {
  const a = randn([m, k]);
  const b = randn([k, n]);
  // The same memory, read as the transpose of a transposed matrix.
  return { NN: [a, b], NT: [a, b.reshape([n, k]).t()], TN: [a.reshape([k, m]).t(), b] };
}

function cases(): Case[] {
  const many = batches.flatMap(([count, m, k, n]) => {
    const a = randn([count, m, k]);
    const [b, rows] = [randn([count, k, n]), randn([count, n, k])];
    const flops = 2 * count * m * k * n;
    return [
      { name: `${count}x${m}x${k}x${n} NN`, run: () => a.matmul(b), flops },
      { name: `${count}x${m}x${k}x${n} NT`, run: () => a.matmul(rows.transpose(1, 2)), flops },
    ];
  });
  const single = shapes.flatMap(([m, k, n]) =>
    Object.entries(layouts(m, k, n)).map(([layout, [a, b]]) => ({
      name: `${m}x${k}x${n} ${layout}`,
      run: () => a.matmul(b),
      flops: 2 * m * k * n,
    })),
  );
  return [...single, ...many];
}

export const matmul: Suite = { name: 'matmul', unit: 'µs', threads: 'all', cases };
