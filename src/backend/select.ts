/** Which backend runs, and why. */
import { BackendError, ValueError } from '../errors.ts';
import { emptyPool } from '../memory.ts';
import type { Backend, BackendName } from './backend.ts';
import { backend, setActive, setChooser } from './current.ts';
import { createNativeBackend } from './native.ts';
import { createReferenceBackend } from './reference/index.ts';
import { createNodeWasmBackend } from './wasm/node.ts';

/** The backends there are, best first. */
const makers: Partial<Record<BackendName, () => Backend>> = {
  native: createNativeBackend,
  wasm: () => createNodeWasmBackend(),
  reference: createReferenceBackend,
};
const made = new Map<BackendName, Backend>();
let why = '';

function make(name: string): Backend {
  const maker = Object.hasOwn(makers, name) ? makers[name as BackendName] : undefined;
  if (!maker) throw new BackendError(`there is no backend "${name}"; choose one of ${Object.keys(makers).join(', ')}.`);
  let one = made.get(name as BackendName);
  if (!one) made.set(name as BackendName, (one = maker()));
  return one;
}

/** One line, for what would otherwise only show as slowness. */
function say(text: string): void {
  globalThis.process?.emitWarning(text);
}

const environment = (name: string): string | undefined => globalThis.process?.env[name];

setChooser(() => {
  const forced = environment('DESCEND_BACKEND');
  if (forced) {
    why = `DESCEND_BACKEND is ${forced}`;
    return make(forced);
  }
  try {
    const native = make('native');
    why = 'the fastest one here';
    return native;
  } catch (cause) {
    why = `the next best: ${(cause as Error).message}`;
    say(`descend runs on its WASM backend. ${(cause as Error).message}`);
    return make('wasm');
  }
});

/** Makes a backend the one in use. Tensors of another one can still be read by nobody: choose before making any. */
export function useBackend(name: BackendName): void {
  const next = make(name);
  emptyPool();
  setActive(next);
  why = `${name} was asked for`;
}

export interface InitOptions {
  backend?: BackendName;
  threads?: number;
}

/**
 * Chooses the backend and the number of threads. Needed in browsers only; elsewhere the first tensor chooses.
 * @throws BackendError when the backend asked for cannot load
 */
export function init(options: InitOptions = {}): Promise<BackendInfo> {
  return Promise.resolve().then(() => {
    if (options.backend) useBackend(options.backend);
    if (options.threads !== undefined) setNumThreads(options.threads);
    return backendInfo();
  });
}

/** Threads that kernels may use, the calling one included. Results do not depend on it. @throws ValueError unless 1 to 64 */
export function setNumThreads(n: number): void {
  if (!Number.isInteger(n) || n < 1 || n > 64)
    throw new ValueError(`setNumThreads: ${n} is not a whole number from 1 to 64.`);
  backend().setThreads(n);
  const { threads } = backend().stats();
  if (threads !== n)
    say(`setNumThreads: the ${backend().name} backend runs on ${threads} thread${threads === 1 ? '' : 's'}.`);
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
