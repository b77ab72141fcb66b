// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
import type { DType } from '../dtype.ts';
import { known } from '../options.ts';
import type { Tensor } from '../tensor.ts';
import type { Floated, FloatPairs, NumberKind, Pairs, WithNumber } from '../types.ts';
import { asTensor, elementwise, type ElementwiseOp, type Operand } from './elementwise.ts';
import { inPlace } from './inPlace.ts';
import * as internal from './internal.generated.ts';

const addOp: ElementwiseOp = {
  name: 'add',
  opcode: 32,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: -1, reads: [0], composed: (v) => asTensor(v[0]!) },
    { opcode: -1, reads: [0], composed: (v) => asTensor(v[0]!) },
  ],
};
const subOp: ElementwiseOp = {
  name: 'sub',
  opcode: 33,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: -1, reads: [0], composed: (v) => asTensor(v[0]!) },
    { opcode: 40, reads: [0], composed: (v) => neg(v[0]!) },
  ],
};
const mulOp: ElementwiseOp = {
  name: 'mul',
  opcode: 34,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: 34, reads: [0, 2], composed: (v) => mul(v[0]!, v[2]!) },
    { opcode: 34, reads: [0, 1], composed: (v) => mul(v[0]!, v[1]!) },
  ],
};
const divOp: ElementwiseOp = {
  name: 'div',
  opcode: 35,
  kind: 'float',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: 35, reads: [0, 2], composed: (v) => div(v[0]!, v[2]!) },
    { opcode: 132, reads: [0, 3, 2], composed: (v) => div(mul(neg(v[0]!), v[3]!), v[2]!) },
  ],
};
const powOp: ElementwiseOp = {
  name: 'pow',
  opcode: 36,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    {
      opcode: 133,
      reads: [2, 0, 1],
      composed: (v) => where(eq(v[2]!, 0), 0, mul(mul(v[0]!, v[2]!), pow(v[1]!, sub(v[2]!, 1)))),
    },
    {
      opcode: 134,
      reads: [1, 2, 0, 3],
      composed: (v) => where(logicalAnd(eq(v[1]!, 0), ge(v[2]!, 0)), 0, mul(mul(v[0]!, v[3]!), log(v[1]!))),
    },
  ],
};
const remainderOp: ElementwiseOp = {
  name: 'remainder',
  opcode: 37,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: -1, reads: [0], composed: (v) => asTensor(v[0]!) },
    { opcode: 135, reads: [0, 1, 2], composed: (v) => mul(neg(v[0]!), floor(div(v[1]!, v[2]!))) },
  ],
};
const fmodOp: ElementwiseOp = {
  name: 'fmod',
  opcode: 38,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: -1, reads: [0], composed: (v) => asTensor(v[0]!) },
    { opcode: 136, reads: [0, 1, 2], composed: (v) => mul(neg(v[0]!), trunc(div(v[1]!, v[2]!))) },
  ],
};
const floorDivideOp: ElementwiseOp = {
  name: 'floorDivide',
  opcode: 39,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: 137, reads: [0], composed: (v) => mul(v[0]!, 0) },
    { opcode: 137, reads: [0], composed: (v) => mul(v[0]!, 0) },
  ],
};
const negOp: ElementwiseOp = {
  name: 'neg',
  opcode: 40,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 40, reads: [0], composed: (v) => neg(v[0]!) }],
};
const absOp: ElementwiseOp = {
  name: 'abs',
  opcode: 41,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 138, reads: [0, 1], composed: (v) => mul(v[0]!, sign(v[1]!)) }],
};
const signOp: ElementwiseOp = {
  name: 'sign',
  opcode: 42,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 137, reads: [0], composed: (v) => mul(v[0]!, 0) }],
};
const squareOp: ElementwiseOp = {
  name: 'square',
  opcode: 43,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 139, reads: [0, 1], composed: (v) => mul(mul(2, v[0]!), v[1]!) }],
};
const reciprocalOp: ElementwiseOp = {
  name: 'reciprocal',
  opcode: 44,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 140, reads: [0, 2], composed: (v) => mul(mul(neg(v[0]!), v[2]!), v[2]!) }],
};
const maximumOp: ElementwiseOp = {
  name: 'maximum',
  opcode: 45,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    {
      opcode: 141,
      reads: [1, 2, 0],
      composed: (v) => where(eq(v[1]!, v[2]!), div(v[0]!, 2), where(gt(v[1]!, v[2]!), v[0]!, 0)),
    },
    {
      opcode: 142,
      reads: [1, 2, 0],
      composed: (v) => where(eq(v[1]!, v[2]!), div(v[0]!, 2), where(gt(v[2]!, v[1]!), v[0]!, 0)),
    },
  ],
};
const minimumOp: ElementwiseOp = {
  name: 'minimum',
  opcode: 46,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    {
      opcode: 143,
      reads: [1, 2, 0],
      composed: (v) => where(eq(v[1]!, v[2]!), div(v[0]!, 2), where(lt(v[1]!, v[2]!), v[0]!, 0)),
    },
    {
      opcode: 144,
      reads: [1, 2, 0],
      composed: (v) => where(eq(v[1]!, v[2]!), div(v[0]!, 2), where(lt(v[2]!, v[1]!), v[0]!, 0)),
    },
  ],
};
const fmaxOp: ElementwiseOp = {
  name: 'fmax',
  opcode: 47,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: 145, reads: [1, 2, 0], composed: (v) => where(logicalOr(ge(v[1]!, v[2]!), isnan(v[2]!)), v[0]!, 0) },
    { opcode: 146, reads: [1, 2, 0], composed: (v) => where(logicalOr(ge(v[1]!, v[2]!), isnan(v[2]!)), 0, v[0]!) },
  ],
};
const fminOp: ElementwiseOp = {
  name: 'fmin',
  opcode: 48,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: 147, reads: [1, 2, 0], composed: (v) => where(logicalOr(le(v[1]!, v[2]!), isnan(v[2]!)), v[0]!, 0) },
    { opcode: 148, reads: [1, 2, 0], composed: (v) => where(logicalOr(le(v[1]!, v[2]!), isnan(v[2]!)), 0, v[0]!) },
  ],
};
const hypotOp: ElementwiseOp = {
  name: 'hypot',
  opcode: 49,
  kind: 'float',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: 149, reads: [0, 1, 3], composed: (v) => mul(v[0]!, div(v[1]!, v[3]!)) },
    { opcode: 149, reads: [0, 2, 3], composed: (v) => mul(v[0]!, div(v[2]!, v[3]!)) },
  ],
};
const copysignOp: ElementwiseOp = {
  name: 'copysign',
  opcode: 50,
  kind: 'float',
  inputs: 2,
  masks: [],
  grads: [
    {
      opcode: 150,
      reads: [1, 0, 2],
      composed: (v) => where(eq(v[1]!, 0), 0, mul(mul(v[0]!, sign(v[1]!)), copysign(1, v[2]!))),
    },
    { opcode: 137, reads: [0], composed: (v) => mul(v[0]!, 0) },
  ],
};
const addcmulOp: ElementwiseOp = {
  name: 'addcmul',
  opcode: 51,
  kind: 'number',
  inputs: 3,
  masks: [],
  grads: [
    { opcode: -1, reads: [0], composed: (v) => asTensor(v[0]!) },
    { opcode: 151, reads: [0, 4, 3], composed: (v) => mul(mul(v[0]!, v[4]!), v[3]!) },
    { opcode: 151, reads: [0, 4, 2], composed: (v) => mul(mul(v[0]!, v[4]!), v[2]!) },
  ],
};
const addcdivOp: ElementwiseOp = {
  name: 'addcdiv',
  opcode: 52,
  kind: 'float',
  inputs: 3,
  masks: [],
  grads: [
    { opcode: -1, reads: [0], composed: (v) => asTensor(v[0]!) },
    { opcode: 152, reads: [0, 4, 3], composed: (v) => div(mul(v[0]!, v[4]!), v[3]!) },
    { opcode: 153, reads: [0, 4, 2, 3], composed: (v) => div(mul(mul(neg(v[0]!), v[4]!), v[2]!), mul(v[3]!, v[3]!)) },
  ],
};
const clampOp: ElementwiseOp = {
  name: 'clamp',
  opcode: 53,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: 154,
      reads: [1, 2, 3, 0],
      composed: (v) => where(logicalAnd(ge(v[1]!, v[2]!), le(v[1]!, v[3]!)), v[0]!, 0),
    },
  ],
};
const lerpOp: ElementwiseOp = {
  name: 'lerp',
  opcode: 54,
  kind: 'float',
  inputs: 3,
  masks: [],
  grads: [
    { opcode: 155, reads: [0, 3], composed: (v) => mul(v[0]!, sub(1, v[3]!)) },
    { opcode: 34, reads: [0, 3], composed: (v) => mul(v[0]!, v[3]!) },
    { opcode: 156, reads: [0, 2, 1], composed: (v) => mul(v[0]!, sub(v[2]!, v[1]!)) },
  ],
};
const floorOp: ElementwiseOp = {
  name: 'floor',
  opcode: 55,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 137, reads: [0], composed: (v) => mul(v[0]!, 0) }],
};
const ceilOp: ElementwiseOp = {
  name: 'ceil',
  opcode: 56,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 137, reads: [0], composed: (v) => mul(v[0]!, 0) }],
};
const roundOp: ElementwiseOp = {
  name: 'round',
  opcode: 57,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 137, reads: [0], composed: (v) => mul(v[0]!, 0) }],
};
const truncOp: ElementwiseOp = {
  name: 'trunc',
  opcode: 58,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 137, reads: [0], composed: (v) => mul(v[0]!, 0) }],
};
const fracOp: ElementwiseOp = {
  name: 'frac',
  opcode: 59,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: -1, reads: [0], composed: (v) => asTensor(v[0]!) }],
};
const expOp: ElementwiseOp = {
  name: 'exp',
  opcode: 60,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 34, reads: [0, 2], composed: (v) => mul(v[0]!, v[2]!) }],
};
const exp2Op: ElementwiseOp = {
  name: 'exp2',
  opcode: 61,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 157, reads: [0, 2], composed: (v) => mul(mul(v[0]!, v[2]!), 0.6931471805599453) }],
};
const expm1Op: ElementwiseOp = {
  name: 'expm1',
  opcode: 62,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 158, reads: [0, 2], composed: (v) => mul(v[0]!, add(v[2]!, 1)) }],
};
const logOp: ElementwiseOp = {
  name: 'log',
  opcode: 63,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 35, reads: [0, 1], composed: (v) => div(v[0]!, v[1]!) }],
};
const log1pOp: ElementwiseOp = {
  name: 'log1p',
  opcode: 64,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 159, reads: [0, 1], composed: (v) => div(v[0]!, add(1, v[1]!)) }],
};
const log2Op: ElementwiseOp = {
  name: 'log2',
  opcode: 65,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 160, reads: [0, 1], composed: (v) => div(v[0]!, mul(v[1]!, 0.6931471805599453)) }],
};
const log10Op: ElementwiseOp = {
  name: 'log10',
  opcode: 66,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 161, reads: [0, 1], composed: (v) => div(v[0]!, mul(v[1]!, 2.302585092994046)) }],
};
const sqrtOp: ElementwiseOp = {
  name: 'sqrt',
  opcode: 67,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 162, reads: [0, 2], composed: (v) => div(v[0]!, mul(2, v[2]!)) }],
};
const rsqrtOp: ElementwiseOp = {
  name: 'rsqrt',
  opcode: 68,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 163, reads: [0, 2], composed: (v) => mul(mul(mul(mul(-0.5, v[0]!), v[2]!), v[2]!), v[2]!) }],
};
const sinOp: ElementwiseOp = {
  name: 'sin',
  opcode: 69,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 164, reads: [0, 1], composed: (v) => mul(v[0]!, cos(v[1]!)) }],
};
const cosOp: ElementwiseOp = {
  name: 'cos',
  opcode: 70,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 165, reads: [0, 1], composed: (v) => mul(neg(v[0]!), sin(v[1]!)) }],
};
const tanOp: ElementwiseOp = {
  name: 'tan',
  opcode: 71,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 166, reads: [0, 2], composed: (v) => mul(v[0]!, add(1, mul(v[2]!, v[2]!))) }],
};
const asinOp: ElementwiseOp = {
  name: 'asin',
  opcode: 72,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 167, reads: [0, 1], composed: (v) => div(v[0]!, sqrt(sub(1, mul(v[1]!, v[1]!)))) }],
};
const acosOp: ElementwiseOp = {
  name: 'acos',
  opcode: 73,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 168, reads: [0, 1], composed: (v) => div(neg(v[0]!), sqrt(sub(1, mul(v[1]!, v[1]!)))) }],
};
const atanOp: ElementwiseOp = {
  name: 'atan',
  opcode: 74,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 169, reads: [0, 1], composed: (v) => div(v[0]!, add(1, mul(v[1]!, v[1]!))) }],
};
const atan2Op: ElementwiseOp = {
  name: 'atan2',
  opcode: 75,
  kind: 'float',
  inputs: 2,
  masks: [],
  grads: [
    {
      opcode: 170,
      reads: [0, 2, 1],
      composed: (v) => div(mul(v[0]!, v[2]!), add(mul(v[1]!, v[1]!), mul(v[2]!, v[2]!))),
    },
    {
      opcode: 171,
      reads: [0, 1, 2],
      composed: (v) => div(mul(neg(v[0]!), v[1]!), add(mul(v[1]!, v[1]!), mul(v[2]!, v[2]!))),
    },
  ],
};
const sinhOp: ElementwiseOp = {
  name: 'sinh',
  opcode: 76,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 172, reads: [0, 1], composed: (v) => mul(v[0]!, cosh(v[1]!)) }],
};
const coshOp: ElementwiseOp = {
  name: 'cosh',
  opcode: 77,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 173, reads: [0, 1], composed: (v) => mul(v[0]!, sinh(v[1]!)) }],
};
const tanhOp: ElementwiseOp = {
  name: 'tanh',
  opcode: 78,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 174, reads: [0, 2], composed: (v) => mul(v[0]!, sub(1, mul(v[2]!, v[2]!))) }],
};
const asinhOp: ElementwiseOp = {
  name: 'asinh',
  opcode: 79,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 175, reads: [0, 1], composed: (v) => div(v[0]!, sqrt(add(mul(v[1]!, v[1]!), 1))) }],
};
const acoshOp: ElementwiseOp = {
  name: 'acosh',
  opcode: 80,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 176, reads: [0, 1], composed: (v) => div(v[0]!, sqrt(sub(mul(v[1]!, v[1]!), 1))) }],
};
const atanhOp: ElementwiseOp = {
  name: 'atanh',
  opcode: 81,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 177, reads: [0, 1], composed: (v) => div(v[0]!, sub(1, mul(v[1]!, v[1]!))) }],
};
const erfOp: ElementwiseOp = {
  name: 'erf',
  opcode: 82,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    { opcode: 178, reads: [0, 1], composed: (v) => mul(mul(v[0]!, 1.1283791670955126), exp(mul(neg(v[1]!), v[1]!))) },
  ],
};
const erfcOp: ElementwiseOp = {
  name: 'erfc',
  opcode: 83,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: 179,
      reads: [0, 1],
      composed: (v) => mul(mul(neg(v[0]!), 1.1283791670955126), exp(mul(neg(v[1]!), v[1]!))),
    },
  ],
};
const erfinvOp: ElementwiseOp = {
  name: 'erfinv',
  opcode: 84,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 180, reads: [0, 2], composed: (v) => mul(mul(v[0]!, 0.886226925452758), exp(mul(v[2]!, v[2]!))) }],
};
const lgammaOp: ElementwiseOp = {
  name: 'lgamma',
  opcode: 85,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 181, reads: [0, 1], composed: (v) => mul(v[0]!, digamma(v[1]!)) }],
};
const digammaOp: ElementwiseOp = {
  name: 'digamma',
  opcode: 86,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 182, reads: [0, 1], composed: (v) => mul(v[0]!, internal.polygamma(1, v[1]!)) }],
};
const reluOp: ElementwiseOp = {
  name: 'relu',
  opcode: 88,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 184, reads: [2, 0], composed: (v) => where(le(v[2]!, 0), 0, v[0]!) }],
};
const leakyReluOp: ElementwiseOp = {
  name: 'leakyRelu',
  opcode: 89,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 185, reads: [1, 0, 2], composed: (v) => where(gt(v[1]!, 0), v[0]!, mul(v[0]!, v[2]!)) }],
};
const eluOp: ElementwiseOp = {
  name: 'elu',
  opcode: 90,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    { opcode: 186, reads: [1, 0, 2], composed: (v) => where(gt(v[1]!, 0), v[0]!, mul(mul(v[0]!, v[2]!), exp(v[1]!))) },
  ],
};
const seluOp: ElementwiseOp = {
  name: 'selu',
  opcode: 91,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: 187,
      reads: [0, 1],
      composed: (v) => mul(mul(v[0]!, 1.0507009873554805), where(gt(v[1]!, 0), 1, mul(1.6732632423543772, exp(v[1]!)))),
    },
  ],
};
const celuOp: ElementwiseOp = {
  name: 'celu',
  opcode: 92,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    { opcode: 188, reads: [1, 0, 2], composed: (v) => where(gt(v[1]!, 0), v[0]!, mul(v[0]!, exp(div(v[1]!, v[2]!)))) },
  ],
};
const sigmoidOp: ElementwiseOp = {
  name: 'sigmoid',
  opcode: 93,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 189, reads: [0, 2], composed: (v) => mul(mul(v[0]!, v[2]!), sub(1, v[2]!)) }],
};
const logitOp: ElementwiseOp = {
  name: 'logit',
  opcode: 94,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: 190,
      reads: [2, 1, 0],
      composed: (v) =>
        where(
          logicalAnd(ge(v[2]!, 0), logicalOr(lt(v[1]!, v[2]!), gt(v[1]!, sub(1, v[2]!)))),
          0,
          where(logicalOr(lt(v[1]!, 0), gt(v[1]!, 1)), div(0, 0), div(v[0]!, mul(v[1]!, sub(1, v[1]!)))),
        ),
    },
  ],
};
const logSigmoidOp: ElementwiseOp = {
  name: 'logSigmoid',
  opcode: 95,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 191, reads: [0, 1], composed: (v) => mul(v[0]!, sigmoid(neg(v[1]!))) }],
};
const hardtanhOp: ElementwiseOp = {
  name: 'hardtanh',
  opcode: 53,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: 192,
      reads: [1, 2, 3, 0],
      composed: (v) => where(logicalAnd(gt(v[1]!, v[2]!), lt(v[1]!, v[3]!)), v[0]!, 0),
    },
  ],
};
const softsignOp: ElementwiseOp = {
  name: 'softsign',
  opcode: 96,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: 193, reads: [0, 1], composed: (v) => div(v[0]!, mul(add(1, abs(v[1]!)), add(1, abs(v[1]!)))) }],
};
const mishOp: ElementwiseOp = {
  name: 'mish',
  opcode: 97,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: 194,
      reads: [0, 1],
      composed: (v) =>
        mul(
          v[0]!,
          add(
            tanh(log1p(exp(v[1]!))),
            mul(mul(v[1]!, sigmoid(v[1]!)), sub(1, mul(tanh(log1p(exp(v[1]!))), tanh(log1p(exp(v[1]!)))))),
          ),
        ),
    },
  ],
};
const hardsigmoidOp: ElementwiseOp = {
  name: 'hardsigmoid',
  opcode: 98,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    { opcode: 195, reads: [1, 0], composed: (v) => where(logicalAnd(gt(v[1]!, -3), lt(v[1]!, 3)), div(v[0]!, 6), 0) },
  ],
};
const hardswishOp: ElementwiseOp = {
  name: 'hardswish',
  opcode: 99,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: 196,
      reads: [1, 0],
      composed: (v) => where(lt(v[1]!, -3), 0, where(lt(v[1]!, 3), mul(v[0]!, add(div(v[1]!, 3), 0.5)), v[0]!)),
    },
  ],
};
const siluOp: ElementwiseOp = {
  name: 'silu',
  opcode: 100,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: 198,
      reads: [0, 1],
      composed: (v) => mul(mul(v[0]!, sigmoid(v[1]!)), add(1, mul(v[1]!, sub(1, sigmoid(v[1]!))))),
    },
  ],
};
const softplusOp: ElementwiseOp = {
  name: 'softplus',
  opcode: 101,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: 199,
      reads: [1, 2, 3, 0],
      composed: (v) => where(gt(mul(v[1]!, v[2]!), v[3]!), v[0]!, mul(v[0]!, sigmoid(mul(v[1]!, v[2]!)))),
    },
  ],
};
const eqOp: ElementwiseOp = { name: 'eq', opcode: 104, kind: 'compare', inputs: 2, masks: [], grads: null };
const neOp: ElementwiseOp = { name: 'ne', opcode: 105, kind: 'compare', inputs: 2, masks: [], grads: null };
const ltOp: ElementwiseOp = { name: 'lt', opcode: 106, kind: 'compare', inputs: 2, masks: [], grads: null };
const leOp: ElementwiseOp = { name: 'le', opcode: 107, kind: 'compare', inputs: 2, masks: [], grads: null };
const gtOp: ElementwiseOp = { name: 'gt', opcode: 108, kind: 'compare', inputs: 2, masks: [], grads: null };
const geOp: ElementwiseOp = { name: 'ge', opcode: 109, kind: 'compare', inputs: 2, masks: [], grads: null };
const logicalAndOp: ElementwiseOp = {
  name: 'logicalAnd',
  opcode: 110,
  kind: 'compare',
  inputs: 2,
  masks: [],
  grads: null,
};
const logicalOrOp: ElementwiseOp = {
  name: 'logicalOr',
  opcode: 111,
  kind: 'compare',
  inputs: 2,
  masks: [],
  grads: null,
};
const logicalXorOp: ElementwiseOp = {
  name: 'logicalXor',
  opcode: 112,
  kind: 'compare',
  inputs: 2,
  masks: [],
  grads: null,
};
const logicalNotOp: ElementwiseOp = {
  name: 'logicalNot',
  opcode: 113,
  kind: 'compare',
  inputs: 1,
  masks: [],
  grads: null,
};
const bitwiseAndOp: ElementwiseOp = {
  name: 'bitwiseAnd',
  opcode: 114,
  kind: 'bits',
  inputs: 2,
  masks: [],
  grads: null,
};
const bitwiseOrOp: ElementwiseOp = { name: 'bitwiseOr', opcode: 115, kind: 'bits', inputs: 2, masks: [], grads: null };
const bitwiseXorOp: ElementwiseOp = {
  name: 'bitwiseXor',
  opcode: 116,
  kind: 'bits',
  inputs: 2,
  masks: [],
  grads: null,
};
const bitwiseLeftShiftOp: ElementwiseOp = {
  name: 'bitwiseLeftShift',
  opcode: 117,
  kind: 'integer',
  inputs: 2,
  masks: [],
  grads: null,
};
const bitwiseRightShiftOp: ElementwiseOp = {
  name: 'bitwiseRightShift',
  opcode: 118,
  kind: 'integer',
  inputs: 2,
  masks: [],
  grads: null,
};
const isnanOp: ElementwiseOp = { name: 'isnan', opcode: 119, kind: 'compare', inputs: 1, masks: [], grads: null };
const isinfOp: ElementwiseOp = { name: 'isinf', opcode: 120, kind: 'compare', inputs: 1, masks: [], grads: null };
const isfiniteOp: ElementwiseOp = { name: 'isfinite', opcode: 121, kind: 'compare', inputs: 1, masks: [], grads: null };
const whereOp: ElementwiseOp = {
  name: 'where',
  opcode: 122,
  kind: 'number',
  inputs: 3,
  masks: [0],
  grads: [
    null,
    { opcode: 202, reads: [1, 0], composed: (v) => where(ne(v[1]!, 0), v[0]!, 0) },
    { opcode: 203, reads: [1, 0], composed: (v) => where(ne(v[1]!, 0), 0, v[0]!) },
  ],
};

