/** Back-propagation: a walk over the graph from outputs to inputs, summing gradients on the way. */
import { known } from './options.ts';
import * as opcode from './kernels/opcodes.generated.ts';
import { requireTensor, requireTensors } from './dtype.ts';
import { DTypeError, show, ShapeError, StateError } from './errors.ts';
import { anomalyEnabled } from './anomaly.ts';
import { enableGrad, type Node, nodeOf, noGrad, type Thunk } from './graph.ts';
import { consume, giveToGraph, handOver, outside, recycle, scope, storageSerial } from './memory.ts';
import { add, isnan } from './ops/elementwise.generated.ts';
import { copyInto, empty_, runElementwise } from './ops/elementwise.ts';
import { cast, clone, full } from './ops/create.ts';
import { any, sum } from './ops/reduce.ts';
import { reshape } from './ops/shape.ts';
import { sameShape } from './shape.ts';
import type { Tensor } from './tensor.ts';

export interface BackwardOptions {
  /** Keep the graph so that backward can run again. Default: createGraph. */
  retainGraph?: boolean;
  /** Record the backward itself, for second derivatives. Default: false. */
  createGraph?: boolean;
}

/**
 * Computes d(x)/d(leaf) for every leaf that requires a gradient and adds it to its `grad`.
 * @param gradient d(loss)/d(x), of x's shape; may be left out for a single element
 * @throws StateError when x needs no gradient or its graph was consumed; ShapeError when a gradient is needed or does not fit
 */
export function backward(x: Tensor, gradient?: Tensor | null, options: BackwardOptions = {}): void {
  walk('backward', [x], [gradient ?? null], null, known('backward', options, ['retainGraph', 'createGraph']));
}

/**
 * The gradients of the sum of `outputs` (each weighted by gradOutputs) by `inputs`. No `grad` is changed. Only the part of the
 * graph between the two is consumed: after `grad(loss, [h])` what is below h can still be walked.
 * https://pytorch.org/docs/stable/generated/torch.autograd.grad.html
 * @throws StateError when an input does not take part, unless allowUnused is set (its gradient is then null)
 */
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: readonly Tensor[],
  given: BackwardOptions & { gradOutputs?: readonly (Tensor | null)[]; allowUnused?: boolean } = {},
): Tensor[] {
  const {
    gradOutputs,
    allowUnused = false,
    ...options
  } = known('grad', given, ['retainGraph', 'createGraph', 'gradOutputs', 'allowUnused']);
  const roots = Array.isArray(outputs) ? (outputs as readonly Tensor[]) : [outputs as Tensor];
  requireTensors('grad', inputs);
  const wanted = inputs.map((x, i) => {
    const node = nodeOf(x);
    if (!node)
      throw new StateError(`grad: input ${i} does not require a gradient. Call requiresGrad_() on it before using it.`);
    return node;
  });
  const found = new Map<Node, Tensor | null>(wanted.map((node) => [node, null]));
  walk('grad', roots, gradOutputs ?? roots.map(() => null), found, options);
  return wanted.map((node, i) => {
    const g = found.get(node)!;
    if (g === null && !allowUnused) {
      throw new StateError(`grad: input ${i} was not used to compute the outputs. Set allowUnused to get null for it.`);
    }
    return g;
  });
}

let walks = 0;

/**
 * One walk over the graph of `roots`.
 * @param gradients one per root, null for ones
 * @param found the nodes whose gradients are wanted, which it fills in; null to sum up the grads of leaves
 * @param since the walk ends at nodes with serials below this
 */
