/** Tensors to the bytes of a safetensors file and back. https://huggingface.co/docs/safetensors */
import { known } from '../options.ts';
import { dtypes } from '../dtype.ts';
import { FormatError, ValueError } from '../errors.ts';
import { fromMemory } from '../ops/create.ts';
import { Tensor } from '../tensor.ts';
import { decodeHeader, encodeHeader, type Entry, fileTypeOf, fileTypes, headerLength, lengthBytes } from './header.ts';

/** Tensors by name, as stateDict() gives them. */
export type Tensors = Record<string, Tensor>;

export interface SaveOptions {
  /** Strings to keep with the tensors. */
  metadata?: Record<string, string>;
}

export interface Parsed {
  tensors: Tensors;
  metadata: Record<string, string>;
}

/**
 * The file in pieces: the header, then the bytes of each tensor when it is asked for.
 * @throws ValueError for names and metadata that the format does not take
 */
export function* pieces(tensors: Tensors, options: SaveOptions = {}): Generator<Uint8Array, void, undefined> {
  const { metadata = {} } = known('safetensors', options, ['metadata']);
  const entries: Entry[] = [];
  let at = 0;
  for (const name of fileOrder(tensors)) {
    const x = tensors[name]!;
    const start = at;
    at += x.length * dtypes[x.dtype].bytes;
    entries.push({ name, type: fileTypeOf[x.dtype], shape: [...x.shape], start, end: at });
  }
  yield encodeHeader({ entries, metadata });
  for (const { name } of entries) {
    const data = tensors[name]!.toMemory_();
    yield new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  }
}

/** Wide elements first, so that each tensor is aligned to its own; then by name, so that a file depends on its tensors only. */
function fileOrder(tensors: Tensors): string[] {
  const width = (name: string): number => dtypes[tensors[name]!.dtype].bytes;
  for (const [name, x] of Object.entries(tensors)) {
    if (!(x instanceof Tensor))
      throw new ValueError(
        `safetensors: ${name} is not a tensor. Pass a record of tensors, such as model.stateDict().`,
      );
  }
  return Object.keys(tensors).sort((a, b) => width(b) - width(a) || (a < b ? -1 : 1));
}

/** The bytes of a safetensors file. @throws ValueError for names and metadata that the format does not take */
export function serialize(tensors: Tensors, options: SaveOptions = {}): Uint8Array {
  const parts = [...pieces(tensors, options)];
  const bytes = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * The tensors in the bytes of a safetensors file.
 * @throws FormatError when the bytes are truncated or not what the format says
 */
export function parse(bytes: Uint8Array, file = 'safetensors'): Parsed {
  const length = headerLength(bytes.subarray(0, lengthBytes), bytes.length, file);
  const data = bytes.subarray(lengthBytes + length);
  const { entries, metadata } = decodeHeader(bytes.subarray(lengthBytes, lengthBytes + length), data.length, file);
  return { tensors: toTensors(entries, (entry) => data.subarray(entry.start, entry.end), file), metadata };
}

/** @param read gives the bytes of one entry */
export function toTensors(entries: readonly Entry[], read: (entry: Entry) => Uint8Array, file: string): Tensors {
  return Object.fromEntries(entries.map((entry) => [entry.name, toTensor(entry, read(entry), file)]));
}

function toTensor({ name, type, shape }: Entry, bytes: Uint8Array, file: string): Tensor {
  const { dtype } = fileTypes[type];
  // Copied where a typed array could not begin here.
  const aligned = bytes.byteOffset % fileTypes[type].bytes === 0 ? bytes : bytes.slice();
  const values = new dtypes[dtype].memory(aligned.buffer, aligned.byteOffset, aligned.length / fileTypes[type].bytes);
  if (dtype === 'bool') {
    const odd = (values as Uint8Array).find((value) => value > 1);
    if (odd !== undefined)
      throw new FormatError(`${file}: ${name} is BOOL and has a byte of ${odd}; only 0 and 1 are allowed.`);
  }
  return fromMemory(values, dtype, shape);
}
