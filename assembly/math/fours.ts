/**
 * exp, tanh, sigmoid and the exponentials of softmax: for one vector, and for many with their constants in variables. Engines read
 * those where they need them, while a constant that a loop loads takes a register from there on. The bits are the same.
 */
import { at, F, f, I, i } from './constants';
import { clampKeepNaN, expm1Terms, powerOf, scale } from './explog';

const enum Which { exp, tanh, sigmoid, below }

/** −|x|. signs: the bits of −0. */
@inline function negative(x: Vec<f32>, signs: Vec<i32>): Vec<f32> {
  return V.ofBits<f32, i32>(V.or<i32>(V.bits<f32, i32>(x), signs));
}
/** x ≥ +0 with the sign of s. */
@inline function signed(x: Vec<f32>, s: Vec<f32>, signs: Vec<i32>): Vec<f32> {
  return V.ofBits<f32, i32>(V.or<i32>(V.bits<f32, i32>(x), V.and<i32>(V.bits<f32, i32>(s), signs)));
}
@inline function largest(a: Vec<f32>, b: Vec<f32>): Vec<f32> {
  return V.ofBits<f32, i32>(V.maximum<i32>(V.bits<f32, i32>(a), V.bits<f32, i32>(b)));
}

/** What is added to x log₂ e: it rounds, and leaves a biased exponent, see explog.ts. Normal powers of e are made by adding exponents. */
@inline function shiftOf(which: i32, normal: bool): F {
  if (which == Which.tanh) return F.shift126;
  return which == Which.below ? F.shift127 : normal ? F.shift : F.shift254;
}

/**
 * The function of x from c, which is x for exp and below, −2|x| for tanh and −|x| for sigmoid. k4 … k0: expm1Terms. Where products do not
 * round, Horner's rule takes the fewest instructions, else pairs, which shorten the chain.
 */
@inline function value(
  which: i32, normal: bool, x: Vec<f32>, c: Vec<f32>, signs: Vec<i32>, one: Vec<f32>, half: Vec<f32>, log2e: Vec<f32>, shift: Vec<f32>,
  high: Vec<f32>, low: Vec<f32>, k4: Vec<f32>, k3: Vec<f32>, k2: Vec<f32>, k1: Vec<f32>, k0: Vec<f32>,
): Vec<f32> {
  const t = V.fma<f32>(c, log2e, shift);
  const n = V.sub<f32>(t, shift);
  const r = V.nfma<f32>(n, low, V.nfma<f32>(n, high, c));
  const z = V.mul<f32>(r, r);
  let p: Vec<f32>;
  if (V.fused()) p = V.fma<f32>(V.fma<f32>(V.fma<f32>(V.fma<f32>(k4, r, k3), r, k2), r, k1), r, k0);
  else p = V.fma<f32>(V.fma<f32>(k4, z, V.fma<f32>(k3, r, k2)), z, V.fma<f32>(k1, r, k0));
  if (which == Which.tanh) {
    // With h = (e^(−2|x|) − 1) / 2 in (−½, 0]: tanh|x| = −h / (1 + h) = h · h / (1 + h) − h, a sum without cancellation.
    const power = powerOf(t);
    const h0 = V.sub<f32>(power, half);
    p = V.fma<f32>(p, z, r);
    const h = V.fma<f32>(p, power, h0);
    // 1 + h without the rounding of h
    const q = V.div<f32>(h, V.add<f32>(V.fma<f32>(p, power, power), half));
    // Where products round, the rounding of h is carried along.
    let y: Vec<f32>;
    if (V.fused()) y = V.fma<f32>(h, q, V.ofBits<f32, i32>(V.xor<i32>(V.bits<f32, i32>(h), signs)));
    else y = V.sub<f32>(V.sub<f32>(V.mul<f32>(h, q), V.mul<f32>(p, power)), h0);
    return signed(y, x, signs);
  }
  if (V.fused()) p = V.fma<f32>(V.fma<f32>(p, r, one), r, one);
  else p = V.add<f32>(V.fma<f32>(p, z, r), one);
  if (which == Which.below) return V.mul<f32>(p, powerOf(t));
  let e: Vec<f32>;
  if (normal) e = V.ofBits<f32, i32>(V.add<i32>(V.bits<f32, i32>(p), V.shl<i32>(V.bits<f32, i32>(t), 23)));
  else e = scale(p, t);
  if (which == Which.exp) return e;
  // With e = e^−|x|, which never overflows, and q = e / (1 + e): 1 − q or, for negative x, e − e q. Dividing last would add the roundings
  // of e and 1 + e to that of the quotient.
  const q = V.div<f32>(e, V.add<f32>(e, one));
  const part = V.select<f32>(V.lt<f32>(x, V.splat<f32>(0)), e, one);
  return V.nfma<f32>(part, q, part);
}

/** Any x. */
@inline function single(which: i32, x: Vec<f32>): Vec<f32> {
  const signs = i(I.sign);
  let c: Vec<f32>;
  if (which == Which.exp) c = clampKeepNaN<f32>(x, f(F.expLeast), f(F.expMost));
  else if (which == Which.below) c = V.greater<f32>(f(F.belowLeast), x);
  else c = V.greater<f32>(f(which == Which.tanh ? F.tanhLeast : F.sigmoidLeast), negative(x, signs));
  if (which == Which.tanh) c = V.add<f32>(c, c);
  return value(
    which, false, x, c, signs, f(F.one), f(F.half), f(F.log2e), f(shiftOf(which, false)), f(F.ln2High), f(F.ln2Low),
    at<f32>(expm1Terms, 4), at<f32>(expm1Terms, 3), at<f32>(expm1Terms, 2), at<f32>(expm1Terms, 1), at<f32>(expm1Terms, 0),
  );
}

