/** The seam. Everything above it is the same on every backend; nothing above it knows which one runs. */

export type BackendName = 'native' | 'wasm' | 'reference';

/** Memory of a backend. */
export interface DeviceBuffer {
  /** What records name it by, in bytes. */
  readonly address: number;
  readonly bytes: number;
}

export interface BackendStats {
  threads: number;
  /** The instruction set its kernels were compiled for. */
  isa: string;
}

export interface Backend {
  readonly name: BackendName;
  /** Where records are written. */
  readonly ring: Float64Array;
  /**
   * How many bytes that JavaScript or the graph owns may stay in its memory before the least used move out (evacuation.ts).
   * Infinity where the collector frees the memory itself.
   */
  readonly budget: number;
  /** How many bytes its memory holds at most. */
  readonly capacity: number;
  /** How many elements its kernels count in one record. */
  readonly mostElements: number;
  /** Uninitialised memory. @throws BackendError when there is none. */
  alloc(bytes: number): DeviceBuffer;
  /** Gives memory back. It must not be used again. */
  recycle(buffer: DeviceBuffer): void;
  write(buffer: DeviceBuffer, offset: number, source: ArrayBufferView): void;
  read(buffer: DeviceBuffer, offset: number, target: ArrayBufferView): void;
  /** Runs the records in the first `words` words of the ring. Returns a Status. */
  exec(words: number): number;
  setThreads(n: number): void;
  stats(): BackendStats;
}

/** What a kernel answers. */
export const status = { ok: 0, outOfMemory: 1, indexOutOfRange: 2, unknownKernel: 3 } as const;
