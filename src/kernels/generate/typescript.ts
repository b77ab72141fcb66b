/** spec -> TypeScript: opcodes and record encoders, the public elementwise functions, the float64 reference. */
import { type Expression, isMask, namesIn, operatorOf, parse } from '../expression.ts';
import { banner, type ElementwisePlan, type OptimizerPlan, type Plan } from './plan.ts';

/** A constant each: a page keeps those that it reads. */
export function opcodes({ records, optimizers, elementKernels }: Plan): string {
  const rows = [...records, ...optimizers, ...elementKernels];
  return `${banner('//')}${rows.map(({ name, opcode }) => `export const ${name} = ${opcode};`).join('\n')}\n`;
}

export function records({ records }: Plan): string {
  const encoders = records.map(({ name, opcode, words, tensors, dims, doc }) => {
    const lists = dims.map((d) => `${d}s: readonly number[]`);
    const named = tensors.map((t) => t.replace('?', ''));
    const optional = (w: string): boolean => tensors.includes(`${w}?`);
    const typeOf = (w: string): string => (named.includes(w) ? `Named${optional(w) ? ' | null' : ''}` : 'number');
    const valueOf = (w: string): string =>
      named.includes(w) ? (optional(w) ? `${w} === null ? 0 : ${w}.address` : `${w}.address`) : w;
    const scalars = words.filter((w) => w !== 'ndim');
    const params = ['op: string', ...scalars.map((w) => `${w}: ${typeOf(w)}`), ...lists].join(', ');
    const store = words.map((w, i) => `  ring[${i + 2}] = ${valueOf(w)};`);
    const ndim = dims.length ? `  const ndim = ${dims[0]}s.length;\n` : '';
    const length = dims.length ? `${words.length + 2} + ${dims.length} * ndim` : String(words.length + 2);
    const tail = dims.length
      ? `  for (let i = 0; i < ndim; i++) {\n${dims
          .map(
            (d, i) => `    ring[${words.length + 2}${i ? ` + ${i === 1 ? '' : `${i} * `}ndim` : ''} + i] = ${d}s[i]!;`,
          )
          .join('\n')}\n  }\n`
      : '';
    return `/** ${doc} */
export function ${name}Record(${params}): number {
  const ring = ringFor(op, ${named[0]}, [${named.slice(1).join(', ')}]);
${ndim}  const length = ${length};
  ring[0] = ${opcode};
  ring[1] = length;
${store.join('\n')}
${tail}  return backend().exec(length);
}`;
  });
  const words = records.map(
    ({ name, words: list }) => `  ${name}: { ${[...list, 'dims'].map((w, i) => `${w}: ${i + 2}`).join(', ')} },`,
  );
  return `${banner('//')}import { backend } from '../backend/current.ts';
import { type Named, ringFor } from '../ring.ts';

/** Where the words of a record are. */
export const word = {
${words.join('\n')}
} as const;

${encoders.join('\n\n')}
`;
}

/** An expression as a composition of differentiable ops; `call` says how a file calls one by its name. */
function composed(e: Expression, call: (op: string) => string, name: (n: string) => string): string {
  if (e.kind === 'number') return String(e.value);
  if (e.kind === 'name') return name(e.name);
  return `${call(e.fn)}(${e.args.map((arg) => composed(arg, call, name)).join(', ')})`;
}

function descriptor(
  { name, row, options, kernel, derivatives }: ElementwisePlan,
  call: (op: string) => string,
): string {
  const values = ['g', ...row.inputs, ...options.map(([n]) => n), 'y'];
  const at = (n: string): string => `v[${values.indexOf(n)}]!`;
  const grads = row.inputs.map((input) => {
    const d = derivatives.find((one) => one.input === input);
    if (!d) return 'null';
    const value = composed(d.value, call, at);
    return `{ opcode: ${d.kernel?.opcode ?? -1}, reads: [${d.reads.join(', ')}], composed: (v) => ${d.kernel ? value : `asTensor(${value})`} }`;
  });
  const masks = row.inputs.map((input, i) => (row.masks?.includes(input) ? i : -1)).filter((i) => i >= 0);
  const fields = [
    `name: '${name}'`,
    `opcode: ${kernel.opcode}`,
    `kind: '${row.kind}'`,
    `inputs: ${row.inputs.length}`,
    `masks: [${masks.join(', ')}]`,
    `grads: ${derivatives.length ? `[${grads.join(', ')}]` : 'null'}`,
  ];
  return `const ${name}Op: ElementwiseOp = { ${fields.join(', ')} };`;
}

