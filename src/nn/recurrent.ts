/** RNN, LSTM and GRU over sequences. */
import { known, requireWhole } from '../options.ts';
import type { DType } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { empty, zeros } from '../ops/create.ts';
import { indexSelect } from '../ops/indexing.ts';
import { flip } from '../ops/rearrange.ts';
import { gatesOf, recurrentLayer, type RecurrentKind, type RecurrentWeights } from '../ops/recurrent.ts';
import { cat, narrow, reshape, select, squeeze, stack, transpose, unsqueeze } from '../ops/shape.ts';
import { type Shape } from '../shape.ts';
import type { Generator } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import { checkDropout, dropout } from './dropout.ts';
import { uniform_ } from './init.ts';
import { Module } from './module.ts';
import { PackedSequence } from './packed.ts';
import { lastRows, reversedRows } from './packedRows.ts';
import { Parameter } from './parameter.ts';

export interface RecurrentOptions {
  /** Layers on top of each other. Default: 1. */
  numLayers?: number;
  /** Default: true. */
  bias?: boolean;
  /** Whether x and the output are [batch, time, ...], rather than [time, batch, ...]. States are not. Default: false. */
  batchFirst?: boolean;
  /** The probability of dropout between layers, in training. Default: 0. */
  dropout?: number;
  /** Whether each layer also goes backwards, its outputs beside those of the other direction. Default: false. */
  bidirectional?: boolean;
  /** Default: 'float32'. */
  dtype?: DType;
  /** Where starting values and dropout come from. */
  generator?: Generator;
}

/** @throws ValueError unless all are whole numbers ≥ 1 */
export function requireSizes(op: string, sizes: Record<string, number>): void {
  for (const [name, n] of Object.entries(sizes)) requireWhole(op, name, n);
}
/** Starting values: uniform in ±1/√hiddenSize. */
export function drawParameters(module: Module<never[], unknown>, hiddenSize: number, generator?: Generator): void {
  const bound = 1 / Math.sqrt(hiddenSize);
  for (const parameter of module.parameters()) uniform_(parameter, { a: -bound, b: bound, generator });
}

/** A sequence as rows: those of the first time step, then those of the second, … */
interface Rows {
  data: Tensor;
  /** How many rows each step has. */
  sizes: readonly number[];
  packed: PackedSequence | null;
}

type Sequence = Tensor | PackedSequence;

abstract class Recurrent<State, Result> extends Module<[x: never, state?: State | null], Result> {
  [weight: `weight${string}`]: Parameter;
  [bias: `bias${'Ih' | 'Hh'}${string}`]: Parameter;
  readonly numLayers: number;
  readonly bias: boolean;
  readonly batchFirst: boolean;
  readonly dropout: number;
  readonly bidirectional: boolean;
  generator?: Generator;

  constructor(
    protected readonly kind: RecurrentKind,
    readonly inputSize: number,
    readonly hiddenSize: number,
    readonly projSize: number,
    options: RecurrentOptions,
  ) {
    super();
    const { numLayers = 1, bias = true, batchFirst = false, bidirectional = false, dtype = 'float32' } = options;
    const op = this.constructor.name;
    requireSizes(op, { inputSize, hiddenSize, numLayers });
    checkDropout(op, options.dropout ?? 0);
    this.numLayers = numLayers;
    this.bias = bias;
    this.batchFirst = batchFirst;
    this.dropout = options.dropout ?? 0;
    this.bidirectional = bidirectional;
    if (options.generator) this.generator = options.generator;
    const own = this as unknown as Record<string, Parameter>;
    const make = (name: string, shape: Shape): void => void (own[name] = new Parameter(empty(shape, { dtype })));
    const width = gatesOf(kind) * hiddenSize;
    for (let layer = 0; layer < numLayers; layer++) {
      for (const end of this.ends(layer)) {
        make(`weightIh${end}`, [width, layer === 0 ? inputSize : this.outputs * this.directions]);
        make(`weightHh${end}`, [width, this.outputs]);
        if (bias) for (const name of ['biasIh', 'biasHh']) make(`${name}${end}`, [width]);
        if (projSize > 0) make(`weightHr${end}`, [projSize, hiddenSize]);
      }
    }
    this.resetParameters(options.generator);
  }

