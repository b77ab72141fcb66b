/** Rows of a table by index, as they are or gathered into bags, and the product of two inputs. */
import { known } from '../options.ts';
import { type DType, floatTypes, integerTypes, requireDType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { cast, full, tensor, zeros } from '../ops/create.ts';
import { bincount, unique } from '../ops/counting.ts';
import { add, clamp, div, eq, gt, mul, where } from '../ops/elementwise.generated.ts';
import { alongDim, pick } from '../ops/indexing.ts';
import { matmul } from '../ops/matmul.ts';
import { max } from '../ops/reduce.ts';
import { indexAdd, indexCopy_ } from '../ops/scatter.ts';
import { flatten, permute, reshape, squeeze, unsqueeze } from '../ops/shape.ts';
import { norm } from '../ops/statistics.ts';
import { sameShape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';

export interface EmbeddingOptions {
  /** This row gets no gradient; negative ones count from the end. */
  paddingIdx?: number | null;
  /** Rows that are used and longer are first shortened to this norm, in place. */
  maxNorm?: number | null;
  /** The p of that norm. Default: 2. */
  normType?: number;
  /** Divide the gradient of each row by how often it is used. Default: false. */
  scaleGradByFreq?: boolean;
}

/** @throws ShapeError, DTypeError */
function checkTable(op: string, input: Tensor, weight: Tensor): void {
  requireDType(op, 'the input', input, integerTypes);
  requireDType(op, 'weight', weight, floatTypes);
  if (weight.ndim !== 2)
    throw new ShapeError(`${op}: weight ${show(weight.shape)} must have 2 dims, [numEmbeddings, embeddingDim].`);
}

/** paddingIdx counted from the start. @throws ValueError when there is no such row */
export function checkPadding(op: string, paddingIdx: number | null, rows: number): number | null {
  if (paddingIdx === null) return null;
  if (!Number.isInteger(paddingIdx) || paddingIdx < -rows || paddingIdx >= rows)
    throw new ValueError(`${op}: paddingIdx ${paddingIdx} is no row of ${rows}.`);
  return paddingIdx < 0 ? paddingIdx + rows : paddingIdx;
}

/** Shortens the rows that are used to maxNorm, in place. */
function renorm(weight: Tensor, input: Tensor, maxNorm: number, normType: number): void {
  if (input.length === 0) return;
  noGrad(() =>
    scope(() => {
      const used = unique(flatten(input));
      const rows = pick('embedding', weight, 0, alongDim(used, weight.shape, 0));
      const norms = norm(rows, normType, 1, { keepdim: true });
      const shorter = mul(rows, div(maxNorm, add(norms, 1e-7)));
      indexCopy_(weight, 0, used, where(gt(norms, maxNorm), shorter, rows));
    }),
  );
}

/** The rows of a flat input, [L, D]. Gradients of rows that are used more than once are added in the order of the input. */
function rowsOf(op: string, input: Tensor, weight: Tensor, padding: number | null, byFrequency: boolean): Tensor {
  // What the gradient of each row is multiplied by.
  const factors = (): Tensor =>
    noGrad(() => {
      const { dtype, shape } = weight;
      const counts = byFrequency ? cast(bincount(input, { minlength: shape[0] }), dtype) : null;
      const scale = counts ? div(1, pick(op, counts, 0, input)) : full(input.shape, 1, { dtype });
      return unsqueeze(padding === null ? scale : where(eq(input, padding), 0, scale), 1);
    });
  const scaled = padding !== null || byFrequency;
  return pick(op, weight, 0, alongDim(input, weight.shape, 0), scaled ? factors : null);
}

/**
 * The rows of weight that input names, [...input.shape, D]. https://pytorch.org/docs/stable/generated/torch.nn.functional.embedding.html
 * @param input integers of any shape @param weight [numEmbeddings, D] @throws ShapeError, DTypeError; IndexError for a row that does
 * not exist; ValueError for such a paddingIdx
 */
export function embedding(input: Tensor, weight: Tensor, options: EmbeddingOptions = {}): Tensor {
  const {
    paddingIdx = null,
    maxNorm = null,
    normType = 2,
    scaleGradByFreq = false,
  } = known('embedding', options, ['paddingIdx', 'maxNorm', 'normType', 'scaleGradByFreq']);
  checkTable('embedding', input, weight);
  const padding = checkPadding('embedding', paddingIdx, weight.shape[0]!);
  if (maxNorm !== null) renorm(weight, input, maxNorm, normType);
  return scope(() => {
    const rows = rowsOf('embedding', flatten(input), weight, padding, scaleGradByFreq);
    return reshape(rows, [...input.shape, weight.shape[1]!]);
  });
}

export type BagMode = 'sum' | 'mean' | 'max';
export interface Bags {
  /** Where in a flat input each bag begins, int32. */
  offsets?: Tensor | null;
  /** A factor per element of the input, in its shape; mode 'sum' only. */
  perSampleWeights?: Tensor | null;
}
export interface EmbeddingBagOptions extends EmbeddingOptions {
  /** What becomes of the rows of a bag; an empty one gives zeros. Rows of paddingIdx do not take part. Default: 'mean'. */
  mode?: BagMode;
  /** The last offset is the length of the input. Default: false. */
  includeLastOffset?: boolean;
}

/** Where each bag begins, and where the last ends. @throws ShapeError, ValueError */
function bounds(op: string, input: Tensor, offsets: Tensor | null, includeLast: boolean): number[] {
  if (input.ndim === 2) {
    if (offsets)
      throw new ValueError(`${op}: offsets are for a flat input; each row of ${show(input.shape)} is a bag.`);
    return Array.from({ length: input.shape[0]! + 1 }, (_, i) => i * input.shape[1]!);
  }
  if (input.ndim !== 1 || !offsets)
    throw new ShapeError(`${op}: takes an input [B, N], or [N] with { offsets }, got ${show(input.shape)}.`);
  requireDType(op, 'offsets', offsets, integerTypes);
  const starts = Array.from<number | bigint, number>(offsets.toTypedArray<DType>(), Number);
  if (!includeLast) starts.push(input.length);
  const fits =
    offsets.ndim === 1 &&
    starts.length > 0 &&
    starts[0] === 0 &&
    starts.at(-1) === input.length &&
    starts.every((start, i) => i === 0 || start >= starts[i - 1]!);
  if (!fits)
    throw new ValueError(
      `${op}: offsets must have 1 dim, begin with 0, ascend and ${includeLast ? 'end with' : 'not pass'} ${input.length}, the length of the input.`,
    );
  return starts;
}

/**
 * Sums, means or maxima of the rows of each bag, [B, D], without the rows in between.
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.embedding_bag.html
 * @param input integers [B, N], each row a bag; or [N] with offsets @param weight [numEmbeddings, D]
 * @throws ShapeError, DTypeError, IndexError, ValueError
 */
export function embeddingBag(input: Tensor, weight: Tensor, options: EmbeddingBagOptions & Bags = {}): Tensor {
  const {
    offsets = null,
    perSampleWeights = null,
    mode = 'mean',
    includeLastOffset = false,
    paddingIdx = null,
    maxNorm = null,
    normType = 2,
    scaleGradByFreq = false,
  } = known('embeddingBag', options, [
    'offsets',
    'perSampleWeights',
    'mode',
    'includeLastOffset',
    'paddingIdx',
    'maxNorm',
    'normType',
    'scaleGradByFreq',
  ]);
  const op = 'embeddingBag';
  checkTable(op, input, weight);
  if (!['sum', 'mean', 'max'].includes(mode))
    throw new ValueError(`${op}: there is no mode '${String(mode)}'; use 'sum', 'mean' or 'max'.`);
  if (perSampleWeights && mode !== 'sum')
    throw new ValueError(`${op}: perSampleWeights go with mode 'sum', not '${mode}'.`);
  if (scaleGradByFreq && mode === 'max') throw new ValueError(`${op}: scaleGradByFreq does not go with mode 'max'.`);
  if (perSampleWeights && !sameShape(perSampleWeights.shape, input.shape))
    throw new ShapeError(
      `${op}: perSampleWeights ${show(perSampleWeights.shape)} must have the input's shape, ${show(input.shape)}.`,
    );
  const padding = checkPadding(op, paddingIdx, weight.shape[0]!);
  const begins = bounds(op, input, offsets, includeLastOffset);
  if (maxNorm !== null) renorm(weight, input, maxNorm, normType);
  return scope(() => {
    const flat = flatten(input);
    const rows = rowsOf(op, flat, weight, padding, scaleGradByFreq);
    const apart = padding === null ? null : unsqueeze(eq(flat, padding), 1);
    if (mode === 'max' && input.length > 0) return largest(rows, apart, begins);
    const weighted = perSampleWeights ? mul(rows, unsqueeze(flatten(perSampleWeights), 1)) : rows;
    const counted = apart ? where(apart, 0, weighted) : weighted;
    return summed(counted, apart, begins, mode === 'mean');
  });
}

/** Sums or means of the rows between `begins`. @param apart which rows do not take part */
function summed(rows: Tensor, apart: Tensor | null, begins: readonly number[], mean: boolean): Tensor {
  const bags = begins.length - 1;
  const { dtype } = rows;
  const bagOf = new Int32Array(rows.shape[0]!);
  for (let bag = 0; bag < bags; bag++) bagOf.fill(bag, begins[bag], begins[bag + 1]);
  const at = tensor(bagOf);
  const total = indexAdd(zeros([bags, rows.shape[1]!], { dtype }), 0, at, rows);
  if (!mean) return total;
  const one = full([rows.shape[0]!, 1], 1, { dtype });
  const counts = indexAdd(zeros([bags, 1], { dtype }), 0, at, apart ? where(apart, 0, one) : one);
  return div(total, clamp(counts, 1, null));
}

/** The largest elements of the rows between `begins`, side by side with −∞ where a bag has no more. */
function largest(rows: Tensor, apart: Tensor | null, begins: readonly number[]): Tensor {
  const bags = begins.length - 1;
  const longest = Math.max(...begins.slice(1).map((end, bag) => end - begins[bag]!));
  const places = new Int32Array(bags * longest);
  const missing = new Uint8Array(bags * longest).fill(1);
  for (let bag = 0; bag < bags; bag++) {
    for (let i = begins[bag]!; i < begins[bag + 1]!; i++) {
      const at = bag * longest + i - begins[bag]!;
      places[at] = i;
      missing[at] = 0;
    }
  }
  const at = tensor(places);
  let none = tensor(missing, { dtype: 'bool', shape: [bags * longest, 1] });
  if (apart) none = none.logicalOr(pick('embeddingBag', apart, 0, unsqueeze(at, 1)));
  const side = where(none, -Infinity, pick('embeddingBag', rows, 0, alongDim(at, rows.shape, 0)));
  const { values } = max(reshape(side, [bags, longest, rows.shape[1]!]), 1);
  return where(reshape(none, [bags, longest]).all(1, { keepdim: true }), 0, values);
}

/**
 * x1ᵀ · weight[o] · x2 + bias[o] for every o: [..., out]. https://pytorch.org/docs/stable/generated/torch.nn.functional.bilinear.html
 * @param x1 [..., in1] @param x2 [..., in2] @param weight [out, in1, in2] @param bias [out] or null @throws ShapeError, DTypeError
 */
export function bilinear(x1: Tensor, x2: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  const lead = x1.shape.slice(0, -1);
  const [out, in1, in2] = weight.shape;
  const fits =
    weight.ndim === 3 &&
    x1.shape.at(-1) === in1 &&
    sameShape(x2.shape, [...lead, in2!]) &&
    (!bias || sameShape(bias.shape, [out!]));
  if (!fits)
    throw new ShapeError(
      `bilinear: inputs ${show(x1.shape)} and ${show(x2.shape)}${bias ? ` and bias ${show(bias.shape)}` : ''} do not fit weight ${show(weight.shape)}: they must be [..., in1], [..., in2]${bias ? ', [out]' : ''} and [out, in1, in2].`,
    );
  return scope(() => {
    const left = matmul(reshape(x1, [-1, in1!]), reshape(permute(weight, [1, 0, 2]), [in1!, out! * in2!]));
    const both = matmul(reshape(left, [-1, out!, in2!]), unsqueeze(reshape(x2, [-1, in2!]), -1));
    const y = reshape(squeeze(both, -1), [...lead, out!]);
    return bias ? add(y, bias) : y;
  });
}
