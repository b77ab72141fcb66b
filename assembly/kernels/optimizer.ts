/**
 * Optimizer steps: one record updates all parameters of a group. The update itself is generated from the spec.
 *
 * The record: opcode, length, dtype, count, cell; then per parameter: n, counter, parameter, gradient, state…
 */
import { Op } from '../generated/opcodes';
import { advance, prepare, stateCounts, step } from '../generated/optimizers';
import { DType, size, Status, whole } from '../record';
import { room } from '../scratch';
import { close, isHelper, next, open } from '../team';

/** Elements per round where some state is absent, and then read from zeros and written nowhere. */
const block: usize = 512;
/** Elements that one thread takes at a time, a multiple of the above. */
const chunk: usize = 8192;
const maxOperands: usize = 8;
const computedAt: usize = 64;
const spareAt: usize = 256;

/** Elements first … end − 1; the addresses in `from` are those of the parameter's operands, 0 where absent. */
function run<T>(kernel: usize, cell: usize, operands: usize, from: usize, first: usize, end: usize): void {
  const at = room();
  const spare = at + spareAt;
  const computed = at + computedAt;
  for (let k = first; k < end; k += block) {
    const m = min<usize>(block, end - k);
    const bytes = m * sizeof<T>();
    const rest = bytes & (V.bytes<T>() - 1);
    for (let i: usize = 0; i < operands; i++) {
      const p = size(from, i);
      const own = spare + i * block * sizeof<T>();
      if (p == 0) memory.fill(own, 0, bytes);
      store<usize>(at + 4 * i, p == 0 ? own : p + k * sizeof<T>());
    }
    if (bytes != rest) step<T>(kernel, cell, computed, at, bytes - rest);
    if (rest == 0) continue;
    // The tail is copied out to a whole vector and back.
    for (let i: usize = 0; i < operands; i++) {
      const own = spare + i * block * sizeof<T>();
      // zeros again where there is no state: the whole vectors were written there
      if (size(from, i) == 0) memory.fill(own, 0, V.bytes<T>());
      else memory.copy(own, load<usize>(at + 4 * i) + (bytes - rest), rest);
      store<usize>(at + 4 * i, own);
    }
    step<T>(kernel, cell, computed, at, V.bytes<T>());
    for (let i: usize = 0; i < operands; i++) {
      const p = size(from, i);
      if (p != 0 && i != 1) memory.copy(p + k * sizeof<T>() + (bytes - rest), load<usize>(at + 4 * i), rest);
    }
  }
}

export function optimizer(w: usize): Status {
  const kernel = <usize>(whole(w, 0) - Op.firstOptimizer);
  const dtype = whole(w, 2);
  if (dtype != DType.float32 && dtype != DType.float64) return Status.unknownKernel;
  const cell = size(w, 4);
  const operands = <usize>load<u8>(changetype<usize>(stateCounts) + kernel) + 2;
  const each = (operands + 2) << 3;
  const begin = w + (5 << 3);
  const end = begin + <usize>whole(w, 3) * each;
  let chunks: usize = 0;
  for (let p = begin; p < end; p += each) {
    chunks += chunksOf(p);
    if (!isHelper()) advance(kernel, cell, size(p, 1));
  }
  open(w, chunks, chunks > <usize>whole(w, 3) + 1);
  let p = begin;
  let before: usize = 0; // chunks of the parameters before p
  let prepared: usize = 0;
  for (let c = next(); c < chunks; c = next()) {
    for (let own = chunksOf(p); c - before >= own; own = chunksOf(p)) {
      before += own;
      p += each;
    }
    if (prepared != p) {
      prepare(kernel, cell, size(p, 1), room() + computedAt);
      prepared = p;
    }
    const first = (c - before) * chunk;
    const stop = min<usize>(size(p, 0), first + chunk);
    if (dtype == DType.float32) run<f32>(kernel, cell, operands, p + 16, first, stop);
    else run<f64>(kernel, cell, operands, p + 16, first, stop);
  }
  close();
  return Status.ok;
}

/** In how many chunks the parameter at p is cut. */
@inline function chunksOf(p: usize): usize { return (size(p, 0) + chunk - 1) / chunk; }
