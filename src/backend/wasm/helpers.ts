/** Threads that help with records, see assembly/team.ts: workers on the same module and the same shared memory. */
import type { Memory, Module } from './engine.ts';

/** Threads unless told. More are seldom faster: they share memory. */
export const mostThreads = 8;

/** Words of the control block, as in assembly/team.ts. */
const controlWords = { inside: 32, failed: 50, threads: 51, arrived: 52 } as const;
/** What a helper that crashed leaves as its status. */
export const trapped = 5;

/** What a worker is told. */
export interface HelperOrders {
  module: Module;
  memory: Memory;
  scratch: number;
  control: number;
  index: number;
}

/** What a worker does, as the text of a function: it is no file, so that no bundler has to find it. It never returns. */
export const helperSource = `function help({ module, memory, scratch, control, index }) {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  exports.start(0, scratch, control);
  try {
    exports.help(index);
  } catch (error) {
    const words = new Int32Array(memory.buffer, control);
    Atomics.store(words, ${controlWords.failed}, ${trapped});
    Atomics.sub(words, ${controlWords.inside}, 1);
    throw error;
  }
}
`;

/** Starts a worker that gives the orders to help(); tells when it cannot. */
export type StartHelper = (orders: HelperOrders, failed: () => void) => void;

export class Helpers {
  /** How many threads may share a record, the calling one included. */
  threads = 1;
  private started = 0;
  private failed = 0;

  constructor(
    private readonly module: Module,
    private readonly memory: Memory,
    private readonly control: number,
    private readonly start: StartHelper,
    private readonly allocScratch: () => number,
  ) {}

  /** Those that are too many sleep from now on; nobody wakes them. */
  set(threads: number): void {
    const { module, memory, control } = this;
    for (; this.started < threads - 1; this.started++) {
      const orders = { module, memory, control, scratch: this.allocScratch(), index: this.started };
      this.start(orders, () => this.failed++);
    }
    this.threads = threads;
    Atomics.store(this.words(), controlWords.threads, threads);
  }

  /** Waits until all have begun, for some seconds at most. How many threads there are then is said by `threads`. */
  async ready(milliseconds = 5000): Promise<void> {
    const end = Date.now() + milliseconds;
    while (this.arrived() + this.failed < this.started && Date.now() < end)
      await new Promise((done) => setTimeout(done, 2));
    const most = 1 + this.arrived();
    if (this.threads > most) this.set(most);
  }

  private arrived(): number {
    return Atomics.load(this.words(), controlWords.arrived);
  }
  private words(): Int32Array {
    return new Int32Array(this.memory.buffer, this.control, controlWords.arrived + 1);
  }
}
