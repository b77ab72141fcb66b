/** Weights that are normalised whenever they are used. */
import { known, requireWhole } from '../options.ts';
import { noGrad } from '../graph.ts';
import { outside, scope } from '../memory.ts';
import { clone, copy_ } from '../ops/create.ts';
import { clamp, div, mul } from '../ops/elementwise.generated.ts';
import { matmul } from '../ops/matmul.ts';
import { movedim } from '../ops/rearrange.ts';
import { sum } from '../ops/reduce.ts';
import { flatten, t } from '../ops/shape.ts';
import { norm } from '../ops/statistics.ts';
import { type Generator, randn } from '../random.ts';
import { normalizeDim } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { compute, plainParameter, slotsOf, uncompute } from './computed.ts';
import type { AnyModule } from './module.ts';
import { Parameter } from './parameter.ts';

export interface WeightNormOptions {
  /** The parameter, by its property. Default: 'weight'. */
  name?: string;
  /** Every position of this dim has a length of its own; null for one length of all. Default: 0. */
  dim?: number | null;
}

/** The norm over all dims but one, which stay with size 1; over all of them for null. */
function normExcept(v: Tensor, dim: number | null): Tensor {
  if (dim === null) return norm(v, 2);
  const kept = normalizeDim('weightNorm', dim, v.ndim);
  const others = v.shape.map((_, d) => d).filter((d) => d !== kept);
  return others.length > 0 ? norm(v, 2, others, { keepdim: true }) : v.abs();
}

/**
 * Makes a weight of a length and a direction, which are parameters of their own: weight = g · v / ‖v‖, in the state dict `weight_g` and
 * `weight_v`. Make the optimizer afterwards. Salimans & Kingma 2016, https://arxiv.org/abs/1602.07868;
 * https://pytorch.org/docs/stable/generated/torch.nn.utils.weight_norm.html
 * @throws ValueError when there is no such parameter; StateError when it is computed already
 */
export function weightNorm<M extends AnyModule>(module: M, options: WeightNormOptions = {}): M {
  const { name = 'weight', dim = 0 } = known('weightNorm', options, ['name', 'dim']);
  const weight = plainParameter('weightNorm', module, name);
  const slots = slotsOf(module);
  const [g, v] = [`${name}G`, `${name}V`];
  const length = new Parameter(noGrad(() => normExcept(weight, dim)));
  compute(module, name, {
    by: 'weightNorm',
    sources: [g, v],
    hook: null,
    value: () => scope(() => mul(slots[v]!, div(slots[g]!, normExcept(slots[v]!, dim)))),
  });
  slots[g] = length;
  slots[v] = weight;
  return module;
}

/** Takes weightNorm back: the weight becomes a parameter again, a new one. @throws StateError when there is no weightNorm */
export function removeWeightNorm<M extends AnyModule>(module: M, options: { name?: string } = {}): M {
  const { name = 'weight' } = known('removeWeightNorm', options, ['name']);
  uncompute('removeWeightNorm', 'weightNorm', module, name);
  return module;
}

export interface SpectralNormOptions {
  /** The parameter, by its property. Default: 'weight'. */
  name?: string;
  /** Steps of the power method in each forward of training. Default: 1. */
  nPowerIterations?: number;
  /** The smallest norm that is divided by. Default: 1e-12. */
  eps?: number;
  /** The dim of the outputs: the rows of the matrix. Default: 0, for transposed convolutions 1. */
  dim?: number;
  /** Where the first vectors come from. */
  generator?: Generator;
}

const unit = (x: Tensor, eps: number): Tensor => div(x, clamp(norm(x, 2), eps, null));

/**
 * Divides a weight by its largest singular value, which a step of the power method in each forward of training estimates. In the state
 * dict are `weight_orig`, `weight_u` and `weight_v`. Make the optimizer afterwards. Miyato et al. 2018, https://arxiv.org/abs/1802.05957;
 * https://pytorch.org/docs/stable/generated/torch.nn.utils.spectral_norm.html
 * @throws ValueError when there is no such parameter or nPowerIterations is no whole number from 1; StateError when it is computed already
 */
export function spectralNorm<M extends AnyModule>(module: M, options: SpectralNormOptions = {}): M {
  const {
    name = 'weight',
    nPowerIterations = 1,
    eps = 1e-12,
    dim,
    generator,
  } = known('spectralNorm', options, ['name', 'nPowerIterations', 'eps', 'dim', 'generator']);
  requireWhole('spectralNorm', 'nPowerIterations', nPowerIterations);
  const weight = plainParameter('spectralNorm', module, name);
  const slots = slotsOf(module);
  // Only transposed convolutions have one.
  const transposed = 'outputPadding' in module;
  const rows = normalizeDim('spectralNorm', dim ?? (transposed ? 1 : 0), weight.ndim);
  const [orig, uName, vName] = [`${name}Orig`, `${name}U`, `${name}V`];
  const matrix = (): Tensor => {
    const w = rows === 0 ? slots[orig]! : movedim(slots[orig]!, rows, 0);
    return w.ndim === 1 ? w.unsqueeze(1) : flatten(w, { startDim: 1 });
  };
  const iterate = (): void =>
    noGrad(() =>
      scope(() => {
        const w = matrix();
        for (let i = 0; i < nPowerIterations; i++) {
          copy_(slots[vName]!, unit(matmul(t(w), slots[uName]!), eps));
          copy_(slots[uName]!, unit(matmul(w, slots[vName]!), eps));
        }
      }),
    );
  compute(module, name, {
    by: 'spectralNorm',
    sources: [orig, uName, vName],
    hook: module.registerForwardPreHook(() => void (module.training && iterate())),
    value: () =>
      scope(() => {
        // Copies: the next forward changes the vectors, perhaps before this one's backward.
        const [u, v] = [clone(slots[uName]!), clone(slots[vName]!)];
        return div(slots[orig]!, sum(mul(u, matmul(matrix(), v))));
      }),
  });
  slots[orig] = weight;
  outside(() =>
    noGrad(() => {
      const [height, width] = matrix().shape;
      const options = { dtype: weight.dtype, generator };
      module.registerBuffer(uName, unit(randn([height!], options), eps));
      module.registerBuffer(vName, unit(randn([width!], options), eps));
    }),
  );
  return module;
}

/** Takes spectralNorm back: the weight becomes a parameter again, a new one. @throws StateError when there is no spectralNorm */
export function removeSpectralNorm<M extends AnyModule>(module: M, options: { name?: string } = {}): M {
  const { name = 'weight' } = known('removeSpectralNorm', options, ['name']);
  uncompute('removeSpectralNorm', 'spectralNorm', module, name);
  return module;
}
