/** Normalisation: one kernel forward and one backward for batch, layer, group, instance and RMS norm. */
import { recordedGradients } from '../autograd/recomputed.ts';
import { status } from '../backend/backend.ts';
import { dtypes, requireSameFloat } from '../dtype.ts';
import { BackendError } from '../errors.ts';
import { gradEnabled, noGrad, record, recording } from '../graph.ts';
import { normBackwardRecord, normRecord } from '../kernels/records.generated.ts';
import { scope } from '../memory.ts';
import type { Tensor } from '../tensor.ts';
import { cast, contiguous } from './create.ts';
import { add, mul, rsqrt, square, sub } from './elementwise.generated.ts';
import { empty_ } from './elementwise.ts';
import { mean } from './reduce.ts';
import { reshape } from './shape.ts';

/**
 * How x is seen: as [runs, samples, groups, k, inner]. Each sample and group, a unit, has a mean and a variance of its own, over the
 * other dims; weight and bias are [groups, k]. Of runs and samples one is 1, and with inner 1 runs is.
 */
export interface NormLayout {
  runs: number;
  samples: number;
  groups: number;
  k: number;
  inner: number;
}
export interface NormRule extends NormLayout {
  eps: number;
  /** Whether the mean is taken off: not in RMS norm. */
  centered: boolean;
}

/** Parts that the backward is cut into, each with sums of its own for weight and bias: by size, so that bits do not depend on threads. */
const mostChunks = 16;
const chunkElements = 8192;

const headOf = (x: Tensor, { runs, samples, groups, k, inner, eps, centered }: NormRule) =>
  [dtypes[x.dtype].code, centered ? 1 : 0, runs, samples, groups, k, inner, eps] as const;

function check(op: string, code: number, x: Tensor): void {
  if (code !== status.ok) throw new BackendError(`${op}: no kernel for ${x.dtype} (status ${code}).`);
}

/**
 * (x − mean) / √(variance + eps) · weight + bias.
 * @param see is shown the units' means and variances (those of all elements, not of a sample) before they are recycled
 * @throws DTypeError unless all are of one float dtype
 */
export function normalized(
  op: string,
  x: Tensor,
  weight: Tensor | null,
  bias: Tensor | null,
  rule: NormRule,
  see?: (means: Tensor, variances: Tensor) => void,
): Tensor {
  for (const other of [weight ?? x, bias ?? x]) requireSameFloat(op, x, other);
  const { wide } = x.info;
  if (wide !== x.dtype) {
    const [w, b] = [weight && cast(weight, wide), bias && cast(bias, wide)];
    return cast(normalized(op, cast(x, wide), w, b, rule, see), x.dtype);
  }
  const inputs = [x, weight, bias];
  // Of nothing there are no moments, but there are gradients.
  if (x.length === 0) return composed(x, weight, bias, rule);
  const recorded = recording(inputs);
  return scope(() => {
    const [from, w, b] = noGrad(() => [contiguous(x), weight && contiguous(weight), bias && contiguous(bias)] as const);
    const y = empty_(x.shape, x.dtype, recorded);
    const units = [rule.samples * rule.groups];
    const [means, variances] = [empty_(units, x.dtype, false), empty_(units, x.dtype, false)];
    check(op, normRecord(op, ...headOf(x, rule), from, w, b, y, means, variances), x);
    if (see) noGrad(() => see(means, variances));
    if (!recorded) return y;
    const saved = [x, from, means, variances, ...[weight, w].filter((one) => one !== null)];
    return record(op, y, inputs, saved, (g) => {
      let found: (Tensor | null)[] | null = null;
      const gradient = (i: number) => (): Tensor | null =>
        (found ??= gradEnabled()
          ? recordedGradients(op, () => [composed(x, weight, bias, rule)], inputs, [g])
          : backward(op, g, from, [w, weight, bias], [means, variances], rule))[i]!;
      return [gradient(0), gradient(1), gradient(2)];
    });
  });
}

function backward(
  op: string,
  gradient: Tensor,
  x: Tensor,
  [w, weight, bias]: readonly [Tensor | null, Tensor | null, Tensor | null],
  [means, variances]: readonly [Tensor, Tensor],
  rule: NormRule,
): (Tensor | null)[] {
  const units = rule.samples * rule.groups;
  const chunks = Math.min(mostChunks, units, Math.ceil(x.length / chunkElements));
  const dx = empty_(x.shape, x.dtype, false);
  const [dweight = null, dbias = null] = [weight, bias].map((one) =>
    one?.requiresGrad ? empty_(one.shape, x.dtype, false) : null,
  );
  const work = dweight || dbias ? empty_([chunks, 2, rule.groups * rule.k], 'float64', false) : null;
  const g = contiguous(gradient);
  check(op, normBackwardRecord(op, ...headOf(x, rule), chunks, g, x, w, means, variances, dx, dweight, dbias, work), x);
  return [dx, dweight, dbias];
}

/** The same in differentiable ops. */
function composed(x: Tensor, weight: Tensor | null, bias: Tensor | null, rule: NormRule): Tensor {
  const { runs, samples, groups, k, inner, eps, centered } = rule;
  const over = (t: Tensor): Tensor => mean(t, [0, 3, 4], { keepdim: true });
  const seen = reshape(x, [runs, samples, groups, k, inner]);
  const off = centered ? sub(seen, over(seen)) : seen;
  let y = mul(off, rsqrt(add(over(square(off)), eps)));
  if (weight) y = mul(y, reshape(weight, [groups, k, 1]));
  if (bias) y = add(y, reshape(bias, [groups, k, 1]));
  return reshape(y, x.shape);
}
