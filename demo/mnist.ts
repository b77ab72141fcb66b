/** MNIST over the network: some of its images, in its own format, packed with gzip. */
import { parseIdx } from '../src/data/idx.ts';

export type Part = 'train' | 'test';
export interface Images {
  count: number;
  /** count × 784. */
  pixels: Uint8Array;
  labels: Uint8Array;
}
export interface Mnist {
  train: Images;
  test: Images;
}

export const fileName = (part: Part, what: 'images' | 'labels'): string => `${part}-${what}.idx.gz`;

/** @throws Error that names the address and says what came instead and what to do */
export async function loadMnist(folder: string): Promise<Mnist> {
  try {
    const [train, test] = await Promise.all([loadPart(folder, 'train'), loadPart(folder, 'test')]);
    return { train, test };
  } catch (cause) {
    throw new Error(
      `The digits did not load: ${(cause as Error).message.replace(/\.$/, '')}. Is the folder mnist beside the page? npm run demo serves it, npm run demo:build makes it.`,
      { cause },
    );
  }
}

async function loadPart(folder: string, part: Part): Promise<Images> {
  const read = async (what: 'images' | 'labels', rank: number): Promise<Uint8Array> => {
    const url = new URL(fileName(part, what), folder).href;
    return parseIdx(await download(url), rank, url).data;
  };
  const [pixels, labels] = await Promise.all([read('images', 3), read('labels', 1)]);
  if (pixels.length !== labels.length * 784)
    throw new Error(`${folder}: the ${part} images and labels do not belong together`);
  return { count: labels.length, pixels, labels };
}

async function download(url: string): Promise<Uint8Array> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new Error(`${url}: the server does not answer`, { cause });
  });
  if (!response.ok) throw new Error(`${url}: the server answers ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some servers announce .gz files in a way that makes the browser unpack them.
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!packed) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
