/** Every op is a method too: what takes a tensor first is put on Tensor here, and nowhere else. */
import { backward } from './autograd.ts';
import { registerHook, registerPostAccumulateGradHook, retainGrad } from './hooks.ts';
import { cdist } from './ops/cdist.ts';
import * as bitwise from './ops/bitwise.ts';
import * as countings from './ops/counting.ts';
import * as creation from './ops/create.ts';
import * as diagonals from './ops/diagonal.ts';
import * as elementwise from './ops/elementwise.generated.ts';
import * as matrices from './linalg/index.ts';
import { triangularSolve } from './linalg/solve.ts';
import { gather, indexSelect, oneHot, take, takeAlongDim } from './ops/indexing.ts';
import { index, indexPut, indexPut_ } from './ops/advanced.ts';
import * as masks from './ops/masks.ts';
import { bernoulli, multinomial } from './ops/draws.ts';
import { matmul } from './ops/matmul.ts';
import { pad } from './ops/pad.ts';
import * as parts from './ops/parts.ts';
import * as products from './ops/products.ts';
import * as pointwise from './ops/pointwise.ts';
import {
  flip,
  fliplr,
  flipud,
  movedim,
  repeat,
  repeatInterleave,
  roll,
  rot90,
  tile,
  unflatten,
  unfold,
} from './ops/rearrange.ts';
import * as reductions from './ops/reduce.ts';
import { cummax, cummin, cumprod, cumsum, logcumsumexp } from './ops/scan.ts';
import * as scatters from './ops/scatter.ts';
import * as shapes from './ops/shape.ts';
import { logSoftmax, softmax } from './ops/softmax.ts';
import * as sortings from './ops/sorting.ts';
import * as statistics from './ops/statistics.ts';
import { follow } from './ops/views.ts';
import { toString } from './printing.ts';
import { normal_, uniform_ } from './random.ts';
import type { DType, FloatDType } from './dtype.ts';
import { setFollow, Tensor } from './tensor.ts';
import type { Floated, Floating, Summed } from './types.ts';

