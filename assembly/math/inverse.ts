/** Inverse hyperbolic functions, erfinv and hypot of float32 vectors, in double: as good as rounding allows. See native/simd/inverse.h. */
import { D, d, horner, horner3, line } from './constants';
import * as double from './double';
import { erf64, erfc64 } from './erf';
import { log2Core } from './explog';

/** log x, for what log2Core takes. */
@inline function logWide(x: Vec<f64>): Vec<f64> { return V.mul<f64>(log2Core(x), V.splat<f64>(0.6931471805599453)); }
/** Below this the first terms of the series are exact enough, and logarithms near 1 are not. */
@inline function isSmall(a: Vec<f64>): Mask<f64> { return V.lt<f64>(a, V.splat<f64>(0.000244140625)); }
/** a + a³ factor */
@inline function series(a: Vec<f64>, factor: f64): Vec<f64> {
  return V.fma<f64>(V.mul<f64>(V.mul<f64>(a, a), a), V.splat<f64>(factor), a);
}
/** y where a < 1, ∞ at 1, NaN beyond and for NaN. */
@inline function below1(a: Vec<f64>, y: Vec<f64>): Vec<f64> {
  const one = d(D.one);
  return V.select<f64>(V.lt<f64>(a, one), y, V.invalidate<f64>(V.ne<f64>(a, one), d(D.infinity)));
}

function asinhWide(a: Vec<f64>): Vec<f64> {
  const root = V.sqrt<f64>(V.add<f64>(V.mul<f64>(a, a), d(D.one)));
  const y = V.select<f64>(isSmall(a), series(a, -0.16666666666666666), logWide(V.add<f64>(a, root)));
  return V.select<f64>(V.lt<f64>(a, d(D.infinity)), y, a);
}
export function asinhF(x: Vec<f32>): Vec<f32> {
  const a = V.abs<f32>(x);
  return V.copysign<f32>(V.narrow(asinhWide(V.lowHalf(a)), asinhWide(V.highHalf(a))), x);
}

function acoshWide(a: Vec<f64>): Vec<f64> {
  const one = d(D.one);
  const root = V.sqrt<f64>(V.mul<f64>(V.sub<f64>(a, one), V.add<f64>(a, one)));
  const y = V.select<f64>(V.lt<f64>(a, d(D.infinity)), logWide(V.add<f64>(a, root)), a);
  return V.invalidate<f64>(V.lt<f64>(a, one), y);
}
export function acoshF(x: Vec<f32>): Vec<f32> { return V.narrow(acoshWide(V.lowHalf(x)), acoshWide(V.highHalf(x))); }

function atanhWide(a: Vec<f64>): Vec<f64> {
  const one = d(D.one);
  const y = V.mul<f64>(logWide(V.div<f64>(V.add<f64>(one, a), V.sub<f64>(one, a))), V.splat<f64>(0.5));
  return below1(a, V.select<f64>(isSmall(a), series(a, 0.3333333333333333), y));
}
export function atanhF(x: Vec<f32>): Vec<f32> {
  const a = V.abs<f32>(x);
  return V.copysign<f32>(V.narrow(atanhWide(V.lowHalf(a)), atanhWide(V.highHalf(a))), x);
}

// erfinv(a) / a in w = −log(1 − a²), about 2.5, and erfinv(a) in √w, about 4. The variables are those of Giles, "Approximating the
// erfinv function", 2010; Chebyshev fits, relative error 2⁻³².
const middleTerms = memory.data<f64>([
  1.501409351110792, 0.24664027678526776, -0.004177317810140035, -0.001252708083622281, 0.00021825064939995,
  -4.99588144876006e-06, -3.4171152327450104e-06, 4.786448243400271e-07, 1.3691496015199152e-08,
  -1.0854397093112376e-08, 8.327000821030813e-10, 1.2302888973120805e-10, -2.1203565131819003e-11,
]);
const tailTerms = memory.data<f64>([
  3.839783581891364, 1.0094949221856655, 0.00125358733158909, -0.00085401332429325, 0.00029536061990225674,
  -8.443997270430023e-05, 2.1185121290448674e-05, -4.422166970015002e-06, 7.211583952823573e-07,
  2.9233858035791294e-08, -2.2722223980061077e-07, 1.41561556818731e-07, -1.8514525929488972e-08,
  -9.380125544995107e-09, 2.430677386291526e-09,
]);
@inline function middle(w: Vec<f64>): Vec<f64> {
  const x = V.sub<f64>(w, V.splat<f64>(2.5));
  let p = horner3<f64>(line<f64>(x, middleTerms, 11), x, middleTerms, 8);
  p = horner3<f64>(horner3<f64>(p, x, middleTerms, 5), x, middleTerms, 2);
  return horner<f64>(horner<f64>(p, x, middleTerms, 1), x, middleTerms, 0);
}
@inline function tail(s: Vec<f64>): Vec<f64> {
  const x = V.sub<f64>(s, V.splat<f64>(4));
  let p = horner3<f64>(line<f64>(x, tailTerms, 13), x, tailTerms, 10);
  p = horner3<f64>(horner3<f64>(p, x, tailTerms, 7), x, tailTerms, 4);
  return horner<f64>(horner3<f64>(p, x, tailTerms, 1), x, tailTerms, 0);
}
function erfinvWide(a: Vec<f64>): Vec<f64> {
  const one = d(D.one);
  const w = V.neg<f64>(logWide(V.mul<f64>(V.sub<f64>(one, a), V.add<f64>(one, a))));
  return below1(a, V.select<f64>(V.lt<f64>(w, V.splat<f64>(5)), V.mul<f64>(middle(w), a), tail(V.sqrt<f64>(w))));
}
export function erfinvF(x: Vec<f32>): Vec<f32> {
  const a = V.abs<f32>(x);
  return V.copysign<f32>(V.narrow(erfinvWide(V.lowHalf(a)), erfinvWide(V.highHalf(a))), x);
}

function sum(c: usize, count: i32, x: f64): f64 {
  let p: f64 = 0;
  for (let i = count - 1; i >= 0; i--) p = p * x + load<f64>(c + (<usize>i << 3));
  return p;
}
/** The fit and one step of Halley's method, which takes its error to the third power. */
export function erfinv64(x: f64): f64 {
  const a = abs<f64>(x);
  if (!(a < 1)) return a == 1 ? x * Infinity : NaN;
  const w = -NativeMath.log1p(-a * a);
  let y: f64;
  if (w < 5) y = sum(middleTerms, 13, w - 2.5) * a;
  else y = sum(tailTerms, 15, sqrt<f64>(-double.log((1 - a) * (1 + a))) - 4);
  const off = a < 0.5 ? erf64(y) - a : 1 - a - erfc64(y);
  const step = off * double.exp(y * y) * 0.886226925452758;
  return copysign<f64>(y - step / (1 + y * step), x);
}

@inline function hypotWide(a: Vec<f64>, b: Vec<f64>): Vec<f64> {
  return V.sqrt<f64>(V.add<f64>(V.mul<f64>(a, a), V.mul<f64>(b, b)));
}
/** C's: infinite where either is, even beside a NaN. */
export function hypotF(a: Vec<f32>, b: Vec<f32>): Vec<f32> {
  const infinity = V.splat<f32>(Infinity);
  const r = V.narrow(hypotWide(V.lowHalf(a), V.lowHalf(b)), hypotWide(V.highHalf(a), V.highHalf(b)));
  const infinite = V.either<f32>(V.eq<f32>(V.abs<f32>(a), infinity), V.eq<f32>(V.abs<f32>(b), infinity));
  return V.select<f32>(infinite, infinity, r);
}
