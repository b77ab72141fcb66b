/** The header of a safetensors file: what tensors there are and where their bytes lie. https://huggingface.co/docs/safetensors */
import type { DType } from '../dtype.ts';
import { FormatError, show, ValueError } from '../errors.ts';

/** safetensors' dtypes and ours. */
export const fileTypes = {
  F64: { dtype: 'float64', bytes: 8 },
  I64: { dtype: 'int64', bytes: 8 },
  F32: { dtype: 'float32', bytes: 4 },
  I32: { dtype: 'int32', bytes: 4 },
  F16: { dtype: 'float16', bytes: 2 },
  BF16: { dtype: 'bfloat16', bytes: 2 },
  I8: { dtype: 'int8', bytes: 1 },
  U8: { dtype: 'uint8', bytes: 1 },
  BOOL: { dtype: 'bool', bytes: 1 },
} as const satisfies Record<string, { dtype: DType; bytes: number }>;
export type FileType = keyof typeof fileTypes;
export const fileTypeOf: Readonly<Record<DType, FileType>> = {
  float64: 'F64',
  float32: 'F32',
  int32: 'I32',
  uint8: 'U8',
  bool: 'BOOL',
  int64: 'I64',
  int8: 'I8',
  float16: 'F16',
  bfloat16: 'BF16',
};

/** One tensor of a file; start and end count from the first byte behind the header. */
export interface Entry {
  name: string;
  type: FileType;
  shape: number[];
  start: number;
  end: number;
}

export interface Header {
  /** In the order of their bytes. */
  entries: Entry[];
  metadata: Record<string, string>;
}

/** The length of the header stands in front of it. */
export const lengthBytes = 8;
/** The format's own limit. */
const maxHeaderBytes = 100_000_000;
const alignment = 8;
const metadataKey = '__metadata__';
/** A record cannot hold this name as any other. */
const forbiddenName = '__proto__';

/** The bytes in front of the data: length, JSON, and the spaces that align what follows. @throws ValueError */
export function encodeHeader({ entries, metadata }: Header): Uint8Array {
  const described: Record<string, unknown> = {};
  if (Object.keys(metadata).length > 0) {
    for (const [key, value] of Object.entries(metadata)) {
      if (typeof value !== 'string')
        throw new ValueError(
          `safetensors: metadata.${key} is a ${typeof value}; the format takes strings. Use JSON.stringify.`,
        );
    }
    described[metadataKey] = metadata;
  }
  for (const { name, type, shape, start, end } of entries) {
    if (name === metadataKey || name === forbiddenName)
      throw new ValueError(`safetensors: no tensor can have the name ${name}.`);
    described[name] = { dtype: type, shape, data_offsets: [start, end] };
  }
  const json = new TextEncoder().encode(JSON.stringify(described));
  const length = Math.ceil(json.length / alignment) * alignment;
  if (length > maxHeaderBytes)
    throw new ValueError(
      `safetensors: the header would take ${length} bytes; the format allows ${maxHeaderBytes}. Save fewer tensors to a file.`,
    );
  const bytes = new Uint8Array(lengthBytes + length).fill(0x20);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(length), true);
  bytes.set(json, lengthBytes);
  return bytes;
}

/**
 * The length of the header, from the first bytes of a file.
 * @throws FormatError when that cannot be
 */
export function headerLength(first: Uint8Array, fileBytes: number, file: string): number {
  if (first.length < lengthBytes)
    throw new FormatError(`${file}: truncated: ${fileBytes} bytes are too few for a safetensors file.`);
  const length = new DataView(first.buffer, first.byteOffset, lengthBytes).getBigUint64(0, true);
  if (length > BigInt(maxHeaderBytes))
    throw new FormatError(
      `${file}: not a safetensors file: a header of ${length} bytes; the format allows ${maxHeaderBytes}.`,
    );
  if (length > BigInt(fileBytes - lengthBytes))
    throw new FormatError(`${file}: truncated: the header takes ${length} bytes, the file has ${fileBytes}.`);
  return Number(length);
}

/**
 * Reads and checks a header: every byte of the data must belong to exactly one tensor.
 * @param dataBytes how many bytes follow the header
 * @throws FormatError that says what is wrong with it
 */
