/** Tensors made of coordinates. */
import { requireTensors } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { known, requireWhole } from '../options.ts';
import type { Tensor } from '../tensor.ts';
import { tensor, type TensorOptions } from './create.ts';
import { expand, reshape } from './shape.ts';

/**
 * `steps` numbers whose logarithms are evenly spaced, from base^start to base^end, both included.
 * https://pytorch.org/docs/stable/generated/torch.logspace.html @throws ValueError unless steps is a whole number from 0 on
 */
export function logspace(
  start: number,
  end: number,
  steps: number,
  given: TensorOptions & { /** 10 unless told. */ base?: number } = {},
): Tensor {
  const { base = 10, ...options } = known('logspace', given, ['dtype', 'requiresGrad', 'base']);
  requireWhole('logspace', 'steps', steps, 0);
  const gap = steps > 1 ? (end - start) / (steps - 1) : 0;
  const exponents = Array.from({ length: steps }, (_, i) =>
    i < steps / 2 ? start + gap * i : end - gap * (steps - 1 - i),
  );
  return tensor(
    exponents.map((e) => base ** e),
    { ...options, shape: [steps] },
  );
}

/**
 * The coordinates of a grid: for vectors of the lengths n, m, … one tensor each, all of the shape [n, m, …]. Views.
 * https://pytorch.org/docs/stable/generated/torch.meshgrid.html @throws ShapeError, ValueError
 */
export function meshgrid(
  tensors: readonly Tensor[],
  options: { /** 'xy' exchanges the first two dims. Default: 'ij'. */ indexing?: 'ij' | 'xy' } = {},
): Tensor[] {
  const { indexing = 'ij' } = known('meshgrid', options, ['indexing']);
  if (indexing !== 'ij' && indexing !== 'xy')
    throw new ValueError(`meshgrid: indexing must be 'ij' or 'xy', got ${String(indexing)}.`);
  requireTensors('meshgrid', tensors);
  const long = tensors.find((x) => x.ndim > 1);
  if (tensors.length === 0 || long)
    throw new ShapeError(`meshgrid: takes vectors, at least one, got ${tensors.map((x) => show(x.shape)).join(', ')}.`);
  const place = (i: number): number => (indexing === 'xy' && tensors.length > 1 && i < 2 ? 1 - i : i);
  const shape: number[] = [];
  tensors.forEach((x, i) => (shape[place(i)] = x.length));
  return tensors.map((x, i) =>
    expand(
      reshape(
        x,
        shape.map((_, d) => (d === place(i) ? x.length : 1)),
      ),
      shape,
    ),
  );
}

/** Row and column, in row-major order, of what a test keeps of a matrix. */
function coordinates(
  op: string,
  rows: number,
  columns: number,
  inside: (row: number, column: number) => boolean,
): Tensor {
  requireWhole(op, 'the number of rows', rows, 0);
  requireWhole(op, 'the number of columns', columns, 0);
  const found: [number[], number[]] = [[], []];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!inside(row, column)) continue;
      found[0].push(row);
      found[1].push(column);
    }
  }
  return tensor(Int32Array.from(found.flat()), { shape: [2, found[0].length] });
}
export interface IndicesOptions {
  /** Which diagonal the triangle ends at: 0 the main one, above it where positive. Default: 0. */
  offset?: number;
}
/** The rows and columns of a lower triangle: int32 [2, count]. https://pytorch.org/docs/stable/generated/torch.tril_indices.html @throws ValueError */
export function trilIndices(rows: number, columns: number, options: IndicesOptions = {}): Tensor<'int32'> {
  const { offset = 0 } = known('trilIndices', options, ['offset']);
  return coordinates('trilIndices', rows, columns, (row, column) => column - row <= offset) as Tensor<'int32'>;
}
/** The rows and columns of an upper triangle: int32 [2, count]. https://pytorch.org/docs/stable/generated/torch.triu_indices.html @throws ValueError */
export function triuIndices(rows: number, columns: number, options: IndicesOptions = {}): Tensor<'int32'> {
  const { offset = 0 } = known('triuIndices', options, ['offset']);
  return coordinates('triuIndices', rows, columns, (row, column) => column - row >= offset) as Tensor<'int32'>;
}