/** a + b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function add<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function add<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
export function add<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
export function add(a: Operand, b: Operand): Tensor;
export function add(a: Operand, b: Operand): Tensor {
  return elementwise(addOp, [a, b]);
}

/** add written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function add_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(addOp, [a, b]);
}

/** a − b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function sub<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function sub<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
export function sub<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
export function sub(a: Operand, b: Operand): Tensor;
export function sub(a: Operand, b: Operand): Tensor {
  return elementwise(subOp, [a, b]);
}

/** sub written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function sub_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(subOp, [a, b]);
}

/** a · b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function mul<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function mul<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
export function mul<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
export function mul(a: Operand, b: Operand): Tensor;
export function mul(a: Operand, b: Operand): Tensor {
  return elementwise(mulOp, [a, b]);
}

/** mul written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function mul_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(mulOp, [a, b]);
}

/** a / b, true division: integers give float32. Inputs broadcast together. @throws ShapeError when they cannot. */
export function div<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<FloatPairs[D][E]>;
export function div<D extends DType>(a: Tensor<D>, b: number): Tensor<Floated[D]>;
export function div<D extends DType>(a: number, b: Tensor<D>): Tensor<Floated[D]>;
export function div(a: Operand, b: Operand): Tensor;
export function div(a: Operand, b: Operand): Tensor {
  return elementwise(divOp, [a, b]);
}

