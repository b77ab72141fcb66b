/** The inverse of the error function: a fit, then one step of Halley's method, which takes its error to the third power. */
import { erf, erfc } from './erf.ts';

/** erfinv(a) / a in w = −log(1 − a²), about 2.5; and erfinv(a) in √w, about 4: Chebyshev fits, relative error 2⁻³². */
const middle = [
  1.501409351110792, 0.24664027678526776, -0.004177317810140035, -0.001252708083622281, 0.00021825064939995,
  -4.99588144876006e-6, -3.4171152327450104e-6, 4.786448243400271e-7, 1.3691496015199152e-8, -1.0854397093112376e-8,
  8.327000821030813e-10, 1.2302888973120805e-10, -2.1203565131819003e-11,
];
const tail = [
  3.839783581891364, 1.0094949221856655, 0.00125358733158909, -0.00085401332429325, 0.00029536061990225674,
  -8.443997270430023e-5, 2.1185121290448674e-5, -4.422166970015002e-6, 7.211583952823573e-7, 2.9233858035791294e-8,
  -2.2722223980061077e-7, 1.41561556818731e-7, -1.8514525929488972e-8, -9.380125544995107e-9, 2.430677386291526e-9,
];

function polynomial(c: readonly number[], x: number): number {
  let p = 0;
  for (let i = c.length - 1; i >= 0; i--) p = p * x + c[i]!;
  return p;
}

/** The variables are those of Giles, "Approximating the erfinv function", 2010. */
export function erfinv(x: number): number {
  const a = Math.abs(x);
  if (!(a < 1)) return a === 1 ? x * Infinity : NaN;
  const w = -Math.log1p(-a * a);
  const y = w < 5 ? polynomial(middle, w - 2.5) * a : polynomial(tail, Math.sqrt(-Math.log((1 - a) * (1 + a))) - 4);
  const off = a < 0.5 ? erf(y) - a : 1 - a - erfc(y);
  const step = off * Math.exp(y * y) * (Math.sqrt(Math.PI) / 2);
  const root = y - step / (1 + y * step);
  return x < 0 || Object.is(x, -0) ? -root : root;
}
