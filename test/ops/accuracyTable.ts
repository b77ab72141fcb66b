/** Writes docs/ACCURACY.md: npx tsx test/ops/accuracyTable.ts, which takes a minute or two. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { everyBackend } from '../support/backends.ts';
import { bound, names, sweep, worst } from './accuracy.ts';

const step = 1009;
const values = sweep(step);
const rows = names.map((name) => {
  const cells = everyBackend.map((backend) => worst(name, backend, values).ulps.toFixed(2));
  return `| ${name} | ${cells.join(' | ')} |`;
});
const today = new Date().toISOString().slice(0, 10);
writeFileSync(
  new URL('../../docs/ACCURACY.md', import.meta.url),
  `# Accuracy of float32 functions

The largest error in units in the last place (ulp), measured over every ${step}th of the ${2 ** 32} float32 bit patterns, ${values.length} values of all
exponents and both signs, against the same function in float64 (the reference backend). 0.50 is correctly rounded. NaN, infinities, zeros and
denormals are among the values: where one side is not finite the other must be the same.

\`test/ops/accuracy.test.ts\` holds every function on every backend below ${bound} ulp, on a sparser sweep.

| function | ${everyBackend.join(' | ')} |
| --- | ${everyBackend.map(() => '---:').join(' | ')} |
${rows.join('\n')}

${today}, ${cpus()[0]!.model}, Node ${process.versions.node}: \`npx tsx test/ops/accuracyTable.ts\`.
`,
);
process.exit(0);
