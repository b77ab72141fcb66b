/**
 * float16 (IEEE 754 binary16) and bfloat16 (the upper half of a float32) as bit patterns. Numbers are rounded to float32, then to
 * the nearest half, ties to the even one: PyTorch's conversions, by the methods of its Half.h and BFloat16.h.
 */
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

function bitsOf(x: number): number {
  float[0] = x;
  return bits[0]!;
}
function ofBits(pattern: number): number {
  bits[0] = pattern;
  return float[0]!;
}

/** 2⁻¹⁴, the least normal float16, and 2¹⁶, the first number beyond all, as float32 bits. */
const leastNormal = 0x38800000;
const beyond = 0x47800000;
const infinity = 0x7f800000;

function toFloat16(x: number): number {
  const all = bitsOf(x);
  const sign = (all >>> 16) & 0x8000;
  const size = all & 0x7fffffff;
  if (size >= beyond) return sign | (size > infinity ? 0x7e00 : 0x7c00);
  // Adding 1/2 leaves as many digits as a denormal has.
  if (size < leastNormal) return sign | (bitsOf(ofBits(size) + 0.5) - 0x3f000000);
  return sign | ((size - 0x38000000 + 0xfff + ((size >>> 13) & 1)) >>> 13);
}

function fromFloat16(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 31;
  const fraction = half & 0x3ff;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

function toBfloat16(x: number): number {
  const all = bitsOf(x);
  if ((all & 0x7fffffff) > infinity) return 0x7fc0;
  return ((all + 0x7fff + ((all >>> 16) & 1)) >>> 16) & 0xffff;
}
const fromBfloat16 = (half: number): number => ofBits(half << 16);

export type Half = 'float16' | 'bfloat16';
export const isHalf = (dtype: string): dtype is Half => dtype === 'float16' || dtype === 'bfloat16';
/** A number's bits, and the number that bits stand for. */
export const halfBits: Readonly<Record<Half, (x: number) => number>> = { float16: toFloat16, bfloat16: toBfloat16 };
export const halfValue: Readonly<Record<Half, (half: number) => number>> = {
  float16: fromFloat16,
  bfloat16: fromBfloat16,
};