/** The parameters after the inputs, options as one object or numbers one after the other; of an implementation or of a signature. */
function parametersOf({ row, options }: ElementwisePlan, implemented: boolean): string[] {
  if (row.positional) return options.map(([n]) => `${n}?: number | null`);
  if (options.length === 0) return [];
  const type = `{ ${options.map(([n]) => `${n}?: number`).join('; ')} }`;
  return [implemented ? `options: ${type} = {}` : `options?: ${type}`];
}

/** The statement that takes the options out of their object. */
function unpacked({ row, options }: ElementwisePlan, name: string): string {
  if (row.positional || options.length === 0) return '';
  const names = options.map(([n]) => `'${n}'`).join(', ');
  return `  const { ${options.map(([n, value]) => `${n} = ${String(value)}`).join(', ')} } = known('${name}', options, [${names}]);\n`;
}

/** What the compiler is told of a call: the types of the inputs, and of the result. */
interface Signature {
  generics: string[];
  inputs: string[];
  result: string;
}

/** How a row may be called, the plain form last. A first input of `self` is a tensor of the dtype D, which is known. */
function signatures({ row, options }: ElementwisePlan, self: boolean): Signature[] {
  const plain: Signature = { generics: [], inputs: row.inputs.map(() => 'Operand'), result: 'Tensor' };
  if (row.kind === 'compare') return [{ ...plain, result: "Tensor<'bool'>" }];
  const counted = row.inputs.map((_, i) => i).filter((i) => !row.masks?.includes(row.inputs[i]!));
  const first = self && counted[0] === 0;
  /** @param types of the inputs that count, by their place among those; others may be what they want */
  const form = (generics: string[], types: string[], result: string): Signature => ({
    generics: generics
      .filter((name) => !(first && name === 'D'))
      .map((name) => `${name} extends ${name === 'N' ? 'number' : 'DType'}`),
    inputs: row.inputs.map((_, i) => types[counted.indexOf(i)] ?? 'Operand'),
    result: `Tensor<${result}>`,
  });
  const float = row.kind === 'float';
  // Options promote integers when they are fractions.
  const kept = options.length > 0 ? "WithNumber['number'][D]" : 'D';
  if (counted.length > 2) {
    const same = ['Tensor<D>', ...counted.slice(1).map(() => 'Tensor<NoInfer<D>> | number')];
    return [form(['D'], same, float ? 'Floated[D]' : kept), plain];
  }
  if (counted.length === 1) {
    const only = form(['D'], ['Tensor<D>'], float ? 'Floated[D]' : kept);
    return self ? [only] : [only, plain];
  }
  const withNumber = float ? 'Floated[D]' : 'WithNumber[NumberKind<N>][D]';
  const number = float ? ['D'] : ['D', 'N'];
  const n = float ? 'number' : 'N';
  return [
    form(['D', 'E'], ['Tensor<D>', 'Tensor<E>'], `${float ? 'FloatPairs' : 'Pairs'}[D][E]`),
    form(number, ['Tensor<D>', n], withNumber),
    ...(first ? [] : [form(number, [n, 'Tensor<D>'], withNumber)]),
    plain,
  ];
}

const hasInPlace = ({ row }: ElementwisePlan): boolean => row.inPlace ?? !row.internal;

function publicFunction(plan: ElementwisePlan): string {
  const { name, row, options } = plan;
  const parameters = parametersOf(plan, true);
  const values = options.map(([n, value]) => (row.positional ? `${n} ?? ${value}` : n));
  const given = `(${name}Op, [${[...row.inputs, ...values].join(', ')}])`;
  const first = row.inputs[0]!;
  const operands = row.inputs.map((input) => `${input}: Operand`);
  const forms = row.internal ? [] : signatures(plan, false);
  const overloads =
    forms.length < 2 ? [] : forms.map((form) => `export function ${name}${called(plan, form, row.inputs)};\n`);
  const result = forms.length === 1 ? forms[0]!.result : 'Tensor';
  const cast = result === 'Tensor' ? '' : ` as ${result}`;
  const inPlace = `

/** ${name} written into ${first}. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function ${name}_<D extends DType>(${[`${first}: Tensor<D>`, ...operands.slice(1), ...parameters].join(', ')}): Tensor<D> {
${unpacked(plan, `${name}_`)}  return inPlace${given};
}`;
  return `/** ${row.doc} Inputs broadcast together. @throws ShapeError when they cannot. */
${overloads.join('')}export function ${name}(${[...operands, ...parameters].join(', ')}): ${result} {
${unpacked(plan, name)}  return elementwise${given}${cast};
}${hasInPlace(plan) ? inPlace : ''}`;
}

