/** Running records. The memory is imported; its first bytes, up to `heap`, belong to the module. */
import { Op } from './generated/opcodes';
import { conv } from './kernels/conv';
import { attention, attentionBackward } from './kernels/attention';
import { crossEntropy, crossEntropyBackward } from './kernels/crossEntropy';
import { elementwise } from './kernels/elementwise';
import { gather, scatter } from './kernels/gather';
import { gemm } from './kernels/gemm';
import { norm, normBackward } from './kernels/norm';
import { optimizer } from './kernels/optimizer';
import { pool } from './kernels/pool';
import { random } from './kernels/random';
import { recurrent, recurrentBackward } from './kernels/recurrent';
import { reduce } from './kernels/reduce';
import { scan } from './kernels/scan';
import { softmax, softmaxBackward } from './kernels/softmax';
import { sort } from './kernels/sort';
import { size, Status, whole } from './record';
import { scratchBytes, setScratch } from './scratch';
import { begin, controlBytes, help as helpOut, join, recover as recoverFrom, together } from './team';

let ring: usize = 0;

/** The first byte that the module leaves alone. */
export function heap(): usize {
  return __heap_base;
}
/** How many bytes of scratch a thread needs. */
export function scratchSize(): usize {
  return scratchBytes;
}
/** How many bytes the threads need to work together, zeros at first. */
export function controlSize(): usize {
  return controlBytes;
}
/** Says where the ring is, this thread's scratch, and what the threads share; all aligned to 64 bytes. */
export function start(ringAddress: usize, scratchAddress: usize, controlAddress: usize): void {
  ring = ringAddress;
  setScratch(scratchAddress);
  join(controlAddress);
}
/** After an exception came out of exec, before anything is written to the ring. */
export function recover(): void {
  recoverFrom();
}
/** What a helping thread does, for ever. */
export function help(index: usize): void {
  if (ASC_FEATURE_THREADS) helpOut(index, run);
}

function run(w: usize): Status {
  const op = whole(w, 0);
  if (op >= Op.firstElementwise) return op < Op.count ? elementwise(w) : Status.unknownKernel;
  switch (op) {
    case Op.gemm:
      return gemm(w);
    case Op.reduce:
      return reduce(w);
    case Op.softmax:
      return softmax(w);
    case Op.softmaxBackward:
      return softmaxBackward(w);
    case Op.crossEntropy:
      return crossEntropy(w);
    case Op.crossEntropyBackward:
      return crossEntropyBackward(w);
    case Op.norm:
      return norm(w);
    case Op.normBackward:
      return normBackward(w);
    case Op.gather:
      return gather(w);
    case Op.scatter:
      return scatter(w);
    case Op.random:
      return random(w);
    case Op.scan:
      return scan(w);
    case Op.recurrent:
      return recurrent(w);
    case Op.recurrentBackward:
      return recurrentBackward(w);
    case Op.sort:
      return sort(w);
    case Op.conv:
      return conv(w);
    case Op.pool:
      return pool(w);
    case Op.attention:
      return attention(w);
    case Op.attentionBackward:
      return attentionBackward(w);
    default:
      return op >= Op.firstOptimizer ? optimizer(w) : Status.unknownKernel;
  }
}

/** Runs the records in the first `words` words of the ring. Returns the status of the first that fails, else 0. */
export function exec(words: usize): Status {
  const end = ring + (words << 3);
  for (let w = ring; w < end; w += size(w, 1) << 3) {
    begin();
    const status = together(run(w));
    if (status != Status.ok) return status;
  }
  return Status.ok;
}
