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
  /** Numbers computed once per parameter from the hyperparameters and `step`, which counts from 1. */
  scalars?: Readonly<Record<string, string>>;
  /** Assignments in order; those to `p` and to state names are stored. */
  update: readonly (readonly [name: string, value: string])[];
  doc: string;
}

const signedGradient = ['g0', 'where(maximize != 0, -g, g)'] as const;

export const optimizers = {
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
      // In float32, 1 - beta2 would lose half of its digits.
      take1: '1 - beta1',
      take2: '1 - beta2',
      rate: 'lr / (1 - pow(beta1, step))',
      correction: 'sqrt(1 - pow(beta2, step))',
      shrink: 'where(decoupled != 0, 1 - lr * weightDecay, 1)',
      penalty: 'where(decoupled != 0, 0, weightDecay)',
    },
    update: [
      signedGradient,
      ['g1', 'g0 + penalty * p'],
      ['expAvg', 'expAvg + take1 * (g1 - expAvg)'],
      ['expAvgSq', 'beta2 * expAvgSq + take2 * g1 * g1'],
      ['maxExpAvgSq', 'maximum(maxExpAvgSq, expAvgSq)'],
      ['v', 'where(amsgrad != 0, maxExpAvgSq, expAvgSq)'],
      ['p', 'p * shrink - rate * expAvg / (sqrt(v) / correction + eps)'],
    ],
    doc: 'Adam and, with decoupled weight decay, AdamW. https://pytorch.org/docs/stable/generated/torch.optim.AdamW.html',
  },
} satisfies Record<string, OptimizerRow>;
