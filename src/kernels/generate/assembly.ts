/** spec -> AssemblyScript: opcodes, word offsets and optimizer steps. */
import { type Expression, operatorOf, parse } from '../expression.ts';
import { convKinds, poolKinds, randomKinds, recurrentKinds, reduceKinds, scanKinds, scatterModes } from '../spec.ts';
import { banner, computedScalars, type Plan } from './plan.ts';
import { ConstantPool, literal, VectorCode } from './vectorCode.ts';

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
  'RecurrentKind',
  recurrentKinds.map((k) => `${k},`),
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

export function optimizerSteps({ optimizers }: Plan): string {
  const pool = new ConstantPool();
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
      declarations.push(...code.declarations(pool));
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
    // The loop's condition is below: V8 computes what a loop needs that may never run, here vectors of scalars, within it, in every round.
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
  let k: usize = 0;
  do {
${operands.map((n) => `${n === 'g' ? 'const' : 'let'} ${n} = V.read<T>(${n}At + k);`).join('\n')}
${lines.join('\n')}
${operands.flatMap((n) => (n === 'g' ? [] : [`V.write<T>(${n}At + k, ${n});`])).join('\n')}
    k += V.bytes<T>();
  } while (k < bytes);
}`;
  });
  const cases = (call: (name: string) => string): string =>
    optimizers.map(({ name }, i) => `case ${i}: return ${call(name)};`).join('\n');
  return `${banner('//')}import * as double from '../math/double';
import * as math from '../math/index';

${pool.declaration}

function count(cell: usize, counter: usize): void { store<f32>(counter, load<f32>(counter) + 1); }

${steps.join('\n')}

// Kernels count from Op.firstOptimizer on.
export const stateCounts: StaticArray<u8> = [${optimizers.map(({ row }) => row.state.length).join(', ')}];
/** counter: the step count, then for each number that is kept its value after the last step and before it; all f32. */
export function advance(kernel: usize, cell: usize, counter: usize): void {
  switch (kernel) {
${optimizers.map(({ name, row }, i) => (row.cells ? `case ${i}: return ${name}_advance(cell, counter);` : '')).join('\n')}
    default: count(cell, counter);
  }
}
export function prepare(kernel: usize, cell: usize, counter: usize, out: usize): void {
  switch (kernel) {
${cases((name) => `${name}_prepare(cell, counter, out)`)}
  }
}
/** at: the addresses of parameter, gradient and state, \`bytes\` of each, which are whole vectors, at least one. */
export function step<T>(kernel: usize, cell: usize, computed: usize, at: usize, bytes: usize): void {
  switch (kernel) {
${cases((name) => `${name}_<T>(cell, computed, at, bytes)`)}
  }
}
`;
}
