import { describe, expect, it } from 'vitest';
import { status } from '../../src/backend/backend.ts';
import { type DType, dtypes } from '../../src/dtype.ts';
import { opcode } from '../../src/kernels/records.generated.ts';
import { optimizers } from '../../src/kernels/spec.ts';
import { type Cells, put, run } from './harness.ts';

type Name = keyof typeof optimizers;
type Hyper = Record<string, number>;
interface Parameter {
  step: Cells;
  p: Cells;
  g: Cells;
  state: (Cells | null)[];
}

function record(name: Name, dtype: DType, hyper: Hyper, parameters: Parameter[]): number[] {
  const names: readonly string[] = optimizers[name].hyper;
  for (const key of Object.keys(hyper)) if (!names.includes(key)) throw new Error(key);
  const cell = put(
    'float64',
    names.map((n) => hyper[n] ?? 0),
  );
  const words = parameters.flatMap(({ step, p, g, state }) => [
    p.length,
    step.address,
    p.address,
    g.address,
    ...state.map((s) => s?.address ?? 0),
  ]);
  return [opcode[name], 0, dtypes[dtype].code, parameters.length, cell.address, ...words];
}

/** One element's course by PyTorch's documented algorithms, written as they are there: theta after each step. */
const byHand: Record<
  string,
  (h: Hyper, theta: number, gradient: (theta: number, t: number) => number, steps: number) => number[]
> = {
  sgd(h, theta, gradient, steps) {
    const course: number[] = [];
    let b = 0;
    for (let t = 1; t <= steps; t++) {
      let g = gradient(theta, t) * (h.maximize ? -1 : 1);
      if (h.weightDecay) g += h.weightDecay * theta;
      if (h.momentum) {
        b = t > 1 ? h.momentum * b + (1 - (h.dampening ?? 0)) * g : g;
        g = h.nesterov ? g + h.momentum * b : b;
      }
      course.push((theta -= h.lr! * g));
    }
    return course;
  },
  adagrad(h, theta, gradient, steps) {
    const course: number[] = [];
    let sum = h.initial ?? 0;
    for (let t = 1; t <= steps; t++) {
      const g = gradient(theta, t) * (h.maximize ? -1 : 1) + (h.weightDecay ?? 0) * theta;
      const lr = h.lr! / (1 + (t - 1) * (h.lrDecay ?? 0));
      sum += g * g;
      course.push((theta -= (lr * g) / (Math.sqrt(sum) + h.eps!)));
    }
    return course;
  },
  rmsprop(h, theta, gradient, steps) {
    const course: number[] = [];
    let [v, average, b] = [0, 0, 0];
    for (let t = 1; t <= steps; t++) {
      const g = gradient(theta, t) * (h.maximize ? -1 : 1) + (h.weightDecay ?? 0) * theta;
      v = h.alpha! * v + (1 - h.alpha!) * g * g;
      let used = v;
      if (h.centered) {
        average = average * h.alpha! + (1 - h.alpha!) * g;
        used = v - average ** 2;
      }
      if (h.momentum) {
        b = h.momentum * b + g / (Math.sqrt(used) + h.eps!);
        theta -= h.lr! * b;
      } else theta -= (h.lr! * g) / (Math.sqrt(used) + h.eps!);
      course.push(theta);
    }
    return course;
  },
  adam(h, theta, gradient, steps) {
    const course: number[] = [];
    let [m, v, most] = [0, 0, 0];
    for (let t = 1; t <= steps; t++) {
      let g = gradient(theta, t) * (h.maximize ? -1 : 1);
      if (h.decoupled) theta -= h.lr! * (h.weightDecay ?? 0) * theta;
      else g += (h.weightDecay ?? 0) * theta;
      m = h.beta1! * m + (1 - h.beta1!) * g;
      v = h.beta2! * v + (1 - h.beta2!) * g * g;
      most = Math.max(most, v);
      const mHat = m / (1 - h.beta1! ** t);
      const vHat = (h.amsgrad ? most : v) / (1 - h.beta2! ** t);
      course.push((theta -= (h.lr! * mHat) / (Math.sqrt(vHat) + h.eps!)));
    }
    return course;
  },
};

