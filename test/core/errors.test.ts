/** Bad input: a typed error whose message names the op, the shapes and what to do. Every message is pinned. */
import { beforeAll, describe, expect, it } from 'vitest';
import * as errors from '../../src/errors.ts';
import {
  add,
  arange,
  broadcastTo,
  cat,
  data,
  Generator,
  matmul,
  nn,
  ones,
  optim,
  rand,
  randint,
  setNumThreads,
  stack,
  type Tensor,
  tensor,
  where,
  zeros,
} from '../../src/index.ts';
import { linear } from '../../src/ops/matmul.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

const { DTypeError, IndexError, ShapeError, StateError, ValueError } = errors;
type ErrorClass = new (message: string) => Error;

const int = (data: number | number[]) => tensor(data, { dtype: 'int32' });

const cases: [ErrorClass, () => unknown, string][] = [
  // Making tensors
  [ShapeError, () => tensor([[1, 2], [3]]), 'tensor: ragged array: a row at depth 1 has 1 elements, the first one 2.'],
  [
    ShapeError,
    () => tensor([[1, 2], 3]),
    'tensor: found 3 at depth 1; every element must be a number or boolean at depth 2.',
  ],
  [ShapeError, () => tensor([1, [2]]), 'tensor: ragged array: a row at depth 1 has 1 elements, the first one none.'],
  [
    ShapeError,
    () => tensor(['a' as never]),
    "tensor: found 'a' at depth 1; every element must be a number or boolean at depth 1.",
  ],
  [ShapeError, () => tensor([1, 2, 3], { shape: [2, 2] }), 'tensor: 3 values do not fill the shape [2, 2].'],
  [
    ValueError,
    () => tensor([256], { dtype: 'uint8' }),
    'tensor: 256 does not fit uint8. Choose another dtype or clamp the data.',
  ],
  [
    ValueError,
    () => tensor([NaN], { dtype: 'int32' }),
    'tensor: NaN does not fit int32. Choose another dtype or clamp the data.',
  ],
  [ShapeError, () => zeros([2, -1]), 'zeros: [2, -1] is not a shape; sizes are whole numbers ≥ 0.'],
  [ShapeError, () => zeros([2.5]), 'zeros: [2.5] is not a shape; sizes are whole numbers ≥ 0.'],
  // What callers without a compiler give for shapes, lists and tensors
  [ShapeError, () => zeros(3 as never), 'zeros: the shape must be an array such as [2, 3], got 3.'],
  [ShapeError, () => rand(2 as never, 3 as never), 'rand: the shape must be an array such as [2, 3], got 2.'],
  [ShapeError, () => zeros([6]).reshape(2 as never), 'reshape: the shape must be an array such as [2, 3], got 2.'],
  [ShapeError, () => zeros([6]).view('6' as never), "view: the shape must be an array such as [2, 3], got '6'."],
  [ShapeError, () => zeros([6]).permute(0 as never), 'permute: dims must be an array such as [2, 3], got 0.'],
  [ShapeError, () => zeros([6]).expand(6 as never), 'expand: the shape must be an array such as [2, 3], got 6.'],
  [ShapeError, () => zeros([6]).repeat(2 as never), 'repeat: sizes must be an array such as [2, 3], got 2.'],
  [ShapeError, () => zeros([6]).tile(2 as never), 'tile: dims must be an array such as [2, 3], got 2.'],
  [ShapeError, () => zeros([[1, 2], 3] as never), 'zeros: [[1, 2], 3] is not a shape; sizes are whole numbers ≥ 0.'],
  [
    ValueError,
    () => nn.functional.adaptiveAvgPool2d(zeros([1, 1, 4, 4]), undefined as never),
    'adaptiveAvgPool2d: outputSize must be a whole number ≥ 0, or 2 of them, got [undefined, undefined].',
  ],
  [ShapeError, () => zeros([6]).index(0 as never), 'index: the index must be an array such as [0, mask], got 0.'],
  [ShapeError, () => cat(zeros([6]) as never), 'cat: the tensors must be an array such as [a, b], got a tensor.'],
  [DTypeError, () => stack([1 as never]), 'stack: each of them must be a tensor, got 1. Make one with tensor(…).'],
  [
    IndexError,
    () => zeros([6]).sum({ dim: 0 } as never),
    'sum: dim an object is out of range for 1 dims (it must be between -1 and 0).',
  ],
  ...[undefined, null, '1', [1, 2], { a: 1 }].map((x): [ErrorClass, () => unknown, string] => [
    DTypeError,
    () => zeros([6]).add(x as never),
    `add: an operand must be a tensor, got ${errors.show(x)}. Make one with tensor(…).`,
  ]),
  [
    DTypeError,
    () => where([true] as never, 1, 0),
    'where: an operand must be a tensor, got [true]. Make one with tensor(…).',
  ],
  [
    DTypeError,
    () => zeros([6]).gather(0, [0] as never),
    'gather: index must be a tensor, got [0]. Make one with tensor(…).',
  ],
  [
    DTypeError,
    () => matmul(ones([2]), 2 as never),
    'matmul: an operand must be a tensor, got 2. Make one with tensor(…).',
  ],
  [
    DTypeError,
    () =>
      ones([1], { requiresGrad: true })
        .mul(2)
        .backward({ retainGraph: true } as never),
    'backward: the gradient must be a tensor, got an object. Make one with tensor(…).',
  ],
  [
    DTypeError,
    () => zeros([2], { dtype: 'float' as never }),
    'a tensor: float is not a dtype; use one of float32, float64, int32, uint8, bool, int64, int8, float16, bfloat16.',
  ],
  [
    ValueError,
    () => new optim.SGD(new nn.Linear(1, 1) as never),
    'SGD: no parameters. Pass model.parameters(), a list of tensors, or groups such as [{ params: model.parameters(), lr: 0.1 }].',
  ],
  [
    ValueError,
    () => new data.DataLoader([1] as never),
    'DataLoader: the dataset must have a length and get(i), got [1].',
  ],
  [
    ValueError,
    () => new nn.Conv2d(1, 1, undefined as never),
    'Conv2d: kernelSize must be a whole number ≥ 1, or 2 of them, got undefined.',
  ],
  [
    DTypeError,
    () => nn.functional.crossEntropy(ones([1, 2]), [1] as never),
    'crossEntropy: the target must be a tensor, got [1]. Make one with tensor(…).',
  ],
  [ValueError, () => arange(0, 5, -1), 'arange: from 0 to 5 by -1 never arrives. The step needs the other sign.'],
  [ValueError, () => arange(0, 5, 0), 'arange: from 0 to 5 by 0 never arrives. The step needs the other sign.'],
  [ValueError, () => randint(3, 3, [2]), 'randint: there is no whole number from 3 to below 3.'],
  [ValueError, () => new Generator(-1), 'manualSeed: -1 is not a whole number from 0 to 2^53 - 1.'],
  [ValueError, () => int([1]).normal_(), 'normal_: takes a contiguous float tensor, got int32 with strides [1].'],
  // Reading
  [
    ShapeError,
    () => zeros([2, 2]).item(),
    'item: the tensor has 4 elements, shape [2, 2]. Use toArray() or select one.',
  ],
  [IndexError, () => zeros([2, 2]).size(2), 'size: dim 2 is out of range for 2 dims (it must be between -2 and 1).'],
  [
    DTypeError,
    () => zeros([1]).to('complex64' as never),
    'to: complex64 is not a dtype; use one of float32, float64, int32, uint8, bool, int64, int8, float16, bfloat16.',
  ],
  // Broadcasting
  [
    ShapeError,
    () => add(zeros([2, 3]), zeros([4])),
    'add: shapes [2, 3] and [4] do not broadcast: 3 ≠ 4 in dim -1. Sizes must match or be 1; unsqueeze or reshape one of them.',
  ],
  [
    ShapeError,
    () => where(zeros([2]), zeros([3]), 1),
    'where: shapes [2] and [3] do not broadcast: 2 ≠ 3 in dim -1. Sizes must match or be 1; unsqueeze or reshape one of them.',
  ],
  [
    ShapeError,
    () => broadcastTo(zeros([2]), [3]),
    'expand: [2] does not expand to [3]. Only sizes of 1 can be repeated.',
  ],
  [
    ShapeError,
    () => zeros([2, 1]).expand([3]),
    'expand: [2, 1] does not expand to [3]. Only sizes of 1 can be repeated.',
  ],
  [ShapeError, () => zeros([3]).copy_(zeros([2, 3])), 'copy_: [2, 3] does not fit [3]. Its sizes must match or be 1.'],
  [
    ShapeError,
    () => zeros([3]).copy_(zeros([2])),
    'copy_: shapes [3] and [2] do not broadcast: 3 ≠ 2 in dim -1. Sizes must match or be 1; unsqueeze or reshape one of them.',
  ],
  // Matrix products
  [
    ShapeError,
    () => matmul(zeros([64, 784]), zeros([10, 784])),
    'matmul: inner dimensions differ: [64, 784] × [10, 784] (784 ≠ 10). Transpose the second operand?',
  ],
  [ShapeError, () => matmul(zeros([2, 3]), zeros([4, 5])), 'matmul: inner dimensions differ: [2, 3] × [4, 5] (3 ≠ 4).'],
  [
    ShapeError,
    () => matmul(zeros([]), zeros([4])),
    'matmul: needs at least 1 dim each, got [] × [4]. Use mul for scalars.',
  ],
  [
    ShapeError,
    () => matmul(zeros([2, 3, 4]), zeros([3, 4, 5])),
    'matmul: shapes [2] and [3] do not broadcast: 2 ≠ 3 in dim -1. Sizes must match or be 1; unsqueeze or reshape one of them.',
  ],
  [
    DTypeError,
    () => matmul(int([1]) as Tensor, int([1])),
    "matmul: the first operand is int32; it takes float32, float64, float16, bfloat16. Convert with x.to('float32').",
  ],
  [
    DTypeError,
    () => matmul(zeros([1]), zeros([1], { dtype: 'float64' })),
    "matmul: the operands are float32 and float64; they must be the same. Convert one with x.to('float32').",
  ],
  [
    ShapeError,
    () => linear(zeros([2, 3]), zeros([5, 4])),
    'linear: input [2, 3] does not fit weight [5, 4]: the last dim of the input must be 4, inFeatures.',
  ],
  [
    ShapeError,
    () => linear(zeros([2, 4]), zeros([5, 4]), zeros([4])),
    'linear: bias [4] does not fit weight [5, 4]; it must be [5].',
  ],
  // Dims and reductions
  [IndexError, () => zeros([2, 3]).sum(2), 'sum: dim 2 is out of range for 2 dims (it must be between -2 and 1).'],
  [IndexError, () => zeros([2, 3]).sum(0.5), 'sum: dim 0.5 is out of range for 2 dims (it must be between -2 and 1).'],
  [IndexError, () => zeros([2, 3]).sum([0, -2]), 'sum: dims [0, -2] name one dim twice.'],
  [
    DTypeError,
    () => (int([1]) as Tensor).mean(),
    "mean: takes float tensors, got int32. Pass { dtype: 'float32' } or convert with x.to('float32').",
  ],
  [IndexError, () => zeros([0, 3]).amax(0), 'amax: dims [0] of [0, 3] hold no element, so there is no amax.'],
  [IndexError, () => zeros([0]).argmin(), 'argmin: dims [0] of [0] hold no element, so there is no argmin.'],
  [IndexError, () => zeros([2]).softmax(1), 'softmax: dim 1 is out of range for 1 dims (it must be between -1 and 0).'],
  // Views
  [
    ShapeError,
    () => zeros([2, 3]).reshape([4, 2]),
    'reshape: [2, 3] (6 elements) does not fit [4, 2]. The sizes must multiply to 6, with at most one -1.',
  ],
  [
    ShapeError,
    () => zeros([6]).reshape([-1, -1]),
    'reshape: [6] (6 elements) does not fit [-1, -1]. The sizes must multiply to 6, with at most one -1.',
  ],
  [
    ShapeError,
    () => zeros([2, 3]).t().view([6]),
    'view: [3, 2] with strides [1, 3] cannot be seen as [6] without a copy. Use reshape.',
  ],
  [
    IndexError,
    () => zeros([2, 3]).permute([0, 0]),
    'permute: dims [0, 0] must name each of the 2 dims of [2, 3] once.',
  ],
  [ShapeError, () => zeros([2, 3, 4]).t(), 't: takes at most 2 dims, got [2, 3, 4]. Use transpose(dim0, dim1).'],
  [
    IndexError,
    () => zeros([2, 3]).flatten({ startDim: 1, endDim: 0 }),
    'flatten: startDim 1 comes after endDim 0 in [2, 3].',
  ],
  [
    IndexError,
    () => zeros([5]).narrow(0, 3, 3),
    'narrow: start 3 and length 3 leave dim 0 of [5], which has 5 positions.',
  ],
  [IndexError, () => zeros([5]).select(0, 5), 'select: index 5 is out of range for dim 0 of [5] (5 positions).'],
  [IndexError, () => zeros([]).select(0, 0), 'select: index 0 is out of range for dim 0 of [] (0 positions).'],
  [
    IndexError,
    () => zeros([2]).unsqueeze(3),
    'unsqueeze: dim 3 is out of range for 2 dims (it must be between -2 and 1).',
  ],
  [ShapeError, () => cat([]), 'cat: needs at least one tensor.'],
  [ShapeError, () => cat([zeros([])]), 'cat: 0-d tensors cannot be joined; use stack.'],
  [
    ShapeError,
    () => cat([zeros([2, 3]), zeros([2, 4])]),
    'cat: [2, 3], [2, 4] do not join along dim 0. All other sizes must be the same.',
  ],
  [ShapeError, () => stack([]), 'stack: needs at least one tensor.'],
  [ShapeError, () => stack([zeros([2]), zeros([3])]), 'stack: all tensors need one shape, got [2], [3].'],
  // Indices
  [
    IndexError,
    () => zeros([3]).gather(0, int([3])),
    'gather: index 3 is out of range for dim 0 of [3]; it must be between 0 and 2.',
  ],
  [
    IndexError,
    () => zeros([3]).gather(0, int([0, -1])),
    'gather: index -1 is out of range for dim 0 of [3]; it must be between 0 and 2.',
  ],
  [
    ShapeError,
    () => zeros([2, 3]).gather(1, tensor([[0], [0], [0]], { dtype: 'int32' })),
    'gather: index [3, 1] does not fit [2, 3] along dim 1: it needs as many dims, none but dim 1 larger.',
  ],
  [
    DTypeError,
    () => zeros([3]).gather(0, zeros([1])),
    "gather: index is float32; it takes int32, int64, uint8, int8. Convert with x.to('int32').",
  ],
  [
    IndexError,
    () => zeros([4, 3]).indexSelect(0, int([0, 4])),
    'indexSelect: index 4 is out of range for dim 0 of [4, 3]; it must be between 0 and 3.',
  ],
  [
    ShapeError,
    () => zeros([3]).indexSelect(0, zeros([1, 1], { dtype: 'int32' })),
    'indexSelect: index must have 1 dim, got [1, 1].',
  ],
  [IndexError, () => int([0, 3]).oneHot(3), 'oneHot: class 3 is out of range for 3 classes (0 to 2).'],
  [IndexError, () => int([-1, 1]).oneHot(), 'oneHot: class -1 is out of range for 2 classes (0 to 1).'],
  [IndexError, () => int([]).oneHot(), 'oneHot: the number of classes cannot be read from an empty tensor. Pass it.'],
  [
    DTypeError,
    () => zeros([1]).oneHot(3),
    "oneHot: the input is float32; it takes int32, int64, uint8, int8. Convert with x.to('int32').",
  ],
  // Gradients
  [
    StateError,
    () => zeros([2]).backward(),
    'backward: the tensor [2] does not require a gradient and has no graph. Were its inputs made with requiresGrad, outside of noGrad?',
  ],
  [
    ShapeError,
    () => ones([2], { requiresGrad: true }).mul(2).backward(),
    'backward: the tensor has shape [2]; without a gradient argument it must have one element. Reduce it with sum() or mean(), or pass a gradient of its shape.',
  ],
  [
    ShapeError,
    () =>
      ones([2], { requiresGrad: true })
        .mul(2)
        .backward(ones([1])),
    'backward: the gradient has shape [1], the tensor [2]. They must be the same.',
  ],
  [
    DTypeError,
    () =>
      ones([2], { requiresGrad: true })
        .mul(2)
        .backward(ones([2], { dtype: 'float64' })),
    "backward: the gradient is float64, the tensor float32. Convert it with gradient.to('float32').",
  ],
  // Backends
  [ValueError, () => setNumThreads(0), 'setNumThreads: 0 is not a whole number from 1 to 64.'],
];

describe.each([...backends, reference])('%s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(cases.map(([type, fn, message]) => [message, type, fn] as const))('%s', (message, type, fn) => {
    let thrown: unknown;
    try {
      fn();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(type);
    expect(thrown).toBeInstanceOf(errors.DescendError);
    expect((thrown as Error).name).toBe(type.name);
    expect((thrown as Error).message).toBe(message);
  });

  it('an error changes nothing', () => {
    const x = tensor([1, 2, 3]);
    expect(() => x.copy_(zeros([4]))).toThrow(ShapeError);
    expect(() => x.gather(0, int([0, 9]))).toThrow(IndexError);
    expect(x.add(1).toArray()).toEqual([2, 3, 4]);
  });
});
