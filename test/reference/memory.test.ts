import { describe, expect, it } from 'vitest';
import { status } from '../../src/backend/backend.ts';
import { createReferenceBackend } from '../../src/backend/reference/index.ts';
import { BackendError } from '../../src/errors.ts';
import * as opcode from '../../src/kernels/opcodes.generated.ts';
import { backend, elementwiseRecord, put, room, run } from './harness.ts';

describe('memory of the reference backend', () => {
  it('writes and reads bytes at offsets', () => {
    const buffer = backend.alloc(16);
    backend.write(buffer, 4, Int32Array.of(7, -8));
    const whole = new Int32Array(4);
    backend.read(buffer, 0, whole);
    expect(Array.from(whole)).toEqual([-1, 7, -8, -1]); // fresh memory is full of ones
    const part = new Int32Array(4).subarray(1, 2);
    backend.read(buffer, 8, part);
    expect(Array.from(part)).toEqual([-8]);
  });

  it('fresh memory is NaN, so that reading what nobody wrote shows', () => {
    expect(room('float32', 2).read()).toEqual([NaN, NaN]);
    expect(room('float64', 2).read()).toEqual([NaN, NaN]);
  });

  it('gives distinct exact addresses, and none is 0', () => {
    const addresses = [1, 0, 2 ** 23, 5, 2 ** 22].map((bytes) => backend.alloc(bytes).address);
    expect(new Set(addresses).size).toBe(5);
    for (const address of addresses) expect(Number.isSafeInteger(address) && address > 0).toBe(true);
  });

  it('finds operands anywhere in a buffer larger than a page', () => {
    const n = 2 ** 20 + 1000; // 4 MiB and more
    const big = room('float32', n);
    const one = put('float32', [3]);
    const record = elementwiseRecord('copy', 'float32', one, 3);
    record[6] = big.at(n - 1);
    expect(run(record)).toBe(status.ok);
    expect(big.read()[n - 1]).toBe(3);
  });

  it.each([
    ['past the end', 1, 8],
    ['before the start', -1, 4],
    ['at no whole offset', 0.5, 4],
  ])('write and read throw %s', (_, offset, bytes) => {
    const buffer = backend.alloc(8);
    expect(() => backend.write(buffer, offset, new Uint8Array(bytes))).toThrow(/leave a buffer of 8 bytes/);
    expect(() => backend.read(buffer, offset, new Uint8Array(bytes))).toThrow(BackendError);
  });

  it('a record that leaves its buffer throws and writes nothing', () => {
    const x = put('float32', [1, 2, 3]);
    const out = put('float32', [5, 5, 5, 5]);
    const tooLong = elementwiseRecord('neg', 'float32', out, x); // 4 elements of 3
    expect(() => run(tooLong)).toThrow('elements 0 to 3 of float32 leave a buffer of 12 bytes');
    expect(out.read()).toEqual([5, 5, 5, 5]);
  });

  it('negative strides are checked at the low end', () => {
    const x = put('float32', [1, 2, 3]);
    const out = room('float32', 3);
    const reversed = elementwiseRecord('copy', 'float32', out, x);
    reversed[9] = x.at(2);
    reversed[10] = -1;
    expect(run(reversed)).toBe(status.ok);
    expect(out.read()).toEqual([3, 2, 1]);
    reversed[9] = x.at(1);
    expect(() => run(reversed)).toThrow(/elements -1 to 1/);
  });

  it('unaligned and unknown addresses throw', () => {
    const x = put('float32', [1, 2]);
    const record = elementwiseRecord('neg', 'float32', room('float32', 1), x);
    record[9] = x.address + 2;
    expect(() => run(record)).toThrow(/not aligned for float32/);
    record[9] = 12345;
    expect(() => run(record)).toThrow(/no buffer at address 12345/);
  });

  it('a recycled buffer is gone', () => {
    const x = put('float32', [1]);
    const record = elementwiseRecord('neg', 'float32', room('float32', 1), x);
    expect(run(record)).toBe(status.ok);
    backend.recycle(x.buffer);
    expect(() => run(record)).toThrow(/recycled/);
    expect(() => backend.recycle(x.buffer)).toThrow(BackendError);
  });

  it('lets the collector free what nobody holds', async () => {
    const own = createReferenceBackend();
    const held = own.alloc(64);
    let address = 0;
    (() => {
      address = own.alloc(1 << 20).address;
    })();
    const alive = (): boolean => {
      try {
        own.read({ address, bytes: 1 }, 0, new Uint8Array(1));
        return true;
      } catch {
        return false;
      }
    };
    // The collector runs when it likes; enough allocation makes it, but not in the job that has just looked.
    const nextJob = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
    for (let i = 0; i < 200 && alive(); i++) {
      await nextJob();
      for (let k = 0; k < 10; k++) own.alloc(1 << 20);
      await nextJob();
    }
    expect(alive()).toBe(false);
    own.read(held, 0, new Uint8Array(64));
  });
});

describe('running records', () => {
  it('runs several in order', () => {
    const x = put('float32', [1, 2]);
    const y = room('float32', 2);
    const z = room('float32', 2);
    expect(run(elementwiseRecord('add', 'float32', y, x, 1), elementwiseRecord('mul', 'float32', z, y, y))).toBe(
      status.ok,
    );
    expect(z.read()).toEqual([4, 9]);
  });

  it('stops at the first that fails', () => {
    const z = put('float32', [5]);
    expect(run([9999, 0], elementwiseRecord('copy', 'float32', z, 1))).toBe(status.unknownKernel);
    expect(z.read()).toEqual([5]);
  });

  it('a float op has no int32 kernel', () => {
    const x = put('int32', [1]);
    expect(run(elementwiseRecord('exp', 'int32', room('int32', 1), x))).toBe(status.unknownKernel);
  });

  it('a record whose length is wrong throws', () => {
    backend.ring.set([opcode.add, 1]);
    expect(() => backend.exec(2)).toThrow(/length of 1/);
    backend.ring.set([opcode.add, 100]);
    expect(() => backend.exec(2)).toThrow(/length of 100/);
    const short = elementwiseRecord('add', 'float32', room('float32', 1), 1, 2).slice(0, -1);
    expect(() => run(short)).toThrow(/has 13 words for 1 dims, not 14/);
    expect(() => run([opcode.sgd, 0, 0, 1, 0])).toThrow(/5 words for 1 parameters, not 10/);
  });

  it('tells what it is, whatever the threads', () => {
    backend.setThreads(8);
    expect(backend.stats()).toEqual({ threads: 1, isa: 'javascript' });
    expect(backend.name).toBe('reference');
    expect(backend.ring.length).toBe(65536);
    expect(backend.exec(0)).toBe(status.ok);
  });
});
