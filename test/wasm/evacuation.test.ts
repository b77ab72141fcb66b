/** Tensors that move out of linear memory and back: always right, never in the way, and no memory is a clear error. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { setActive } from '../../src/backend/current.ts';
import { createWasmBackend, type WasmBackend } from '../../src/backend/wasm/backend.ts';
import { WebAssembly } from '../../src/backend/wasm/engine.ts';
import { BackendError } from '../../src/errors.ts';
import { Home, Residents } from '../../src/evacuation.ts';
import {
  arange,
  cat,
  full,
  manualSeed,
  nn,
  noGrad,
  ones,
  optim,
  rand,
  randn,
  type Tensor,
  tensor,
  zeros,
} from '../../src/index.ts';
import { emptyPool } from '../../src/memory.ts';
import { useBackend } from '../support/backends.ts';

const KiB = 1024;
const MiB = 1024 * KiB;
const module = new WebAssembly.Module(readFileSync(new URL('../../build/wasm/descend.simd.wasm', import.meta.url)));

/** Makes a new backend the one in use. */
function use(options: { limit?: number; budget?: number } = {}): WasmBackend {
  const backend = createWasmBackend({ module, build: 'simd', ...options });
  emptyPool();
  setActive(backend);
  return backend;
}
afterAll(() => {
  emptyPool();
  setActive(null);
});

const linearMemory = (backend: WasmBackend): number => backend.ring.buffer.byteLength;

describe('what is dropped makes room, what is held comes back', () => {
  it('a synchronous loop needs no more memory than its last tensors', () => {
    const backend = use();
    const kept: Tensor[] = [];
    for (let i = 0; i < 20_000; i++) {
      const x = full([16, 128], i); // 8 KiB; 160 MiB of them
      if (i % 100 === 0) kept.push(x);
    }
    expect(linearMemory(backend)).toBeLessThanOrEqual(4 * MiB);
    kept.forEach((x, i) => expect([x.select(0, 15).sum().item(), x.toTypedArray()[3]]).toEqual([12800 * i, 100 * i]));
  });

  it('small results, which share slabs, too', () => {
    const backend = use({ budget: 64 * KiB });
    const sizes = [1, 17, 40, 100, 200, 500, 1024];
    const kept: Tensor[] = [];
    for (let i = 0; i < 50_000; i++) {
      const x = full([sizes[i % 7]!], i);
      if (i % 50 === 0) kept.push(x);
    }
    expect(linearMemory(backend)).toBeLessThanOrEqual(4 * MiB);
    kept.forEach((x, i) => {
      expect(x.toTypedArray()).toEqual(new Float32Array(sizes[(50 * i) % 7]!).fill(50 * i));
      x.copy_(x.add(1)); // writes where it is after it came back
    });
    kept.forEach((x, i) => expect(x.sum().item()).toBe((50 * i + 1) * x.length));
  });

  it('reading what is out leaves it out', () => {
    const backend = use({ limit: 16 * MiB, budget: 2 * MiB });
    const held = Array.from({ length: 40 }, (_, i) => full([256, 1024], i)); // 1 MiB each
    expect(held.map((x) => x.toTypedArray()[77])).toEqual(held.map((_, i) => i));
    expect(linearMemory(backend)).toBeLessThanOrEqual(16 * MiB);
  });

  it('what is kept for reuse stays where it is', () => {
    use();
    const x = ones([4096], { requiresGrad: true });
    const activation = x.mul(2);
    activation.square().sum().backward();
    x.mul(3).sum(); // the next graph: the activation goes to the pool
    x.mul(4); // takes it
    const pooled = ones([5000], { requiresGrad: true }).mul(2);
    pooled.sum().backward();
    x.mul(5);
    for (let i = 0; i < 500; i++) zeros([4096]);
    expect([activation.storage.owner, activation.storage.home.isOut]).toEqual(['graph', true]);
    expect([pooled.storage.owner, pooled.storage.home.isOut]).toEqual(['pool', false]);
  });

  it('activations of a graph larger than the budget are there in backward', () => {
    use({ budget: 64 * KiB });
    const x = ones([64, 64], { requiresGrad: true }); // 16 KiB
    let y: Tensor = x;
    for (let i = 0; i < 300; i++) y = y.mul(i % 2 === 0 ? 2 : 0.5).sin();
    y.sum().backward();
    const [first, ...others] = x.grad!.toTypedArray();
    let [value, slope] = [1, 1];
    for (let i = 0; i < 300; i++) {
      const factor = i % 2 === 0 ? 2 : 0.5;
      slope *= factor * Math.cos(value * factor);
      value = Math.sin(value * factor);
    }
    expect(Math.abs(first! / slope - 1)).toBeLessThan(1e-3);
    expect(others.every((g) => g === first)).toBe(true);
  });
});

