import { describe, expect, it } from 'vitest';
import { status } from '../../src/backend/backend.ts';
import { type DType, dtypes } from '../../src/dtype.ts';
import { encode } from '../../src/encoding.ts';
import * as opcode from '../../src/kernels/opcodes.generated.ts';
import { type OptimizerRow, optimizers } from '../../src/kernels/spec.ts';
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
  nadam(h, theta, gradient, steps) {
    const course: number[] = [];
    let [m, v, product] = [0, 0, 1];
    const mu = (t: number): number => h.beta1! * (1 - 0.5 * 0.96 ** (t * h.momentumDecay!));
    for (let t = 1; t <= steps; t++) {
      let g = gradient(theta, t) * (h.maximize ? -1 : 1);
      if (h.decoupled) theta -= h.lr! * (h.weightDecay ?? 0) * theta;
      else g += (h.weightDecay ?? 0) * theta;
      product *= mu(t);
      m = h.beta1! * m + (1 - h.beta1!) * g;
      v = h.beta2! * v + (1 - h.beta2!) * g * g;
      const mHat = (mu(t + 1) * m) / (1 - product * mu(t + 1)) + ((1 - mu(t)) * g) / (1 - product);
      course.push((theta -= (h.lr! * mHat) / (Math.sqrt(v / (1 - h.beta2! ** t)) + h.eps!)));
    }
    return course;
  },
  radam(h, theta, gradient, steps) {
    const course: number[] = [];
    let [m, v] = [0, 0];
    const most = 2 / (1 - h.beta2!) - 1;
    for (let t = 1; t <= steps; t++) {
      let g = gradient(theta, t) * (h.maximize ? -1 : 1);
      if (h.decoupled) theta -= h.lr! * (h.weightDecay ?? 0) * theta;
      else g += (h.weightDecay ?? 0) * theta;
      m = h.beta1! * m + (1 - h.beta1!) * g;
      v = h.beta2! * v + (1 - h.beta2!) * g * g;
      const mHat = m / (1 - h.beta1! ** t);
      const rho = most - (2 * t * h.beta2! ** t) / (1 - h.beta2! ** t);
      if (rho > 5) {
        const l = Math.sqrt(1 - h.beta2! ** t) / (Math.sqrt(v) + h.eps!);
        const r = Math.sqrt(((rho - 4) * (rho - 2) * most) / ((most - 4) * (most - 2) * rho));
        theta -= h.lr! * mHat * r * l;
      } else theta -= h.lr! * mHat;
      course.push(theta);
    }
    return course;
  },
  sparseAdam(h, theta, gradient, steps) {
    const course: number[] = [];
    let [m, v] = [0, 0];
    for (let t = 1; t <= steps; t++) {
      const g = gradient(theta, t) * (h.maximize ? -1 : 1);
      m += (1 - h.beta1!) * (g - m);
      v += (1 - h.beta2!) * (g * g - v);
      const size = (h.lr! * Math.sqrt(1 - h.beta2! ** t)) / (1 - h.beta1! ** t);
      course.push((theta -= (size * m) / (Math.sqrt(v) + h.eps!)));
    }
    return course;
  },
  adamax(h, theta, gradient, steps) {
    const course: number[] = [];
    let [m, u] = [0, 0];
    for (let t = 1; t <= steps; t++) {
      const g = gradient(theta, t) * (h.maximize ? -1 : 1) + (h.weightDecay ?? 0) * theta;
      m = h.beta1! * m + (1 - h.beta1!) * g;
      u = Math.max(h.beta2! * u, Math.abs(g) + h.eps!);
      course.push((theta -= (h.lr! * m) / ((1 - h.beta1! ** t) * u)));
    }
    return course;
  },
  adadelta(h, theta, gradient, steps) {
    const course: number[] = [];
    let [v, u] = [0, 0];
    for (let t = 1; t <= steps; t++) {
      const g = gradient(theta, t) * (h.maximize ? -1 : 1) + (h.weightDecay ?? 0) * theta;
      v = v * h.rho! + g * g * (1 - h.rho!);
      const x = (Math.sqrt(u + h.eps!) / Math.sqrt(v + h.eps!)) * g;
      u = u * h.rho! + x * x * (1 - h.rho!);
      course.push((theta -= h.lr! * x));
    }
    return course;
  },
  rprop(h, theta, gradient, steps) {
    const course: number[] = [];
    let [before, size] = [0, h.firstStep!];
    for (let t = 1; t <= steps; t++) {
      let g = gradient(theta, t) * (h.maximize ? -1 : 1);
      if (g * before > 0) size = Math.min(size * h.etaPlus!, h.most!);
      else if (g * before < 0) {
        size = Math.max(size * h.etaMinus!, h.least!);
        g = 0;
      }
      course.push((theta -= Math.sign(g) * size));
      before = g;
    }
    return course;
  },
  asgd(h, theta, gradient, steps) {
    const course: number[] = [];
    for (let t = 1; t <= steps; t++) {
      const g = gradient(theta, t) * (h.maximize ? -1 : 1) + (h.weightDecay ?? 0) * theta;
      const eta = Math.fround(h.lr! / (1 + h.lambd! * h.lr! * (t - 1)) ** h.alpha!);
      course.push((theta = (1 - h.lambd! * eta) * theta - eta * g));
    }
    return course;
  },
  lion(h, theta, gradient, steps) {
    const course: number[] = [];
    let m = 0;
    for (let t = 1; t <= steps; t++) {
      const g = gradient(theta, t) * (h.maximize ? -1 : 1);
      const update = Math.sign(h.beta1! * m + (1 - h.beta1!) * g);
      theta -= h.lr! * (update + (h.weightDecay ?? 0) * theta);
      m = h.beta2! * m + (1 - h.beta2!) * g;
      course.push(theta);
    }
    return course;
  },
};

