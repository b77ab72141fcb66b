import { beforeAll, describe, expect, it } from 'vitest';
import {
  Generator,
  grad,
  nn,
  noGrad,
  ones,
  optim,
  StateError,
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

const { utils } = nn;
const { prune } = utils;

interface Case {
  keys: string[];
  stateDict: Record<string, EncodedTensor>;
  x: EncodedTensor;
  output: EncodedTensor;
  gradOutput: EncodedTensor;
  grads: Record<string, Encoded[]>;
  removed: Record<string, EncodedTensor>;
  removedKeys: string[];
}
interface PruneCase extends Omit<Case, 'removed'> {
  calls: [method: string, ...args: unknown[]][];
  weight: EncodedTensor;
  bias: EncodedTensor;
  mask: Encoded[];
  removed: Encoded[];
}
interface Fixture {
  weightNorm: (Case & { dim: number | null })[];
  spectralNorm: (Case & { options: object; after: Case['stateDict']; eval: EncodedTensor })[];
  prune: PruneCase[];
  globalPrune: { weights: EncodedTensor[]; amounts: number[]; masks: Encoded[][] }[];
}
const fixture = readFixture<Fixture>('nn_core');

const load = (module: nn.Module, dict: Record<string, EncodedTensor>): void =>
  void module.loadStateDict(decode(dict) as nn.StateDict);
const expectDict = (module: nn.Module, dict: Record<string, EncodedTensor>): void => {
  const own = module.stateDict();
  expect(Object.keys(own)).toEqual(Object.keys(dict));
  for (const [name, value] of Object.entries(dict)) expectClose(own[name]!, value, { what: name });
};
function expectGradients(module: nn.Module, output: Tensor, c: Pick<Case, 'output' | 'gradOutput' | 'grads'>): void {
  expectClose(output, c.output);
  output.backward(decodeTensor(c.gradOutput));
  for (const [name, p] of module.namedParameters()) expectClose(p.grad!, c.grads[name]!, { what: name });
}

describe.each([...backends, reference])('weights on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('weightNorm agrees with PyTorch', () => {
    for (const c of fixture.weightNorm) {
      const layer = utils.weightNorm(new nn.Linear(4, 3), { dim: c.dim });
      expect(Object.keys(layer.stateDict())).toEqual(c.keys);
      load(layer, c.stateDict);
      expectGradients(layer, layer.forward(decodeTensor(c.x)), c);
      utils.removeWeightNorm(layer);
      expect(Object.keys(layer.stateDict())).toEqual(c.removedKeys);
      expectDict(layer, c.removed);
      expect(layer.weight).toBeInstanceOf(nn.Parameter);
    }
  });

  it('spectralNorm agrees with PyTorch', () => {
    for (const c of fixture.spectralNorm) {
      const layer = utils.spectralNorm(new nn.Linear(4, 3), c.options);
      expect(Object.keys(layer.stateDict())).toEqual(c.keys);
      load(layer, c.stateDict);
      const x = decodeTensor(c.x);
      layer.forward(x);
      expectGradients(layer, layer.forward(x), c);
      expectDict(layer, c.after);
      expectClose(layer.eval().forward(x), c.eval);
      expectDict(layer, c.after);
      utils.removeSpectralNorm(layer);
      expectDict(layer, c.removed);
      expect(Object.hasOwn(layer, 'forward')).toBe(false);
    }
  });

  it('pruning agrees with PyTorch', () => {
    for (const c of fixture.prune) {
      const layer = new nn.Linear(5, 4);
      load(layer, { weight: c.weight, bias: c.bias });
      const parameter = layer.weight;
      for (const [method, ...args] of c.calls) {
        const rest = method === 'customFromMask' ? [tensor(args[0] as number[][])] : args;
        (prune[method as 'identity'] as (...all: unknown[]) => unknown)(layer, 'weight', ...rest);
      }
      expect(Object.keys(layer.stateDict())).toEqual(c.keys);
      expectClose(layer.getBuffer('weight_mask'), c.mask, { what: JSON.stringify(c.calls) });
      expectGradients(layer, layer.forward(decodeTensor(c.x)), c);
      expect(prune.isPruned(new nn.Sequential(layer))).toBe(true);
      prune.remove(layer, 'weight');
      expect(layer.weight).toBe(parameter);
      expect(Object.keys(layer.stateDict())).toEqual(c.removedKeys);
      expectClose(layer.weight, c.removed);
      expect(prune.isPruned(layer)).toBe(false);
    }
    for (const c of fixture.globalPrune) {
      const layers = c.weights.map((w) => {
        const layer = new nn.Linear(w.shape[1]!, w.shape[0]!, { bias: false });
        load(layer, { weight: w });
        return layer;
      });
      for (const amount of c.amounts)
        prune.globalUnstructured(
          layers.map((layer) => [layer, 'weight']),
          'l1Unstructured',
          amount,
        );
      layers.forEach((layer, i) => expectClose(layer.getBuffer('weight_mask'), c.masks[i]!));
    }
  });

  it('train, and have second derivatives', () => {
    const layers = [
      utils.weightNorm(new nn.Linear(3, 2)),
      utils.spectralNorm(new nn.Linear(3, 2)),
      prune.l1Unstructured(new nn.Linear(3, 2), 'weight', 2),
    ];
    for (const layer of layers) {
      const optimizer = new optim.SGD(layer.parameters(), { lr: 0.05 });
      const loss = (): Tensor =>
        layer
          .forward(ones([2, 3]))
          .sub(1)
          .square()
          .sum();
      const before = loss().item();
      for (let i = 0; i < 10; i++) {
        optimizer.zeroGrad();
        loss().backward();
        optimizer.step();
      }
      expect(loss().item()).toBeLessThan(before);
      const [p] = [...layer.parameters()].slice(-1);
      const [g] = grad(
        layer
          .eval()
          .forward(ones([2, 3]))
          .square()
          .sum(),
        [p!],
        { createGraph: true },
      );
      const [gg] = grad(g!.square().sum(), [p!]);
      expect(gg!.abs().sum().item()).toBeGreaterThan(0);
    }
  });
});

