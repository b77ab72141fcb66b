/** The optimizers of the spec. */

/**
 * An optimizer: what happens to one element of a parameter `p` with gradient `g` and its state, in one fused pass over
 * all parameters of a group. Hyperparameters are read from a cell (float64), so a record never names one.
 */
export interface OptimizerRow {
  /** The hyperparameters of the cell, in order. Booleans are 0 or 1. */
  hyper: readonly string[];
  /** State tensors; one that an option leaves unused may be absent (its address is 0) and then reads as 0. */
  state: readonly string[];
  /**
   * Numbers that a parameter keeps beside its step count, and what a step makes of them: `x` is its value before the step, `x_next`
   * the one after it, in scalars. Kept as float32, as PyTorch does.
   */
  cells?: Readonly<Record<string, string>>;
  /** Numbers computed once per parameter from the hyperparameters, `step`, which counts from 1, and those before them. */
  scalars?: Readonly<Record<string, string>>;
  /** Assignments in order; those to `p` and to state names are stored. */
  update: readonly (readonly [name: string, value: string])[];
  doc: string;
}

const signedGradient = ['g0', '(1 - 2 * maximize) * g'] as const;
const penalized = ['g1', 'g0 + weightDecay * p'] as const;
// In float32, 1 - beta2 would lose half of its digits.
const shares = { take1: '1 - beta1', take2: '1 - beta2' };

/**
 * The relatives of Adam that differ only in factors: p · shrink − (takeG · g + takeM · m) / (a √v + b). What they share stands in the same
 * places, so that their loops come out as the same code, which the WASM build holds once.
 */
const momentsHyper = ['lr', 'beta1', 'beta2', 'eps', 'weightDecay', 'maximize', 'decoupled'] as const;
const moments = {
  state: ['expAvg', 'expAvgSq'],
  update: [
    signedGradient,
    ['g1', 'g0 + penalty * p'],
    ['expAvg', 'expAvg + take1 * (g1 - expAvg)'],
    ['expAvgSq', 'beta2 * expAvgSq + take2 * g1 * g1'],
    ['p', 'p * shrink - (takeG * g1 + takeM * expAvg) / (a * sqrt(expAvgSq) + b)'],
  ],
} as const;
const decay = {
  shrink: 'where(decoupled != 0, 1 - lr * weightDecay, 1)',
  penalty: 'where(decoupled != 0, 0, weightDecay)',
};

/** NAdam's momentum at a step. */
const momentumAt = (step: string): string => `beta1 * (1 - 0.5 * pow(0.96, ${step} * momentumDecay))`;

