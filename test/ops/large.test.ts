/** Elementwise ops on what samples are too small for: transposed operands in tiles, results that go past the caches. */
import { describe, expect, it } from 'vitest';
import { randn, type Tensor } from '../../src/index.ts';
import { backends, useBackend } from '../support/backends.ts';

const values = (x: Tensor): Float32Array => x.toTypedArray() as Float32Array;

describe.each(backends)('%s', (backend) => {
  it.each([
    [512, 300],
    [300, 512],
    [17, 5000],
    [5000, 17],
    [16, 16],
    [15, 40],
  ])('a transposed operand of %d × %d', (rows, columns) => {
    useBackend(backend);
    const x = randn([rows, columns]);
    const y = randn([columns, rows]);
    const [a, b] = [values(x), values(y)];
    const at = (i: number): number => a[(i % rows) * columns + Math.floor(i / rows)]!;
    expect(values(x.t().contiguous())).toEqual(Float32Array.from(b, (_, i) => at(i)));
    expect(values(y.sub(x.t()))).toEqual(Float32Array.from(b, (v, i) => v - at(i)));
    expect(values(x.t().mul(x.t()).add(1))).toEqual(Float32Array.from(b, (_, i) => Math.fround(at(i) * at(i)) + 1));
    y.sub_(x.t());
    expect(values(y)).toEqual(Float32Array.from(b, (v, i) => v - at(i)));
  });

  it('dims in another order, of any size', () => {
    useBackend(backend);
    const x = randn([3, 20, 18, 40]);
    const a = values(x);
    const moved = values(x.permute([0, 2, 3, 1]).contiguous());
    expect(moved).toEqual(
      Float32Array.from(moved, (_, i) => {
        const [n, h, w, c] = [Math.floor(i / 14400), Math.floor(i / 800) % 18, Math.floor(i / 20) % 40, i % 20];
        return a[((n * 20 + c) * 18 + h) * 40 + w]!;
      }),
    );
  });

  it('results of more than 256 KiB, in memory that was written before or never', () => {
    useBackend(backend);
    const x = randn([70_001]);
    const doubled = Float32Array.from(values(x), (v) => 2 * v);
    for (let i = 0; i < 4; i++) expect(values(x.add(x))).toEqual(doubled);
    x.add_(x);
    expect(values(x)).toEqual(doubled);
  });
});
