/**
 * Draws docs/activations.md: every activation with its slope, and what they do to the gradients of a deep network.
 *
 *   npm run docs:activations
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { TopLevelSpec } from 'vega-lite';
import { data, datasets, grad, linspace, manualSeed, nn, noGrad, optim, type Tensor } from '../src/index.ts';
import { drawSvg } from '../src/train/curve.ts';

const F = nn.functional;
const folder = new URL('../docs/activations/', import.meta.url);

/** Those of one number, by their class. rrelu's slope is its mean, prelu's what it starts from. */
const activations: readonly [name: string, fn: (x: Tensor) => Tensor][] = [
  ['Sigmoid', F.sigmoid],
  ['Tanh', F.tanh],
  ['ReLU', F.relu],
  ['LeakyReLU', F.leakyRelu],
  ['PReLU', (x) => new nn.PReLU().forward(x)],
  ['RReLU', F.rrelu],
  ['ELU', F.elu],
  ['SELU', F.selu],
  ['CELU', (x) => F.celu(x, { alpha: 2 })],
  ['GELU', F.gelu],
  ['SiLU', F.silu],
  ['Mish', F.mish],
  ['Softplus', F.softplus],
  ['Hardswish', F.hardswish],
  ['Hardsigmoid', F.hardsigmoid],
  ['Hardtanh', F.hardtanh],
  ['ReLU6', F.relu6],
  ['LogSigmoid', F.logSigmoid],
  ['Softsign', F.softsign],
  ['Tanhshrink', F.tanhshrink],
  ['Softshrink', F.softshrink],
  ['Hardshrink', F.hardshrink],
  ['Threshold', (x) => F.threshold(x, 1, 0)],
  ['GLU', (x) => F.glu(x.unsqueeze(1).expand([x.length, 2])).flatten()],
];

const style = {
  background: 'white',
  padding: 12,
  config: { axis: { labelFontSize: 11, titleFontSize: 12, gridColor: '#e6e6e6' }, view: { stroke: '#d0d0d0' } },
} as const;

function curves(): TopLevelSpec {
  const values = activations.flatMap(([name, fn]) => {
    const x = linspace(-4, 7, 221, { dtype: 'float64', requiresGrad: true });
    const y = fn(x.to('float32')).to('float64');
    const [slope] = grad(y.sum(), [x]);
    const [xs, ys, slopes] = [x, y, slope!].map((t) => [...t.toTypedArray()].map(Number));
    return xs!.flatMap((at, i) => [
      { name, x: at, line: 'value', y: ys![i] },
      { name, x: at, line: 'gradient', y: slopes![i] },
    ]);
  });
  return {
    ...style,
    data: { values },
    facet: { field: 'name', type: 'nominal', sort: null, title: null, header: { labelFontSize: 13 } },
    columns: 4,
    spec: {
      width: 170,
      height: 130,
      mark: { type: 'line', clip: true },
      encoding: {
        x: { field: 'x', type: 'quantitative', title: null },
        y: { field: 'y', type: 'quantitative', title: null, scale: { domain: [-3, 7] } },
        color: {
          field: 'line',
          type: 'nominal',
          title: null,
          sort: null,
          scale: { domain: ['value', 'gradient'], range: ['#4c78a8', '#f58518'] },
          legend: { orient: 'top', labelFontSize: 12 },
        },
      },
    },
  };
}

/** With the gain that each one's authors, or He et al. for rectifiers, start from. */
const contest: readonly [name: string, activation: () => nn.Module, gain: number][] = [
  ['Sigmoid', () => new nn.Sigmoid(), 1],
  ['ReLU', () => new nn.ReLU(), Math.SQRT2],
  ['LeakyReLU', () => new nn.LeakyReLU(), Math.SQRT2],
  ['ELU', () => new nn.ELU(), Math.SQRT2],
  ['SELU', () => new nn.SELU(), 1],
];
const [depth, width, steps] = [20, 64, 300];

interface Outcome {
  name: string;
  /** The norm of the gradient of each layer's weights, before training. */
  norms: number[];
  loss: number;
  accuracy: number;
}

