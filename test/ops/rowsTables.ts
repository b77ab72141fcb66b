/** Tables that are looked up, and the product of two inputs: what stands in nn.functional. */
import { nn } from '../../src/index.ts';
import { floats, type OpRow, row } from './row.ts';
import type { Input, Shape } from './samples.ts';

const F = nn.functional;
const index = (shape: Shape, size: number, dtype: 'int32' | 'uint8' = 'int32'): Input => ({
  shape,
  dtype,
  domain: [0, size],
});
const more = { dtypes: floats };

export function tableRows(): OpRow[] {
  const lists = [
    [[4, 3], index([2, 3], 4)],
    [[5, 2], index([], 5, 'uint8')],
    [[4, 3], index([0, 2], 4)],
    [[301, 67], index([40, 31], 301)],
  ];
  const bags = [
    [[4, 3], index([2, 3], 4)],
    [[4, 2], index([3, 1], 4, 'uint8')],
    [[4, 2], index([3, 0], 4)],
    [[101, 67], index([40, 31], 101)],
  ];
  return [
    row('embedding', '', (w, i) => F.embedding(i, w), true, lists, more),
    row(
      'embedding',
      ', paddingIdx, scaleGradByFreq',
      (w, i) => F.embedding(i, w, { paddingIdx: 2, scaleGradByFreq: true }),
      false,
      lists,
      more,
    ),
    ...(['sum', 'mean', 'max'] as const).map((mode) =>
      row('embeddingBag', `, ${mode}`, (w, i) => F.embeddingBag(i, w, { mode }), true, bags, more),
    ),
    row(
      'embeddingBag',
      ', perSampleWeights',
      (w, i, s) => F.embeddingBag(i, w, { mode: 'sum', perSampleWeights: s }),
      true,
      bags.map((list) => [...list, (list[1] as Input).shape]),
      more,
    ),
    row(
      'bilinear',
      '',
      (a, b, w, bias) => F.bilinear(a, b, w, bias),
      true,
      [
        [[2, 3], [2, 2], [4, 3, 2], [4]],
        [[3], [1], [2, 3, 1], [2]],
        [[0, 3], [0, 2], [4, 3, 2], [4]],
        [[33, 7], [33, 9], [11, 7, 9], [11]],
      ],
      more,
    ),
  ];
}
