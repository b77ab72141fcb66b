/** The reference backend's memory: ArrayBuffers behind made-up addresses, every access checked. */
import { dtypeOfCode, dtypes, type MemoryArray } from '../../dtype.ts';
import { BackendError } from '../../errors.ts';
import type { DeviceBuffer } from '../backend.ts';

/** Every buffer begins on a page of its own, so that one look-up finds it. Addresses stay below 2^53: exact numbers. */
const pageBytes = 2 ** 22;
const pageLimit = 2 ** 31;
/** What fresh memory is full of. Floats made of it are NaN, so a kernel that reads what nobody wrote shows. */
const unwritten = 0xff;

interface Entry {
  first: number;
  bytes: number;
  data: WeakRef<ArrayBuffer>;
}

type NumberArray = Exclude<MemoryArray, BigInt64Array>;

/** An operand: an array over its whole buffer, and the position of its first element in there. */
export interface View {
  /** Of int64 it is empty, its elements are in `big`. */
  data: NumberArray;
  big: BigInt64Array;
  start: number;
  /** The dtype's code. */
  dtype: number;
}

const sideBySide: readonly number[] = [1];

function viewOf(array: MemoryArray, start: number, dtype: number): View {
  if (array instanceof BigInt64Array) return { data: noNumbers, big: array, start, dtype };
  return { data: array, big: noBigs, start, dtype };
}
const noNumbers = new Uint8Array(0);
const noBigs = new BigInt64Array(0);

export class Memory {
  private readonly pages = new Map<number, Entry>();
  private nextPage = 1; // address 0 means "none" in records
  private readonly collected = new FinalizationRegistry<Entry>((entry) => this.forget(entry));

  /**
   * The collector frees the bytes once the buffer's handle is gone, but never inside synchronous code: a WeakRef that was
   * read keeps its target until the running job ends.
   */
  alloc(bytes: number): DeviceBuffer {
    let data: ArrayBuffer;
    try {
      data = new ArrayBuffer(bytes);
    } catch {
      throw new BackendError(`reference: no memory for a buffer of ${bytes} bytes.`);
    }
    new Uint8Array(data).fill(unwritten);
    const pages = Math.max(Math.ceil(bytes / pageBytes), 1);
    if (this.nextPage + pages > pageLimit)
      throw new BackendError('reference: all addresses are used up. Start a new process.');
    const entry: Entry = { first: this.nextPage, bytes, data: new WeakRef(data) };
    for (let i = 0; i < pages; i++) this.pages.set(entry.first + i, entry);
    this.nextPage += pages;
    this.collected.register(data, entry, data);
    const buffer = { address: entry.first * pageBytes, bytes, handle: data };
    return buffer;
  }

  free(buffer: DeviceBuffer): void {
    const { entry, data } = this.find(buffer.address);
    this.collected.unregister(data);
    this.forget(entry);
  }

  /** `length` bytes of a buffer. @throws BackendError when they are not all there */
  bytes(buffer: DeviceBuffer, offset: number, length: number): Uint8Array {
    const { entry, data } = this.find(buffer.address);
    if (!Number.isInteger(offset) || offset < 0 || offset + length > entry.bytes) {
      throw new BackendError(
        `reference: bytes ${offset} to ${offset + length} leave a buffer of ${entry.bytes} bytes.`,
      );
    }
    return new Uint8Array(data, offset, length);
  }

  /**
   * The operand at an address, all of whose elements lie in one buffer.
   * @throws BackendError when they do not, or when there is no such buffer: the record is wrong
   */
  view(address: number, dtype: number, sizes: ArrayLike<number>, strides: ArrayLike<number>): View {
    const { bytes, memory } = dtypes[dtypeOfCode(dtype)];
    let low = 0;
    let high = 0;
    for (let d = 0; d < sizes.length; d++) {
      if (sizes[d] === 0) return viewOf(new memory(0), 0, dtype);
      const extent = (sizes[d]! - 1) * strides[d]!;
      if (extent < 0) low += extent;
      else high += extent;
    }
    const { entry, data } = this.find(address);
    const offset = address - entry.first * pageBytes;
    const start = offset / bytes;
    if (!Number.isInteger(start))
      throw new BackendError(`reference: address ${address} is not aligned for ${dtypeOfCode(dtype)}.`);
    if (!(start + low >= 0 && (start + high + 1) * bytes <= entry.bytes)) {
      throw new BackendError(
        `reference: elements ${start + low} to ${start + high} of ${dtypeOfCode(dtype)} leave a buffer of ${entry.bytes} bytes.`,
      );
    }
    return viewOf(new memory(data, 0, Math.floor(entry.bytes / bytes)), start, dtype);
  }

  /** n elements side by side. */
  row(address: number, dtype: number, n: number): View {
    return this.view(address, dtype, [n], sideBySide);
  }

  private find(address: number): { entry: Entry; data: ArrayBuffer } {
    const entry = this.pages.get(Math.floor(address / pageBytes));
    const data = entry?.data.deref();
    if (!entry || !data)
      throw new BackendError(`reference: no buffer at address ${address}; it was recycled, collected, or never there.`);
    return { entry, data };
  }

  private forget(entry: Entry): void {
    for (let page = entry.first; this.pages.get(page) === entry; page++) this.pages.delete(page);
  }
}
