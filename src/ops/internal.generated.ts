// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
import type { DType } from '../dtype.ts';
import { known } from '../options.ts';
import type { Tensor } from '../tensor.ts';
import { asTensor, elementwise, type ElementwiseOp, type Operand } from './elementwise.ts';
import { inPlace } from './inPlace.ts';
import * as op from './elementwise.generated.ts';

const copyOp: ElementwiseOp = {
  name: 'copy',
  opcode: 31,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [{ opcode: -1, reads: [0], composed: (v) => asTensor(v[0]!) }],
};
const polygammaOp: ElementwiseOp = {
  name: 'polygamma',
  opcode: 87,
  kind: 'float',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: 137, reads: [0], composed: (v) => op.mul(v[0]!, 0) },
    { opcode: 183, reads: [0, 1, 2], composed: (v) => op.mul(v[0]!, polygamma(op.add(v[1]!, 1), v[2]!)) },
  ],
};
const preluSlopesOp: ElementwiseOp = {
  name: 'preluSlopes',
  opcode: 89,
  kind: 'float',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: 185, reads: [1, 0, 2], composed: (v) => op.where(op.gt(v[1]!, 0), v[0]!, op.mul(v[0]!, v[2]!)) },
    { opcode: 197, reads: [1, 0], composed: (v) => op.where(op.gt(v[1]!, 0), 0, op.mul(v[0]!, v[1]!)) },
  ],
};
const geluErfOp: ElementwiseOp = {
  name: 'geluErf',
  opcode: 102,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: 200,
      reads: [0, 1],
      composed: (v) =>
        op.mul(
          v[0]!,
          op.add(
            op.mul(0.5, op.add(1, op.erf(op.mul(v[1]!, 0.7071067811865476)))),
            op.mul(op.mul(v[1]!, 0.3989422804014327), op.exp(op.mul(op.mul(-0.5, v[1]!), v[1]!))),
          ),
        ),
    },
  ],
};
const geluTanhOp: ElementwiseOp = {
  name: 'geluTanh',
  opcode: 103,
  kind: 'float',
  inputs: 1,
  masks: [],
  grads: [
    {
      opcode: 201,
      reads: [0, 1],
      composed: (v) =>
        op.mul(
          v[0]!,
          op.add(
            op.mul(
              0.5,
              op.add(
                1,
                op.tanh(
                  op.mul(0.7978845608028654, op.add(v[1]!, op.mul(op.mul(op.mul(0.044715, v[1]!), v[1]!), v[1]!))),
                ),
              ),
            ),
            op.mul(
              op.mul(
                op.mul(
                  op.mul(0.5, v[1]!),
                  op.sub(
                    1,
                    op.mul(
                      op.tanh(
                        op.mul(
                          0.7978845608028654,
                          op.add(v[1]!, op.mul(op.mul(op.mul(0.044715, v[1]!), v[1]!), v[1]!)),
                        ),
                      ),
                      op.tanh(
                        op.mul(
                          0.7978845608028654,
                          op.add(v[1]!, op.mul(op.mul(op.mul(0.044715, v[1]!), v[1]!), v[1]!)),
                        ),
                      ),
                    ),
                  ),
                ),
                0.7978845608028654,
              ),
              op.add(1, op.mul(op.mul(0.134145, v[1]!), v[1]!)),
            ),
          ),
        ),
    },
  ],
};
const maskedFillOp: ElementwiseOp = {
  name: 'maskedFill',
  opcode: 123,
  kind: 'number',
  inputs: 3,
  masks: [1],
  grads: [
    { opcode: 203, reads: [2, 0], composed: (v) => op.where(op.ne(v[2]!, 0), 0, v[0]!) },
    null,
    { opcode: 202, reads: [2, 0], composed: (v) => op.where(op.ne(v[2]!, 0), v[0]!, 0) },
  ],
};
const nanToNumOp: ElementwiseOp = {
  name: 'nanToNum',
  opcode: 124,
  kind: 'number',
  inputs: 1,
  masks: [],
  grads: [
    { opcode: 204, reads: [1, 0], composed: (v) => op.where(op.logicalOr(op.isnan(v[1]!), op.isinf(v[1]!)), 0, v[0]!) },
  ],
};
const iscloseOp: ElementwiseOp = { name: 'isclose', opcode: 125, kind: 'compare', inputs: 2, masks: [], grads: null };
const squaredErrorOp: ElementwiseOp = {
  name: 'squaredError',
  opcode: 126,
  kind: 'float',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: 205, reads: [0, 1, 2], composed: (v) => op.mul(op.mul(2, v[0]!), op.sub(v[1]!, v[2]!)) },
    { opcode: 206, reads: [0, 1, 2], composed: (v) => op.mul(op.mul(-2, v[0]!), op.sub(v[1]!, v[2]!)) },
  ],
};
const absoluteErrorOp: ElementwiseOp = {
  name: 'absoluteError',
  opcode: 127,
  kind: 'float',
  inputs: 2,
  masks: [],
  grads: [
    { opcode: 207, reads: [0, 1, 2], composed: (v) => op.mul(v[0]!, op.sign(op.sub(v[1]!, v[2]!))) },
    { opcode: 208, reads: [0, 1, 2], composed: (v) => op.mul(op.neg(v[0]!), op.sign(op.sub(v[1]!, v[2]!))) },
  ],
};
const huberErrorOp: ElementwiseOp = {
  name: 'huberError',
  opcode: 128,
  kind: 'float',
  inputs: 2,
  masks: [],
  grads: [
    {
      opcode: 209,
      reads: [1, 2, 3, 0],
      composed: (v) =>
        op.where(
          op.lt(op.abs(op.sub(v[1]!, v[2]!)), v[3]!),
          op.mul(v[0]!, op.sub(v[1]!, v[2]!)),
          op.mul(op.mul(v[0]!, v[3]!), op.sign(op.sub(v[1]!, v[2]!))),
        ),
    },
    {
      opcode: 210,
      reads: [1, 2, 3, 0],
      composed: (v) =>
        op.where(
          op.lt(op.abs(op.sub(v[1]!, v[2]!)), v[3]!),
          op.mul(op.neg(v[0]!), op.sub(v[1]!, v[2]!)),
          op.mul(op.mul(op.neg(v[0]!), v[3]!), op.sign(op.sub(v[1]!, v[2]!))),
        ),
    },
  ],
};
const binaryCrossEntropyErrorOp: ElementwiseOp = {
  name: 'binaryCrossEntropyError',
  opcode: 129,
  kind: 'float',
  inputs: 2,
  masks: [],
  grads: [
    {
      opcode: 211,
      reads: [0, 1, 2],
      composed: (v) => op.div(op.mul(v[0]!, op.sub(v[1]!, v[2]!)), op.maximum(op.mul(op.sub(1, v[1]!), v[1]!), 1e-12)),
    },
    {
      opcode: 212,
      reads: [0, 1],
      composed: (v) =>
        op.mul(v[0]!, op.sub(op.maximum(op.log1p(op.neg(v[1]!)), -100), op.maximum(op.log(v[1]!), -100))),
    },
  ],
};
const binaryCrossEntropyLogitsErrorOp: ElementwiseOp = {
  name: 'binaryCrossEntropyLogitsError',
  opcode: 130,
  kind: 'float',
  inputs: 3,
  masks: [],
  grads: [
    {
      opcode: 213,
      reads: [0, 3, 2, 1],
      composed: (v) =>
        op.mul(
          v[0]!,
          op.sub(op.mul(op.sub(op.add(op.mul(v[3]!, v[2]!), 1), v[2]!), op.sigmoid(v[1]!)), op.mul(v[3]!, v[2]!)),
        ),
    },
    {
      opcode: 214,
      reads: [0, 3, 1],
      composed: (v) =>
        op.mul(
          v[0]!,
          op.sub(
            op.mul(op.sub(v[3]!, 1), op.add(op.log1p(op.exp(op.neg(op.abs(v[1]!)))), op.maximum(op.neg(v[1]!), 0))),
            v[1]!,
          ),
        ),
    },
    {
      opcode: 215,
      reads: [0, 2, 1],
      composed: (v) =>
        op.mul(op.mul(v[0]!, v[2]!), op.add(op.log1p(op.exp(op.neg(op.abs(v[1]!)))), op.maximum(op.neg(v[1]!), 0))),
    },
  ],
};
const maskScaleOp: ElementwiseOp = {
  name: 'maskScale',
  opcode: 131,
  kind: 'float',
  inputs: 2,
  masks: [1],
  grads: [{ opcode: 216, reads: [2, 0, 3], composed: (v) => op.where(op.ne(v[2]!, 0), op.mul(v[0]!, v[3]!), 0) }, null],
};

