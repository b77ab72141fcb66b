/**
 * THE list of kernels. `npm run generate` turns it into C++ loops, the float64 reference, record encoders, and the
 * public functions; the tests take their samples from it. To add an elementwise op, add one row to `elementwise`.
 */

/**
 * How an op treats its dtypes.
 * - `number`: computes and returns the promoted dtype of its inputs
 * - `float`: the same, integers and bools becoming float32 first
 * - `compare`: computes in the promoted dtype, returns bool
 */
export type ElementwiseKind = 'number' | 'float' | 'compare';

/** An elementwise op: one expression over its inputs and options, and one expression per derivative. */
export interface ElementwiseRow {
  kind: ElementwiseKind;
  /** Tensor inputs, in order; each may also be a number. */
  inputs: readonly string[];
  /** Inputs that take no part in dtype promotion (conditions). */
  masks?: readonly string[];
  /** Numbers with their defaults, the trailing options object of the public function. */
  options?: Readonly<Record<string, number>>;
  /** The options are positional arguments instead, null meaning the default. */
  positional?: boolean;
  /** The value. */
  y: string;
  /** The derivative by each differentiable input, from `g` (the gradient of y), the inputs, the options and `y`. */
  grads?: Readonly<Record<string, string>>;
  /** Where the tests draw inputs from; [-2, 2] unless told. One range per input, or one for all. */
  domain?: readonly [number, number] | readonly (readonly [number, number])[];
  /** Used by other ops only: no public function, no method. */
  internal?: boolean;
  doc: string;
}

/** 0.5·√2, 2/√π, 1/√(2π), √(2/π): constants of the Gaussian functions. */
const rsqrt2 = Math.SQRT1_2;
const twoOverSqrtPi = 2 / Math.sqrt(Math.PI);
const gaussian = 1 / Math.sqrt(2 * Math.PI);
const sqrtTwoOverPi = Math.sqrt(2 / Math.PI);
/** SELU's constants, Klambauer et al. 2017, https://arxiv.org/abs/1706.02515 */
const seluAlpha = 1.6732632423543772;
const seluScale = 1.0507009873554805;

const positive = [0.1, 4] as const;

// What only the generator reads must not reach a bundle.
/* @__NO_SIDE_EFFECTS__ */
function unary(kind: ElementwiseKind, y: string, dx: string | null, doc: string, rest: Partial<ElementwiseRow> = {}) {
  return {
    kind,
    inputs: ['x'],
    y,
    ...(dx === null ? {} : { grads: { x: dx } }),
    doc,
    ...rest,
  } satisfies ElementwiseRow;
}
/* @__NO_SIDE_EFFECTS__ */
function binary(
  kind: ElementwiseKind,
  y: string,
  da: string | null,
  db: string | null,
  doc: string,
  rest: Partial<ElementwiseRow> = {},
) {
  const grads = { ...(da === null ? {} : { a: da }), ...(db === null ? {} : { b: db }) };
  return { kind, inputs: ['a', 'b'], y, ...((da ?? db) ? { grads } : {}), doc, ...rest } satisfies ElementwiseRow;
}

