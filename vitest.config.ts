import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findChromium } from './test/support/chromium.ts';

// scripts/test-sanitized.sh names the sanitizer's runtime here; only the workers load it.
const preload = process.env.DESCEND_TEST_PRELOAD;
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const chromium = findChromium();

const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };
/** Tests of single kernels, files, processes, the terminal and the addon. All others run in Node and in Chromium. */
const nodeOnly = [
  'test/bench/**',
  'test/cli/**',
  'test/core/{backend,inspect,optionNames,training,worker}.test.ts',
  'test/data/mnist.test.ts',
  'test/demo/**',
  'test/io/files.test.ts',
  'test/ops/isa.test.ts',
  'test/package/**',
  'test/pytorch/**',
  'test/reference/**',
  'test/train/{curve,progress}.test.ts',
  'test/wasm/**',
];
/** Tests in test/browser that drive Chromium from Node. All others there run in it. */
const driving = ['demo', 'init'];

const node: TestProjectInlineConfiguration = {
  test: {
    ...timeouts,
    name: 'node',
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    pool: 'forks',
    env: preload === undefined ? {} : { LD_PRELOAD: preload },
  },
};

/** Pages in Chromium, driven from Node: one after the other, and alone, for they look at how fast a page answers. */
const pages: TestProjectInlineConfiguration = {
  test: {
    ...timeouts,
    name: 'pages',
    environment: 'node',
    include: [`test/browser/{${driving.join()}}.test.ts`],
    maxWorkers: 1,
    sequence: { groupOrder: 2 },
  },
};

const inChromium = (launchOptions: NonNullable<typeof chromium>): TestProjectInlineConfiguration => ({
  // What a test takes from Node's side of the library comes from the browser's here.
  resolve: {
    alias: [
      { find: /^(?:\.\.\/)+src\/index\.ts$/, replacement: file('src/browser.ts') },
      { find: /^\.\/platform\.ts$/, replacement: file('test/support/platform.browser.ts') },
    ],
  },
  // A page with these is cross-origin isolated, and may share memory with workers.
  server: {
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
  },
  test: {
    ...timeouts,
    include: ['test/**/*.test.ts'],
    exclude: [...nodeOnly, `test/browser/{${driving.join()}}.test.ts`],
    setupFiles: ['test/browser/setup.ts'],
    maxWorkers: 2,
    // After Node's: both at once would only be in each other's way.
    sequence: { groupOrder: 1 },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions }),
      instances: [{ browser: 'chromium', name: 'chromium' }],
    },
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default'],
    projects: chromium ? [node, inChromium(chromium), pages] : [node],
  },
});
