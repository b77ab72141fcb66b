/** Ops that pick and put elements by index tensors, slices and masks. */
import { maskedScatter, scatterReduce, type ScatterReduction, slice, type Tensor } from '../../src/index.ts';
import { everyDType, floats, type OpRow, row, type Spec } from './row.ts';
import type { Input, Shape } from './samples.ts';

const index = (shape: Shape, size: number, dtype: 'int32' | 'uint8' = 'int32', low = 0): Input => ({
  shape,
  dtype,
  domain: [low, size],
});
const mask = (shape: Shape): Input => ({ shape, dtype: 'bool', domain: [0, 2] });
const away = (x: Tensor): Tensor => x.clone().detach();

function takeRows(): OpRow[] {
  return [
    row('take', '(index)', (x, i) => x.take(i), true, [
      [[3, 4], index([2, 3], 12, 'int32', -12)],
      [[5], index([7], 5, 'uint8')],
      [[], index([2], 1)],
      [[3, 4], index([0], 12)],
      [[301, 97], index([40001], 301 * 97)],
    ]),
    row('takeAlongDim', '(index, 1)', (x, i) => x.takeAlongDim(i, 1), true, [
      [[3, 4], index([3, 2], 4, 'int32', -4)],
      [[3, 4], index([1, 5], 4)],
      [[1, 4], index([3, 5], 4, 'uint8')],
      [[1009, 67], index([1, 70], 67)],
    ]),
    row('takeAlongDim', '(index)', (x, i) => x.takeAlongDim(i), true, [[[3, 4], index([2, 3], 12)]]),
  ];
}

function scatterRows(): OpRow[] {
  const targets: Spec[][] = [
    [[3, 4], index([3, 2], 4), [3, 2]],
    [[3, 4], index([2, 5], 4, 'uint8'), [3, 6]],
    [[3, 4], index([0, 5], 4), [0, 5]],
    [[301, 67], index([301, 130], 67), [301, 130]],
  ];
  const lists: Spec[][] = [
    [[3, 4], index([2], 4), [3, 2]],
    [[3, 7], index([5], 7, 'uint8'), [3, 5]],
    [[3, 4], index([0], 4), [3, 0]],
    [[301, 67], index([130], 67), [301, 130]],
  ];
  const single: Spec[][] = [
    [[3, 1, 4], index([3, 1, 4], 1), [3, 1, 4]],
    [[3, 1, 4], index([2, 1, 3], 1, 'uint8'), [3, 1, 4]],
  ];
  const found: OpRow[] = [
    row('scatterAdd', '(1)', (x, i, s) => x.scatterAdd(1, i, s), true, targets),
    row('scatterAdd', '(0)', (x, i, s) => x.scatterAdd(0, i, s), true, [
      [[4, 3], index([2, 3], 4), [2, 3]],
      [[4], index([9], 4), [9]],
      [[67, 301], index([130, 301], 67), [130, 301]],
    ]),
    row('scatter', '(1), values', (x, i, s) => x.scatter(1, i, s), false, targets),
    row('scatter', '(1)', (x, i, s) => x.scatter(1, i, s), true, single),
    row('scatter', '(1, number)', (x, i) => x.scatter(1, i, 3), true, [
      [[3, 4], index([3, 2], 4)],
      [[3, 4], index([2, 9], 4)],
    ]),
    row('scatter', ' of 0-d', (x, i, s) => x.scatter(0, i, s), true, [[[], index([], 1), []]]),
    row('scatter_', '(1)', (x, i, s) => away(x).scatter_(1, i, s), false, targets),
    row('scatter_', '(1) of a view', (x, i, s) => away(x).t().scatter_(1, i, s), false, [
      [[4, 3], index([3, 2], 4), [3, 2]],
    ]),
    row('scatterAdd_', '(1)', (x, i, s) => away(x).scatterAdd_(1, i, s), false, targets),
    row('indexAdd', '(1)', (x, i, s) => x.indexAdd(1, i, s), true, lists),
    row(
      'indexAdd',
      '(0, alpha)',
      (x, i, s) => x.indexAdd(0, i, s, { alpha: -2 }),
      true,
      [
        [[3, 4], index([5], 3), [5, 4]],
        [[301, 67], index([130], 301), [130, 67]],
      ],
      { dtypes: [...floats, 'int32'] },
    ),
    row('indexAdd', ' of 0-d', (x, i, s) => x.indexAdd(0, i, s), true, [[[], index([1], 1), []]]),
    row('indexAdd_', '(1)', (x, i, s) => away(x).indexAdd_(1, i, s), false, lists),
    row('indexCopy', '(1), values', (x, i, s) => x.indexCopy(1, i, s), false, lists),
    row('indexCopy', '(1)', (x, i, s) => x.indexCopy(1, i, s), true, [[[3, 1], index([1], 1), [3, 1]]]),
    row('indexCopy_', '(1)', (x, i, s) => away(x).indexCopy_(1, i, s), false, lists),
    row(
      'indexFill',
      '(1, number)',
      (x, i) => x.indexFill(1, i, 3),
      true,
      lists.map((list) => list.slice(0, 2)),
    ),
    row('indexFill', '(1, tensor)', (x, i, v) => x.indexFill(1, i, v), true, [[[3, 4], index([1], 4), []]]),
    row(
      'indexFill_',
      '(1, number)',
      (x, i) => away(x).indexFill_(1, i, 1),
      false,
      lists.map((list) => list.slice(0, 2)),
    ),
  ];
  for (const reduce of ['sum', 'prod', 'mean', 'amax', 'amin'] as ScatterReduction[]) {
    for (const includeSelf of [true, false]) {
      const call = `(1, '${reduce}')${includeSelf ? '' : ' without self'}`;
      const run = (x: Tensor, i: Tensor, s: Tensor): Tensor => scatterReduce(x, 1, i, s, reduce, { includeSelf });
      // A mean of integers is one of int32; a product of many has few digits left.
      const given = reduce === 'prod' ? targets.slice(0, 3) : targets;
      found.push(
        row('scatterReduce', call, run, true, given, {
          dtypes: reduce === 'mean' ? [...floats, 'int32', 'uint8'] : everyDType,
          domain: [0.3, 2],
        }),
      );
    }
  }
  found.push(
    row('scatterReduce_', "(1, 'amax')", (x, i, s) => away(x).scatterReduce_(1, i, s, 'amax'), false, targets),
  );
  return found;
}

