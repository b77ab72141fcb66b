/** Ops that pick elements by index tensors: two kernels, gather and scatter, serve them all. */
import { status } from '../backend/backend.ts';
import { type DType, integerTypes, isFloat, requireDType } from '../dtype.ts';
import { BackendError, IndexError, show, ShapeError } from '../errors.ts';
import { record, recording } from '../graph.ts';
import { gatherRecord, scatterRecord } from '../kernels/records.generated.ts';
import { scatterModes } from '../kernels/spec.ts';
import { scope } from '../memory.ts';
import { broadcastShapes, normalizeDim, type Shape } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import { arange, cast } from './create.ts';
import { copyInto, empty_ } from './elementwise.ts';
import { clamp, eq, mul } from './elementwise.generated.ts';
import { max, min } from './reduce.ts';
import { expand, flatten, reshape, unsqueeze } from './shape.ts';
import { wrapped } from './positions.ts';
import { requirePositions } from './reduceDims.ts';
import { widened } from './widened.ts';

export type ScatterMode = (typeof scatterModes)[number];

/** Kernels know no tensors without dims. */
const lifted = (x: Tensor): Tensor => (x.ndim > 0 ? x : new Tensor(x.storage, [1], [1], x.offset, x.dtype));

/** Runs gather, where mode is null, or scatter. The sizes are those of index, which names a coordinate of x or of y. */
export function runIndexed(
  op: string,
  mode: ScatterMode | null,
  x: Tensor,
  y: Tensor,
  index: Tensor,
  dim: number,
): void {
  if (index.length === 0) return;
  const indexed = mode === null ? x : y;
  const size = indexed.shape[dim] ?? 1;
  scope(() => {
    const at = kernelIndex(op, index, size);
    const run = (to: Tensor, [from]: readonly [Tensor]): void => {
      const code = indexedRecord(op, mode, from, to, at, dim, size);
      if (code === status.indexOutOfRange) throw outOfRange(op, index, indexed, dim, size);
      if (code !== status.ok) throw new BackendError(`${op}: no kernel for ${x.dtype} (status ${code}).`);
    };
    // What only moves elements has kernels for all.
    if (mode === null || mode === 'replace') run(y, [x]);
    else widened(y, [x], run, { updates: true });
  });
}

function indexedRecord(
  op: string,
  mode: ScatterMode | null,
  x: Tensor,
  y: Tensor,
  index: Tensor,
  dim: number,
  size: number,
): number {
  const [from, to, at] = [lifted(x), lifted(y), lifted(index)];
  const [dtype, indexDtype] = [x.info.code, index.info.code];
  const dims = [at.shape, from.strides, to.strides, at.strides] as const;
  return mode === null
    ? gatherRecord(op, dtype, from, to, at, indexDtype, dim, size, ...dims)
    : scatterRecord(op, dtype, from, to, at, indexDtype, dim, size, scatterModes.indexOf(mode), ...dims);
}

/** Kernels read int32 and uint8; an index of the others that is out of range stays so. */
function kernelIndex(op: string, index: Tensor, size: number): Tensor {
  if (index.dtype === 'int32' || index.dtype === 'uint8') return index;
  requirePositions(op, size);
  const near = index.dtype === 'int64' ? clamp(index.detach(), -1, size) : index;
  const at = empty_(index.shape, 'int32', false);
  copyInto(at, near);
  return at;
}

function outOfRange(op: string, index: Tensor, indexed: Tensor, dim: number, size: number): IndexError {
  const bad = Array.from<number | bigint>(index.toTypedArray<DType>()).find((i) => i < 0 || i >= size)!;
  return new IndexError(
    `${op}: index ${bad} is out of range for dim ${dim} of ${show(indexed.shape)}; it must be between 0 and ${size - 1}.`,
  );
}

/**
 * out[i][j] = x[index[i][j]][j] for dim 0, and so on; the result has the shape of index.
 * https://pytorch.org/docs/stable/generated/torch.gather.html
 * @param index integers, of x's rank, no larger than x in the other dims
 * @throws ShapeError, DTypeError, IndexError
 */
export function gather<D extends DType>(x: Tensor<D>, dim: number, index: Tensor): Tensor<D> {
  const d = normalizeDim('gather', dim, x.ndim);
  requireDType('gather', 'index', index, integerTypes);
  if (index.ndim !== x.ndim || index.shape.some((s, i) => i !== d && s > x.shape[i]!)) {
    throw new ShapeError(
      `gather: index ${show(index.shape)} does not fit ${show(x.shape)} along dim ${dim}: it needs as many dims, none but dim ${dim} larger.`,
    );
  }
  return pick('gather', x, d, index);
}

