/** Optimizers that PyTorch 1.13 lacks, against the same written once more, element by element. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type DType, optim, ShapeError, tensor, type Tensor, ValueError, zeros } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';
import { expectClose } from '../support/fixtures.ts';

type Matrix = number[][];
const matrix = (rows: number, columns: number, f: (i: number, j: number) => number): Matrix =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => f(i, j)));
const product = (a: Matrix, b: Matrix): Matrix =>
  matrix(a.length, b[0]!.length, (i, j) => a[i]!.reduce((sum, x, k) => sum + x * b[k]![j]!, 0));
const flip = (a: Matrix): Matrix => matrix(a[0]!.length, a.length, (i, j) => a[j]![i]!);
const combine = (f: (...x: number[]) => number, ...all: Matrix[]): Matrix =>
  matrix(all[0]!.length, all[0]![0]!.length, (i, j) => f(...all.map((a) => a[i]![j]!)));
const rms = (a: Matrix): number => Math.sqrt(a.flat().reduce((sum, x) => sum + x * x, 0) / a.flat().length);

const gradientAt = (t: number, rows: number, columns: number): Matrix =>
  matrix(rows, columns, (i, j) => Math.sin(3 * t + 2 * i + 5 * j) * (j === 0 ? 0.1 : 1));
const startOf = (rows: number, columns: number): Matrix => matrix(rows, columns, (i, j) => Math.cos(i + 2 * j) / 2);

/** Shazeer & Stern's algorithm 4, with PyTorch's epsilons; a vector is a matrix of one row that is not factored. */
function adafactor(p: Matrix, vector: boolean, epsilon: number, options: Partial<optim.AdafactorOptions>) {
  const { lr = 1e-2, beta2Decay = -0.8, eps = [null, 1e-3], d = 1, weightDecay = 0, maximize = false } = options;
  const eps1 = eps[0] ?? epsilon;
  let [row, column, all] = [p.map(() => 0), p[0]!.map(() => 0), combine(() => 0, p)];
  return (t: number): Matrix => {
    const g = combine((x) => (maximize ? -x : x), gradientAt(t, p.length, p[0]!.length));
    const beta = 1 - t ** beta2Decay;
    const alpha = Math.max(eps[1], rms(p)) * Math.min(lr, 1 / Math.sqrt(t));
    p = combine((x) => x * (1 - lr * weightDecay), p);
    const squares = combine((x) => x * x, g);
    const average = (xs: number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;
    row = row.map((x, i) => beta * x + (1 - beta) * average(squares[i]!));
    column = column.map((x, j) => beta * x + (1 - beta) * average(squares.map((r) => r[j]!)));
    all = combine((x, s) => beta * x + (1 - beta) * s, all, squares);
    const mean = Math.max(average(row), eps1);
    const v = vector ? all : matrix(p.length, p[0]!.length, (i, j) => (row[i]! * column[j]!) / mean);
    const u = combine((x, s) => x / Math.sqrt(Math.max(s, eps1 * eps1)), g, v);
    const scale = alpha / Math.max(1, rms(u) / d);
    return (p = combine((x, y) => x - scale * y, p, u));
  };
}

/** Jordan's algorithm, as torch.optim.Muon has it. */
function muon(p: Matrix, options: Partial<optim.MuonOptions>) {
  const { lr = 1e-3, weightDecay = 0.1, momentum = 0.95, nesterov = true, nsSteps = 5, adjustLrFn = null } = options;
  const [a, b, c] = options.nsCoefficients ?? [3.4445, -4.775, 2.0315];
  const [rows, columns] = [p.length, p[0]!.length];
  let buffer = combine(() => 0, p);
  return (t: number): Matrix => {
    const g = gradientAt(t, rows, columns);
    buffer = combine((m, x) => momentum * m + (1 - momentum) * x, buffer, g);
    const u = nesterov ? combine((x, m) => (1 - momentum) * x + momentum * m, g, buffer) : buffer;
    let x = rows > columns ? flip(u) : u;
    const norm = Math.max(rms(x) * Math.sqrt(rows * columns), 1e-7);
    x = combine((e) => e / norm, x);
    for (let i = 0; i < nsSteps; i++) {
      const gram = product(x, flip(x));
      const poly = combine((y, z) => b * y + c * z, gram, product(gram, gram));
      x = combine((y, z) => a * y + z, x, product(poly, x));
    }
    if (rows > columns) x = flip(x);
    const rate =
      lr *
      (adjustLrFn === 'match_rms_adamw'
        ? 0.2 * Math.sqrt(Math.max(rows, columns))
        : Math.sqrt(Math.max(1, rows / columns)));
    return (p = combine((y, z) => y * (1 - lr * weightDecay) - rate * z, p, x));
  };
}

const steps = 25;
function follow(make: (p: Tensor) => optim.Optimizer, dtype: DType, shape: number[], expected: (t: number) => Matrix) {
  const [rows, columns] = shape.length === 1 ? [1, shape[0]!] : [shape[0]!, shape[1]!];
  const p = tensor(startOf(rows, columns).flat(), { shape, dtype, requiresGrad: true });
  let own = make(p);
  for (let t = 1; t <= steps; t++) {
    p.grad = tensor(gradientAt(t, rows, columns).flat(), { shape, dtype });
    own.step();
    const tolerance = dtype === 'float32' ? { rtol: 1e-4, atol: 1e-5 } : { rtol: 1e-9, atol: 1e-10 };
    expectClose(p, expected(t).flat(), { ...tolerance, what: `after step ${t}` });
    if (t !== 10) continue;
    // Halfway another one goes on from the state.
    const dict = own.stateDict();
    own = make(p);
    own.loadStateDict(dict);
  }
  return own.stateDict();
}

const adafactors: Partial<optim.AdafactorOptions>[] = [
  {},
  { lr: 0.3, weightDecay: 0.1, d: 2 },
  { beta2Decay: -0.5, eps: [0.1, 0.5], maximize: true },
];
const muons: Partial<optim.MuonOptions>[] = [
  { lr: 0.02 },
  { lr: 0.02, nesterov: false, momentum: 0.8, weightDecay: 0 },
  { lr: 0.1, adjustLrFn: 'match_rms_adamw', nsSteps: 3, nsCoefficients: [2, -1.5, 0.5] },
];

describe.each([...backends, reference])('composite optimizers on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(adafactors)('Adafactor %o', (options) => {
    for (const dtype of ['float32', 'float64'] as const) {
      const epsilon = dtype === 'float32' ? 2 ** -23 : 2 ** -52;
      const make = (p: Tensor) => new optim.Adafactor([p], options);
      const wide = follow(make, dtype, [2, 5], adafactor(startOf(2, 5), false, epsilon, options));
      expect(Object.entries(wide.state[0]!).map(([key, value]) => [key, (value as Tensor).shape])).toEqual([
        ['step', []],
        ['row_var', [2, 1]],
        ['col_var', [1, 5]],
      ]);
      const flat = follow(make, dtype, [4], adafactor(startOf(1, 4), true, epsilon, options));
      expect(Object.keys(flat.state[0]!)).toEqual(['step', 'variance']);
      expect((flat.state[0]!['step'] as Tensor).item()).toBe(steps);
    }
  });
  it('Adafactor factors the last two dims of larger tensors', () => {
    const p = zeros([3, 2, 4], { requiresGrad: true });
    const own = new optim.Adafactor([p]);
    p.grad = zeros([3, 2, 4]).add(1);
    own.step();
    const { row_var, col_var } = own.stateDict().state[0] as Record<string, Tensor>;
    expect([row_var!.shape, col_var!.shape]).toEqual([
      [3, 2, 1],
      [3, 1, 4],
    ]);
    expectClose(p, Array<number>(24).fill(-1e-5));
  });

  it.each(muons)('Muon %o', (options) => {
    for (const dtype of ['float32', 'float64'] as const) {
      for (const [rows, columns] of [
        [2, 5],
        [4, 3],
      ] as const) {
        const make = (p: Tensor) => new optim.Muon([p], options) as unknown as optim.Optimizer;
        const dict = follow(make, dtype, [rows, columns], muon(startOf(rows, columns), options));
        expect(Object.keys(dict.state[0]!)).toEqual(['step', 'momentum_buffer']);
      }
    }
  });

  it('SparseAdam leaves rows without a gradient alone, moments included', () => {
    const p = tensor(
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      { requiresGrad: true },
    );
    const own = new optim.SparseAdam([p], { lr: 0.5 });
    const step = (...grad: number[][]): void => {
      p.grad = tensor(grad);
      own.step();
    };
    step([0, 0], [1, 0], [0, 0]);
    const after = p.toArray() as number[][];
    expect([after[0], after[2]]).toEqual([
      [1, 2],
      [5, 6],
    ]);
    expect(after[1]![0]).toBeCloseTo(2.5, 6);
    expect(after[1]![1]).toBe(4);
    step([0, 0], [0, 0], [0, 0]);
    expect(p.toArray()).toEqual(after);
    const { step: count, exp_avg } = own.stateDict().state[0] as Record<string, Tensor>;
    expect(count!.item()).toBe(2);
    expect((exp_avg!.toArray() as number[][])[1]![0]).toBeCloseTo(0.1, 6);
    const scalar = zeros([], { requiresGrad: true });
    scalar.grad = zeros([]).add(2);
    new optim.SparseAdam([scalar], { lr: 0.5 }).step();
    expect(scalar.item()).toBeCloseTo(-0.5, 6);
  });

  it('a changed learning rate is read at the next step', () => {
    const p = zeros([2, 2], { requiresGrad: true });
    const own = new optim.Muon([p], { lr: 0.1, weightDecay: 0 });
    p.grad = tensor([
      [1, 0],
      [0, 1],
    ]);
    own.step();
    const first = p.toArray() as number[][];
    own.paramGroups[0]!.lr = 0;
    own.step();
    expect(p.toArray()).toEqual(first);
    expect(first[0]![0]).toBeLessThan(-0.05);
  });
});

