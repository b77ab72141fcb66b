/** onnxruntime-node: products and elementwise ops. js/onnxNode.ts has its side. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Peer, timingsOf } from '../peers.ts';
import { knownOps } from './js/onnxOps.ts';

const name = 'onnxruntime-node';
const script = resolve('build/bench/onnxNode.js');

/** It, or why it is not there. @param folder where node_modules is */
export function findOnnxruntime(folder: string): Peer | string {
  const file = join(folder, 'node_modules', name, 'package.json');
  if (!existsSync(file)) return `no ${name} in ${folder}: npm install --prefix bench/peers/js --no-package-lock`;
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return {
    name,
    note: `${name} ${version}`,
    measure: (suite, threads, cases, budget) => {
      const known = cases.map((one) => one.name).filter((one) => knownOps(suite, one) !== null);
      if (known.length === 0) return new Map();
      const job = { folder, suite, threads, cases: known, ...budget };
      return timingsOf(process.execPath, [script, JSON.stringify(job)], process.env);
    },
  };
}
