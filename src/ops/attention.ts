/** Scaled dot product attention: one kernel forward and one backward, neither of which holds the matrix of weights. */
import { status } from '../backend/backend.ts';
import { dtypes, isFloat, requireSameFloat } from '../dtype.ts';
import { BackendError, DTypeError, show, ShapeError, ValueError } from '../errors.ts';
import { gradEnabled, record, recording } from '../graph.ts';
import { attentionBackwardRecord, attentionRecord } from '../kernels/records.generated.ts';
import { allocate, scope } from '../memory.ts';
import { known } from '../options.ts';
import { defaultGenerator, type Generator } from '../random.ts';
import { broadcastShapes, contiguousStrides, type Shape, sameShape, sizeOf } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import { type Attention, composed, composedGradients } from './attentionComposed.ts';
import { cast, contiguous } from './create.ts';
import { empty_ } from './elementwise.ts';
import { unbind } from './parts.ts';
import { expand, permute, reshape, stack } from './shape.ts';

const op = 'scaledDotProductAttention';

export interface AttentionOptions {
  /** Broadcasts to [..., heads, queries, keys]. Bool: true where a query sees a key. Float: added to the scores. */
  attnMask?: Tensor | null;
  /** The probability that a weight becomes 0. Default: 0. */
  dropoutP?: number;
  /** Query i sees keys 0 … i only. Default: false. */
  isCausal?: boolean;
  /** What products are multiplied by. Default: 1 / √cols. */
  scale?: number | null;
  /** key and value may have fewer heads, each for as many neighbouring heads of the query. Default: false. */
  enableGqa?: boolean;
  generator?: Generator;
}

/**
 * softmax(scale · query keyᵀ + mask) · value: query [..., heads, queries, cols], key [..., heads, keys, cols], value [..., heads, keys, vCols] to
 * [..., heads, queries, vCols]; leading dims broadcast. Memory grows with queries + keys, not with their product, forward and backward;
 * but not with a mask that requires a gradient, or for second derivatives. A query that sees no key gives zeros, as in PyTorch 2.5.
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.scaled_dot_product_attention.html
 * @throws ShapeError, DTypeError for operands that do not fit; ValueError for a mask together with isCausal, or dropoutP outside [0, 1]
 */
export function scaledDotProductAttention(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  options: AttentionOptions = {},
): Tensor {
  check(query, key, value, options);
  return scope(() => {
    const { shape, ...a } = prepared(query, key, value, options);
    const { q, k, mask } = a;
    const plain = mask?.requiresGrad || sizeOf(shape) === 0 || k.shape[2] === 0 || q.shape[3] === 0;
    const y = plain ? composed(a, draw(a, options.generator)).output : fused(a, options.generator);
    return sameShape(y.shape, shape) ? y : reshape(y, shape);
  });
}

function check(query: Tensor, key: Tensor, value: Tensor, options: AttentionOptions): void {
  const names = ['attnMask', 'dropoutP', 'isCausal', 'scale', 'enableGqa', 'generator'];
  const { attnMask = null, dropoutP = 0, isCausal = false } = known(op, options, names);
  requireSameFloat(op, query, key);
  requireSameFloat(op, query, value);
  const shapes = (): string => `query ${show(query.shape)}, key ${show(key.shape)}, value ${show(value.shape)}`;
  if ([query, key, value].some((x) => x.ndim < 2))
    throw new ShapeError(
      `${op}: takes [..., heads, rows, cols], got ${shapes()}. Put a dim in front with unsqueeze(0).`,
    );
  if (query.size(-1) !== key.size(-1))
    throw new ShapeError(`${op}: query and key need the same last dim, got ${shapes()}.`);
  if (key.size(-2) !== value.size(-2))
    throw new ShapeError(`${op}: key and value need as many rows as each other, got ${shapes()}.`);
  if (attnMask !== null && isCausal)
    throw new ValueError(`${op}: attnMask and isCausal exclude each other. Put the triangle into the mask.`);
  if (attnMask !== null && attnMask.dtype !== 'bool' && !isFloat(attnMask.dtype))
    throw new DTypeError(`${op}: attnMask is bool or float, not ${attnMask.dtype}. Convert with mask.to('bool').`);
  if (!(dropoutP >= 0 && dropoutP <= 1))
    throw new ValueError(`${op}: dropoutP must be a probability in [0, 1], got ${dropoutP}.`);
}

