/** Convolutions, each of their gradients and max pooling: the shapes of ResNet-18, of MobileNetV2 and of the CNN of the training steps. */
import { grad, nn, randn, type Tensor } from '../../src/index.ts';
import { scope } from '../../src/memory.ts';
import type { Case, Suite } from '../measure.ts';

const F = nn.functional;

/** Kernel (dw: one channel a group), /stride, channels, size of a side, batch. bench/peers/pytorch/conv.py reads the names too. */
const shapes = [
  // ResNet-18
  '7x7/2 3-64 of 224, batch 1',
  '3x3 64-64 of 56, batch 1',
  '3x3/2 64-128 of 56, batch 1',
  '1x1/2 64-128 of 56, batch 1',
  '3x3 128-128 of 28, batch 1',
  '3x3 256-256 of 14, batch 1',
  '3x3 512-512 of 7, batch 1',
  '3x3 256-256 of 14, batch 32',
  '3x3 512-512 of 7, batch 32',
  // MobileNetV2
  '3x3/2 3-32 of 224, batch 1',
  'dw 3x3 144-144 of 56, batch 1',
  'dw 3x3/2 144-144 of 56, batch 1',
  'dw 3x3 384-384 of 14, batch 32',
  'dw 3x3 960-960 of 7, batch 1',
  '1x1 24-144 of 56, batch 1',
  '1x1 144-24 of 56, batch 1',
  '1x1 320-1280 of 7, batch 1',
  '1x1 64-384 of 14, batch 32',
  // training step (c)
  '3x3 1-32 of 28, batch 64',
  '3x3 32-64 of 14, batch 64',
];

const pools = ['max pool 3x3/2 64 of 112, batch 1', 'max pool 2x2/2 32 of 28, batch 64'];

type Six = [number, number, number, number, number, number];

/** Forward, and the gradient by each input alone, of a graph that is kept. */
function parts(name: string, inputs: Record<string, Tensor>, forward: (inputs: Tensor[]) => Tensor, flops = 0): Case[] {
  const work = flops === 0 ? {} : { flops };
  const xs = Object.values(inputs);
  const run = (): void => scope(() => void forward(xs));
  const backward = Object.keys(inputs).map((by, i): Case => {
    const x = xs[i]!.detach().requiresGrad_();
    const y = forward(xs.with(i, x)).keep();
    const gradOutputs = [randn([...y.shape])];
    return {
      name: `${name}: by ${by}`,
      run: () => scope(() => void grad(y, [x], { gradOutputs, retainGraph: true })),
      ...work,
    };
  });
  return [{ name: `${name}: forward`, run, ...work }, ...backward];
}

function convolution(name: string): Case[] {
  const [, dw, ...rest] = /^(dw )?(\d+)x\d+\/?(\d*) (\d+)-(\d+) of (\d+), batch (\d+)$/.exec(name)!;
  const [k, stride, ins, outs, side, batch] = rest.map((n) => Number(n) || 1) as Six;
  const groups = dw ? ins : 1;
  const inputs = { x: randn([batch, ins, side, side]), weight: randn([outs, ins / groups, k, k]) };
  const padding = (k - 1) / 2;
  const flops = 2 * batch * outs * Math.ceil(side / stride) ** 2 * (ins / groups) * k * k;
  return parts(name, inputs, ([x, weight]) => F.conv2d(x!, weight!, null, { stride, padding, groups }), flops);
}

function maxPool(name: string): Case[] {
  const [kernel, , stride, channels, side, batch] = name.match(/\d+/g)!.map(Number) as Six;
  const x = randn([batch, channels, side, side]);
  return parts(name, { x }, ([t]) => F.maxPool2d(t!, kernel, { stride, padding: kernel - 2 }));
}

const cases = (): Case[] => [...shapes.flatMap(convolution), ...pools.flatMap(maxPool)];
export const conv: Suite = { name: 'conv', unit: 'ms', threads: 'all', cases };
