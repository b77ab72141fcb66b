/** Small files in MNIST's format. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

function idx(sizes: number[], data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * sizes.length + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0800 | sizes.length);
  sizes.forEach((size, d) => view.setUint32(4 + 4 * d, size));
  bytes.set(data, 4 + 4 * sizes.length);
  return bytes;
}

/** Pixels 0, 1, … 255, 0, … unless `pixel` says otherwise. */
export function idxImages(n: number, height = 28, width = 28, pixel = (i: number): number => i % 256): Uint8Array {
  return idx(
    [n, height, width],
    Uint8Array.from({ length: n * height * width }, (_, i) => pixel(i)),
  );
}

/** Labels 0, 1, … 9, 0, …; `sizes` may claim another number of them. */
export function idxLabels(n: number, claimed = n): Uint8Array {
  return idx(
    [claimed],
    Uint8Array.from({ length: n }, (_, i) => i % 10),
  );
}

/** The four files. Image i has a bright row at the height of its label, so that there is something to learn. */
export function writeMnist(folder: string, train: number, test: number, pixel?: (i: number) => number): void {
  for (const [part, n] of [
    ['train', train],
    ['t10k', test],
  ] as const) {
    writeFileSync(join(folder, `${part}-images-idx3-ubyte`), idxImages(n, 28, 28, pixel));
    writeFileSync(join(folder, `${part}-labels-idx1-ubyte`), idxLabels(n));
  }
}

/** Pixels of which a network can learn the labels: two bright rows at a height that tells the label. */
export function telling(i: number): number {
  const image = Math.floor(i / 784);
  const row = Math.floor((i % 784) / 28);
  return Math.floor(row / 2) - 2 === image % 10 ? 200 + (i % 50) : i % 7;
}
