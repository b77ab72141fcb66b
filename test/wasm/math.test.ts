/** Accuracy of the float32 functions: float32 bit patterns spread over all of them, and edges with their neighbours, against float64. */
import { describe, expect, it } from 'vitest';
import * as f from '../../src/backend/reference/functions.ts';
import { Device } from './device.ts';
import { backendOf, builds } from '../support/backends.ts';

const bits = new Uint32Array(1);
const asFloat = new Float32Array(bits.buffer);
const floatOf = (pattern: number): number => ((bits[0] = pattern), asFloat[0]!);

/** Every 49999th pattern; powers of two, what ranges end at, and multiples of π/2, each with four neighbours on both sides. */
function inputs(): Float32Array {
  const values: number[] = [NaN];
  for (let pattern = 0; pattern < 2 ** 32; pattern += 49999) values.push(floatOf(pattern));
  const marks = [
    0,
    1 / 3,
    2 / 3,
    0.34657359,
    1.03972077,
    4 / 3,
    3.93,
    9.01,
    9.5,
    17.33,
    87.33654,
    88.72283,
    103.97208,
    150,
    2 ** 21,
    Infinity,
  ];
  for (let e = -149; e < 128; e += 3) marks.push(2 ** e);
  for (let k = 1; k < 40; k++) marks.push((k * Math.PI) / 2);
  for (let k = 100; k < 60000; k += 1371) marks.push((k * Math.PI) / 2);
  for (const mark of marks) {
    asFloat[0] = mark;
    const center = bits[0]!;
    for (let d = -4; d <= 4; d++) {
      const pattern = center + d;
      if (pattern >= 0 && pattern <= 0x7f800000) values.push(floatOf(pattern), -floatOf(pattern));
    }
  }
  return Float32Array.from(values);
}

/** Distance from the truth in units of the float32 spacing there; Infinity for a wrong special value or sign of zero. */
function ulps(got: number, truth: number): number {
  if (Number.isNaN(truth) || Number.isNaN(got)) return Number.isNaN(truth) && Number.isNaN(got) ? 0 : Infinity;
  if (truth === 0) return Object.is(got, truth) ? 0 : Infinity;
  if (!Number.isFinite(truth)) return got === truth ? 0 : Infinity;
  if (!Number.isFinite(got))
    return Math.fround(truth) === got ? 0 : Math.abs(Math.sign(got) * 2 ** 128 - truth) / 2 ** 104;
  if (got === 0 && Math.sign(truth) !== (Object.is(got, -0) ? -1 : 1)) return Infinity;
  const exponent = Math.min(Math.max(Math.floor(Math.log2(Math.abs(truth))), -126), 127);
  return Math.abs(got - truth) / 2 ** (exponent - 23);
}

/** Distance in float64 numbers; Infinity for a wrong special value or sign of zero. */
function ulps64(got: number, truth: number): number {
  if (Object.is(got, truth)) return 0;
  if (!Number.isFinite(truth) || truth === 0 || Math.sign(got) !== Math.sign(truth)) return Infinity;
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(truth))), -1022);
  return Math.abs(got - truth) / 2 ** (exponent - 52);
}

const x = inputs();
/** All sizes of float64, and the ranges where functions are neither 0 nor infinite. */
const doubles = Float64Array.from([
  ...[
    0,
    -0,
    1,
    -1,
    1 + 2 ** -52,
    1 - 2 ** -53,
    2,
    5e-324,
    2 ** -1022,
    709.782712893384,
    -745.1332191019412,
    1023.999,
    1024,
  ],
  ...[-1074.5, -1075.5, 21.999, 22, 710.4, 2 ** 28, Infinity, -Infinity, NaN],
  ...Array.from({ length: 4000 }, (_, k) => Math.sin(k) * 2 ** Math.trunc(Math.cos(3 * k) * 1050)),
  ...Array.from({ length: 4000 }, (_, k) => Math.sin(k) * 760),
  ...Array.from({ length: 4000 }, (_, k) => 1 + Math.sin(k) / (1 + (k % 7))),
]);
/** What the comments in assembly/math promise. The rest goes through double, and is as good as rounding allows. */
const bounds = {
  ...{ exp: 1.05, expm1: 1.75, log: 0.95, log1p: 1.65, sin: 1.55, cos: 1.55, tanh: 1.95, sigmoid: 1.85, erf: 1.8 },
  ...{
    exp2: 0.55,
    log2: 0.55,
    log10: 0.55,
    sqrt: 0.501,
    tan: 0.501,
    asin: 0.501,
    acos: 0.501,
    atan: 0.501,
    sinh: 0.501,
    cosh: 0.501,
    erfc: 0.501,
  },
} as const;

