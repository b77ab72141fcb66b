import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { mnist } from './vite.mnist.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
/** With these a page is cross-origin isolated, which shared memory, and so threads, need. */
const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // The built page works in whatever folder it is put.
  base: './',
  // What is not there is answered with 404, not with the page.
  appType: 'mpa',
  plugins: [mnist()],
  resolve: { alias: { descend: `${repository}src/browser.ts` } },
  worker: { format: 'es' },
  server: { headers, fs: { allow: [repository] } },
  preview: { headers },
  build: { outDir: `${repository}build/demo`, emptyOutDir: true, target: 'es2023' },
});
