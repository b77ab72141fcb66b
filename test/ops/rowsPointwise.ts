/** Elementwise ops that check or complete their arguments; see src/ops/pointwise.ts. */
import * as descend from '../../src/index.ts';
import { full } from '../../src/index.ts';
import { everyDType, floats, integers, type OpRow, row } from './row.ts';
import type { Input, Shape } from './samples.ts';

const mask = (shape: Shape): Input => ({ shape, dtype: 'bool', domain: [0, 2] });

export function pointwiseRows(): OpRow[] {
  const { allclose, bitwiseNot, bitwiseNot_, equal, isclose, maskedFill, maskedFill_, nanToNum, nanToNum_, polygamma } =
    descend;
  const masked = [
    [[3, 4], mask([3, 4])],
    [[2, 33], mask([33])],
    [[0, 3], mask([3])],
    [[], mask([])],
    [[509, 67], mask([509, 1])],
  ];
  const broken = (x: descend.Tensor): descend.Tensor => x.sub(1).sqrt().add(x.floor().reciprocal());
  const pairs: Shape[][] = [
    [
      [3, 4],
      [3, 4],
    ],
    [[2, 33], [33]],
    [[0], [1]],
    [
      [131, 257],
      [131, 257],
    ],
  ];
  const lists: Shape[][] = [[[3, 4]], [[]], [[0]], [[131, 257]]];
  const bits = [...integers, 'bool'] as const;
  const answer = (yes: boolean): descend.Tensor => full([], Number(yes), { dtype: 'bool' });
  return [
    row('maskedFill', '(number)', (x, m) => maskedFill(x, m, 3), true, masked, {
      dtypes: [...floats, 'int32', 'uint8'],
    }),
    row('maskedFill', '(0-d)', (x, m, v) => maskedFill(x, m, v), true, [
      [[3, 4], mask([4]), []],
      [[4], mask([3, 1]), []],
    ]),
    row('maskedFill_', '(number)', (x, m) => maskedFill_(x.clone(), m, 3), true, masked, {
      dtypes: [...floats, 'int32', 'uint8'],
    }),
    row('maskedFill_', '(0-d)', (x, m, v) => maskedFill_(x.clone(), m, v), true, [[[3, 4], mask([4]), []]]),
    row('nanToNum', '()', (x) => nanToNum(x), true, [[[3, 4]], [[0]], [[]], [[1009, 67]]]),
    row(
      'nanToNum',
      '(options)',
      (x) => nanToNum(broken(x), { nan: 3, posinf: 7, neginf: -5 }),
      false,
      [[[3, 4]], [[509, 67]]],
      {
        dtypes: floats,
      },
    ),
    row('nanToNum_', '()', (x) => nanToNum_(x.clone(), { nan: 2 }), true, [[[3, 4]], [[1009, 67]]]),
    ...[0, 1, 2, 5].map((n) =>
      row('polygamma', `(${n})`, (x) => polygamma(n, x), true, [[[3, 4]], [[0]], [[33, 31]]], { domain: [0.4, 5] }),
    ),
    row('polygamma', '(2) of negatives', (x) => polygamma(2, x), true, [[[3, 4]], [[33, 31]]], {
      domain: [-2.8, -2.2],
      dtypes: floats,
    }),
    row('isclose', '()', (a, b) => isclose(a, b.floor().add(a)), false, pairs, { dtypes: floats }),
    row('isclose', '(options)', (a, b) => isclose(a, b, { rtol: 0.5, atol: 0.1 }), false, pairs, {
      dtypes: everyDType,
    }),
    row('allclose', '()', (a, b) => answer(allclose(a, b.mul(1e-12).add(a))), false, pairs, { dtypes: floats }),
    row('allclose', '(options)', (a, b) => answer(allclose(a, b, { atol: 9 })), false, pairs, { dtypes: everyDType }),
    row('bitwiseNot', '()', (x) => bitwiseNot(x), false, lists, { dtypes: bits }),
    row('bitwiseNot_', '()', (x) => bitwiseNot_(x.clone()), false, lists, { dtypes: bits }),
    row('equal', '()', (a, b) => answer(equal(a, b)), false, pairs, { dtypes: everyDType }),
    row('equal', ' to itself', (a) => answer(equal(a, a.clone())), false, [[[3, 4]], [[0]], [[131, 257]]]),
  ];
}
