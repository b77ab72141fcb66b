/** The elementwise ops: a row for each row of the spec, and one with other options where it has any. */
import type { DType, Tensor } from '../../src/index.ts';
import { elementwise, type ElementwiseRow } from '../../src/kernels/spec.ts';
import * as functions from '../../src/ops/elementwise.generated.ts';
import * as internal from '../../src/ops/internal.generated.ts';
import type { Tolerance } from './compare.ts';
import { everyDType, floats, integers, type OpRow } from './row.ts';
import { elementwiseSamples, type Given, type Shape } from './samples.ts';

/** Option values that make a difference on the domain, where 1.5 times the default would not. */
const chosen: Readonly<Record<string, Record<string, number>>> = {
  clamp: { min: -1, max: 0.8 },
  softplus: { beta: 2, threshold: 1 },
  logit: { eps: 0.2 },
  isclose: { rtol: 0.5, atol: 0.3, equalNan: 1 },
};

/** Where the gradient of a broadcast input is a sum that is far smaller than its terms. */
const summed: Readonly<Record<string, Tolerance>> = { addcmul: { scale: 32 }, addcdiv: { scale: 32 } };

/** Written into a copy of the first input, which is in the graph where the input is. The engine is the same: few samples are enough. */
function inPlaceRow(row: OpRow, { kind, options }: ElementwiseRow): OpRow {
  const samples = row.samples.filter(({ what }) =>
    /^(contiguous|transposed|stepped|shape .*|five dims|large|layouts mixed, .|matrix and 0-d|number as input [1-9].*)$/.test(
      what,
    ),
  );
  const fits = samples.filter(({ inputs: [x, ...rest] }) =>
    rest.every((other) => typeof other === 'number' || other.shape.length <= (x as { shape: Shape }).shape.length),
  );
  return {
    ...row,
    op: row.name,
    samples: fits,
    // The result must fit x: numbers are at least integers, and float ops give floats.
    dtypes: kind === 'float' ? floats : row.dtypes.filter((dtype) => dtype !== 'bool' || options === undefined),
  };
}

const dtypesOf = ({ kind }: ElementwiseRow): readonly DType[] =>
  kind === 'bits' ? [...integers, 'bool'] : kind === 'integer' ? integers : everyDType;

export function elementwiseRows(): OpRow[] {
  const found: OpRow[] = [];
  const all = { ...functions, ...internal } as unknown as Record<string, (...args: unknown[]) => Tensor>;
  for (const [op, row] of Object.entries<ElementwiseRow>(elementwise)) {
    const fn = all[op]!;
    const { domain = [-2, 2], inputs, masks = [], options = {} } = row;
    const withDomain = (given: Given, i: number): Given => {
      if (typeof given === 'number') return given;
      if (masks.includes(inputs[i]!)) return { ...given, dtype: 'bool', domain: [0, 2] };
      return { ...given, domain: (Array.isArray(domain[0]) ? domain[i] : domain) as [number, number] };
    };
    const shared = {
      op,
      samples: elementwiseSamples(inputs.length).map((s) => ({ ...s, inputs: s.inputs.map(withDomain) })),
      small: inputs.map((_, i) => withDomain({ shape: [2, 3] }, i)),
      dtypes: dtypesOf(row),
      differentiable: row.grads !== undefined,
      tolerance: summed[op],
    };
    found.push({ ...shared, name: op, run: (...x) => fn(...x) });
    const write = all[`${op}_`];
    if (write)
      found.push(inPlaceRow({ ...shared, name: `${op}_`, run: (x, ...rest) => write(x.clone(), ...rest) }, row));
    if (Object.keys(options).length === 0) continue;
    const other =
      chosen[op] ?? Object.fromEntries(Object.entries(options).map(([name, value]) => [name, value * 1.5 + 0.1]));
    found.push({
      ...shared,
      name: `${op} ${JSON.stringify(other)}`,
      run: row.positional ? (...x) => fn(...x, ...Object.values(other)) : (...x) => fn(...x, other),
    });
  }
  return found;
}
