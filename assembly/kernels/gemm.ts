/**
 * Matrix products: C = A · B + bias with any strides, and batches of them.
 *
 *   gemmTile.ts   the micro-kernel         gemv.ts      matrix × vector
 *   gemmPack.ts   packing, any stride      gemmFew.ts   few rows × a matrix beyond the caches
 *
 * The loops of Goto and of BLIS (Van Zee & van de Geijn, ACM TOMS 41(3), 2015): each cuts one dim so that what the loops inside reuse
 * stays in one level of cache. An operand that is used little, or lies well as it is, is not packed.
 */
import { GemmWord } from '../generated/opcodes';
import { DType, product, size, Status, whole } from '../record';
import { room } from '../scratch';
import { close, leaderRoom, next, open, threads } from '../team';
import { multiplyFew, streams } from './gemmFew';
import { packPanel } from './gemmPack';
import { Product } from './gemmProduct';
import { Target, tileCols, tileRows, tiles } from './gemmTile';
import { gemvColumns, gemvRows, Vector } from './gemv';
import { Walk, walkBytes } from './walk';

// The scratch room: the batch's walk, the arguments, the tile's target, then packed blocks of A and B.
const targetAt: usize = walkBytes;
const vectorAt: usize = targetAt + 64;
const productAt: usize = vectorAt + 64;
const aAt: usize = productAt + 64;
const aBytes: usize = 256 << 10;
const bAt: usize = aAt + aBytes;
const bBytes: usize = 1 << 20;
/** Room that kernels made of products may use. */
export const behind: usize = bAt + bBytes;
/** The most of k summed in registers before C is updated: panels of B fit L1, and sums are grouped the same way everywhere. */
const depth: usize = 256;

/** Rows i0 … i1 − 1 and columns j0 … j1 − 1 of a product. How the sums over k are grouped depends on the whole product only. */
function multiply<T>(g: Product, i0: usize, i1: usize, j0: usize, j1: usize): void {
  const e = sizeof<T>();
  if (streams<T>(g)) {
    const end = j1 - (j1 - j0) % tileCols<T>();
    multiplyFew<T>(g, i0, i1, j0, end, room() + aAt, room() + bAt);
    j0 = end;
  }
  const m = g.m, n = g.n, k = g.k;
  const aRow = g.aRow, aCol = g.aCol, bRow = g.bRow, bCol = g.bCol, cRow = g.cRow;
  const cols = tileCols<T>();
  // Tiles read A's four rows side by side, and both operands best where they are packed. Packing B moves every element once more:
  // it pays where many tiles use it, and its rows are so far apart that few of them fit the first cache.
  const few = m <= 2 * tileRows || <f64>m * <f64>n * <f64>k <= 64 * 64 * 64;
  const packA = aRow != 1 || aCol * e > 512 || m % tileRows != 0;
  const packB = bCol != 1 || !(few || (bRow * e < 1024 && m * bRow * e < 65536));

  const parts = (k + depth - 1) / depth;
  const kBlock: usize = k == 0 ? 1 : (k + parts - 1) / parts;
  const mBlock: usize = packA ? max<usize>(aBytes / (kBlock * e) / tileRows, 1) * tileRows : m;
  const nBlock: usize = packB ? max<usize>(bBytes / (kBlock * e) / cols, 1) * cols : n;
  const packedA = room() + aAt;
  const packedB = room() + bAt;
  const t = changetype<Target>(room() + targetAt);
  t.row = cRow * e;

  for (let jc = j0; jc < j1; jc += nBlock) {
    const nc = min<usize>(nBlock, j1 - jc);
    let pc: usize = 0;
    do {
      // once for k = 0 too
      const kc = min<usize>(kBlock, k - pc);
      const bFrom = g.b + (pc * bRow + jc * bCol) * e;
      const bNext = bRow * e;
      for (let j: usize = packB ? 0 : nc - (nc % cols); j < nc; j += cols) {
        // not packing, only the columns that do not fill a tile
        packPanel<T>(
          kc,
          min<usize>(cols, nc - j),
          bFrom + j * bCol * e,
          bCol * e,
          bNext,
          packB ? packedB + j * kc * e : packedB,
          cols,
        );
      }
      t.adds = g.adds || pc > 0;
      for (let ic = i0; ic < i1; ic += mBlock) {
        const mc = min<usize>(mBlock, i1 - ic);
        const aFrom = g.a + (ic * aRow + pc * aCol) * e;
        if (packA) {
          for (let i: usize = 0; i < mc; i += tileRows) {
            packPanel<T>(
              kc,
              min<usize>(tileRows, mc - i),
              aFrom + i * aRow * e,
              aRow * e,
              aCol * e,
              packedA + i * kc * e,
              tileRows,
            );
          }
        }
        for (let j: usize = 0; j < nc; j += cols) {
          const inPlace = !packB && j + cols <= nc;
          const bPanel = inPlace ? bFrom + j * e : packB ? packedB + j * kc * e : packedB;
          const bStep = inPlace ? bNext : cols * e;
          t.cols = min<usize>(cols, nc - j);
          t.bias = g.bias == 0 || pc + kc < k ? 0 : g.bias + (jc + j) * e;
          t.rows = mc;
          t.c = g.c + (ic * cRow + jc + j) * e;
          if (packA) tiles<T>(kc, packedA, tileRows * e, tileRows * kc * e, bPanel, bStep, t);
          else tiles<T>(kc, aFrom, aCol * e, tileRows * e, bPanel, bStep, t);
        }
      }
      pc += kBlock;
    } while (pc < k);
  }
}

