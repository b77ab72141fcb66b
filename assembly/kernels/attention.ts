/**
 * Attention without its matrix of weights, and its gradients: native/kernels/attention.inl tells how. Tiles of queries × keys; products
 * are gemm's.
 */
import { AttentionBackwardWord, AttentionWord } from '../generated/opcodes';
import * as double from '../math/double';
import { DType, size, Status, whole, word } from '../record';
import { room } from '../scratch';
import { close, next, open } from '../team';
import { behind, multiplyTile } from './gemm';
import { philoxOne } from './random';
import { extremeOf } from './reduceKinds';
import { expShifted, multiply, multiplyBy } from './softmax';

/** Queries and keys of a tile. */
const tile: usize = 64;
/** Elements of a tile. */
const area: usize = tile * tile;

// Where the strides of a tensor lie in the lists of a record.
const ofQ: usize = 4, ofK: usize = 8, ofV: usize = 12, ofY: usize = 16, ofMask: usize = 20;
const ofG: usize = 24, ofDq: usize = 28, ofDk: usize = 32, ofDv: usize = 36;

/** A tile: queries i … i + m − 1 of head h with keys j … j + n − 1, and what all tiles of a record share. */
@unmanaged class Tile {
  w: usize;
  dims: usize;
  heads: usize;
  rows: usize;
  keys: usize;
  kvHeads: usize;
  cols: usize;
  vCols: usize;
  causal: bool;
  /** Seed and counter where weights are dropped, else 0. */
  state: usize;
  b: usize;
  h: usize;
  kv: usize;
  i: usize;
  m: usize;
  j: usize;
  n: usize;

  @inline stride(list: usize, d: usize): usize { return size(this.w, this.dims + list + d); }
  /** The row of a tensor of queries, or of keys, where the tile begins. */
  queries<T>(tensor: usize, list: usize): usize { return this.at<T>(tensor, list, this.h, this.i); }
  keysOf<T>(tensor: usize, list: usize): usize { return this.at<T>(tensor, list, this.kv, this.j); }
  at<T>(tensor: usize, list: usize, head: usize, row: usize): usize {
    const offset = this.b * this.stride(list, 0) + head * this.stride(list, 1) + row * this.stride(list, 2);
    return size(this.w, tensor) + offset * sizeof<T>();
  }
  @inline lse<T>(): usize {
    return size(this.w, AttentionWord.lse) + ((this.b * this.heads + this.h) * this.rows + this.i) * sizeof<T>();
  }
  setQueries(i: usize): void {
    this.i = i;
    this.m = min<usize>(tile, this.rows - i);
  }
  setKeys(j: usize): void {
    this.j = j;
    this.n = min<usize>(tile, this.keys - j);
  }
}

function begin(w: usize, dims: usize, state: usize): Tile {
  const t = changetype<Tile>(room() + behind);
  t.w = w;
  t.dims = dims;
  t.heads = size(w, dims + 1);
  t.rows = size(w, dims + 2);
  t.keys = size(w, dims + 3);
  t.kvHeads = size(w, AttentionWord.kvHeads);
  t.cols = size(w, AttentionWord.cols);
  t.vCols = size(w, AttentionWord.vCols);
  t.causal = whole(w, AttentionWord.causal) != 0;
  t.state = word(w, AttentionWord.keep) < 1 ? size(w, state) : 0;
  return t;
}

// Room: the tile, weights, their gradients, what is kept of them; then largest scores and sums.
const roomAt: usize = behind + 128;
@inline function tileRoom<T>(k: usize): usize { return room() + roomAt + k * area * sizeof<T>(); }
@inline function rowRoom<T>(k: usize): usize { return tileRoom<T>(3) + k * tile * 8; }

