import { describe, expect, it } from 'vitest';
import { immediate } from '../../src/dtype.ts';
import * as opcode from '../../src/kernels/opcodes.generated.ts';
import { type ElementwiseKind, elementwise as rows } from '../../src/kernels/spec.ts';
import { compute, elementwiseRecord, put, room, run } from './harness.ts';

const least = -(2 ** 31);
const most = 2 ** 31 - 1;

describe('every elementwise kernel', () => {
  // Independent of the generator: the same functions written by hand.
  const byHand: Record<string, (...x: number[]) => number> = {
    copy: (x) => x,
    add: (a, b) => a + b,
    sub: (a, b) => a - b,
    mul: (a, b) => a * b,
    div: (a, b) => a / b,
    pow: Math.pow,
    remainder: (a, b) => a - b * Math.floor(a / b),
    fmod: (a, b) => a - b * Math.trunc(a / b),
    floorDivide: (a, b) => Math.floor(a / b),
    neg: (x) => -x,
    abs: Math.abs,
    sign: Math.sign,
    square: (x) => x ** 2,
    reciprocal: (x) => x ** -1,
    maximum: (a, b) => (a > b ? a : b),
    minimum: (a, b) => (a < b ? a : b),
    clamp: (x, low, high) => (x < low ? low : x > high ? high : x),
    lerp: (a, b, w) => a * (1 - w) + b * w,
    floor: Math.floor,
    ceil: Math.ceil,
    round: (x) => Math.round(x), // no halves among the samples
    trunc: Math.trunc,
    exp: Math.exp,
    exp2: (x) => 2 ** x,
    expm1: (x) => Math.exp(x) - 1,
    log: Math.log,
    log1p: (x) => Math.log(1 + x),
    log2: (x) => Math.log(x) / Math.LN2,
    log10: (x) => Math.log(x) / Math.LN10,
    sqrt: (x) => x ** 0.5,
    rsqrt: (x) => x ** -0.5,
    sin: Math.sin,
    cos: (x) => Math.sin(x + Math.PI / 2),
    tan: (x) => Math.sin(x) / Math.cos(x),
    asin: (x) => Math.atan2(x, Math.sqrt(1 - x * x)),
    acos: (x) => Math.atan2(Math.sqrt(1 - x * x), x),
    atan: (x) => Math.atan2(x, 1),
    atan2: (a, b) => Math.atan(a / b), // b > 0 among the samples
    sinh: (x) => (Math.exp(x) - Math.exp(-x)) / 2,
    cosh: (x) => (Math.exp(x) + Math.exp(-x)) / 2,
    tanh: (x) => 1 - 2 / (Math.exp(2 * x) + 1),
    erf: (x) => integral(0, x),
    erfc: (x) => 1 - integral(0, x),
    relu: (x) => Math.max(x, 0),
    softsign: (x) => (x < 0 ? x / (1 - x) : x / (1 + x)),
    leakyRelu: (x, slope) => Math.max(x, 0) + slope * Math.min(x, 0),
    elu: (x, alpha) => Math.max(x, 0) + alpha * (Math.exp(Math.min(x, 0)) - 1),
    selu: (x) => 1.0507009873554805 * (Math.max(x, 0) + 1.6732632423543772 * (Math.exp(Math.min(x, 0)) - 1)),
    celu: (x, alpha) => Math.max(x, 0) + alpha * (Math.exp(Math.min(x, 0) / alpha) - 1),
    sigmoid: (x) => 1 / (1 + Math.exp(-x)),
    hardsigmoid: (x) => Math.min(Math.max(x + 3, 0), 6) / 6,
    hardswish: (x) => (x * Math.min(Math.max(x + 3, 0), 6)) / 6,
    preluSlopes: (x, slope) => Math.max(x, 0) + slope * Math.min(x, 0),
    silu: (x) => x / (1 + Math.exp(-x)),
    softplus: (x, beta, threshold) => (x * beta > threshold ? x : Math.log(1 + Math.exp(beta * x)) / beta),
    geluErf: (x) => x * 0.5 * (1 + integral(0, x / Math.SQRT2)),
    geluTanh: (x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
    eq: (a, b) => Number(a === b),
    ne: (a, b) => Number(a !== b),
    lt: (a, b) => Number(a < b),
    le: (a, b) => Number(a <= b),
    gt: (a, b) => Number(a > b),
    ge: (a, b) => Number(a >= b),
    logicalAnd: (a, b) => Number(!!a && !!b),
    logicalOr: (a, b) => Number(!!a || !!b),
    logicalXor: (a, b) => Number(!!a !== !!b),
    logicalNot: (x) => Number(!x),
    isnan: (x) => Number(Number.isNaN(x)),
    isinf: (x) => Number(Math.abs(x) === Infinity),
    isfinite: (x) => Number(Number.isFinite(x)),
    where: (c, a, b) => (c ? a : b),
    squaredError: (a, b) => (a - b) ** 2,
    absoluteError: (a, b) => Math.abs(a - b),
    huberError: (a, b, d) => (Math.abs(a - b) < d ? (a - b) ** 2 / 2 : d * (Math.abs(a - b) - d / 2)),
    binaryCrossEntropyError: (a, b) => -b * Math.log(a) - (1 - b) * Math.log(1 - a),
    binaryCrossEntropyLogitsError: (x, t, w) =>
      -w * t * Math.log(1 / (1 + Math.exp(-x))) - (1 - t) * Math.log(1 / (1 + Math.exp(x))),
    bitwiseAnd: (a, b) => a & b,
    bitwiseOr: (a, b) => a | b,
    bitwiseXor: (a, b) => a ^ b,
    bitwiseLeftShift: (a, b) => (b < 0 ? 0 : a * 2 ** b),
    bitwiseRightShift: (a, b) => (b < 0 ? Math.min(Math.sign(a), 0) : Math.floor(a / 2 ** b)),
    maskScale: (x, mask, scale) => (mask ? x * scale : 0),
    fmax: (a, b) => Math.max(a, b),
    fmin: (a, b) => Math.min(a, b),
    hypot: (a, b) => Math.sqrt(a * a + b * b),
    copysign: (a, b) => Math.abs(a) * (b < 0 ? -1 : 1),
    addcmul: (x, a, b, value) => x + value * a * b,
    addcdiv: (x, a, b, value) => x + value * (a / b),
    frac: (x) => x % 1,
    asinh: (x) => Math.log(x + Math.sqrt(x * x + 1)),
    acosh: (x) => Math.log(x + Math.sqrt(x * x - 1)),
    atanh: (x) => Math.log((1 + x) / (1 - x)) / 2,
    erfinv: (x) => {
      let y = 0; // Newton's method
      for (let i = 0; i < 9; i++) y -= ((integral(0, y) - x) * Math.sqrt(Math.PI) * Math.exp(y * y)) / 2;
      return y;
    },
    lgamma: (x) => {
      let product = 1;
      let z = x;
      for (; z < 20; z++) product *= z;
      const series = 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5);
      return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
    },
    digamma,
    polygamma: (order, x) => {
      const n = Math.trunc(order);
      if (n === 0) return digamma(x);
      let sum = 0;
      let z = x;
      for (; z < 1000; z++) sum += z ** (-n - 1);
      sum += z ** -n / n + z ** (-n - 1) / 2 + ((n + 1) * z ** (-n - 2)) / 12;
      return [0, 1, -2, 6, -24][n]! * sum;
    },
    logit: (x) => Math.log(x) - Math.log(1 - x),
    logSigmoid: (x) => -Math.log(1 + Math.exp(-x)),
    hardtanh: (x, low, high) => Math.max(low, Math.min(x, high)),
    mish: (x) => x * Math.tanh(Math.log(1 + Math.exp(x))),
    maskedFill: (x, mask, value) => (mask ? value : x),
    nanToNum: (x) => x,
    isclose: (a, b, rtol, atol) => Number(Math.abs(a - b) <= atol + rtol * Math.abs(b)),
  };

  function digamma(x: number): number {
    let below = 0;
    let z = x;
    for (; z < 60; z++) below += 1 / z;
    return Math.log(z) - 1 / (2 * z) - 1 / (12 * z * z) + 1 / (120 * z ** 4) - below;
  }
  /** 2/√π ∫ e^(−t²) by Simpson's rule. */
  function integral(from: number, to: number): number {
    const steps = 2000;
    const h = (to - from) / steps;
    let sum = 0;
    for (let i = 0; i <= steps; i++)
      sum += Math.exp(-((from + i * h) ** 2)) * (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2);
    return (sum * h * 2) / (3 * Math.sqrt(Math.PI));
  }

  it('has a row here for each row of the spec', () => {
    expect(Object.keys(byHand).sort()).toEqual(Object.keys(rows).sort());
  });

  const count = 1500; // more than one block
  // A row whose expression another one has shares its kernel.
  it.each(Object.entries(rows).filter(([name]) => name in opcode))('%s', (name, row) => {
    const {
      inputs,
      options = {},
      domain = [-2, 2],
      kind,
    } = row as {
      kind: ElementwiseKind;
      inputs: string[];
      options?: Record<string, number>;
      domain?: number[] | number[][];
    };
    const onBits = kind === 'bits' || kind === 'integer';
    const type = onBits ? 'int64' : 'float64';
    const samples = inputs.map((_, i) => {
      const [low, high] = (Array.isArray(domain[0]) ? domain[i] : domain) as [number, number];
      // Irrational steps: no ties, no halves; every fifth pair is equal so that comparisons differ.
      return Array.from({ length: count }, (_, k) => {
        const fraction = ((k % 5 === 0 ? k : k + i) * Math.SQRT2 * (k % 5 === 0 ? 1 : i + 1)) % 1;
        const value = low + (high - low) * fraction;
        return onBits ? Math.trunc(value * 3) : value;
      });
    });
    const numbers = Object.values(options);
    const got = compute(
      name as keyof typeof opcode,
      type,
      type,
      count,
      ...samples.map((s) => put(type, s)),
      ...numbers,
    );
    for (let k = 0; k < count; k++) {
      const expected = byHand[name]!(...samples.map((s) => s[k]!), ...numbers);
      const close = Math.abs(got[k]! - expected) <= 1e-12 * Math.max(1, Math.abs(expected));
      if (!close) expect(got[k], `${name}(${samples.map((s) => s[k]).join(', ')})`).toBe(expected);
    }
  });
});

