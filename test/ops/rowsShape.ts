/** Rows of the table: ops that cut, repeat, turn and pad. */
import * as descend from '../../src/index.ts';
import { cat, tensor, type Tensor } from '../../src/index.ts';
import { floats, type OpRow, row } from './row.ts';
import type { Shape } from './samples.ts';

const matrices: Shape[][] = [[[3, 4]], [[4, 1]], [[4, 0]], [[301, 67]]];
const cubes: Shape[][] = [[[2, 3, 4]], [[0, 3, 2]], [[31, 7, 35]]];
/** Parts in the opposite order, so that no part may take another's gradient. */
const reversed = (parts: Tensor[], dim: number): Tensor => cat([...parts].reverse(), dim);

function partRows(): OpRow[] {
  const { chunk, split, tensorSplit, unbind } = descend;
  const lists = [...matrices, ...cubes];
  return [
    row('split', '(2)', (x) => reversed(split(x, 2), 0), true, [[[3, 4]], [[5]], [[1, 2]], [[301, 67]]]),
    row('split', '(list, 1)', (x) => reversed(split(x, [1, 0, 2, 1], 1), 1), true, [[[3, 4]], [[101, 4]]]),
    row('split', '(3, -1)[1]', (x) => split(x, 3, -1)[1]!, true, [[[3, 4]], [[301, 67]]]),
    row('chunk', '(3, 1)', (x) => reversed(chunk(x, 3, 1), 1), true, [[[3, 4]], [[2, 0]], [[301, 67]]]),
    row('tensorSplit', '(3)', (x) => reversed(tensorSplit(x, 3), 0), true, lists),
    row('tensorSplit', '(list, -1)', (x) => reversed(tensorSplit(x, [1, 1, 9], -1), -1), true, matrices.slice(0, 2)),
    row('unbind', '()', (x) => reversed(unbind(x.unsqueeze(-1), 0), -1), true, [[[3, 4]], [[5]], [[67, 301]]]),
    row('unbind', '(1)[1]', (x) => unbind(x, 1)[1]!, true, [[[3, 4]], [[2, 3, 4]], [[301, 67]]]),
  ];
}

function rearrangeRows(): OpRow[] {
  const { flip, fliplr, flipud, movedim, repeat, repeatInterleave, roll, rot90, tile, unflatten, unfold } = descend;
  const { atleast1d, atleast2d, atleast3d, broadcastTensors, dstack, hstack, vstack } = descend;
  const all = [...matrices, ...cubes];
  const pairs: Shape[][] = [
    [
      [3, 4],
      [3, 4],
    ],
    [[5], [5]],
    [[], []],
    [
      [301, 67],
      [301, 67],
    ],
  ];
  const found = [
    row('unflatten', '(1, [-1, 2])', (x) => unflatten(x, 1, [-1, 2]), true, [[[3, 4]], [[67, 302]]]),
    row('movedim', '(0, -1)', (x) => movedim(x, 0, -1), true, all),
    row('movedim', '(lists)', (x) => movedim(x, [2, 0], [0, 1]), true, cubes),
    row('broadcastTensors', '()', (x, y) => cat(broadcastTensors([x, y])), true, [
      [
        [3, 1],
        [1, 4],
      ],
      [[67], [301, 1]],
    ]),
    row('repeat', '([2, 1, 3])', (x) => repeat(x, [2, 1, 3]), true, all),
    row('repeat', '([1, 0])', (x) => repeat(x, [1, 0]), true, matrices.slice(0, 2)),
    row('tile', '([2])', (x) => tile(x, [2]), true, [...all, [[]], [[5]]]),
    row('repeatInterleave', '(3)', (x) => repeatInterleave(x, 3), true, [...matrices, [[]]]),
    row('repeatInterleave', '(2, 1)', (x) => repeatInterleave(x, 2, 1), true, all),
    row('repeatInterleave', '(tensor, 0)', (x) => repeatInterleave(x, tensor([2, 0, 3], { dtype: 'int32' }), 0), true, [
      [[3, 4]],
      [[3, 301]],
    ]),
    row('flip', '(0)', (x) => flip(x, 0), true, [...all, [[1]], [[70001]]]),
    row('flip', '([0, -1])', (x) => flip(x, [0, -1]), true, all),
    row('flip', '(1)', (x) => flip(x, 1), true, all),
    row('fliplr', '()', (x) => fliplr(x), true, matrices),
    row('flipud', '()', (x) => flipud(x), true, matrices),
    row('roll', '(2)', (x) => roll(x, 2), true, [...all, [[]]]),
    row('roll', '(-4, 1)', (x) => roll(x, -4, 1), true, all),
    row('roll', '([1, 2], [0, 0])', (x) => roll(x, [1, 2], [0, 0]), true, matrices),
    ...[0, 1, 2, -1].map((k) => row('rot90', `(${k})`, (x) => rot90(x, k), true, matrices)),
    row('rot90', '(1, [2, 1])', (x) => rot90(x, 1, [2, 1]), true, cubes),
    row('unfold', '(1, 2, 1)', (x) => unfold(x, 1, 2, 1), true, [[[3, 4]], [[301, 67]], [[2, 3, 4]]]),
    row('unfold', '(0, 3, 2)', (x) => unfold(x, 0, 3, 2), true, [[[7, 2]], [[301, 67]]]),
    row('unfold', '(0, 2, 5)', (x) => unfold(x, 0, 2, 5), true, [[[12]], [[301, 67]]]),
  ];
  for (const [op, fn] of Object.entries({ hstack, vstack, dstack }))
    found.push(row(op, '()', (x, y) => fn([x, y]), true, pairs));
  for (const [op, fn] of Object.entries({ atleast1d, atleast2d, atleast3d }))
    found.push(row(op, '()', (x) => fn(x), true, [[[3]], [[]], [[3, 4]], [[2, 3, 4]]]));
  return found;
}

function padRows(): OpRow[] {
  const { pad } = descend;
  const lists: Shape[][] = [[[3, 4]], [[4, 5, 3]], [[301, 67]]];
  return [
    row('pad', '([1, 2])', (x) => pad(x, [1, 2]), true, [...lists, [[0, 3]], [[2, 0]]]),
    row('pad', '([1, 0, 0, 3], value)', (x) => pad(x, [1, 0, 0, 3], { value: 1 }), true, lists),
    row('pad', '([-1, 2, 1, -1])', (x) => pad(x, [-1, 2, 1, -1], { value: 1 }), true, lists),
    ...(['reflect', 'replicate', 'circular'] as const).flatMap((mode) => [
      row('pad', `([1, 2], ${mode})`, (x) => pad(x, [1, 2], { mode }), true, lists),
      row('pad', `([0, 2, 1, 1], ${mode})`, (x) => pad(x, [0, 2, 1, 1], { mode }), true, lists),
      row('pad', `([-1, 1], ${mode})`, (x) => pad(x, [-1, 1], { mode }), true, lists, { dtypes: floats }),
    ]),
  ];
}

export function shapeRows(): OpRow[] {
  return [...partRows(), ...rearrangeRows(), ...padRows()];
}