/** A signature without its name; `inputs` are those it names. */
function called(plan: ElementwisePlan, form: Signature, inputs: readonly string[]): string {
  const types = form.inputs.slice(form.inputs.length - inputs.length);
  const parameters = [...inputs.map((input, i) => `${input}: ${types[i]}`), ...parametersOf(plan, false)];
  return `${form.generics.length ? `<${form.generics.join(', ')}>` : ''}(${parameters.join(', ')}): ${form.result}`;
}

/** What a row gives to Tensor, for the compiler: methods.ts installs it. */
function method(plan: ElementwisePlan): string {
  const { name, row } = plan;
  const others = row.inputs.slice(1);
  const parameters = [...others.map((input) => `${input}: Operand`), ...parametersOf(plan, false)].join(', ');
  const inPlace = `
  /** ${name}, written into this tensor. */
  ${name}_(${parameters}): this;`;
  const forms = signatures(plan, true).map((form) => `  ${name}${called(plan, form, others)};`);
  return `  /** ${row.doc} */\n${forms.join('\n')}${hasInPlace(plan) ? inPlace : ''}`;
}

/** The functions of the rows that are public, or of those that are internal. */
export function functions({ elementwise }: Plan, which: 'public' | 'internal'): string {
  const rows = elementwise.filter(({ row }) => Boolean(row.internal) === (which === 'internal'));
  const names = new Set(rows.map(({ name }) => name));
  const other = which === 'public' ? 'internal' : 'op';
  const call = (op: string): string => (names.has(op) ? op : `${other}.${op}`);
  return `${banner('//')}import type { DType } from '../dtype.ts';
import { known } from '../options.ts';
import type { Tensor } from '../tensor.ts';
${which === 'public' ? "import type { Floated, FloatPairs, NumberKind, Pairs, WithNumber } from '../types.ts';\n" : ''}import { asTensor, elementwise, type ElementwiseOp, type Operand } from './elementwise.ts';
import { inPlace } from './inPlace.ts';
import * as ${other} from './${which === 'public' ? 'internal' : 'elementwise'}.generated.ts';

${rows.map((row) => descriptor(row, call)).join('\n')}

${rows.map(publicFunction).join('\n\n')}
${which === 'public' ? methods(rows) : ''}`;
}

const methods = (rows: readonly ElementwisePlan[]): string => `
/** The rows as methods of a tensor of dtype D. */
export interface ElementwiseMethods<D extends DType> {
${rows.map(method).join('\n')}
}
`;

/** f: float64 numbers; i: int32 ones, whose arithmetic wraps; b: bigints, which wrap as int64. */
type Lanes = 'f' | 'i' | 'b';

/** An expression over JavaScript's numbers. */
function javascript(e: Expression, lanes: Lanes = 'f'): string {
  if (e.kind === 'number') return lanes === 'b' ? `${e.value}n` : String(e.value);
  if (e.kind === 'name') return e.name;
  const args = e.args.map((arg) => javascript(arg, lanes));
  if (e.fn === 'where') return `(${args[0]} ? ${args[1]} : ${args[2]})`;
  if (e.fn === 'logicalNot') return `(!${args[0]})`;
  if (lanes !== 'f') {
    if (e.fn === 'div') throw new Error('an op of kind number or compare divides with floorDivide, not /');
  }
  if (lanes === 'b' && ['add', 'sub', 'mul', 'neg'].includes(e.fn))
    return `big.wrap(${e.fn === 'neg' ? `-${args[0]}` : `${args[0]} ${operatorOf[e.fn]} ${args[1]}`})`;
  if (lanes === 'i') {
    if (e.fn === 'mul') return `Math.imul(${args.join(', ')})`;
    if (e.fn === 'add' || e.fn === 'sub') return `((${args[0]} ${operatorOf[e.fn]} ${args[1]}) | 0)`;
    if (e.fn === 'neg') return `((-${args[0]}) | 0)`;
  }
  if (e.fn === 'neg') return `(-${args[0]})`;
  const sign = { eq: '===', ne: '!==' }[e.fn] ?? operatorOf[e.fn];
  return sign ? `(${args[0]} ${sign} ${args[1]})` : `${lanes === 'b' ? 'big' : lanes}.${e.fn}(${args.join(', ')})`;
}

function elementFunction(inputs: readonly string[], value: Expression, lanes: Lanes): string {
  const code = javascript(value, lanes);
  const [yes, no] = lanes === 'b' ? ['1n', '0n'] : ['1', '0'];
  return `(${inputs.join(', ')}) => ${isMask(value) ? `(${code} ? ${yes} : ${no})` : code}`;
}

