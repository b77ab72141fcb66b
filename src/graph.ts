/** The graph that recorded ops leave behind. autograd.ts walks it. */
import { anomalyEnabled, callSite } from './anomaly.ts';
import type { DType } from './dtype.ts';
import { StateError } from './errors.ts';
import { giveToGraph, type HasStorage, hasConsumed, recycleConsumed, type Storage } from './memory.ts';
import type { Shape } from './shape.ts';
import type { Tensor } from './tensor.ts';

/** Gives the gradient of one input, null for one that is zero everywhere; only called when that input needs it. */
export type Thunk = () => Tensor | null;
/** From the gradient of an op's output to one thunk per input. */
export type Backward = (g: Tensor) => readonly (Thunk | null)[];
export type GradHook = (grad: Tensor) => Tensor | void;
/** In objects, so that one function can be registered twice. */
export type Hooks<F> = Set<{ readonly run: F }>;

let nodes = 0;
/** How many nodes were ever made. A node's inputs have lower serials than it has. */
export const nodeSerial = (): number => nodes;

export class Node {
  serial = nodes++;
  /** The gradient summed up so far, during a backward. */
  pending: Tensor | null = null;
  /** The walk that last visited this node, and whether it leads to a wanted input. */
  walk = 0;
  wanted = false;
  hooks: Hooks<GradHook> | null = null;
  /** Run when a leaf's grad has been summed up. */
  afterHooks: Hooks<(leaf: Tensor) => void> | null = null;
  /** Tensors whose grad is set although they are no leaves: retainGrad(). */
  retained: Tensor | null = null;
  /** Storage that only this node uses: masks, temporaries that backward needs. */
  own: Storage[] | null = null;
  /** Made from a done graph: it belongs to that one, and begins no new one. */
  late = false;
  /** Of an op with several outputs: their nodes, which have this one as only input. Their gradients are its gradient. */
  outputs: readonly Node[] | null = null;
  /** Where it was recorded, while anomalies are looked for. */
  readonly site: string | null = anomalyEnabled() ? callSite() : null;
  private readonly versions: number;

  constructor(
    readonly name: string,
    readonly shape: Shape,
    readonly dtype: DType,
    /** Null once a backward has consumed this node, and on leaves. */
    public backward: Backward | null,
    public inputs: readonly (Node | null)[],
    private saved: readonly HasStorage[],
    readonly storage: Storage,
    /** The leaf whose grad this node sums up, or null. */
    readonly leaf: Tensor | null,
  ) {
    this.versions = versionSum(saved);
  }

  /** Whether backward is no longer possible from here. */
  get over(): boolean {
    return this.late || (this.backward === null && this.leaf === null);
  }

  /** @throws StateError when a value that backward needs was changed in place */
  assertUnchanged(): void {
    if (versionSum(this.saved) !== this.versions) {
      throw new StateError(
        `backward: a value that ${this.name} saved was changed in place after it was used. Clone it before the in-place op, or run backward first.`,
      );
    }
  }

  toString(): string {
    return `<${this.name}>`;
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** Makes the library's temporaries that backward needs outlive their scope. */
  adopt(temporaries: readonly HasStorage[]): void {
    for (let i = 0; i < temporaries.length; i++) {
      const { storage } = temporaries[i]!;
      if (storage.owner !== 'library') continue;
      giveToGraph(storage);
      (this.own ??= []).push(storage);
    }
  }

  /** Lets go of everything backward needed. */
  release(): void {
    this.backward = null;
    this.saved = [];
    this.inputs = [];
    this.own = null;
  }
}

/** Versions only grow, so their sum stays only if all do. */
function versionSum(saved: readonly HasStorage[]): number {
  let sum = 0;
  for (let i = 0; i < saved.length; i++) sum += saved[i]!.storage.version;
  return sum;
}

let enabled = true;
export const gradEnabled = (): boolean => enabled;

function withGrad<R>(value: boolean, name: string, fn: () => R): R {
  const before = enabled;
  enabled = value;
  try {
    const result = fn();
    if (result instanceof Promise) throw new StateError(`${name}: takes a synchronous function; await outside of it.`);
    return result;
  } finally {
    enabled = before;
  }
}
/** Runs fn without recording. Results belong to JavaScript and have no gradient. */
export function noGrad<R>(fn: () => R): R {
  return withGrad(false, 'noGrad', fn);
}
/** Runs fn with recording, inside noGrad too. */
export function enableGrad<R>(fn: () => R): R {
  return withGrad(true, 'enableGrad', fn);
}

/**
 * Whether an op on these inputs will be recorded. When it begins a new graph, the memory of the done ones is recycled: an op on
 * a tensor of a done graph still belongs to that one.
 */
export function recording(inputs: readonly (Tensor | number | null)[]): boolean {
  if (!enabled) return false;
  let any = false;
  let continues = false;
  for (let i = 0; i < inputs.length; i++) {
    const x = inputs[i]!;
    if (x === null || typeof x === 'number' || !x.requiresGrad) continue;
    any = true;
    if (x.node !== null && x.node.over) continues = true;
  }
  if (any && !continues && hasConsumed()) recycleConsumed();
  return any;
}

/** The node gradients of a tensor go to, or null when it needs none. */
export function nodeOf(x: Tensor | number | null): Node | null {
  if (x === null || typeof x === 'number' || !x.requiresGrad) return null;
  return x.gradFn ?? (x.leafNode ??= new Node('AccumulateGrad', x.shape, x.dtype, null, [], [], x.storage, x));
}

/**
 * Records that `out` was made from `inputs`.
 * @param saved every tensor that backward reads: they are checked for in-place changes and live until backward
 */
export function record<T extends Tensor>(
  name: string,
  out: T,
  inputs: readonly (Tensor | number | null)[],
  saved: readonly Tensor[],
  backward: Backward,
): T {
  const nodes = new Array<Node | null>(inputs.length);
  for (let i = 0; i < inputs.length; i++) nodes[i] = nodeOf(inputs[i]!);
  out.node = nodeFor(name, out, nodes, saved, backward);
  return out;
}

function nodeFor(
  name: string,
  out: Tensor,
  inputs: readonly (Node | null)[],
  saved: readonly HasStorage[],
  backward: Backward,
): Node {
  const node = new Node(name, out.shape, out.dtype, backward, inputs, saved, out.storage, null);
  for (let i = 0; i < inputs.length; i++) if (inputs[i]?.over) node.late = true;
  node.adopt(saved);
  return node;
}

/**
 * Records that all of `outs` were made from what the nodes `inputs` stand for.
 * @param backward from the gradients of the outputs, null where there is none, to one thunk per input
 */
export function recordMany(
  name: string,
  outs: readonly Tensor[],
  inputs: readonly (Node | null)[],
  saved: readonly HasStorage[],
  backward: (gs: readonly (Tensor | null)[]) => readonly (Thunk | null)[],
): Node {
  const node = nodeFor(name, outs[0]!, inputs, saved, () => backward(ports.map((port) => port.pending)));
  const ports = outs.map((out) => {
    // A temporary that is a result belongs to the graph, as any op's result does.
    if (out.storage.owner === 'library') giveToGraph(out.storage);
    return (out.node = nodeFor(name, out, [node], [], (g) => [() => g]));
  });
  node.outputs = ports;
  return node;
}
