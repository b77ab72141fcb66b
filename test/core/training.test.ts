/** Ten thousand synchronous training steps in flat memory, in a process of their own so that nothing else counts. */
import { expect, it } from 'vitest';
import { runChild } from '../support/child.ts';

interface Report {
  report: { step: number; rss: number; pooled: number; buffersPooled: number; loss: number }[];
  losses: number[];
}

// V8 doubles its young generation once when it likes, often after step 500; with its first size kept, what grows is ours.
const flags = ['--max-semi-space-size=8'];

it.each(['native', 'wasm'])(
  '%s: 10,000 steps of plain ops keep resident memory and pool where they are',
  { timeout: 300_000 },
  async (backend) => {
    const env = { DESCEND_BACKEND: backend };
    const { report, losses } = await runChild<Report>('core/training.child.ts', { env, flags });
    expect(report.map((r) => r.step)).toEqual([500, 2500, 5000, 7500, 10000]);
    const [first, last] = [report[0]!, report.at(-1)!];
    expect(last.rss, `${first.rss} bytes at step 500`).toBeLessThan(1.1 * first.rss);
    expect(first.buffersPooled).toBeGreaterThan(0);
    for (const r of report) expect([r.pooled, r.buffersPooled]).toEqual([first.pooled, first.buffersPooled]);
    // It did train, and losses kept from long ago can still be read.
    expect(last.loss).toBeLessThan(0.01 * losses[0]!);
    expect(losses).toHaveLength(100);
    expect(losses.at(-1)).toBe(last.loss);
  },
);
