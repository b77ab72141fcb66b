/** Connectionist temporal classification: the loss of a sequence of labels whose places in the input are unknown. */
import { floatTypes, integerTypes, requireDType } from '../dtype.ts';
import { IndexError, show, ShapeError, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { tensor } from '../ops/create.ts';
import { add, div, gt, neg, where } from '../ops/elementwise.generated.ts';
import { gather } from '../ops/indexing.ts';
import { pad } from '../ops/pad.ts';
import { expand, narrow, reshape, select, stack, unsqueeze } from '../ops/shape.ts';
import { logsumexp } from '../ops/statistics.ts';
import { known } from '../options.ts';
import type { Tensor } from '../tensor.ts';
import { checkReduction, type LossOptions, reduce } from './losses.ts';

export interface CTCLossOptions extends LossOptions {
  /** The class that stands for no label. Default: 0. */
  blank?: number;
  /** Losses of targets that do not fit their inputs, ∞, become 0. Default: false. */
  zeroInfinity?: boolean;
}

/** The logarithm of nothing: an infinity would make gradients NaN. Sums of any input stay near it. */
const nothing = -1e30;

/**
 * Minus the log-probability of each target, summed over all its alignments with the input. Graves et al. 2006;
 * https://pytorch.org/docs/stable/generated/torch.nn.CTCLoss.html
 *
 * The gradient is that by logProbs as they are; PyTorch's assumes that they come from logSoftmax and includes its. Through
 * logSoftmax both are the same.
 * @param logProbs [T, N, C], or [T, C] of one sample
 * @param targets class indices [N, S], padded; or those of all samples one after the other, 1-d
 * @param inputLengths how many of the T steps count, for each sample @param targetLengths how many labels each target has
 * @returns 'mean' divides each loss by the length of its target and takes the mean over the batch
 * @throws ShapeError, DTypeError; IndexError for a class out of range; ValueError for lengths that do not fit
 */
export function ctcLoss(
  logProbs: Tensor,
  targets: Tensor,
  inputLengths: Tensor | readonly number[],
  targetLengths: Tensor | readonly number[],
  options: CTCLossOptions = {},
): Tensor {
  const {
    blank = 0,
    reduction = 'mean',
    zeroInfinity = false,
  } = known('ctcLoss', options, ['blank', 'reduction', 'zeroInfinity']);
  requireDType('ctcLoss', 'logProbs', logProbs, floatTypes);
  requireDType('ctcLoss', 'targets', targets, integerTypes);
  if (logProbs.ndim === 2) {
    const own: CTCLossOptions = { blank, reduction: reduction === 'none' ? 'sum' : reduction, zeroInfinity };
    return ctcLoss(unsqueeze(logProbs, 1), reshape(targets, [1, -1]), inputLengths, targetLengths, own);
  }
  if (logProbs.ndim !== 3)
    throw new ShapeError(`ctcLoss: logProbs is ${show(logProbs.shape)}; it takes [T, N, C], or [T, C] of one sample.`);
  checkReduction('ctcLoss', reduction, logProbs);
  const [steps, batch, classes] = logProbs.shape as [number, number, number];
  if (!Number.isInteger(blank) || blank < 0 || blank >= classes)
    throw new IndexError(`ctcLoss: blank ${blank} is out of range for ${classes} classes (0 to ${classes - 1}).`);
  const times = lengths('inputLengths', inputLengths, batch, 1, steps);
  const labels = labelsOf(targets, lengths('targetLengths', targetLengths, batch, 0, Infinity), blank, classes);
  return scope(() => {
    const losses = neg(alignments(logProbs, labels, times, blank));
    const impossible = gt(losses, -nothing / 2);
    const loss = where(impossible, zeroInfinity ? 0 : Infinity, losses);
    if (reduction !== 'mean') return reduce(loss, reduction);
    const sizes = labels.map((list) => Math.max(list.length, 1));
    return reduce(div(loss, tensor(sizes, { dtype: loss.dtype })), 'mean');
  });
}

function lengths(
  name: string,
  given: Tensor | readonly number[],
  batch: number,
  least: number,
  most: number,
): readonly number[] {
  const list = Array.isArray(given)
    ? (given as readonly number[])
    : Array.from((given as Tensor).toTypedArray(), Number);
  if (list.length !== batch) throw new ShapeError(`ctcLoss: ${name} has ${list.length} values, the batch ${batch}.`);
  for (const n of list) {
    if (Number.isInteger(n) && n >= least && n <= most) continue;
    const range = most === Infinity ? `≥ ${least}` : `in ${least} … ${most}`;
    throw new ValueError(`ctcLoss: ${name} holds ${n}; lengths are whole numbers ${range}.`);
  }
  return list;
}

/** The labels of each sample. */
function labelsOf(targets: Tensor, sizes: readonly number[], blank: number, classes: number): number[][] {
  const total = sizes.reduce((a, b) => a + b, 0);
  const padded = targets.ndim === 2;
  const width = padded ? targets.shape[1]! : 0;
  const fits = padded
    ? targets.shape[0] === sizes.length && sizes.every((n) => n <= width)
    : targets.ndim === 1 && targets.length === total;
  if (!fits) {
    throw new ShapeError(
      `ctcLoss: targets ${show(targets.shape)} do not hold ${sizes.length} targets of lengths ${show(sizes)}; they are [N, S] with S ≥ all lengths, or 1-d with ${total} labels.`,
    );
  }
  const flat = Array.from(targets.toTypedArray(), Number);
  let at = 0;
  return sizes.map((n, i) => {
    const list = padded ? flat.slice(i * width, i * width + n) : flat.slice(at, (at += n));
    for (const label of list) {
      if (label < 0 || label >= classes)
        throw new IndexError(`ctcLoss: class ${label} is out of range for ${classes} classes (0 to ${classes - 1}).`);
      if (label === blank)
        throw new ValueError(`ctcLoss: a target contains the blank, ${blank}. Choose another blank.`);
    }
    return list;
  });
}

/**
 * The log-probability of each target, [N]: alpha[s] sums the paths that have come to place s of the labels with blanks between
 * them. A path stays, goes on by one, or leaves out the blank between two labels that differ.
 */
function alignments(logProbs: Tensor, labels: readonly number[][], times: readonly number[], blank: number): Tensor {
  const { dtype } = logProbs;
  const [steps, batch] = logProbs.shape as [number, number];
  const places = 2 * Math.max(0, ...labels.map((list) => list.length)) + 1;
  const numbers = (of: (list: readonly number[], place: number) => number): Tensor =>
    tensor(
      labels.map((list) => Array.from({ length: places }, (_, s) => of(list, s))),
      { dtype },
    );
  const classAt = (list: readonly number[], s: number): number => (s % 2 === 1 ? (list[(s - 1) / 2] ?? blank) : blank);
  const classes = numbers(classAt).to('int32');
  const start = numbers((list, s) => (s === 0 || (s === 1 && list.length > 0) ? 0 : nothing));
  const leap = numbers((list, s) => (s > 1 && s % 2 === 1 && classAt(list, s) !== classAt(list, s - 2) ? 0 : nothing));

  const emitted = gather(logProbs, 2, expand(unsqueeze(classes, 0), [steps, batch, places]));
  let alpha = add(start, select(emitted, 0, 0));
  for (let t = 1; t < Math.max(...times); t++) {
    const before = pad(alpha, [2, 0], { value: nothing });
    const from = [alpha, narrow(before, 1, 1, places), add(narrow(before, 1, 0, places), leap)];
    const next = add(logsumexp(stack(from), 0), select(emitted, 0, t));
    const running = times.map((n) => [n > t]);
    alpha = running.every(([on]) => on) ? next : where(tensor(running, { dtype: 'bool' }), next, alpha);
  }
  // It ends at the last label or at the blank behind it.
  const ends = labels.map(({ length }) => [2 * length, Math.max(2 * length - 1, 0)]);
  const twice = labels.map(({ length }) => [0, length === 0 ? nothing : 0]);
  const last = gather(alpha, 1, tensor(ends, { dtype: 'int32' }));
  return logsumexp(add(last, tensor(twice, { dtype })), 1);
}
