/** Cross-entropy of the softmax of rows with a class each, and its gradient, without a matrix in between. */
import { CrossEntropyBackwardWord as Back, CrossEntropyWord as Word } from '../generated/opcodes';
import * as double from '../math/double';
import { exp } from '../math/index';
import { DType, size, Status, whole, word } from '../record';
import { room } from '../scratch';
import { close, next, open } from '../team';
import { extremeOf, sumOf } from './reduceKinds';
import { block, chunk, expShifted, subtract } from './softmax';

/** The loss of a row; stats: its largest element, and the logarithm of the sum of e^(x − largest). */
function lossOfRow<T>(x: usize, cols: usize, target: usize, smoothing: f64, stats: usize): T {
  const largest = extremeOf<T>(x, cols, true);
  const shift = V.splat<T>(largest);
  const part = room();
  let total: f64 = 0;
  let all: f64 = 0;
  for (let k: usize = 0; k < cols; k += block) {
    const n = min<usize>(block, cols - k);
    const at = x + k * sizeof<T>();
    total += expShifted<T>(at, part, n, shift);
    if (smoothing == 0) continue;
    subtract<T>(at, part, n, shift, V.splat<T>(0));
    all += sumOf<T>(part, n);
  }
  const logTotal = double.log(total);
  store<T>(stats, largest);
  store<T>(stats + sizeof<T>(), <T>logTotal);
  const loss = logTotal - (<f64>load<T>(x + target * sizeof<T>()) - <f64>largest);
  if (smoothing == 0) return <T>loss;
  return <T>((1 - smoothing) * loss + smoothing * (logTotal - all / <f64>cols));
}

function gradientOf<T>(x: Vec<T>, shift: Vec<T>, logTotal: Vec<T>, rest: Vec<T>, factor: Vec<T>): Vec<T> {
  return V.mul<T>(factor, V.sub<T>(exp<T>(V.sub<T>(V.sub<T>(x, shift), logTotal)), rest));
}
/** dx = g (softmax − smoothing / cols), less g (1 − smoothing) at the target */
function gradientOfRow<T>(g: T, x: usize, stats: usize, dx: usize, cols: usize, target: usize, smoothing: f64): void {
  const shift = V.splat<T>(load<T>(stats));
  const logTotal = V.splat<T>(load<T>(stats + sizeof<T>()));
  const rest = V.splat<T>(<T>(smoothing / <f64>cols));
  const factor = V.splat<T>(g);
  let k: usize = 0;
  const whole = cols & ~(V.count<T>() - 1);
  for (; k < whole; k += V.count<T>()) {
    const at = k * sizeof<T>();
    V.write<T>(dx + at, gradientOf<T>(V.read<T>(x + at), shift, logTotal, rest, factor));
  }
  if (k < cols) {
    const at = k * sizeof<T>();
    const last = gradientOf<T>(V.readPart<T>(x + at, cols - k), shift, logTotal, rest, factor);
    V.writePart<T>(dx + at, cols - k, last);
  }
  const at = dx + target * sizeof<T>();
  store<T>(at, <T>(load<T>(at) - g * <T>(1 - smoothing)));
}

/** All rows: forward where there is no dx. */
function eachRow<T>(w: usize, target: usize, x: usize, stats: usize, losses: usize, dx: usize): void {
  const rows = size(w, Word.rows);
  const cols = size(w, Word.cols);
  const smoothing = word(w, Word.smoothing);
  const each = max<usize>(1, chunk / cols);
  const chunks = (rows + each - 1) / each;
  open(w, chunks, rows * cols > chunk);
  for (let c = next(); c < chunks; c = next()) {
    const end = min<usize>(rows, (c + 1) * each);
    for (let r = c * each; r < end; r++) {
      const row = r * cols * sizeof<T>();
      const own = losses + r * sizeof<T>();
      const two = stats + 2 * r * sizeof<T>();
      const at = <usize>load<i32>(target + 4 * r);
      if (dx == 0) store<T>(own, lossOfRow<T>(x + row, cols, at, smoothing, two));
      else gradientOfRow<T>(load<T>(own), x + row, two, dx + row, cols, at, smoothing);
    }
  }
  close();
}
function forward<T>(w: usize): Status {
  eachRow<T>(w, size(w, Word.target), size(w, Word.x), size(w, Word.stats), size(w, Word.loss), 0);
  return Status.ok;
}
function backward<T>(w: usize): Status {
  eachRow<T>(w, size(w, Back.target), size(w, Back.x), size(w, Back.stats), size(w, Back.g), size(w, Back.dx));
  return Status.ok;
}

export function crossEntropy(w: usize): Status {
  return whole(w, Word.dtype) == DType.float32 ? forward<f32>(w) : forward<f64>(w);
}
export function crossEntropyBackward(w: usize): Status {
  return whole(w, Back.dtype) == DType.float32 ? backward<f32>(w) : backward<f64>(w);
}
