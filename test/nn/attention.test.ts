import { beforeAll, describe, expect, it } from 'vitest';
import {
  cat,
  Generator,
  grad,
  gradgradcheck,
  manualSeed,
  memory,
  nn,
  noGrad,
  ones,
  randn,
  tensor,
  triu,
} from '../../src/index.ts';
import type { Tensor } from '../../src/index.ts';
import { backendOf, backends, reference, threaded, useBackend } from '../support/backends.ts';
import { decode, decodeTensor, expectClose } from '../support/fixtures.ts';
import { checkModules, fixture } from './attentionCases.ts';

const F = nn.functional;
const attend = (q: Tensor, k: Tensor, v: Tensor, options: unknown = {}): Tensor =>
  F.scaledDotProductAttention(q, k, v, options as Parameters<typeof F.scaledDotProductAttention>[3]);

describe.each([...backends, reference])('attention on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('agrees with the formula in PyTorch', () => {
    for (const c of fixture.formula) {
      const what = `${c.dtype} ${JSON.stringify(c.options)}`;
      const inputs = c.inputs.map((x) => decodeTensor(x)) as [Tensor, Tensor, Tensor];
      const y = attend(...inputs, decode(c.options));
      expectClose(y, c.output, { what });
      y.backward(decodeTensor(c.gradOutput));
      inputs.forEach((x, i) => expectClose(x.grad!, c.grads[i]!, { what: `${what}: gradient ${i}` }));
    }
  });

  it('MultiheadAttention agrees with PyTorch', () => checkModules('MultiheadAttention'));

  it('drops weights as a bernoulli of their size says, the same ones backward, and advances the stream', () => {
    const [q, k, v] = [randn([2, 3, 70, 8]), randn([2, 3, 66, 8]), randn([2, 3, 66, 4])].map((x) => x.requiresGrad_());
    const generator = new Generator(11);
    const y = attend(q!, k!, v!, { dropoutP: 0.25, generator });
    const [, counter] = generator.getState();
    expect(counter).toBe((2 * 3 * 70 * 66) / 4);
    const weights = q!.matmul(k!.transpose(-1, -2)).div(Math.sqrt(8)).softmax(-1);
    const expected = F.dropout(weights, { p: 0.25, generator: new Generator(11) }).matmul(v!);
    expectClose(
      y,
      { shape: expected.shape as number[], dtype: 'float32', data: [...expected.toTypedArray()] },
      { atol: 2e-6 },
    );
    const g = randn(y.shape);
    const wanted = grad(expected, [q!, k!, v!], { gradOutputs: [g] }).map((x) => [...x.toTypedArray()]);
    grad(y, [q!, k!, v!], { gradOutputs: [g] }).forEach((x, i) => expectClose(x, wanted[i]!, { atol: 1e-5 }));
  });

  it('has second derivatives with dropout and groups', () => {
    const leaf = (...shape: number[]): Tensor => randn(shape, { dtype: 'float64', requiresGrad: true });
    gradgradcheck(
      (q, k, v) => attend(q, k, v, { dropoutP: 0.4, enableGqa: true, generator: new Generator(2) }),
      [leaf(1, 4, 2, 2), leaf(1, 2, 3, 2), leaf(1, 2, 3, 1)],
    );
  });

  it('attends of one tensor to itself, in one op, as of three equal ones', () => {
    for (const dropout of [0, 0.25]) {
      const layer = new nn.MultiheadAttention(12, 3, { batchFirst: true, dropout });
      const x = randn([2, 70, 12]).requiresGrad_();
      const g = randn(x.shape);
      const wanted = [x, ...layer.parameters()];
      const [one, three] = [0, 1].map((copies) => {
        layer.generator = new Generator(7);
        const y = layer.forward(x, copies ? x.mul(1) : x, x, { isCausal: true, needWeights: false }).output;
        return [y, ...grad(y, wanted, { gradOutputs: [g] })].map((a) => tensor(a.toArray()));
      });
      one!.forEach((a, i) => expectClose(a, [...three![i]!.toTypedArray()], { atol: 3e-5 }));
    }
    const layer = new nn.MultiheadAttention(4, 2, { batchFirst: true, dropout: 0.25, dtype: 'float64' });
    const x = randn([1, 3, 4], { dtype: 'float64', requiresGrad: true });
    const f = (x: Tensor): Tensor => {
      layer.generator = new Generator(2);
      return layer.forward(x, x, x, { needWeights: false }).output;
    };
    gradgradcheck(f, [x]);
  });

  it('generates with a cache what it gives at once', () => {
    manualSeed(1);
    const layer = new nn.MultiheadAttention(8, 2, { batchFirst: true }).eval();
    const x = randn([2, 7, 8]);
    noGrad(() => {
      const all = layer.forward(x, x, x, { isCausal: true }).output;
      const cache = new nn.KVCache({ capacity: 2 });
      const parts = [3, 1, 2, 1].map((n) => {
        const part = x.narrow(1, cache.length, n);
        return layer.forward(part, part, part, { isCausal: true, needWeights: false, cache }).output;
      });
      expect(cache.length).toBe(7);
      expectClose(cat(parts, 1), { shape: [2, 7, 8], dtype: 'float32', data: [...all.toTypedArray()] }, { atol: 1e-6 });
      const rotary = new nn.RotaryEmbedding(4, { maxLength: 7 });
      const turned = layer.forward(x, x, x, { isCausal: true, rotary }).output;
      const read = new nn.KVCache();
      const later = [4, 3].map((n) => {
        const part = x.narrow(1, read.length, n);
        return layer.forward(part, part, part, { isCausal: true, cache: read, rotary }).output;
      });
      expectClose(cat(later, 1).flatten(), [...turned.toTypedArray()], { atol: 1e-6 });
      expect(turned.sub(all).abs().max().item()).toBeGreaterThan(1e-3);
      cache.truncate(3);
      const again = x.narrow(1, 3, 1);
      const fourth = layer.forward(again, again, again, { isCausal: true, cache }).output;
      expectClose(fourth.select(1, 0), [...all.select(1, 3).toTypedArray()], { atol: 1e-6 });
    });
  });

  it('rotates by positions: products depend on distances alone, in either pairing', () => {
    const [q, k] = [randn([1, 6]), randn([1, 6])];
    for (const interleaved of [true, false]) {
      const product = (i: number, j: number): number =>
        F.rotaryEmbedding(q, { offset: i, interleaved })
          .mul(F.rotaryEmbedding(k, { offset: j, interleaved }))
          .sum()
          .item();
      expect(product(9, 4)).toBeCloseTo(product(5, 0), 4);
      const table = new nn.RotaryEmbedding(6, { maxLength: 8, interleaved });
      const x = randn([2, 3, 6]);
      const rotated = F.rotaryEmbedding(x, { offset: 5, interleaved });
      expectClose(table.forward(x, { offset: 5 }), [...rotated.toTypedArray()]);
      expect(() => table.forward(x, { offset: 6 })).toThrow('positions 6 to 9 leave the 8 there are');
    }
    // Pair (0, 1) turns by the position in radians; (0, 2) of four columns in the other form.
    const turned = F.rotaryEmbedding(tensor([[1, 0, 0, 0]]), { offset: 2 });
    expectClose(turned, [Math.cos(2), Math.sin(2), 0, 0]);
    expectClose(F.rotaryEmbedding(tensor([[1, 0, 0, 0]]), { offset: 2, interleaved: false }), [
      Math.cos(2),
      0,
      Math.sin(2),
      0,
    ]);
  });

  it('knows positions that are added: sinusoidal, learned, and by ALiBi', () => {
    expectClose(F.sinusoidalPositions(2, 4), [0, 1, 0, 1, Math.sin(1), Math.cos(1), Math.sin(0.01), Math.cos(0.01)]);
    const x = randn([2, 3, 4]);
    const plus = new nn.SinusoidalPositions(4).forward(x, { offset: 1 });
    expectClose(plus, [...x.add(F.sinusoidalPositions(4, 4).narrow(0, 1, 3)).toTypedArray()]);
    const learned = new nn.LearnedPositions(5, 4);
    expectClose(learned.forward(x, { offset: 2 }), [...x.add(learned.weight.narrow(0, 2, 3)).toTypedArray()]);
    expect(() => learned.forward(x, { offset: 3 })).toThrow('leave the 5 there are');
    expectClose(
      F.alibiBias(2, 1, 3),
      [-2, -1, 0, -2, -1, 0].map((d, i) => d * (i < 3 ? 2 ** -4 : 2 ** -8)),
    );
    expectClose(F.alibiBias(3, 2, 2, { causal: true }).select(1, 0), [0, -Infinity, 0, -Infinity, 0, -Infinity]);
    expectClose(F.alibiBias(3, 1, 2).select(2, 0).flatten(), [-(2 ** -4), -(2 ** -8), -(2 ** -2)]);
  });

  it('takes memory in proportion to the length, forward and backward', () => {
    // What one run of twice as many rows needs beyond what a run of `rows` has left in the pool.
    const held = (rows: number): number => {
      const [q, k, v] = Array.from({ length: 3 }, () => randn([1, 2, rows, 32]).requiresGrad_());
      attend(q!, k!, v!, { isCausal: true }).sum().backward();
      const before = memory().bytesLive + memory().bytesPooled;
      const more = Array.from({ length: 3 }, () => randn([1, 2, rows * 2, 32]).requiresGrad_());
      attend(more[0]!, more[1]!, more[2]!, { isCausal: true }).sum().backward();
      return memory().bytesLive + memory().bytesPooled - before;
    };
    const [short, long] = [held(128), held(256)];
    expect(long).toBeGreaterThan(0);
    expect(long / short).toBeLessThan(2.5);
    expect(long).toBeLessThan(2 * 512 * 512 * 4);
  });

  it('says what does not fit', () => {
    const x = randn([2, 3, 4]);
    const layer = new nn.MultiheadAttention(4, 2);
    expect(() => attend(x, randn([2, 3, 5]), x)).toThrow(
      'scaledDotProductAttention: query and key need the same last dim, got query [2, 3, 4], key [2, 3, 5], value [2, 3, 4].',
    );
    expect(() => attend(x, x, randn([2, 2, 4]))).toThrow('key and value need as many rows as each other');
    expect(() => attend(randn([4]), x, x)).toThrow('takes [..., heads, rows, cols]');
    expect(() => attend(x, x, x.to('float64'))).toThrow('float32 and float64');
    const mask = ones([3, 3], { dtype: 'bool' });
    expect(() => attend(x, x, x, { attnMask: mask, isCausal: true })).toThrow('exclude each other');
    expect(() => attend(x, x, x, { attnMask: ones([2, 2], { dtype: 'bool' }) })).toThrow(
      'attnMask [2, 2] does not broadcast to [2, 3, 3]',
    );
    expect(() => attend(x, x, x, { attnMask: ones([3, 3], { dtype: 'int32' }) })).toThrow('bool or float, not int32');
    expect(() => attend(x, x, x, { causal: true })).toThrow('there is no option "causal"');
    expect(() => attend(x, x, x, { dropoutP: 2 })).toThrow('must be a probability in [0, 1], got 2');
    expect(() => attend(x, randn([3, 3, 4]), randn([3, 3, 4]), { enableGqa: true })).toThrow(
      'with enableGqa key and value need the same number of heads, which divides that of the query: got 2, 3 and 3.',
    );
    expect(() => new nn.MultiheadAttention(4, 3)).toThrow('embedDim (4) must be a multiple of numHeads (3)');
    expect(() => layer.forward(x, x, randn([2, 2, 4]))).toThrow('must be [rows, batch, cols] with one batch size');
    expect(() => layer.forward(x, x, x, { attnMask: mask })).toThrow(
      'MultiheadAttention: attnMask has shape [3, 3]; it must be [2, 2] or [6, 2, 2].',
    );
    expect(() => layer.forward(x, x, x, { cache: new nn.KVCache() })).toThrow('Generate inside noGrad()');
    expect(() => F.rotaryEmbedding(randn([2, 3]))).toThrow('dim must be an even whole number');
    expect(() => F.alibiBias(0, 2)).toThrow('heads must be a whole number');
    const cache = new nn.KVCache();
    cache.append(x, x);
    expect(() => cache.append(randn([1, 3, 4]), x)).toThrow('KVCache: [1, 3, 4] does not follow [2, 3, 4]');
    expect(() => cache.append(x, randn([2, 2, 4]))).toThrow('as many rows of keys as of values');
    expect(() => cache.truncate(4)).toThrow('cannot keep 4 of 3 rows');
    expect(() => new nn.KVCache({ capacity: 0 })).toThrow('capacity must be');
  });
});

