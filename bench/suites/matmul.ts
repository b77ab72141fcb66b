/** float32 matrix products: small, square, of layers, and skinny ones. */
import { randn, type Tensor } from '../../src/index.ts';
import type { Case, Suite } from '../measure.ts';

/** m × k times k × n. */
const shapes: [m: number, k: number, n: number][] = [
  ...[16, 32, 64, 128, 256, 512, 1024, 2048].map((n): [number, number, number] => [n, n, n]),
  [128, 784, 512],
  [128, 512, 10],
  [64, 64, 256],
  [2048, 128, 384],
  [8, 4096, 4096],
  [1, 4096, 4096],
];

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
