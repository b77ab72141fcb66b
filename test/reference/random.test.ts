import { describe, expect, it } from 'vitest';
import { status } from '../../src/backend/backend.ts';
import { mulHigh, philox } from '../../src/backend/reference/philox.ts';
import { normalQuantile } from '../../src/backend/reference/normal.ts';
import { erfc } from '../../src/backend/reference/functions.ts';
import { type DType, dtypes } from '../../src/dtype.ts';
import * as opcode from '../../src/kernels/opcodes.generated.ts';
import { randomKinds } from '../../src/kernels/spec.ts';
import { backend, type Cells, put, room, run } from './harness.ts';

const cellOf = (seed: number, counter = 0): Cells => put('float64', [seed, counter, 0, 0]);
function fill(kind: (typeof randomKinds)[number], y: Cells, cell: Cells, a: number, b: number): number {
  return run([opcode.random, 0, y.code, randomKinds.indexOf(kind), y.length, y.address, cell.address, a, b]);
}
function draw(
  kind: (typeof randomKinds)[number],
  dtype: DType,
  n: number,
  a: number,
  b: number,
  seed = 1,
  counter = 0,
): number[] {
  const y = room(dtype, n);
  expect(fill(kind, y, cellOf(seed, counter), a, b)).toBe(status.ok);
  return y.read();
}
/** The bytes of a result as hexadecimal. */
function bits(
  kind: (typeof randomKinds)[number],
  dtype: DType,
  n: number,
  a: number,
  b: number,
  seed: number,
  counter: number,
): string {
  const y = room(dtype, n);
  expect(fill(kind, y, cellOf(seed, counter), a, b)).toBe(status.ok);
  const out = new Uint8Array(n * dtypes[dtype].bytes);
  backend.read(y.buffer, 0, out);
  return Buffer.from(out).toString('hex');
}

describe('Philox 4×32-10', () => {
  // The known answers of the authors' Random123 library.
  it.each([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ] as [number[], [number, number], number[]][])('%#', (counter, key, expected) => {
    const words = Uint32Array.from(counter);
    philox(words, key);
    expect(Array.from(words)).toEqual(expected);
  });

  it('mulHigh is exact', () => {
    const numbers = [0, 1, 65535, 65536, 0x7fffffff, 0x80000000, 0xd2511f53, 0xffffffff];
    for (const a of numbers) {
      for (const b of [...numbers, 2 ** 32]) expect(mulHigh(a, b)).toBe(Number((BigInt(a) * BigInt(b)) >> 32n));
    }
  });
});

