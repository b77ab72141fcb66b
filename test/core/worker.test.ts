/** worker_threads: several environments in one process use the native backend at once. */
import { expect, it } from 'vitest';
import { runChild } from '../support/child.ts';

it('workers and the main thread train at once, and get the same bits', { timeout: 120_000 }, async () => {
  const digests = await runChild<string[]>('core/worker.child.ts', { env: { DESCEND_BACKEND: 'native' } });
  expect(digests).toHaveLength(9);
  expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(digests).size).toBe(1);
});
