/**
 * exp, tanh and sigmoid: what they do before and after eʳ − 1, and all of it for one vector or for four at a time. Engines load a constant
 * wherever it is written, and instructions are the bound: constants for four vectors make it a third faster. The bits are the same.
 */
import { at, F, f, I, i } from './constants';
import { clampKeepNaN, expm1Core, expm1Terms, powerOf, remainderOf, scale, shifted } from './explog';

const enum Which { exp, tanh, sigmoid }

/** −|x|. signs: the bits of −0. */
@inline function below(x: Vec<f32>, signs: Vec<i32>): Vec<f32> {
  return V.ofBits<f32, i32>(V.or<i32>(V.bits<f32, i32>(x), signs));
}
/** x ≥ +0 with the sign of s. */
@inline function signed(x: Vec<f32>, s: Vec<f32>, signs: Vec<i32>): Vec<f32> {
  return V.ofBits<f32, i32>(V.or<i32>(V.bits<f32, i32>(x), V.and<i32>(V.bits<f32, i32>(s), signs)));
}

@inline function largest(a: Vec<f32>, b: Vec<f32>): Vec<f32> {
  return V.ofBits<f32, i32>(V.maximum<i32>(V.bits<f32, i32>(a), V.bits<f32, i32>(b)));
}

/** The function's value from p = eʳ − 1 and power = 2ⁿ, or 2ⁿ⁻¹ for tanh. */
@inline function value(which: i32, x: Vec<f32>, p: Vec<f32>, power: Vec<f32>, one: Vec<f32>, signs: Vec<i32>): Vec<f32> {
  if (which == Which.exp) return V.mul<f32>(V.add<f32>(p, one), power);
  if (which == Which.tanh) {
    // With h = (e^(−2|x|) − 1) / 2 in (−½, 0]: tanh|x| = −h / (1 + h) = h · h / (1 + h) − h, a sum without cancellation.
    const half = f(F.half);
    const h0 = V.sub<f32>(power, half);
    const h = V.fma<f32>(p, power, h0);
    // 1 + h without the rounding of h
    const q = V.div<f32>(h, V.add<f32>(V.fma<f32>(p, power, power), half));
    // Where products round, the rounding of h is carried along.
    let y: Vec<f32>;
    if (V.fused()) y = V.fma<f32>(h, q, V.ofBits<f32, i32>(V.xor<i32>(V.bits<f32, i32>(h), signs)));
    else y = V.sub<f32>(V.sub<f32>(V.mul<f32>(h, q), V.mul<f32>(p, power)), h0);
    return signed(y, x, signs);
  }
  // With e = e^−|x|, which never overflows, and q = e / (1 + e): 1 − q or, for negative x, e − e q. Dividing last would add the roundings
  // of e and 1 + e to that of the quotient.
  const e = V.fma<f32>(p, power, power);
  const q = V.div<f32>(e, V.add<f32>(e, one));
  const part = V.select<f32>(V.lt<f32>(x, V.splat<f32>(0)), e, one);
  return V.nfma<f32>(part, q, part);
}

/** Any x. */
@inline function single(which: i32, x: Vec<f32>): Vec<f32> {
  const signs = i(I.sign);
  const one = f(F.one);
  const shift = which == Which.tanh ? F.shift126 : F.shift254;
  let c: Vec<f32>;
  if (which == Which.exp) c = clampKeepNaN<f32>(x, f(F.expLeast), f(F.expMost));
  else c = V.greater<f32>(f(which == Which.tanh ? F.tanhLeast : F.sigmoidLeast), below(x, signs));
  if (which == Which.tanh) c = V.add<f32>(c, c);
  const t = shifted(c, shift);
  const p = expm1Core(remainderOf(c, V.sub<f32>(t, f(shift))));
  if (which == Which.exp) return scale(V.add<f32>(p, one), t);
  return value(which, x, p, which == Which.tanh ? powerOf(t) : scale(one, t), one, signs);
}

