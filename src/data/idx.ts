/** IDX, the format of MNIST's files: a big-endian header of magic and sizes, then the elements. http://yann.lecun.com/exdb/mnist */
import { FormatError, show } from '../errors.ts';

export interface IdxArray {
  shape: number[];
  data: Uint8Array;
}

const unsignedByte = 0x08;

/**
 * Reads an IDX file of unsigned bytes with `rank` dims.
 * @param name what errors call the file
 * @throws FormatError when the magic number is another, or the length is not what the sizes say
 */
export function parseIdx(bytes: Uint8Array, rank: number, name: string): IdxArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = (unsignedByte << 8) | rank;
  if (bytes.length < 4 || view.getUint32(0) !== magic) {
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b ? ', gzip: unpack it first' : '';
    const found = bytes.length < 4 ? `only ${bytes.length} bytes` : `${hex(view.getUint32(0))}${packed}`;
    throw new FormatError(
      `${name}: not an IDX file of unsigned bytes with ${rank} dims: it must begin with ${hex(magic)}, found ${found}.`,
    );
  }
  const start = 4 + 4 * rank;
  if (bytes.length < start)
    throw new FormatError(`${name}: truncated: the header takes ${start} bytes, the file has ${bytes.length}.`);
  const shape = Array.from({ length: rank }, (_, d) => view.getUint32(4 + 4 * d));
  const expected = start + shape.reduce((a, b) => a * b, 1);
  if (bytes.length !== expected) {
    const what = bytes.length < expected ? 'truncated' : 'too long';
    throw new FormatError(
      `${name}: ${what}: sizes ${show(shape)} make ${expected} bytes, the file has ${bytes.length}.`,
    );
  }
  return { shape, data: bytes.subarray(start) };
}

const hex = (x: number): string => `0x${x.toString(16).padStart(8, '0')}`;
