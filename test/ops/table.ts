/** The table: every op of the library, with what the tests call it with. */
import type { DType } from '../../src/dtype.ts';
import * as descend from '../../src/index.ts';
import type { Dims } from '../../src/index.ts';
import { linear } from '../../src/ops/matmul.ts';
import type { Tolerance } from './compare.ts';
import { elementwiseRows } from './elementwise.ts';
import { convRows, poolRows } from './rowsConv.ts';
import { productRows } from './rowsProducts.ts';
import { pointwiseRows } from './rowsPointwise.ts';
import { indexingRows } from './rowsIndexing.ts';
import { everyDType, floats, type More, type OpRow, row } from './row.ts';
import { reductionAndScanRows } from './rowsReductions.ts';
import { linalgRows } from './rowsLinalg.ts';
import { normRows } from './rowsNorm.ts';
import { shapeRows } from './rowsShape.ts';
import { attentionRows } from './rowsAttention.ts';
import { sortingRows } from './rowsSorting.ts';
import { tableRows } from './rowsTables.ts';
import type { Input, Shape } from './samples.ts';

const { cat, stack, matmul, softmax, logSoftmax } = descend;

const keepdim = { keepdim: true };
/** The longest ones are cut into parts that threads share; where few results are side by side, and where they are not. */
const forDims: readonly [call: string, dims: Dims, keep: boolean, lists: Shape[][]][] = [
  ['()', null, false, [[[3, 4]], [[]], [[1]], [[140009]], [[1009, 67]]]],
  ['(0)', 0, false, [[[3, 4]], [[17]], [[2, 0, 3]], [[67, 1009]], [[20011, 9]]]],
  ['(-1, keepdim)', -1, true, [[[3, 4]], [[1, 1]], [[0, 3]], [[1009, 67]], [[3, 50021]]]],
  ['(1)', 1, false, [[[2, 3, 2]], [[5, 33, 1]], [[0, 3, 2]], [[31, 33, 35]]]],
  ['([0, 2])', [0, 2], false, [[[2, 3, 2]], [[33, 1, 31]], [[31, 33, 35]], [[3, 5, 2, 7]]]],
  ['([1, 2], keepdim)', [1, 2], true, [[[2, 2, 3]], [[31, 33, 35]]]],
];
/** Sums of numbers below 2. */
const added: Tolerance = { scale: 2 };
const forOneDim = forDims.filter(([, dims]) => typeof dims === 'number');
const withoutEmpty = (lists: readonly Shape[][]): Shape[][] => lists.filter(([shape]) => !shape!.includes(0));

function reductionRows(): OpRow[] {
  const { all, amax, amin, any, argmax, argmin, gt, max, mean, min, prod, sum } = descend;
  const found: OpRow[] = [];
  for (const [call, dims, keep, lists] of forDims) {
    const options = { keepdim: keep };
    const filled = withoutEmpty(lists);
    found.push(
      row('sum', call, (x) => sum(x, dims, options), true, lists, { tolerance: added }),
      row('mean', call, (x) => mean(x, dims, options), true, lists, { dtypes: floats, tolerance: added }),
      row('amax', call, (x) => amax(x, dims, options), true, filled),
      row('amin', call, (x) => amin(x, dims, options), true, filled),
      row('any', call, (x) => any(gt(x, 1.9), dims, options), false, lists),
      row('all', call, (x) => all(gt(x, -1.9), dims, options), false, lists),
    );
  }
  for (const [call, dims, keep, lists] of forOneDim) {
    const [dim, options, filled] = [dims as number, { keepdim: keep }, withoutEmpty(lists)];
    found.push(
      row('prod', call, (x) => prod(x, dim, options), true, withoutProducts(lists), {
        dtypes: floats,
        domain: [0.7, 1.4],
      }),
      row('max', `${call}.values`, (x) => max(x, dim, options).values, true, filled),
      row('max', `${call}.indices`, (x) => max(x, dim, options).indices, false, filled),
      row('min', `${call}.values`, (x) => min(x, dim, options).values, true, filled),
      row('min', `${call}.indices`, (x) => min(x, dim, options).indices, false, filled),
      row('argmax', call, (x) => argmax(x, dim, options), false, filled),
      row('argmin', call, (x) => argmin(x, dim, options), false, filled),
    );
  }
  found.push(
    row('max', '()', (x) => max(x), true, [[[3, 4]], [[]], [[1009, 67]]]),
    row('min', '()', (x) => min(x), true, [[[3, 4]], [[]], [[1009, 67]]]),
    row('argmax', '()', (x) => argmax(x), false, [[[3, 4]], [[]], [[140009]]]),
    row('argmin', '(null, keepdim)', (x) => argmin(x, null, keepdim), false, [[[3, 4]], [[140009]]]),
    row('prod', '()', (x) => prod(x), true, [[[2, 3]], [[]], [[0]], [[33]]], { domain: [0.7, 1.4] }),
    row('prod', '() of integers', (x) => prod(x), false, [[[2, 3]], [[0]]], { dtypes: ['int32', 'uint8', 'bool'] }),
    row('any', ' itself', (x) => any(x, 0), false, [[[2, 33]]]),
    row('all', ' itself', (x) => all(x, 0), false, [[[2, 33]]]),
    row('sum', '(dtype)', (x) => sum(x, 0, { dtype: 'float64' }), true, [[[3, 4]]], { tolerance: added }),
    row('mean', '(dtype)', (x) => mean(x, 0, { dtype: 'float32' }), true, [[[3, 4]]], { tolerance: added }),
  );
  return found;
}
/** Longer products leave float32. */
const withoutProducts = (lists: readonly Shape[][]): Shape[][] =>
  lists.filter(([shape]) => shape!.every((s) => s < 1000));

