/** Memory for time: activations that are computed again in backward instead of kept. */
import { StateError } from '../errors.ts';
import { enableGrad, gradEnabled, type Node, nodeSerial, recording, recordMany } from '../graph.ts';
import { walk } from '../autograd.ts';
import { outside, recycle, type HasStorage } from '../memory.ts';
import { defaultGenerator } from '../random.ts';
import { Tensor } from '../tensor.ts';
import { alias, type Outputs, partsOf, withParts } from './function.ts';

/**
 * fn(…inputs), whose activations are dropped at once and computed again when backward needs them. What fn uses besides its inputs,
 * such as parameters, gets its gradients too. The default generator starts again where it stood, so that dropout draws the same masks;
 * a generator of one's own has to be reset by fn. Can be nested, and differentiated twice.
 * https://pytorch.org/docs/stable/checkpoint.html
 * @param fn takes the inputs, gives a tensor, an array or an object of them, and does the same each time it is called
 * @throws StateError through backward when fn did not do the same again, or a value it used was changed in place
 */
export function checkpoint<Inputs extends readonly unknown[], Result extends Outputs>(
  fn: (...inputs: Inputs) => Result,
  ...inputs: Inputs
): Result {
  if (!gradEnabled()) return fn(...inputs);
  const tensors = inputs.filter((x) => x instanceof Tensor);
  // Asked before fn runs, for this may begin a graph, and what fn makes is to be part of it.
  recording(tensors);
  const state = defaultGenerator.getState();
  const start = nodeSerial();
  const result = fn(...inputs);
  const parts = partsOf('checkpoint', result);
  const made = parts.filter((out) => isInner(out.gradFn, start));
  if (made.length === 0) return result;
  const { inner, boundary } = explore(made, start);
  const outs = parts.map((out) => (made.includes(out) ? alias(out) : out));
  drop(inner, [...outs, ...boundary]);
  // In-place changes of what fn used would give it other activations.
  const used = [...tensors, ...boundary];
  recordMany(
    'checkpoint',
    outs.filter((_, i) => made.includes(parts[i]!)),
    boundary,
    used,
    (gs) => {
      let found: Map<Node, Tensor | null> | null = null;
      return boundary.map((node) => () => (found ??= again(gs)).get(node)!);
    },
  );
  return withParts(result, outs);

  function again(gs: readonly (Tensor | null)[]): Map<Node, Tensor | null> {
    const now = defaultGenerator.getState();
    const begin = nodeSerial();
    let second: Tensor[];
    defaultGenerator.setState(state);
    try {
      second = partsOf(
        'checkpoint',
        outside(() => enableGrad(() => fn(...inputs))),
      );
    } finally {
      defaultGenerator.setState(now);
    }
    const remade = second.filter((out) => isInner(out.gradFn, begin));
    const graph = explore(remade, begin);
    const same =
      remade.length === gs.length &&
      remade.every((out, i) => String(out.shape) === String(made[i]!.shape) && out.dtype === made[i]!.dtype) &&
      graph.boundary.length === boundary.length &&
      boundary.every((node) => graph.boundary.includes(node));
    if (!same)
      throw new StateError(
        'checkpoint: computing again used other tensors than the first time, or gave other results. fn must do the same whenever it is called.',
      );
    const found = new Map(boundary.filter((node) => node.wanted).map((node) => [node, null as Tensor | null]));
    const roots = remade.filter((_, i) => gs[i] !== null);
    const createGraph = gradEnabled();
    walk(
      'checkpoint',
      roots,
      gs.filter((g) => g !== null),
      found,
      { createGraph, retainGraph: true },
      begin,
    );
    if (!createGraph)
      drop(
        graph.inner,
        [...found.values(), ...boundary].filter((x) => x !== null),
      );
    return found;
  }
}

/** Whether a node was made since `start`, that is, by fn. */
const isInner = (node: Node | null, start: number): boolean =>
  node !== null && node.leaf === null && node.serial >= start;

/** The nodes that fn made, and those it began from. */
function explore(outs: readonly Tensor[], start: number): { inner: Node[]; boundary: Node[] } {
  const inner = new Set<Node>();
  const boundary = new Set<Node>();
  const stack = outs.map((out) => out.gradFn!);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (inner.has(node)) continue;
    inner.add(node);
    for (const input of node.inputs) {
      if (input === null) continue;
      if (isInner(input, start)) stack.push(input);
      else boundary.add(input);
    }
  }
  return { inner: [...inner], boundary: [...boundary] };
}

/** Gives the memory of nodes back, all but what is kept. */
function drop(nodes: readonly Node[], kept: readonly HasStorage[]): void {
  const stays = new Set(kept.map(({ storage }) => storage));
  for (const node of nodes) {
    for (const storage of [node.storage, ...(node.own ?? [])]) {
      if (storage.owner === 'graph' && !stays.has(storage)) recycle(storage);
    }
    node.release();
  }
}
