/** The multiply-add peak of this machine, measured by peak.cpp, which is compiled for the processor it runs on. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// npm runs scripts in the package's root.
const source = resolve('bench/peak.cpp');

/** GFLOP/s by vector width in bits, then by number of threads. */
export type Peak = Record<string, Record<string, number>>;

/** @returns the rates, or why there are none */
export function measurePeak(threads: readonly number[], seconds: number): Peak | string {
  const folder = mkdtempSync(join(tmpdir(), 'descend-peak-'));
  const program = join(folder, 'peak');
  try {
    const compilers = process.env.CXX ? [process.env.CXX] : ['g++', 'clang++', 'c++'];
    for (const compiler of compilers) {
      const flags = ['-O3', '-march=native', '-ffp-contract=fast', '-pthread', source, '-o', program];
      const built = spawnSync(compiler, flags, { encoding: 'utf8' });
      if (built.error) continue; // not installed
      if (built.status !== 0) return `no peak: ${compiler} cannot compile bench/peak.cpp:\n${built.stderr}`;
      const ran = spawnSync(program, [seconds, ...threads].map(String), { encoding: 'utf8' });
      if (ran.status !== 0) return `no peak: the program ended with ${ran.signal ?? ran.status}: ${ran.stderr}`;
      return JSON.parse(ran.stdout) as Peak;
    }
    return `no peak to compare with: none of ${compilers.join(', ')} is installed`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The rate of the best vector width, in GFLOP/s. */
export function peakOf(peak: Peak, threads: number): number {
  return Math.max(...Object.values(peak).map((rates) => rates[threads] ?? 0));
}

/** Says so when the cores were too busy for threads to help even this loop: other numbers then say nothing either. */
export function busyNote(peak: Peak, threads: readonly number[]): string {
  const one = peakOf(peak, Math.min(...threads)) / Math.min(...threads);
  const busy = threads.filter((n) => n <= availableParallelism() && peakOf(peak, n) < 0.9 * n * one);
  if (busy.length === 0) return '';
  return `The peak does not grow with ${busy.join(', ')} threads: other programs use the cores. Do not trust those numbers.`;
}
