/**
 * Philox 4×32-10: four random words from a counter and a key. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3",
 * SC 2011, https://doi.org/10.1145/2063384.2063405
 */

/** floor(a · b / 2^32), exactly, for whole numbers 0 ≤ a < 2^32 and 0 ≤ b ≤ 2^32. */
export function mulHigh(a: number, b: number): number {
  const high = Math.floor(b / 65536);
  const low = b % 65536;
  return Math.floor((a * high + Math.floor((a * low) / 65536)) / 65536);
}

/** Replaces the four counter words by random ones; key is left alone. */
export function philox(words: Uint32Array, key: readonly [number, number]): void {
  let [x0, x1, x2, x3] = words as unknown as [number, number, number, number];
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const p = mulHigh(x0, 0xd2511f53);
    const q = mulHigh(x2, 0xcd9e8d57);
    const pLow = Math.imul(x0, 0xd2511f53) >>> 0;
    const qLow = Math.imul(x2, 0xcd9e8d57) >>> 0;
    x0 = (q ^ x1 ^ k0) >>> 0;
    x1 = qLow;
    x2 = (p ^ x3 ^ k1) >>> 0;
    x3 = pLow;
    k0 = (k0 + 0x9e3779b9) >>> 0;
    k1 = (k1 + 0xbb67ae85) >>> 0;
  }
  words[0] = x0;
  words[1] = x1;
  words[2] = x2;
  words[3] = x3;
}
