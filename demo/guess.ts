/** What the network takes a drawing for: ten bars and a sentence. */
import { byId, make } from './elements.ts';
import { percent } from './format.ts';

const digits = Array.from({ length: 10 }, (_, digit) => digit);

export class GuessView {
  private readonly sentence = byId('guess', HTMLElement);
  private readonly bars: HTMLLIElement[];

  constructor() {
    this.bars = digits.map((digit) =>
      make(
        'li',
        {
          'data-digit': String(digit),
          role: 'meter',
          'aria-label': String(digit),
          'aria-valuemin': '0',
          'aria-valuemax': '1',
        },
        make('span', { class: 'digit' }, String(digit)),
        make('span', { class: 'track' }, make('span', { class: 'fill' })),
        make('span', { class: 'share' }),
      ),
    );
    byId('probabilities', HTMLUListElement).append(...this.bars);
    this.clear();
  }

  /** @param truth what the digit is, where that is known @returns the sentence that is shown */
  show(probabilities: Float32Array, truth: number | null): string {
    const best = probabilities.indexOf(Math.max(...probabilities));
    this.bars.forEach((bar, digit) => this.fill(bar, probabilities[digit]!, digit === best));
    const verdict = truth === null ? '' : truth === best ? ', which is right' : `, but it is a ${truth}`;
    const text = `It reads a ${best}, ${percent(probabilities[best]!, 0)} sure${verdict}.`;
    this.sentence.textContent = text;
    return text;
  }

  clear(): void {
    for (const bar of this.bars) this.fill(bar, 0, false);
    this.sentence.textContent = 'Nothing drawn yet.';
  }

  private fill(bar: HTMLLIElement, share: number, best: boolean): void {
    bar.setAttribute('aria-valuenow', share.toFixed(4));
    bar.setAttribute('aria-valuetext', percent(share));
    bar.classList.toggle('best', best);
    bar.querySelector<HTMLElement>('.fill')!.style.width = percent(share).replace(' ', '');
    bar.querySelector('.share')!.textContent = percent(share);
  }
}
