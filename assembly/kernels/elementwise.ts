/**
 * Every elementwise kernel: one engine walks strides and converts dtypes, and hands contiguous blocks of the compute type to the
 * op's block (generated), which is nothing but a vector loop.
 *
 * The record: opcode, length, compute dtype, ndim, sizes; then the output and each input: dtype, address or immediate, strides.
 */
import { Op } from '../generated/opcodes';
import { bytesOf, DType, maxDims, product, size, Status, whole, word } from '../record';
import { room } from '../scratch';
import { close, next, open } from '../team';
import { fillAs, loadTo, storeFrom } from './convert';
import { begin, call, compute, maxOperands, operands } from './program';

/** Elements per round of what has to be converted. */
const block: usize = 256;
/** Elements that one thread takes at a time. */
const chunk: usize = 16384;

// What lies in the scratch room, in bytes from its start.
const atBytes: usize = 4 * maxOperands; // addresses for a block function
const padAt: usize = 2 * atBytes; // the tail, a vector of each operand
const operandAt: usize = padAt + 16 * maxOperands;
const operandBytes: usize = 32;
const indexAt: usize = operandAt + operandBytes * maxOperands; // where the walk over the outer dims is
const bufferAt: usize = indexAt + 4 * maxDims;
const programAt: usize = bufferAt + 8 * block * maxOperands;

/** An operand, while its kernel runs. */
@unmanaged class Operand {
  dtype: i32;
  /** Where the current row begins. */
  row: usize;
  /** In the last dim: of elements, and in bytes. */
  stride: usize;
  step: usize;
  /** The words of its strides. */
  strides: usize;
  bytes: usize;
  /** A block of its elements as the compute type. */
  buffer: usize;
  /** Whether blocks are used where they lie. */
  direct: bool;
  /** Whether the buffer was filled before the walk: the same element everywhere. */
  constant: bool;
}
@inline function operand(i: usize): Operand { return changetype<Operand>(room() + operandAt + i * operandBytes); }

/** log₂ of the bytes of an element that is computed with, and the bytes of a vector of them. */
let shift: usize = 0;
let vector: usize = 0;

/** n elements at the addresses in `at`. The tail goes through the same vector code: an element's bits do not depend on its place. */
function run(n: usize, at: usize): void {
  const bytes = n << shift;
  const rest = bytes & (vector - 1);
  if (bytes != rest) call(bytes - rest, at);
  if (rest == 0) return;
  const pad = room() + padAt;
  const tail = at + atBytes;
  for (let i: usize = 0; i < operands; i++) {
    const p = pad + 16 * i;
    store<usize>(tail + 4 * i, p);
    if (i > 0) copyBytes(p, load<usize>(at + 4 * i) + (bytes - rest), rest);
  }
  call(vector, tail);
  copyBytes(load<usize>(at) + (bytes - rest), pad, rest);
}
/** A few bytes, a multiple of 4. */
@inline function copyBytes(to: usize, from: usize, n: usize): void {
  for (let k: usize = 0; k < n; k += 4) store<u32>(to + k, load<u32>(from + k));
}

/** One row of the last dim. */
function runRow(n: usize, direct: bool): void {
  const at = room();
  if (direct) {
    for (let i: usize = 0; i < operands; i++) store<usize>(at + 4 * i, operand(i).row);
    return run(n, at);
  }
  for (let k: usize = 0; k < n; k += block) {
    const m = min<usize>(block, n - k);
    for (let i: usize = 0; i < operands; i++) {
      const o = operand(i);
      const p = o.row + k * o.step;
      store<usize>(at + 4 * i, o.direct ? p : o.buffer);
      if (i == 0 || o.direct || o.constant || (o.stride == 0 && k > 0)) continue;
      loadTo(compute, o.dtype, p, o.stride, o.stride == 0 ? min<usize>(block, n) : m, o.buffer);
    }
    run(m, at);
    const out = operand(0);
    if (!out.direct) storeFrom(compute, out.dtype, out.buffer, out.row + k * out.step, out.stride, m);
  }
}

/** Whether all operands of one dim lie side by side, in the type that is computed with: the usual case. Their addresses, then. */
function allDirectAddresses(w: usize, first: usize): bool {
  const at = room();
  let p = w + (5 << 3);
  for (let i: usize = 0; i < operands; i++, p += 3 << 3) {
    if (word(p, 0) != <f64>compute || word(p, 2) != 1) return false;
    store<usize>(at + 4 * i, size(p, 1) + (first << shift));
  }
  return true;
}

