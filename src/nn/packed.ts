/** Sequences of different lengths in one tensor: `nn.utils.rnn`. https://pytorch.org/docs/stable/generated/torch.nn.utils.rnn.pack_padded_sequence.html */
import { requireTensors } from '../dtype.ts';
import { known } from '../options.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { full } from '../ops/create.ts';
import { indexSelect } from '../ops/indexing.ts';
import { cat, narrow, reshape, stack, transpose } from '../ops/shape.ts';
import { Tensor } from '../tensor.ts';
import { lengthsOf, places } from './packedRows.ts';

/**
 * Sequences without padding: all first elements, then all second ones, …, the longest sequences first. Made by packPaddedSequence and
 * packSequence; RNN, LSTM and GRU take it and give one.
 */
export class PackedSequence {
  constructor(
    /** [elements of all sequences, ...] */
    readonly data: Tensor,
    /** How many sequences have a first, a second, … element. */
    readonly batchSizes: readonly number[],
    /** Which of the sequences given is the longest, the next one, …; null when they were given in that order. */
    readonly sortedIndices: Tensor | null = null,
    /** Where each of the sequences given is among the sorted ones. */
    readonly unsortedIndices: Tensor | null = null,
  ) {}
}

/** How many of the lengths, longest first, go beyond 0, 1, … */
function sizesOf(sorted: readonly number[]): number[] {
  return Array.from({ length: sorted[0]! }, (_, t) => sorted.filter((length) => length > t).length);
}

function requireLengths(op: string, lengths: readonly number[], longest: number): void {
  if (lengths.length > 0 && lengths.every((n) => Number.isInteger(n) && n >= 1 && n <= longest)) return;
  throw new ValueError(
    `${op}: lengths must be whole numbers from 1 to ${longest}, the length of the padded sequences, got ${show(lengths)}.`,
  );
}

const numbersOf = (lengths: readonly number[] | Tensor): number[] =>
  lengths instanceof Tensor ? [...lengths.toTypedArray()] : [...lengths];

export interface BatchFirstOption {
  /** Whether the batch is the first dim, rather than the time. Default: false. */
  batchFirst?: boolean;
}
export interface PackOptions extends BatchFirstOption {
  /** Whether lengths must not increase; false sorts the sequences. Default: true. */
  enforceSorted?: boolean;
}

/**
 * Packs padded sequences.
 * @param x [time, batch, ...], or [batch, time, ...] with batchFirst @param lengths one per sequence
 * @throws ShapeError unless there is a length for each sequence; ValueError for lengths that do not fit, or are not sorted
 */
export function packPaddedSequence(
  x: Tensor,
  lengths: readonly number[] | Tensor,
  options: PackOptions = {},
): PackedSequence {
  const { batchFirst = false, enforceSorted = true } = known('packPaddedSequence', options, [
    'batchFirst',
    'enforceSorted',
  ]);
  const op = 'packPaddedSequence';
  if (x.ndim < 2) throw new ShapeError(`${op}: the input ${show(x.shape)} must be [time, batch, ...].`);
  const [time, batch] = batchFirst ? [x.shape[1]!, x.shape[0]!] : [x.shape[0]!, x.shape[1]!];
  const given = numbersOf(lengths);
  if (given.length !== batch)
    throw new ShapeError(
      `${op}: there are ${given.length} lengths for ${batch} sequences, of the input ${show(x.shape)}.`,
    );
  requireLengths(op, given, time);
  const order = given.map((_, i) => i);
  if (enforceSorted) {
    if (given.some((n, i) => i > 0 && n > given[i - 1]!))
      throw new ValueError(
        `${op}: lengths must not increase, got ${show(given)}. Pass { enforceSorted: false } to have them sorted.`,
      );
  } else {
    order.sort((a, b) => given[b]! - given[a]!);
  }
  const sizes = sizesOf(order.map((i) => given[i]!));
  // Rows of the input, seen as [first dim · second dim, ...].
  const rows = sizes.flatMap((size, t) => order.slice(0, size).map((i) => (batchFirst ? i * time + t : t * batch + i)));
  const data = indexSelect(reshape(x, [time * batch, ...x.shape.slice(2)]), 0, places(rows));
  if (enforceSorted) return new PackedSequence(data, sizes);
  const unsorted = order.map((_, i) => order.indexOf(i));
  return new PackedSequence(data, sizes, places(order), places(unsorted));
}

