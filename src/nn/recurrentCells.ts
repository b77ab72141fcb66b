/** One time step of RNN, LSTM and GRU. */
import { known } from '../options.ts';
import type { DType } from '../dtype.ts';
import { show, ShapeError } from '../errors.ts';
import { empty, zeros } from '../ops/create.ts';
import { gatesOf, recurrentLayer, type RecurrentKind } from '../ops/recurrent.ts';
import { squeeze, unsqueeze } from '../ops/shape.ts';
import type { Generator } from '../random.ts';
import { Tensor } from '../tensor.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';
import { drawParameters, requireNonlinearity, requireSizes } from './recurrent.ts';

export interface CellOptions {
  /** Default: true. */
  bias?: boolean;
  /** Default: 'float32'. */
  dtype?: DType;
  /** Where starting values come from. */
  generator?: Generator;
}

abstract class Cell<State, Result> extends Module<[x: Tensor, state?: State | null], Result> {
  weightIh: Parameter;
  weightHh: Parameter;
  biasIh: Parameter | null;
  biasHh: Parameter | null;

  constructor(
    protected readonly kind: RecurrentKind,
    readonly inputSize: number,
    readonly hiddenSize: number,
    options: CellOptions,
  ) {
    super();
    const names = ['bias', 'dtype', 'generator'];
    const { bias = true, dtype = 'float32', generator } = known(this.constructor.name, options, names);
    requireSizes(this.constructor.name, { inputSize, hiddenSize });
    const width = gatesOf(kind) * hiddenSize;
    this.weightIh = new Parameter(empty([width, inputSize], { dtype }));
    this.weightHh = new Parameter(empty([width, hiddenSize], { dtype }));
    this.biasIh = bias ? new Parameter(empty([width], { dtype })) : null;
    this.biasHh = bias ? new Parameter(empty([width], { dtype })) : null;
    this.resetParameters(generator);
  }

  /** Draws new starting values, uniform in ±1/√hiddenSize. */
  resetParameters(generator?: Generator): void {
    drawParameters(this, this.hiddenSize, generator);
  }

  /** Each element of a matrix meets each row once. */
  override multiplyAdds(result: Result): number {
    const h = result instanceof Tensor ? result : (result as { h: Tensor }).h;
    return (h.length / this.hiddenSize) * (this.weightIh.length + this.weightHh.length);
  }

  /** The step of x [inputSize] or [batch, inputSize]. @throws ShapeError */
  protected step(x: Tensor, h: Tensor | null, c: Tensor | null): readonly Tensor[] {
    const op = this.constructor.name;
    if (x.ndim < 1 || x.ndim > 2 || x.shape[x.ndim - 1] !== this.inputSize)
      throw new ShapeError(
        `${op}: the input must be [${this.inputSize}] or [batch, ${this.inputSize}], got ${show(x.shape)}.`,
      );
    const rows = x.ndim === 1 ? unsqueeze(x, 0) : x;
    if (rows.length === 0) throw new ShapeError(`${op}: the input ${show(x.shape)} has no element.`);
    const state = (name: string, given: Tensor | null): Tensor => {
      if (!given) return zeros([rows.shape[0]!, this.hiddenSize], { dtype: x.dtype });
      const shape = [...x.shape.slice(0, -1), this.hiddenSize];
      if (show(given.shape) !== show(shape))
        throw new ShapeError(
          `${op}: ${name} has shape ${show(given.shape)}; for this input it must be ${show(shape)}.`,
        );
      return x.ndim === 1 ? unsqueeze(given, 0) : given;
    };
    const [h0, c0] = [state('h', h), this.kind === 'lstm' ? state('c', c) : null];
    const { weightIh: ih, weightHh: hh, biasIh, biasHh } = this;
    const weights = { ih, hh, biasIh, biasHh, hr: null };
    const made = recurrentLayer(op, { kind: this.kind, x: rows, sizes: [rows.shape[0]!], h0, c0, weights });
    return x.ndim === 1 ? made.map((one) => squeeze(one, 0)) : made;
  }
}

abstract class OneStateCell extends Cell<Tensor, Tensor> {
  /** The next hidden state, of h's shape: [hiddenSize] or [batch, hiddenSize]; h is zeros unless given. @throws ShapeError, DTypeError */
  forward(x: Tensor, h: Tensor | null = null): Tensor {
    return this.step(x, h, null)[0]!;
  }
}

/** One step of RNN. https://pytorch.org/docs/stable/generated/torch.nn.RNNCell.html @throws ValueError */
export class RNNCell extends OneStateCell {
  constructor(
    inputSize: number,
    hiddenSize: number,
    given: CellOptions & { /** Default: 'tanh'. */ nonlinearity?: 'tanh' | 'relu' } = {},
  ) {
    const { nonlinearity = 'tanh', ...options } = known('RNNCell', given, [
      'bias',
      'dtype',
      'generator',
      'nonlinearity',
    ]);
    requireNonlinearity('RNNCell', nonlinearity);
    super(nonlinearity, inputSize, hiddenSize, options);
  }
}

/** One step of GRU. https://pytorch.org/docs/stable/generated/torch.nn.GRUCell.html @throws ValueError */
export class GRUCell extends OneStateCell {
  constructor(inputSize: number, hiddenSize: number, options: CellOptions = {}) {
    super('gru', inputSize, hiddenSize, options);
  }
}

/** One step of LSTM. https://pytorch.org/docs/stable/generated/torch.nn.LSTMCell.html @throws ValueError */
export class LSTMCell extends Cell<readonly [h: Tensor, c: Tensor], { h: Tensor; c: Tensor }> {
  constructor(inputSize: number, hiddenSize: number, options: CellOptions = {}) {
    super('lstm', inputSize, hiddenSize, options);
  }
  /** The next hidden state and cell, [hiddenSize] or [batch, hiddenSize] each; zeros come before unless given. @throws ShapeError, DTypeError */
  forward(x: Tensor, state: readonly [h: Tensor, c: Tensor] | null = null): { h: Tensor; c: Tensor } {
    const [h, c] = this.step(x, state?.[0] ?? null, state?.[1] ?? null) as [Tensor, Tensor];
    return { h, c };
  }
}
