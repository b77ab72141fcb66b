import { expect, it } from 'vitest';
import { Series } from '../../demo/series.ts';

it('a series of any length stays a few hundred means, in order, and knows the latest', () => {
  const series = new Series();
  const n = 100_000;
  for (let i = 0; i < n; i++) series.add(i, 2 * i);
  expect(series.xs.length).toBeGreaterThanOrEqual(200);
  expect(series.xs.length).toBeLessThanOrEqual(400);
  expect(series.last).toEqual({ x: n - 1, y: 2 * (n - 1) });
  series.xs.forEach((x, i) => {
    expect(series.ys[i]).toBeCloseTo(2 * x, 6);
    if (i > 0) expect(x).toBeGreaterThan(series.xs[i - 1]!);
  });
  // Nothing is left out: the mean of the first points is that of the numbers that they stand for.
  const perPoint = series.xs[1]! - series.xs[0]!;
  expect(series.xs[0]).toBeCloseTo((perPoint - 1) / 2, 6);
  series.clear();
  series.add(5, 7);
  expect([series.xs, series.ys]).toEqual([[5], [7]]);
});
