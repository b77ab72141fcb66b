/** Elementwise ops whose arguments are checked or completed before their kernel runs, and two that answer with a boolean. */
import { type DType, dtypes, isFloat, requireDType, resultType } from '../dtype.ts';
import { DTypeError, show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { known, requireWhole } from '../options.ts';
import { sameShape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import type { Floated } from '../types.ts';
import { cast, clone } from './create.ts';
import type { Operand } from './elementwise.ts';
import { digamma, eq } from './elementwise.generated.ts';
import * as raw from './internal.generated.ts';
import { all } from './reduce.ts';

/**
 * x with `value` where the mask, which broadcasts with x, holds. https://pytorch.org/docs/stable/generated/torch.Tensor.masked_fill.html
 * @throws DTypeError unless the mask is bool and x can hold the value; ShapeError unless the value is a number or 0-d
 */
export function maskedFill<D extends DType>(x: Tensor<D>, mask: Tensor, value: Operand): Tensor<D> {
  checkFill('maskedFill', x, mask, value);
  return raw.maskedFill(x, mask, value) as Tensor<D>;
}
/** maskedFill written into x. @throws ShapeError when the mask is larger than x; StateError as other in-place ops */
export function maskedFill_<D extends DType>(x: Tensor<D>, mask: Tensor, value: Operand): Tensor<D> {
  checkFill('maskedFill_', x, mask, value);
  return raw.maskedFill_(x, mask, value);
}
function checkFill(op: string, x: Tensor, mask: Tensor, value: Operand): void {
  requireDType(op, 'the mask', mask, ['bool']);
  if (typeof value !== 'number' && value.ndim > 0)
    throw new ShapeError(`${op}: the value has shape ${show(value.shape)}; it must be a number or 0-d. Use where.`);
  const dtype = resultType([x, value]);
  if (dtypes[dtype].category > x.info.category)
    throw new DTypeError(`${op}: ${x.dtype} cannot hold a value of ${dtype}. Convert x with x.to('${dtype}').`);
}

export interface NanToNumOptions {
  /** In place of NaN. Default: 0. */
  nan?: number;
  /** In place of ∞. Default: the largest number of the dtype. */
  posinf?: number | null;
  /** In place of −∞. Default: the smallest number of the dtype. */
  neginf?: number | null;
}
const largest: Partial<Record<DType, number>> = {
  float32: (2 - 2 ** -23) * 2 ** 127,
  float64: Number.MAX_VALUE,
  float16: 65504,
  bfloat16: (2 - 2 ** -7) * 2 ** 127,
};
function replacements(dtype: DType, options: NanToNumOptions): Required<NanToNumOptions> {
  const { nan = 0, posinf, neginf } = known('nanToNum', options, ['nan', 'posinf', 'neginf']);
  const most = largest[dtype]!;
  return { nan, posinf: posinf ?? most, neginf: neginf ?? -most };
}
/** x with numbers in place of NaN and the infinities; integers have none. https://pytorch.org/docs/stable/generated/torch.nan_to_num.html */
export function nanToNum<D extends DType>(x: Tensor<D>, options: NanToNumOptions = {}): Tensor<D> {
  return (
    isFloat(x.dtype) ? raw.nanToNum(x, replacements(x.dtype, options) as Required<Numbers>) : clone(x)
  ) as Tensor<D>;
}
/** nanToNum written into x. @throws StateError as other in-place ops */
export function nanToNum_<D extends DType>(x: Tensor<D>, options: NanToNumOptions = {}): Tensor<D> {
  return isFloat(x.dtype) ? raw.nanToNum_(x, replacements(x.dtype, options) as Required<Numbers>) : x;
}
type Numbers = { [Name in keyof NanToNumOptions]: number };

/**
 * The n-th derivative of digamma. https://pytorch.org/docs/stable/special.html#torch.special.polygamma
 * @throws ValueError unless n is a whole number ≥ 0
 */
export function polygamma<D extends DType>(n: number, x: Tensor<D>): Tensor<Floated[D]> {
  return (checkedOrder('polygamma', n) === 0 ? digamma(x) : raw.polygamma(n, x)) as Tensor<Floated[D]>;
}
function checkedOrder(op: string, n: number): number {
  requireWhole(op, 'n', n, 0);
  return n;
}

export interface CloseOptions {
  /** Default: 1e-5. */
  rtol?: number;
  /** Default: 1e-8. */
  atol?: number;
  /** Whether NaN is close to NaN. Default: false. */
  equalNan?: boolean;
}
/**
 * |a − b| ≤ atol + rtol · |b|, and equal infinities, as bool. https://pytorch.org/docs/stable/generated/torch.isclose.html
 * @throws DTypeError unless the dtypes are equal; ValueError for a negative tolerance
 */
export function isclose(a: Tensor, b: Tensor, options: CloseOptions = {}): Tensor<'bool'> {
  const { rtol = 1e-5, atol = 1e-8, equalNan = false } = known('isclose', options, ['rtol', 'atol', 'equalNan']);
  requireSameDType('isclose', a, b);
  if (!(rtol >= 0 && atol >= 0))
    throw new ValueError(`isclose: rtol and atol must not be negative, got ${rtol} and ${atol}.`);
  const numbers = { rtol, atol, equalNan: Number(equalNan) };
  if (isFloat(a.dtype)) return raw.isclose(a, b, numbers) as Tensor<'bool'>;
  if (rtol === 0 && atol === 0) return eq(a, b);
  // Tolerances are fractions; what float64 rounds off of an int64 is much less than they are.
  return scope(() => raw.isclose(cast(a, 'float64'), cast(b, 'float64'), numbers)) as Tensor<'bool'>;
}
/** Whether all elements are close, see isclose. Shapes broadcast. https://pytorch.org/docs/stable/generated/torch.allclose.html */
export function allclose(a: Tensor, b: Tensor, options: CloseOptions = {}): boolean {
  return scope(() => all(isclose(a, b, options))).item() !== 0;
}
/** Whether shapes and all elements are equal; NaN equals nothing. https://pytorch.org/docs/stable/generated/torch.equal.html @throws DTypeError unless the dtypes are equal */
export function equal(a: Tensor, b: Tensor): boolean {
  requireSameDType('equal', a, b);
  return sameShape(a.shape, b.shape) && noGrad(() => scope(() => all(eq(a, b)))).item() !== 0;
}
function requireSameDType(op: string, a: Tensor, b: Tensor): void {
  if (a.dtype === b.dtype) return;
  throw new DTypeError(`${op}: the dtypes are ${a.dtype} and ${b.dtype}. Convert one of them: b.to('${a.dtype}').`);
}
