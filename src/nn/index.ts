/** Layers, losses and models: `nn`. */
export * as functional from './functional.ts';
export * as init from './init.ts';
export * as utils from './utils.ts';
export { type AnyModule, type LoadResult, Module, type StateDict } from './module.ts';
export type { BackwardHook, ForwardHook, ForwardPreHook } from './moduleHooks.ts';
export { Parameter, UninitializedParameter } from './parameter.ts';
export {
  type AnySequential,
  ModuleDict,
  ModuleList,
  ParameterDict,
  ParameterList,
  Sequential,
  type SequentialConstructor,
} from './containers.ts';
export { Embedding, EmbeddingBag, type TableOptions } from './sparse.ts';
export { summary, type Summary, type SummaryOptions, type SummaryRow } from './summary.ts';
export { type Lazy, lazily, LazyLinear } from './lazy.ts';
export { PReLU, type PReLUOptions } from './prelu.ts';
export {
  Conv1d,
  Conv2d,
  Conv3d,
  type ConvLayerOptions,
  ConvTranspose1d,
  ConvTranspose2d,
  ConvTranspose3d,
  type ConvTransposeLayerOptions,
  type PaddingMode,
} from './conv.ts';
export * from './frames.ts';
export * from './lazyConv.ts';
export * from './pool.ts';
export {
  AlphaDropout,
  Bilinear,
  Dropout,
  Dropout1d,
  Dropout2d,
  Dropout3d,
  FeatureAlphaDropout,
  Linear,
  type LinearOptions,
  RReLU,
} from './layers.ts';
export {
  GRU,
  LSTM,
  type LSTMOptions,
  type LSTMResult,
  type RecurrentOptions,
  type RecurrentResult,
  RNN,
  type RNNOptions,
} from './recurrent.ts';
export { type CellOptions, GRUCell, LSTMCell, RNNCell } from './recurrentCells.ts';
export {
  CELU,
  ELU,
  Flatten,
  GELU,
  GLU,
  Hardshrink,
  Hardsigmoid,
  Hardswish,
  Hardtanh,
  Identity,
  LeakyReLU,
  LogSigmoid,
  LogSoftmax,
  Mish,
  ReLU,
  ReLU6,
  SELU,
  Sigmoid,
  SiLU,
  Softmax,
  Softmax2d,
  Softmin,
  Softplus,
  Softshrink,
  Softsign,
  Tanh,
  Unflatten,
  Tanhshrink,
  Threshold,
} from './stateless.ts';
export {
  BatchNorm1d,
  BatchNorm2d,
  BatchNorm3d,
  GroupNorm,
  InstanceNorm1d,
  InstanceNorm2d,
  InstanceNorm3d,
  LayerNorm,
  type LayerNormOptions,
  LocalResponseNorm,
  RMSNorm,
  type RMSNormOptions,
  type RunningNormOptions,
} from './normLayers.ts';
export {
  BCELoss,
  BCEWithLogitsLoss,
  CosineEmbeddingLoss,
  CosineSimilarity,
  CrossEntropyLoss,
  CTCLoss,
  DiceLoss,
  FocalLoss,
  GaussianNLLLoss,
  HingeEmbeddingLoss,
  HuberLoss,
  KLDivLoss,
  L1Loss,
  type Loss,
  type LossOf,
  MarginRankingLoss,
  MSELoss,
  MultiLabelMarginLoss,
  MultiLabelSoftMarginLoss,
  MultiMarginLoss,
  NLLLoss,
  PairwiseDistance,
  PoissonNLLLoss,
  SmoothL1Loss,
  SoftMarginLoss,
  TripletMarginLoss,
  TripletMarginWithDistanceLoss,
} from './lossModules.ts';
export {
  type AttentionResult,
  MultiheadAttention,
  type MultiheadAttentionForwardOptions,
  type MultiheadAttentionOptions,
} from './attention.ts';
export { KVCache, type KVCacheOptions } from './kvCache.ts';
export { LearnedPositions, RotaryEmbedding, SinusoidalPositions } from './positions.ts';
export {
  type StackOptions,
  Transformer,
  type TransformerActivation,
  TransformerDecoder,
  TransformerDecoderLayer,
  TransformerEncoder,
  TransformerEncoderLayer,
  type TransformerForwardOptions,
  type TransformerLayerOptions,
  type TransformerOptions,
} from './transformer.ts';
