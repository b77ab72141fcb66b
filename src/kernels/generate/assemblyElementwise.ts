/**
 * Elementwise kernels for WASM. Compiled are functions that have a kernel of their own (add, exp, where …), for every type, and, for
 * float32, what is short or hot. All others are programs of these: see programs.ts.
 */
import { type Expression, isMask, operatorOf, rename } from '../expression.ts';
import { banner, type ElementKernel, type Plan } from './plan.ts';
import { callsIn, isPrimitive, programOf } from './programs.ts';
import { ConstantPool, VectorCode } from './vectorCode.ts';

const types = ['f32', 'f64', 'i32'] as const;
type Type = (typeof types)[number];

/** Bodies of float32 without functions are written out so many times, or the loop would cost as much as its work. */
const unrolled = 4;
/** Calls in an expression that is compiled for float32. */
const short = 3;

/** Functions that have a loop of their own for float32, which takes four vectors at a time, see assembly/math/fours.ts. */
const inFours = (e: Expression): boolean => e.kind === 'call' && ['exp', 'tanh', 'sigmoid'].includes(e.fn);
/** Calls beside such a function up to which it is faster as a step of a program. */
const few = 8;
const isFaster = (e: Expression): boolean => callsIn(e) <= few && contains(e);
const contains = (e: Expression): boolean => inFours(e) || (e.kind === 'call' && e.args.some(contains));

function isCompiled(kernel: ElementKernel, type: Type): boolean {
  if (!(type === 'i32' ? kernel.int32 : kernel.floats)) return false;
  return (
    isPrimitive(kernel) || (type === 'f32' && !isFaster(kernel.value) && (kernel.hot || callsIn(kernel.value) <= short))
  );
}

function block({ name, inputs, value }: ElementKernel, pool: ConstantPool): string {
  const body = (offset: string): { lines: string[]; code: VectorCode } => {
    const reads = inputs.map((_, i) => `const x${i} = V.read<T>(i${i} + k${offset});`);
    const code = new VectorCode((n) => `x${inputs.indexOf(n)}`);
    const text = code.emit(value);
    const result = isMask(value) ? `V.keep<T>(${text}, ${code.constant(1)})` : text;
    return { lines: [...reads, ...code.statements, `V.write<T>(out + k${offset}, ${result});`], code };
  };
  const once = body('');
  // Heavy loops have their condition below: see assembly.ts.
  const light = once.code.heavy === 0 && once.code.statements.length === 0;
  const several = Array.from(
    { length: unrolled },
    (_, i) => `{ ${body(i === 0 ? '' : ` + ${i} * V.bytes<T>()`).lines.join(' ')} }`,
  );
  return `function ${name}_<T>(bytes: usize, at: usize): void {
  const out = load<usize>(at);
${inputs.map((_, i) => `const i${i} = load<usize>(at, ${4 * (i + 1)});`).join('\n')}
${once.code.declarations(pool).join('\n')}
${inFours(value) ? `if (isFloat<T>() && sizeof<T>() == 4) return math.${name}All(i0, out, bytes);` : ''}
  let k: usize = 0;
${light ? `if (isFloat<T>() && sizeof<T>() == 4) for (; k + ${unrolled} * V.bytes<T>() <= bytes; k += ${unrolled} * V.bytes<T>()) {\n${several.join('\n')}\n}` : ''}
  ${light ? 'for (; k < bytes; k += V.bytes<T>()) {' : 'do {'}
${once.lines.join('\n')}
  ${light ? '}' : 'k += V.bytes<T>();\n} while (k < bytes);'}
}`;
}

/** A function of i64: what programs are made of, so no more than one call. */
function integer(e: Expression): string {
  if (e.kind === 'number') return String(e.value);
  if (e.kind === 'name') return e.name;
  const args = e.args.map(integer);
  if (e.fn === 'where') return `select<i64>(${args[1]}, ${args[2]}, ${args[0]})`;
  if (e.fn === 'neg') return `-${args[0]}`;
  const sign = operatorOf[e.fn];
  return sign ? `(${args[0]} ${sign} ${args[1]})` : `integers.${e.fn}(${args.join(', ')})`;
}

