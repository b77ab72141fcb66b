import { describe, expect, it } from 'vitest';
import { nn, ones, tensor, type Tensor } from '../../src/index.ts';

class Net extends nn.Module {
  embed = new nn.Embedding(10, 4);
  blocks = new nn.ModuleList([new nn.Linear(4, 4), new nn.Linear(4, 4, { bias: false })]);
  spare = new nn.Linear(1, 1);
  scale = new nn.Parameter(ones([4]));
  drop = new nn.Dropout({ p: 0.9 });
  constructor() {
    super();
    this.registerBuffer('mean', ones([4]));
  }
  forward(index: Tensor): Tensor {
    let x = this.embed.forward(index);
    for (const block of this.blocks) x = this.drop.forward(block.forward(x));
    return x.mul(this.scale);
  }
}

describe('summary', () => {
  it('is a table', () => {
    const model = new nn.Sequential(
      new nn.Flatten(),
      new nn.Sequential(new nn.Linear(784, 128), new nn.ReLU()),
      new nn.Linear(128, 10),
    );
    model[2].requiresGrad_(false);
    expect(String(nn.summary(model, [32, 28, 28]))).toBe(
      `
Layer            Output shape  Parameters  Multiply-adds    Memory
──────────────────────────────────────────────────────────────────
Sequential       [32, 10]
  0: Flatten     [32, 784]                                100.4 kB
  1: Sequential  [32, 128]
    0: Linear    [32, 128]        100,480      3,211,264  418.3 kB
    1: ReLU      [32, 128]                                 16.4 kB
  2: Linear      [32, 10]           1,290         40,960    6.4 kB
──────────────────────────────────────────────────────────────────
Parameters: 101,770, 1,290 of them frozen
Multiply-adds: 3,252,224
Memory: 407.1 kB of parameters and buffers, 134.4 kB of outputs`.slice(1),
    );
  });

  it('counts convolutions and pools', () => {
    const model = new nn.Sequential(
      new nn.Conv2d(1, 8, 3, { padding: 1 }),
      new nn.BatchNorm2d(8),
      new nn.ReLU(),
      new nn.MaxPool2d(2),
      new nn.Conv2d(8, 16, 3, { padding: 1, stride: 2, bias: false }),
      new nn.AdaptiveAvgPool2d(1),
      new nn.Flatten(),
      new nn.Linear(16, 10),
    );
    expect(String(nn.summary(model, [4, 1, 28, 28]))).toBe(
      `
Layer                   Output shape    Parameters  Multiply-adds    Memory
───────────────────────────────────────────────────────────────────────────
Sequential              [4, 10]
  0: Conv2d             [4, 8, 28, 28]          80        225,792  100.7 kB
  1: BatchNorm2d        [4, 8, 28, 28]          16                 100.5 kB
  2: ReLU               [4, 8, 28, 28]                             100.4 kB
  3: MaxPool2d          [4, 8, 14, 14]                              25.1 kB
  4: Conv2d             [4, 16, 7, 7]        1,152        225,792   17.2 kB
  5: AdaptiveAvgPool2d  [4, 16, 1, 1]                                 256 B
  6: Flatten            [4, 16]                                       256 B
  7: Linear             [4, 10]                170            640     840 B
───────────────────────────────────────────────────────────────────────────
Parameters: 1,418
Multiply-adds: 452,224
Memory: 5.7 kB of parameters and buffers, 339.4 kB of outputs`.slice(1),
    );
  });

  it('counts attention', () => {
    const attention = new nn.MultiheadAttention(8, 2, { kdim: 6, vdim: 4, addBiasKv: true, addZeroAttn: true });
    const [queries, keys, batch] = [5, 7, 3];
    // Projections of queries, keys and values; scores and sums of values, with two more keys; the projection of the outputs.
    const projections = batch * (queries * 8 * 8 + keys * 6 * 8 + keys * 4 * 8);
    const inside = batch * 2 * queries * (keys + 2) * 8;
    const of = (...shapes: number[][]): number => nn.summary(attention, shapes).multiplyAdds;
    expect(of([5, 3, 8], [7, 3, 6], [7, 3, 4])).toBe(projections + inside + batch * queries * 8 * 8);
    expect(of([5, 8], [7, 6], [7, 4])).toBe((projections + inside) / batch + queries * 8 * 8);
    const first = new nn.MultiheadAttention(8, 2, { batchFirst: true });
    expect(
      nn.summary(first, [
        [3, 5, 8],
        [3, 7, 8],
        [3, 7, 8],
      ]).multiplyAdds,
    ).toBe(batch * (2 * queries * 64 + 2 * keys * 64 + 2 * queries * keys * 8));
    const layer = new nn.TransformerEncoderLayer(8, 2, { dimFeedforward: 16 });
    expect(nn.summary(layer, [5, 3, 8]).multiplyAdds).toBe(
      batch * (4 * queries * 64 + 2 * queries * queries * 8 + 2 * queries * 8 * 16),
    );
    const decoder = new nn.TransformerDecoderLayer(8, 2, { dimFeedforward: 16 });
    const cross = 2 * queries * 64 + 2 * keys * 64 + 2 * queries * keys * 8;
    expect(
      nn.summary(decoder, [
        [5, 3, 8],
        [7, 3, 8],
      ]).multiplyAdds,
    ).toBe(batch * (4 * queries * 64 + 2 * queries * queries * 8 + cross + 2 * queries * 8 * 16));
  });

  it('tells of every module, whoever calls it', () => {
    const net = new Net();
    net.drop.eval();
    const index = tensor([[1, 2, 3]], { dtype: 'int32' });
    const found = nn.summary(net, index);
    expect(found.rows.map(({ name, type, depth, outputs }) => [name, type, depth, outputs])).toEqual([
      ['', 'Net', 0, [[1, 3, 4]]],
      ['embed', 'Embedding', 1, [[1, 3, 4]]],
      ['blocks', 'ModuleList', 1, []],
      ['blocks.0', 'Linear', 2, [[1, 3, 4]]],
      ['blocks.1', 'Linear', 2, [[1, 3, 4]]],
      ['spare', 'Linear', 1, []],
      ['drop', 'Dropout', 1, [[1, 3, 4]]],
    ]);
    expect(found.rows.map((row) => row.parameters)).toEqual([4, 40, 0, 20, 16, 2, 0]);
    expect(found.rows.map((row) => row.multiplyAdds)).toEqual([0, 0, 0, 48, 48, 0, 0]);
    // The dropout ran twice; the buffer of the model counts, its output is that of a module below.
    expect(found.rows.map((row) => row.bytes)).toEqual([32, 160 + 48, 0, 80 + 48, 64 + 48, 8, 96]);
    expect([found.parameters, found.trainable, found.multiplyAdds]).toEqual([82, 82, 96]);
    expect([found.stateBytes, found.outputBytes]).toEqual([82 * 4 + 16, 48 * 5]);
    expect(String(found)).toContain('  spare: Linear       not used');
    // The model is as it was.
    expect([net.training, net.blocks.training, net.drop.training]).toEqual([true, true, false]);
    expect([...net.modules()].some((m) => Object.hasOwn(m, 'forward'))).toBe(false);
  });

  it('takes several inputs, shared parameters and lazy layers', () => {
    const bilinear = nn.summary(new nn.Bilinear(3, 2, 4), [
      [5, 3],
      [5, 2],
    ]);
    expect([bilinear.parameters, bilinear.multiplyAdds]).toEqual([28, 5 * 4 * 4 * 2]);
    const layer = new nn.Linear(2, 2);
    const shared = nn.summary(new nn.Sequential(layer, layer), [1, 2]);
    expect([shared.parameters, shared.multiplyAdds, shared.rows.length]).toEqual([6, 8, 2]);
    const lazy = new nn.LazyLinear(3);
    expect(nn.summary(lazy, [1, 7]).parameters).toBe(24);
    expect(lazy.inFeatures).toBe(7);
    const wide = nn.summary(new nn.ReLU(), [2], { dtype: 'float64' });
    expect(wide.outputBytes).toBe(16);
  });
});
