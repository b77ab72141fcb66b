import type { Tensor } from '../../src/index.ts';

/** A number that changes with any bit of the tensors: FNV-1a of their bytes. */
export function digest(tensors: Iterable<Tensor>): string {
  let hash = 0x811c9dc5;
  for (const x of tensors) {
    for (const byte of new Uint8Array(x.toTypedArray().buffer)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