function maskRows(): OpRow[] {
  return [
    row('nonzero', '()', (x) => x.floor().nonzero(), false, [[[3, 4]], [[]], [[0, 3]], [[2, 3, 5]], [[301, 67]]]),
    row('nonzero', '(asTuple)', (x) => x.floor().nonzero({ asTuple: true })[1]!, false, [[[3, 4]], [[301, 67]]]),
    row('argwhere', '()', (x) => x.gt(0).argwhere(), false, [[[3, 4]]]),
    row('maskedSelect', '(mask)', (x, m) => x.maskedSelect(m), true, [
      [[3, 4], mask([3, 4])],
      [[3, 1], mask([4])],
      [[], mask([5])],
      [[0, 3], mask([3])],
      [[301, 67], mask([301, 1])],
    ]),
    row('maskedScatter', '(mask)', (x, m, s) => maskedScatter(x, m, s), true, [
      [[3, 4], mask([3, 4]), [12]],
      [[3, 1], mask([4]), [3, 5]],
      [[301, 67], mask([67]), [301, 67]],
    ]),
    row('maskedScatter_', '(mask)', (x, m, s) => away(x).maskedScatter_(m, s), false, [
      [[3, 4], mask([3, 4]), [12]],
      [[301, 67], mask([67]), [301, 67]],
    ]),
  ];
}

