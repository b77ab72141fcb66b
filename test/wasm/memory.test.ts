/** Linear memory: the allocator, growth, and the end of it. */
import { describe, expect, it } from 'vitest';
import { BackendError } from '../../src/errors.ts';
import { alignment, Allocator, type Block } from '../../src/backend/wasm/allocator.ts';
import { createNodeWasmBackend } from '../../src/backend/wasm/node.ts';
import { builds } from '../support/backends.ts';
import { Device } from './device.ts';

const MiB = 2 ** 20;

/** Every block from the first one on; throws unless they lie side by side and no two neighbours are free. */
function checkedBlocks(any: Block): Block[] {
  let first = any;
  while (first.before) first = first.before;
  const all: Block[] = [];
  for (let b: Block | null = first; b; b = b.after) {
    if (b.after && (b.address + b.bytes !== b.after.address || b.after.before !== b))
      throw new Error(`blocks do not join at ${b.after.address}`);
    if (b.free && b.after?.free) throw new Error(`two free blocks at ${b.after.address}`);
    if (b.address % alignment !== 0) throw new Error(`a block at ${b.address}`);
    all.push(b);
  }
  return all;
}

describe('allocator', () => {
  it('takes, splits, joins and counts', () => {
    const allocator = new Allocator();
    allocator.grow(4096, 10_240);
    const [a, b, c] = [allocator.take(1)!, allocator.take(100)!, allocator.take(1000)!];
    expect([a, b, c].map((x) => [x.address, x.bytes])).toEqual([
      [4096, 64],
      [4160, 128],
      [4288, 1024],
    ]);
    expect([allocator.used, allocator.total, allocator.tail]).toEqual([1216, 10_240, 9024]);
    expect(allocator.take(9025)).toBeNull();
    allocator.free(b);
    allocator.free(a);
    expect(checkedBlocks(c).map((x) => x.bytes)).toEqual([192, 1024, 9024]);
    expect(allocator.take(192)!.address).toBe(4096); // fits exactly
    allocator.free(c);
    expect(allocator.tail).toBe(10_048);
    allocator.grow(4096 + 10_240, 1024); // joins the free end
    expect(allocator.take(11_072)!.address).toBe(4288);
  });

  it('stays whole through a hundred thousand takes and returns, and all of it comes back', () => {
    const allocator = new Allocator();
    allocator.grow(64, 8 * MiB);
    let state = 1;
    const random = (n: number): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % n;
    const held: { block: Block; asked: number }[] = [];
    let refused = 0;
    for (let i = 0; i < 100_000; i++) {
      if (held.length > 0 && random(100) < 49) {
        const at = random(held.length);
        allocator.free(held[at]!.block);
        held[at] = held[held.length - 1]!;
        held.pop();
        continue;
      }
      const asked = Math.floor(2 ** (random(170) / 10));
      const block = allocator.take(asked);
      if (block === null) {
        refused++;
        // Never refused while a block of a larger class is free.
        const largest = Math.max(
          0,
          ...checkedBlocks(held[0]!.block)
            .filter((b) => b.free)
            .map((b) => b.bytes),
        );
        expect(largest).toBeLessThan(asked * 1.25 + 2 * alignment);
      } else {
        expect(block.bytes).toBeGreaterThanOrEqual(asked);
        held.push({ block, asked });
      }
      if (i % 5000 === 0) {
        const blocks = checkedBlocks(held[0]!.block);
        expect(blocks.filter((b) => !b.free).length).toBe(held.length);
        expect(blocks.reduce((sum, b) => sum + (b.free ? 0 : b.bytes), 0)).toBe(allocator.used);
      }
    }
    for (const { block } of held) allocator.free(block);
    expect([allocator.used, allocator.tail, refused < 50_000]).toEqual([0, 8 * MiB, true]);
  });
});

describe('linear memory', () => {
  it('grows while it is used, and contents and addresses stay', () => {
    const backend = createNodeWasmBackend(builds[0]);
    const device = new Device(backend);
    const first = device.put('float32', [1, 2, 3]);
    const many = Array.from({ length: 40 }, (_, i) => device.put('float32', new Float32Array(MiB).fill(i)));
    const sum = device.room('float32', MiB);
    const side = { strides: [1] };
    expect(
      device.elementwise(
        'add',
        'float32',
        [MiB],
        { cells: sum, ...side },
        { cells: many[39]!, ...side },
        { cells: many[2]!, ...side },
      ),
    ).toBe(0);
    expect(backend.ring.buffer.byteLength).toBeGreaterThan(160 * MiB);
    expect(new Set(device.read(sum))).toEqual(new Set([41]));
    expect(device.read(first)).toEqual(Float32Array.of(1, 2, 3));
  });

  it('says so when it ends, and goes on working', () => {
    const device = new Device(createNodeWasmBackend(builds[0], 64 * MiB));
    const kept = device.put('float32', [5]);
    const one = device.room('uint8', 40 * MiB);
    expect(() => device.room('uint8', 30 * MiB)).toThrow(BackendError);
    expect(() => device.room('uint8', 30 * MiB)).toThrow(
      /^wasm: no memory for 31457280 bytes \(30\.0 MiB\): 4\d\.\d MiB are in use, .* at most 64\.0 MiB\. Use a smaller batch or model\.$/,
    );
    const more = device.room('uint8', 10 * MiB);
    device.backend.recycle(one.buffer);
    const again = device.room('uint8', 40 * MiB);
    expect(again.address).toBe(one.address);
    expect(more.address).not.toBe(again.address);
    expect(
      device.elementwise('mul', 'float32', [1], { cells: kept, strides: [1] }, { cells: kept, strides: [1] }, 2),
    ).toBe(0);
    expect(device.read(kept)).toEqual(Float32Array.of(10));
  });

  it('reaches addresses above 2 GiB', () => {
    const device = new Device(createNodeWasmBackend(builds[0]));
    const low = device.room('uint8', 2.2 * 2 ** 30);
    const x = device.put('float32', [1, 2, 3, 4, 5, 6]);
    expect(x.address).toBeGreaterThan(2 ** 31);
    expect(device.elementwise('square', 'float32', [6], { cells: x, strides: [1] }, { cells: x, strides: [1] })).toBe(
      0,
    );
    expect(
      device.elementwise('neg', 'float32', [2, 3], { cells: x, strides: [3, 1] }, { cells: x, strides: [3, 1] }),
    ).toBe(0);
    expect(device.read(x)).toEqual(Float32Array.of(-1, -4, -9, -16, -25, -36));
    expect(() => device.room('uint8', 2 * 2 ** 30)).toThrow(
      /no memory for 2147483648 bytes \(2048\.0 MiB\): 225\d\.\d MiB are in use.*at most 4096\.0 MiB/,
    );
    device.backend.recycle(low.buffer);
  });

  it('refuses what is larger than all addresses', () => {
    const { backend } = new Device(createNodeWasmBackend(builds[0]));
    for (const bytes of [2 ** 32, 2 ** 33, 2 ** 36, 2 ** 50])
      expect(() => backend.alloc(bytes)).toThrow(new RegExp(`^wasm: no memory for ${bytes} bytes`));
  });
});
