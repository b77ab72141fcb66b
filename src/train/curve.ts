/** Learning curves as SVG, drawn by vega-lite. */
import { known } from '../options.ts';
import type { TopLevelSpec } from 'vega-lite';
import { StateError, ValueError } from '../errors.ts';
import type { EpochResult, Evaluation } from './types.ts';

export interface CurveOptions {
  title?: string;
  /** What `epoch` counts, where it is something else. Default: 'epoch'. */
  axis?: string;
}

type Panel = Extract<TopLevelSpec, { hconcat: unknown }>['hconcat'][number];

interface Point {
  epoch: number;
  data: 'training' | 'validation';
  value: number;
}

/**
 * The loss and each metric by epoch, training and validation, side by side: the text of an SVG file. Takes the packages vega and
 * vega-lite.
 * @throws ValueError for an empty history, StateError when vega or vega-lite is not installed
 */
export async function learningCurve(history: readonly EpochResult[], options: CurveOptions = {}): Promise<string> {
  const { title = 'Learning curve', axis = 'epoch' } = known('learningCurve', options, ['title', 'axis']);
  if (history.length === 0) throw new ValueError('learningCurve: the history has no epoch.');
  return drawSvg('learningCurve', specification(history, title, axis));
}

/**
 * A picture as the text of an SVG file.
 * @throws StateError when vega or vega-lite is not installed
 */
export async function drawSvg(name: string, spec: TopLevelSpec): Promise<string> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]).catch((cause: unknown) => {
    throw new StateError(`${name}: needs the packages vega and vega-lite. Run npm install vega vega-lite.`, { cause });
  });
  const view = new vega.View(vega.parse(vegaLite.compile(spec).spec), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

function specification(history: readonly EpochResult[], title: string, axis: string): TopLevelSpec {
  const measures = ['loss', ...Object.keys(history[0]!.metrics)];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'white',
    padding: 16,
    title: { text: title, anchor: 'start', fontSize: 16, offset: 12 },
    hconcat: measures.map((measure) => panel(measure, points(history, measure), axis)),
    config: {
      axis: { labelFontSize: 12, titleFontSize: 13, gridColor: '#e6e6e6' },
      legend: { labelFontSize: 12, titleFontSize: 13 },
      view: { stroke: null },
    },
  };
}

function panel(measure: string, values: Point[], axis: string): Panel {
  const epochs = [...new Set(values.map((point) => point.epoch))];
  const [first, last] = [epochs[0]!, epochs.at(-1)!];
  // Whole epochs only, and not more of them than can be read.
  const every = Math.ceil(epochs.length / 12);
  return {
    width: 360,
    height: 260,
    data: { values },
    mark: { type: 'line', point: true },
    encoding: {
      x: {
        field: 'epoch',
        type: 'quantitative',
        title: axis,
        scale: { domain: [first, Math.max(last, first + 1)], nice: false },
        axis: { values: epochs.filter((_, i) => i % every === 0), format: 'd', grid: false, labelFlush: false },
      },
      y: { field: 'value', type: 'quantitative', title: measure, scale: { zero: measure === 'loss' } },
      color: {
        field: 'data',
        type: 'nominal',
        title: null,
        scale: { domain: ['training', 'validation'], range: ['#4c78a8', '#f58518'] },
      },
    },
  };
}

function points(history: readonly EpochResult[], measure: string): Point[] {
  const value = (result: Evaluation): number => (measure === 'loss' ? result.loss : result.metrics[measure]!);
  return history.flatMap((result) => {
    const both: Point[] = [{ epoch: result.epoch, data: 'training', value: value(result) }];
    if (result.validation) both.push({ epoch: result.epoch, data: 'validation', value: value(result.validation) });
    return both;
  });
}