describe('weights that are computed', () => {
  it('can be read at any time', () => {
    const layer = utils.weightNorm(new nn.Linear(64, 64));
    const before = layer.weight.toArray();
    layer
      .forward(ones([1, 64]))
      .sum()
      .backward();
    layer.forward(ones([1, 64]));
    expect(layer.weight.toArray()).toEqual(before);
    noGrad(() => layer.getParameter('weight_g').mul_(2));
    expect(layer.weight.select(0, 0).norm().item()).toBeCloseTo(layer.getParameter('weight_g').select(0, 0).item(), 5);
    layer.to('float64');
    expect(layer.weight.dtype).toBe('float64');
  });
  it('prunes at random, and slices', () => {
    const make = (seed: number): nn.Linear =>
      prune.randomUnstructured(new nn.Linear(10, 10), 'weight', 0.25, { generator: new Generator(seed) });
    const mask = (layer: nn.Module): Tensor => layer.getBuffer('weight_mask');
    expect(mask(make(1)).sum().item()).toBe(75);
    expect(mask(make(1)).toArray()).toEqual(mask(make(1)).toArray());
    expect(mask(make(1)).toArray()).not.toEqual(mask(make(2)).toArray());
    const rows = prune.randomStructured(new nn.Linear(6, 4), 'weight', 3, 0, { generator: new Generator(3) });
    expect((mask(rows).sum(1).toArray() as number[]).sort()).toEqual([0, 0, 0, 6]);
    const scores = tensor([[3, 1, 2]]);
    const scored = prune.l1Unstructured(new nn.Linear(3, 1), 'weight', 1, { importanceScores: scores });
    expect(mask(scored).toArray()).toEqual([[1, 0, 1]]);
    const largest = prune.lnStructured(new nn.Linear(3, 2), 'weight', 1, Infinity, 1, {
      importanceScores: tensor([
        [1, 5, 2],
        [4, 0, 3],
      ]),
    });
    expect(mask(largest).toArray()).toEqual([
      [1, 1, 0],
      [1, 1, 0],
    ]);
    expect(prune.identity(new nn.Linear(2, 1), 'bias').getBuffer('bias_mask').toArray()).toEqual([1]);
  });
  it('say what is wrong', () => {
    const layer = utils.weightNorm(new nn.Linear(2, 2));
    expect(() => utils.spectralNorm(layer)).toThrow(StateError);
    expect(() => utils.spectralNorm(layer)).toThrow(
      'spectralNorm: weightNorm computes Linear.weight already. Remove that first.',
    );
    expect(() => prune.identity(layer, 'weight')).toThrow('prune.identity: weightNorm computes Linear.weight already.');
    expect(() => utils.removeSpectralNorm(layer)).toThrow(
      'removeSpectralNorm: Linear.weight is not computed by spectralNorm.',
    );
    expect(() => utils.weightNorm(layer, { name: 'gain' })).toThrow(ValueError);
    expect(() => utils.weightNorm(new nn.ReLU())).toThrow("weightNorm: ReLU has no parameter 'weight'; it has none.");
    expect(() => utils.spectralNorm(new nn.Linear(2, 2), { nPowerIterations: 0 })).toThrow(
      'spectralNorm: nPowerIterations must be a whole number ≥ 1, got 0.',
    );
    const plain = new nn.Linear(2, 2);
    expect(() => prune.l1Unstructured(plain, 'weight', 5)).toThrow(
      'prune.l1Unstructured: cannot prune 5 of the 4 that are left.',
    );
    expect(() => prune.l1Unstructured(plain, 'weight', 1.5)).toThrow(
      'prune.l1Unstructured: amount must be a part in [0, 1) or a whole number, got 1.5.',
    );
    expect(() => prune.l1Unstructured(plain, 'weight', 1, { importanceScores: ones([2]) })).toThrow(
      'prune.l1Unstructured: importanceScores [2] must have the shape of weight, [2, 2].',
    );
    expect(() => prune.customFromMask(plain, 'weight', ones([2]))).toThrow(
      'prune.customFromMask: the mask [2] must have the shape of weight, [2, 2].',
    );
    expect(() => prune.globalUnstructured([], 'l1Unstructured', 1)).toThrow(
      'prune.globalUnstructured: there are no parameters.',
    );
    expect(() => prune.remove(plain, 'weight')).toThrow('prune.remove: Linear.weight is not computed by prune.');
    expect([...plain.namedParameters()].map(([name]) => name)).toEqual(['weight', 'bias']);
  });
});

describe('parameters as a vector', () => {
  it('go out and in', () => {
    const model = new nn.Sequential(new nn.Linear(2, 3), new nn.Linear(3, 1));
    const vector = utils.parametersToVector(model.parameters());
    expect(vector.shape).toEqual([13]);
    expect(vector.requiresGrad).toBe(true);
    const other = new nn.Sequential(new nn.Linear(2, 3), new nn.Linear(3, 1));
    utils.vectorToParameters(vector, other.parameters());
    expect(other[1].weight.toArray()).toEqual(model[1].weight.toArray());
    expect(utils.parametersToVector(other.parameters()).toArray()).toEqual(vector.toArray());
    expect(() => utils.vectorToParameters(ones([12]), other.parameters())).toThrow(
      'vectorToParameters: the vector must be [13], as long as all parameters, not [12].',
    );
    expect(() => utils.parametersToVector([])).toThrow('parametersToVector: there are no parameters.');
  });
});
