/** Ops that pick elements by index tensors: two kernels, gather and scatterAdd, serve them all. */
import { status } from '../backend/backend.ts';
import { dtypes, integerTypes, isFloat, requireDType } from '../dtype.ts';
import { BackendError, IndexError, show, ShapeError } from '../errors.ts';
import { record, recording } from '../graph.ts';
import { gatherRecord, scatterAddRecord } from '../kernels/records.generated.ts';
import { normalizeDim, type Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { arange, cast } from './create.ts';
import { copyInto, empty_ } from './elementwise.ts';
import { eq } from './elementwise.generated.ts';
import { max, min } from './reduce.ts';
import { expand, reshape, unsqueeze } from './shape.ts';

type IndexKernel = typeof gatherRecord;

/** Runs gather or scatterAdd. The sizes are those of index; `indexed` is the tensor whose dim the index names. */
function run(kernel: IndexKernel, op: string, x: Tensor, y: Tensor, index: Tensor, dim: number, indexed: Tensor): void {
  if (index.length === 0) return;
  const size = indexed.shape[dim]!;
  const code = kernel(
    op,
    dtypes[x.dtype].code,
    x,
    y,
    index,
    dtypes[index.dtype].code,
    dim,
    size,
    index.shape,
    x.strides,
    y.strides,
    index.strides,
  );
  if (code === status.indexOutOfRange) {
    const bad = (index.toTypedArray() as Int32Array).find((i) => i < 0 || i >= size)!;
    throw new IndexError(
      `${op}: index ${bad} is out of range for dim ${dim} of ${show(indexed.shape)}; it must be between 0 and ${size - 1}.`,
    );
  }
  if (code !== status.ok) throw new BackendError(`${op}: no kernel for ${x.dtype} (status ${code}).`);
}

/**
 * out[i][j] = x[index[i][j]][j] for dim 0, and so on; the result has the shape of index.
 * https://pytorch.org/docs/stable/generated/torch.gather.html
 * @param index int32 or uint8, of x's rank, no larger than x in the other dims
 * @throws ShapeError, DTypeError, IndexError
 */
export function gather(x: Tensor, dim: number, index: Tensor): Tensor {
  const d = normalizeDim('gather', dim, x.ndim);
  requireDType('gather', 'index', index.dtype, integerTypes);
  if (index.ndim !== x.ndim || index.shape.some((s, i) => i !== d && s > x.shape[i]!)) {
    throw new ShapeError(
      `gather: index ${show(index.shape)} does not fit ${show(x.shape)} along dim ${dim}: it needs as many dims, none but dim ${dim} larger.`,
    );
  }
  return pick('gather', x, d, index);
}

function pick(op: string, x: Tensor, d: number, index: Tensor): Tensor {
  if (x.ndim === 0) return reshape(pick(op, reshape(x, [1]), 0, reshape(index, [1])), []);
  const recorded = isFloat(x.dtype) && recording([x]);
  const out = empty_(index.shape, x.dtype, recorded);
  run(gatherRecord, op, x, out, index, d, x);
  if (!recorded) return out;
  return record(op, out, [x], [index], (g) => [() => addAt(g, x.shape, d, index)]);
}

/** Zeros of `shape` with g added where index says: gather's gradient. */
function addAt(g: Tensor, shape: Shape, d: number, index: Tensor): Tensor {
  const recorded = recording([g]);
  const out = empty_(shape, g.dtype, recorded);
  copyInto(out, 0);
  run(scatterAddRecord, 'scatterAdd', g, out, index, d, out);
  return recorded ? record('scatterAdd', out, [g], [index], (gg) => [() => pick('gather', gg, d, index)]) : out;
}

/**
 * The positions `index` of a dim, in that order. https://pytorch.org/docs/stable/generated/torch.index_select.html
 * @param index int32 or uint8, 1-d @throws ShapeError, DTypeError, IndexError
 */
export function indexSelect(x: Tensor, dim: number, index: Tensor): Tensor {
  const d = normalizeDim('indexSelect', dim, x.ndim);
  requireDType('indexSelect', 'index', index.dtype, integerTypes);
  if (index.ndim > 1) throw new ShapeError(`indexSelect: index must have 1 dim, got ${show(index.shape)}.`);
  if (x.ndim === 0) return reshape(pick('indexSelect', reshape(x, [1]), 0, reshape(index, [-1])), []);
  const column = reshape(
    index,
    x.shape.map((_, i) => (i === d ? -1 : 1)),
  );
  return pick(
    'indexSelect',
    x,
    d,
    expand(
      column,
      x.shape.map((s, i) => (i === d ? index.length : s)),
    ),
  );
}

/**
 * A new last dim with 1 at the class, else 0, as int32. https://pytorch.org/docs/stable/generated/torch.nn.functional.one_hot.html
 * @param classes how many; -1 means one more than the largest @throws IndexError for a negative class or one too large
 */
export function oneHot(x: Tensor, classes = -1): Tensor {
  requireDType('oneHot', 'the input', x.dtype, integerTypes);
  const [least, most] = x.length > 0 ? [min(x).item(), max(x).item()] : [0, -1];
  const n = classes === -1 ? most + 1 : classes;
  if (least < 0 || most >= n)
    throw new IndexError(`oneHot: class ${least < 0 ? least : most} is out of range for ${n} classes (0 to ${n - 1}).`);
  if (n <= 0) throw new IndexError('oneHot: the number of classes cannot be read from an empty tensor. Pass it.');
  return cast(eq(unsqueeze(x, -1), arange(n)), 'int32');
}
