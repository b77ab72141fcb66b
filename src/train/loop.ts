/** The training loop, the same everywhere. */
import { ValueError } from '../errors.ts';
import { asFunction, batchSize, breathe, checkBatch, evaluate, Totals } from './evaluate.ts';
import type { Batches, Callback, EpochResult, LossFunction, Metrics, Model, Optimizer, Run } from './types.ts';

export interface FitOptions {
  data: Batches;
  /** Evaluated after every epoch. */
  validation?: Batches;
  loss: LossFunction;
  optimizer: Optimizer;
  epochs: number;
  /** Measured on the training data too, in training mode and before each step. */
  metrics?: Metrics;
  callbacks?: readonly Callback[];
  /** A bar on a terminal, one line per epoch elsewhere, on the console in browsers. Default: true. */
  progress?: boolean;
}

/** fit, see there. @param report what shows the progress */
export async function trainingLoop(model: Model, options: FitOptions, report: () => Callback): Promise<EpochResult[]> {
  const { data, validation, optimizer, epochs, metrics = {}, progress = true } = options;
  if (!Number.isInteger(epochs) || epochs < 1)
    throw new ValueError(`fit: epochs is ${epochs}; it must be a whole number ≥ 1.`);
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
      optimizer.zeroGrad();
      loss.backward();
      const samples = batchSize(input);
      totals.add(value, output, target, samples);
      optimizer.step();
      const result = { batch, loss: value, samples };
      for (const callback of callbacks) if (callback.onBatchEnd?.(run, result) === false) stopped = true;
      if (stopped) break;
      await breathe();
    }
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
      await call((callback) => callback.onEpochEnd?.(run, result));
    }
  } finally {
    model.train(mode);
    for (const callback of callbacks) await callback.onTrainEnd?.(run);
  }
  return history;
}