/** div written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function div_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(divOp, [a, b]);
}

/** a to the power b. Integers to a negative power give 0, except ±1, as in PyTorch. Inputs broadcast together. @throws ShapeError when they cannot. */
export function pow<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function pow<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
export function pow<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
export function pow(a: Operand, b: Operand): Tensor;
export function pow(a: Operand, b: Operand): Tensor {
  return elementwise(powOp, [a, b]);
}

/** pow written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function pow_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(powOp, [a, b]);
}

/** The remainder with the sign of b, Python's %. Inputs broadcast together. @throws ShapeError when they cannot. */
export function remainder<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function remainder<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
export function remainder<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
export function remainder(a: Operand, b: Operand): Tensor;
export function remainder(a: Operand, b: Operand): Tensor {
  return elementwise(remainderOp, [a, b]);
}

/** remainder written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function remainder_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(remainderOp, [a, b]);
}

/** The remainder with the sign of a, C's fmod. Inputs broadcast together. @throws ShapeError when they cannot. */
export function fmod<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function fmod<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
export function fmod<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
export function fmod(a: Operand, b: Operand): Tensor;
export function fmod(a: Operand, b: Operand): Tensor {
  return elementwise(fmodOp, [a, b]);
}

/** fmod written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function fmod_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(fmodOp, [a, b]);
}

/** The floor of a / b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function floorDivide<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function floorDivide<D extends DType, N extends number>(
  a: Tensor<D>,
  b: N,
): Tensor<WithNumber[NumberKind<N>][D]>;
export function floorDivide<D extends DType, N extends number>(
  a: N,
  b: Tensor<D>,
): Tensor<WithNumber[NumberKind<N>][D]>;
export function floorDivide(a: Operand, b: Operand): Tensor;
export function floorDivide(a: Operand, b: Operand): Tensor {
  return elementwise(floorDivideOp, [a, b]);
}

/** floorDivide written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function floorDivide_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(floorDivideOp, [a, b]);
}

/** −x. Inputs broadcast together. @throws ShapeError when they cannot. */
export function neg<D extends DType>(x: Tensor<D>): Tensor<D>;
export function neg(x: Operand): Tensor;
export function neg(x: Operand): Tensor {
  return elementwise(negOp, [x]);
}

/** neg written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function neg_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(negOp, [x]);
}

/** |x|. Inputs broadcast together. @throws ShapeError when they cannot. */
export function abs<D extends DType>(x: Tensor<D>): Tensor<D>;
export function abs(x: Operand): Tensor;
export function abs(x: Operand): Tensor {
  return elementwise(absOp, [x]);
}

/** abs written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function abs_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(absOp, [x]);
}

/** −1, 0 or 1. Inputs broadcast together. @throws ShapeError when they cannot. */
export function sign<D extends DType>(x: Tensor<D>): Tensor<D>;
export function sign(x: Operand): Tensor;
export function sign(x: Operand): Tensor {
  return elementwise(signOp, [x]);
}

/** sign written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function sign_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(signOp, [x]);
}

/** x². Inputs broadcast together. @throws ShapeError when they cannot. */
export function square<D extends DType>(x: Tensor<D>): Tensor<D>;
export function square(x: Operand): Tensor;
export function square(x: Operand): Tensor {
  return elementwise(squareOp, [x]);
}

/** square written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function square_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(squareOp, [x]);
}

/** 1 / x. Inputs broadcast together. @throws ShapeError when they cannot. */
export function reciprocal<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function reciprocal(x: Operand): Tensor;
export function reciprocal(x: Operand): Tensor {
  return elementwise(reciprocalOp, [x]);
}

