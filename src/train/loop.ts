/** The training loop, the same everywhere. */
import { known, requireWhole } from '../options.ts';
import { ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { clipGradNorm_, clipGradValue_ } from '../nn/utils.ts';
import { mul_ } from '../ops/elementwise.generated.ts';
import { ReduceLROnPlateau } from '../optim/lrScheduler/plateau.ts';
import type { Tensor } from '../tensor.ts';
import { asFunction, batchSize, breathe, checkBatch, evaluate, Totals } from './evaluate.ts';
import type {
  Batches,
  Callback,
  EpochResult,
  LossFunction,
  Metrics,
  Model,
  Optimizer,
  Run,
  Scheduler,
} from './types.ts';

export interface FitOptions {
  data: Batches;
  /** Evaluated after every epoch. */
  validation?: Batches;
  loss: LossFunction;
  optimizer: Optimizer;
  epochs: number;
  /** Measured on the training data too, in training mode and before each step. */
  metrics?: Metrics;
  /**
   * Takes a step after every epoch; ReduceLROnPlateau gets the validation loss, or the training loss where there is none. For another metric
   * call its step in a callback.
   */
  scheduler?: Scheduler | ReduceLROnPlateau;
  /** When the scheduler takes its steps: 'step' is after each of the optimizer, as OneCycleLR wants. Default: 'epoch'. */
  schedulerPer?: 'epoch' | 'step';
  /** The largest norm that all gradients may have together; they are scaled down to it. */
  clipGradNorm?: number;
  /** The largest value that an element of a gradient may have. */
  clipGradValue?: number;
  /** How many batches go into a step, which takes the mean of their gradients; the last of an epoch may have fewer. Default: 1. */
  accumulate?: number;
  callbacks?: readonly Callback[];
  /** A bar on a terminal, one line per epoch elsewhere, on the console in browsers. Default: true. */
  progress?: boolean;
}

const names = [
  ...['data', 'validation', 'loss', 'optimizer', 'epochs', 'metrics', 'scheduler', 'schedulerPer'],
  ...['clipGradNorm', 'clipGradValue', 'accumulate', 'callbacks', 'progress'],
];

/** fit, see there. @param report what shows the progress */
export async function trainingLoop(model: Model, options: FitOptions, report: () => Callback): Promise<EpochResult[]> {
  const { data, validation, optimizer, epochs, metrics = {}, progress = true } = known('fit', options, names);
  requireWhole('fit', 'epochs', epochs);
  const { scheduler, schedulerPer = 'epoch', accumulate = 1 } = options;
  requireWhole('fit', 'accumulate', accumulate);
  if (schedulerPer !== 'epoch' && schedulerPer !== 'step')
    throw new ValueError(`fit: schedulerPer must be 'epoch' or 'step', got ${String(schedulerPer)}.`);
  if (scheduler instanceof ReduceLROnPlateau && schedulerPer === 'step')
    throw new ValueError("fit: ReduceLROnPlateau looks at the loss of an epoch. Use schedulerPer: 'epoch'.");
  const update = optimizerStep(options, accumulate);
  const lossOf = asFunction(options.loss);
  const callbacks = progress ? [report(), ...(options.callbacks ?? [])] : (options.callbacks ?? []);
  const mode = model.training;
  const totals = new Totals(metrics);
  const history: EpochResult[] = [];
  let epoch = 0;
  let stopped = false;
  const batches = (data as { length?: number }).length;
  const run: Run = {
    model,
    optimizer,
    epochs,
    batches,
    get epoch() {
      return epoch;
    },
    history,
    soFar: () => totals.compute(),
    stop: () => void (stopped = true),
  };
  const call = async (hook: (callback: Callback) => unknown): Promise<void> => {
    for (const callback of callbacks) if ((await hook(callback)) === false) stopped = true;
  };

  const trainEpoch = async (): Promise<EpochResult> => {
    totals.reset();
    const start = performance.now();
    let batch = 0;
    let pending = 0; // batches whose gradients wait for a step
    const takeStep = (): void => {
      update(pending);
      pending = 0;
      if (schedulerPer === 'step') (scheduler as Scheduler | undefined)?.step();
    };
    for await (const each of data) {
      const [input, target] = checkBatch('fit', each);
      batch++;
      const output = model.forward(input);
      const loss = lossOf(output, target);
      const value = loss.item();
      if (!Number.isFinite(value)) {
        throw new ValueError(
          `fit: the loss is ${value} in epoch ${epoch}, batch ${batch}. Try a lower learning rate, clip the gradients, or look for NaN in the data. The weights are those before this batch.`,
        );
      }
      if (pending === 0) optimizer.zeroGrad();
      (accumulate === 1 ? loss : loss.div(accumulate)).backward();
      const samples = batchSize(input);
      totals.add(value, output, target, samples);
      if (++pending === accumulate) takeStep();
      const result = { batch, loss: value, samples };
      for (const callback of callbacks) if (callback.onBatchEnd?.(run, result) === false) stopped = true;
      if (stopped) break;
      await breathe();
    }
    if (pending > 0) takeStep();
    if (batch === 0)
      throw new ValueError('fit: the data have no batch. Is the dataset empty, or smaller than a batch with dropLast?');
    const seconds = (performance.now() - start) / 1000;
    return { epoch, ...totals.compute(), seconds, samplesPerSecond: totals.samples / seconds };
  };

  try {
    await call((callback) => callback.onTrainBegin?.(run));
    while (epoch < epochs && !stopped) {
      epoch++;
      await call((callback) => callback.onEpochBegin?.(run));
      if (stopped) break;
      model.train(true);
      const result = await trainEpoch();
      if (validation) result.validation = await evaluate(model, validation, { loss: lossOf, metrics });
      history.push(result);
      if (scheduler instanceof ReduceLROnPlateau) scheduler.step((result.validation ?? result).loss);
      else if (schedulerPer === 'epoch') scheduler?.step();
      await call((callback) => callback.onEpochEnd?.(run, result));
    }
  } finally {
    model.train(mode);
    for (const callback of callbacks) await callback.onTrainEnd?.(run);
  }
  return history;
}

/** Clips the gradients and takes a step; `batches` of `accumulate` have gone into them. @throws ValueError when the optimizer does not tell its parameters */
function optimizerStep(options: FitOptions, accumulate: number): (batches: number) => void {
  const { optimizer, clipGradNorm, clipGradValue } = options;
  if (accumulate > 1 || clipGradNorm !== undefined || clipGradValue !== undefined) {
    if (optimizer.paramGroups === undefined)
      throw new ValueError('fit: clipping and accumulating gradients need an optimizer with paramGroups.');
  }
  return (batches) => {
    const parameters: Tensor[] = (optimizer.paramGroups ?? []).flatMap(({ params }) => params);
    if (batches < accumulate) {
      // They were divided by more than there are.
      for (const { grad } of parameters) if (grad) noGrad(() => mul_(grad, accumulate / batches));
    }
    if (clipGradValue !== undefined) clipGradValue_(parameters, clipGradValue);
    if (clipGradNorm !== undefined) clipGradNorm_(parameters, clipGradNorm);
    optimizer.step();
  };
}