  /** Draws new starting values, uniform in ±1/√hiddenSize. */
  resetParameters(generator?: Generator): void {
    drawParameters(this, this.hiddenSize, generator);
  }

  private get directions(): number {
    return this.bidirectional ? 2 : 1;
  }
  /** Features of an output in one direction. */
  private get outputs(): number {
    return this.projSize > 0 ? this.projSize : this.hiddenSize;
  }
  /** How the names of a layer's parameters end. */
  private ends(layer: number): string[] {
    return this.bidirectional ? [`L${layer}`, `L${layer}Reverse`] : [`L${layer}`];
  }
  private of(end: string): RecurrentWeights {
    const own = this as unknown as Record<string, Parameter | undefined>;
    const find = (name: string): Parameter | null => own[`${name}${end}`] ?? null;
    const [ih, hh] = [find('weightIh')!, find('weightHh')!];
    return { ih, hh, biasIh: find('biasIh'), biasHh: find('biasHh'), hr: find('weightHr') };
  }

  /** @throws ShapeError for a sequence of another shape, or of nothing */
  private rowsOf(x: Sequence): Rows {
    const op = this.constructor.name;
    if (x instanceof PackedSequence) {
      const { data, batchSizes } = x;
      if (data.ndim !== 2 || data.shape[1] !== this.inputSize)
        throw new ShapeError(`${op}: the packed data ${show(data.shape)} must be [elements, ${this.inputSize}].`);
      return { data, sizes: batchSizes, packed: x };
    }
    const batched = this.batchFirst ? '[batch, time' : '[time, batch';
    if (x.ndim < 2 || x.ndim > 3 || x.shape[x.ndim - 1] !== this.inputSize)
      throw new ShapeError(
        `${op}: the input must be [time, ${this.inputSize}] or ${batched}, ${this.inputSize}], got ${show(x.shape)}.`,
      );
    const steps = x.ndim === 2 ? unsqueeze(x, 1) : this.batchFirst ? transpose(x, 0, 1) : x;
    const [time, batch] = steps.shape as [number, number];
    if (time * batch === 0) throw new ShapeError(`${op}: the input ${show(x.shape)} has no element.`);
    return {
      data: reshape(steps, [time * batch, this.inputSize]),
      sizes: new Array<number>(time).fill(batch),
      packed: null,
    };
  }

  /** An initial state as [layers · directions, batch, features], in the order of the rows. @throws ShapeError */
  private initial(
    name: string,
    given: Tensor | null,
    features: number,
    x: Sequence,
    { data, sizes, packed }: Rows,
  ): Tensor {
    const batch = sizes[0]!;
    const layers = this.numLayers * this.directions;
    if (!given) return zeros([1, batch, features], { dtype: data.dtype }).expand([layers, batch, features]);
    const shape = !packed && (x as Tensor).ndim === 2 ? [layers, features] : [layers, batch, features];
    if (show(given.shape) !== show(shape))
      throw new ShapeError(
        `${this.constructor.name}: ${name} has shape ${show(given.shape)}; for this input it must be ${show(shape)}.`,
      );
    const state = shape.length === 2 ? unsqueeze(given, 1) : given;
    return packed?.sortedIndices ? indexSelect(state, 1, packed.sortedIndices) : state;
  }

