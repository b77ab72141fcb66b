/** gather and scatterAdd. All indices are checked before anything is written. */
import { dtypeOfCode, dtypes, integerTypes, isFloat } from '../../dtype.ts';
import { word } from '../../kernels/records.generated.ts';
import { status } from '../backend.ts';
import type { Memory, View } from './memory.ts';
import { walk } from './strided.ts';

/** What to do with the positions of an element of x and y in their arrays. */
type Step = (x: View, xAt: number, y: View, yAt: number) => void;

/** @param indexed the operand whose coordinate `dim` the index replaces: 0 for x, 1 for y */
function indexing(record: Float64Array, memory: Memory, indexed: 0 | 1, step: Step): number {
  const at = word.gather; // scatterAdd's words are the same
  const [dtype, dim, dimSize, ndim] = [record[at.dtype]!, record[at.dim]!, record[at.dimSize]!, record[at.ndim]!];
  const list = (k: number): Float64Array => record.slice(at.dims + k * ndim, at.dims + (k + 1) * ndim);
  if (!integerTypes.includes(dtypeOfCode(record[at.indexDtype]!))) return status.unknownKernel;
  const sizes = list(0);
  const strides = [list(1), list(2)] as const;
  const indexStrides = list(3);
  const index = memory.view(record[at.index]!, record[at.indexDtype]!, sizes, indexStrides);

  let outOfRange = false;
  walk(sizes, [indexStrides], ([i]) => {
    const value = index.data[index.start + i!]!;
    if (!(value >= 0 && value < dimSize)) outOfRange = true;
  });
  if (outOfRange) return status.indexOutOfRange;

  const indexedSizes = sizes.with(dim, dimSize);
  const x = memory.view(record[at.x]!, dtype, indexed === 0 ? indexedSizes : sizes, strides[0]);
  const y = memory.view(record[at.y]!, dtype, indexed === 1 ? indexedSizes : sizes, strides[1]);
  // The index alone moves through that dim.
  const dimStride = strides[indexed][dim]!;
  strides[indexed][dim] = 0;
  walk(sizes, [...strides, indexStrides], ([xAt, yAt, i]) => {
    const jump = index.data[index.start + i!]! * dimStride;
    step(x, x.start + xAt! + (indexed === 0 ? jump : 0), y, y.start + yAt! + (indexed === 1 ? jump : 0));
  });
  return status.ok;
}

export function gather(record: Float64Array, memory: Memory): number {
  return indexing(record, memory, 0, (x, xAt, y, yAt) => {
    y.data[yAt] = x.data[xAt]!;
  });
}

/** Adds one element after the other, rounding each time: where an index repeats, every backend has the same bits. */
export function scatterAdd(record: Float64Array, memory: Memory): number {
  const dtype = record[word.scatterAdd.dtype]!;
  if (!isFloat(dtypeOfCode(dtype)) && dtype !== dtypes.int32.code) return status.unknownKernel;
  return indexing(record, memory, 1, (x, xAt, y, yAt) => {
    y.data[yAt]! += x.data[xAt]!;
  });
}