describe('conversions', () => {
  it('float to int32 truncates and saturates, NaN gives 0', () => {
    const x = put('float64', [1.9, -1.9, 3e9, -3e9, NaN, Infinity, -Infinity]);
    const expected = [1, -1, most, least, 0, most, least];
    expect(compute('copy', 'int32', 'int32', 7, x)).toEqual(expected); // on load
    expect(compute('copy', 'float64', 'int32', 7, x)).toEqual(expected); // on store
    expect(compute('copy', 'float32', 'int32', 7, put('float32', x.read()))).toEqual(expected);
  });
  it('uint8 wraps modulo 256', () => {
    expect(compute('copy', 'int32', 'uint8', 4, put('int32', [256, -1, 300, 255]))).toEqual([0, 255, 44, 255]);
    expect(compute('copy', 'float32', 'uint8', 4, put('float32', [256.7, -1.5, NaN, 1e20]))).toEqual([0, 255, 0, 255]);
    expect(compute('add', 'int32', 'uint8', 1, put('uint8', [200]), put('uint8', [100]))).toEqual([44]);
  });
  it('bool is whether a value is not 0', () => {
    expect(compute('copy', 'float32', 'bool', 5, put('float32', [0, -0, 0.25, NaN, -3]))).toEqual([0, 0, 1, 1, 1]);
    expect(compute('add', 'int32', 'bool', 2, put('bool', [1, 0]), put('bool', [1, 0]))).toEqual([1, 0]);
  });
  it('float32 rounds on load and on store', () => {
    expect(compute('copy', 'float64', 'float32', 1, 0.1)).toEqual([Math.fround(0.1)]);
    expect(compute('eq', 'float32', 'bool', 1, put('float32', [0.1]), 0.1)).toEqual([1]); // immediates too
    expect(compute('eq', 'float64', 'bool', 1, put('float32', [0.1]), 0.1)).toEqual([0]);
    expect(compute('copy', 'float32', 'float64', 1, put('int32', [16777217]))).toEqual([16777216]);
    expect(compute('copy', 'float32', 'float32', 2, put('float64', [1e300, 1e-300]))).toEqual([Infinity, 0]);
  });
  it('between is float64', () => {
    // (1 + 2^-30) − 1 would be 0 in float32.
    const y = compute('expm1', 'float32', 'float32', 1, put('float32', [2 ** -30]));
    expect(y[0]).toBe(2 ** -30);
    expect(compute('geluTanh', 'float32', 'float32', 1, put('float32', [-3]))[0]).toBe(Math.fround(-0.003637392));
  });
});

