/**
 * The float64 reference: runs the very records that the native backend runs, plainly, computing in JavaScript's numbers and
 * rounding on store. The other backends are tested against it.
 */
import { BackendError } from '../../errors.ts';
import * as opcode from '../../kernels/opcodes.generated.ts';
import { type Backend, status } from '../backend.ts';
import { conv } from './conv.ts';
import { attention, attentionBackward } from './attention.ts';
import { crossEntropy, crossEntropyBackward } from './crossEntropy.ts';
import { elementwise } from './elementwise.ts';
import { gemm } from './gemm.ts';
import { gather, scatter } from './indexing.ts';
import { elementKernels, firstElementwise, firstOptimizer, optimizerSteps } from './kernels.generated.ts';
import { Memory } from './memory.ts';
import { norm, normBackward } from './norm.ts';
import { optimizer } from './optimizers.ts';
import { pool } from './pool.ts';
import { random } from './random.ts';
import { recurrent, recurrentBackward } from './recurrent.ts';
import { reduce } from './reduce.ts';
import { scan } from './scan.ts';
import { softmax, softmaxBackward } from './softmax.ts';
import { sort } from './sort.ts';

/** Runs one record; word 0 is its opcode. Returns a status. */
type Kernel = (record: Float64Array, memory: Memory) => number;

const ringWords = 1 << 16;

const kernels: Kernel[] = [];
kernels[opcode.gemm] = gemm;
kernels[opcode.reduce] = reduce;
kernels[opcode.softmax] = softmax;
kernels[opcode.softmaxBackward] = softmaxBackward;
kernels[opcode.crossEntropy] = crossEntropy;
kernels[opcode.crossEntropyBackward] = crossEntropyBackward;
kernels[opcode.norm] = norm;
kernels[opcode.normBackward] = normBackward;
kernels[opcode.gather] = gather;
kernels[opcode.scatter] = scatter;
kernels[opcode.random] = random;
kernels[opcode.scan] = scan;
kernels[opcode.recurrent] = recurrent;
kernels[opcode.recurrentBackward] = recurrentBackward;
kernels[opcode.sort] = sort;
kernels[opcode.conv] = conv;
kernels[opcode.pool] = pool;
kernels[opcode.attention] = attention;
kernels[opcode.attentionBackward] = attentionBackward;
kernels.length = firstElementwise + elementKernels.length;
kernels.fill(optimizer, firstOptimizer, firstOptimizer + optimizerSteps.length);
kernels.fill(elementwise, firstElementwise);

/** A reference backend with memory of its own. It runs wherever JavaScript runs, on one thread. */
export function createReferenceBackend(): Backend {
  const ring = new Float64Array(ringWords);
  const memory = new Memory();
  return {
    name: 'reference',
    budget: Infinity,
    capacity: Infinity,
    mostElements: Infinity,
    ring,
    alloc: (bytes) => memory.alloc(bytes),
    recycle: (buffer) => memory.free(buffer),
    write(buffer, offset, source) {
      memory.bytes(buffer, offset, source.byteLength).set(bytesOf(source));
    },
    read(buffer, offset, target) {
      bytesOf(target).set(memory.bytes(buffer, offset, target.byteLength));
    },
    exec(words) {
      for (let at = 0, length; at < words; at += length) {
        length = ring[at + 1]!;
        if (!(length >= 2 && at + length <= words)) {
          throw new BackendError(
            `reference: the record at word ${at} has a length of ${length}, ${words - at} words are left.`,
          );
        }
        const kernel = kernels[ring[at]!];
        const code = kernel ? kernel(ring.subarray(at, at + length), memory) : status.unknownKernel;
        if (code !== status.ok) return code;
      }
      return status.ok;
    },
    setThreads() {},
    stats: () => ({ threads: 1, isa: 'javascript' }),
  };
}

const bytesOf = (view: ArrayBufferView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
