/** safetensors on disk; Node only. */
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { FormatError } from '../errors.ts';
import { decodeHeader, type Header, headerLength, lengthBytes } from './header.ts';
import { pieces, type SaveOptions, type Tensors, toTensors } from './safetensors.ts';

/**
 * Writes tensors to a safetensors file. It appears under its name only when it is whole and on the disk: whatever fails
 * before leaves an older file as it was.
 * @example io.save('model.safetensors', model.stateDict())
 * @throws ValueError for names and metadata that the format does not take; Node's errors when the file cannot be written
 */
export function save(path: string, tensors: Tensors, options: SaveOptions = {}): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  const file = openSync(temporary, 'wx');
  try {
    try {
      for (const piece of pieces(tensors, options)) writeAll(file, piece);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/**
 * The tensors of a safetensors file; `model.loadStateDict(io.load(path))` puts them into a model. I64 becomes int32 where its
 * values fit.
 * @throws FormatError when the file is truncated or damaged; Node's errors when it cannot be read
 */
export function load(path: string): Tensors {
  return reading(path, (file) => {
    const { header, dataStart } = readHeader(file, path);
    return toTensors(header.entries, ({ start, end }) => readAll(file, dataStart + start, end - start, path), path);
  });
}

/** The metadata of a safetensors file. @throws as load */
export function loadMetadata(path: string): Record<string, string> {
  return reading(path, (file) => readHeader(file, path).header.metadata);
}

function reading<R>(path: string, fn: (file: number) => R): R {
  const file = openSync(path, 'r');
  try {
    return fn(file);
  } finally {
    closeSync(file);
  }
}

function readHeader(file: number, path: string): { header: Header; dataStart: number } {
  const { size } = fstatSync(file);
  const length = headerLength(readAll(file, 0, Math.min(size, lengthBytes), path), size, path);
  const dataStart = lengthBytes + length;
  return { header: decodeHeader(readAll(file, lengthBytes, length, path), size - dataStart, path), dataStart };
}

/** The system reads and writes at most 2 GiB a call. */
const maxChunk = 2 ** 30;

function readAll(file: number, position: number, length: number, path: string): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length;) {
    const count = readSync(file, bytes, at, Math.min(length - at, maxChunk), position + at);
    if (count === 0) throw new FormatError(`${path}: became shorter while it was read.`);
    at += count;
  }
  return bytes;
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, Math.min(bytes.length - at, maxChunk));
}

/** Makes the new name itself last through a power cut. Windows cannot open folders, and needs no such call. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