/** reciprocal written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function reciprocal_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(reciprocalOp, [x]);
}

/** The larger of a and b; NaN where either is. Inputs broadcast together. @throws ShapeError when they cannot. */
export function maximum<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function maximum<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
export function maximum<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
export function maximum(a: Operand, b: Operand): Tensor;
export function maximum(a: Operand, b: Operand): Tensor {
  return elementwise(maximumOp, [a, b]);
}

/** The smaller of a and b; NaN where either is. Inputs broadcast together. @throws ShapeError when they cannot. */
export function minimum<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function minimum<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
export function minimum<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
export function minimum(a: Operand, b: Operand): Tensor;
export function minimum(a: Operand, b: Operand): Tensor {
  return elementwise(minimumOp, [a, b]);
}

/** The larger of a and b; where one is NaN, the other. Inputs broadcast together. @throws ShapeError when they cannot. */
export function fmax<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function fmax<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
export function fmax<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
export function fmax(a: Operand, b: Operand): Tensor;
export function fmax(a: Operand, b: Operand): Tensor {
  return elementwise(fmaxOp, [a, b]);
}

/** The smaller of a and b; where one is NaN, the other. Inputs broadcast together. @throws ShapeError when they cannot. */
export function fmin<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function fmin<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
export function fmin<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
export function fmin(a: Operand, b: Operand): Tensor;
export function fmin(a: Operand, b: Operand): Tensor {
  return elementwise(fminOp, [a, b]);
}

/** √(a² + b²), without overflow on the way. Inputs broadcast together. @throws ShapeError when they cannot. */
export function hypot<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<FloatPairs[D][E]>;
export function hypot<D extends DType>(a: Tensor<D>, b: number): Tensor<Floated[D]>;
export function hypot<D extends DType>(a: number, b: Tensor<D>): Tensor<Floated[D]>;
export function hypot(a: Operand, b: Operand): Tensor;
export function hypot(a: Operand, b: Operand): Tensor {
  return elementwise(hypotOp, [a, b]);
}

/** hypot written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function hypot_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(hypotOp, [a, b]);
}

/** |a| with the sign of b, that of a zero included. Inputs broadcast together. @throws ShapeError when they cannot. */
export function copysign<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<FloatPairs[D][E]>;
export function copysign<D extends DType>(a: Tensor<D>, b: number): Tensor<Floated[D]>;
export function copysign<D extends DType>(a: number, b: Tensor<D>): Tensor<Floated[D]>;
export function copysign(a: Operand, b: Operand): Tensor;
export function copysign(a: Operand, b: Operand): Tensor {
  return elementwise(copysignOp, [a, b]);
}

/** copysign written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function copysign_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(copysignOp, [a, b]);
}

/** x + value · a · b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function addcmul<D extends DType>(
  x: Tensor<D>,
  a: Tensor<NoInfer<D>> | number,
  b: Tensor<NoInfer<D>> | number,
  options?: { value?: number },
): Tensor<WithNumber['number'][D]>;
export function addcmul(x: Operand, a: Operand, b: Operand, options?: { value?: number }): Tensor;
export function addcmul(x: Operand, a: Operand, b: Operand, options: { value?: number } = {}): Tensor {
  const { value = 1 } = known('addcmul', options, ['value']);
  return elementwise(addcmulOp, [x, a, b, value]);
}

/** addcmul written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function addcmul_<D extends DType>(
  x: Tensor<D>,
  a: Operand,
  b: Operand,
  options: { value?: number } = {},
): Tensor<D> {
  const { value = 1 } = known('addcmul_', options, ['value']);
  return inPlace(addcmulOp, [x, a, b, value]);
}

/** x + value · a / b: integers give float32. Inputs broadcast together. @throws ShapeError when they cannot. */
export function addcdiv<D extends DType>(
  x: Tensor<D>,
  a: Tensor<NoInfer<D>> | number,
  b: Tensor<NoInfer<D>> | number,
  options?: { value?: number },
): Tensor<Floated[D]>;
export function addcdiv(x: Operand, a: Operand, b: Operand, options?: { value?: number }): Tensor;
export function addcdiv(x: Operand, a: Operand, b: Operand, options: { value?: number } = {}): Tensor {
  const { value = 1 } = known('addcdiv', options, ['value']);
  return elementwise(addcdivOp, [x, a, b, value]);
}

/** addcdiv written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function addcdiv_<D extends DType>(
  x: Tensor<D>,
  a: Operand,
  b: Operand,
  options: { value?: number } = {},
): Tensor<D> {
  const { value = 1 } = known('addcdiv_', options, ['value']);
  return inPlace(addcdivOp, [x, a, b, value]);
}

/** x limited to [min, max]. Inputs broadcast together. @throws ShapeError when they cannot. */
export function clamp<D extends DType>(
  x: Tensor<D>,
  min?: number | null,
  max?: number | null,
): Tensor<WithNumber['number'][D]>;
export function clamp(x: Operand, min?: number | null, max?: number | null): Tensor;
export function clamp(x: Operand, min?: number | null, max?: number | null): Tensor {
  return elementwise(clampOp, [x, min ?? -Infinity, max ?? Infinity]);
}

/** clamp written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function clamp_<D extends DType>(x: Tensor<D>, min?: number | null, max?: number | null): Tensor<D> {
  return inPlace(clampOp, [x, min ?? -Infinity, max ?? Infinity]);
}

/** a + weight · (b − a). Inputs broadcast together. @throws ShapeError when they cannot. */
export function lerp<D extends DType>(
  a: Tensor<D>,
  b: Tensor<NoInfer<D>> | number,
  weight: Tensor<NoInfer<D>> | number,
): Tensor<Floated[D]>;
export function lerp(a: Operand, b: Operand, weight: Operand): Tensor;
export function lerp(a: Operand, b: Operand, weight: Operand): Tensor {
  return elementwise(lerpOp, [a, b, weight]);
}

/** lerp written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function lerp_<D extends DType>(a: Tensor<D>, b: Operand, weight: Operand): Tensor<D> {
  return inPlace(lerpOp, [a, b, weight]);
}

/** The largest integer not above x. Inputs broadcast together. @throws ShapeError when they cannot. */
export function floor<D extends DType>(x: Tensor<D>): Tensor<D>;
export function floor(x: Operand): Tensor;
export function floor(x: Operand): Tensor {
  return elementwise(floorOp, [x]);
}

/** floor written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function floor_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(floorOp, [x]);
}

/** The smallest integer not below x. Inputs broadcast together. @throws ShapeError when they cannot. */
export function ceil<D extends DType>(x: Tensor<D>): Tensor<D>;
export function ceil(x: Operand): Tensor;
export function ceil(x: Operand): Tensor {
  return elementwise(ceilOp, [x]);
}

/** ceil written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function ceil_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(ceilOp, [x]);
}

/** The nearest integer, halves to the even one. Inputs broadcast together. @throws ShapeError when they cannot. */
export function round<D extends DType>(x: Tensor<D>): Tensor<D>;
export function round(x: Operand): Tensor;
export function round(x: Operand): Tensor {
  return elementwise(roundOp, [x]);
}

/** round written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function round_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(roundOp, [x]);
}

/** x without its fraction. Inputs broadcast together. @throws ShapeError when they cannot. */
export function trunc<D extends DType>(x: Tensor<D>): Tensor<D>;
export function trunc(x: Operand): Tensor;
export function trunc(x: Operand): Tensor {
  return elementwise(truncOp, [x]);
}

/** trunc written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function trunc_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(truncOp, [x]);
}

/** The fraction of x, with its sign. Inputs broadcast together. @throws ShapeError when they cannot. */
export function frac<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function frac(x: Operand): Tensor;
export function frac(x: Operand): Tensor {
  return elementwise(fracOp, [x]);
}

/** frac written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function frac_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(fracOp, [x]);
}

/** eˣ. Inputs broadcast together. @throws ShapeError when they cannot. */
export function exp<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function exp(x: Operand): Tensor;
export function exp(x: Operand): Tensor {
  return elementwise(expOp, [x]);
}

/** exp written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function exp_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(expOp, [x]);
}

/** 2ˣ. Inputs broadcast together. @throws ShapeError when they cannot. */
export function exp2<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function exp2(x: Operand): Tensor;
export function exp2(x: Operand): Tensor {
  return elementwise(exp2Op, [x]);
}

/** exp2 written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function exp2_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(exp2Op, [x]);
}

/** eˣ − 1, accurate near 0. Inputs broadcast together. @throws ShapeError when they cannot. */
export function expm1<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function expm1(x: Operand): Tensor;
export function expm1(x: Operand): Tensor {
  return elementwise(expm1Op, [x]);
}

/** expm1 written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function expm1_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(expm1Op, [x]);
}

/** The natural logarithm. Inputs broadcast together. @throws ShapeError when they cannot. */
export function log<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function log(x: Operand): Tensor;
export function log(x: Operand): Tensor {
  return elementwise(logOp, [x]);
}

/** log written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function log_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(logOp, [x]);
}

/** log(1 + x), accurate near 0. Inputs broadcast together. @throws ShapeError when they cannot. */
export function log1p<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function log1p(x: Operand): Tensor;
export function log1p(x: Operand): Tensor {
  return elementwise(log1pOp, [x]);
}

/** log1p written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function log1p_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(log1pOp, [x]);
}

/** The logarithm to base 2. Inputs broadcast together. @throws ShapeError when they cannot. */
export function log2<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function log2(x: Operand): Tensor;
export function log2(x: Operand): Tensor {
  return elementwise(log2Op, [x]);
}

/** log2 written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function log2_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(log2Op, [x]);
}

/** The logarithm to base 10. Inputs broadcast together. @throws ShapeError when they cannot. */
export function log10<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function log10(x: Operand): Tensor;
export function log10(x: Operand): Tensor {
  return elementwise(log10Op, [x]);
}

