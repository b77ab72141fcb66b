/** A row of the table. */
import type { DType } from '../../src/dtype.ts';
import type { Tensor } from '../../src/index.ts';
import type { Tolerance } from './compare.ts';
import { type Given, type Input, type Layout, layouts, layoutSamples, type Sample, type Shape } from './samples.ts';

export interface OpRow {
  /** The function it is about. */
  op: string;
  /** The call, unique in the table. */
  name: string;
  run: (...inputs: Tensor[]) => Tensor;
  /** Compared with the reference, values and gradients. */
  samples: readonly Sample[];
  /** Few elements, for gradcheck. */
  small: readonly Given[];
  /** Those its free inputs may have. */
  dtypes: readonly DType[];
  differentiable: boolean;
  tolerance?: Tolerance;
  /** Whether its dtypes are all that it takes; else it is tested in int64, int8, float16 and bfloat16 too. */
  only?: boolean;
}

/** The dtypes that two samples are enough for: the engine, the kernels or the conversions around them are the same for all ops. */
export function fewerOf({ dtypes, only = false }: OpRow): readonly DType[] {
  if (only) return [];
  return [
    ...(dtypes.includes('float32') ? (['float16', 'bfloat16'] as const) : []),
    ...(dtypes.includes('int32') ? (['int64', 'int8'] as const) : []),
  ];
}

export const floats: readonly DType[] = ['float32', 'float64'];
export const integers: readonly DType[] = ['int32', 'uint8'];
export const everyDType: readonly DType[] = [...floats, ...integers, 'bool'];

export type Spec = Shape | Input | number;
export interface More {
  dtypes?: readonly DType[];
  /** The domain of inputs that are given by their shape alone. */
  domain?: readonly [number, number];
  layouts?: readonly Layout[];
  tolerance?: Tolerance;
  only?: boolean;
}

/** @param lists inputs, the first ones small */
export function row(
  op: string,
  call: string,
  run: OpRow['run'],
  differentiable: boolean,
  lists: readonly (readonly Spec[])[],
  more: More = {},
): OpRow {
  const { dtypes = everyDType, domain, layouts: other = layouts.slice(1), tolerance, only } = more;
  const open = (spec: Spec): Given =>
    Array.isArray(spec) ? { shape: spec as Shape, domain } : (spec as Input | number);
  const given = lists.map((list) => list.map(open));
  return {
    op,
    name: `${op}${call}`,
    run,
    samples: layoutSamples(given, other),
    small: given[0]!,
    dtypes,
    differentiable,
    tolerance,
    only,
  };
}
