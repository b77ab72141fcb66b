// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
import { opcode } from '../kernels/records.generated.ts';
import type { Tensor } from '../tensor.ts';
import { asTensor, elementwise, type ElementwiseOp, type Operand } from './elementwise.ts';

const addOp: ElementwiseOp = {
  name: 'add',
  opcode: opcode.add,
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
  opcode: opcode.sub,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: -1, reads: [0], composed: (v) => asTensor(v[0]!) },
    { opcode: opcode.neg, reads: [0], composed: (v) => neg(v[0]!) },
  ],
};
const mulOp: ElementwiseOp = {
  name: 'mul',
  opcode: opcode.mul,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: opcode.mul, reads: [0, 2], composed: (v) => mul(v[0]!, v[2]!) },
    { opcode: opcode.mul, reads: [0, 1], composed: (v) => mul(v[0]!, v[1]!) },
  ],
};
const divOp: ElementwiseOp = {
  name: 'div',
  opcode: opcode.div,
  kind: 'float',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: opcode.div, reads: [0, 2], composed: (v) => div(v[0]!, v[2]!) },
    { opcode: opcode.div_db, reads: [0, 3, 2], composed: (v) => div(mul(neg(v[0]!), v[3]!), v[2]!) },
  ],
};
const powOp: ElementwiseOp = {
  name: 'pow',
  opcode: opcode.pow,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    {
      opcode: opcode.pow_da,
      reads: [2, 0, 1],
      composed: (v) => where(eq(v[2]!, 0), 0, mul(mul(v[0]!, v[2]!), pow(v[1]!, sub(v[2]!, 1)))),
    },
    {
      opcode: opcode.pow_db,
      reads: [1, 2, 0, 3],
      composed: (v) => where(logicalAnd(eq(v[1]!, 0), ge(v[2]!, 0)), 0, mul(mul(v[0]!, v[3]!), log(v[1]!))),
    },
  ],
};
const remainderOp: ElementwiseOp = {
  name: 'remainder',
  opcode: opcode.remainder,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: -1, reads: [0], composed: (v) => asTensor(v[0]!) },
    { opcode: opcode.remainder_db, reads: [0, 1, 2], composed: (v) => mul(neg(v[0]!), floor(div(v[1]!, v[2]!))) },
  ],
};
const fmodOp: ElementwiseOp = {
  name: 'fmod',
  opcode: opcode.fmod,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: -1, reads: [0], composed: (v) => asTensor(v[0]!) },
    { opcode: opcode.fmod_db, reads: [0, 1, 2], composed: (v) => mul(neg(v[0]!), trunc(div(v[1]!, v[2]!))) },
  ],
};
const floorDivideOp: ElementwiseOp = {
  name: 'floorDivide',
  opcode: opcode.floorDivide,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: opcode.floorDivide_da, reads: [0], composed: (v) => mul(v[0]!, 0) },
    { opcode: opcode.floorDivide_da, reads: [0], composed: (v) => mul(v[0]!, 0) },
  ],
};
const negOp: ElementwiseOp = {
  name: 'neg',
  opcode: opcode.neg,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.neg, reads: [0], composed: (v) => neg(v[0]!) }],
};
const absOp: ElementwiseOp = {
  name: 'abs',
  opcode: opcode.abs,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.abs_dx, reads: [0, 1], composed: (v) => mul(v[0]!, sign(v[1]!)) }],
};
const signOp: ElementwiseOp = {
  name: 'sign',
  opcode: opcode.sign,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.floorDivide_da, reads: [0], composed: (v) => mul(v[0]!, 0) }],
};
const squareOp: ElementwiseOp = {
  name: 'square',
  opcode: opcode.square,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.square_dx, reads: [0, 1], composed: (v) => mul(mul(2, v[0]!), v[1]!) }],
};
const reciprocalOp: ElementwiseOp = {
  name: 'reciprocal',
  opcode: opcode.reciprocal,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.reciprocal_dx, reads: [0, 2], composed: (v) => mul(mul(neg(v[0]!), v[2]!), v[2]!) }],
};
const maximumOp: ElementwiseOp = {
  name: 'maximum',
  opcode: opcode.maximum,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    {
      opcode: opcode.maximum_da,
      reads: [1, 2, 0],
      composed: (v) => where(eq(v[1]!, v[2]!), div(v[0]!, 2), where(gt(v[1]!, v[2]!), v[0]!, 0)),
    },
    {
      opcode: opcode.maximum_db,
      reads: [1, 2, 0],
      composed: (v) => where(eq(v[1]!, v[2]!), div(v[0]!, 2), where(gt(v[2]!, v[1]!), v[0]!, 0)),
    },
  ],
};
const minimumOp: ElementwiseOp = {
  name: 'minimum',
  opcode: opcode.minimum,
  kind: 'number',
  inputs: 2,
  masks: [],
  grads: [
    {
      opcode: opcode.minimum_da,
      reads: [1, 2, 0],
      composed: (v) => where(eq(v[1]!, v[2]!), div(v[0]!, 2), where(lt(v[1]!, v[2]!), v[0]!, 0)),
    },
    {
      opcode: opcode.minimum_db,
      reads: [1, 2, 0],
      composed: (v) => where(eq(v[1]!, v[2]!), div(v[0]!, 2), where(lt(v[2]!, v[1]!), v[0]!, 0)),
    },
  ],
};
const clampOp: ElementwiseOp = {
  name: 'clamp',
  opcode: opcode.clamp,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: opcode.clamp_dx,
      reads: [1, 2, 3, 0],
      composed: (v) => where(logicalAnd(ge(v[1]!, v[2]!), le(v[1]!, v[3]!)), v[0]!, 0),
    },
  ],
};
const lerpOp: ElementwiseOp = {
  name: 'lerp',
  opcode: opcode.lerp,
  kind: 'float',
  inputs: 3,
  masks: [],
  grads: [
    { opcode: opcode.lerp_da, reads: [0, 3], composed: (v) => mul(v[0]!, sub(1, v[3]!)) },
    { opcode: opcode.mul, reads: [0, 3], composed: (v) => mul(v[0]!, v[3]!) },
    { opcode: opcode.lerp_dweight, reads: [0, 2, 1], composed: (v) => mul(v[0]!, sub(v[2]!, v[1]!)) },
  ],
};
const floorOp: ElementwiseOp = {
  name: 'floor',
  opcode: opcode.floor,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.floorDivide_da, reads: [0], composed: (v) => mul(v[0]!, 0) }],
};
const ceilOp: ElementwiseOp = {
  name: 'ceil',
  opcode: opcode.ceil,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.floorDivide_da, reads: [0], composed: (v) => mul(v[0]!, 0) }],
};
const roundOp: ElementwiseOp = {
  name: 'round',
  opcode: opcode.round,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.floorDivide_da, reads: [0], composed: (v) => mul(v[0]!, 0) }],
};
const truncOp: ElementwiseOp = {
  name: 'trunc',
  opcode: opcode.trunc,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.floorDivide_da, reads: [0], composed: (v) => mul(v[0]!, 0) }],
};
const expOp: ElementwiseOp = {
  name: 'exp',
  opcode: opcode.exp,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.mul, reads: [0, 2], composed: (v) => mul(v[0]!, v[2]!) }],
};
const exp2Op: ElementwiseOp = {
  name: 'exp2',
  opcode: opcode.exp2,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.exp2_dx, reads: [0, 2], composed: (v) => mul(mul(v[0]!, v[2]!), 0.6931471805599453) }],
};
const expm1Op: ElementwiseOp = {
  name: 'expm1',
  opcode: opcode.expm1,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.expm1_dx, reads: [0, 2], composed: (v) => mul(v[0]!, add(v[2]!, 1)) }],
};
const logOp: ElementwiseOp = {
  name: 'log',
  opcode: opcode.log,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.div, reads: [0, 1], composed: (v) => div(v[0]!, v[1]!) }],
};
const log1pOp: ElementwiseOp = {
  name: 'log1p',
  opcode: opcode.log1p,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.log1p_dx, reads: [0, 1], composed: (v) => div(v[0]!, add(1, v[1]!)) }],
};
const log2Op: ElementwiseOp = {
  name: 'log2',
  opcode: opcode.log2,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.log2_dx, reads: [0, 1], composed: (v) => div(v[0]!, mul(v[1]!, 0.6931471805599453)) }],
};
const log10Op: ElementwiseOp = {
  name: 'log10',
  opcode: opcode.log10,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.log10_dx, reads: [0, 1], composed: (v) => div(v[0]!, mul(v[1]!, 2.302585092994046)) }],
};
const sqrtOp: ElementwiseOp = {
  name: 'sqrt',
  opcode: opcode.sqrt,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.sqrt_dx, reads: [0, 2], composed: (v) => div(v[0]!, mul(2, v[2]!)) }],
};
const rsqrtOp: ElementwiseOp = {
  name: 'rsqrt',
  opcode: opcode.rsqrt,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    { opcode: opcode.rsqrt_dx, reads: [0, 2], composed: (v) => mul(mul(mul(mul(-0.5, v[0]!), v[2]!), v[2]!), v[2]!) },
  ],
};
const sinOp: ElementwiseOp = {
  name: 'sin',
  opcode: opcode.sin,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.sin_dx, reads: [0, 1], composed: (v) => mul(v[0]!, cos(v[1]!)) }],
};
const cosOp: ElementwiseOp = {
  name: 'cos',
  opcode: opcode.cos,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.cos_dx, reads: [0, 1], composed: (v) => mul(neg(v[0]!), sin(v[1]!)) }],
};
const tanOp: ElementwiseOp = {
  name: 'tan',
  opcode: opcode.tan,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.tan_dx, reads: [0, 2], composed: (v) => mul(v[0]!, add(1, mul(v[2]!, v[2]!))) }],
};
const asinOp: ElementwiseOp = {
  name: 'asin',
  opcode: opcode.asin,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.asin_dx, reads: [0, 1], composed: (v) => div(v[0]!, sqrt(sub(1, mul(v[1]!, v[1]!)))) }],
};
const acosOp: ElementwiseOp = {
  name: 'acos',
  opcode: opcode.acos,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.acos_dx, reads: [0, 1], composed: (v) => div(neg(v[0]!), sqrt(sub(1, mul(v[1]!, v[1]!)))) }],
};
const atanOp: ElementwiseOp = {
  name: 'atan',
  opcode: opcode.atan,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.atan_dx, reads: [0, 1], composed: (v) => div(v[0]!, add(1, mul(v[1]!, v[1]!))) }],
};
const atan2Op: ElementwiseOp = {
  name: 'atan2',
  opcode: opcode.atan2,
  kind: 'float',
  inputs: 2,
  masks: [],
  grads: [
    {
      opcode: opcode.atan2_da,
      reads: [0, 2, 1],
      composed: (v) => div(mul(v[0]!, v[2]!), add(mul(v[1]!, v[1]!), mul(v[2]!, v[2]!))),
    },
    {
      opcode: opcode.atan2_db,
      reads: [0, 1, 2],
      composed: (v) => div(mul(neg(v[0]!), v[1]!), add(mul(v[1]!, v[1]!), mul(v[2]!, v[2]!))),
    },
  ],
};
const sinhOp: ElementwiseOp = {
  name: 'sinh',
  opcode: opcode.sinh,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.sinh_dx, reads: [0, 1], composed: (v) => mul(v[0]!, cosh(v[1]!)) }],
};
const coshOp: ElementwiseOp = {
  name: 'cosh',
  opcode: opcode.cosh,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.cosh_dx, reads: [0, 1], composed: (v) => mul(v[0]!, sinh(v[1]!)) }],
};
const tanhOp: ElementwiseOp = {
  name: 'tanh',
  opcode: opcode.tanh,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.tanh_dx, reads: [0, 2], composed: (v) => mul(v[0]!, sub(1, mul(v[2]!, v[2]!))) }],
};
const erfOp: ElementwiseOp = {
  name: 'erf',
  opcode: opcode.erf,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: opcode.erf_dx,
      reads: [0, 1],
      composed: (v) => mul(mul(v[0]!, 1.1283791670955126), exp(mul(neg(v[1]!), v[1]!))),
    },
  ],
};
const erfcOp: ElementwiseOp = {
  name: 'erfc',
  opcode: opcode.erfc,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: opcode.erfc_dx,
      reads: [0, 1],
      composed: (v) => mul(mul(neg(v[0]!), 1.1283791670955126), exp(mul(neg(v[1]!), v[1]!))),
    },
  ],
};
const reluOp: ElementwiseOp = {
  name: 'relu',
  opcode: opcode.relu,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.relu_dx, reads: [2, 0], composed: (v) => where(le(v[2]!, 0), 0, v[0]!) }],
};
const leakyReluOp: ElementwiseOp = {
  name: 'leakyRelu',
  opcode: opcode.leakyRelu,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    { opcode: opcode.leakyRelu_dx, reads: [1, 0, 2], composed: (v) => where(gt(v[1]!, 0), v[0]!, mul(v[0]!, v[2]!)) },
  ],
};
const eluOp: ElementwiseOp = {
  name: 'elu',
  opcode: opcode.elu,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: opcode.elu_dx,
      reads: [1, 0, 2],
      composed: (v) => where(gt(v[1]!, 0), v[0]!, mul(mul(v[0]!, v[2]!), exp(v[1]!))),
    },
  ],
};
const seluOp: ElementwiseOp = {
  name: 'selu',
  opcode: opcode.selu,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: opcode.selu_dx,
      reads: [0, 1],
      composed: (v) => mul(mul(v[0]!, 1.0507009873554805), where(gt(v[1]!, 0), 1, mul(1.6732632423543772, exp(v[1]!)))),
    },
  ],
};
const celuOp: ElementwiseOp = {
  name: 'celu',
  opcode: opcode.celu,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: opcode.celu_dx,
      reads: [1, 0, 2],
      composed: (v) => where(gt(v[1]!, 0), v[0]!, mul(v[0]!, exp(div(v[1]!, v[2]!)))),
    },
  ],
};
const sigmoidOp: ElementwiseOp = {
  name: 'sigmoid',
  opcode: opcode.sigmoid,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [{ opcode: opcode.sigmoid_dx, reads: [0, 2], composed: (v) => mul(mul(v[0]!, v[2]!), sub(1, v[2]!)) }],
};
const siluOp: ElementwiseOp = {
  name: 'silu',
  opcode: opcode.silu,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: opcode.silu_dx,
      reads: [0, 1],
      composed: (v) => mul(mul(v[0]!, sigmoid(v[1]!)), add(1, mul(v[1]!, sub(1, sigmoid(v[1]!))))),
    },
  ],
};
const softplusOp: ElementwiseOp = {
  name: 'softplus',
  opcode: opcode.softplus,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: opcode.softplus_dx,
      reads: [1, 2, 3, 0],
      composed: (v) => where(gt(mul(v[1]!, v[2]!), v[3]!), v[0]!, mul(v[0]!, sigmoid(mul(v[1]!, v[2]!)))),
    },
  ],
};
const eqOp: ElementwiseOp = { name: 'eq', opcode: opcode.eq, kind: 'compare', inputs: 2, masks: [], grads: null };
const neOp: ElementwiseOp = { name: 'ne', opcode: opcode.ne, kind: 'compare', inputs: 2, masks: [], grads: null };
const ltOp: ElementwiseOp = { name: 'lt', opcode: opcode.lt, kind: 'compare', inputs: 2, masks: [], grads: null };
const leOp: ElementwiseOp = { name: 'le', opcode: opcode.le, kind: 'compare', inputs: 2, masks: [], grads: null };
const gtOp: ElementwiseOp = { name: 'gt', opcode: opcode.gt, kind: 'compare', inputs: 2, masks: [], grads: null };
const geOp: ElementwiseOp = { name: 'ge', opcode: opcode.ge, kind: 'compare', inputs: 2, masks: [], grads: null };
const logicalAndOp: ElementwiseOp = {
  name: 'logicalAnd',
  opcode: opcode.logicalAnd,
  kind: 'compare',
  inputs: 2,
  masks: [],
  grads: null,
};
const logicalOrOp: ElementwiseOp = {
  name: 'logicalOr',
  opcode: opcode.logicalOr,
  kind: 'compare',
  inputs: 2,
  masks: [],
  grads: null,
};
const logicalXorOp: ElementwiseOp = {
  name: 'logicalXor',
  opcode: opcode.logicalXor,
  kind: 'compare',
  inputs: 2,
  masks: [],
  grads: null,
};
const logicalNotOp: ElementwiseOp = {
  name: 'logicalNot',
  opcode: opcode.logicalNot,
  kind: 'compare',
  inputs: 1,
  masks: [],
  grads: null,
};
const isnanOp: ElementwiseOp = {
  name: 'isnan',
  opcode: opcode.isnan,
  kind: 'compare',
  inputs: 1,
  masks: [],
  grads: null,
};
const isinfOp: ElementwiseOp = {
  name: 'isinf',
  opcode: opcode.isinf,
  kind: 'compare',
  inputs: 1,
  masks: [],
  grads: null,
};
const isfiniteOp: ElementwiseOp = {
  name: 'isfinite',
  opcode: opcode.isfinite,
  kind: 'compare',
  inputs: 1,
  masks: [],
  grads: null,
};
const whereOp: ElementwiseOp = {
  name: 'where',
  opcode: opcode.where,
  kind: 'number',
  inputs: 3,
  masks: [0],
  grads: [
    null,
    { opcode: opcode.where_da, reads: [1, 0], composed: (v) => where(ne(v[1]!, 0), v[0]!, 0) },
    { opcode: opcode.where_db, reads: [1, 0], composed: (v) => where(ne(v[1]!, 0), 0, v[0]!) },
  ],
};

