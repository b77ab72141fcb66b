/** What fit, evaluate and callbacks have in common. */
import type { Metric } from '../metrics/index.ts';
import type { Tensor } from '../tensor.ts';

/** What fit needs of a model; every nn.Module with one input is one. */
export interface Model {
  training: boolean;
  forward(input: Tensor): Tensor;
  train(mode?: boolean): unknown;
}

/** What fit needs of an optimizer. */
export interface Optimizer {
  zeroGrad(): void;
  step(): void;
  /** Needed for clipping and accumulating gradients. */
  readonly paramGroups?: readonly { readonly params: readonly Tensor[] }[];
}

/** What fit needs of a scheduler: those of optim.lrScheduler. */
export interface Scheduler {
  step(): void;
}

/** A function or a module such as nn.CrossEntropyLoss: the mean loss of a batch, one element. */
export type LossFunction =
  ((output: Tensor, target: Tensor) => Tensor) | { forward(output: Tensor, target: Tensor): Tensor };

export type Batch = readonly [input: Tensor, target: Tensor];
/** Batches for one epoch each time they are iterated: a DataLoader, an array of batches. */
export type Batches = Iterable<Batch> | AsyncIterable<Batch>;

/** By name: a metric, or a function whose mean over the samples is taken. */
export type Metrics = Readonly<Record<string, Metric | ((output: Tensor, target: Tensor) => number)>>;

export interface Evaluation {
  /** The mean over the samples. */
  loss: number;
  metrics: Record<string, number>;
  samples: number;
  seconds: number;
}

export interface EpochResult extends Evaluation {
  /** Counted from 1. */
  epoch: number;
  samplesPerSecond: number;
  /** The same for the validation data, when there are any. */
  validation?: Evaluation;
}

export interface BatchResult {
  /** Counted from 1, in its epoch. */
  batch: number;
  loss: number;
  samples: number;
}

/** A running fit, as its callbacks see it. */
export interface Run {
  readonly model: Model;
  readonly optimizer: Optimizer;
  /** How many epochs were asked for. */
  readonly epochs: number;
  /** Batches in an epoch, where the data tell. */
  readonly batches: number | undefined;
  /** The running epoch, counted from 1. */
  readonly epoch: number;
  readonly history: readonly EpochResult[];
  /** Means over the epoch so far. */
  soFar(): { loss: number; metrics: Record<string, number>; samples: number };
  /** Ends training after this batch. */
  stop(): void;
}

/** Hooks into fit. One that returns false ends training; those of epochs and of the whole training are awaited. */
export interface Callback {
  onTrainBegin?(run: Run): unknown;
  onEpochBegin?(run: Run): unknown;
  /** Synchronous: awaiting here would cost more than many a batch. */
  onBatchEnd?(run: Run, result: BatchResult): unknown;
  onEpochEnd?(run: Run, result: EpochResult): unknown;
  /** Comes last, after an error too. */
  onTrainEnd?(run: Run): unknown;
}
