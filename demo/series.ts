/** Numbers that keep coming, as few points. */

const mostPoints = 400;

export class Series {
  xs: number[] = [];
  ys: number[] = [];
  /** The latest one as it came. */
  last: { x: number; y: number } | null = null;
  /** How many numbers make a point, and those of the next one so far. */
  private perPoint = 1;
  private waiting = { count: 0, x: 0, y: 0 };

  /** Adds a number; where too many points are, two become one. */
  add(x: number, y: number): void {
    this.last = { x, y };
    const { waiting } = this;
    waiting.count++;
    waiting.x += x;
    waiting.y += y;
    if (waiting.count < this.perPoint) return;
    this.xs.push(waiting.x / waiting.count);
    this.ys.push(waiting.y / waiting.count);
    this.waiting = { count: 0, x: 0, y: 0 };
    if (this.xs.length < mostPoints) return;
    this.xs = halved(this.xs);
    this.ys = halved(this.ys);
    this.perPoint *= 2;
  }

  clear(): void {
    this.xs = [];
    this.ys = [];
    this.last = null;
    this.perPoint = 1;
    this.waiting = { count: 0, x: 0, y: 0 };
  }
}

/** Means of pairs. */
function halved(values: readonly number[]): number[] {
  return Array.from({ length: values.length / 2 }, (_, i) => (values[2 * i]! + values[2 * i + 1]!) / 2);
}
