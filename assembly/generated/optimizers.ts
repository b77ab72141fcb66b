// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
import * as double from '../math/double';
import * as math from '../math/index';

const constants = memory.data<f64>([1.0, 2.0]);

function count(cell: usize, counter: usize): void {
  store<f32>(counter, load<f32>(counter) + 1);
}

// https://pytorch.org/docs/stable/generated/torch.optim.SGD.html
function sgd_prepare(cell: usize, counter: usize, out: usize): void {
  const momentum = load<f64>(cell, 8);
  const dampening = load<f64>(cell, 16);
  const step = <f64>load<f32>(counter, 0);
  const keep = step == 1.0 ? 0.0 : momentum;
  const take = step == 1.0 ? 1.0 : 1.0 - dampening;
  store<f64>(out, keep, 0);
  store<f64>(out, take, 8);
}
function sgd_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vLr = V.splat<T>(<T>load<f64>(cell, 0));
  const vMomentum = V.splat<T>(<T>load<f64>(cell, 8));
  const vWeightDecay = V.splat<T>(<T>load<f64>(cell, 24));
  const vNesterov = V.splat<T>(<T>load<f64>(cell, 32));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 40));
  const vKeep = V.splat<T>(<T>load<f64>(computed, 0));
  const vTake = V.splat<T>(<T>load<f64>(computed, 8));
  const t0_c0 = V.splat<T>(<T>load<f64>(constants, 0));
  const t0_c1 = V.splat<T>(<T>load<f64>(constants, 8));
  const t3_c0 = V.splat<T>(0);
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const momentumBufferAt = load<usize>(at, 8);
  let k: usize = 0;
  do {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let momentumBuffer = V.read<T>(momentumBufferAt + k);
    const g0 = V.mul<T>(V.sub<T>(t0_c0, V.mul<T>(t0_c1, vMaximize)), g);
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
    k += V.bytes<T>();
  } while (k < bytes);
}
// https://pytorch.org/docs/stable/generated/torch.optim.Adagrad.html
function adagrad_prepare(cell: usize, counter: usize, out: usize): void {
  const lr = load<f64>(cell, 0);
  const lrDecay = load<f64>(cell, 8);
  const step = <f64>load<f32>(counter, 0);
  const rate = lr / (1.0 + (step - 1.0) * lrDecay);
  store<f64>(out, rate, 0);
}
function adagrad_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vWeightDecay = V.splat<T>(<T>load<f64>(cell, 16));
  const vEps = V.splat<T>(<T>load<f64>(cell, 24));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 32));
  const vRate = V.splat<T>(<T>load<f64>(computed, 0));
  const t0_c0 = V.splat<T>(<T>load<f64>(constants, 0));
  const t0_c1 = V.splat<T>(<T>load<f64>(constants, 8));
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const sumAt = load<usize>(at, 8);
  let k: usize = 0;
  do {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let sum = V.read<T>(sumAt + k);
    const g0 = V.mul<T>(V.sub<T>(t0_c0, V.mul<T>(t0_c1, vMaximize)), g);
    const g1 = V.add<T>(g0, V.mul<T>(vWeightDecay, p));
    sum = V.add<T>(sum, V.mul<T>(g1, g1));
    p = V.sub<T>(p, V.div<T>(V.mul<T>(vRate, g1), V.add<T>(math.sqrt<T>(sum), vEps)));
    V.write<T>(pAt + k, p);
    V.write<T>(sumAt + k, sum);
    k += V.bytes<T>();
  } while (k < bytes);
}
// https://pytorch.org/docs/stable/generated/torch.optim.RMSprop.html
function rmsprop_prepare(cell: usize, counter: usize, out: usize): void {
  const alpha = load<f64>(cell, 8);
  const take = 1.0 - alpha;
  store<f64>(out, take, 0);
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
  const t0_c0 = V.splat<T>(<T>load<f64>(constants, 0));
  const t0_c1 = V.splat<T>(<T>load<f64>(constants, 8));
  const t3_c0 = V.splat<T>(0);
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const squareAvgAt = load<usize>(at, 8);
  const gradAvgAt = load<usize>(at, 12);
  const momentumBufferAt = load<usize>(at, 16);
  let k: usize = 0;
  do {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let squareAvg = V.read<T>(squareAvgAt + k);
    let gradAvg = V.read<T>(gradAvgAt + k);
    let momentumBuffer = V.read<T>(momentumBufferAt + k);
    const g0 = V.mul<T>(V.sub<T>(t0_c0, V.mul<T>(t0_c1, vMaximize)), g);
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
    k += V.bytes<T>();
  } while (k < bytes);
}
// Adam and, with decoupled weight decay, AdamW. https://pytorch.org/docs/stable/generated/torch.optim.AdamW.html
function adam_prepare(cell: usize, counter: usize, out: usize): void {
  const lr = load<f64>(cell, 0);
  const beta1 = load<f64>(cell, 8);
  const beta2 = load<f64>(cell, 16);
  const weightDecay = load<f64>(cell, 32);
  const decoupled = load<f64>(cell, 56);
  const step = <f64>load<f32>(counter, 0);
  const take1 = 1.0 - beta1;
  const take2 = 1.0 - beta2;
  const rate = lr / (1.0 - double.pow(beta1, step));
  const correction = 1.0 / sqrt<f64>(1.0 - double.pow(beta2, step));
  const shrink = decoupled != 0.0 ? 1.0 - lr * weightDecay : 1.0;
  const penalty = decoupled != 0.0 ? 0.0 : weightDecay;
  store<f64>(out, take1, 0);
  store<f64>(out, take2, 8);
  store<f64>(out, rate, 16);
  store<f64>(out, correction, 24);
  store<f64>(out, shrink, 32);
  store<f64>(out, penalty, 40);
}
function adam_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vBeta2 = V.splat<T>(<T>load<f64>(cell, 16));
  const vEps = V.splat<T>(<T>load<f64>(cell, 24));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 48));
  const vTake1 = V.splat<T>(<T>load<f64>(computed, 0));
  const vTake2 = V.splat<T>(<T>load<f64>(computed, 8));
  const vRate = V.splat<T>(<T>load<f64>(computed, 16));
  const vCorrection = V.splat<T>(<T>load<f64>(computed, 24));
  const vShrink = V.splat<T>(<T>load<f64>(computed, 32));
  const vPenalty = V.splat<T>(<T>load<f64>(computed, 40));
  const t0_c0 = V.splat<T>(<T>load<f64>(constants, 0));
  const t0_c1 = V.splat<T>(<T>load<f64>(constants, 8));
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const expAvgAt = load<usize>(at, 8);
  const expAvgSqAt = load<usize>(at, 12);
  const maxExpAvgSqAt = load<usize>(at, 16);
  let k: usize = 0;
  do {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let expAvg = V.read<T>(expAvgAt + k);
    let expAvgSq = V.read<T>(expAvgSqAt + k);
    let maxExpAvgSq = V.read<T>(maxExpAvgSqAt + k);
    const g0 = V.mul<T>(V.sub<T>(t0_c0, V.mul<T>(t0_c1, vMaximize)), g);
    const g1 = V.add<T>(g0, V.mul<T>(vPenalty, p));
    expAvg = V.add<T>(expAvg, V.mul<T>(vTake1, V.sub<T>(g1, expAvg)));
    expAvgSq = V.add<T>(V.mul<T>(vBeta2, expAvgSq), V.mul<T>(V.mul<T>(vTake2, g1), g1));
    maxExpAvgSq = V.greater<T>(maxExpAvgSq, expAvgSq);
    p = V.sub<T>(
      V.mul<T>(p, vShrink),
      V.div<T>(V.mul<T>(vRate, expAvg), V.add<T>(V.mul<T>(vCorrection, math.sqrt<T>(maxExpAvgSq)), vEps)),
    );
    V.write<T>(pAt + k, p);
    V.write<T>(expAvgAt + k, expAvg);
    V.write<T>(expAvgSqAt + k, expAvgSq);
    V.write<T>(maxExpAvgSqAt + k, maxExpAvgSq);
    k += V.bytes<T>();
  } while (k < bytes);
}
// https://pytorch.org/docs/stable/generated/torch.optim.NAdam.html
function nadam_advance(cell: usize, counter: usize): void {
  count(cell, counter);
  const beta1 = load<f64>(cell, 8);
  const momentumDecay = load<f64>(cell, 56);
  const step = <f64>load<f32>(counter, 0);
  const muProduct = <f64>load<f32>(counter, 4);
  store<f32>(counter, <f32>muProduct, 8);
  store<f32>(counter, <f32>(muProduct * (beta1 * (1.0 - 5e-1 * double.pow(9.6e-1, step * momentumDecay)))), 4);
}
function nadam_prepare(cell: usize, counter: usize, out: usize): void {
  const lr = load<f64>(cell, 0);
  const beta1 = load<f64>(cell, 8);
  const beta2 = load<f64>(cell, 16);
  const eps = load<f64>(cell, 24);
  const weightDecay = load<f64>(cell, 32);
  const decoupled = load<f64>(cell, 48);
  const momentumDecay = load<f64>(cell, 56);
  const step = <f64>load<f32>(counter, 0);
  const muProduct_next = <f64>load<f32>(counter, 4);
  const take1 = 1.0 - beta1;
  const take2 = 1.0 - beta2;
  const shrink = decoupled != 0.0 ? 1.0 - lr * weightDecay : 1.0;
  const penalty = decoupled != 0.0 ? 0.0 : weightDecay;
  const muNext = beta1 * (1.0 - 5e-1 * double.pow(9.6e-1, (step + 1.0) * momentumDecay));
  const takeG = (lr * (1.0 - beta1 * (1.0 - 5e-1 * double.pow(9.6e-1, step * momentumDecay)))) / (1.0 - muProduct_next);
  const takeM = (lr * muNext) / (1.0 - muProduct_next * muNext);
  const a = 1.0 / sqrt<f64>(1.0 - double.pow(beta2, step));
  const b = eps;
  store<f64>(out, take1, 0);
  store<f64>(out, take2, 8);
  store<f64>(out, shrink, 16);
  store<f64>(out, penalty, 24);
  store<f64>(out, takeG, 32);
  store<f64>(out, takeM, 40);
  store<f64>(out, a, 48);
  store<f64>(out, b, 56);
}
function nadam_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vBeta2 = V.splat<T>(<T>load<f64>(cell, 16));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 40));
  const vTake1 = V.splat<T>(<T>load<f64>(computed, 0));
  const vTake2 = V.splat<T>(<T>load<f64>(computed, 8));
  const vShrink = V.splat<T>(<T>load<f64>(computed, 16));
  const vPenalty = V.splat<T>(<T>load<f64>(computed, 24));
  const vTakeG = V.splat<T>(<T>load<f64>(computed, 32));
  const vTakeM = V.splat<T>(<T>load<f64>(computed, 40));
  const vA = V.splat<T>(<T>load<f64>(computed, 48));
  const vB = V.splat<T>(<T>load<f64>(computed, 56));
  const t0_c0 = V.splat<T>(<T>load<f64>(constants, 0));
  const t0_c1 = V.splat<T>(<T>load<f64>(constants, 8));
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const expAvgAt = load<usize>(at, 8);
  const expAvgSqAt = load<usize>(at, 12);
  let k: usize = 0;
  do {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let expAvg = V.read<T>(expAvgAt + k);
    let expAvgSq = V.read<T>(expAvgSqAt + k);
    const g0 = V.mul<T>(V.sub<T>(t0_c0, V.mul<T>(t0_c1, vMaximize)), g);
    const g1 = V.add<T>(g0, V.mul<T>(vPenalty, p));
    expAvg = V.add<T>(expAvg, V.mul<T>(vTake1, V.sub<T>(g1, expAvg)));
    expAvgSq = V.add<T>(V.mul<T>(vBeta2, expAvgSq), V.mul<T>(V.mul<T>(vTake2, g1), g1));
    p = V.sub<T>(
      V.mul<T>(p, vShrink),
      V.div<T>(
        V.add<T>(V.mul<T>(vTakeG, g1), V.mul<T>(vTakeM, expAvg)),
        V.add<T>(V.mul<T>(vA, math.sqrt<T>(expAvgSq)), vB),
      ),
    );
    V.write<T>(pAt + k, p);
    V.write<T>(expAvgAt + k, expAvg);
    V.write<T>(expAvgSqAt + k, expAvgSq);
    k += V.bytes<T>();
  } while (k < bytes);
}
// https://pytorch.org/docs/stable/generated/torch.optim.RAdam.html
function radam_prepare(cell: usize, counter: usize, out: usize): void {
  const lr = load<f64>(cell, 0);
  const beta1 = load<f64>(cell, 8);
  const beta2 = load<f64>(cell, 16);
  const eps = load<f64>(cell, 24);
  const weightDecay = load<f64>(cell, 32);
  const decoupled = load<f64>(cell, 48);
  const step = <f64>load<f32>(counter, 0);
  const take1 = 1.0 - beta1;
  const take2 = 1.0 - beta2;
  const shrink = decoupled != 0.0 ? 1.0 - lr * weightDecay : 1.0;
  const penalty = decoupled != 0.0 ? 0.0 : weightDecay;
  const limit = 2.0 / (1.0 - beta2) - 1.0;
  const power = double.pow(beta2, step);
  const length = limit - (2.0 * step * power) / (1.0 - power);
  const squared = ((length - 4.0) * (length - 2.0) * limit) / ((limit - 4.0) * (limit - 2.0) * length);
  const rectified = length > 5.0 ? sqrt<f64>(squared * (1.0 - power)) : 1.0;
  const takeG = 0.0;
  const takeM = (lr / (1.0 - double.pow(beta1, step))) * rectified;
  const a = length > 5.0 ? 1.0 : 0.0;
  const b = length > 5.0 ? eps : 1.0;
  store<f64>(out, take1, 0);
  store<f64>(out, take2, 8);
  store<f64>(out, shrink, 16);
  store<f64>(out, penalty, 24);
  store<f64>(out, takeG, 32);
  store<f64>(out, takeM, 40);
  store<f64>(out, a, 48);
  store<f64>(out, b, 56);
}
function radam_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vBeta2 = V.splat<T>(<T>load<f64>(cell, 16));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 40));
  const vTake1 = V.splat<T>(<T>load<f64>(computed, 0));
  const vTake2 = V.splat<T>(<T>load<f64>(computed, 8));
  const vShrink = V.splat<T>(<T>load<f64>(computed, 16));
  const vPenalty = V.splat<T>(<T>load<f64>(computed, 24));
  const vTakeG = V.splat<T>(<T>load<f64>(computed, 32));
  const vTakeM = V.splat<T>(<T>load<f64>(computed, 40));
  const vA = V.splat<T>(<T>load<f64>(computed, 48));
  const vB = V.splat<T>(<T>load<f64>(computed, 56));
  const t0_c0 = V.splat<T>(<T>load<f64>(constants, 0));
  const t0_c1 = V.splat<T>(<T>load<f64>(constants, 8));
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const expAvgAt = load<usize>(at, 8);
  const expAvgSqAt = load<usize>(at, 12);
  let k: usize = 0;
  do {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let expAvg = V.read<T>(expAvgAt + k);
    let expAvgSq = V.read<T>(expAvgSqAt + k);
    const g0 = V.mul<T>(V.sub<T>(t0_c0, V.mul<T>(t0_c1, vMaximize)), g);
    const g1 = V.add<T>(g0, V.mul<T>(vPenalty, p));
    expAvg = V.add<T>(expAvg, V.mul<T>(vTake1, V.sub<T>(g1, expAvg)));
    expAvgSq = V.add<T>(V.mul<T>(vBeta2, expAvgSq), V.mul<T>(V.mul<T>(vTake2, g1), g1));
    p = V.sub<T>(
      V.mul<T>(p, vShrink),
      V.div<T>(
        V.add<T>(V.mul<T>(vTakeG, g1), V.mul<T>(vTakeM, expAvg)),
        V.add<T>(V.mul<T>(vA, math.sqrt<T>(expAvgSq)), vB),
      ),
    );
    V.write<T>(pAt + k, p);
    V.write<T>(expAvgAt + k, expAvg);
    V.write<T>(expAvgSqAt + k, expAvgSq);
    k += V.bytes<T>();
  } while (k < bytes);
}
// Adam whose eps is not corrected, as SparseAdam has it. https://pytorch.org/docs/stable/generated/torch.optim.SparseAdam.html
function sparseAdam_prepare(cell: usize, counter: usize, out: usize): void {
  const lr = load<f64>(cell, 0);
  const beta1 = load<f64>(cell, 8);
  const beta2 = load<f64>(cell, 16);
  const eps = load<f64>(cell, 24);
  const weightDecay = load<f64>(cell, 32);
  const decoupled = load<f64>(cell, 48);
  const step = <f64>load<f32>(counter, 0);
  const take1 = 1.0 - beta1;
  const take2 = 1.0 - beta2;
  const shrink = decoupled != 0.0 ? 1.0 - lr * weightDecay : 1.0;
  const penalty = decoupled != 0.0 ? 0.0 : weightDecay;
  const takeG = 0.0;
  const takeM = (lr * sqrt<f64>(1.0 - double.pow(beta2, step))) / (1.0 - double.pow(beta1, step));
  const a = 1.0;
  const b = eps;
  store<f64>(out, take1, 0);
  store<f64>(out, take2, 8);
  store<f64>(out, shrink, 16);
  store<f64>(out, penalty, 24);
  store<f64>(out, takeG, 32);
  store<f64>(out, takeM, 40);
  store<f64>(out, a, 48);
  store<f64>(out, b, 56);
}
function sparseAdam_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vBeta2 = V.splat<T>(<T>load<f64>(cell, 16));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 40));
  const vTake1 = V.splat<T>(<T>load<f64>(computed, 0));
  const vTake2 = V.splat<T>(<T>load<f64>(computed, 8));
  const vShrink = V.splat<T>(<T>load<f64>(computed, 16));
  const vPenalty = V.splat<T>(<T>load<f64>(computed, 24));
  const vTakeG = V.splat<T>(<T>load<f64>(computed, 32));
  const vTakeM = V.splat<T>(<T>load<f64>(computed, 40));
  const vA = V.splat<T>(<T>load<f64>(computed, 48));
  const vB = V.splat<T>(<T>load<f64>(computed, 56));
  const t0_c0 = V.splat<T>(<T>load<f64>(constants, 0));
  const t0_c1 = V.splat<T>(<T>load<f64>(constants, 8));
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const expAvgAt = load<usize>(at, 8);
  const expAvgSqAt = load<usize>(at, 12);
  let k: usize = 0;
  do {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let expAvg = V.read<T>(expAvgAt + k);
    let expAvgSq = V.read<T>(expAvgSqAt + k);
    const g0 = V.mul<T>(V.sub<T>(t0_c0, V.mul<T>(t0_c1, vMaximize)), g);
    const g1 = V.add<T>(g0, V.mul<T>(vPenalty, p));
    expAvg = V.add<T>(expAvg, V.mul<T>(vTake1, V.sub<T>(g1, expAvg)));
    expAvgSq = V.add<T>(V.mul<T>(vBeta2, expAvgSq), V.mul<T>(V.mul<T>(vTake2, g1), g1));
    p = V.sub<T>(
      V.mul<T>(p, vShrink),
      V.div<T>(
        V.add<T>(V.mul<T>(vTakeG, g1), V.mul<T>(vTakeM, expAvg)),
        V.add<T>(V.mul<T>(vA, math.sqrt<T>(expAvgSq)), vB),
      ),
    );
    V.write<T>(pAt + k, p);
    V.write<T>(expAvgAt + k, expAvg);
    V.write<T>(expAvgSqAt + k, expAvgSq);
    k += V.bytes<T>();
  } while (k < bytes);
}
// https://pytorch.org/docs/stable/generated/torch.optim.Adamax.html
function adamax_prepare(cell: usize, counter: usize, out: usize): void {
  const lr = load<f64>(cell, 0);
  const beta1 = load<f64>(cell, 8);
  const step = <f64>load<f32>(counter, 0);
  const take1 = 1.0 - beta1;
  const rate = lr / (1.0 - double.pow(beta1, step));
  store<f64>(out, take1, 0);
  store<f64>(out, rate, 8);
}
function adamax_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vBeta2 = V.splat<T>(<T>load<f64>(cell, 16));
  const vEps = V.splat<T>(<T>load<f64>(cell, 24));
  const vWeightDecay = V.splat<T>(<T>load<f64>(cell, 32));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 40));
  const vTake1 = V.splat<T>(<T>load<f64>(computed, 0));
  const vRate = V.splat<T>(<T>load<f64>(computed, 8));
  const t0_c0 = V.splat<T>(<T>load<f64>(constants, 0));
  const t0_c1 = V.splat<T>(<T>load<f64>(constants, 8));
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const expAvgAt = load<usize>(at, 8);
  const expInfAt = load<usize>(at, 12);
  let k: usize = 0;
  do {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let expAvg = V.read<T>(expAvgAt + k);
    let expInf = V.read<T>(expInfAt + k);
    const g0 = V.mul<T>(V.sub<T>(t0_c0, V.mul<T>(t0_c1, vMaximize)), g);
    const g1 = V.add<T>(g0, V.mul<T>(vWeightDecay, p));
    expAvg = V.add<T>(expAvg, V.mul<T>(vTake1, V.sub<T>(g1, expAvg)));
    expInf = math.maximum<T>(V.mul<T>(vBeta2, expInf), V.add<T>(math.abs<T>(g1), vEps));
    p = V.sub<T>(p, V.div<T>(V.mul<T>(vRate, expAvg), expInf));
    V.write<T>(pAt + k, p);
    V.write<T>(expAvgAt + k, expAvg);
    V.write<T>(expInfAt + k, expInf);
    k += V.bytes<T>();
  } while (k < bytes);
}
// https://pytorch.org/docs/stable/generated/torch.optim.Adadelta.html
function adadelta_prepare(cell: usize, counter: usize, out: usize): void {
  const rho = load<f64>(cell, 8);
  const take = 1.0 - rho;
  store<f64>(out, take, 0);
}
function adadelta_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vLr = V.splat<T>(<T>load<f64>(cell, 0));
  const vRho = V.splat<T>(<T>load<f64>(cell, 8));
  const vEps = V.splat<T>(<T>load<f64>(cell, 16));
  const vWeightDecay = V.splat<T>(<T>load<f64>(cell, 24));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 32));
  const vTake = V.splat<T>(<T>load<f64>(computed, 0));
  const t0_c0 = V.splat<T>(<T>load<f64>(constants, 0));
  const t0_c1 = V.splat<T>(<T>load<f64>(constants, 8));
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const squareAvgAt = load<usize>(at, 8);
  const accDeltaAt = load<usize>(at, 12);
  let k: usize = 0;
  do {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let squareAvg = V.read<T>(squareAvgAt + k);
    let accDelta = V.read<T>(accDeltaAt + k);
    const g0 = V.mul<T>(V.sub<T>(t0_c0, V.mul<T>(t0_c1, vMaximize)), g);
    const g1 = V.add<T>(g0, V.mul<T>(vWeightDecay, p));
    squareAvg = V.add<T>(V.mul<T>(vRho, squareAvg), V.mul<T>(V.mul<T>(vTake, g1), g1));
    const d = V.mul<T>(V.div<T>(math.sqrt<T>(V.add<T>(accDelta, vEps)), math.sqrt<T>(V.add<T>(squareAvg, vEps))), g1);
    accDelta = V.add<T>(V.mul<T>(vRho, accDelta), V.mul<T>(V.mul<T>(vTake, d), d));
    p = V.sub<T>(p, V.mul<T>(vLr, d));
    V.write<T>(pAt + k, p);
    V.write<T>(squareAvgAt + k, squareAvg);
    V.write<T>(accDeltaAt + k, accDelta);
    k += V.bytes<T>();
  } while (k < bytes);
}
// https://pytorch.org/docs/stable/generated/torch.optim.Rprop.html
function rprop_prepare(cell: usize, counter: usize, out: usize): void {}
function rprop_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vEtaMinus = V.splat<T>(<T>load<f64>(cell, 0));
  const vEtaPlus = V.splat<T>(<T>load<f64>(cell, 8));
  const vLeast = V.splat<T>(<T>load<f64>(cell, 16));
  const vMost = V.splat<T>(<T>load<f64>(cell, 24));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 32));
  const t0_c0 = V.splat<T>(<T>load<f64>(constants, 0));
  const t0_c1 = V.splat<T>(<T>load<f64>(constants, 8));
  const t2_c0 = V.splat<T>(0);
  const t2_c1 = V.splat<T>(<T>load<f64>(constants, 0));
  const t4_c0 = V.splat<T>(0);
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const prevAt = load<usize>(at, 8);
  const stepSizeAt = load<usize>(at, 12);
  let k: usize = 0;
  do {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let prev = V.read<T>(prevAt + k);
    let stepSize = V.read<T>(stepSizeAt + k);
    const g0 = V.mul<T>(V.sub<T>(t0_c0, V.mul<T>(t0_c1, vMaximize)), g);
    const turn = V.mul<T>(g0, prev);
    const scaled = V.mul<T>(
      stepSize,
      V.select<T>(V.gt<T>(turn, t2_c0), vEtaPlus, V.select<T>(V.lt<T>(turn, t2_c0), vEtaMinus, t2_c1)),
    );
    stepSize = math.minimum<T>(math.maximum<T>(scaled, vLeast), vMost);
    prev = V.select<T>(V.lt<T>(turn, t4_c0), t4_c0, g0);
    p = V.sub<T>(p, V.mul<T>(math.sign<T>(prev), stepSize));
    V.write<T>(pAt + k, p);
    V.write<T>(prevAt + k, prev);
    V.write<T>(stepSizeAt + k, stepSize);
    k += V.bytes<T>();
  } while (k < bytes);
}
// https://pytorch.org/docs/stable/generated/torch.optim.ASGD.html
function asgd_advance(cell: usize, counter: usize): void {
  count(cell, counter);
  const lr = load<f64>(cell, 0);
  const lambd = load<f64>(cell, 8);
  const alpha = load<f64>(cell, 16);
  const t0 = load<f64>(cell, 24);
  const step = <f64>load<f32>(counter, 0);
  const eta = <f64>load<f32>(counter, 4);
  const mu = <f64>load<f32>(counter, 12);
  store<f32>(counter, <f32>eta, 8);
  store<f32>(counter, <f32>(lr / double.pow(1.0 + lambd * lr * step, alpha)), 4);
  store<f32>(counter, <f32>mu, 16);
  store<f32>(counter, <f32>(step - t0 > 1.0 ? 1.0 / (step - t0) : 1.0), 12);
}
function asgd_prepare(cell: usize, counter: usize, out: usize): void {
  const lambd = load<f64>(cell, 8);
  const eta = <f64>load<f32>(counter, 8);
  const mu = <f64>load<f32>(counter, 16);
  const rate = eta;
  const shrink = 1.0 - lambd * eta;
  const share = mu;
  store<f64>(out, rate, 0);
  store<f64>(out, shrink, 8);
  store<f64>(out, share, 16);
}
function asgd_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vWeightDecay = V.splat<T>(<T>load<f64>(cell, 32));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 40));
  const vRate = V.splat<T>(<T>load<f64>(computed, 0));
  const vShrink = V.splat<T>(<T>load<f64>(computed, 8));
  const vShare = V.splat<T>(<T>load<f64>(computed, 16));
  const t0_c0 = V.splat<T>(<T>load<f64>(constants, 0));
  const t0_c1 = V.splat<T>(<T>load<f64>(constants, 8));
  const t3_c0 = V.splat<T>(<T>load<f64>(constants, 0));
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const axAt = load<usize>(at, 8);
  let k: usize = 0;
  do {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let ax = V.read<T>(axAt + k);
    const g0 = V.mul<T>(V.sub<T>(t0_c0, V.mul<T>(t0_c1, vMaximize)), g);
    const g1 = V.add<T>(g0, V.mul<T>(vWeightDecay, p));
    p = V.sub<T>(V.mul<T>(p, vShrink), V.mul<T>(vRate, g1));
    ax = V.select<T>(V.eq<T>(vShare, t3_c0), p, V.add<T>(ax, V.mul<T>(vShare, V.sub<T>(p, ax))));
    V.write<T>(pAt + k, p);
    V.write<T>(axAt + k, ax);
    k += V.bytes<T>();
  } while (k < bytes);
}
// Chen et al. 2023, https://arxiv.org/abs/2302.06675
function lion_prepare(cell: usize, counter: usize, out: usize): void {
  const lr = load<f64>(cell, 0);
  const beta1 = load<f64>(cell, 8);
  const beta2 = load<f64>(cell, 16);
  const weightDecay = load<f64>(cell, 24);
  const take1 = 1.0 - beta1;
  const take2 = 1.0 - beta2;
  const shrink = 1.0 - lr * weightDecay;
  store<f64>(out, take1, 0);
  store<f64>(out, take2, 8);
  store<f64>(out, shrink, 16);
}
function lion_<T>(cell: usize, computed: usize, at: usize, bytes: usize): void {
  const vLr = V.splat<T>(<T>load<f64>(cell, 0));
  const vBeta1 = V.splat<T>(<T>load<f64>(cell, 8));
  const vBeta2 = V.splat<T>(<T>load<f64>(cell, 16));
  const vMaximize = V.splat<T>(<T>load<f64>(cell, 32));
  const vTake1 = V.splat<T>(<T>load<f64>(computed, 0));
  const vTake2 = V.splat<T>(<T>load<f64>(computed, 8));
  const vShrink = V.splat<T>(<T>load<f64>(computed, 16));
  const t0_c0 = V.splat<T>(<T>load<f64>(constants, 0));
  const t0_c1 = V.splat<T>(<T>load<f64>(constants, 8));
  const pAt = load<usize>(at, 0);
  const gAt = load<usize>(at, 4);
  const expAvgAt = load<usize>(at, 8);
  let k: usize = 0;
  do {
    let p = V.read<T>(pAt + k);
    const g = V.read<T>(gAt + k);
    let expAvg = V.read<T>(expAvgAt + k);
    const g0 = V.mul<T>(V.sub<T>(t0_c0, V.mul<T>(t0_c1, vMaximize)), g);
    p = V.sub<T>(
      V.mul<T>(p, vShrink),
      V.mul<T>(vLr, math.sign<T>(V.add<T>(V.mul<T>(vBeta1, expAvg), V.mul<T>(vTake1, g0)))),
    );
    expAvg = V.add<T>(V.mul<T>(vBeta2, expAvg), V.mul<T>(vTake2, g0));
    V.write<T>(pAt + k, p);
    V.write<T>(expAvgAt + k, expAvg);
    k += V.bytes<T>();
  } while (k < bytes);
}

