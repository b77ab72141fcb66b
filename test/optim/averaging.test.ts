/** Averaged models and updateBn against PyTorch. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type DType, memory, nn, noGrad, ones, optim, randn, type Tensor, zeros } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';
import { decode, decodeTensor, type EncodedTensor, expectClose, readFixture } from '../support/fixtures.ts';

const { AveragedModel, getEmaAvgFn, getEmaMultiAvgFn, getSwaAvgFn, getSwaMultiAvgFn, updateBn } = optim.swaUtils;

interface AveragingCase {
  avgFn: 'ema' | 'weighted' | null;
  options: { useBuffers?: boolean };
  dtype: DType;
  start: Record<string, EncodedTensor>;
  x: EncodedTensor;
  y: EncodedTensor;
  stateDict: Record<string, EncodedTensor>;
  output: EncodedTensor;
  batches: EncodedTensor[];
  updated: Record<string, EncodedTensor>;
  training: boolean;
}
const cases = readFixture<AveragingCase[]>('averaging');
const weighted: optim.swaUtils.AvgFn = (averaged, current, count) =>
  averaged.add(current.sub(averaged).mul(2).div(count.add(2)));
/** The same averages, asked for in every way. */
const ways: Record<string, optim.swaUtils.AveragedModelOptions[]> = {
  null: [{}, { avgFn: getSwaAvgFn() }, { multiAvgFn: getSwaMultiAvgFn() }],
  ema: [{ avgFn: getEmaAvgFn(0.9) }, { multiAvgFn: getEmaMultiAvgFn(0.9) }],
  weighted: [{ avgFn: weighted }],
};

describe.each([...backends, reference])('averaged models on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(cases.map((c) => [`${c.avgFn} ${JSON.stringify(c.options)} ${c.dtype}`, c] as const))('%s', (_, c) => {
    const tolerance = c.dtype === 'float32' ? { rtol: 1e-4, atol: 1e-5 } : { rtol: 1e-9, atol: 1e-10 };
    for (const way of ways[String(c.avgFn)]!) {
      const model = new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4), new nn.Tanh(), new nn.Linear(4, 1));
      model.to(c.dtype).loadStateDict(decode(c.start) as nn.StateDict);
      const averaged = new AveragedModel(model, { ...way, ...c.options });
      const optimizer = new optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9 });
      const [x, y] = [decodeTensor(c.x), decodeTensor(c.y)];
      for (let i = 0; i < 25; i++) {
        optimizer.zeroGrad();
        model.forward(x).sub(y).square().mean().backward();
        optimizer.step();
        averaged.updateParameters(model);
      }
      const state = averaged.stateDict();
      expect(Object.keys(state)).toEqual(Object.keys(c.stateDict));
      expect([state['n_averaged']!.dtype, state['n_averaged']!.item()]).toEqual(['int64', 25]);
      const own = model.stateDict();
      for (const [key, expected] of Object.entries(c.stateDict)) {
        // PyTorch 1.13 leaves buffers that are not averaged as they began; since 2.0 they are the model's.
        const buffer = /running|tracked/.test(key) && !c.options.useBuffers;
        const wanted = buffer
          ? Array.from(own[key.slice('module.'.length)]!.toTypedArray<DType>(), Number)
          : expected.data;
        expectClose(state[key]!, wanted, { ...tolerance, what: key });
      }
      averaged.eval();
      const output = noGrad(() => averaged.forward(x));
      if (c.options.useBuffers) expectClose(output, c.output, tolerance);

      updateBn(
        c.batches.map((batch) => [decodeTensor(batch), null]),
        averaged,
      );
      const buffers = Object.fromEntries(averaged.namedBuffers());
      for (const [key, expected] of Object.entries(c.updated))
        expectClose(buffers[key]!, expected, { ...tolerance, what: key });
      expect([averaged.training, averaged.module[1].momentum]).toEqual([c.training, 0.1]);
    }
  });

  it('saves and loads, and goes on counting', () => {
    const model = new nn.Linear(2, 1, { bias: false });
    const first = new AveragedModel(model, { multiAvgFn: getEmaMultiAvgFn(0.5) });
    const set = (value: number): Tensor => noGrad(() => model.weight.fill_(value));
    for (const value of [1, 2]) {
      set(value);
      first.updateParameters(model);
    }
    const second = new AveragedModel(model, { multiAvgFn: getEmaMultiAvgFn(0.5) });
    second.loadStateDict(first.stateDict());
    set(4);
    second.updateParameters(model);
    expect(second.module.weight.toArray()).toEqual([[2.75, 2.75]]);
    expect(first.module.weight.toArray()).toEqual([[1.5, 1.5]]);
    expect([first.nAveraged.item(), second.nAveraged.item()]).toEqual([2, 3]);
  });

  it('leaves nothing behind in a loop', () => {
    const model = new nn.Sequential(new nn.Linear(64, 256), new nn.BatchNorm1d(256), new nn.Linear(256, 64));
    const averaged = [{}, { useBuffers: true }, { multiAvgFn: getEmaMultiAvgFn() }, { avgFn: getEmaAvgFn() }].map(
      (options) => new AveragedModel(model, options),
    );
    const optimizer = new optim.SGD(model.parameters(), { lr: 0.01 });
    const [x, target] = [randn([16, 64]), zeros([16, 64])];
    const step = (): void => {
      optimizer.zeroGrad();
      nn.functional.mseLoss(model.forward(x), target).backward();
      optimizer.step();
      for (const each of averaged) each.updateParameters(model);
      updateBn([x], averaged[0]!);
    };
    for (let i = 0; i < 5; i++) step();
    const before = memory();
    for (let i = 0; i < (backend === reference ? 5 : 50); i++) step();
    const after = memory();
    expect(after.bytesPooled + after.bytesLive).toBeLessThan(before.bytesPooled + before.bytesLive + 200_000);
  });
});

