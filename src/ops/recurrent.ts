/**
 * One layer of an RNN, LSTM or GRU in one direction over all time steps: an op of its own. One product gives what the inputs add to
 * the gates of all steps; then each step is one product with the previous hidden state and one kernel. Backward is the same in reverse,
 * and the gradients of the weights are one product each.
 */
import { recordedGradients } from '../autograd/recomputed.ts';
import { status } from '../backend/backend.ts';
import { dtypes, requireSameFloat } from '../dtype.ts';
import { BackendError } from '../errors.ts';
import { gradEnabled, nodeOf, noGrad, recording, recordMany, type Thunk } from '../graph.ts';
import * as opcode from '../kernels/opcodes.generated.ts';
import { gemmRecord, recurrentBackwardRecord, recurrentRecord } from '../kernels/records.generated.ts';
import { recurrentKinds } from '../kernels/spec.ts';
import { scope } from '../memory.ts';
import { Tensor } from '../tensor.ts';
import { cast, contiguous, fill_, tensor } from './create.ts';
import { add, mul, relu, sigmoid, sub, tanh } from './elementwise.generated.ts';
import { copyInto, empty_, runElementwise } from './elementwise.ts';
import { indexSelect } from './indexing.ts';
import { linear, matmul } from './matmul.ts';
import { sum } from './reduce.ts';
import { cat, narrow, transpose } from './shape.ts';

export type RecurrentKind = (typeof recurrentKinds)[number];

/** What a layer is made of, in PyTorch's layouts: gates one after the other, LSTM's as i, f, g, o, GRU's as r, z, n. */
export interface RecurrentWeights {
  /** [gates · hidden, inputs] */
  ih: Tensor;
  /** [gates · hidden, outputs] */
  hh: Tensor;
  biasIh: Tensor | null;
  biasHh: Tensor | null;
  /** [outputs, hidden], LSTM's projection; without it outputs = hidden. */
  hr: Tensor | null;
}
export interface RecurrentInput {
  kind: RecurrentKind;
  /** [rows, inputs]: the rows of the first step, then those of the second, … */
  x: Tensor;
  /** How many rows each step has, never more than the one before; row r of a step goes on from row r of the previous one. */
  sizes: readonly number[];
  /** [rows of the first step, outputs] */
  h0: Tensor;
  /** [rows of the first step, hidden], for LSTM */
  c0: Tensor | null;
  weights: RecurrentWeights;
}

export const gatesOf = (kind: RecurrentKind): number => (kind === 'lstm' ? 4 : kind === 'gru' ? 3 : 1);

/** Rows of a contiguous matrix, as a view that no graph knows. */
function rowsOf(x: Tensor, first: number, rows: number): Tensor {
  const cols = x.shape[1]!;
  return new Tensor(x.storage, [rows, cols], [cols, 1], x.offset + first * cols, x.dtype);
}

function check(op: string, code: number, { dtype }: Tensor): void {
  if (code === status.outOfMemory) throw new BackendError(`${op}: no memory to pack the weights.`);
  if (code !== status.ok) throw new BackendError(`${op}: no kernel for ${dtype} (status ${code}).`);
}

/** c = a · b + bias: rows of contiguous matrices a and c, and a matrix b of any strides. */
function multiply(op: string, a: Tensor, b: Tensor, bias: Tensor | null, c: Tensor): void {
  const [m, k] = a.shape as [number, number];
  const n = c.shape[1]!;
  const { code } = dtypes[a.dtype];
  const [row, col] = b.strides as [number, number];
  check(op, gemmRecord(op, code, m, n, k, a, k, 1, b, row, col, c, n, bias, [], [], [], []), a);
}

/** Where a step's rows are: in tensors of all steps, and in those that begin with the initial state. */
interface Step {
  rows: number;
  at: number;
  before: number;
  after: number;
}
function stepsOf(sizes: readonly number[]): Step[] {
  const batch = sizes[0]!;
  let at = 0;
  let before = 0;
  return sizes.map((rows) => {
    const step = { rows, at, before, after: batch + at };
    before = batch + at;
    at += rows;
    return step;
  });
}

/** What forward computes: all that backward reads of it. */
interface Pass {
  /** The activated gates of all steps. */
  gates: Tensor;
  /** The products with the hidden states: of all steps for GRU, of the last one for others. */
  product: Tensor;
  /** Outputs after the initial state, cells after the initial cell; LSTM's hidden states before their projection, after nothing. */
  h: Tensor;
  c: Tensor | null;
  full: Tensor;
}

