import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  dts: true,
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  clean: true,
  deps: {
    // What dist imports must be a dependency; nothing of another project is copied into it.
    onlyBundle: [],
  },
});
