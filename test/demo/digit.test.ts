import { describe, expect, it } from 'vitest';
import { toDigit } from '../../demo/digit.ts';
import { datasets } from '../../src/index.ts';

const side = 28;
const size = side * side;

/** Digits of MNIST as someone might draw them: 7 times as large, and off the middle. */
function drawn(pixels: ArrayLike<number>, [dx, dy]: readonly [number, number], width = 280): Uint8Array {
  const ink = new Uint8Array(width * width);
  for (let y = 0; y < side * 7; y++)
    for (let x = 0; x < side * 7; x++) {
      ink[(y + dy) * width + x + dx] = Math.round(255 * pixels[Math.floor(y / 7) * side + Math.floor(x / 7)]!);
    }
  return ink;
}

describe('toDigit', () => {
  it('gives back the digits of MNIST, which its makers centred and scaled the same way', () => {
    const { test } = datasets.mnist();
    for (let i = 0; i < 50; i++) {
      const pixels = test.get(i)[0].toTypedArray();
      const image = toDigit(drawn(pixels, [60, 15]), 280, 280)!;
      let [difference, ink] = [0, 0];
      for (let k = 0; k < size; k++) {
        difference += Math.abs(image[k]! - 255 * pixels[k]!);
        ink += 255 * pixels[k]!;
      }
      expect(difference / ink).toBeLessThan(0.01);
    }
  });

  it('does not depend on place and size', () => {
    const bar = (left: number, top: number, width: number, height: number): Uint8Array => {
      const ink = new Uint8Array(280 * 280);
      for (let y = top; y < top + height; y++) ink.fill(255, y * 280 + left, y * 280 + left + width);
      return toDigit(ink, 280, 280)!;
    };
    const large = bar(100, 20, 40, 200);
    expect(bar(3, 70, 20, 100)).toEqual(large);
    // 4 × 20 pixels, the middle being at 14.5.
    const expected = new Uint8Array(size);
    for (let y = 5; y < 25; y++) expected.fill(255, y * side + 13, y * side + 17);
    expect(large).toEqual(expected);
  });

  it('sees nothing where nothing is drawn', () => {
    expect(toDigit(new Uint8Array(100), 10, 10)).toBeNull();
  });

  it('takes one dot', () => {
    const ink = new Uint8Array(100);
    ink[99] = 255;
    expect(toDigit(ink, 10, 10)!.reduce((a, b) => a + b)).toBe(20 * 20 * 255);
  });
});