/** scale q kᵀ + mask, rows of `tile`; −∞ where a query does not see a key. */
function scores<T>(t: Tile): void {
  const e = sizeof<T>();
  const w = t.w;
  const n = t.n;
  let s = tileRoom<T>(0);
  multiplyTile<T>(
    t.m, n, t.cols, t.queries<T>(AttentionWord.q, ofQ), t.stride(ofQ, 2), 1, t.keysOf<T>(AttentionWord.k, ofK), 1,
    t.stride(ofK, 2), s, tile, false,
  );
  const scale = V.splat<T>(<T>word(w, AttentionWord.scale));
  const mask = size(w, AttentionWord.mask);
  const isBool = whole(w, AttentionWord.maskDtype) == DType.bool;
  for (let r = t.i; r < t.i + t.m; r++, s += tile * e) {
    multiplyBy<T>(s, n, scale);
    if (mask != 0) {
      let from = t.b * t.stride(ofMask, 0) + t.h * t.stride(ofMask, 1) + r * t.stride(ofMask, 2) + t.j * t.stride(ofMask, 3);
      for (let c: usize = 0; c < n; c++, from += t.stride(ofMask, 3)) {
        const at = s + c * e;
        if (!isBool) store<T>(at, <T>(load<T>(at) + load<T>(mask + from * e)));
        else if (load<u8>(mask + from) == 0) store<T>(at, <T>-Infinity);
      }
    }
    if (!t.causal) continue;
    for (let c: usize = r < t.j ? 0 : r - t.j + 1; c < n; c++) store<T>(s + c * e, <T>-Infinity);
  }
}

/** What weights are multiplied by: the bits of a bernoulli tensor. */
function dropout<T>(t: Tile): void {
  const keep = word(t.w, AttentionWord.keep);
  const kept = <T>(keep > 0 ? 1 / keep : 0);
  const seed = <u64>load<f64>(t.state);
  const counter = <u64>load<f64>(t.state, 8);
  const words = rowRoom<T>(2);
  for (let r: usize = 0; r < t.m; r++) {
    const first = <u64>((t.b * t.heads + t.h) * t.rows + t.i + r) * <u64>t.keys + <u64>t.j;
    for (let c: usize = 0; c < t.n; c++) {
      const at = first + <u64>c;
      const lane = <usize>at & 3;
      if (c == 0 || lane == 0) philoxOne(<u32>seed, <u32>(seed >> 32), counter + (at >> 2), words);
      const stays = <f64>(load<u32>(words + 4 * lane) >> 8) * 5.9604644775390625e-8 < keep;
      store<T>(tileRoom<T>(2) + (r * tile + c) * sizeof<T>(), stays ? kept : 0);
    }
  }
}

function zeroRows<T>(to: usize, row: usize, m: usize, n: usize): void {
  for (; m > 0; m--, to += row * sizeof<T>()) memory.fill(to, 0, n * sizeof<T>());
}

/** The queries of a tile with all keys. */
function attend<T>(t: Tile): void {
  const e = sizeof<T>();
  const y = t.queries<T>(AttentionWord.y, ofY);
  const yRow = t.stride(ofY, 2);
  const largest = rowRoom<T>(0), sums = rowRoom<T>(1);
  for (let r: usize = 0; r < t.m; r++) {
    store<f64>(largest + 8 * r, -Infinity);
    store<f64>(sums + 8 * r, 0);
  }
  zeroRows<T>(y, yRow, t.m, t.vCols);
  const end = t.causal ? min<usize>(t.keys, t.i + t.m) : t.keys;
  const s = tileRoom<T>(0);
  for (let j: usize = 0; j < end; j += tile) {
    t.setKeys(j);
    scores<T>(t);
    for (let r: usize = 0; r < t.m; r++) {
      const row = s + r * tile * e;
      const before = load<f64>(largest + 8 * r);
      const here = <f64>extremeOf<T>(row, t.n, true);
      const most = here > before ? here : before;
      store<f64>(largest + 8 * r, most);
      const shift: f64 = most == -Infinity ? 0 : most;
      const sum = expShifted<T>(row, row, t.n, V.splat<T>(<T>shift));
      const shrink = double.exp(before - shift);
      store<f64>(sums + 8 * r, load<f64>(sums + 8 * r) * shrink + sum);
      if (shrink != 1) multiplyBy<T>(y + r * yRow * e, t.vCols, V.splat<T>(<T>shrink));
    }
    if (t.state != 0) {
      dropout<T>(t);
      for (let r: usize = 0; r < t.m; r++) multiply<T>(s + r * tile * e, tileRoom<T>(2) + r * tile * e, s + r * tile * e, t.n);
    }
    multiplyTile<T>(
      t.m, t.vCols, t.n, s, tile, 1, t.keysOf<T>(AttentionWord.v, ofV), t.stride(ofV, 2), 1, y, yRow, true,
    );
  }
  for (let r: usize = 0; r < t.m; r++) {
    const sum = load<f64>(sums + 8 * r);
    store<T>(t.lse<T>() + r * e, <T>(sum == 0 ? Infinity : load<f64>(largest + 8 * r) + double.log(sum)));
    if (sum != 0) multiplyBy<T>(y + r * yRow * e, t.vCols, V.splat<T>(<T>(1 / sum)));
  }
}

