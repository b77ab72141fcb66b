/** Training a model, in Node. */
import { type FitOptions, trainingLoop } from './loop.ts';
import { progressReport } from './progress.ts';
import type { EpochResult, Model } from './types.ts';

/**
 * Trains a model: for every batch forward, loss, backward and one step of the optimizer. The event loop turns every 50 ms or so,
 * that timers and Ctrl-C work. The model is left in the mode it came in. Memory is as in any training loop: outputs are readable
 * until the next batch, keep() holds them longer.
 * @returns one result per epoch
 * @throws ValueError when a loss is not finite (the weights are then those before that batch), there is no batch, or one is not
 * [input, target]
 */
export function fit(model: Model, options: FitOptions): Promise<EpochResult[]> {
  return trainingLoop(model, options, progressReport);
}
