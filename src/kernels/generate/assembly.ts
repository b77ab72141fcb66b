/** spec -> AssemblyScript: opcodes, word offsets, elementwise blocks and optimizer steps. */
import { type Expression, isMask, operatorOf, parse } from '../expression.ts';
import { convKinds, poolKinds, randomKinds, reduceKinds, scanKinds, scatterModes } from '../spec.ts';
import { banner, computedScalars, type Plan } from './plan.ts';

const operators: Record<string, string> = { add: 'add', sub: 'sub', mul: 'mul', div: 'div', neg: 'neg' };
const comparisons = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'];

/**
 * An expression over vectors: statements for what is used more than once, and the value. Constants are loaded before the loop:
 * V8 would build them anew in every round.
 */
class VectorCode {
  readonly statements: string[] = [];
  readonly constants = new Map<string, string>();
  /** Calls other than arithmetic, comparisons and selections: what is worth more than the loop around it. */
  heavy = 0;
  private readonly uses = new Map<string, number>();
  private readonly hoisted = new Map<string, string>();

  constructor(
    private readonly name: (n: string) => string,
    private readonly prefix = 't',
  ) {}

  emit(e: Expression): string {
    this.count(e);
    return this.text(e);
  }

  private count(e: Expression): void {
    const key = JSON.stringify(e);
    const before = this.uses.get(key) ?? 0;
    this.uses.set(key, before + 1);
    if (before === 0 && e.kind === 'call') for (const arg of e.args) this.count(arg);
  }

  private text(e: Expression): string {
    if (e.kind === 'number') return this.constant(e.value);
    if (e.kind === 'name') return this.name(e.name);
    const key = JSON.stringify(e);
    const known = this.hoisted.get(key);
    if (known) return known;
    const code = this.call(e.fn, e.args);
    if (this.uses.get(key) === 1) return code;
    const variable = `${this.prefix}${this.hoisted.size}`;
    this.statements.push(`const ${variable} = ${code};`);
    this.hoisted.set(key, variable);
    return variable;
  }

  constant(value: number): string {
    const text = literal(value);
    let variable = this.constants.get(text);
    if (!variable) this.constants.set(text, (variable = `${this.prefix}c${this.constants.size}`));
    return variable;
  }
  /** The declarations of the constants. */
  get declarations(): string[] {
    return [...this.constants].map(([text, variable]) =>
      text === '0.0'
        ? `const ${variable} = V.splat<T>(0);`
        : `const ${variable} = V.splat<T>(<T>load<f64>(memory.data<f64>([${text}])));`,
    );
  }

  private call(fn: string, args: Expression[]): string {
    const list = args.map((arg) => this.text(arg)).join(', ');
    if (fn === 'where') return `V.select<T>(${list})`;
    if (fn === 'logicalNot') return `V.not<T>(${list})`;
    if (fn === 'logicalAnd' || fn === 'logicalOr') {
      if (!args.every(isMask)) throw new Error(`${fn} takes comparisons`);
      return `V.${fn === 'logicalAnd' ? 'both' : 'either'}<T>(${list})`;
    }
    if (fn === 'ne' && args.every(isMask)) return `V.differ<T>(${list})`;
    if (comparisons.includes(fn) || operators[fn]) return `V.${fn}<T>(${list})`;
    this.heavy++;
    return `math.${fn}<T>(${list})`;
  }
}

/** An expression over f64. */
function scalar(e: Expression): string {
  if (e.kind === 'number') return literal(e.value);
  if (e.kind === 'name') return e.name;
  const args = e.args.map(scalar);
  if (e.fn === 'where') return `(${args[0]} ? ${args[1]} : ${args[2]})`;
  if (e.fn === 'neg') return `(-${args[0]})`;
  const sign = operatorOf[e.fn];
  if (sign) return `(${args[0]} ${sign} ${args[1]})`;
  return e.fn === 'sqrt' ? `sqrt<f64>(${args.join(', ')})` : `double.${e.fn}(${args.join(', ')})`;
}

/** Doubles: AssemblyScript takes a literal without a point for an integer. */
function literal(value: number): string {
  const text = Number.isInteger(value) && Math.abs(value) < 1e9 ? String(value) : value.toExponential();
  return /[.e]/.test(text) ? text : `${text}.0`;
}

const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

