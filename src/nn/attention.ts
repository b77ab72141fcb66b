/** Attention of several heads. */
import { type DType, requireTensors } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { attentionWithWeights, scaledDotProductAttention, selfAttention } from '../ops/attention.ts';
import { empty, zeros } from '../ops/create.ts';
import { linear } from '../ops/matmul.ts';
import { split, unbind } from '../ops/parts.ts';
import { mean } from '../ops/reduce.ts';
import { cat, expand, permute, reshape, select, unsqueeze } from '../ops/shape.ts';
import { known } from '../options.ts';
import type { Generator } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import { type MaskOptions, seenBy } from './attentionMask.ts';
import { checkDropout } from './dropout.ts';
import { xavierNormal_, xavierUniform_, zeros_ } from './init.ts';
import type { KVCache } from './kvCache.ts';
import { Linear } from './layers.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';
import type { RotaryEmbedding } from './positions.ts';

export interface MultiheadAttentionOptions {
  /** The probability that a weight becomes 0 in training. Default: 0. */
  dropout?: number;
  /** Default: true. */
  bias?: boolean;
  /** A learned row at the end of keys and of values. Default: false. */
  addBiasKv?: boolean;
  /** A row of zeros at the end of keys and of values. Default: false. */
  addZeroAttn?: boolean;
  /** The last dim of keys. Default: embedDim. */
  kdim?: number;
  /** The last dim of values. Default: embedDim. */
  vdim?: number;
  /** [batch, rows, cols] instead of [rows, batch, cols]. Default: false. */
  batchFirst?: boolean;
  /** Default: 'float32'. */
  dtype?: DType;
  generator?: Generator;
}

export interface MultiheadAttentionForwardOptions extends MaskOptions {
  /** Whether weights are returned, which takes memory for all of them. Default: true. */
  needWeights?: boolean;
  /** Weights are averaged over the heads. Default: true. */
  averageAttnWeights?: boolean;
  /** Keys and values are appended to it and all it has are used; the query's rows are the last ones. Masks are over all keys. */
  cache?: KVCache | null;
  /** Rotates queries and keys, of embedDim / numHeads columns, by their positions. Default: none. */
  rotary?: RotaryEmbedding | null;
}

export interface AttentionResult {
  /** Shaped as the query. */
  output: Tensor;
  /** [batch, queries, keys], or [batch, heads, queries, keys] when not averaged; null when not asked for. */
  weights: Tensor | null;
}

/**
 * Attention of numHeads heads, each with embedDim / numHeads columns. Names, layouts and starting values of parameters are PyTorch's. A
 * query that sees no key gives zeros.
 * https://pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html
 * @throws ValueError unless numHeads divides embedDim
 */
export class MultiheadAttention extends Module<
  [query: Tensor, key: Tensor, value: Tensor, options?: MultiheadAttentionForwardOptions],
  AttentionResult
