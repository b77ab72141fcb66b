/** The Chromium that tests are run in and that they drive. */
import { existsSync } from 'node:fs';

const usual = '/usr/bin/chromium';
const path = process.env['CHROMIUM_PATH'] ?? usual;

/** For playwright; null where there is no Chromium. @throws Error where CHROMIUM_PATH names one that is not there, and in CI */
export function findChromium(): { executablePath: string; args: string[] } | null {
  // The sandbox needs rights that containers seldom give.
  if (existsSync(path)) return { executablePath: path, args: ['--no-sandbox'] };
  if (path !== usual) throw new Error(`CHROMIUM_PATH is ${path}, which is not there.`);
  const remedy = 'install one (Debian: apt-get install chromium) or say where it is with CHROMIUM_PATH';
  if (process.env['CI']) throw new Error(`The browser tests need Chromium, and ${path} is not there: ${remedy}.`);
  console.warn(`The browser tests are left out, since there is no Chromium: to run them, ${remedy}.`);
  return null;
}
