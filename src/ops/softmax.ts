/** softmax and logSoftmax, each one kernel forward and one backward. */
import { status } from '../backend/backend.ts';
import { type DType, isFloat } from '../dtype.ts';
import { BackendError } from '../errors.ts';
import { gradEnabled, record, recording } from '../graph.ts';
import { softmaxBackwardRecord, softmaxRecord } from '../kernels/records.generated.ts';
import { normalizeDim } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import type { Floated } from '../types.ts';
import { cast, contiguous } from './create.ts';
import { exp, mul, sub } from './elementwise.generated.ts';
import { empty_ } from './elementwise.ts';
import { sum } from './reduce.ts';
import { reshape, transpose } from './shape.ts';
import { widened } from './widened.ts';

function check(code: number, dtype: DType): void {
  if (code !== status.ok) throw new BackendError(`softmax: no kernel for ${dtype} (status ${code}).`);
}

function along(name: 'softmax' | 'logSoftmax', x: Tensor, dim: number): Tensor {
  if (!isFloat(x.dtype)) return along(name, cast(x, 'float32'), dim);
  const d = normalizeDim(name, dim, x.ndim);
  if (x.ndim === 0) return reshape(along(name, reshape(x, [1]), 0), []);
  // The kernel works on rows; another dim is brought to the end and back.
  if (d !== x.ndim - 1) return transpose(along(name, transpose(x, d, -1), -1), d, -1);
  return overRows(name, contiguous(x));
}

function overRows(name: 'softmax' | 'logSoftmax', x: Tensor): Tensor {
  const recorded = recording([x]);
  const out = empty_(x.shape, x.dtype, recorded);
  const cols = x.shape[x.ndim - 1]!;
  const log = name === 'logSoftmax' ? 1 : 0;
  if (out.length > 0)
    widened(out, [x], (y, [from]) =>
      check(softmaxRecord(name, from.info.code, log, from.length / cols, cols, from, y), x.dtype),
    );
  if (!recorded) return out;
  return record(name, out, [x], [out], (g) => [
    () => (gradEnabled() ? composed(log, g, out) : backward(name, log, g, out)),
  ]);
}

function backward(name: string, log: number, gradient: Tensor, y: Tensor): Tensor {
  const g = contiguous(gradient);
  const dx = empty_(y.shape, y.dtype, false);
  const cols = y.shape[y.ndim - 1]!;
  if (dx.length > 0)
    widened(dx, [g, y], (to, [of, at]) =>
      check(softmaxBackwardRecord(name, at.info.code, log, at.length / cols, cols, of, at, to), y.dtype),
    );
  return dx;
}

/** The same gradient as differentiable ops. */
function composed(log: number, g: Tensor, y: Tensor): Tensor {
  if (log) return sub(g, mul(exp(y), sum(g, -1, { keepdim: true })));
  return mul(y, sub(g, sum(mul(g, y), -1, { keepdim: true })));
}

/** eˣ / Σ eˣ along a dim. https://pytorch.org/docs/stable/generated/torch.nn.Softmax.html */
export function softmax<D extends DType>(x: Tensor<D>, dim: number): Tensor<Floated[D]> {
  return along('softmax', x, dim) as Tensor<Floated[D]>;
}
/** log softmax along a dim, finite for any finite x. https://pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html */
export function logSoftmax<D extends DType>(x: Tensor<D>, dim: number): Tensor<Floated[D]> {
  return along('logSoftmax', x, dim) as Tensor<Floated[D]>;
}
