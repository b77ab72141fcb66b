/** One pass over data without training. */
import { known } from '../options.ts';
import { ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { Mean, type Metric } from '../metrics/index.ts';
import { Tensor } from '../tensor.ts';
import type { Batch, Batches, Evaluation, LossFunction, Metrics, Model } from './types.ts';

export interface EvaluateOptions {
  loss: LossFunction;
  metrics?: Metrics;
}

/**
 * Loss and metrics of a model over data, in eval mode and without recording; the model's mode is put back afterwards. Memory is
 * reused from batch to batch: a metric that wants to hold a tensor calls its keep().
 * @throws ValueError when there is no batch, or one is not [input, target]
 */
export async function evaluate(model: Model, data: Batches, options: EvaluateOptions): Promise<Evaluation> {
  const { loss, metrics = {} } = known('evaluate', options, ['loss', 'metrics']);
  const totals = new Totals(metrics);
  const lossOf = asFunction(loss);
  const mode = model.training;
  const start = performance.now();
  model.train(false);
  try {
    for await (const batch of data) {
      const [input, target] = checkBatch('evaluate', batch);
      noGrad(() =>
        scope(() => {
          const output = model.forward(input);
          totals.add(lossOf(output, target).item(), output, target, batchSize(input));
        }),
      );
      await breathe();
    }
  } finally {
    model.train(mode);
  }
  if (totals.samples === 0) throw new ValueError('evaluate: the data have no batch.');
  return { ...totals.compute(), seconds: (performance.now() - start) / 1000 };
}

/** Sums of loss and metrics over batches. */
export class Totals {
  samples = 0;
  private readonly loss = new Mean();
  private readonly metrics: [name: string, metric: Metric][];

  constructor(metrics: Metrics) {
    this.metrics = Object.entries(metrics).map(([name, metric]) => [
      name,
      typeof metric === 'function' ? new MeanMetric(metric) : metric,
    ]);
    this.reset();
  }

  reset(): void {
    this.samples = 0;
    this.loss.reset();
    for (const [, metric] of this.metrics) metric.reset();
  }

  add(loss: number, output: Tensor, target: Tensor, samples: number): void {
    this.samples += samples;
    this.loss.add(loss, samples);
    for (const [, metric] of this.metrics) metric.update(output, target);
  }

  compute(): { loss: number; metrics: Record<string, number>; samples: number } {
    const metrics = Object.fromEntries(this.metrics.map(([name, metric]) => [name, metric.compute()]));
    return { loss: this.loss.compute(), metrics, samples: this.samples };
  }
}

/** The mean of a function over all samples. */
class MeanMetric extends Mean implements Metric {
  constructor(private readonly fn: (output: Tensor, target: Tensor) => number) {
    super();
  }
  update(output: Tensor, target: Tensor): void {
    this.add(this.fn(output, target), batchSize(output));
  }
}

export function batchSize(x: Tensor): number {
  return x.shape[0] ?? 1;
}

export function asFunction(loss: LossFunction): (output: Tensor, target: Tensor) => Tensor {
  return typeof loss === 'function' ? loss : (output, target) => loss.forward(output, target);
}

/** @throws ValueError unless a batch is [input, target]; ShapeError when it has no sample */
export function checkBatch(op: string, batch: unknown): Batch {
  if (!Array.isArray(batch) || batch.length !== 2 || !(batch[0] instanceof Tensor) || !(batch[1] instanceof Tensor)) {
    throw new ValueError(
      `${op}: a batch must be [input, target], two tensors. Give the DataLoader a collate that makes such batches, or write the loop by hand.`,
    );
  }
  if (batch[0].length === 0)
    throw new ShapeError(`${op}: a batch is empty: its input has shape [${batch[0].shape.join(', ')}].`);
  return batch as unknown as Batch;
}

/** For how long, in milliseconds, timers and signals wait at most, a long batch aside. */
const patience = 50;
let lastBreath = 0;

/** Lets the event loop turn now and then. */
export async function breathe(): Promise<void> {
  if (performance.now() - lastBreath < patience) return;
  await new Promise<void>((resolve) => {
    if (typeof setImmediate === 'function') return void setImmediate(resolve);
    // A browser makes timers wait for milliseconds, and in a hidden tab for a second and more; messages come at once.
    const { port1, port2 } = new MessageChannel();
    const close = (): void => {
      port1.close();
      resolve();
    };
    Object.assign(port1, { onmessage: close }); // Node's types know no onmessage
    port2.postMessage(null);
  });
  lastBreath = performance.now();
}
