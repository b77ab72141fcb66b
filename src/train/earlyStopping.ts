/** Stopping when training no longer helps. */
import { known } from '../options.ts';
import type { Callback, EpochResult, Run } from './types.ts';

export interface EarlyStoppingOptions {
  /** How many epochs in a row may bring nothing. Default: 3. */
  patience?: number;
  /** What counts as better must be lower by more than this. Default: 0. */
  minDelta?: number;
  /** The number to watch; lower is better. Default: the validation loss, or the training loss where there is none. */
  monitor?: (result: EpochResult) => number;
}

/** Ends fit when the loss has not become better for some epochs. */
export class EarlyStopping implements Callback {
  private readonly options: Required<EarlyStoppingOptions>;
  private best = Infinity;
  private since = 0;

  constructor(options: EarlyStoppingOptions = {}) {
    const {
      patience = 3,
      minDelta = 0,
      monitor = (result: EpochResult) => result.validation?.loss ?? result.loss,
    } = known('EarlyStopping', options, ['patience', 'minDelta', 'monitor']);
    this.options = { patience, minDelta, monitor };
  }

  onTrainBegin(): void {
    this.best = Infinity;
    this.since = 0;
  }

  onEpochEnd(run: Run, result: EpochResult): void {
    const value = this.options.monitor(result);
    if (value < this.best - this.options.minDelta) {
      this.best = value;
      this.since = 0;
    } else if (++this.since >= this.options.patience) run.stop();
  }
}
