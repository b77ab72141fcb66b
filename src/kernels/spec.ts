/**
 * THE list of kernels. `npm run generate` turns it into C++ loops, the float64 reference, record encoders, and the
 * public functions; the tests take their samples from it. To add an elementwise op, add one row to `elementwise`.
 */

import type { ElementwiseKind, ElementwiseRow } from './rows.ts';

export { kernels } from './kernels.ts';
export * from './kinds.ts';
export type { ElementwiseKind, ElementwiseRow, KernelRow } from './rows.ts';
export { type OptimizerRow, optimizers } from './optimizers.ts';

/** 0.5·√2, 2/√π, 1/√(2π), √(2/π): constants of the Gaussian functions. */
const rsqrt2 = Math.SQRT1_2;
const twoOverSqrtPi = 2 / Math.sqrt(Math.PI);
const gaussian = 1 / Math.sqrt(2 * Math.PI);
const sqrtTwoOverPi = Math.sqrt(2 / Math.PI);
/** SELU's constants, Klambauer et al. 2017, https://arxiv.org/abs/1706.02515 */
const seluAlpha = 1.6732632423543772;
const seluScale = 1.0507009873554805;

const positive = [0.1, 4] as const;

/** Without clamping, an eps of −1 leaves all that has a logit. */
const logitArgument = 'minimum(maximum(x, eps), 1 - eps)';

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
    { inPlace: false },
  ),
  minimum: binary(
    'number',
    'minimum(a, b)',
    'where(a == b, g / 2, where(a < b, g, 0))',
    'where(a == b, g / 2, where(b < a, g, 0))',
    'The smaller of a and b; NaN where either is.',
    { inPlace: false },
  ),
  fmax: binary(
    'number',
    'where(isnan(a), b, where(isnan(b), a, maximum(a, b)))',
    'where(a >= b || isnan(b), g, 0)',
    'where(a >= b || isnan(b), 0, g)',
    'The larger of a and b; where one is NaN, the other.',
    { inPlace: false },
  ),
  fmin: binary(
    'number',
    'where(isnan(a), b, where(isnan(b), a, minimum(a, b)))',
    'where(a <= b || isnan(b), g, 0)',
    'where(a <= b || isnan(b), 0, g)',
    'The smaller of a and b; where one is NaN, the other.',
    { inPlace: false },
  ),
  hypot: binary('float', 'hypot(a, b)', 'g * (a / y)', 'g * (b / y)', '√(a² + b²), without overflow on the way.', {
    domain: [positive, positive],
  }),
  copysign: binary(
    'float',
    'copysign(a, b)',
    'where(a == 0, 0, g * sign(a) * copysign(1, b))',
    'g * 0',
    '|a| with the sign of b, that of a zero included.',
  ),
  addcmul: {
    kind: 'number',
    inputs: ['x', 'a', 'b'],
    options: { value: 1 },
    y: 'x + value * a * b',
    grads: { x: 'g', a: 'g * value * b', b: 'g * value * a' },
    doc: 'x + value · a · b.',
  },
  addcdiv: {
    kind: 'float',
    inputs: ['x', 'a', 'b'],
    options: { value: 1 },
    y: 'x + value * a / b',
    grads: { x: 'g', a: 'g * value / b', b: '-g * value * a / (b * b)' },
    domain: [[-2, 2], [-2, 2], positive],
    doc: 'x + value · a / b: integers give float32.',
  },
  clamp: unary(
    'number',
    'minimum(maximum(x, min), max)',
    'where(x >= min && x <= max, g, 0)',
    'x limited to [min, max].',
    {
      hot: true,
      options: { min: -Infinity, max: Infinity },
      positional: true,
    },
  ),
  lerp: {
    kind: 'float',
    inputs: ['a', 'b', 'weight'],
    // Two forms, so that a weight of 1 gives b exactly.
    y: 'where(weight < 0.5, a + weight * (b - a), b - (b - a) * (1 - weight))',
    grads: { a: 'g * (1 - weight)', b: 'g * weight', weight: 'g * (b - a)' },
    doc: 'a + weight · (b − a).',
  },

  // Rounding
  floor: unary('number', 'floor(x)', 'g * 0', 'The largest integer not above x.'),
  ceil: unary('number', 'ceil(x)', 'g * 0', 'The smallest integer not below x.'),
  round: unary('number', 'round(x)', 'g * 0', 'The nearest integer, halves to the even one.'),
  trunc: unary('number', 'trunc(x)', 'g * 0', 'x without its fraction.'),
  frac: unary('float', 'x - trunc(x)', 'g', 'The fraction of x, with its sign.', { domain: [0.1, 0.9] }),

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
  tanh: unary('float', 'tanh(x)', 'g * (1 - y * y)', 'The hyperbolic tangent.', { hot: true }),
  asinh: unary('float', 'asinh(x)', 'g / sqrt(x * x + 1)', 'The inverse of sinh.'),
  acosh: unary('float', 'acosh(x)', 'g / sqrt(x * x - 1)', 'The inverse of cosh; NaN below 1.', { domain: [1.1, 5] }),
  atanh: unary('float', 'atanh(x)', 'g / (1 - x * x)', 'The inverse of tanh; NaN beyond ±1.', { domain: [-0.9, 0.9] }),

  // Error and gamma functions
  erf: unary('float', 'erf(x)', `g * ${twoOverSqrtPi} * exp(-x * x)`, 'The error function.'),
  erfc: unary('float', 'erfc(x)', `-g * ${twoOverSqrtPi} * exp(-x * x)`, '1 − erf(x).'),
  erfinv: unary(
    'float',
    'erfinv(x)',
    `g * ${1 / twoOverSqrtPi} * exp(y * y)`,
    'The inverse of erf; ±∞ at ±1, NaN beyond.',
    { domain: [-0.9, 0.9] },
  ),
  lgamma: unary('float', 'lgamma(x)', 'g * digamma(x)', 'The logarithm of |Γ(x)|.', { domain: [0.3, 4] }),
  digamma: unary('float', 'digamma(x)', 'g * polygamma(1, x)', 'The derivative of lgamma.', { domain: [0.3, 4] }),
  polygamma: {
    kind: 'float',
    inputs: ['n', 'x'],
    y: 'polygamma(n, x)',
    grads: { n: 'g * 0', x: 'g * polygamma(n + 1, x)' },
    domain: [
      [0, 4],
      [0.5, 4],
    ],
    internal: true,
    doc: 'The derivative of digamma of the order that n has when its fraction is cut off. DLMF 25.11.12, https://dlmf.nist.gov/25.11.E12',
  },

  // Activations
  relu: unary(
    'number',
    'where(x <= 0, 0, x)',
    'where(y <= 0, 0, g)',
    'max(0, x). https://pytorch.org/docs/stable/generated/torch.nn.ReLU.html',
    { hot: true },
  ),
  leakyRelu: unary(
    'float',
    'where(x > 0, x, x * negativeSlope)',
    'where(x > 0, g, g * negativeSlope)',
    'x where positive, else negativeSlope · x. https://pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html',
    { hot: true, options: { negativeSlope: 0.01 } },
  ),
  elu: unary(
    'float',
    'where(x > 0, x, alpha * expm1(x))',
    'where(x > 0, g, g * alpha * exp(x))',
    'x where positive, else alpha · (eˣ − 1). Clevert et al. 2015, https://arxiv.org/abs/1511.07289',
    { hot: true, options: { alpha: 1 } },
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
  sigmoid: unary('float', 'sigmoid(x)', 'g * y * (1 - y)', '1 / (1 + e⁻ˣ).', { hot: true }),
  logit: unary(
    'float',
    `where(${logitArgument} < 0.25, log(${logitArgument} / (1 - ${logitArgument})), log1p((2 * ${logitArgument} - 1) / (1 - ${logitArgument})))`,
    'where(eps >= 0 && (x < eps || x > 1 - eps), 0, where(x < 0 || x > 1, 0 / 0, g / (x * (1 - x))))',
    'log(x / (1 − x)), the inverse of sigmoid. x is first limited to [eps, 1 − eps], unless eps is negative. https://pytorch.org/docs/stable/special.html#torch.special.logit',
    { options: { eps: -1 }, domain: [0.1, 0.9] },
  ),
  logSigmoid: unary(
    'float',
    'minimum(x, 0) - log1p(exp(-abs(x)))',
    'g * sigmoid(-x)',
    'log(sigmoid(x)). https://pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html',
    { inPlace: false },
  ),
  hardtanh: unary(
    'number',
    'minimum(maximum(x, minVal), maxVal)',
    'where(x > minVal && x < maxVal, g, 0)',
    'x limited to [minVal, maxVal]; no gradient at the limits. https://pytorch.org/docs/stable/generated/torch.nn.Hardtanh.html',
    { options: { minVal: -1, maxVal: 1 } },
  ),
  softsign: unary('float', 'x / (1 + abs(x))', 'g / ((1 + abs(x)) * (1 + abs(x)))', 'x / (1 + |x|).'),
  mish: unary(
    'float',
    'x * tanh(log1p(exp(x)))',
    'g * (tanh(log1p(exp(x))) + x * sigmoid(x) * (1 - tanh(log1p(exp(x))) * tanh(log1p(exp(x)))))',
    'x · tanh(softplus(x)). Misra 2019, https://arxiv.org/abs/1908.08681',
  ),
  hardsigmoid: unary(
    'float',
    'minimum(maximum(x / 6 + 0.5, 0), 1)',
    'where(x > -3 && x < 3, g / 6, 0)',
    'x / 6 + ½, limited to [0, 1]. https://pytorch.org/docs/stable/generated/torch.nn.Hardsigmoid.html',
    { domain: [-5, 5], inPlace: false },
  ),
  hardswish: unary(
    'float',
    'x * minimum(maximum(x / 6 + 0.5, 0), 1)',
    'where(x < -3, 0, where(x < 3, g * (x / 3 + 0.5), g))',
    'x · hardsigmoid(x). Howard et al. 2019, https://arxiv.org/abs/1905.02244',
    { domain: [-5, 5], inPlace: false },
  ),
  preluSlopes: {
    kind: 'float',
    inputs: ['x', 'weight'],
    y: 'where(x > 0, x, x * weight)',
    grads: { x: 'where(x > 0, g, g * weight)', weight: 'where(x > 0, 0, g * x)' },
    internal: true,
    doc: 'x where positive, else weight · x. He et al. 2015, https://arxiv.org/abs/1502.01852',
  },
  silu: unary(
    'float',
    'x * sigmoid(x)',
    'g * sigmoid(x) * (1 + x * (1 - sigmoid(x)))',
    'x · sigmoid(x), also called swish. https://pytorch.org/docs/stable/generated/torch.nn.SiLU.html',
    { hot: true },
  ),
  softplus: unary(
    'float',
    'where(x * beta > threshold, x, log1p(exp(x * beta)) / beta)',
    'where(x * beta > threshold, g, g * sigmoid(x * beta))',
    'log(1 + e^(beta·x)) / beta, x itself above the threshold. https://pytorch.org/docs/stable/generated/torch.nn.Softplus.html',
    { options: { beta: 1, threshold: 20 }, inPlace: false },
  ),
  geluErf: unary(
    'float',
    `0.5 * x * (1 + erf(x * ${rsqrt2}))`,
    `g * (0.5 * (1 + erf(x * ${rsqrt2})) + x * ${gaussian} * exp(-0.5 * x * x))`,
    'x · Φ(x). Hendrycks & Gimpel 2016, https://arxiv.org/abs/1606.08415',
    { hot: true, internal: true },
  ),
  geluTanh: unary(
    'float',
    `0.5 * x * (1 + tanh(${sqrtTwoOverPi} * (x + 0.044715 * x * x * x)))`,
    `g * (0.5 * (1 + tanh(${sqrtTwoOverPi} * (x + 0.044715 * x * x * x))) + 0.5 * x * (1 - (tanh(${sqrtTwoOverPi} * (x + 0.044715 * x * x * x)) * tanh(${sqrtTwoOverPi} * (x + 0.044715 * x * x * x)))) * ${sqrtTwoOverPi} * (1 + 0.134145 * x * x))`,
    "GELU's tanh approximation. Hendrycks & Gimpel 2016, https://arxiv.org/abs/1606.08415",
    { hot: true, internal: true },
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
  bitwiseAnd: binary('bits', 'bitwiseAnd(a, b)', null, null, 'The bits that are set in both of two integers or bools.'),
  bitwiseOr: binary('bits', 'bitwiseOr(a, b)', null, null, 'The bits that are set in either of two integers or bools.'),
  bitwiseXor: binary('bits', 'bitwiseXor(a, b)', null, null, 'The bits that are set in one of two integers or bools.'),
  bitwiseLeftShift: binary(
    'integer',
    'bitwiseLeftShift(a, b)',
    null,
    null,
    'a · 2ᵇ for integers; what leaves the dtype is cut off. A b that is negative or beyond its bits gives 0.',
  ),
  bitwiseRightShift: binary(
    'integer',
    'bitwiseRightShift(a, b)',
    null,
    null,
    'The floor of a / 2ᵇ for integers. A b that is negative or beyond its bits leaves the sign: 0 or −1.',
  ),
  isnan: unary('compare', 'isnan(x)', null, 'x is NaN.', { inPlace: false }),
  isinf: unary('compare', 'isinf(x)', null, 'x is +∞ or −∞.', { inPlace: false }),
  isfinite: unary('compare', '!isnan(x) && !isinf(x)', null, 'x is neither NaN nor infinite.', { inPlace: false }),
  where: {
    kind: 'number',
    inputs: ['condition', 'a', 'b'],
    masks: ['condition'],
    y: 'where(condition != 0, a, b)',
    grads: { a: 'where(condition != 0, g, 0)', b: 'where(condition != 0, 0, g)' },
    inPlace: false,
    doc: 'a where the condition holds, else b.',
  },

  // What ops/pointwise.ts checks and completes the arguments of
  maskedFill: {
    kind: 'number',
    inputs: ['x', 'mask', 'value'],
    masks: ['mask'],
    y: 'where(mask != 0, value, x)',
    grads: { x: 'where(mask != 0, 0, g)', value: 'where(mask != 0, g, 0)' },
    internal: true,
    inPlace: true,
    doc: 'value where the mask holds, else x.',
  },
  nanToNum: unary(
    'number',
    'where(isnan(x), nan, where(isinf(x), where(x > 0, posinf, neginf), x))',
    'where(isnan(x) || isinf(x), 0, g)',
    'x with numbers in place of NaN and the infinities.',
    { options: { nan: 0, posinf: 1, neginf: -1 }, internal: true, inPlace: true },
  ),
  isclose: binary(
    'compare',
    'a == b || (isnan(a) && isnan(b) && equalNan != 0) || (abs(a - b) <= atol + rtol * abs(b) && !isinf(a - b))',
    null,
    null,
    '|a − b| ≤ atol + rtol · |b|.',
    { options: { rtol: 1e-5, atol: 1e-8, equalNan: 0 }, internal: true },
  ),

  // What losses and dropout are made of; see nn/functional.ts
  squaredError: binary('float', '(a - b) * (a - b)', '2 * g * (a - b)', '-2 * g * (a - b)', '(a − b)².', {
    hot: true,
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
    hot: true,
    options: { scale: 1 },
    y: 'where(mask != 0, x * scale, 0)',
    grads: { x: 'where(mask != 0, g * scale, 0)' },
    internal: true,
    doc: 'x · scale where the mask holds, else 0: dropout.',
  },
} satisfies Record<string, ElementwiseRow>;
