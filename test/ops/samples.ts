/** What the ops are called with: shapes, the layouts they can have in memory, and values that depend on nothing but a name. */
import { type DType, isFloat, type TypedArray } from '../../src/dtype.ts';
import { decode, encode } from '../../src/encoding.ts';
import { show } from '../../src/errors.ts';
import { cat, full, noGrad, stack, type Tensor, tensor } from '../../src/index.ts';

export type Shape = readonly number[];

/** How the elements of an input lie in memory. All but `expanded` can have any values. */
export const layouts = ['contiguous', 'transposed', 'narrowed', 'stepped', 'expanded'] as const;
export type Layout = (typeof layouts)[number];

export interface Input {
  shape: Shape;
  layout?: Layout;
  /** Set where an input has a dtype of its own, such as an index; all others get the dtype that is being tested. */
  dtype?: DType;
  /** The range floats are drawn from, and integers of a dtype of their own. */
  domain?: readonly [number, number];
}
/** An input, or a number where the op takes one. */
export type Given = Input | number;

export interface Sample {
  what: string;
  inputs: readonly Given[];
  /** So large that one float dtype is enough. */
  large?: boolean;
}

/** Numbers in [0, 1) that the seed alone decides (mulberry32). */
export function generator(seed: string): () => number {
  let state = 0x9e3779b9;
  for (const c of seed) state = Math.imul(state ^ c.charCodeAt(0), 0x85ebca6b) + 0x6d2b79f5;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const integerDomain = { int32: [-4, 6], int64: [-4, 6], int8: [-4, 6], uint8: [0, 6], bool: [0, 2] } as const;

/** Values for an input of this dtype: uniform floats, small integers with many ties. */
export function draw({ shape, domain, dtype: own }: Input, dtype: DType, seed: string): TypedArray {
  const next = generator(seed);
  const integer = !isFloat(dtype);
  const [low, high] = integer && !own ? integerDomain[dtype as keyof typeof integerDomain] : (domain ?? [-2, 2]);
  const values = Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => {
    const value = low + (high - low) * next();
    return integer ? Math.floor(value) : value;
  });
  return decode(dtype, encode(dtype, values));
}

/** A leaf with these values, laid out in memory as asked. What lies between its elements is NaN, so that reading it shows. */
export function layOut(values: TypedArray, { shape, layout = 'contiguous' }: Input, dtype: DType): Tensor {
  const x = tensor(values, { shape, dtype });
  if (shape.length === 0) return x;
  const junk = (like: Shape): Tensor => full(like, isFloat(dtype) ? NaN : 1, { dtype });
  const last = shape.length - 1;
  const arranged = noGrad(() => {
    switch (layout) {
      case 'contiguous':
        return x;
      case 'transposed': {
        const reversed = shape.map((_, d) => last - d);
        return x.permute(reversed).contiguous().permute(reversed);
      }
      case 'narrowed': {
        const pad = junk(shape.with(last, 3));
        return cat([pad, x, pad], last).narrow(last, 3, shape[last]!);
      }
      case 'stepped':
        return stack([junk(shape), x], -1).select(-1, 1);
      case 'expanded':
        return shape[0]! > 1 ? x.narrow(0, 0, 1).expand(shape) : x;
    }
  });
  return arranged.detach();
}

const all = (count: number, shape: Shape, layout: Layout = 'contiguous'): Input[] =>
  Array.from({ length: count }, () => ({ shape, layout }));
const shapes = (...list: Shape[]): Input[] => list.map((shape) => ({ shape }));
const take = <T>(list: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, i) => list[i % list.length]!);

/** Everything an elementwise op of `count` inputs must cope with. */
export function elementwiseSamples(count: number): Sample[] {
  const samples: Sample[] = [];
  const add = (what: string, inputs: readonly Given[]): void => void samples.push({ what, inputs });

  for (const layout of layouts) add(layout, all(count, [7, 33], layout));
  add('five dims', all(count, [2, 3, 1, 4, 3], 'transposed'));
  for (const shape of [[0], [2, 0, 3], [], [1], [1, 1]]) add(`shape ${show(shape)}`, all(count, shape));
  // Every remainder of every vector width, in rows that touch and in rows that do not.
  for (let n = 1; n <= 33; n++)
    add(`${n} elements, ${n} columns`, all(count, [2, n], n % 2 === 0 ? 'narrowed' : 'contiguous'));
  samples.push({ what: 'large', inputs: all(count, [509, 67]), large: true });
  add(
    'large, mixed layouts',
    take(['stepped', 'contiguous', 'transposed'] as const, count).map((layout) => ({ shape: [131, 257], layout })),
  );
  if (count === 1) return samples;

  for (let shift = 0; shift < 4; shift++) {
    add(
      `layouts mixed, ${shift}`,
      Array.from({ length: count }, (_, i) => ({ shape: [5, 19], layout: layouts[(i + shift) % 5]! })),
    );
  }
  add('column and row', take(shapes([37, 1], [1, 21], [37, 21]), count));
  add('row and matrix', take(shapes([21], [37, 21], [1]), count));
  add('0-d and matrix', take(shapes([], [5, 7], []), count));
  add('matrix and 0-d', take(shapes([5, 7], [], [7]), count));
  add('0-d all', take(shapes([], [], []), count));
  add('ranks 3, 2 and 1', take(shapes([2, 1, 3], [4, 1], [1]), count));
  add(
    'transposed and row',
    take([{ shape: [19, 23], layout: 'transposed' }, { shape: [23], layout: 'stepped' }, { shape: [19, 1] }], count),
  );
  add('large broadcast', take(shapes([301, 1], [1, 97], [97]), count));
  add('empty broadcast', take(shapes([0, 3], [1, 3], [3]), count));
  for (let at = 0; at < count; at++) {
    add(
      `number as input ${at}`,
      all(count, [3, 11]).map((x, i) => (i === at ? 0.75 : x)),
    );
    add(
      `number as input ${at}, strided`,
      all(count, [3, 11], 'transposed').map((x, i) => (i === at ? 0.75 : x)),
    );
  }
  return samples;
}

/** The samples of any other op: each list of inputs, and the first one again in every layout. */
export function layoutSamples(lists: readonly (readonly Given[])[], other: readonly Layout[]): Sample[] {
  const name = (inputs: readonly Given[]): string =>
    inputs.map((x) => (typeof x === 'number' ? x : show(x.shape))).join(', ');
  const samples: Sample[] = lists.map((inputs) => ({ what: name(inputs), inputs }));
  const [first] = lists as [readonly Given[]];
  for (const layout of other) {
    samples.push({
      what: `${name(first)}, ${layout}`,
      inputs: first.map((x) => (typeof x === 'number' ? x : { ...x, layout })),
    });
  }
  if (first.length > 1 && other.length > 1) {
    const mixed = first.map((x, i) => (typeof x === 'number' ? x : { ...x, layout: other[i % other.length]! }));
    samples.push({ what: `${name(first)}, mixed layouts`, inputs: mixed });
  }
  return samples;
}