/** gather of what is known to fit. @param factors what its gradient is multiplied by, where it is not all of it */
export function pick<D extends DType>(
  op: string,
  x: Tensor<D>,
  d: number,
  index: Tensor,
  factors: (() => Tensor) | null = null,
): Tensor<D> {
  const recorded = isFloat(x.dtype) && recording([x]);
  const out = empty_(index.shape, x.dtype, recorded);
  runIndexed(op, null, x, out, index, d);
  if (!recorded) return out;
  return record(op, out, [x], [index], (g) => [() => addAt(factors ? mul(g, factors()) : g, x.shape, d, index)]);
}

/** Zeros of `shape` with g added where index says: gather's gradient. */
export function addAt<D extends DType>(g: Tensor<D>, shape: Shape, d: number, index: Tensor): Tensor<D> {
  const recorded = recording([g]);
  const out = empty_(shape, g.dtype, recorded);
  copyInto(out, 0);
  runIndexed('scatterAdd', 'add', g, out, index, d);
  return recorded ? record('scatterAdd', out, [g], [index], (gg) => [() => pick('gather', gg, d, index)]) : out;
}

/**
 * The positions `index` of a dim, in that order. https://pytorch.org/docs/stable/generated/torch.index_select.html
 * @param index integers, 1-d @throws ShapeError, DTypeError, IndexError
 */
export function indexSelect<D extends DType>(x: Tensor<D>, dim: number, index: Tensor): Tensor<D> {
  const d = normalizeDim('indexSelect', dim, x.ndim);
  requireDType('indexSelect', 'index', index, integerTypes);
  if (index.ndim > 1) throw new ShapeError(`indexSelect: index must have 1 dim, got ${show(index.shape)}.`);
  if (x.ndim === 0) return reshape(pick('indexSelect', reshape(x, [1]), 0, reshape(index, [-1])), []);
  return pick('indexSelect', x, d, alongDim(index, x.shape, d));
}

/** A list of positions of dim d of `shape`, for every place of the other dims. A view. */
export function alongDim<D extends DType>(index: Tensor<D>, shape: Shape, d: number): Tensor<D> {
  if (shape.length === 0) return reshape(index, []);
  const column = reshape(
    index,
    shape.map((_, i) => (i === d ? index.length : 1)),
  );
  return expand(column, shape.with(d, index.length));
}

/**
 * The elements at positions of the flattened x, in the shape of index; negative ones count from the end.
 * https://pytorch.org/docs/stable/generated/torch.take.html
 * @param index integers, of any shape @throws DTypeError, IndexError
 */
export function take<D extends DType>(x: Tensor<D>, index: Tensor): Tensor<D> {
  requireDType('take', 'index', index, integerTypes);
  return scope(() => {
    const at = flatten(wrapped('take', index, x.length, `${x.length} elements of ${show(x.shape)}`));
    return reshape(pick('take', flatten(x), 0, at), index.shape);
  });
}

/**
 * gather whose x and index are broadcast against each other in all dims but `dim`; dim null takes from the flattened x.
 * https://pytorch.org/docs/stable/generated/torch.take_along_dim.html
 * @param index integers; negative positions count from the end @throws ShapeError, DTypeError, IndexError
 */
export function takeAlongDim<D extends DType>(x: Tensor<D>, index: Tensor, dim: number | null = null): Tensor<D> {
  requireDType('takeAlongDim', 'index', index, integerTypes);
  if (dim === null) return takeAlongDim(flatten(x), flatten(index), 0);
  const d = normalizeDim('takeAlongDim', dim, x.ndim);
  if (index.ndim !== x.ndim) {
    throw new ShapeError(
      `takeAlongDim: index ${show(index.shape)} needs as many dims as ${show(x.shape)}. Add some with unsqueeze.`,
    );
  }
  if (x.ndim === 0) return take(x, index);
  const shape = broadcastShapes('takeAlongDim', [x.shape.with(d, 1), index.shape.with(d, 1)]);
  return scope(() => {
    const at = wrapped('takeAlongDim', index, x.shape[d]!, `dim ${dim} of ${show(x.shape)}`);
    return pick('takeAlongDim', expand(x, shape.with(d, x.shape[d]!)), d, expand(at, shape.with(d, index.shape[d]!)));
  });
}

/**
 * A new last dim with 1 at the class, else 0, as int32. https://pytorch.org/docs/stable/generated/torch.nn.functional.one_hot.html
 * @param classes how many; -1 means one more than the largest @throws IndexError for a negative class or one too large
 */
export function oneHot(x: Tensor, classes = -1): Tensor<'int32'> {
  requireDType('oneHot', 'the input', x, integerTypes);
  const [least, most] = x.length > 0 ? [min(x).item(), max(x).item()] : [0, -1];
  const n = classes === -1 ? most + 1 : classes;
  if (least < 0 || most >= n)
    throw new IndexError(`oneHot: class ${least < 0 ? least : most} is out of range for ${n} classes (0 to ${n - 1}).`);
  if (n <= 0) throw new IndexError('oneHot: the number of classes cannot be read from an empty tensor. Pass it.');
  return cast(eq(unsqueeze(x, -1), arange(n)), 'int32');
}