function runRecord(w: usize): void {
  const ndim: usize = <usize>whole(w, 3);
  const n = size(w, 3 + ndim);
  const chunks = (n + chunk - 1) / chunk;
  if (ndim == 1 && allDirectAddresses(w, 0)) {
    if (chunks == 1) return run(n, room());
    open(w, chunks, true);
    for (let c = next(); c < chunks; c = next()) {
      allDirectAddresses(w, c * chunk);
      run(min<usize>(chunk, n - c * chunk), room());
    }
    close();
    return;
  }
  const wordsEach: usize = 2 + ndim;
  let p = w + ((4 + ndim) << 3);
  let allDirect = true;
  for (let i: usize = 0; i < operands; i++, p += wordsEach << 3) {
    const o = operand(i);
    const dtype = whole(p, 0);
    o.dtype = dtype;
    o.strides = p + 16;
    o.stride = size(p, 1 + ndim);
    o.buffer = room() + bufferAt + ((i * block) << shift);
    o.direct = dtype == compute && o.stride == 1;
    o.constant = false;
    allDirect = allDirect && o.direct;
    if (dtype == DType.immediate) {
      o.bytes = o.step = o.row = 0;
      o.constant = true;
      fillAs(compute, o.buffer, word(p, 1), min<usize>(block, n));
      continue;
    }
    o.bytes = bytesOf(dtype);
    o.row = size(p, 1);
    o.step = o.stride * o.bytes;
  }
  if (ndim == 1) {
    if (chunks == 1) return runRow(n, allDirect);
    open(w, chunks, true);
    for (let c = next(); c < chunks; c = next()) {
      for (let i: usize = 0; i < operands; i++) {
        const o = operand(i);
        if (o.dtype != DType.immediate) o.row = size(o.strides - 16, 1) + c * chunk * o.step;
      }
      runRow(min<usize>(chunk, n - c * chunk), allDirect);
    }
    close();
    return;
  }
  const total = product(w, 4, <i32>(ndim - 1));
  const rows = max<usize>(1, chunk / max<usize>(n, 1));
  if (total <= rows) return walkRows(w, ndim - 1, n, allDirect, 0, total);
  const parts = (total + rows - 1) / rows;
  open(w, parts, true);
  for (let c = next(); c < parts; c = next()) {
    walkRows(w, ndim - 1, n, allDirect, c * rows, min<usize>(rows, total - c * rows));
  }
  close();
}

/** runRow for `rows` indices of the first `outer` dims, from the first-th in row-major order on. */
function walkRows(w: usize, outer: usize, n: usize, direct: bool, first: usize, rows: usize): void {
  const index = room() + indexAt;
  for (let d = outer; d-- > 0;) {
    const extent = size(w, 4 + d);
    store<usize>(index + (d << 2), first == 0 ? 0 : first % extent);
    if (first != 0) first /= extent;
  }
  for (let i: usize = 0; i < operands; i++) {
    const o = operand(i);
    if (o.dtype == DType.immediate) continue;
    let row = size(o.strides - 16, 1);
    for (let d: usize = 0; d < outer; d++) row += load<usize>(index + (d << 2)) * size(o.strides, d) * o.bytes;
    o.row = row;
  }
  for (; rows > 0; rows--) {
    runRow(n, direct);
    let d = outer;
    for (;;) {
      if (d-- == 0) return;
      const extent = size(w, 4 + d);
      const next = load<usize>(index + (d << 2)) + 1;
      const back: usize = next == extent ? extent : 0;
      store<usize>(index + (d << 2), next - back);
      for (let i: usize = 0; i < operands; i++) {
        const o = operand(i);
        const stride = size(o.strides, d) * o.bytes;
        o.row += stride - back * stride;
      }
      if (back == 0) break;
    }
  }
}

export function elementwise(w: usize): Status {
  if (whole(w, 3) > maxDims) return Status.unknownKernel;
  const n = size(w, 3 + size(w, 3));
  if (!begin(<usize>(whole(w, 0) - Op.firstElementwise), whole(w, 2), n, room() + programAt)) return Status.unknownKernel;
  const wide = compute == DType.float64 || compute == DType.int64;
  shift = wide ? 3 : 2;
  vector = wide ? V.bytes<f64>() : V.bytes<f32>();
  runRecord(w);
  return Status.ok;
}
