/** A line search: where along a direction a function is low and flat enough. */
import type { Tensor } from '../tensor.ts';

/** A place along the direction: the step to it, and the value, the gradient and the slope there. */
export interface Place {
  t: number;
  f: number;
  g: Tensor;
  slope: number;
}

/** How much of the slope at 0 the value must follow, and how much of it may be left (Nocedal & Wright's c₁ and c₂). */
const [descent, curvature] = [1e-4, 0.9];
const mostTrials = 25;

/**
 * Looks for a step that satisfies the strong Wolfe conditions: f ≤ f₀ + c₁ t slope₀ and |slope| ≤ c₂ |slope₀|. Nocedal & Wright 2006, algorithms
 * 3.5 and 3.6, with minFunc's safeguards, as in PyTorch's LBFGS.
 * @param start the place at 0, with a negative slope @param first the first step to try @param at evaluates a step
 * @param size the largest element of the direction @param tolerance a bracket that moves no element by more is not split
 */
export function strongWolfe(
  start: Place,
  first: number,
  at: (t: number) => Place,
  size: number,
  tolerance: number,
): { place: Place; evaluations: number } {
  let evaluations = 0;
  const evaluate = (t: number): Place => {
    evaluations++;
    return at(t);
  };
  const isHigh = ({ t, f }: Place): boolean => f > start.f + descent * t * start.slope;
  const isFlat = ({ slope }: Place): boolean => Math.abs(slope) <= -curvature * start.slope;

  // Going on until a bracket holds a good place, or one is found.
  let [before, now] = [start, evaluate(first)];
  let bracket: [Place, Place] | null = null;
  let trials = 0;
  for (; trials < mostTrials; trials++) {
    if (!isHigh(now) && !(trials > 1 && now.f >= before.f) && isFlat(now)) return { place: now, evaluations };
    if (isHigh(now) || (trials > 1 && now.f >= before.f) || now.slope >= 0) {
      bracket = [before, now];
      break;
    }
    const t = cubicMinimum(before, now, now.t + 0.01 * (now.t - before.t), now.t * 10);
    [before, now] = [now, evaluate(t)];
  }
  bracket ??= [start, now];

  // Closing in.
  let [low, high] = bracket[0].f <= bracket[1].f ? bracket : [bracket[1], bracket[0]];
  let stuck = false;
  for (; trials < mostTrials && Math.abs(high.t - low.t) * size >= tolerance; trials++) {
    const [left, right] = low.t <= high.t ? [low.t, high.t] : [high.t, low.t];
    let t = cubicMinimum(low, high, left, right);
    // Close to an end twice in a row, or at it: a tenth of the bracket away from it.
    const margin = 0.1 * (right - left);
    if (Math.min(right - t, t - left) < margin) {
      if (stuck || t >= right || t <= left) {
        t = Math.abs(t - right) < Math.abs(t - left) ? right - margin : left + margin;
        stuck = false;
      } else stuck = true;
    } else stuck = false;

    const next = evaluate(t);
    if (isHigh(next) || next.f >= low.f) {
      high = next;
      if (high.f < low.f) [low, high] = [high, low];
      continue;
    }
    if (isFlat(next)) return { place: next, evaluations };
    if (next.slope * (high.t - low.t) >= 0) high = low;
    low = next;
  }
  return { place: low, evaluations };
}

/** Where the cubic through two places, with their slopes, is lowest within bounds. Nocedal & Wright 2006, equation 3.59. */
function cubicMinimum(a: Place, b: Place, least: number, most: number): number {
  const [x, y] = a.t <= b.t ? [a, b] : [b, a];
  const d1 = x.slope + y.slope - (3 * (x.f - y.f)) / (x.t - y.t);
  const square = d1 * d1 - x.slope * y.slope;
  if (!(square >= 0)) return (least + most) / 2;
  const d2 = Math.sqrt(square);
  const t = y.t - (y.t - x.t) * ((y.slope + d2 - d1) / (y.slope - x.slope + 2 * d2));
  return Math.min(Math.max(t, least), most);
}
