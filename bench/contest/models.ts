/** The models of the larger training steps: their numbers, the same for all contenders. Runs in Node and in pages. */
import { type ModelCase, numbers } from './cases.ts';

export interface Values {
  shape: number[];
  values: Float32Array;
}

export interface ModelData {
  /** In the order in which a step uses them; those of linear layers inputs × outputs, of convolutions as in PyTorch. */
  weights: Values[];
  /** cnn: images, n × channels × height × width. lstm: time × batch × features. gpt: rows of one 1, a token each. */
  x: Values;
  /** A class per row of the scores: rows of one 1. */
  y: Values;
  classes: Int32Array;
}

export const cnn = { batch: 64, side: 28, channels: [1, 32, 64], hidden: 128, classes: 10 };
export const lstm = { inputs: 32, hidden: 128, batch: 32, steps: 64, classes: 65 };
export const gpt = { vocabulary: 65, width: 128, heads: 4, layers: 4, context: 64, batch: 12 };

const size = (shape: number[]): number => shape.reduce((a, b) => a * b, 1);
const filled = (value: number, ...shape: number[]): Values => ({
  shape,
  values: new Float32Array(size(shape)).fill(value),
});
let seed = 0;
/** Numbers in ±1/√n, n being what a sum has of them. */
function drawn(n: number, ...shape: number[]): Values {
  return { shape, values: numbers(size(shape), ++seed, 1 / Math.sqrt(n)) };
}
const linear = (inputs: number, outputs: number): Values[] => [drawn(inputs, inputs, outputs), filled(0, outputs)];
const norm = (width: number): Values[] => [filled(1, width), filled(0, width)];

/** Rows of one 1 each. */
function oneHot(indices: Int32Array, classes: number): Values {
  const y = filled(0, indices.length, classes);
  indices.forEach((c, row) => (y.values[row * classes + c] = 1));
  return y;
}
const cycle = (rows: number, step: number, classes: number): Int32Array =>
  Int32Array.from({ length: rows }, (_, row) => (row * step) % classes);

/** What tokens the GPT reads. */
export const tokens = (): Int32Array => cycle(gpt.batch * gpt.context, 7, gpt.vocabulary);

export function modelData({ model }: ModelCase): ModelData {
  seed = 0;
  const { weights, x, rows, classes } = makers[model]();
  const chosen = cycle(rows, 1, classes);
  return { weights, x, y: oneHot(chosen, classes), classes: chosen };
}

const makers: Record<ModelCase['model'], () => Pick<ModelData, 'weights' | 'x'> & { rows: number; classes: number }> = {
  cnn: () => {
    const { batch, side, channels, hidden, classes } = cnn;
    const [c0, c1, c2] = channels as [number, number, number];
    return {
      weights: [
        ...[drawn(9 * c0, c1, c0, 3, 3), filled(0, c1), drawn(9 * c1, c2, c1, 3, 3), filled(0, c2)],
        ...[...linear((c2 * side * side) / 16, hidden), ...linear(hidden, classes)],
      ],
      x: drawn(1, batch, c0, side, side),
      rows: batch,
      classes,
    };
  },
  lstm: () => {
    const { inputs, hidden, batch, steps, classes } = lstm;
    return {
      weights: [...linear(inputs, 4 * hidden), ...linear(hidden, 4 * hidden), ...linear(hidden, classes)],
      x: drawn(1, steps, batch, inputs),
      rows: steps * batch,
      classes,
    };
  },
  gpt: () => {
    const { vocabulary, width, layers, context, batch } = gpt;
    const block = (): Values[] => [
      ...[...norm(width), ...linear(width, 3 * width), ...linear(width, width)],
      ...[...norm(width), ...linear(width, 4 * width), ...linear(4 * width, width)],
    ];
    return {
      weights: [
        ...[drawn(width, vocabulary, width), drawn(width, context, width)],
        ...Array.from({ length: layers }, block).flat(),
        ...[...norm(width), drawn(width, width, vocabulary)],
      ],
      x: oneHot(tokens(), vocabulary),
      rows: batch * context,
      classes: vocabulary,
    };
  },
};

/** 0 where a token may look, −10⁹ where it may not: context × context. */
export function causalMask(): Values {
  const { context } = gpt;
  const mask = filled(0, context, context);
  mask.values.forEach((_, i) => {
    if (i % context > Math.floor(i / context)) mask.values[i] = -1e9;
  });
  return mask;
}
