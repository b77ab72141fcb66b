/**
 * Few rows times a matrix that comes from memory. Rows of B, long pieces of eight at a time, arrive as streams and are used where they
 * lie; C's sums are in memory that caches hold.
 */
import { packPanel } from './gemmPack';
import { Product } from './gemmProduct';
import { tileRows } from './gemmTile';

/** Rows of B whose elements are in registers at once. */
const group: usize = 4;
const pieceBytes: usize = 16384;
/** From one row of sums to the next: no multiple of what the sets of a cache repeat after. */
const sumStep: usize = pieceBytes + 320;
/** The most of k that is summed before C is updated. */
const depth: usize = 256;
const mostRows: usize = 4 * tileRows;

/** Whether B comes from memory, in rows, and is used for a few rows of C only. */
export function streams<T>(g: Product): bool {
  const few = g.m <= 2 * tileRows || (g.m <= mostRows && g.bRow * sizeof<T>() > 1024);
  return few && g.bCol == 1 && <f64>g.k * <f64>g.n * <f64>sizeof<T>() > 1048576;
}

/** Rows i0 … i1 − 1 and columns j0 … j1 − 1 of such a product, whole tiles of columns. There is room at packedA and at sums. */
export function multiplyFew<T>(
  g: Product, i0: usize, i1: usize, j0: usize, j1: usize, packedA: usize, sums: usize,
): void {
  const e = sizeof<T>();
  const rows = i1 - i0;
  const aRow = g.aRow * e, aCol = g.aCol * e, bRow = g.bRow * e, cRow = g.cRow * e;
  const padded = sums + rows * sumStep;
  for (let j = j0 * e; j < j1 * e; j += pieceBytes) {
    const bytes = min<usize>(pieceBytes, j1 * e - j);
    for (let pc: usize = 0; pc < g.k; pc += depth) {
      const k = min<usize>(depth, g.k - pc);
      for (let p: usize = 0; p < k; p += group) {
        const from = g.a + i0 * aRow + (pc + p) * aCol;
        packPanel<T>(rows, min<usize>(group, k - p), from, aCol, aRow, packedA + p * rows * e, group);
      }
      memory.fill(sums, 0, rows * sumStep);
      const b = g.b + pc * bRow + j;
      let p: usize = 0;
      for (; p + 2 * group <= k; p += 2 * group) {
        addGroups<T>(2, rows, packedA + p * rows * e, b + p * bRow, bRow, bytes, sums);
      }
      for (; p < k; p += group) {
        const left = min<usize>(group, k - p);
        let last = b + p * bRow;
        let step = bRow;
        if (left < group) {
          // The last rows of B, zeros behind.
          memory.fill(padded, 0, group * pieceBytes);
          for (let q: usize = 0; q < left; q++) memory.copy(padded + q * pieceBytes, last + q * bRow, bytes);
          last = padded;
          step = pieceBytes;
        }
        addGroups<T>(1, rows, packedA + p * rows * e, last, step, bytes, sums);
      }
      const bias: usize = g.bias == 0 || pc + k < g.k ? 0 : g.bias + j;
      for (let i: usize = 0; i < rows; i++) {
        finish<T>(sums + i * sumStep, g.c + (i0 + i) * cRow + j, bytes, g.adds || pc > 0, bias);
      }
    }
  }
}

/** sums += A · B for some groups of B's rows; A has a group's numbers for each row in turn. */
function addGroups<T>(groups: usize, rows: usize, a: usize, b: usize, bRow: usize, bytes: usize, sums: usize): void {
  for (const end = b + bytes; b < end; b += 2 * V.bytes<T>(), sums += 2 * V.bytes<T>()) {
    let from = a;
    let q = b;
    for (let g = groups; g > 0; g--) {
      const x0 = V.read<T>(q), y0 = V.read1<T>(q);
      q += bRow;
      const x1 = V.read<T>(q), y1 = V.read1<T>(q);
      q += bRow;
      const x2 = V.read<T>(q), y2 = V.read1<T>(q);
      q += bRow;
      const x3 = V.read<T>(q), y3 = V.read1<T>(q);
      q += bRow;
      let sum = sums;
      let left = rows;
      do {
        const a0 = V.readSplat<T>(from);
        let x = V.fma<T>(a0, x0, V.read<T>(sum));
        let y = V.fma<T>(a0, y0, V.read1<T>(sum));
        const a1 = V.readSplat1<T>(from);
        x = V.fma<T>(a1, x1, x);
        y = V.fma<T>(a1, y1, y);
        const a2 = V.readSplat2<T>(from);
        x = V.fma<T>(a2, x2, x);
        y = V.fma<T>(a2, y2, y);
        const a3 = V.readSplat3<T>(from);
        V.write<T>(sum, V.fma<T>(a3, x3, x));
        V.write<T>(sum + V.bytes<T>(), V.fma<T>(a3, y3, y));
        from += group * sizeof<T>();
        sum += sumStep;
      } while (--left);
    }
  }
}

/** A row of C: (adds: C +) sums (+ bias). */
function finish<T>(sum: usize, c: usize, bytes: usize, adds: bool, bias: usize): void {
  for (let i: usize = 0; i < bytes; i += V.bytes<T>()) {
    let value = V.read<T>(sum + i);
    if (adds) value = V.add<T>(V.read<T>(c + i), value);
    if (bias != 0) value = V.add<T>(value, V.read<T>(bias + i));
    V.write<T>(c + i, value);
  }
}
