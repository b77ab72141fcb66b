/** Normalisation and its gradient. What has moments of its own, a unit, is one row of x or a channel over several runs of it. */
import { dtypes } from '../../dtype.ts';
import { word } from '../../kernels/records.generated.ts';
import { status } from '../backend.ts';
import type { Memory } from './memory.ts';
import { isFloatCode } from './strided.ts';

// normBackward begins with the same words.
function layoutOf(record: Float64Array) {
  const at = word.norm;
  const [runs, groups, k, inner] = [record[at.runs]!, record[at.groups]!, record[at.k]!, record[at.inner]!];
  const units = record[at.samples]! * groups;
  const cols = k * inner;
  /** f with the place of each element of a unit and that of its weight. */
  const each = (unit: number, f: (at: number, weight: number) => void): void => {
    for (let r = 0; r < runs; r++) {
      for (let i = 0; i < cols; i++) f((r * units + unit) * cols + i, (unit % groups) * k + Math.floor(i / inner));
    }
  };
  return { units, count: runs * cols, weights: groups * k, elements: runs * units * cols, each };
}

export function norm(record: Float64Array, memory: Memory): number {
  const at = word.norm;
  const dtype = record[at.dtype]!;
  if (!isFloatCode(dtype)) return status.unknownKernel;
  const { units, count, weights, elements, each } = layoutOf(record);
  const operand = (address: number, n: number) => (address === 0 ? null : memory.row(address, dtype, n));
  const [x, y] = [memory.row(record[at.x]!, dtype, elements), memory.row(record[at.y]!, dtype, elements)];
  const [weight, bias] = [operand(record[at.weight]!, weights), operand(record[at.bias]!, weights)];
  const means = memory.row(record[at.mean]!, dtype, units);
  const variances = memory.row(record[at.variance]!, dtype, units);
  for (let u = 0; u < units; u++) {
    let [mean, variance] = [0, 0];
    if (record[at.centered]! !== 0) each(u, (i) => (mean += x.data[x.start + i]! / count));
    each(u, (i) => (variance += (x.data[x.start + i]! - mean) ** 2 / count));
    means.data[means.start + u] = mean;
    variances.data[variances.start + u] = variance;
    const scale = 1 / Math.sqrt(variance + record[at.eps]!);
    each(u, (i, w) => {
      const value = (x.data[x.start + i]! - mean) * scale;
      const scaled = weight ? value * weight.data[weight.start + w]! : value;
      y.data[y.start + i] = bias ? scaled + bias.data[bias.start + w]! : scaled;
    });
  }
  return status.ok;
}

/** With h = (x − mean) · scale: dx = scale · (g·w − mean(g·w) − h · mean(g·w·h)), dweight = Σ g·h, dbias = Σ g. */
export function normBackward(record: Float64Array, memory: Memory): number {
  const at = word.normBackward;
  const dtype = record[at.dtype]!;
  if (!isFloatCode(dtype)) return status.unknownKernel;
  const { units, count, weights, elements, each } = layoutOf(record);
  const row = (address: number, n: number, code = dtype) => memory.row(address, code, n);
  const [g, x, dx] = [row(record[at.g]!, elements), row(record[at.x]!, elements), row(record[at.dx]!, elements)];
  const weight = record[at.weight] === 0 ? null : row(record[at.weight]!, weights);
  const [means, variances] = [row(record[at.mean]!, units), row(record[at.variance]!, units)];
  const chunks = record[at.chunks]!;
  const perChunk = Math.ceil(units / chunks);
  const work = record[at.work] === 0 ? null : row(record[at.work]!, chunks * 2 * weights, dtypes.float64.code);
  work?.data.fill(0, work.start, work.start + chunks * 2 * weights);
  for (let u = 0; u < units; u++) {
    const mean = means.data[means.start + u]!;
    const scale = 1 / Math.sqrt(variances.data[variances.start + u]! + record[at.eps]!);
    let [sum, product] = [0, 0];
    each(u, (i, w) => {
      const [gi, h] = [g.data[g.start + i]!, (x.data[x.start + i]! - mean) * scale];
      const gw = weight ? gi * weight.data[weight.start + w]! : gi;
      sum += gw;
      product += gw * h;
      if (!work) return;
      const to = work.start + Math.floor(u / perChunk) * 2 * weights + w;
      work.data[to]! += gi * h;
      work.data[to + weights]! += gi;
    });
    if (record[at.centered]! === 0) sum = 0;
    each(u, (i, w) => {
      const [gi, h] = [g.data[g.start + i]!, (x.data[x.start + i]! - mean) * scale];
      const gw = weight ? gi * weight.data[weight.start + w]! : gi;
      dx.data[dx.start + i] = scale * (gw - sum / count - (h * product) / count);
    });
  }
  [record[at.dweight]!, record[at.dbias]!].forEach((address, part) => {
    if (!work || address === 0) return;
    const to = row(address, weights);
    for (let i = 0; i < weights; i++) {
      let total = 0;
      for (let c = 0; c < chunks; c++) total += work.data[work.start + (2 * c + part) * weights + i]!;
      to.data[to.start + i] = total;
    }
  });
  return status.ok;
}
