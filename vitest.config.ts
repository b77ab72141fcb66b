import { defineConfig } from 'vitest/config';

// scripts/test-sanitized.sh names the sanitizer's runtime here; only the workers load it.
const preload = process.env.DESCEND_TEST_PRELOAD;

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default'],
    env: preload === undefined ? {} : { LD_PRELOAD: preload },
  },
});