/** a + b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function add(a: Operand, b: Operand): Tensor {
  return elementwise(addOp, [a, b]);
}

/** a − b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function sub(a: Operand, b: Operand): Tensor {
  return elementwise(subOp, [a, b]);
}

/** a · b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function mul(a: Operand, b: Operand): Tensor {
  return elementwise(mulOp, [a, b]);
}

/** a / b, true division: integers give float32. Inputs broadcast together. @throws ShapeError when they cannot. */
export function div(a: Operand, b: Operand): Tensor {
  return elementwise(divOp, [a, b]);
}

/** a to the power b. Integers to a negative power give 0, except ±1, as in PyTorch. Inputs broadcast together. @throws ShapeError when they cannot. */
export function pow(a: Operand, b: Operand): Tensor {
  return elementwise(powOp, [a, b]);
}

/** The remainder with the sign of b, Python's %. Inputs broadcast together. @throws ShapeError when they cannot. */
export function remainder(a: Operand, b: Operand): Tensor {
  return elementwise(remainderOp, [a, b]);
}

/** The remainder with the sign of a, C's fmod. Inputs broadcast together. @throws ShapeError when they cannot. */
export function fmod(a: Operand, b: Operand): Tensor {
  return elementwise(fmodOp, [a, b]);
}

/** The floor of a / b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function floorDivide(a: Operand, b: Operand): Tensor {
  return elementwise(floorDivideOp, [a, b]);
}

/** −x. Inputs broadcast together. @throws ShapeError when they cannot. */
export function neg(x: Operand): Tensor {
  return elementwise(negOp, [x]);
}

