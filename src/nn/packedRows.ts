/** Where the elements of sequences are in a packed tensor. */
import { tensor } from '../ops/create.ts';
import type { Tensor } from '../tensor.ts';

/** Positions as an index. */
export const places = (list: readonly number[]): Tensor => tensor(Int32Array.from(list));

/** The length of each sequence, longest first. */
export function lengthsOf(batchSizes: readonly number[]): number[] {
  return Array.from({ length: batchSizes[0]! }, (_, i) => batchSizes.filter((size) => size > i).length);
}

/** The order of rows in which each sequence of a packed tensor is turned around; the same order turns it back. */
export function reversedRows(batchSizes: readonly number[]): Tensor {
  const lengths = lengthsOf(batchSizes);
  let start = 0;
  const starts = batchSizes.map((size) => (start += size) - size);
  return places(
    batchSizes.flatMap((size, t) => Array.from({ length: size }, (_, i) => starts[lengths[i]! - 1 - t]! + i)),
  );
}
/** The row of each sequence's last element. */
export function lastRows(batchSizes: readonly number[]): Tensor {
  const lengths = lengthsOf(batchSizes);
  let start = 0;
  const starts = batchSizes.map((size) => (start += size) - size);
  return places(lengths.map((length, i) => starts[length - 1]! + i));
}