/** All vectors at x, four at a time where all powers are normal. */
@inline function all(which: i32, x: usize, y: usize, bytes: usize): void {
  const end = x + bytes;
  const step: usize = 4 * V.bytes<f32>();
  while (x < end) {
    if (x + step <= end) {
      const signs = i(I.sign);
      let c0 = V.read<f32>(x), c1 = V.read1<f32>(x), c2 = V.read2<f32>(x), c3 = V.read3<f32>(x);
      let a0 = below(c0, signs), a1 = below(c1, signs), a2 = below(c2, signs), a3 = below(c3, signs);
      let c = f(which == Which.tanh ? F.tanhLeast : F.normalExp);
      if (which == Which.tanh) {
        a0 = V.greater<f32>(c, a0);
        a1 = V.greater<f32>(c, a1);
        a2 = V.greater<f32>(c, a2);
        a3 = V.greater<f32>(c, a3);
        c0 = V.add<f32>(a0, a0);
        c1 = V.add<f32>(a1, a1);
        c2 = V.add<f32>(a2, a2);
        c3 = V.add<f32>(a3, a3);
      }
      // As integers, numbers below 0 ascend with their size, and NaN is beyond all.
      const most = largest(largest(a0, a1), largest(a2, a3));
      if (which == Which.tanh || !V.any<f32>(V.gt<i32>(V.bits<f32, i32>(most), V.bits<f32, i32>(c)))) {
        if (which == Which.sigmoid) {
          c0 = a0;
          c1 = a1;
          c2 = a2;
          c3 = a3;
        }
        c = f(F.log2e);
        const s = f(which == Which.tanh ? F.shift126 : F.shift127);
        const t0 = V.fma<f32>(c0, c, s), t1 = V.fma<f32>(c1, c, s), t2 = V.fma<f32>(c2, c, s), t3 = V.fma<f32>(c3, c, s);
        const n0 = V.sub<f32>(t0, s), n1 = V.sub<f32>(t1, s), n2 = V.sub<f32>(t2, s), n3 = V.sub<f32>(t3, s);
        c = f(F.ln2High);
        c0 = V.nfma<f32>(n0, c, c0);
        c1 = V.nfma<f32>(n1, c, c1);
        c2 = V.nfma<f32>(n2, c, c2);
        c3 = V.nfma<f32>(n3, c, c3);
        c = f(F.ln2Low);
        const r0 = V.nfma<f32>(n0, c, c0), r1 = V.nfma<f32>(n1, c, c1), r2 = V.nfma<f32>(n2, c, c2), r3 = V.nfma<f32>(n3, c, c3);
        const z0 = V.mul<f32>(r0, r0), z1 = V.mul<f32>(r1, r1), z2 = V.mul<f32>(r2, r2), z3 = V.mul<f32>(r3, r3);
        c = at<f32>(expm1Terms, 3);
        let d = at<f32>(expm1Terms, 2);
        let q0 = V.fma<f32>(c, r0, d), q1 = V.fma<f32>(c, r1, d), q2 = V.fma<f32>(c, r2, d), q3 = V.fma<f32>(c, r3, d);
        c = at<f32>(expm1Terms, 4);
        q0 = V.fma<f32>(c, z0, q0);
        q1 = V.fma<f32>(c, z1, q1);
        q2 = V.fma<f32>(c, z2, q2);
        q3 = V.fma<f32>(c, z3, q3);
        c = at<f32>(expm1Terms, 1);
        d = at<f32>(expm1Terms, 0);
        q0 = V.fma<f32>(V.fma<f32>(q0, z0, V.fma<f32>(c, r0, d)), z0, r0);
        q1 = V.fma<f32>(V.fma<f32>(q1, z1, V.fma<f32>(c, r1, d)), z1, r1);
        q2 = V.fma<f32>(V.fma<f32>(q2, z2, V.fma<f32>(c, r2, d)), z2, r2);
        q3 = V.fma<f32>(V.fma<f32>(q3, z3, V.fma<f32>(c, r3, d)), z3, r3);
        c = f(F.one);
        V.write<f32>(y, value(which, V.read<f32>(x), q0, powerOf(t0), c, signs));
        V.write<f32>(y + V.bytes<f32>(), value(which, V.read1<f32>(x), q1, powerOf(t1), c, signs));
        V.write<f32>(y + 2 * V.bytes<f32>(), value(which, V.read2<f32>(x), q2, powerOf(t2), c, signs));
        V.write<f32>(y + 3 * V.bytes<f32>(), value(which, V.read3<f32>(x), q3, powerOf(t3), c, signs));
        x += step;
        y += step;
        continue;
      }
    }
    V.write<f32>(y, single(which, V.read<f32>(x)));
    x += V.bytes<f32>();
    y += V.bytes<f32>();
  }
}

/** 1.05 ulp */
@inline export function expF(x: Vec<f32>): Vec<f32> { return single(Which.exp, x); }
export function expAll(x: usize, y: usize, bytes: usize): void { all(Which.exp, x, y, bytes); }
/** 1.95 ulp */
@inline export function tanhF(x: Vec<f32>): Vec<f32> { return single(Which.tanh, x); }
export function tanhAll(x: usize, y: usize, bytes: usize): void { all(Which.tanh, x, y, bytes); }
/** 1.85 ulp */
@inline export function sigmoidF(x: Vec<f32>): Vec<f32> { return single(Which.sigmoid, x); }
export function sigmoidAll(x: usize, y: usize, bytes: usize): void { all(Which.sigmoid, x, y, bytes); }
