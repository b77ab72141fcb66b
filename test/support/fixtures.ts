/** Reads the fixtures made from PyTorch (see test/fixtures/README.md) and compares with them. */
import { expect } from 'vitest';
import { type DType, type Tensor, tensor } from '../../src/index.ts';
import { fixtureText } from './platform.ts';

/** A number as JSON holds it. */
export type Encoded = number | 'nan' | 'inf' | '-inf';
/** A tensor as JSON holds it: flat, row-major, bool as 0 and 1. */
export interface EncodedTensor {
  shape: number[];
  dtype: DType;
  data: Encoded[];
  requiresGrad?: boolean;
  torchDtype?: string;
}

/** test/fixtures/<name>.json as it stands; the caller says what is in it. */
export function readFixture<T>(name: string): T {
  return JSON.parse(fixtureText(name)) as T;
}

const words: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, '-inf': -Infinity };

export function decodeNumber(x: Encoded): number {
  const value = typeof x === 'number' ? x : words[x];
  if (value === undefined) throw new Error(`the fixture has "${String(x)}" where a number belongs`);
  return value;
}

export function isEncodedTensor(x: unknown): x is EncodedTensor {
  return typeof x === 'object' && x !== null && 'shape' in x && 'data' in x;
}

/** A leaf with the fixture's values; it requires a gradient where the fixture's did. */
export function decodeTensor(
  { shape, dtype, data, requiresGrad = false }: EncodedTensor,
  options: { requiresGrad?: boolean } = {},
): Tensor {
  return tensor(data.map(decodeNumber), { shape, dtype, requiresGrad, ...options });
}

/** Every encoded tensor of a nested value decoded, the rest as it is. */
export function decode(value: unknown): unknown {
  if (isEncodedTensor(value)) return decodeTensor(value);
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value === 'string') return value in words ? words[value] : value;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, decode(v)]));
  return value;
}

export interface Tolerance {
  rtol?: number;
  atol?: number;
  /** Said first when the comparison fails. */
  what?: string;
}

/**
 * Expects |actual − expected| ≤ atol + rtol·|expected| everywhere, NaN where NaN is expected and infinities equal; also equal
 * shape and dtype where `expected` has them, else an equal number of elements. Defaults are for float32, and far tighter for float64.
 */
export function expectClose(
  actual: Tensor,
  expected: EncodedTensor | readonly Encoded[],
  tolerance: Tolerance = {},
): void {
  const wide = actual.dtype === 'float64';
  const { rtol = wide ? 1e-11 : 1e-5, atol = wide ? 1e-12 : 1e-6, what = 'tensor' } = tolerance;
  if (isEncodedTensor(expected)) {
    // PyTorch's indices are int64, ours int32; totals are int64 in both.
    const dtype = actual.dtype === 'int64' ? (expected.torchDtype ?? expected.dtype) : expected.dtype;
    expect([actual.dtype, ...actual.shape], `${what}: dtype and shape`).toEqual([dtype, ...expected.shape]);
  }
  const wanted = (isEncodedTensor(expected) ? expected.data : expected).map(decodeNumber);
  const got = Array.from<number | bigint, number>(actual.toTypedArray<DType>(), Number);
  expect(got.length, `${what}: number of elements`).toBe(wanted.length);
  for (let i = 0; i < wanted.length; i++) {
    const [a, b] = [got[i]!, wanted[i]!];
    const close = Number.isFinite(b) ? Math.abs(a - b) <= atol + rtol * Math.abs(b) : Object.is(a, b);
    if (!close)
      expect.fail(`${what}: element ${i} is ${a}, not ${b} (off by ${Math.abs(a - b)}, rtol ${rtol}, atol ${atol})`);
  }
}
