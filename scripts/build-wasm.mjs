// Compiles assembly/ to build/wasm/descend.*.wasm, where they are older than their sources.
//   node scripts/build-wasm.mjs [BUILD...]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'assembly');
const target = join(root, 'build', 'wasm');
const compiler = join(dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')), 'bin', 'asc.js');
const lanes = (name) => ['--lib', join(source, 'lanes', `${name}.ts`)];
const simd = [...lanes('simd'), '--enable', 'simd'];
const relaxed = [...simd, '--enable', 'relaxed-simd'];
const threads = ['--enable', 'threads', '--sharedMemory'];
const builds = {
  'relaxed-threads': [...relaxed, ...threads],
  'simd-threads': [...simd, ...threads],
  relaxed,
  simd,
  scalar: lanes('scalar'),
};
const common = [
  // No garbage collector: memory belongs to JavaScript, up to 4 GiB of it.
  ...['--runtime', 'stub', '--importMemory', '--noExportMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  // What is inlined by hand is what needs it; beyond that, pages load fewer bytes.
  ...['-O3', '--shrinkLevel', '1', '--noAssert'],
  ...['--disableWarning', '112'], // vectors never leave the module
];

const age = (file) => statSync(file).mtimeMs;
const newest = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => age(join(entry.parentPath, entry.name)))
  .reduce((a, b) => Math.max(a, b), age(fileURLToPath(import.meta.url)));

async function compile(name) {
  const file = join(target, `descend.${name}.wasm`);
  if (existsSync(file) && age(file) > newest) return;
  // A process each: the compiler remembers libraries from one run to the next.
  const args = [compiler, 'index.ts', ...common, ...builds[name], '--baseDir', source, '--outFile', file];
  const [status] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit');
  if (status !== 0) throw new Error(`asc could not build ${name} (status ${status})`);
  console.log(`${file.slice(root.length + 1)}: ${(statSync(file).size / 1024).toFixed(0)} KiB`);
}

mkdirSync(target, { recursive: true });
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(builds);
const unknown = wanted.filter((name) => !builds[name]);
if (unknown.length > 0) throw new Error(`no build ${unknown}; there are ${Object.keys(builds).join(', ')}`);
const queue = [...wanted];
const worker = async () => {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) await compile(name);
};
await Promise.all(Array.from({ length: Math.min(availableParallelism(), queue.length) }, worker));
