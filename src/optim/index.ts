/** Optimizers: `optim`. */
export {
  Adagrad,
  type AdagradOptions,
  Adam,
  type AdamOptions,
  AdamW,
  RMSprop,
  type RMSpropOptions,
  SGD,
  type SGDOptions,
} from './algorithms.ts';
export {
  Adamax,
  type AdamaxOptions,
  Lion,
  type LionOptions,
  NAdam,
  type NAdamOptions,
  RAdam,
  type RAdamOptions,
  SparseAdam,
  type SparseAdamOptions,
} from './adaptive.ts';
export { Adadelta, type AdadeltaOptions, ASGD, type ASGDOptions, Rprop, type RpropOptions } from './classic.ts';
export { Adafactor, type AdafactorOptions, Muon, type MuonOptions } from './composite.ts';
export { LBFGS, type LBFGSOptions } from './lbfgs.ts';
export * as lrScheduler from './lrScheduler/index.ts';
export * as swaUtils from './swaUtils.ts';
export { type BaseOptions, Optimizer, type ParamGroup, type Params } from './optimizer.ts';
export { type OptimizerStateDict } from './stateDict.ts';