function bracketRows(): OpRow[] {
  return [
    row('index', '([0, 1:3, None])', (x) => x.index([0, slice(1, 3), null]), true, [[[2, 4]], [[2, 4, 3]], [[33, 35]]]),
    row('index', "([::2, '...', -1])", (x) => x.index([slice(null, null, 2), '...', -1]), true, [
      [[5, 3]],
      [[4, 2, 3]],
      [[0, 3]],
      [[131, 257, 2]],
    ]),
    row('index', '([-5:-1:3])', (x) => x.index([slice(-5, -1, 3)]), true, [[[7]], [[3]], [[1001, 3]]]),
    row('index', '([])', (x) => x.index([]), true, [[[2, 3]], [[]]]),
    row('index', '([i])', (x, i) => x.index([i]), true, [
      [[3, 4], index([2, 2], 3, 'int32', -3)],
      [[3, 4], index([0], 3)],
      [[3], index([5], 3, 'uint8')],
      [[301, 67], index([1009], 301)],
    ]),
    row('index', '([:, i])', (x, i) => x.index([slice(), i]), true, [
      [[3, 4], index([2, 2], 4, 'int32', -4)],
      [[2, 4, 3], index([5], 4)],
      [[301, 67], index([40], 67)],
    ]),
    row('index', '([i, j])', (x, i, j) => x.index([i, j]), true, [
      [[3, 4], index([2, 1], 3, 'int32', -3), index([3], 4, 'uint8')],
      [[3, 4, 5], index([6], 3), index([6], 4)],
      [[3, 4], index([0], 3), index([1], 4)],
    ]),
    row('index', '([i, :, j])', (x, i, j) => x.index([i, slice(), j]), true, [
      [[3, 2, 4], index([2, 1], 3), index([3], 4, 'int32', -4)],
      [[31, 33, 35], index([100], 31), index([100], 35)],
    ]),
    row('index', '([:, i, None, j])', (x, i, j) => x.index([slice(), i, null, j]), true, [
      [[2, 3, 4], index([2], 3), index([2], 4)],
    ]),
    row('index', '([mask])', (x, m) => x.index([m]), true, [
      [[3, 4], mask([3, 4])],
      [[3, 4], mask([3])],
      [[31, 33, 35], mask([31, 33])],
    ]),
    row('index', '([1:, mask, i])', (x, m, i) => x.index([slice(1), m, i]), true, [
      [[3, 2, 2, 4], { shape: [2, 2], dtype: 'bool', domain: [1, 2] }, index([4], 4)],
    ]),
    row('index', '([1, [2, 0, 2]])', (x) => x.index([1, [2, 0, 2]]), true, [[[2, 3]], [[2, 3, 4]]]),
    row('indexPut', '([1:, ::2], values)', (x, v) => x.indexPut([slice(1), slice(null, null, 2)], v), true, [
      [
        [3, 4],
        [2, 2],
      ],
      [[3, 4], [2]],
      [[33, 65], []],
    ]),
    row('indexPut', '([1], values, accumulate)', (x, v) => x.indexPut([1], v, { accumulate: true }), true, [
      [[3, 4], [4]],
    ]),
    row('indexPut', '([i], values)', (x, i, v) => x.indexPut([i], v), false, [
      [[3, 4], index([5], 3, 'int32', -3), [5, 4]],
      [[301, 67], index([1009], 301), [67]],
    ]),
    row('indexPut', '([i, j], values, accumulate)', (x, i, j, v) => x.indexPut([i, j], v, { accumulate: true }), true, [
      [[3, 4], index([5], 3), index([5], 4), [5]],
      [[3, 4], index([2, 1], 3), index([3], 4), [3]],
      [[31, 33, 3], index([2000], 31), index([2000], 33), [3]],
    ]),
    row(
      'indexPut',
      '([i, :, j], values, accumulate)',
      (x, i, j, v) => x.indexPut([i, slice(), j], v, { accumulate: true }),
      true,
      [[[3, 2, 4], index([5], 3), index([5], 4), [5, 2]]],
    ),
    row('indexPut', '([:, mask], number)', (x, m) => x.indexPut([slice(), m], -1), true, [[[3, 4], mask([4])]], {
      dtypes: [...floats, 'int32'],
    }),
    row('indexPut', '([[1, 0]], values)', (x, v) => x.indexPut([[1, 0]], v), true, [
      [
        [3, 4],
        [2, 4],
      ],
      [
        [3, 4],
        [2, 1],
      ],
    ]),
    row('indexPut_', '([i], values)', (x, i, v) => away(x).indexPut_([i], v), false, [
      [[3, 4], index([5], 3, 'int32', -3), [5, 4]],
      [[301, 67], index([1009], 301), [67]],
    ]),
    row(
      'indexPut_',
      '([i, :, j], values) of a view',
      (x, i, j, v) => {
        const whole = away(x);
        whole.transpose(0, 1).indexPut_([i, slice(), j], v, { accumulate: true });
        return whole;
      },
      false,
      [[[2, 3, 4], index([5], 3), index([5], 4), [5, 2]]],
    ),
  ];
}

export function indexingRows(): OpRow[] {
  return [...takeRows(), ...scatterRows(), ...maskRows(), ...bracketRows()];
}