describe('the same bits whatever the budget', () => {
  const n = 48;
  /** Programs over tensors that are held, some of which share memory. What a result replaces is dropped. */
  const ops: ((a: Tensor, b: Tensor) => Tensor)[] = [
    (a, b) => a.add(b).tanh(),
    (a, b) => a.matmul(b).tanh(),
    (a) => a.transpose(0, 1),
    (a) => a.softmax(1),
    (a, b) => cat([a.narrow(0, 0, 20), b.narrow(0, 20, n - 20)]),
    (a, b) => b.mul(a.sum(1, { keepdim: true }).sigmoid()),
    (a, b) => a.gather(0, b.argmax(1, { keepdim: true }).expand([n, n])),
    (a) => a.add(rand([n, n])).sin(),
    (a, b) => a.contiguous().copy_(b.abs().sqrt()),
    (a) => a.to('float64').mul(3).sin().to('float32'),
    (a, b) => {
      const x = a.detach().clone().requiresGrad_();
      x.matmul(b).tanh().mul(x).sum().backward();
      return x.grad!.detach();
    },
  ];
  const tensors = fc.nat(5);
  const program = fc.array(fc.tuple(fc.nat(ops.length - 1), tensors, tensors, tensors), {
    minLength: 1,
    maxLength: 200,
  });

  function run(steps: readonly (readonly number[])[], budget: number): Uint32Array[] {
    use({ budget });
    manualSeed(7);
    const held: Tensor[] = Array.from({ length: 6 }, () => randn([n, n]));
    for (const [op, to, a, b] of steps) held[to!] = ops[op!]!(held[a!]!, held[b!]!);
    return held.map((x) => new Uint32Array(x.contiguous().toTypedArray().buffer));
  }

  it('of random programs', () => {
    fc.assert(
      fc.property(program, (steps) => {
        expect(run(steps, 0)).toEqual(run(steps, 2 ** 30));
      }),
      { numRuns: 25 },
    );
  });

  function train(budget: number): { losses: number[]; state: number[][] } {
    use({ budget });
    manualSeed(3);
    const layers = Array.from({ length: 10 }, () => [
      new nn.Linear(64, 64),
      new nn.ReLU(),
      new nn.Dropout({ p: 0.1 }),
    ]).flat();
    const model = new nn.Sequential(...layers, new nn.Linear(64, 10));
    const optimizer = new optim.AdamW(model.parameters(), { lr: 0.005 });
    const batches = Array.from({ length: 3 }, () => randn([64, 64]));
    const losses: Tensor[] = [];
    for (let step = 0; step < 60; step++) {
      const x = batches[step % 3]!;
      const y = x.narrow(1, 0, 10).argmax(1);
      optimizer.zeroGrad();
      const loss = nn.functional.crossEntropy(model.forward(x), y);
      loss.backward();
      optimizer.step();
      losses.push(loss);
    }
    return {
      losses: losses.map((loss) => loss.item()),
      state: Object.values(model.stateDict()).map((x) => [...x.toTypedArray()]),
    };
  }

  it('of a model that is trained', () => {
    const enough = train(2 ** 30);
    expect(enough.losses.at(-1)).toBeLessThan(0.8 * enough.losses[0]!);
    for (const budget of [0, 256 * KiB]) expect(train(budget)).toEqual(enough);
  });
});

describe('the budget', () => {
  const capacity = 64 * MiB;
  const size = MiB;

  function residents(): { of: Residents; make: () => Home; use: (home: Home) => void } {
    const backend = createWasmBackend({ module, build: 'simd', limit: capacity, budget: 2 * MiB });
    const of = new Residents(backend, () => {});
    const make = (): Home => {
      of.makeRoom(size);
      const home = new Home(of, of.alloc(size), size);
      home.watch();
      return home;
    };
    return { of, make, use: (home) => void home.resident };
  }

  it('grows until what is in use fits, and then nothing moves', () => {
    const { of, make, use } = residents();
    const held = Array.from({ length: 12 }, make);
    for (let round = 0; round < 20; round++) held.forEach(use);
    expect(held.map((home) => home.isOut)).toEqual(held.map(() => false));
    expect(of.limit).toBeLessThan(20 * MiB);
  });

  it('never grows beyond what memory holds, and all that is held can be used', () => {
    const { of, make, use } = residents();
    const held = Array.from({ length: 200 }, make);
    for (let round = 0; round < 6; round++) held.forEach(use);
    expect(of.limit).toBeGreaterThan(8 * MiB);
    expect(of.limit).toBeLessThanOrEqual(capacity / 2);
  });

  it('comes down when what is new does not come back', () => {
    const { of, make, use } = residents();
    const held = Array.from({ length: 24 }, make);
    for (let round = 0; round < 20; round++) held.forEach(use);
    expect(of.limit).toBeGreaterThan(16 * MiB);
    for (let i = 0; i < 1000; i++) make();
    expect(of.limit).toBe(2 * MiB);
  });
});

