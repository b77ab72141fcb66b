// Builds the native addon with node-gyp. Runs on `npm install` and `npm ci`, and by hand as `npm run build:addon`.
//
//   --required           any failure exits 1 (tests and developers need the addon)
//   --sanitize           AddressSanitizer and UndefinedBehaviorSanitizer, with clang, into build-asan/
//   --sanitize=thread    ThreadSanitizer, with g++ (clang's does not load into node), into build-tsan/
//
// Without --required a missing compiler is no error: descend then runs without the native backend, and this script
// says so in one line. The whole log goes to descend-build.log in the build folder; DESCEND_BUILD_VERBOSE=1 shows it.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const options = new Set(process.argv.slice(2));
/** The compiler, its Debian packages and the folder of a sanitizer. */
const sanitizer = options.has('--sanitize')
  ? { kind: 'address', cxx: 'clang++', packages: 'clang libclang-rt-14-dev', folder: 'build-asan' }
  : options.has('--sanitize=thread')
    ? { kind: 'thread', cxx: 'g++', packages: 'g++', folder: 'build-tsan' }
    : undefined;
const required = options.has('--required') || sanitizer !== undefined;
const verbose = process.env.DESCEND_BUILD_VERBOSE === '1';

const missing = missingTool();
if (missing !== undefined) {
  const again = root.includes('node_modules') ? 'npm rebuild descend' : 'npm run build:addon';
  const remedy = {
    darwin: `xcode-select --install, then ${again}`,
    win32: 'use WSL (the addon builds with GCC and Clang only)',
  }[process.platform];
  const linux = `apt-get install ${sanitizer?.packages ?? 'g++ make python3'}, then ${again}`;
  stop(required, `${missing} not found. To get it: ${remedy ?? linux}`);
}
const log = path.join(build(), 'descend-build.log');
console.log(`descend: native addon built in ${path.relative(process.cwd(), path.dirname(log)) || '.'}`);

/** Prints the one line a person needs and ends the script. */
function stop(fatal, why) {
  const consequence = fatal ? '' : ' descend will run without the native backend.';
  console.error(`descend: the native addon was not built: ${why}.${consequence}`);
  process.exit(fatal ? 1 : 0);
}

function runs(command) {
  return spawnSync(`${command} --version`, { shell: true, stdio: 'ignore' }).status === 0;
}

/** The compiler that node-gyp's makefiles will use: $CXX, or the first of the usual ones. */
function compiler() {
  if (sanitizer !== undefined) {
    // What goes before it, such as ccache, stays.
    const given = process.env.CXX?.endsWith(sanitizer.cxx) ? process.env.CXX : sanitizer.cxx;
    return runs(given) ? given : undefined;
  }
  if (process.env.CXX) return runs(process.env.CXX) ? process.env.CXX : undefined;
  return (process.platform === 'darwin' ? ['clang++'] : ['g++', 'clang++', 'c++']).find(runs);
}

function missingTool() {
  if (process.platform === 'win32') return 'a supported compiler';
  // On macOS /usr/bin/clang++ is there before the command line tools are, and opens a dialog when run.
  if (process.platform === 'darwin' && spawnSync('xcode-select', ['-p']).status !== 0)
    return 'the Xcode command line tools';
  if (compiler() === undefined) return sanitizer?.cxx ?? 'a C++ compiler';
  if (!runs('make')) return 'make';
  if (!runs('python3') && !runs('python')) return 'python3';
  return undefined;
}

/** Runs node-gyp and returns the folder that holds its `build`. */
function build() {
  const folder = sanitizer === undefined ? root : sanitizedFolder();
  const log = path.join(folder, 'build', 'descend-build.log');
  mkdirSync(path.dirname(log), { recursive: true });
  const output = verbose ? 'inherit' : openSync(log, 'w');

  const gyp = createRequire(import.meta.url).resolve('node-gyp/bin/node-gyp.js');
  const args = [gyp, 'configure', 'build', '--directory', folder, '--jobs', 'max'];
  if (verbose) args.push('--verbose');
  // Headers that came with this node belong to it, and need no download.
  const prefix = path.dirname(path.dirname(process.execPath));
  if (existsSync(path.join(prefix, 'include/node/node_api.h'))) args.push('--nodedir', prefix);

  const cxx = compiler();
  const cc = cxx
    .replace('clang++', 'clang')
    .replace('g++', 'gcc')
    .replace(/\bc\+\+/, 'cc');
  const env = { ...process.env, CXX: cxx, CC: process.env.CC && sanitizer === undefined ? process.env.CC : cc };
  if (sanitizer !== undefined) env.GYP_DEFINES = `sanitize=${sanitizer.kind}`;
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', output, output] });
  if (!verbose) closeSync(output);
  if (status !== 0) {
    const inCI = process.env.CI === 'true' || process.env.CI === '1';
    const where = verbose ? 'see above' : `see ${log}, or set DESCEND_BUILD_VERBOSE=1`;
    stop(required || inCI, `compiling failed, ${where}`);
  }
  return path.join(folder, 'build');
}

/** node-gyp always writes to ./build, so the sanitized variants get folders of their own with links to the sources. */
function sanitizedFolder() {
  const folder = path.join(root, sanitizer.folder);
  mkdirSync(folder, { recursive: true });
  for (const name of ['binding.gyp', 'native']) {
    rmSync(path.join(folder, name), { force: true });
    symlinkSync(path.join('..', name), path.join(folder, name));
  }
  return folder;
}