/** log10 written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function log10_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(log10Op, [x]);
}

/** The square root. Inputs broadcast together. @throws ShapeError when they cannot. */
export function sqrt<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function sqrt(x: Operand): Tensor;
export function sqrt(x: Operand): Tensor {
  return elementwise(sqrtOp, [x]);
}

/** sqrt written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function sqrt_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(sqrtOp, [x]);
}

/** 1 / √x. Inputs broadcast together. @throws ShapeError when they cannot. */
export function rsqrt<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function rsqrt(x: Operand): Tensor;
export function rsqrt(x: Operand): Tensor {
  return elementwise(rsqrtOp, [x]);
}

/** rsqrt written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function rsqrt_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(rsqrtOp, [x]);
}

/** The sine of x radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function sin<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function sin(x: Operand): Tensor;
export function sin(x: Operand): Tensor {
  return elementwise(sinOp, [x]);
}

/** sin written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function sin_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(sinOp, [x]);
}

/** The cosine of x radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function cos<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function cos(x: Operand): Tensor;
export function cos(x: Operand): Tensor {
  return elementwise(cosOp, [x]);
}

/** cos written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function cos_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(cosOp, [x]);
}

/** The tangent of x radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function tan<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function tan(x: Operand): Tensor;
export function tan(x: Operand): Tensor {
  return elementwise(tanOp, [x]);
}

/** tan written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function tan_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(tanOp, [x]);
}

/** The arcsine, in radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function asin<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function asin(x: Operand): Tensor;
export function asin(x: Operand): Tensor {
  return elementwise(asinOp, [x]);
}

/** asin written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function asin_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(asinOp, [x]);
}

/** The arccosine, in radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function acos<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function acos(x: Operand): Tensor;
export function acos(x: Operand): Tensor {
  return elementwise(acosOp, [x]);
}

/** acos written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function acos_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(acosOp, [x]);
}

/** The arctangent, in radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function atan<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function atan(x: Operand): Tensor;
export function atan(x: Operand): Tensor {
  return elementwise(atanOp, [x]);
}

/** atan written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function atan_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(atanOp, [x]);
}

/** The angle of the point (b, a), in radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function atan2<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<FloatPairs[D][E]>;
export function atan2<D extends DType>(a: Tensor<D>, b: number): Tensor<Floated[D]>;
export function atan2<D extends DType>(a: number, b: Tensor<D>): Tensor<Floated[D]>;
export function atan2(a: Operand, b: Operand): Tensor;
export function atan2(a: Operand, b: Operand): Tensor {
  return elementwise(atan2Op, [a, b]);
}

/** atan2 written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function atan2_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(atan2Op, [a, b]);
}

/** The hyperbolic sine. Inputs broadcast together. @throws ShapeError when they cannot. */
export function sinh<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function sinh(x: Operand): Tensor;
export function sinh(x: Operand): Tensor {
  return elementwise(sinhOp, [x]);
}

/** sinh written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function sinh_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(sinhOp, [x]);
}

/** The hyperbolic cosine. Inputs broadcast together. @throws ShapeError when they cannot. */
export function cosh<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function cosh(x: Operand): Tensor;
export function cosh(x: Operand): Tensor {
  return elementwise(coshOp, [x]);
}

/** cosh written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function cosh_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(coshOp, [x]);
}

/** The hyperbolic tangent. Inputs broadcast together. @throws ShapeError when they cannot. */
export function tanh<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function tanh(x: Operand): Tensor;
export function tanh(x: Operand): Tensor {
  return elementwise(tanhOp, [x]);
}

/** tanh written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function tanh_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(tanhOp, [x]);
}

/** The inverse of sinh. Inputs broadcast together. @throws ShapeError when they cannot. */
export function asinh<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function asinh(x: Operand): Tensor;
export function asinh(x: Operand): Tensor {
  return elementwise(asinhOp, [x]);
}

/** asinh written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function asinh_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(asinhOp, [x]);
}

/** The inverse of cosh; NaN below 1. Inputs broadcast together. @throws ShapeError when they cannot. */
export function acosh<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function acosh(x: Operand): Tensor;
export function acosh(x: Operand): Tensor {
  return elementwise(acoshOp, [x]);
}

/** acosh written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function acosh_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(acoshOp, [x]);
}

/** The inverse of tanh; NaN beyond ±1. Inputs broadcast together. @throws ShapeError when they cannot. */
export function atanh<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function atanh(x: Operand): Tensor;
export function atanh(x: Operand): Tensor {
  return elementwise(atanhOp, [x]);
}

/** atanh written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function atanh_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(atanhOp, [x]);
}

/** The error function. Inputs broadcast together. @throws ShapeError when they cannot. */
export function erf<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function erf(x: Operand): Tensor;
export function erf(x: Operand): Tensor {
  return elementwise(erfOp, [x]);
}

/** erf written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function erf_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(erfOp, [x]);
}

/** 1 − erf(x). Inputs broadcast together. @throws ShapeError when they cannot. */
export function erfc<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function erfc(x: Operand): Tensor;
export function erfc(x: Operand): Tensor {
  return elementwise(erfcOp, [x]);
}

/** erfc written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function erfc_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(erfcOp, [x]);
}

/** The inverse of erf; ±∞ at ±1, NaN beyond. Inputs broadcast together. @throws ShapeError when they cannot. */
export function erfinv<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function erfinv(x: Operand): Tensor;
export function erfinv(x: Operand): Tensor {
  return elementwise(erfinvOp, [x]);
}

/** erfinv written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function erfinv_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(erfinvOp, [x]);
}

/** The logarithm of |Γ(x)|. Inputs broadcast together. @throws ShapeError when they cannot. */
export function lgamma<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function lgamma(x: Operand): Tensor;
export function lgamma(x: Operand): Tensor {
  return elementwise(lgammaOp, [x]);
}

/** lgamma written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function lgamma_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(lgammaOp, [x]);
}

/** The derivative of lgamma. Inputs broadcast together. @throws ShapeError when they cannot. */
export function digamma<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function digamma(x: Operand): Tensor;
export function digamma(x: Operand): Tensor {
  return elementwise(digammaOp, [x]);
}

/** digamma written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function digamma_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(digammaOp, [x]);
}

/** max(0, x). https://pytorch.org/docs/stable/generated/torch.nn.ReLU.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function relu<D extends DType>(x: Tensor<D>): Tensor<D>;
export function relu(x: Operand): Tensor;
export function relu(x: Operand): Tensor {
  return elementwise(reluOp, [x]);
}

/** relu written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function relu_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(reluOp, [x]);
}

/** x where positive, else negativeSlope · x. https://pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function leakyRelu<D extends DType>(x: Tensor<D>, options?: { negativeSlope?: number }): Tensor<Floated[D]>;
export function leakyRelu(x: Operand, options?: { negativeSlope?: number }): Tensor;
export function leakyRelu(x: Operand, options: { negativeSlope?: number } = {}): Tensor {
  const { negativeSlope = 0.01 } = known('leakyRelu', options, ['negativeSlope']);
  return elementwise(leakyReluOp, [x, negativeSlope]);
}

/** leakyRelu written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function leakyRelu_<D extends DType>(x: Tensor<D>, options: { negativeSlope?: number } = {}): Tensor<D> {
  const { negativeSlope = 0.01 } = known('leakyRelu_', options, ['negativeSlope']);
  return inPlace(leakyReluOp, [x, negativeSlope]);
}

/** x where positive, else alpha · (eˣ − 1). Clevert et al. 2015, https://arxiv.org/abs/1511.07289 Inputs broadcast together. @throws ShapeError when they cannot. */
export function elu<D extends DType>(x: Tensor<D>, options?: { alpha?: number }): Tensor<Floated[D]>;
export function elu(x: Operand, options?: { alpha?: number }): Tensor;
export function elu(x: Operand, options: { alpha?: number } = {}): Tensor {
  const { alpha = 1 } = known('elu', options, ['alpha']);
  return elementwise(eluOp, [x, alpha]);
}

/** elu written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function elu_<D extends DType>(x: Tensor<D>, options: { alpha?: number } = {}): Tensor<D> {
  const { alpha = 1 } = known('elu_', options, ['alpha']);
  return inPlace(eluOp, [x, alpha]);
}

/** The self-normalising ELU. Klambauer et al. 2017, https://arxiv.org/abs/1706.02515 Inputs broadcast together. @throws ShapeError when they cannot. */
export function selu<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function selu(x: Operand): Tensor;
export function selu(x: Operand): Tensor {
  return elementwise(seluOp, [x]);
}

/** selu written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function selu_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(seluOp, [x]);
}

/** The continuously differentiable ELU. Barron 2017, https://arxiv.org/abs/1704.07483 Inputs broadcast together. @throws ShapeError when they cannot. */
export function celu<D extends DType>(x: Tensor<D>, options?: { alpha?: number }): Tensor<Floated[D]>;
export function celu(x: Operand, options?: { alpha?: number }): Tensor;
export function celu(x: Operand, options: { alpha?: number } = {}): Tensor {
  const { alpha = 1 } = known('celu', options, ['alpha']);
  return elementwise(celuOp, [x, alpha]);
}

/** celu written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function celu_<D extends DType>(x: Tensor<D>, options: { alpha?: number } = {}): Tensor<D> {
  const { alpha = 1 } = known('celu_', options, ['alpha']);
  return inPlace(celuOp, [x, alpha]);
}

/** 1 / (1 + e⁻ˣ). Inputs broadcast together. @throws ShapeError when they cannot. */
export function sigmoid<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function sigmoid(x: Operand): Tensor;
export function sigmoid(x: Operand): Tensor {
  return elementwise(sigmoidOp, [x]);
}