  /** All layers. States are [layers · directions, batch, features]. */
  protected run(
    x: Sequence,
    h0: Tensor | null,
    c0: Tensor | null,
  ): { output: Sequence; hn: Tensor; cn: Tensor | null } {
    const rows = this.rowsOf(x);
    const { sizes, packed } = rows;
    const [time, batch] = [sizes.length, sizes[0]!];
    const op = this.constructor.name;
    const h = this.initial('h0', h0, this.outputs, x, rows);
    const c = this.kind === 'lstm' ? this.initial('c0', c0, this.hiddenSize, x, rows) : null;
    const order = packed && this.bidirectional ? reversedRows(sizes) : null;
    const reversed = (t: Tensor): Tensor =>
      order ? indexSelect(t, 0, order) : reshape(flip(reshape(t, [time, batch, -1]), 0), [time * batch, -1]);
    const ends = packed ? lastRows(sizes) : null;
    const last = (t: Tensor): Tensor => (ends ? indexSelect(t, 0, ends) : narrow(t, 0, (time - 1) * batch, batch));
    let { data } = rows;
    const [hs, cs]: [Tensor[], Tensor[]] = [[], []];
    for (let layer = 0; layer < this.numLayers; layer++) {
      const outs = this.ends(layer).map((end, direction) => {
        const at = hs.length;
        const from = direction === 0 ? data : reversed(data);
        const states = { h0: select(h, 0, at), c0: c && select(c, 0, at) };
        const [out, cells] = recurrentLayer(op, {
          kind: this.kind,
          x: from,
          sizes,
          ...states,
          weights: this.of(end),
        });
        hs.push(last(out!));
        if (cells) cs.push(last(cells));
        return direction === 0 ? out! : reversed(out!);
      });
      data = outs.length === 1 ? outs[0]! : cat(outs, 1);
      if (layer < this.numLayers - 1)
        data = dropout(data, { p: this.dropout, training: this.training, generator: this.generator });
    }
    const unbatched = !packed && (x as Tensor).ndim === 2;
    const finish = (states: Tensor[]): Tensor => {
      const all = stack(states);
      if (packed?.unsortedIndices) return indexSelect(all, 1, packed.unsortedIndices);
      return unbatched ? squeeze(all, 1) : all;
    };
    return { output: this.shaped(data, rows, unbatched), hn: finish(hs), cn: c && finish(cs) };
  }

  /** Each element of a matrix meets each row once. */
  override multiplyAdds(result: Result): number {
    const { output } = result as { output: Sequence };
    const { length } = output instanceof PackedSequence ? output.data : output;
    const matrices = [...this.parameters()].filter((p) => p.ndim === 2);
    return (length / (this.outputs * this.directions)) * matrices.reduce((n, p) => n + p.length, 0);
  }

  /** Rows in the form that x had. */
  private shaped(data: Tensor, { sizes, packed }: Rows, unbatched: boolean): Sequence {
    if (packed) return new PackedSequence(data, sizes, packed.sortedIndices, packed.unsortedIndices);
    if (unbatched) return data;
    const steps = reshape(data, [sizes.length, sizes[0]!, data.shape[1]!]);
    return this.batchFirst ? transpose(steps, 0, 1) : steps;
  }
}

/** What RNN and GRU give: outputs in the form of x, and the last hidden states, [layers · directions, batch, hiddenSize]. */
export interface RecurrentResult<S extends Sequence = Tensor> {
  output: S;
  hn: Tensor;
}
/** What LSTM gives: also the last cells, [layers · directions, batch, hiddenSize]. */
export interface LSTMResult<S extends Sequence = Tensor> extends RecurrentResult<S> {
  cn: Tensor;
}

export interface RNNOptions extends RecurrentOptions {
  /** Default: 'tanh'. */
  nonlinearity?: 'tanh' | 'relu';
}
/** @throws ValueError for another one */
export function requireNonlinearity(op: string, nonlinearity: string): void {
  if (nonlinearity !== 'tanh' && nonlinearity !== 'relu')
    throw new ValueError(`${op}: nonlinearity is '${nonlinearity}'; use 'tanh' or 'relu'.`);
}

/** The options that all of the layers have. */
const names = ['numLayers', 'bias', 'batchFirst', 'dropout', 'bidirectional', 'dtype', 'generator'];

