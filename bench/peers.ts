/** PyTorch beside descend: peers/pytorch/ runs the same cases, one process at a time and never while descend runs. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Budget, Case, Timing } from './measure.ts';
import { hasAvx512 } from './machine.ts';

const python = '/usr/bin/python3';
// npm runs scripts in the package's root.
const script = resolve('bench/peers/pytorch/run.py');

export interface Peer {
  /** Which PyTorch this is, or why there is none. */
  note: string;
  available: boolean;
}

/** Looks for PyTorch. */
export function findTorch(): Peer {
  const { status, stdout, stderr, error } = spawnSync(python, ['-c', 'import torch; print(torch.__version__)'], {
    encoding: 'utf8',
  });
  if (status === 0) return { available: true, note: `PyTorch ${stdout.trim()} (${python})` };
  const why = error?.message ?? stderr.trim().split('\n').at(-1) ?? `exit status ${status}`;
  return { available: false, note: `no PyTorch to compare with: ${why}. On Debian: apt-get install python3-torch` };
}

/** The settings PyTorch is fastest with. What the caller's environment says of the processor stays. */
function environment(threads: number, extra: Record<string, string>): NodeJS.ProcessEnv {
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

/** PyTorch's times of these cases. @throws Error when the script fails or does not know a case */
export function measureTorch(
  suite: string,
  threads: number,
  cases: readonly Case[],
  budget: Budget,
): Map<string, Timing> {
  const timings = new Map<string, Timing>();
  // Cases that need the same environment share a process.
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const key = JSON.stringify(one.torchEnv ?? {});
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    const job = { suite, threads, cases: group.map(({ name }) => name), ...budget };
    const { status, stdout, error } = spawnSync(python, ['-B', script, JSON.stringify(job)], {
      encoding: 'utf8',
      env: environment(threads, group[0]!.torchEnv ?? {}),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status !== 0) throw error ?? new Error(`peers/pytorch/ failed on ${suite} (exit status ${status}).`);
    for (const line of stdout.trim().split('\n')) {
      const { name, ...timing } = JSON.parse(line) as Timing & { name: string };
      timings.set(name, timing);
    }
  }
  return timings;
}
