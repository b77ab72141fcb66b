/** From a drawing to an image like MNIST's. */

const side = 28;
/** MNIST's digits fill a box of this size, … */
const box = 20;
/** … and their centre of mass is here, to half a pixel: they were moved by whole ones. */
const middle = 14.5;
const faintest = 16;

/**
 * Scales a drawing so that its ink just fills 20 × 20 pixels and moves its centre of mass to the middle of 28 × 28, as MNIST's
 * makers did: http://yann.lecun.com/exdb/mnist
 * @param ink width × height, row by row, from 0 to 255 @returns 28 × 28 from 0 to 255, null when there is no ink
 */
export function toDigit(ink: ArrayLike<number>, width: number, height: number): Uint8Array | null {
  let [left, right, top, bottom] = [width, -1, height, -1];
  let [mass, massX, massY] = [0, 0, 0];
  // sums[y][x] is the ink above y and left of x.
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      const value = ink[y * width + x]!;
      row += value;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
      if (value < faintest) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      mass += value;
      massX += value * (x + 0.5);
      massY += value * (y + 0.5);
    }
  }
  if (mass === 0) return null;

  /** The ink above y and left of x, these being anywhere. */
  const sum = (x: number, y: number): number => {
    const cx = Math.min(Math.max(x, 0), width);
    const cy = Math.min(Math.max(y, 0), height);
    const x0 = Math.min(Math.floor(cx), width - 1);
    const y0 = Math.min(Math.floor(cy), height - 1);
    const [fx, fy] = [cx - x0, cy - y0];
    const at = y0 * (width + 1) + x0;
    const above = sums[at]! * (1 - fx) + sums[at + 1]! * fx;
    const below = sums[at + width + 1]! * (1 - fx) + sums[at + width + 2]! * fx;
    return above * (1 - fy) + below * fy;
  };

  /** Pixels of the drawing to one of the image. */
  const scale = Math.max(right - left + 1, bottom - top + 1) / box;
  const startX = left - Math.round(middle - (massX / mass - left) / scale) * scale;
  const startY = top - Math.round(middle - (massY / mass - top) / scale) * scale;
  return Uint8Array.from({ length: side * side }, (_, i) => {
    const x = startX + (i % side) * scale;
    const y = startY + Math.floor(i / side) * scale;
    const inside = sum(x + scale, y + scale) - sum(x, y + scale) - sum(x + scale, y) + sum(x, y);
    return Math.round(inside / (scale * scale));
  });
}
