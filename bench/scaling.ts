/**
 * Cost against size, from 1 element to 10^8, of each family of kernels: `npm run bench:scaling -- [--case text] [--svg file]`.
 * Tells of cliffs, and where a second thread begins to pay.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import type { TopLevelSpec } from 'vega-lite';
import { nn, optim, rand, randint, randn, setNumThreads, type Tensor } from '../src/index.ts';
import { emptyPool, scope } from '../src/memory.ts';
import { drawSvg } from '../src/train/curve.ts';
import { describe, machine } from './machine.ts';
import { render } from './report.ts';

interface Family {
  /** The largest size. */
  most: number;
  /** What costs are per. Default: element. */
  per?: string;
  /** What to time for about n of them, and how many there are. */
  make: (n: number) => { run: () => unknown; count: number };
}

const square = (n: number): number => Math.max(1, Math.round(Math.sqrt(n)));
const map = (fn: (x: Tensor) => Tensor): Family => ({
  most: 1e8,
  make: (n) => {
    const x = randn([n]);
    return { run: () => fn(x), count: n };
  },
});

const families: Record<string, Family> = {
  add: {
    most: 1e8,
    make: (n) => {
      const [x, y] = [randn([n]), randn([n])];
      return { run: () => x.add(y), count: n };
    },
  },
  exp: map((x) => x.exp()),
  sum: map((x) => x.sum()),
  'softmax of rows of 1,000': {
    most: 1e8,
    make: (n) => {
      const x = randn([Math.ceil(n / 1000), Math.min(n, 1000)]);
      return { run: () => x.softmax(1), count: x.length };
    },
  },
  copy: map((x) => x.clone()),
  'copy of the transpose': {
    most: 1e8,
    make: (n) => {
      const x = randn([square(n), square(n)]);
      return { run: () => x.t().contiguous(), count: x.length };
    },
  },
  'gather from 100,000': {
    most: 1e7,
    make: (n) => {
      const [x, index] = [randn([100_000]), randint(0, 100_000, [n])];
      return { run: () => x.gather(0, index), count: n };
    },
  },
  'product of square matrices': {
    most: 1e9,
    per: 'multiply-add',
    make: (n) => {
      const side = Math.max(1, Math.round(Math.cbrt(n)));
      const [a, b] = [rand([side, side]), rand([side, side])];
      return { run: () => a.matmul(b), count: side ** 3 };
    },
  },
  'convolution 3x3, 32 channels': {
    most: 1e7,
    per: 'output element',
    make: (n) => {
      const side = Math.max(1, Math.round(Math.sqrt(n / 32)));
      const [x, weight] = [randn([1, 32, side, side]), randn([32, 32, 3, 3])];
      return { run: () => nn.functional.conv2d(x, weight, null, { padding: 1 }), count: 32 * side * side };
    },
  },
  'step of Adam': {
    most: 1e7,
    make: (n) => {
      const x = randn([n], { requiresGrad: true });
      x.grad = randn([n]);
      const optimizer = new optim.Adam([x], { lr: 1e-3 });
      optimizer.step(); // which makes its state
      return { run: () => optimizer.step(), count: n };
    },
  },
};

export interface Point {
  family: string;
  threads: number;
  count: number;
  /** Least nanoseconds per element. */
  cost: number;
}

/** The least seconds of a run, from blocks of about 1 ms. */
function least(run: () => unknown): number {
  const once = (): void => scope(() => void run());
  const block = (count: number): number => {
    const start = performance.now();
    for (let i = 0; i < count; i++) once();
    return (performance.now() - start) / 1e3 / count;
  };
  const first = Math.min(block(1), block(1));
  const count = Math.max(1, Math.round(1e-3 / first));
  let [time, spent] = [Infinity, 0];
  for (let i = 0; i < 3 || (spent < 0.05 && i < 40); i++) {
    const taken = block(count);
    time = Math.min(time, taken);
    spent += taken * count;
  }
  return time;
}

