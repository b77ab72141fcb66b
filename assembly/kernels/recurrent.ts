/** The gates of one time step of RNN, LSTM and GRU, and their gradients. What is a product of matrices is not here. */
import { RecurrentBackwardWord, RecurrentKind, RecurrentWord } from '../generated/opcodes';
import { sigmoid, tanh } from '../math/index';
import { DType, size, Status, whole } from '../record';
import { close, next, open } from '../team';
import { readFew, writeFew } from './parts';

let n: usize = 0;
let j: usize = 0;
let hidden: usize = 0;

// Vectors of n lanes at element j of a row, and of a gate in it.
@inline function read<T>(row: usize, gate: usize = 0): Vec<T> { return readFew<T>(row + (gate * hidden + j) * sizeof<T>(), n); }
@inline function write<T>(row: usize, gate: usize, x: Vec<T>): void { writeFew<T>(row + (gate * hidden + j) * sizeof<T>(), n, x); }
/** Row r of a tensor of rows of `width` times hidden elements, of which the first is in a word. */
@inline function row<T>(w: usize, operand: usize, first: usize, r: usize, width: usize): usize {
  return size(w, operand) + (first + r) * width * hidden * sizeof<T>();
}
/** x (1 − x) */
@inline function slope<T>(x: Vec<T>): Vec<T> { return V.mul<T>(x, V.sub<T>(V.splat<T>(1), x)); }
/** 1 − x² */
@inline function rest<T>(x: Vec<T>): Vec<T> { return V.nfma<T>(x, x, V.splat<T>(1)); }
@inline function both<T>(a: usize, p: usize, gate: usize): Vec<T> { return V.add<T>(read<T>(a, gate), read<T>(p, gate)); }

// recurrentBackward begins with the same words.
@inline function kindOf(w: usize): i32 { return whole(w, RecurrentWord.kind); }
@inline function gatesOf(w: usize): usize { return kindOf(w) == RecurrentKind.lstm ? 4 : kindOf(w) == RecurrentKind.gru ? 3 : 1; }

function forwardStep<T>(w: usize, r: usize): void {
  const width = gatesOf(w);
  const before = size(w, RecurrentWord.before);
  const after = size(w, RecurrentWord.after);
  const a = row<T>(w, RecurrentWord.gates, size(w, RecurrentWord.at), r, width);
  const p = row<T>(w, RecurrentWord.product, size(w, RecurrentWord.productAt), r, width);
  const to = row<T>(w, RecurrentWord.h, after, r, 1);
  const kind = kindOf(w);
  if (kind == RecurrentKind.lstm) {
    const i = sigmoid<T>(both<T>(a, p, 0));
    const f = sigmoid<T>(both<T>(a, p, 1));
    const g = tanh<T>(both<T>(a, p, 2));
    const o = sigmoid<T>(both<T>(a, p, 3));
    const c = V.fma<T>(f, read<T>(row<T>(w, RecurrentWord.c, before, r, 1)), V.mul<T>(i, g));
    write<T>(row<T>(w, RecurrentWord.c, after, r, 1), 0, c);
    write<T>(to, 0, V.mul<T>(o, tanh<T>(c)));
    write<T>(a, 0, i);
    write<T>(a, 1, f);
    write<T>(a, 2, g);
    write<T>(a, 3, o);
  } else if (kind == RecurrentKind.gru) {
    const reset = sigmoid<T>(both<T>(a, p, 0));
    const z = sigmoid<T>(both<T>(a, p, 1));
    const fresh = tanh<T>(V.fma<T>(reset, read<T>(p, 2), read<T>(a, 2)));
    const old = read<T>(row<T>(w, RecurrentWord.h, before, r, 1));
    write<T>(to, 0, V.fma<T>(z, V.sub<T>(old, fresh), fresh));
    write<T>(a, 0, reset);
    write<T>(a, 1, z);
    write<T>(a, 2, fresh);
  } else {
    const v = both<T>(a, p, 0);
    const zero = V.splat<T>(0);
    write<T>(to, 0, kind == RecurrentKind.tanh ? tanh<T>(v) : V.select<T>(V.lt<T>(v, zero), zero, v));
  }
}

