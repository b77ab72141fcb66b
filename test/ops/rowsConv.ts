/** Rows of the table: convolutions and pools. */
import * as F from '../../src/nn/convolution.ts';
import type { ConvOptions, ConvTransposeOptions } from '../../src/nn/convolution.ts';
import * as P from '../../src/nn/pooling.ts';
import { floats, type More, type OpRow, row } from './row.ts';
import type { Shape } from './samples.ts';

const more: More = { dtypes: floats, tolerance: { atol: 2e-6, scale: 4 } };

/** x, weight and bias, from `2×3×5×4 · 4×3×2×3`. */
const operands = (text: string): Shape[] => {
  const [x, weight] = text.split('·').map((shape) => shape.trim().split('×').map(Number));
  return [x!, weight!, [weight![0]!]];
};

/** Small; empty; then whole panels and what is left of them, several blocks of channels, several boxes, several parts of the batch. */
const forward: readonly [n: 1 | 2 | 3, options: ConvOptions, shapes: string[]][] = [
  [
    1,
    {},
    ['2×2×5 · 3×2×3', '0×2×5 · 3×2×3', '3×5×301 · 17×5×7', '1×1×1 · 1×1×1', '2×3×4097 · 2×3×3', '3×2×2050 · 17×2×7'],
  ],
  [1, { stride: 3, padding: 2, dilation: 2 }, ['2×2×5 · 3×2×3', '2×3×203 · 9×3×5']],
  [
    2,
    {},
    ['2×2×4×3 · 2×2×2×2', '5×1×28×28 · 32×1×3×3', '3×37×13×11 · 50×37×3×3', '2×3×5×5 · 4×3×5×5', '2×9×71×67 · 3×9×3×5'],
  ],
  [2, { padding: 1 }, ['2×2×4×3 · 2×2×3×3', '4×33×14×14 · 65×33×3×3', '2×130×7×7 · 40×130×3×3']],
  [
    2,
    { stride: 2, padding: 1 },
    ['1×2×4×5 · 2×2×3×3', '4×33×17×14 · 50×33×3×3', '2×130×8×9 · 40×130×3×3', '2×3×71×67 · 17×3×3×3'],
  ],
  [2, { stride: 2, padding: [0, 2] }, ['1×2×4×3 · 2×2×3×3', '3×17×16×19 · 33×17×3×3']],
  [2, { stride: 2, groups: 2, padding: 1 }, ['1×2×4×3 · 2×1×3×3', '2×68×31×33 · 80×34×3×3']],
  [2, { stride: 2, padding: 3 }, ['1×2×5×4 · 2×2×3×2', '2×3×33×31 · 19×3×7×7']],
  [2, { stride: [3, 2], padding: [0, 2], dilation: [1, 2] }, ['2×2×5×4 · 2×2×2×2', '2×5×23×29 · 7×5×3×3']],
  [2, { groups: 2, padding: 1 }, ['2×4×3×4 · 2×2×2×3', '3×6×17×15 · 34×3×3×3', '2×4×61×29 · 38×2×3×3']],
  [2, { groups: 2, padding: 3 }, ['1×4×2×1 · 2×2×2×2', '2×34×6×9 · 40×17×3×3']],
  [2, { groups: 18, padding: 2, stride: 2 }, ['1×18×1×2 · 18×1×2×1', '2×18×18×21 · 18×1×3×3', '1×18×5×4 · 18×1×5×1']],
  [2, { groups: 6, padding: 1 }, ['1×6×3×3 · 6×1×3×2', '3×6×19×21 · 12×1×3×3', '3×6×19×21 · 6×1×5×5']],
  [2, { padding: 'same', dilation: 2 }, ['1×2×4×5 · 2×2×2×3']],
  [2, { stride: 4 }, ['1×2×8×8 · 3×2×4×4', '2×3×32×36 · 33×3×4×4']],
  [2, {}, ['2×3×2×3 · 4×3×1×1', '3×65×9×9 · 35×65×1×1']],
  [2, { groups: 3, stride: 1 }, ['2×6×2×3 · 3×2×1×1', '2×33×9×9 · 21×11×1×1']],
  [2, { stride: 2 }, ['2×3×3×4 · 2×3×1×1', '2×33×9×9 · 21×33×1×1', '1×33×38×70 · 50×33×1×1', '6×40×37×39 · 7×40×1×1']],
  [2, { stride: [1, 3], groups: 2 }, ['1×4×2×4 · 2×2×1×1', '1×34×9×53 · 22×17×1×1']],
  [
    3,
    { padding: 1, stride: [1, 2, 1] },
    ['1×2×2×3×3 · 2×2×2×2×2', '2×3×7×9×11 · 9×3×3×3×3', '1×1×3×43×25 · 17×1×3×3×3'],
  ],
];
const transposed: readonly [n: 1 | 2 | 3, options: ConvTransposeOptions, shapes: string[]][] = [
  [1, { stride: 2, padding: 1, outputPadding: 1 }, ['2×2×3 · 2×3×3', '2×20×101 · 20×9×5']],
  [2, {}, ['1×2×3×2 · 2×2×2×2', '2×33×9×7 · 33×18×3×3']],
  [2, { stride: 2, padding: 1, outputPadding: [1, 0] }, ['1×2×3×2 · 2×2×3×3', '2×17×13×11 · 17×18×4×4']],
  [2, { stride: 2, padding: 1, outputPadding: 1 }, ['1×2×2×2 · 2×2×3×3', '2×33×7×9 · 33×18×3×3']],
  [2, { stride: 3, dilation: 2 }, ['1×2×2×2 · 2×2×2×2', '2×5×6×7 · 5×3×2×3']],
  [2, { stride: 3, groups: 2 }, ['1×4×2×2 · 4×1×2×2']],
  [2, { stride: 2, outputPadding: [1, 0] }, ['1×2×2×2 · 2×3×1×1', '2×17×9×21 · 17×18×1×1']],
  [3, { stride: [2, 1, 3], groups: 2 }, ['1×4×2×1×2 · 4×2×1×1×1', '1×10×3×4×5 · 10×3×1×1×1']],
  [3, { stride: 2 }, ['1×2×2×1×2 · 2×2×2×2×2', '1×5×3×4×5 · 5×4×3×3×3']],
];

