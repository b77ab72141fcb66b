/** Convolution layers that learn the number of their input channels from the first input. */
import { requireObject } from '../options.ts';
import { ValueError } from '../errors.ts';
import { Generator } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import {
  Conv1d,
  Conv2d,
  Conv3d,
  type ConvLayerOptions,
  ConvTranspose1d,
  ConvTranspose2d,
  ConvTranspose3d,
  type ConvTransposeLayerOptions,
} from './conv.ts';
import { lazily } from './lazy.ts';
import type { PerDim } from './spatial.ts';

type Layer = Conv1d | Conv2d | Conv3d | ConvTranspose1d | ConvTranspose2d | ConvTranspose3d;

/** Starting values that nobody sees must not come from a generator of the user's, nor from the library's. */
const unstarted = <O extends object>(options: O): O => ({
  ...requireObject('a lazy convolution', options),
  generator: new Generator(0),
});

/** Makes a layer lazy that was made with as many input channels as groups. */
function learnChannels(layer: Layer, transposed: boolean, { generator }: { generator?: Generator }): void {
  const { outChannels, groups, kernelSize } = layer;
  layer.inChannels = 0;
  lazily<[x: Tensor], 'weight' | 'bias'>(
    layer,
    ['weight', 'bias'],
    ([x]) => {
      const channels = x.shape.at(-kernelSize.length - 1) ?? 0;
      if (channels < 1 || channels % groups !== 0)
        throw new ValueError(
          `${layer.constructor.name}: the ${channels} channels of the first input do not make ${groups} equal groups.`,
        );
      layer.inChannels = channels;
      const lead = transposed ? [channels, outChannels / groups] : [outChannels, channels / groups];
      return { weight: [...lead, ...kernelSize], bias: [outChannels] };
    },
    { generator },
  );
}

/** Conv1d whose inChannels are those of its first input. https://pytorch.org/docs/stable/generated/torch.nn.LazyConv1d.html */
export class LazyConv1d extends Conv1d {
  constructor(outChannels: number, kernelSize: PerDim, options: ConvLayerOptions = {}) {
    super(options.groups ?? 1, outChannels, kernelSize, unstarted(options));
    learnChannels(this, false, options);
  }
}
/** Conv2d whose inChannels are those of its first input. https://pytorch.org/docs/stable/generated/torch.nn.LazyConv2d.html */
export class LazyConv2d extends Conv2d {
  constructor(outChannels: number, kernelSize: PerDim, options: ConvLayerOptions = {}) {
    super(options.groups ?? 1, outChannels, kernelSize, unstarted(options));
    learnChannels(this, false, options);
  }
}
/** Conv3d whose inChannels are those of its first input. https://pytorch.org/docs/stable/generated/torch.nn.LazyConv3d.html */
export class LazyConv3d extends Conv3d {
  constructor(outChannels: number, kernelSize: PerDim, options: ConvLayerOptions = {}) {
    super(options.groups ?? 1, outChannels, kernelSize, unstarted(options));
    learnChannels(this, false, options);
  }
}
/** ConvTranspose1d whose inChannels are those of its first input. https://pytorch.org/docs/stable/generated/torch.nn.LazyConvTranspose1d.html */
export class LazyConvTranspose1d extends ConvTranspose1d {
  constructor(outChannels: number, kernelSize: PerDim, options: ConvTransposeLayerOptions = {}) {
    super(options.groups ?? 1, outChannels, kernelSize, unstarted(options));
    learnChannels(this, true, options);
  }
}
/** ConvTranspose2d whose inChannels are those of its first input. https://pytorch.org/docs/stable/generated/torch.nn.LazyConvTranspose2d.html */
export class LazyConvTranspose2d extends ConvTranspose2d {
  constructor(outChannels: number, kernelSize: PerDim, options: ConvTransposeLayerOptions = {}) {
    super(options.groups ?? 1, outChannels, kernelSize, unstarted(options));
    learnChannels(this, true, options);
  }
}
/** ConvTranspose3d whose inChannels are those of its first input. https://pytorch.org/docs/stable/generated/torch.nn.LazyConvTranspose3d.html */
export class LazyConvTranspose3d extends ConvTranspose3d {
  constructor(outChannels: number, kernelSize: PerDim, options: ConvTransposeLayerOptions = {}) {
    super(options.groups ?? 1, outChannels, kernelSize, unstarted(options));
    learnChannels(this, true, options);
  }
}