/** |x|. Inputs broadcast together. @throws ShapeError when they cannot. */
export function abs(x: Operand): Tensor {
  return elementwise(absOp, [x]);
}

/** −1, 0 or 1. Inputs broadcast together. @throws ShapeError when they cannot. */
export function sign(x: Operand): Tensor {
  return elementwise(signOp, [x]);
}

/** x². Inputs broadcast together. @throws ShapeError when they cannot. */
export function square(x: Operand): Tensor {
  return elementwise(squareOp, [x]);
}

/** 1 / x. Inputs broadcast together. @throws ShapeError when they cannot. */
export function reciprocal(x: Operand): Tensor {
  return elementwise(reciprocalOp, [x]);
}

/** The larger of a and b; NaN where either is. Inputs broadcast together. @throws ShapeError when they cannot. */
export function maximum(a: Operand, b: Operand): Tensor {
  return elementwise(maximumOp, [a, b]);
}

/** The smaller of a and b; NaN where either is. Inputs broadcast together. @throws ShapeError when they cannot. */
export function minimum(a: Operand, b: Operand): Tensor {
  return elementwise(minimumOp, [a, b]);
}

/** x limited to [min, max]. Inputs broadcast together. @throws ShapeError when they cannot. */
export function clamp(x: Operand, min?: number | null, max?: number | null): Tensor {
  return elementwise(clampOp, [x, min ?? -Infinity, max ?? Infinity]);
}

