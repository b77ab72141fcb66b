/** The table on every instruction set below the best one here: what runs on older processors. */
import { expect, it } from 'vitest';
import { backendInfo } from '../../src/index.ts';
import { useBackend } from '../../src/backend/node.ts';
import { runChild } from '../support/child.ts';
import { table } from './table.ts';

useBackend('native');
const ladder = process.arch === 'arm64' ? ['baseline', 'neon'] : ['baseline', 'avx2', 'avx512'];
const best = backendInfo().isa;

it('knows the instruction set in use', () => expect(ladder).toContain(best));

/** The whole table in one test: a minute, and a few with sanitizers. */
const timeout = 480_000;
it.concurrent.each(ladder.slice(0, ladder.indexOf(best)))(
  '%s gives what the reference gives',
  { timeout },
  async (isa) => {
    const report = await runChild<{ isa: string; rows: number; failures: string[] }>('ops/isa.child.ts', {
      env: { DESCEND_ISA: isa },
    });
    expect(report).toEqual({ isa, rows: table.length, failures: [] });
  },
);
