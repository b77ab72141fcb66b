/** Factorisations of one matrix: row-major, in float64. Sizes are those that come with the matrix; what they give is new. */

const eps = 2 ** -52;

function identity(n: number, m = n): Float64Array {
  const out = new Float64Array(n * m);
  for (let i = 0; i < Math.min(n, m); i++) out[i * m + i] = 1;
  return out;
}
export function transposed(a: Float64Array, m: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) out[j * m + i] = a[i * n + j]!;
  return out;
}

/** y[at …] += f · x[from …], n elements. */
function axpy(f: number, x: Float64Array, from: number, y: Float64Array, at: number, n: number): void {
  for (let j = 0; j < n; j++) y[at + j]! += f * x[from + j]!;
}
function dot(x: Float64Array, from: number, y: Float64Array, at: number, n: number): number {
  let sum = 0;
  for (let j = 0; j < n; j++) sum += x[from + j]! * y[at + j]!;
  return sum;
}
/** The Euclidean norm, whose squares stay in range. */
function length(x: Float64Array): number {
  let most = 0;
  for (let i = 0; i < x.length; i++) most = Math.max(most, Math.abs(x[i]!));
  if (most === 0 || !Number.isFinite(most)) return most;
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i]! / most) ** 2;
  return most * Math.sqrt(sum);
}
/** Rows p and q become c·p − s·q and s·p + c·q. */
function rotate(a: Float64Array, p: number, q: number, n: number, c: number, s: number): void {
  for (let j = 0; j < n; j++) {
    const [x, y] = [a[p * n + j]!, a[q * n + j]!];
    a[p * n + j] = c * x - s * y;
    a[q * n + j] = s * x + c * y;
  }
}
/** The rotation that takes the product of two directions to 0; ratio: half the difference of their squares over it. */
function jacobi(ratio: number): [c: number, s: number] {
  const t = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(1, ratio));
  const c = 1 / Math.hypot(1, t);
  return [c, t * c];
}

export interface LU {
  /** L below the diagonal, whose own is ones, and U. */
  lu: Float64Array;
  /** The row of A that each row of L·U is. */
  rows: Int32Array;
  /** Of the permutation. */
  sign: number;
  /** The first pivot that is 0, or -1. */
  singular: number;
}

/** Gaussian elimination with row exchanges: Golub & Van Loan, "Matrix Computations", 3.4. */
export function luFactor(a: Float64Array, n: number): LU {
  const lu = a.slice();
  const rows = Int32Array.from({ length: n }, (_, i) => i);
  let [sign, singular] = [1, -1];
  for (let k = 0; k < n; k++) {
    let p = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]!) > Math.abs(lu[p * n + k]!)) p = i;
    if (p !== k) {
      const kept = lu.slice(k * n, k * n + n);
      lu.copyWithin(k * n, p * n, p * n + n);
      lu.set(kept, p * n);
      [rows[k], rows[p]] = [rows[p]!, rows[k]!];
      sign = -sign;
    }
    const pivot = lu[k * n + k]!;
    if (pivot === 0) {
      if (singular < 0) singular = k;
      continue;
    }
    for (let i = k + 1; i < n; i++) {
      const f = (lu[i * n + k]! /= pivot);
      if (f !== 0) axpy(-f, lu, k * n + k + 1, lu, i * n + k + 1, n - k - 1);
    }
  }
  return { lu, rows, sign, singular };
}

/** Solves T·X = B in place, x: [n, m]; T is the upper or lower triangle of t, with ones on its diagonal where unit is set. */
export function substitute(
  t: Float64Array,
  n: number,
  x: Float64Array,
  m: number,
  upper: boolean,
  unit: boolean,
): void {
  for (let step = 0; step < n; step++) {
    const i = upper ? n - 1 - step : step;
    const [from, to] = upper ? [i + 1, n] : [0, i];
    for (let k = from; k < to; k++) axpy(-t[i * n + k]!, x, k * m, x, i * m, m);
    if (!unit) for (let j = 0; j < m; j++) x[i * m + j]! /= t[i * n + i]!;
  }
}

/** The X of A·X = B, b: [n, m]. */
export function luSolve({ lu, rows }: LU, n: number, b: Float64Array, m: number): Float64Array {
  const x = new Float64Array(n * m);
  rows.forEach((row, i) => x.set(b.subarray(row * m, row * m + m), i * m));
  substitute(lu, n, x, m, false, true);
  substitute(lu, n, x, m, true, false);
  return x;
}

/** The lower L of A = L·Lᵀ, of which the lower triangle is read; or the order of the first minor that is not positive. */
export function choleskyFactor(a: Float64Array, n: number): Float64Array | number {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const rest = a[i * n + j]! - dot(l, i * n, l, j * n, j);
      if (i === j && !(rest > 0)) return i + 1;
      l[i * n + j] = i === j ? Math.sqrt(rest) : rest / l[j * n + j]!;
    }
  }
  return l;
}

/** I − tau·v·vᵀ, v beginning at row k with 1 and going on with v[k + 1 …], from the left on columns `first` on of a [m, n]. */
function reflect(a: Float64Array, m: number, n: number, k: number, first: number, v: Float64Array, tau: number): void {
  const width = n - first;
  const w = a.slice(k * n + first, k * n + n);
  for (let i = k + 1; i < m; i++) axpy(v[i]!, a, i * n + first, w, 0, width);
  axpy(-tau, w, 0, a, k * n + first, width);
  for (let i = k + 1; i < m; i++) axpy(-tau * v[i]!, w, 0, a, i * n + first, width);
}