> {
  readonly embedDim: number;
  readonly numHeads: number;
  readonly dropout: number;
  readonly batchFirst: boolean;
  readonly addZeroAttn: boolean;
  inProjWeight: Parameter | null = null;
  qProjWeight: Parameter | null = null;
  kProjWeight: Parameter | null = null;
  vProjWeight: Parameter | null = null;
  inProjBias: Parameter | null;
  biasK: Parameter | null;
  biasV: Parameter | null;
  outProj: Linear;
  generator?: Generator;

  constructor(embedDim: number, numHeads: number, options: MultiheadAttentionOptions = {}) {
    super();
    const names = ['dropout', 'bias', 'addBiasKv', 'addZeroAttn', 'kdim', 'vdim', 'batchFirst', 'dtype', 'generator'];
    const {
      dropout = 0,
      bias = true,
      addBiasKv = false,
      addZeroAttn = false,
    } = known('MultiheadAttention', options, names);
    const { kdim = embedDim, vdim = embedDim, batchFirst = false, dtype = 'float32', generator } = options;
    if (!(embedDim > 0 && numHeads > 0 && Number.isInteger(embedDim / numHeads)))
      throw new ValueError(
        `MultiheadAttention: embedDim (${embedDim}) must be a multiple of numHeads (${numHeads}), both above 0.`,
      );
    checkDropout('MultiheadAttention', dropout);
    this.embedDim = embedDim;
    this.numHeads = numHeads;
    this.dropout = dropout;
    this.batchFirst = batchFirst;
    this.addZeroAttn = addZeroAttn;
    if (generator) this.generator = generator;
    const parameter = (...shape: number[]): Parameter => new Parameter(empty(shape, { dtype }));
    if (kdim === embedDim && vdim === embedDim) {
      this.inProjWeight = parameter(3 * embedDim, embedDim);
    } else {
      this.qProjWeight = parameter(embedDim, embedDim);
      this.kProjWeight = parameter(embedDim, kdim);
      this.vProjWeight = parameter(embedDim, vdim);
    }
    this.inProjBias = bias ? parameter(3 * embedDim) : null;
    this.biasK = addBiasKv ? parameter(1, 1, embedDim) : null;
    this.biasV = addBiasKv ? parameter(1, 1, embedDim) : null;
    this.outProj = new Linear(embedDim, embedDim, { bias, dtype, generator });
    this.resetParameters(generator);
  }

  /** Draws new starting values: xavierUniform_ for what projects the inputs, xavierNormal_ for learned rows; biases are 0. */
  resetParameters(generator?: Generator): void {
    this.outProj.resetParameters(generator);
    for (const weight of [this.inProjWeight, this.qProjWeight, this.kProjWeight, this.vProjWeight])
      if (weight) xavierUniform_(weight, { generator });
    for (const bias of [this.inProjBias, this.outProj.bias]) if (bias) zeros_(bias);
    for (const row of [this.biasK, this.biasV]) if (row) xavierNormal_(row, { generator });
  }

  /**
   * @param query [queries, batch, embedDim]; key [keys, batch, kdim]; value [keys, batch, vdim]. With batchFirst the batch comes first; all
   * three may lack it.
   * @throws ShapeError, DTypeError for what does not fit; StateError for a cache inside a graph
   */
  forward(query: Tensor, key: Tensor, value: Tensor, options: MultiheadAttentionForwardOptions = {}): AttentionResult {
    const names = ['attnMask', 'keyPaddingMask', 'isCausal', 'needWeights', 'averageAttnWeights', 'cache', 'rotary'];
    known('MultiheadAttention', options, names);
    const batchDim = this.batchFirst ? 0 : 1;
    this.check(query, key, value, batchDim);
    if (query.ndim === 2) return this.withoutBatch(query, key, value, options, batchDim);
    return this.attend(query, key, value, options);
  }

  /** Projections, scores and sums of values, but not the projection of the outputs, which is the Linear's. */
  override multiplyAdds(
    _result: AttentionResult,
    [query, key, value, options]: readonly [Tensor, Tensor, Tensor, MultiheadAttentionForwardOptions?],
  ): number {
    const rows = key.size(this.batchFirst ? -2 : 0);
    const keys = (options?.cache?.length ?? rows) + Number(this.biasK !== null) + Number(this.addZeroAttn);
    const projections = (query.length + key.length + value.length) * this.embedDim;
    return projections + 2 * query.length * keys;
  }

  /** forward, of inputs that have a batch. */
  private attend(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    options: MultiheadAttentionForwardOptions,
  ): AttentionResult {
    const { needWeights = true, averageAttnWeights = true, cache = null, rotary = null } = options;
    const dropoutP = this.training ? this.dropout : 0;
    if (!needWeights && this.alone(query, key, value, options)) {
      const heads = linear(query, this.inProjWeight!, this.inProjBias);
      const rows = selfAttention(heads, this.numHeads, options.isCausal ?? false, dropoutP, this.generator);
      return { output: this.outProj.forward(rows), weights: null };
    }
    const past = cache?.length ?? 0;
    const [q, newK, newV] = this.projected(query, key, value).map((heads, i) =>
      rotary && i < 2 ? rotary.forward(heads, { offset: past }) : heads,
    ) as [Tensor, Tensor, Tensor];
    let [k, v] = [newK, newV];
    if (cache) ({ keys: k, values: v } = cache.append(k, v));
    const shape = [...q.shape.slice(0, 3), k.size(2)];
    const extra = this.extraRows(q);
    const seen = seenBy('MultiheadAttention', options, shape, past, extra.length);
    if (extra.length > 0) {
      k = cat([k, ...extra.map(([row]) => row)], 2);
      v = cat([v, ...extra.map(([, row]) => row)], 2);
    }
    const how = { ...seen, dropoutP, generator: this.generator };
    const { output: y, weights } = needWeights
      ? attentionWithWeights(q, k, v, how)
      : { output: scaledDotProductAttention(q, k, v, how), weights: null };
    const rows = reshape(permute(y, this.batchFirst ? [0, 2, 1, 3] : [2, 0, 1, 3]), query.shape);
    return { output: this.outProj.forward(rows), weights: weights && averageAttnWeights ? mean(weights, 1) : weights };
  }

  /** Whether it is attention of one tensor to itself and nothing more: one op after the projection. */
  private alone(query: Tensor, key: Tensor, value: Tensor, options: MultiheadAttentionForwardOptions): boolean {
    const one = query === key && key === value && this.inProjWeight !== null;
    const more = options.attnMask ?? options.keyPaddingMask ?? options.cache ?? options.rotary ?? this.biasK;
    return one && !more && !this.addZeroAttn && this.batchFirst && query.length > 0;
  }

  private check(query: Tensor, key: Tensor, value: Tensor, batchDim: number): void {
    const all = [query, key, value];
    requireTensors('MultiheadAttention', all);
    const { ndim } = query;
    const fits = (ndim === 2 || ndim === 3) && all.every((x) => x.ndim === ndim);
    if (!fits || (ndim === 3 && all.some((x) => x.shape[batchDim] !== query.shape[batchDim])))
      throw new ShapeError(
        `MultiheadAttention: query ${show(query.shape)}, key ${show(key.shape)} and value ${show(value.shape)} must be ${this.batchFirst ? '[batch, rows, cols]' : '[rows, batch, cols]'} with one batch size, or all [rows, cols].`,
      );
  }

  private withoutBatch(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    options: MultiheadAttentionForwardOptions,
    batchDim: number,
  ): AttentionResult {
    const { keyPaddingMask: padding } = options;
    // What is one tensor stays one: its projections are made together.
    const made = new Map([query, key, value].map((x) => [x, unsqueeze(x, batchDim)]));
    const { output, weights } = this.attend(made.get(query)!, made.get(key)!, made.get(value)!, {
      ...options,
      keyPaddingMask: padding?.ndim === 1 ? unsqueeze(padding, 0) : padding,
    });
    return { output: select(output, batchDim, 0), weights: weights && select(weights, 0, 0) };
  }

  /** The heads of queries, keys and values, [batch, heads, rows, cols]; in one product where they come from one tensor. */
  private projected(query: Tensor, key: Tensor, value: Tensor): Tensor[] {
    const { inProjWeight: weight, inProjBias: bias, embedDim: e } = this;
    if (weight && query === key && key === value) return unbind(this.inHeads(linear(query, weight, bias), 3));
    const biases = bias ? split(bias, e) : [null, null, null];
    const weights = weight ? split(weight, e) : [this.qProjWeight!, this.kProjWeight!, this.vProjWeight!];
    return [query, key, value].map((x, i) => select(this.inHeads(linear(x, weights[i]!, biases[i]), 1), 0, 0));
  }

  /** [parts, batch, heads, rows, cols], a view. */
  private inHeads(x: Tensor, parts: number): Tensor {
    const heads = reshape(x, [...x.shape.slice(0, 2), parts, this.numHeads, this.embedDim / this.numHeads]);
    return permute(heads, this.batchFirst ? [2, 0, 3, 1, 4] : [2, 1, 3, 0, 4]);
  }

  /** Rows of keys and values that follow the others. */
  private extraRows(q: Tensor): [key: Tensor, value: Tensor][] {
    const [batch, heads, , cols] = q.shape as [number, number, number, number];
    const rows: [Tensor, Tensor][] = [];
    const learned = (x: Tensor): Tensor => expand(reshape(x, [1, heads, 1, cols]), [batch, heads, 1, cols]);
    if (this.biasK && this.biasV) rows.push([learned(this.biasK), learned(this.biasV)]);
    const zero = this.addZeroAttn ? zeros([batch, heads, 1, cols], { dtype: q.dtype }) : null;
    if (zero) rows.push([zero, zero]);
    return rows;
  }
}
