/** How every elementwise op runs: dtypes, broadcasting, the record, the graph. The ops themselves are rows of the spec. */
import { status } from '../backend/backend.ts';
import { backend } from '../backend/current.ts';
import {
  type DType,
  dtypes,
  immediate,
  integerTypes,
  isFloat,
  promoteTypes,
  requireDType,
  requireName,
  requireTensor,
  resultType,
} from '../dtype.ts';
import { encode } from '../encoding.ts';
import { BackendError, ValueError } from '../errors.ts';
import { gradEnabled, record, recording } from '../graph.ts';
import { allocate } from '../memory.ts';
import { ringFor } from '../ring.ts';
import { broadcastShapes, contiguousStrides, type Shape, sizeOf } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import * as opcode from '../kernels/opcodes.generated.ts';
import { ne } from './elementwise.generated.ts';
import type { ElementwiseKind } from '../kernels/spec.ts';

export type Operand = Tensor | number;

interface GradientRow {
  /** -1 when the gradient passes through unchanged. */
  opcode: number;
  /** What the kernel reads, as positions in [g, ...arguments, y]. */
  reads: readonly number[];
  /** The same as differentiable ops, for second derivatives. */
  composed: (values: readonly Operand[]) => Tensor;
}

export interface ElementwiseOp {
  name: string;
  opcode: number;
  kind: ElementwiseKind;
  /** How many of the arguments are tensors or numbers; the others are options. */
  inputs: number;
  /** Inputs that take no part in promotion. */
  masks: readonly number[];
  grads: readonly (GradientRow | null)[] | null;
}

/** An uninitialised tensor; `recorded` when a graph will own it. */
export function empty_<D extends DType>(shape: Shape, dtype: D, recorded: boolean): Tensor<D> {
  const { bytes } = (dtypes[dtype] as (typeof dtypes)[D] | undefined) ?? requireName('a tensor', dtype);
  return new Tensor(allocate(sizeOf(shape) * bytes, recorded), shape, contiguousStrides(shape), 0, dtype);
}

/** A number as a 0-d tensor, of the dtype it counts as unless told. */
export function asTensor(x: Operand, dtype: DType = typeof x === 'number' ? resultType([x]) : x.dtype): Tensor {
  if (typeof x !== 'number') return x;
  const out = empty_([], dtype, false);
  out.storage.write(0, encode(dtype, [x]));
  return out;
}

/** Runs an elementwise op. args: its inputs, then its options. */
export function elementwise(op: ElementwiseOp, given: readonly Operand[]): Tensor {
  const args = readable(op, given);
  const compute = computeType(op, args);
  const dtype = op.kind === 'compare' ? 'bool' : compute;
  const recorded = op.grads !== null && isFloat(dtype) && recording(args);
  const out = empty_(outputShape(op, args), dtype, recorded);
  runElementwise(op.name, op.opcode, lanesOf(op, compute), out, args);
  return recorded ? recordElementwise(op.name, op, out, args) : out;
}

const isBitwise = ({ kind }: ElementwiseOp): boolean => kind === 'integer' || kind === 'bits';
/** What the lanes of an op compute in whose operands have this dtype together. */
export const lanesOf = (op: ElementwiseOp, dtype: DType): DType => (isBitwise(op) ? 'int64' : dtype);

/** Hangs the op's node on its result. */
export function recordElementwise(name: string, op: ElementwiseOp, out: Tensor, args: readonly Operand[]): Tensor {
  const grads = op.grads!;
  const saved: Tensor[] = [];
  for (let i = 0; i < grads.length; i++) {
    const x = args[i]!;
    if (typeof x === 'number' || !x.requiresGrad || grads[i] === null) continue;
    for (const at of grads[i]!.reads) {
      const value = at === 0 ? null : at > args.length ? out : args[at - 1]!;
      if (value !== null && typeof value !== 'number' && !saved.includes(value)) saved.push(value);
    }
  }
  const inputs = op.inputs === args.length ? args : args.slice(0, op.inputs);
  return record(name, out, inputs, saved, (g) =>
    grads.map((grad) => (grad === null ? null : () => gradient(name, grad, [g, ...args, out]))),
  );
}

