import { defineConfig, type UserConfig } from 'tsdown';

/** In dist the WASM builds stand beside the bundles: bundlers find them there, and so do those who copy the folder to a server. */
const wasmBeside = {
  name: 'wasm-beside',
  transform: {
    filter: { id: /\/wasm\/urls\.ts$/ },
    handler: (code: string) => code.replaceAll("'../../../build/wasm/", "'./").replace("'build/wasm'", "'dist'"),
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

export default defineConfig([
  { ...node, dts: false, copy: 'build/wasm/*.wasm' },
  { ...browser, dts: false },
  { ...node, ...types },
  { ...browser, ...types },
]);