function forward(op: string, { kind, x, sizes, h0, c0, weights }: RecurrentInput, steps: readonly Step[]): Pass {
  const { ih, hh, biasIh, biasHh, hr } = weights;
  const [total, batch, width] = [x.shape[0]!, sizes[0]!, ih.shape[0]!];
  const hidden = width / gatesOf(kind);
  const make = (rows: number, cols: number): Tensor => empty_([rows, cols], x.dtype, false);
  const gates = linear(x, ih, biasIh);
  const product = make(kind === 'gru' ? total : batch, width);
  const h = make(batch + total, hh.shape[1]!);
  copyInto(rowsOf(h, 0, batch), h0);
  const c = c0 && make(batch + total, hidden);
  if (c0) copyInto(rowsOf(c!, 0, batch), c0);
  const full = hr ? make(batch + total, hidden) : h;
  const recur = contiguous(transpose(hh, 0, 1));
  const bias = biasHh && contiguous(biasHh);
  const project = hr && transpose(hr, 0, 1);
  const { code } = dtypes[x.dtype];
  const number = recurrentKinds.indexOf(kind);
  for (const { rows, at, before, after } of steps) {
    const productAt = kind === 'gru' ? at : 0;
    multiply(op, rowsOf(h, before, rows), recur, bias, rowsOf(product, productAt, rows));
    const done = recurrentRecord(op, code, number, rows, hidden, at, before, after, productAt, gates, product, full, c);
    check(op, done, x);
    if (project) multiply(op, rowsOf(full, after, rows), project, null, rowsOf(h, after, rows));
  }
  return { gates, product, h, c, full };
}

/** The gradients of the gates, of what the hidden states add to them, of the outputs (for the projection), and of the initial state. */
interface Gradients {
  dgates: Tensor;
  dproduct: Tensor;
  dh: Tensor | null;
  dh0: Tensor;
  dc0: Tensor;
}

function backward(
  op: string,
  { kind, x, sizes, weights: { ih, hh, hr } }: RecurrentInput,
  steps: readonly Step[],
  { gates, product, c, full }: Pass,
  [gh, gc]: readonly (Tensor | null)[],
): Gradients {
  const [total, batch, width, outputs] = [x.shape[0]!, sizes[0]!, ih.shape[0]!, hh.shape[1]!];
  const hidden = width / gatesOf(kind);
  const make = (rows: number, cols: number): Tensor => empty_([rows, cols], x.dtype, false);
  const dh = gh ? contiguous(gh) : null;
  const dc = gc ? contiguous(gc) : null;
  const dgates = make(total, width);
  const dproduct = kind === 'gru' ? make(total, width) : dgates;
  // What comes from the next step: through its gates, and past them. Rows that end here have nothing yet.
  const through = fill_(make(batch, outputs), 0);
  const carry = fill_(make(batch, hidden), 0);
  const dhAll = hr && make(total, outputs);
  const inner = hr ? make(batch, hidden) : through;
  const recur = contiguous(hh);
  const { code } = dtypes[x.dtype];
  const number = recurrentKinds.indexOf(kind);
  for (let t = steps.length - 1; t >= 0; t--) {
    const { rows, at, before, after } = steps[t]!;
    if (hr) {
      const all = rowsOf(dhAll!, at, rows);
      runElementwise(op, opcode.add, x.dtype, all, [rowsOf(through, 0, rows), dh ? rowsOf(dh, at, rows) : 0]);
      multiply(op, all, hr, null, rowsOf(inner, 0, rows));
    }
    const productAt = kind === 'gru' ? at : 0;
    const given = [gates, kind === 'gru' ? product : null, full, c, hr ? null : dh, dc, inner, carry] as const;
    const put = [dgates, kind === 'gru' ? dproduct : null] as const;
    const head = [code, number, rows, hidden, at, before, after, productAt] as const;
    check(op, recurrentBackwardRecord(op, ...head, ...given, ...put), x);
    multiply(op, rowsOf(dproduct, at, rows), recur, null, rowsOf(through, 0, rows));
  }
  return { dgates, dproduct, dh: dhAll, dh0: kind === 'gru' ? add(through, carry) : through, dc0: carry };
}

/** The hidden state that each row began from. */
function previous(h: Tensor, sizes: readonly number[], steps: readonly Step[], total: number): Tensor {
  if (sizes.at(-1) === sizes[0]) return rowsOf(h, 0, total);
  const places = steps.flatMap(({ rows, before }) => Array.from({ length: rows }, (_, r) => before + r));
  return indexSelect(h, 0, tensor(Int32Array.from(places)));
}

