/** Random numbers, the same bits as on every backend. native/random.cpp tells the recipe; the order of operations counts. */
import { dtypes } from '../../dtype.ts';
import { BackendError } from '../../errors.ts';
import { word } from '../../kernels/records.generated.ts';
import { randomKinds } from '../../kernels/spec.ts';
import { status } from '../backend.ts';
import type { Memory } from './memory.ts';
import { normalQuantile } from './normal.ts';
import { mulHigh, philox } from './philox.ts';
import { isFloatCode } from './strided.ts';

/** A number from its words; those of one word leave the second unused. */
type Draw = (w: number, low: number) => number;

const { float32, float64 } = dtypes;
const two32 = 2 ** 32;
/** The cell: seed, counter, two reserved. */
const cellLength = 4;

const unit: Draw = (w) => (w >>> 8) * 2 ** -24;
const unit64: Draw = (high, low) => ((high >>> 5) * 2 ** 26 + (low >>> 6)) * 2 ** -53;
/** Never 0, and symmetric about a half. */
const centred: Draw = (w) => (w + 0.5) * 2 ** -32;
const centred64: Draw = (high, low) => ((high >>> 6) * 2 ** 26 + (low >>> 6) + 0.5) * 2 ** -52;

/** The largest number of a float dtype below x. */
function below(x: number, dtype: number): number {
  if (x === 0) return dtype === float32.code ? -(2 ** -149) : -Number.MIN_VALUE;
  const towards = x > 0 ? -1 : 1;
  if (dtype === float32.code) {
    const value = new Float32Array([x]);
    new Int32Array(value.buffer)[0]! += towards;
    return value[0]!;
  }
  const value = new Float64Array([x]);
  new BigInt64Array(value.buffer)[0]! += BigInt(towards);
  return value[0]!;
}

function uniform(a: number, b: number, dtype: number): Draw {
  const round = dtype === float32.code ? Math.fround : (x: number): number => x;
  const u = dtype === float64.code ? unit64 : unit;
  const width = b - a;
  const [low, high] = [round(a), round(b)];
  if (!(low < high)) return (w, w1) => round(a + width * u(w, w1));
  const last = below(high, dtype);
  return (w, w1) => {
    const v = round(a + width * u(w, w1));
    return v >= high ? last : v;
  };
}

/** How a kind draws numbers of a dtype, or null where it cannot. */
function drawOf(kind: (typeof randomKinds)[number] | undefined, dtype: number, a: number, b: number): Draw | null {
  if (dtype > dtypes.bool.code) return null;
  const wide = dtype === float64.code;
  if (kind === 'bernoulli') {
    const u = wide ? unit64 : unit;
    return (w, w1) => (u(w, w1) < a ? 1 : 0);
  }
  if (kind === 'uniform') {
    return isFloatCode(dtype) ? uniform(a, b, dtype) : (w) => a + mulHigh(w, b - a);
  }
  if (kind === 'normal' && isFloatCode(dtype)) {
    const u = wide ? centred64 : centred;
    return (w, w1) => a + b * normalQuantile(u(w, w1));
  }
  return null;
}

export function random(record: Float64Array, memory: Memory): number {
  const at = word.random;
  const [dtype, n] = [record[at.dtype]!, record[at.n]!];
  const draw = drawOf(randomKinds[record[at.kind]!], dtype, record[at.a]!, record[at.b]!);
  if (draw === null) return status.unknownKernel;
  const y = memory.row(record[at.y]!, dtype, n);
  const { data: cell, start } = memory.row(record[at.cell]!, float64.code, cellLength);
  const [seed, counter] = [cell[start]!, cell[start + 1]!];
  if (!Number.isSafeInteger(seed) || seed < 0 || !Number.isSafeInteger(counter) || counter < 0) {
    throw new BackendError(
      `reference: the random cell holds seed ${seed} and counter ${counter}; both must be whole numbers from 0 to 2^53.`,
    );
  }

  const key = [seed % two32, Math.floor(seed / two32)] as const;
  const each = dtype === float64.code ? 2 : 1;
  const perBlock = 4 / each;
  const blocks = Math.ceil(n / perBlock);
  const words = new Uint32Array(4);
  for (let block = 0; block < blocks; block++) {
    words[0] = (counter + block) % two32;
    words[1] = Math.floor((counter + block) / two32);
    words[2] = words[3] = 0;
    philox(words, key);
    for (let k = 0, i = block * perBlock; k < perBlock && i < n; k++, i++) {
      y.data[y.start + i] = draw(words[each * k]!, words[each * k + 1]!);
    }
  }
  cell[start + 1] = counter + blocks;
  return status.ok;
}
