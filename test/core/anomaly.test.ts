/** The search for NaN in gradients, and hooks that run after leaves got theirs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { autograd, StateError, type Tensor, tensor } from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';

const leaf = (values: number[]): Tensor => tensor(values, { requiresGrad: true });
const messageOf = (fn: () => void): string => {
  try {
    fn();
  } catch (error) {
    expect(error).toBeInstanceOf(StateError);
    return (error as Error).message;
  }
  return 'no error';
};

describe.each([...backends, reference])('%s', (backend) => {
  beforeEach(() => useBackend(backend));
  afterEach(() => autograd.setDetectAnomaly(false));

  it('names the op whose backward gave NaN, and where it was called', () => {
    const x = leaf([0, 4]);
    // 0 · ∞ in the gradient of sqrt at 0.
    const loss = (): Tensor =>
      x
        .sqrt()
        .mul(tensor([0, 1]))
        .sum();
    loss().backward();
    expect(x.grad!.toArray()).toEqual([NaN, 0.25]);
    const message = messageOf(() => autograd.detectAnomaly(() => loss().backward()));
    expect(message).toContain('backward: sqrt [2] gave a gradient with NaN to its input 0 (detectAnomaly).');
    expect(message).toContain('anomaly.test.ts');
    loss().backward(); // off again
  });

  it('says when a NaN came from outside, and is silent where there is none', () => {
    const x = leaf([1, 2]);
    autograd.detectAnomaly(() => x.sqrt().sum().backward());
    const message = messageOf(() => autograd.detectAnomaly(() => x.sqrt().backward(tensor([1, NaN]))));
    expect(message).toContain('was given has NaN');
  });

  it('knows no place for what was recorded before', () => {
    const y = leaf([0]).sqrt().mul(0);
    autograd.setDetectAnomaly(true);
    expect(messageOf(() => y.backward())).toContain('where is not known');
  });

  it('refuses a promise', () => {
    expect(() => autograd.detectAnomaly(() => Promise.resolve(1))).toThrow(StateError);
  });

  it('hooks after a grad was added to run for leaves only, in order, until removed', () => {
    const x = leaf([1, 2]);
    const seen: string[] = [];
    x.registerPostAccumulateGradHook((p) => void seen.push(`a${String(p.grad!.toArray())}`));
    const second = x.registerPostAccumulateGradHook((p) => {
      seen.push('b');
      p.grad = null;
    });
    x.mul(3).sum().backward();
    expect(seen).toEqual(['a3,3', 'b']);
    expect(x.grad).toBe(null);
    second.remove();
    x.mul(3).sum().backward();
    x.mul(3).sum().backward();
    expect(seen).toEqual(['a3,3', 'b', 'a3,3', 'a6,6']);
    expect(() => x.mul(2).registerPostAccumulateGradHook(() => {})).toThrow(
      'registerPostAccumulateGradHook: takes a leaf that requires a gradient, not the result of mul.',
    );
  });

  it('one function registered twice runs twice', () => {
    const x = leaf([1]);
    const double = (g: Tensor): Tensor => g.mul(2);
    const handles = [x.registerHook(double), x.registerHook(double)];
    x.mul(1).sum().backward();
    expect(x.grad!.item()).toBe(4);
    handles[0]!.remove();
    x.mul(1).sum().backward();
    expect(x.grad!.item()).toBe(6);
  });
});