export function convRows(): OpRow[] {
  const call = (options: object): string => `(${JSON.stringify(options).replaceAll('"', '')})`;
  const rows = forward.map(([n, options, shapes], i) => {
    const run: OpRow['run'] = (x, w, b) => F[`conv${n}d`](x, w, b, options);
    return row('convolve', `${n}d ${i}${call(options)}`, run, true, shapes.map(operands), more);
  });
  for (const [n, options, shapes] of transposed) {
    const { groups = 1 } = options;
    const lists = shapes.map(operands).map(([x, w]): Shape[] => [x!, w!, [w![1]! * groups]]);
    const run: OpRow['run'] = (x, w, b) => F[`convTranspose${n}d`](x, w, b, options);
    rows.push(row('convolveInput', `${n}d${call(options)}`, run, true, lists, more));
  }
  return rows;
}

/** Windows that overlap, leave gaps, begin in the padding, end beyond the input, and are unlike each other. */
export function poolRows(): OpRow[] {
  const even: More = { dtypes: floats };
  const shapes: Shape[][] = [[[2, 2, 4, 5]], [[0, 2, 4, 5]], [[3, 7, 33, 29]], [[40, 30, 16, 18]]];
  const large = [...shapes, [[1, 1, 403, 397]]];
  const rows = [{}, { stride: 1, padding: 1 }, { stride: 3, ceilMode: true, padding: [1, 0] }].flatMap((options, i) => [
    row('maxPoolValues', ` ${i}`, (x) => P.maxPool2d(x, [3, 2], options), true, large, even),
    row(
      'maxPool',
      ` ${i}`,
      (x) => P.maxPool2d(x, [3, 2], { ...options, returnIndices: true }).indices,
      false,
      large,
      even,
    ),
    row('avgPool', ` ${i}`, (x) => P.avgPool2d(x, [3, 2], options), true, shapes, even),
  ]);
  return [
    ...rows,
    row(
      'maxPoolValues',
      ' dilated',
      (x) => P.maxPool2d(x, 2, { dilation: [2, 3], padding: 1, stride: 1 }),
      true,
      large,
      even,
    ),
    row('maxPoolValues', ' adaptive', (x) => P.adaptiveMaxPool2d(x, [3, 7]), true, shapes, even),
    row('avgPool', ' adaptive', (x) => P.adaptiveAvgPool2d(x, [3, 7]), true, shapes, even),
    row(
      'avgPool',
      ' without padding',
      (x) => P.avgPool2d(x, 3, { padding: 1, countIncludePad: false }),
      true,
      shapes,
      even,
    ),
    row(
      'avgPool',
      ' divided',
      (x) => P.avgPool3d(x, 2, { divisorOverride: 3 }),
      true,
      [[[1, 2, 2, 3, 4]], [[2, 3, 5, 7, 9]]],
      even,
    ),
    row(
      'maxPoolValues',
      ' of 3 dims',
      (x) => P.maxPool3d(x, 2, { padding: 1 }),
      true,
      [[[1, 2, 2, 3, 4]], [[2, 3, 5, 7, 9]]],
      even,
    ),
  ];
}
