/** Where the kernels come from, and what is said when they do not come. */
import { join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builds } from '../../src/backend/wasm/features.ts';
import { findChromium } from '../support/chromium.ts';
import { type App, installApp } from './app.ts';
import { serve, type Serving, visit } from './visit.ts';

/** Runs the function body in the address on the library, so that one bundle serves every test. */
const script = `
import * as descend from 'descend';
const body = new URLSearchParams(location.search).get('run');
const AsyncFunction = (async () => {}).constructor;
globalThis.result = new AsyncFunction('descend', body)(descend).catch((error) => error.name + ': ' + error.message);
`;

const chromium = findChromium();
let app: App;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  app = installApp(script);
  folder = await app.esbuild('out');
  app.copyKernels(join(folder, 'kernels'));
  if (chromium) browser = await playwright.launch(chromium);
});
afterAll(async () => {
  await browser?.close();
  app?.remove();
});

/** What the body returns, as JSON would carry it, and the paths of the kernels that were asked for. */
async function run(body: string, options: Serving & { page?: string } = {}) {
  const server = await serve(options.page ?? folder, options);
  try {
    const { result, requests } = await visit<unknown>(browser, `${server.url}?run=${encodeURIComponent(body)}`);
    return { result, kernels: requests.filter((path) => path.includes('.wasm')) };
  } finally {
    await server.close();
  }
}

describe.skipIf(!chromium)('init({ wasm })', () => {
  const sum = 'return [info.isa, info.why, descend.tensor([1, 2]).add(1).toArray()]';

  it.each(["'/kernels/'", "'/kernels'", "'kernels/'", "new URL('/kernels/', location.href)"])(
    'takes a folder: %s',
    async (wasm) => {
      const { result, kernels } = await run(`const info = await descend.init({ wasm: ${wasm} }); ${sum}`);
      expect(result).toEqual([
        expect.stringMatching(/^wasm (relaxed|simd)$/),
        expect.stringMatching(/^(relaxed|simd) is the best build that this browser runs; .*one thread: /),
        [2, 3],
      ]);
      expect(kernels).toEqual([expect.stringMatching(/^\/kernels\/descend\.(relaxed|simd)\.wasm$/)]);
    },
  );
  it('takes a function, and each build may be asked for', async () => {
    for (const build of ['scalar', 'simd']) {
      const { result, kernels } = await run(
        `const info = await descend.init({ build: '${build}', wasm: (build) => '/kernels/descend.' + build + '.wasm?v=1' }); ${sum}`,
      );
      expect(result).toEqual([`wasm ${build}`, `the build ${build} was asked for`, [2, 3]]);
      expect(kernels).toEqual([`/kernels/descend.${build}.wasm`]);
    }
  });
  it('takes what a bundler makes of `descend/….wasm`', async () => {
    app.write(
      'main.js',
      [
        ...builds.map((build, i) => `import url${i} from 'descend/descend.${build}.wasm';`),
        "import { init, tensor } from 'descend';",
        `const urls = { ${builds.map((build, i) => `'${build}': url${i}`).join(', ')} };`,
        'globalThis.result = init({ wasm: (build) => urls[build] }).then(() => tensor([1, 2]).add(1).toArray());',
      ].join('\n'),
    );
    const page = await app.esbuild('loader', { loader: { '.wasm': 'file' }, publicPath: '/' });
    const { result, kernels } = await run('', { page });
    expect(result).toEqual([2, 3]);
    expect(kernels).toEqual([expect.stringMatching(/^\/descend\.(relaxed|simd)-[A-Z0-9]+\.wasm$/)]);
  });
  it('is needed where a bundle is no module, which is said', async () => {
    app.write('main.js', script);
    const page = await app.esbuild('iife', { format: 'iife' });
    app.copyKernels(join(page, 'kernels'));
    expect((await run('await descend.init()', { page })).result).toBe(
      "BackendError: wasm: this bundle does not know its own address (import.meta.url), beside which the files are. Say where with init({ wasm: '/folder/' }).",
    );
    const { result } = await run(`const info = await descend.init({ wasm: '/kernels/' }); ${sum}`, { page });
    expect(result).toMatchObject({ 2: [2, 3] });
  });
});

