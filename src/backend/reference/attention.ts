/** Attention and its gradients, one row of weights at a time. */
import { dtypes } from '../../dtype.ts';
import { word } from '../../kernels/records.generated.ts';
import { status } from '../backend.ts';
import type { Memory, View } from './memory.ts';
import { philox } from './philox.ts';
import { isFloatCode } from './strided.ts';

const { float64, bool } = dtypes;
const two32 = 2 ** 32;

/** An operand [batch, heads, rows, cols] and where a row of it begins. */
interface Rows extends View {
  at: (b: number, h: number, i: number) => number;
}

/** What both records say. @param dims where their lists begin */
function read(record: Float64Array, memory: Memory, dims: number) {
  const at = word.attention;
  const list = (i: number): number[] => [...record.subarray(dims + 4 * i, dims + 4 * i + 4)];
  const [batch, heads, rows, keys] = list(0) as [number, number, number, number];
  const [dtype, kvHeads, cols, vCols] = [record[at.dtype]!, record[at.kvHeads]!, record[at.cols]!, record[at.vCols]!];
  const operand = (address: number, strides: number[], h: number, r: number, c: number): Rows => ({
    ...memory.view(address, dtype, [batch, h, r, c], strides),
    at(b, head, i) {
      return this.start + b * strides[0]! + head * strides[1]! + i * strides[2]!;
    },
  });
  const tensors = {
    q: operand(record[at.q]!, list(1), heads, rows, cols),
    k: operand(record[at.k]!, list(2), kvHeads, keys, cols),
    v: operand(record[at.v]!, list(3), kvHeads, keys, vCols),
    y: operand(record[at.y]!, list(4), heads, rows, vCols),
    lse: memory.row(record[at.lse]!, dtype, batch * heads * rows),
  };
  const maskStrides = list(5);
  const mask =
    record[at.mask]! === 0 ? null : memory.view(record[at.mask]!, record[at.maskDtype]!, list(0), maskStrides);
  const [causal, scale, keep] = [record[at.causal]! !== 0, record[at.scale]!, record[at.keep]!];
  const state = keep < 1 ? memory.row(record[at.state]!, float64.code, 4) : null;

  /** The scores of a row: −∞ where a key is not seen. */
  const scores = (b: number, h: number, i: number): Float64Array => {
    const { q, k } = tensors;
    const result = new Float64Array(keys).fill(-Infinity);
    const kv = Math.floor((h * kvHeads) / heads);
    for (let j = 0; j < (causal ? Math.min(keys, i + 1) : keys); j++) {
      const m = mask ? mask.start + [b, h, i, j].reduce((sum, x, d) => sum + x * maskStrides[d]!, 0) : 0;
      if (mask?.dtype === bool.code && mask.data[m] === 0) continue;
      result[j] =
        scale * dot(q, q.at(b, h, i), k, k.at(b, kv, j), cols) + (mask && mask.dtype !== bool.code ? mask.data[m]! : 0);
    }
    return result;
  };
  /** What the weights of a row are multiplied by: the bits of a bernoulli tensor. */
  const kept = (b: number, h: number, i: number): Float64Array | null => {
    if (state === null) return null;
    const [seed, counter] = [state.data[state.start]!, state.data[state.start + 1]!];
    const words = new Uint32Array(4);
    return Float64Array.from({ length: keys }, (_, j) => {
      const n = ((b * heads + h) * rows + i) * keys + j;
      const block = counter + Math.floor(n / 4);
      words.set([block % two32, Math.floor(block / two32), 0, 0]);
      philox(words, [seed % two32, Math.floor(seed / two32)]);
      return (words[n % 4]! >>> 8) * 2 ** -24 < keep ? 1 / keep : 0;
    });
  };
  return { ...tensors, batch, heads, rows, keys, kvHeads, cols, vCols, scale, operand, scores, kept };
}

function dot(a: View, from: number, b: View, other: number, n: number): number {
  let sum = 0;
  for (let c = 0; c < n; c++) sum += a.data[from + c]! * b.data[other + c]!;
  return sum;
}
/** y += factor · x, for a row. */
function addRow(y: Float64Array, x: View, from: number, factor: number): void {
  for (let c = 0; c < y.length; c++) y[c]! += factor * x.data[from + c]!;
}

