import { describe, expect, it } from 'vitest';
import { train, ValueError } from '../../src/index.ts';

const result = (epoch: number, validation: boolean): train.EpochResult => {
  const evaluation = { loss: 1 / epoch, metrics: { accuracy: 1 - 0.5 / epoch }, samples: 10, seconds: 1 };
  return { ...evaluation, epoch, samplesPerSecond: 10, ...(validation ? { validation: evaluation } : {}) };
};
const history = (epochs: number, validation = true) =>
  Array.from({ length: epochs }, (_, i) => result(i + 1, validation));

describe('learningCurve', () => {
  it('draws loss and accuracy of both data, with named axes', async () => {
    const svg = await train.learningCurve(history(5), { title: 'A < B' });
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    for (const text of ['A &lt; B', 'epoch', 'loss', 'accuracy', 'training', 'validation'])
      expect(svg).toContain(`>${text}</text>`);
    for (const color of ['#4c78a8', '#f58518']) expect(svg).toContain(`stroke="${color}"`);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
  it('draws one epoch, many, and training alone', async () => {
    for (const epochs of [1, 2, 40]) expect(await train.learningCurve(history(epochs))).not.toMatch(/NaN|undefined/);
    const alone = await train.learningCurve(history(3, false));
    expect(alone).toContain('stroke="#4c78a8"');
    expect(alone).not.toMatch(/<path[^>]*stroke="#f58518"[^>]*aria-roledescription="line mark"/);
  });
  it('refuses an empty history', async () => {
    await expect(train.learningCurve([])).rejects.toThrow(new ValueError('learningCurve: the history has no epoch.'));
  });
});
