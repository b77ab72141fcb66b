// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
import * as double from '../math/double';
import * as math from '../math/index';

type Prepare = (cell: usize, step: f64, out: usize) => void;
/** at: the addresses of parameter, gradient and state, `bytes` of each, which are whole vectors. */
type Step = (cell: usize, computed: usize, at: usize, bytes: usize) => void;

// https://pytorch.org/docs/stable/generated/torch.optim.SGD.html
function sgd_prepare(cell: usize, step: f64, out: usize): void {
  const momentum = load<f64>(cell, 8);
  const dampening = load<f64>(cell, 16);
  store<f64>(out, step == 1.0 ? 0.0 : momentum, 0);
  store<f64>(out, step == 1.0 ? 1.0 : 1.0 - dampening, 8);
}
function sgd_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vLr = V.splat<T>(<T>load<f64>(cell, 0));
  const vMomentum = V.splat<T>(<T>load<f64>(cell, 8));
  const vWeightDecay = V.splat<T>(<T>load<f64>(cell, 24));
  const vNesterov = V.splat<T>(<T>load<f64>(cell, 32));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 40));
  const vKeep = V.splat<T>(<T>load<f64>(computed, 0));
  const vTake = V.splat<T>(<T>load<f64>(computed, 8));
  const t0_c0 = V.splat<T>(0);
  const t3_c0 = V.splat<T>(0);
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const momentumBufferAt = load<usize>(at, 8);
  for (let k: usize = 0; k < bytes; k += V.bytes<T>()) {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let momentumBuffer = V.read<T>(momentumBufferAt + k);
    const g0 = V.select<T>(V.ne<T>(vMaximize, t0_c0), V.neg<T>(g), g);
    const g1 = V.add<T>(g0, V.mul<T>(vWeightDecay, p));
    momentumBuffer = V.add<T>(V.mul<T>(vKeep, momentumBuffer), V.mul<T>(vTake, g1));
    const d = V.select<T>(
      V.eq<T>(vMomentum, t3_c0),
      g1,
      V.select<T>(V.ne<T>(vNesterov, t3_c0), V.add<T>(g1, V.mul<T>(vMomentum, momentumBuffer)), momentumBuffer),
    );
    p = V.sub<T>(p, V.mul<T>(vLr, d));
    V.write<T>(pAt + k, p);
    V.write<T>(momentumBufferAt + k, momentumBuffer);
  }
}
function sgd_f32(cell: usize, computed: usize, at: usize, bytes: usize): void {
  sgd_<f32>(cell, computed, at, bytes);
}
function sgd_f64(cell: usize, computed: usize, at: usize, bytes: usize): void {
  sgd_<f64>(cell, computed, at, bytes);
}
// https://pytorch.org/docs/stable/generated/torch.optim.Adagrad.html
function adagrad_prepare(cell: usize, step: f64, out: usize): void {
  const lr = load<f64>(cell, 0);
  const lrDecay = load<f64>(cell, 8);
  store<f64>(out, lr / (1.0 + (step - 1.0) * lrDecay), 0);
}
function adagrad_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vWeightDecay = V.splat<T>(<T>load<f64>(cell, 16));
  const vEps = V.splat<T>(<T>load<f64>(cell, 24));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 32));
  const vRate = V.splat<T>(<T>load<f64>(computed, 0));
  const t0_c0 = V.splat<T>(0);
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const sumAt = load<usize>(at, 8);
  for (let k: usize = 0; k < bytes; k += V.bytes<T>()) {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let sum = V.read<T>(sumAt + k);
    const g0 = V.select<T>(V.ne<T>(vMaximize, t0_c0), V.neg<T>(g), g);
    const g1 = V.add<T>(g0, V.mul<T>(vWeightDecay, p));
    sum = V.add<T>(sum, V.mul<T>(g1, g1));
    p = V.sub<T>(p, V.div<T>(V.mul<T>(vRate, g1), V.add<T>(math.sqrt<T>(sum), vEps)));
    V.write<T>(pAt + k, p);
    V.write<T>(sumAt + k, sum);
  }
}
function adagrad_f32(cell: usize, computed: usize, at: usize, bytes: usize): void {
  adagrad_<f32>(cell, computed, at, bytes);
}
function adagrad_f64(cell: usize, computed: usize, at: usize, bytes: usize): void {
  adagrad_<f64>(cell, computed, at, bytes);
}
// https://pytorch.org/docs/stable/generated/torch.optim.RMSprop.html
function rmsprop_prepare(cell: usize, step: f64, out: usize): void {
  const alpha = load<f64>(cell, 8);
  store<f64>(out, 1.0 - alpha, 0);
}
function rmsprop_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vLr = V.splat<T>(<T>load<f64>(cell, 0));
  const vAlpha = V.splat<T>(<T>load<f64>(cell, 8));
  const vEps = V.splat<T>(<T>load<f64>(cell, 16));
  const vWeightDecay = V.splat<T>(<T>load<f64>(cell, 24));
  const vMomentum = V.splat<T>(<T>load<f64>(cell, 32));
  const vCentered = V.splat<T>(<T>load<f64>(cell, 40));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 48));
  const vTake = V.splat<T>(<T>load<f64>(computed, 0));
  const t0_c0 = V.splat<T>(0);
  const t3_c0 = V.splat<T>(0);
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const squareAvgAt = load<usize>(at, 8);
  const gradAvgAt = load<usize>(at, 12);
  const momentumBufferAt = load<usize>(at, 16);
  for (let k: usize = 0; k < bytes; k += V.bytes<T>()) {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let squareAvg = V.read<T>(squareAvgAt + k);
    let gradAvg = V.read<T>(gradAvgAt + k);
    let momentumBuffer = V.read<T>(momentumBufferAt + k);
    const g0 = V.select<T>(V.ne<T>(vMaximize, t0_c0), V.neg<T>(g), g);
    const g1 = V.add<T>(g0, V.mul<T>(vWeightDecay, p));
    squareAvg = V.add<T>(V.mul<T>(vAlpha, squareAvg), V.mul<T>(V.mul<T>(vTake, g1), g1));
    gradAvg = V.select<T>(V.ne<T>(vCentered, t3_c0), V.add<T>(V.mul<T>(vAlpha, gradAvg), V.mul<T>(vTake, g1)), t3_c0);
    const d = V.div<T>(g1, V.add<T>(math.sqrt<T>(V.sub<T>(squareAvg, V.mul<T>(gradAvg, gradAvg))), vEps));
    momentumBuffer = V.add<T>(V.mul<T>(vMomentum, momentumBuffer), d);
    p = V.sub<T>(p, V.mul<T>(vLr, momentumBuffer));
    V.write<T>(pAt + k, p);
    V.write<T>(squareAvgAt + k, squareAvg);
    V.write<T>(gradAvgAt + k, gradAvg);
    V.write<T>(momentumBufferAt + k, momentumBuffer);
  }
}
function rmsprop_f32(cell: usize, computed: usize, at: usize, bytes: usize): void {
  rmsprop_<f32>(cell, computed, at, bytes);
}
function rmsprop_f64(cell: usize, computed: usize, at: usize, bytes: usize): void {
  rmsprop_<f64>(cell, computed, at, bytes);
}
// Adam and, with decoupled weight decay, AdamW. https://pytorch.org/docs/stable/generated/torch.optim.AdamW.html
function adam_prepare(cell: usize, step: f64, out: usize): void {
  const lr = load<f64>(cell, 0);
  const beta1 = load<f64>(cell, 8);
  const beta2 = load<f64>(cell, 16);
  const weightDecay = load<f64>(cell, 32);
  const decoupled = load<f64>(cell, 56);
  store<f64>(out, 1.0 - beta1, 0);
  store<f64>(out, 1.0 - beta2, 8);
  store<f64>(out, lr / (1.0 - double.pow(beta1, step)), 16);
  store<f64>(out, sqrt<f64>(1.0 - double.pow(beta2, step)), 24);
  store<f64>(out, decoupled != 0.0 ? 1.0 - lr * weightDecay : 1.0, 32);
  store<f64>(out, decoupled != 0.0 ? 0.0 : weightDecay, 40);
}
function adam_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vBeta2 = V.splat<T>(<T>load<f64>(cell, 16));
  const vEps = V.splat<T>(<T>load<f64>(cell, 24));
  const vAmsgrad = V.splat<T>(<T>load<f64>(cell, 40));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 48));
  const vTake1 = V.splat<T>(<T>load<f64>(computed, 0));
  const vTake2 = V.splat<T>(<T>load<f64>(computed, 8));
  const vRate = V.splat<T>(<T>load<f64>(computed, 16));
  const vCorrection = V.splat<T>(<T>load<f64>(computed, 24));
  const vShrink = V.splat<T>(<T>load<f64>(computed, 32));
  const vPenalty = V.splat<T>(<T>load<f64>(computed, 40));
  const t0_c0 = V.splat<T>(0);
  const t5_c0 = V.splat<T>(0);
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const expAvgAt = load<usize>(at, 8);
  const expAvgSqAt = load<usize>(at, 12);
  const maxExpAvgSqAt = load<usize>(at, 16);
  for (let k: usize = 0; k < bytes; k += V.bytes<T>()) {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let expAvg = V.read<T>(expAvgAt + k);
    let expAvgSq = V.read<T>(expAvgSqAt + k);
    let maxExpAvgSq = V.read<T>(maxExpAvgSqAt + k);
    const g0 = V.select<T>(V.ne<T>(vMaximize, t0_c0), V.neg<T>(g), g);
    const g1 = V.add<T>(g0, V.mul<T>(vPenalty, p));
    expAvg = V.add<T>(expAvg, V.mul<T>(vTake1, V.sub<T>(g1, expAvg)));
    expAvgSq = V.add<T>(V.mul<T>(vBeta2, expAvgSq), V.mul<T>(V.mul<T>(vTake2, g1), g1));
    maxExpAvgSq = math.maximum<T>(maxExpAvgSq, expAvgSq);
    const v = V.select<T>(V.ne<T>(vAmsgrad, t5_c0), maxExpAvgSq, expAvgSq);
    p = V.sub<T>(
      V.mul<T>(p, vShrink),
      V.div<T>(V.mul<T>(vRate, expAvg), V.add<T>(V.div<T>(math.sqrt<T>(v), vCorrection), vEps)),
    );
    V.write<T>(pAt + k, p);
    V.write<T>(expAvgAt + k, expAvg);
    V.write<T>(expAvgSqAt + k, expAvgSq);
    V.write<T>(maxExpAvgSqAt + k, maxExpAvgSq);
  }
}
function adam_f32(cell: usize, computed: usize, at: usize, bytes: usize): void {
  adam_<f32>(cell, computed, at, bytes);
}
function adam_f64(cell: usize, computed: usize, at: usize, bytes: usize): void {
  adam_<f64>(cell, computed, at, bytes);
}

// In the order of the opcodes from Op.firstOptimizer on.
export const stateCounts: StaticArray<u8> = [1, 1, 3, 3];
export const prepares: StaticArray<Prepare> = [sgd_prepare, adagrad_prepare, rmsprop_prepare, adam_prepare];
export const f32Steps: StaticArray<Step> = [sgd_f32, adagrad_f32, rmsprop_f32, adam_f32];
export const f64Steps: StaticArray<Step> = [sgd_f64, adagrad_f64, rmsprop_f64, adam_f64];
