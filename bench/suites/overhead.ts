/** What each op of the tests' table costs on a few elements: everything but the work. */
import { isFloat } from '../../src/dtype.ts';
import { noGrad, tensor } from '../../src/index.ts';
import { draw } from '../../test/ops/samples.ts';
import type { OpRow } from '../../test/ops/row.ts';
import { table as ops } from '../../test/ops/table.ts';
import type { Budget, Case, Suite } from '../measure.ts';
import { render, type Result } from '../report.ts';

const calls = 10;
/** There are hundreds of them. */
const budget: Budget = { warmupSeconds: 0.02, blockSeconds: 5e-4, caseSeconds: 0.02, samples: 5 };

function casesOf(row: OpRow): Case[] {
  const dtype = row.dtypes.includes('float32') ? 'float32' : row.dtypes[0]!;
  const inputs = row.small.map((given, i) => {
    if (typeof given === 'number') return tensor(given);
    const own = given.dtype ?? dtype;
    return tensor(draw(given, dtype, `${row.name} ${i}`), { shape: given.shape, dtype: own });
  });
  const free = inputs.map((x) => (row.differentiable && isFloat(x.dtype) ? x.detach().requiresGrad_() : x));
  const plain = (): void => void row.run(...inputs);
  const repeat = (fn: () => unknown) => (): void => {
    for (let i = 0; i < calls; i++) fn();
  };
  const all: Case[] = [{ name: `${row.op}, no grad`, calls, run: () => noGrad(() => repeat(plain)()) }];
  if (row.differentiable) all.push({ name: `${row.op}, recorded`, calls, run: repeat(() => row.run(...free)) });
  return all;
}

/** The first row of every op. */
const cases = (): Case[] =>
  [...new Map(ops.toReversed().map((row) => [row.op, row])).values()].toReversed().flatMap(casesOf);

/** Both forms of an op on one line, the slowest first. */
function table(results: readonly Result[]): string {
  const byOp = new Map<string, { plain: number; recorded: number | undefined }>();
  for (const { name, min } of results) {
    const [, op, form] = /^(.*), (no grad|recorded)$/.exec(name)!;
    const known = byOp.get(op!) ?? { plain: NaN, recorded: undefined };
    byOp.set(op!, form === 'recorded' ? { ...known, recorded: min } : { ...known, plain: min });
  }
  const us = (seconds: number | undefined): string => (seconds === undefined ? '' : (seconds * 1e6).toFixed(2));
  const rows = [...byOp].sort(([, a], [, b]) => b.plain - a.plain);
  return render(
    [`${rows.length} ops on a few elements, min µs`, 'no grad', 'recorded'],
    rows.map(([op, { plain, recorded }]) => [op, us(plain), us(recorded)]),
  );
}

export const overhead: Suite = { name: 'overhead', unit: 'µs', threads: 'one', cases, budget, table };
