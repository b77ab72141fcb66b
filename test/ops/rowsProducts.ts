/** Products, sums of products, diagonals and triangles. */
import * as descend from '../../src/index.ts';
import type { Tolerance } from './compare.ts';
import { floats, type More, type OpRow, row } from './row.ts';
import type { Shape } from './samples.ts';

const deep: Tolerance = { atol: 2e-6, scale: 4 };
const more: More = { dtypes: floats, tolerance: deep };

/** '2×3·3×4' as shapes, '' being that of a number. */
const lists = (text: string): Shape[][] =>
  text.split(' ').map((list) => list.split('·').map((shape) => (shape === '' ? [] : shape.split('×').map(Number))));

/** Also long and short sums, narrow results, and large ones. */
const products =
  '2×3·3×4 0×3·3×4 2×0·0×3 65×67·67×33 19×131·131×17 37×5·5×70 70×200·200×3 1×5·5×70 70×1·1×1 300×9·9×257 300×0·0×257';

const einsums: readonly [equation: string, shapes: string][] = [
  ['ij,jk->ik', '2×3·3×4 0×3·3×2 2×0·0×3 1×3·3×1 33×31·31×35 130×67·67×131'],
  ['ij,jk', '2×3·3×2 31×33·33×35'],
  ['bij,bjk->bik', '2×2×3·2×3×2 9×31×33·9×33×29'],
  ['bij,bjk->ki', '2×2×3·2×3×2 9×31×33·9×33×29'],
  ['...ij,...jk->...ik', '2×2×3·3×2 2×3·3×2 5×1×7×9·3×9×4'],
  ['b...,b...->...', '2×3·2×3 5×7×9·5×7×9'],
  ['ii', '3×3 0×0 33×33'],
  ['ii->i', '3×3 33×33'],
  ['iji->j', '2×3×2 7×9×7'],
  ['ijk->kj', '2×3×2 31×33×7'],
  ['i,j->ij', '2·3 33·31'],
  ['i,i->', '5·5 1009·1009'],
  ['ij,ij->ij', '2×3·2×3 2×1·1×3 31×33·31×33'],
  ['ij,kl->', '2×3·2×2 31×33·17×19'],
  ['ij,j,ik->k', '2×3·3·2×2 31×33·33·31×35'],
  ['ab,bc,cd,de->ae', '2×3·3×1·1×2·2×2 31×33·33×9·9×35·35×7'],
  ['ijj,jk->', '2×3×3·3×2 7×9×9·9×5'],
  ['Zi,iZ', '2×3·3×2'],
  ['i, i -> i', '3·1'],
  [',i->i', '·4 ·33'],
];
export function productRows(): OpRow[] {
  const { addmm, addmv, addr, baddbmm, bmm, cdist, cross, dot, einsum, inner, kron, mm, mv, outer, tensordot, vdot } =
    descend;
  const { diag, diagEmbed, diagonal, trace, tril, triu } = descend;
  const half = { beta: 0.5, alpha: -2 };
  return [
    row('mm', '', (a, b) => mm(a, b), true, lists(products), more),
    row('bmm', '', (a, b) => bmm(a, b), true, lists('2×2×3·2×3×2 0×2×3·0×3×2 9×31×33·9×33×29'), more),
    row('mv', '', (a, b) => mv(a, b), true, lists('2×3·3 0×3·3 2×0·0 1009×67·67'), more),
    row('dot', '', (a, b) => dot(a, b), true, lists('3·3 0·0 1·1 1009·1009'), more),
    row('vdot', '', (a, b) => vdot(a, b), true, lists('3·3 1009·1009'), more),
    row('inner', '', (a, b) => inner(a, b), true, lists('2×3·2×2×3 3·3 · ·3 7×31·9×31'), more),
    row('outer', '', (a, b) => outer(a, b), true, lists('2·3 0·3 1009·67')),
    row('addmm', '', (c, a, b) => addmm(c, a, b), true, lists('2×2·2×3·3×2 2·2×3·3×2 35·33×31·31×35'), more),
    row('addmm', '(beta, alpha)', (c, a, b) => addmm(c, a, b, half), true, lists('2×2·2×3·3×2 1×35·33×31·31×35'), more),
    row('addmm', '(beta 0)', (c, a, b) => addmm(c, a, b, { beta: 0 }), true, lists('2×2·2×3·3×2'), more),
    row('baddbmm', '', (c, a, b) => baddbmm(c, a, b, half), true, lists('2×2×2·2×2×3·2×3×2 35·9×33×31·9×31×35'), more),
    row('addmv', '', (c, a, b) => addmv(c, a, b, half), true, lists('2·2×3·3 33·33×31·31'), more),
    row('addr', '', (c, a, b) => addr(c, a, b, half), true, lists('2×3·2·3 33·31·33'), more),
    ...einsums.map(([equation, shapes]) =>
      row('einsum', ` ${equation}`, (...x) => einsum(equation, ...x), true, lists(shapes), more),
    ),
    row(
      'einsum',
      ' of ten',
      (a, ...x) => einsum('ab,b,b,b,b,b,b,b,b,bc->ac', a, ...x),
      true,
      lists(`2×3·${'3·'.repeat(8)}3×2`),
      more,
    ),
    row('tensordot', '()', (a, b) => tensordot(a, b), true, lists('2×2×3·2×3×2 5×7×9·7×9×4'), more),
    row('tensordot', '(0)', (a, b) => tensordot(a, b, 0), true, lists('2·3 5×7·3'), more),
    row(
      'tensordot',
      '([[0, -1], [1, 0]])',
      (a, b) =>
        tensordot(a, b, [
          [0, -1],
          [1, 0],
        ]),
      true,
      lists('2×2×3·3×2 9×7×5·5×9×33'),
      more,
    ),
    row('kron', '', (a, b) => kron(a, b), true, lists('2×3·3×1 2·2×2 ·3 0×2·3 31×33·3×5')),
    row('cross', '()', (a, b) => cross(a, b), true, lists('2×3·2×3 3×5·3×1 31×3·31×3'), { tolerance: { scale: 4 } }),
    row('cross', '(0)', (a, b) => cross(a, b, 0), true, lists('3×2·3×2 3×1009·3×1009'), { tolerance: { scale: 4 } }),
    ...[0.5, 1, 1.5, 2, 3, Infinity].map((p) =>
      row('cdist', `(p ${p})`, (a, b) => cdist(a, b, { p }), true, lists('2×3·3×3 2×1×3×5·4×2×5 0×3·2×3 31×7·33×7'), {
        dtypes: floats,
        tolerance: { rtol: 2e-5, atol: 2e-6 },
      }),
    ),
    row('cdist', '(p 0)', (a, b) => cdist(a, b, { p: 0 }), true, lists('2×3·3×3 31×7·33×7'), { dtypes: floats }),
    row('cdist', ' of many', (a, b) => cdist(a, b), true, lists('2×3·3×3 519×130·517×130'), {
      dtypes: floats,
      tolerance: { rtol: 2e-5, atol: 2e-5 },
    }),
    row('diagonal', '()', (x) => diagonal(x), true, lists('3×3 2×3 3×2×4 0×3 67×33')),
    row(
      'diagonal',
      '(offset 1, dims -1, 0)',
      (x) => diagonal(x, { offset: 1, dim1: -1, dim2: 0 }),
      true,
      lists('2×3 3×2×4 33×5×31'),
    ),
    row('diagonal', '(offset -2)', (x) => diagonal(x, { offset: -2 }), true, lists('4×3 2×3')),
    row('diagEmbed', '()', (x) => diagEmbed(x), true, lists('3 2×3 0 5×33')),
    row(
      'diagEmbed',
      '(offset -1, dims 0, 2)',
      (x) => diagEmbed(x, { offset: -1, dim1: 0, dim2: 2 }),
      true,
      lists('2×3 5×33'),
    ),
    row('diagEmbed', '(offset 2, dims 1, 0)', (x) => diagEmbed(x, { offset: 2, dim1: 1, dim2: 0 }), true, lists('2×3')),
    row('diag', '()', (x) => diag(x), true, lists('3 3×4 0 33')),
    row('diag', '(-1)', (x) => diag(x, { diagonal: -1 }), true, lists('3×4 3 33×31')),
    row('trace', '()', (x) => trace(x), true, lists('3×3 2×4 0×3 67×33'), { tolerance: { scale: 2 } }),
    ...[-1, 0, 2].flatMap((by) => [
      row('triu', `(${by})`, (x) => triu(x, { diagonal: by }), true, lists('3×4 2×4×3 0×3 67×33')),
      row('tril', `(${by})`, (x) => tril(x, { diagonal: by }), true, lists('3×4 2×4×3 0×3 67×33')),
    ]),
  ];
}