export function opcodes({ records, elementKernels }: Plan): string {
  const enumOf = (name: string, members: string[]): string => `export const enum ${name} {\n${members.join('\n')}\n}`;
  const offsets = records.map(
    ({ name, words, doc }) =>
      `/** ${doc} */\n${enumOf(
        `${capital(name)}Word`,
        [...words, 'dims'].map((w, i) => `${w} = ${i + 2},`),
      )}`,
  );
  return `${banner('//')}
${enumOf('Op', [
  ...records.map(({ name, opcode }) => `${name} = ${opcode},`),
  `firstOptimizer = ${records.length},`,
  `firstElementwise = ${elementKernels[0]!.opcode},`,
  `count = ${elementKernels[0]!.opcode + elementKernels.length},`,
])}
${enumOf(
  'ReduceKind',
  reduceKinds.map((k) => `${k},`),
)}
${enumOf(
  'ScanKind',
  scanKinds.map((k) => `${k},`),
)}
${enumOf(
  'RandomKind',
  randomKinds.map((k) => `${k},`),
)}
${enumOf(
  'ScatterMode',
  scatterModes.map((k) => `${k},`),
)}
${enumOf(
  'ConvKind',
  convKinds.map((k) => `${k},`),
)}
${enumOf(
  'PoolKind',
  poolKinds.map((k) => `${k},`),
)}
${offsets.join('\n')}
`;
}

/** Light bodies are written out four times, or the loop would cost as much as its work. */
const unrolled = 4;

export function elementwiseBlocks({ elementKernels }: Plan): string {
  const blocks = elementKernels.map(({ name, inputs, value }) => {
    const body = (offset: string): { lines: string[]; light: boolean; declarations: string[] } => {
      const at = (n: number): string => `i${n} + k${offset}`;
      const reads = inputs.map((_, i) => `const x${i} = V.read<T>(${at(i)});`);
      const code = new VectorCode((n) => `x${inputs.indexOf(n)}`);
      const text = code.emit(value);
      const result = isMask(value) ? `V.keep<T>(${text}, ${code.constant(1)})` : text;
      const lines = [...reads, ...code.statements, `V.write<T>(out + k${offset}, ${result});`];
      return { lines, light: code.heavy === 0 && code.statements.length === 0, declarations: code.declarations };
    };
    const once = body('');
    const four = Array.from(
      { length: unrolled },
      (_, i) => `{ ${body(i === 0 ? '' : ` + ${i} * V.bytes<T>()`).lines.join(' ')} }`,
    );
    return `function ${name}_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
${inputs.map((_, i) => `const i${i} = load<usize>(at, ${4 * (i + 1)});`).join('\n')}
${once.declarations.join('\n')}
  let k: usize = 0;
${once.light ? `for (; k + ${unrolled} * V.bytes<T>() <= bytes; k += ${unrolled} * V.bytes<T>()) {\n${four.join('\n')}\n}` : ''}
  for (; k < bytes; k += V.bytes<T>()) {
${once.lines.join('\n')}
  }
}
function ${name}_f32(bytes: usize, at: usize): void { ${name}_<f32>(bytes, at); }
function ${name}_f64(bytes: usize, at: usize): void { ${name}_<f64>(bytes, at); }`;
  });
  const integers = elementKernels
    .filter((kernel) => kernel.integers)
    .map(({ name }) => `function ${name}_i32(bytes: usize, at: usize): void { ${name}_<i32>(bytes, at); }`);
  const table = (type: string): string =>
    elementKernels.map(({ name, integers }) => (type === 'i32' && !integers ? 'null' : `${name}_${type}`)).join(', ');
  return `${banner('//')}import * as math from '../math/index';

/** \`bytes\` is a number of whole vectors; at ${'`at`'} are the addresses of the output and the inputs: contiguous, of one type. */
type Block = (bytes: usize, at: usize) => void;

${blocks.join('\n')}
${integers.join('\n')}

// In the order of the opcodes from Op.firstElementwise on.
export const inputCounts: StaticArray<u8> = [${elementKernels.map(({ inputs }) => inputs.length).join(', ')}];
export const f32Blocks: StaticArray<Block> = [${table('f32')}];
export const f64Blocks: StaticArray<Block> = [${table('f64')}];
export const i32Blocks: StaticArray<Block | null> = [${table('i32')}];
`;
}