const adam = { lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8 };
const rmsprop = { lr: 0.01, alpha: 0.99, eps: 1e-8 };
const cases: [Name, Hyper][] = [
  ['sgd', { lr: 0.1 }],
  ['sgd', { lr: 0.1, weightDecay: 0.3, maximize: 1 }],
  ['sgd', { lr: 0.1, momentum: 0.9 }],
  ['sgd', { lr: 0.1, momentum: 0.9, dampening: 0.4, weightDecay: 0.1 }],
  ['sgd', { lr: 0.1, momentum: 0.9, nesterov: 1 }],
  ['adagrad', { lr: 0.5, eps: 1e-10 }],
  ['adagrad', { lr: 0.5, eps: 1e-10, lrDecay: 0.2, weightDecay: 0.1, maximize: 1 }],
  ['rmsprop', rmsprop],
  ['rmsprop', { ...rmsprop, momentum: 0.8, weightDecay: 0.1 }],
  ['rmsprop', { ...rmsprop, centered: 1, momentum: 0.5, maximize: 1 }],
  ['adam', adam],
  ['adam', { ...adam, weightDecay: 0.2 }],
  ['adam', { ...adam, weightDecay: 0.2, decoupled: 1 }],
  ['adam', { ...adam, amsgrad: 1, beta2: 0.5, maximize: 1 }],
];

describe('optimizer steps', () => {
  it.each(cases)('%s %o follows the algorithm', (name, hyper) => {
    const steps = 12;
    const n = 1030; // more than one block
    const start = Array.from({ length: n }, (_, i) => Math.sin(i + 1) * 3);
    const gradient = (theta: number, t: number): number => theta * 0.7 + Math.cos(3 * t); // grows and shrinks
    for (const dtype of ['float64', 'float32'] as const) {
      const p = put(dtype, start);
      const g = put(dtype, start);
      const count = optimizers[name].state.length;
      const step = put('float32', [0]);
      const state = Array.from({ length: count }, () =>
        put(
          dtype,
          start.map(() => 0),
        ),
      );
      const courses = p.read().map((theta) => byHand[name]!(hyper, theta, gradient, steps));
      const words = record(name, dtype, hyper, [{ step, p, g, state }]);
      for (let t = 1; t <= steps; t++) {
        const before = p.read();
        const values = dtypes[dtype].array.from(before.map((theta) => gradient(theta, t)));
        g.write(values);
        expect(run(words)).toBe(status.ok);
        expect(step.read()).toEqual([t]);
        const tolerance = dtype === 'float64' ? 1e-10 : 2e-3;
        const worst = p.read().reduce((most, theta, i) => Math.max(most, Math.abs(theta - courses[i]![t - 1]!)), 0);
        expect(worst, `step ${t}`).toBeLessThan(tolerance);
        expect(g.read()).toEqual(Array.from(values)); // gradients are only read
      }
    }
  });

  it('absent state reads as 0 and is not written', () => {
    const make = (state: (Cells | null)[]): Parameter => ({
      step: put('float32', [0]),
      p: put('float64', [1, 2]),
      g: put('float64', [0.5, -0.5]),
      state,
    });
    const full = make([put('float64', [0, 0])]);
    const without = make([null]);
    expect(run(record('sgd', 'float64', { lr: 0.1 }, [full, without]))).toBe(status.ok);
    expect(without.p.read()).toEqual(full.p.read());
    expect(full.p.read()).toEqual([0.95, 2.05]);
    const lean = make([put('float64', [0, 0]), put('float64', [0, 0]), null]);
    for (let t = 0; t < 3; t++) run(record('adam', 'float64', adam, [lean]));
    expect(lean.p.read()[0]).toBeCloseTo(byHand.adam!(adam, 1, () => 0.5, 3)[2]!, 12);
  });

  it('each parameter has its own step count', () => {
    const make = (t: number): Parameter => ({
      step: put('float32', [t]),
      p: put('float64', [1]),
      g: put('float64', [1]),
      state: [put('float64', [4])],
    });
    const [young, old] = [make(0), make(7)];
    run(record('sgd', 'float64', { lr: 1, momentum: 0.5 }, [young, old]));
    expect([young.step.read(), old.step.read()]).toEqual([[1], [8]]);
    expect(young.p.read()).toEqual([0]); // the buffer of a first step is the gradient
    expect(old.p.read()).toEqual([1 - (0.5 * 4 + 1)]);
    expect([young.state[0]!.read(), old.state[0]!.read()]).toEqual([[1], [3]]);
  });

  it('needs a parameter and its gradient, and floats', () => {
    const one = put('float64', [1]);
    const none = { ...one, length: 1, address: 0 } as unknown as Cells;
    const parameter = { step: put('float32', [0]), p: one, g: none, state: [null] };
    expect(() => run(record('sgd', 'float64', { lr: 1 }, [parameter]))).toThrow(/no buffer at address 0/);
    expect(run(record('sgd', 'int32', { lr: 1 }, [parameter]))).toBe(status.unknownKernel);
  });
});