// Kernels count from Op.firstOptimizer on.
export const stateCounts: StaticArray<u8> = [1, 1, 3, 3, 2, 2, 2, 2, 2, 2, 1, 1];
/** counter: the step count, then for each number that is kept its value after the last step and before it; all f32. */
export function advance(kernel: usize, cell: usize, counter: usize): void {
  switch (kernel) {
    case 4:
      return nadam_advance(cell, counter);

    case 10:
      return asgd_advance(cell, counter);

    default:
      count(cell, counter);
  }
}
export function prepare(kernel: usize, cell: usize, counter: usize, out: usize): void {
  switch (kernel) {
    case 0:
      return sgd_prepare(cell, counter, out);
    case 1:
      return adagrad_prepare(cell, counter, out);
    case 2:
      return rmsprop_prepare(cell, counter, out);
    case 3:
      return adam_prepare(cell, counter, out);
    case 4:
      return nadam_prepare(cell, counter, out);
    case 5:
      return radam_prepare(cell, counter, out);
    case 6:
      return sparseAdam_prepare(cell, counter, out);
    case 7:
      return adamax_prepare(cell, counter, out);
    case 8:
      return adadelta_prepare(cell, counter, out);
    case 9:
      return rprop_prepare(cell, counter, out);
    case 10:
      return asgd_prepare(cell, counter, out);
    case 11:
      return lion_prepare(cell, counter, out);
  }
}
/** at: the addresses of parameter, gradient and state, `bytes` of each, which are whole vectors, at least one. */
export function step<T>(kernel: usize, cell: usize, computed: usize, at: usize, bytes: usize): void {
  switch (kernel) {
    case 0:
      return sgd_<T>(cell, computed, at, bytes);
    case 1:
      return adagrad_<T>(cell, computed, at, bytes);
    case 2:
      return rmsprop_<T>(cell, computed, at, bytes);
    case 3:
      return adam_<T>(cell, computed, at, bytes);
    case 4:
      return nadam_<T>(cell, computed, at, bytes);
    case 5:
      return radam_<T>(cell, computed, at, bytes);
    case 6:
      return sparseAdam_<T>(cell, computed, at, bytes);
    case 7:
      return adamax_<T>(cell, computed, at, bytes);
    case 8:
      return adadelta_<T>(cell, computed, at, bytes);
    case 9:
      return rprop_<T>(cell, computed, at, bytes);
    case 10:
      return asgd_<T>(cell, computed, at, bytes);
    case 11:
      return lion_<T>(cell, computed, at, bytes);
  }
}
