/** The activation that learns. */
import { known, requireWhole } from '../options.ts';
import type { DType } from '../dtype.ts';
import { full } from '../ops/create.ts';
import type { Tensor } from '../tensor.ts';
import { prelu } from './activations.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

export interface PReLUOptions {
  /** 1, or the size of x's dim 1. Default: 1. */
  numParameters?: number;
  /** What the slopes start from. Default: 0.25. */
  init?: number;
  /** Default: 'float32'. */
  dtype?: DType;
}

/**
 * x where positive, else x times a learned slope. He et al. 2015, https://arxiv.org/abs/1502.01852;
 * https://pytorch.org/docs/stable/generated/torch.nn.PReLU.html
 * @throws ValueError unless numParameters is a whole number ≥ 1
 */
export class PReLU extends Module {
  weight: Parameter;

  constructor(options: PReLUOptions = {}) {
    const {
      numParameters = 1,
      init = 0.25,
      dtype = 'float32',
    } = known('PReLU', options, ['numParameters', 'init', 'dtype']);
    super();
    requireWhole('PReLU', 'numParameters', numParameters);
    this.weight = new Parameter(full([numParameters], init, { dtype }));
  }

  /** @throws ShapeError unless x's dim 1 has as many channels as there are slopes */
  forward(x: Tensor): Tensor {
    return prelu(x, this.weight);
  }
}