/** PyTorch's rank combinations; nothing; then sizes for each path of the kernel: small, vectors, skinny, packed, deep, batches. */
const products = `
  2×3·3×2 5·5 3×5·5 5·5×3 2×3×5·5 5·2×5×3 2×3×5·5×4 3×5·2×5×4 2×3×5·2×5×4 2×3×5·1×5×4
  2×1×3×5·3×5×2 3×1×2×2·1×2×2×3 2×2×2×5·5 5·2×1×5×2
  0×5·5×3 3×0·0×4 3×5·5×0 0·0 0×3×5·5×2 2×3×0·0
  1×1·1×1 33×31·31×35 1×65·65×130 130×65·65×1 1009·1009 6×129·129×257 1009×67·67×3
  130×67·67×131 150×301·301×290 37×900·900×41 50×800·800×299 9×31×33·9×33×29 2×70×65·65×66`
  .trim()
  .split(/\s+/)
  .map((pair) => pair.split('·').map((shape): Shape => shape.split('×').map(Number)));
const deep: Tolerance = { atol: 2e-6, scale: 4 };

function matmulRows(): OpRow[] {
  const more: More = { dtypes: floats, tolerance: deep };
  const forLinear = [
    [[2, 3], [4, 3], [4]],
    [[3], [4, 3], [4]],
    [[2, 3, 5], [4, 5], [4]],
    [[0, 3], [4, 3], [4]],
    [[130, 67], [65, 67], [65]],
  ];
  return [
    row('matmul', '', (a, b) => matmul(a, b), true, products, more),
    row(
      'matmul',
      ' of transposes',
      (a, b) => matmul(a.transpose(0, 1), b.transpose(0, 1)),
      true,
      [
        [
          [3, 2],
          [2, 3],
        ],
        [
          [67, 130],
          [131, 67],
        ],
      ],
      more,
    ),
    row('linear', '', (x, w, b) => linear(x, w, b), true, forLinear, more),
    row(
      'linear',
      ' without bias',
      (x, w) => linear(x, w),
      true,
      forLinear.map((list) => list.slice(0, 2)),
      more,
    ),
    row('softmax', '(-1)', (x) => softmax(x, -1), true, [
      [[3, 4]],
      [[]],
      [[7]],
      [[0, 4]],
      [[4, 0]],
      [[3, 1]],
      [[1009, 67]],
      [[67, 1009]],
    ]),
    row('softmax', '(0)', (x) => softmax(x, 0), true, [[[3, 4]], [[1009, 67]], [[2, 3, 4]]]),
    row('logSoftmax', '(-1)', (x) => logSoftmax(x, -1), true, [
      [[3, 4]],
      [[]],
      [[7]],
      [[0, 4]],
      [[4, 0]],
      [[3, 1]],
      [[1009, 67]],
      [[67, 1009]],
    ]),
    row('logSoftmax', '(1)', (x) => logSoftmax(x, 1), true, [[[2, 3, 2]], [[31, 33, 35]]]),
  ];
}

