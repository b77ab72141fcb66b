/** What is done with gradients between backward() and step(), with all parameters at once, and with the weights of layers. */
import { show, ShapeError, StateError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import * as opcode from '../kernels/opcodes.generated.ts';
import { scope } from '../memory.ts';
import { cast, copy_, tensor } from '../ops/create.ts';
import { runElementwise } from '../ops/elementwise.ts';
import { abs, clamp, div, pow } from '../ops/elementwise.generated.ts';
import { amax, sum } from '../ops/reduce.ts';
import { cat, flatten, narrow, reshape, stack } from '../ops/shape.ts';
import { known } from '../options.ts';
import type { Tensor } from '../tensor.ts';

export * as prune from './prune.ts';
export {
  removeSpectralNorm,
  removeWeightNorm,
  spectralNorm,
  type SpectralNormOptions,
  weightNorm,
  type WeightNormOptions,
} from './weightNorms.ts';
export * as rnn from './packed.ts';

const gradientsOf = (parameters: Tensor | Iterable<Tensor>): Tensor[] => {
  const list = Symbol.iterator in parameters ? [...parameters] : [parameters];
  return list.map((p) => p.grad).filter((g) => g !== null);
};

/**
 * Scales gradients in place so that their norm, all taken as one vector, is at most maxNorm. Returns the norm before, float64.
 * Pascanu et al. 2013; https://pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_norm_.html
 * @param options.normType the p of the norm, Infinity for the largest value; default 2
 * @param options.errorIfNonfinite throw instead of scaling by NaN or 0; default false
 * @throws ValueError unless maxNorm ≥ 0 and normType > 0; StateError for a norm that is not finite, when asked for
 */
export function clipGradNorm_(
  parameters: Tensor | Iterable<Tensor>,
  maxNorm: number,
  options: { normType?: number; errorIfNonfinite?: boolean } = {},
): Tensor {
  const { normType = 2, errorIfNonfinite = false } = known('clipGradNorm_', options, ['normType', 'errorIfNonfinite']);
  if (!(maxNorm >= 0)) throw new ValueError(`clipGradNorm_: maxNorm must be ≥ 0, got ${maxNorm}.`);
  if (!(normType > 0)) throw new ValueError(`clipGradNorm_: normType must be > 0, got ${normType}.`);
  const grads = gradientsOf(parameters);
  if (grads.length === 0) return tensor(0, { dtype: 'float64' });
  return noGrad(() =>
    scope(() => {
      const norm = totalNorm(grads, normType);
      if (errorIfNonfinite && !Number.isFinite(norm.item())) {
        throw new StateError(
          `clipGradNorm_: the norm of the gradients is ${norm.item()}. Look for NaN or infinities in the loss.`,
        );
      }
      const factor = clamp(div(maxNorm, norm.add(1e-6)), null, 1);
      for (const g of grads) inPlace('clipGradNorm_', opcode.mul, g, [g, factor]);
      return norm;
    }),
  );
}

function totalNorm(grads: readonly Tensor[], p: number): Tensor {
  if (p === Infinity) return amax(stack(grads.map((g) => cast(g.length > 0 ? amax(abs(g)) : sum(g), 'float64'))));
  const powers = grads.map((g) => sum(p === 2 ? g.square() : pow(abs(g), p), null, { dtype: 'float64' }));
  return pow(sum(stack(powers)), 1 / p);
}

/**
 * Limits every element of the gradients to [−clipValue, clipValue], in place.
 * https://pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_value_.html
 * @throws ValueError unless clipValue ≥ 0
 */
export function clipGradValue_(parameters: Tensor | Iterable<Tensor>, clipValue: number): void {
  if (!(clipValue >= 0)) throw new ValueError(`clipGradValue_: clipValue must be ≥ 0, got ${clipValue}.`);
  for (const g of gradientsOf(parameters)) inPlace('clipGradValue_', opcode.clamp, g, [g, -clipValue, clipValue]);
}

function inPlace(op: string, code: number, g: Tensor, args: (Tensor | number)[]): void {
  runElementwise(op, code, g.dtype, g, args);
  g.storage.version++;
}

/**
 * All parameters as one vector, in their order; differentiable.
 * https://pytorch.org/docs/stable/generated/torch.nn.utils.parameters_to_vector.html @throws ValueError when there are none
 */
export function parametersToVector(parameters: Iterable<Tensor>): Tensor {
  const list = [...parameters];
  if (list.length === 0) throw new ValueError('parametersToVector: there are no parameters.');
  return cat(list.map((p) => flatten(p)));
}

/**
 * Copies the parts of a vector into parameters. https://pytorch.org/docs/stable/generated/torch.nn.utils.vector_to_parameters.html
 * @throws ShapeError unless the vector has as many elements as all parameters
 */
export function vectorToParameters(vector: Tensor, parameters: Iterable<Tensor>): void {
  const list = [...parameters];
  const total = list.reduce((n, p) => n + p.length, 0);
  if (vector.ndim !== 1 || vector.length !== total)
    throw new ShapeError(
      `vectorToParameters: the vector must be [${total}], as long as all parameters, not ${show(vector.shape)}.`,
    );
  noGrad(() => {
    let at = 0;
    for (const p of list) {
      copy_(p, reshape(narrow(vector, 0, at, p.length), p.shape));
      at += p.length;
    }
  });
}
