/**
 * Writes docs/OPS.md, op × backend × what was tested, from the JSON that a run of table.test.ts left:
 *
 *   npx vitest run --project node test/ops/table.test.ts --reporter=json --outputFile=build/tests.json
 *   npx tsx test/ops/matrix.ts build/tests.json [--check]
 *
 * With --check it writes nothing and fails when the file says something else. It fails where a test is missing or did not pass.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { OpRow } from './row.ts';
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
const marks = { 'values and gradients': 'v', gradcheck: 'g', 'second derivatives': 'gg' } as const;

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
    const [row, backend] = what === 'values and gradients' ? [group, head] : [head, group];
    const key = `${row}\0${backend}`;
    if (!passed.has(key)) passed.set(key, new Set());
    passed.get(key)!.add(what);
  }
  return passed;
}

function cell(rows: readonly OpRow[], backend: string, passed: Map<string, Set<string>>): string {
  const wanted = Object.keys(marks).filter(
    (what) => what === 'values and gradients' || rows.some((r) => r.differentiable),
  );
  return wanted
    .map((what) => {
      for (const row of rows) {
        if (what !== 'values and gradients' && !row.differentiable) continue;
        if (!passed.get(`${row.name}\0${backend}`)?.has(what))
          throw new Error(`${row.name} on ${backend}: no passed test of ${what}.`);
      }
      return marks[what as keyof typeof marks];
    })
    .join(' ');
}

function markdown(passed: Map<string, Set<string>>): string {
  const ops = new Map<string, OpRow[]>();
  for (const row of table) ops.set(row.op, [...(ops.get(row.op) ?? []), row]);
  const lines = [...ops]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([op, rows]) => {
      const dtypes = [...new Set(rows.flatMap((row) => row.dtypes))].join(' ');
      const gradient = rows.some((row) => row.differentiable) ? 'yes' : 'not differentiable';
      return `| ${op} | ${rows.length} | ${dtypes} | ${gradient} | ${columns.map((b) => cell(rows, b, passed)).join(' | ')} |`;
    });
  return `# Ops, and what is tested of each

Written by \`test/ops/matrix.ts\` from a run of the op table's tests (\`test/ops/table.test.ts\`); CI fails when it is out of date.
${ops.size} ops in ${table.length} rows, each row with samples of many shapes and layouts in every dtype named.

- **v**: values, and gradients in float32 and float64, against the float64 reference.
- **g**: gradients against central differences, contiguous and transposed inputs.
- **gg**: second derivatives against central differences of the first.

| op | rows | dtypes | gradient | ${columns.join(' | ')} |
| --- | --- | --- | --- | ${columns.map(() => '---').join(' | ')} |
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