export function decodeHeader(bytes: Uint8Array, dataBytes: number, file: string): Header {
  const fail = (why: string): never => {
    throw new FormatError(`${file}: ${why}`);
  };
  let described: unknown;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    described = JSON.parse(text);
  } catch (cause) {
    throw new FormatError(`${file}: the header is not JSON: ${(cause as Error).message}.`, { cause });
  }
  if (!isRecord(described)) return fail('the header is not a JSON object.');
  const twice = duplicateKey(text);
  if (twice !== null) fail(`the header has ${brief(twice)} twice.`);

  const metadata: Record<string, string> = {};
  const entries: Entry[] = [];
  for (const [name, value] of Object.entries(described)) {
    if (name === forbiddenName) fail(`no tensor can have the name ${name}.`);
    else if (name === metadataKey) {
      if (!isRecord(value)) return fail('the metadata is not a JSON object.');
      for (const [key, entry] of Object.entries(value)) {
        if (typeof entry !== 'string' || key === forbiddenName)
          return fail(`metadata ${brief(key)} must be a string under another name than ${forbiddenName}.`);
        metadata[key] = entry;
      }
    } else entries.push(decodeEntry(name, value, dataBytes, fail));
  }

  // Empty tensors take no bytes, so that ends decide where starts are equal.
  entries.sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  for (const { name, start, end } of entries) {
    if (start !== at)
      fail(
        `${name} begins at byte ${start} of the data, ${start < at ? 'inside' : 'with a hole after'} the tensor that ends at ${at}.`,
      );
    at = end;
  }
  if (at !== dataBytes)
    fail(
      `the tensors take ${at} bytes, the file has ${dataBytes} for them: it is ${at > dataBytes ? 'truncated' : 'too long'}.`,
    );
  return { entries, metadata };
}

function decodeEntry(name: string, value: unknown, dataBytes: number, fail: (why: string) => never): Entry {
  if (!isRecord(value)) return fail(`${name} is not a JSON object.`);
  const { dtype, shape, data_offsets: offsets, ...rest } = value;
  if (Object.keys(rest).length > 0) fail(`${name} has the unknown field ${brief(Object.keys(rest)[0])}.`);
  if (typeof dtype !== 'string' || !Object.hasOwn(fileTypes, dtype)) {
    return fail(
      `${name} has dtype ${brief(dtype)}; readable are ${Object.keys(fileTypes).join(', ')}. Convert it where the file was made.`,
    );
  }
  if (!isSizes(shape)) return fail(`${name} has shape ${brief(shape)}; it must be an array of whole numbers ≥ 0.`);
  if (!isSizes(offsets) || offsets.length !== 2)
    return fail(`${name} has data_offsets ${brief(offsets)}; they must be two whole numbers ≥ 0.`);
  const type = dtype as FileType;
  const [start, end] = offsets as [number, number];
  const needed = shape.includes(0) ? 0 : shape.reduce((a, b) => a * b, fileTypes[type].bytes);
  // A product too large to be exact is no match either: it is far from any length of a file.
  if (end - start !== needed)
    fail(`${name} has ${end - start} bytes for ${type} ${show(shape)}, which takes ${needed}.`);
  if (end > dataBytes)
    fail(`${name} ends at byte ${end} of the data, of which there are ${dataBytes}: the file is truncated.`);
  return { name, type, shape, start, end };
}

const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);
const isSizes = (x: unknown): x is number[] => Array.isArray(x) && x.every((s) => Number.isSafeInteger(s) && s >= 0);

/** A key that some object of valid JSON has twice: JSON.parse would drop the first silently. */
function duplicateKey(json: string): string | null {
  const open: (Set<string> | null)[] = []; // the keys of each object, null for an array
  for (let i = 0; i < json.length; i++) {
    const c = json[i]!;
    if (c === '{') open.push(new Set());
    else if (c === '[') open.push(null);
    else if (c === '}' || c === ']') open.pop();
    else if (c === '"') {
      const start = i++;
      while (json[i] !== '"') i += json[i] === '\\' ? 2 : 1;
      let next = i + 1;
      while (' \n\r\t'.includes(json[next]!)) next++;
      if (json[next] !== ':') continue;
      const key = JSON.parse(json.slice(start, i + 1)) as string;
      const keys = open.at(-1)!;
      if (keys.has(key)) return key;
      keys.add(key);
    }
  }
  return null;
}

/** A value of the header as an error shows it: short, whatever it is. */
function brief(x: unknown): string {
  if (x === undefined) return 'nothing';
  if (typeof x !== 'object' || x === null) return cut(JSON.stringify(x));
  if (!Array.isArray(x)) return 'an object';
  return x.every((s) => typeof s === 'number') ? cut(show(x)) : 'an array';
}
const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