/** a + weight · (b − a). Inputs broadcast together. @throws ShapeError when they cannot. */
export function lerp(a: Operand, b: Operand, weight: Operand): Tensor {
  return elementwise(lerpOp, [a, b, weight]);
}

/** The largest integer not above x. Inputs broadcast together. @throws ShapeError when they cannot. */
export function floor(x: Operand): Tensor {
  return elementwise(floorOp, [x]);
}

/** The smallest integer not below x. Inputs broadcast together. @throws ShapeError when they cannot. */
export function ceil(x: Operand): Tensor {
  return elementwise(ceilOp, [x]);
}

/** The nearest integer, halves to the even one. Inputs broadcast together. @throws ShapeError when they cannot. */
export function round(x: Operand): Tensor {
  return elementwise(roundOp, [x]);
}

/** x without its fraction. Inputs broadcast together. @throws ShapeError when they cannot. */
export function trunc(x: Operand): Tensor {
  return elementwise(truncOp, [x]);
}

/** eˣ. Inputs broadcast together. @throws ShapeError when they cannot. */
export function exp(x: Operand): Tensor {
  return elementwise(expOp, [x]);
}

/** 2ˣ. Inputs broadcast together. @throws ShapeError when they cannot. */
export function exp2(x: Operand): Tensor {
  return elementwise(exp2Op, [x]);
}