describe('int32 arithmetic wraps as in C', () => {
  const int = (name: keyof typeof opcode, a: number, b?: number): number =>
    compute(name, 'int32', 'int32', 1, put('int32', [a]), ...(b === undefined ? [] : [b]))[0]!;
  it.each([
    ['add', most, 1, least],
    ['sub', least, 1, most],
    ['mul', 123456789, 987654321, -67153019],
    ['mul', least, -1, least],
    ['pow', 3, 21, 1870418611],
    ['floorDivide', 7, 0, 0],
    ['remainder', 7, 0, 0],
    ['fmod', 7, 0, 0],
    ['floorDivide', -7, 2, -4],
    ['remainder', -7, 2, 1],
    ['fmod', -7, 2, -1],
    ['maximum', least, most, most],
  ] as const)('%s(%d, %d) = %d', (name, a, b, y) => expect(int(name, a, b)).toBe(y));
  it('neg, abs and square of the extremes', () => {
    expect([int('neg', least), int('abs', least), int('square', 65537), int('neg', 0)]).toEqual([
      least,
      least,
      131073,
      0,
    ]);
  });
  it('an infinite bound of clamp is the last integer', () => {
    expect(compute('clamp', 'int32', 'int32', 3, put('int32', [-5, 0, 5]), -Infinity, 3)).toEqual([-5, 0, 3]);
  });
});

