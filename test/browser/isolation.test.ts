/** The page that these tests run in: shared memory, which threads need, is there. */
import { expect, it } from 'vitest';

it('is cross-origin isolated', () => {
  const page = globalThis as unknown as { crossOriginIsolated: boolean; navigator: { userAgent: string } };
  expect(page.navigator.userAgent).toContain('Chrome/');
  expect(page.crossOriginIsolated).toBe(true);
  const memory = new SharedArrayBuffer(8);
  expect(structuredClone(memory).byteLength).toBe(8);
});
