/** MNIST from the bytes of its files. */
import { known } from '../options.ts';
import { FormatError, show } from '../errors.ts';
import { cast, tensor } from '../ops/create.ts';
import { div } from '../ops/elementwise.generated.ts';
import type { Tensor } from '../tensor.ts';
import { TensorDataset } from './dataset.ts';
import { parseIdx } from './idx.ts';

/** Images, float32 [n, 1, 28, 28] from 0 (background) to 1, and labels, int32 [n] from 0 to 9. */
export type ImageDataset = TensorDataset<[images: Tensor, labels: Tensor]>;

const side = 28;
const classes = 10;

/**
 * Handwritten digits from the bytes of two IDX files, unpacked: LeCun's, or others of that form.
 * @param options.names what errors call the files
 * @throws FormatError when one is damaged, is no such file, or they do not belong together
 */
export function parseMnist(
  images: Uint8Array,
  labels: Uint8Array,
  options: { names?: readonly [images: string, labels: string] } = {},
): ImageDataset {
  const { names: [imageFile, labelFile] = ['images', 'labels'] } = known('parseMnist', options, ['names']);
  const { shape, data: pixels } = parseIdx(images, 3, imageFile);
  const { data: digits } = parseIdx(labels, 1, labelFile);
  const [count, height, width] = shape as [number, number, number];
  if (height !== side || width !== side)
    throw new FormatError(`${imageFile}: images are ${height} × ${width}; MNIST's are ${side} × ${side}.`);
  if (digits.length !== count)
    throw new FormatError(`${labelFile}: has ${digits.length} labels for ${show(shape)} images in ${imageFile}.`);
  const odd = digits.findIndex((digit) => digit >= classes);
  if (odd >= 0) throw new FormatError(`${labelFile}: label ${odd} is ${digits[odd]}; MNIST's are 0 to ${classes - 1}.`);
  return new TensorDataset(div(tensor(pixels, { shape: [count, 1, side, side] }), 255), cast(tensor(digits), 'int32'));
}