export function walk(
  op: string,
  roots: readonly Tensor[],
  gradients: readonly (Tensor | null)[],
  found: Map<Node, Tensor | null> | null,
  { createGraph = false, retainGraph = createGraph }: BackwardOptions,
  since = 0,
): void {
  const start = storageSerial();
  const order: Node[] = [];
  const id = ++walks;
  const outer: Outer = [];
  // A node's inputs are older than it, so nothing older than all that is wanted leads there.
  const oldest = found === null ? 0 : Math.min(...[...found.keys()].map((node) => node.serial));
  let executed: Node[];
  try {
    for (const root of roots) {
      root.assertFresh();
      const node = nodeOf(root);
      if (!node) {
        throw new StateError(
          `${op}: the tensor ${show(root.shape)} does not require a gradient and has no graph. Were its inputs made with requiresGrad, outside of noGrad?`,
        );
      }
      visit(node, id, found, oldest, since, order, outer);
    }
    executed = order.filter((node) => leads(node, since));
    const engine = createGraph ? new RecordingEngine(found, since) : new Engine(found, since, start);
    const run = (): void => {
      roots.forEach((root, i) => engine.add(nodeOf(root)!, rootGradient(op, root, gradients[i] ?? null)));
      for (let i = order.length - 1; i >= 0; i--) engine.process(order[i]!);
    };
    if (createGraph) enableGrad(run);
    else {
      scope(() => {
        noGrad(run);
        if (!found) return null;
        const gradients = [...found.values()].filter((g) => g !== null);
        // Nobody else holds them yet: a scope around this one may recycle them.
        for (const { storage } of gradients) if (storage.owner === 'library') storage.references--;
        return gradients;
      });
    }
  } finally {
    // Backwards: what was noted twice was first noted as it was.
    for (let i = outer.length - 1; i >= 0; i--) {
      const [node, pending, wanted] = outer[i]!;
      node.pending = pending;
      node.wanted = wanted;
    }
  }
  if (!retainGraph) {
    for (const node of executed) {
      consume(node.storage);
      node.own?.forEach(consume);
      node.release();
    }
  }
}

/** What an outer walk, one of whose hooks began this one, knows of the nodes. */
type Outer = [node: Node, pending: Tensor | null, wanted: boolean][];

/** Whether the walk goes on from a node to a wanted one. */
const leads = (node: Node, since: number): boolean =>
  node.serial >= since && node.inputs.some((input) => input?.wanted);

/** Lists the nodes behind `root`, inputs before outputs, and marks those that lead to a wanted one. */
function visit(
  root: Node,
  id: number,
  found: Map<Node, Tensor | null> | null,
  oldest: number,
  since: number,
  order: Node[],
  outer: Outer,
): void {
  if (root.walk === id) return;
  const stack: [node: Node, next: number][] = [[root, 0]];
  root.walk = id;
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const [node, next] = top;
    if (next < node.inputs.length && node.serial >= since) {
      top[1]++;
      const input = node.inputs[next]!;
      if (input === null || input.walk === id) continue;
      input.walk = id;
      if (input.serial >= oldest) {
        stack.push([input, 0]);
      } else {
        outer.push([input, input.pending, input.wanted]);
        input.wanted = false;
      }
      continue;
    }
    stack.pop();
    outer.push([node, node.pending, node.wanted]);
    node.pending = null;
    for (const output of node.outputs ?? []) {
      // An outer walk may have come through an output that this one does not reach.
      outer.push([output, output.pending, output.wanted]);
      output.pending = null;
    }
    node.wanted = found === null || found.has(node) || leads(node, since);
    if (node.backward === null && node.leaf === null) {
      throw new StateError(
        `backward: the graph of ${node.name} ${show(node.shape)} was already consumed. Pass { retainGraph: true } to the first backward, or run the forward again.`,
      );
    }
    order.push(node);
  }
}

function rootGradient(op: string, root: Tensor, gradient: Tensor | null): Tensor {
  if (gradient === null) {
    if (root.length !== 1) {
      throw new ShapeError(
        `${op}: the tensor has shape ${show(root.shape)}; without a gradient argument it must have one element. Reduce it with sum() or mean(), or pass a gradient of its shape.`,
      );
    }
    return full(root.shape, 1, { dtype: root.dtype });
  }
  requireTensor(op, 'the gradient', gradient);
  if (!sameShape(gradient.shape, root.shape)) {
    throw new ShapeError(
      `${op}: the gradient has shape ${show(gradient.shape)}, the tensor ${show(root.shape)}. They must be the same.`,
    );
  }
  if (gradient.dtype !== root.dtype) {
    throw new DTypeError(
      `${op}: the gradient is ${gradient.dtype}, the tensor ${root.dtype}. Convert it with gradient.to('${root.dtype}').`,
    );
  }
  return gradient;
}

