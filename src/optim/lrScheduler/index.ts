/** Learning rate schedulers: `optim.lrScheduler`. https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate */
export { LRScheduler, type SchedulerOptions, type SchedulerStateDict } from './base.ts';
export { ChainedScheduler, SequentialLR, warmUp } from './combined.ts';
export {
  CosineAnnealingLR,
  CosineAnnealingWarmRestarts,
  type CosineOptions,
  CyclicLR,
  type CyclicLROptions,
  OneCycleLR,
  type OneCycleLROptions,
  type WarmRestartsOptions,
} from './cycles.ts';
export {
  ConstantLR,
  type ConstantLROptions,
  ExponentialLR,
  LambdaLR,
  LinearLR,
  type LinearLROptions,
  MultiplicativeLR,
  MultiStepLR,
  PolynomialLR,
  type PolynomialLROptions,
  StepLR,
  type StepLROptions,
} from './factors.ts';
export { type PlateauOptions, ReduceLROnPlateau } from './plateau.ts';