/** The part of a tile in the gradients: in that of q where asked, in those of k and v where asked. */
function attendBack<T>(t: Tile, toQ: bool, toKv: bool): void {
  const e = sizeof<T>();
  const p = tileRoom<T>(0), d = tileRoom<T>(1), kept = tileRoom<T>(2);
  const products = rowRoom<T>(0);
  const g = t.queries<T>(AttentionBackwardWord.g, ofG), gRow = t.stride(ofG, 2);
  const y = t.queries<T>(AttentionWord.y, ofY), yRow = t.stride(ofY, 2);
  scores<T>(t);
  multiplyTile<T>(
    t.m, t.n, t.vCols, g, gRow, 1, t.keysOf<T>(AttentionWord.v, ofV), 1, t.stride(ofV, 2), d, tile, false,
  );
  if (t.state != 0) dropout<T>(t);
  const scale = V.splat<T>(<T>word(t.w, AttentionWord.scale));
  for (let r: usize = 0; r < t.m; r++) {
    const row = r * tile * e;
    // Σ g y, which is Σ of weights times their gradients
    multiplyTile<T>(1, 1, t.vCols, g + r * gRow * e, 0, 1, y + r * yRow * e, 1, 0, products, 1, false);
    expShifted<T>(p + row, p + row, t.n, V.splat<T>(load<T>(t.lse<T>() + r * e)));
    if (t.state != 0) multiply<T>(d + row, kept + row, d + row, t.n);
    const product = V.splat<T>(load<T>(products));
    for (let at = d + row; at < d + row + t.n * e; at += V.bytes<T>()) V.write<T>(at, V.mul<T>(V.sub<T>(V.read<T>(at), product), scale));
    multiply<T>(d + row, p + row, d + row, t.n);
    if (t.state != 0) multiply<T>(p + row, kept + row, p + row, t.n);
  }
  if (toQ) {
    multiplyTile<T>(
      t.m, t.cols, t.n, d, tile, 1, t.keysOf<T>(AttentionWord.k, ofK), t.stride(ofK, 2), 1,
      t.queries<T>(AttentionBackwardWord.dq, ofDq), t.stride(ofDq, 2), true,
    );
  }
  if (!toKv) return;
  multiplyTile<T>(
    t.n, t.cols, t.m, d, 1, tile, t.queries<T>(AttentionWord.q, ofQ), t.stride(ofQ, 2), 1,
    t.keysOf<T>(AttentionBackwardWord.dk, ofDk), t.stride(ofDk, 2), true,
  );
  multiplyTile<T>(
    t.n, t.vCols, t.m, p, 1, tile, g, gRow, 1, t.keysOf<T>(AttentionBackwardWord.dv, ofDv), t.stride(ofDv, 2), true,
  );
}

