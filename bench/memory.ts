/** The suite `memory`: what training takes in a fresh process, and PyTorch's beside it. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { MemoryUse } from './memoryChild.ts';
import { findTorch, torchEnvironment } from './peers/torch.ts';
import { render } from './report.ts';
import { steps } from './suites/training.ts';

export interface MemoryResult {
  name: string;
  threads: number;
  own: MemoryUse;
  torch?: Pick<MemoryUse, 'peak' | 'before'>;
}

function run<T>(command: string, args: string[], env: NodeJS.ProcessEnv): T {
  const { status, stdout, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw error ?? new Error(`${command} ${args[0]} ended with exit status ${status}.`);
  return JSON.parse(stdout) as T;
}

/** Every training step whose name contains `filter`, on each number of threads. */
export function memoryUse(threads: readonly number[], filter: string, peers: boolean, count: number): MemoryResult[] {
  const torch = peers && typeof findTorch() !== 'string';
  const child = resolve('build/bench/memoryChild.js');
  const script = resolve('bench/peers/pytorch/memory.py');
  return threads.flatMap((n) =>
    steps
      .filter(({ name }) => name.includes(filter))
      .map(({ name, torchEnv }): MemoryResult => {
        const env = { ...process.env, DESCEND_NUM_THREADS: String(n) };
        const own = run<MemoryUse>(process.execPath, [child, name, String(count)], env);
        if (!torch) return { name, threads: n, own };
        const job = JSON.stringify({ name, steps: count, threads: n });
        return {
          name,
          threads: n,
          own,
          torch: run('/usr/bin/python3', ['-B', script, job], torchEnvironment(n, torchEnv)),
        };
      }),
  );
}

export function memoryTable(results: readonly MemoryResult[]): string {
  const mib = (bytes: number): string => (bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 2 : 0);
  const beside = results.some(({ torch }) => torch);
  return render(
    [
      ...['memory of training, MiB', 'peak', 'before', 'live', 'pooled', 'asked for per step'],
      ...(beside ? ['PyTorch: peak', 'before', '/ descend, peak'] : []),
    ],
    results.map(({ name, threads, own, torch }) => [
      `${name}, ${threads}T`,
      ...[own.peak, own.before, own.live, own.pooled, own.perStep].map(mib),
      ...(torch ? [mib(torch.peak), mib(torch.before), (torch.peak / own.peak).toFixed(2)] : []),
    ]),
  );
}
