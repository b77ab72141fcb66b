/** Pooling: one kernel that goes over the windows of planes. */
import { status } from '../backend/backend.ts';
import { floatTypes, requireDType } from '../dtype.ts';
import { BackendError } from '../errors.ts';
import { noGrad, record, recording } from '../graph.ts';
import { poolRecord } from '../kernels/records.generated.ts';
import { poolKinds } from '../kernels/spec.ts';
import { scope } from '../memory.ts';
import { type Shape, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { contiguous } from './create.ts';
import { derived } from './derived.ts';
import { empty_ } from './elementwise.ts';
import { gather } from './indexing.ts';
import type { ValuesAndIndices } from './reduce.ts';
import { reshape } from './shape.ts';
import { widened } from './widened.ts';

/** The windows over the last one to three dims of a tensor. */
export interface Windows {
  inSize: Shape;
  outSize: Shape;
  kernel: Shape;
  stride: Shape;
  padding: Shape;
  dilation: Shape;
  /** Window i goes from ⌊i · in / out⌋ to ⌈(i + 1) · in / out⌉; the four lists above count for nothing. */
  adaptive: boolean;
}

const leading = (x: Tensor, windows: Windows): Shape => x.shape.slice(0, x.ndim - windows.inSize.length);

type Kind = (typeof poolKinds)[number];

/** Runs the kernel, which writes y from x, or for a gradient x from y. */
function run(
  op: string,
  kind: Kind,
  x: Tensor,
  y: Tensor,
  index: Tensor | null,
  windows: Windows,
  divisor: number,
): void {
  if (kind.endsWith('Backward')) widened(x, [y], (to, [from]) => exec(op, kind, to, from, index, windows, divisor));
  else widened(y, [x], (to, [from]) => exec(op, kind, from, to, index, windows, divisor));
}

function exec(
  op: string,
  kind: Kind,
  x: Tensor,
  y: Tensor,
  index: Tensor | null,
  windows: Windows,
  divisor: number,
): void {
  const { inSize, outSize, kernel, stride, padding, dilation, adaptive } = windows;
  const lifted = (list: Shape, fill: number): Shape => [...new Array<number>(3 - list.length).fill(fill), ...list];
  const code = poolRecord(
    op,
    x.info.code,
    poolKinds.indexOf(kind),
    sizeOf(leading(x, windows)),
    Number(adaptive),
    divisor,
    x,
    y,
    index,
    lifted(inSize, 1),
    lifted(kernel, 1),
    lifted(outSize, 1),
    lifted(stride, 1),
    lifted(padding, 0),
    lifted(dilation, 1),
  );
  if (code !== status.ok) throw new BackendError(`${op}: no kernel for ${x.dtype} (status ${code}).`);
}

/** The largest element of each window, NaN where there is one, and its index in the plane. @throws DTypeError unless x is float */
export function maxPool(op: string, x: Tensor, windows: Windows): ValuesAndIndices {
  requireDType(op, 'the input', x, floatTypes);
  const lead = leading(x, windows);
  const indices = empty_([...lead, ...windows.outSize], 'int32', false);
  return { values: pooled(op, x, indices, windows), indices };
}
/** The values of maxPool alone. */
export function maxPoolValues(op: string, x: Tensor, windows: Windows): Tensor {
  requireDType(op, 'the input', x, floatTypes);
  return scope(() => pooled(op, x, empty_([...leading(x, windows), ...windows.outSize], 'int32', false), windows));
}
function pooled(op: string, x: Tensor, indices: Tensor, windows: Windows): Tensor {
  const recorded = recording([x]);
  const values = empty_(indices.shape, x.dtype, recorded);
  if (values.length > 0) {
    scope(() =>
      run(
        op,
        'max',
        noGrad(() => contiguous(x)),
        values,
        indices,
        windows,
        0,
      ),
    );
  }
  if (!recorded) return values;
  return record(op, values, [x], [indices], (g) => [() => maxPoolBackward(op, g, x.shape, indices, windows)]);
}

/** The gradient of maxPool by an input of `shape`, from that of its result. */
function maxPoolBackward(op: string, g: Tensor, shape: Shape, indices: Tensor, windows: Windows): Tensor {
  return derived(
    op,
    [g],
    () => {
      const x = empty_(shape, g.dtype, false);
      if (x.length > 0) run(op, 'maxBackward', x, contiguous(g), indices, windows, 0);
      return x;
    },
    (gg) => [
      () => {
        const flat = (t: Tensor, plane: Shape): Tensor => reshape(t, [sizeOf(leading(g, windows)), sizeOf(plane)]);
        return reshape(gather(flat(gg, windows.inSize), 1, flat(indices, windows.outSize)), g.shape);
      },
    ],
    [indices],
  );
}

/**
 * The average of each window: its sum divided by `divisor`, 0 for the number of its elements, −1 for that with padding.
 * @throws DTypeError unless x is float
 */
export function avgPool(op: string, x: Tensor, windows: Windows, divisor: number): Tensor {
  requireDType(op, 'the input', x, floatTypes);
  return derived(
    op,
    [x],
    () => {
      const y = empty_([...leading(x, windows), ...windows.outSize], x.dtype, false);
      if (y.length > 0) run(op, 'avg', contiguous(x), y, null, windows, divisor);
      return y;
    },
    (g) => [() => avgPoolBackward(op, g, x.shape, windows, divisor)],
    [],
  );
}

/** The gradient of avgPool by an input of `shape`, from that of its result. */
function avgPoolBackward(op: string, g: Tensor, shape: Shape, windows: Windows, divisor: number): Tensor {
  return derived(
    op,
    [g],
    () => {
      const x = empty_(shape, g.dtype, false);
      if (x.length > 0) run(op, 'avgBackward', x, contiguous(g), null, windows, divisor);
      return x;
    },
    (gg) => [() => avgPool(op, gg, windows, divisor)],
    [],
  );
}
