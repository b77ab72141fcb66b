/** The drawing area: by mouse, finger or keyboard. */
import { toDigit } from './digit.ts';
import type { Pixels } from './protocol.ts';

/** Of the pen, and of one press of an arrow key, in pixels of the canvas. */
const thickness = 23;
const stride = 10;
const side = 28;

const arrows: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface DrawingEvents {
  /** The drawing is another one. @param done whether a line ended, too */
  onChange(done: boolean): void;
  /** The keyboard's pen was put down or lifted. */
  onPen(down: boolean): void;
}

export class Drawing {
  private readonly context: CanvasRenderingContext2D;
  private readonly width: number;
  private readonly height: number;
  /** An image of the data set that is shown as it is, until something is drawn on it. */
  private shown: Pixels | null = null;
  /** Where the pointer's line goes on, null between lines. */
  private last: readonly [x: number, y: number] | null = null;
  /** The keyboard's pen. */
  private penAt: [x: number, y: number];
  private penDown = false;
  private readonly pressed = new Set<string>();

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly pen: HTMLElement,
    private readonly events: DrawingEvents,
  ) {
    this.context = canvas.getContext('2d', { willReadFrequently: true })!;
    this.width = canvas.width;
    this.height = canvas.height;
    this.penAt = [this.width / 2, this.height / 4];
    canvas.addEventListener('pointerdown', (event) => this.pointerDown(event));
    canvas.addEventListener('pointermove', (event) => this.pointerMove(event));
    for (const end of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(end, () => this.pointerUp());
    canvas.addEventListener('keydown', (event) => this.keyDown(event));
    canvas.addEventListener('keyup', (event) => this.pressed.delete(event.key));
    canvas.addEventListener('focus', () => this.movePen(0, 0));
    canvas.addEventListener('blur', () => {
      this.pressed.clear();
      this.setPen(false);
      pen.hidden = true;
    });
  }

  /** What the network is to see; null when nothing is drawn. */
  pixels(): Pixels | null {
    if (this.shown) return this.shown;
    const { data } = this.context.getImageData(0, 0, this.width, this.height);
    const ink = new Uint8Array(this.width * this.height);
    for (let i = 0; i < ink.length; i++) ink[i] = data[4 * i + 3]!;
    return toDigit(ink, this.width, this.height);
  }

  clear(): void {
    this.context.clearRect(0, 0, this.width, this.height);
    this.shown = null;
    this.events.onChange(true);
  }

  /** Shows an image of the data set. */
  show(pixels: Pixels): void {
    const small = new OffscreenCanvas(side, side);
    small.getContext('2d')!.putImageData(asInk(pixels), 0, 0);
    this.context.clearRect(0, 0, this.width, this.height);
    this.context.drawImage(small, 0, 0, this.width, this.height);
    this.shown = pixels;
    this.events.onChange(true);
  }

  private line(from: readonly [number, number], to: readonly [number, number]): void {
    const { context } = this;
    context.lineWidth = thickness;
    context.lineCap = context.lineJoin = 'round';
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
    // A line of no length draws nothing; a tap is a dot.
    context.beginPath();
    context.arc(...to, thickness / 2, 0, 2 * Math.PI);
    context.fill();
    this.shown = null;
  }

  private pointerDown(event: PointerEvent): void {
    if (event.button !== 0 || this.last) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.pen.hidden = true;
    this.last = this.place(event);
    this.line(this.last, this.last);
    this.events.onChange(false);
  }

  private pointerMove(event: PointerEvent): void {
    if (!this.last) return;
    const between = event.getCoalescedEvents();
    for (const each of between.length > 0 ? between : [event]) {
      const to = this.place(each);
      this.line(this.last, to);
      this.last = to;
    }
    this.events.onChange(false);
  }

  private pointerUp(): void {
    if (!this.last) return;
    this.last = null;
    this.events.onChange(true);
  }

  private place(event: PointerEvent): [x: number, y: number] {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    return [((event.clientX - left) / width) * this.width, ((event.clientY - top) / height) * this.height];
  }

  private keyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key in arrows) {
      this.pressed.add(key);
      // Two arrows held together go slantwise.
      let [dx, dy] = [0, 0];
      for (const each of this.pressed) [dx, dy] = [dx + arrows[each]![0], dy + arrows[each]![1]];
      this.movePen(dx * stride, dy * stride);
    } else if (key === ' ') {
      if (!event.repeat) this.setPen(!this.penDown);
    } else if (key === 'Delete' || key === 'Backspace') {
      this.clear();
    } else if (key === 'Escape') {
      this.setPen(false);
    } else return;
    event.preventDefault();
  }

  private movePen(dx: number, dy: number): void {
    const [x, y] = this.penAt;
    this.penAt = [Math.min(Math.max(x + dx, 0), this.width), Math.min(Math.max(y + dy, 0), this.height)];
    this.pen.hidden = !this.canvas.matches(':focus-visible');
    this.pen.style.left = `${(100 * this.penAt[0]) / this.width}%`;
    this.pen.style.top = `${(100 * this.penAt[1]) / this.height}%`;
    if (!this.penDown) return;
    this.line([x, y], this.penAt);
    this.events.onChange(false);
  }

  private setPen(down: boolean): void {
    if (down === this.penDown) return;
    this.penDown = down;
    this.pen.classList.toggle('down', down);
    if (down) this.line(this.penAt, this.penAt);
    this.events.onChange(!down);
    this.events.onPen(down);
  }
}

/** Black of which pixels say how much there is. */
export function asInk(pixels: Pixels): ImageData {
  const image = new ImageData(side, side);
  for (let i = 0; i < pixels.length; i++) image.data[4 * i + 3] = pixels[i]!;
  return image;
}