/** i64 is not worth vectors: one switch for every element. */
function integerBlock(kernels: readonly ElementKernel[]): string {
  const cases = kernels.flatMap((kernel, i) => {
    if (!kernel.int64 || !isPrimitive(kernel)) return [];
    if (kernel.inputs.length > 3) throw new Error(`${kernel.name}: i64Block reads up to 3 inputs`);
    const code = integer(rename(kernel.value, (n) => 'abc'[kernel.inputs.indexOf(n)]!));
    return [`case ${i}: return ${isMask(kernel.value) ? `i64(${code})` : code};`];
  });
  return `function i64Element(kernel: i32, a: i64, b: i64, c: i64): i64 {
  switch (kernel) {
${cases.join('\n')}
    default: return 0;
  }
}
export function i64Block(kernel: usize, bytes: usize, at: usize): void {
  const inputs = load<u8>(info + kernel) & 7;
  const out = load<usize>(at);
  const a = load<usize>(at, 4);
  // What a kernel does not have is read from where its first input is.
  const b = inputs > 1 ? load<usize>(at, 8) : a;
  const c = inputs > 2 ? load<usize>(at, 12) : a;
  for (let k: usize = 0; k < bytes; k += 8) {
    store<i64>(out + k, i64Element(<i32>kernel, load<i64>(a + k), load<i64>(b + k), load<i64>(c + k)));
  }
}`;
}

export function elementwiseKernels({ elementKernels }: Plan): string {
  const pool = new ConstantPool();
  const blocks = elementKernels.filter((kernel) => isCompiled(kernel, 'f32')).map((kernel) => block(kernel, pool));
  const primitives = new Map(elementKernels.flatMap((kernel, i) => (isPrimitive(kernel) ? [[kernel.name, i]] : [])));
  const programs: number[] = [];
  const places = elementKernels.map((kernel) => {
    if (isPrimitive(kernel)) return 0;
    const start = programs.length;
    programs.push(...programOf(kernel, primitives, pool));
    return start;
  });
  const info = elementKernels.map(
    (kernel) =>
      kernel.inputs.length +
      types.reduce((bits, type, i) => bits + (isCompiled(kernel, type) ? 16 << i : 0), 0) +
      (kernel.floats ? 0 : 8) +
      (kernel.int64 ? 128 : 0),
  );
  const dispatch = (type: Type): string => {
    const cases = elementKernels.flatMap((kernel, i) =>
      isCompiled(kernel, type) ? [`case ${i}: return ${kernel.name}_<${type}>(bytes, at);`] : [],
    );
    return `export function ${type}Block(kernel: usize, bytes: usize, at: usize): void {
  switch (kernel) {
${cases.join('\n')}
  }
}`;
  };
  return `${banner('//')}import * as integers from '../math/integers';
import * as math from '../math/index';

${pool.declaration}
export function constant(i: usize): f64 { return load<f64>(constants + (i << 3)); }

${blocks.join('\n')}

// Kernels count from Op.firstElementwise on. \`bytes\` is a number of whole vectors; at ${'`at`'} are the addresses of the output and
// the inputs: contiguous, of one type.
${types.map(dispatch).join('\n')}
${integerBlock(elementKernels)}

/**
 * Of each kernel: how many inputs it has, bits 16, 32 and 64 where there is a block for f32, f64 and i32, 8 where it is for i64 alone, 128
 * where it takes integers: what is no program has an i64Element.
 */
export const info = memory.data<u8>([${info.join(', ')}]);
/** Where the program of each kernel that has one begins. */
export const places = memory.data<u16>([${places.join(', ')}]);
/** See src/kernels/generate/programs.ts. */
export const programs = memory.data<u8>([${programs.join(', ')}]);
`;
}