/** sigmoid written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function sigmoid_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(sigmoidOp, [x]);
}

/** log(x / (1 − x)), the inverse of sigmoid. x is first limited to [eps, 1 − eps], unless eps is negative. https://pytorch.org/docs/stable/special.html#torch.special.logit Inputs broadcast together. @throws ShapeError when they cannot. */
export function logit<D extends DType>(x: Tensor<D>, options?: { eps?: number }): Tensor<Floated[D]>;
export function logit(x: Operand, options?: { eps?: number }): Tensor;
export function logit(x: Operand, options: { eps?: number } = {}): Tensor {
  const { eps = -1 } = known('logit', options, ['eps']);
  return elementwise(logitOp, [x, eps]);
}

/** logit written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function logit_<D extends DType>(x: Tensor<D>, options: { eps?: number } = {}): Tensor<D> {
  const { eps = -1 } = known('logit_', options, ['eps']);
  return inPlace(logitOp, [x, eps]);
}

/** log(sigmoid(x)). https://pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function logSigmoid<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function logSigmoid(x: Operand): Tensor;
export function logSigmoid(x: Operand): Tensor {
  return elementwise(logSigmoidOp, [x]);
}

/** x limited to [minVal, maxVal]; no gradient at the limits. https://pytorch.org/docs/stable/generated/torch.nn.Hardtanh.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function hardtanh<D extends DType>(
  x: Tensor<D>,
  options?: { minVal?: number; maxVal?: number },
): Tensor<WithNumber['number'][D]>;
export function hardtanh(x: Operand, options?: { minVal?: number; maxVal?: number }): Tensor;
export function hardtanh(x: Operand, options: { minVal?: number; maxVal?: number } = {}): Tensor {
  const { minVal = -1, maxVal = 1 } = known('hardtanh', options, ['minVal', 'maxVal']);
  return elementwise(hardtanhOp, [x, minVal, maxVal]);
}

/** hardtanh written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function hardtanh_<D extends DType>(
  x: Tensor<D>,
  options: { minVal?: number; maxVal?: number } = {},
): Tensor<D> {
  const { minVal = -1, maxVal = 1 } = known('hardtanh_', options, ['minVal', 'maxVal']);
  return inPlace(hardtanhOp, [x, minVal, maxVal]);
}

/** x / (1 + |x|). Inputs broadcast together. @throws ShapeError when they cannot. */
export function softsign<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function softsign(x: Operand): Tensor;
export function softsign(x: Operand): Tensor {
  return elementwise(softsignOp, [x]);
}

/** softsign written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function softsign_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(softsignOp, [x]);
}

/** x · tanh(softplus(x)). Misra 2019, https://arxiv.org/abs/1908.08681 Inputs broadcast together. @throws ShapeError when they cannot. */
export function mish<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function mish(x: Operand): Tensor;
export function mish(x: Operand): Tensor {
  return elementwise(mishOp, [x]);
}

/** mish written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function mish_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(mishOp, [x]);
}

/** x / 6 + ½, limited to [0, 1]. https://pytorch.org/docs/stable/generated/torch.nn.Hardsigmoid.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function hardsigmoid<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function hardsigmoid(x: Operand): Tensor;
export function hardsigmoid(x: Operand): Tensor {
  return elementwise(hardsigmoidOp, [x]);
}

/** x · hardsigmoid(x). Howard et al. 2019, https://arxiv.org/abs/1905.02244 Inputs broadcast together. @throws ShapeError when they cannot. */
export function hardswish<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function hardswish(x: Operand): Tensor;
export function hardswish(x: Operand): Tensor {
  return elementwise(hardswishOp, [x]);
}

/** x · sigmoid(x), also called swish. https://pytorch.org/docs/stable/generated/torch.nn.SiLU.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function silu<D extends DType>(x: Tensor<D>): Tensor<Floated[D]>;
export function silu(x: Operand): Tensor;
export function silu(x: Operand): Tensor {
  return elementwise(siluOp, [x]);
}

/** silu written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function silu_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(siluOp, [x]);
}

/** log(1 + e^(beta·x)) / beta, x itself above the threshold. https://pytorch.org/docs/stable/generated/torch.nn.Softplus.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function softplus<D extends DType>(
  x: Tensor<D>,
  options?: { beta?: number; threshold?: number },
): Tensor<Floated[D]>;
export function softplus(x: Operand, options?: { beta?: number; threshold?: number }): Tensor;
export function softplus(x: Operand, options: { beta?: number; threshold?: number } = {}): Tensor {
  const { beta = 1, threshold = 20 } = known('softplus', options, ['beta', 'threshold']);
  return elementwise(softplusOp, [x, beta, threshold]);
}

/** a = b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function eq(a: Operand, b: Operand): Tensor<'bool'> {
  return elementwise(eqOp, [a, b]) as Tensor<'bool'>;
}

/** eq written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function eq_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(eqOp, [a, b]);
}

/** a ≠ b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function ne(a: Operand, b: Operand): Tensor<'bool'> {
  return elementwise(neOp, [a, b]) as Tensor<'bool'>;
}

/** ne written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function ne_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(neOp, [a, b]);
}

/** a < b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function lt(a: Operand, b: Operand): Tensor<'bool'> {
  return elementwise(ltOp, [a, b]) as Tensor<'bool'>;
}

/** lt written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function lt_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(ltOp, [a, b]);
}

/** a ≤ b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function le(a: Operand, b: Operand): Tensor<'bool'> {
  return elementwise(leOp, [a, b]) as Tensor<'bool'>;
}

/** le written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function le_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(leOp, [a, b]);
}

/** a > b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function gt(a: Operand, b: Operand): Tensor<'bool'> {
  return elementwise(gtOp, [a, b]) as Tensor<'bool'>;
}

/** gt written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function gt_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(gtOp, [a, b]);
}

/** a ≥ b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function ge(a: Operand, b: Operand): Tensor<'bool'> {
  return elementwise(geOp, [a, b]) as Tensor<'bool'>;
}

/** ge written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function ge_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(geOp, [a, b]);
}

/** Both are non-zero. Inputs broadcast together. @throws ShapeError when they cannot. */
export function logicalAnd(a: Operand, b: Operand): Tensor<'bool'> {
  return elementwise(logicalAndOp, [a, b]) as Tensor<'bool'>;
}

/** logicalAnd written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function logicalAnd_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(logicalAndOp, [a, b]);
}

/** Either is non-zero. Inputs broadcast together. @throws ShapeError when they cannot. */
export function logicalOr(a: Operand, b: Operand): Tensor<'bool'> {
  return elementwise(logicalOrOp, [a, b]) as Tensor<'bool'>;
}

/** logicalOr written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function logicalOr_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(logicalOrOp, [a, b]);
}

/** Exactly one is non-zero. Inputs broadcast together. @throws ShapeError when they cannot. */
export function logicalXor(a: Operand, b: Operand): Tensor<'bool'> {
  return elementwise(logicalXorOp, [a, b]) as Tensor<'bool'>;
}

/** logicalXor written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function logicalXor_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(logicalXorOp, [a, b]);
}

/** x is zero. Inputs broadcast together. @throws ShapeError when they cannot. */
export function logicalNot(x: Operand): Tensor<'bool'> {
  return elementwise(logicalNotOp, [x]) as Tensor<'bool'>;
}

/** logicalNot written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function logicalNot_<D extends DType>(x: Tensor<D>): Tensor<D> {
  return inPlace(logicalNotOp, [x]);
}

/** The bits that are set in both of two integers or bools. Inputs broadcast together. @throws ShapeError when they cannot. */
export function bitwiseAnd<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function bitwiseAnd<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
export function bitwiseAnd<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
export function bitwiseAnd(a: Operand, b: Operand): Tensor;
export function bitwiseAnd(a: Operand, b: Operand): Tensor {
  return elementwise(bitwiseAndOp, [a, b]);
}

/** bitwiseAnd written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function bitwiseAnd_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(bitwiseAndOp, [a, b]);
}

/** The bits that are set in either of two integers or bools. Inputs broadcast together. @throws ShapeError when they cannot. */
export function bitwiseOr<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function bitwiseOr<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
export function bitwiseOr<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
export function bitwiseOr(a: Operand, b: Operand): Tensor;
export function bitwiseOr(a: Operand, b: Operand): Tensor {
  return elementwise(bitwiseOrOp, [a, b]);
}

/** bitwiseOr written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function bitwiseOr_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(bitwiseOrOp, [a, b]);
}

/** The bits that are set in one of two integers or bools. Inputs broadcast together. @throws ShapeError when they cannot. */
export function bitwiseXor<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function bitwiseXor<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
export function bitwiseXor<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
export function bitwiseXor(a: Operand, b: Operand): Tensor;
export function bitwiseXor(a: Operand, b: Operand): Tensor {
  return elementwise(bitwiseXorOp, [a, b]);
}

/** bitwiseXor written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function bitwiseXor_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(bitwiseXorOp, [a, b]);
}

/** a · 2ᵇ for integers; what leaves the dtype is cut off. A b that is negative or beyond its bits gives 0. Inputs broadcast together. @throws ShapeError when they cannot. */
export function bitwiseLeftShift<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function bitwiseLeftShift<D extends DType, N extends number>(
  a: Tensor<D>,
  b: N,
): Tensor<WithNumber[NumberKind<N>][D]>;
export function bitwiseLeftShift<D extends DType, N extends number>(
  a: N,
  b: Tensor<D>,
): Tensor<WithNumber[NumberKind<N>][D]>;
export function bitwiseLeftShift(a: Operand, b: Operand): Tensor;
export function bitwiseLeftShift(a: Operand, b: Operand): Tensor {
  return elementwise(bitwiseLeftShiftOp, [a, b]);
}