/** The gradients of the keys of a tile, from all queries that see them. */
function attendBackKeys<T>(t: Tile, toQ: bool): void {
  zeroRows<T>(t.keysOf<T>(AttentionBackwardWord.dk, ofDk), t.stride(ofDk, 2), t.n, t.cols);
  zeroRows<T>(t.keysOf<T>(AttentionBackwardWord.dv, ofDv), t.stride(ofDv, 2), t.n, t.vCols);
  const group = t.heads / t.kvHeads;
  for (t.h = t.kv * group; t.h < (t.kv + 1) * group; t.h++) {
    for (let i = t.causal ? t.j : 0; i < t.rows; i += tile) {
      t.setQueries(i);
      attendBack<T>(t, toQ, true);
    }
  }
}
/** The gradients of the queries of a tile, from all keys they see. */
function attendBackQueries<T>(t: Tile): void {
  zeroRows<T>(t.queries<T>(AttentionBackwardWord.dq, ofDq), t.stride(ofDq, 2), t.m, t.cols);
  const end = t.causal ? min<usize>(t.keys, t.i + t.m) : t.keys;
  for (let j: usize = 0; j < end; j += tile) {
    t.setKeys(j);
    attendBack<T>(t, true, false);
  }
}

/** Goes to the c-th tile of queries of all heads. */
function goToQueries(t: Tile, c: usize, tiles: usize): void {
  const head = c / tiles;
  t.b = head / t.heads;
  t.h = head % t.heads;
  t.kv = t.h / (t.heads / t.kvHeads);
  t.setQueries((c % tiles) * tile);
}

function forward<T>(w: usize): void {
  const dims: usize = AttentionWord.dims;
  const t = begin(w, dims, AttentionWord.cell);
  const tiles = (t.rows + tile - 1) / tile;
  const heads = size(w, dims) * t.heads;
  open(w, heads * tiles, heads * t.rows * t.keys > 4096);
  for (let c = next(); c < heads * tiles; c = next()) {
    goToQueries(t, c, tiles);
    attend<T>(t);
  }
  if (!close() || t.state == 0) return;
  memory.copy(size(w, AttentionWord.state), t.state, 32);
  const count = <f64>heads * <f64>t.rows * <f64>t.keys;
  store<f64>(t.state, load<f64>(t.state, 8) + Math.ceil(count / 4), 8);
}

/** Each head makes its weights once for all three gradients; where there are few heads, tiles of keys and of queries are shared out. */
function backward<T>(w: usize): void {
  const dims: usize = AttentionBackwardWord.dims;
  const t = begin(w, dims, AttentionBackwardWord.state);
  const pairs = size(w, dims) * t.kvHeads;
  const queryTiles = (t.rows + tile - 1) / tile, keyTiles = (t.keys + tile - 1) / tile;
  const heads = pairs >= 16;
  const ofKeys = heads ? pairs : pairs * keyTiles;
  const chunks = heads ? pairs : ofKeys + size(w, dims) * t.heads * queryTiles;
  open(w, chunks, pairs * t.rows * t.keys > 4096);
  for (let c = next(); c < chunks; c = next()) {
    if (c >= ofKeys) {
      goToQueries(t, c - ofKeys, queryTiles);
      attendBackQueries<T>(t);
      continue;
    }
    const pair = heads ? c : c / keyTiles;
    t.b = pair / t.kvHeads;
    t.kv = pair % t.kvHeads;
    const group = t.heads / t.kvHeads;
    for (let h = t.kv * group; heads && h < (t.kv + 1) * group; h++) {
      zeroRows<T>(t.at<T>(AttentionBackwardWord.dq, ofDq, h, 0), t.stride(ofDq, 2), t.rows, t.cols);
    }
    const first: usize = heads ? 0 : (c % keyTiles) * tile;
    const end = heads ? t.keys : first + 1;
    for (let j = first; j < end; j += tile) {
      t.setKeys(j);
      attendBackKeys<T>(t, heads);
    }
  }
  close();
}

export function attention(w: usize): Status {
  switch (whole(w, AttentionWord.dtype)) {
    case DType.float32: forward<f32>(w); return Status.ok;
    case DType.float64: forward<f64>(w); return Status.ok;
    default: return Status.unknownKernel;
  }
}
export function attentionBackward(w: usize): Status {
  switch (whole(w, AttentionWord.dtype)) {
    case DType.float32: backward<f32>(w); return Status.ok;
    case DType.float64: backward<f64>(w); return Status.ok;
    default: return Status.unknownKernel;
  }
}
