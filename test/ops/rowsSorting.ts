/** Rows of the table: sorting, ranks, distinct elements and histograms. */
import * as descend from '../../src/index.ts';
import { cat, tensor, type Tensor } from '../../src/index.ts';
import { floats, type More, type OpRow, row } from './row.ts';
import type { Shape } from './samples.ts';

const float: More = { dtypes: floats };
/** Of ops that take no half. */
const floatOnly = { ...float, only: true };
/** Floats with many ties. */
const tied = (x: Tensor): Tensor => (x.dtype.startsWith('float') ? x.mul(2).floor() : x);
/** NaN at every third element. */
const holed = (x: Tensor): Tensor =>
  x.add(
    tensor(
      Float32Array.from({ length: x.length }, (_, i) => (i % 3 === 1 ? NaN : 0)),
      { shape: x.shape },
    ),
  );

const forDim: readonly [dim: number, lists: Shape[][]][] = [
  [0, [[[3, 4]], [[]], [[7]], [[1, 5]], [[67, 300]], [[331, 3, 7]]]],
  [-1, [[[3, 4]], [[3, 1]], [[2, 20011]], [[300, 67]], [[40, 64]]]],
  [1, [[[2, 3, 2]], [[5, 33, 70]]]],
];

function orderRows(): OpRow[] {
  const { argsort, kthvalue, median, mode, msort, nanmedian, nanquantile, quantile, sort, topk } = descend;
  const found: OpRow[] = [];
  for (const [dim, lists] of forDim) {
    const call = `(${dim})`;
    const all = [...lists, ...(dim === 0 ? [[[0, 3]]] : [[[2, 0, 3]], [[2, 3, 0]]])];
    const keepdim = dim === -1;
    found.push(
      row('sort', `${call}.values`, (x) => sort(x, dim).values, true, all),
      row('sort', `${call}.indices`, (x) => sort(x, dim).indices, false, all),
      row('sort', `${call}.values descending`, (x) => sort(x, dim, { descending: true }).values, true, all),
      row('argsort', `${call} descending`, (x) => argsort(x, dim, { descending: true }), false, all),
      row('argsort', `${call} with ties`, (x) => argsort(tied(x), dim), false, lists),
      row('argsort', `${call} with NaN`, (x) => argsort(holed(x), dim, { descending: true }), false, lists, float),
      row('topk', `(1, ${dim}).values`, (x) => topk(x, 1, dim).values, true, lists),
      row('topk', `(1, ${dim}).indices`, (x) => topk(x, 1, dim, { largest: false }).indices, false, lists),
      row('kthvalue', `(1, ${dim}).values`, (x) => kthvalue(x, 1, dim, { keepdim }).values, true, lists),
      row('kthvalue', `(1, ${dim}).indices`, (x) => kthvalue(x, 1, dim, { keepdim }).indices, false, lists),
      row('median', `${call}.values`, (x) => median(x, dim, { keepdim }).values, true, lists),
      row('median', `${call}.indices`, (x) => median(x, dim, { keepdim }).indices, false, lists),
      row('nanmedian', `${call}.values`, (x) => nanmedian(holed(x), dim, { keepdim }).values, true, lists, float),
      row('nanmedian', `${call}.indices`, (x) => nanmedian(x, dim, { keepdim }).indices, false, lists),
      row('mode', `${call}.values`, (x) => mode(x, dim, { keepdim }).values, true, lists),
      row('mode', `${call}.indices`, (x) => mode(tied(x), dim, { keepdim }).indices, false, lists),
      row('quantile', `(0.3, ${dim})`, (x) => quantile(x, 0.3, dim, { keepdim }), true, lists, floatOnly),
      row('nanquantile', `(0.6, ${dim})`, (x) => nanquantile(holed(x), 0.6, dim, { keepdim }), true, lists, floatOnly),
    );
  }
  const small: Shape[][] = [[[3, 4]], [[5, 33]], [[1, 1]]];
  const several = (): Tensor => tensor([0, 0.15, 1], { dtype: 'float64' });
  found.push(
    row('msort', '()', (x) => msort(x), true, small),
    row('topk', '(3)', (x) => topk(x, 3).values, true, small.slice(0, 2)),
    row('median', '()', (x) => median(x), true, small),
    row('nanmedian', '()', (x) => nanmedian(x), true, small),
    row('quantile', '(list)', (x) => quantile(x, several()), true, small, floatOnly),
    row('quantile', '(list, 1)', (x) => quantile(x, several(), 1), true, small, floatOnly),
    ...(['lower', 'higher', 'midpoint', 'nearest'] as const).map((interpolation) =>
      row('quantile', ` ${interpolation}`, (x) => quantile(x, 0.4, 1, { interpolation }), true, small, floatOnly),
    ),
  );
  return found;
}

function countRows(): OpRow[] {
  const { bincount, bucketize, histc, searchsorted, unique, uniqueConsecutive } = descend;
  const lists: Shape[][] = [[[3, 4]], [[]], [[0]], [[1]], [[5, 33]], [[70, 61]]];
  const found: OpRow[] = [];
  const options = { returnInverse: true, returnCounts: true } as const;
  for (const [op, fn] of [
    ['unique', unique],
    ['uniqueConsecutive', uniqueConsecutive],
  ] as const) {
    found.push(
      row(op, '()', (x) => fn(tied(x)), false, lists),
      row(op, '.inverse', (x) => fn(tied(x), options).inverse, false, lists),
      row(op, '.counts', (x) => fn(tied(x), options).counts, false, lists),
      row(op, '(0)', (x) => fn(tied(cat([x, x])), { dim: 0 }), false, [[[3, 2]], [[40, 2]], [[0, 2]]]),
      row(op, '(1).inverse', (x) => fn(tied(x), { ...options, dim: 1 }).inverse, false, [[[2, 7]], [[1, 300]]]),
    );
  }
  const steps = (): Tensor => tensor([-2, -1, 0, 0, 1, 1, 2.5]);
  for (const right of [false, true]) {
    const call = right ? ' right' : '';
    found.push(
      row('bucketize', call, (x) => bucketize(x, steps(), { right }), false, lists),
      row('searchsorted', `${call} with ties`, (x) => searchsorted(tied(x).sort().values, tied(x), { right }), false, [
        [[3, 4]],
        [[5, 330]],
        [[2, 0]],
      ]),
    );
  }
  const vectors: Shape[][] = [[[5]], [[0]], [[1]], [[3001]]];
  const whole = (x: Tensor): Tensor => x.square().to('int32');
  found.push(
    row('bincount', '()', (x) => bincount(whole(x)), false, vectors, { dtypes: ['float32', 'int32'] }),
    row('bincount', '(weights)', (x) => bincount(whole(x), { weights: x, minlength: 9 }), false, vectors, {
      dtypes: ['float32', 'float64', 'int32'],
      tolerance: { scale: 8 },
    }),
    row('histc', '(7)', (x) => histc(x, 7), false, lists.slice(0, 2).concat(lists.slice(3)), floatOnly),
    row('histc', '(5, range)', (x) => histc(holed(x), 5, { min: -1, max: 1.5 }), false, lists, floatOnly),
  );
  return found;
}

export function sortingRows(): OpRow[] {
  return [...orderRows(), ...countRows()];
}
