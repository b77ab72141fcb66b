/** One contender's side: it prepares a case and times it when told to. Runs in Node and in pages. */
import type { Case } from './cases.ts';
import type { Contender, Prepared } from './contender.ts';

export interface Effort {
  /** How long a case runs before it is timed: compilers must be done. */
  warmupSeconds: number;
  /** The least length of a block: what is shorter is repeated. */
  blockSeconds: number;
  /** How long one round lasts. */
  roundSeconds: number;
  /** How many a case has at least; more follow, up to the most, while somebody's best time still gets better. */
  rounds: number;
  mostRounds: number;
}
export const fullEffort: Effort = {
  ...{ warmupSeconds: 0.3, blockSeconds: 0.002, roundSeconds: 0.05 },
  ...{ rounds: 5, mostRounds: 12 },
};
/** Every case runs, nothing more. */
export const smokeEffort: Effort = { warmupSeconds: 0, blockSeconds: 0, roundSeconds: 0, rounds: 1, mostRounds: 1 };

export interface Ready {
  /** Says whether contenders got the same: root mean square and last of the product, or the loss after some steps. */
  digest: number[];
  flops: number | undefined;
}

/** Steps after which losses are compared: enough to see a wrong gradient or optimizer. Of the larger models some peers take seconds for one. */
const stepsOf = (one: Case): number => ('model' in one ? 3 : 10);

export class Side {
  private prepared: Prepared | null = null;
  private effort = smokeEffort;
  private perBlock = 1;

  constructor(private readonly contender: Contender) {}

  about(): Pick<Contender, 'threads' | 'detail'> {
    const { threads, detail } = this.contender;
    return { threads, detail };
  }

  /** Makes the inputs, checks and warms up; null when the contender cannot do it. */
  async prepare(one: Case, effort: Effort): Promise<Ready | null> {
    this.prepared = await this.contender.prepare(one);
    if (this.prepared === null) return null;
    this.effort = effort;
    if (one.kind === 'training') await this.block(stepsOf(one));
    const result = await this.prepared.result();
    let squares = 0;
    for (let i = 0; i < result.length; i++) squares += result[i]! ** 2;

    // Clocks of pages are coarse: what one run takes is known of many.
    const start = performance.now();
    let [count, spent] = [0, 0];
    for (; spent < effort.warmupSeconds; count++) {
      await this.block(1);
      spent = (performance.now() - start) / 1000;
    }
    this.perBlock = count === 0 ? 1 : Math.max(1, Math.ceil((effort.blockSeconds * count) / spent));
    return { digest: [Math.sqrt(squares / result.length), result[result.length - 1]!], flops: this.prepared.flops };
  }

  /** Seconds per run, one for each block. */
  async round(): Promise<number[]> {
    const samples: number[] = [];
    const end = performance.now() + this.effort.roundSeconds * 1000;
    do samples.push(await this.block(this.perBlock));
    while (performance.now() < end);
    return samples;
  }

  clear(): void {
    this.prepared?.dispose();
    this.prepared = null;
  }

  private async block(count: number): Promise<number> {
    const { run } = this.prepared!;
    const start = performance.now();
    for (let i = 0; i < count; i++) {
      const pending = run();
      // Those that compute at once are not made to wait for a turn of the event loop.
      if (pending instanceof Promise) await pending;
    }
    return (performance.now() - start) / 1000 / count;
  }
}
