/** The choice of a backend in Node, where all are there at once: the first tensor makes it. */
import { known } from '../options.ts';
import { BackendError } from '../errors.ts';
import type { Backend, BackendName } from './backend.ts';
import { setChooser } from './current.ts';
import { createNativeBackend } from './native.ts';
import { createReferenceBackend } from './reference/index.ts';
import { because, backendInfo, type BackendInfo, type InitOptions, say, setNumThreads, use } from './select.ts';
import { createNodeWasmBackend } from './wasm/node.ts';

/**
 * glibc takes pages for large blocks from the system and gives them back at once, so every result would be written to pages that
 * are new, which takes several times as long. Once a block of almost 32 MiB was freed, it keeps up to 64 MiB of what is free,
 * more than V8 lets pile up before it collects. The collector frees this one; nobody writes to it, so it never has pages.
 */
Buffer.allocUnsafeSlow(2 ** 25 - 2 ** 14);

/** The backends there are, best first. */
const makers: Record<BackendName, () => Backend> = {
  native: createNativeBackend,
  wasm: () => createNodeWasmBackend(),
  reference: createReferenceBackend,
};
const made = new Map<BackendName, Backend>();

function make(name: string): Backend {
  const maker = Object.hasOwn(makers, name) ? makers[name as BackendName] : undefined;
  if (!maker) throw new BackendError(`there is no backend "${name}"; choose one of ${Object.keys(makers).join(', ')}.`);
  let one = made.get(name as BackendName);
  if (!one) made.set(name as BackendName, (one = maker()));
  return one;
}

setChooser(() => {
  const forced = process.env['DESCEND_BACKEND'];
  if (forced) {
    because(`DESCEND_BACKEND is ${forced}`);
    return make(forced);
  }
  try {
    const native = make('native');
    because('the fastest one here');
    return native;
  } catch (cause) {
    if (!(cause instanceof BackendError)) throw cause; // a setting that is wrong
    because(`the next best: ${cause.message}`);
    say(`descend runs on its WASM backend. ${cause.message}`);
    return make('wasm');
  }
});

/** Makes a backend the one in use. Tensors of another one cannot be used any more: choose before making any. */
export function useBackend(name: BackendName): void {
  use(make(name), `${name} was asked for`);
}

/**
 * Chooses the backend and the number of threads. Needed in browsers only; elsewhere the first tensor chooses.
 * @param options `wasm` says nothing here: Node has its own files
 * @throws BackendError when the backend asked for cannot load, or for the option `build`; ValueError unless threads is 1 to 64
 */
export function init(options: InitOptions = {}): Promise<BackendInfo> {
  const { backend, threads, build } = known('init', options, ['backend', 'threads', 'build', 'wasm']);
  return Promise.resolve().then(() => {
    if (build !== undefined)
      throw new BackendError(`init: build is for browsers; in Node set DESCEND_WASM_BUILD=${build}.`);
    if (backend !== undefined) useBackend(backend);
    if (threads !== undefined) setNumThreads(threads);
    return backendInfo();
  });
}
