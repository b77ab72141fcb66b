/** Training and evaluating models. */
export { learningCurve, type CurveOptions } from './curve.ts';
export { EarlyStopping, type EarlyStoppingOptions } from './earlyStopping.ts';
export { evaluate, type EvaluateOptions } from './evaluate.ts';
export { fit, type FitOptions } from './fit.ts';
export { progressReport, type Output } from './progress.ts';
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
} from './types.ts';
