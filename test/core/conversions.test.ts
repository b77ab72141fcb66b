/** Conversions between all dtypes, int64 beyond what numbers hold, bits, and what float16 and bfloat16 compute: against PyTorch. */
import { beforeAll, describe, expect, it } from 'vitest';
import * as descend from '../../src/index.ts';
import {
  bitwiseNot,
  cat,
  type DType,
  DTypeError,
  full,
  gather,
  io,
  nn,
  optim,
  rand,
  scatter,
  tensor,
  type Tensor,
  ValueError,
  where,
  zeros,
} from '../../src/index.ts';
import { everyBackend, reference, useBackend } from '../support/backends.ts';
import { type Data, fixture, made, written } from '../support/dtypeFixture.ts';
import { decodeNumber } from '../support/fixtures.ts';

type Unary = (x: Tensor) => Tensor;
type Binary = (a: Tensor, b: Tensor) => Tensor;
const op = <F>(name: string): F => (descend as unknown as Record<string, F>)[name]!;
const halves = ['float16', 'bfloat16'] as const;
const beyond = 2n ** 53n + 1n;

describe.each([...everyBackend, reference])('%s', (backend) => {
  beforeAll(() => useBackend(backend));

  describe('conversions', () => {
    it.each(fixture.conversions)('$from to $to', ({ from, values, to, is }) => {
      expect(written(made(from, values).to(to))).toEqual(is);
    });

    it.each(halves)('%s: rounding, ties, denormals, overflow, NaN; and back', (half) => {
      const { values, wide, bits } = fixture.halves;
      const { of, ofWide, is } = fixture.halves[half];
      expect(written(made('float32', values).to(half))).toEqual(of);
      expect(written(made('float64', wide).to(half))).toEqual(ofWide);
      expect(written(tensor(values.map(decodeNumber), { dtype: half }))).toEqual(of);
      const patterns = made(half, bits);
      expect(Array.from(patterns.toTypedArray())).toEqual(is.map(decodeNumber));
      expect(patterns.toTypedArray()).toBeInstanceOf(Float32Array);
      expect(written(patterns.to('float32'))).toEqual(is);
      // Strided, and through the other lanes.
      const every = made('float32', values).reshape([-1, 1]).expand([values.length, 2]).t();
      expect(written(every.to(half).select(0, 1))).toEqual(of);
      expect(written(patterns.to('float64'))).toEqual(is);
    });

    it('every half there is survives the way to float32 and back', () => {
      for (const half of halves) {
        const all = Uint16Array.from({ length: 2 ** 16 }, (_, i) => i);
        const back = made(half, Array.from(all)).to('float32').to(half);
        const isNaN_ = made(half, Array.from(all)).isnan().toTypedArray();
        const kept = written(back).filter((bits, i) => bits !== i && isNaN_[i] === 0);
        expect(kept).toEqual([]);
      }
    });

    it('beyond the integers: saturated for int32 and int64, wrapped for the narrower ones, NaN is 0', () => {
      const x = tensor([1e30, -1e30, NaN, Infinity], { dtype: 'float64' });
      expect(written(x.to('int64'))).toEqual([
        String(2n ** 63n - 1n),
        String(-(2n ** 63n)),
        '0',
        String(2n ** 63n - 1n),
      ]);
      expect(written(x.to('int32'))).toEqual(['2147483647', '-2147483648', '0', '2147483647']);
      expect(tensor([300, -300, 128.5]).to('int8').toArray()).toEqual([44, -44, -128]);
    });
  });

  describe('int64', () => {
    const { a, b, safe, bases, exponents, pow, binary, divided, unary, reduced } = fixture.int64;
    const [x, y] = [() => made('int64', a), () => made('int64', b)];

    it.each(Object.entries(binary))('%s', (name, expected) => {
      expect(written(op<Binary>(name)(x(), y()))).toEqual(expected);
    });
    it.each(Object.entries(divided))('%s', (name, expected) => {
      expect(written(op<Binary>(name)(x(), made('int64', safe)))).toEqual(expected);
    });
    it.each(Object.entries(unary))('%s', (name, expected) => {
      expect(written(op<Unary>(name)(x()))).toEqual(expected);
    });
    it('pow', () => {
      expect(written(made('int64', bases).pow(made('int64', exponents)))).toEqual(pow);
    });
    it.each(Object.entries(reduced))('%s', (name, expected) => {
      const grid = made('int64', a, [2, 7]);
      const last = x().narrow(0, 6, a.length - 6);
      const one: Record<string, () => Tensor[]> = {
        prod: () => [last.prod(), grid.prod(0), grid.prod(1)],
        cumsum: () => [grid.cumsum(0), grid.cumsum(1)],
        cumprod: () => [grid.cumprod(0), grid.cumprod(1)],
        cummax: () => [grid.cummax(1).values],
        sort: () => [x().sort().values, grid.sort(1, { descending: true }).values],
        argmax: () => [x().argmax(), grid.argmax(1)],
        argmin: () => [x().argmin(), grid.argmin(1)],
      };
      const many = op<(t: Tensor, dim?: number) => Tensor>(name);
      const got = one[name]?.() ?? [many(x()), many(grid, 0), many(grid, 1)];
      expect(got.map(written)).toEqual(expected);
    });

    it('moves all bits: where, cat, gather, scatter, masks, strides', () => {
      const big = full([3], beyond);
      const small = tensor([1n, 2n, 3n]);
      const mask = tensor([true, false, true]);
      expect(written(where(mask, big, small))).toEqual([String(beyond), '2', String(beyond)]);
      expect(written(cat([big, small]).narrow(0, 2, 2))).toEqual([String(beyond), '1']);
      expect(written(gather(big, 0, tensor([2n, 0n])))).toEqual([String(beyond), String(beyond)]);
      expect(written(scatter(small, 0, tensor([1n]), big))).toEqual(['1', String(beyond), '3']);
      expect(written(small.scatterAdd(0, tensor([1n, 1n]), big.narrow(0, 0, 2)))).toEqual([
        '1',
        String(2n * beyond + 2n),
        '3',
      ]);
      expect(written(cat([big, small]).reshape([2, 3]).t().contiguous())).toEqual(
        [beyond, 1n, beyond, 2n, beyond, 3n].map(String),
      );
      expect(where(tensor([2n ** 32n, 0n]), 1, 2).toArray()).toEqual([1, 2]);
    });

    it('long rows and many threads: sums, products, extremes and order', () => {
      const n = 300_001;
      const ramp = descend.arange(n, undefined, 1, { dtype: 'int64' }).mul(tensor(2n ** 33n));
      expect(written(ramp.sum())).toEqual([String(BigInt.asIntN(64, (2n ** 33n * BigInt(n) * BigInt(n - 1)) / 2n))]);
      expect(written(ramp.max())).toEqual([String(2n ** 33n * BigInt(n - 1))]);
      expect(ramp.argmax().item()).toBe(n - 1);
      expect(ramp.neg().argsort().toTypedArray().slice(0, 3)).toEqual(Int32Array.of(n - 1, n - 2, n - 3));
      expect(written(full([n], 3, { dtype: 'int64' }).prod())).toEqual([String(BigInt.asIntN(64, 3n ** BigInt(n)))]);
    });

    it('reads as bigints, as numbers where those hold them', async () => {
      const big = tensor([beyond]);
      expect(big.dtype).toBe('int64');
      expect(big.toTypedArray<'int64'>()).toEqual(BigInt64Array.of(beyond));
      expect(await big.data<'int64'>()).toEqual(BigInt64Array.of(beyond));
      expect(tensor([[1n, -2n]]).toArray()).toEqual([[1, -2]]);
      expect(tensor(-(2n ** 53n) + 1n).item()).toBe(-(2 ** 53) + 1);
      expect(() => big.item()).toThrow(
        new ValueError(`item: a number cannot hold ${beyond} exactly. Use toTypedArray(), which gives bigints.`),
      );
      expect(() => big.toArray()).toThrow(/^toArray: a number cannot hold 9007199254740993 exactly/);
    });

    it('is made of numbers, bigints and both, where they fit', () => {
      expect(tensor([1, 2n]).dtype).toBe('int64');
      expect(tensor([1, 2.9, -2.9], { dtype: 'int64' }).toArray()).toEqual([1, 2, -2]);
      expect(tensor(BigInt64Array.of(5n)).dtype).toBe('int64');
      expect(tensor(Int8Array.of(-5)).dtype).toBe('int8');
      expect(tensor([2n ** 60n], { dtype: 'float64' }).item()).toBe(2 ** 60);
      expect(() => tensor([1n, 0.5])).toThrow(
        new ValueError('tensor: 0.5 is among bigints, which make an int64 tensor. Pass { dtype }.'),
      );
      expect(() => tensor([2n ** 63n])).toThrow(/^tensor: 9223372036854775808 does not fit int64/);
      expect(() => tensor([NaN], { dtype: 'int64' })).toThrow(/^tensor: NaN does not fit int64/);
      expect(() => tensor([128], { dtype: 'int8' })).toThrow(/^tensor: 128 does not fit int8/);
      expect(() => tensor([1n]).add(2 ** 60)).toThrow(
        /^add: 1152921504606847000 is no integer that a number holds exactly/,
      );
    });

    it('is an index, a class and a count', () => {
      const rows = tensor([
        [1, 2],
        [3, 4],
        [5, 6],
      ]);
      const index = tensor([2n, 0n]);
      expect(rows.indexSelect(0, index).toArray()).toEqual([
        [5, 6],
        [1, 2],
      ]);
      expect(rows.index([tensor([-1n])]).toArray()).toEqual([[5, 6]]);
      expect(rows.indexSelect(0, tensor([1], { dtype: 'int8' })).toArray()).toEqual([[3, 4]]);
      expect(() => rows.indexSelect(0, tensor([2n ** 40n]))).toThrow(/index 1099511627776 is out of range for dim 0/);
      const loss = nn.functional.crossEntropy(rows, tensor([1n, 0n, 1n])).item();
      expect(loss).toBe(nn.functional.crossEntropy(rows, tensor([1, 0, 1], { dtype: 'int32' })).item());
      expect([tensor([true, true]).sum().dtype, tensor([1], { dtype: 'uint8' }).cumsum(0).dtype]).toEqual([
        'int64',
        'int64',
      ]);
      expect([rows.argmax().dtype, rows.max(0).indices.dtype]).toEqual(['int32', 'int32']);
      expect(tensor([200, 100], { dtype: 'int32' }).cumsum(0, { dtype: 'int8' }).toArray()).toEqual([-56, 44]);
    });
  });

  describe('bits', () => {
    it.each(fixture.bits)('$dtype', ({ dtype, a, b, not, shifts, is }) => {
      const [x, y] = [made(dtype, a), made(dtype, b)];
      for (const [name, expected] of Object.entries(is)) {
        expect(written(op<Binary>(name)(x, y)), name).toEqual(expected);
        expect(written(op<Binary>(`${name}_`)(x.clone(), y)), name).toEqual(expected);
      }
      expect([written(bitwiseNot(x)), written(x.clone().bitwiseNot_())]).toEqual([not, not]);
      const { n, ...shifted } = shifts;
      for (const [name, expected] of Object.entries(shifted))
        expect(written(op<Binary>(name)(x, made(dtype, n!))), name).toEqual(expected);
    });

    it('promote, take numbers, and shift by anything', () => {
      const x = tensor([5, -5], { dtype: 'int32' });
      expect(x.bitwiseAnd(tensor([6n, 2n ** 40n])).dtype).toBe('int64');
      expect(x.bitwiseXor(1).toArray()).toEqual([4, -6]);
      for (const n of [-1, 32, 64, 100]) {
        expect(x.bitwiseLeftShift(n).toArray()).toEqual([0, 0]);
        expect(x.bitwiseRightShift(n).toArray()).toEqual([0, -1]);
      }
      expect(tensor([-1n]).bitwiseRightShift(63).toArray()).toEqual([-1]);
    });

    it('are not there for floats, nor shifts for bools', () => {
      expect(() => tensor([1]).bitwiseAnd(1)).toThrow(
        new DTypeError(
          "bitwiseAnd: an operand is float32; it takes int32, int64, uint8, int8, bool. Convert with x.to('int32').",
        ),
      );
      expect(() => tensor([1], { dtype: 'int32' }).bitwiseOr(0.5)).toThrow(DTypeError);
      expect(() => tensor([true]).bitwiseLeftShift(tensor([true]))).toThrow(
        /^bitwiseLeftShift: an operand is bool; it takes int32, int64, uint8, int8\./,
      );
      expect(() => bitwiseNot(tensor([1]))).toThrow(DTypeError);
    });
  });

  describe('halves', () => {
    const { x, w, ops } = fixture.halfOps;
    const leaf = (data: Data, shape: number[]): Tensor => made('bfloat16', data, shape).requiresGrad_();
    const run: Record<string, (x: Tensor) => Tensor> = {
      add: (t) => t.add(0.3),
      mul: (t) => t.mul(t),
      div: (t) => t.div(3),
      sum: (t) => t.sum(),
      mean: (t) => t.mean(1),
      matmul: (t) => t.matmul(made('bfloat16', w, [3, 2])),
      softmax: (t) => t.softmax(1),
      logSoftmax: (t) => t.logSoftmax(1),
      cumsum: (t) => t.cumsum(1),
      sqrt: (t) => t.abs().sqrt(),
    };
    // One unit in the last place, where a sum is rounded in another order.
    it.each(Object.entries(ops))('%s in bfloat16, and its gradient', (name, { y, g }) => {
      const input = leaf(x, [2, 3]);
      const out = (run[name] ?? op<Unary>(name))(input);
      expect(out.dtype).toBe('bfloat16');
      out.mul(out).sum().backward();
      const near = (got: Tensor, expected: number[]): void => {
        const wanted = made('bfloat16', expected).toTypedArray();
        got
          .flatten()
          .toTypedArray()
          .forEach((v, i) => {
            expect(Math.abs(v - wanted[i]!), `${v} and ${wanted[i]}`).toBeLessThanOrEqual(
              2 ** -7 * Math.abs(wanted[i]!) + 2 ** -8,
            );
          });
      };
      expect(input.grad!.dtype).toBe('bfloat16');
      near(out, y);
      near(input.grad!, g);
    });

    it('sums, products and sorting use float32 inside', () => {
      for (const half of halves) {
        // In the half itself the sum would stay at 256 or 2048.
        const ones = full([4096], 1, { dtype: half });
        expect([ones.sum().item(), ones.sum().dtype]).toEqual([4096, half]);
        expect(tensor([3, -1, 2], { dtype: half }).sort().values.toArray()).toEqual([-1, 2, 3]);
        expect(tensor([1, 5, 5], { dtype: half }).max(0).indices.dtype).toBe('int32');
        expect(
          zeros([3], { dtype: half })
            .scatterAdd(0, tensor([1n, 1n]), tensor([0.5, 0.25], { dtype: half }))
            .toArray(),
        ).toEqual([0, 0.75, 0]);
        expect(rand([5], { dtype: half }).dtype).toBe(half);
      }
      expect(full([2], 1, { dtype: 'float16' }).add(full([2], 1, { dtype: 'bfloat16' })).dtype).toBe('float32');
    });

    it.each(halves)('a model learns in %s, with every optimizer that has a kernel', (half) => {
      for (const make of [
        (p: Tensor[]) => new optim.SGD(p, { lr: 0.1, momentum: 0.9 }),
        (p: Tensor[]) => new optim.AdamW(p, { lr: 0.05 }),
      ]) {
        descend.manualSeed(3);
        const model = new nn.Linear(2, 1).to(half);
        const input = tensor(
          [
            [1, 0],
            [0, 1],
            [1, 1],
          ],
          { dtype: half },
        );
        const target = tensor([[2], [-1], [1]], { dtype: half });
        const optimizer = make([...model.parameters()]);
        const loss = (): Tensor => model.forward(input).sub(target).square().mean();
        const first = loss().item();
        for (let i = 0; i < 60; i++) {
          optimizer.zeroGrad();
          loss().backward();
          optimizer.step();
        }
        expect(loss().item()).toBeLessThan(first / 20);
        expect([...model.parameters()].map((p) => p.dtype)).toEqual([half, half]);
      }
    });

    it('convolve and pool as float32 does, rounded', () => {
      for (const half of halves) {
        const image = rand([2, 2, 6, 5], { dtype: half, requiresGrad: true });
        const weight = rand([3, 2, 3, 3], { dtype: half, requiresGrad: true });
        const net = (x: Tensor, w: Tensor): Tensor => nn.functional.maxPool2d(nn.functional.conv2d(x, w), 2);
        const [x, w] = [image, weight].map((t) => t.detach().to('float32').requiresGrad_()) as [Tensor, Tensor];
        const [got, wide] = [net(image, weight), net(x, w)];
        expect(written(got)).toEqual(written(wide.to(half)));
        const gs = descend.grad(got.sum(), [image, weight]);
        const wanted = descend.grad(wide.sum(), [x, w]);
        gs.forEach((g, i) => expect(written(g)).toEqual(written(wanted[i]!.to(half))));
      }
    });

    it('normalise, attend, recur and lose as float32 does, rounded', () => {
      for (const half of halves) {
        const runs: ((x: Tensor) => Tensor)[] = [
          (x) => nn.functional.layerNorm(x, [4]),
          (x) => nn.functional.scaledDotProductAttention(x, x, x),
          (x) => new nn.LSTM(4, 3, { generator: new descend.Generator(1) }).to(x.dtype).forward(x).output,
          (x) => nn.functional.crossEntropy(x.select(0, 0), tensor([1n, 0n, 3n])),
        ];
        const given = rand([2, 3, 4], { dtype: half });
        for (const run of runs) {
          const [x, wide] = [given.clone().requiresGrad_(), given.to('float32').requiresGrad_()];
          const [y, z] = [run(x), run(wide)];
          expect([y.dtype, z.dtype]).toEqual([half, 'float32']);
          const near = (a: Tensor, b: Tensor): void =>
            expect(a.to('float32').sub(b).abs().max().item()).toBeLessThan(half === 'float16' ? 2e-3 : 2e-2);
          near(y, z);
          near(descend.grad(y.sum(), [x])[0]!, descend.grad(z.sum(), [wide])[0]!);
        }
      }
    });

    it('have second derivatives', () => {
      const t = tensor([0.5, 2], { dtype: 'float16', requiresGrad: true });
      const [g] = descend.grad(t.mul(t).mul(t).sum(), [t], { createGraph: true });
      expect(descend.grad(g!.sum(), [t])[0]!.toArray()).toEqual([3, 12]);
    });
  });

  it('safetensors keeps every bit, NaN payloads included', () => {
    const bits = Array.from({ length: 2 ** 16 }, (_, i) => i);
    const tensors = {
      f16: made('float16', bits),
      bf16: made('bfloat16', bits),
      i64: tensor([beyond, -(2n ** 63n), 2n ** 63n - 1n]),
      i8: tensor([-128, 127], { dtype: 'int8' }),
    };
    const { tensors: back } = io.parse(io.serialize(tensors));
    for (const [name, x] of Object.entries(tensors)) {
      expect([back[name]!.dtype, back[name]!.shape]).toEqual([x.dtype, x.shape]);
      expect(back[name]!.toMemory_()).toEqual(x.toMemory_());
    }
  });
});

describe('promotion', () => {
  const { names, promote, result } = fixture.promotions;
  const pairs = names.flatMap((a, i) => names.map((b, j) => [a, b, i * names.length + j] as const));
  // PyTorch's int16, which is not here.
  const ours = (name: string): DType => (name === 'int16' ? 'int32' : (name as DType));

  it.each(pairs)('%s with %s', (a, b, i) => {
    useBackend(reference);
    expect(descend.promoteTypes(a, b)).toBe(ours(promote[i]!));
    const [x, y] = [zeros([2], { dtype: a }), zeros([], { dtype: b })];
    expect([descend.resultType([x, y]), x.add(y).dtype]).toEqual([ours(result[i]!), ours(result[i]!)]);
  });
});

describe('printing', () => {
  it.each(fixture.printed)('$text', ({ dtype, shape, data, text }) => {
    useBackend(reference);
    const expected = text.replace('dtype=torch.', 'dtype=').replace(/size=\(([\d, ]*)\)/, 'shape=[$1]');
    expect(made(dtype, data, shape).toString()).toBe(expected);
  });
});