// As a function's result, or the spreads would keep the rows in bundles that have no use for them.
/* @__NO_SIDE_EFFECTS__ */
function rows() {
  return {
    sgd: {
      hyper: ['lr', 'momentum', 'dampening', 'weightDecay', 'nesterov', 'maximize'],
      state: ['momentumBuffer'],
      scalars: { keep: 'where(step == 1, 0, momentum)', take: 'where(step == 1, 1, 1 - dampening)' },
      update: [
        signedGradient,
        ['g1', 'g0 + weightDecay * p'],
        ['momentumBuffer', 'keep * momentumBuffer + take * g1'],
        ['d', 'where(momentum == 0, g1, where(nesterov != 0, g1 + momentum * momentumBuffer, momentumBuffer))'],
        ['p', 'p - lr * d'],
      ],
      doc: 'https://pytorch.org/docs/stable/generated/torch.optim.SGD.html',
    },
    adagrad: {
      hyper: ['lr', 'lrDecay', 'weightDecay', 'eps', 'maximize'],
      state: ['sum'],
      scalars: { rate: 'lr / (1 + (step - 1) * lrDecay)' },
      update: [
        signedGradient,
        ['g1', 'g0 + weightDecay * p'],
        ['sum', 'sum + g1 * g1'],
        ['p', 'p - rate * g1 / (sqrt(sum) + eps)'],
      ],
      doc: 'https://pytorch.org/docs/stable/generated/torch.optim.Adagrad.html',
    },
    rmsprop: {
      hyper: ['lr', 'alpha', 'eps', 'weightDecay', 'momentum', 'centered', 'maximize'],
      state: ['squareAvg', 'gradAvg', 'momentumBuffer'],
      scalars: { take: '1 - alpha' },
      update: [
        signedGradient,
        ['g1', 'g0 + weightDecay * p'],
        ['squareAvg', 'alpha * squareAvg + take * g1 * g1'],
        ['gradAvg', 'where(centered != 0, alpha * gradAvg + take * g1, 0)'],
        ['d', 'g1 / (sqrt(squareAvg - gradAvg * gradAvg) + eps)'],
        ['momentumBuffer', 'momentum * momentumBuffer + d'],
        ['p', 'p - lr * momentumBuffer'],
      ],
      doc: 'https://pytorch.org/docs/stable/generated/torch.optim.RMSprop.html',
    },
    adam: {
      hyper: ['lr', 'beta1', 'beta2', 'eps', 'weightDecay', 'amsgrad', 'maximize', 'decoupled'],
      state: ['expAvg', 'expAvgSq', 'maxExpAvgSq'],
      scalars: {
        ...shares,
        rate: 'lr / (1 - pow(beta1, step))',
        correction: '1 / sqrt(1 - pow(beta2, step))',
        ...decay,
      },
      update: [
        signedGradient,
        ['g1', 'g0 + penalty * p'],
        ['expAvg', 'expAvg + take1 * (g1 - expAvg)'],
        ['expAvgSq', 'beta2 * expAvgSq + take2 * g1 * g1'],
        // Absent without amsgrad, and then 0: the larger of the two is expAvgSq.
        ['maxExpAvgSq', 'where(maxExpAvgSq > expAvgSq, maxExpAvgSq, expAvgSq)'],
        ['p', 'p * shrink - rate * expAvg / (correction * sqrt(maxExpAvgSq) + eps)'],
      ],
      doc: 'Adam and, with decoupled weight decay, AdamW. https://pytorch.org/docs/stable/generated/torch.optim.AdamW.html',
    },
    nadam: {
      ...moments,
      hyper: [...momentsHyper, 'momentumDecay'],
      cells: { muProduct: `muProduct * (${momentumAt('step')})` },
      scalars: {
        ...shares,
        ...decay,
        muNext: momentumAt('(step + 1)'),
        takeG: `lr * (1 - ${momentumAt('step')}) / (1 - muProduct_next)`,
        takeM: 'lr * muNext / (1 - muProduct_next * muNext)',
        a: '1 / sqrt(1 - pow(beta2, step))',
        b: 'eps',
      },
      doc: 'https://pytorch.org/docs/stable/generated/torch.optim.NAdam.html',
    },
    radam: {
      ...moments,
      hyper: momentsHyper,
      scalars: {
        ...shares,
        ...decay,
        // The length of the moving average that averages as the second moment does: at the end, and now. While it is short, the variance
        // is not known, and only the first moment counts.
        limit: '2 / (1 - beta2) - 1',
        power: 'pow(beta2, step)',
        length: 'limit - 2 * step * power / (1 - power)',
        squared: '(length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)',
        rectified: 'where(length > 5, sqrt(squared * (1 - power)), 1)',
        takeG: '0',
        takeM: 'lr / (1 - pow(beta1, step)) * rectified',
        a: 'where(length > 5, 1, 0)',
        b: 'where(length > 5, eps, 1)',
      },
      doc: 'https://pytorch.org/docs/stable/generated/torch.optim.RAdam.html',
    },
    sparseAdam: {
      ...moments,
      hyper: momentsHyper,
      scalars: {
        ...shares,
        ...decay,
        takeG: '0',
        takeM: 'lr * sqrt(1 - pow(beta2, step)) / (1 - pow(beta1, step))',
        a: '1',
        b: 'eps',
      },
      doc: 'Adam whose eps is not corrected, as SparseAdam has it. https://pytorch.org/docs/stable/generated/torch.optim.SparseAdam.html',
    },
    adamax: {
      hyper: ['lr', 'beta1', 'beta2', 'eps', 'weightDecay', 'maximize'],
      state: ['expAvg', 'expInf'],
      scalars: { take1: '1 - beta1', rate: 'lr / (1 - pow(beta1, step))' },
      update: [
        signedGradient,
        penalized,
        ['expAvg', 'expAvg + take1 * (g1 - expAvg)'],
        ['expInf', 'maximum(beta2 * expInf, abs(g1) + eps)'],
        ['p', 'p - rate * expAvg / expInf'],
      ],
      doc: 'https://pytorch.org/docs/stable/generated/torch.optim.Adamax.html',
    },
    adadelta: {
      hyper: ['lr', 'rho', 'eps', 'weightDecay', 'maximize'],
      state: ['squareAvg', 'accDelta'],
      scalars: { take: '1 - rho' },
      update: [
        signedGradient,
        penalized,
        ['squareAvg', 'rho * squareAvg + take * g1 * g1'],
        ['d', 'sqrt(accDelta + eps) / sqrt(squareAvg + eps) * g1'],
        ['accDelta', 'rho * accDelta + take * d * d'],
        ['p', 'p - lr * d'],
      ],
      doc: 'https://pytorch.org/docs/stable/generated/torch.optim.Adadelta.html',
    },
    rprop: {
      hyper: ['etaMinus', 'etaPlus', 'least', 'most', 'maximize'],
      state: ['prev', 'stepSize'],
      update: [
        signedGradient,
        ['turn', 'g0 * prev'],
        ['scaled', 'stepSize * where(turn > 0, etaPlus, where(turn < 0, etaMinus, 1))'],
        ['stepSize', 'minimum(maximum(scaled, least), most)'],
        ['prev', 'where(turn < 0, 0, g0)'],
        ['p', 'p - sign(prev) * stepSize'],
      ],
      doc: 'https://pytorch.org/docs/stable/generated/torch.optim.Rprop.html',
    },
    asgd: {
      hyper: ['lr', 'lambd', 'alpha', 't0', 'weightDecay', 'maximize'],
      state: ['ax'],
      cells: {
        eta: 'lr / pow(1 + lambd * lr * step, alpha)',
        mu: 'where(step - t0 > 1, 1 / (step - t0), 1)',
      },
      scalars: { rate: 'eta', shrink: '1 - lambd * eta', share: 'mu' },
      update: [
        signedGradient,
        penalized,
        ['p', 'p * shrink - rate * g1'],
        ['ax', 'where(share == 1, p, ax + share * (p - ax))'],
      ],
      doc: 'https://pytorch.org/docs/stable/generated/torch.optim.ASGD.html',
    },
    lion: {
      hyper: ['lr', 'beta1', 'beta2', 'weightDecay', 'maximize'],
      state: ['expAvg'],
      scalars: { ...shares, shrink: '1 - lr * weightDecay' },
      update: [
        signedGradient,
        ['p', 'p * shrink - lr * sign(beta1 * expAvg + take1 * g0)'],
        ['expAvg', 'beta2 * expAvg + take2 * g0'],
      ],
      doc: 'Chen et al. 2023, https://arxiv.org/abs/2302.06675',
    },
  } satisfies Record<string, OptimizerRow>;
}
export const optimizers = /* @__PURE__ */ rows();