/** What recurrentLayer's result is, in differentiable ops. */
function composed({ kind, x, sizes, h0, c0, weights }: RecurrentInput): Tensor[] {
  const { ih, hh, biasIh, biasHh, hr } = weights;
  const inputs = linear(x, ih, biasIh);
  const hidden = ih.shape[0]! / gatesOf(kind);
  let [h, c] = [h0, c0];
  const [outputs, cells]: [Tensor[], Tensor[]] = [[], []];
  for (const { rows, at } of stepsOf(sizes)) {
    const old = narrow(h, 0, 0, rows);
    const a = narrow(inputs, 0, at, rows);
    const p = linear(old, hh, biasHh);
    const part = (t: Tensor, gate: number): Tensor => narrow(t, 1, gate * hidden, hidden);
    const gate = (k: number): Tensor => add(part(a, k), part(p, k));
    if (kind === 'lstm') {
      const [i, f, g, o] = [sigmoid(gate(0)), sigmoid(gate(1)), tanh(gate(2)), sigmoid(gate(3))];
      c = add(mul(f, narrow(c!, 0, 0, rows)), mul(i, g));
      cells.push(c);
      h = mul(o, tanh(c));
      if (hr) h = linear(h, hr);
    } else if (kind === 'gru') {
      const [r, z] = [sigmoid(gate(0)), sigmoid(gate(1))];
      const n = tanh(add(part(a, 2), mul(r, part(p, 2))));
      h = add(n, mul(z, sub(old, n)));
    } else {
      h = kind === 'tanh' ? tanh(add(a, p)) : relu(add(a, p));
    }
    outputs.push(h);
  }
  return kind === 'lstm' ? [cat(outputs), cat(cells)] : [cat(outputs)];
}

/**
 * The outputs of all steps, and for LSTM the cells: rows as in x.
 * Hochreiter & Schmidhuber 1997; Cho et al. 2014, https://arxiv.org/abs/1406.1078; https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html
 * @throws DTypeError unless all are of one float dtype
 */
export function recurrentLayer(op: string, input: RecurrentInput): readonly Tensor[] {
  const { x, sizes, h0, c0, weights } = input;
  const { ih, hh, biasIh, biasHh, hr } = weights;
  const inputs = [x, h0, c0, ih, hh, biasIh, biasHh, hr];
  const given = inputs.filter((one) => one !== null);
  for (const one of given) requireSameFloat(op, x, one);
  const { wide } = x.info;
  if (wide !== x.dtype) {
    const up = <T extends Tensor | null>(t: T): T => (t && cast(t, wide)) as T;
    const all = { ih: up(ih), hh: up(hh), biasIh: up(biasIh), biasHh: up(biasHh), hr: up(hr) };
    const outs = recurrentLayer(op, { ...input, x: up(x), h0: up(h0), c0: up(c0), weights: all });
    return outs.map((y) => cast(y, x.dtype));
  }
  const recorded = recording(inputs);
  const steps = stepsOf(sizes);
  return scope(() => {
    const pass = noGrad(() => forward(op, input, steps));
    const [total, batch] = [x.shape[0]!, sizes[0]!];
    const outs = [pass.h, ...(pass.c ? [pass.c] : [])].map((all) => rowsOf(all, batch, total));
    if (!recorded) return outs;
    const kept = [pass.gates, pass.product, pass.h, pass.c, pass.full].filter((one) => one !== null);
    const saved = [...new Set([...given, ...kept])];
    recordMany(op, outs, inputs.map(nodeOf), saved, (gs) => {
      if (gradEnabled()) {
        let found: (Tensor | null)[] | null = null;
        const all = (): (Tensor | null)[] => (found ??= recordedGradients(op, () => composed(input), inputs, gs));
        return inputs.map((_, i) => () => all()[i]!);
      }
      let made: Gradients | null = null;
      const all = (): Gradients => (made ??= backward(op, input, steps, pass, gs));
      return thunks(input, steps, pass, all);
    });
    return outs;
  });
}

/** In the order of recurrentLayer's inputs. */
function thunks(
  { kind, x, sizes, weights }: RecurrentInput,
  steps: readonly Step[],
  { h, full }: Pass,
  all: () => Gradients,
): Thunk[] {
  const byRows = (g: Tensor, of: Tensor): Tensor => matmul(transpose(g, 0, 1), of);
  let bias: Tensor | null = null;
  const biasIh = (): Tensor => (bias ??= sum(all().dgates, 0));
  const total = x.shape[0]!;
  return [
    () => matmul(all().dgates, weights.ih),
    () => all().dh0,
    () => all().dc0,
    () => byRows(all().dgates, x),
    () => byRows(all().dproduct, previous(h, sizes, steps, total)),
    biasIh,
    () => (kind === 'gru' ? sum(all().dproduct, 0) : biasIh()),
    () => byRows(all().dh!, rowsOf(full, sizes[0]!, total)),
  ];
}