/** eˣ − 1, accurate near 0. Inputs broadcast together. @throws ShapeError when they cannot. */
export function expm1(x: Operand): Tensor {
  return elementwise(expm1Op, [x]);
}

/** The natural logarithm. Inputs broadcast together. @throws ShapeError when they cannot. */
export function log(x: Operand): Tensor {
  return elementwise(logOp, [x]);
}

/** log(1 + x), accurate near 0. Inputs broadcast together. @throws ShapeError when they cannot. */
export function log1p(x: Operand): Tensor {
  return elementwise(log1pOp, [x]);
}

/** The logarithm to base 2. Inputs broadcast together. @throws ShapeError when they cannot. */
export function log2(x: Operand): Tensor {
  return elementwise(log2Op, [x]);
}

/** The logarithm to base 10. Inputs broadcast together. @throws ShapeError when they cannot. */
export function log10(x: Operand): Tensor {
  return elementwise(log10Op, [x]);
}

/** The square root. Inputs broadcast together. @throws ShapeError when they cannot. */
export function sqrt(x: Operand): Tensor {
  return elementwise(sqrtOp, [x]);
}

/** 1 / √x. Inputs broadcast together. @throws ShapeError when they cannot. */
export function rsqrt(x: Operand): Tensor {
  return elementwise(rsqrtOp, [x]);
}

