/** Cumulative ops along a dim: one kernel, and gradients that are scans too. */
import { status } from '../backend/backend.ts';
import { type DType, isFloat } from '../dtype.ts';
import { BackendError } from '../errors.ts';
import { scanRecord } from '../kernels/records.generated.ts';
import { scanKinds } from '../kernels/spec.ts';
import { known } from '../options.ts';
import { sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import type { Floated, Summed } from '../types.ts';
import { cast, contiguous, full } from './create.ts';
import { derived } from './derived.ts';
import { empty_ } from './elementwise.ts';
import { eq, exp, mul, sub, where } from './elementwise.generated.ts';
import { gather } from './indexing.ts';
import { type DTypeOption, type ValuesAndIndices } from './reduce.ts';
import { along } from './reduceDims.ts';
import { cat, narrow } from './shape.ts';
import { widened } from './widened.ts';

type ScanKind = (typeof scanKinds)[number];

/** Runs the kernel over dim d of x, which has one. */
function run(op: string, kind: ScanKind, x: Tensor, d: number, reverse: boolean, factor: Tensor | null = null): Tensor {
  const source = contiguous(x);
  const factors = factor && contiguous(factor);
  const out = empty_(x.shape, kind === 'max' || kind === 'min' ? 'int32' : x.dtype, false);
  if (out.length === 0) return out;
  widened(out, [source, factors], (y, [from, by]) => {
    const code = scanRecord(
      op,
      from.info.code,
      scanKinds.indexOf(kind),
      Number(reverse),
      sizeOf(x.shape.slice(0, d)),
      x.shape[d]!,
      sizeOf(x.shape.slice(d + 1)),
      from,
      by,
      y,
    );
    if (code !== status.ok) throw new BackendError(`${op}: no kernel for ${x.dtype} (status ${code}).`);
  });
  return out;
}

/** x one position later (or earlier) along d, `fill` where nothing comes from. */
function shifted(x: Tensor, d: number, later: boolean, fill: number): Tensor {
  if (x.length === 0) return x;
  const edge = full(x.shape.with(d, 1), fill, { dtype: x.dtype });
  const rest = narrow(x, d, later ? 0 : 1, x.shape[d]! - 1);
  return cat(later ? [edge, rest] : [rest, edge], d);
}

/** y[i] = factor[i]·y[i−1] + x[i], from the last element on when reverse; the first factor counts for nothing. */
function recurrence(x: Tensor, factor: Tensor, d: number, reverse: boolean): Tensor {
  return derived(
    'recurrence',
    [x, factor],
    () => run('recurrence', 'recurrence', x, d, reverse, factor),
    (g, out) => {
      const back = (): Tensor => recurrence(g, shifted(factor, d, reverse, 0), d, !reverse);
      return [back, () => mul(back(), shifted(out, d, !reverse, 0))];
    },
  );
}

function sums(op: string, x: Tensor, d: number, reverse: boolean): Tensor {
  return derived(
    op,
    [x],
    () => run(op, 'sum', x, d, reverse),
    (g) => [() => sums(op, g, d, !reverse)],
    [],
  );
}

/**
 * The products so far. An element's derivative is the product of those before it, times what the others make of the gradient:
 * nothing is divided, so zeros are as good as other numbers.
 */
function products(op: string, x: Tensor, d: number, reverse: boolean): Tensor {
  return derived(
    op,
    [x],
    () => run(op, 'prod', x, d, reverse),
    (g, out) => [() => mul(shifted(out, d, !reverse, 1), recurrence(g, shifted(x, d, reverse, 0), d, !reverse))],
  );
}

/** Every element's product of the others along dim d: right with zeros too, and differentiable. */
export function productOfOthers(x: Tensor, d: number): Tensor {
  const before = shifted(products('prod', x, d, false), d, true, 1);
  return mul(before, shifted(products('prod', x, d, true), d, false, 1));
}

/** Integers and bools add up as int64, as in sum(), and become a narrower one afterwards. */
function inTotals(x: Tensor, dtype: DType | undefined, scan: (x: Tensor) => Tensor): Tensor {
  const type = dtype ?? (isFloat(x.dtype) ? x.dtype : 'int64');
  return isFloat(type) ? scan(cast(x, type)) : cast(scan(cast(cast(x, type), 'int64')), type);
}

/**
 * The sums of all elements up to each one along a dim. https://pytorch.org/docs/stable/generated/torch.cumsum.html
 * Integers and bools give int64, which wraps.
 */
export function cumsum<D extends DType, E extends DType = Summed[D]>(
  x: Tensor<D>,
  dim: number,
  options: DTypeOption<E> = {},
): Tensor<E> {
  const { dtype } = known('cumsum', options, ['dtype']);
  return along('cumsum', x, dim, (y, d) => inTotals(y, dtype, (each) => sums('cumsum', each, d, false))) as Tensor<E>;
}

/**
 * The products of all elements up to each one along a dim. https://pytorch.org/docs/stable/generated/torch.cumprod.html
 * Integers and bools give int64, which wraps.
 */
export function cumprod<D extends DType, E extends DType = Summed[D]>(
  x: Tensor<D>,
  dim: number,
  options: DTypeOption<E> = {},
): Tensor<E> {
  const { dtype } = known('cumprod', options, ['dtype']);
  return along('cumprod', x, dim, (y, d) =>
    inTotals(y, dtype, (each) => products('cumprod', each, d, false)),
  ) as Tensor<E>;
}

function extremes<D extends DType>(op: string, kind: 'max' | 'min', x: Tensor<D>, dim: number): ValuesAndIndices<D> {
  const [values, indices] = along(op, x, dim, (y, d): [Tensor<D>, Tensor<'int32'>] => {
    const at = run(op, kind, y, d, false) as Tensor<'int32'>;
    return [gather(y, d, at), at];
  });
  return { values, indices };
}
/**
 * The largest element so far along a dim, and its int32 index (the last of equal ones). NaN wins.
 * https://pytorch.org/docs/stable/generated/torch.cummax.html
 */
export function cummax<D extends DType>(x: Tensor<D>, dim: number): ValuesAndIndices<D> {
  return extremes('cummax', 'max', x, dim);
}
/**
 * The smallest element so far along a dim, and its int32 index (the last of equal ones). NaN wins.
 * https://pytorch.org/docs/stable/generated/torch.cummin.html
 */
export function cummin<D extends DType>(x: Tensor<D>, dim: number): ValuesAndIndices<D> {
  return extremes('cummin', 'min', x, dim);
}

/**
 * log Σ eˣ of all elements up to each one along a dim. Integers become float32.
 * https://pytorch.org/docs/stable/generated/torch.logcumsumexp.html
 */
export function logcumsumexp<D extends DType>(x: Tensor<D>, dim: number): Tensor<Floated[D]> {
  return along('logcumsumexp', (isFloat(x.dtype) ? x : cast(x, 'float32')) as Tensor, dim, (given, d) =>
    derived(
      'logcumsumexp',
      [given],
      () => run('logcumsumexp', 'logSumExp', given, d, false),
      // Σ g[j]·e^(x[i] − y[j]) over j ≥ i as a recurrence of factors e^(y[i] − y[i+1]) ≤ 1; what is −∞ has no part in it.
      (g, out) => {
        const finite = (y: Tensor): Tensor => where(eq(y, -Infinity), 0, y);
        const parts = (): Tensor => recurrence(g, exp(sub(out, finite(shifted(out, d, false, Infinity)))), d, true);
        return [() => mul(exp(sub(given, finite(out))), parts())];
      },
    ),
  ) as Tensor<Floated[D]>;
}
