import { describe, expect, it } from 'vitest';
import {
  data,
  Generator,
  manualSeed,
  memory,
  metrics,
  nn,
  optim,
  randn,
  ShapeError,
  tensor,
  type Tensor,
  train,
  ValueError,
  zeros,
} from '../../src/index.ts';

/** Two classes that a line separates. */
function points(n = 96): data.TensorDataset<[Tensor, Tensor]> {
  const x = randn([n, 2], { generator: new Generator(5) });
  const labels = (x.toArray() as number[][]).map(([a, b]) => Number(a! + b! > 0));
  return new data.TensorDataset(x, tensor(Int32Array.from(labels)));
}

function setUp({ lr = 0.05, batchSize = 16, n = 96 } = {}) {
  manualSeed(1);
  const model = new nn.Sequential(new nn.Linear(2, 8), new nn.Tanh(), new nn.Linear(8, 2));
  const optimizer = new optim.Adam(model.parameters(), { lr });
  const loader = new data.DataLoader(points(n), { batchSize, shuffle: true, generator: new Generator(2) });
  return { model, optimizer, data: loader, loss: new nn.CrossEntropyLoss(), progress: false };
}

describe('fit', () => {
  it('learns, and tells how', async () => {
    const { model, ...rest } = setUp();
    const history = await train.fit(model, {
      ...rest,
      validation: new data.DataLoader(points(40), { batchSize: 16 }),
      epochs: 8,
      metrics: { accuracy: new metrics.Accuracy(), again: metrics.accuracy },
    });
    expect(history.map((result) => result.epoch)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const [first, last] = [history[0]!, history[7]!];
    expect(last.loss).toBeLessThan(first.loss / 2);
    expect(last.metrics.accuracy).toBeGreaterThan(0.9);
    expect(last.metrics.again).toBeCloseTo(last.metrics.accuracy!, 12);
    expect([last.samples, last.validation!.samples]).toEqual([96, 40]);
    expect(last.validation!.metrics.accuracy).toBeGreaterThan(0.85);
    expect(last.seconds).toBeGreaterThan(0);
    expect(last.samplesPerSecond).toBeCloseTo(96 / last.seconds, 6);
  });
  it('does what the loop by hand does', async () => {
    const [a, b] = [setUp(), setUp()];
    const { model, ...options } = a;
    const [result] = await train.fit(model, { ...options, epochs: 1 });
    let total = 0;
    for (const [x, y] of b.data) {
      const loss = b.loss.forward(b.model.forward(x), y);
      total += loss.item() * x.shape[0]!;
      b.optimizer.zeroGrad();
      loss.backward();
      b.optimizer.step();
    }
    expect(result!.loss).toBeCloseTo(total / 96, 12);
    expect(a.model.stateDict()['0.weight']!.toArray()).toEqual(b.model.stateDict()['0.weight']!.toArray());
  });
  it('accumulates gradients: batches of a step are as one large batch', async () => {
    const ordered = (batchSize: number) => new data.DataLoader(points(), { batchSize });
    const weights = async (batchSize: number, accumulate: number): Promise<number[][]> => {
      const { model, ...rest } = setUp();
      const optimizer = new optim.SGD(model.parameters(), { lr: 0.5 });
      await train.fit(model, { ...rest, optimizer, data: ordered(batchSize), epochs: 2, accumulate });
      return model.stateDict()['0.weight']!.toArray() as number[][];
    };
    const [large, small, rest] = [await weights(32, 1), await weights(8, 4), await weights(8, 5)];
    small.forEach((row, i) => row.forEach((w, j) => expect(w).toBeCloseTo(large[i]![j]!, 5)));
    // 12 batches of 8: steps of 5, 5 and 2 batches, each with the mean of its own
    const { model, loss } = setUp();
    const optimizer = new optim.SGD(model.parameters(), { lr: 0.5 });
    for (let epoch = 0; epoch < 2; epoch++) {
      const { tensors } = points();
      for (const [from, size] of [
        [0, 40],
        [40, 40],
        [80, 16],
      ] as const) {
        const [x, y] = tensors.map((t) => t.narrow(0, from, size)) as [Tensor, Tensor];
        optimizer.zeroGrad();
        loss.forward(model.forward(x), y).backward();
        optimizer.step();
      }
    }
    const expected = model.stateDict()['0.weight']!.toArray() as number[][];
    rest.forEach((row, i) => row.forEach((w, j) => expect(w).toBeCloseTo(expected[i]![j]!, 5)));
  });
  it('steps a scheduler after epochs or steps', async () => {
    const rates = async (schedulerPer: 'epoch' | 'step'): Promise<number[]> => {
      const { model, ...rest } = setUp({ lr: 0.08 });
      const scheduler = new optim.lrScheduler.ExponentialLR(rest.optimizer, 0.5);
      const seen: number[] = [];
      const callbacks = [{ onBatchEnd: () => void seen.push(rest.optimizer.paramGroups[0]!.lr) }];
      await train.fit(model, { ...rest, epochs: 2, scheduler, schedulerPer, callbacks, accumulate: 3 });
      return seen;
    };
    const twice = <T>(n: number, x: T, y: T): T[] => [...Array<T>(n).fill(x), ...Array<T>(n).fill(y)];
    expect(await rates('epoch')).toEqual(twice(6, 0.08, 0.04));
    expect(await rates('step')).toEqual([0.08, 0.08, ...twice(3, 0.04, 0.02), 0.01, 0.01, 0.01, 0.005]);
  });
  it('tells ReduceLROnPlateau the validation loss', async () => {
    const { model, ...rest } = setUp({ lr: 0.01 });
    const scheduler = new optim.lrScheduler.ReduceLROnPlateau(rest.optimizer, {
      patience: 0,
      threshold: 1e9,
      thresholdMode: 'abs',
    });
    const validation = new data.DataLoader(points(40), { batchSize: 40 });
    const history = await train.fit(model, { ...rest, validation, epochs: 3, scheduler });
    expect(rest.optimizer.paramGroups[0]!.lr).toBeCloseTo(1e-4, 12);
    expect(scheduler.stateDict()).toMatchObject({ best: history[0]!.validation!.loss, last_epoch: 3 });
  });
  it('clips gradients', async () => {
    const moved = async (options: object): Promise<number> => {
      const { model, ...rest } = setUp();
      const optimizer = new optim.SGD(model.parameters(), { lr: 1 });
      const before = [...model.parameters()].map((p) => p.clone().detach());
      const batch = [...rest.data].slice(0, 1);
      await train.fit(model, { ...rest, optimizer, data: batch, epochs: 1, ...options });
      const changes = [...model.parameters()].flatMap((p, i) => [
        ...p.detach().sub(before[i]!).flatten().toTypedArray(),
      ]);
      return 'clipGradValue' in options ? Math.max(...changes.map(Math.abs)) : Math.hypot(...changes);
    };
    expect(await moved({})).toBeGreaterThan(0.1);
    expect(await moved({ clipGradNorm: 0.01 })).toBeCloseTo(0.01, 5);
    expect(await moved({ clipGradValue: 0.001 })).toBeCloseTo(0.001, 6);
  });
  it('refuses what it cannot do', async () => {
    const { model, ...rest } = setUp();
    const { optimizer } = rest;
    const plain = { zeroGrad: () => optimizer.zeroGrad(), step: () => optimizer.step() };
    const scheduler = new optim.lrScheduler.ReduceLROnPlateau(optimizer);
    const bad: [options: object, message: string][] = [
      [{ accumulate: 0 }, 'fit: accumulate must be a whole number ≥ 1, got 0.'],
      [{ schedulerPer: 'batch' }, "fit: schedulerPer must be 'epoch' or 'step', got batch."],
      [
        { scheduler, schedulerPer: 'step' },
        "fit: ReduceLROnPlateau looks at the loss of an epoch. Use schedulerPer: 'epoch'.",
      ],
      [
        { optimizer: plain, clipGradNorm: 1 },
        'fit: clipping and accumulating gradients need an optimizer with paramGroups.',
      ],
    ];
    for (const [options, message] of bad)
      await expect(train.fit(model, { ...rest, epochs: 1, ...options })).rejects.toThrow(message);
  });
  it('takes a function as loss, an array as data, and batches that come later', async () => {
    const { model, optimizer } = setUp();
    const batch = points(32).getBatch(Int32Array.from({ length: 32 }, (_, i) => i));
    const loss = (output: Tensor, target: Tensor) => nn.functional.crossEntropy(output, target);
    const options = { loss, optimizer, epochs: 2, progress: false };
    expect(await train.fit(model, { data: [batch, batch], ...options })).toHaveLength(2);
    async function* later() {
      await new Promise((done) => setTimeout(done, 1));
      yield batch;
    }
    const [result] = await train.fit(model, { data: later(), ...options, epochs: 1 });
    expect(result!.samples).toBe(32);
  });
  it('sets the modes, and puts the model’s back', async () => {
    const { model, ...rest } = setUp();
    const modes: [boolean, boolean][] = [];
    const forward = model.forward.bind(model);
    model.forward = (x) => {
      modes.push([model.training, model.at(0).training]);
      return forward(x);
    };
    model.eval();
    await train.fit(model, {
      ...rest,
      data: new data.DataLoader(points(16), { batchSize: 16 }),
      validation: rest.data,
      epochs: 1,
    });
    expect(modes).toEqual([[true, true], ...Array<[boolean, boolean]>(6).fill([false, false])]);
    expect([model.training, model.at(0).training]).toEqual([false, false]);
  });
  it('weighs a smaller last batch by its size', async () => {
    const { model, optimizer } = setUp();
    const values = tensor([1, 1, 1, 1, 6]).reshape([5, 1]);
    const loader = new data.DataLoader(new data.TensorDataset(zeros([5, 2]), values), { batchSize: 4 });
    const loss = (output: Tensor, target: Tensor) => output.sum().mul(0).add(target.mean());
    const [result] = await train.fit(model, {
      data: loader,
      validation: loader,
      loss,
      optimizer,
      epochs: 1,
      progress: false,
      metrics: { target: (_, y) => y.mean().item() },
    });
    expect([result!.loss, result!.metrics.target]).toEqual([2, 2]);
    expect([result!.validation!.loss, result!.validation!.metrics.target]).toEqual([2, 2]);
  });
  it('calls back in order and stops when told', async () => {
    const { model, ...rest } = setUp();
    const seen: string[] = [];
    const log = (name: string) => (run: train.Run) => void seen.push(`${name} ${run.epoch}/${run.epochs}`);
    const spy: train.Callback = {
      onTrainBegin: log('begin'),
      onEpochBegin: log('epoch'),
      onBatchEnd: (run, { batch, samples }) =>
        void seen.push(`batch ${batch} of ${run.batches} (${samples}, ${run.soFar().samples})`),
      onEpochEnd: async (run, result) => {
        await Promise.resolve();
        seen.push(`done ${result.epoch} ${run.history.length}`);
        return result.epoch < 2;
      },
      onTrainEnd: log('end'),
    };
    const small = new data.DataLoader(points(40), { batchSize: 32 });
    expect(await train.fit(model, { ...rest, data: small, epochs: 9, callbacks: [spy] })).toHaveLength(2);
    const epoch = (n: number) => [`epoch ${n}/9`, 'batch 1 of 2 (32, 32)', 'batch 2 of 2 (8, 40)', `done ${n} ${n}`];
    expect(seen).toEqual(['begin 0/9', ...epoch(1), ...epoch(2), 'end 2/9']);

    const early = await train.fit(model, {
      ...rest,
      epochs: 9,
      callbacks: [{ onBatchEnd: (run, { batch }) => (batch === 2 ? run.stop() : undefined) }],
    });
    expect(early.map((result) => result.samples)).toEqual([32]);
    expect(await train.fit(model, { ...rest, epochs: 9, callbacks: [{ onTrainBegin: () => false }] })).toEqual([]);
  });
  it('stops at a loss that is not finite, before it spoils the weights', async () => {
    const { model, ...rest } = setUp();
    const batch = (value: number) => [tensor([[value, 1]]), tensor(Int32Array.of(0))] as const;
    let ended = false;
    const before = () => model.stateDict()['0.weight']!.toTypedArray();
    let kept = before();
    const run = train.fit(model, {
      ...rest,
      data: [batch(1), batch(NaN), batch(1)],
      epochs: 3,
      callbacks: [{ onBatchEnd: () => void (kept = before()), onTrainEnd: () => void (ended = true) }],
    });
    await expect(run).rejects.toThrow(
      new ValueError(
        'fit: the loss is NaN in epoch 1, batch 2. Try a lower learning rate, clip the gradients, or look for NaN in the data. The weights are those before this batch.',
      ),
    );
    expect(ended).toBe(true);
    expect(before()).toEqual(kept);
    expect(kept.every(Number.isFinite)).toBe(true);
  });
  it('says what is wrong with what it is given', async () => {
    const { model, ...rest } = setUp();
    const fit = (data: unknown, epochs = 1) => train.fit(model, { ...rest, data: data as never, epochs });
    await expect(fit([], 1)).rejects.toThrow(
      new ValueError('fit: the data have no batch. Is the dataset empty, or smaller than a batch with dropLast?'),
    );
    await expect(fit([[zeros([2, 2])]])).rejects.toThrow('fit: a batch must be [input, target], two tensors.');
    await expect(fit([{ x: 1 }])).rejects.toThrow(ValueError);
    await expect(fit([[zeros([0, 2]), zeros([0])]])).rejects.toThrow(
      new ShapeError('fit: a batch is empty: its input has shape [0, 2].'),
    );
    await expect(fit(rest.data, 0)).rejects.toThrow(new ValueError('fit: epochs must be a whole number ≥ 1, got 0.'));
    await expect(train.evaluate(model, [], { loss: rest.loss })).rejects.toThrow(
      new ValueError('evaluate: the data have no batch.'),
    );
  });
  it('lets the event loop turn', async () => {
    const { model, ...rest } = setUp();
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const start = performance.now();
    await train.fit(model, {
      ...rest,
      epochs: 1_000_000,
      callbacks: [{ onBatchEnd: () => turns < 3 && performance.now() - start < 10_000 }],
    });
    clearInterval(timer);
    expect(turns).toBe(3);
  });
  it('runs in flat memory', async () => {
    const { model, ...rest } = setUp({ batchSize: 512, n: 2048 });
    const validation = new data.DataLoader(points(2048), { batchSize: 512 });
    const pools: number[] = [];
    await train.fit(model, {
      ...rest,
      validation,
      epochs: 40,
      callbacks: [{ onEpochEnd: () => void pools.push(memory().bytesPooled + memory().buffersPooled) }],
    });
    expect(new Set(pools.slice(20)).size).toBeLessThanOrEqual(2);
    expect(Math.max(...pools.slice(20))).toBeLessThanOrEqual(Math.max(...pools.slice(0, 20)));
  });
});

describe('evaluate', () => {
  it('measures without recording or training', async () => {
    const { model, loss } = setUp();
    let recorded = false;
    const before = model.stateDict()['0.weight']!.toArray();
    const result = await train.evaluate(model, new data.DataLoader(points(50), { batchSize: 8 }), {
      loss,
      metrics: {
        accuracy: (output, target) => {
          recorded ||= output.requiresGrad || model.training;
          return metrics.accuracy(output, target);
        },
      },
    });
    const [x, y] = points(50).tensors;
    const output = model.forward(x);
    expect(result.loss).toBeCloseTo(loss.forward(output, y).item(), 6);
    expect(result.metrics.accuracy).toBeCloseTo(metrics.accuracy(output, y), 12);
    expect([recorded, model.training, result.samples]).toEqual([false, true, 50]);
    expect(model.stateDict()['0.weight']!.toArray()).toEqual(before);
  });
  it('puts the mode back when something fails', async () => {
    const { model, loss } = setUp();
    await expect(train.evaluate(model, [[zeros([2, 3]), zeros([2])]], { loss })).rejects.toThrow(ShapeError);
    expect(model.training).toBe(true);
  });
});

describe('EarlyStopping', () => {
  const run = (losses: number[], options: train.EarlyStoppingOptions) => {
    const stopping = new train.EarlyStopping(options);
    let stopped = false;
    stopping.onTrainBegin();
    const handle = { stop: () => void (stopped = true) } as train.Run;
    const at = losses.findIndex((loss) => {
      stopping.onEpochEnd(handle, { loss } as train.EpochResult);
      return stopped;
    });
    return at;
  };
  it('waits for as many epochs without progress as it is told to', () => {
    expect(run([5, 4, 4, 4, 4, 4], { patience: 2 })).toBe(3);
    expect(run([5, 4, 4, 3, 3, 3], { patience: 2 })).toBe(5);
    expect(run([5, 4.95, 4.92, 4.91], { patience: 2, minDelta: 0.2 })).toBe(2);
    expect(run([5, 4, 3, 2, 1], { patience: 1 })).toBe(-1);
    expect(run([1, 2, 3], { patience: 1, monitor: (result) => -result.loss })).toBe(-1);
  });
  it('watches the validation loss where there is one', () => {
    const stopping = new train.EarlyStopping({ patience: 1 });
    let stopped = 0;
    const handle = { stop: () => void stopped++ } as train.Run;
    stopping.onEpochEnd(handle, { loss: 1, validation: { loss: 3 } } as train.EpochResult);
    stopping.onEpochEnd(handle, { loss: 2, validation: { loss: 2 } } as train.EpochResult);
    expect(stopped).toBe(0);
    stopping.onEpochEnd(handle, { loss: 0, validation: { loss: 2 } } as train.EpochResult);
    expect(stopped).toBe(1);
  });
});
