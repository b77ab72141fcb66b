/**
 * Convolutions: one kernel in three forms, each the derivative of the others. A transposed convolution is the form that gives a
 * convolution's gradient by its input.
 */
import { status } from '../backend/backend.ts';
import { BackendError, show } from '../errors.ts';
import { convRecord } from '../kernels/records.generated.ts';
import { convKinds } from '../kernels/spec.ts';
import { scope } from '../memory.ts';
import { type Shape, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { contiguous } from './create.ts';
import { derived } from './derived.ts';
import { copyInto, empty_ } from './elementwise.ts';
import { add } from './elementwise.generated.ts';
import { sum } from './reduce.ts';
import { narrow } from './shape.ts';
import { widened } from './widened.ts';

/** What a convolution is besides its operands. Lists have a number for each of its one to three spatial dims. */
export interface ConvGeometry {
  groups: number;
  /** Of the input and the output. */
  inSize: Shape;
  outSize: Shape;
  kernel: Shape;
  stride: Shape;
  padding: Shape;
  dilation: Shape;
}

/** How many parts the batch is cut into: each is worth a thread, and adds up enough to be worth sums of its own. */
function batchParts(batch: number, { outSize }: ConvGeometry, weight: Tensor): number {
  const added = batch * sizeOf(outSize);
  return Math.max(1, Math.min(batch, 16, Math.floor((added * weight.length) / 2 ** 20), Math.floor(added / 1024)));
}

type Kind = (typeof convKinds)[number];

/** `kind` says which of x, weight and y is written. */
type Work = (
  op: string,
  kind: Kind,
  x: Tensor,
  weight: Tensor,
  y: Tensor,
  bias: Tensor | null,
  geometry: ConvGeometry,
) => void;

/** Runs the kernel. */
const run: Work = (op, kind, x, weight, y, bias, geometry) => {
  if (kind === 'forward') widened(y, [x, weight, bias], (to, [a, w, b]) => exec(op, kind, a, w, to, b, geometry));
  else if (kind === 'input') widened(x, [y, weight, bias], (to, [a, w, b]) => exec(op, kind, to, w, a, b, geometry));
  else widened(weight, [x, y], (to, [a, b]) => exec(op, kind, a, to, b, null, geometry));
};

const exec: Work = (op, kind, x, weight, y, bias, geometry) => {
  const { groups, inSize, outSize, kernel, stride, padding, dilation } = geometry;
  const [batch, ins, outs] = [x.shape[0]!, weight.shape[1]!, weight.shape[0]! / groups];
  const sums = kind === 'weight' ? groups * ins * sizeOf(kernel) * Math.ceil(outs / 16) * 16 : 0;
  const parts = sums > 0 ? batchParts(batch, geometry, weight) : 0;
  const work = parts > 0 ? empty_([parts, sums], x.dtype, false) : null;
  const lifted = (list: Shape, fill: number): Shape => [...new Array<number>(3 - list.length).fill(fill), ...list];
  const code = convRecord(
    op,
    x.info.code,
    convKinds.indexOf(kind),
    batch,
    groups,
    ins,
    outs,
    parts,
    x,
    weight,
    y,
    bias,
    work,
    lifted(inSize, 1),
    lifted(kernel, 1),
    lifted(outSize, 1),
    lifted(stride, 1),
    lifted(padding, 0),
    lifted(dilation, 1),
  );
  if (code === status.outOfMemory && sizeOf(kernel) > 1) return inHalves(op, kind, x, weight, y, bias, geometry);
  if (code === status.outOfMemory)
    throw new BackendError(`${op}: no memory to work on ${show(x.shape)} with a kernel of ${show(kernel)}.`);
  if (code !== status.ok) throw new BackendError(`${op}: no kernel for ${x.dtype} (status ${code}).`);
};

/** The same with half of the kernel after the other, cut along its longest dim, for kernels that are too large to work on. */
const inHalves: Work = (op, kind, x, weight, y, bias, geometry) => {
  const { kernel, padding, dilation } = geometry;
  const longest = kernel.indexOf(Math.max(...kernel));
  const [all, half] = [kernel[longest]!, kernel[longest]! >> 1];
  scope(() => {
    for (const [from, taps] of [
      [0, half],
      [half, all - half],
    ] as const) {
      const cut: ConvGeometry = {
        ...geometry,
        kernel: kernel.with(longest, taps),
        // The second half begins later: it sees less of what comes before x, or even less than x.
        padding: padding.with(longest, padding[longest]! - from * dilation[longest]!),
      };
      const part = narrow(weight, 2 + longest, from, taps);
      if (kind === 'weight') {
        const own = empty_(part.shape, weight.dtype, false);
        exec(op, kind, x, own, y, null, cut);
        copyInto(part, own);
        continue;
      }
      const to = kind === 'forward' ? y : x;
      const sums = from === 0 ? to : empty_(to.shape, to.dtype, false);
      const [a, b] = kind === 'forward' ? [x, sums] : [sums, y];
      exec(op, kind, a, contiguous(part), b, from === 0 ? bias : null, cut);
      if (sums !== to) copyInto(to, add(to, sums));
    }
  });
};

const given = (bias: Tensor | null): Tensor[] => (bias ? [bias] : []);
/** The gradient of a bias: that of each channel. */
const byChannel = (g: Tensor): Tensor =>
  sum(
    g,
    g.shape.map((_, d) => d).filter((d) => d !== 1),
  );

/** y = x ∗ weight + bias: x [batch, groups · ins, …inSize], weight [groups · outs, ins, …kernel], y [batch, groups · outs, …outSize]. */
export function convolve(op: string, x: Tensor, weight: Tensor, bias: Tensor | null, geometry: ConvGeometry): Tensor {
  return derived(
    op,
    [x, weight, ...given(bias)],
    () => {
      const y = empty_([x.shape[0]!, weight.shape[0]!, ...geometry.outSize], x.dtype, false);
      if (y.length > 0) run(op, 'forward', contiguous(x), contiguous(weight), y, bias && contiguous(bias), geometry);
      return y;
    },
    (g) => [
      () => convolveInput(op, g, weight, null, geometry),
      () => convolveWeight(op, x, g, geometry),
      () => byChannel(g),
    ],
    [x, weight],
  );
}

/** The gradient of convolve by x from that of y, + bias by channel of x. */
export function convolveInput(
  op: string,
  y: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  geometry: ConvGeometry,
): Tensor {
  return derived(
    op,
    [y, weight, ...given(bias)],
    () => {
      const x = empty_([y.shape[0]!, weight.shape[1]! * geometry.groups, ...geometry.inSize], y.dtype, false);
      if (x.length > 0) run(op, 'input', x, contiguous(weight), contiguous(y), bias && contiguous(bias), geometry);
      return x;
    },
    (g) => [
      () => convolve(op, g, weight, null, geometry),
      () => convolveWeight(op, g, y, geometry),
      () => byChannel(g),
    ],
    [y, weight],
  );
}

/** The gradient of convolve by the weight from x and the gradient of y. */
function convolveWeight(op: string, x: Tensor, y: Tensor, geometry: ConvGeometry): Tensor {
  const { groups, kernel } = geometry;
  return derived(
    op,
    [x, y],
    () => {
      const weight = empty_([y.shape[1]!, x.shape[1]! / groups, ...kernel], x.dtype, false);
      if (x.shape[0] === 0) copyInto(weight, 0);
      else run(op, 'weight', contiguous(x), weight, contiguous(y), null, geometry);
      return weight;
    },
    (g) => [() => convolveInput(op, y, g, null, geometry), () => convolve(op, x, g, null, geometry)],
    [x, y],
  );
}
