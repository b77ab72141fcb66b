/** The public API that Node and browsers share. */
import './methods.ts';

export { Tensor, type NestedArray } from './tensor.ts';
export type { DType, FloatDType, IntegerDType, Promote, TypedArray, TypedArrays } from './dtype.ts';
export { promoteTypes, resultType } from './dtype.ts';
export * from './errors.ts';
export { backward, grad, type BackwardOptions } from './autograd.ts';
export * as autograd from './autograd/index.ts';
export { gradcheck, gradgradcheck, type GradcheckOptions } from './gradcheck.ts';
export { enableGrad, noGrad, gradEnabled as isGradEnabled } from './graph.ts';
export type { HookHandle } from './hooks.ts';
export { memory, type MemoryStats } from './memory.ts';
export { setPrintOptions, type PrintOptions } from './printing.ts';
export { Generator, manualSeed, normal, rand, randint, randn, randperm, type RandomOptions } from './random.ts';
export { backendInfo, setNumThreads, type BackendInfo, type InitOptions } from './backend/select.ts';
export type { BackendName } from './backend/backend.ts';
export type { Build } from './backend/wasm/features.ts';
export {
  arange,
  clone,
  contiguous,
  empty,
  emptyLike,
  eye,
  full,
  fullLike,
  linspace,
  ones,
  onesLike,
  tensor,
  zeros,
  zerosLike,
  type NestedData,
  type TensorOptions,
} from './ops/create.ts';
export * from './ops/bitwise.ts';
export { cdist } from './ops/cdist.ts';
export * from './ops/diagonal.ts';
export { bernoulli, multinomial, randintLike, randLike, randnLike, type DrawOptions } from './ops/draws.ts';
export { einsum } from './ops/einsum.ts';
export * from './ops/elementwise.generated.ts';
export { index, indexPut, indexPut_, slice, type Index, type Slice } from './ops/advanced.ts';
export { gather, indexSelect, oneHot, take, takeAlongDim } from './ops/indexing.ts';
export * from './ops/masks.ts';
export * from './ops/scatter.ts';
export * from './ops/grids.ts';
export { matmul } from './ops/matmul.ts';
export * from './ops/products.ts';
export * from './ops/pointwise.ts';
export { pad, type PadMode, type PadOptions } from './ops/pad.ts';
export * from './ops/parts.ts';
export {
  atleast1d,
  atleast2d,
  atleast3d,
  broadcastTensors,
  dstack,
  flip,
  fliplr,
  flipud,
  hstack,
  movedim,
  repeat,
  repeatInterleave,
  roll,
  rot90,
  tile,
  unflatten,
  unfold,
  vstack,
} from './ops/rearrange.ts';
export * from './ops/reduce.ts';
export { cummax, cummin, cumprod, cumsum, logcumsumexp } from './ops/scan.ts';
export {
  broadcastTo,
  cat,
  expand,
  flatten,
  narrow,
  permute,
  reshape,
  select,
  squeeze,
  stack,
  t,
  transpose,
  unsqueeze,
} from './ops/shape.ts';
export { logSoftmax, softmax } from './ops/softmax.ts';
export * from './ops/statistics.ts';
export * from './ops/sorting.ts';
export * from './ops/counting.ts';
export * as linalg from './linalg/index.ts';
export { triangularSolve } from './linalg/solve.ts';
export * as nn from './nn/index.ts';
export * as optim from './optim/index.ts';
export * as data from './data/index.ts';
export * as metrics from './metrics/index.ts';