describe('when linear memory is full', () => {
  /** [512, 1024]: 2 MiB of values around a number of its own. */
  const wave = (i: number): Tensor =>
    arange(0, 1024)
      .mul(0.01)
      .add(i)
      .sin()
      .add(zeros([512, 1]));
  const sum = (x: Tensor): number => x.sum().item();

  /** Every family of ops on tensors i and j of those that are held. */
  const families: Record<string, (x: Tensor, y: Tensor) => number> = {
    elementwise: (x, y) => sum(x.mul(y)),
    'elementwise, strided': (x, y) =>
      sum(
        x
          .reshape([1024, 512])
          .transpose(0, 1)
          .add(y.narrow(1, 0, 1024)),
      ),
    matmul: (x, y) => sum(x.matmul(y.transpose(0, 1))),
    linear: (x, y) => sum(nn.functional.linear(x, y)),
    reduce: (x, y) => sum(x.amax(1)) + y.argmax().item() + sum(y.prod(0)),
    softmax: (x, y) => sum(x.softmax(1).mul(y.logSoftmax(1))),
    'softmax backward': (x, y) => {
      const leaf = x.detach().requiresGrad_();
      leaf.softmax(1).mul(y).sum().backward();
      return sum(leaf.grad!.mul(y));
    },
    gather: (x, y) => sum(x.gather(1, y.argmax(1, { keepdim: true }))),
    indexSelect: (x, y) => sum(x.indexSelect(0, y.argmax(0).remainder(512))),
    scatter: (x, y) => {
      const leaf = x.detach().requiresGrad_();
      leaf
        .gather(1, y.argmax(1, { keepdim: true }))
        .sum()
        .backward();
      return sum(leaf.grad!.mul(x));
    },
    random: (x, y) => sum(x.clone().uniform_(0, 1)) + sum(y.clone().normal_(0, 1)),
    cat: (x, y) => sum(cat([x, y], 1)),
    copy_: (x, y) => sum(x.clone().copy_(y)),
    optimizer: (x, y) => {
      const parameters = [x, y].map((p) => p.clone().requiresGrad_());
      parameters.forEach((p, i) => (p.grad = i === 0 ? y : x));
      new optim.Adam(parameters, { lr: 0.1 }).step();
      return sum(parameters[0]!.detach()) + sum(parameters[1]!.detach());
    },
  };

  it('those that are not in use move out, for every family of ops', () => {
    function results(limit: number): number[] {
      const backend = use({ limit, budget: limit }); // nothing moves until there is no memory
      manualSeed(5);
      const held = Array.from({ length: 24 }, (_, i) => wave(i)); // 48 MiB
      const values = Object.values(families).flatMap((op, k) =>
        [0, 1, 2].map((i) => op(held[(5 * k + i) % 24]!, held[(7 * k + 3 * i + 12) % 24]!)),
      );
      expect(linearMemory(backend)).toBeLessThanOrEqual(limit);
      held.forEach((x, i) => expect(x.select(0, i).sub(wave(i).select(0, 0)).abs().amax().item()).toBe(0));
      return values;
    }
    expect(results(24 * MiB)).toEqual(results(512 * MiB));
  });

  it('an optimizer steps whose parameters and state are larger than memory', () => {
    function steps(limit: number): number[] {
      use({ limit });
      const parameters = Array.from({ length: 10 }, (_, i) => wave(i).narrow(0, 0, 256).clone().requiresGrad_()); // 1 MiB
      const optimizer = new optim.Adam(parameters, { lr: 0.1 });
      for (let step = 0; step < 3; step++) {
        parameters.forEach((p, i) => (p.grad = p.detach().mul(i + step)));
        optimizer.step();
      }
      return parameters.map((p) => sum(p.detach()));
    }
    expect(steps(24 * MiB)).toEqual(steps(512 * MiB));
  });

  it('and pooled memory of other sizes is given back first', () => {
    use({ limit: 24 * MiB });
    const x = ones([1 << 20], { requiresGrad: true }); // 4 MiB
    const hidden = x.mul(2);
    hidden.mul(hidden).sum().backward();
    x.grad = null;
    ones([4], { requiresGrad: true }).mul(2); // what the graph had is in the pool now
    expect(sum(ones([5 << 20]))).toBe(5 << 20); // 20 MiB of 24
    expect(sum(x)).toBe(1 << 20);
  });

  it('what does not fit is an error with the sizes, and all goes on, for every family of ops', () => {
    const limit = 16 * MiB;
    use({ limit });
    const kept = wave(3);
    const bytes = (x: Tensor): Buffer => Buffer.from(x.toTypedArray().buffer);
    const before = bytes(kept);
    const big = ones([1, 1]).expand([2048, 2048]); // 16 MiB when it is made
    const column = ones([2048, 1], { requiresGrad: true });
    const parameter = ones([1300, 1024], { requiresGrad: true }); // 5.1 MiB
    const large = ones([2304, 1024], { requiresGrad: true }); // 9 MiB
    const rows = zeros([1, 1024], { dtype: 'int32' });
    const tries: Record<string, () => unknown> = {
      tensor: () => tensor(new Float32Array(1 << 22)),
      zeros: () => zeros([2048, 2048]),
      elementwise: () => column.mul(ones([2048])),
      compare: () => big.unsqueeze(0).expand([4, 2048, 2048]).eq(1),
      contiguous: () => big.contiguous(),
      to: () => kept.expand([4, 512, 1024]).to('float64'),
      matmul: () => column.matmul(ones([1, 2048])),
      'matmul, batched': () => ones([4, 1024, 1]).matmul(ones([4, 1, 1024])),
      reduce: () => big.unsqueeze(2).expand([2048, 2048, 2]).sum(2),
      argmax: () => big.unsqueeze(2).expand([2048, 2048, 2]).argmax(2),
      softmax: () => big.softmax(1),
      gather: () => column.gather(1, zeros([1, 1], { dtype: 'int32' }).expand([2048, 2048])),
      indexSelect: () => column.indexSelect(1, zeros([2048], { dtype: 'int32' })),
      rand: () => rand([2048, 2048]),
      cat: () => cat([big, big]),
      optimizer: () => {
        parameter.grad = parameter.detach();
        new optim.Adam([parameter], { lr: 0.1 }).step(); // three times 5.1 MiB
      },
      backward: () => large.gather(0, rows).add(large.gather(0, rows)).sum().backward(), // two gradients of 9 MiB
      'more than there are addresses for': () => zeros([2 ** 34]),
    };
    for (const [name, attempt] of Object.entries(tries)) {
      expect(attempt, name).toThrow(BackendError);
      expect(attempt, name).toThrow(
        /^wasm: no memory for \d+ bytes \(\d+\.\d MiB\): \d+\.\d MiB are in use, in pieces, of at most 16\.0 MiB\. Use a smaller batch or model\.$/,
      );
      expect(bytes(kept).equals(before), name).toBe(true);
      expect(sum(noGrad(() => kept.mul(0).add(1))), name).toBe(512 * 1024); // 2 and 2 MiB more
    }
  });

  it('operands that do not fit side by side are an error, and are all still there', () => {
    use({ limit: 16 * MiB });
    const [a, b, c] = [1, 2, 3].map((i) => full([1300, 1024], i)) as [Tensor, Tensor, Tensor]; // 5.1 MiB each
    expect(() => a.add(b)).toThrow(/no memory/);
    expect([a, b, c].map((x) => x.mean().item())).toEqual([1, 2, 3]);
    expect(a.copy_(4).mean().item()).toBe(4);
  });
});

