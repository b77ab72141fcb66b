/** Random numbers whose distribution a tensor gives, and their like forms. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  bernoulli,
  full,
  Generator,
  manualSeed,
  multinomial,
  randintLike,
  randLike,
  randnLike,
  tensor,
  zeros,
} from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

describe.each([...backends, reference])('%s', (backend) => {
  beforeEach(() => {
    useBackend(backend);
    manualSeed(5);
  });

  it('like forms have the shape and dtype of what they are like', () => {
    const x = zeros([40, 50], { dtype: 'float64' });
    for (const y of [randLike(x), randnLike(x), randintLike(x, 2, 5)])
      expect([y.dtype, y.shape]).toEqual(['float64', [40, 50]]);
    expect([randLike(x).min().item() >= 0, randLike(x).max().item() < 1]).toEqual([true, true]);
    expect(randnLike(x).std().item()).toBeCloseTo(1, 1);
    expect(randintLike(x, 2, 5).unique().toArray()).toEqual([2, 3, 4]);
    expect(randLike(x, { dtype: 'float32' }).dtype).toBe('float32');
  });

  it('bernoulli draws ones as often as told, never at 0 and always at 1', () => {
    const x = tensor([0, 0.3, 1]).unsqueeze(1).expand([3, 20000]);
    const drawn = bernoulli(x);
    expect(drawn.dtype).toBe('float32');
    const [never, some, always] = drawn.mean(1).toTypedArray();
    expect([never, always]).toEqual([0, 1]);
    expect(Math.abs(some! - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / 20000));
    expect(() => bernoulli(tensor([0.5, 1.5]))).toThrow(
      'bernoulli: probabilities must be between 0 and 1, got 0.5 to 1.5.',
    );
    expect(() => bernoulli(tensor([NaN]))).toThrow('bernoulli: probabilities');
  });

  it('multinomial with replacement draws in proportion, and never what has no weight', () => {
    const weights = tensor([0, 1, 3, 0, 4]);
    const n = 40000;
    const counts = multinomial(weights, n, { replacement: true }).bincount({ minlength: 5 }).toTypedArray();
    [0, 1 / 8, 3 / 8, 0, 4 / 8].forEach((p, i) =>
      expect(Math.abs(counts[i]! - n * p)).toBeLessThanOrEqual(4 * Math.sqrt(n * p * (1 - p))),
    );
  });

  it('multinomial without replacement draws each class once, first ones in proportion', () => {
    const rows = 20000;
    const drawn = multinomial(tensor([0, 1, 3, 0, 4]).expand([rows, 5]), 3);
    expect([drawn.shape, drawn.dtype]).toEqual([[rows, 3], 'int32']);
    expect(drawn.sort(1).values.unique({ dim: 0 }).toArray()).toEqual([[1, 2, 4]]);
    const first = drawn.select(1, 0).bincount({ minlength: 5 }).toTypedArray();
    [0, 1 / 8, 3 / 8, 0, 4 / 8].forEach((p, i) =>
      expect(Math.abs(first[i]! - rows * p)).toBeLessThanOrEqual(4 * Math.sqrt(rows * p * (1 - p))),
    );
  });

  it('a generator of one’s own gives the same draws again', () => {
    const draw = (): unknown => multinomial(full([6], 1), 4, { generator: new Generator(9) }).toArray();
    expect(draw()).toEqual(draw());
  });

  it('says what is wrong', () => {
    expect(() => multinomial(tensor([1, 0, 2]), 3)).toThrow(
      'multinomial: a row has 2 classes above 0, and 3 are needed. Draw fewer, or with { replacement: true }.',
    );
    expect(() => multinomial(zeros([2]), 1, { replacement: true })).toThrow('a row has 0 classes above 0');
    expect(() => multinomial(tensor([1, -1]), 1)).toThrow('multinomial: probabilities must be');
    expect(() => multinomial(zeros([2, 2, 2]), 1)).toThrow('takes [classes] or [rows, classes]');
  });
});
