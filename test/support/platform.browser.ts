/** What differs between Node and browsers, for browsers; see platform.ts. */
/// <reference types="vite/types/importMeta.d.ts" />
import type { Backend } from '../../src/backend/backend.ts';
import { createReferenceBackend } from '../../src/backend/reference/index.ts';
import { loadBrowserWasmBackend } from '../../src/backend/wasm/browser.ts';
import { buildOf, runnable, type TestBackend } from './builds.ts';

export type { TestBackend } from './builds.ts';

export const native: readonly TestBackend[] = [];
// The one that pages load: the kernels of the others are the same as in Node, where all of them are tested.
export const builds = runnable().slice(0, 1);
/** Derivatives are the same TypeScript as in Node, and the reference is. */
export const derivativesOn: readonly TestBackend[] = builds.map((build) => `wasm-${build}` as const);

// Loading takes an await, which tests between two backends have no place for.
const loaded = new Map<string, Backend>(
  await Promise.all(builds.map(async (build) => [build, await loadBrowserWasmBackend({ build, threads: 2 })] as const)),
);

export function createBackend(name: TestBackend): Backend {
  if (name === 'reference') return createReferenceBackend();
  const backend = loaded.get(buildOf(name));
  if (!backend) throw new Error(`there is no ${name} in a browser`);
  return backend;
}

// As text, as in Node: a module made from JSON would lose the sign of -0.
const texts = import.meta.glob<string>('../fixtures/*.json', { query: '?raw', import: 'default', eager: true });

/** The text of test/fixtures/<name>.json. */
export function fixtureText(name: string): string {
  const text = texts[`../fixtures/${name}.json`];
  if (text === undefined) throw new Error(`there is no fixture ${name}.json`);
  return text;
}
