/** Rows of the table: normalisation. */
import { nn } from '../../src/index.ts';
import type { Tolerance } from './compare.ts';
import { floats, type OpRow, row } from './row.ts';
import type { Shape } from './samples.ts';

const F = nn.functional;

/** x with a weight and a bias for each of its channels. */
const perChannel = (...shapes: Shape[]): Shape[][] => shapes.map((shape) => [shape, [shape[1]!], [shape[1]!]]);
const alone = (lists: Shape[][]): Shape[][] => lists.map(([x]) => [x!]);

export function normRows(): OpRow[] {
  // Gradients are differences of sums.
  const tolerance: Tolerance = { scale: 16, rtol: 1e-5 };
  const more = { dtypes: floats, tolerance };
  const last: Shape[][] = [
    [[3, 5], [5], [5]],
    [[0, 5], [5], [5]],
    [[2, 1, 4], [4], [4]],
    [[1009, 67], [67], [67]],
    [[37, 1031], [1031], [1031]],
  ];
  const channels = perChannel([3, 4, 5], [2, 2, 2, 3], [0, 2, 3], [31, 32, 35], [3, 2, 5003]);
  const flat = perChannel([4, 6], [301, 66]);
  const training = { training: true };

  return [
    row('layerNorm', '([n])', (x, w, b) => F.layerNorm(x, [x.size(-1)], w, b), true, last, more),
    row('layerNorm', '([n]) without weight', (x) => F.layerNorm(x, [x.size(-1)]), true, alone(last), more),
    row(
      'layerNorm',
      '([n]) without bias',
      (x, w) => F.layerNorm(x, [x.size(-1)], w),
      true,
      last.map((l) => l.slice(0, 2)),
      more,
    ),
    row(
      'layerNorm',
      '([n, m])',
      (x, w, b) => F.layerNorm(x, w.shape, b.mul(w), b),
      true,
      [
        [
          [3, 2, 3],
          [2, 3],
          [2, 3],
        ],
        [
          [31, 33, 35],
          [33, 35],
          [33, 35],
        ],
      ],
      more,
    ),
    row(
      'rmsNorm',
      '([n])',
      (x, w) => F.rmsNorm(x, [x.size(-1)], w),
      true,
      last.map((l) => l.slice(0, 2)),
      more,
    ),
    row('rmsNorm', '([n], eps)', (x) => F.rmsNorm(x, [x.size(-1)], null, { eps: 0.1 }), true, alone(last), more),
    row('groupNorm', '(2)', (x, w, b) => F.groupNorm(x, 2, w, b), true, [...channels, ...flat], more),
    row('groupNorm', '(1) without weight', (x) => F.groupNorm(x, 1), true, alone([...channels, ...flat]), more),
    row('instanceNorm', '()', (x, w, b) => F.instanceNorm(x, null, null, w, b), true, channels, more),
    row('instanceNorm', '() without weight', (x) => F.instanceNorm(x), true, alone(channels), more),
    row(
      'batchNorm',
      '(training)',
      (x, w, b) => F.batchNorm(x, null, null, w, b, training),
      true,
      [...channels, ...flat],
      more,
    ),
    row(
      'batchNorm',
      '(training) without weight',
      (x) => F.batchNorm(x, null, null, null, null, training),
      true,
      alone([...channels, ...flat]),
      more,
    ),
    row(
      'batchNorm',
      '(statistics)',
      (x, w, b) => F.batchNorm(x, w, b.square().add(0.5), w, b),
      true,
      [...channels, ...flat],
      more,
    ),
    row(
      'localResponseNorm',
      '(3)',
      (x) => F.localResponseNorm(x, 3, { alpha: 0.5, k: 2 }),
      true,
      alone(channels),
      more,
    ),
    row('normalize', '()', (x) => F.normalize(x), true, [[[3, 4]], [[2, 0]], [[1009, 67]], [[31, 33, 35]]], more),
    row(
      'normalize',
      '(p, dim)',
      (x) => F.normalize(x, { p: 3, dim: 0, eps: 0.1 }),
      true,
      [[[3, 4]], [[1009, 67]]],
      more,
    ),
  ];
}
