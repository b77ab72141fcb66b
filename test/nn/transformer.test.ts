import { beforeAll, describe, expect, it } from 'vitest';
import { manualSeed, memory, nn, optim, randn } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';
import { checkModules } from './attentionCases.ts';

describe.each([...backends, reference])('transformers on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(['TransformerEncoderLayer', 'TransformerDecoderLayer', 'Transformer'] as const)(
    '%s agrees with PyTorch',
    (name) => checkModules(name),
  );

  it('stacks copies: the same values, apart from each other', () => {
    const layer = new nn.TransformerEncoderLayer(4, 2, { dimFeedforward: 8, dropout: 0 });
    const stack = new nn.TransformerEncoder(layer, 2, { norm: new nn.LayerNorm(4) });
    const x = randn([3, 2, 4]);
    const twice = stack.norm!.forward(layer.forward(layer.forward(x)));
    expect(stack.forward(x).toTypedArray()).toEqual(twice.toTypedArray());
    const [first, second] = stack.layers as nn.TransformerEncoderLayer[];
    expect(first!.linear1.weight).not.toBe(second!.linear1.weight);
    expect([...stack.parameters()].length).toBe(2 * [...layer.parameters()].length + 2);
  });

  it('says what is wrong', () => {
    expect(() => new nn.TransformerEncoderLayer(4, 2, { activation: 'tanh' as 'relu' })).toThrow("use 'relu', 'gelu'");
    expect(() => new nn.TransformerEncoder(new nn.TransformerEncoderLayer(4, 2), -1)).toThrow('numLayers must be');
    expect(() => new nn.Transformer({ dModel: 6, nhead: 4 })).toThrow(
      'embedDim (6) must be a multiple of numHeads (4)',
    );
    expect(nn.Transformer.generateSquareSubsequentMask(2).toArray()).toEqual([
      [0, -Infinity],
      [0, 0],
    ]);
  });
});

it('a GPT-like layer trains in flat memory', () => {
  useBackend(backends[0]!);
  manualSeed(0);
  const layer = new nn.TransformerEncoderLayer(32, 2, { dimFeedforward: 64, batchFirst: true, normFirst: true });
  const optimizer = new optim.AdamW(layer.parameters(), { lr: 1e-3 });
  const x = randn([4, 64, 32]);
  const step = (): void => {
    optimizer.zeroGrad();
    layer.forward(x, { isCausal: true }).square().mean().backward();
    optimizer.step();
  };
  for (let i = 0; i < 5; i++) step();
  const before = memory().bytesLive + memory().bytesPooled;
  for (let i = 0; i < 60; i++) step();
  expect(memory().bytesLive + memory().bytesPooled).toBeLessThanOrEqual(before + 65536);
});
