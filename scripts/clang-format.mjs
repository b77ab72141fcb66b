// clang-format over the hand-written C++ (native/generated is formatted by the generator): --write or --check.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '14'; // other versions format the same code differently

const modes = { '--write': ['-i'], '--check': ['--dry-run', '--Werror'] };
const mode = modes[process.argv[2]];
if (mode === undefined) fail('usage: node scripts/clang-format.mjs --write | --check');

const command = [`clang-format-${VERSION}`, 'clang-format'].find((name) => {
  const { stdout } = spawnSync(name, ['--version'], { encoding: 'utf8' });
  return new RegExp(`version ${VERSION}\\.`).test(stdout ?? '');
});
if (command === undefined)
  fail(`clang-format ${VERSION} not found. To get it: apt-get install clang-format-${VERSION}`);

const native = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'native');
const files = readdirSync(native, { recursive: true })
  .filter((file) => /\.(cpp|h|inl)$/.test(file) && !file.startsWith('generated'))
  .map((file) => path.join(native, file));
if (files.length === 0) fail(`no C++ files under ${native}`);
const { status, stderr } = spawnSync(command, [...mode, '--style=file', ...files], { encoding: 'utf8' });
if (status !== 0) {
  // One line per file instead of one per difference.
  const unformatted = new Set(
    [...stderr.matchAll(/^(.+?):\d+:\d+: error: code should be clang-formatted/gm)].map((m) => m[1]),
  );
  if (unformatted.size === 0) fail(stderr);
  fail(`not formatted (npm run format does it):\n${[...unformatted].join('\n')}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
