/**
 * Matrix products: C = A · B + bias with any strides, and batches of them.
 *
 *   gemmTile.ts   the micro-kernels        gemv.ts   matrix × vector
 *   gemmPack.ts   packing, any stride
 *
 * The loops of Goto and of BLIS (Van Zee & van de Geijn, ACM TOMS 41(3), 2015): each cuts one dim so that what the loops inside reuse
 * stays in one level of cache. An operand that is used little, or lies well as it is, is not packed.
 */
import { GemmWord } from '../generated/opcodes';
import { DType, product, size, Status, whole } from '../record';
import { room } from '../scratch';
import { packPanel } from './gemmPack';
import { Target, tileAcross, tileAlong, tileCols, tileRows } from './gemmTile';
import { gemvColumns, gemvRows, Vector } from './gemv';
import { Walk, walkBytes } from './walk';

// The scratch room: the batch's walk, the arguments, the tile's target, then packed blocks of A and B.
const targetAt: usize = walkBytes;
const vectorAt: usize = targetAt + 64;
const aAt: usize = vectorAt + 64;
const aBytes: usize = 256 << 10;
const bAt: usize = aAt + aBytes;
const bBytes: usize = 1 << 20;
/** The most of k summed in registers before C is updated: panels of B fit L1, and sums are grouped the same way everywhere. */
const depth: usize = 256;

/** One product; strides in elements, bias 0 for none. */
function multiply<T>(
  m: usize,
  n: usize,
  k: usize,
  a: usize,
  aRow: usize,
  aCol: usize,
  b: usize,
  bRow: usize,
  bCol: usize,
  c: usize,
  cRow: usize,
  bias: usize,
): void {
  const e = sizeof<T>();
  if (k > 0 && (n == 1 || m == 1) && vectorProduct<T>(m, n, k, a, aRow, aCol, b, bRow, bCol, c, cRow, bias)) return;

  const cols = tileCols<T>();
  // Packing moves every element once more. It pays where many tiles use an operand and each use would touch a new page or
  // cache line for every few elements.
  const small = m <= 2 * tileRows || <f64>m * <f64>n * <f64>k <= 64 * 64 * 64;
  const aAlong = aCol == 1 && (small || n <= 2 * cols || aRow * e <= 2048);
  const aAcross = !aAlong && aRow == 1 && m % tileRows == 0 && (small || n <= 2 * cols || aCol * e <= 512);
  const packA = !aAlong && !aAcross;
  const packB = bCol != 1 || !(small || bRow * e <= 1024);

  // B comes from memory and is used once or twice: strips of 4 KiB of its rows, few at a time, arrive as streams.
  const streams = !packB && m <= 2 * tileRows && <f64>k * <f64>n * <f64>e > 1048576;
  const most: usize = streams ? 16 : depth;
  const parts = (k + most - 1) / most;
  const kBlock: usize = k == 0 ? 1 : (k + parts - 1) / parts;
  const mBlock: usize = packA ? max<usize>(aBytes / (kBlock * e) / tileRows, 1) * tileRows : m;
  const nBlock: usize = packB ? max<usize>(bBytes / (kBlock * e) / cols, 1) * cols : streams ? 4096 / e : n;
  const packedA = room() + aAt;
  const packedB = room() + bAt;
  const t = changetype<Target>(room() + targetAt);
  t.row = cRow * e;

  for (let jc: usize = 0; jc < n; jc += nBlock) {
    const nc = min<usize>(nBlock, n - jc);
    let pc: usize = 0;
    do {
      // once for k = 0 too
      const kc = min<usize>(kBlock, k - pc);
      const bFrom = b + (pc * bRow + jc * bCol) * e;
      for (let j: usize = packB ? 0 : nc - (nc % cols); j < nc; j += cols) {
        // not packing, only the columns that do not fill a tile
        packPanel<T>(
          kc,
          min<usize>(cols, nc - j),
          bFrom + j * bCol * e,
          bCol * e,
          bRow * e,
          packB ? packedB + j * kc * e : packedB,
          cols,
        );
      }
      t.adds = pc > 0;
      for (let ic: usize = 0; ic < m; ic += mBlock) {
        const mc = min<usize>(mBlock, m - ic);
        const aFrom = a + (ic * aRow + pc * aCol) * e;
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
          const bStep = inPlace ? bRow * e : cols * e;
          t.cols = min<usize>(cols, nc - j);
          t.bias = bias == 0 || pc + kc < k ? 0 : bias + (jc + j) * e;
          for (let i: usize = 0; i < mc; i += tileRows) {
            t.rows = min<usize>(tileRows, mc - i);
            t.c = c + ((ic + i) * cRow + jc + j) * e;
            if (packA) tileAcross<T>(kc, packedA + i * kc * e, tileRows * e, bPanel, bStep, t);
            else if (aAlong) tileAlong<T>(kc, aFrom + i * aRow * e, aRow * e, bPanel, bStep, t);
            else tileAcross<T>(kc, aFrom + i * e, aCol * e, bPanel, bStep, t);
          }
        }
      }
      pc += kBlock;
    } while (pc < k);
  }
}

