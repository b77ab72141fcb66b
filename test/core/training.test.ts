/** Thousands of synchronous training steps in flat memory, in a process of their own so that nothing else counts. */
import { describe, expect, it } from 'vitest';
import { runChild } from '../support/child.ts';
import type { models } from './trainingModels.ts';

interface Report {
  report: { step: number; rss: number; pooled: number; buffersPooled: number }[];
  /** Bytes of JavaScript's heap after a collection, in the middle and at the end. */
  living: [number, number];
  losses: number[];
}

/** How many steps each makes, and the part of its first loss that it is to fall below. */
const rows: [model: keyof typeof models, steps: number, part: number][] = [
  ['mlp', 10_000, 0.007],
  ['cnn', 10_000, 0.001],
  ['lstm', 10_000, 0.06],
  ['gpt', 4_000, 0.25],
];

// V8 doubles its young generation once when it likes, often after the first look; with its first size kept, what grows is ours.
const flags = ['--max-semi-space-size=8', '--expose-gc'];

describe.each(['native', 'wasm'])('%s', (backend) => {
  it.each(rows)(
    '%s: %d steps keep resident memory, heap and pool where they are',
    { timeout: 300_000 },
    async (model, steps, part) => {
      const env = { DESCEND_BACKEND: backend };
      const args = [model, String(steps)];
      const { report, living, losses } = await runChild<Report>('core/training.child.ts', { env, flags, args });
      expect(report.map((r) => r.step)).toEqual([0.05, 0.25, 0.5, 0.75, 1].map((at) => at * steps));
      const [first, last] = [report[0]!, report.at(-1)!];
      // Part of what was freed stays with the process, see backend/node.ts; when it was most is chance.
      expect(last.rss, `${first.rss} bytes at step ${first.step}`).toBeLessThan(1.2 * first.rss + 2 ** 25);
      expect((living[1] - living[0]) / (steps / 2), 'bytes of heap per step').toBeLessThan(200);
      expect(first.buffersPooled).toBeGreaterThan(0);
      for (const r of report) expect([r.pooled, r.buffersPooled]).toEqual([first.pooled, first.buffersPooled]);
      // It did learn, and losses kept from long ago can still be read.
      expect(losses).toHaveLength(101);
      expect(losses.slice(-10).reduce((a, b) => a + b) / 10).toBeLessThan(part * losses[0]!);
    },
  );
});