const adam = { lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8 };
const rmsprop = { lr: 0.01, alpha: 0.99, eps: 1e-8 };
const asgd = { lr: 0.1, lambd: 0.2, alpha: 0.75, t0: 3 };
const rprop = { etaMinus: 0.5, etaPlus: 1.2, least: 0.02, most: 0.5 };
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
  ['nadam', { ...adam, momentumDecay: 0.004 }],
  ['nadam', { ...adam, momentumDecay: 0.1, weightDecay: 0.2, maximize: 1 }],
  ['nadam', { ...adam, momentumDecay: 0.1, weightDecay: 0.2, decoupled: 1 }],
  ['radam', adam],
  ['radam', { ...adam, weightDecay: 0.2, maximize: 1 }],
  ['radam', { ...adam, weightDecay: 0.2, decoupled: 1, beta2: 0.8 }],
  ['sparseAdam', { ...adam, maximize: 1, eps: 0.1 }],
  ['adamax', adam],
  ['adamax', { ...adam, weightDecay: 0.2, maximize: 1, beta2: 0.5 }],
  ['adadelta', { lr: 1, rho: 0.9, eps: 1e-6 }],
  ['adadelta', { lr: 0.5, rho: 0.5, eps: 1e-3, weightDecay: 0.2, maximize: 1 }],
  ['rprop', rprop],
  ['rprop', { ...rprop, maximize: 1 }],
  ['asgd', asgd],
  ['asgd', { ...asgd, weightDecay: 0.3, maximize: 1 }],
  ['lion', { lr: 0.1, beta1: 0.9, beta2: 0.99 }],
  ['lion', { lr: 0.1, beta1: 0.5, beta2: 0.8, weightDecay: 0.3, maximize: 1 }],
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
      const { state: states, cells = {} }: OptimizerRow = optimizers[name];
      const first: Hyper = { muProduct: 1, eta: hyper.lr!, mu: 1, stepSize: 0.1 };
      const step = put('float32', [0, ...Object.keys(cells).flatMap((cell) => [first[cell]!, NaN])]);
      const state = states.map((each) =>
        each === 'maxExpAvgSq' && !hyper.amsgrad
          ? null // as the optimizer does: what is not used is absent
          : put(
              dtype,
              start.map(() => (each === 'stepSize' ? first[each]! : 0)),
            ),
      );
      // NAdam keeps its product of momenta in float32.
      const loose = name === 'nadam' ? 1e-5 : 1e-10;
      const courses = p.read().map((theta) => byHand[name]!({ ...hyper, firstStep: 0.1 }, theta, gradient, steps));
      const words = record(name, dtype, hyper, [{ step, p, g, state }]);
      for (let t = 1; t <= steps; t++) {
        const before = p.read();
        const values = encode(
          dtype,
          before.map((theta) => gradient(theta, t)),
        );
        g.write(values);
        expect(run(words)).toBe(status.ok);
        expect(step.read()[0]).toBe(t);
        const tolerance = dtype === 'float64' ? loose : 2e-3;
        const worst = p.read().reduce((most, theta, i) => Math.max(most, Math.abs(theta - courses[i]![t - 1]!)), 0);
        expect(worst, `step ${t}`).toBeLessThan(tolerance);
        expect(g.read()).toEqual(Array.from(values as Float64Array)); // gradients are only read
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

  it('ASGD averages from t0 on, and keeps what the next step takes', () => {
    const [p, g] = [put('float64', [1]), put('float64', [0.5])];
    const [step, ax] = [put('float32', [0, 0.1, NaN, 1, NaN]), put('float64', [0])];
    const words = record('asgd', 'float64', asgd, [{ step, p, g, state: [ax] }]);
    let average = 0;
    for (let t = 1; t <= 8; t++) {
      const { eta, mu } = { eta: step.read()[1]!, mu: step.read()[3]! };
      const before = p.read()[0]!;
      run(words);
      const theta = p.read()[0]!;
      expect(theta).toBeCloseTo(before * (1 - asgd.lambd * eta) - eta * 0.5, 12);
      average = mu === 1 ? theta : average + mu * (theta - average);
      expect(ax.read()[0]).toBeCloseTo(average, 12);
      const next = [Math.fround(0.1 / (1 + 0.02 * t) ** 0.75), Math.fround(1 / Math.max(1, t - 3))];
      expect(step.read()).toEqual([t, next[0], eta, next[1], mu]);
    }
    expect(average).not.toBe(p.read()[0]);
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
