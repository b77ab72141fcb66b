/** Gradients against difference quotients. */
import { known } from './options.ts';
import { grad } from './autograd.ts';
import { isFloat } from './dtype.ts';
import { DTypeError, StateError } from './errors.ts';
import { noGrad } from './graph.ts';
import { tensor } from './ops/create.ts';
import { copyInto } from './ops/elementwise.ts';
import { cat, flatten } from './ops/shape.ts';
import type { Tensor } from './tensor.ts';

/** One weight per output element, so that no two errors cancel. */
const weightsFor = (out: Tensor): Float64Array =>
  Float64Array.from({ length: out.length }, (_, i) => Math.sin(1 + i) + 1.5);

export interface GradcheckOptions {
  /** The step of the central difference. */
  eps?: number;
  atol?: number;
  rtol?: number;
}

/**
 * Compares the gradients of fn with central differences, for every element of every input that requires a gradient.
 * https://pytorch.org/docs/stable/generated/torch.autograd.gradcheck.gradcheck.html
 * @param inputs float64 tensors; those with requiresGrad are checked
 * @throws DTypeError for other dtypes; StateError that names the first element that differs
 */
export function gradcheck(
  fn: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  options: GradcheckOptions = {},
): true {
  const { eps = 1e-6, atol = 1e-5, rtol = 1e-3 } = known('gradcheck', options, ['eps', 'atol', 'rtol']);
  const checked = inputs.filter((x) => x.requiresGrad);
  if (checked.length === 0)
    throw new StateError('gradcheck: no input requires a gradient. Call requiresGrad_() on one.');
  for (const x of checked)
    if (x.dtype !== 'float64')
      throw new DTypeError(
        `gradcheck: an input is ${x.dtype}; differences need float64. Convert with x.to('float64').`,
      );
  const out = fn(...inputs);
  if (!isFloat(out.dtype)) throw new DTypeError(`gradcheck: the output is ${out.dtype}, which has no gradient.`);
  const w = weightsFor(out);
  const weights = tensor(w, { shape: out.shape, dtype: out.dtype });
  const analytic = grad(out, checked, { gradOutputs: [weights] }).map((g) => g.toTypedArray());
  const weighted = (): number => {
    const y = fn(...inputs).toTypedArray();
    let total = 0;
    for (let i = 0; i < y.length; i++) total += y[i]! * w[i]!;
    return total;
  };
  checked.forEach((x, which) => {
    const source = x.toTypedArray() as Float64Array;
    const set = (values: Float64Array): void => noGrad(() => copyInto(x, tensor(values, { shape: x.shape })));
    source.forEach((value, i) => {
      const [up, down] = [eps, -eps].map((d) => {
        const moved = source.slice();
        moved[i] = value + d;
        set(moved);
        return weighted();
      }) as [number, number];
      set(source);
      const numeric = (up - down) / (2 * eps);
      const got = analytic[which]![i]!;
      if (!(Math.abs(got - numeric) <= atol + rtol * Math.abs(numeric))) {
        throw new StateError(
          `gradcheck: input ${inputs.indexOf(x)}, element ${i}: the gradient is ${got}, the difference quotient ${numeric}.`,
        );
      }
    });
  });
  return true;
}

/**
 * Compares second derivatives with central differences of first ones: gradcheck of fn's gradients, by its inputs and by the gradient
 * of its output. https://pytorch.org/docs/stable/generated/torch.autograd.gradcheck.gradgradcheck.html
 * @param inputs float64 tensors; those with requiresGrad are checked
 * @throws DTypeError for other dtypes; StateError that names the first element that differs
 */
export function gradgradcheck(
  fn: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  options: GradcheckOptions = {},
): true {
  const leaves = inputs.filter((x) => x.requiresGrad);
  const out = noGrad(() => fn(...inputs));
  const g = tensor(weightsFor(out), { shape: out.shape, dtype: out.dtype, requiresGrad: true });
  const first = (...all: Tensor[]): Tensor => {
    const given = all[inputs.length]!;
    const grads = grad(fn(...all.slice(0, -1)), leaves, { gradOutputs: [given], createGraph: true });
    // The inputs themselves are appended so that each takes part even where the first derivative is constant.
    return cat([...grads, ...leaves, given].map((x) => flatten(x)));
  };
  return gradcheck(first, [...inputs, g], options);
}
