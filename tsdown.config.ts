import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'tsdown';

/** In dist the WASM builds stand beside the bundles: bundlers find them there, and so do those who copy the folder to a server. */
const wasmBeside = {
  name: 'wasm-beside',
  transform: {
    filter: { id: /\/wasm\/urls\.ts$/ },
    handler: (code: string) => code.replaceAll("'../../../build/wasm/", "'./").replace("'build/wasm'", "'dist'"),
  },
};

/**
 * Namespaces of the API: each is a file of its own, for only `export * as nn from 'file'` lets bundlers leave out what a page does
 * not use of it. Within one file it would be an object that holds everything.
 */
const namespaces: Readonly<Record<string, string>> = {
  'autograd/index.ts': 'autograd',
  'data/index.ts': 'data',
  'data/mnist.ts': 'datasets',
  'io/common.ts': 'io',
  'linalg/index.ts': 'linalg',
  'metrics/index.ts': 'metrics',
  'nn/functional.ts': 'functional',
  'nn/index.ts': 'nn',
  'nn/init.ts': 'init',
  'nn/utils.ts': 'utils',
  'optim/index.ts': 'optim',
  'train/browser.ts': 'train',
};
const src = fileURLToPath(new URL('src', import.meta.url));
const within = (path: string): string => relative(src, path).replaceAll('\\', '/');
const namespaceFiles = {
  name: 'namespace-files',
  resolveId(source: string, importer: string | undefined) {
    if (importer === undefined || !['common.ts', 'browser.ts', 'nn/index.ts'].includes(within(importer))) return null;
    const name = namespaces[within(resolve(dirname(importer), source))];
    return name === undefined ? null : { id: `./browser.${name}.js`, external: true };
  },
};

const common = {
  fixedExtension: false,
  plugins: [wasmBeside],
  deps: {
    // What dist imports must be a dependency; nothing of another project is copied into it.
    onlyBundle: [],
  },
} satisfies UserConfig;

const node = {
  ...common,
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  platform: 'node',
  target: 'node20',
} satisfies UserConfig;
const browser = {
  ...common,
  entry: ['src/browser.ts'],
  format: 'esm',
  platform: 'browser',
  target: 'es2023',
} satisfies UserConfig;
/** By themselves, or they would split the bundles. */
const types = { dts: { emitDtsOnly: true } };

export default defineConfig(({ dts: withTypes = true }) => [
  { ...node, dts: false, copy: 'build/wasm/*.wasm' },
  {
    ...browser,
    dts: false,
    entry: {
      browser: 'src/browser.ts',
      ...Object.fromEntries(Object.entries(namespaces).map(([file, name]) => [`browser.${name}`, `src/${file}`])),
    },
    plugins: [wasmBeside, namespaceFiles],
    outputOptions: { chunkFileNames: 'browser.[name]-[hash].js' },
  },
  // Under --no-dts these would write scripts over those above.
  ...(withTypes
    ? [
        { ...node, ...types },
        { ...browser, ...types },
      ]
    : []),
]);
