/** Reductions: the elements of each result are read into a column, and one function makes a number of it. */
import { dtypes } from '../../dtype.ts';
import { BackendError } from '../../errors.ts';
import { word } from '../../kernels/records.generated.ts';
import { reduceKinds } from '../../kernels/spec.ts';
import { status } from '../backend.ts';
import type { Memory } from './memory.ts';
import { isFloatCode, load, loadBig, product, storeBig, walk } from './strided.ts';

type Kind = (typeof reduceKinds)[number];

/** Compensated: exact but for the last rounding unless the sum is ill-conditioned. Neumaier 1974, https://doi.org/10.1002/zamm.19740540106 */
function sum(x: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (let k = 0; k < x.length; k++) {
    const next = total + x[k]!;
    lost += Math.abs(total) >= Math.abs(x[k]!) ? total - next + x[k]! : x[k]! - next + total;
    total = next;
  }
  return Number.isFinite(total) ? total + lost : total; // beyond ±∞ nothing is lost, and ∞ − ∞ would be NaN
}

function prod(x: Float64Array): number {
  let total = 1;
  for (let k = 0; k < x.length; k++) total *= x[k]!;
  return total;
}

/** The position of the first of the largest values (smallest, for sign −1), or of the first NaN. */
function extreme(x: ArrayLike<number | bigint>, sign: 1 | -1): number {
  let best = 0;
  for (let k = 0; k < x.length; k++) {
    if (x[k] !== x[k]) return k;
    if (sign > 0 ? x[k]! > x[best]! : x[k]! < x[best]!) best = k;
  }
  return best;
}

const reducers: Record<Kind, (x: Float64Array) => number> = {
  sum,
  prod,
  mean: (x) => sum(x) / x.length,
  max: (x) => x[extreme(x, 1)]!,
  min: (x) => x[extreme(x, -1)]!,
  argmax: (x) => extreme(x, 1),
  argmin: (x) => extreme(x, -1),
  any: (x) => Number(x.some((v) => v !== 0)),
  all: (x) => Number(x.every((v) => v !== 0)),
};
/** Of int64, and sums and products of all integers: they wrap when they are stored. */
const bigReducers: Record<Exclude<Kind, 'mean'>, (x: readonly bigint[]) => bigint> = {
  sum: (x) => x.reduce((total, v) => total + v, 0n),
  prod: (x) => x.reduce((total, v) => BigInt.asIntN(64, total * v), 1n),
  max: (x) => x[extreme(x, 1)]!,
  min: (x) => x[extreme(x, -1)]!,
  argmax: (x) => BigInt(extreme(x, 1)),
  argmin: (x) => BigInt(extreme(x, -1)),
  any: (x) => BigInt(x.some((v) => v !== 0n)),
  all: (x) => BigInt(x.every((v) => v !== 0n)),
};
const needElements: readonly Kind[] = ['max', 'min', 'argmax', 'argmin'];

/** The dtype code of the result, or null where there is no kernel. */
function resultCode(kind: Kind, code: number): number | null {
  if (kind === 'any' || kind === 'all') return dtypes.bool.code;
  if (kind === 'argmax' || kind === 'argmin') return dtypes.int32.code;
  if (kind === 'max' || kind === 'min' || isFloatCode(code)) return code;
  return kind === 'mean' ? null : dtypes.int64.code;
}

export function reduce(record: Float64Array, memory: Memory): number {
  const at = word.reduce;
  const [dtype, kept, ndim] = [record[at.dtype]!, record[at.kept]!, record[at.ndim]!];
  const kind = reduceKinds[record[at.kind]!];
  const yCode = kind === undefined ? null : resultCode(kind, dtype);
  if (kind === undefined || yCode === null) return status.unknownKernel;

  const sizes = record.subarray(at.dims, at.dims + ndim);
  const strides = record.subarray(at.dims + ndim, at.dims + 2 * ndim);
  const x = memory.view(record[at.x]!, dtype, sizes, strides);
  const y = memory.row(record[at.y]!, yCode, product(sizes.subarray(0, kept)));

  // The last dim is read in one go; a reduction over no dims reads one element.
  const last = kept < ndim ? ndim - 1 : ndim;
  const [length, stride] = last < ndim ? [sizes[last]!, strides[last]!] : [1, 1];
  const column = new Float64Array(product(sizes.subarray(kept)));
  if (column.length === 0 && needElements.includes(kind)) {
    throw new BackendError(`reference: ${kind} over no elements.`);
  }
  const big =
    kind !== 'mean' && (yCode === dtypes.int64.code || dtype === dtypes.int64.code) ? bigReducers[kind] : null;
  let i = y.start;
  walk(sizes.subarray(0, kept), [strides.subarray(0, kept)], ([outer]) => {
    let filled = 0;
    const bigs: bigint[] = [];
    walk(sizes.subarray(kept, last), [strides.subarray(kept, last)], ([inner]) => {
      const from = x.start + outer! + inner!;
      if (big) {
        const row: bigint[] = [];
        loadBig(x, from, stride, length, row);
        for (const value of row) bigs.push(value);
        return;
      }
      load(x, from, stride, length, dtypes.float64.code, column.subarray(filled, filled + length));
      filled += length;
    });
    if (big) storeBig(y, i++, 1, 1, [big(bigs)]);
    else y.data[i++] = reducers[kind](column);
  });
  return status.ok;
}