/** A copy of x. Inputs broadcast together. @throws ShapeError when they cannot. */
export function copy(x: Operand): Tensor {
  return elementwise(copyOp, [x]);
}

/** The derivative of digamma of the order that n has when its fraction is cut off. DLMF 25.11.12, https://dlmf.nist.gov/25.11.E12 Inputs broadcast together. @throws ShapeError when they cannot. */
export function polygamma(n: Operand, x: Operand): Tensor {
  return elementwise(polygammaOp, [n, x]);
}

/** x where positive, else weight · x. He et al. 2015, https://arxiv.org/abs/1502.01852 Inputs broadcast together. @throws ShapeError when they cannot. */
export function preluSlopes(x: Operand, weight: Operand): Tensor {
  return elementwise(preluSlopesOp, [x, weight]);
}

/** x · Φ(x). Hendrycks & Gimpel 2016, https://arxiv.org/abs/1606.08415 Inputs broadcast together. @throws ShapeError when they cannot. */
export function geluErf(x: Operand): Tensor {
  return elementwise(geluErfOp, [x]);
}

/** GELU's tanh approximation. Hendrycks & Gimpel 2016, https://arxiv.org/abs/1606.08415 Inputs broadcast together. @throws ShapeError when they cannot. */
export function geluTanh(x: Operand): Tensor {
  return elementwise(geluTanhOp, [x]);
}