/** Operands of four dims, [batch, heads, rows, cols], and the shape of the result. */
function prepared(query: Tensor, key: Tensor, value: Tensor, options: AttentionOptions): Attention & { shape: Shape } {
  const { attnMask = null, dropoutP = 0, isCausal = false, enableGqa = false } = options;
  const headsOf = (x: Tensor): number => (x.ndim > 2 ? x.size(-3) : 1);
  const [ownHeads, kvHeads] = [headsOf(query), headsOf(key)];
  const grouped = kvHeads === headsOf(value) && kvHeads > 0 && ownHeads % kvHeads === 0 && (enableGqa || kvHeads === 1);
  if (enableGqa && !grouped)
    throw new ShapeError(
      `${op}: with enableGqa key and value need the same number of heads, which divides that of the query: got ${ownHeads}, ${kvHeads} and ${headsOf(value)}.`,
    );
  const leads = [query, key, value].map((x) => x.shape.slice(0, -3));
  const lead = broadcastShapes(op, leads);
  const heads = grouped ? ownHeads : broadcastShapes(op, [[ownHeads], [kvHeads], [headsOf(value)]])[0]!;
  const batch = sizeOf(lead);
  const four = (x: Tensor, h: number): Tensor => {
    const matrix = x.shape.slice(-2);
    const full = [...lead, h, ...matrix];
    return toFour(sameShape(x.shape, full) ? x : expand(x, full), [batch, h, ...matrix]);
  };
  const [q, k, v] = [four(query, heads), four(key, grouped ? kvHeads : heads), four(value, grouped ? kvHeads : heads)];
  const rows = query.size(-2);
  let mask = attnMask;
  if (mask !== null) {
    const full = [...lead, heads, rows, key.size(-2)];
    if (mask.ndim > full.length || mask.shape.some((n, d) => n !== 1 && n !== full.at(d - mask!.ndim)))
      throw new ShapeError(`${op}: attnMask ${show(mask.shape)} does not broadcast to ${show(full)}.`);
    if (mask.dtype !== 'bool') mask = cast(mask, query.dtype);
    mask = toFour(expand(mask, full), [batch, ...full.slice(-3)]);
  }
  const flat = Math.max(query.ndim, key.ndim, value.ndim) === 2;
  const shape = [...lead, ...(flat ? [] : [heads]), rows, value.size(-1)];
  const scale = options.scale ?? 1 / Math.sqrt(Math.max(query.size(-1), 1));
  return { q, k, v, mask, causal: isCausal, scale, keep: 1 - dropoutP, shape };
}
const toFour = (x: Tensor, shape: Shape): Tensor => (sameShape(x.shape, shape) ? x : reshape(x, shape));

/** The state of a stream from which the weights to drop are drawn again, or null where none is. Advances the stream. */
function draw({ q, k, keep }: Attention, generator: Generator = defaultGenerator): Tensor | null {
  if (keep === 1) return null;
  const [seed, counter] = generator.getState();
  generator.setState([seed, counter + Math.ceil((sizeOf(q.shape.slice(0, 3)) * k.shape[2]!) / 4)]);
  const state = empty_([4], 'float64', false);
  state.storage.write(0, Float64Array.of(seed, counter, 0, 0));
  return state;
}

/** Uninitialised, [batch, heads, rows, cols], its rows as those of x: heads that lie between the columns of a layer stay there. */
function laidOutAs(x: Tensor, cols: number, recorded: boolean): Tensor {
  const [b, h, r] = x.shape as [number, number, number];
  const between = x.strides[1]! < x.strides[2]!;
  const strides = between ? [r * h * cols, cols, h * cols, 1] : [h * r * cols, r * cols, cols, 1];
  return new Tensor(allocate(b * h * r * cols * x.info.bytes, recorded), [b, h, r, cols], strides, 0, x.dtype);
}
/** What is laid out as each of xs; in one memory, as they are, where they are the three parts of one linear layer's result. */
function laidOutAsAll(xs: [q: Tensor, k: Tensor, v: Tensor]): [Tensor, Tensor, Tensor] {
  const [{ storage, shape, strides, offset, dtype, info }] = xs;
  const [b, h, r, cols] = shape as [number, number, number, number];
  const width = h * cols;
  const one = [3 * width * r, cols, 3 * width, 1];
  const parts = xs.every(
    (x, i) =>
      x.storage === storage &&
      x.offset === offset + i * width &&
      sameShape(x.shape, shape) &&
      sameShape(x.strides, one),
  );
  if (!parts) return xs.map((x) => laidOutAs(x, x.shape[3]!, false)) as typeof xs;
  const memory = allocate(3 * b * r * width * info.bytes, false);
  return xs.map((_, i) => new Tensor(memory, shape, strides, i * width, dtype)) as typeof xs;
}
const withRows = (x: Tensor): Tensor => (x.strides[3] === 1 || x.shape[3] === 1 ? x : contiguous(x));

interface Run {
  y: Tensor;
  /** Whatever the gradients read, besides the operands. */
  saved: Tensor[];
  /** From y's to those of q, k and v. */
  gradients: (g: Tensor) => Tensor[];
  state: Tensor | null;
}

