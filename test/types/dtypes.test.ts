/**
 * What the compiler knows of dtypes. `npm run typecheck` fails where a type here is wrong, and where a mistake is no longer one;
 * the run time is asked the same questions.
 */
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  add,
  arange,
  cat,
  type DType,
  eye,
  linalg,
  type NestedArray,
  nn,
  ones,
  promoteTypes,
  rand,
  randint,
  randperm,
  sum,
  Tensor,
  tensor,
  where,
  zeros,
  zerosLike,
} from '../../src/index.ts';
import { reference, useBackend } from '../support/backends.ts';

/** The type says this dtype and no other, and so does the tensor. */
function exactly<D extends DType, const E extends DType>(
  x: Tensor<D>,
  dtype: E,
  ..._wider: [D] extends [E] ? [] : [theTypeSays: D]
): void {
  expect(x.dtype).toBe(dtype);
}

describe('dtypes known to the compiler', () => {
  useBackend(reference);
  const f32 = tensor([[1, 2], [3, 4]]); // prettier-ignore
  const f64 = ones([2, 2], { dtype: 'float64' });
  const i32 = tensor([[1, 2], [3, 4]], { dtype: 'int32' }); // prettier-ignore
  const u8 = tensor(Uint8Array.of(1, 2, 3, 4), { shape: [2, 2] });
  const flags = tensor([[true, false], [false, true]]); // prettier-ignore
  const unknown: Tensor = f32;

  it('of what is made', () => {
    exactly(f32, 'float32');
    exactly(f64, 'float64');
    exactly(i32, 'int32');
    exactly(u8, 'uint8');
    exactly(flags, 'bool');
    exactly(tensor(3), 'float32');
    exactly(tensor([1, 2], { requiresGrad: true }), 'float32');
    exactly(tensor(new Float64Array(2)), 'float64');
    exactly(zeros([2]), 'float32');
    exactly(zeros([2], { dtype: 'int32' }), 'int32');
    exactly(zerosLike(u8), 'uint8');
    exactly(zerosLike(u8, { dtype: 'bool' }), 'bool');
    exactly(arange(5), 'int32');
    exactly(arange(0, 1, 0.5), 'float32');
    exactly(eye(2), 'float32');
    exactly(rand([2]), 'float32');
    exactly(rand([2], { dtype: 'float64' }), 'float64');
    exactly(randint(0, 3, [2]), 'int32');
    exactly(randperm(3), 'int32');
    const n: number = 5;
    expectTypeOf(arange(n).dtype).toEqualTypeOf<'int32' | 'float32'>();
    expectTypeOf(tensor([1] as NestedArray).dtype).toEqualTypeOf<'float32' | 'bool'>();
    expectTypeOf(zeros([1], { dtype: 'int32' as DType }).dtype).toEqualTypeOf<DType>();
  });

  it('of promotions, which are those of the run time', () => {
    exactly(f32.add(f32), 'float32');
    exactly(f32.add(i32), 'float32');
    exactly(i32.mul(f64), 'float64');
    exactly(flags.add(u8), 'uint8');
    exactly(add(flags, f32), 'float32');
    exactly(f32.add(1), 'float32');
    exactly(i32.add(1), 'int32');
    exactly(i32.mul(0.5), 'float32');
    exactly(add(2, i32), 'int32');
    exactly(flags.add(1), 'int32');
    exactly(i32.div(u8), 'float32');
    exactly(i32.div(2), 'float32');
    exactly(f64.div(i32), 'float64');
    exactly(i32.exp(), 'float32');
    exactly(f64.exp(), 'float64');
    exactly(u8.neg(), 'uint8');
    exactly(i32.eq(f32), 'bool');
    exactly(f32.gt(0), 'bool');
    exactly(where(flags, i32, f64), 'float64');
    exactly(f32.addcmul(f32, 2), 'float32');
    exactly(cat([f32, f32]), 'float32');
    expectTypeOf(promoteTypes('uint8', 'float64')).toEqualTypeOf<'float64'>();
    // A 0-d tensor promotes only to a higher category, and the type does not tell which of the two has dims.
    expectTypeOf(f32.add(f64).dtype).toEqualTypeOf<'float32' | 'float64'>();
    expect(f32.add(tensor(1, { dtype: 'float64' })).dtype).toBe('float32');
    const n: number = 2;
    expectTypeOf(i32.add(n).dtype).toEqualTypeOf<'int32' | 'float32'>();
    expectTypeOf(unknown.add(unknown).dtype).toEqualTypeOf<DType>();
    expectTypeOf(unknown.add(f32).dtype).toEqualTypeOf<'float32' | 'float64' | 'float16' | 'bfloat16'>();
  });

  it('of methods', () => {
    exactly(f32.to('float64'), 'float64');
    exactly(i32.reshape([4]).t().contiguous().clone().detach(), 'int32');
    exactly(i32.index([0]).unsqueeze(0).expand([2, 2]), 'int32');
    const big = tensor([1n]);
    exactly(big, 'int64');
    exactly(i32.to('bfloat16').mul(2), 'bfloat16');
    expectTypeOf(big.toTypedArray()).toEqualTypeOf<BigInt64Array>();
    expectTypeOf(unknown.toTypedArray<'int64'>()).toEqualTypeOf<BigInt64Array>();
    exactly(u8.sum(), 'int64');
    exactly(sum(f64, 0), 'float64');
    exactly(i32.sum(0, { dtype: 'float64' }), 'float64');
    exactly(i32.mean(null, { dtype: 'float32' }), 'float32');
    exactly(f64.mean(), 'float64');
    exactly(f64.matmul(f64), 'float64');
    exactly(eye(2, 2, { dtype: 'float64' }).inv(), 'float64');
    exactly(linalg.solve(f32, f32), 'float32');
    exactly(f32.svd({ fullMatrices: false }).S, 'float32');
    exactly(f64.matrixNorm('nuc'), 'float64');
    exactly(f32.slogdet().logabsdet, 'float32');
    exactly(i32.softmax(0), 'float32');
    exactly(f64.max(), 'float64');
    exactly(u8.any(), 'uint8');
    exactly(i32.any(), 'bool');
    exactly(f32.argmax(), 'int32');
    exactly(f32.maskedFill(flags, 0), 'float32');
    exactly(f64.var(), 'float64');
    exactly(f32.add_(1), 'float32');
    exactly(i32.fill_(3), 'int32');
    exactly(i32.split(1)[0]!, 'int32');
    const { values, indices } = f64.max(1);
    exactly(values, 'float64');
    exactly(indices, 'int32');
    exactly(nn.functional.relu(f64), 'float64');
  });

  it('of what is read', () => {
    expectTypeOf(f32.toTypedArray()).toEqualTypeOf<Float32Array>();
    expectTypeOf(i32.data()).toEqualTypeOf<Promise<Int32Array>>();
    expectTypeOf(flags.any().item()).toBeNumber();
    const nested = flags.toArray();
    expectTypeOf<boolean[][]>().toExtend<typeof nested>();
    expectTypeOf<number[][]>().not.toExtend<typeof nested>();
    expect(nested).toEqual([[true, false], [false, true]]); // prettier-ignore
    const leaf = tensor([1], { requiresGrad: true });
    leaf.grad = unknown;
    expectTypeOf(leaf.grad).toEqualTypeOf<Tensor<'float32'> | null>();
  });

  it('may be left out', () => {
    const takes = (x: Tensor): Tensor => x.matmul(f32).mean().add(x.sum());
    let x: Tensor = f32;
    x = x.add(1);
    x = takes(x.mul(f64).to('float32')).to('int32');
    const many: Tensor[] = [f32, i32, flags];
    expect(many.map(({ dtype }) => dtype)).toEqual(['float32', 'int32', 'bool']);
    const layer: { forward(x: Tensor): Tensor } = new nn.Linear(2, 2);
    expect([layer.forward(f32).dtype, x.dtype]).toEqual(['float32', 'int32']);
    expect(unknown instanceof Tensor).toBe(true);
  });

  it('mistakes', () => {
    // Only compiled: what they do is for the tests of errors.
    const mistakes = (): void => {
      // @ts-expect-error -- an unknown dtype
      zeros([2], { dtype: 'int31' });
      // @ts-expect-error -- an unknown option
      zeros([2], { dType: 'int32' });
      // @ts-expect-error -- a shape is an array
      zeros(2, 2);
      // @ts-expect-error -- a shape is an array
      f32.reshape(2, 2);
      // @ts-expect-error -- options are an object
      f32.sum(1, true);
      // @ts-expect-error -- options are an object
      f32.var(1, true);
      // @ts-expect-error -- an unknown option
      f32.sum(1, { keepDim: true });
      // @ts-expect-error -- options are an object
      nn.functional.elu(f32, 1.3);
      // @ts-expect-error -- integers have no mean
      i32.mean();
      // @ts-expect-error -- matmul takes floats
      i32.matmul(i32);
      // @ts-expect-error -- so does linalg
      i32.det();
      // @ts-expect-error -- the triangle must be named
      f32.solveTriangular(f32, {});
      // @ts-expect-error -- an option that svd does not have
      f32.svd({ full: true });
      // @ts-expect-error -- integers have no variance
      u8.var();
      // @ts-expect-error -- a float64 is no float32
      const wrong: Tensor<'float32'> = f64;
      // @ts-expect-error -- an unknown dtype may be another one
      const unsure: Tensor<'float32'> = unknown;
      // @ts-expect-error -- no tensor and no number
      f32.add('1');
      void [wrong, unsure];
    };
    expect(mistakes).toBeTypeOf('function');
  });
});
