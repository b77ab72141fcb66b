/** Where contenders run: each alone, in a process of its own. */
import { fork } from 'node:child_process';
import type { Spec } from './contender.ts';
import type { Side } from './side.ts';

/** A Side somewhere else. */
export type Host = { [M in Method]: (...args: Parameters<Side[M]>) => Promise<Awaited<ReturnType<Side[M]>>> } & {
  close: () => Promise<void>;
};
export type Method = 'about' | 'prepare' | 'round' | 'clear';
export type Open = (spec: Spec) => Promise<Host>;

/** A host, from what sends it a message and brings the answer. */
export function hostOf(ask: (method: Method, args: unknown[]) => Promise<unknown>, close: Host['close']): Host {
  const asks =
    (method: Method) =>
    (...args: unknown[]): Promise<never> =>
      ask(method, args) as Promise<never>;
  return { about: asks('about'), prepare: asks('prepare'), round: asks('round'), clear: asks('clear'), close };
}

/** What a process is sent and answers. */
export interface Request {
  method: Method;
  args: unknown[];
}
export interface Answer {
  value?: unknown;
  error?: string;
}

/** Node 20 has fused multiply-add in WASM behind this. Peers may use it, too. */
const flags = Number(process.versions.node.split('.')[0]) < 22 ? ['--experimental-wasm-relaxed-simd'] : [];

/** @param peers the folder with the peers' node_modules */
export const processes =
  (peers: string): Open =>
  (spec) => {
    const child = fork('build/bench/child.js', [JSON.stringify(spec), peers], {
      execArgv: flags,
      serialization: 'advanced',
      // Libraries greet on stdout.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const ask = (method: Method, args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const ended = (status: unknown): void => reject(new Error(`${spec.name} ended with ${String(status)}.`));
        child.once('exit', ended);
        child.once('message', ({ value, error }: Answer) => {
          child.off('exit', ended);
          if (error === undefined) resolve(value);
          else reject(new Error(`${spec.name}: ${error}`));
        });
        child.send({ method, args } satisfies Request);
      });
    const close = (): Promise<void> => {
      child.kill();
      return Promise.resolve();
    };
    return Promise.resolve(hostOf(ask, close));
  };

/** As many hosts at once as there are threads, for what has none itself: their rates add up. */
export async function together(open: Open, spec: Spec): Promise<Host> {
  const hosts = await Promise.all(Array.from({ length: spec.threads }, () => open(spec)));
  const first = <R>(answers: R[]): R => answers[0]!;
  return {
    about: async () => ({ ...(await hosts[0]!.about()), threads: spec.threads }),
    prepare: async (one, effort) => first(await Promise.all(hosts.map((host) => host.prepare(one, effort)))),
    round: async () => {
      const answers = await Promise.all(hosts.map((host) => host.round()));
      // Means, not medians: what other programs take of the cores in between shall show.
      return [1 / answers.reduce((rate, samples) => rate + 1 / mean(samples), 0)];
    },
    clear: async () => first(await Promise.all(hosts.map((host) => host.clear()))),
    close: async () => first(await Promise.all(hosts.map((host) => host.close()))),
  };
}

const mean = (samples: readonly number[]): number => samples.reduce((a, b) => a + b, 0) / samples.length;

export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
