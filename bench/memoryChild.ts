/** Trains for some steps in a process of its own: node memoryChild.js NAME STEPS. Prints what memory that took, as JSON. */
import { memory } from '../src/index.ts';
import { bytesTaken } from '../src/memory.ts';
import { steps } from './suites/training.ts';

/** All in bytes. */
export interface MemoryUse {
  /** The most that was resident. */
  peak: number;
  /** Resident before the model was made: Node, the library and its kernels. */
  before: number;
  /** In use and kept for reuse, at the end. */
  live: number;
  pooled: number;
  /** Storage that one step asked for, new or used again. */
  perStep: number;
}

const [name, count] = process.argv.slice(2);
const before = process.memoryUsage.rss();
const step = steps.find((one) => one.name === name)!.make();
for (let i = 1; i < Number(count); i++) step();
const taken = bytesTaken();
step();
const { bytesLive, bytesPooled } = memory();
const use: MemoryUse = {
  peak: process.resourceUsage().maxRSS * 1024,
  before,
  live: bytesLive,
  pooled: bytesPooled,
  perStep: bytesTaken() - taken,
};
console.log(JSON.stringify(use));
