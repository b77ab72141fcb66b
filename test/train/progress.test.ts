import { describe, expect, it } from 'vitest';
import { train } from '../../src/index.ts';

function terminal(isTTY: boolean) {
  let text = '';
  const out = { isTTY, columns: 120, rows: 40, cursorTo: () => true, write: (part: string) => void (text += part) };
  return { out, read: () => text };
}

const means = { loss: 0.5, metrics: { accuracy: 0.75 }, samples: 200 };
const run: train.Run = {
  model: null as never,
  optimizer: null as never,
  epochs: 12,
  batches: 10,
  epoch: 3,
  history: [],
  soFar: () => means,
  stop: () => {},
};
const result: train.EpochResult = {
  ...means,
  epoch: 3,
  seconds: 71,
  samplesPerSecond: 12345.6,
  validation: { loss: 0.00012, metrics: { accuracy: 1 }, samples: 100, seconds: 4 },
};
const line =
  'epoch  3/12  loss 0.5000  accuracy 0.7500  validation loss 1.200e-4  validation accuracy 1.0000  12,346/s  1 min 15 s\n';

describe('progressReport', () => {
  it('prints one line per epoch where there is no terminal', async () => {
    const { out, read } = terminal(false);
    const report = train.progressReport(out);
    await report.onTrainBegin?.(run);
    await report.onEpochBegin?.(run);
    report.onBatchEnd?.(run, { batch: 1, loss: 1, samples: 100 });
    expect(read()).toBe('');
    await report.onEpochEnd?.(run, result);
    await report.onTrainEnd?.(run);
    expect(read()).toBe(line);
  });
  it('draws a bar on a terminal and leaves the line', async () => {
    const { out, read } = terminal(true);
    const report = train.progressReport(out);
    await report.onTrainBegin?.(run);
    await report.onEpochBegin?.(run);
    await new Promise((done) => setTimeout(done, 250));
    report.onBatchEnd?.(run, { batch: 4, loss: 1, samples: 100 });
    await new Promise((done) => setTimeout(done, 250));
    expect(read()).toMatch(
      /epoch {2}3\/12 ━{8}─{12} 4\/10 {2}loss 0\.5000 {2}accuracy 0\.7500 {2}[\d,]+\/s {2}[\d.]+ s left/,
    );
    await report.onEpochEnd?.(run, result);
    expect(read().endsWith(line)).toBe(true);
    const length = read().length;
    await report.onTrainEnd?.(run);
    await new Promise((done) => setTimeout(done, 250));
    expect(read().length).toBe(length);
  });
  it('takes the bar away when training fails in an epoch', async () => {
    const { out, read } = terminal(true);
    const report = train.progressReport(out);
    await report.onTrainBegin?.(run);
    await report.onEpochBegin?.(run);
    await report.onTrainEnd?.(run);
    const length = read().length;
    await new Promise((done) => setTimeout(done, 250));
    expect(read().length).toBe(length);
  });
});