/** Conditions are read in the dtype of the values, where a fraction or a large integer could become 0: they are compared with 0 first. */
export function readable(op: ElementwiseOp, args: readonly Operand[]): readonly Operand[] {
  if (op.masks.length === 0) return args;
  requireOperands(op, args);
  const isRisky = (x: Operand): x is Tensor => typeof x !== 'number' && (isFloat(x.dtype) || x.dtype === 'int64');
  return args.map((x, i) => (op.masks.includes(i) && isRisky(x) ? ne(x, 0) : x));
}

/** @throws DTypeError for what is neither a tensor nor a number */
function requireOperands(op: ElementwiseOp, args: readonly Operand[]): void {
  for (const x of args) if (typeof x !== 'number') requireTensor(op.name, 'an operand', x);
}

/** @throws ValueError for a number that integer lanes cannot hold */
function requireIntegers(op: ElementwiseOp, dtype: DType, args: readonly Operand[]): void {
  for (let i = 0; i < op.inputs; i++) {
    const x = args[i]!;
    if (typeof x !== 'number' || x === (x | 0) || !Number.isFinite(x)) continue;
    if (dtype === 'int64') {
      if (Number.isSafeInteger(x)) continue;
      throw new ValueError(`${op.name}: ${x} is no integer that a number holds exactly. Use tensor(…n) with a bigint.`);
    }
    throw new ValueError(
      `${op.name}: ${x} does not fit int32, the dtype of the others. Convert them first: x.to('float64').`,
    );
  }
}

function gradient(op: string, row: GradientRow, values: readonly Operand[]): Tensor {
  const g = values[0] as Tensor;
  // Ops on numbers alone compute in float32, where a gradient in float64 would lose digits.
  if (gradEnabled()) return row.composed(values.map((x) => asTensor(x, g.dtype)));
  if (row.opcode < 0) return g;
  const result = empty_(g.shape, g.dtype, false);
  runElementwise(
    op,
    row.opcode,
    g.dtype,
    result,
    row.reads.map((at) => values[at]!),
  );
  return result;
}

/** The dtype of the lanes. @throws ValueError for a number that they cannot hold, DTypeError for what is no operand */
export function computeType(op: ElementwiseOp, args: readonly Operand[]): DType {
  try {
    return typeOfLanes(op, args);
  } catch (cause) {
    requireOperands(op, args); // here, where it costs nothing
    throw cause;
  }
}
function typeOfLanes(op: ElementwiseOp, args: readonly Operand[]): DType {
  let dtype: DType | null = null;
  // The usual case, one dtype and nothing but float options, needs no promotion.
  for (let i = 0; i < args.length; i++) {
    const x = args[i]!;
    if (typeof x === 'number' ? dtype !== null && isFloat(dtype) : dtype === null || x.dtype === dtype) {
      if (typeof x !== 'number') dtype = x.dtype;
    } else {
      dtype = null;
      break;
    }
  }
  if (dtype === null || op.masks.length > 0) {
    const counted = args.filter((x, i) => !op.masks.includes(i) && (i < op.inputs || Number.isFinite(x)));
    dtype = resultType(counted);
  }
  if (op.kind === 'float' && !isFloat(dtype)) return 'float32';
  if (isBitwise(op))
    requireDType(op.name, 'an operand', { dtype }, op.kind === 'bits' ? [...integerTypes, 'bool'] : integerTypes);
  if (!isFloat(dtype)) requireIntegers(op, dtype, args);
  return dtype;
}

export function outputShape(op: ElementwiseOp, args: readonly Operand[]): Shape {
  let shape: Shape | null = null;
  let several = false;
  for (let i = 0; i < op.inputs; i++) {
    const x = args[i]!;
    if (typeof x === 'number') continue;
    if (shape === null) shape = x.shape;
    else several = true;
  }
  if (shape === null) return [];
  if (!several) return shape;
  return broadcastShapes(
    op.name,
    args.filter((x) => typeof x !== 'number').map((x) => x.shape),
  );
}

/**
 * Writes and runs one elementwise record: out = op(args), broadcast to out's shape. Arguments may have any dtype; lanes compute in
 * `compute` (see DTypeInfo.lanes) and are converted on the way in and out.
 */
