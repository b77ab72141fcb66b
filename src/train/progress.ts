/** What fit prints in Node: a bar on a terminal, and one line per epoch everywhere. */
import type { SingleBar } from 'cli-progress';
import { duration, epochOf, LineReport, numbers, type Output, rate } from './report.ts';
import type { Callback, EpochResult, Run } from './types.ts';

/** @param out default: process.stdout */
export function progressReport(out: Output = process.stdout): Callback {
  return out.isTTY ? new BarReport(out) : new LineReport(out);
}

/** How often the bar is drawn, in milliseconds. */
const redraw = 100;

class BarReport extends LineReport {
  private Bar: typeof SingleBar | null = null;
  private bar: SingleBar | null = null;
  private drawn = 0;
  private epochStart = 0;
  /** Seconds an epoch takes, validation included, as the last one did. */
  private epochSeconds = 0;

  async onTrainBegin(): Promise<void> {
    const { default: progress } = await import('cli-progress');
    this.Bar = progress.SingleBar;
  }

  onEpochBegin(run: Run): void {
    this.epochStart = performance.now();
    this.drawn = 0;
    this.bar = new this.Bar!({
      stream: this.out as NodeJS.WriteStream,
      format: `${epochOf(run)} {bar} {value}/{total}{text}`,
      barsize: (this.out.columns || 80) < 100 ? 8 : 20,
      barCompleteChar: '━',
      barIncompleteChar: '─',
      clearOnComplete: true,
      // Ctrl-C must end the process, and needs nothing to be put back: the terminal's settings are left alone.
      gracefulExit: false,
      hideCursor: false,
      linewrap: true,
    });
    this.bar.start(run.batches ?? 0, 0, { text: '' });
  }

  onBatchEnd(run: Run, { batch }: { batch: number }): void {
    const now = performance.now();
    if (now - this.drawn < redraw) return;
    this.drawn = now;
    this.bar!.update(batch, { text: `  ${this.describe(run, batch, now)}` });
  }

  private describe(run: Run, batch: number, now: number): string {
    const soFar = run.soFar();
    const seconds = (now - this.epochStart) / 1000;
    const parts = [numbers(soFar), rate(soFar.samples / seconds)];
    if (run.batches) {
      const inEpoch = (seconds / batch) * (run.batches - batch);
      const perEpoch = Math.max(this.epochSeconds, (seconds / batch) * run.batches);
      parts.push(`${duration(inEpoch + perEpoch * (run.epochs - run.epoch))} left`);
    }
    return parts.join('  ');
  }

  override onEpochEnd(run: Run, result: EpochResult): void {
    this.epochSeconds = (performance.now() - this.epochStart) / 1000;
    this.close();
    super.onEpochEnd(run, result);
  }

  /** Also when training fails in the middle of an epoch: the bar's timer would keep the process alive. */
  onTrainEnd(): void {
    this.close();
  }

  private close(): void {
    this.bar?.stop();
    this.bar = null;
  }
}