/** The function of all vectors at x, or of x − minus; four at a time where all powers are normal. The sum of the results of `below`. */
@inline function all(which: i32, x: usize, y: usize, bytes: usize, minus: Vec<f32>): Vec<f32> {
  const end = x + bytes;
  const step: usize = 4 * V.bytes<f32>();
  const signs = i(I.sign), one = f(F.one), half = f(F.half), log2e = f(F.log2e), high = f(F.ln2High), low = f(F.ln2Low);
  const shift = f(shiftOf(which, true));
  const least = f(which == Which.tanh ? F.tanhLeast : which == Which.below ? F.belowLeast : F.normalExp);
  const k4 = at<f32>(expm1Terms, 4), k3 = at<f32>(expm1Terms, 3), k2 = at<f32>(expm1Terms, 2);
  const k1 = at<f32>(expm1Terms, 1), k0 = at<f32>(expm1Terms, 0);
  let sum = V.splat<f32>(0);
  while (x < end) {
    if (x + step <= end) {
      const x0 = V.read<f32>(x), x1 = V.read1<f32>(x), x2 = V.read2<f32>(x), x3 = V.read3<f32>(x);
      let c0 = x0, c1 = x1, c2 = x2, c3 = x3;
      let normal = true;
      if (which == Which.below) {
        c0 = V.greater<f32>(least, V.sub<f32>(x0, minus));
        c1 = V.greater<f32>(least, V.sub<f32>(x1, minus));
        c2 = V.greater<f32>(least, V.sub<f32>(x2, minus));
        c3 = V.greater<f32>(least, V.sub<f32>(x3, minus));
      } else {
        const a0 = negative(x0, signs), a1 = negative(x1, signs), a2 = negative(x2, signs), a3 = negative(x3, signs);
        if (which == Which.tanh) {
          c0 = V.greater<f32>(least, a0);
          c1 = V.greater<f32>(least, a1);
          c2 = V.greater<f32>(least, a2);
          c3 = V.greater<f32>(least, a3);
          c0 = V.add<f32>(c0, c0);
          c1 = V.add<f32>(c1, c1);
          c2 = V.add<f32>(c2, c2);
          c3 = V.add<f32>(c3, c3);
        } else {
          // As integers, numbers below 0 ascend with their size, and NaN is beyond all.
          const most = largest(largest(a0, a1), largest(a2, a3));
          normal = !V.any<f32>(V.gt<i32>(V.bits<f32, i32>(most), V.bits<f32, i32>(least)));
          if (which == Which.sigmoid) {
            c0 = a0;
            c1 = a1;
            c2 = a2;
            c3 = a3;
          }
        }
      }
      if (normal) {
        const y0 = value(which, true, x0, c0, signs, one, half, log2e, shift, high, low, k4, k3, k2, k1, k0);
        const y1 = value(which, true, x1, c1, signs, one, half, log2e, shift, high, low, k4, k3, k2, k1, k0);
        const y2 = value(which, true, x2, c2, signs, one, half, log2e, shift, high, low, k4, k3, k2, k1, k0);
        const y3 = value(which, true, x3, c3, signs, one, half, log2e, shift, high, low, k4, k3, k2, k1, k0);
        if (which == Which.below) sum = V.add<f32>(sum, V.add<f32>(V.add<f32>(y0, y1), V.add<f32>(y2, y3)));
        V.write<f32>(y, y0);
        V.write<f32>(y + V.bytes<f32>(), y1);
        V.write<f32>(y + 2 * V.bytes<f32>(), y2);
        V.write<f32>(y + 3 * V.bytes<f32>(), y3);
        x += step;
        y += step;
        continue;
      }
    }
    let e = V.read<f32>(x);
    if (which == Which.below) e = V.sub<f32>(e, minus);
    e = single(which, e);
    if (which == Which.below) sum = V.add<f32>(sum, e);
    V.write<f32>(y, e);
    x += V.bytes<f32>();
    y += V.bytes<f32>();
  }
  return sum;
}

/** 1.05 ulp */
@inline export function expF(x: Vec<f32>): Vec<f32> { return single(Which.exp, x); }
export function expAll(x: usize, y: usize, bytes: usize): void { all(Which.exp, x, y, bytes, V.splat<f32>(0)); }
/** 1.95 ulp */
@inline export function tanhF(x: Vec<f32>): Vec<f32> { return single(Which.tanh, x); }
export function tanhAll(x: usize, y: usize, bytes: usize): void { all(Which.tanh, x, y, bytes, V.splat<f32>(0)); }
/** 1.85 ulp */
@inline export function sigmoidF(x: Vec<f32>): Vec<f32> { return single(Which.sigmoid, x); }
export function sigmoidAll(x: usize, y: usize, bytes: usize): void { all(Which.sigmoid, x, y, bytes, V.splat<f32>(0)); }
/** eˣ for x that are hardly above 0, and 0 below −88: for parts of a sum in which 1 is another. */
@inline export function expBelow(x: Vec<f32>): Vec<f32> { return single(Which.below, x); }
/** y = expBelow(x − shift); their sum. */
export function belowAll(x: usize, y: usize, bytes: usize, shift: Vec<f32>): Vec<f32> { return all(Which.below, x, y, bytes, shift); }
