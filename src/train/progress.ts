/** What fit prints: a bar on a terminal, and one line per epoch everywhere. */
import type { SingleBar } from 'cli-progress';
import type { Callback, EpochResult, Run } from './types.ts';

/** Where to print: process.stdout, or less. */
export interface Output {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** @param out default: process.stdout, and the console where there is none */
export function progressReport(out: Output = standardOutput()): Callback {
  return out.isTTY ? new BarReport(out) : new LineReport(out);
}

function standardOutput(): Output {
  // eslint-disable-next-line no-console
  return (globalThis.process as NodeJS.Process | undefined)?.stdout ?? { write: (text) => console.log(text.trimEnd()) };
}

class LineReport implements Callback {
  constructor(protected readonly out: Output) {}

  onEpochEnd(run: Run, result: EpochResult): void {
    this.out.write(`${epochLine(run, result)}\n`);
  }
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

function epochOf({ epoch, epochs }: Run): string {
  return `epoch ${String(epoch).padStart(String(epochs).length)}/${epochs}`;
}

function epochLine(run: Run, result: EpochResult): string {
  const { validation, seconds, samplesPerSecond } = result;
  const parts = [epochOf(run), numbers(result)];
  if (validation) parts.push(numbers(validation, 'validation '));
  parts.push(rate(samplesPerSecond), duration(seconds + (validation?.seconds ?? 0)));
  return parts.join('  ');
}

function numbers({ loss, metrics }: { loss: number; metrics: Record<string, number> }, prefix = ''): string {
  return [['loss', loss] as const, ...Object.entries(metrics)]
    .map(([name, value]) => `${prefix}${name} ${short(value)}`)
    .join('  ');
}

/** Four decimals where that says enough. */
function short(x: number): string {
  const size = Math.abs(x);
  return size === 0 || (size >= 0.001 && size < 1000) ? x.toFixed(4) : x.toExponential(3);
}

function rate(perSecond: number): string {
  return `${Math.round(perSecond).toLocaleString('en-US')}/s`;
}

function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.round(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
