/**
 * Runs an elementwise kernel on what lies side by side: its compiled block, or its program, which takes one piece of the elements
 * after the other through the blocks of other kernels. A piece of every operand and temporary fits the first cache.
 */
import { constant, f32Block, f64Block, i32Block, i64Block, info, places, programs } from '../generated/elementwise';
import { DType } from '../record';
import { fillAs } from './convert';

/** Bytes of a piece. */
const piece: usize = 2048;
const end: u8 = 255;
export const maxOperands: usize = 8;

/** The kernel that runs, and how many tensors it has. */
let kernel: usize = 0;
export let operands: usize = 0;
/** What it computes with: float32, float64, int32 or int64. */
export let compute: i32 = 0;
/** The first step of its program, 0 if it is compiled. */
let steps: usize = 0;
/** Addresses for a step, then its constants and temporaries, a piece each. */
let room: usize = 0;

@inline function inputsOf(kernel: usize): usize { return load<u8>(info + kernel) & 7; }
@inline function slot(i: usize): usize { return room + 64 + i * piece; }

function block(kernel: usize, bytes: usize, at: usize): void {
  if (compute == DType.float32) f32Block(kernel, bytes, at);
  else if (compute == DType.float64) f64Block(kernel, bytes, at);
  else if (compute == DType.int64) i64Block(kernel, bytes, at);
  else i32Block(kernel, bytes, at);
}

/** Sets a kernel up for rows of n elements. False if there is none for the type. */
export function begin(which: usize, type: i32, n: usize, roomFrom: usize): bool {
  const bits = <i32>load<u8>(info + which);
  const lanes = type == DType.float32 ? 0 : type == DType.float64 ? 1 : type == DType.int64 ? 3 : 2;
  if (lanes >= 2 && (bits & 128) == 0) return false;
  if (lanes < 3 && (bits & 8) != 0) return false;
  kernel = which;
  compute = lanes == 2 ? DType.int32 : type;
  operands = 1 + inputsOf(which);
  room = roomFrom;
  steps = 0;
  if ((bits & (lanes == 3 ? 64 | 8 : 16 << lanes)) != 0) return true;
  let p = programs + load<u16>(places + (which << 1));
  const constants = <usize>load<u8>(p++);
  const length = min<usize>(max<usize>(n, 4), piece >> ((lanes & 1) != 0 ? 3 : 2)); // no less than a vector
  for (let i: usize = 0; i < constants; i++, p++) fillAs(compute, slot(i), constant(load<u8>(p)), length);
  steps = p;
  return true;
}

/** Runs it on whole vectors, at least one; the addresses of its operands are at `at`. */
export function call(bytes: usize, at: usize): void {
  if (steps == 0) return block(kernel, bytes, at);
  for (let done: usize = 0; done < bytes; done += piece) {
    const n = min<usize>(piece, bytes - done);
    for (let p = steps; load<u8>(p) != end;) {
      const step = <usize>load<u8>(p++);
      const count: usize = 1 + inputsOf(step);
      for (let i: usize = 0; i < count; i++, p++) {
        const operand = <usize>load<u8>(p);
        store<usize>(room + 4 * i, operand < operands ? load<usize>(at + 4 * operand) + done : slot(operand - operands));
      }
      block(step, n, room);
    }
  }
}
