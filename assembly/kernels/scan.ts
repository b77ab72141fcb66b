/**
 * Scans along the middle dim of contiguous [outer, n, inner]: every element is written as what comes out of all before it. Columns
 * are independent; those side by side go together, a row at a time.
 */
import { ScanKind, ScanWord } from '../generated/opcodes';
import { codeOf, DType, size, Status, whole } from '../record';
import { room } from '../scratch';
import { close, next, open } from '../team';

/** Columns that go together. */
const block: usize = 64;
/** Elements, at least, that one thread takes at a time. */
const grain: usize = 16384;

/** log(eᵃ + eᵇ) */
function logAddExp(a: f64, b: f64): f64 {
  const high = a > b ? a : b;
  const low = a > b ? b : a;
  // two equal infinities have no difference
  if (high == low && high - low != 0) return high;
  return high + NativeMath.log1p(NativeMath.exp(low - high));
}

/** What a column of sums, products and the like remembers: floats go on in f64. */
@inline function fold<T>(kind: ScanKind, s: f64, x: T, factor: T, first: bool): f64 {
  if (first) return <f64>x;
  if (kind == ScanKind.sum) return s + <f64>x;
  if (kind == ScanKind.prod) return s * <f64>x;
  if (kind == ScanKind.recurrence) return <f64>factor * s + <f64>x;
  return logAddExp(s, <f64>x);
}

/** `width` columns side by side. */
@inline function folds<T>(kind: ScanKind, n: usize, inner: usize, reverse: bool, x: usize, f: usize, y: usize, width: usize): void {
  const states = room();
  for (let i: usize = 0; i < n; i++) {
    let at = (reverse ? n - 1 - i : i) * inner * sizeof<T>();
    for (let s = states; s < states + 8 * width; s += 8, at += sizeof<T>()) {
      const value = fold<T>(kind, load<f64>(s), load<T>(x + at), load<T>(f + at), i == 0);
      store<f64>(s, value);
      store<T>(y + at, <T>value);
    }
  }
}

/** Sums and products of i64, which wrap. */
function integerFolds(product: bool, n: usize, inner: usize, reverse: bool, x: usize, y: usize, width: usize): void {
  for (let j: usize = 0; j < width; j++) {
    let s: i64 = product ? 1 : 0;
    for (let i: usize = 0; i < n; i++) {
      const at = ((reverse ? n - 1 - i : i) * inner + j) << 3;
      const value = load<i64>(x + at);
      s = product ? s * value : s + value;
      store<i64>(y + at, s);
    }
  }
}

/** The indices of the last largest or smallest element so far, or of the last NaN. */
function extremes<T>(largest: bool, n: usize, inner: usize, reverse: bool, x: usize, y: usize, width: usize): void {
  for (let j: usize = 0; j < width; j++) {
    let best: T = 0;
    let bestAt: usize = 0;
    for (let i: usize = 0; i < n; i++) {
      const at = (reverse ? n - 1 - i : i) * inner + j;
      const value = load<T>(x + at * sizeof<T>());
      if (i == 0 || value != value || (best == best && (largest ? value >= best : value <= best))) {
        best = value;
        bestAt = i;
      }
      store<i32>(y + 4 * at, <i32>bestAt);
    }
  }
}

/** Some columns of one kind. */
function columns<T>(kind: ScanKind, n: usize, inner: usize, reverse: bool, x: usize, f: usize, y: usize, width: usize): void {
  if (kind == ScanKind.max || kind == ScanKind.min) {
    return extremes<T>(kind == ScanKind.max, n, inner, reverse, x, y, width);
  }
  if (isFloat<T>()) {
    switch (kind) {
      case ScanKind.sum: folds<T>(ScanKind.sum, n, inner, reverse, x, f, y, width); return;
      case ScanKind.prod: folds<T>(ScanKind.prod, n, inner, reverse, x, f, y, width); return;
      case ScanKind.recurrence: folds<T>(ScanKind.recurrence, n, inner, reverse, x, f, y, width); return;
      default: folds<T>(ScanKind.logSumExp, n, inner, reverse, x, f, y, width); return;
    }
  }
  integerFolds(kind == ScanKind.prod, n, inner, reverse, x, y, width);
}

function run<T>(w: usize): Status {
  const kind = <ScanKind>whole(w, ScanWord.kind);
  const n = size(w, ScanWord.n);
  const inner = size(w, ScanWord.inner);
  const reverse = whole(w, ScanWord.reverse) != 0;
  const x = size(w, ScanWord.x);
  // Kinds without factors read x in their place.
  const factor = size(w, ScanWord.factor) != 0 ? size(w, ScanWord.factor) : x;
  const y = size(w, ScanWord.y);
  const bytes: usize = kind == ScanKind.max || kind == ScanKind.min ? 4 : sizeof<T>();

  const blocks = (inner + block - 1) / block;
  const tasks = size(w, ScanWord.outer) * blocks;
  const each = grain / (n * min<usize>(inner, block)) + 1;
  const chunks = (tasks + each - 1) / each;
  open(w, chunks, tasks * n * min<usize>(inner, block) > grain);
  for (let c = next(); c < chunks; c = next()) {
    const end = min<usize>(tasks, (c + 1) * each);
    for (let task = c * each; task < end; task++) {
      const j = (task % blocks) * block;
      const from = (task / blocks) * n * inner + j;
      const offset = from * sizeof<T>();
      columns<T>(
        kind, n, inner, reverse, x + offset, factor + offset, y + from * bytes, min<usize>(block, inner - j),
      );
    }
  }
  close();
  return Status.ok;
}

export function scan(w: usize): Status {
  const kind = whole(w, ScanWord.kind);
  if (kind < 0 || kind > ScanKind.recurrence) return Status.unknownKernel;
  if (size(w, ScanWord.outer) == 0 || size(w, ScanWord.n) == 0 || size(w, ScanWord.inner) == 0) return Status.ok;
  const extreme = kind == ScanKind.max || kind == ScanKind.min;
  switch (whole(w, ScanWord.dtype)) {
    case codeOf<f32>(): return run<f32>(w);
    case codeOf<f64>(): return run<f64>(w);
    case codeOf<i64>(): return extreme || kind <= ScanKind.prod ? run<i64>(w) : Status.unknownKernel;
    case codeOf<i32>(): return extreme ? run<i32>(w) : Status.unknownKernel;
    case DType.uint8:
    case DType.bool: return extreme ? run<u8>(w) : Status.unknownKernel;
    default: return Status.unknownKernel;
  }
}
