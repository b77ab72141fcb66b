/** Losses as modules: forward(input, target), some with more tensors. */
import { requireObject } from '../options.ts';
import { Tensor } from '../tensor.ts';
import {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  cosineEmbeddingLoss,
  cosineSimilarity,
  crossEntropy,
  ctcLoss,
  diceLoss,
  gaussianNllLoss,
  hingeEmbeddingLoss,
  huberLoss,
  klDiv,
  l1Loss,
  marginRankingLoss,
  mseLoss,
  multilabelMarginLoss,
  multilabelSoftMarginLoss,
  multiMarginLoss,
  nllLoss,
  pairwiseDistance,
  poissonNllLoss,
  sigmoidFocalLoss,
  smoothL1Loss,
  softMarginLoss,
  tripletMarginLoss,
  tripletMarginWithDistanceLoss,
} from './functional.ts';
import { Module } from './module.ts';

/** What most losses are: a module of input and target. */
export interface Loss extends LossOf<[input: Tensor, target: Tensor]> {
  forward(input: Tensor, target: Tensor): Tensor;
}
/** A loss of other inputs. */
export interface LossOf<Inputs extends readonly unknown[]> extends Module<Inputs> {
  forward(...inputs: Inputs): Tensor;
}

/** A module class over fn; tensors among the options become buffers, so that to() and stateDict() know them. */
/* @__NO_SIDE_EFFECTS__ */
function loss<Inputs extends readonly unknown[], Options extends object>(
  fn: (...inputsAndOptions: [...Inputs, options?: Options]) => Tensor,
): new (options?: Options) => LossOf<Inputs> {
  return class extends Module<Inputs> {
    readonly options: Options;
    private readonly tensors: string[] = [];

    constructor(options?: Options) {
      super();
      const entries = Object.entries(requireObject(this.constructor.name, options) ?? {});
      this.options = Object.fromEntries(entries.filter(([, value]) => !(value instanceof Tensor))) as Options;
      for (const [name, value] of entries) {
        if (!(value instanceof Tensor)) continue;
        this.registerBuffer(name, value);
        this.tensors.push(name);
      }
    }

    forward(...inputs: Inputs): Tensor {
      if (this.tensors.length === 0) return fn(...inputs, this.options);
      const tensors = this.tensors.map((name) => [name, (this as unknown as Record<string, Tensor>)[name]]);
      return fn(...inputs, { ...this.options, ...(Object.fromEntries(tensors) as Options) });
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
/** See functional.klDiv. */
export class KLDivLoss extends loss(klDiv) {}
/** See functional.poissonNllLoss. */
export class PoissonNLLLoss extends loss(poissonNllLoss) {}
/** forward(input, target, variance). See functional.gaussianNllLoss. */
export class GaussianNLLLoss extends loss(gaussianNllLoss) {}
/** forward(logProbs, targets, inputLengths, targetLengths). See functional.ctcLoss. */
export class CTCLoss extends loss(ctcLoss) {}
/** forward(input1, input2, target). See functional.marginRankingLoss. */
export class MarginRankingLoss extends loss(marginRankingLoss) {}
/** See functional.hingeEmbeddingLoss. */
export class HingeEmbeddingLoss extends loss(hingeEmbeddingLoss) {}
/** forward(input1, input2, target). See functional.cosineEmbeddingLoss. */
export class CosineEmbeddingLoss extends loss(cosineEmbeddingLoss) {}
/** See functional.softMarginLoss. */
export class SoftMarginLoss extends loss(softMarginLoss) {}
/** See functional.multiMarginLoss. */
export class MultiMarginLoss extends loss(multiMarginLoss) {}
/** See functional.multilabelMarginLoss. */
export class MultiLabelMarginLoss extends loss(multilabelMarginLoss) {}
/** See functional.multilabelSoftMarginLoss. */
export class MultiLabelSoftMarginLoss extends loss(multilabelSoftMarginLoss) {}
/** forward(anchor, positive, negative). See functional.tripletMarginLoss. */
export class TripletMarginLoss extends loss(tripletMarginLoss) {}
/** forward(anchor, positive, negative). See functional.tripletMarginWithDistanceLoss. */
export class TripletMarginWithDistanceLoss extends loss(tripletMarginWithDistanceLoss) {}
/** Focal loss of logits. See functional.sigmoidFocalLoss. */
export class FocalLoss extends loss(sigmoidFocalLoss) {}
/** See functional.diceLoss. */
export class DiceLoss extends loss(diceLoss) {}
/** forward(x1, x2): the distance of rows. See functional.pairwiseDistance. */
export class PairwiseDistance extends loss(pairwiseDistance) {}
/** forward(x1, x2). See functional.cosineSimilarity. */
export class CosineSimilarity extends loss(cosineSimilarity) {}
