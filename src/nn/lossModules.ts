/** Losses as modules: forward(input, target). */
import { Tensor } from '../tensor.ts';
import {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  crossEntropy,
  huberLoss,
  l1Loss,
  mseLoss,
  nllLoss,
  smoothL1Loss,
} from './functional.ts';
import { Module } from './module.ts';

/** What all losses are: a module of input and target. */
export interface Loss extends Module<[input: Tensor, target: Tensor]> {
  forward(input: Tensor, target: Tensor): Tensor;
}

/** A module class over fn; tensors among the options become buffers, so that to() and stateDict() know them. */
/* @__NO_SIDE_EFFECTS__ */
function loss<Options extends object>(
  fn: (input: Tensor, target: Tensor, options?: Options) => Tensor,
): new (options?: Options) => Loss {
  return class extends Module<[input: Tensor, target: Tensor]> {
    readonly options: Options;
    readonly #tensors: string[] = [];

    constructor(options?: Options) {
      super();
      const entries = Object.entries(options ?? {});
      this.options = Object.fromEntries(entries.filter(([, value]) => !(value instanceof Tensor))) as Options;
      for (const [name, value] of entries) {
        if (!(value instanceof Tensor)) continue;
        this.registerBuffer(name, value);
        this.#tensors.push(name);
      }
    }

    forward(input: Tensor, target: Tensor): Tensor {
      if (this.#tensors.length === 0) return fn(input, target, this.options);
      const tensors = this.#tensors.map((name) => [name, (this as unknown as Record<string, Tensor>)[name]]);
      return fn(input, target, { ...this.options, ...(Object.fromEntries(tensors) as Options) });
    }
  };
}

/** See functional.mseLoss. */
export class MSELoss extends loss(mseLoss) {}
/** The mean absolute error. See functional.l1Loss. */
export class L1Loss extends loss(l1Loss) {}
/** See functional.smoothL1Loss. */
export class SmoothL1Loss extends loss(smoothL1Loss) {}
/** See functional.huberLoss. */
export class HuberLoss extends loss(huberLoss) {}
/** See functional.crossEntropy. */
export class CrossEntropyLoss extends loss(crossEntropy) {}
/** See functional.nllLoss. */
export class NLLLoss extends loss(nllLoss) {}
/** See functional.binaryCrossEntropy. */
export class BCELoss extends loss(binaryCrossEntropy) {}
/** See functional.binaryCrossEntropyWithLogits. */
export class BCEWithLogitsLoss extends loss(binaryCrossEntropyWithLogits) {}
