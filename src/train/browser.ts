/** Training and evaluating models in browsers, where there is no terminal. */
import { type FitOptions, trainingLoop } from './loop.ts';
import { consoleOutput, LineReport, type Output } from './report.ts';
import type { Callback, EpochResult, Model } from './types.ts';

export * from './common.ts';

/**
 * Trains a model: for every batch forward, loss, backward and one step of the optimizer. The event loop turns every 50 ms or so,
 * which keeps a page alive; in a worker it stays smooth. The model is left in the mode it came in. Memory is as in any training
 * loop: outputs are readable until the next batch, keep() holds them longer.
 * @returns one result per epoch
 * @throws ValueError when a loss is not finite (the weights are then those before that batch), there is no batch, or one is not
 * [input, target]
 */
export function fit(model: Model, options: FitOptions): Promise<EpochResult[]> {
  return trainingLoop(model, options, progressReport);
}

/** One line per epoch. @param out default: the console */
export function progressReport(out: Output = consoleOutput): Callback {
  return new LineReport(out);
}
