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
export { type BaseOptions, Optimizer, type ParamGroup, type Params } from './optimizer.ts';
export { type OptimizerStateDict } from './stateDict.ts';