export const elementwise = {
  // Copying is an op too: it makes strided tensors contiguous, converts dtypes and fills.
  copy: unary('number', 'x', 'g', 'A copy of x.', { internal: true }),

  // Arithmetic
  add: binary('number', 'a + b', 'g', 'g', 'a + b.'),
  sub: binary('number', 'a - b', 'g', '-g', 'a − b.'),
  mul: binary('number', 'a * b', 'g * b', 'g * a', 'a · b.'),
  div: binary('float', 'a / b', 'g / b', '-g * y / b', 'a / b, true division: integers give float32.', {
    domain: [[-2, 2], positive],
  }),
  pow: binary(
    'number',
    'pow(a, b)',
    'where(b == 0, 0, g * b * pow(a, b - 1))',
    'where(a == 0 && b >= 0, 0, g * y * log(a))',
    'a to the power b. Integers to a negative power give 0, except ±1, as in PyTorch.',
    { domain: [positive, [-2, 2]] },
  ),
  remainder: binary(
    'number',
    'remainder(a, b)',
    'g',
    '-g * floor(a / b)',
    "The remainder with the sign of b, Python's %.",
    {
      domain: [
        [0.2, 0.9],
        [1, 2],
      ],
    },
  ),
  fmod: binary('number', 'fmod(a, b)', 'g', '-g * trunc(a / b)', "The remainder with the sign of a, C's fmod.", {
    domain: [
      [0.2, 0.9],
      [1, 2],
    ],
  }),
  floorDivide: binary('number', 'floorDivide(a, b)', 'g * 0', 'g * 0', 'The floor of a / b.', {
    domain: [
      [-5, 5],
      [0.6, 2],
    ],
  }),
  neg: unary('number', '-x', '-g', '−x.'),
  abs: unary('number', 'abs(x)', 'g * sign(x)', '|x|.'),
  sign: unary('number', 'sign(x)', 'g * 0', '−1, 0 or 1.'),
  square: unary('number', 'x * x', '2 * g * x', 'x².'),
  reciprocal: unary('float', '1 / x', '-g * y * y', '1 / x.', { domain: positive }),
  maximum: binary(
    'number',
    'maximum(a, b)',
    'where(a == b, g / 2, where(a > b, g, 0))',
    'where(a == b, g / 2, where(b > a, g, 0))',
    'The larger of a and b; NaN where either is.',
  ),
  minimum: binary(
    'number',
    'minimum(a, b)',
    'where(a == b, g / 2, where(a < b, g, 0))',
    'where(a == b, g / 2, where(b < a, g, 0))',
    'The smaller of a and b; NaN where either is.',
  ),
  clamp: unary(
    'number',
    'minimum(maximum(x, min), max)',
    'where(x >= min && x <= max, g, 0)',
    'x limited to [min, max].',
    {
      options: { min: -Infinity, max: Infinity },
      positional: true,
    },
  ),
  lerp: {
    kind: 'float',
    inputs: ['a', 'b', 'weight'],
    y: 'a + weight * (b - a)',
    grads: { a: 'g * (1 - weight)', b: 'g * weight', weight: 'g * (b - a)' },
    doc: 'a + weight · (b − a).',
  },

  // Rounding
  floor: unary('number', 'floor(x)', 'g * 0', 'The largest integer not above x.'),
  ceil: unary('number', 'ceil(x)', 'g * 0', 'The smallest integer not below x.'),
  round: unary('number', 'round(x)', 'g * 0', 'The nearest integer, halves to the even one.'),
  trunc: unary('number', 'trunc(x)', 'g * 0', 'x without its fraction.'),

  // Exponentials and logarithms
  exp: unary('float', 'exp(x)', 'g * y', 'eˣ.'),
  exp2: unary('float', 'exp2(x)', `g * y * ${Math.LN2}`, '2ˣ.'),
  expm1: unary('float', 'expm1(x)', 'g * (y + 1)', 'eˣ − 1, accurate near 0.'),
  log: unary('float', 'log(x)', 'g / x', 'The natural logarithm.', { domain: positive }),
  log1p: unary('float', 'log1p(x)', 'g / (1 + x)', 'log(1 + x), accurate near 0.', { domain: [-0.5, 3] }),
  log2: unary('float', 'log2(x)', `g / (x * ${Math.LN2})`, 'The logarithm to base 2.', { domain: positive }),
  log10: unary('float', 'log10(x)', `g / (x * ${Math.LN10})`, 'The logarithm to base 10.', { domain: positive }),
  sqrt: unary('float', 'sqrt(x)', 'g / (2 * y)', 'The square root.', { domain: positive }),
  rsqrt: unary('float', '1 / sqrt(x)', '-0.5 * g * y * y * y', '1 / √x.', { domain: positive }),

  // Trigonometric and hyperbolic
  sin: unary('float', 'sin(x)', 'g * cos(x)', 'The sine of x radians.'),
  cos: unary('float', 'cos(x)', '-g * sin(x)', 'The cosine of x radians.'),
  tan: unary('float', 'tan(x)', 'g * (1 + y * y)', 'The tangent of x radians.', { domain: [-1, 1] }),
  asin: unary('float', 'asin(x)', 'g / sqrt(1 - x * x)', 'The arcsine, in radians.', { domain: [-0.9, 0.9] }),
  acos: unary('float', 'acos(x)', '-g / sqrt(1 - x * x)', 'The arccosine, in radians.', { domain: [-0.9, 0.9] }),
  atan: unary('float', 'atan(x)', 'g / (1 + x * x)', 'The arctangent, in radians.'),
  atan2: binary(
    'float',
    'atan2(a, b)',
    'g * b / (a * a + b * b)',
    '-g * a / (a * a + b * b)',
    'The angle of the point (b, a), in radians.',
    {
      domain: [
        [0.2, 2],
        [0.2, 2],
      ],
    },
  ),
  sinh: unary('float', 'sinh(x)', 'g * cosh(x)', 'The hyperbolic sine.'),
  cosh: unary('float', 'cosh(x)', 'g * sinh(x)', 'The hyperbolic cosine.'),
  tanh: unary('float', 'tanh(x)', 'g * (1 - y * y)', 'The hyperbolic tangent.'),

  // Gaussian error function
  erf: unary('float', 'erf(x)', `g * ${twoOverSqrtPi} * exp(-x * x)`, 'The error function.'),
  erfc: unary('float', 'erfc(x)', `-g * ${twoOverSqrtPi} * exp(-x * x)`, '1 − erf(x).'),

  // Activations
  relu: unary(
    'number',
    'where(x <= 0, 0, x)',
    'where(y <= 0, 0, g)',
    'max(0, x). https://pytorch.org/docs/stable/generated/torch.nn.ReLU.html',
  ),
  leakyRelu: unary(
    'float',
    'where(x > 0, x, x * negativeSlope)',
    'where(x > 0, g, g * negativeSlope)',
    'x where positive, else negativeSlope · x. https://pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html',
    { options: { negativeSlope: 0.01 } },
  ),
  elu: unary(
    'float',
    'where(x > 0, x, alpha * expm1(x))',
    'where(x > 0, g, g * alpha * exp(x))',
    'x where positive, else alpha · (eˣ − 1). Clevert et al. 2015, https://arxiv.org/abs/1511.07289',
    { options: { alpha: 1 } },
  ),
  selu: unary(
    'float',
    `${seluScale} * where(x > 0, x, ${seluAlpha} * expm1(x))`,
    `g * ${seluScale} * where(x > 0, 1, ${seluAlpha} * exp(x))`,
    'The self-normalising ELU. Klambauer et al. 2017, https://arxiv.org/abs/1706.02515',
  ),
  celu: unary(
    'float',
    'where(x > 0, x, alpha * expm1(x / alpha))',
    'where(x > 0, g, g * exp(x / alpha))',
    'The continuously differentiable ELU. Barron 2017, https://arxiv.org/abs/1704.07483',
    { options: { alpha: 1 } },
  ),
  sigmoid: unary('float', 'sigmoid(x)', 'g * y * (1 - y)', '1 / (1 + e⁻ˣ).'),
  silu: unary(
    'float',
    'x * sigmoid(x)',
    'g * sigmoid(x) * (1 + x * (1 - sigmoid(x)))',
    'x · sigmoid(x), also called swish. https://pytorch.org/docs/stable/generated/torch.nn.SiLU.html',
  ),
  softplus: unary(
    'float',
    'where(x * beta > threshold, x, log1p(exp(x * beta)) / beta)',
    'where(x * beta > threshold, g, g * sigmoid(x * beta))',
    'log(1 + e^(beta·x)) / beta, x itself above the threshold. https://pytorch.org/docs/stable/generated/torch.nn.Softplus.html',
    { options: { beta: 1, threshold: 20 } },
  ),
  geluErf: unary(
    'float',
    `0.5 * x * (1 + erf(x * ${rsqrt2}))`,
    `g * (0.5 * (1 + erf(x * ${rsqrt2})) + x * ${gaussian} * exp(-0.5 * x * x))`,
    'x · Φ(x). Hendrycks & Gimpel 2016, https://arxiv.org/abs/1606.08415',
    { internal: true },
  ),
  geluTanh: unary(
    'float',
    `0.5 * x * (1 + tanh(${sqrtTwoOverPi} * (x + 0.044715 * x * x * x)))`,
    `g * (0.5 * (1 + tanh(${sqrtTwoOverPi} * (x + 0.044715 * x * x * x))) + 0.5 * x * (1 - (tanh(${sqrtTwoOverPi} * (x + 0.044715 * x * x * x)) * tanh(${sqrtTwoOverPi} * (x + 0.044715 * x * x * x)))) * ${sqrtTwoOverPi} * (1 + 0.134145 * x * x))`,
    "GELU's tanh approximation. Hendrycks & Gimpel 2016, https://arxiv.org/abs/1606.08415",
    { internal: true },
  ),

  // Comparisons and logic
  eq: binary('compare', 'a == b', null, null, 'a = b.'),
  ne: binary('compare', 'a != b', null, null, 'a ≠ b.'),
  lt: binary('compare', 'a < b', null, null, 'a < b.'),
  le: binary('compare', 'a <= b', null, null, 'a ≤ b.'),
  gt: binary('compare', 'a > b', null, null, 'a > b.'),
  ge: binary('compare', 'a >= b', null, null, 'a ≥ b.'),
  logicalAnd: binary('compare', 'a != 0 && b != 0', null, null, 'Both are non-zero.'),
  logicalOr: binary('compare', 'a != 0 || b != 0', null, null, 'Either is non-zero.'),
  logicalXor: binary('compare', '(a != 0) != (b != 0)', null, null, 'Exactly one is non-zero.'),
  logicalNot: unary('compare', 'x == 0', null, 'x is zero.'),
  isnan: unary('compare', 'isnan(x)', null, 'x is NaN.'),
  isinf: unary('compare', 'isinf(x)', null, 'x is +∞ or −∞.'),
  isfinite: unary('compare', '!isnan(x) && !isinf(x)', null, 'x is neither NaN nor infinite.'),
  where: {
    kind: 'number',
    inputs: ['condition', 'a', 'b'],
    masks: ['condition'],
    y: 'where(condition != 0, a, b)',
    grads: { a: 'where(condition != 0, g, 0)', b: 'where(condition != 0, 0, g)' },
    doc: 'a where the condition holds, else b.',
  },

  // What losses and dropout are made of; see nn/functional.ts
  squaredError: binary('float', '(a - b) * (a - b)', '2 * g * (a - b)', '-2 * g * (a - b)', '(a − b)².', {
    internal: true,
  }),
  absoluteError: binary('float', 'abs(a - b)', 'g * sign(a - b)', '-g * sign(a - b)', '|a − b|.', { internal: true }),
  huberError: binary(
    'float',
    'where(abs(a - b) < delta, 0.5 * (a - b) * (a - b), delta * (abs(a - b) - 0.5 * delta))',
    'where(abs(a - b) < delta, g * (a - b), g * delta * sign(a - b))',
    'where(abs(a - b) < delta, -g * (a - b), -g * delta * sign(a - b))',
    "Huber's loss of one element. https://pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html",
    { options: { delta: 1 }, internal: true },
  ),
  binaryCrossEntropyError: binary(
    'float',
    '-(b * maximum(log(a), -100) + (1 - b) * maximum(log1p(-a), -100))',
    'g * (a - b) / maximum((1 - a) * a, 1e-12)',
    'g * (maximum(log1p(-a), -100) - maximum(log(a), -100))',
    'Binary cross-entropy of one element, logarithms held at −100. https://pytorch.org/docs/stable/generated/torch.nn.BCELoss.html',
    {
      internal: true,
      domain: [
        [0.1, 0.9],
        [0.1, 0.9],
      ],
    },
  ),
  binaryCrossEntropyLogitsError: {
    kind: 'float',
    inputs: ['x', 't', 'posWeight'],
    y: '(1 - t) * x + (1 + (posWeight - 1) * t) * (log1p(exp(-abs(x))) + maximum(-x, 0))',
    grads: {
      x: 'g * ((posWeight * t + 1 - t) * sigmoid(x) - posWeight * t)',
      t: 'g * ((posWeight - 1) * (log1p(exp(-abs(x))) + maximum(-x, 0)) - x)',
      posWeight: 'g * t * (log1p(exp(-abs(x))) + maximum(-x, 0))',
    },
    internal: true,
    doc: 'Binary cross-entropy of one logit. https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html',
  },
  maskScale: {
    kind: 'float',
    inputs: ['x', 'mask'],
    masks: ['mask'],
    options: { scale: 1 },
    y: 'where(mask != 0, x * scale, 0)',
    grads: { x: 'where(mask != 0, g * scale, 0)' },
    internal: true,
    doc: 'x · scale where the mask holds, else 0: dropout.',
  },
} satisfies Record<string, ElementwiseRow>;

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

