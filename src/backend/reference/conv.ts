/** Convolutions of three dims, in groups, and their gradients: each is the same sum of products, for another operand. */
import { word } from '../../kernels/records.generated.ts';
import { convKinds } from '../../kernels/spec.ts';
import { status } from '../backend.ts';
import type { Memory } from './memory.ts';
import { isFloatCode, product, walk } from './strided.ts';

/** For each output position and tap: [output, tap, input] as indices, those that fall outside of the input left out. */
function meetings(list: (i: number) => Float64Array): [o: number, k: number, i: number][] {
  const [inSize, kernel, outSize, stride, padding, dilation] = Array.from({ length: 6 }, (_, i) => list(i));
  const found: [number, number, number][] = [];
  const sizes = [...outSize!, ...kernel!];
  let n = 0;
  const taps = product(kernel!);
  walk(sizes, [], () => {
    let rest = n;
    const at = sizes.map(() => 0);
    for (let d = 5; d >= 0; d--) {
      at[d] = rest % sizes[d]!;
      rest = Math.floor(rest / sizes[d]!);
    }
    let i = 0;
    for (let d = 0; d < 3; d++) {
      const position = at[d]! * stride![d]! - padding![d]! + at[d + 3]! * dilation![d]!;
      i = position < 0 || position >= inSize![d]! ? NaN : i * inSize![d]! + position;
    }
    if (i === i) found.push([Math.floor(n / taps), n % taps, i]);
    n++;
  });
  return found;
}

export function conv(record: Float64Array, memory: Memory): number {
  const at = word.conv;
  const [dtype, batch, groups] = [record[at.dtype]!, record[at.batch]!, record[at.groups]!];
  const [ins, outs] = [record[at.inChannels]!, record[at.outChannels]!];
  const kind = convKinds[record[at.kind]!];
  if (kind === undefined || !isFloatCode(dtype)) return status.unknownKernel;
  const list = (i: number): Float64Array => record.subarray(at.dims + 3 * i, at.dims + 3 * i + 3);
  const [inPlane, taps, outPlane] = [product(list(0)), product(list(1)), product(list(2))];
  const x = memory.row(record[at.x]!, dtype, batch * groups * ins * inPlane);
  const weight = memory.row(record[at.weight]!, dtype, groups * outs * ins * taps);
  const y = memory.row(record[at.y]!, dtype, batch * groups * outs * outPlane);
  const found = meetings(list);

  const [result, channels, plane] =
    kind === 'forward' ? [y, outs, outPlane] : kind === 'input' ? [x, ins, inPlane] : [weight, outs, ins * taps];
  // Sums stay in float64 until all products are in.
  const sums = new Float64Array((kind === 'weight' ? 1 : batch) * groups * channels * plane);
  for (let n = 0; n < batch; n++) {
    for (let g = 0; g < groups; g++) {
      for (let o = 0; o < outs; o++) {
        for (let c = 0; c < ins; c++) {
          const xAt = ((n * groups + g) * ins + c) * inPlane;
          const wAt = ((g * outs + o) * ins + c) * taps;
          const yAt = ((n * groups + g) * outs + o) * outPlane;
          const [xs, ws, ys] = [x.start + xAt, weight.start + wAt, y.start + yAt];
          if (kind === 'forward')
            for (const [p, k, i] of found) sums[yAt + p]! += x.data[xs + i]! * weight.data[ws + k]!;
          else if (kind === 'input')
            for (const [p, k, i] of found) sums[xAt + i]! += y.data[ys + p]! * weight.data[ws + k]!;
          else for (const [p, k, i] of found) sums[wAt + k]! += x.data[xs + i]! * y.data[ys + p]!;
        }
      }
    }
  }
  const bias = record[at.bias] === 0 ? null : memory.row(record[at.bias]!, dtype, groups * channels);
  for (let i = 0; i < sums.length; i++) {
    const added = bias === null ? 0 : bias.data[bias.start + (Math.floor(i / plane) % (groups * channels))]!;
    result.data[result.start + i] = sums[i]! + added;
  }
  return status.ok;
}
