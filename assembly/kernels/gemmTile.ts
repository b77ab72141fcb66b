/**
 * The micro-kernel of gemm: a tile of C, 4 rows by 2 vectors of columns, kept in registers while k runs.
 *
 *            B  k × cols            for each p in 0 … k − 1:
 *   A rows×k  [ C rows × cols ]       C[i][:] += A[i][p] · B[p][:]
 *
 * 8 accumulators, a row of B and an element of A leave room in the 16 registers of x86. Rows beyond those there are
 * are not stored. Every element sees the same operations in the same order in whatever tile it falls.
 */

export const tileRows: usize = 4;
@inline export function tileCols<T>(): usize { return 2 * V.count<T>(); }

/** Where a tile of C lies and what is added to the products. Bytes. */
@unmanaged export class Target {
  c: usize;
  row: usize;
  rows: usize;
  /** In elements. */
  cols: usize;
  /** 0 for none. */
  bias: usize;
  /** C += instead of C =. */
  adds: bool;
}

@inline function storeVector<T>(t: Target, c: usize, bias: usize, cols: usize, sum: Vec<T>): void {
  let value = sum;
  if (cols >= V.count<T>()) {
    if (t.adds) value = V.add<T>(V.read<T>(c), value);
    if (bias != 0) value = V.add<T>(value, V.read<T>(bias));
    V.write<T>(c, value);
  } else if (cols > 0) {
    if (t.adds) value = V.add<T>(V.readPart<T>(c, cols), value);
    if (bias != 0) value = V.add<T>(value, V.readPart<T>(bias, cols));
    V.writePart<T>(c, cols, value);
  }
}
/** A row of a tile at an edge. */
function storeRow<T>(t: Target, i: usize, x: Vec<T>, y: Vec<T>): void {
  if (i >= t.rows) return;
  const c = t.c + i * t.row;
  const bias = t.bias;
  const cols = t.cols;
  storeVector<T>(t, c, bias, cols, x);
  if (cols > V.count<T>()) {
    storeVector<T>(t, c + V.bytes<T>(), bias == 0 ? 0 : bias + V.bytes<T>(), cols - V.count<T>(), y);
  }
}
/** A row of a whole tile. */
@inline function storeWhole<T>(c: usize, adds: bool, bias: usize, x: Vec<T>, y: Vec<T>): void {
  let p = x, q = y;
  if (adds) {
    p = V.add<T>(V.read<T>(c), p);
    q = V.add<T>(V.read1<T>(c), q);
  }
  if (bias != 0) {
    p = V.add<T>(p, V.read<T>(bias));
    q = V.add<T>(q, V.read1<T>(bias));
  }
  V.write<T>(c, p);
  V.write<T>(c + V.bytes<T>(), q);
}
function storeTile<T>(
  t: Target, x0: Vec<T>, y0: Vec<T>, x1: Vec<T>, y1: Vec<T>, x2: Vec<T>, y2: Vec<T>, x3: Vec<T>, y3: Vec<T>,
): void {
  storeRow<T>(t, 0, x0, y0);
  storeRow<T>(t, 1, x1, y1);
  storeRow<T>(t, 2, x2, y2);
  storeRow<T>(t, 3, x3, y3);
}

/**
 * Tiles one below the other: the rows of t by its columns. A's four rows are next to each other, `aStep` bytes from one p to the next
 * (packed, or A transposed in place) and `aNext` from one tile to the next.
 */
export function tiles<T>(k: usize, a: usize, aStep: usize, aNext: usize, b: usize, bStep: usize, t: Target): void {
  const zero = V.splat<T>(0);
  const row = t.row;
  const whole = t.cols == tileCols<T>();
  const adds = t.adds;
  const bias = t.bias;
  let c = t.c;
  let rows = t.rows;
  while (true) {
    let x0 = zero, y0 = zero, x1 = zero, y1 = zero, x2 = zero, y2 = zero, x3 = zero, y3 = zero;
    // Engines do best with one step per turn, a single branch, and offsets that are constants: two pointers move.
    let left = k;
    if (left > 0) {
      let at = a, from = b;
      do {
        const p = V.read<T>(from);
        const q = V.read1<T>(from);
        const a0 = V.readSplat<T>(at);
        x0 = V.fma<T>(a0, p, x0);
        y0 = V.fma<T>(a0, q, y0);
        const a1 = V.readSplat1<T>(at);
        x1 = V.fma<T>(a1, p, x1);
        y1 = V.fma<T>(a1, q, y1);
        const a2 = V.readSplat2<T>(at);
        x2 = V.fma<T>(a2, p, x2);
        y2 = V.fma<T>(a2, q, y2);
        const a3 = V.readSplat3<T>(at);
        x3 = V.fma<T>(a3, p, x3);
        y3 = V.fma<T>(a3, q, y3);
        at += aStep;
        from += bStep;
      } while (--left);
    }
    if (whole && rows >= tileRows) {
      storeWhole<T>(c, adds, bias, x0, y0);
      storeWhole<T>(c + row, adds, bias, x1, y1);
      storeWhole<T>(c + 2 * row, adds, bias, x2, y2);
      storeWhole<T>(c + 3 * row, adds, bias, x3, y3);
    } else {
      t.c = c;
      t.rows = rows;
      storeTile<T>(t, x0, y0, x1, y1, x2, y2, x3, y3);
    }
    if (rows <= tileRows) return;
    rows -= tileRows;
    c += tileRows * row;
    a += aNext;
  }
}
