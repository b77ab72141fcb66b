/**
 * What is used of the engine's WebAssembly, typed here: its types are in the DOM's library, which code that also runs in Node
 * does without. https://webassembly.github.io/spec/js-api/
 */
export interface Module {
  /** Nothing but an engine makes one. */
  readonly [Symbol.toStringTag]: string;
}
export interface Memory {
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  /** Adds pages of 64 KiB. @throws RangeError when there are none */
  grow(pages: number): number;
}

interface Api {
  validate(bytes: Uint8Array): boolean;
  Module: new (bytes: Uint8Array) => Module;
  Instance: new (module: Module, imports: object) => { readonly exports: unknown };
  Memory: new (descriptor: { initial: number; maximum: number; shared: boolean }) => Memory;
  compile(bytes: Uint8Array): Promise<Module>;
  compileStreaming?(response: Promise<unknown>): Promise<Module>;
}

export const { WebAssembly } = globalThis as unknown as { WebAssembly: Api };