describe('averaged models', () => {
  beforeAll(() => useBackend(backends[0]!));

  it('stand apart from the model, also in mode and gradients', () => {
    const model = new nn.Linear(2, 2);
    const averaged = new AveragedModel(model);
    expect(averaged.module).not.toBe(model);
    expect(averaged.module.weight.toArray()).toEqual(model.weight.toArray());
    averaged.eval();
    expect(model.training).toBe(true);
    model
      .forward(ones([1, 2]))
      .sum()
      .backward();
    expect(averaged.module.weight.grad).toBeNull();
    updateBn([ones([1, 2])], averaged);
    expect(averaged.training).toBe(false);
  });

  it('give what avgFn made back', () => {
    const model = new nn.Linear(64, 64);
    let kept: Tensor | null = null;
    const averaged = new AveragedModel(model, { avgFn: (x, y) => (kept = x.add(y)) });
    averaged.updateParameters(model);
    averaged.updateParameters(model);
    expect(averaged.module.weight.div(2).toArray()).toEqual(model.weight.toArray());
    expect(kept).not.toBeNull();
  });

  it('say what is wrong', () => {
    const model = new nn.Linear(2, 1);
    expect(() => new AveragedModel(model, { avgFn: getSwaAvgFn(), multiAvgFn: getSwaMultiAvgFn() })).toThrow(
      'AveragedModel: give avgFn or multiAvgFn, not both.',
    );
    expect(() => new AveragedModel(model, { decay: 0.9 } as object)).toThrow('AveragedModel: there is no option');
    expect(() => getEmaMultiAvgFn(1.5)).toThrow('getEmaMultiAvgFn: decay must be in [0, 1], got 1.5.');
    expect(() => getEmaAvgFn(-1)).toThrow('getEmaAvgFn: decay must be in [0, 1], got -1.');
    expect(() => new AveragedModel(model).updateParameters(new nn.Linear(3, 1))).toThrow(
      'updateParameters: the model has parameters [1, 3] [1], the averaged one [1, 2] [1]. They must be the same.',
    );
  });
});
