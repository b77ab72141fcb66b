/** Training and evaluating models: what Node and browsers share. */
export { EarlyStopping, type EarlyStoppingOptions } from './earlyStopping.ts';
export { evaluate, type EvaluateOptions } from './evaluate.ts';
export type { FitOptions } from './loop.ts';
export type { Output } from './report.ts';
export type {
  Batch,
  Batches,
  BatchResult,
  Callback,
  EpochResult,
  Evaluation,
  LossFunction,
  Metrics,
  Model,
  Optimizer,
  Run,
  Scheduler,
} from './types.ts';
