/** init() in pages that have done nothing before. What it takes and refuses is in test/package/hosting.test.ts, on bundles. */
import type { Page } from 'playwright';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as Descend from '../../src/browser.ts';
import { blankPage, isolation, type Pages, startPages } from '../support/page.ts';

/** What the pages below have: the library, which nobody called yet. */
declare const descend: typeof Descend;

const script = `<script type="module">
  import * as descend from '/src/browser.ts';
  globalThis.descend = descend;
</script>`;

let pages: Pages;
beforeAll(async () => {
  pages = await startPages({
    configFile: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    appType: 'custom',
    plugins: [blankPage('/blank', script)],
    server: { headers: isolation },
  });
});
afterAll(() => pages.close());

async function open(): Promise<{ page: Page; problems: string[] }> {
  const opened = await pages.open('/blank');
  await opened.page.waitForFunction(() => 'descend' in globalThis);
  return opened;
}

it('before init() an op is an error that says what to do; after it, it works', async () => {
  const { page, problems } = await open();
  const thrown = await page.evaluate(() => {
    try {
      descend.tensor([1]);
      return null;
    } catch (error) {
      return [error instanceof descend.BackendError, (error as Error).message];
    }
  });
  expect(thrown).toEqual([true, expect.stringContaining('Call `await init()` before this.')]);
  expect(await page.evaluate(() => descend.init().then(() => descend.tensor([1, 2]).sum().item()))).toBe(3);
  expect(problems).toEqual([]);
});

it('starts a worker for every thread but the first, and all of them arrive', async () => {
  const { page, problems } = await open();
  const info = await page.evaluate(() => descend.init({ threads: 3 }));
  expect(info).toMatchObject({ name: 'wasm', threads: 3, isa: expect.stringMatching(/-threads$/) as string });
  expect(page.workers()).toHaveLength(2);
  expect(await page.evaluate(() => descend.init({ threads: 1 }))).toEqual({ ...info, threads: 1 });
  expect(await page.evaluate(() => descend.init())).toEqual({ ...info, threads: 1 }); // nothing asked for
  expect(problems).toEqual([]);
});

it('works in a worker, which has workers of its own', async () => {
  const { page, problems } = await open();
  const text = `
    import { init, randn } from '${new URL('/src/browser.ts', page.url()).href}';
    const { name, threads } = await init({ threads: 2 });
    postMessage([name, threads, randn([64, 32]).matmul(randn([32, 16])).shape]);`;
  // A string, for the code is about a page's own globals, which Node's types do not have.
  const answer = await page.evaluate(`new Promise((resolve, reject) => {
    const url = URL.createObjectURL(new Blob([${JSON.stringify(text)}], { type: 'text/javascript' }));
    const worker = new Worker(url, { type: 'module' });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  })`);
  expect(answer).toEqual(['wasm', 2, [64, 16]]);
  expect(problems).toEqual([]);
});
