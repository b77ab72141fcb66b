/** The elementwise ops: a row for each row of the spec, and one with other options where it has any. */
import type { Tensor } from '../../src/index.ts';
import { elementwise, type ElementwiseRow } from '../../src/kernels/spec.ts';
import * as functions from '../../src/ops/elementwise.generated.ts';
import * as internal from '../../src/ops/internal.generated.ts';
import { everyDType, type OpRow } from './row.ts';
import { elementwiseSamples, type Given } from './samples.ts';

/** Option values that make a difference on the domain, where 1.5 times the default would not. */
const chosen: Readonly<Record<string, Record<string, number>>> = {
  clamp: { min: -1, max: 0.8 },
  softplus: { beta: 2, threshold: 1 },
};

export function elementwiseRows(): OpRow[] {
  const found: OpRow[] = [];
  for (const [op, row] of Object.entries<ElementwiseRow>(elementwise)) {
    const fn = { ...functions, ...internal }[op as keyof typeof functions] as (...args: unknown[]) => Tensor;
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
      dtypes: everyDType,
      differentiable: row.grads !== undefined,
    };
    found.push({ ...shared, name: op, run: (...x) => fn(...x) });
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
