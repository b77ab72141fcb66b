/** What differs between Node and browsers, for Node. In the chromium project platform.browser.ts takes its place. */
import { readFileSync } from 'node:fs';
import type { Backend } from '../../src/backend/backend.ts';
import { createNativeBackend } from '../../src/backend/native.ts';
import { createReferenceBackend } from '../../src/backend/reference/index.ts';
import { createNodeWasmBackend, enableRelaxedSimd } from '../../src/backend/wasm/node.ts';
import { buildOf, runnable, type TestBackend } from './builds.ts';

export type { TestBackend } from './builds.ts';

export const native: readonly TestBackend[] = ['native'];
enableRelaxedSimd();
// scripts/test-sanitized.sh is about the addon alone.
const sanitized = process.env['DESCEND_TEST_PRELOAD'] !== undefined;
export const builds = process.env['DESCEND_BACKEND'] === 'native' ? [] : runnable();
/** Sanitizers look at kernels, and those of backward ran with the values; difference quotients only run them a thousand times more. */
export const derivativesOn: readonly TestBackend[] = sanitized
  ? []
  : [...native, ...builds.map((build) => `wasm-${build}` as const), 'reference'];

export function createBackend(name: TestBackend): Backend {
  if (name === 'native') return createNativeBackend();
  if (name === 'reference') return createReferenceBackend();
  return createNodeWasmBackend(buildOf(name));
}

/** The text of test/fixtures/<name>.json. */
export function fixtureText(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8');
}
