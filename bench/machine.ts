/** What the numbers were measured on. */
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { backendInfo } from '../src/index.ts';

export interface Machine {
  cpu: string;
  /** How many the process may use. */
  cores: number;
  memoryGiB: number;
  /** descend's backend and the instruction set of its kernels. */
  backend: string;
  isa: string;
  node: string;
  platform: string;
  date: string;
  /** How busy the machine was when the run began: the average over a minute. */
  load: number;
}

export function machine(): Machine {
  const { name, isa } = backendInfo();
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    backend: name,
    isa,
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    date: new Date().toISOString(),
    load: loadavg()[0]!,
  };
}

export function describe(m: Machine): string {
  const busy = m.load > 0.5 ? `; load ${m.load.toFixed(1)} before the run, so times are unsteady` : '';
  return [
    `${m.date}, Node ${m.node}, ${m.platform}`,
    `${m.cpu}, ${m.cores} cores, ${m.memoryGiB} GiB${busy}`,
    `descend on its ${m.backend} backend, ${m.isa}`,
  ].join('\n');
}

/** Whether the processor has the AVX-512 parts that PyTorch's kernels need. Known on Linux only. */
export function hasAvx512(): boolean {
  if (process.platform !== 'linux') return false;
  const flags = /^flags\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1]?.split(' ') ?? [];
  return ['avx512f', 'avx512vl', 'avx512bw', 'avx512dq'].every((flag) => flags.includes(flag));
}