/** The sine of x radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function sin(x: Operand): Tensor {
  return elementwise(sinOp, [x]);
}

/** The cosine of x radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function cos(x: Operand): Tensor {
  return elementwise(cosOp, [x]);
}

/** The tangent of x radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function tan(x: Operand): Tensor {
  return elementwise(tanOp, [x]);
}

/** The arcsine, in radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function asin(x: Operand): Tensor {
  return elementwise(asinOp, [x]);
}

/** The arccosine, in radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function acos(x: Operand): Tensor {
  return elementwise(acosOp, [x]);
}

/** The arctangent, in radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function atan(x: Operand): Tensor {
  return elementwise(atanOp, [x]);
}

/** The angle of the point (b, a), in radians. Inputs broadcast together. @throws ShapeError when they cannot. */
export function atan2(a: Operand, b: Operand): Tensor {
  return elementwise(atan2Op, [a, b]);
}

/** The hyperbolic sine. Inputs broadcast together. @throws ShapeError when they cannot. */
export function sinh(x: Operand): Tensor {
  return elementwise(sinhOp, [x]);
}

/** The hyperbolic cosine. Inputs broadcast together. @throws ShapeError when they cannot. */
export function cosh(x: Operand): Tensor {
  return elementwise(coshOp, [x]);
}

/** The hyperbolic tangent. Inputs broadcast together. @throws ShapeError when they cannot. */
export function tanh(x: Operand): Tensor {
  return elementwise(tanhOp, [x]);
}

/** The error function. Inputs broadcast together. @throws ShapeError when they cannot. */
export function erf(x: Operand): Tensor {
  return elementwise(erfOp, [x]);
}

/** 1 − erf(x). Inputs broadcast together. @throws ShapeError when they cannot. */
export function erfc(x: Operand): Tensor {
  return elementwise(erfcOp, [x]);
}

