/** Measures that are summed up over batches. */
import { integerTypes, requireDType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { eq } from '../ops/elementwise.generated.ts';
import { argmax, sum } from '../ops/reduce.ts';
import { sameShape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';

/** Takes batches and gives one number for all of them. */
export interface Metric {
  /** Adds one batch. */
  update(output: Tensor, target: Tensor): void;
  /** The number for everything since reset(); NaN when that is nothing. */
  compute(): number;
  reset(): void;
}

/** A mean of numbers, each with a weight: of batch losses by batch sizes, say. */
export class Mean {
  private total = 0;
  private weight = 0;

  add(value: number, weight = 1): void {
    this.total += value * weight;
    this.weight += weight;
  }
  compute(): number {
    return this.total / this.weight;
  }
  reset(): void {
    this.total = 0;
    this.weight = 0;
  }
}

/** The share of samples whose largest output is at the target class. */
export class Accuracy implements Metric {
  private correct = 0;
  private count = 0;

  /** @param target class indices, or as in `accuracy` */
  update(output: Tensor, target: Tensor): void {
    const { correct, count } = hits(output, target);
    this.correct += correct;
    this.count += count;
  }
  compute(): number {
    return this.correct / this.count;
  }
  reset(): void {
    this.correct = 0;
    this.count = 0;
  }
}

/**
 * The share of samples whose largest output is at the target class, from 0 to 1.
 * @param output scores [n, classes, …] @param target class indices [n, …], or one-hot or probabilities of output's shape
 * @throws ShapeError when the shapes do not fit, DTypeError for indices that are no integers, ValueError for an empty batch
 */
export function accuracy(output: Tensor, target: Tensor): number {
  const { correct, count } = hits(output, target);
  if (count === 0) throw new ValueError(`accuracy: the batch ${show(output.shape)} has no sample.`);
  return correct / count;
}

function hits(output: Tensor, target: Tensor): { correct: number; count: number } {
  const classDim = 1;
  const indexShape = output.shape.toSpliced(classDim, 1);
  const oneHot = sameShape(target.shape, output.shape);
  if (output.ndim < 2 || (!oneHot && !sameShape(target.shape, indexShape))) {
    throw new ShapeError(
      `accuracy: output ${show(output.shape)} and target ${show(target.shape)} do not fit: for scores [n, classes] the target is [n] or [n, classes].`,
    );
  }
  if (!oneHot) requireDType('accuracy', 'the target', target, integerTypes);
  return noGrad(() => {
    const classes = oneHot ? argmax(target, classDim) : target;
    return { correct: sum(eq(argmax(output, classDim), classes)).item(), count: classes.length };
  });
}
