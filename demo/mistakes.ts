/** Some of the test images that the network gets wrong. */
import { asInk } from './draw.ts';
import { byId, make } from './elements.ts';
import { count } from './format.ts';
import type { Mistake } from './protocol.ts';

export class MistakesView {
  private readonly list = byId('mistakes', HTMLUListElement);
  private readonly sentence = byId('wrong', HTMLElement);
  private shown: Mistake[] = [];

  constructor(private readonly onChoose: (mistake: Mistake) => void) {}

  show(wrong: number, total: number, mistakes: Mistake[]): void {
    this.sentence.textContent = `${count(wrong)} of ${count(total)} are wrong now.`;
    // An element stays where its digit does, so that the keyboard's focus does.
    mistakes.forEach((mistake, i) => {
      if (!this.list.children[i]) this.list.append(this.slot(i));
      this.fill(this.list.children[i]!, mistake, this.shown[i]);
    });
    for (let i = this.list.children.length; i > mistakes.length; i--) this.list.lastElementChild!.remove();
    this.shown = mistakes;
  }

  private slot(i: number): HTMLLIElement {
    const button = make(
      'button',
      { type: 'button' },
      make('canvas', { width: '28', height: '28', 'aria-hidden': 'true' }),
      make('span'),
    );
    button.addEventListener('click', () => this.onChoose(this.shown[i]!));
    return make('li', {}, button);
  }

  private fill(slot: Element, { pixels, label, guess }: Mistake, before: Mistake | undefined): void {
    slot.querySelector('span')!.textContent = `${label}, read as ${guess}`;
    const same = before?.pixels.every((value, i) => value === pixels[i]);
    if (!same) slot.querySelector('canvas')!.getContext('2d')!.putImageData(asInk(pixels), 0, 0);
  }
}
