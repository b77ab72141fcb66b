/** The WASM backend: kernels in AssemblyScript, memory that is the module's linear memory. Runs in Node and in browsers. */
import { BackendError } from '../../errors.ts';
import type { Backend, BackendStats, DeviceBuffer } from '../backend.ts';
import { Allocator, type Block } from './allocator.ts';
import { type Memory, type Module, WebAssembly } from './engine.ts';
import { type Build, hasThreads } from './features.ts';
import { Helpers, type StartHelper, trapped } from './helpers.ts';

const pageBytes = 65536;
/** Addresses are 32 bits. */
const mostPages = 65536;
const ringWords = 1 << 16;
/** Memory grows by at least this many bytes, and by an eighth of itself. */
const leastGrowth = 16 << 20;

interface Exports {
  heap(): number;
  scratchSize(): number;
  controlSize(): number;
  start(ring: number, scratch: number, control: number): void;
  exec(words: number): number;
  recover(): void;
}

export interface WasmOptions {
  module: Module;
  build: Build;
  /** The most memory to use, in bytes; 4 GiB unless told. */
  limit?: number;
  /** How many bytes stay before the least used move out, see Backend; 8 MiB unless told, and more as it is needed. */
  budget?: number;
  /** For builds with threads: how a helper is started. */
  startHelper?: StartHelper;
}

const mebibytes = (n: number): string => `${(n / 2 ** 20).toFixed(1)} MiB`;

class WasmBuffer implements DeviceBuffer {
  constructor(
    readonly address: number,
    readonly bytes: number,
    readonly block: Block,
  ) {}
}

export class WasmBackend implements Backend {
  readonly name = 'wasm';
  readonly budget: number;
  readonly capacity: number;
  /** Kernels count in 32 bits. */
  readonly mostElements = 2 ** 31 - 1;
  /** Made anew when memory grows, which leaves older views empty. */
  private words!: Float64Array;
  private bytes!: Uint8Array;
  private readonly memory: Memory;
  private readonly exports: Exports;
  private readonly blocks = new Allocator();
  private readonly ringAddress: number;
  private readonly isa: Build;
  /** Null where the build has no threads. */
  private readonly helpers: Helpers | null = null;

  constructor({ module, build, limit = mostPages * pageBytes, budget = 8 << 20, startHelper }: WasmOptions) {
    this.budget = budget;
    this.isa = build;
    this.capacity = Math.min(mostPages, Math.floor(limit / pageBytes)) * pageBytes;
    this.memory = new WebAssembly.Memory({ initial: 64, maximum: mostPages, shared: hasThreads(build) });
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.memory } });
    this.exports = exports as Exports;
    const align = (x: number): number => Math.ceil(x / 64) * 64;
    this.ringAddress = align(this.exports.heap());
    const scratch = this.ringAddress + ringWords * Float64Array.BYTES_PER_ELEMENT;
    const control = align(scratch + this.exports.scratchSize());
    const begin = align(control + this.exports.controlSize());
    this.view();
    this.exports.start(this.ringAddress, scratch, control);
    this.blocks.grow(begin, this.bytes.length - begin);
    if (hasThreads(build) && startHelper) {
      this.helpers = new Helpers(module, this.memory, control, startHelper, () => this.scratchOfHelper());
    }
  }

  /** While true, exec runs, or an exception such as an overflow of the stack came out of it and helpers may still be at work. */
  private running = false;

  get ring(): Float64Array {
    if (this.running) this.recover();
    return this.words;
  }

  private recover(): void {
    this.exports.recover();
    this.running = false;
  }

  private view(): void {
    this.bytes = new Uint8Array(this.memory.buffer);
    this.words = new Float64Array(this.memory.buffer, this.ringAddress, ringWords);
  }

  alloc(bytes: number): WasmBuffer {
    const block = this.blocks.take(bytes) ?? this.takeGrown(bytes);
    return new WasmBuffer(block.address, bytes, block);
  }

  private takeGrown(bytes: number): Block {
    const before = this.bytes.length;
    const left = this.capacity - before;
    const least = Math.max(0, bytes + 64 - this.blocks.tail);
    const wanted = Math.min(left, Math.max(least, leastGrowth, before / 8));
    if (least <= left && (this.growBy(wanted) || this.growBy(least))) {
      this.view();
      this.blocks.grow(before, this.bytes.length - before);
      const block = this.blocks.take(bytes);
      if (block !== null) return block;
    }
    throw new BackendError(
      `wasm: no memory for ${bytes} bytes (${mebibytes(bytes)}): ${mebibytes(this.blocks.used)} are in use, in pieces, of at most ` +
        `${mebibytes(this.capacity)}. Use a smaller batch or model.`,
    );
  }

  private scratchOfHelper(): number {
    const size = this.exports.scratchSize();
    try {
      return (this.blocks.take(size) ?? this.takeGrown(size)).address;
    } catch (cause) {
      throw new BackendError(
        `wasm: no memory for another thread, which takes ${mebibytes(size)}: ${mebibytes(this.blocks.used)} are in use, of at most ` +
          `${mebibytes(this.capacity)}. The number of threads stays ${this.stats().threads}.`,
        { cause },
      );
    }
  }

  private growBy(bytes: number): boolean {
    try {
      this.memory.grow(Math.ceil(bytes / pageBytes));
      return true;
    } catch {
      return false; // the engine has no more, or less than asked for
    }
  }

  recycle(buffer: WasmBuffer): void {
    this.blocks.free(buffer.block);
  }

  write(buffer: WasmBuffer, offset: number, source: ArrayBufferView): void {
    if (this.running) this.recover();
    this.bytes.set(bytesOf(source), buffer.address + offset);
  }

  read(buffer: WasmBuffer, offset: number, target: ArrayBufferView): void {
    if (this.running) this.recover();
    const from = buffer.address + offset;
    bytesOf(target).set(this.bytes.subarray(from, from + target.byteLength));
  }

  exec(words: number): number {
    this.running = true;
    const answer = this.exports.exec(words);
    this.running = false;
    if (answer === trapped)
      throw new BackendError('wasm: a helping thread crashed; see its error. Please report this.');
    return answer;
  }

  setThreads(n: number): void {
    this.helpers?.set(n);
  }

  ready(): Promise<void> {
    return this.helpers?.ready() ?? Promise.resolve();
  }

  stats(): BackendStats {
    return { threads: this.helpers?.threads ?? 1, isa: `wasm ${this.isa}` };
  }
}

/** Asking a small array for its buffer moves it off the heap: what is bytes already is not asked. */
const bytesOf = (view: ArrayBufferView): Uint8Array =>
  view instanceof Uint8Array ? view : new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/** @throws BackendError when the engine has no memory for it */
export function createWasmBackend(options: WasmOptions): WasmBackend {
  try {
    return new WasmBackend(options);
  } catch (cause) {
    throw new BackendError(`wasm: the ${options.build} build does not start: ${(cause as Error).message}.`, { cause });
  }
}
