/** What contenders are given: float32 products, functions and training steps, with the same numbers for all. Runs in Node and in pages. */

export interface MatmulCase {
  kind: 'matmul';
  name: string;
  /** m × k times k × n. */
  m: number;
  k: number;
  n: number;
}

/** A step of an MLP with ReLU between its layers: forward, loss (read), backward, Adam with learning rate 1e-3. */
export interface TrainingCase {
  kind: 'training';
  name: string;
  sizes: number[];
  batch: number;
  /** Cross-entropy of classes, or mean squared error. */
  loss: 'crossEntropy' | 'mse';
}

/** A step of a model of models.ts, in the same way. */
export interface ModelCase {
  kind: 'training';
  name: string;
  model: 'cnn' | 'lstm' | 'gpt';
}

/** A function of 1024 × 1024 numbers; softmax and layer norm of each row. */
export interface FunctionCase {
  kind: 'function';
  name: (typeof functions)[number];
}
export const functions = ['exp', 'tanh', 'sigmoid', 'gelu', 'softmax', 'layer norm'] as const;
export const side = 1024;

export type Case = MatmulCase | FunctionCase | TrainingCase | ModelCase;

/** m × k × n of the matmul benchmarks: small, square, of layers, and skinny ones. */
export const shapes: readonly [m: number, k: number, n: number][] = [
  ...[16, 32, 64, 128, 256, 512, 1024, 2048].map((n): [number, number, number] => [n, n, n]),
  [128, 784, 512],
  [128, 512, 10],
  [64, 64, 256],
  [2048, 128, 384],
  [8, 4096, 4096],
  [1, 4096, 4096],
];

export const cases: readonly Case[] = [
  ...shapes.map(([m, k, n]): Case => ({ kind: 'matmul', name: `${m}x${k}x${n}`, m, k, n })),
  ...functions.map((name): Case => ({ kind: 'function', name })),
  {
    kind: 'training',
    name: '(a) MLP 784-512-256-10, batch 128, Adam',
    ...{ sizes: [784, 512, 256, 10], batch: 128, loss: 'crossEntropy' },
  },
  { kind: 'training', name: '(b) MLP 2-16-16-1, batch 32, Adam', sizes: [2, 16, 16, 1], batch: 32, loss: 'mse' },
  { kind: 'training', name: '(c) CNN 32-64 of 3x3, batch 64 of 28x28, Adam', model: 'cnn' },
  { kind: 'training', name: '(d) LSTM 32-128, batch 32, 64 steps, Adam', model: 'lstm' },
  { kind: 'training', name: '(e) GPT of 4 layers, 4 heads, 128 columns, 64 tokens, batch 12, Adam', model: 'gpt' },
];

/** `count` numbers in [-scale, scale), the same for a seed everywhere: Marsaglia's xorshift (J. Stat. Softw. 8(14), 2003). */
export function numbers(count: number, seed: number, scale = 1): Float32Array {
  let state = seed * 0x9e3779b1;
  return Float32Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state / 2 ** 31) * scale;
  });
}

export interface TrainingData {
  /** batch × sizes[0]. */
  x: Float32Array;
  /** batch × the last of sizes; rows of one 1 for classes. */
  y: Float32Array;
  /** in × out and out, per layer. */
  layers: { inputs: number; outputs: number; weight: Float32Array; bias: Float32Array }[];
}

export function trainingData({ sizes, batch, loss }: TrainingCase): TrainingData {
  const outputs = sizes.at(-1)!;
  const y = numbers(batch * outputs, 2);
  if (loss === 'crossEntropy')
    for (let i = 0; i < y.length; i++) y[i] = Number(i % outputs === Math.floor(i / outputs) % outputs);
  return {
    x: numbers(batch * sizes[0]!, 1),
    y,
    layers: sizes.slice(1).map((out, i) => ({
      inputs: sizes[i]!,
      outputs: out,
      weight: numbers(sizes[i]! * out, 3 + i, 1 / Math.sqrt(sizes[i]!)),
      bias: new Float32Array(out),
    })),
  };
}
