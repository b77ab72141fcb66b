/** Modules that learn the sizes of their parameters from the first input. */
import { requireObject } from '../options.ts';
import type { Shape } from '../shape.ts';
import { noGrad } from '../graph.ts';
import { outside } from '../memory.ts';
import { empty } from '../ops/create.ts';
import type { Generator } from '../random.ts';
import { Linear, type LinearOptions } from './layers.ts';
import type { Module } from './module.ts';
import { Parameter, UninitializedParameter } from './parameter.ts';

/** What lazily makes lazy. */
export interface Lazy<Inputs extends readonly unknown[]> extends Module<Inputs, unknown> {
  /** Draws starting values, once the parameters are there. */
  resetParameters(generator?: Generator): void;
}

/**
 * Makes a module lazy: the parameters that `shapes` names have none until the first forward, which tells. Meant for constructors,
 * after that of the class which the module is when it is lazy no more:
 *
 *     class LazyLinear extends nn.Linear {
 *       constructor(outFeatures: number, options: nn.LinearOptions = {}) {
 *         super(0, outFeatures, options);
 *         nn.lazily(this, ['weight'], ([x]) => {
 *           this.inFeatures = x.shape.at(-1)!;
 *           return { weight: [outFeatures, this.inFeatures] };
 *         }, options);
 *       }
 *     }
 *
 * Until then, what reads those parameters, stateDict() and optimizers among them, throws a StateError that says what to do.
 * to(), train(), requiresGrad_() and the like may come before. https://pytorch.org/docs/stable/generated/torch.nn.modules.lazy.LazyModuleMixin.html
 * @param names of the properties; those that are null stay so
 * @param shapes sets the sizes that the module keeps, and gives the parameters' shapes
 */
export function lazily<Inputs extends readonly unknown[], Name extends string>(
  module: Lazy<Inputs> & Record<Name, Parameter | null>,
  names: readonly Name[],
  shapes: (inputs: Inputs) => Record<Name, Shape>,
  options: { generator?: Generator } = {},
): void {
  const { generator } = requireObject('lazily', options);
  const slots = module as Record<Name, Parameter | null>;
  const own = names.filter((name) => slots[name] !== null);
  for (const name of own) {
    const { dtype, requiresGrad } = slots[name]!;
    slots[name] = new UninitializedParameter(`${module.constructor.name}.${name}`, dtype, requiresGrad);
  }
  const handle = module.registerForwardPreHook((_, inputs) => {
    const found = shapes(inputs);
    // Whoever calls the forward, the parameters are the module's.
    outside(() =>
      noGrad(() => {
        for (const name of own) {
          const { dtype, requiresGrad } = slots[name]!;
          slots[name] = new Parameter(empty(found[name], { dtype }), requiresGrad);
        }
        module.resetParameters(generator);
      }),
    );
    handle.remove();
  });
}

/**
 * Linear whose inFeatures is the last dim of its first input.
 * https://pytorch.org/docs/stable/generated/torch.nn.LazyLinear.html
 */
export class LazyLinear extends Linear {
  constructor(outFeatures: number, options: LinearOptions = {}) {
    super(0, outFeatures, options);
    lazily(
      this,
      ['weight', 'bias'],
      ([x]) => {
        this.inFeatures = x.shape.at(-1) ?? 0;
        return { weight: [outFeatures, this.inFeatures], bias: [outFeatures] };
      },
      options,
    );
  }
}
