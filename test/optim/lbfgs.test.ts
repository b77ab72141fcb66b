/** L-BFGS against PyTorch's. */
import { beforeAll, describe, expect, it } from 'vitest';
import { add, DTypeError, optim, tensor, type Tensor, ValueError, zeros } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';
import { decode, type Encoded, expectClose, readFixture } from '../support/fixtures.ts';

interface Run {
  loss: 'rosenbrock' | 'fit_line';
  options: object;
  steps: { loss: number; parameters: Encoded[][]; iterations: number; evaluations: number }[];
  stateDict: optim.OptimizerStateDict;
}
const { lbfgs } = readFixture<{ lbfgs: Run[] }>('optimizers');

const losses: Record<Run['loss'], (w: Tensor, b: Tensor) => Tensor> = {
  rosenbrock: (w) => {
    const [x, y] = [w.select(0, 0), w.select(0, 1)];
    return x.neg().add(1).square().add(y.sub(x.square()).square().mul(100));
  },
  fit_line: (w, b) => {
    const a = tensor([-1, -0.5, 0, 0.5, 1], { dtype: 'float64', shape: [5, 1] });
    const error = add(a.mul(2).mul(w), b).tanh().sub(a.mul(3).cos());
    return error.square().mean().add(w.pow(4).sum().mul(0.01));
  },
};

function begin(run: Run, values: readonly (readonly Encoded[])[] = [[-1.5, 2], [0.25]]) {
  const parameters = values.map((v) => tensor(v as number[], { dtype: 'float64', requiresGrad: true }));
  const own = new optim.LBFGS(parameters, run.options);
  const closure = (): Tensor => {
    own.zeroGrad();
    const value = losses[run.loss](parameters[0]!, parameters[1]!);
    value.backward();
    return value;
  };
  return { parameters, own, step: () => own.step(closure).item() };
}
const numbers = (own: optim.LBFGS): unknown[] => {
  const state = own.stateDict().state[0]!;
  return [state['n_iter'], state['func_evals']];
};
const rows = lbfgs.map((run): [string, Run] => [`${run.loss} ${JSON.stringify(run.options)}`, run]);
// What rounding leaves after so many divisions by small differences.
const tolerance = { rtol: 1e-7, atol: 1e-8 };

describe.each([...backends, reference])('LBFGS on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(rows)('%s', (_, run) => {
    const { parameters, own, step } = begin(run);
    run.steps.forEach((expected, at) => {
      const loss = step();
      expect(Math.abs(loss - expected.loss)).toBeLessThanOrEqual(1e-8 + 1e-7 * expected.loss);
      parameters.forEach((p, i) =>
        expectClose(p, expected.parameters[i]!, { ...tolerance, what: `parameter ${i} after step ${at + 1}` }),
      );
      expect(numbers(own), `iterations and evaluations after step ${at + 1}`).toEqual([
        expected.iterations,
        expected.evaluations,
      ]);
    });
  });

  it.each(rows)('goes on from a state dict: %s', (_, run) => {
    const first = begin(run);
    for (let i = 0; i < 2; i++) first.step();
    const values = first.parameters.map((p) => [...p.toTypedArray()]);
    const second = begin(run, values);
    second.own.loadStateDict(first.own.stateDict());
    for (let i = 0; i < 2; i++) expect(second.step()).toBe(first.step());
    expect(second.parameters.map((p) => p.toArray())).toEqual(first.parameters.map((p) => p.toArray()));
    expect(numbers(second.own)).toEqual(numbers(first.own));
  });

  it.each(rows)("goes on from PyTorch's state dict: %s", (_, run) => {
    const first = begin(run);
    run.steps.forEach(() => first.step());
    const second = begin(run, run.steps.at(-1)!.parameters);
    second.own.loadStateDict(decode(run.stateDict) as optim.OptimizerStateDict);
    expect(Math.abs(first.step() - second.step())).toBeLessThan(1e-9);
    first.parameters.forEach((p, i) => expectClose(second.parameters[i]!, [...p.toTypedArray()], tolerance));
  });

  it('finds the minimum of the Rosenbrock function', () => {
    const { parameters, step } = begin(lbfgs[0]!);
    for (let i = 0; i < 3; i++) step();
    expectClose(parameters[0]!, [1, 1], { atol: 1e-5 });
    expect(parameters[1]!.item()).toBe(0.25); // it has no gradient
  });

  it('says what does not fit', () => {
    const leaf = (): Tensor => zeros([2], { requiresGrad: true });
    const make = (options: object) => (): unknown => new optim.LBFGS([leaf()], options);
    expect(() => new optim.LBFGS([{ params: [leaf()] }, { params: [leaf()] }])).toThrow(
      'LBFGS: all parameters must be in one group.',
    );
    expect(() => new optim.LBFGS([leaf(), zeros([1], { dtype: 'float64', requiresGrad: true })])).toThrow(DTypeError);
    expect(make({ lr: -1 })).toThrow('LBFGS: lr must be ≥ 0, got -1.');
    expect(make({ historySize: 0 })).toThrow('LBFGS: historySize must be a whole number ≥ 1, got 0.');
    expect(make({ lineSearchFn: 'wolfe' })).toThrow("LBFGS: lineSearchFn must be 'strong_wolfe' or null, got wolfe.");
    const own = new optim.LBFGS([leaf()]);
    expect(() => own.step()).toThrow('LBFGS: step needs a closure that computes the loss again, with gradients.');
    expect(() => own.step(() => 'low')).toThrow(ValueError);
    expect(() => own.step(() => zeros([2]))).toThrow(
      'LBFGS: the closure must return the loss, a tensor of one element or a number, got [2].',
    );
    const dict = own.stateDict();
    const load = (entry: object) => () =>
      own.loadStateDict({ ...dict, state: { 0: entry } } as optim.OptimizerStateDict);
    expect(load({ n_iter: 3 })).toThrow('LBFGS.loadStateDict: d or prev_flat_grad is missing after 3 iterations.');
    expect(load({ d: zeros([3]) })).toThrow('LBFGS.loadStateDict: d has shape [3], not [2]. Nothing was loaded.');
    expect(load({ old_dirs: [zeros([2])] })).toThrow('old_dirs has 1 entries, old_stps 0, ro 0. Nothing was loaded.');
  });
});
