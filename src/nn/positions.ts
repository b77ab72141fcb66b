/** How attention learns where rows stand: rotations, biases, and encodings that are added. */
import { type DType, floatTypes, requireDType } from '../dtype.ts';
import { IndexError, show, ShapeError, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { known, requireWhole } from '../options.ts';
import { empty, tensor } from '../ops/create.ts';
import { add, mul, sub } from '../ops/elementwise.generated.ts';
import { cat, flatten, narrow, reshape, select, stack } from '../ops/shape.ts';
import type { Generator } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import { normal_ } from './init.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

/** A table [length, dim]: of(position, pair) for each pair of columns. */
type Angle = (position: number, pair: number) => number;

function evenDim(op: string, dim: number): void {
  if (!Number.isInteger(dim) || dim < 2 || dim % 2 !== 0)
    throw new ValueError(`${op}: dim must be an even whole number ≥ 2, got ${dim}.`);
}
const angle =
  (dim: number, base: number): Angle =>
  (position, pair) =>
    position / base ** ((2 * pair) / dim);

/** The part of a table for `length` rows from `offset` on. @throws IndexError beyond its end */
function rowsOf(op: string, table: Tensor, offset: number, length: number): Tensor {
  if (!Number.isInteger(offset) || offset < 0 || offset + length > table.size(0))
    throw new IndexError(
      `${op}: positions ${offset} to ${offset + length} leave the ${table.size(0)} there are. Make it with a larger maxLength.`,
    );
  return narrow(table, 0, offset, length);
}

/**
 * sin(p / base^(2i/dim)) at column 2i and the cosine at 2i + 1, for positions p: [length, dim]. Vaswani et al. 2017,
 * https://arxiv.org/abs/1706.03762 @throws ValueError unless dim is even
 */
export function sinusoidalPositions(
  length: number,
  dim: number,
  options: { base?: number; dtype?: DType } = {},
): Tensor {
  const { base = 10000, dtype = 'float32' } = known('sinusoidalPositions', options, ['base', 'dtype']);
  evenDim('sinusoidalPositions', dim);
  const of = angle(dim, base);
  const values = new Float64Array(length * dim);
  for (let p = 0; p < length; p++)
    for (let c = 0; c < dim; c++) values[p * dim + c] = (c % 2 === 0 ? Math.sin : Math.cos)(of(p, c >> 1));
  return tensor(values, { shape: [length, dim], dtype });
}

export interface RotaryOptions {
  /** Default: 10000. */
  base?: number;
  /** The position of the first row. Default: 0. */
  offset?: number;
  /** Columns 2i and 2i + 1 are a pair; otherwise columns i and i + cols/2. Default: true. */
  interleaved?: boolean;
}

/** Cosines and sines [length, dim / 2] of positions from `offset` on. */
function rotations(length: number, dim: number, base: number, offset: number, dtype: DType): [Tensor, Tensor] {
  const of = angle(dim, base);
  const table = (f: (x: number) => number): Tensor => {
    const values = Float64Array.from({ length: (length * dim) / 2 }, (_, at) =>
      f(of(offset + Math.floor((2 * at) / dim), at % (dim / 2))),
    );
    return tensor(values, { shape: [length, dim / 2], dtype });
  };
  return [table(Math.cos), table(Math.sin)];
}

function rotate(x: Tensor, [cos, sin]: readonly [Tensor, Tensor], interleaved: boolean): Tensor {
  return scope(() => {
    const pairs = reshape(x, [...x.shape.slice(0, -1), ...(interleaved ? [x.size(-1) / 2, 2] : [2, x.size(-1) / 2])]);
    const dim = interleaved ? -1 : -2;
    const [a, b] = [select(pairs, dim, 0), select(pairs, dim, 1)];
    const turned = [sub(mul(a, cos), mul(b, sin)), add(mul(b, cos), mul(a, sin))];
    return interleaved ? flatten(stack(turned, -1), { startDim: -2 }) : cat(turned, -1);
  });
}

/**
 * Rotates pairs of columns by angles that grow with the position of their row, so that products of queries and keys depend on distances: x
 * [..., rows, cols]. Su et al. 2021, https://arxiv.org/abs/2104.09864
 * @throws ValueError unless cols is even; DTypeError unless x is float
 */
export function rotaryEmbedding(x: Tensor, options: RotaryOptions = {}): Tensor {
  const names = ['base', 'offset', 'interleaved'];
  const { base = 10000, offset = 0, interleaved = true } = known('rotaryEmbedding', options, names);
  checkRotated('rotaryEmbedding', x);
  return rotate(x, rotations(x.size(-2), x.size(-1), base, offset, x.dtype), interleaved);
}
function checkRotated(op: string, x: Tensor): void {
  requireDType(op, 'the input', x, floatTypes);
  if (x.ndim < 2) throw new ShapeError(`${op}: takes [..., rows, cols], got ${show(x.shape)}.`);
  evenDim(op, x.size(-1));
}

/**
 * Biases for the scores of each head that fall with the distance of query and key, [heads, queries, keys], for attnMask: −slope · |i − j|. The
 * last query stands at the last key. Press et al. 2021, https://arxiv.org/abs/2108.12409
 * @param options.causal whether later keys get −∞; default false
 */
export function alibiBias(
  heads: number,
  queries: number,
  keys = queries,
  options: { causal?: boolean; dtype?: DType } = {},
): Tensor {
  const { causal = false, dtype = 'float32' } = known('alibiBias', options, ['causal', 'dtype']);
  const slopes = alibiSlopes(heads);
  const values = new Float64Array(heads * queries * keys);
  let at = 0;
  for (const slope of slopes)
    for (let i = keys - queries; i < keys; i++)
      for (let j = 0; j < keys; j++) values[at++] = causal && j > i ? -Infinity : -slope * Math.abs(i - j);
  return tensor(values, { shape: [heads, queries, keys], dtype });
}

/** 2^(−8k/n) for n heads, n a power of two; others take those of the next lower one, then every other one of the next higher. */
function alibiSlopes(heads: number): number[] {
  requireWhole('alibiBias', 'heads', heads);
  const power = 2 ** Math.floor(Math.log2(heads));
  const geometric = (n: number): number[] => Array.from({ length: n }, (_, k) => 2 ** ((-8 * (k + 1)) / n));
  const between = geometric(2 * power).filter((_, k) => k % 2 === 0);
  return [...geometric(power), ...between.slice(0, heads - power)];
}

/** rotaryEmbedding with its angles ready for `maxLength` positions. @throws ValueError unless dim is even */
export class RotaryEmbedding extends Module<[x: Tensor, options?: { offset?: number }]> {
  declare cos: Tensor;
  declare sin: Tensor;
  readonly interleaved: boolean;

  constructor(dim: number, options: Omit<RotaryOptions, 'offset'> & { maxLength?: number; dtype?: DType } = {}) {
    const {
      maxLength = 2048,
      base = 10000,
      interleaved = true,
      dtype = 'float32',
    } = known('RotaryEmbedding', options, ['maxLength', 'base', 'interleaved', 'dtype']);
    super();
    evenDim('RotaryEmbedding', dim);
    this.interleaved = interleaved;
    const [cos, sin] = rotations(maxLength, dim, base, 0, dtype);
    this.registerBuffer('cos', cos, { persistent: false });
    this.registerBuffer('sin', sin, { persistent: false });
  }
  /** @param x [..., rows, dim] @param options.offset the position of the first row; default 0 @throws IndexError beyond maxLength */
  forward(x: Tensor, options: { offset?: number } = {}): Tensor {
    const { offset = 0 } = known('RotaryEmbedding.forward', options, ['offset']);
    checkRotated('RotaryEmbedding', x);
    const rows = (table: Tensor): Tensor => rowsOf('RotaryEmbedding', table, offset, x.size(-2));
    return rotate(x, [rows(this.cos), rows(this.sin)], this.interleaved);
  }
}

/** x [..., rows, dim] plus sinusoidalPositions. @throws ValueError unless dim is even; IndexError beyond maxLength */
export class SinusoidalPositions extends Module<[x: Tensor, options?: { offset?: number }]> {
  declare table: Tensor;

  constructor(dim: number, options: { maxLength?: number; base?: number; dtype?: DType } = {}) {
    const { maxLength = 5000, base, dtype } = known('SinusoidalPositions', options, ['maxLength', 'base', 'dtype']);
    super();
    this.registerBuffer('table', sinusoidalPositions(maxLength, dim, { base, dtype }), { persistent: false });
  }
  forward(x: Tensor, options: { offset?: number } = {}): Tensor {
    const { offset = 0 } = known('SinusoidalPositions.forward', options, ['offset']);
    return add(x, rowsOf('SinusoidalPositions', this.table, offset, x.size(-2)));
  }
}

/** x [..., rows, dim] plus a learned row for each position; they start normal with deviation 0.02. @throws IndexError beyond maxLength */
export class LearnedPositions extends Module<[x: Tensor, options?: { offset?: number }]> {
  weight: Parameter;

  constructor(maxLength: number, dim: number, options: { dtype?: DType; generator?: Generator } = {}) {
    const { dtype = 'float32', generator } = known('LearnedPositions', options, ['dtype', 'generator']);
    super();
    this.weight = new Parameter(empty([maxLength, dim], { dtype }));
    normal_(this.weight, { std: 0.02, generator });
  }
  forward(x: Tensor, options: { offset?: number } = {}): Tensor {
    const { offset = 0 } = known('LearnedPositions.forward', options, ['offset']);
    return add(x, rowsOf('LearnedPositions', this.weight, offset, x.size(-2)));
  }
}