export function optimizerSteps({ optimizers }: Plan): string {
  const steps = optimizers.map(({ name, row }) => {
    const { hyper, state, cells = {}, scalars = {}, update } = row;
    const [kept, computed] = [Object.keys(cells), computedScalars(row)];
    const mentions = (text: string, n: string): boolean => new RegExp(`\\b${n}\\b`).test(text);
    const constants = [...hyper, ...computed].filter((n) => update.some(([, value]) => mentions(value, n)));
    // Vectors of scalars get a v so that they do not hide the doubles they come from.
    const local = (n: string): string => (constants.includes(n) ? `v${capital(n)}` : n);
    const seen = new Set(['p', 'g', ...state]);
    const declarations: string[] = [];
    const lines = update.flatMap(([target, value], i) => {
      const code = new VectorCode(local, `t${i}_`);
      const text = code.emit(parse(value));
      const declare = seen.has(target) ? '' : 'const ';
      seen.add(target);
      declarations.push(...code.declarations);
      return [...code.statements, `${declare}${target} = ${text};`];
    });
    const operands = ['p', 'g', ...state];
    // The declarations of those names of hyperparameters and of the counter that the formulas mention.
    const names = (formulas: string[], counted: [name: string, at: number][]): string =>
      [
        ...hyper.map((n, i) => [n, `load<f64>(cell, ${8 * i})`] as const),
        ...counted.map(([n, at]) => [n, `<f64>load<f32>(counter, ${4 * at})`] as const),
      ]
        .flatMap(([n, source]) => (formulas.some((f) => mentions(f, n)) ? [`const ${n} = ${source};`] : []))
        .join('\n');
    const before = kept.map((n, i): [string, number] => [n, 2 * i + 1]);
    const both = kept.flatMap((n, i): [string, number][] => [
      [`${n}_next`, 2 * i + 1],
      [n, 2 * i + 2],
    ]);
    const advance = `function ${name}_advance(cell: usize, counter: usize): void {
count(cell, counter);
${names([...Object.values(cells), ...kept], [['step', 0], ...before])}
${kept.map((n, i) => `store<f32>(counter, <f32>${n}, ${4 * (2 * i + 2)});\nstore<f32>(counter, <f32>${scalar(parse(cells[n]!))}, ${4 * (2 * i + 1)});`).join('\n')}
}
`;
    return `// ${row.doc}
${kept.length === 0 ? '' : advance}function ${name}_prepare(cell: usize, counter: usize, out: usize): void {
${names(Object.values(scalars), [['step', 0], ...both])}
${Object.entries(scalars)
  .map(([n, value]) => `const ${n} = ${scalar(parse(value))};`)
  .join('\n')}
${computed.map((n, i) => `store<f64>(out, ${n}, ${8 * i});`).join('\n')}
}
function ${name}_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
${constants
  .map((n) => {
    const i = hyper.indexOf(n);
    const source = i >= 0 ? `cell, ${8 * i}` : `computed, ${8 * computed.indexOf(n)}`;
    return `const ${local(n)} = V.splat<T>(<T>load<f64>(${source}));`;
  })
  .join('\n')}
${declarations.join('\n')}
${operands.map((n, i) => `const ${n}At = load<usize>(at, ${4 * i});`).join('\n')}
  for (let k: usize = 0; k < bytes; k += V.bytes<T>()) {
${operands.map((n) => `${n === 'g' ? 'const' : 'let'} ${n} = V.read<T>(${n}At + k);`).join('\n')}
${lines.join('\n')}
${operands.flatMap((n) => (n === 'g' ? [] : [`V.write<T>(${n}At + k, ${n});`])).join('\n')}
  }
}
function ${name}_f32(cell: usize, computed: usize, at: usize, bytes: usize): void { ${name}_<f32>(cell, computed, at, bytes); }
function ${name}_f64(cell: usize, computed: usize, at: usize, bytes: usize): void { ${name}_<f64>(cell, computed, at, bytes); }`;
  });
  const table = (suffix: string): string => optimizers.map(({ name }) => `${name}_${suffix}`).join(', ');
  return `${banner('//')}import * as double from '../math/double';
import * as math from '../math/index';

/** counter: the step count, then for each number that is kept its value after the last step and before it; all f32. */
type Advance = (cell: usize, counter: usize) => void;
type Prepare = (cell: usize, counter: usize, out: usize) => void;
/** at: the addresses of parameter, gradient and state, \`bytes\` of each, which are whole vectors. */
type Step = (cell: usize, computed: usize, at: usize, bytes: usize) => void;

function count(cell: usize, counter: usize): void { store<f32>(counter, load<f32>(counter) + 1); }

${steps.join('\n')}

// In the order of the opcodes from Op.firstOptimizer on.
export const advances: StaticArray<Advance> = [${optimizers.map(({ name, row }) => (row.cells ? `${name}_advance` : 'count')).join(', ')}];
export const stateCounts: StaticArray<u8> = [${optimizers.map(({ row }) => row.state.length).join(', ')}];
export const prepares: StaticArray<Prepare> = [${table('prepare')}];
export const f32Steps: StaticArray<Step> = [${table('f32')}];
export const f64Steps: StaticArray<Step> = [${table('f64')}];
`;
}