/** value where the mask holds, else x. Inputs broadcast together. @throws ShapeError when they cannot. */
export function maskedFill(x: Operand, mask: Operand, value: Operand): Tensor {
  return elementwise(maskedFillOp, [x, mask, value]);
}

/** maskedFill written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function maskedFill_<D extends DType>(x: Tensor<D>, mask: Operand, value: Operand): Tensor<D> {
  return inPlace(maskedFillOp, [x, mask, value]);
}

/** x with numbers in place of NaN and the infinities. Inputs broadcast together. @throws ShapeError when they cannot. */
export function nanToNum(x: Operand, options: { nan?: number; posinf?: number; neginf?: number } = {}): Tensor {
  const { nan = 0, posinf = 1, neginf = -1 } = known('nanToNum', options, ['nan', 'posinf', 'neginf']);
  return elementwise(nanToNumOp, [x, nan, posinf, neginf]);
}

/** nanToNum written into x. @throws ShapeError, DTypeError when the result does not fit it; StateError as inPlace does. */
export function nanToNum_<D extends DType>(
  x: Tensor<D>,
  options: { nan?: number; posinf?: number; neginf?: number } = {},
): Tensor<D> {
  const { nan = 0, posinf = 1, neginf = -1 } = known('nanToNum_', options, ['nan', 'posinf', 'neginf']);
  return inPlace(nanToNumOp, [x, nan, posinf, neginf]);
}

/** |a − b| ≤ atol + rtol · |b|. Inputs broadcast together. @throws ShapeError when they cannot. */
export function isclose(
  a: Operand,
  b: Operand,
  options: { rtol?: number; atol?: number; equalNan?: number } = {},
): Tensor {
  const { rtol = 0.00001, atol = 1e-8, equalNan = 0 } = known('isclose', options, ['rtol', 'atol', 'equalNan']);
  return elementwise(iscloseOp, [a, b, rtol, atol, equalNan]);
}

/** (a − b)². Inputs broadcast together. @throws ShapeError when they cannot. */
export function squaredError(a: Operand, b: Operand): Tensor {
  return elementwise(squaredErrorOp, [a, b]);
}

/** |a − b|. Inputs broadcast together. @throws ShapeError when they cannot. */
export function absoluteError(a: Operand, b: Operand): Tensor {
  return elementwise(absoluteErrorOp, [a, b]);
}

/** Huber's loss of one element. https://pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function huberError(a: Operand, b: Operand, options: { delta?: number } = {}): Tensor {
  const { delta = 1 } = known('huberError', options, ['delta']);
  return elementwise(huberErrorOp, [a, b, delta]);
}

/** Binary cross-entropy of one element, logarithms held at −100. https://pytorch.org/docs/stable/generated/torch.nn.BCELoss.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function binaryCrossEntropyError(a: Operand, b: Operand): Tensor {
  return elementwise(binaryCrossEntropyErrorOp, [a, b]);
}

/** Binary cross-entropy of one logit. https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html Inputs broadcast together. @throws ShapeError when they cannot. */
export function binaryCrossEntropyLogitsError(x: Operand, t: Operand, posWeight: Operand): Tensor {
  return elementwise(binaryCrossEntropyLogitsErrorOp, [x, t, posWeight]);
}

/** x · scale where the mask holds, else 0: dropout. Inputs broadcast together. @throws ShapeError when they cannot. */
export function maskScale(x: Operand, mask: Operand, options: { scale?: number } = {}): Tensor {
  const { scale = 1 } = known('maskScale', options, ['scale']);
  return elementwise(maskScaleOp, [x, mask, scale]);
}