/** Sums a gradient over the dims along which its input was broadcast, and gives it the input's dtype: the one place that does. */
function fit(g: Tensor, node: Node): Tensor {
  let result = g;
  if (!sameShape(g.shape, node.shape)) {
    const lead = g.shape.length - node.shape.length;
    const dims = g.shape
      .map((size, d) => (d < lead || (node.shape[d - lead] === 1 && size !== 1) ? d : -1))
      .filter((d) => d >= 0);
    if (dims.length > 0) result = sum(g, dims);
    if (!sameShape(result.shape, node.shape)) result = reshape(result, node.shape);
  }
  return result.dtype === node.dtype ? result : cast(result, node.dtype);
}

/** Backward with a graph of its own: nothing is reused, everything is differentiable. */
class RecordingEngine {
  constructor(
    protected readonly found: Map<Node, Tensor | null> | null,
    protected readonly since: number,
  ) {}

  add(node: Node, g: Tensor): void {
    if (node.outputs !== null) node.pending ??= g;
    else node.pending = node.pending === null ? g : add(node.pending, g);
  }

  process(node: Node): void {
    let g = node.pending;
    if (g === null || !node.wanted) return;
    g = this.announce(node, g);
    if (node.backward === null && node.leaf === null)
      throw new StateError(
        `backward: the graph of ${node.name} was consumed by a backward inside a hook. Pass { retainGraph: true } to that one.`,
      );
    if (node.leaf !== null) {
      if (this.found !== null) return;
      const { leaf } = node;
      this.deposit(leaf, g);
      for (const { run } of [...(node.afterHooks ?? [])]) outside(() => run(leaf));
    } else if (leads(node, this.since)) {
      // The gradient of an output, replaced or not, waits for its op.
      if (node.inputs[0]?.outputs) node.pending = g;
      node.assertUnchanged();
      const thunks = node.backward!(g);
      for (let i = 0; i < thunks.length; i++) this.follow(node, i, thunks[i]!);
    }
  }

  private follow(node: Node, i: number, thunk: Thunk | null): void {
    const input = node.inputs[i];
    if (!input?.wanted || !thunk) return;
    const g = thunk();
    if (g === null) return;
    if (input.outputs !== null) return this.add(input, g);
    if (anomalyEnabled() && hasNaN(g)) throw anomaly(node, i);
    this.add(input, fit(g, input));
  }

  /** Runs hooks and stores what was asked for. */
  protected announce(node: Node, g: Tensor): Tensor {
    let result = g;
    // Someone outside will hold this gradient: it is not ours to reuse.
    if (node.hooks || node.retained || this.found?.has(node)) g.storage.references++;
    for (const { run } of [...(node.hooks ?? [])]) {
      handOver(result.storage);
      const replaced = outside(() => run(result));
      if (replaced === undefined) continue;
      if (!sameShape(replaced.shape, node.shape)) {
        throw new ShapeError(
          `hook: the returned gradient has shape ${show(replaced.shape)}, the tensor ${show(node.shape)}. They must be the same.`,
        );
      }
      result = hold(replaced);
    }
    if (node.retained) this.deposit(node.retained, result);
    if (this.found?.has(node)) this.found.set(node, result);
    return result;
  }

  protected deposit(x: Tensor, g: Tensor): void {
    x.grad = x.grad === null ? clone(g) : add(checkedGrad(x, g), g);
  }
}

