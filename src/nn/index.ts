/** Layers, losses and models: `nn`. */
export * as functional from './functional.ts';
export * as init from './init.ts';
export * as utils from './utils.ts';
export { type AnyModule, type LoadResult, Module, type StateDict } from './module.ts';
export { Parameter } from './parameter.ts';
export { Dropout, Linear, type LinearOptions, RReLU, Sequential } from './layers.ts';
export {
  CELU,
  ELU,
  Flatten,
  GELU,
  Identity,
  LeakyReLU,
  LogSoftmax,
  ReLU,
  SELU,
  Sigmoid,
  SiLU,
  Softmax,
  Softplus,
  Tanh,
} from './stateless.ts';
export {
  BCELoss,
  BCEWithLogitsLoss,
  CrossEntropyLoss,
  HuberLoss,
  L1Loss,
  type Loss,
  MSELoss,
  NLLLoss,
  SmoothL1Loss,
} from './lossModules.ts';
