/** What fit tells: one line per epoch. */
import type { Callback, EpochResult, Run } from './types.ts';

/** Where to print: process.stdout, or less. */
export interface Output {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** The console, which ends each line itself. */
export const consoleOutput: Output = {
  // eslint-disable-next-line no-console
  write: (text) => console.log(text.trimEnd()),
};

export class LineReport implements Callback {
  constructor(protected readonly out: Output) {}

  onEpochEnd(run: Run, result: EpochResult): void {
    this.out.write(`${epochLine(run, result)}\n`);
  }
}

export function epochOf({ epoch, epochs }: Run): string {
  return `epoch ${String(epoch).padStart(String(epochs).length)}/${epochs}`;
}

function epochLine(run: Run, result: EpochResult): string {
  const { validation, seconds, samplesPerSecond } = result;
  const parts = [epochOf(run), numbers(result)];
  if (validation) parts.push(numbers(validation, 'validation '));
  parts.push(rate(samplesPerSecond), duration(seconds + (validation?.seconds ?? 0)));
  return parts.join('  ');
}

export function numbers({ loss, metrics }: { loss: number; metrics: Record<string, number> }, prefix = ''): string {
  return [['loss', loss] as const, ...Object.entries(metrics)]
    .map(([name, value]) => `${prefix}${name} ${short(value)}`)
    .join('  ');
}

/** Four decimals where that says enough. */
function short(x: number): string {
  const size = Math.abs(x);
  return size === 0 || (size >= 0.001 && size < 1000) ? x.toFixed(4) : x.toExponential(3);
}

export function rate(perSecond: number): string {
  return `${Math.round(perSecond).toLocaleString('en-US')}/s`;
}

export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.round(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