/**
 * Kernels that are more than elementwise: the words of their records after [opcode, length], and what follows them. Each has one
 * `.inl` in native/kernels, one function in backend/reference and one function in ops. Addresses are bytes; strides
 * and sizes count elements. `dims` are lists of `ndim` numbers each.
 */
export interface KernelRow {
  words: readonly string[];
  /** The words that are addresses of tensors, the one written to first. One that ends in ? may be absent: 0. */
  tensors: readonly string[];
  dims?: readonly string[];
  doc: string;
}

export const kernels = {
  gemm: {
    words: ['dtype', 'm', 'n', 'k', 'a', 'aRow', 'aCol', 'b', 'bRow', 'bCol', 'c', 'cRow', 'bias', 'ndim'],
    tensors: ['c', 'a', 'b', 'bias?'],
    dims: ['size', 'aStride', 'bStride', 'cStride'],
    doc: 'C[i,j] = Σ A[i,k]·B[k,j] + bias[j] for every index of the batch dims. C has column stride 1; bias 0 means none.',
  },
  reduce: {
    words: ['dtype', 'kind', 'x', 'y', 'kept', 'ndim'],
    tensors: ['y', 'x'],
    dims: ['size', 'stride'],
    doc: 'Reduces all dims after the first `kept` ones; y is contiguous. kind: see reduceKinds. Sums of integers go to int32.',
  },
  softmax: {
    words: ['dtype', 'log', 'rows', 'cols', 'x', 'y'],
    tensors: ['y', 'x'],
    doc: 'softmax, or logSoftmax when log is 1, of every row of a contiguous matrix.',
  },
  softmaxBackward: {
    words: ['dtype', 'log', 'rows', 'cols', 'g', 'y', 'dx'],
    tensors: ['dx', 'g', 'y'],
    doc: 'The gradient of softmax or logSoftmax from its output y, contiguous.',
  },
  gather: {
    words: ['dtype', 'x', 'y', 'index', 'indexDtype', 'dim', 'dimSize', 'ndim'],
    tensors: ['y', 'x', 'index'],
    dims: ['size', 'xStride', 'yStride', 'indexStride'],
    doc: 'y[i] = x[i with its coordinate `dim` replaced by index[i]]; sizes are those of index. A bad index stops the kernel.',
  },
  scatterAdd: {
    words: ['dtype', 'x', 'y', 'index', 'indexDtype', 'dim', 'dimSize', 'ndim'],
    tensors: ['y', 'x', 'index'],
    dims: ['size', 'xStride', 'yStride', 'indexStride'],
    doc: 'y[i with its coordinate `dim` replaced by index[i]] += x[i], in the order of i; sizes are those of index.',
  },
  random: {
    words: ['dtype', 'kind', 'n', 'y', 'cell', 'a', 'b'],
    tensors: ['y', 'cell'],
    doc: 'n contiguous Philox 4×32-10 numbers from the (seed, counter) in the cell, which it advances. kind: see randomKinds.',
  },
} satisfies Record<string, KernelRow>;

export const reduceKinds = ['sum', 'mean', 'prod', 'max', 'min', 'argmax', 'argmin', 'any', 'all'] as const;

/** uniform: a + (b − a)·U[0,1); normal: mean a, deviation b; bernoulli: 1 with probability a. */
export const randomKinds = ['uniform', 'normal', 'bernoulli'] as const;