function measure(name: string, { most, make }: Family): Point[] {
  const found: Point[] = [];
  // Compilers must be done with both ways that memory is had.
  for (const n of [1, 5000]) {
    const { run } = make(n);
    for (const end = performance.now() + 150; performance.now() < end;) scope(() => void run());
  }
  for (let power = 0; 10 ** power <= most * 1.01; power += 0.5) {
    const { run, count } = make(Math.round(10 ** power));
    if (found.at(-1)?.count === count) continue;
    for (const threads of [1, 2]) {
      setNumThreads(threads);
      found.push({ family: name, threads, count, cost: (least(run) / count) * 1e9 });
    }
    emptyPool();
  }
  return found;
}

function report(family: string, points: readonly Point[]): string {
  const [one, two] = [1, 2].map((n) => points.filter(({ threads }) => threads === n)) as [Point[], Point[]];
  const rows = one.map((p, i) => {
    const before = one[i - 1];
    const cliff =
      before && p.count > 100 && p.cost > 1.5 * before.cost ? `${(p.cost / before.cost).toFixed(1)} times` : '';
    return [
      String(p.count),
      p.cost.toPrecision(3),
      two[i]!.cost.toPrecision(3),
      (p.cost / two[i]!.cost).toFixed(2),
      cliff,
    ];
  });
  const per = families[family]!.per ?? 'element';
  return render([`${family}: size`, `ns per ${per}, 1 thread`, '2 threads', 'ratio', 'cliff'], rows);
}

const decades = Array.from({ length: 14 }, (_, i) => 10 ** (i - 4));

function picture(points: readonly Point[], title: string): TopLevelSpec {
  const axis = { labelFontSize: 11, titleFontSize: 12, gridColor: '#e6e6e6' };
  return {
    ...{ background: 'white', padding: 12, columns: 3 },
    title: { text: 'Cost against size', subtitle: title.split('\n'), anchor: 'start' },
    concat: [...new Set(points.map(({ family }) => family))].map((family) => ({
      ...{ width: 300, height: 200, title: family },
      data: { values: points.filter((p) => p.family === family).map((p) => ({ ...p, threads: `${p.threads}` })) },
      mark: { type: 'line', point: { size: 16 } },
      encoding: {
        x: {
          field: 'count',
          type: 'quantitative',
          scale: { type: 'log' },
          axis: { values: decades, format: '~e' },
          title: 'size',
        },
        y: {
          ...{ field: 'cost', type: 'quantitative', scale: { type: 'log' }, axis: { values: decades, format: '~g' } },
          title: `ns per ${families[family]?.per ?? 'element'}`,
        },
        color: { field: 'threads', type: 'nominal' },
      },
    })),
    config: { axis, view: { stroke: '#d0d0d0' } },
  };
}

const options = new Command('scaling')
  .description('Cost against size of each family of kernels, on one thread and on two.')
  .option('--case <text>', 'only families whose name contains this')
  .option('--json <file>', 'add the points to this file')
  .option('--svg <file>', 'draw all points of that file, or of this run')
  .parse()
  .opts<{ case?: string; json?: string; svg?: string }>();

let points: Point[] = [];
const host = describe(machine());
console.log(host);
for (const [name, family] of Object.entries(families)) {
  if (!name.includes(options.case ?? '')) continue;
  const found = measure(name, family);
  points.push(...found);
  console.log(`\n${report(name, found)}`);
}
if (options.json) {
  let earlier: Point[] = [];
  try {
    earlier = JSON.parse(readFileSync(options.json, 'utf8')) as Point[];
  } catch {
    // The first of several runs.
  }
  const again = new Set(points.map(({ family }) => family));
  points = [...earlier.filter(({ family }) => !again.has(family)), ...points];
  writeFileSync(options.json, JSON.stringify(points));
}
if (options.svg) writeFileSync(options.svg, await drawSvg('scaling', picture(points, host)));
