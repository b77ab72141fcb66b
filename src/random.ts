/** Random numbers: Philox counters, so that a seed gives the same numbers whatever the number of threads. */
import { status } from './backend/backend.ts';
import { backend } from './backend/current.ts';
import { type DType, isFloat } from './dtype.ts';
import { BackendError, ValueError } from './errors.ts';
import { randomRecord } from './kernels/records.generated.ts';
import { randomKinds } from './kernels/spec.ts';
import { checkedShape, type Shape } from './shape.ts';
import type { Tensor } from './tensor.ts';
import { fill_, tensor, type TensorOptions } from './ops/create.ts';
import { empty_ } from './ops/elementwise.ts';
import { recordsWrite, requireWritable } from './ops/inPlace.ts';
import { known, requireObject } from './options.ts';
import { widened } from './ops/widened.ts';

/** Seed, counter, and two that kernels use. */
const cellWords = 4;

/**
 * A stream of random numbers. Its seed and counter live in a cell that kernels read and advance.
 * Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3".
 */
export class Generator {
  private held: Tensor | null = null;

  /** @throws ValueError unless seed is a whole number from 0 to 2⁵³ − 1 */
  constructor(private seed = 0) {
    this.manualSeed(seed);
  }

  /** Starts the stream of a seed again. */
  manualSeed(seed: number): this {
    if (!Number.isSafeInteger(seed) || seed < 0)
      throw new ValueError(`manualSeed: ${seed} is not a whole number from 0 to 2^53 - 1.`);
    this.seed = seed;
    this.held = null;
    return this;
  }

  initialSeed(): number {
    return this.seed;
  }

  /** Seed and counter, for setState. */
  getState(): [seed: number, counter: number] {
    return stateIn(this.cell);
  }

  /** Goes on from a state that getState gave. */
  setState([seed, counter]: readonly [seed: number, counter: number]): this {
    this.manualSeed(seed);
    this.held = newCell(seed, counter);
    return this;
  }

  /** Where kernels find seed and counter. */
  get cell(): Tensor {
    // When the backend was changed, the stream goes on there.
    if (this.held !== null && this.held.storage.backend !== backend()) this.held = newCell(...stateIn(this.held));
    return (this.held ??= newCell(this.seed, 0));
  }
}

function stateIn({ storage }: Tensor): [seed: number, counter: number] {
  const state = new Float64Array(cellWords);
  storage.read(0, state);
  return [state[0]!, state[1]!];
}
function newCell(seed: number, counter: number): Tensor {
  return tensor(Float64Array.of(seed, counter, 0, 0));
}

/** The generator that everything uses unless told otherwise. */
export const defaultGenerator = new Generator();

/** Seeds the default generator. */
export function manualSeed(seed: number): Generator {
  return defaultGenerator.manualSeed(seed);
}

export interface RandomOptions<D extends DType = DType> extends TensorOptions<D> {
  generator?: Generator;
}

type RandomKind = (typeof randomKinds)[number];

/** Fills contiguous x with random numbers. */
export function fillRandom<D extends DType>(
  x: Tensor<D>,
  kind: RandomKind,
  a: number,
  b: number,
  generator = defaultGenerator,
): Tensor<D> {
  if (x.length === 0) return x;
  const fill = (y: Tensor): void => {
    const code = randomRecord(kind, y.info.code, randomKinds.indexOf(kind), y.length, y, generator.cell, a, b);
    if (code !== status.ok) throw new BackendError(`${kind}: no kernel for ${x.dtype} (status ${code}).`);
  };
  widened(x, [], fill, x.dtype === 'int64' ? { wide: 'int32' } : {});
  x.storage.version++;
  return x;
}

function random(op: string, kind: RandomKind, a: number, b: number, shape: Shape, options: RandomOptions): Tensor {
  const sizes = checkedShape(op, shape);
  const {
    dtype = 'float32',
    requiresGrad = false,
    generator,
  } = known(op, options, ['dtype', 'requiresGrad', 'generator']);
  const out = fillRandom(empty_(sizes, dtype, false), kind, a, b, generator);
  return requiresGrad ? out.requiresGrad_() : out;
}

/** Uniform numbers in [0, 1). */
export function rand<D extends DType = 'float32'>(shape: Shape, options: RandomOptions<D> = {}): Tensor<D> {
  return random('rand', 'uniform', 0, 1, shape, options) as Tensor<D>;
}
/** Normal numbers of mean 0 and deviation 1. */
export function randn<D extends DType = 'float32'>(shape: Shape, options: RandomOptions<D> = {}): Tensor<D> {
  return random('randn', 'normal', 0, 1, shape, options) as Tensor<D>;
}
/** Normal numbers of a mean and a deviation. */
export function normal<D extends DType = 'float32'>(
  mean: number,
  std: number,
  shape: Shape,
  options: RandomOptions<D> = {},
): Tensor<D> {
  return random('normal', 'normal', mean, std, shape, options) as Tensor<D>;
}
/** Whole numbers from low to high − 1, int32 unless `dtype` says otherwise. @throws ValueError unless low < high */
export function randint<D extends DType = 'int32'>(
  low: number,
  high: number,
  shape: Shape,
  options: RandomOptions<D> = {},
): Tensor<D> {
  if (!(low < high)) throw new ValueError(`randint: there is no whole number from ${low} to below ${high}.`);
  const u = random('randint', 'uniform', low, high, shape, {
    dtype: 'float64',
    generator: options.generator,
  }).toTypedArray();
  return tensor(u.map(Math.floor), {
    dtype: 'int32' as DType,
    ...requireObject('randint', options),
    shape,
  }) as Tensor<D>;
}

/** 0 … n − 1 in random order, int32. */
export function randperm<D extends DType = 'int32'>(n: number, options: RandomOptions<D> = {}): Tensor<D> {
  // Fisher–Yates, from the end.
  const u = random('randperm', 'uniform', 0, 1, [n], { dtype: 'float64', generator: options.generator }).toTypedArray();
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(u[i]! * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return tensor(order, { ...requireObject('randperm', options), shape: [n] });
}

/** x in place, uniform in [from, to). @throws ValueError unless x is contiguous and float; StateError as copy_ */
export function uniform_<D extends DType>(
  x: Tensor<D>,
  from = 0,
  to = 1,
  options: { generator?: Generator } = {},
): Tensor<D> {
  const { generator } = known('uniform_', options, ['generator']);
  return refill(x, 'uniform', from, to, generator);
}
/** x in place, normal. @throws ValueError unless x is contiguous and float; StateError as copy_ */
export function normal_<D extends DType>(
  x: Tensor<D>,
  mean = 0,
  std = 1,
  options: { generator?: Generator } = {},
): Tensor<D> {
  const { generator } = known('normal_', options, ['generator']);
  return refill(x, 'normal', mean, std, generator);
}
function refill<D extends DType>(
  x: Tensor<D>,
  kind: RandomKind,
  a: number,
  b: number,
  generator?: Generator,
): Tensor<D> {
  if (!x.contiguous_ || !isFloat(x.dtype))
    throw new ValueError(
      `${kind}_: takes a contiguous float tensor, got ${x.dtype} with strides [${x.strides.join(', ')}].`,
    );
  requireWritable(`${kind}_`, x);
  // A recorded x becomes zeros first, so that its old values get no gradient.
  if (recordsWrite(`${kind}_`, x, [x])) fill_(x, 0);
  return fillRandom(x, kind, a, b, generator);
}
