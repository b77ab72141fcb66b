/** What every generator works from: the spec's rows turned into numbered kernels. */
import { type Expression, namesIn, parse, rename } from '../expression.ts';
import {
  elementwise,
  type ElementwiseKind,
  type ElementwiseRow,
  type KernelRow,
  kernels,
  type OptimizerRow,
  optimizers,
} from '../spec.ts';

export interface ElementKernel {
  name: string;
  opcode: number;
  inputs: string[];
  value: Expression;
  /** The lanes it is compiled for. */
  floats: boolean;
  int32: boolean;
  int64: boolean;
  /** See ElementwiseRow. */
  hot: boolean;
}

export interface Derivative {
  input: string;
  /** Null when the gradient passes through unchanged. */
  kernel: ElementKernel | null;
  /** What the kernel reads, as positions in [g, ...inputs, ...options, y]. */
  reads: number[];
  value: Expression;
}

export interface ElementwisePlan {
  name: string;
  row: ElementwiseRow;
  options: [name: string, value: number][];
  kernel: ElementKernel;
  derivatives: Derivative[];
}

export interface OptimizerPlan {
  name: string;
  row: OptimizerRow;
  opcode: number;
}

export interface Plan {
  records: (Required<KernelRow> & { name: string; opcode: number })[];
  optimizers: OptimizerPlan[];
  elementwise: ElementwisePlan[];
  elementKernels: ElementKernel[];
}

/** The scalars of an optimizer that its loop reads: what `computed` holds. The others only serve these. */
export function computedScalars({ scalars = {}, update }: OptimizerRow): string[] {
  const read = new Set(update.flatMap(([, value]) => namesIn(parse(value))));
  return Object.keys(scalars).filter((name) => read.has(name));
}

/** Numbers all kernels: records first, then optimizers, then elementwise kernels with their derivatives. */
export function makePlan(): Plan {
  let opcode = 0;
  const records = Object.entries<KernelRow>(kernels).map(([name, row]) => ({
    name,
    opcode: opcode++,
    dims: [],
    ...row,
  }));
  const optimizerPlans = Object.entries<OptimizerRow>(optimizers).map(([name, row]) => ({
    name,
    row,
    opcode: opcode++,
  }));

  const elementKernels: ElementKernel[] = [];
  const known = new Map<string, ElementKernel>();
  const kernel = (
    name: string,
    inputs: string[],
    value: Expression,
    kind: ElementwiseKind,
    hot = false,
  ): ElementKernel => {
    // Two expressions that differ only in their names are one kernel: mul's derivative is mul.
    const key = JSON.stringify(rename(value, (n) => String(inputs.indexOf(n)))) + inputs.length;
    let found = known.get(key);
    if (!found) {
      const onBits = kind === 'integer' || kind === 'bits';
      const [floats, int64] = [!onBits, kind !== 'float'];
      found = { name, opcode: opcode++, inputs, value, floats, int32: floats && int64, int64, hot };
      known.set(key, found);
      elementKernels.push(found);
    }
    return found;
  };

  const rows = Object.entries<ElementwiseRow>(elementwise);
  // Forward kernels first, so that a derivative reuses an op and never the other way round.
  const forwards = rows.map(([name, row]) => {
    const options = Object.entries(row.options ?? {});
    const inputs = [...row.inputs, ...options.map(([option]) => option)];
    return {
      name,
      row,
      options,
      inputs,
      kernel: kernel(name, inputs, checked(name, row.y, inputs), row.kind, row.hot),
    };
  });
  const elementwisePlans = forwards.map(({ name, row, options, inputs, kernel: forward }) => {
    const values = ['g', ...inputs, 'y'];
    const derivatives = Object.entries(row.grads ?? {}).map(([input, text]): Derivative => {
      if (!row.inputs.includes(input)) throw new Error(`${name}: a derivative by ${input}, which is not an input`);
      const value = checked(name, text, values);
      const reads = namesIn(value);
      const passes = value.kind === 'name' && value.name === 'g';
      return {
        input,
        kernel: passes ? null : kernel(`${name}_d${input}`, reads, value, 'float', row.hot),
        reads: reads.map((n) => values.indexOf(n)),
        value,
      };
    });
    return { name, row, options, kernel: forward, derivatives };
  });
  return { records, optimizers: optimizerPlans, elementwise: elementwisePlans, elementKernels };
}

function checked(op: string, text: string, names: string[]): Expression {
  const e = parse(text);
  for (const name of namesIn(e))
    if (!names.includes(name)) throw new Error(`${op}: "${text}" reads ${name}, not one of ${names.join(', ')}`);
  return e;
}

export const banner = (comment: string): string =>
  `${comment} Generated from src/kernels/spec.ts by \`npm run generate\`. Do not edit.\n`;
