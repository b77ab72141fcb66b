/** Which backend runs, and why. Node and browsers choose in ways of their own: node.ts, browser.ts. */
import { ValueError } from '../errors.ts';
import { emptyPool } from '../memory.ts';
import type { Backend, BackendName } from './backend.ts';
import { backend, setActive } from './current.ts';
import type { BrowserWasmOptions } from './wasm/browser.ts';

let why = '';

/** Notes the reason for a choice. */
export function because(reason: string): void {
  why = reason;
}

/** Makes a backend the one in use. Tensors of another one cannot be used any more: choose before making any. */
export function use(next: Backend, reason: string): void {
  emptyPool();
  setActive(next);
  because(reason);
}

/** One line, for what would otherwise only show as slowness. */
export function say(text: string): void {
  if (typeof globalThis.process?.emitWarning === 'function') globalThis.process.emitWarning(text);
  // eslint-disable-next-line no-console -- browsers have nothing else
  else console.warn(text);
}

/** Threads that kernels may use, the calling one included. Results do not depend on it. @throws ValueError unless 1 to 64 */
export function setNumThreads(n: number): void {
  checkThreads('setNumThreads', n);
  backend().setThreads(n);
  const { threads } = backend().stats();
  if (threads !== n)
    say(`setNumThreads: the ${backend().name} backend runs on ${threads} thread${threads === 1 ? '' : 's'}.`);
}

export function checkThreads(op: string, n: number): void {
  if (!Number.isInteger(n) || n < 1 || n > 64) throw new ValueError(`${op}: ${n} is not a whole number from 1 to 64.`);
}

/** What init() takes. It is one type for both platforms: the types of a package are seldom looked up as a browser would. */
export interface InitOptions extends BrowserWasmOptions {
  /** Instead of the best one here. Browsers have `wasm` only. */
  backend?: BackendName;
}

export interface BackendInfo {
  name: BackendName;
  /** The instruction set of its kernels. */
  isa: string;
  threads: number;
  /** Why this one runs. */
  why: string;
}

/** The backend in use and why it was chosen. */
export function backendInfo(): BackendInfo {
  const { isa, threads } = backend().stats();
  return { name: backend().name, isa, threads, why };
}