describe('strides', () => {
  it('transposed, broadcast and mixed operands', () => {
    const a = put('float32', [1, 2, 3, 4, 5, 6]); // [2, 3], read as its transpose
    const b = put('int32', [10, 20]); // one row, repeated
    const out = room('float64', 8);
    // out has a gap after each row of 2
    const record = [opcode.add, 0, 1, 2, 3, 2, 1, out.address, 3, 1, 0, a.address, 1, 3, 2, b.address, 0, 1];
    expect(run(record)).toBe(0);
    expect(out.read()).toEqual([11, 24, NaN, 12, 25, NaN, 13, 26]);
  });
  it('rows longer than a block', () => {
    const n = 2500;
    const x = put(
      'float32',
      Array.from({ length: 2 * n }, (_, i) => i),
    );
    const out = room('float32', 2 * n);
    // [2, n]: out = x of every second element of each pair, doubled
    const record = [opcode.mul, 0, 0, 2, 2, n, 0, out.address, n, 1, 0, x.address, 1, 2, immediate, 2, 0, 0];
    expect(run(record)).toBe(0);
    const y = out.read();
    expect(y).toEqual([...y.keys()].map((i) => (i < n ? 4 * i : 4 * (i - n) + 2)));
  });
  it('in place', () => {
    const x = put('float32', [1, 2, 3]);
    expect(run(elementwiseRecord('square', 'float32', x, x))).toBe(0);
    expect(x.read()).toEqual([1, 4, 9]);
  });
  it('a size of 0 touches nothing', () => {
    const x = put('float32', [1]);
    expect(run([opcode.neg, 0, 0, 2, 0, 3, 0, 1, 3, 1, 0, x.address, 3, 1])).toBe(0);
    expect(run([opcode.neg, 0, 0, 2, 3, 0, 0, 1, 1, 1, 0, x.address, 1, 1])).toBe(0);
  });
});
