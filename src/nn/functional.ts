/** Stateless layers and losses: `nn.functional`. */
import { floatTypes, requireDType } from '../dtype.ts';
import { ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { empty_ } from '../ops/elementwise.ts';
import { le, leakyRelu, mul, where } from '../ops/elementwise.generated.ts';
import { known } from '../options.ts';
import { fillRandom, type Generator } from '../random.ts';
import type { Tensor } from '../tensor.ts';

export {
  gelu,
  type GeluOptions,
  glu,
  gumbelSoftmax,
  type GumbelSoftmaxOptions,
  hardshrink,
  prelu,
  relu6,
  softmin,
  softshrink,
  tanhshrink,
  threshold,
} from './activations.ts';
export {
  celu,
  elu,
  hardsigmoid,
  hardswish,
  hardtanh,
  leakyRelu,
  logSigmoid,
  mish,
  relu,
  selu,
  sigmoid,
  silu,
  softplus,
  softsign,
  tanh,
} from '../ops/elementwise.generated.ts';
export {
  type BagMode,
  type Bags,
  bilinear,
  embedding,
  embeddingBag,
  type EmbeddingBagOptions,
  type EmbeddingOptions,
} from './embedding.ts';
export { type AttentionOptions, scaledDotProductAttention } from '../ops/attention.ts';
export { oneHot } from '../ops/indexing.ts';
export { pad, type PadMode, type PadOptions } from '../ops/pad.ts';
export { linear } from '../ops/matmul.ts';
export { logSoftmax, softmax } from '../ops/softmax.ts';
export {
  conv1d,
  conv2d,
  conv3d,
  type ConvOptions,
  convTranspose1d,
  convTranspose2d,
  convTranspose3d,
  type ConvTransposeOptions,
} from './convolution.ts';
export { interpolate, type InterpolateMode, type InterpolateOptions } from './interpolate.ts';
export * from './pooling.ts';
export {
  affineGrid,
  gridSample,
  type GridPaddingMode,
  type GridSampleMode,
  type GridSampleOptions,
} from './sampling.ts';
export { channelShuffle, fold, pixelShuffle, pixelUnshuffle, unfold, type UnfoldOptions } from './shuffle.ts';
export { alibiBias, rotaryEmbedding, type RotaryOptions, sinusoidalPositions } from './positions.ts';
export {
  alphaDropout,
  dropout,
  dropout1d,
  dropout2d,
  dropout3d,
  type DropoutOptions,
  featureAlphaDropout,
} from './dropout.ts';
export { crossEntropy, type CrossEntropyOptions, nllLoss, type NLLLossOptions } from './crossEntropy.ts';
export { ctcLoss, type CTCLossOptions } from './ctc.ts';
export {
  cosineSimilarity,
  type CosineSimilarityOptions,
  pairwiseDistance,
  type PairwiseDistanceOptions,
} from './distances.ts';
export {
  cosineEmbeddingLoss,
  hingeEmbeddingLoss,
  type MarginLossOptions,
  marginRankingLoss,
  multilabelMarginLoss,
  multilabelSoftMarginLoss,
  type MultiMarginLossOptions,
  multiMarginLoss,
  softMarginLoss,
  tripletMarginLoss,
  type TripletMarginLossOptions,
  tripletMarginWithDistanceLoss,
  type TripletMarginWithDistanceLossOptions,
} from './marginLosses.ts';
export {
  diceLoss,
  type DiceLossOptions,
  gaussianNllLoss,
  type GaussianNLLLossOptions,
  klDiv,
  type KLDivOptions,
  poissonNllLoss,
  type PoissonNLLLossOptions,
  sigmoidFocalLoss,
  type SigmoidFocalLossOptions,
} from './distributionLosses.ts';
export {
  batchNorm,
  type BatchNormOptions,
  groupNorm,
  instanceNorm,
  type InstanceNormOptions,
  layerNorm,
  localResponseNorm,
  type LocalResponseNormOptions,
  normalize,
  type NormalizeOptions,
  rmsNorm,
} from './normalization.ts';
export {
  binaryCrossEntropy,
  type BinaryCrossEntropyOptions,
  binaryCrossEntropyWithLogits,
  type BinaryCrossEntropyWithLogitsOptions,
  huberLoss,
  type HuberLossOptions,
  l1Loss,
  type LossOptions,
  mseLoss,
  type Reduction,
  smoothL1Loss,
  type SmoothL1LossOptions,
} from './losses.ts';

export interface RReLUOptions {
  /** The smallest slope. Default: 1/8. */
  lower?: number;
  /** The largest slope. Default: 1/3. */
  upper?: number;
  /** Draws slopes when true, else all are the mean. Default: false. */
  training?: boolean;
  generator?: Generator;
}

/** @throws ValueError unless lower ≤ upper */
export function checkSlopes(op: string, lower: number, upper: number): void {
  if (!(lower <= upper)) throw new ValueError(`${op}: lower (${lower}) must not be above upper (${upper}).`);
}

/**
 * x where positive, else x times a random slope in [lower, upper), each element its own. Xu et al. 2015,
 * https://arxiv.org/abs/1505.00853
 * @throws ValueError unless lower ≤ upper; DTypeError unless x is float
 */
export function rrelu(x: Tensor, options: RReLUOptions = {}): Tensor {
  const {
    lower = 1 / 8,
    upper = 1 / 3,
    training = false,
    generator,
  } = known('rrelu', options, ['lower', 'upper', 'training', 'generator']);
  checkSlopes('rrelu', lower, upper);
  requireDType('rrelu', 'the input', x, floatTypes);
  if (!training) return leakyRelu(x, { negativeSlope: (lower + upper) / 2 });
  return scope(() => {
    const slopes = noGrad(() => {
      const drawn = fillRandom(empty_(x.shape, x.dtype, false), 'uniform', lower, upper, generator);
      return where(le(x, 0), drawn, 1);
    });
    return mul(x, slopes);
  });
}