/** Packs a list of sequences [length, ...]. @throws as packPaddedSequence */
export function packSequence(sequences: readonly Tensor[], options: { enforceSorted?: boolean } = {}): PackedSequence {
  const { enforceSorted = true } = known('packSequence', options, ['enforceSorted']);
  const lengths = sequences.map((one) => one.shape[0] ?? 0);
  return packPaddedSequence(padSequence(sequences), lengths, { enforceSorted });
}

export interface PadPackedOptions extends BatchFirstOption {
  /** What stands where a sequence has ended. Default: 0. */
  paddingValue?: number;
  /** How long the padded sequences are; at least the longest, which is the default. */
  totalLength?: number | null;
}

/**
 * The sequences of a PackedSequence, padded, in the order they were given in: output [time, batch, ...], or [batch, time, ...] with
 * batchFirst, and their lengths. @throws ValueError for a totalLength below the longest
 */
export function padPackedSequence(
  { data, batchSizes, unsortedIndices }: PackedSequence,
  options: PadPackedOptions = {},
): { output: Tensor; lengths: number[] } {
  const {
    batchFirst = false,
    paddingValue = 0,
    totalLength = null,
  } = known('padPackedSequence', options, ['batchFirst', 'paddingValue', 'totalLength']);
  const time = totalLength ?? batchSizes.length;
  if (!Number.isInteger(time) || time < batchSizes.length)
    throw new ValueError(
      `padPackedSequence: totalLength must be a whole number from ${batchSizes.length}, the longest length, on, got ${time}.`,
    );
  const sorted = lengthsOf(batchSizes);
  const order = unsortedIndices ? [...unsortedIndices.toTypedArray()] : sorted.map((_, i) => i);
  const starts = batchSizes.map((_, t) => batchSizes.slice(0, t).reduce((a, b) => a + b, 0));
  // Row by row; the row after the last one is the padding.
  const place = (t: number, i: number): number => (t < sorted[i]! ? starts[t]! + i : data.shape[0]!);
  const times = Array.from({ length: time }, (_, t) => t);
  const rows = batchFirst
    ? order.flatMap((i) => times.map((t) => place(t, i)))
    : times.flatMap((t) => order.map((i) => place(t, i)));
  const tail = data.shape.slice(1);
  const padded = cat([data, full([1, ...tail], paddingValue, { dtype: data.dtype })]);
  const output = reshape(indexSelect(padded, 0, places(rows)), [
    ...(batchFirst ? [order.length, time] : [time, order.length]),
    ...tail,
  ]);
  return { output, lengths: order.map((i) => sorted[i]!) };
}

export interface PadOptions extends BatchFirstOption {
  /** Default: 0. */
  paddingValue?: number;
}

/**
 * Sequences [length, ...] as one tensor [longest, batch, ...], or [batch, longest, ...] with batchFirst. @throws ShapeError unless
 * they differ in their lengths alone
 */
export function padSequence(sequences: readonly Tensor[], options: PadOptions = {}): Tensor {
  const { batchFirst = false, paddingValue = 0 } = known('padSequence', options, ['batchFirst', 'paddingValue']);
  const op = 'padSequence';
  requireTensors(op, sequences);
  if (sequences.length === 0) throw new ShapeError(`${op}: the list is empty.`);
  const [first] = sequences as [Tensor];
  const tail = first.shape.slice(1);
  for (const one of sequences) {
    if (one.ndim === 0 || show(one.shape.slice(1)) !== show(tail))
      throw new ShapeError(
        `${op}: sequences must differ in their first dim alone, got ${show(first.shape)} and ${show(one.shape)}.`,
      );
  }
  const longest = Math.max(...sequences.map((one) => one.shape[0]!));
  const padded = sequences.map((one) => {
    const missing = longest - one.shape[0]!;
    return missing === 0 ? one : cat([one, full([missing, ...tail], paddingValue, { dtype: one.dtype })]);
  });
  return stack(padded, batchFirst ? 0 : 1);
}

/** The sequences of a padded tensor, without their padding: padSequence undone. @throws ShapeError, ValueError */
export function unpadSequence(
  padded: Tensor,
  lengths: readonly number[] | Tensor,
  options: BatchFirstOption = {},
): Tensor[] {
  const { batchFirst = false } = known('unpadSequence', options, ['batchFirst']);
  const op = 'unpadSequence';
  const x = batchFirst ? padded : transpose(padded, 0, 1);
  const given = numbersOf(lengths);
  if (given.length !== x.shape[0])
    throw new ShapeError(
      `${op}: there are ${given.length} lengths for ${x.shape[0]} sequences, of the input ${show(padded.shape)}.`,
    );
  requireLengths(op, given, x.shape[1]!);
  return given.map((length, i) => narrow(x.select(0, i), 0, 0, length));
}
