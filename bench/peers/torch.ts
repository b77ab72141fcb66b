/** PyTorch: pytorch/ has its side. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { hasAvx512 } from '../machine.ts';
import type { Budget, Case, Timing } from '../measure.ts';
import { type Peer, timingsOf } from '../peers.ts';

const python = '/usr/bin/python3';
// npm runs scripts in the package's root.
const script = resolve('bench/peers/pytorch/run.py');

/** PyTorch, or why there is none. */
export function findTorch(): Peer | string {
  const { status, stdout, stderr, error } = spawnSync(python, ['-c', 'import torch; print(torch.__version__)'], {
    encoding: 'utf8',
  });
  if (status === 0) return { name: 'PyTorch', note: `PyTorch ${stdout.trim()} (${python})`, measure };
  const why = error?.message ?? stderr.trim().split('\n').at(-1) ?? `exit status ${status}`;
  return `no PyTorch to compare with: ${why}. On Debian: apt-get install python3-torch`;
}

/** The settings PyTorch is fastest with. What the caller's environment says of the processor stays. */
export function torchEnvironment(threads: number, extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    // PyTorch leaves its AVX-512 kernels off unless asked, and an OpenBLAS older than the processor does not know it and
    // falls back to SSE, at a fifth of the speed.
    ...(hasAvx512() ? { ATEN_CPU_CAPABILITY: 'avx512', OPENBLAS_CORETYPE: 'SkylakeX' } : {}),
    ...process.env,
    OMP_NUM_THREADS: String(threads),
    OPENBLAS_NUM_THREADS: String(threads),
    ...(threads > 1 ? extra : {}),
  };
}

function measure(suite: string, threads: number, cases: readonly Case[], budget: Budget): Map<string, Timing> {
  const timings = new Map<string, Timing>();
  if (!existsSync(resolve(`bench/peers/pytorch/${suite}.py`))) return timings;
  // Cases that need the same environment share a process.
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const key = JSON.stringify(one.torchEnv ?? {});
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    const job = { suite, threads, cases: group.map(({ name }) => name), ...budget };
    const env = torchEnvironment(threads, group[0]!.torchEnv);
    const found = timingsOf(python, ['-B', script, JSON.stringify(job)], env);
    for (const [name, timing] of found) timings.set(name, timing);
  }
  return timings;
}