/** What RNN and GRU share: their state is one tensor. */
abstract class OneState extends Recurrent<Tensor, RecurrentResult<Sequence>> {
  /**
   * @param x [time, inputSize], [time, batch, inputSize] ([batch, time, inputSize] with batchFirst), or a PackedSequence
   * @param h0 [layers · directions, batch, hiddenSize], without batch where x has none; zeros unless given
   * @throws ShapeError, DTypeError
   */
  forward(x: Tensor, h0?: Tensor | null): RecurrentResult;
  forward(x: PackedSequence, h0?: Tensor | null): RecurrentResult<PackedSequence>;
  forward(x: Sequence, h0?: Tensor | null): RecurrentResult<Sequence>;
  forward(x: Sequence, h0: Tensor | null = null): RecurrentResult<Sequence> {
    const { output, hn } = this.run(x, h0, null);
    return { output, hn };
  }
}

/**
 * h' = tanh(W_ih x + b_ih + W_hh h + b_hh), or relu, over a sequence. Elman 1990;
 * https://pytorch.org/docs/stable/generated/torch.nn.RNN.html @throws ValueError
 */
export class RNN extends OneState {
  readonly nonlinearity: 'tanh' | 'relu';

  constructor(inputSize: number, hiddenSize: number, given: RNNOptions = {}) {
    const { nonlinearity = 'tanh', ...options } = known('RNN', given, [...names, 'nonlinearity']);
    requireNonlinearity('RNN', nonlinearity);
    super(nonlinearity, inputSize, hiddenSize, 0, options);
    this.nonlinearity = nonlinearity;
  }
}

/**
 * Gated recurrent units over a sequence. Cho et al. 2014, https://arxiv.org/abs/1406.1078;
 * https://pytorch.org/docs/stable/generated/torch.nn.GRU.html @throws ValueError
 */
export class GRU extends OneState {
  constructor(inputSize: number, hiddenSize: number, options: RecurrentOptions = {}) {
    super('gru', inputSize, hiddenSize, 0, known('GRU', options, names));
  }
}

export interface LSTMOptions extends RecurrentOptions {
  /** Outputs are hidden states projected to this many features; 0: they are not. Default: 0. */
  projSize?: number;
}

/**
 * Long short-term memory over a sequence. Hochreiter & Schmidhuber 1997, https://doi.org/10.1162/neco.1997.9.8.1735;
 * https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html @throws ValueError
 */
export class LSTM extends Recurrent<readonly [h0: Tensor, c0: Tensor], LSTMResult<Sequence>> {
  constructor(inputSize: number, hiddenSize: number, given: LSTMOptions = {}) {
    const { projSize = 0, ...options } = known('LSTM', given, [...names, 'projSize']);
    if (!Number.isInteger(projSize) || projSize < 0 || projSize >= hiddenSize)
      throw new ValueError(
        `LSTM: projSize must be a whole number from 0 to below hiddenSize, ${hiddenSize}, got ${projSize}.`,
      );
    super('lstm', inputSize, hiddenSize, projSize, options);
  }

  /**
   * @param x [time, inputSize], [time, batch, inputSize] ([batch, time, inputSize] with batchFirst), or a PackedSequence
   * @param state h0 [layers · directions, batch, projSize or hiddenSize] and c0 [layers · directions, batch, hiddenSize], without
   *   batch where x has none; zeros unless given
   * @throws ShapeError, DTypeError
   */
  forward(x: Tensor, state?: readonly [h0: Tensor, c0: Tensor] | null): LSTMResult;
  forward(x: PackedSequence, state?: readonly [h0: Tensor, c0: Tensor] | null): LSTMResult<PackedSequence>;
  forward(x: Sequence, state?: readonly [h0: Tensor, c0: Tensor] | null): LSTMResult<Sequence>;
  forward(x: Sequence, state: readonly [h0: Tensor, c0: Tensor] | null = null): LSTMResult<Sequence> {
    const { output, hn, cn } = this.run(x, state?.[0] ?? null, state?.[1] ?? null);
    return { output, hn, cn: cn! };
  }
}