/** bitwiseLeftShift written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function bitwiseLeftShift_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(bitwiseLeftShiftOp, [a, b]);
}

/** The floor of a / 2ᵇ for integers. A b that is negative or beyond its bits leaves the sign: 0 or −1. Inputs broadcast together. @throws ShapeError when they cannot. */
export function bitwiseRightShift<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
export function bitwiseRightShift<D extends DType, N extends number>(
  a: Tensor<D>,
  b: N,
): Tensor<WithNumber[NumberKind<N>][D]>;
export function bitwiseRightShift<D extends DType, N extends number>(
  a: N,
  b: Tensor<D>,
): Tensor<WithNumber[NumberKind<N>][D]>;
export function bitwiseRightShift(a: Operand, b: Operand): Tensor;
export function bitwiseRightShift(a: Operand, b: Operand): Tensor {
  return elementwise(bitwiseRightShiftOp, [a, b]);
}

/** bitwiseRightShift written into a. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function bitwiseRightShift_<D extends DType>(a: Tensor<D>, b: Operand): Tensor<D> {
  return inPlace(bitwiseRightShiftOp, [a, b]);
}

/** x is NaN. Inputs broadcast together. @throws ShapeError when they cannot. */
export function isnan(x: Operand): Tensor<'bool'> {
  return elementwise(isnanOp, [x]) as Tensor<'bool'>;
}

/** x is +∞ or −∞. Inputs broadcast together. @throws ShapeError when they cannot. */
export function isinf(x: Operand): Tensor<'bool'> {
  return elementwise(isinfOp, [x]) as Tensor<'bool'>;
}

/** x is neither NaN nor infinite. Inputs broadcast together. @throws ShapeError when they cannot. */
export function isfinite(x: Operand): Tensor<'bool'> {
  return elementwise(isfiniteOp, [x]) as Tensor<'bool'>;
}