/** C (+)= A · B for kernels that are made of products, on the thread that asks. */
export function multiplyTile<T>(
  m: usize, n: usize, k: usize, a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize, c: usize,
  cRow: usize, adds: bool,
): void {
  const g = changetype<Product>(room() + productAt);
  g.m = m;
  g.n = n;
  g.k = k;
  g.a = a;
  g.aRow = aRow;
  g.aCol = aCol;
  g.b = b;
  g.bRow = bRow;
  g.bCol = bCol;
  g.c = c;
  g.cRow = cRow;
  g.bias = 0;
  g.adds = adds;
  multiply<T>(g, 0, m, 0, n);
}

/** The products with n = 1 or m = 1 whose matrix has contiguous rows or columns are vectors' business; false for others. */
function vectorProduct<T>(g: Product, v: Vector): bool {
  if (g.k == 0 || (g.n != 1 && g.m != 1)) return false;
  const e = sizeof<T>();
  v.k = g.k;
  v.y = g.c;
  v.bias = g.bias;
  if (g.n == 1) {
    v.setMatrix(g.m, g.a, g.aRow * e, g.aCol * e);
    v.x = g.b;
    v.xStep = g.bRow * e;
    v.yStep = g.cRow * e;
    v.biasStep = 0;
  } else {
    v.setMatrix(g.n, g.b, g.bCol * e, g.bRow * e);
    v.x = g.a;
    v.xStep = g.aCol * e;
    v.yStep = v.biasStep = e;
  }
  if (v.col == e) return v.xStep == e || v.k * e <= bBytes;
  return v.row == e && v.yStep == e;
}
/** Where y may be cut: what an element's sum looks like depends on its place below this. */
const vectorStep: usize = 64;
/** Elements first … end − 1 of a vector product; first is a multiple of vectorStep. */
function multiplyVector<T>(v: Vector, first: usize, end: usize): void {
  if (v.col != sizeof<T>()) return gemvColumns<T>(v, first, end);
  if (v.xStep != sizeof<T>()) {
    packPanel<T>(v.k, 1, v.x, 0, v.xStep, room() + bAt, 1);
    v.x = room() + bAt;
    v.xStep = sizeof<T>();
  }
  gemvRows<T>(v, first, end);
}

/** A large matrix of contiguous columns is cut into so many times fewer of them, each of them read from end to end. */
const vectorParts: usize = 4;
function sharesColumns<T>(v: Vector): bool {
  return v.col != sizeof<T>() && v.rows * v.k >= 262144 && vectorParts * v.rows * sizeof<T>() <= bBytes;
}
/** The sums of the parts are columns themselves: their product with ones is y. */
function multiplyShared<T>(w: usize, v: Vector): void {
  const sums = leaderRoom() + bAt;
  const each = (v.k + vectorParts - 1) / vectorParts;
  const matrix = v.matrix, x = v.x, y = v.y, k = v.k, bias = v.bias;
  v.bias = 0;
  open(w, vectorParts, true);
  for (let i = next(); i < vectorParts; i = next()) {
    v.k = min<usize>(each, k - min<usize>(k, i * each));
    v.matrix = matrix + i * each * v.col;
    v.x = x + i * each * v.xStep;
    v.y = sums + i * v.rows * sizeof<T>();
    gemvColumns<T>(v, 0, v.rows);
  }
  if (!close()) return;
  v.k = vectorParts;
  v.matrix = sums;
  v.col = v.rows * sizeof<T>();
  v.x = room() + targetAt;
  v.xStep = sizeof<T>();
  v.y = y;
  v.bias = bias;
  for (let i: usize = 0; i < vectorParts; i++) store<T>(v.x + i * sizeof<T>(), 1);
  gemvColumns<T>(v, 0, v.rows);
}

/** Multiply-adds that one thread takes at a time, at least: some 4 µs of them. */
const chunkWork: f64 = 65536;

/** ceil(x / parts), rounded up to whole steps. */
@inline function share(x: usize, parts: usize, step: usize): usize { return ((x + parts - 1) / parts + step - 1) / step * step; }

