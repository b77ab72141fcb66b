/** Functions with a forward and a backward of one's own. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  autograd,
  grad,
  gradcheck,
  gradgradcheck,
  memory,
  randn,
  StateError,
  type Tensor,
  tensor,
} from '../../src/index.ts';
import { clearGrad } from '../../src/autograd.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

type Context = autograd.Context;
const leaf = (values: number[], dtype: 'float32' | 'float64' = 'float32'): Tensor =>
  tensor(values, { requiresGrad: true, dtype });

class Cube extends autograd.Function {
  static forward(ctx: Context, x: Tensor): Tensor {
    ctx.saveForBackward(x);
    return x.pow(3);
  }
  static backward(ctx: Context, g: Tensor): Tensor {
    return ctx.savedTensors[0]!.square().mul(3).mul(g);
  }
}

/** Quotient and remainder, of which only the first has a gradient; the divisor is a plain number. */
class Divide extends autograd.Function {
  static forward(ctx: Context, x: Tensor, by: number): { quotient: Tensor; remainder: Tensor } {
    const [quotient, remainder] = [x.div(by), x.remainder(by)];
    ctx.by = by;
    ctx.markNonDifferentiable(remainder);
    return { quotient, remainder };
  }
  static backward(ctx: Context, g: Tensor): (Tensor | null)[] {
    return [g.div(ctx.by as number), null];
  }
}

const seen: (string | null)[] = [];
class Split extends autograd.Function {
  static forward(ctx: Context, x: Tensor, materialize: boolean): Tensor[] {
    ctx.setMaterializeGrads(materialize);
    return [x.mul(2), x.mul(3)];
  }
  static backward(_: Context, a: Tensor | null, b: Tensor | null): (Tensor | null)[] {
    if (seen.length < 6) seen.push(a && String(a.toArray()), b && String(b.toArray()));
    const parts = [a?.mul(2), b?.mul(3)].filter((g) => g !== undefined);
    return [parts.reduce((sum, g) => sum.add(g)), null];
  }
}

describe.each([...backends, reference])('%s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('has the gradient that backward gives, to the second derivative', () => {
    const x = leaf([1, -2, 3], 'float64');
    expect(gradcheck((y) => Cube.apply(y), [x])).toBe(true);
    expect(gradgradcheck((y) => Cube.apply(y), [x])).toBe(true);
    const y = Cube.apply(x);
    expect(y.gradFn!.toString()).toBe('<Cube>');
    y.sum().backward();
    expect(x.grad!.toArray()).toEqual([3, 12, 27]);
  });

  it('gives several outputs and takes arguments that are no tensors', () => {
    const x = leaf([5, 7]);
    const { quotient, remainder } = Divide.apply(x, 4);
    expect(remainder.toArray()).toEqual([1, 3]);
    expect(remainder.requiresGrad).toBe(false);
    quotient.sum().backward();
    expect(x.grad!.toArray()).toEqual([0.25, 0.25]);
  });

  it('sums what several outputs send back, and gives zeros or null for those not used', () => {
    seen.length = 0;
    const x = leaf([1, 1]);
    const [a, b] = Split.apply(x, true);
    a!.sum().add(b!.mul(10).sum()).backward();
    expect(x.grad!.toArray()).toEqual([32, 32]);
    Split.apply(x, true)[1]!.sum().backward();
    Split.apply(x, false)[1]!.sum().backward();
    expect(seen).toEqual(['1,1', '10,10', '0,0', '1,1', null, '1,1']);
    expect(x.grad!.toArray()).toEqual([38, 38]);
  });

  it('notices that a saved value was changed', () => {
    const x = leaf([2]);
    const h = x.mul(1);
    const y = Cube.apply(h);
    h.detach().fill_(5);
    expect(() => y.sum().backward()).toThrow(/Cube/);
  });

  it('refuses gradients that do not fit, and says which', () => {
    class Wrong extends autograd.Function {
      static forward(_: Context, x: Tensor, how: string): Tensor {
        void how;
        return x.mul(1);
      }
      static backward(_: Context, g: Tensor): (Tensor | null)[] {
        return [g.sum().expand([3]), null];
      }
    }
    const x = leaf([1, 2]);
    expect(() => Wrong.apply(x, '').sum().backward()).toThrow(
      'Wrong.backward: the gradient of argument 0 has shape [3], the argument [2]',
    );
    class Few extends autograd.Function {
      static forward(_: Context, a: Tensor, b: Tensor): Tensor {
        return a.mul(b);
      }
      static backward(_: Context, g: Tensor): Tensor {
        return g;
      }
    }
    expect(() => Few.apply(x, x).sum().backward()).toThrow(
      'Few.backward: gave 1 gradients for 2 arguments. Return one for each, null where there is none.',
    );
  });

  it('refuses a forward that changes its input', () => {
    class InPlace extends autograd.Function {
      static forward(_: Context, x: Tensor): Tensor {
        return x.detach().mul_(2);
      }
      static backward(_: Context, g: Tensor): Tensor {
        return g;
      }
    }
    expect(() => InPlace.apply(leaf([1]))).toThrow('InPlace.forward: changed argument 0 in place. Work on a clone()');
  });

  it('onceDifferentiable gives a gradient and no second one', () => {
    class Once extends autograd.Function {
      static forward(ctx: Context, x: Tensor): Tensor {
        ctx.saveForBackward(x);
        return x.square();
      }
      static backward = autograd.onceDifferentiable((ctx: Context, g: Tensor) => ctx.savedTensors[0]!.mul(2).mul(g));
    }
    const x = leaf([3]);
    const [g] = grad(Once.apply(x), [x], { createGraph: true }) as [Tensor];
    expect(g.item()).toBe(6);
    expect(() => g.backward()).toThrow(StateError);
  });

  it('keeps memory flat over thousands of steps', () => {
    const x = randn([64, 64]).requiresGrad_();
    const step = (): void => {
      const [a, b] = Split.apply(Cube.apply(x), false);
      a!.add(b!).mean().backward();
      clearGrad(x);
    };
    for (let i = 0; i < 50; i++) step();
    const before = memory();
    for (let i = 0; i < 2000; i++) step();
    const after = memory();
    // One tensor of 16 KiB kept per step would be 32 MB.
    expect(after.bytesLive - before.bytesLive).toBeLessThan(1e6);
    expect(after.bytesPooled - before.bytesPooled).toBeLessThan(1e6);
  });
});
