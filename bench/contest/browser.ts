/** Where contenders run in Chromium: each in a page of its own, served with the headers that allow threads. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { hostOf, type Open } from './hosts.ts';
import type { Untyped } from './contender.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.html': 'text/html',
};
const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** The page's script, as users bundle descend. */
async function bundle(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: ['bench/contest/page.ts'],
    ...{ bundle: true, minify: true, format: 'esm', target: 'es2022', platform: 'browser', write: false },
  });
  return outputFiles[0]!.contents;
}

/** Serves the page, the builds of the kernels and the peers. */
async function serve(peers: string): Promise<{ address: string; close: () => void }> {
  const script = await bundle();
  const folders = { '/peers/': join(peers, 'node_modules'), '/wasm/': resolve('build/wasm') };
  const content = (path: string): Uint8Array | string | Promise<Uint8Array> => {
    if (path === '/') return '<!doctype html><meta charset="utf-8" /><script type="module" src="/page.js"></script>';
    if (path === '/page.js') return script;
    const [prefix, folder] = Object.entries(folders).find(([start]) => path.startsWith(start)) ?? [];
    if (prefix === undefined) throw new Error(`there is no ${path}`);
    return readFile(join(folder!, normalize(`/${path.slice(prefix.length)}`)));
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    const type = types[extname(path) || '.html'] ?? 'application/octet-stream';
    Promise.resolve(path)
      .then(content)
      .then((body) => response.writeHead(200, { ...headers, 'Content-Type': type }).end(body))
      .catch(() => response.writeHead(404, headers).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

export interface Browser {
  name: string;
  open: Open;
  close: () => Promise<void>;
}

/** Starts Chromium, CHROMIUM_PATH or Debian's. @throws Error when it is not there */
export async function startBrowser(peers: string): Promise<Browser> {
  const server = await serve(peers);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    // Containers run as root, and have no other sandbox than themselves.
    args: ['--no-sandbox', '--disable-gpu'],
  });
  return {
    name: `Chromium ${browser.version()}`,
    open: async (spec) => {
      // A context of its own is a process of its own.
      const context = await browser.newContext();
      const page = await context.newPage();
      page.setDefaultTimeout(0);
      page.on('pageerror', (error) => console.error(`${spec.name}: ${error.message}`));
      await page.goto(server.address);
      await page.waitForFunction(() => 'start' in globalThis);
      await page.evaluate((one) => (globalThis as Untyped).start(one), spec);
      return hostOf(
        (method, args) =>
          page.evaluate(([name, all]) => (globalThis as Untyped).side[name](...all), [method, args] as const),
        () => context.close(),
      );
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
