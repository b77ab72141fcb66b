/** Every op is a method too: what takes a tensor first is put on Tensor here, and nowhere else. */
import { backward } from './autograd.ts';
import { registerHook, registerPostAccumulateGradHook, retainGrad } from './hooks.ts';
import { cdist } from './ops/cdist.ts';
import * as countings from './ops/counting.ts';
import * as creation from './ops/create.ts';
import * as diagonals from './ops/diagonal.ts';
import * as elementwise from './ops/elementwise.generated.ts';
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
import { toString } from './printing.ts';
import { normal_, uniform_ } from './random.ts';
import { Tensor } from './tensor.ts';

const { polygamma, ...elementwiseToo } = pointwise;
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
  ...{ index, indexPut, indexPut_ },
};
type Functions = typeof elementwise & typeof others;

/** A function whose first argument has become `this`. */
type AsMethod<F> = F extends (first: never, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never;

/** The methods that ops give to Tensor. */
export type Methods = { [Name in keyof Functions]: AsMethod<Functions[Name]> } & {
  /** The n-th derivative of digamma, see the function. */
  polygamma(n: number): Tensor;
  /** The largest element of all. */
  max(): Tensor;
  /** The largest elements along a dim and their indices. */
  max(dim: number, options?: reductions.ReduceOptions): reductions.ValuesAndIndices;
  /** The smallest element of all. */
  min(): Tensor;
  /** The smallest elements along a dim and their indices. */
  min(dim: number, options?: reductions.ReduceOptions): reductions.ValuesAndIndices;
  /** The median of all elements, the lower of two. */
  median(): Tensor;
  /** The medians along a dim and their indices. */
  median(dim: number, options?: reductions.ReduceOptions): reductions.ValuesAndIndices;
  /** The median of all elements but NaN, the lower of two. */
  nanmedian(): Tensor;
  /** The medians along a dim without NaN, and their indices. */
  nanmedian(dim: number, options?: reductions.ReduceOptions): reductions.ValuesAndIndices;
  /** The distinct elements, in ascending order. */
  unique<const O extends countings.UniqueOptions = countings.UniqueOptions>(options?: O): countings.UniqueResult<O>;
  /** The elements without those equal to the one before. */
  uniqueConsecutive<const O extends countings.UniqueOptions = countings.UniqueOptions>(
    options?: O,
  ): countings.UniqueResult<O>;
  /** The coordinates of the elements that are not 0: int32 [count, ndim]. */
  nonzero(options?: { asTuple?: false }): Tensor;
  /** The coordinates of the elements that are not 0, a list for each dim. */
  nonzero(options: { asTuple: true }): Tensor[];
};

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

// What console.log and Node's prompt show.
Object.defineProperty(Tensor.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value: function (this: Tensor) {
    return toString(this);
  },
});
