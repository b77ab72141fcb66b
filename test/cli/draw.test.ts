import { describe, expect, it } from 'vitest';
import { drawDigit, drawGuesses } from '../../src/cli/draw.ts';

const blank = () => new Float32Array(784);

describe('drawDigit', () => {
  it('puts two pixels into one character', () => {
    const pixels = blank();
    pixels[3 * 28 + 3] = 1; // upper
    pixels[4 * 28 + 4] = 1; // lower
    pixels[3 * 28 + 5] = pixels[4 * 28 + 5] = 0.5; // both
    const lines = drawDigit(pixels);
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe('▀▄█'.padEnd(22));
    expect(lines.slice(1).every((line) => line === ' '.repeat(22))).toBe(true);
  });
});

describe('drawGuesses', () => {
  const guess = (predicted: number, label: number) => ({ pixels: blank(), predicted, label, probability: 0.876 });
  it('fills the width and says what was right', () => {
    const text = drawGuesses([guess(1, 1), guess(2, 7), guess(3, 3)], 50);
    const rows = text.split('\n');
    expect(rows).toHaveLength(26);
    expect(rows[11]).toContain('1 (87.6 %), right');
    expect(rows[11]).toContain('2 (87.6 %), it is 7');
    expect(rows[24]).toContain('3 (87.6 %), right');
    expect(drawGuesses([guess(1, 1)], 5).split('\n')).toHaveLength(13);
  });
});
