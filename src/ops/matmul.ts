/** Matrix products. One kernel takes any strides, so a transposed operand costs nothing. */
import { status } from '../backend/backend.ts';
import { type DType, requireSameFloat } from '../dtype.ts';
import { BackendError, show, ShapeError } from '../errors.ts';
import { noGrad, record, recording } from '../graph.ts';
import { gemmRecord } from '../kernels/records.generated.ts';
import { broadcastShapes, broadcastStrides, collapse, contiguousStrides, type Shape, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import type { Floating } from '../types.ts';
import { contiguous } from './create.ts';
import { empty_ } from './elementwise.ts';
import { sum } from './reduce.ts';
import { reshape, squeeze, transpose, unsqueeze } from './shape.ts';
import { widened } from './widened.ts';

/** a · b + bias over the last two dims, the others broadcast. */
function gemm(op: string, a: Tensor, b: Tensor, bias: Tensor | null, recorded: boolean): Tensor {
  const flat = a.ndim === 2 && b.ndim === 2;
  const lead = flat ? noBatch.shape : broadcastShapes('matmul', [a.shape.slice(0, -2), b.shape.slice(0, -2)]);
  const out = empty_([...lead, a.shape[a.ndim - 2]!, b.shape[b.ndim - 1]!], a.dtype, recorded);
  if (out.length > 0) widened(out, [a, b, bias], (c, [x, y, z]) => gemmInto(op, c, x, y, z));
  return out;
}

function gemmInto(op: string, out: Tensor, a: Tensor, b: Tensor, bias: Tensor | null): void {
  const m = a.shape[a.ndim - 2]!;
  const k = a.shape[a.ndim - 1]!;
  const n = b.shape[b.ndim - 1]!;
  const dims = a.ndim === 2 && b.ndim === 2 ? noBatch : batchDims(a, b);
  const [aRow, aCol, bRow, bCol] = [
    a.strides[a.ndim - 2]!,
    a.strides[a.ndim - 1]!,
    b.strides[b.ndim - 2]!,
    b.strides[b.ndim - 1]!,
  ];
  const dtype = a.info.code;
  const code = gemmRecord(
    op,
    dtype,
    m,
    n,
    k,
    a,
    aRow,
    aCol,
    b,
    bRow,
    bCol,
    out,
    n,
    bias,
    dims.sizes,
    dims.a,
    dims.b,
    dims.c,
  );
  if (code === status.outOfMemory)
    throw new BackendError(`${op}: no memory to pack ${show(a.shape)} × ${show(b.shape)}.`);
  if (code !== status.ok) throw new BackendError(`${op}: no kernel for ${a.dtype} (status ${code}).`);
}

interface BatchDims {
  /** The batch dims of the result. */
  shape: Shape;
  /** The fewest dims that walk the batch, with the strides of a, b and the result. */
  sizes: number[];
  a: number[];
  b: number[];
  c: number[];
}
const noBatch: BatchDims = { shape: [], sizes: [], a: [], b: [], c: [] };

function batchDims(x: Tensor, y: Tensor): BatchDims {
  const lead = (list: Shape): Shape => list.slice(0, -2);
  const shape = broadcastShapes('matmul', [lead(x.shape), lead(y.shape)]);
  const matrix = x.shape[x.ndim - 2]! * y.shape[y.ndim - 1]!;
  const { sizes, strides } = collapse(shape, [
    broadcastStrides(lead(x.shape), lead(x.strides), shape),
    broadcastStrides(lead(y.shape), lead(y.strides), shape),
    contiguousStrides(shape).map((s) => s * matrix),
  ]);
  const [a, b, c] = strides as [number[], number[], number[]];
  return { shape, sizes, a, b, c };
}

/** Matrices with their leading dims: at least 2 dims each. */
function product(a: Tensor, b: Tensor): Tensor {
  // Rows of a batch times one matrix are one tall matrix times it.
  if (a.ndim > 2 && b.ndim === 2 && a.contiguous_) {
    const rows = reshape(a, [sizeOf(a.shape.slice(0, -1)), a.shape[a.ndim - 1]!]);
    return reshape(product(rows, b), [...a.shape.slice(0, -1), b.shape[1]!]);
  }
  const recorded = recording([a, b]);
  const out = gemm('matmul', a, b, null, recorded);
  if (!recorded) return out;
  return record('matmul', out, [a, b], [a, b], (g) => [
    () => product(g, transpose(b, -2, -1)),
    () => product(transpose(a, -2, -1), g),
  ]);
}

/**
 * The matrix product over the last two dims, the others broadcast; a 1-d operand is a row on the left, a column on the right.
 * https://pytorch.org/docs/stable/generated/torch.matmul.html
 * @throws ShapeError when inner or batch sizes differ; DTypeError unless both are one float dtype
 */
export function matmul<D extends DType>(a: Tensor<D> & Floating[D], b: Tensor): Tensor<D> {
  requireSameFloat('matmul', a, b);
  if (a.ndim === 0 || b.ndim === 0)
    throw new ShapeError(
      `matmul: needs at least 1 dim each, got ${show(a.shape)} × ${show(b.shape)}. Use mul for scalars.`,
    );
  const [ka, kb] = [a.shape[a.ndim - 1]!, b.shape[Math.max(b.ndim - 2, 0)]!];
  if (ka !== kb) {
    const hint = b.ndim > 1 && b.shape[b.ndim - 1] === ka ? ' Transpose the second operand?' : '';
    throw new ShapeError(
      `matmul: inner dimensions differ: ${show(a.shape)} × ${show(b.shape)} (${ka} ≠ ${kb}).${hint}`,
    );
  }
  const left = a.ndim === 1 ? unsqueeze(a, 0) : a;
  const right = b.ndim === 1 ? unsqueeze(b, 1) : b;
  let out = product(left, right);
  if (b.ndim === 1) out = squeeze(out, -1);
  if (a.ndim === 1) out = squeeze(out, b.ndim === 1 ? -1 : -2);
  return out as Tensor<D>;
}

/** x · weightᵀ + bias: x [..., in], weight [out, in], bias [out]. One kernel. @throws ShapeError, DTypeError as matmul */
export function linear<D extends DType>(
  x: Tensor<D> & Floating[D],
  weight: Tensor,
  bias: Tensor | null = null,
): Tensor<D> {
  requireSameFloat('linear', x, weight);
  if (bias) requireSameFloat('linear', x, bias);
  const [outFeatures, inFeatures] = weight.shape as [number, number];
  if (weight.ndim !== 2 || x.ndim < 1 || x.shape[x.ndim - 1] !== inFeatures) {
    throw new ShapeError(
      `linear: input ${show(x.shape)} does not fit weight ${show(weight.shape)}: the last dim of the input must be ${inFeatures}, inFeatures.`,
    );
  }
  if (bias && (bias.ndim !== 1 || bias.shape[0] !== outFeatures)) {
    throw new ShapeError(
      `linear: bias ${show(bias.shape)} does not fit weight ${show(weight.shape)}; it must be [${outFeatures}].`,
    );
  }
  const lead = x.shape.slice(0, -1);
  const rows = x.ndim === 2 ? x : reshape(x, [sizeOf(lead), inFeatures]);
  const recorded = recording([rows, weight, bias]);
  let out = noGrad(() => gemm('linear', rows, transpose(weight, 0, 1), bias && contiguous(bias), recorded));
  if (recorded) {
    out = record('linear', out, [rows, weight, bias], [rows, weight], (g) => [
      () => product(g, weight),
      () => product(transpose(g, 0, 1), rows),
      () => sum(g, 0),
    ]);
  }
  return (x.ndim === 2 ? out : reshape(out, [...lead, outFeatures])) as Tensor<D>;
}
