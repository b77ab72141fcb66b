import { beforeAll, describe, expect, it } from 'vitest';
import {
  Generator,
  IndexError,
  nn,
  noGrad,
  ones,
  ShapeError,
  tensor,
  type Tensor,
  ValueError,
  zeros,
} from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';
import { decodeTensor, type Encoded, type EncodedTensor, expectClose, readFixture } from '../support/fixtures.ts';

const F = nn.functional;

interface TableCase {
  fn: 'embedding' | 'embeddingBag';
  input: EncodedTensor;
  weight: EncodedTensor;
  offsets?: EncodedTensor;
  perSampleWeights?: EncodedTensor;
  options: nn.functional.EmbeddingBagOptions;
  output: EncodedTensor;
  gradOutput: EncodedTensor;
  grads: Record<string, Encoded[]>;
  after: Encoded[];
}
interface BilinearCase {
  inputs: Record<'x1' | 'x2' | 'weight' | 'bias', EncodedTensor>;
  output: EncodedTensor;
  gradOutput: EncodedTensor;
  grads: Record<string, Encoded[]>;
}
const fixture = readFixture<{ embedding: TableCase[]; bilinear: BilinearCase[] }>('nn_core');
const int = (...values: number[]): Tensor => tensor(values, { dtype: 'int32' });

describe.each([...backends, reference])('tables on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(['embedding', 'embeddingBag'] as const)('%s agrees with PyTorch', (fn) => {
    for (const c of fixture.embedding.filter((one) => one.fn === fn)) {
      const what = `${JSON.stringify(c.options)} [${c.input.shape.join()}]`;
      const leaves: Record<string, Tensor> = { weight: decodeTensor(c.weight, { requiresGrad: true }) };
      if (c.perSampleWeights) leaves.perSampleWeights = decodeTensor(c.perSampleWeights, { requiresGrad: true });
      const bags = { offsets: c.offsets ? decodeTensor(c.offsets) : null, perSampleWeights: leaves.perSampleWeights };
      const options = fn === 'embedding' ? c.options : { ...c.options, ...bags };
      const output = F[fn](decodeTensor(c.input), leaves.weight!, options);
      expectClose(output, c.output, { what });
      output.backward(decodeTensor(c.gradOutput));
      for (const [name, x] of Object.entries(leaves))
        expectClose(x.grad!, c.grads[name]!, { what: `${what}: gradient of ${name}` });
      expectClose(leaves.weight!, c.after, { what: `${what}: weight afterwards` });
    }
  });

  it('embeddingBag divides gradients by how often rows are used', () => {
    // Not compared with PyTorch, whose 1.13 divides by the count of another row.
    const input = tensor([1, 2, 4, 4, 0, 2, 3], { dtype: 'int32' });
    for (const mode of ['sum', 'mean'] as const) {
      const weight = ones([5, 3], { requiresGrad: true });
      F.embeddingBag(input, weight, { offsets: int(0, 4), mode, scaleGradByFreq: true })
        .mul(tensor([[1], [10]]))
        .sum()
        .backward();
      const [first, second] = mode === 'sum' ? [1, 10] : [1 / 4, 10 / 3];
      const expected = [second, first, (first + second) / 2, second, first];
      expectClose(
        weight.grad!,
        expected.flatMap((g) => [g, g, g]),
      );
    }
  });

  it('bilinear agrees with PyTorch', () => {
    for (const c of fixture.bilinear) {
      const leaves = Object.fromEntries(Object.entries(c.inputs).map(([name, x]) => [name, decodeTensor(x)]));
      const output = F.bilinear(leaves.x1!, leaves.x2!, leaves.weight!, leaves.bias ?? null);
      expectClose(output, c.output);
      output.backward(decodeTensor(c.gradOutput));
      for (const [name, x] of Object.entries(leaves)) expectClose(x.grad!, c.grads[name]!, { what: name });
    }
  });

  it('refuse rows that do not exist', () => {
    expect(() => F.embedding(int(0, 5), ones([5, 2]))).toThrow(IndexError);
    expect(() => F.embedding(int(0, 5), ones([5, 2]))).toThrow(
      'embedding: index 5 is out of range for dim 0 of [5, 2]',
    );
    expect(() => F.embedding(int(-1), ones([5, 2]))).toThrow('embedding: index -1 is out of range');
  });
});