/** y = softmax(scale q kᵀ + mask) v. https://pytorch.org/docs/stable/generated/torch.nn.functional.scaled_dot_product_attention.html */
export function attention(record: Float64Array, memory: Memory): number {
  const at = word.attention;
  if (!isFloatCode(record[at.dtype]!)) return status.unknownKernel;
  if (record[at.keep]! < 1) {
    const cell = memory.row(record[at.cell]!, float64.code, 4);
    const state = memory.row(record[at.state]!, float64.code, 4);
    for (let i = 0; i < 4; i++) state.data[state.start + i] = cell.data[cell.start + i]!;
    const count = record.subarray(at.dims, at.dims + 4).reduce((a, b) => a * b, 1);
    cell.data[cell.start + 1]! += Math.ceil(count / 4);
  }
  const a = read(record, memory, at.dims);
  for (let b = 0; b < a.batch; b++)
    for (let h = 0; h < a.heads; h++)
      for (let i = 0; i < a.rows; i++) {
        const s = a.scores(b, h, i);
        const kept = a.kept(b, h, i);
        let largest = -Infinity;
        for (const x of s) largest = Math.max(largest, x);
        const y = new Float64Array(a.vCols);
        let sum = 0;
        for (let j = 0; j < a.keys && largest !== -Infinity; j++) {
          const weight = Math.exp(s[j]! - largest);
          sum += weight;
          addRow(y, a.v, a.v.at(b, Math.floor((h * a.kvHeads) / a.heads), j), kept ? weight * kept[j]! : weight);
        }
        a.lse.data[a.lse.start + (b * a.heads + h) * a.rows + i] = sum === 0 ? Infinity : largest + Math.log(sum);
        for (let c = 0; c < a.vCols; c++) a.y.data[a.y.at(b, h, i) + c] = sum === 0 ? 0 : y[c]! / sum;
      }
  return status.ok;
}

/** With weights w and their gradients d: dv = wᵀ g, ds = scale w (d − Σ g y), dq = ds k, dk = dsᵀ q. */
export function attentionBackward(record: Float64Array, memory: Memory): number {
  const at = word.attentionBackward;
  if (!isFloatCode(record[at.dtype]!)) return status.unknownKernel;
  const a = read(record, memory, at.dims);
  const strides = (i: number): number[] => [...record.subarray(at.dims + 4 * i, at.dims + 4 * i + 4)];
  const g = a.operand(record[at.g]!, strides(6), a.heads, a.rows, a.vCols);
  const dq = a.operand(record[at.dq]!, strides(7), a.heads, a.rows, a.cols);
  const dk = a.operand(record[at.dk]!, strides(8), a.kvHeads, a.keys, a.cols);
  const dv = a.operand(record[at.dv]!, strides(9), a.kvHeads, a.keys, a.vCols);
  const zeros = (cols: number): Float64Array[] => Array.from({ length: a.keys }, () => new Float64Array(cols));
  const put = (to: Rows, b: number, h: number, i: number, row: Float64Array): void => to.data.set(row, to.at(b, h, i));
  const group = a.heads / a.kvHeads;
  for (let b = 0; b < a.batch; b++)
    for (let kv = 0; kv < a.kvHeads; kv++) {
      const [kSums, vSums] = [zeros(a.cols), zeros(a.vCols)];
      for (let h = kv * group; h < (kv + 1) * group; h++)
        for (let i = 0; i < a.rows; i++) {
          const s = a.scores(b, h, i);
          const kept = a.kept(b, h, i);
          const lse = a.lse.data[a.lse.start + (b * a.heads + h) * a.rows + i]!;
          const product = dot(g, g.at(b, h, i), a.y, a.y.at(b, h, i), a.vCols);
          const qSum = new Float64Array(a.cols);
          for (let j = 0; j < a.keys; j++) {
            const weight = Math.exp(s[j]! - lse);
            const factor = kept ? kept[j]! : 1;
            const d = factor * dot(g, g.at(b, h, i), a.v, a.v.at(b, kv, j), a.vCols);
            const ds = a.scale * weight * (d - product);
            addRow(vSums[j]!, g, g.at(b, h, i), weight * factor);
            addRow(kSums[j]!, a.q, a.q.at(b, h, i), ds);
            addRow(qSum, a.k, a.k.at(b, kv, j), ds);
          }
          put(dq, b, h, i, qSum);
        }
      for (let j = 0; j < a.keys; j++) {
        put(dk, b, kv, j, kSums[j]!);
        put(dv, b, kv, j, vSums[j]!);
      }
    }
  return status.ok;
}