/** The same network of `depth` hidden layers and the same images, with another activation. */
function run([name, activation, gain]: (typeof contest)[number]): Outcome {
  manualSeed(1);
  const { train, test } = datasets.mnist();
  const linears = Array.from({ length: depth }, (_, i) => new nn.Linear(i === 0 ? 784 : width, width));
  const last = new nn.Linear(width, 10);
  const model = new nn.Sequential(
    new nn.Flatten(),
    ...linears.flatMap((linear): nn.Module[] => [linear, activation()]),
    last,
  );
  for (const linear of [...linears, last]) {
    nn.init.normal_(linear.weight, { std: gain / Math.sqrt(linear.inFeatures) });
    nn.init.zeros_(linear.bias!);
  }
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.01, momentum: 0.9 });
  let norms: number[] = [];
  let loss = NaN;
  let step = 0;
  for (const [images, labels] of new data.DataLoader(train, { batchSize: 128, shuffle: true })) {
    if (step++ === steps) break;
    const l = F.crossEntropy(model.forward(images), labels);
    optimizer.zeroGrad();
    l.backward();
    loss = l.item();
    if (step === 1) norms = linears.map(({ weight }) => weight.grad!.norm().item());
    nn.utils.clipGradNorm_(model.parameters(), 1);
    optimizer.step();
  }
  let right = 0;
  for (const [images, labels] of new data.DataLoader(test, { batchSize: 1000 }))
    right += noGrad(() => model.forward(images).argmax(1).eq(labels).sum().item());
  return { name, norms, loss, accuracy: right / test.length };
}

function vanishing(outcomes: readonly Outcome[]): TopLevelSpec {
  return {
    ...style,
    width: 520,
    height: 280,
    data: { values: outcomes.flatMap(({ name, norms }) => norms.map((norm, i) => ({ name, layer: i + 1, norm }))) },
    mark: { type: 'line', point: true },
    encoding: {
      x: { field: 'layer', type: 'quantitative', title: 'hidden layer, 1 beside the input' },
      y: {
        field: 'norm',
        type: 'quantitative',
        title: 'norm of the gradient',
        scale: { type: 'log' },
        axis: { format: '.0e', tickCount: 8 },
      },
      color: { field: 'name', type: 'nominal', sort: null, title: null, legend: { labelFontSize: 12 } },
    },
  };
}

const outcomes = contest.map(run);
const rows = outcomes.map(({ name, norms, loss, accuracy }) => {
  const cells = [norms[0]!.toExponential(1), norms.at(-1)!.toExponential(1), loss.toFixed(2)];
  return `| ${[name, ...cells, `${(100 * accuracy).toFixed(1)} %`].join(' | ')} |`;
});
const page = `# Activations

Made by \`npm run docs:activations\`. Every one is a class, \`nn.ReLU\`, and a function, \`nn.functional.relu\`; those with a slope or a
limit take it as an option. Softmax, Softmin, LogSoftmax and Softmax2d are for whole rows.

![Curves and gradients](activations/curves.svg)

CELU is drawn with alpha 2, Threshold with threshold 1 and value 0, RReLU with its mean slope, GLU with both halves x.

## Vanishing gradients

A gradient on its way back is multiplied by the slope of every activation it passes. Sigmoid's slope is 1/4 at most, so what
reaches the first layers of a deep network is next to nothing, and they do not learn. ReLU and its kin have slope 1 for what is
positive, and SELU is made so that values keep their variance from layer to layer.

The same network, ${depth} hidden layers of ${width}, on the same 128 images of MNIST, before its first step; weights are drawn from the same seed,
scaled by the gain that suits the activation (1 for Sigmoid and SELU, √2 for the others):

![Norm of the gradient of each layer](activations/vanishing.svg)

After ${steps} steps of SGD with momentum (lr 0.01, gradients clipped to norm 1, batches of 128):

| activation | gradient of layer 1 | of layer ${depth} | loss | test accuracy |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

A loss of ${Math.log(10).toFixed(2)} is that of guessing.
`;
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('curves.svg', folder), await drawSvg('activations', curves()));
writeFileSync(new URL('vanishing.svg', folder), await drawSvg('activations', vanishing(outcomes)));
writeFileSync(new URL('../activations.md', folder), page);