/** max(0, x). https://pytorch.org/docs/stable/generated/torch.nn.ReLU.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function relu(x: Operand): Tensor {
  return elementwise(reluOp, [x]);
}

/** x where positive, else negativeSlope · x. https://pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function leakyRelu(x: Operand, { negativeSlope = 0.01 }: { negativeSlope?: number } = {}): Tensor {
  return elementwise(leakyReluOp, [x, negativeSlope]);
}

/** x where positive, else alpha · (eˣ − 1). Clevert et al. 2015, https://arxiv.org/abs/1511.07289 Inputs broadcast together. @throws ShapeError when they cannot. */
export function elu(x: Operand, { alpha = 1 }: { alpha?: number } = {}): Tensor {
  return elementwise(eluOp, [x, alpha]);
}

/** The self-normalising ELU. Klambauer et al. 2017, https://arxiv.org/abs/1706.02515 Inputs broadcast together. @throws ShapeError when they cannot. */
export function selu(x: Operand): Tensor {
  return elementwise(seluOp, [x]);
}

/** The continuously differentiable ELU. Barron 2017, https://arxiv.org/abs/1704.07483 Inputs broadcast together. @throws ShapeError when they cannot. */
export function celu(x: Operand, { alpha = 1 }: { alpha?: number } = {}): Tensor {
  return elementwise(celuOp, [x, alpha]);
}

/** 1 / (1 + e⁻ˣ). Inputs broadcast together. @throws ShapeError when they cannot. */
export function sigmoid(x: Operand): Tensor {
  return elementwise(sigmoidOp, [x]);
}

/** x · sigmoid(x), also called swish. https://pytorch.org/docs/stable/generated/torch.nn.SiLU.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function silu(x: Operand): Tensor {
  return elementwise(siluOp, [x]);
}

/** log(1 + e^(beta·x)) / beta, x itself above the threshold. https://pytorch.org/docs/stable/generated/torch.nn.Softplus.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function softplus(x: Operand, { beta = 1, threshold = 20 }: { beta?: number; threshold?: number } = {}): Tensor {
  return elementwise(softplusOp, [x, beta, threshold]);
}

/** a = b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function eq(a: Operand, b: Operand): Tensor {
  return elementwise(eqOp, [a, b]);
}

/** a ≠ b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function ne(a: Operand, b: Operand): Tensor {
  return elementwise(neOp, [a, b]);
}

/** a < b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function lt(a: Operand, b: Operand): Tensor {
  return elementwise(ltOp, [a, b]);
}

/** a ≤ b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function le(a: Operand, b: Operand): Tensor {
  return elementwise(leOp, [a, b]);
}

/** a > b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function gt(a: Operand, b: Operand): Tensor {
  return elementwise(gtOp, [a, b]);
}

/** a ≥ b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function ge(a: Operand, b: Operand): Tensor {
  return elementwise(geOp, [a, b]);
}

/** Both are non-zero. Inputs broadcast together. @throws ShapeError when they cannot. */
export function logicalAnd(a: Operand, b: Operand): Tensor {
  return elementwise(logicalAndOp, [a, b]);
}

/** Either is non-zero. Inputs broadcast together. @throws ShapeError when they cannot. */
export function logicalOr(a: Operand, b: Operand): Tensor {
  return elementwise(logicalOrOp, [a, b]);
}

/** Exactly one is non-zero. Inputs broadcast together. @throws ShapeError when they cannot. */
export function logicalXor(a: Operand, b: Operand): Tensor {
  return elementwise(logicalXorOp, [a, b]);
}

/** x is zero. Inputs broadcast together. @throws ShapeError when they cannot. */
export function logicalNot(x: Operand): Tensor {
  return elementwise(logicalNotOp, [x]);
}

/** x is NaN. Inputs broadcast together. @throws ShapeError when they cannot. */
export function isnan(x: Operand): Tensor {
  return elementwise(isnanOp, [x]);
}

/** x is +∞ or −∞. Inputs broadcast together. @throws ShapeError when they cannot. */
export function isinf(x: Operand): Tensor {
  return elementwise(isinfOp, [x]);
}

/** x is neither NaN nor infinite. Inputs broadcast together. @throws ShapeError when they cannot. */
export function isfinite(x: Operand): Tensor {
  return elementwise(isfiniteOp, [x]);
}

/** a where the condition holds, else b. Inputs broadcast together. @throws ShapeError when they cannot. */
export function where(condition: Operand, a: Operand, b: Operand): Tensor {
  return elementwise(whereOp, [condition, a, b]);
}
