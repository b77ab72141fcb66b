/** The op table on every build of the kernels: the very checks that test/ops runs on the other backends. */
import { describe, it, vi } from 'vitest';
import { checkGradient, checkRow } from '../ops/check.ts';
import { table } from '../ops/table.ts';
import { builds } from './builds.ts';

vi.mock('../support/backends.ts', async () => ({ reference: 'reference', on: (await import('./builds.ts')).on }));

describe.each(builds)('wasm %s', (build) => {
  describe.each(table.map((row) => [row.name, row] as const))('%s', (_, row) => {
    it('forward and gradient against the reference', () => checkRow(row, build as never));
    if (row.differentiable) it('gradient against differences', () => checkGradient(row, build as never));
  });
});