describe.each(builds)('wasm %s', (build) => {
  const device = new Device(backendOf(`wasm-${build}`));
  const given = device.put('float32', x);
  const out = device.room('float32', x.length);
  const side = { strides: [1] };

  it.each(Object.entries(bounds))('%s is within %f ulp', (name, bound) => {
    expect(
      device.elementwise(name as 'exp', 'float32', [x.length], { cells: out, ...side }, { cells: given, ...side }),
    ).toBe(0);
    const got = device.read(out);
    const truth = f[name as 'exp'];
    let worst = { error: 0, at: 0, got: 0, wanted: 0 };
    for (let k = 0; k < x.length; k++) {
      const wanted = truth(x[k]!);
      const error = ulps(got[k]!, wanted);
      if (error > worst.error) worst = { error, at: x[k]!, got: got[k]!, wanted };
    }
    expect(worst.error, `${name}(${worst.at}) = ${worst.got}, not ${worst.wanted}`).toBeLessThanOrEqual(bound);
  });

  it('pow is within 0.55 ulp, special cases included', () => {
    const special = [0, -0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 1e-40, 1e30, -1e30, 128, -149, Infinity, -Infinity, NaN];
    const pairs: [number, number][] = special.flatMap((a) => special.map((b): [number, number] => [a, b]));
    for (let k = 0; k + 7 < x.length; k += 3) pairs.push([Math.abs(x[k]!), Math.fround(Math.sin(k) * 20)]);
    const a = Float32Array.from(pairs, ([base]) => base);
    const b = Float32Array.from(pairs, ([, power]) => power);
    const y = device.room('float32', a.length);
    const inputsOf = [a, b].map((values) => ({ cells: device.put('float32', values), ...side }));
    expect(device.elementwise('pow', 'float32', [a.length], { cells: y, ...side }, ...inputsOf)).toBe(0);
    device.read(y).forEach((got, k) => {
      const error = ulps(got, f.pow(a[k]!, b[k]!));
      if (!(error <= 0.55)) expect.fail(`pow(${a[k]}, ${b[k]}) = ${got}, not ${f.pow(a[k]!, b[k]!)} (${error} ulp)`);
    });
  });

  // Against V8's, which are within 1 ulp themselves.
  it.each([
    ['exp', 2],
    ['exp2', 2],
    ['log', 2],
    ['log2', 2.5],
    ['sinh', 3],
    ['cosh', 3],
    ['asinh', 3],
    ['acosh', 3],
  ] as const)('float64 %s is within %f ulp', (name, bound) => {
    const y = device.room('float64', doubles.length);
    const given = { cells: device.put('float64', doubles), ...side };
    expect(device.elementwise(name, 'float64', [doubles.length], { cells: y, ...side }, given)).toBe(0);
    device.read(y).forEach((got, k) => {
      const error = ulps64(got, f[name](doubles[k]!));
      if (!(error <= bound)) expect.fail(`${name}(${doubles[k]}) = ${got}, not ${f[name](doubles[k]!)} (${error} ulp)`);
    });
  });

  it('float64 pow is within 2 ulp, special cases included', () => {
    const special = [
      0,
      -0,
      1,
      -1,
      2,
      -2,
      0.5,
      -3,
      1e-310,
      1e300,
      -1e300,
      1024,
      -1074,
      2 ** 53 + 1,
      Infinity,
      -Infinity,
      NaN,
    ];
    const pairs = special.flatMap((a) => special.map((b): [number, number] => [a, b]));
    doubles.forEach((x, k) => {
      const base = Math.abs(x);
      pairs.push([base, Math.sin(k) * 3]);
      // the whole range of results: 2^±1074
      if (base > 0 && base < Infinity && base !== 1) pairs.push([base, (Math.cos(k) * 1070) / Math.log2(base)]);
    });
    const a = Float64Array.from(pairs, ([base]) => base);
    const b = Float64Array.from(pairs, ([, power]) => power);
    const y = device.room('float64', a.length);
    const given = [a, b].map((values) => ({ cells: device.put('float64', values), ...side }));
    expect(device.elementwise('pow', 'float64', [a.length], { cells: y, ...side }, ...given)).toBe(0);
    device.read(y).forEach((got, k) => {
      const error = ulps64(got, f.pow(a[k]!, b[k]!));
      if (!(error <= 2)) expect.fail(`pow(${a[k]}, ${b[k]}) = ${got}, not ${f.pow(a[k]!, b[k]!)} (${error} ulp)`);
    });
  });
});