/** a where the condition holds, else b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function where<D extends DType, E extends DType>(
  condition: Operand,
  a: Tensor<D>,
  b: Tensor<E>,
): Tensor<Pairs[D][E]>;
export function where<D extends DType, N extends number>(
  condition: Operand,
  a: Tensor<D>,
  b: N,
): Tensor<WithNumber[NumberKind<N>][D]>;
export function where<D extends DType, N extends number>(
  condition: Operand,
  a: N,
  b: Tensor<D>,
): Tensor<WithNumber[NumberKind<N>][D]>;
export function where(condition: Operand, a: Operand, b: Operand): Tensor;
export function where(condition: Operand, a: Operand, b: Operand): Tensor {
  return elementwise(whereOp, [condition, a, b]);
}

/** The rows as methods of a tensor of dtype D. */
export interface ElementwiseMethods<D extends DType> {
  /** a + b. */
  add<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  add<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  add(b: Operand): Tensor;
  /** add, written into this tensor. */
  add_(b: Operand): this;
  /** a − b. */
  sub<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  sub<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  sub(b: Operand): Tensor;
  /** sub, written into this tensor. */
  sub_(b: Operand): this;
  /** a · b. */
  mul<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  mul<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  mul(b: Operand): Tensor;
  /** mul, written into this tensor. */
  mul_(b: Operand): this;
  /** a / b, true division: integers give float32. */
  div<E extends DType>(b: Tensor<E>): Tensor<FloatPairs[D][E]>;
  div(b: number): Tensor<Floated[D]>;
  div(b: Operand): Tensor;
  /** div, written into this tensor. */
  div_(b: Operand): this;
  /** a to the power b. Integers to a negative power give 0, except ±1, as in PyTorch. */
  pow<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  pow<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  pow(b: Operand): Tensor;
  /** pow, written into this tensor. */
  pow_(b: Operand): this;
  /** The remainder with the sign of b, Python's %. */
  remainder<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  remainder<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  remainder(b: Operand): Tensor;
  /** remainder, written into this tensor. */
  remainder_(b: Operand): this;
  /** The remainder with the sign of a, C's fmod. */
  fmod<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  fmod<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  fmod(b: Operand): Tensor;
  /** fmod, written into this tensor. */
  fmod_(b: Operand): this;
  /** The floor of a / b. */
  floorDivide<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  floorDivide<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  floorDivide(b: Operand): Tensor;
  /** floorDivide, written into this tensor. */
  floorDivide_(b: Operand): this;
  /** −x. */
  neg(): Tensor<D>;
  /** neg, written into this tensor. */
  neg_(): this;
  /** |x|. */
  abs(): Tensor<D>;
  /** abs, written into this tensor. */
  abs_(): this;
  /** −1, 0 or 1. */
  sign(): Tensor<D>;
  /** sign, written into this tensor. */
  sign_(): this;
  /** x². */
  square(): Tensor<D>;
  /** square, written into this tensor. */
  square_(): this;
  /** 1 / x. */
  reciprocal(): Tensor<Floated[D]>;
  /** reciprocal, written into this tensor. */
  reciprocal_(): this;
  /** The larger of a and b; NaN where either is. */
  maximum<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  maximum<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  maximum(b: Operand): Tensor;
  /** The smaller of a and b; NaN where either is. */
  minimum<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  minimum<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  minimum(b: Operand): Tensor;
  /** The larger of a and b; where one is NaN, the other. */
  fmax<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  fmax<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  fmax(b: Operand): Tensor;
  /** The smaller of a and b; where one is NaN, the other. */
  fmin<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  fmin<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  fmin(b: Operand): Tensor;
  /** √(a² + b²), without overflow on the way. */
  hypot<E extends DType>(b: Tensor<E>): Tensor<FloatPairs[D][E]>;
  hypot(b: number): Tensor<Floated[D]>;
  hypot(b: Operand): Tensor;
  /** hypot, written into this tensor. */
  hypot_(b: Operand): this;
  /** |a| with the sign of b, that of a zero included. */
  copysign<E extends DType>(b: Tensor<E>): Tensor<FloatPairs[D][E]>;
  copysign(b: number): Tensor<Floated[D]>;
  copysign(b: Operand): Tensor;
  /** copysign, written into this tensor. */
  copysign_(b: Operand): this;
  /** x + value · a · b. */
  addcmul(
    a: Tensor<NoInfer<D>> | number,
    b: Tensor<NoInfer<D>> | number,
    options?: { value?: number },
  ): Tensor<WithNumber['number'][D]>;
  addcmul(a: Operand, b: Operand, options?: { value?: number }): Tensor;
  /** addcmul, written into this tensor. */
  addcmul_(a: Operand, b: Operand, options?: { value?: number }): this;
  /** x + value · a / b: integers give float32. */
  addcdiv(
    a: Tensor<NoInfer<D>> | number,
    b: Tensor<NoInfer<D>> | number,
    options?: { value?: number },
  ): Tensor<Floated[D]>;
  addcdiv(a: Operand, b: Operand, options?: { value?: number }): Tensor;
  /** addcdiv, written into this tensor. */
  addcdiv_(a: Operand, b: Operand, options?: { value?: number }): this;
  /** x limited to [min, max]. */
  clamp(min?: number | null, max?: number | null): Tensor<WithNumber['number'][D]>;
  /** clamp, written into this tensor. */
  clamp_(min?: number | null, max?: number | null): this;
  /** a + weight · (b − a). */
  lerp(b: Tensor<NoInfer<D>> | number, weight: Tensor<NoInfer<D>> | number): Tensor<Floated[D]>;
  lerp(b: Operand, weight: Operand): Tensor;
  /** lerp, written into this tensor. */
  lerp_(b: Operand, weight: Operand): this;
  /** The largest integer not above x. */
  floor(): Tensor<D>;
  /** floor, written into this tensor. */
  floor_(): this;
  /** The smallest integer not below x. */
  ceil(): Tensor<D>;
  /** ceil, written into this tensor. */
  ceil_(): this;
  /** The nearest integer, halves to the even one. */
  round(): Tensor<D>;
  /** round, written into this tensor. */
  round_(): this;
  /** x without its fraction. */
  trunc(): Tensor<D>;
  /** trunc, written into this tensor. */
  trunc_(): this;
  /** The fraction of x, with its sign. */
  frac(): Tensor<Floated[D]>;
  /** frac, written into this tensor. */
  frac_(): this;
  /** eˣ. */
  exp(): Tensor<Floated[D]>;
  /** exp, written into this tensor. */
  exp_(): this;
  /** 2ˣ. */
  exp2(): Tensor<Floated[D]>;
  /** exp2, written into this tensor. */
  exp2_(): this;
  /** eˣ − 1, accurate near 0. */
  expm1(): Tensor<Floated[D]>;
  /** expm1, written into this tensor. */
  expm1_(): this;
  /** The natural logarithm. */
  log(): Tensor<Floated[D]>;
  /** log, written into this tensor. */
  log_(): this;
  /** log(1 + x), accurate near 0. */
  log1p(): Tensor<Floated[D]>;
  /** log1p, written into this tensor. */
  log1p_(): this;
  /** The logarithm to base 2. */
  log2(): Tensor<Floated[D]>;
  /** log2, written into this tensor. */
  log2_(): this;
  /** The logarithm to base 10. */
  log10(): Tensor<Floated[D]>;
  /** log10, written into this tensor. */
  log10_(): this;
  /** The square root. */
  sqrt(): Tensor<Floated[D]>;
  /** sqrt, written into this tensor. */
  sqrt_(): this;
  /** 1 / √x. */
  rsqrt(): Tensor<Floated[D]>;
  /** rsqrt, written into this tensor. */
  rsqrt_(): this;
  /** The sine of x radians. */
  sin(): Tensor<Floated[D]>;
  /** sin, written into this tensor. */
  sin_(): this;
  /** The cosine of x radians. */
  cos(): Tensor<Floated[D]>;
  /** cos, written into this tensor. */
  cos_(): this;
  /** The tangent of x radians. */
  tan(): Tensor<Floated[D]>;
  /** tan, written into this tensor. */
  tan_(): this;
  /** The arcsine, in radians. */
  asin(): Tensor<Floated[D]>;
  /** asin, written into this tensor. */
  asin_(): this;
  /** The arccosine, in radians. */
  acos(): Tensor<Floated[D]>;
  /** acos, written into this tensor. */
  acos_(): this;
  /** The arctangent, in radians. */
  atan(): Tensor<Floated[D]>;
  /** atan, written into this tensor. */
  atan_(): this;
  /** The angle of the point (b, a), in radians. */
  atan2<E extends DType>(b: Tensor<E>): Tensor<FloatPairs[D][E]>;
  atan2(b: number): Tensor<Floated[D]>;
  atan2(b: Operand): Tensor;
  /** atan2, written into this tensor. */
  atan2_(b: Operand): this;
  /** The hyperbolic sine. */
  sinh(): Tensor<Floated[D]>;
  /** sinh, written into this tensor. */
  sinh_(): this;
  /** The hyperbolic cosine. */
  cosh(): Tensor<Floated[D]>;
  /** cosh, written into this tensor. */
  cosh_(): this;
  /** The hyperbolic tangent. */
  tanh(): Tensor<Floated[D]>;
  /** tanh, written into this tensor. */
  tanh_(): this;
  /** The inverse of sinh. */
  asinh(): Tensor<Floated[D]>;
  /** asinh, written into this tensor. */
  asinh_(): this;
  /** The inverse of cosh; NaN below 1. */
  acosh(): Tensor<Floated[D]>;
  /** acosh, written into this tensor. */
  acosh_(): this;
  /** The inverse of tanh; NaN beyond ±1. */
  atanh(): Tensor<Floated[D]>;
  /** atanh, written into this tensor. */
  atanh_(): this;
  /** The error function. */
  erf(): Tensor<Floated[D]>;
  /** erf, written into this tensor. */
  erf_(): this;
  /** 1 − erf(x). */
  erfc(): Tensor<Floated[D]>;
  /** erfc, written into this tensor. */
  erfc_(): this;
  /** The inverse of erf; ±∞ at ±1, NaN beyond. */
  erfinv(): Tensor<Floated[D]>;
  /** erfinv, written into this tensor. */
  erfinv_(): this;
  /** The logarithm of |Γ(x)|. */
  lgamma(): Tensor<Floated[D]>;
  /** lgamma, written into this tensor. */
  lgamma_(): this;
  /** The derivative of lgamma. */
  digamma(): Tensor<Floated[D]>;
  /** digamma, written into this tensor. */
  digamma_(): this;
  /** max(0, x). https://pytorch.org/docs/stable/generated/torch.nn.ReLU.html */
  relu(): Tensor<D>;
  /** relu, written into this tensor. */
  relu_(): this;
  /** x where positive, else negativeSlope · x. https://pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html */
  leakyRelu(options?: { negativeSlope?: number }): Tensor<Floated[D]>;
  /** leakyRelu, written into this tensor. */
  leakyRelu_(options?: { negativeSlope?: number }): this;
  /** x where positive, else alpha · (eˣ − 1). Clevert et al. 2015, https://arxiv.org/abs/1511.07289 */
  elu(options?: { alpha?: number }): Tensor<Floated[D]>;
  /** elu, written into this tensor. */
  elu_(options?: { alpha?: number }): this;
  /** The self-normalising ELU. Klambauer et al. 2017, https://arxiv.org/abs/1706.02515 */
  selu(): Tensor<Floated[D]>;
  /** selu, written into this tensor. */
  selu_(): this;
  /** The continuously differentiable ELU. Barron 2017, https://arxiv.org/abs/1704.07483 */
  celu(options?: { alpha?: number }): Tensor<Floated[D]>;
  /** celu, written into this tensor. */
  celu_(options?: { alpha?: number }): this;
  /** 1 / (1 + e⁻ˣ). */
  sigmoid(): Tensor<Floated[D]>;
  /** sigmoid, written into this tensor. */
  sigmoid_(): this;
  /** log(x / (1 − x)), the inverse of sigmoid. x is first limited to [eps, 1 − eps], unless eps is negative. https://pytorch.org/docs/stable/special.html#torch.special.logit */
  logit(options?: { eps?: number }): Tensor<Floated[D]>;
  /** logit, written into this tensor. */
  logit_(options?: { eps?: number }): this;
  /** log(sigmoid(x)). https://pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html */
  logSigmoid(): Tensor<Floated[D]>;
  /** x limited to [minVal, maxVal]; no gradient at the limits. https://pytorch.org/docs/stable/generated/torch.nn.Hardtanh.html */
  hardtanh(options?: { minVal?: number; maxVal?: number }): Tensor<WithNumber['number'][D]>;
  /** hardtanh, written into this tensor. */
  hardtanh_(options?: { minVal?: number; maxVal?: number }): this;
  /** x / (1 + |x|). */
  softsign(): Tensor<Floated[D]>;
  /** softsign, written into this tensor. */
  softsign_(): this;
  /** x · tanh(softplus(x)). Misra 2019, https://arxiv.org/abs/1908.08681 */
  mish(): Tensor<Floated[D]>;
  /** mish, written into this tensor. */
  mish_(): this;
  /** x / 6 + ½, limited to [0, 1]. https://pytorch.org/docs/stable/generated/torch.nn.Hardsigmoid.html */
  hardsigmoid(): Tensor<Floated[D]>;
  /** x · hardsigmoid(x). Howard et al. 2019, https://arxiv.org/abs/1905.02244 */
  hardswish(): Tensor<Floated[D]>;
  /** x · sigmoid(x), also called swish. https://pytorch.org/docs/stable/generated/torch.nn.SiLU.html */
  silu(): Tensor<Floated[D]>;
  /** silu, written into this tensor. */
  silu_(): this;
  /** log(1 + e^(beta·x)) / beta, x itself above the threshold. https://pytorch.org/docs/stable/generated/torch.nn.Softplus.html */
  softplus(options?: { beta?: number; threshold?: number }): Tensor<Floated[D]>;
  /** a = b. */
  eq(b: Operand): Tensor<'bool'>;
  /** eq, written into this tensor. */
  eq_(b: Operand): this;
  /** a ≠ b. */
  ne(b: Operand): Tensor<'bool'>;
  /** ne, written into this tensor. */
  ne_(b: Operand): this;
  /** a < b. */
  lt(b: Operand): Tensor<'bool'>;
  /** lt, written into this tensor. */
  lt_(b: Operand): this;
  /** a ≤ b. */
  le(b: Operand): Tensor<'bool'>;
  /** le, written into this tensor. */
  le_(b: Operand): this;
  /** a > b. */
  gt(b: Operand): Tensor<'bool'>;
  /** gt, written into this tensor. */
  gt_(b: Operand): this;
  /** a ≥ b. */
  ge(b: Operand): Tensor<'bool'>;
  /** ge, written into this tensor. */
  ge_(b: Operand): this;
  /** Both are non-zero. */
  logicalAnd(b: Operand): Tensor<'bool'>;
  /** logicalAnd, written into this tensor. */
  logicalAnd_(b: Operand): this;
  /** Either is non-zero. */
  logicalOr(b: Operand): Tensor<'bool'>;
  /** logicalOr, written into this tensor. */
  logicalOr_(b: Operand): this;
  /** Exactly one is non-zero. */
  logicalXor(b: Operand): Tensor<'bool'>;
  /** logicalXor, written into this tensor. */
  logicalXor_(b: Operand): this;
  /** x is zero. */
  logicalNot(): Tensor<'bool'>;
  /** logicalNot, written into this tensor. */
  logicalNot_(): this;
  /** The bits that are set in both of two integers or bools. */
  bitwiseAnd<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  bitwiseAnd<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  bitwiseAnd(b: Operand): Tensor;
  /** bitwiseAnd, written into this tensor. */
  bitwiseAnd_(b: Operand): this;
  /** The bits that are set in either of two integers or bools. */
  bitwiseOr<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  bitwiseOr<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  bitwiseOr(b: Operand): Tensor;
  /** bitwiseOr, written into this tensor. */
  bitwiseOr_(b: Operand): this;
  /** The bits that are set in one of two integers or bools. */
  bitwiseXor<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  bitwiseXor<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  bitwiseXor(b: Operand): Tensor;
  /** bitwiseXor, written into this tensor. */
  bitwiseXor_(b: Operand): this;
  /** a · 2ᵇ for integers; what leaves the dtype is cut off. A b that is negative or beyond its bits gives 0. */
  bitwiseLeftShift<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  bitwiseLeftShift<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  bitwiseLeftShift(b: Operand): Tensor;
  /** bitwiseLeftShift, written into this tensor. */
  bitwiseLeftShift_(b: Operand): this;
  /** The floor of a / 2ᵇ for integers. A b that is negative or beyond its bits leaves the sign: 0 or −1. */
  bitwiseRightShift<E extends DType>(b: Tensor<E>): Tensor<Pairs[D][E]>;
  bitwiseRightShift<N extends number>(b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  bitwiseRightShift(b: Operand): Tensor;
  /** bitwiseRightShift, written into this tensor. */
  bitwiseRightShift_(b: Operand): this;
  /** x is NaN. */
  isnan(): Tensor<'bool'>;
  /** x is +∞ or −∞. */
  isinf(): Tensor<'bool'>;
  /** x is neither NaN nor infinite. */
  isfinite(): Tensor<'bool'>;
  /** a where the condition holds, else b. */
  where<D extends DType, E extends DType>(a: Tensor<D>, b: Tensor<E>): Tensor<Pairs[D][E]>;
  where<D extends DType, N extends number>(a: Tensor<D>, b: N): Tensor<WithNumber[NumberKind<N>][D]>;
  where<D extends DType, N extends number>(a: N, b: Tensor<D>): Tensor<WithNumber[NumberKind<N>][D]>;
  where(a: Operand, b: Operand): Tensor;
}