describe.skipIf(!chromium)('when the kernels do not come', () => {
  it('says so, with the address', async () => {
    expect((await run('await descend.init()')).result).toMatch(
      /^BackendError: wasm: http:\/\/127\.0\.0\.1:\d+\/descend\.(relaxed|simd)\.wasm does not load: the server answers 404\. Is the file there\? Say where with init\(\{ wasm: '\/folder\/' \}\)\.$/,
    );
    expect((await run("await descend.init({ wasm: '/elsewhere/', build: 'simd' })")).result).toBe(
      "BackendError: wasm: /elsewhere/descend.simd.wasm does not load: the server answers 404. Is the file there? Say where with init({ wasm: '/folder/' }).",
    );
  });
  it('says so when a page comes instead', async () => {
    expect(
      (await run("await descend.init({ wasm: '/elsewhere/', build: 'simd' })", { pageForAll: true })).result,
    ).toMatch(
      /^BackendError: wasm: \/elsewhere\/descend\.simd\.wasm does not load: \d+ bytes of text\/html came, which are no WebAssembly\. Is the file there\?/,
    );
  });
  it('says so when there is no server', async () => {
    expect((await run("await descend.init({ wasm: 'http://127.0.0.1:9/', build: 'simd' })")).result).toMatch(
      /^BackendError: wasm: http:\/\/127\.0\.0\.1:9\/descend\.simd\.wasm does not load: Failed to fetch\. /,
    );
  });
  it('says what a build with threads needs', async () => {
    expect((await run("await descend.init({ wasm: '/kernels/', build: 'simd-threads' })")).result).toBe(
      'BackendError: init: the build simd-threads needs shared memory: the page is not cross-origin isolated. Serve it with the headers ' +
        'Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp.',
    );
  });
  it('the next init tries again', async () => {
    const { result } = await run(
      "const first = await descend.init().catch((error) => error.name); const info = await descend.init({ wasm: '/kernels/' }); return [first, info.name]",
    );
    expect(result).toEqual(['BackendError', 'wasm']);
  });
});

describe.skipIf(!chromium)('init again', () => {
  it('loads once, also when two ask at the same time', async () => {
    const { result, kernels } = await run(
      "const [a, b] = await Promise.all([descend.init({ wasm: '/kernels/' }), descend.init({ wasm: '/kernels/' })]);" +
        'const x = descend.tensor([1]); const c = await descend.init(); return [a.isa === b.isa, c.isa === a.isa, x.add(1).item()]',
    );
    expect(result).toEqual([true, true, 2]);
    expect(kernels).toHaveLength(1);
  });
  it('with another build loads that; older tensors say where they are', async () => {
    const { result } = await run(
      "await descend.init({ wasm: '/kernels/' }); const x = descend.tensor([1]); const info = await descend.init({ wasm: '/kernels/', build: 'scalar' });" +
        'try { x.add(1); } catch (error) { return [info.isa, error.name, descend.tensor([1]).add(1).item()]; }',
    );
    expect(result).toEqual(['wasm scalar', 'StateError', 2]);
  });
  it('that fails leaves what there is', async () => {
    const { result } = await run(
      "await descend.init({ wasm: '/kernels/', build: 'simd' }); const x = descend.tensor([1]);" +
        "const error = await descend.init({ wasm: '/elsewhere/' }).catch((error) => error.name); const { isa } = await descend.init(); return [error, isa, x.add(1).item()]",
    );
    expect(result).toEqual(['BackendError', 'wasm simd', 2]);
  });
  it('refuses what browsers do not have', async () => {
    expect((await run("await descend.init({ backend: 'native' })")).result).toBe(
      'BackendError: init: a browser has no backend "native", only wasm.',
    );
    expect((await run('await descend.init({ threads: 0 })')).result).toBe(
      'ValueError: init: 0 is not a whole number from 1 to 64.',
    );
  });
});

describe.skipIf(!chromium)('threads', () => {
  const body =
    "const info = await descend.init({ wasm: '/kernels/', threads: 2 }); return [info.isa, info.threads, info.why]";

  it('are there in pages that are isolated', async () => {
    expect((await run(body, { isolated: true })).result).toEqual([
      expect.stringMatching(/^wasm (relaxed|simd)-threads$/),
      2,
      expect.stringMatching(/^\S+-threads is the best build that this browser runs(; it has no fused .*)?$/),
    ]);
  });
  it('are not in others, which is said once', async () => {
    const server = await serve(folder);
    try {
      const visited = await visit<unknown>(browser, `${server.url}?run=${encodeURIComponent(`${body};`)}`);
      expect(visited.result).toMatchObject({ 0: expect.stringMatching(/^wasm (relaxed|simd)$/) as string, 1: 1 });
      expect(visited.console).toEqual([
        'descend runs on one thread: the page is not cross-origin isolated. Serve it with the headers Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp.',
      ]);
    } finally {
      await server.close();
    }
  });
});