/** Backward without a graph: gradients are recycled as soon as they are used up, and summed in place where nobody else has them. */
class Engine extends RecordingEngine {
  constructor(
    found: Map<Node, Tensor | null> | null,
    since: number,
    private readonly start: number,
  ) {
    super(found, since);
  }

  override add(node: Node, g: Tensor): void {
    const before = node.pending;
    if (before === null) {
      node.pending = hold(g);
    } else if (node.outputs !== null) {
      return; // one is enough to tell that there are gradients
    } else if (this.exclusive(before)) {
      runElementwise('backward', opcode.add, g.dtype, before, [before, g]);
    } else {
      node.pending = hold(add(before, g));
      drop(before);
    }
  }

  override process(node: Node): void {
    const pending = node.pending;
    if (pending === null) return;
    scope(() => super.process(node));
    if (node.inputs[0]?.outputs && leads(node, this.since)) {
      if (node.pending !== pending) drop(pending);
      return;
    }
    for (const used of [node, ...(node.outputs ?? [])]) {
      if (used.pending === null) continue;
      drop(used.pending);
      used.pending = null;
    }
  }

  protected override deposit(x: Tensor, g: Tensor): void {
    if (x.grad !== null && !checkedGrad(x, g).contiguous_) {
      x.grad = add(x.grad, g);
    } else if (x.grad !== null) {
      runElementwise('backward', opcode.add, g.dtype, x.grad, [x.grad, g]);
      x.grad.storage.version++;
    } else if (this.exclusive(g)) {
      if (g.storage.owner === 'library') giveToGraph(g.storage);
      x.grad = g;
    } else {
      x.grad = ownedCopy(g);
    }
  }

  /** Whether this backward made g and nobody else holds it. */
  private exclusive(g: Tensor): boolean {
    const { storage } = g;
    return (
      storage.references === 1 &&
      g.contiguous_ &&
      (storage.owner === 'library' || (storage.owner === 'js' && storage.serial >= this.start))
    );
  }
}

/** The gradient that x has. @throws ShapeError, DTypeError when it was replaced by one that g cannot be added to */
function checkedGrad(x: Tensor, g: Tensor): Tensor {
  const grad = x.grad!;
  if (!sameShape(grad.shape, g.shape)) {
    throw new ShapeError(
      `backward: the grad of a tensor ${show(g.shape)} was replaced by one of shape ${show(grad.shape)}. They must be the same; set it to null first.`,
    );
  }
  if (grad.dtype !== g.dtype) {
    throw new DTypeError(
      `backward: the grad of a ${g.dtype} tensor was replaced by a ${grad.dtype} one. Convert it with grad.to('${g.dtype}').`,
    );
  }
  return grad;
}

function hold(g: Tensor): Tensor {
  g.storage.references++;
  return g;
}
function drop(g: Tensor): void {
  if (--g.storage.references === 0 && g.storage.owner === 'library') recycle(g.storage);
}

/** A contiguous copy that the holder of a grad owns until zeroGrad(). */
function ownedCopy(g: Tensor): Tensor {
  const copy = empty_(g.shape, g.dtype, true);
  copyInto(copy, g);
  return copy;
}

/** Forgets the gradient of a leaf and gives its memory to the next one. */
export function clearGrad(x: Tensor): void {
  if (x.grad?.gradFn === null) recycle(x.grad.storage);
  x.grad = null;
}

function hasNaN(g: Tensor): boolean {
  return noGrad(() => any(isnan(g)).item()) !== 0;
}

function anomaly(node: Node, i: number): StateError {
  if (hasNaN(node.pending!)) {
    return new StateError(
      `backward: the gradient that ${node.name} ${show(node.shape)} was given has NaN (detectAnomaly). It was passed to backward, or came from a hook.`,
    );
  }
  const where =
    node.site === null
      ? 'Its forward ran before anomalies were looked for, so where is not known.'
      : `It was called at\n${node.site}`;
  return new StateError(
    `backward: ${node.name} ${show(node.shape)} gave a gradient with NaN to its input ${i} (detectAnomaly). ${where}`,
  );
}
