/** A line chart that grows while it is looked at: SVG, in pixels of the page, in colours of the style sheet. */
import type { Series } from './series.ts';

export interface ChartOptions {
  /** What it shows, for those who do not see it. */
  label: string;
  /** Where a value stands, in any unit: what makes small differences show. */
  scale: (value: number) => number;
  /** Values that get a line, if there is room, those that come first before others. */
  ticks: readonly number[];
  format: (value: number) => string;
  /** Values that are always in sight. */
  range: readonly [least: number, most: number];
}

interface Line {
  series: Series;
  /** A class of the style sheet. */
  name: string;
}

const margin = { top: 10, right: 14, bottom: 38, left: 46 };
const height = 230;
/** Room that a label takes, in pixels. */
const labelHeight = 18;
const labelWidth = 42;

export class Chart {
  private readonly svg = element('svg', { role: 'img', height });
  private width = 0;
  private epochs = 0;

  /** @param lines the last one is the one that the chart's text tells of */
  constructor(
    host: HTMLElement,
    private readonly options: ChartOptions,
    private readonly lines: readonly Line[],
  ) {
    host.append(this.svg);
    new ResizeObserver(([entry]) => {
      this.width = Math.floor(entry!.contentRect.width);
      this.draw();
    }).observe(host);
  }

  /** @param epochs how far the axis reaches, at least */
  draw(epochs = this.epochs): void {
    this.epochs = epochs;
    const { svg, width, lines } = this;
    if (width === 0) return;
    const x = this.across();
    const y = this.upwards();
    svg.setAttribute('width', String(width));
    svg.setAttribute('aria-label', this.describe());
    svg.replaceChildren(
      ...this.horizontals(y),
      ...this.verticals(x),
      text('epochs', { x: (margin.left + width - margin.right) / 2, y: height - 4, class: 'title middle' }),
      ...lines.map(({ series, name }) => element('path', { class: `line ${name}`, d: path(series, x, y) })),
      ...this.end(x, y),
    );
  }

  /** Where an epoch stands. */
  private across(): Scale {
    return linear([0, Math.max(1, this.epochs)], [margin.left, this.width - margin.right]);
  }

  /** Where a value stands. */
  private upwards(): Scale {
    const { range, scale } = this.options;
    let [least, most] = range;
    for (const { series } of this.lines) {
      for (const value of series.ys) [least, most] = [Math.min(least, value), Math.max(most, value)];
    }
    const place = linear([scale(least), scale(most)], [height - margin.bottom, margin.top]);
    return { ...place, domain: [least, most], at: (value) => place.at(scale(value)) };
  }

  private horizontals(y: Scale): SVGElement[] {
    const taken: number[] = [];
    const [least, most] = y.domain;
    return this.options.ticks.flatMap((tick) => {
      const at = y.at(tick);
      if (tick < least || tick > most || taken.some((other) => Math.abs(other - at) < labelHeight)) return [];
      taken.push(at);
      return [
        element('line', { class: 'grid', x1: margin.left, x2: this.width - margin.right, y1: at, y2: at }),
        text(this.options.format(tick), { x: margin.left - 8, y: at + 4, class: 'end' }),
      ];
    });
  }

  private verticals(x: Scale): SVGElement[] {
    const most = x.domain[1];
    const room = (this.width - margin.left - margin.right) / labelWidth;
    const step = niceStep(most / room);
    const ticks = Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, i) => i * step);
    return ticks.map((tick) =>
      text(String(Number(tick.toFixed(2))), { x: x.at(tick), y: height - margin.bottom + 17, class: 'middle' }),
    );
  }

  /** A dot at the latest value. */
  private end(x: Scale, y: Scale): SVGElement[] {
    const { series, name } = this.lines.at(-1)!;
    if (!series.last) return [];
    return [element('circle', { class: `dot ${name}`, cx: x.at(series.last.x), cy: y.at(series.last.y), r: 4 })];
  }

  private describe(): string {
    const { label, format } = this.options;
    const { series } = this.lines.at(-1)!;
    if (!series.last) return `${label}: nothing yet`;
    return `${label}: from ${format(series.ys[0]!)} to ${format(series.last.y)} in ${series.last.x.toFixed(1)} epochs`;
  }
}

interface Scale {
  domain: readonly [number, number];
  at: (value: number) => number;
}
function linear(domain: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const [a, b] = domain;
  return { domain, at: (value) => from + ((value - a) / (b - a)) * (to - from) };
}

/** 1, 2 or 5 times a power of ten, not below `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * [1, 2, 5, 10].find((n) => n * power >= least)!;
}

function path({ xs, ys, last }: Series, x: Scale, y: Scale): string {
  const points = xs.map((each, i) => `${x.at(each).toFixed(1)} ${y.at(ys[i]!).toFixed(1)}`);
  if (last) points.push(`${x.at(last.x).toFixed(1)} ${y.at(last.y).toFixed(1)}`);
  return points.length === 0 ? '' : `M${points.join('L')}`;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
function text(content: string, attributes: Record<string, string | number>): SVGElement {
  const made = element('text', attributes);
  made.textContent = content;
  return made;
}
