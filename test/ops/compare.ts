/** Comparing numbers that two backends computed. */
import type { DType, TypedArray } from '../../src/dtype.ts';
import { isHalf } from '../../src/halves.ts';

/** |actual − expected| ≤ rtol·|expected| + atol·scale, the scale being the largest |expected|. */
export interface Tolerance {
  rtol?: number;
  atol?: number;
  /** At least this scale: a sum can be far smaller than what it is the sum of. */
  scale?: number;
}

/** The precision of one operation in each float dtype; everything else must be equal. */
const precision: Partial<Record<DType, { rtol: number; atol: number }>> = {
  float32: { rtol: 2e-6, atol: 3e-7 },
  float64: { rtol: 1e-13, atol: 1e-14 },
  // Two units in the last place: what is a tie in float64 may not be one in float32.
  float16: { rtol: 2 ** -9, atol: 2 ** -10 },
  bfloat16: { rtol: 2 ** -6, atol: 2 ** -7 },
};

/** How many float64 ulps make one float32 ulp: what a tolerance for float32 is divided by. */
const narrower = 2 ** 29;

/** @throws Error that names the worst element, unless all are close; NaN equals NaN, and the infinities themselves */
export function assertClose(actual: TypedArray, expected: TypedArray, dtype: DType, tolerance: Tolerance = {}): void {
  if (actual.length !== expected.length) throw new Error(`${actual.length} elements, not ${expected.length}`);
  const base = precision[dtype] ?? { rtol: 0, atol: 0 };
  const width = dtype === 'float64' ? narrower : 1;
  const rtol = Math.max(
    isHalf(dtype) ? base.rtol : 0,
    tolerance.rtol === undefined ? base.rtol : tolerance.rtol / width,
  );
  const atol = Math.max(
    isHalf(dtype) ? base.atol : 0,
    tolerance.atol === undefined ? base.atol : tolerance.atol / width,
  );
  if (expected instanceof BigInt64Array) {
    if (actual.some((x, i) => x !== expected[i]))
      throw new Error(`[${actual.join(', ')}], not [${expected.join(', ')}]`);
    return;
  }
  const numbers = actual as typeof expected;
  let scale = tolerance.scale ?? 0;
  for (const x of expected) if (Number.isFinite(x)) scale = Math.max(scale, Math.abs(x));
  for (let i = 0; i < expected.length; i++) {
    const wanted = dtype === 'float32' ? Math.fround(expected[i]!) : expected[i]!;
    const got = numbers[i]!;
    const close = Number.isFinite(wanted)
      ? Math.abs(got - wanted) <= rtol * Math.abs(wanted) + atol * scale
      : Object.is(got, wanted);
    if (!close)
      throw new Error(
        `element ${i} of ${expected.length} is ${got}, not ${wanted} (${dtype}, rtol ${rtol}, atol ${atol} · ${scale})`,
      );
  }
}
