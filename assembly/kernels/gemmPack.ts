/**
 * Packing: copies of A and B in the order in which the micro-kernels read them, whatever their strides.
 *
 *   A, a panel of 4 rows:        k × 4, element (i, p) at 4 p + i
 *   B, a panel of 2 vectors:     k × w, element (p, j) at w p + j, zeros beyond the last column
 *
 * Both are "k slices of `width` lanes": `lane` is the stride along the panel's rows (A) or columns (B), `step` that along k, in bytes.
 */

/** `lanes` elements of each of k slices, into slices of `width` with zeros behind. */
export function packPanel<T>(
  k: usize,
  lanes: usize,
  from: usize,
  lane: usize,
  step: usize,
  to: usize,
  width: usize,
): void {
  const slice = width * sizeof<T>();
  if (lane == sizeof<T>()) return packSlices<T>(k, lanes, from, step, to, width);
  if (lanes < width) memory.fill(to, 0, k * slice);
  // four lanes at a time: each is a stream of its own
  let i: usize = 0;
  for (; i + 4 <= lanes; i += 4) {
    const base = from + i * lane;
    const done = step == sizeof<T>() && V.count<T>() == 4 ? packSquares<T>(k, base, lane, to + i * sizeof<T>(), slice) : 0;
    let p0 = base + done * step;
    let p1 = p0 + lane;
    let p2 = p1 + lane;
    let p3 = p2 + lane;
    let q = to + i * sizeof<T>() + done * slice;
    for (const end = q + (k - done) * slice; q < end; q += slice) {
      store<T>(q, load<T>(p0));
      store<T>(q + sizeof<T>(), load<T>(p1));
      store<T>(q + 2 * sizeof<T>(), load<T>(p2));
      store<T>(q + 3 * sizeof<T>(), load<T>(p3));
      p0 += step;
      p1 += step;
      p2 += step;
      p3 += step;
    }
  }
  for (; i < lanes; i++) {
    let p = from + i * lane;
    let q = to + i * sizeof<T>();
    for (const end = q + k * slice; q < end; q += slice, p += step) store<T>(q, load<T>(p));
  }
}

/** Four lanes of floats, each contiguous: squares of 4 × 4 are transposed on the way. Returns how many of k that did. */
function packSquares<T>(k: usize, from: usize, lane: usize, to: usize, slice: usize): usize {
  let p: usize = 0;
  for (; p + 4 <= k; p += 4, from += V.bytes<T>(), to += 4 * slice) {
    const r0 = V.read<T>(from), r1 = V.read<T>(from + lane);
    const r2 = V.read<T>(from + 2 * lane), r3 = V.read<T>(from + 3 * lane);
    const a = V.zipLow<T>(r0, r2), b = V.zipLow<T>(r1, r3);
    const c = V.zipHigh<T>(r0, r2), d = V.zipHigh<T>(r1, r3);
    V.write<T>(to, V.zipLow<T>(a, b));
    V.write<T>(to + slice, V.zipHigh<T>(a, b));
    V.write<T>(to + 2 * slice, V.zipLow<T>(c, d));
    V.write<T>(to + 3 * slice, V.zipHigh<T>(c, d));
  }
  return p;
}

/** The lanes lie side by side: each slice is copied. */
function packSlices<T>(k: usize, lanes: usize, from: usize, step: usize, to: usize, width: usize): void {
  const slice = width * sizeof<T>();
  const whole = lanes & ~(V.count<T>() - 1);
  const rest = lanes - whole;
  if (width == whole && width == 2 * V.count<T>()) {
    // a panel of B: nothing to ask for
    for (; k > 0; k--, from += step, to += slice) {
      const x = V.read<T>(from), y = V.read1<T>(from);
      V.write<T>(to, x);
      V.write<T>(to + V.bytes<T>(), y);
    }
    return;
  }
  for (; k > 0; k--, from += step, to += slice) {
    let i: usize = 0;
    for (; i < whole; i += V.count<T>()) V.write<T>(to + i * sizeof<T>(), V.read<T>(from + i * sizeof<T>()));
    if (rest > 0) {
      V.write<T>(to + i * sizeof<T>(), V.readPart<T>(from + i * sizeof<T>(), rest));
      i += V.count<T>();
    }
    for (; i < width; i += V.count<T>()) V.write<T>(to + i * sizeof<T>(), V.splat<T>(0));
  }
}
