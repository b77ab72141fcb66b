/** Runs the table on the native backend with the instruction set of DESCEND_ISA, which a process chooses once. See isa.test.ts. */
import { backendInfo, setNumThreads } from '../../src/index.ts';
import { on } from '../support/backends.ts';
import { checkRow } from './check.ts';
import { table } from './table.ts';

const isa = on('native', () => {
  setNumThreads(2);
  return backendInfo().isa;
});
/** Sharing large work among threads is the same code on every instruction set; matmul has other kernels for it. */
const limit = (op: string): number => (op === 'matmul' ? Infinity : 16384);
const failures: string[] = [];
for (const row of table) {
  try {
    checkRow(row, 'native', limit(row.op));
  } catch (error) {
    failures.push((error as Error).message);
  }
}
console.log(JSON.stringify({ isa, rows: table.length, failures }));
