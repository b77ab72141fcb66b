/** Threads that help: they start, stop helping when told, and never hold anybody up. */
import { afterAll, describe, expect, it } from 'vitest';
import { createNodeWasmBackend } from '../../src/backend/wasm/node.ts';
import { setNumThreads, type Tensor, tensor } from '../../src/index.ts';
import { setActive } from '../../src/backend/current.ts';
import { emptyPool } from '../../src/memory.ts';
import { runChild } from '../support/child.ts';

const n = 300_000;

describe('helpers', () => {
  const backend = createNodeWasmBackend('simd-threads');
  const bytesOf = (x: Tensor): Uint8Array => new Uint8Array(x.toTypedArray().buffer);
  const begin = (): void => {
    emptyPool();
    setActive(backend);
  };
  afterAll(() => setActive(null));

  it('begin, and take their part', async () => {
    begin();
    setNumThreads(3);
    await backend.ready();
    expect(backend.stats().threads).toBe(3);
  });

  it('give the same bits while their number changes, memory grows and they fall asleep', async () => {
    begin();
    const values = Float32Array.from({ length: n }, (_, i) => Math.sin(i));
    const compute = (): Uint8Array[] => {
      const x = tensor(values);
      const a = x.reshape([500, 600]);
      const few = a.narrow(0, 0, 6).matmul(x.reshape([600, 500]));
      return [x.exp().add(x), a.matmul(a.t()), few, a.softmax(1), a.sum(0), x.sum()].map(bytesOf);
    };
    setNumThreads(1);
    const expected = compute();
    const held: Tensor[] = [];
    for (let round = 0; round < 60; round++) {
      setNumThreads(1 + (round % 4));
      const got = compute();
      for (const [i, bytes] of got.entries()) expect(Buffer.compare(bytes, expected[i]!), `${round}, ${i}`).toBe(0);
      held.push(tensor(new Float32Array(500_000))); // new pages, that helpers have never seen
      if (round % 10 === 0) await new Promise((done) => setTimeout(done, 20));
    }
    expect(held[0]!.sum().item()).toBe(0);
  });

  it('are as many as before where memory has no room for more', () => {
    const small = createNodeWasmBackend('simd-threads', 8 << 20);
    small.setThreads(1);
    expect(() => small.setThreads(9)).toThrow(
      /^wasm: no memory for another thread, which takes \d\.\d MiB: \d\.\d MiB are in use, of at most 8\.0 MiB\. The number of threads stays 1\.$/,
    );
    expect(small.stats().threads).toBe(1);
  });

  it('are called back after an exception inside a record', () => {
    begin();
    setNumThreads(3);
    const small = tensor(
      Float32Array.from({ length: 9 }, (_, i) => i),
      { shape: [3, 3] },
    );
    const large = tensor(new Float32Array(40_000).fill(1));
    // The stack overflows wherever it does: in a kernel, too, sooner or later. Most of it is filled without records, ten thousand of
    // which would hold the process up for half a minute on a busy machine.
    let dives = 0;
    const dive = (): number => {
      dives++;
      small.matmul(small.t());
      large.add(1);
      return dive() + 1;
    };
    let frames = 0;
    const fall = (most: number): number => (++frames < most ? fall(most) : dive()) + 1;
    for (let round = 0; round < 3; round++) {
      frames = 0;
      expect(() => fall(Infinity)).toThrow(RangeError);
      const most = Math.floor(0.9 * frames);
      [frames, dives] = [0, 0];
      expect(() => fall(most)).toThrow(RangeError);
      expect(dives).toBeGreaterThan(20);
      for (let i = 0; i < 20; i++) expect(large.add(i).sum().item()).toBe(40_000 * (1 + i));
    }
  });

  it('do not keep a process from ending, asleep or busy', async () => {
    const { threads, sum } = await runChild<{ threads: number; sum: number }>('wasm/helpers.child.ts', {
      env: { DESCEND_BACKEND: 'wasm', DESCEND_NUM_THREADS: '4' },
    });
    expect({ threads, sum }).toEqual({ threads: 4, sum: 1 << 20 });
  });
});