function backwardStep<T>(w: usize, r: usize): void {
  const width = gatesOf(w);
  const at = size(w, RecurrentWord.at);
  const before = size(w, RecurrentWord.before);
  const after = size(w, RecurrentWord.after);
  const a = row<T>(w, RecurrentBackwardWord.gates, at, r, width);
  const da = row<T>(w, RecurrentBackwardWord.dgates, at, r, width);
  const back = row<T>(w, RecurrentBackwardWord.carry, 0, r, 1);
  const kind = kindOf(w);
  let g = read<T>(row<T>(w, RecurrentBackwardWord.through, 0, r, 1));
  if (size(w, RecurrentBackwardWord.dh) != 0) g = V.add<T>(g, read<T>(row<T>(w, RecurrentBackwardWord.dh, at, r, 1)));
  if (kind == RecurrentKind.lstm) {
    const i = read<T>(a, 0);
    const f = read<T>(a, 1);
    const fresh = read<T>(a, 2);
    const o = read<T>(a, 3);
    const t = tanh<T>(read<T>(row<T>(w, RecurrentBackwardWord.c, after, r, 1)));
    let d = V.fma<T>(V.mul<T>(g, o), rest<T>(t), read<T>(back));
    if (size(w, RecurrentBackwardWord.dc) != 0) d = V.add<T>(d, read<T>(row<T>(w, RecurrentBackwardWord.dc, at, r, 1)));
    const old = read<T>(row<T>(w, RecurrentBackwardWord.c, before, r, 1));
    write<T>(da, 0, V.mul<T>(V.mul<T>(d, fresh), slope<T>(i)));
    write<T>(da, 1, V.mul<T>(V.mul<T>(d, old), slope<T>(f)));
    write<T>(da, 2, V.mul<T>(V.mul<T>(d, i), rest<T>(fresh)));
    write<T>(da, 3, V.mul<T>(V.mul<T>(g, t), slope<T>(o)));
    write<T>(back, 0, V.mul<T>(d, f));
  } else if (kind == RecurrentKind.gru) {
    g = V.add<T>(g, read<T>(back));
    const reset = read<T>(a, 0);
    const z = read<T>(a, 1);
    const fresh = read<T>(a, 2);
    const p = row<T>(w, RecurrentBackwardWord.product, size(w, RecurrentWord.productAt), r, 3);
    const dp = row<T>(w, RecurrentBackwardWord.dproduct, at, r, 3);
    const old = read<T>(row<T>(w, RecurrentBackwardWord.h, before, r, 1));
    const d = V.mul<T>(V.mul<T>(g, V.sub<T>(V.splat<T>(1), z)), rest<T>(fresh));
    const dr = V.mul<T>(V.mul<T>(d, read<T>(p, 2)), slope<T>(reset));
    const dz = V.mul<T>(V.mul<T>(g, V.sub<T>(old, fresh)), slope<T>(z));
    write<T>(da, 0, dr);
    write<T>(da, 1, dz);
    write<T>(da, 2, d);
    write<T>(dp, 0, dr);
    write<T>(dp, 1, dz);
    write<T>(dp, 2, V.mul<T>(d, reset));
    write<T>(back, 0, V.mul<T>(g, z));
  } else {
    const y = read<T>(row<T>(w, RecurrentBackwardWord.h, after, r, 1));
    const zero = V.splat<T>(0);
    write<T>(da, 0, kind == RecurrentKind.tanh ? V.mul<T>(g, rest<T>(y)) : V.select<T>(V.gt<T>(y, zero), g, zero));
  }
}

function run<T>(w: usize, back: bool): Status {
  const rows = size(w, RecurrentWord.rows);
  hidden = size(w, RecurrentWord.hidden);
  const per = <usize>2048 / hidden + 1;
  const chunks = (rows + per - 1) / per;
  open(w, chunks, chunks > 1);
  for (let c = next(); c < chunks; c = next()) {
    for (let r = c * per; r < min<usize>(rows, (c + 1) * per); r++) {
      for (j = 0; j < hidden; j += V.count<T>()) {
        n = hidden - j;
        if (back) backwardStep<T>(w, r);
        else forwardStep<T>(w, r);
      }
    }
  }
  close();
  return Status.ok;
}
function typed(w: usize, back: bool): Status {
  switch (whole(w, RecurrentWord.dtype)) {
    case DType.float32: return run<f32>(w, back);
    case DType.float64: return run<f64>(w, back);
    default: return Status.unknownKernel;
  }
}
export function recurrent(w: usize): Status { return typed(w, false); }
export function recurrentBackward(w: usize): Status { return typed(w, true); }
