/** The masks of PyTorch's layers, where true means hidden, as scaledDotProductAttention takes them, where true means seen. */
import { isFloat } from '../dtype.ts';
import { DTypeError, show, ShapeError } from '../errors.ts';
import { full, ones } from '../ops/create.ts';
import { triu } from '../ops/diagonal.ts';
import { add, logicalNot, logicalOr, where } from '../ops/elementwise.generated.ts';
import { pad } from '../ops/pad.ts';
import { reshape } from '../ops/shape.ts';
import type { Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';

export interface MaskOptions {
  /** [queries, keys] or [batch · heads, queries, keys]. Bool: true where a query must not see a key. Float: added to the scores. */
  attnMask?: Tensor | null;
  /** [batch, keys]. Bool: true where nobody must see a key. Float: added to the scores. */
  keyPaddingMask?: Tensor | null;
  /** Queries see no later keys. With an attnMask, that one is used, which should say the same. Default: false. */
  isCausal?: boolean;
}

/** What scaledDotProductAttention takes. */
interface Seen {
  attnMask: Tensor | null;
  isCausal: boolean;
}

/**
 * @param shape [batch, heads, queries, keys] @param past how many keys were there before the first query's own
 * @param extra how many more keys follow that everybody sees
 */
export function seenBy(op: string, options: MaskOptions, shape: Shape, past: number, extra: number): Seen {
  const { attnMask = null, keyPaddingMask = null, isCausal = false } = options;
  const [batch, heads, rows, keys] = shape as [number, number, number, number];
  requireMask(op, 'attnMask', attnMask, [
    [rows, keys],
    [batch * heads, rows, keys],
  ]);
  requireMask(op, 'keyPaddingMask', keyPaddingMask, [[batch, keys]]);
  const parts: Tensor[] = [];
  if (attnMask) parts.push(attnMask.ndim === 3 ? reshape(attnMask, shape) : attnMask);
  else if (isCausal && past + 1 < keys) {
    if (past === 0 && extra === 0 && !keyPaddingMask) return { attnMask: null, isCausal: true };
    parts.push(triu(ones([rows, keys], { dtype: 'bool' }), { diagonal: past + 1 }));
  }
  if (keyPaddingMask) parts.push(reshape(keyPaddingMask, [batch, 1, 1, keys]));
  if (parts.length === 0) return { attnMask: null, isCausal: false };
  const bool = parts.every(({ dtype }) => dtype === 'bool');
  const mask = bool
    ? logicalNot(parts.reduce((a, b) => logicalOr(a, b)))
    : parts.map(added).reduce((a, b) => add(a, b));
  return { attnMask: extra > 0 ? pad(mask, [0, extra], { value: Number(bool) }) : mask, isCausal: false };
}

function requireMask(op: string, name: string, mask: Tensor | null, shapes: readonly Shape[]): void {
  if (mask === null) return;
  if (mask.dtype !== 'bool' && !isFloat(mask.dtype))
    throw new DTypeError(`${op}: ${name} is bool or float, not ${mask.dtype}. Convert with mask.to('bool').`);
  if (!shapes.some((one) => String(one) === String(mask.shape)))
    throw new ShapeError(`${op}: ${name} has shape ${show(mask.shape)}; it must be ${shapes.map(show).join(' or ')}.`);
}

const added = (mask: Tensor): Tensor => (mask.dtype === 'bool' ? where(mask, -Infinity, 0) : mask);

/** −∞ above the diagonal, 0 elsewhere, [size, size]: added to scores, each row sees itself and those before. */
export function squareSubsequentMask(size: number): Tensor {
  return triu(full([size, size], -Infinity), { diagonal: 1 });
}
