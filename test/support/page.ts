/** Pages in Chromium that a test in Node drives: a Vite server, and what the pages said on the console. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { createServer, type InlineConfig, type Plugin } from 'vite';
import { findChromium } from './chromium.ts';

export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
} as const;

export interface Pages {
  /** A new page, with nothing shared with others, and everything it says. Problems are errors and warnings of any kind. */
  open(path: string, options?: BrowserContextOptions): Promise<{ page: Page; problems: string[] }>;
  close(): Promise<void>;
}

/** Serves what a Vite config says, on a free port, and starts Chromium. */
export async function startPages(config: InlineConfig): Promise<Pages> {
  const server = await createServer({
    logLevel: 'error',
    ...config,
    // Pages that stay as they are: files may be edited while the tests run, and what a browser loads has no dependencies to look for.
    server: { ...config.server, port: 0, watch: null, hmr: false },
    optimizeDeps: { noDiscovery: true },
  });
  await server.listen();
  const root = server.resolvedUrls!.local[0]!;
  const browser: Browser = await chromium.launch(findChromium()!);
  return {
    async open(path, options) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => void problems.push(`uncaught: ${error.message}`));
      page.on('response', (response) => {
        if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
      });
      await page.goto(new URL(path, root).href);
      return { page, problems };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** A plugin that answers a path with a page of this content. */
export function blankPage(path: string, body: string): Plugin {
  return {
    name: `page ${path}`,
    configureServer(server) {
      server.middlewares.use(path, (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/html', ...server.config.server.headers });
        response.end(`<!doctype html><link rel="icon" href="data:," />${body}`);
      });
    },
  };
}
