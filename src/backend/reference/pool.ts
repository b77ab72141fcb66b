/** Windows of planes: the largest element and its index, the average, and their gradients. */
import { dtypes } from '../../dtype.ts';
import { word } from '../../kernels/records.generated.ts';
import { poolKinds } from '../../kernels/spec.ts';
import { status } from '../backend.ts';
import type { Memory } from './memory.ts';
import { isFloatCode, product } from './strided.ts';

/** The elements of each window along a dim, and how many it has with padding. */
function windows(record: Float64Array, d: number): { elements: number[]; padded: number }[] {
  const at = word.pool;
  const [inSize, kernel, outSize, stride, padding, dilation] = [0, 1, 2, 3, 4, 5].map(
    (i) => record[at.dims + 3 * i + d]!,
  ) as [number, number, number, number, number, number];
  return Array.from({ length: outSize }, (_, o) => {
    const adaptive = record[at.adaptive] !== 0;
    const first = adaptive ? Math.floor((o * inSize) / outSize) : o * stride - padding;
    const count = adaptive ? Math.ceil(((o + 1) * inSize) / outSize) - first : kernel;
    const positions = Array.from({ length: count }, (_, k) => first + k * dilation);
    return {
      elements: positions.filter((i) => i >= 0 && i < inSize),
      padded: positions.filter((i) => i < inSize + padding).length,
    };
  });
}

export function pool(record: Float64Array, memory: Memory): number {
  const at = word.pool;
  const [dtype, planes, divisor] = [record[at.dtype]!, record[at.planes]!, record[at.divisor]!];
  const kind = poolKinds[record[at.kind]!];
  if (kind === undefined || !isFloatCode(dtype)) return status.unknownKernel;
  const sizes = record.subarray(at.dims, at.dims + 3);
  const inPlane = product(sizes);
  const outPlane = product(record.subarray(at.dims + 6, at.dims + 9));
  const x = memory.row(record[at.x]!, dtype, planes * inPlane);
  const y = memory.row(record[at.y]!, dtype, planes * outPlane);
  const index = kind.startsWith('max') ? memory.row(record[at.index]!, dtypes.int32.code, planes * outPlane) : null;
  const [deep, high, wide] = [0, 1, 2].map((d) => windows(record, d));
  if (kind.endsWith('Backward')) x.data.fill(0, x.start, x.start + planes * inPlane);

  let o = 0;
  for (let p = 0; p < planes; p++) {
    const from = x.start + p * inPlane;
    for (const a of deep!) {
      for (const b of high!) {
        for (const c of wide!) {
          const found = a.elements.flatMap((i) =>
            b.elements.flatMap((j) => c.elements.map((k) => (i * sizes[1]! + j) * sizes[2]! + k)),
          );
          const count = divisor > 0 ? divisor : divisor < 0 ? a.padded * b.padded * c.padded : found.length;
          if (kind === 'max') {
            let best = found[0]!;
            for (const i of found)
              if (x.data[from + i]! > x.data[from + best]! || x.data[from + i] !== x.data[from + i]) best = i;
            y.data[y.start + o] = x.data[from + best]!;
            index!.data[index!.start + o] = best;
          } else if (kind === 'maxBackward') {
            x.data[from + index!.data[index!.start + o]!]! += y.data[y.start + o]!;
          } else if (kind === 'avg') {
            y.data[y.start + o] = found.reduce((sum, i) => sum + x.data[from + i]!, 0) / count;
          } else {
            for (const i of found) x.data[from + i]! += y.data[y.start + o]! / count;
          }
          o++;
        }
      }
    }
  }
  return status.ok;
}
