/**
 * Writes docs/OPS.md, op × backend × what was tested in which dtypes, from the JSON that a run of table.test.ts left:
 *
 *   npx vitest run --project node test/ops/table.test.ts --reporter=json --outputFile=build/tests.json
 *   npx tsx test/ops/matrix.ts build/tests.json [--check]
 *
 * With --check it writes nothing and fails when the file says something else. It fails where a test is missing or did not pass.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type DType, isFloat } from '../../src/dtype.ts';
import { fewerOf, type OpRow } from './row.ts';
import { table } from './table.ts';

interface Result {
  ancestorTitles: string[];
  title: string;
  status: string;
}
interface Report {
  testResults: { name: string; assertionResults: Result[] }[];
}

/** CPUs differ in instruction sets: whichever native kernels ran stand in one column. */
const columns = ['native', 'wasm-relaxed', 'wasm-simd', 'wasm-scalar', 'wasm-relaxed-threads', 'wasm-simd-threads'];
const values = 'values and gradients';
const derivatives = ['gradcheck', 'second derivatives'];
/** In the order in which cells show them: the letters of Python's struct and array modules. */
const letters: Readonly<Record<DType, string>> = {
  ...{ float32: 'f', float64: 'd', float16: 'h', bfloat16: 'b' },
  ...{ int64: 'l', int32: 'i', int8: 'c', uint8: 'u', bool: '?' },
};
const lettersOf = (dtypes: ReadonlySet<DType>): string =>
  (Object.keys(letters) as DType[]).flatMap((dtype) => (dtypes.has(dtype) ? [letters[dtype]] : [])).join('');

/** By row and backend, what passed. */
function passedIn(path: string): Map<string, Set<string>> {
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  const results = report.testResults
    .filter(({ name }) => name.endsWith('test/ops/table.test.ts'))
    .flatMap(({ assertionResults }) => assertionResults);
  if (results.length === 0) throw new Error(`${path} has no run of test/ops/table.test.ts.`);
  const passed = new Map<string, Set<string>>();
  for (const { ancestorTitles, title, status } of results) {
    if (status !== 'passed') continue;
    const group = ancestorTitles.at(-1) ?? '';
    // Values are grouped by row and name the backend, derivatives are grouped by backend and name the row.
    const split = title.lastIndexOf(': ');
    const [head, what] = [title.slice(0, split), title.slice(split + 2)];
    const [row, backend] = what === values ? [group, head] : [head, group];
    const key = `${row}\0${backend}`;
    if (!passed.has(key)) passed.set(key, new Set());
    passed.get(key)!.add(what);
  }
  return passed;
}

/** The dtypes of forward, gradient and second derivative. @throws Error where a test of one is missing or did not pass */
function cell(rows: readonly OpRow[], backend: string, passed: Map<string, Set<string>>): string {
  const differentiable = rows.filter((row) => row.differentiable);
  const require = (row: OpRow, what: string): void => {
    if (!passed.get(`${row.name}\0${backend}`)?.has(what))
      throw new Error(`${row.name} on ${backend}: no passed test of ${what}.`);
  };
  for (const row of rows) require(row, values);
  for (const row of differentiable) for (const what of derivatives) require(row, what);
  const dtypesOf = (some: readonly OpRow[]): DType[] => some.flatMap((row) => [...row.dtypes, ...fewerOf(row)]);
  const forward = lettersOf(new Set(dtypesOf(rows)));
  if (differentiable.length === 0) return forward;
  return `${forward} ∂${lettersOf(new Set(dtypesOf(differentiable).filter(isFloat)))} ∂∂${letters.float64}`;
}

function markdown(passed: Map<string, Set<string>>): string {
  const ops = new Map<string, OpRow[]>();
  for (const row of table) ops.set(row.op, [...(ops.get(row.op) ?? []), row]);
  const lines = [...ops]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([op, rows]) => {
      const gradient = rows.some((row) => row.differentiable) ? 'yes' : 'not differentiable';
      return `| ${op} | ${rows.length} | ${gradient} | ${columns.map((b) => cell(rows, b, passed)).join(' | ')} |`;
    });
  return `# Ops, and what is tested of each

Written by \`test/ops/matrix.ts\` from a run of the op table's tests (\`test/ops/table.test.ts\`); CI fails when it is out of date.
${ops.size} ops in ${table.length} rows. A cell names the dtypes in which the rows of an op passed on a backend, with samples of several shapes and layouts:

- first forward, against the reference;
- behind **∂** the gradient, against the reference's, and in float64 against central differences, for contiguous and transposed inputs;
- behind **∂∂** the second derivative, against central differences of the first.

f float32, d float64, h float16, b bfloat16, l int64, i int32, c int8, u uint8, ? bool.

| op | rows | gradient | ${columns.join(' | ')} |
| --- | --- | --- | ${columns.map(() => '---').join(' | ')} |
${lines.join('\n')}
`;
}

const [path = 'build/tests.json', flag] = process.argv.slice(2);
const file = new URL('../../docs/OPS.md', import.meta.url);
const text = markdown(passedIn(path));
if (flag !== '--check') writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('docs/OPS.md is out of date: run test/ops/matrix.ts, see its head.');
  process.exitCode = 1;
}
