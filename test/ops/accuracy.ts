/** How far float32 functions are from the exact value, in units in the last place. */
import * as functions from '../../src/ops/elementwise.generated.ts';
import { tensor, type Tensor } from '../../src/index.ts';
import { reference, type TestBackend, useBackend } from '../support/backends.ts';

export const names = [
  ...[
    'exp',
    'exp2',
    'expm1',
    'log',
    'log1p',
    'log2',
    'log10',
    'sqrt',
    'rsqrt',
    'sin',
    'cos',
    'tan',
    'asin',
    'acos',
    'atan',
  ],
  ...['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh', 'erf', 'erfc', 'erfinv', 'sigmoid', 'lgamma', 'digamma'],
] as const;
export type Name = (typeof names)[number];

/** No function is further off than this, on any backend. */
export const bound = 2;

/** Every `step`-th float32 there is, in the order of their bits: all exponents, both signs, NaN and infinities too. */
export function sweep(step: number): Float32Array {
  const bits = new Uint32Array(Math.floor(2 ** 32 / step));
  for (let i = 0; i < bits.length; i++) bits[i] = i * step;
  return new Float32Array(bits.buffer);
}

/** The distance of float32 neighbours around a value. */
function ulp(value: number): number {
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(value))), -126);
  return 2 ** (exponent - 23);
}

export interface Worst {
  ulps: number;
  /** Where. */
  x: number;
}

/** The largest error of one function on a backend, against float64 on the reference backend.; infinite where only one of them is finite */
export function worst(name: Name, backend: TestBackend, values: Float32Array): Worst {
  const call = functions[name] as (x: Tensor) => Tensor;
  useBackend(reference);
  const exact = call(tensor(Float64Array.from(values))).toTypedArray();
  useBackend(backend);
  const got = call(tensor(values)).toTypedArray();
  // A correctly rounded result is off by half a unit at most.
  const found = { ulps: 0.5, x: 0 };
  for (let i = 0; i < values.length; i++) {
    const [a, b] = [got[i]!, exact[i]!];
    const rounded = Math.fround(b);
    if (Object.is(a, rounded) || a === rounded || (Number.isNaN(a) && Number.isNaN(b))) continue;
    const ulps = Number.isFinite(a) && Number.isFinite(b) ? Math.abs(a - b) / ulp(b) : Infinity;
    if (ulps > found.ulps) Object.assign(found, { ulps, x: values[i]! });
  }
  return found;
}