describe('Embedding', () => {
  it('starts normal, with zeros for padding that get no gradient', () => {
    const layer = new nn.Embedding(200, 50, { paddingIdx: -1, generator: new Generator(1) });
    expect(layer.paddingIdx).toBe(199);
    expect(layer.weight.std().item()).toBeCloseTo(1, 1);
    expect(layer.weight.select(0, 199).abs().amax().item()).toBe(0);
    layer.forward(int(199, 3)).sum().backward();
    expect([layer.weight.grad!.select(0, 199).sum().item(), layer.weight.grad!.select(0, 3).sum().item()]).toEqual([
      0, 50,
    ]);
    expect(layer.forward(int(1, 2, 3).reshape([3, 1])).shape).toEqual([3, 1, 50]);
    expect(Object.keys(layer.stateDict())).toEqual(['weight']);
  });
  it('takes rows that are there', () => {
    const rows = ones([3, 2]);
    const frozen = nn.Embedding.fromPretrained(rows);
    expect([frozen.numEmbeddings, frozen.embeddingDim, frozen.weight.requiresGrad]).toEqual([3, 2, false]);
    rows.fill_(4);
    expect(frozen.forward(int(1)).toArray()).toEqual([[4, 4]]);
    const bag = nn.EmbeddingBag.fromPretrained(rows, { freeze: false, mode: 'sum' });
    expect([bag.weight.requiresGrad, bag.forward(int(1, 2).unsqueeze(0)).toArray()]).toEqual([true, [[8, 8]]]);
    expect(() => nn.Embedding.fromPretrained(ones([3]))).toThrow(
      'Embedding.fromPretrained: embeddings [3] must have 2 dims.',
    );
  });
  it('shortens rows in place', () => {
    const layer = new nn.Embedding(4, 2, { maxNorm: 1 });
    noGrad(() => layer.weight.fill_(3));
    layer.forward(int(0, 2)).sum().backward();
    expect(layer.weight.norm(2, 1).toArray()).toEqual([
      expect.closeTo(1, 5),
      expect.closeTo(18 ** 0.5, 5),
      expect.closeTo(1, 5),
      expect.closeTo(18 ** 0.5, 5),
    ]);
    expect(layer.weight.grad!.toArray()).toEqual([
      [1, 1],
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
  });
  it('says what is wrong', () => {
    expect(() => new nn.Embedding(2.5, 1)).toThrow('Embedding: numEmbeddings must be a whole number ≥ 0, got 2.5.');
    expect(() => new nn.Embedding(2, 1, { paddingIdx: 2 })).toThrow('Embedding: paddingIdx 2 is no row of 2.');
    expect(() => F.embedding(ones([2]), ones([2, 2]))).toThrow('embedding: the input is float32; it takes');
    expect(() => F.embedding(int(1), ones([2]))).toThrow(
      'embedding: weight [2] must have 2 dims, [numEmbeddings, embeddingDim].',
    );
  });
});

describe('EmbeddingBag', () => {
  it('takes rows as bags, or offsets', () => {
    const layer = new nn.EmbeddingBag(5, 3, { mode: 'max' });
    expect(layer.forward(int(1, 2, 3, 4).reshape([2, 2])).shape).toEqual([2, 3]);
    const empty = layer.forward(int(1, 2), { offsets: int(0, 0, 2) });
    expect(empty.shape).toEqual([3, 3]);
    expect([empty.select(0, 0).toArray(), empty.select(0, 2).toArray()]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(new nn.EmbeddingBag(5, 3).forward(zeros([2, 0], { dtype: 'int32' })).toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
  it('says what is wrong', () => {
    const weight = ones([5, 2]);
    const bag = (input: Tensor, options: object): unknown => F.embeddingBag(input, weight, options);
    expect(() => bag(int(1, 2), {})).toThrow('embeddingBag: takes an input [B, N], or [N] with { offsets }, got [2].');
    expect(() => bag(int(1).unsqueeze(0), { offsets: int(0) })).toThrow('embeddingBag: offsets are for a flat input;');
    const wrong =
      'embeddingBag: offsets must have 1 dim, begin with 0, ascend and not pass 2, the length of the input.';
    for (const offsets of [int(1), int(0, 2, 1), int(0, 3)]) {
      expect(() => bag(int(1, 2), { offsets })).toThrow(ValueError);
      expect(() => bag(int(1, 2), { offsets })).toThrow(wrong);
    }
    expect(() => bag(int(1, 2), { offsets: int(0, 1), includeLastOffset: true })).toThrow('ascend and end with 2');
    expect(() => bag(int(1, 2), { offsets: int(0), mode: 'min' })).toThrow("embeddingBag: there is no mode 'min'");
    expect(() => bag(int(1, 2), { offsets: int(0), perSampleWeights: ones([2]) })).toThrow(
      "embeddingBag: perSampleWeights go with mode 'sum', not 'mean'.",
    );
    expect(() => bag(int(1, 2), { offsets: int(0), perSampleWeights: ones([3]), mode: 'sum' })).toThrow(ShapeError);
    expect(() => bag(int(1, 2), { offsets: int(0), mode: 'max', scaleGradByFreq: true })).toThrow(
      "embeddingBag: scaleGradByFreq does not go with mode 'max'.",
    );
  });
});

describe('Bilinear, Unflatten', () => {
  it('start within ±1/√in1Features', () => {
    const layer = new nn.Bilinear(25, 3, 40, { generator: new Generator(2) });
    for (const p of layer.parameters()) {
      expect(p.abs().amax().item()).toBeLessThanOrEqual(Math.fround(0.2));
      expect(p.abs().amax().item()).toBeGreaterThan(0.19);
    }
    expect(layer.forward(ones([2, 25]), ones([2, 3])).shape).toEqual([2, 40]);
    expect(new nn.Bilinear(1, 1, 1, { bias: false }).bias).toBe(null);
  });
  it('say what is wrong', () => {
    expect(() => new nn.Bilinear(0, 1, 1)).toThrow('Bilinear: in1Features must be a whole number ≥ 1, got 0.');
    expect(() => new nn.Bilinear(2, 3, 4).forward(ones([2]), ones([4]))).toThrow(
      'bilinear: inputs [2] and [4] and bias [4] do not fit weight [4, 2, 3]: they must be [..., in1], [..., in2], [out] and [out, in1, in2].',
    );
  });
  it('splits a dim', () => {
    expect(new nn.Unflatten(1, [2, -1]).forward(ones([3, 6])).shape).toEqual([3, 2, 3]);
    expect(() => new nn.Unflatten(1, [4, -1]).forward(ones([3, 6]))).toThrow(ShapeError);
  });
});
