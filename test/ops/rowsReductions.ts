/** Rows of the table: reductions made of others, and scans. */
import * as descend from '../../src/index.ts';
import { type Dims, type Tensor, tensor } from '../../src/index.ts';
import { floats, type More, type OpRow, row } from './row.ts';
import type { Shape } from './samples.ts';

const forDims: readonly [call: string, dims: Dims, keep: boolean, lists: Shape[][]][] = [
  ['()', null, false, [[[3, 4]], [[]], [[1]], [[140009]], [[1009, 67]]]],
  ['(0)', 0, false, [[[3, 4]], [[17]], [[67, 1009]]]],
  ['(-1, keepdim)', -1, true, [[[3, 4]], [[0, 3]], [[1009, 67]]]],
  ['([0, 2])', [0, 2], false, [[[2, 3, 2]], [[31, 33, 35]]]],
];
const nothing: Shape[] = [[2, 0, 3]];

function statisticRows(): OpRow[] {
  const { aminmax, countNonzero, logsumexp, nanmean, nansum, norm, std, stdMean, var: variance, varMean } = descend;
  const float: More = { dtypes: floats };
  const found: OpRow[] = [];
  /** NaN at every third element: without a gradient, and where integers have none. */
  const holed = (x: Tensor): Tensor => {
    const holes = Float32Array.from({ length: x.length }, (_, i) => (i % 3 === 1 ? NaN : 0));
    return x.add(tensor(holes, { shape: x.shape }));
  };
  for (const [call, dims, keepdim, lists] of forDims) {
    const options = { keepdim };
    const all = keepdim ? lists : [...lists, nothing];
    found.push(
      row('var', call, (x) => variance(x, dims, options), true, all, float),
      row('std', call, (x) => std(x, dims, options), true, all, float),
      row('logsumexp', call, (x) => logsumexp(x, dims, options), true, lists),
      row('nansum', call, (x) => nansum(holed(x), dims, options), true, lists, { ...float, tolerance: { scale: 2 } }),
      row('nanmean', call, (x) => nanmean(holed(x), dims, options), true, lists, {
        ...float,
        tolerance: { scale: 2 },
      }),
      row('countNonzero', call, (x) => countNonzero(x.gt(0.5), dims), false, all),
      row('aminmax', `${call}.min`, (x) => aminmax(x, dims, options).min, true, lists),
      row('aminmax', `${call}.max`, (x) => aminmax(x, dims, options).max, true, lists),
      ...(['fro', 0, 1, 3, 1.5, 0.5, -1] as const).map((p) =>
        row('norm', `(${p})${call}`, (x) => norm(x, p, dims, options), true, all, { ...float, domain: [0.2, 2] }),
      ),
      ...[Infinity, -Infinity].map((p) =>
        row('norm', `(${p})${call}`, (x) => norm(x, p, dims, options), true, lists, float),
      ),
    );
  }
  const small: Shape[][] = [[[3, 4]], [[33, 65]]];
  found.push(
    row('var', '(correction 0)', (x) => variance(x, 1, { correction: 0 }), true, [...small, [[3, 1]]], float),
    row('std', '(correction 2.5)', (x) => std(x, 1, { correction: 2.5 }), true, small, float),
    row('std', ' of what is constant', (x) => std(x.expand([3, 5]), 1), true, [[[3, 1]]], float),
    row('norm', '(2) of negatives', (x) => norm(x, 2, 1), true, small, float),
    row('norm', '(3) of negatives', (x) => norm(x, 3, 1), true, small, float),
    row('norm', '(2) of zeros', (x) => norm(x.mul(0), 2, 1), true, [[[3, 4]]], float),
    row('countNonzero', ' itself', (x) => countNonzero(x, 1), false, small),
    row('nansum', ' of integers', (x) => nansum(x, 1), true, small, { tolerance: { scale: 2 } }),
    row('varMean', '.var', (x) => varMean(x, 0).var, true, small, float),
    row('varMean', '.mean', (x) => varMean(x, 0).mean, true, small, { ...float, tolerance: { scale: 2 } }),
    row('stdMean', '.std', (x) => stdMean(x, 0).std, true, small, float),
    row('stdMean', '.mean', (x) => stdMean(x, 0).mean, true, small, { ...float, tolerance: { scale: 2 } }),
  );
  return found;
}

const forDim: readonly [dim: number, lists: Shape[][]][] = [
  [0, [[[3, 4]], [[]], [[7]], [[0, 3]], [[1, 5]], [[67, 1009]], [[331, 3, 70]]]],
  [-1, [[[3, 4]], [[2, 0]], [[3, 1]], [[3, 20011]], [[1009, 67]]]],
  [1, [[[2, 3, 2]], [[2, 5, 0]], [[5, 33, 70]]]],
];

function scanRows(): OpRow[] {
  const { cummax, cummin, cumprod, cumsum, logcumsumexp, prod } = descend;
  const found: OpRow[] = [];
  // The gradient of an element adds up those of all places where it is the extreme.
  const summed: More = { tolerance: { rtol: 1e-5, atol: 5e-6 } };
  for (const [dim, lists] of forDim) {
    const call = `(${dim})`;
    const short = lists.filter(([shape]) => shape!.every((s) => s < 300));
    found.push(
      row('cumsum', call, (x) => cumsum(x, dim), true, lists),
      row('cumprod', call, (x) => cumprod(x, dim), true, short, {
        dtypes: [...floats, 'bool'],
        domain: [0.7, 1.4],
        tolerance: { rtol: 1e-5 },
      }),
      row('cummax', `${call}.values`, (x) => cummax(x, dim).values, true, lists, summed),
      row('cummax', `${call}.indices`, (x) => cummax(x, dim).indices, false, lists),
      row('cummin', `${call}.values`, (x) => cummin(x, dim).values, true, lists, summed),
      row('cummin', `${call}.indices`, (x) => cummin(x, dim).indices, false, lists),
      row('logcumsumexp', call, (x) => logcumsumexp(x, dim), true, lists, { tolerance: { rtol: 1e-5, atol: 1e-6 } }),
    );
  }
  /** Rows with one zero, with two, and with none. */
  const withZeros = (x: Tensor): Tensor =>
    x.mul(
      tensor([
        [1, 0, 1, 1],
        [0, 2, 0, 1],
        [1, 1, 1, 1],
      ]),
    );
  found.push(
    row('cumsum', '(dtype)', (x) => cumsum(x, 0, { dtype: 'float64' }), true, [[[3, 4]]]),
    row('cumprod', ' of integers', (x) => cumprod(x, 1), false, [[[3, 4]], [[2, 0]]], { dtypes: ['int32', 'uint8'] }),
    row('cumprod', ' with zeros', (x) => cumprod(withZeros(x), 1), true, [[[3, 4]]], { dtypes: floats }),
    row('prod', ' with zeros', (x) => prod(withZeros(x), 1), true, [[[3, 4]]], { dtypes: floats }),
    row('prod', '() with a zero', (x) => prod(x.mul(tensor([1, 0, 3]))), true, [[[3]]], { dtypes: floats }),
  );
  return found;
}

export function reductionAndScanRows(): OpRow[] {
  return [...statisticRows(), ...scanRows()];
}
