import { beforeAll, describe, expect, it } from 'vitest';
import {
  grad,
  gradcheck,
  IndexError,
  nn,
  rand,
  randn,
  ShapeError,
  tensor,
  type Tensor,
  ValueError,
  DTypeError,
} from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';
import {
  decode,
  decodeTensor,
  type Encoded,
  type EncodedTensor,
  expectClose,
  readFixture,
} from '../support/fixtures.ts';

const F = nn.functional;

interface LossCase {
  loss:
    | 'MSELoss'
    | 'L1Loss'
    | 'SmoothL1Loss'
    | 'HuberLoss'
    | 'CrossEntropyLoss'
    | 'NLLLoss'
    | 'BCELoss'
    | 'BCEWithLogitsLoss';
  options: Record<string, unknown>;
  input: EncodedTensor;
  target: EncodedTensor;
  output: EncodedTensor;
  gradOutput: EncodedTensor;
  gradInput: Encoded[];
}
const cases = readFixture<LossCase[]>('losses');

describe.each([...backends, reference])('losses on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([...new Set(cases.map((c) => c.loss))])('%s agrees with PyTorch', (name) => {
    const own = cases.filter((c) => c.loss === name);
    expect(own.length).toBeGreaterThan(10);
    for (const [i, c] of own.entries()) {
      const what = `${name} ${i} ${JSON.stringify(c.options)} ${c.input.dtype} [${c.input.shape.join()}]`;
      const loss = new nn[name](decode(c.options) as object);
      const input = decodeTensor(c.input);
      const target = decodeTensor(c.target);
      // The mean of nothing: PyTorch gives NaN, descend an error.
      if (c.options['reduction'] === 'mean' && c.output.data[0] === 'nan') {
        expect(() => loss.forward(input, target), what).toThrow(ValueError);
        continue;
      }
      const output = loss.forward(input, target);
      expectClose(output, c.output, { what });
      const [g] = grad(output, [input], { gradOutputs: [decodeTensor(c.gradOutput)] });
      // PyTorch holds the denominator of BCELoss's gradient at 1e-12 as a float32, in float64 too.
      const rtol = name === 'BCELoss' && c.input.dtype === 'float64' ? 1e-8 : undefined;
      expectClose(g!, c.gradInput, { what: `${what}: gradient`, rtol });
    }
  });

  it('has gradients by weights, targets and twice', () => {
    const options = { dtype: 'float64', requiresGrad: true } as const;
    const [x, y] = [randn([4, 3], options), randn([4, 3], options)];
    const classes = tensor([0, 2, 1, 2], { dtype: 'int32' });
    const weight = tensor([0.5, 1, 2], options);
    const p = rand([4, 3], options);
    const inside = (t: Tensor): Tensor => t.sigmoid();
    gradcheck((a, b) => F.mseLoss(a, b), [x, y]);
    gradcheck((a, b) => F.smoothL1Loss(a, b, { beta: 0.3 }), [x, y]);
    gradcheck((a, b) => F.huberLoss(a, b, { delta: 0.3, reduction: 'none' }), [x, y]);
    gradcheck((a, b) => F.l1Loss(a, b), [x, y]);
    gradcheck((a, w) => F.crossEntropy(a, classes, { weight: w, labelSmoothing: 0.1, ignoreIndex: 1 }), [x, weight]);
    gradcheck((a, b, w) => F.crossEntropy(a, inside(b), { weight: w, labelSmoothing: 0.1 }), [x, y, weight]);
    gradcheck((a, b, w) => F.binaryCrossEntropy(inside(a), inside(b), { weight: w }), [x, y, weight]);
    gradcheck(
      (a, b, w, v) => F.binaryCrossEntropyWithLogits(a, b, { weight: w, posWeight: v }),
      [x, p, weight, tensor([0.5, 1, 2], options)],
    );
    const second = (loss: (a: Tensor) => Tensor) =>
      gradcheck((a) => grad(loss(a), [a], { createGraph: true })[0]!.square().sum(), [x]);
    second((a) => F.mseLoss(a, y));
    second((a) => F.crossEntropy(a, classes, { weight, labelSmoothing: 0.1, ignoreIndex: 1 }));
    second((a) => F.crossEntropy(a, classes, { labelSmoothing: 0.1, ignoreIndex: 1 }));
    second((a) => F.crossEntropy(a, classes, { weight }));
    second((a) => F.binaryCrossEntropyWithLogits(a, p, { posWeight: weight }));
    second((a) => F.binaryCrossEntropy(inside(a), p));
  });

  it('looks at a target again after it has changed', () => {
    const [x, y] = [randn([3]), tensor([1, 2, 3])];
    const classes = tensor([0, 2], { dtype: 'int32' });
    F.mseLoss(x, y);
    y.fill_(NaN);
    expect(() => F.mseLoss(x, y)).toThrow('mseLoss: the target contains NaN.');
    F.crossEntropy(randn([2, 3]), classes);
    expect(() => F.crossEntropy(randn([2, 2]), classes)).toThrow('crossEntropy: class 2 is out of range for 2 classes');
    classes.fill_(7);
    expect(() => F.crossEntropy(randn([2, 3]), classes)).toThrow('crossEntropy: class 7 is out of range for 3 classes');
  });

  it('takes uint8 classes and one-hot rows alike', () => {
    const x = randn([5, 4]);
    const classes = tensor([3, 0, 1, 1, 2], { dtype: 'int32' });
    const loss = F.crossEntropy(x, classes).item();
    expect(F.crossEntropy(x, classes.to('uint8')).item()).toBe(loss);
    expect(F.crossEntropy(x, F.oneHot(classes, 4).to('float32')).item()).toBeCloseTo(loss, 5);
    expect(F.nllLoss(F.logSoftmax(x, 1), classes).item()).toBeCloseTo(loss, 5);
  });
});

