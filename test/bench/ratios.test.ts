/** bench:check: which ratios a run has, and which of them fell. */
import { describe, expect, it } from 'vitest';
import { best, compare, keyParts, ratioKey, ratiosOf } from '../../bench/ratios.ts';
import type { Result } from '../../bench/report.ts';
import type { Timing } from '../../bench/measure.ts';

const timing = (min: number): Timing => ({ min, median: 2 * min, samples: 9 });
const result = (threads: number, min: number, more: Partial<Result> = {}): Result => ({
  ...{ suite: 'matmul', name: '3x3: forward', threads, peers: {} },
  ...timing(min),
  ...more,
});
const key = (threads: number, to: string): string => ratioKey('matmul', '3x3: forward', threads, to);

describe('ratiosOf', () => {
  it('compares with every peer, with the peak and with one thread, by least times', () => {
    const results = [
      result(1, 2, { gflops: 50, peers: { PyTorch: timing(3), other: timing(1) } }),
      result(2, 1, { gflops: 100 }),
    ];
    expect(ratiosOf(results, { 256: { 1: 80, 2: 150 }, 512: { 1: 100, 2: 200 } })).toEqual({
      [key(1, 'PyTorch')]: 1.5,
      [key(1, 'other')]: 0.5,
      [key(1, 'peak')]: 0.5,
      [key(2, 'peak')]: 0.5,
      [key(2, '1 thread')]: 2,
    });
  });
  it('leaves out what was not measured', () => {
    expect(ratiosOf([result(1, 2, { gflops: 50 })], null)).toEqual({});
    expect(ratiosOf([result(2, 2)], null)).toEqual({});
  });
  it('has keys that tell what they are of', () => {
    expect(keyParts(key(2, '1 thread'))).toEqual({ suite: 'matmul', name: '3x3: forward', to: '1 thread' });
  });
});

describe('compare', () => {
  const fell = (committed: number, measured: number): boolean =>
    compare({ a: committed }, { a: measured }).compared[0]!.fell;
  it('finds what fell by more than a fifth, and nothing else', () => {
    expect(fell(2, 1.59)).toBe(true);
    expect(fell(2, 1.61)).toBe(false);
    expect(fell(0.5, 0.39)).toBe(true);
    expect(fell(0.5, 5)).toBe(false);
  });
  it('takes what is not a number for a fall', () => expect(fell(2, NaN)).toBe(true));
  it('names what was left out, and does not fail on what is new', () => {
    expect(compare({ a: 1, b: 2 }, { a: 1, c: 3 })).toEqual({
      compared: [{ key: 'a', committed: 1, measured: 1, fell: false }],
      leftOut: ['b'],
    });
  });
});

it('the better of two tries counts', () =>
  expect(best({ a: 1, b: 2 }, { a: 3, b: 1, c: 1 })).toEqual({ a: 3, b: 2, c: 1 }));
