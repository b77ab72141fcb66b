/** Second derivatives of ops that are one kernel: what the kernel computes, computed again in ops that have them. */
import { walk } from '../autograd.ts';
import { type Node, nodeOf, nodeSerial } from '../graph.ts';
import type { Tensor } from '../tensor.ts';

/**
 * The gradients of `again()` by `inputs`, recorded: what the thunks of a fused op give under createGraph.
 * @param again computes the op's results in differentiable ops of the very inputs
 * @param gs the gradients of the results; null where there is none
 * @returns one per input; null for one that needs none. An input that is given twice has its gradient once
 */
export function recordedGradients(
  op: string,
  again: () => readonly Tensor[],
  inputs: readonly (Tensor | null)[],
  gs: readonly (Tensor | null)[],
): (Tensor | null)[] {
  const nodes = inputs.map(nodeOf);
  const found = new Map<Node, Tensor | null>(nodes.filter((node) => node !== null).map((node) => [node, null]));
  const since = nodeSerial();
  const given = again().map((out, i) => [out, gs[i] ?? null] as const);
  const roots = given.filter(([out, g]) => g !== null && out.requiresGrad);
  const [outs, gradients] = [roots.map(([out]) => out), roots.map(([, g]) => g)];
  walk(op, outs, gradients, found, { createGraph: true }, since);
  return nodes.map((node, i) => (node === null || nodes.indexOf(node) < i ? null : found.get(node)!));
}
