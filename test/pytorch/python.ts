/** PyTorch beside the tests: Debian's python3-torch. */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const python = '/usr/bin/python3';
// A sanitizer's runtime is for this process alone.
const env = { ...process.env, LD_PRELOAD: '', PYTHONDONTWRITEBYTECODE: '1' };
const probe = spawnSync(python, ['-c', 'import torch'], { env, encoding: 'utf8' });

/** What keeps tests from running, or null. */
export const missing = probe.status === 0 ? null : `${python} has no torch (apt-get install python3-torch)`;
if (missing !== null) console.warn(`test/pytorch: nothing is exchanged, ${missing}`);

/** Runs a script of this folder. @throws Error with what it printed when it fails */
export function runPython(script: string, ...args: string[]): void {
  execFileSync(python, [fileURLToPath(new URL(script, import.meta.url)), ...args], { env, stdio: 'pipe' });
}
