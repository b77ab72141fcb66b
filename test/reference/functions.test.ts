import { describe, expect, it } from 'vitest';
import * as f from '../../src/backend/reference/functions.ts';
import * as i from '../../src/backend/reference/integers.ts';

/** Relative, in units of 1e-15. */
function near(value: number, expected: number, units = 1): void {
  expect(Math.abs(value - expected) / Math.abs(expected), `${value} for ${expected}`).toBeLessThan(units * 1e-15);
}

describe('float functions', () => {
  // From an arbitrary-precision library, rounded.
  it.each([
    [1e-30, 1.1283791670955127e-30],
    [0.1, 0.1124629160182849],
    [0.5, 0.5204998778130465],
    [0.99, 0.8385080695553698],
    [1, 0.8427007929497149],
    [1.5, 0.9661051464753108],
    [2, 0.9953222650189527],
    [3.5, 0.9999992569016276],
  ])('erf(%d)', (x, y) => {
    near(f.erf(x), y);
    near(f.erf(-x), -y);
  });

  it.each([
    [-2, 1.9953222650189528],
    [0, 1],
    [0.4, 0.5716076449533315],
    [0.5, 0.4795001221869535],
    [0.75, 0.28884436634648486],
    [1, 0.15729920705028513],
    [2, 0.004677734981047266],
    [5, 1.537459794428035e-12],
    [10, 2.088487583762545e-45],
    [26, 5.663192408856143e-296],
  ])('erfc(%d)', (x, y) => near(f.erfc(x), y));

  it('erf and erfc at the ends', () => {
    expect([f.erf(Infinity), f.erf(-Infinity), f.erfc(Infinity), f.erfc(-Infinity)]).toEqual([1, -1, 0, 2]);
    expect([f.erf(NaN), f.erfc(NaN)]).toEqual([NaN, NaN]);
    expect(f.erf(-0)).toBe(-0);
    expect(f.erfc(40)).toBe(0);
    expect(f.erfc(27.2)).toBeGreaterThan(0); // subnormal, not yet 0
  });

  it('sigmoid keeps tiny results', () => {
    near(f.sigmoid(1), 0.7310585786300049);
    near(f.sigmoid(-1), 0.2689414213699951);
    near(f.sigmoid(-700), 9.85967654375977e-305);
    expect(f.sigmoid(-740)).toBeGreaterThan(0);
    expect([f.sigmoid(800), f.sigmoid(-800), f.sigmoid(0), f.sigmoid(NaN)]).toEqual([1, 0, 0.5, NaN]);
  });

  it('round takes halves to the even one', () => {
    expect([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 2.4, -2.6].map(f.round)).toEqual([-2, -2, -0, 0, 2, 2, 4, 2, -3]);
    expect(f.round(0.49999999999999994)).toBe(0);
    expect(f.round(2251799813685249.5)).toBe(2251799813685250);
    expect([2 ** 53, Infinity, NaN].map(f.round)).toEqual([2 ** 53, Infinity, NaN]);
  });

  it('sign, minimum and maximum of NaN', () => {
    expect([3, -2, 0, -0, NaN].map(f.sign)).toEqual([1, -1, 0, 0, 0]);
    expect([f.maximum(1, NaN), f.maximum(NaN, 1), f.minimum(1, NaN), f.minimum(NaN, 1)]).toEqual([NaN, NaN, NaN, NaN]);
    expect([f.maximum(1, 2), f.minimum(1, 2)]).toEqual([2, 1]);
  });

  it('pow is C’s', () => {
    expect([f.pow(1, NaN), f.pow(1, Infinity), f.pow(-1, Infinity), f.pow(-1, -Infinity)]).toEqual([1, 1, 1, 1]);
    expect([f.pow(2, 10), f.pow(-8, 1 / 3), f.pow(0, 0), f.pow(NaN, 0), f.pow(0, -1)]).toEqual([
      1024,
      NaN,
      1,
      1,
      Infinity,
    ]);
    expect(f.exp2(-1074)).toBe(5e-324);
  });

  it('remainder follows the divisor, fmod the dividend', () => {
    expect([f.remainder(5, 3), f.remainder(-5, 3), f.remainder(5, -3), f.remainder(-5, -3)]).toEqual([2, 1, -1, -2]);
    expect([f.fmod(5, 3), f.fmod(-5, 3), f.fmod(5, -3), f.fmod(-5, -3)]).toEqual([2, -2, 2, -2]);
    expect([f.remainder(1, 0), f.fmod(1, 0), f.remainder(-5, Infinity), f.fmod(-5, Infinity)]).toEqual([
      NaN,
      NaN,
      Infinity,
      -5,
    ]);
  });

  it('floorDivide does not round up to the next integer', () => {
    expect([f.floorDivide(7, 2), f.floorDivide(-7, 2), f.floorDivide(7, -2), f.floorDivide(-7, -2)]).toEqual([
      3, -4, -4, 3,
    ]);
    expect(1 / 0.1).toBe(10); // the quotient rounds up
    expect(f.floorDivide(1, 0.1)).toBe(9); // 0.1 is a little more than a tenth
    expect([f.floorDivide(1, 0), f.floorDivide(-1, 0), f.floorDivide(0, 0)]).toEqual([Infinity, -Infinity, NaN]);
    expect(f.floorDivide(1, -4)).toBe(-1);
    expect(f.floorDivide(0, -4)).toBe(-0);
  });

  it('isnan and isinf', () => {
    expect([f.isnan(NaN), f.isnan(Infinity), f.isinf(-Infinity), f.isinf(NaN), f.isinf(1)]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});

describe('int32 functions', () => {
  const least = -(2 ** 31);

  it('divide by zero gives 0', () => {
    expect([i.remainder(7, 0), i.fmod(7, 0), i.floorDivide(7, 0)]).toEqual([0, 0, 0]);
  });
  it('floorDivide, remainder and fmod agree for all signs', () => {
    for (const a of [-7, -6, 0, 6, 7, least, 2 ** 31 - 1]) {
      for (const b of [-3, -2, -1, 1, 2, 3]) {
        expect(i.floorDivide(a, b)).toBe(Math.floor(a / b) | 0);
        expect((Math.imul(i.floorDivide(a, b), b) + i.remainder(a, b)) | 0).toBe(a);
        expect((Math.imul(Math.trunc(a / b), b) + i.fmod(a, b)) | 0).toBe(a);
      }
    }
    expect(i.floorDivide(least, -1)).toBe(least);
  });
  it('pow wraps, and negative powers give 0 but for ±1', () => {
    expect([i.pow(3, 4), i.pow(-2, 31), i.pow(2, 31), i.pow(7, 0), i.pow(0, 0)]).toEqual([81, least, least, 1, 1]);
    expect(i.pow(7, 23)).toBe(Number(BigInt.asIntN(32, 7n ** 23n)));
    expect([i.pow(2, -1), i.pow(1, -5), i.pow(-1, -5), i.pow(-1, -4), i.pow(0, -1)]).toEqual([0, 1, -1, 1, 0]);
  });
  it('abs wraps at the least integer', () => expect([i.abs(-5), i.abs(least)]).toEqual([5, least]));
});
