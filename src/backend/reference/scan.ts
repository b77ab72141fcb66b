/** Scans along the middle dim of contiguous [outer, n, inner]. */
import { dtypes } from '../../dtype.ts';
import { word } from '../../kernels/records.generated.ts';
import { scanKinds } from '../../kernels/spec.ts';
import { status } from '../backend.ts';
import type { Memory } from './memory.ts';
import { isFloatCode } from './strided.ts';

type Kind = (typeof scanKinds)[number];

/** log(eᵃ + eᵇ) */
function logAddExp(a: number, b: number): number {
  const [high, low] = a > b ? [a, b] : [b, a];
  return high === low && !Number.isFinite(high) ? high : high + Math.log1p(Math.exp(low - high));
}

/** Element i of a column from what came out before it. */
const folds: Partial<Record<Kind, (before: number, x: number, factor: number, i: number) => number>> = {
  sum: (before, x, _, i) => (i === 0 ? x : before + x),
  prod: (before, x, _, i) => (i === 0 ? x : before * x),
  logSumExp: (before, x, _, i) => (i === 0 ? x : logAddExp(before, x)),
  recurrence: (before, x, factor, i) => (i === 0 ? x : factor * before + x),
};

const bigFolds: Partial<Record<Kind, (before: bigint, x: bigint) => bigint>> = {
  sum: (before, x) => before + x,
  prod: (before, x) => before * x,
};

/** The indices of the last largest (smallest, for sign −1) element so far, or of the last NaN. */
function extremes(x: ArrayLike<number | bigint>, sign: 1 | -1, write: (i: number, at: number) => void): void {
  let best = 0;
  for (let i = 0; i < x.length; i++) {
    const reaches = sign > 0 ? x[i]! >= x[best]! : x[i]! <= x[best]!;
    const isBest = Number.isNaN(x[i]) || (!Number.isNaN(x[best]) && reaches);
    if (isBest) best = i;
    write(i, best);
  }
}

export function scan(record: Float64Array, memory: Memory): number {
  const at = word.scan;
  const [dtype, reverse] = [record[at.dtype]!, record[at.reverse] !== 0];
  const [outer, n, inner] = [record[at.outer]!, record[at.n]!, record[at.inner]!];
  const kind = scanKinds[record[at.kind]!];
  const total = outer * n * inner;
  if (kind === undefined) return status.unknownKernel;
  const fold = folds[kind];
  const big = dtype === dtypes.int64.code;
  if (fold && !(big ? bigFolds[kind] : isFloatCode(dtype))) return status.unknownKernel;

  const x = memory.row(record[at.x]!, dtype, total);
  const y = memory.row(record[at.y]!, fold ? dtype : dtypes.int32.code, total);
  const factor = kind === 'recurrence' ? memory.row(record[at.factor]!, dtype, total) : null;
  const column = new Array<number | bigint>(n);
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < inner; k++) {
      const place = (i: number): number => (o * n + (reverse ? n - 1 - i : i)) * inner + k;
      for (let i = 0; i < n; i++) column[i] = (big ? x.big : x.data)[x.start + place(i)]!;
      if (!fold) {
        extremes(column, kind === 'max' ? 1 : -1, (i, best) => (y.data[y.start + place(i)] = best));
        continue;
      }
      if (big) {
        let value = kind === 'prod' ? 1n : 0n;
        for (let i = 0; i < n; i++) {
          value = BigInt.asIntN(64, bigFolds[kind]!(value, column[i] as bigint));
          y.big[y.start + place(i)] = value;
        }
        continue;
      }
      let value = 0;
      for (let i = 0; i < n; i++) {
        value = fold(value, column[i] as number, factor?.data[factor.start + place(i)] ?? 0, i);
        y.data[y.start + place(i)] = value;
      }
    }
  }
  return status.ok;
}
