/** Losses of margins, distributions and sequences: against PyTorch, their second derivatives, and what they refuse. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  grad,
  gradcheck,
  gradgradcheck,
  IndexError,
  nn,
  rand,
  randn,
  ShapeError,
  tensor,
  type Tensor,
  ValueError,
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
  loss: string;
  options: Record<string, unknown>;
  inputs: EncodedTensor[];
  output: EncodedTensor;
  gradOutput: EncodedTensor;
  grads: Encoded[][];
}
interface CtcCase {
  options: Record<string, unknown>;
  logits: EncodedTensor;
  targets: EncodedTensor;
  inputLengths: number[];
  targetLengths: number[];
  output: EncodedTensor;
  gradOutput: EncodedTensor;
  gradLogits: Encoded[];
}
const { losses, ctc } = readFixture<{ losses: LossCase[]; ctc: CtcCase[] }>('losses_more');
const names = [...new Set(losses.map(({ loss }) => loss))];

describe.each([...backends, reference])('more losses on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(names)('%s agrees with PyTorch', (name) => {
    const own = losses.filter(({ loss }) => loss === name);
    expect(own.length).toBeGreaterThan(5);
    for (const [i, c] of own.entries()) {
      const what = `${name} ${i} ${JSON.stringify(c.options)} ${c.inputs[0]!.dtype} [${c.inputs[0]!.shape.join()}]`;
      const Loss = nn[name as 'TripletMarginLoss'];
      const inputs = c.inputs.map((x) => decodeTensor(x)) as [Tensor, Tensor, Tensor];
      const output = new Loss(decode(c.options) as object).forward(...inputs);
      expectClose(output, c.output, { what });
      const found = grad(output, inputs.slice(0, c.grads.length), { gradOutputs: [decodeTensor(c.gradOutput)] });
      for (const [k, g] of found.entries()) expectClose(g, c.grads[k]!, { what: `${what}: gradient ${k}` });
    }
  });

  it('CTCLoss agrees with PyTorch', () => {
    for (const [i, c] of ctc.entries()) {
      const what = `CTCLoss ${i} ${JSON.stringify(c.options)} ${c.logits.dtype} [${c.logits.shape.join()}]`;
      const logits = decodeTensor(c.logits);
      const loss = new nn.CTCLoss(decode(c.options) as object);
      const logProbs = F.logSoftmax(logits, -1);
      const output = loss.forward(logProbs, decodeTensor(c.targets), c.inputLengths, c.targetLengths);
      expectClose(output, c.output, { what });
      // PyTorch has NaN as the gradient of an infinite loss, descend 0.
      if (c.gradLogits.includes('nan')) continue;
      const [g] = grad(output, [logits], { gradOutputs: [decodeTensor(c.gradOutput)] });
      expectClose(g!, c.gradLogits, { what: `${what}: gradient` });
    }
  });

  it('have second derivatives', () => {
    const options = { dtype: 'float64', requiresGrad: true } as const;
    const [x, y, z] = [randn([3, 4], options), randn([3, 4], options), randn([3, 4], options)];
    const classes = tensor([0, 2, 1], { dtype: 'int32' });
    const lists = tensor(
      [
        [3, 0, -1, 1],
        [1, -1, 0, 0],
        [0, 1, 2, 3],
      ],
      { dtype: 'int32' },
    );
    const ones = tensor([1, -1, 1], { dtype: 'float64' });
    const p = rand([3, 4], options);
    const twice = (fn: (...inputs: Tensor[]) => Tensor, inputs: Tensor[]): void => {
      gradcheck(fn, inputs);
      gradgradcheck(fn, inputs);
    };
    twice((a, b) => F.klDiv(a, b.exp()), [x, y]);
    twice((a, b) => F.klDiv(a, b, { logTarget: true, reduction: 'batchmean' }), [x, y]);
    twice((a, b) => F.poissonNllLoss(a, b.exp()), [x, y]);
    twice((a, b, c) => F.gaussianNllLoss(a, b, c.exp(), { full: true }), [x, y, z]);
    twice((a, b) => F.cosineEmbeddingLoss(a, b, ones, { margin: -1 }), [x, y]);
    twice((a, b) => F.softMarginLoss(a, b), [x, y]);
    twice((a) => F.multiMarginLoss(a, classes, { p: 2, margin: 2 }), [x]);
    twice((a) => F.multilabelMarginLoss(a, lists), [x]);
    twice((a) => F.multilabelSoftMarginLoss(a, p.detach()), [x]);
    twice((a, b, c) => F.tripletMarginLoss(a, b, c, { margin: 5, swap: true }), [x, y, z]);
    twice((a) => F.sigmoidFocalLoss(a, p.detach()), [x]);
    twice((a, b) => F.diceLoss(a.sigmoid(), b), [x, p]);
    const sequence = randn([4, 2, 3], options);
    twice((a) => F.ctcLoss(F.logSoftmax(a, -1), tensor([1, 2, 2], { dtype: 'int32' }), [4, 3], [2, 1]), [sequence]);
  });

  it('focal loss is binary cross-entropy at gamma 0, and less where the answer is known', () => {
    const [x, t] = [tensor([-3, 0.5, 2, 8]), tensor([0, 1, 1, 0])];
    const plain = F.binaryCrossEntropyWithLogits(x, t, { reduction: 'none' });
    const none = F.sigmoidFocalLoss(x, t, { alpha: -1, gamma: 0, reduction: 'none' });
    expectClose(none, Array.from(plain.toTypedArray(), Number), { what: 'gamma 0' });
    // −α (1 − p)^γ log p, as in the paper.
    const byHand = [-3, 0.5, 2, 8].map((logit, i) => {
      const positive = [0, 1, 1, 0][i] === 1;
      const p = 1 / (1 + Math.exp(positive ? -logit : logit));
      return -(positive ? 0.25 : 0.75) * (1 - p) ** 2 * Math.log(p);
    });
    expectClose(F.sigmoidFocalLoss(x, t, { reduction: 'none' }), byHand, { what: 'focal', rtol: 1e-5 });
  });

  it('dice loss is 0 for equal masks, and near 1 for masks apart', () => {
    const mask = tensor([
      [1, 1, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(F.diceLoss(mask, mask, { reduction: 'none' }).toArray()).toEqual([0, 0]);
    expect(F.diceLoss(mask, mask.mul(-1).add(1), { smooth: 0, reduction: 'none' }).toArray()).toEqual([1, 1]);
    expect(F.diceLoss(tensor([[0.5, 0.5]]), tensor([[1, 0]]), { smooth: 0 }).item()).toBeCloseTo(0.5, 6);
  });

  it('softMarginLoss is finite where PyTorch overflows', () => {
    const [x, y] = [tensor([1e4, -1e4, 1e4, -1e4, 0], { requiresGrad: true }), tensor([1, 1, -1, -1, 1])];
    const loss = F.softMarginLoss(x, y, { reduction: 'none' });
    expectClose(loss, [0, 1e4, 1e4, 0, Math.LN2], { what: 'loss' });
    expectClose(grad(loss.sum(), [x])[0]!, [0, -1, 1, 0, -0.5], { what: 'gradient' });
  });

  it('gives infinite CTC losses a gradient of 0', () => {
    const x = randn([2, 1, 3], { requiresGrad: true });
    const loss = F.ctcLoss(F.logSoftmax(x, -1), tensor([[1, 1]], { dtype: 'int32' }), [2], [2]);
    expect(loss.item()).toBe(Infinity);
    loss.backward();
    expect(x.grad!.abs().sum().item()).toBe(0);
  });
});

describe('activations', () => {
  beforeAll(() => useBackend(backends[0]!));

  it('have second derivatives', () => {
    const options = { dtype: 'float64', requiresGrad: true } as const;
    const x = randn([3, 4], options);
    const w = rand([4], options);
    for (const fn of [F.mish, F.tanhshrink, F.softsign, F.hardswish, F.logSigmoid, (a: Tensor) => F.glu(a)]) {
      gradcheck(fn, [x]);
      gradgradcheck(fn, [x]);
    }
    gradcheck((a, b) => F.prelu(a, b), [x, w]);
    gradgradcheck((a, b) => F.prelu(a, b), [x, w]);
    gradcheck((a) => F.softmin(a, 0), [x]);
  });

  it('gumbelSoftmax draws in proportion, one-hot when asked', () => {
    const logits = tensor([0.1, 0.6, 0.3]).log().expand([20_000, 3]);
    const drawn = F.gumbelSoftmax(logits, { hard: true, tau: 0.7 });
    expect(new Set(drawn.sum(1).toTypedArray())).toEqual(new Set([1]));
    const shares = drawn.mean(0).toTypedArray();
    for (const [i, wanted] of [0.1, 0.6, 0.3].entries()) expect(Math.abs(shares[i]! - wanted)).toBeLessThan(0.02);
    const x = randn([5, 3], { requiresGrad: true });
    F.gumbelSoftmax(x, { hard: true })
      .mul(tensor([1, 2, 3]))
      .sum()
      .backward();
    expect(x.grad!.abs().sum().item()).toBeGreaterThan(0);
  });
});

describe('what they refuse', () => {
  const row = (...values: number[]): Tensor => tensor([values]);
  const int = (...values: number[]): Tensor => tensor(values, { dtype: 'int32' });
  const refusals: [name: string, run: () => unknown, type: new () => Error, message: string][] = [
    [
      'a negative variance',
      () => F.gaussianNllLoss(row(1, 2), row(1, 2), row(1, -2)),
      ValueError,
      'gaussianNllLoss: a variance is -2; none may be negative. Use exp or softplus.',
    ],
    [
      'another variance',
      () => F.gaussianNllLoss(row(1, 2), row(1, 2), tensor([1, 2, 3])),
      ShapeError,
      'gaussianNllLoss: variance [3] does not fit input [1, 2]; it must be [1, 2] or [1, 1].',
    ],
    [
      'dims that differ',
      () => F.marginRankingLoss(row(1, 2), row(1, 2), tensor([1, 1])),
      ShapeError,
      'marginRankingLoss: [1, 2], [1, 2], [2]: all must have one number of dims. Use unsqueeze or reshape.',
    ],
    [
      'targets of no class',
      () => F.multiMarginLoss(row(1, 2), int(2)),
      IndexError,
      'multiMarginLoss: class 2 is out of range for 2 classes (0 to 1).',
    ],
    ['another p', () => F.multiMarginLoss(row(1, 2), int(1), { p: 3 as 1 }), ValueError, 'p must be 1 or 2, got 3.'],
    [
      'weights of other classes',
      () => F.multilabelSoftMarginLoss(row(1, 2), row(1, 0), { weight: tensor([1, 2, 3]) }),
      ShapeError,
      'multilabelSoftMarginLoss: weight [3] does not fit 2 classes; it must be [2].',
    ],
    [
      'a single number',
      () => F.diceLoss(tensor([1, 2]), tensor([1, 2])),
      ShapeError,
      'diceLoss: the input is [2]; it takes [N, …], N being the samples.',
    ],
    [
      'targets that do not fit their lengths',
      () => F.ctcLoss(randn([4, 1, 3]), int(1, 2), [4], [3]),
      ShapeError,
      'ctcLoss: targets [2] do not hold 1 targets of lengths [3]; they are [N, S] with S ≥ all lengths, or 1-d with 3 labels.',
    ],
    [
      'the blank in a target',
      () => F.ctcLoss(randn([4, 1, 3]), int(1, 0), [4], [2]),
      ValueError,
      'ctcLoss: a target contains the blank, 0. Choose another blank.',
    ],
    [
      'inputs longer than they are',
      () => F.ctcLoss(randn([4, 1, 3]), int(1, 2), [5], [2]),
      ValueError,
      'ctcLoss: inputLengths holds 5; lengths are whole numbers in 1 … 4.',
    ],
    [
      'an odd size',
      () => F.glu(row(1, 2, 3)),
      ShapeError,
      'glu: dim 1 of x [1, 3] cannot be halved; its size must be even.',
    ],
    [
      'another number of slopes',
      () => F.prelu(randn([2, 3]), randn([2])),
      ShapeError,
      'prelu: weight [2] does not fit x [2, 3]: it holds 1 slope, or one for each of the 3 channels of dim 1.',
    ],
    [
      'a negative lambd',
      () => F.softshrink(row(1), { lambd: -1 }),
      ValueError,
      'softshrink: lambd must be ≥ 0, got -1.',
    ],
  ];
  it.each(refusals)('%s', (_, run, type, message) => {
    expect(run).toThrow(type);
    expect(run).toThrow(message);
  });
});
