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
}

export const floats: readonly DType[] = ['float32', 'float64'];
export const everyDType: readonly DType[] = [...floats, 'int32', 'uint8', 'bool'];

export type Spec = Shape | Input | number;
export interface More {
  dtypes?: readonly DType[];
  /** The domain of inputs that are given by their shape alone. */
  domain?: readonly [number, number];
  layouts?: readonly Layout[];
  tolerance?: Tolerance;
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
  const { dtypes = everyDType, domain, layouts: other = layouts.slice(1), tolerance } = more;
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
  };
}
