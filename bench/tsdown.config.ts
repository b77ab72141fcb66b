import { defineConfig } from 'tsdown';

/** The benchmarks run bundled, as users run descend: a loader that compiles on the fly makes small ops slower. */
export default defineConfig({
  entry: {
    index: 'index.ts',
    check: 'check.ts',
    child: 'contest/child.ts',
    memoryChild: 'memoryChild.ts',
    scaling: 'scaling.ts',
    onnxNode: 'peers/js/onnxNode.ts',
  },
  outDir: '../build/bench',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
  dts: false,
  fixedExtension: false,
  deps: { skipNodeModulesBundle: true },
});