/** A = Q·R by Householder reflections, q: [m, columns], r: [columns, n]. Golub & Van Loan, 5.2; signs are LAPACK's. */
export function qrFactor(a: Float64Array, m: number, n: number, columns: number): { q: Float64Array; r: Float64Array } {
  const work = a.slice();
  const reflections: [v: Float64Array, tau: number][] = [];
  for (let k = 0; k < Math.min(m, n); k++) {
    const v = new Float64Array(m);
    for (let i = k + 1; i < m; i++) v[i] = work[i * n + k]!;
    const alpha = work[k * n + k]!;
    const below = length(v.subarray(k + 1));
    if (below === 0) {
      reflections.push([v, 0]);
      continue;
    }
    const beta = Math.hypot(alpha, below) * (alpha > 0 || Object.is(alpha, 0) ? -1 : 1);
    for (let i = k + 1; i < m; i++) v[i]! /= alpha - beta;
    const tau = (beta - alpha) / beta;
    reflections.push([v, tau]);
    reflect(work, m, n, k, k, v, tau);
  }
  const q = identity(m, columns);
  for (let k = reflections.length - 1; k >= 0; k--) reflect(q, m, columns, k, 0, ...reflections[k]!);
  const r = new Float64Array(columns * n);
  for (let i = 0; i < Math.min(columns, n); i++) r.set(work.subarray(i * n + i, i * n + n), i * n + i);
  return { q, r };
}

/** Those that sort keys. */
const ordered = (keys: Float64Array, descending: boolean): number[] =>
  Array.from(keys.keys()).sort((i, j) => (descending ? keys[j]! - keys[i]! : keys[i]! - keys[j]!));
const pickRows = (a: Float64Array, n: number, order: readonly number[]): Float64Array => {
  const out = new Float64Array(order.length * n);
  order.forEach((row, i) => out.set(a.subarray(row * n, row * n + n), i * n));
  return out;
};

/**
 * Ascending eigenvalues of a symmetric matrix, of which the lower triangle is read, and eigenvectors as rows, by cyclic Jacobi rotations:
 * Golub & Van Loan, 8.5.
 */
export function symmetricEigen(a: Float64Array, n: number): { values: Float64Array; vectors: Float64Array } {
  const work = a.slice();
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) work[j * n + i] = work[i * n + j]!;
  const vectors = identity(n);
  const negligible = (length(work) * eps) / (4 * Math.max(n, 1));
  for (let rotated = true; rotated;) {
    rotated = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const between = work[p * n + q]!;
        if (Math.abs(between) <= negligible) continue;
        rotated = true;
        const [c, s] = jacobi((work[q * n + q]! - work[p * n + p]!) / (2 * between));
        rotate(work, p, q, n, c, s);
        for (let k = 0; k < n; k++) {
          const [x, y] = [work[k * n + p]!, work[k * n + q]!];
          work[k * n + p] = c * x - s * y;
          work[k * n + q] = s * x + c * y;
        }
        work[p * n + q] = work[q * n + p] = 0;
        rotate(vectors, p, q, n, c, s);
      }
    }
  }
  const found = Float64Array.from({ length: n }, (_, i) => work[i * n + i]!);
  const order = ordered(found, false);
  return { values: pickRows(found, 1, order), vectors: pickRows(vectors, n, order) };
}

/** Orthonormal rows [r, n], r ≤ n, and as many more as make them `count`. */
function completed(rows: Float64Array, r: number, n: number, count: number): Float64Array {
  const out = new Float64Array(count * n);
  out.set(rows);
  const { q } = qrFactor(transposed(rows, r, n), n, r, n);
  const all = transposed(q, n, n);
  out.set(all.subarray(r * n, count * n), r * n);
  return out;
}

export interface SVD {
  /** The left singular vectors as rows: [m or min(m, n), m]. */
  u: Float64Array;
  /** Descending. */
  s: Float64Array;
  /** The right ones as rows: [n or min(m, n), n]. */
  v: Float64Array;
}

/** A = Σ sᵢ·uᵢ·vᵢᵀ by one-sided Jacobi rotations: Hestenes 1958; Golub & Van Loan, 8.6. */
export function singularValues(a: Float64Array, m: number, n: number, full: boolean): SVD {
  if (m < n) {
    const { u, s, v } = singularValues(transposed(a, m, n), n, m, full);
    return { u: v, s, v: u };
  }
  let scale = 0;
  for (const x of a) scale = Math.max(scale, Math.abs(x));
  scale = scale || 1;
  // The columns of A as rows; rotations make them orthogonal.
  const columns = transposed(a, m, n).map((x) => x / scale);
  const v = identity(n);
  for (let rotated = true; rotated;) {
    rotated = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const alpha = dot(columns, p * m, columns, p * m, m);
        const beta = dot(columns, q * m, columns, q * m, m);
        const gamma = dot(columns, p * m, columns, q * m, m);
        if (Math.abs(gamma) <= eps * m * Math.sqrt(alpha * beta) || Math.abs(gamma) < 1e-300) continue;
        rotated = true;
        const [c, s] = jacobi((beta - alpha) / (2 * gamma));
        rotate(columns, p, q, m, c, s);
        rotate(v, p, q, n, c, s);
      }
    }
  }
  const lengths = Float64Array.from({ length: n }, (_, i) => Math.sqrt(dot(columns, i * m, columns, i * m, m)));
  const order = ordered(lengths, true);
  const s = pickRows(lengths, 1, order);
  const rank = s.findLastIndex((x) => x > 1e-150) + 1;
  const u = pickRows(columns, m, order.slice(0, rank));
  for (let i = 0; i < rank; i++) for (let j = 0; j < m; j++) u[i * m + j]! /= s[i]!;
  return { u: completed(u, rank, m, full ? m : n), s: s.map((x) => x * scale), v: pickRows(v, n, order) };
}