/**
 * How many parts the columns of C are cut into, and the rows: as many as make `wanted` together, so that as little as can be is packed
 * in several of them. Every element's sum is the same in every cut, so this may depend on the threads.
 */
function columnParts(m: usize, n: usize, wanted: usize): usize {
  let best: usize = 1;
  let least = Infinity;
  for (let columns: usize = 1; columns <= wanted; columns++) {
    if (wanted % columns != 0) continue;
    const rows = wanted / columns;
    const fits = (columns == 1 || n >= 64 * columns) && (rows == 1 || m >= 4 * tileRows * rows);
    const packed = <f64>columns * <f64>m + <f64>rows * <f64>n;
    if (!fits || packed >= least) continue;
    least = packed;
    best = columns;
  }
  return best;
}

function run<T>(w: usize): void {
  const g = changetype<Product>(room() + productAt);
  const m = (g.m = size(w, GemmWord.m));
  const n = (g.n = size(w, GemmWord.n));
  const k = (g.k = size(w, GemmWord.k));
  const a = (g.a = size(w, GemmWord.a));
  const b = (g.b = size(w, GemmWord.b));
  const c = (g.c = size(w, GemmWord.c));
  g.aRow = size(w, GemmWord.aRow);
  g.aCol = size(w, GemmWord.aCol);
  g.bRow = size(w, GemmWord.bRow);
  g.bCol = size(w, GemmWord.bCol);
  g.cRow = size(w, GemmWord.cRow);
  g.bias = size(w, GemmWord.bias);
  g.adds = false;
  const ndim = size(w, GemmWord.ndim);
  const dims: usize = GemmWord.dims;
  const batch = product(w, dims, <i32>ndim);
  if (m == 0 || n == 0 || batch == 0) return;
  const walk = changetype<Walk>(room());
  if (ndim > 0) {
    walk.ndim = ndim;
    for (let d: usize = 0; d < ndim; d++) {
      walk.setDim(
        d,
        size(w, dims + d),
        size(w, dims + ndim + d),
        size(w, dims + 2 * ndim + d),
        size(w, dims + 3 * ndim + d),
      );
    }
  }

  const v = changetype<Vector>(room() + vectorAt);
  const isVector = vectorProduct<T>(g, v);
  if (isVector && batch == 1 && sharesColumns<T>(v)) return multiplyShared<T>(w, v);
  const work = <f64>m * <f64>n * <f64>k;
  // A chunk is some products of the batch, or a part of one.
  // Long stretches of rows arrive fastest, so a product that goes along them is cut once for each thread; others are cut twice, as threads
  // may differ in speed. Two seldom do, and every part packs for itself.
  const count = threads();
  const once = count <= 2 || (!isVector && streams<T>(g));
  const most = <usize>min<f64>(max<f64>(work / chunkWork, 1), <f64>(once ? count : 2 * count));
  const wanted: usize = batch >= most ? 1 : most;
  const columns: usize = isVector ? 1 : columnParts(m, n, wanted);
  const partRows = isVector ? share(v.rows, wanted, vectorStep) : share(m, wanted / columns, tileRows);
  const partColumns = share(n, columns, 64);
  const partsDown = ((isVector ? v.rows : m) + partRows - 1) / partRows;
  const partsAcross: usize = isVector ? 1 : (n + partColumns - 1) / partColumns;
  const parts = partsDown * partsAcross;
  const products: usize = parts > 1 ? 1 : <usize>max<f64>(1, chunkWork / max<f64>(work, 1));
  const groups = (batch + products - 1) / products;
  const chunks = groups * parts;
  open(w, chunks, true);
  for (let i = next(); i < chunks; i = next()) {
    const part = i % parts;
    const down = part / partsAcross;
    const across = part % partsAcross;
    const first = (i / parts) * products;
    if (ndim > 0) walk.start(first);
    for (let left = min<usize>(products, batch - first); left > 0; left--) {
      if (ndim > 0) {
        g.a = a + walk.a * sizeof<T>();
        g.b = b + walk.b * sizeof<T>();
        g.c = c + walk.c * sizeof<T>();
        if (left > 1) walk.skip(1);
      }
      if (isVector) {
        vectorProduct<T>(g, v);
        multiplyVector<T>(v, down * partRows, min<usize>(v.rows, (down + 1) * partRows));
        continue;
      }
      multiply<T>(
        g,
        down * partRows,
        min<usize>(m, (down + 1) * partRows),
        across * partColumns,
        min<usize>(n, (across + 1) * partColumns),
      );
    }
  }
  close();
}

export function gemm(w: usize): Status {
  if (whole(w, GemmWord.ndim) > 8) return Status.unknownKernel;
  switch (whole(w, GemmWord.dtype)) {
    case DType.float32:
      run<f32>(w);
      return Status.ok;
    case DType.float64:
      run<f64>(w);
      return Status.ok;
    default:
      return Status.unknownKernel;
  }
}