/** One optimizer's loop over columns of float64 values. */
function optimizerLoop({ name, row }: OptimizerPlan): string {
  const { hyper, state, cells = {}, scalars = {}, update } = row;
  const kept = Object.keys(cells);
  const parsedCells = kept.map((n) => [n, parse(cells[n]!)] as const);
  const parsedScalars = Object.entries(scalars).map(([n, value]) => [n, parse(value)] as const);
  const parsedUpdate = update.map(([target, value]) => [target, parse(value)] as const);
  const names = (read: ReadonlySet<string>): string[] => [
    ...hyper.flatMap((n, i) => (read.has(n) ? [`const ${n} = cell[${i}]!;`] : [])),
    ...(read.has('step') ? ['const step = counter[0]!;'] : []),
  ];
  const read = new Set([...parsedScalars, ...parsedUpdate].flatMap(([, value]) => namesIn(value)));
  const columns = ['p', 'g', ...state];
  const seen = new Set(columns);
  const steps = parsedUpdate.map(([target, value]) => {
    const declare = seen.has(target) ? '' : 'const ';
    seen.add(target);
    return `${declare}${target} = ${javascript(value)};`;
  });
  const lines = [
    ...names(read),
    ...kept.flatMap((n, i) => [
      ...(read.has(`${n}_next`) ? [`const ${n}_next = counter[${2 * i + 1}]!;`] : []),
      ...(read.has(n) ? [`const ${n} = counter[${2 * i + 2}]!;`] : []),
    ]),
    ...parsedScalars.map(([n, value]) => `const ${n} = ${javascript(value)};`),
    'for (let k = 0; k < n; k++) {',
    ...columns.map((n, i) => `${n === 'g' ? 'const' : 'let'} ${n} = at[${i}]![k]!;`),
    ...steps,
    ...columns.flatMap((n, i) => (n === 'g' ? [] : [`at[${i}]![k] = ${n};`])),
    '}',
  ];
  const toAdvance = new Set(parsedCells.flatMap(([, value]) => namesIn(value)));
  const advance = [
    'counter[0]! += 1;',
    ...names(toAdvance),
    ...kept.map((n, i) => `const ${n} = counter[${2 * i + 1}]!;`),
    ...parsedCells.flatMap(([n, value], i) => [
      `counter[${2 * i + 2}] = ${n};`,
      `counter[${2 * i + 1}] = ${javascript(value)};`,
    ]),
  ];
  return `  {
    // ${name}
    hyper: ${hyper.length},
    state: ${state.length},
    cells: ${kept.length},
    advance: (${toAdvance.size > 0 ? 'cell, counter' : '_, counter'}) => {
${advance.join('\n')}
    },
    run: (n, at, cell${read.has('step') || kept.length > 0 ? ', counter' : ''}) => {
${lines.join('\n')}
    },
  },`;
}

export function reference({ elementKernels, optimizers }: Plan): string {
  const rows = elementKernels.map(
    ({ name, inputs, value, floats, int32, int64 }) =>
      `  { ${[
        `in: ${inputs.length}`,
        `f: ${floats ? elementFunction(inputs, value, 'f') : 'null'}`,
        `i: ${int32 ? elementFunction(inputs, value, 'i') : 'null'}`,
        `b: ${int64 ? elementFunction(inputs, value, 'b') : 'null'}`,
      ].join(', ')} }, // ${name}`,
  );
  return `${banner('//')}import * as f from './functions.ts';
import * as i from './integers.ts';
import * as big from './bigints.ts';

type ElementFunction = ((...x: number[]) => number) | null;
type BigFunction = ((...x: bigint[]) => bigint) | null;

/** One element of every elementwise kernel, in the order of the opcodes: on floats, int32 and int64 where it has a meaning. */
export const elementKernels: readonly { in: number; f: ElementFunction; i: ElementFunction; b: BigFunction }[] = [
${rows.join('\n')}
];

/**
 * Every optimizer's step, in the order of the opcodes. The counter holds the step count, then for each number that is kept its value
 * after the last step and before it; the columns are p, g and the state, n values each.
 */
export const optimizerSteps: readonly {
  hyper: number;
  state: number;
  cells: number;
  advance: (cell: Float64Array, counter: Float32Array) => void;
  run: (n: number, at: readonly Float64Array[], cell: Float64Array, counter: Float32Array) => void;
}[] = [
${optimizers.map(optimizerLoop).join('\n')}
];

export const firstElementwise = ${elementKernels[0]!.opcode};
export const firstOptimizer = ${optimizers[0]!.opcode};
`;
}