describe('what losses refuse', () => {
  const x = (): Tensor => randn([4, 3]);
  const logits = (): Tensor => tensor([[1, 2, 3]]);
  const row = (...values: number[]): Tensor => tensor([values]);
  const refusals: [name: string, run: () => unknown, type: new () => Error, message: string][] = [
    [
      'other shapes',
      () => F.mseLoss(x(), randn([4])),
      ShapeError,
      'mseLoss: input [4, 3] and target [4] differ. They must have one shape; reshape or unsqueeze one of them.',
    ],
    [
      'NaN targets',
      () => F.mseLoss(logits(), row(1, NaN, 2)),
      ValueError,
      'mseLoss: the target contains NaN. Clean the data first; isnan(target) shows where.',
    ],
    [
      'empty batches',
      () => F.l1Loss(randn([0, 3]), randn([0, 3])),
      ValueError,
      "l1Loss: the batch is empty (input [0, 3]), so its mean does not exist. Skip empty batches or use reduction 'sum'.",
    ],
    [
      'empty batches',
      () => F.crossEntropy(randn([0, 3]), tensor([], { dtype: 'int32' })),
      ValueError,
      "crossEntropy: the batch is empty (input [0, 3]), so its mean does not exist. Skip empty batches or use reduction 'sum'.",
    ],
    [
      'unknown reductions',
      () => F.mseLoss(x(), x(), { reduction: 'average' as 'mean' }),
      ValueError,
      "mseLoss: reduction is 'average'; use 'mean', 'sum' or 'none'.",
    ],
    ['delta 0', () => F.huberLoss(x(), x(), { delta: 0 }), ValueError, 'huberLoss: delta must be > 0, got 0.'],
    [
      'negative beta',
      () => F.smoothL1Loss(x(), x(), { beta: -1 }),
      ValueError,
      'smoothL1Loss: beta must be ≥ 0, got -1.',
    ],
    [
      'float classes',
      () => F.crossEntropy(logits(), tensor([1])),
      DTypeError,
      "crossEntropy: the target [1] holds class indices, which are integers, not float32. Convert with target.to('int32'); probabilities need the input's shape [1, 3].",
    ],
    [
      'float classes',
      () => F.nllLoss(logits(), tensor([1])),
      DTypeError,
      "nllLoss: the target [1] holds class indices, which are integers, not float32. Convert with target.to('int32').",
    ],
    [
      'classes too large',
      () => F.crossEntropy(logits(), tensor([3], { dtype: 'int32' })),
      IndexError,
      'crossEntropy: class 3 is out of range for 3 classes (0 to 2). Fix the target, or pass { ignoreIndex: 3 }.',
    ],
    [
      'negative classes',
      () => F.nllLoss(logits(), tensor([-1], { dtype: 'int32' })),
      IndexError,
      'nllLoss: class -1 is out of range for 3 classes (0 to 2). Fix the target, or pass { ignoreIndex: -1 }.',
    ],
    [
      'a target of another batch',
      () => F.crossEntropy(x(), tensor([1, 2], { dtype: 'int32' })),
      ShapeError,
      'crossEntropy: target [2] does not fit input [4, 3]: class indices need [4] (integers), probabilities [4, 3] (float).',
    ],
    [
      'integer probabilities',
      () => F.crossEntropy(logits(), tensor([[0, 1, 0]], { dtype: 'int32' })),
      DTypeError,
      "crossEntropy: a target of the input's shape [1, 3] holds probabilities, which are float, not int32. Convert with target.to('float32'); class indices need [1].",
    ],
    [
      'NaN probabilities',
      () => F.crossEntropy(logits(), row(1, NaN, 0)),
      ValueError,
      'crossEntropy: the target contains NaN. Clean the data first; isnan(target) shows where.',
    ],
    [
      'ignoreIndex with probabilities',
      () => F.crossEntropy(logits(), row(1, 0, 0), { ignoreIndex: 1 }),
      ValueError,
      'crossEntropy: ignoreIndex 1 needs class indices, but the target holds probabilities.',
    ],
    [
      'nothing but ignored classes',
      () => F.crossEntropy(logits(), tensor([-100], { dtype: 'int32' })),
      ValueError,
      "crossEntropy: all 1 targets are ignoreIndex (-100), so their mean does not exist. Skip such batches or use reduction 'sum'.",
    ],
    [
      'weights of other classes',
      () => F.crossEntropy(logits(), tensor([1], { dtype: 'int32' }), { weight: tensor([1, 2]) }),
      ShapeError,
      'crossEntropy: weight [2] does not fit 3 classes; it must be [3].',
    ],
    [
      'weights of another dtype',
      () => F.crossEntropy(logits(), tensor([1], { dtype: 'int32' }), { weight: randn([3], { dtype: 'float64' }) }),
      DTypeError,
      "crossEntropy: weight is float64, the input float32. Convert with weight.to('float32').",
    ],
    [
      'a number',
      () => F.crossEntropy(tensor(1), tensor(0, { dtype: 'int32' })),
      ShapeError,
      'crossEntropy: the input is a single number; it takes [C], [N, C] or [N, C, d1, …], C being the classes.',
    ],
    [
      'too much smoothing',
      () => F.crossEntropy(logits(), row(1, 0, 0), { labelSmoothing: 2 }),
      ValueError,
      'crossEntropy: labelSmoothing must lie in [0, 1], got 2.',
    ],
    [
      'logits as probabilities',
      () => F.binaryCrossEntropy(row(0.5, 1.5), row(0, 1)),
      ValueError,
      'binaryCrossEntropy: the input must lie in [0, 1], got 1.5. Apply sigmoid, or give logits to binaryCrossEntropyWithLogits.',
    ],
    [
      'targets outside',
      () => F.binaryCrossEntropy(row(0.5, 0.25), row(-1, 1)),
      ValueError,
      'binaryCrossEntropy: the target must lie in [0, 1], got -1. Scale the target.',
    ],
    [
      'NaN',
      () => F.binaryCrossEntropyWithLogits(row(3, 4), row(NaN, 1)),
      ValueError,
      'binaryCrossEntropyWithLogits: the target contains NaN. isnan(target) shows where.',
    ],
    [
      'integer inputs',
      () => F.binaryCrossEntropy(row(0, 1).to('int32'), row(0, 1)),
      DTypeError,
      "binaryCrossEntropy: the input is int32; it takes float32, float64, float16, bfloat16. Convert with x.to('float32').",
    ],
    [
      'weights that do not broadcast',
      () => F.binaryCrossEntropy(row(0, 1), row(0, 1), { weight: randn([2, 2]) }),
      ShapeError,
      'binaryCrossEntropy: weight [2, 2] does not broadcast to the input [1, 2].',
    ],
  ];
  it.each(refusals)('%s', (_, run, type, message) => {
    expect(run).toThrow(type);
    expect(run).toThrow(message);
  });
});
