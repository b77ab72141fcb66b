/** A server for built pages, and a browser that opens them. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type Browser } from 'playwright';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};
const isolating = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export interface Serving {
  /** Headers that make the page cross-origin isolated. */
  isolated?: boolean;
  /** Answer with the page when a file is not there, as servers of single-page apps do. */
  pageForAll?: boolean;
}

/** Serves a folder. */
export async function serve(folder: string, { isolated = false, pageForAll = false }: Serving = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    let path = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
    if (!existsSync(path) && pageForAll) path = join(folder, 'index.html');
    if (!existsSync(path)) return void response.writeHead(404).end('not found');
    const type = types[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, ...(isolated ? isolating : {}) }).end(readFileSync(path));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  return { url: `http://127.0.0.1:${port}/`, close };
}

export interface Visit<Result> {
  result: Result;
  /** The paths that it asked for. */
  requests: string[];
  /** What it wrote to the console, and errors that nothing caught. */
  console: string[];
}

/** Opens a page and waits for its result: what an expression gives there as soon as that is truthy. */
export async function visit<Result>(
  browser: Browser,
  url: string,
  expression = 'globalThis.result',
): Promise<Visit<Result>> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const lines: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  page.on('console', (message) => lines.push(message.text()));
  page.on('pageerror', (error) => lines.push(String(error)));
  try {
    await page.goto(url);
    await page.waitForFunction(expression, null, { timeout: 30_000 }).catch((cause: unknown) => {
      throw new Error(`the page gave no result; its console: ${lines.join('\n')}`, { cause });
    });
    return { result: (await page.evaluate(expression)) as Result, requests, console: lines };
  } finally {
    await page.close();
  }
}
