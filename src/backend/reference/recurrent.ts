/** The gates of one time step of RNN, LSTM and GRU, and their gradients. */
import { recurrentKinds } from '../../kernels/spec.ts';
import { word } from '../../kernels/records.generated.ts';
import { status } from '../backend.ts';
import type { Memory } from './memory.ts';
import { isFloatCode } from './strided.ts';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

// recurrentBackward begins with the same words.
function stepOf(record: Float64Array, memory: Memory) {
  const w = word.recurrent;
  const kind = recurrentKinds[record[w.kind]!];
  const [dtype, rows, hidden] = [record[w.dtype]!, record[w.rows]!, record[w.hidden]!];
  const gates = kind === 'lstm' ? 4 : kind === 'gru' ? 3 : 1;
  /** The rows of this step in an operand, of `width` times hidden elements; read and written at [row, gate, element]. */
  const operand = (address: number, first: number, width: number) => {
    if (address === 0) return null;
    const { data, start } = memory.row(address, dtype, (first + rows) * width * hidden);
    const at = (r: number, j: number, gate = 0): number => start + ((first + r) * width + gate) * hidden + j;
    return {
      get: (r: number, j: number, gate = 0): number => data[at(r, j, gate)]!,
      set: (r: number, j: number, value: number, gate = 0): void => void (data[at(r, j, gate)] = value),
    };
  };
  const each = (f: (r: number, j: number) => void): void => {
    for (let r = 0; r < rows; r++) for (let j = 0; j < hidden; j++) f(r, j);
  };
  const [at, before, after, productAt] = [record[w.at]!, record[w.before]!, record[w.after]!, record[w.productAt]!];
  return { kind, known: isFloatCode(dtype), gates, operand, each, at, before, after, productAt };
}

/** LSTM: c' = f·c + i·g, h' = o·tanh(c'); GRU: h' = (1 − z)·n + z·h; RNN: h' = tanh or relu of the sum. */
export function recurrent(record: Float64Array, memory: Memory): number {
  const w = word.recurrent;
  const { kind, known, gates, operand, each, at, before, after, productAt } = stepOf(record, memory);
  if (!known) return status.unknownKernel;
  const a = operand(record[w.gates]!, at, gates)!;
  const p = operand(record[w.product]!, productAt, gates)!;
  const [h, old] = [operand(record[w.h]!, after, 1)!, operand(record[w.h]!, before, 1)!];
  const [c, oldC] = [operand(record[w.c]!, after, 1), operand(record[w.c]!, before, 1)];
  each((r, j) => {
    const sum = (gate: number): number => a.get(r, j, gate) + p.get(r, j, gate);
    const keep = (values: number[]): void => values.forEach((value, gate) => a.set(r, j, value, gate));
    if (kind === 'lstm') {
      const [i, f, g, o] = [sigmoid(sum(0)), sigmoid(sum(1)), Math.tanh(sum(2)), sigmoid(sum(3))];
      const next = f * oldC!.get(r, j) + i * g;
      c!.set(r, j, next);
      h.set(r, j, o * Math.tanh(next));
      keep([i, f, g, o]);
    } else if (kind === 'gru') {
      const [reset, z] = [sigmoid(sum(0)), sigmoid(sum(1))];
      const n = Math.tanh(a.get(r, j, 2) + reset * p.get(r, j, 2));
      h.set(r, j, (1 - z) * n + z * old.get(r, j));
      keep([reset, z, n]);
    } else {
      h.set(r, j, kind === 'tanh' ? Math.tanh(sum(0)) : sum(0) < 0 ? 0 : sum(0));
    }
  });
  return status.ok;
}

export function recurrentBackward(record: Float64Array, memory: Memory): number {
  const w = word.recurrentBackward;
  const { kind, known, gates, operand, each, at, before, after, productAt } = stepOf(record, memory);
  if (!known) return status.unknownKernel;
  const [a, da] = [operand(record[w.gates]!, at, gates)!, operand(record[w.dgates]!, at, gates)!];
  const [p, dp] = [operand(record[w.product]!, productAt, gates), operand(record[w.dproduct]!, at, gates)];
  const [h, old] = [operand(record[w.h]!, after, 1)!, operand(record[w.h]!, before, 1)!];
  const [c, oldC] = [operand(record[w.c]!, after, 1), operand(record[w.c]!, before, 1)];
  const [dh, dc] = [operand(record[w.dh]!, at, 1), operand(record[w.dc]!, at, 1)];
  const [through, carry] = [operand(record[w.through]!, 0, 1)!, operand(record[w.carry]!, 0, 1)!];
  each((r, j) => {
    const gate = (k: number): number => a.get(r, j, k);
    const give = (to: typeof da, values: number[]): void => values.forEach((value, k) => to.set(r, j, value, k));
    const g = through.get(r, j) + (dh?.get(r, j) ?? 0);
    if (kind === 'lstm') {
      const [i, f, fresh, o, t] = [gate(0), gate(1), gate(2), gate(3), Math.tanh(c!.get(r, j))];
      const d = g * o * (1 - t * t) + carry.get(r, j) + (dc?.get(r, j) ?? 0);
      const slopes = [d * fresh * i * (1 - i), d * oldC!.get(r, j) * f * (1 - f)];
      give(da, [...slopes, d * i * (1 - fresh * fresh), g * t * o * (1 - o)]);
      carry.set(r, j, d * f);
    } else if (kind === 'gru') {
      const all = g + carry.get(r, j);
      const [reset, z, n] = [gate(0), gate(1), gate(2)];
      const d = all * (1 - z) * (1 - n * n);
      const dr = d * p!.get(r, j, 2) * reset * (1 - reset);
      const dz = all * (old.get(r, j) - n) * z * (1 - z);
      give(da, [dr, dz, d]);
      give(dp!, [dr, dz, d * reset]);
      carry.set(r, j, all * z);
    } else {
      const y = h.get(r, j);
      da.set(r, j, kind === 'tanh' ? g * (1 - y * y) : y > 0 ? g : 0);
    }
  });
  return status.ok;
}