function viewRows(): OpRow[] {
  return [
    row('reshape', '([-1, 2])', (x) => x.reshape([-1, 2]), true, [[[3, 4]], [[2, 1]], [[1010, 67]]]),
    row('view', '([2, -1])', (x) => x.contiguous().view([2, -1]), true, [[[4, 3]], [[2, 1, 3]]]),
    row('flatten', '(1, 2)', (x) => x.flatten({ startDim: 1, endDim: 2 }), true, [[[2, 3, 2]], [[2, 0, 3]]]),
    row('permute', '([2, 0, 1])', (x) => x.permute([2, 0, 1]), true, [[[2, 3, 2]], [[31, 33, 35]]]),
    row('transpose', '(0, -1)', (x) => x.transpose(0, -1), true, [[[2, 3, 2]], [[0, 3]]]),
    row('t', '()', (x) => x.t(), true, [[[2, 3]], [[5]], [[]]]),
    row('expand', '([2, -1, 4])', (x) => x.expand([2, -1, 4]), true, [[[3, 1]], [[0, 1]]]),
    row('broadcastTo', '([2, 3, 4])', (x) => x.broadcastTo([2, 3, 4]), true, [[[3, 1]], [[4]], [[]]]),
    row('squeeze', '()', (x) => x.squeeze(), true, [[[1, 3, 1]], [[1]]]),
    row('squeeze', '(0)', (x) => x.squeeze(0), true, [[[1, 3, 1]], [[3, 1]]]),
    row('unsqueeze', '(-1)', (x) => x.unsqueeze(-1), true, [[[2, 3]], [[]]]),
    row('narrow', '(1, 1, 2)', (x) => x.narrow(1, 1, 2), true, [[[2, 4]], [[2, 3, 2]], [[0, 3]]]),
    row('select', '(-1, -2)', (x) => x.select(-1, -2), true, [[[3, 4]], [[2, 3, 5]], [[2]]]),
    row('cat', '(1)', (...x) => cat(x, 1), true, [
      [
        [2, 3],
        [2, 1],
        [2, 2],
      ],
      [
        [3, 0],
        [3, 5],
      ],
      [
        [509, 33],
        [509, 34],
      ],
    ]),
    row('cat', ' of dtypes', (x, y) => cat([x, y]), true, [
      [[2, 3], { shape: [1, 3], dtype: 'int32', domain: [-9, 9] }],
    ]),
    row('stack', '(-1)', (...x) => stack(x, -1), true, [
      [
        [2, 3],
        [2, 3],
      ],
      [[], []],
      [[0], [0]],
    ]),
    row('clone', '()', (x) => x.clone(), true, [[[3, 4]], [[0]], [[1009, 67]]]),
    row('contiguous', '()', (x) => x.contiguous(), true, [[[3, 4]], [[131, 257]]]),
    row('copy_', '(src)', (x, y) => x.clone().detach().copy_(y), false, [
      [[3, 4], [4]],
      [
        [131, 257],
        [131, 1],
      ],
    ]),
    row('fill_', '(2.5)', (x) => x.clone().detach().transpose(0, 1).fill_(2.5), false, [[[3, 4]]]),
    row('zero_', '()', (x) => x.clone().detach().zero_(), false, [[[3, 4]]]),
    ...everyDType.map((dtype) =>
      row('to', `('${dtype}')`, (x) => x.to(dtype), dtype.startsWith('float'), [[[3, 4]], [[]], [[1009, 67]]], {
        domain: [-300, 300],
      }),
    ),
  ];
}

function indexRows(): OpRow[] {
  const index = (shape: Shape, size: number, dtype: DType = 'int32'): Input => ({ shape, dtype, domain: [0, size] });
  return [
    row('gather', '(1)', (x, i) => x.gather(1, i), true, [
      [[3, 4], index([3, 2], 4)],
      [[3, 4], index([2, 5], 4, 'uint8')],
      [[3, 4], index([0, 5], 4)],
      [[1009, 67], index([1009, 33], 67)],
    ]),
    row('gather', '(0)', (x, i) => x.gather(0, i), true, [
      [[3, 4], index([5, 4], 3)],
      [[3], index([7], 3)],
      [[67, 1009], index([33, 1009], 67)],
    ]),
    row('indexSelect', '(0)', (x, i) => x.indexSelect(0, i), true, [
      [[3, 4], index([5], 3)],
      [[3], index([1], 3, 'uint8')],
      [[3, 4], index([0], 3)],
      [[67, 33], index([3001], 67)],
    ]),
    row('indexSelect', '(-1)', (x, i) => x.indexSelect(-1, i), true, [
      [[3, 4], index([5], 4)],
      [[1009, 67], index([40], 67)],
    ]),
    row('oneHot', '(5)', (i) => i.oneHot(5), false, [
      [index([3, 4], 5)],
      [index([], 5)],
      [index([0], 5)],
      [index([2003], 5, 'uint8')],
    ]),
  ];
}

export const table: readonly OpRow[] = [
  ...elementwiseRows(),
  ...pointwiseRows(),
  ...reductionRows(),
  ...matmulRows(),
  ...productRows(),
  ...viewRows(),
  ...indexRows(),
  ...indexingRows(),
  ...reductionAndScanRows(),
  ...shapeRows(),
  ...attentionRows(),
  ...sortingRows(),
  ...tableRows(),
  ...linalgRows(),
  ...convRows(),
  ...poolRows(),
  ...normRows(),
];
