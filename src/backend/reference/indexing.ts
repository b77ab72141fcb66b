/** gather and scatter. All indices are checked before anything is written. */
import { dtypes } from '../../dtype.ts';
import { word } from '../../kernels/records.generated.ts';
import { scatterModes } from '../../kernels/spec.ts';
import { status } from '../backend.ts';
import type { Memory, View } from './memory.ts';
import { walk } from './strided.ts';

/** What to do with the positions of an element of x and y in their arrays. */
type Step = (x: View, xAt: number, y: View, yAt: number) => void;

/** The elements of a view. Those of int64 are bigints, on which the same code does the same. */
const elements = ({ data, big, dtype }: View): View['data'] =>
  dtype === dtypes.int64.code ? (big as unknown as View['data']) : data;

/** @param indexed the operand whose coordinate `dim` the index replaces: 0 for x, 1 for y */
function indexing(record: Float64Array, memory: Memory, indexed: 0 | 1, step: Step): number {
  const at = word.gather; // its words are the first ones of scatter's
  const dims = indexed === 0 ? at.dims : word.scatter.dims;
  const [dtype, dim, dimSize, ndim] = [record[at.dtype]!, record[at.dim]!, record[at.dimSize]!, record[at.ndim]!];
  const list = (k: number): Float64Array => record.slice(dims + k * ndim, dims + (k + 1) * ndim);
  if (![dtypes.int32.code, dtypes.uint8.code].includes(record[at.indexDtype]!)) return status.unknownKernel;
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
    elements(y)[yAt] = elements(x)[xAt]!;
  });
}

/** Both as the kernels combine them: NaN is the extreme of all. Sums and products round when they are stored. */
const meet: Readonly<Record<(typeof scatterModes)[number], (y: number, x: number) => number>> = {
  replace: (_, x) => x,
  add: (y, x) => y + x,
  prod: (y, x) => y * x,
  amax: (y, x) => (y > x || y !== y ? y : x),
  amin: (y, x) => (y < x || y !== y ? y : x),
};

/** One element after the other, rounding each time: where an index repeats, every backend has the same bits. */
export function scatter(record: Float64Array, memory: Memory): number {
  const mode = scatterModes[record[word.scatter.mode]!];
  const dtype = record[word.scatter.dtype]!;
  const { bool, int8, float16, bfloat16 } = dtypes;
  const moved = mode === 'add' || mode === 'prod' ? [bool, int8, float16, bfloat16] : [int8, float16, bfloat16];
  if (mode === undefined || (mode !== 'replace' && moved.some(({ code }) => code === dtype)))
    return status.unknownKernel;
  // A product of two int32 may have more digits than a number holds.
  const combine = mode === 'prod' && dtype === dtypes.int32.code ? Math.imul : meet[mode];
  return indexing(record, memory, 1, (x, xAt, y, yAt) => {
    elements(y)[yAt] = combine(elements(y)[yAt]!, elements(x)[xAt]!);
  });
}
