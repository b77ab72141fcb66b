/** What the page and the worker that trains say to each other. */

export const optimizerNames = ['adam', 'rmsprop', 'adagrad', 'momentum', 'sgd'] as const;
export type OptimizerName = (typeof optimizerNames)[number];
export const activationNames = ['relu', 'elu', 'tanh', 'sigmoid'] as const;
export type ActivationName = (typeof activationNames)[number];

export interface Settings {
  optimizer: OptimizerName;
  lr: number;
  batchSize: number;
  /** The sizes of the hidden layers. */
  hidden: readonly number[];
  activation: ActivationName;
}

/** The pixels of a 28 × 28 image, row by row, from 0 (background) to 255. */
export type Pixels = Uint8Array;

/** From the page. */
export type Command =
  | { type: 'load'; mnist: string; threads: number | undefined; settings: Settings }
  | { type: 'start' | 'pause' | 'reset' | 'sample' }
  /** Another network begins anew; anything else changes from the next batch on. */
  | { type: 'settings'; settings: Settings }
  | { type: 'predict'; pixels: Pixels };

export interface Mistake {
  pixels: Pixels;
  label: number;
  guess: number;
}

/** From the worker. */
export type Report =
  | { type: 'loaded'; backend: string; threads: number; why: string; trainImages: number; testImages: number }
  /** A new network, which has seen nothing. */
  | { type: 'began'; weights: number; settings: Settings }
  | { type: 'running'; running: boolean }
  | {
      type: 'progress';
      /** How often every training image was seen, as of each loss below. */
      epochs: number[];
      /** Of batches. */
      losses: number[];
      imagesPerSecond: number;
      /** Bytes that tensors take. */
      memory: number;
    }
  | { type: 'evaluated'; epoch: number; accuracy: number; wrong: number; mistakes: Mistake[] }
  | { type: 'predicted'; probabilities: Float32Array }
  | { type: 'sample'; pixels: Pixels; label: number }
  /** Something that the person at the page has to know of; training has stopped. */
  | { type: 'problem'; message: string };

/** One end of the line between the two. */
export interface Port<Incoming, Outgoing> {
  postMessage(message: Outgoing): void;
  onmessage: ((event: MessageEvent<Incoming>) => void) | null;
}
