/**
 * Thousands of training steps of a small model in one synchronous loop: no await, no dispose. Prints the resident memory, the pool
 * and what lives on the heap along the way. See training.test.ts.
 *   node --expose-gc training.child.ts MODEL STEPS
 */
import { manualSeed, memory, setNumThreads, type Tensor } from '../../src/index.ts';
import { models } from './trainingModels.ts';

const steps = Number(process.argv[3]);
setNumThreads(2);
manualSeed(1);
const step = models[process.argv[2] as keyof typeof models](steps);

const losses: Tensor[] = [];
const report: { step: number; rss: number; pooled: number; buffersPooled: number }[] = [];
const living: number[] = [];
for (let i = 1; i <= steps; i++) {
  const loss = step();
  if (i === 1 || i % (steps / 100) === 0) losses.push(loss);
  if (i === steps / 20 || i % (steps / 4) === 0) {
    const { bytesPooled, buffersPooled } = memory();
    report.push({ step: i, rss: process.memoryUsage().rss, pooled: bytesPooled, buffersPooled });
  }
  // In between it is left to V8 when to collect.
  if (i === steps / 2 || i === steps) {
    globalThis.gc!();
    living.push(process.memoryUsage().heapUsed);
  }
}
console.log(JSON.stringify({ report, living, losses: losses.map((l) => l.item()) }));