export function runElementwise(op: string, code: number, compute: DType, out: Tensor, args: readonly Operand[]): void {
  const n = out.length;
  if (n === 0) return;
  const ring = ringFor(op, out, args);
  ring[0] = code;
  ring[2] = dtypes[dtypes[compute].lanes].code;

  let plain = out.contiguous_;
  for (let i = 0; i < args.length && plain; i++) {
    const x = args[i]!;
    plain = typeof x === 'number' || x.length === 1 || (x.contiguous_ && x.length === n);
  }
  let at: number;
  if (plain) {
    ring[3] = 1;
    ring[4] = n;
    ring[5] = out.info.code;
    ring[6] = out.address;
    ring[7] = 1;
    at = 8;
    for (let i = 0; i < args.length; i++) {
      const x = args[i]!;
      if (typeof x === 'number') {
        ring[at] = immediate;
        ring[at + 1] = x;
        ring[at + 2] = 0;
      } else {
        ring[at] = x.info.code;
        ring[at + 1] = x.address;
        ring[at + 2] = x.length === n ? 1 : 0;
      }
      at += 3;
    }
  } else {
    at = encodeStrided(ring, out, args);
  }
  ring[1] = at;
  const result = backend().exec(at);
  if (result !== status.ok)
    throw new BackendError(`${op}: kernel ${code} is not there for ${compute} (status ${result}).`);
}

/** Scratch of encodeStrided, so that it allocates nothing. */
const walkSizes: number[] = [];
const walkStrides: number[][] = Array.from({ length: 8 }, () => []);
const dimStrides: number[] = [];

/**
 * Writes the sizes and strides of a walk over out's elements in the fewest dims: sizes of 1 are dropped, neighbours merged where
 * every operand allows it. The same as shape.ts's collapse, without its arrays.
 */
function encodeStrided(ring: Float64Array, out: Tensor, args: readonly Operand[]): number {
  const rank = out.shape.length;
  const count = args.length + 1;
  let ndim = 0;
  for (let d = 0; d < rank; d++) {
    const size = out.shape[d]!;
    if (size === 1) continue;
    let merges = ndim > 0;
    for (let k = 0; k < count; k++) {
      const stride = k === 0 ? out.strides[d]! : strideIn(args[k - 1]!, d - rank);
      dimStrides[k] = stride;
      merges &&= walkStrides[k]![ndim - 1] === stride * size;
    }
    if (merges) walkSizes[ndim - 1] = walkSizes[ndim - 1]! * size;
    else walkSizes[ndim++] = size;
    for (let k = 0; k < count; k++) walkStrides[k]![ndim - 1] = dimStrides[k]!;
  }
  if (ndim === 0) {
    walkSizes[ndim++] = 1;
    for (let k = 0; k < count; k++) walkStrides[k]![0] = 0;
  }
  ring[3] = ndim;
  let at = 4;
  for (let d = 0; d < ndim; d++) ring[at++] = walkSizes[d]!;
  for (let k = 0; k < count; k++) {
    const x = k === 0 ? out : args[k - 1]!;
    ring[at++] = typeof x === 'number' ? immediate : x.info.code;
    ring[at++] = typeof x === 'number' ? x : x.address;
    for (let d = 0; d < ndim; d++) ring[at++] = walkStrides[k]![d]!;
  }
  return at;
}

/** The stride of an operand in a dim counted from the end; 0 where it is broadcast. */
function strideIn(x: Operand, dim: number): number {
  if (typeof x === 'number') return 0;
  const d = dim + x.shape.length;
  return d < 0 || x.shape[d] === 1 ? 0 : x.strides[d]!;
}

/** dst = src, broadcast and converted; dst may be a view. The caller sees to graphs and versions. */
export function copyInto(dst: Tensor, src: Operand): void {
  const compute = promoteTypes(
    dst.dtype,
    typeof src !== 'number' ? src.dtype : dst.dtype === 'float32' ? 'float32' : 'float64',
  );
  runElementwise('copy', opcode.copy, compute, dst, [src]);
}
