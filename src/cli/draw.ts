/** Pictures and headings for the terminal. */
import pc from 'picocolors';

/** Empty pixels around MNIST's digits: 20 × 20 pixels in the middle of 28 × 28. */
const margin = 3;
const side = 28;
const shown = side - 2 * margin;

/** A digit in half blocks: two rows of pixels to a line of text. */
export function drawDigit(pixels: ArrayLike<number>): string[] {
  const dark = (row: number, column: number): boolean => pixels[row * side + column]! > 0.4;
  const lines: string[] = [];
  for (let row = margin; row < side - margin; row += 2) {
    let line = '';
    for (let column = margin; column < side - margin; column++) {
      line += ' ▄▀█'[2 * Number(dark(row, column)) + Number(dark(row + 1, column))]!;
    }
    lines.push(line);
  }
  return lines;
}

export interface Guess {
  pixels: ArrayLike<number>;
  predicted: number;
  label: number;
  /** Of the predicted class, from 0 to 1. */
  probability: number;
}

/** Digits side by side, as many to a row as fit, each with what was predicted below. */
export function drawGuesses(guesses: readonly Guess[], columns = 80): string {
  const gap = '  ';
  const perRow = Math.max(1, Math.floor((columns + gap.length) / (shown + gap.length)));
  const rows: string[] = [];
  for (let i = 0; i < guesses.length; i += perRow) {
    const row = guesses.slice(i, i + perRow);
    const pictures = row.map((guess) => drawDigit(guess.pixels));
    for (let line = 0; line < pictures[0]!.length; line++)
      rows.push(pictures.map((picture) => picture[line]).join(gap));
    rows.push(row.map(caption).join(gap), '');
  }
  return rows.join('\n');
}

function caption({ predicted, label, probability }: Guess): string {
  const right = predicted === label;
  const text = `${predicted} (${(100 * probability).toFixed(1)} %), ${right ? 'right' : `it is ${label}`}`.padEnd(
    shown,
  );
  return right ? pc.green(text) : pc.red(text);
}