/** Runs the kernel on operands whose rows are contiguous. */
function run(a: Attention, recorded: boolean, generator: Generator = defaultGenerator): Run {
  const { q, k, v, mask, causal, scale, keep } = a;
  const y = laidOutAs(q, v.shape[3]!, recorded);
  const lse = empty_(q.shape.slice(0, 3), q.dtype, false);
  const state = keep < 1 ? empty_([4], 'float64', false) : null;
  const cell = keep < 1 ? generator.cell : null;
  const words = [
    dtypes[q.dtype].code,
    Number(causal),
    scale,
    keep,
    k.shape[1]!,
    q.shape[3]!,
    v.shape[3]!,
    dtypes[mask?.dtype ?? q.dtype].code,
  ] as const;
  const sizes = [...q.shape.slice(0, 3), k.shape[2]!];
  const strides = [q.strides, k.strides, v.strides, y.strides, mask?.strides ?? [0, 0, 0, 0]] as const;
  checkStatus(attentionRecord(op, ...words, q, k, v, y, lse, mask, state, cell, sizes, ...strides), q);
  const gradients = (gradient: Tensor): Tensor[] => {
    const g = withRows(gradient);
    const [dq, dk, dv] = laidOutAsAll([q, k, v]);
    const more = [g.strides, dq.strides, dk.strides, dv.strides] as const;
    checkStatus(
      attentionBackwardRecord(op, ...words, q, k, v, y, lse, mask, state, g, dq, dk, dv, sizes, ...strides, ...more),
      q,
    );
    return [dq, dk, dv];
  };
  return { y, saved: [y, lse, mask, state].filter((x) => x !== null), gradients, state };
}

function fused(given: Attention, generator?: Generator): Tensor {
  const { wide } = given.q.info;
  if (wide !== given.q.dtype) {
    const [q, k, v] = [given.q, given.k, given.v].map((x) => cast(x, wide)) as [Tensor, Tensor, Tensor];
    const mask = given.mask && given.mask.dtype !== 'bool' ? cast(given.mask, wide) : given.mask;
    return cast(fused({ ...given, q, k, v, mask }, generator), given.q.dtype);
  }
  const a = { ...given, q: withRows(given.q), k: withRows(given.k), v: withRows(given.v) };
  const operands = [a.q, a.k, a.v];
  const recorded = recording(operands);
  const { y, saved, gradients, state } = run(a, recorded, generator);
  if (!recorded) return y;
  return record(op, y, operands, [...operands, ...saved], (g) => {
    let made: Tensor[] | null = null;
    const all = (): Tensor[] => (made ??= gradEnabled() ? composedGradients(a, g, state) : gradients(g));
    return [0, 1, 2].map((i) => () => all()[i]!);
  });
}

/**
 * Attention of a layer's own heads, as one op: given [batch, rows, 3 · heads · cols], queries before keys before values, to
 * [batch, rows, heads · cols].
 */
export function selfAttention(
  given: Tensor,
  heads: number,
  isCausal: boolean,
  dropoutP: number,
  generator?: Generator,
): Tensor {
  const { wide } = given.info;
  if (wide !== given.dtype)
    return cast(selfAttention(cast(given, wide), heads, isCausal, dropoutP, generator), given.dtype);
  const x = contiguous(given);
  const [batch, rows, width] = x.shape as [number, number, number];
  const [e, cols] = [width / 3, width / 3 / heads];
  return scope(() => {
    const recorded = recording([x]);
    const view = (at: Tensor, row: number, offset: number): Tensor =>
      new Tensor(at.storage, [batch, heads, rows, cols], [rows * row, cols, row, 1], at.offset + offset, x.dtype);
    const [q, k, v] = [0, e, 2 * e].map((offset) => view(x, width, offset)) as [Tensor, Tensor, Tensor];
    const a = { q, k, v, mask: null, causal: isCausal, scale: 1 / Math.sqrt(cols), keep: 1 - dropoutP };
    const { y, saved, gradients, state } = run(a, recorded, generator);
    const out = flat(y, [batch, rows, e]);
    if (!recorded) return out;
    return record(op, out, [x], [x, ...saved], (g) => [
      () => {
        if (!gradEnabled()) return flat(gradients(view(contiguous(g), e, 0))[0]!, x.shape);
        const parts = unbind(permute(reshape(x, [batch, rows, 3, heads, cols]), [2, 0, 3, 1, 4]));
        const [q, k, v] = parts as [Tensor, Tensor, Tensor];
        const gradient = permute(reshape(g, [batch, rows, heads, cols]), [0, 2, 1, 3]);
        const all = composedGradients({ ...a, q, k, v }, gradient, state);
        return reshape(permute(stack(all, 0), [1, 3, 0, 2, 4]), x.shape);
      },
    ]);
  });
}
/** All that x's memory holds, in another shape. */
const flat = (x: Tensor, shape: Shape): Tensor =>
  new Tensor(x.storage, shape, contiguousStrides(shape), x.offset, x.dtype);

function checkStatus(code: number, { dtype }: Tensor): void {
  if (code === status.outOfMemory) throw new BackendError(`${op}: no memory for the tiles it works on.`);
  if (code !== status.ok) throw new BackendError(`${op}: no kernel for ${dtype} (status ${code}).`);
}

/** The same with its weights [batch, heads, queries, keys] after dropout, which takes memory for them. Operands of four dims. */
export function attentionWithWeights(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  options: AttentionOptions = {},
): { output: Tensor; weights: Tensor } {
  check(query, key, value, options);
  const a = prepared(query, key, value, options);
  return composed(a, draw(a, options.generator));
}