describe('options of the new optimizers', () => {
  const leaf = (shape = [2]): Tensor => zeros(shape, { requiresGrad: true });
  const refusals: [run: () => unknown, message: string][] = [
    [() => new optim.Adamax([leaf()], { betas: [1, 0.9] }), 'Adamax: betas[0] must be in [0, 1), got 1.'],
    [() => new optim.NAdam([leaf()], { momentumDecay: -1 }), 'NAdam: momentumDecay must be ≥ 0, got -1.'],
    [() => new optim.RAdam([leaf()], { eps: -1 }), 'RAdam: eps must be ≥ 0, got -1.'],
    [() => new optim.Lion([leaf()], { lr: -1 }), 'Lion: lr must be ≥ 0, got -1.'],
    [() => new optim.SparseAdam([leaf()], { eps: NaN }), 'SparseAdam: eps must be ≥ 0, got NaN.'],
    [() => new optim.Adadelta([leaf()], { rho: 1.5 }), 'Adadelta: rho must be in [0, 1], got 1.5.'],
    [
      () => new optim.Rprop([leaf()], { etas: [0.5, 0.9] }),
      'Rprop: etas must be two numbers, one between 0 and 1 and one above 1, got 0.5,0.9.',
    ],
    [
      () => new optim.Rprop([leaf()], { stepSizes: [2, 1] }),
      'Rprop: stepSizes must be the least and the largest step, got 2,1.',
    ],
    [() => new optim.ASGD([leaf()], { weightDecay: -1 }), 'ASGD: weightDecay must be ≥ 0, got -1.'],
    [() => new optim.Adafactor([leaf()], { beta2Decay: 1 }), 'Adafactor: beta2Decay must be ≤ 0, got 1.'],
    [() => new optim.Adafactor([leaf()], { d: 0.5 }), 'Adafactor: d must be ≥ 1, got 0.5.'],
    [
      () => new optim.Muon([leaf([2, 2])], { adjustLrFn: 'none' as 'original' }),
      "Muon: adjustLrFn must be 'original', 'match_rms_adamw' or null, got none.",
    ],
    [
      () => new optim.Muon([leaf([2, 2])], { nsSteps: 100 }),
      'Muon: nsSteps must be a whole number from 0 to 99, got 100.',
    ],
  ];
  it.each(refusals)('%#', (run, message) => {
    expect(run).toThrow(ValueError);
    expect(run).toThrow(message);
  });
  it('Muon takes matrices only', () => {
    expect(() => new optim.Muon([leaf([2, 2]), leaf()])).toThrow(ShapeError);
    expect(() => new optim.Muon([leaf()])).toThrow(
      'Muon: a parameter has shape [2], not 2 dims. Give such ones to AdamW.',
    );
  });
});
