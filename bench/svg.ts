/** The ratios to the peers as a picture. */
import type { TopLevelSpec } from 'vega-lite';
import { drawSvg } from '../src/train/curve.ts';
import { peerNames, type Result, threadsText } from './report.ts';

/** A bar for each case, number of threads and peer: how many times as fast descend is, from least times. @throws Error when there is none */
export function ratiosSvg(results: readonly Result[], title: string): Promise<string> {
  const values = results.flatMap(({ suite, name, threads, min, peers }) =>
    Object.entries(peers).map(([peer, timing]) => ({
      ...{ suite, case: `${name}, ${threadsText(threads)}`, peer },
      ratio: timing.min / min,
    })),
  );
  if (values.length === 0) throw new Error('--svg draws ratios to peers, and no peer ran: pass --peers.');
  const suites = [...new Set(values.map(({ suite }) => suite))];
  const ratios = values.map(({ ratio }) => ratio);
  const domain = [Math.min(0.5, ...ratios), Math.max(2, ...ratios)];
  const x = { type: 'quantitative', scale: { type: 'log', domain, nice: false } } as const;
  const spec: TopLevelSpec = {
    ...{ background: 'white', padding: 16 },
    title: { text: 'How many times as fast as its peers descend is', subtitle: title.split('\n'), anchor: 'start' },
    vconcat: suites.map((suite) => ({
      ...{ width: 420, height: { step: 12 }, title: { text: suite, anchor: 'start' } },
      data: { values: values.filter((one) => one.suite === suite) },
      layer: [
        {
          mark: { type: 'bar' },
          encoding: {
            x: { ...x, field: 'ratio', title: 'peer’s time / descend’s' },
            x2: { datum: 1 },
            y: { field: 'case', type: 'nominal', sort: null, title: null, axis: { labelLimit: 420 } },
            yOffset: { field: 'peer', type: 'nominal' },
            color: { field: 'peer', type: 'nominal', title: null, scale: { domain: peerNames(results) } },
          },
        },
        { mark: { type: 'rule', color: '#333' }, encoding: { x: { ...x, datum: 1 } } },
      ],
    })),
    config: { axis: { gridColor: '#e6e6e6' }, view: { stroke: null } },
  };
  return drawSvg('bench', spec);
}
