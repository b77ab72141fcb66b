/** Who runs beside descend: the same cases under the same names, one process at a time and never while descend runs. */
import { spawnSync } from 'node:child_process';
import type { Budget, Case, Timing } from './measure.ts';
import { findOnnxruntime } from './peers/onnxruntime.ts';
import { findTorch } from './peers/torch.ts';

export interface Peer {
  name: string;
  /** Which version this is. */
  note: string;
  /** Times of those of these cases that it has. @throws Error when it fails */
  measure: (suite: string, threads: number, cases: readonly Case[], budget: Budget) => Map<string, Timing>;
}

export interface Found {
  peers: Peer[];
  /** A line each: which they are, or why they are not here. */
  notes: string[];
}

/** Looks for them. @param folder where node_modules with JavaScript peers is */
export function findPeers(folder: string): Found {
  const all = [findTorch(), findOnnxruntime(folder)];
  const peers = all.filter((one) => typeof one !== 'string');
  return { peers, notes: all.map((one) => (typeof one === 'string' ? one : one.note)) };
}

/** Runs a peer's process, which prints one line of JSON per case. @throws Error when it fails */
export function timingsOf(command: string, args: string[], env: NodeJS.ProcessEnv): Map<string, Timing> {
  const { status, stdout, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw error ?? new Error(`${command} ${args[0]} ended with exit status ${status}.`);
  const timings = new Map<string, Timing>();
  for (const line of stdout.split('\n').filter((text) => text !== '')) {
    const { name, ...timing } = JSON.parse(line) as Timing & { name: string };
    timings.set(name, timing);
  }
  return timings;
}
