/** Padding. */
import type { DType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { record, recording } from '../graph.ts';
import { scope } from '../memory.ts';
import { known } from '../options.ts';
import type { Tensor } from '../tensor.ts';
import { tensor } from './create.ts';
import { copyInto, empty_ } from './elementwise.ts';
import { indexSelect } from './indexing.ts';
import { copied } from './rearrange.ts';
import { narrow, slot } from './shape.ts';

/** What is put around: one value, the mirror image without the edge, the edge, or the other side. */
export type PadMode = 'constant' | 'reflect' | 'replicate' | 'circular';
export interface PadOptions {
  /** Default: 'constant'. */
  mode?: PadMode;
  /** What 'constant' puts there. Default: 0. */
  value?: number;
}

/** Where position i of a padded dim is read. */
const sources: Readonly<Record<Exclude<PadMode, 'constant'>, (i: number, size: number) => number>> = {
  reflect: (i, size) => (i < 0 ? -i : i >= size ? 2 * (size - 1) - i : i),
  replicate: (i, size) => Math.min(Math.max(i, 0), size - 1),
  circular: (i, size) => (i + size) % size,
};

/**
 * x with positions before and after those it has: `padding` is [before, after] of the last dim, then of the one before it, and so on.
 * Negative numbers take positions away. https://pytorch.org/docs/stable/generated/torch.nn.functional.pad.html
 * @throws ShapeError where a dim is too small for it; ValueError
 */
export function pad<D extends DType>(x: Tensor<D>, padding: readonly number[], options: PadOptions = {}): Tensor<D> {
  const { mode = 'constant', value = 0 } = known('pad', options, ['mode', 'value']);
  if (padding.length % 2 !== 0 || padding.length > 2 * x.ndim || !padding.every(Number.isInteger))
    throw new ShapeError(
      `pad: padding ${show(padding)} must be pairs of whole numbers, at most one for each dim of ${show(x.shape)}.`,
    );
  if (mode !== 'constant' && !Object.hasOwn(sources, mode))
    throw new ValueError(`pad: mode must be one of constant, ${Object.keys(sources).join(', ')}, got ${String(mode)}.`);
  const sides = x.shape.map((_, d): [number, number] => {
    const at = 2 * (x.ndim - 1 - d);
    return [padding[at] ?? 0, padding[at + 1] ?? 0];
  });
  return scope(() => {
    let y: Tensor = x;
    sides.forEach(([before, after], d) => {
      const size = x.shape[d]!;
      const [from, to] = [Math.max(-before, 0), size - Math.max(-after, 0)];
      if (to - from < 0)
        throw new ShapeError(`pad: ${show(padding)} takes away more than dim ${d} of ${show(x.shape)} has.`);
      y = narrow(y, d, from, to - from);
      if (mode !== 'constant') y = mirrored(y, d, Math.max(before, 0), Math.max(after, 0), mode);
    });
    const grown = sides.map((side) => side.map((n) => Math.max(n, 0)) as [number, number]);
    if (mode === 'constant' && grown.some(([before, after]) => before + after > 0)) return framed(y, grown, value);
    return copied(x, y);
  }) as Tensor<D>;
}

function mirrored(x: Tensor, d: number, before: number, after: number, mode: Exclude<PadMode, 'constant'>): Tensor {
  if (before + after === 0) return x;
  const size = x.shape[d]!;
  const most = mode === 'reflect' ? size - 1 : mode === 'circular' ? size : size > 0 ? Infinity : 0;
  if (before > most || after > most)
    throw new ShapeError(
      `pad: '${mode}' cannot put ${before} before and ${after} after dim ${d} of ${show(x.shape)}; ${Math.max(most, 0)} on a side is the most.`,
    );
  const at = Int32Array.from({ length: before + size + after }, (_, i) => sources[mode](i - before, size));
  return indexSelect(x, d, tensor(at));
}

/** x in the middle of a tensor of one value. */
function framed(x: Tensor, sides: readonly [number, number][], value: number): Tensor {
  const recorded = recording([x]);
  const out = empty_(
    x.shape.map((size, d) => size + sides[d]![0] + sides[d]![1]),
    x.dtype,
    recorded,
  );
  copyInto(out, value);
  const inner = (y: Tensor, part: (y: Tensor, d: number, start: number, length: number) => Tensor): Tensor =>
    sides.reduce((z, [before], d) => part(z, d, before, x.shape[d]!), y);
  copyInto(inner(out, slot), x);
  return recorded ? record('pad', out, [x], [], (g) => [() => inner(g, narrow)]) : out;
}
