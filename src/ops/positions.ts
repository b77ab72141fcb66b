/** What is read of index tensors and masks before kernels take them. */
import type { DType } from '../dtype.ts';
import { IndexError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import type { Tensor } from '../tensor.ts';
import { cast } from './create.ts';
import { add, lt, ne, where } from './elementwise.generated.ts';
import { max, min } from './reduce.ts';

/**
 * index with `size` added to what is negative. Its least and its largest value are read.
 * @param of what has `size` positions, as the error names it @throws IndexError when an index is out of range
 */
export function wrapped(op: string, index: Tensor, size: number, of: string): Tensor {
  if (index.length === 0) return index;
  return noGrad(() => {
    const [least, most] = [min(index), max(index)].map((x) => Number(x.toTypedArray<DType>()[0])) as [number, number];
    if (least < -size || most >= size) {
      throw new IndexError(
        `${op}: index ${most >= size ? most : least} is out of range for ${of}; it must be between ${-size} and ${size - 1}.`,
      );
    }
    if (least >= 0) return index;
    const at = cast(index, 'int32');
    return where(lt(at, 0), add(at, size), at);
  });
}

/** Where the elements are that are not 0, in the flattened x. */
export function trueAt(x: Tensor): Int32Array {
  let truths = x.dtype === 'bool' ? x.toTypedArray<'bool'>() : new Uint8Array();
  if (x.dtype !== 'bool') noGrad(() => scope(() => void (truths = ne(x, 0).toTypedArray<'bool'>())));
  let count = 0;
  for (let i = 0; i < truths.length; i++) count += truths[i]!;
  const at = new Int32Array(count);
  for (let i = 0, n = 0; n < count; i++) {
    at[n] = i;
    n += truths[i]!;
  }
  return at;
}
