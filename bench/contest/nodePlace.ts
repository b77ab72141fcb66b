/** Node, as a place for contenders. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os, { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Place, Untyped } from './contender.ts';

/** @param peers the folder with the peers' node_modules */
export function nodePlace(peers: string): Place {
  const require = createRequire(resolve(peers, 'package.json'));
  return {
    descend: ({ threads, variant }) => {
      process.env.DESCEND_BACKEND = 'wasm';
      process.env.DESCEND_NUM_THREADS = String(threads);
      if (variant !== undefined) process.env.DESCEND_WASM_BUILD = variant;
      return import('../../src/index.ts');
    },
    load: (name) => Promise.resolve(require(name)),
    folder: (file) => `${dirname(join(peers, 'node_modules', file))}/`,
    // Node has no such Worker as pages have.
    showProcessors: (count) => {
      if (count > 1) pageWorkers(count);
    },
  };
}

/** Begins what was put into a Blob, so that a worker finds what a page's has, and nothing of Node's. */
const prelude = `if (globalThis.self === undefined) {
  const { readFileSync } = require('node:fs');
  const { parentPort } = require('node:worker_threads');
  Object.assign(globalThis, {
    self: globalThis,
    process: undefined,
    location: { href: '' },
    postMessage: (message) => parentPort.postMessage(message),
    importScripts: (file) => (0, eval)(readFileSync(file, 'utf8')),
  });
  URL.createObjectURL = (blob) => blob.file;
  URL.revokeObjectURL = () => {};
  parentPort.on('message', (data) => globalThis.onmessage({ data }));
}
`;

/**
 * Worker, Blob and hardwareConcurrency as pages have them, with Blobs kept in files. jax-js and tfjs start their threads from Blobs,
 * which Node's own Worker does not take. tfjs then takes Node's, for which a Blob's address here is good.
 */
function pageWorkers(processors: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'descend-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true }));
  let files = 0;
  class FileBlob {
    readonly file = join(folder, `${files++}.cjs`);
    constructor(parts: string[]) {
      writeFileSync(this.file, prelude + parts.join(''));
    }
  }
  class PageWorker extends Worker {
    onmessage?: (event: { data: unknown }) => void;
    constructor(file: string) {
      super(file);
      this.on('message', (data: unknown) => this.onmessage?.({ data }));
      this.unref();
    }
  }
  const page: Untyped = globalThis;
  page.Blob = FileBlob;
  page.Worker = PageWorker;
  Object.defineProperty(page, 'navigator', { value: { hardwareConcurrency: processors }, configurable: true });
  os.cpus = () => Array<os.CpuInfo>(processors);
  const urls: Untyped = URL;
  urls.createObjectURL = (blob: FileBlob): string => blob.file;
  urls.revokeObjectURL = (): void => {};
}
