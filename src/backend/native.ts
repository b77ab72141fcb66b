/** The native backend: kernels in C++ behind an N-API addon, memory in ArrayBuffers that V8 frees by itself. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BackendError, ValueError } from '../errors.ts';
import type { Backend, BackendStats, DeviceBuffer } from './backend.ts';

interface Addon {
  ring: Float64Array;
  /** Undefined when all went well. */
  exec(words: number): number | undefined;
  /** Where its bytes are, which are tensors' from now on. */
  adopt(buffer: ArrayBuffer): number;
  setThreads(n: number): void;
  stats(): BackendStats;
}

class NativeBuffer implements DeviceBuffer {
  constructor(
    readonly handle: ArrayBuffer,
    readonly address: number,
    readonly bytes: number,
    /** Where the aligned address is in the handle. */
    readonly start: number,
  ) {}
}

/** Vectors are loaded fastest from here on. */
const alignment = 64;

class NativeBackend implements Backend {
  readonly name = 'native';
  readonly budget = Infinity;
  readonly capacity = Infinity;
  readonly mostElements = Infinity;
  readonly ring: Float64Array;

  constructor(private readonly addon: Addon) {
    this.ring = addon.ring;
  }

  alloc(bytes: number): NativeBuffer {
    let handle: ArrayBuffer;
    try {
      // The one way to get memory from Node that is not filled with zeros first.
      handle = Buffer.allocUnsafeSlow(bytes + alignment).buffer;
    } catch (cause) {
      throw new BackendError(
        `native: no memory for ${bytes} bytes (${(bytes / 2 ** 20).toFixed(1)} MiB). Use a smaller batch or model.`,
        { cause },
      );
    }
    const base = this.addon.adopt(handle);
    const start = (alignment - (base % alignment)) % alignment;
    return new NativeBuffer(handle, base + start, bytes, start);
  }

  /** Nothing to do: dropping the handle is enough. */
  recycle(): void {}

  write(buffer: NativeBuffer, offset: number, source: ArrayBufferView): void {
    const from = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
    new Uint8Array(buffer.handle, buffer.start + offset, source.byteLength).set(from);
  }

  read(buffer: NativeBuffer, offset: number, target: ArrayBufferView): void {
    const from = new Uint8Array(buffer.handle, buffer.start + offset, target.byteLength);
    new Uint8Array(target.buffer, target.byteOffset, target.byteLength).set(from);
  }

  exec(words: number): number {
    return this.addon.exec(words) ?? 0;
  }

  setThreads(n: number): void {
    this.addon.setThreads(n);
  }

  stats(): BackendStats {
    return this.addon.stats();
  }
}

/** @throws BackendError that says why the addon cannot be loaded and what to do; ValueError for a DESCEND_ISA that is not here */
export function createNativeBackend(): Backend {
  const load = createRequire(import.meta.url); // CommonJS has a `require` of its own
  const root = dirname(load.resolve('descend/package.json'));
  const path = process.env['DESCEND_ADDON'] ?? join(root, 'build', 'Release', 'descend.node');
  if (!existsSync(path)) {
    throw new BackendError(
      `native: the addon was not built (${path} is not there). Install a C++ compiler, make and python3, then run npm rebuild descend (in a checkout: npm run build:addon).`,
    );
  }
  let addon: Addon;
  try {
    addon = load(path) as Addon;
  } catch (cause) {
    throw new BackendError(
      `native: ${path} does not load: ${(cause as Error).message}. Rebuild it with npm run build:addon.`,
      { cause },
    );
  }
  const { isa } = addon.stats();
  const wanted = process.env['DESCEND_ISA'] || isa;
  if (wanted !== isa)
    throw new ValueError(
      `native: DESCEND_ISA is "${wanted}", which is not here. Unset it, or name one up to ${isa}: baseline, avx2, avx512, neon.`,
    );
  return new NativeBackend(addon);
}
