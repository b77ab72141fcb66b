/** Averages of weights over training: `optim.swaUtils`. https://pytorch.org/docs/stable/optim.html#weight-averaging-swa-and-ema */
export * from './averaging.ts';
export { SWALR, type SWALROptions } from './lrScheduler/swa.ts';