describe('more elements than kernels count', () => {
  it('is an error for every family of ops, not a wrong number', () => {
    use();
    const x = ones([1, 1]).expand([65536, 65536]);
    const message = (op: string): string =>
      `${op}: [65536, 65536] has 4294967296 elements, more than the 2147483647 that the wasm backend counts to. ` +
      'Compute it in parts, for example with narrow(), or use the native backend.';
    const tries: Record<string, () => unknown> = {
      sum: () => x.sum(),
      mean: () => x.mean(1),
      max: () => x.amax(),
      any: () => x.any(),
      argmax: () => x.argmax(0),
      matmul: () => x.matmul(ones([65536, 1])),
      linear: () => nn.functional.linear(ones([1, 65536]), x),
    };
    for (const [op, attempt] of Object.entries(tries)) {
      expect(attempt, op).toThrow(BackendError);
      expect(attempt, op).toThrow(message(op));
    }
    // A bool of it fits in memory, but not in a count.
    expect(() => zeros([2 ** 31], { dtype: 'bool' })).toThrow(/^copy: \[2147483648\] has 2147483648 elements/);
    // In parts it is right.
    expect(x.narrow(0, 0, 16384).sum().item()).toBe(2 ** 30);
  });

  it('the native backend counts them', () => {
    useBackend('native');
    expect(ones([1, 1]).expand([65536, 32769]).sum().item()).toBe(65536 * 32769);
  });
});
