/** Arithmetic on shapes and strides. Strides count elements. */
import { IndexError, show, ShapeError } from './errors.ts';

export type Shape = readonly number[];

/** @throws ShapeError for what is no array, as in x.permute(2, 0, 1) */
export function requireList(op: string, what: string, list: readonly unknown[], like = '[2, 3]'): void {
  if (!Array.isArray(list)) throw new ShapeError(`${op}: ${what} must be an array such as ${like}, got ${show(list)}.`);
}

/** @throws ShapeError unless every size is a whole number ≥ 0 */
export function checkedShape(op: string, shape: Shape): Shape {
  requireList(op, 'the shape', shape);
  if (shape.some((s) => !Number.isInteger(s) || s < 0))
    throw new ShapeError(`${op}: ${show(shape)} is not a shape; sizes are whole numbers ≥ 0.`);
  return [...shape];
}

export function sizeOf(shape: Shape): number {
  let n = 1;
  for (let i = 0; i < shape.length; i++) n *= shape[i]!;
  return n;
}

/** Row-major strides. */
export function contiguousStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  for (let i = shape.length - 1, step = 1; i >= 0; i--) {
    strides[i] = step;
    step *= shape[i]!;
  }
  return strides;
}

export function isContiguous(shape: Shape, strides: Shape): boolean {
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    const size = shape[i]!;
    if (size === 0) return true;
    if (size !== 1 && strides[i] !== step) return false;
    step *= size;
  }
  return true;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A dim counted from the front. @throws IndexError when it is out of range. */
export function normalizeDim(op: string, dim: number, rank: number): number {
  const range = Math.max(rank, 1); // PyTorch lets a 0-d tensor have dims 0 and -1
  if (!Number.isInteger(dim) || dim < -range || dim >= range) {
    throw new IndexError(
      `${op}: dim ${show(dim)} is out of range for ${rank} dims (it must be between ${-range} and ${range - 1}).`,
    );
  }
  return dim < 0 ? dim + range : dim;
}

/** Several distinct dims, sorted; null and an empty list mean all of them. */
export function normalizeDims(op: string, dims: number | readonly number[] | null | undefined, rank: number): number[] {
  const given = [dims ?? []].flat();
  if (given.length === 0) return Array.from({ length: rank }, (_, i) => i);
  const list = given.map((d) => normalizeDim(op, d, rank));
  if (new Set(list).size < list.length) throw new IndexError(`${op}: dims ${show(given)} name one dim twice.`);
  return rank === 0 ? [] : list.sort((a, b) => a - b);
}

/** The shape of all shapes broadcast together. @throws ShapeError when they do not fit. */
export function broadcastShapes(op: string, shapes: readonly Shape[]): Shape {
  let result = shapes[0]!;
  for (let s = 1; s < shapes.length; s++) {
    const other = shapes[s]!;
    if (sameShape(result, other)) continue;
    const rank = Math.max(result.length, other.length);
    const next = new Array<number>(rank);
    for (let i = 1; i <= rank; i++) {
      const a = result[result.length - i] ?? 1;
      const b = other[other.length - i] ?? 1;
      if (a !== b && a !== 1 && b !== 1) {
        throw new ShapeError(
          `${op}: shapes ${shapes.map(show).join(' and ')} do not broadcast: ${a} ≠ ${b} in dim ${-i}. Sizes must match or be 1; unsqueeze or reshape one of them.`,
        );
      }
      next[rank - i] = a === 1 ? b : a;
    }
    result = next;
  }
  return result;
}

/** Strides of `shape` seen as the wider `target`: 0 where it is repeated. */
export function broadcastStrides(shape: Shape, strides: Shape, target: Shape): number[] {
  const lead = target.length - shape.length;
  return target.map((size, i) => (i < lead || (shape[i - lead] === 1 && size !== 1) ? 0 : strides[i - lead]!));
}

/**
 * The fewest dims that walk the same elements in the same order: sizes of 1 dropped, neighbours merged where every operand
 * allows it. Always at least one dim.
 */
export function collapse(shape: Shape, strides: readonly Shape[]): { sizes: number[]; strides: number[][] } {
  const sizes: number[] = [];
  const merged: number[][] = strides.map(() => []);
  for (let i = 0; i < shape.length; i++) {
    const size = shape[i]!;
    if (size === 1) continue;
    const last = sizes.length - 1;
    if (last >= 0 && strides.every((s, k) => merged[k]![last] === s[i]! * size)) {
      sizes[last] = sizes[last]! * size;
      for (let k = 0; k < strides.length; k++) merged[k]![last] = strides[k]![i]!;
    } else {
      sizes.push(size);
      for (let k = 0; k < strides.length; k++) merged[k]!.push(strides[k]![i]!);
    }
  }
  if (sizes.length === 0) {
    sizes.push(1);
    for (const m of merged) m.push(1);
  }
  return { sizes, strides: merged };
}

/** Strides that give `strides` over `from` the shape `to` without moving data, or null when only a copy can. */
export function viewStrides(from: Shape, strides: Shape, to: Shape): number[] | null {
  if (sizeOf(from) === 0) return contiguousStrides(to);
  const {
    sizes,
    strides: [runs],
  } = collapse(from, [strides]);
  const result = new Array<number>(to.length);
  let run = sizes.length - 1;
  let room = sizes[run]!;
  let step = runs![run]!;
  for (let i = to.length - 1; i >= 0; i--) {
    const size = to[i]!;
    if (size === 1) {
      result[i] = step;
      continue;
    }
    if (room === 1 && run > 0) {
      run--;
      room = sizes[run]!;
      step = runs![run]!;
    }
    if (room % size !== 0) return null;
    result[i] = step;
    step *= size;
    room /= size;
  }
  return result;
}

/** A shape with one -1 filled in. @throws ShapeError when the sizes do not multiply to n. */
export function inferShape(op: string, from: Shape, to: Shape): number[] {
  requireList(op, 'the shape', to);
  const n = sizeOf(from);
  const unknown = to.filter((s) => s === -1).length;
  const known = to.reduce((a, s) => (s === -1 ? a : a * s), 1);
  const bad =
    to.some((s) => !Number.isInteger(s) || s < -1) ||
    unknown > 1 ||
    (unknown ? known === 0 || n % known !== 0 : known !== n);
  if (bad) {
    throw new ShapeError(
      `${op}: ${show(from)} (${n} elements) does not fit ${show(to)}. The sizes must multiply to ${n}, with at most one -1.`,
    );
  }
  return to.map((s) => (s === -1 ? n / known : s));
}