describe.each(threaded)('threads on %s', (backend) => {
  it('give the same bits', () => {
    useBackend(backend);
    const run = (threads: number, heads: number): number[] => {
      backendOf(backend).setThreads(threads);
      manualSeed(5);
      const leaves = [randn([2, heads, 150, 16]), randn([2, 2, 140, 16]), randn([2, 2, 140, 8])].map((x) =>
        x.requiresGrad_(),
      );
      const [q, k, v] = leaves as [Tensor, Tensor, Tensor];
      const y = attend(q, k, v, { enableGqa: true, dropoutP: 0.1 });
      const grads = grad(y, leaves, { gradOutputs: [randn(y.shape)] });
      return [y, ...grads].flatMap((x) => [...x.toTypedArray()]);
    };
    // Few heads share tiles out, many of them heads.
    for (const heads of [2, 16]) expect(run(2, heads)).toEqual(run(1, heads));
    backendOf(backend).setThreads(2);
  });
});

it('a mask says what the causal flag says', () => {
  useBackend(backends[0]!);
  const layer = new nn.MultiheadAttention(4, 2, { batchFirst: true, addZeroAttn: true });
  const x = randn([1, 3, 4]);
  const attnMask = triu(ones([3, 3], { dtype: 'bool' }), { diagonal: 1 });
  const [a, b] = [{ attnMask }, { isCausal: true }].map((mask) => layer.forward(x, x, x, mask).output.toTypedArray());
  expect(a).toEqual(b);
});
