/**
 * Elementwise kernels as programs for WASM: steps, each of which is another elementwise kernel over a piece of the elements. Pages load
 * every kernel there is; a step takes three or four bytes, where compiled code takes a hundred.
 *
 * A program is a list of bytes: the number of constants, an index into the pool for each, the steps, `end`. A step is a kernel and its
 * operands, the one written to first. Operands 0, 1, … are those of the program, then come its constants, then temporaries.
 */
import type { Expression } from '../expression.ts';
import type { ElementKernel } from './plan.ts';
import type { ConstantPool } from './vectorCode.ts';

const end = 255;

/** A kernel that is the function of its own name: what steps are. */
export function isPrimitive({ name, value }: ElementKernel): boolean {
  return value.kind === 'call' ? value.fn === name : value.kind === 'name';
}

/** How many functions an expression calls, those it calls twice counted once. */
export function callsIn(e: Expression, found = new Set<string>()): number {
  if (e.kind === 'call') {
    found.add(JSON.stringify(e));
    for (const arg of e.args) callsIn(arg, found);
  }
  return found.size;
}

interface Step {
  kernel: number;
  args: string[];
}

/** `numbers`: the primitives by name. */
export function programOf(kernel: ElementKernel, numbers: ReadonlyMap<string, number>, pool: ConstantPool): number[] {
  const constants = new Map<string, number>();
  const steps = new Map<string, Step>();
  const visit = (e: Expression): string => {
    if (e.kind === 'name') return e.name;
    const key = JSON.stringify(e);
    if (e.kind === 'number') constants.set(key, pool.indexOf(e.value));
    else if (e.fn === 'logicalNot') return visit({ ...e, fn: 'eq', args: [e.args[0]!, { kind: 'number', value: 0 }] });
    else if (!steps.has(key)) {
      const step = numbers.get(e.fn);
      if (step === undefined) throw new Error(`${kernel.name}: ${e.fn} is not a kernel that a program could use`);
      const args = e.args.map(visit);
      steps.set(key, { kernel: step, args });
    }
    return key;
  };
  visit(kernel.value);

  const operands = new Map([...kernel.inputs, ...constants.keys()].map((key, i) => [key, i + 1]));
  const first = operands.size + 1;
  const free: number[] = [];
  let temporaries = 0;
  const list = [...steps];
  const bytes = list.flatMap(([key, step], i) => {
    const args = step.args.map((arg) => operands.get(arg)!);
    // A step reads a vector of each operand before it writes one: its result may lie where an operand ends its life.
    const later = new Set(list.slice(i + 1).flatMap(([, { args: others }]) => others));
    for (const arg of new Set(step.args))
      if (operands.get(arg)! >= first && !later.has(arg)) free.push(operands.get(arg)!);
    // The output may be an input as well, so only the last step writes there.
    const to = i === list.length - 1 ? 0 : (free.pop() ?? first + temporaries++);
    operands.set(key, to);
    return [step.kernel, to, ...args];
  });
  const program = [constants.size, ...constants.values(), ...bytes, end];
  if (program.slice(0, -1).some((byte) => byte >= end))
    throw new Error(`${kernel.name}: a program's bytes go up to ${end - 1}`);
  return program;
}
