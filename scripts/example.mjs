// Runs one of examples/*.ts with the options that follow its name.
//   npm run example NAME -- [OPTIONS]
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'examples');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
const [name, ...options] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`${name ? `no example ${name}. ` : ''}npm run example NAME, with a name of: ${names.join(', ')}`);
  process.exit(1);
}
const tsx = createRequire(import.meta.url).resolve('tsx/cli');
const { status } = spawnSync(process.execPath, [tsx, join(folder, `${name}.ts`), ...options], { stdio: 'inherit' });
process.exit(status ?? 1);