const { polygamma, ...elementwiseToo } = pointwise;
// A tensor's norm is torch.norm.
const { norm: _, ...linalg } = matrices;
const { clone, contiguous, copy_, fill_, to, zero_ } = creation;
// These have two forms each, which Methods below spells out.
const { max, min, ...oneFormed } = reductions;
const { nonzero, ...oneFormedMasks } = masks;
const { median, nanmedian, ...oneFormedSortings } = sortings;
const { unique, uniqueConsecutive, ...oneFormedCountings } = countings;
const {
  broadcastTo,
  expand,
  flatten,
  narrow,
  permute,
  reshape,
  select,
  squeeze,
  t,
  transpose,
  unsqueeze,
  viewAs: view,
} = shapes;
const others = {
  ...{ backward, registerHook, registerPostAccumulateGradHook, retainGrad, toString },
  ...{ clone, contiguous, copy_, fill_, to, zero_, normal_, uniform_ },
  ...oneFormed,
  ...bitwise,
  ...diagonals,
  ...products,
  ...elementwiseToo,
  ...statistics,
  ...oneFormedSortings,
  ...oneFormedCountings,
  ...{ cummax, cummin, cumprod, cumsum, logcumsumexp },
  ...{ broadcastTo, expand, flatten, narrow, permute, reshape, select, squeeze, t, transpose, unsqueeze, view },
  ...{ cdist, gather, indexSelect, oneHot, take, takeAlongDim, matmul, softmax, logSoftmax },
  ...scatters,
  ...parts,
  ...{ flip, fliplr, flipud, movedim, pad, repeat, repeatInterleave, roll, rot90, tile, unflatten, unfold },
  ...{ bernoulli, multinomial },
  ...oneFormedMasks,
  ...{ index, indexPut, indexPut_, triangularSolve },
  ...linalg,
};
/** A function whose first argument has become `this`. */
type AsMethod<F> = F extends (first: never, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never;
type Rest<F> = F extends (first: never, ...rest: infer Others) => unknown ? Others : never;
/** The same on float tensors. The type of a method, not of a function: else a Tensor<'int32'>, which has it without use, would be no Tensor. */
type OnFloats<D extends DType, F extends (...args: never) => unknown> = {
  method(this: Floating[D], ...rest: Rest<F>): ReturnType<F>;
}['method'];

/** Methods whose result's dtype follows from D in other ways than by one type parameter, or that have two forms. */
interface Spelled<D extends DType> {
  /** The tensor with another dtype, see the function. */
  to<E extends DType>(dtype: E): Tensor<E>;
  /** Σ over dims (all when left out), see the function. */
  sum<E extends DType = D>(
    dim?: reductions.Dims,
    options?: reductions.ReduceOptions & reductions.DTypeOption<E>,
  ): Tensor<Summed[E]>;
  /** sum without NaN, see the function. */
  nansum<E extends DType = D>(
    dim?: reductions.Dims,
    options?: reductions.ReduceOptions & reductions.DTypeOption<E>,
  ): Tensor<Summed[E]>;
  /** The mean over dims (all when left out), see the function. */
  mean(this: Floating[D], dim?: reductions.Dims, options?: reductions.ReduceOptions): Tensor<D>;
  mean<E extends FloatDType>(
    dim: reductions.Dims | undefined,
    options: reductions.ReduceOptions & Required<reductions.DTypeOption<E>>,
  ): Tensor<E>;
  /** The sums so far along a dim, see the function. */
  cumsum<E extends DType = Summed[D]>(dim: number, options?: reductions.DTypeOption<E>): Tensor<E>;
  /** The products so far along a dim, see the function. */
  cumprod<E extends DType = Summed[D]>(dim: number, options?: reductions.DTypeOption<E>): Tensor<E>;
  /** The n-th derivative of digamma, see the function. */
  polygamma(n: number): Tensor<Floated[D]>;
  /** The largest element of all. */
  max(): Tensor<D>;
  /** The largest elements along a dim and their indices. */
  max(dim: number, options?: reductions.ReduceOptions): reductions.ValuesAndIndices<D>;
  /** The smallest element of all. */
  min(): Tensor<D>;
  /** The smallest elements along a dim and their indices. */
  min(dim: number, options?: reductions.ReduceOptions): reductions.ValuesAndIndices<D>;
  /** The median of all elements, the lower of two. */
  median(): Tensor<D>;
  /** The medians along a dim and their indices. */
  median(dim: number, options?: reductions.ReduceOptions): reductions.ValuesAndIndices<D>;
  /** The median of all elements but NaN, the lower of two. */
  nanmedian(): Tensor<D>;
  /** The medians along a dim without NaN, and their indices. */
  nanmedian(dim: number, options?: reductions.ReduceOptions): reductions.ValuesAndIndices<D>;
  /** The distinct elements, in ascending order. */
  unique<const O extends countings.UniqueOptions = countings.UniqueOptions>(options?: O): countings.UniqueResult<O>;
  /** The elements without those equal to the one before. */
  uniqueConsecutive<const O extends countings.UniqueOptions = countings.UniqueOptions>(
    options?: O,
  ): countings.UniqueResult<O>;
  /** The coordinates of the elements that are not 0: int32 [count, ndim]. */
  nonzero(options?: { asTuple?: false }): Tensor<'int32'>;
  /** The coordinates of the elements that are not 0, a list for each dim. */
  nonzero(options: { asTuple: true }): Tensor<'int32'>[];
}
/** Methods of functions with one type parameter, the dtype. */
interface Typed<D extends DType> {
  all: AsMethod<typeof reductions.all<D>>;
  amax: AsMethod<typeof reductions.amax<D>>;
  amin: AsMethod<typeof reductions.amin<D>>;
  aminmax: AsMethod<typeof statistics.aminmax<D>>;
  any: AsMethod<typeof reductions.any<D>>;
  bernoulli: AsMethod<typeof bernoulli<D>>;
  broadcastTo: AsMethod<typeof shapes.broadcastTo<D>>;
  cdist: AsMethod<typeof cdist<D>>;
  chunk: AsMethod<typeof parts.chunk<D>>;
  clone: AsMethod<typeof clone<D>>;
  contiguous: AsMethod<typeof contiguous<D>>;
  cummax: AsMethod<typeof cummax<D>>;
  cummin: AsMethod<typeof cummin<D>>;
  diag: AsMethod<typeof diagonals.diag<D>>;
  diagEmbed: AsMethod<typeof diagonals.diagEmbed<D>>;
  diagonal: AsMethod<typeof diagonals.diagonal<D>>;
  expand: AsMethod<typeof shapes.expand<D>>;
  flatten: AsMethod<typeof shapes.flatten<D>>;
  flip: AsMethod<typeof flip<D>>;
  fliplr: AsMethod<typeof fliplr<D>>;
  flipud: AsMethod<typeof flipud<D>>;
  gather: AsMethod<typeof gather<D>>;
  index: AsMethod<typeof index<D>>;
  indexAdd: AsMethod<typeof scatters.indexAdd<D>>;
  indexCopy: AsMethod<typeof scatters.indexCopy<D>>;
  indexFill: AsMethod<typeof scatters.indexFill<D>>;
  indexPut: AsMethod<typeof indexPut<D>>;
  indexSelect: AsMethod<typeof indexSelect<D>>;
  kthvalue: AsMethod<typeof sortings.kthvalue<D>>;
  logSoftmax: AsMethod<typeof logSoftmax<D>>;
  logcumsumexp: AsMethod<typeof logcumsumexp<D>>;
  logsumexp: AsMethod<typeof statistics.logsumexp<D>>;
  maskedFill: AsMethod<typeof pointwise.maskedFill<D>>;
  maskedScatter: AsMethod<typeof masks.maskedScatter<D>>;
  maskedSelect: AsMethod<typeof masks.maskedSelect<D>>;
  mode: AsMethod<typeof sortings.mode<D>>;
  movedim: AsMethod<typeof movedim<D>>;
  msort: AsMethod<typeof sortings.msort<D>>;
  nanToNum: AsMethod<typeof pointwise.nanToNum<D>>;
  narrow: AsMethod<typeof shapes.narrow<D>>;
  pad: AsMethod<typeof pad<D>>;
  permute: AsMethod<typeof shapes.permute<D>>;
  prod: AsMethod<typeof reductions.prod<D>>;
  repeat: AsMethod<typeof repeat<D>>;
  repeatInterleave: AsMethod<typeof repeatInterleave<D>>;
  reshape: AsMethod<typeof shapes.reshape<D>>;
  roll: AsMethod<typeof roll<D>>;
  rot90: AsMethod<typeof rot90<D>>;
  scatter: AsMethod<typeof scatters.scatter<D>>;
  scatterAdd: AsMethod<typeof scatters.scatterAdd<D>>;
  scatterReduce: AsMethod<typeof scatters.scatterReduce<D>>;
  select: AsMethod<typeof shapes.select<D>>;
  softmax: AsMethod<typeof softmax<D>>;
  sort: AsMethod<typeof sortings.sort<D>>;
  split: AsMethod<typeof parts.split<D>>;
  squeeze: AsMethod<typeof shapes.squeeze<D>>;
  t: AsMethod<typeof shapes.t<D>>;
  take: AsMethod<typeof take<D>>;
  takeAlongDim: AsMethod<typeof takeAlongDim<D>>;
  tensorSplit: AsMethod<typeof parts.tensorSplit<D>>;
  tile: AsMethod<typeof tile<D>>;
  topk: AsMethod<typeof sortings.topk<D>>;
  trace: AsMethod<typeof diagonals.trace<D>>;
  transpose: AsMethod<typeof shapes.transpose<D>>;
  tril: AsMethod<typeof diagonals.tril<D>>;
  triu: AsMethod<typeof diagonals.triu<D>>;
  unbind: AsMethod<typeof parts.unbind<D>>;
  unflatten: AsMethod<typeof unflatten<D>>;
  unfold: AsMethod<typeof unfold<D>>;
  unsqueeze: AsMethod<typeof shapes.unsqueeze<D>>;
  view: AsMethod<typeof shapes.viewAs<D>>;
}
/** The same, of functions that take floats only. */
interface OfFloats<D extends DType> {
  addmm: OnFloats<D, typeof products.addmm<D>>;
  addmv: OnFloats<D, typeof products.addmv<D>>;
  baddbmm: OnFloats<D, typeof products.baddbmm<D>>;
  bmm: OnFloats<D, typeof products.bmm<D>>;
  cholesky: OnFloats<D, typeof matrices.cholesky<D>>;
  cond: OnFloats<D, typeof matrices.cond<D>>;
  det: OnFloats<D, typeof matrices.det<D>>;
  dot: OnFloats<D, typeof products.dot<D>>;
  eigh: OnFloats<D, typeof matrices.eigh<D>>;
  eigvalsh: OnFloats<D, typeof matrices.eigvalsh<D>>;
  inv: OnFloats<D, typeof matrices.inv<D>>;
  lstsq: OnFloats<D, typeof matrices.lstsq<D>>;
  matmul: OnFloats<D, typeof matmul<D>>;
  matrixNorm: OnFloats<D, typeof matrices.matrixNorm<D>>;
  matrixPower: OnFloats<D, typeof matrices.matrixPower<D>>;
  mm: OnFloats<D, typeof products.mm<D>>;
  mv: OnFloats<D, typeof products.mv<D>>;
  nanmean: OnFloats<D, typeof statistics.nanmean<D>>;
  nanquantile: OnFloats<D, typeof sortings.nanquantile<D>>;
  norm: OnFloats<D, typeof statistics.norm<D>>;
  pinv: OnFloats<D, typeof matrices.pinv<D>>;
  qr: OnFloats<D, typeof matrices.qr<D>>;
  quantile: OnFloats<D, typeof sortings.quantile<D>>;
  slogdet: OnFloats<D, typeof matrices.slogdet<D>>;
  solve: OnFloats<D, typeof matrices.solve<D>>;
  solveTriangular: OnFloats<D, typeof matrices.solveTriangular<D>>;
  std: OnFloats<D, typeof statistics.std<D>>;
  stdMean: OnFloats<D, typeof statistics.stdMean<D>>;
  svd: OnFloats<D, typeof matrices.svd<D>>;
  svdvals: OnFloats<D, typeof matrices.svdvals<D>>;
  triangularSolve: OnFloats<D, typeof triangularSolve<D>>;
  var: OnFloats<D, typeof statistics.var<D>>;
  varMean: OnFloats<D, typeof statistics.varMean<D>>;
  vdot: OnFloats<D, typeof products.vdot<D>>;
  vectorNorm: OnFloats<D, typeof matrices.vectorNorm<D>>;
}
/** What writes into its tensor. */
type InPlace<D extends DType> = {
  [Name in Extract<keyof typeof others, `${string}_`>]: (...rest: Rest<(typeof others)[Name]>) => Tensor<D>;
};
type Spoken = keyof Spelled<DType> | keyof Typed<DType> | keyof OfFloats<DType> | `${string}_`;
/** All others: what their functions say. */
type Others = { [Name in Exclude<keyof typeof others, Spoken>]: AsMethod<(typeof others)[Name]> };

/** The methods that ops give to a tensor of dtype D. */
export interface Methods<D extends DType>
  extends elementwise.ElementwiseMethods<D>, Spelled<D>, Typed<D>, OfFloats<D>, InPlace<D>, Others {}

type AnyFunction = (x: Tensor, ...rest: unknown[]) => unknown;

function install(functions: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(functions)) {
    const fn = value as AnyFunction;
    Object.defineProperty(Tensor.prototype, name, {
      configurable: true,
      writable: true,
      value: function (this: Tensor, a: unknown, b: unknown, c: unknown, d: unknown, e: unknown) {
        return fn(this, a, b, c, d, e);
      },
    });
  }
}
install(elementwise);
install({
  ...others,
  max,
  min,
  median,
  nanmedian,
  nonzero,
  unique,
  uniqueConsecutive,
  polygamma: (x: Tensor, n: number) => polygamma(n, x),
});

setFollow(follow);

// What console.log and Node's prompt show.
Object.defineProperty(Tensor.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value: function (this: Tensor) {
    return toString(this);
  },
});
