/**
 * The order of every row: elements become unsigned keys in the same order, which are sorted with their indices beside them, digit by
 * digit from the lowest (stable), short rows by insertion.
 */
import { SortWord } from '../generated/opcodes';
import { codeOf, DType, size, Status, whole } from '../record';
import { room } from '../scratch';
import { close, next, open } from '../team';

const digits: usize = 256;
const shortRow: usize = 64;
/** Elements, at least, that one thread takes at a time. */
const grain: usize = 8192;

/** A key in the order of the numbers: −0 is 0, NaN is above everything. K: u64 for f64 and i64, else u32. */
@inline function keyOf<T, K>(x: T): K {
  const top: K = <K>1 << (8 * sizeof<K>() - 1);
  if (!isFloat<T>()) return sizeof<T>() == 1 ? <K>x : <K>x ^ top;
  if (x != x) return ~(<K>0);
  if (x == <T>0) return top;
  const bits: K = sizeof<T>() == 8 ? <K>reinterpret<u64>(<f64>x) : <K>reinterpret<u32>(<f32>x);
  return (bits & top) != 0 ? ~bits : bits | top;
}

function insertionSort<K>(keys: usize, index: usize, n: usize): void {
  for (let i: usize = 1; i < n; i++) {
    const key = load<K>(keys + i * sizeof<K>());
    const at = load<i32>(index + 4 * i);
    let j = i;
    for (; j > 0; j--) {
      const before = load<K>(keys + (j - 1) * sizeof<K>());
      if (before <= key) break;
      store<K>(keys + j * sizeof<K>(), before);
      store<i32>(index + 4 * j, load<i32>(index + 4 * (j - 1)));
    }
    store<K>(keys + j * sizeof<K>(), key);
    store<i32>(index + 4 * j, at);
  }
}

/** Sorts by the lowest `passes` bytes of the keys. The indices end where they began, the keys need not. */
function radixSort<K>(keys: usize, index: usize, otherKeys: usize, otherIndex: usize, n: usize, passes: usize): void {
  const counts = room();
  const result = index;
  memory.fill(counts, 0, passes * digits * 4);
  for (let k = keys; k < keys + n * sizeof<K>(); k += sizeof<K>()) {
    let key = load<K>(k);
    for (let p: usize = 0; p < passes; p++) {
      const count = counts + 4 * (p * digits + <usize>(key & 255));
      store<u32>(count, load<u32>(count) + 1);
      key >>= 8;
    }
  }
  for (let p: usize = 0; p < passes; p++) {
    const count = counts + 4 * p * digits;
    const shift = <K>(8 * <i32>p);
    if (load<u32>(count + 4 * <usize>((load<K>(keys) >> shift) & 255)) == <u32>n) continue; // all alike
    let place: u32 = 0;
    for (let d = count; d < count + 4 * digits; d += 4) {
      const here = load<u32>(d);
      store<u32>(d, place);
      place += here;
    }
    for (let i: usize = 0; i < n; i++) {
      const key = load<K>(keys + i * sizeof<K>());
      const at = count + 4 * <usize>((key >> shift) & 255);
      const to = load<u32>(at);
      store<u32>(at, to + 1);
      store<K>(otherKeys + to * sizeof<K>(), key);
      store<i32>(otherIndex + 4 * to, load<i32>(index + 4 * i));
    }
    let swapped = keys;
    keys = otherKeys;
    otherKeys = swapped;
    swapped = index;
    index = otherIndex;
    otherIndex = swapped;
  }
  if (index != result) memory.copy(result, index, 4 * n);
}

function run<T, K>(w: usize): Status {
  const rows = size(w, SortWord.rows);
  const cols = size(w, SortWord.cols);
  const descending = whole(w, SortWord.descending) != 0;
  const x = size(w, SortWord.x);
  const index = size(w, SortWord.index);
  const work = size(w, SortWord.work);
  const otherKeys = work + rows * cols * sizeof<K>();
  const otherIndex = otherKeys + rows * cols * sizeof<K>();
  const each = grain / cols + 1;
  const chunks = (rows + each - 1) / each;
  open(w, chunks, rows * cols > grain);
  for (let c = next(); c < chunks; c = next()) {
    const end = min<usize>(rows, (c + 1) * each);
    for (let r = c * each; r < end; r++) {
      const from = r * cols;
      const keys = work + from * sizeof<K>();
      const order = index + 4 * from;
      for (let i: usize = 0; i < cols; i++) {
        const key = keyOf<T, K>(load<T>(x + (from + i) * sizeof<T>()));
        store<K>(keys + i * sizeof<K>(), descending ? ~key : key);
        store<i32>(order + 4 * i, <i32>i);
      }
      if (cols <= shortRow) insertionSort<K>(keys, order, cols);
      else radixSort<K>(keys, order, otherKeys + from * sizeof<K>(), otherIndex + 4 * from, cols, sizeof<T>());
    }
  }
  close();
  return Status.ok;
}

export function sort(w: usize): Status {
  if (size(w, SortWord.rows) == 0 || size(w, SortWord.cols) == 0) return Status.ok;
  switch (whole(w, SortWord.dtype)) {
    case codeOf<f32>(): return run<f32, u32>(w);
    case codeOf<f64>(): return run<f64, u64>(w);
    case codeOf<i32>(): return run<i32, u32>(w);
    case codeOf<i64>(): return run<i64, u64>(w);
    case DType.uint8:
    case DType.bool: return run<u8, u32>(w);
    default: return Status.unknownKernel;
  }
}