describe('random numbers', () => {
  it('are the words of the blocks, from the counter on', () => {
    // Seed 0, counter 0: the first known answer.
    expect(draw('uniform', 'float32', 4, 0, 1, 0)).toEqual(
      [0x6627e8, 0xe169c5, 0xbc57ac, 0x9b00db].map((w) => w / 2 ** 24),
    );
    expect(draw('uniform', 'float64', 1, 0, 1, 0)).toEqual([
      ((0x6627e8d5 >>> 5) * 2 ** 26 + (0xe169c58d >>> 6)) / 2 ** 53,
    ]);
    expect(draw('uniform', 'int32', 3, 10, 20, 0)).toEqual(
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c].map((w) => 10 + Math.floor((w * 10) / 2 ** 32)),
    );
  });

  it('the counter moves by the blocks used, and goes on from there', () => {
    const cell = cellOf(7);
    const [first, second] = [room('float32', 5), room('float32', 3)];
    fill('uniform', first, cell, 0, 1);
    expect(cell.read()).toEqual([7, 2, 0, 0]);
    fill('uniform', second, cell, 0, 1);
    expect(cell.read()).toEqual([7, 3, 0, 0]);
    const all = draw('uniform', 'float32', 12, 0, 1, 7);
    expect(first.read()).toEqual(all.slice(0, 5));
    expect(second.read()).toEqual(all.slice(8, 11));
    const wide = cellOf(7);
    fill('normal', room('float64', 5), wide, 0, 1);
    expect(wide.read()[1]).toBe(3);
  });

  it('both halves of seed and counter count', () => {
    const one = draw('uniform', 'float32', 4, 0, 1, 5, 9);
    expect(draw('uniform', 'float32', 4, 0, 1, 5 + 2 ** 32, 9)).not.toEqual(one);
    expect(draw('uniform', 'float32', 4, 0, 1, 5, 9 + 2 ** 32)).not.toEqual(one);
    const across = draw('uniform', 'float32', 8, 0, 1, 5, 2 ** 32 - 1);
    expect(across.slice(4)).toEqual(draw('uniform', 'float32', 4, 0, 1, 5, 2 ** 32));
  });

  // Made with native/random.cpp: 3 numbers with seed 123456789012 from block 2^32 − 1 on.
  it.each([
    ['uniform', 'float32', -3.3, 2.7, '9d3f353e8a4cdc3e5b2a77bf'],
    ['uniform', 'float64', -3.3, 2.7, 'c0ca48f5f4a7c63ff00c22494be5eebf807302b7dc96b8bf'],
    ['uniform', 'int32', -5, 1000003, 'abd708008f7c0900dbef0500'],
    ['normal', 'float32', 3.7, 0.5, '3d38734028b8764013c96340'],
    ['normal', 'float64', 3.7, 0.5, '18e12d9007670e406d0a6d6c22790c406109c551f4f00d40'],
    ['bernoulli', 'bool', 0.5, 0, '000001'],
  ] as const)('%s in %s has the bits of the native backend', (kind, dtype, a, b, expected) => {
    expect(bits(kind, dtype, 3, a, b, 123456789012, 2 ** 32 - 1)).toBe(expected);
  });

  it('uniform stays below its end, whatever the rounding', () => {
    for (const [a, b] of [
      [0, 1],
      [1, 1 + 2 ** -22],
      [-1, 0],
      [-(2 ** -149), 0],
      [-2, -1],
    ] as const) {
      const y = draw('uniform', 'float32', 20000, a, b);
      expect(Math.min(...y)).toBeGreaterThanOrEqual(a);
      expect(Math.max(...y)).toBeLessThan(b);
    }
    expect(new Set(draw('uniform', 'float64', 10, 2, 2))).toEqual(new Set([2]));
  });

  it('moments of 100,000 numbers', () => {
    const n = 100_000;
    for (const dtype of ['float32', 'float64'] as const) {
      for (const [kind, a, b, mean, variance] of [
        ['uniform', 2, 5, 3.5, 0.75],
        ['normal', -1, 2, -1, 4],
        ['bernoulli', 0.3, 0, 0.3, 0.21],
      ] as const) {
        const y = draw(kind, dtype, n, a, b, 3);
        const m = y.reduce((s, v) => s + v, 0) / n;
        const v = y.reduce((s, e) => s + (e - m) ** 2, 0) / n;
        expect(Math.abs(m - mean)).toBeLessThan(5 * Math.sqrt(variance / n));
        expect(Math.abs(v / variance - 1)).toBeLessThan(0.03);
      }
    }
  });

  it('integers cover [a, b) evenly', () => {
    const counts = [0, 0, 0, 0, 0, 0];
    for (const v of draw('uniform', 'uint8', 60000, 0, 6, 11)) counts[v]!++;
    for (const c of counts) expect(Math.abs(c - 10000)).toBeLessThan(5 * Math.sqrt(10000));
    const whole = draw('uniform', 'int32', 1000, -(2 ** 31), 2 ** 31, 11);
    expect(Math.min(...whole)).toBeLessThan(-2e9);
    expect(Math.max(...whole)).toBeGreaterThan(2e9);
  });

  it('the quantile inverts the distribution', () => {
    for (const u of [1e-300, 1e-15, 2 ** -33, 0.01, 0.0749, 0.0751, 0.3, 0.5, 0.7, 0.999]) {
      const z = normalQuantile(u);
      expect(Math.abs(erfc(-z / Math.SQRT2) / 2 / u - 1)).toBeLessThan(1e-12);
      if (u > 1e-10) expect(normalQuantile(1 - u)).toBeCloseTo(-z, 6);
    }
  });

  it('there is no normal integer, and a cell must hold whole numbers', () => {
    expect(fill('normal', room('int32', 1), cellOf(1), 0, 1)).toBe(status.unknownKernel);
    expect(() => fill('uniform', room('float32', 1), cellOf(-1), 0, 1)).toThrow(/seed -1 and counter 0/);
    expect(() => fill('uniform', room('float32', 1), cellOf(1, 0.5), 0, 1)).toThrow(/counter 0.5/);
  });
});
