/** Parameters: the tensors of a module that an optimizer changes. */
import { noGrad } from '../graph.ts';
import { contiguous } from '../ops/create.ts';
import { Tensor } from '../tensor.ts';

/**
 * A leaf that a Module finds among its properties. It has the memory of `data` (a copy where that is not contiguous), outside of
 * data's graph. https://pytorch.org/docs/stable/generated/torch.nn.parameter.Parameter.html
 * @throws StateError unless the dtype is a float or requiresGrad is false
 */
export class Parameter extends Tensor {
  constructor(data: Tensor, requiresGrad = true) {
    const { storage, shape, strides, offset, dtype } = noGrad(() => contiguous(data)).detach();
    super(storage, shape, strides, offset, dtype);
    this.requiresGrad_(requiresGrad);
  }
}
