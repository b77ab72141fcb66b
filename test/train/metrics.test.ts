import { describe, expect, it } from 'vitest';
import { DTypeError, metrics, ShapeError, tensor, ValueError, zeros } from '../../src/index.ts';

const scores = tensor([
  [0.1, 0.9, 0],
  [2, 1, 0],
  [0, 0, 5],
  [3, 3, 1],
]);

describe('accuracy', () => {
  it('counts the rows whose largest score is at the target', () => {
    expect(metrics.accuracy(scores, tensor(Int32Array.of(1, 0, 2, 0)))).toBe(1);
    expect(metrics.accuracy(scores, tensor(Int32Array.of(1, 1, 2, 1)))).toBe(0.5);
    expect(metrics.accuracy(scores, tensor(Uint8Array.of(0, 1, 0, 1)))).toBe(0);
  });
  it('takes one-hot targets and more dims', () => {
    expect(
      metrics.accuracy(
        scores,
        tensor([
          [0, 1, 0],
          [1, 0, 0],
          [1, 0, 0],
          [0.9, 0.1, 0],
        ]),
      ),
    ).toBe(0.75);
    // [n, classes, positions]
    expect(metrics.accuracy(scores.t().reshape([1, 3, 4]), tensor(Int32Array.of(1, 0, 2, 2)).reshape([1, 4]))).toBe(
      0.75,
    );
  });
  it('says what does not fit', () => {
    expect(() => metrics.accuracy(scores, tensor(Int32Array.of(1, 2)))).toThrow(
      new ShapeError(
        'accuracy: output [4, 3] and target [2] do not fit: for scores [n, classes] the target is [n] or [n, classes].',
      ),
    );
    expect(() => metrics.accuracy(zeros([3]), zeros([3]))).toThrow(ShapeError);
    expect(() => metrics.accuracy(scores, zeros([4]))).toThrow(DTypeError);
    expect(() => metrics.accuracy(zeros([0, 3]), zeros([0], { dtype: 'int32' }))).toThrow(
      new ValueError('accuracy: the batch [0, 3] has no sample.'),
    );
  });
});

describe('Accuracy and Mean', () => {
  it('sum up over batches', () => {
    const accuracy = new metrics.Accuracy();
    expect(accuracy.compute()).toBeNaN();
    accuracy.update(scores, tensor(Int32Array.of(1, 0, 2, 0)));
    accuracy.update(scores.narrow(0, 0, 1), tensor(Int32Array.of(2)));
    expect(accuracy.compute()).toBe(0.8);
    accuracy.reset();
    accuracy.update(scores.narrow(0, 0, 1), tensor(Int32Array.of(1)));
    expect(accuracy.compute()).toBe(1);

    const mean = new metrics.Mean();
    expect(mean.compute()).toBeNaN();
    mean.add(1, 3);
    mean.add(5);
    expect(mean.compute()).toBe(2);
    mean.reset();
    mean.add(7);
    expect(mean.compute()).toBe(7);
  });
});
