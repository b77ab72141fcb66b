/** float32 matrix products of shapes that nobody chose, and how they compare as a whole. */
import { Generator, rand } from '../../src/index.ts';
import { type Budget, type Case, medianOf, type Suite } from '../measure.ts';
import { digits, peerNames, render, type Result, threadsText } from '../report.ts';
import { layouts } from './matmul.ts';

const count = 200;
const largest = 2048;
const budget: Budget = { warmupSeconds: 0.02, blockSeconds: 5e-4, caseSeconds: 0.04, samples: 7 };

/** Sizes from 1 to the largest, the logarithms of which are uniform; the same ones every time. */
function cases(): Case[] {
  const drawn = rand([count, 3], { generator: new Generator(6) }).toArray() as number[][];
  return drawn.map((row, i) => {
    const [m, k, n] = row.map((x) => Math.floor(largest ** x)) as [number, number, number];
    const [layout, [a, b]] = Object.entries(layouts(m, k, n))[i % 3]!;
    return { name: `${m}x${k}x${n} ${layout}`, run: () => a.matmul(b), flops: 2 * m * k * n };
  });
}

function table(results: readonly Result[]): string {
  const heads = [`${results.length} random shapes, ${threadsText(results[0]!.threads)}`, 'GFLOP/s', 'peer / descend'];
  const rows = peerNames(results).flatMap((peer) => {
    const all = results
      .filter(({ peers }) => peers[peer])
      .map(({ name, min, gflops, peers }) => ({ name, gflops, ratio: peers[peer]!.min / min }))
      .sort((a, b) => a.ratio - b.ratio);
    const ratios = all.map(({ ratio }) => ratio);
    return [
      [`${peer}: median`, '', digits(medianOf(ratios))],
      [`${peer}: shapes below 0.95`, '', String(ratios.filter((ratio) => ratio < 0.95).length)],
      ...all.slice(0, 5).map(({ name, gflops, ratio }) => [name, digits(gflops!), digits(ratio)]),
    ];
  });
  const rates = results.map(({ gflops }) => gflops!);
  return render(heads, [['descend: median', digits(medianOf(rates)), ''], ...rows]);
}

export const gemmRandom: Suite = { name: 'gemmRandom', unit: 'µs', threads: 'all', cases, budget, table };
