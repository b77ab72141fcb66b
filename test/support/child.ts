/** Running a TypeScript file in a process of its own. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs test/<file> under tsx and gives the JSON it printed last. Rejects when it fails, with what it wrote to stderr. */
export async function runChild<T>(
  file: string,
  { env = {}, flags = [], args = [] }: { env?: Record<string, string>; flags?: string[]; args?: string[] } = {},
): Promise<T> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...flags, '--import', 'tsx', `test/${file}`, ...args],
    {
      cwd: root,
      env: { ...process.env, ...env },
      maxBuffer: 2 ** 24,
    },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as T;
}
