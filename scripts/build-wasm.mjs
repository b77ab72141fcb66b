// Compiles assembly/ to build/wasm/descend.{relaxed,simd,scalar}.wasm, where they are older than their sources.
//   node scripts/build-wasm.mjs [BUILD...]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'assembly');
const target = join(root, 'build', 'wasm');
const compiler = join(dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')), 'bin', 'asc.js');
const lanes = (name) => ['--lib', join(source, 'lanes', `${name}.ts`)];
const builds = {
  relaxed: [...lanes('simd'), '--enable', 'simd', '--enable', 'relaxed-simd'],
  simd: [...lanes('simd'), '--enable', 'simd'],
  scalar: lanes('scalar'),
};
const common = [
  // No garbage collector: memory belongs to JavaScript, up to 4 GiB of it.
  ...['--runtime', 'stub', '--importMemory', '--noExportMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  ...['-O3', '--converge', '--noAssert'],
  ...['--disableWarning', '112'], // vectors never leave the module
];

const age = (file) => statSync(file).mtimeMs;
const newest = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => age(join(entry.parentPath, entry.name)))
  .reduce((a, b) => Math.max(a, b), age(fileURLToPath(import.meta.url)));

mkdirSync(target, { recursive: true });
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(builds);
for (const name of wanted) {
  if (!builds[name]) throw new Error(`no build "${name}"; there are ${Object.keys(builds).join(', ')}`);
  const file = join(target, `descend.${name}.wasm`);
  if (existsSync(file) && age(file) > newest) continue;
  // A process each: the compiler remembers libraries from one run to the next.
  execFileSync(
    process.execPath,
    [compiler, 'index.ts', ...common, ...builds[name], '--baseDir', source, '--outFile', file],
    { stdio: 'inherit' },
  );
  console.log(`${file.slice(root.length + 1)}: ${(statSync(file).size / 1024).toFixed(0)} KiB`);
}
