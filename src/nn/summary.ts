/** What a model is made of, as a table: shapes, parameters, multiply-adds, memory. */
import { known } from '../options.ts';
import type { DType } from '../dtype.ts';
import { show } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { zeros } from '../ops/create.ts';
import type { Shape } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import type { AnyModule } from './module.ts';

export interface SummaryOptions {
  /** Of inputs that are given as shapes. Default: that of the model's parameters, else 'float32'. */
  dtype?: DType;
}

export interface SummaryRow {
  /** As in namedModules; '' is the model. */
  name: string;
  /** The class. */
  type: string;
  depth: number;
  /** The shapes of what its last forward gave; none when the model did not use it. */
  outputs: Shape[];
  /** Elements of its own parameters, without those of the modules below. */
  parameters: number;
  /** Of all its forwards, without those of the modules below. */
  multiplyAdds: number;
  /** Bytes of its own parameters and buffers, and of what it gave where there are no modules below. */
  bytes: number;
}

export interface Summary {
  rows: SummaryRow[];
  /** Elements of all parameters, each counted once, and of those that are trained. */
  parameters: number;
  trainable: number;
  multiplyAdds: number;
  /** Bytes of parameters and buffers, and of the layers' outputs. */
  stateBytes: number;
  outputBytes: number;
  /** The table. */
  toString(): string;
}

/** The tensors of an output, those in arrays and objects included. */
function tensorsIn(value: unknown): Tensor[] {
  if (value instanceof Tensor) return [value as Tensor];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(tensorsIn);
}
const bytesOf = (tensors: readonly Tensor[]): number => tensors.reduce((n, x) => n + x.length * x.info.bytes, 0);

const isShape = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((size) => typeof size === 'number');

/**
 * Runs the model once, in evaluation and without a graph, and tells what is in it. `console.log(String(nn.summary(model, [1, 784])))`
 * prints a table.
 * @param inputs a shape such as [1, 784]; or a tensor; or what forward takes, as an array, with shapes or tensors
 * @throws what the model throws
 */
export function summary(
  model: AnyModule,
  inputs: Shape | Tensor | readonly unknown[],
  options: SummaryOptions = {},
): Summary {
  const { dtype } = known('summary', options, ['dtype']);
  const made = (shape: Shape): Tensor => zeros(shape, { dtype: dtype ?? first(model)?.dtype ?? 'float32' });
  const list = inputs instanceof Tensor || isShape(inputs) ? [inputs] : inputs;

  const named = [...model.namedModules()];
  const modes = named.map(([, module]) => module.training);
  const used = new Map<AnyModule, { outputs: Tensor[]; multiplyAdds: number; bytes: number }>();
  const handles = named.map(([, module]) =>
    module.registerForwardHook((m, given, output) => {
      const outputs = tensorsIn(output);
      const before = used.get(m) ?? { multiplyAdds: 0, bytes: 0 };
      used.set(m, {
        outputs,
        multiplyAdds: before.multiplyAdds + m.multiplyAdds(output, given),
        bytes: before.bytes + bytesOf(outputs),
      });
    }),
  );
  try {
    model.eval();
    noGrad(() => void model.forward(...(list.map((x) => (isShape(x) ? made(x) : x)) as never[])));
  } finally {
    for (const handle of handles) handle.remove();
    named.forEach(([, module], i) => (module.training = modes[i]!));
  }

  const counted = new Set<Tensor>();
  const own = (tensors: Iterable<readonly [string, Tensor]>): Tensor[] => {
    const found = [...tensors].map(([, x]) => x).filter((x) => !counted.has(x));
    for (const x of found) counted.add(x);
    return found;
  };
  let stateBytes = 0;
  let outputBytes = 0;
  const rows = named.map(([name, module]): SummaryRow => {
    const parameters = own([...module.namedParameters()].filter(([path]) => isOwn(module, path)));
    const buffers = own([...module.namedBuffers()].filter(([path]) => isOwn(module, path)));
    const use = used.get(module);
    const given = use && module.children().next().done ? use.bytes : 0;
    const state = bytesOf([...parameters, ...buffers]);
    stateBytes += state;
    outputBytes += given;
    return {
      name,
      type: module.constructor.name,
      depth: named.filter(([path]) => path !== name && (path === '' || name.startsWith(`${path}.`))).length,
      outputs: use?.outputs.map((x) => x.shape) ?? [],
      parameters: parameters.reduce((n, p) => n + p.length, 0),
      multiplyAdds: use?.multiplyAdds ?? 0,
      bytes: state + given,
    };
  });
  const all = [...model.parameters()];
  const elements = (list: readonly Tensor[]): number => list.reduce((n, p) => n + p.length, 0);
  return {
    rows,
    parameters: elements(all),
    trainable: elements(all.filter((p) => p.requiresGrad)),
    multiplyAdds: rows.reduce((n, row) => n + row.multiplyAdds, 0),
    stateBytes,
    outputBytes,
    toString() {
      return table(this);
    },
  };
}

const first = (model: AnyModule): Tensor | undefined => [...model.parameters()][0];
/** Whether what namedParameters or namedBuffers names is the module's, not of one below. */
const isOwn = (module: AnyModule, path: string): boolean =>
  [...module.namedChildren()].every(([name]) => !path.startsWith(`${name}.`));

const count = (n: number): string => n.toLocaleString('en-US');
function memoryText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const unit = ['kB', 'MB', 'GB', 'TB'].findIndex((_, i, units) => bytes < 1000 ** (i + 2) || i === units.length - 1);
  return `${(bytes / 1000 ** (unit + 1)).toFixed(1)} ${['kB', 'MB', 'GB', 'TB'][unit]}`;
}

function table({ rows, parameters, trainable, multiplyAdds, stateBytes, outputBytes }: Summary): string {
  const lines = rows.map(({ name, type, depth, outputs, ...row }) => [
    `${'  '.repeat(depth)}${name === '' ? '' : `${lastPart(rows, name)}: `}${type}`,
    outputs.map(show).join(' ') || 'not used',
    row.parameters === 0 ? '' : count(row.parameters),
    row.multiplyAdds === 0 ? '' : count(row.multiplyAdds),
    row.bytes === 0 ? '' : memoryText(row.bytes),
  ]);
  lines.unshift(['Layer', 'Output shape', 'Parameters', 'Multiply-adds', 'Memory']);
  const widths = lines[0]!.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const aligned = (line: readonly string[]): string =>
    line
      .map((text, i) => (i < 2 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)))
      .join('  ')
      .trimEnd();
  const rule = '─'.repeat(widths.reduce((a, b) => a + b + 2, -2));
  const frozen = parameters - trainable;
  return [
    aligned(lines[0]!),
    rule,
    ...lines.slice(1).map(aligned),
    rule,
    `Parameters: ${count(parameters)}${frozen > 0 ? `, ${count(frozen)} of them frozen` : ''}`,
    `Multiply-adds: ${count(multiplyAdds)}`,
    `Memory: ${memoryText(stateBytes)} of parameters and buffers, ${memoryText(outputBytes)} of outputs`,
  ].join('\n');
}

/** A name without that of the module above. */
function lastPart(rows: readonly SummaryRow[], name: string): string {
  const above = rows.map((row) => row.name).filter((path) => path !== '' && name.startsWith(`${path}.`));
  const longest = above.reduce((a, b) => (a.length > b.length ? a : b), '');
  return longest === '' ? name : name.slice(longest.length + 1);
}
