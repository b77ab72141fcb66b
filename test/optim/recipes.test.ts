/** The recipes of docs/optimizers.md. */
import { describe, expect, it } from 'vitest';
import { Generator, nn, optim, randn, type Tensor } from '../../src/index.ts';

const flat = (tensors: Iterable<Tensor>): number[] => [...tensors].flatMap((t) => [...t.flatten().toTypedArray()]);
function expectSame(a: readonly number[], b: readonly number[]): void {
  expect(a.length).toBe(b.length);
  a.forEach((x, i) => expect(x).toBeCloseTo(b[i]!, 5));
}

function setUp() {
  const generator = new Generator(3);
  const model = new nn.Sequential(
    new nn.Linear(4, 6, { generator }),
    new nn.Tanh(),
    new nn.Linear(6, 2, { generator }),
  );
  const [x, y] = [randn([12, 4], { generator }), randn([12, 2], { generator })];
  return { model, x, y, loss: nn.functional.mseLoss };
}

describe('recipes', () => {
  it.each([2, 3, 12])('%d accumulated batches are as one large batch', (k) => {
    const [a, b] = [setUp(), setUp()];
    a.loss(a.model.forward(a.x), a.y).backward();
    const size = 12 / k;
    for (let i = 0; i < k; i++) {
      const [x, y] = [b.x.narrow(0, i * size, size), b.y.narrow(0, i * size, size)];
      b.loss(b.model.forward(x), y).div(k).backward();
    }
    expectSame(
      flat([...b.model.parameters()].map((p) => p.grad!)),
      flat([...a.model.parameters()].map((p) => p.grad!)),
    );
    for (const { model } of [a, b]) new optim.Adam(model.parameters(), { lr: 0.1 }).step();
    expectSame(flat(b.model.parameters()), flat(a.model.parameters()));
  });

  it('weightDecay is the gradient of half the sum of squares', () => {
    const [a, b] = [setUp(), setUp()];
    a.loss(a.model.forward(a.x), a.y).backward();
    new optim.SGD(a.model.parameters(), { lr: 0.1, weightDecay: 0.3 }).step();
    const squares = [...b.model.parameters()].map((p) => p.square().sum()).reduce((s, t) => s.add(t));
    b.loss(b.model.forward(b.x), b.y).add(squares.mul(0.15)).backward();
    new optim.SGD(b.model.parameters(), { lr: 0.1 }).step();
    expectSame(flat(b.model.parameters()), flat(a.model.parameters()));
  });

  it('an L1 penalty moves every weight towards 0 by the same', () => {
    const { model, x, y, loss } = setUp();
    const [before, plain] = [flat(model.parameters()), flat(setUp().model.parameters())];
    expect(before).toEqual(plain);
    const penalty = [...model.parameters()].map((p) => p.abs().sum()).reduce((s, t) => s.add(t));
    loss(model.forward(x), y).mul(0).add(penalty.mul(0.01)).backward();
    new optim.SGD(model.parameters(), { lr: 1 }).step();
    expectSame(
      flat(model.parameters()),
      before.map((w) => w - 0.01 * Math.sign(w)),
    );
  });
});