/** The products with n = 1 or m = 1 whose matrix has contiguous rows or columns; false for others. */
function vectorProduct<T>(
  m: usize,
  n: usize,
  k: usize,
  a: usize,
  aRow: usize,
  aCol: usize,
  b: usize,
  bRow: usize,
  bCol: usize,
  c: usize,
  cRow: usize,
  bias: usize,
): bool {
  const e = sizeof<T>();
  const v = changetype<Vector>(room() + vectorAt);
  v.k = k;
  v.y = c;
  v.bias = bias;
  if (n == 1) {
    v.rows = m;
    v.matrix = a;
    v.row = aRow * e;
    v.col = aCol * e;
    v.x = b;
    v.xStep = bRow * e;
    v.yStep = cRow * e;
    v.biasStep = 0;
  } else {
    v.rows = n;
    v.matrix = b;
    v.row = bCol * e;
    v.col = bRow * e;
    v.x = a;
    v.xStep = aCol * e;
    v.yStep = v.biasStep = e;
  }
  if (v.col == e && (v.xStep == e || k * e <= bBytes)) {
    if (v.xStep != e) {
      packPanel<T>(k, 1, v.x, 0, v.xStep, room() + bAt, 1);
      v.x = room() + bAt;
    }
    gemvRows<T>(v);
    return true;
  }
  if (v.row != e || v.yStep != e) return false;
  gemvColumns<T>(v);
  return true;
}

function run<T>(w: usize): void {
  const m = size(w, GemmWord.m);
  const n = size(w, GemmWord.n);
  const k = size(w, GemmWord.k);
  const a = size(w, GemmWord.a);
  const aRow = size(w, GemmWord.aRow);
  const aCol = size(w, GemmWord.aCol);
  const b = size(w, GemmWord.b);
  const bRow = size(w, GemmWord.bRow);
  const bCol = size(w, GemmWord.bCol);
  const c = size(w, GemmWord.c);
  const cRow = size(w, GemmWord.cRow);
  const bias = size(w, GemmWord.bias);
  const ndim = size(w, GemmWord.ndim);
  if (m == 0 || n == 0) return;
  if (ndim == 0) return multiply<T>(m, n, k, a, aRow, aCol, b, bRow, bCol, c, cRow, bias);
  const walk = changetype<Walk>(room());
  walk.ndim = ndim;
  const dims: usize = GemmWord.dims;
  for (let d: usize = 0; d < ndim; d++) {
    walk.setDim(
      d,
      size(w, dims + d),
      size(w, dims + ndim + d),
      size(w, dims + 2 * ndim + d),
      size(w, dims + 3 * ndim + d),
    );
  }
  walk.start(0);
  for (let left = product(w, dims, <i32>ndim); left > 0; left--) {
    const e = sizeof<T>();
    multiply<T>(m, n, k, a + walk.a * e, aRow, aCol, b + walk.b * e, bRow, bCol, c + walk.c * e, cRow, bias);
    walk.skip(1);
  }
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
