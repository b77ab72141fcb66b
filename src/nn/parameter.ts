/** Parameters: the tensors of a module that an optimizer changes. */
import { type DType, requireTensor } from '../dtype.ts';
import { StateError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { cast, contiguous, empty } from '../ops/create.ts';
import { Tensor } from '../tensor.ts';

/**
 * A leaf that a Module finds among its properties. It has the memory of `data` (a copy where that is not contiguous), outside of
 * data's graph. https://pytorch.org/docs/stable/generated/torch.nn.parameter.Parameter.html
 * @throws StateError unless the dtype is a float or requiresGrad is false
 */
export class Parameter extends Tensor {
  constructor(data: Tensor, requiresGrad = true) {
    requireTensor('Parameter', 'data', data);
    const { storage, shape, strides, offset, dtype } = noGrad(() => contiguous(data)).detach();
    super(storage, shape, strides, offset, dtype);
    this.requiresGrad_(requiresGrad);
  }

  /** Another parameter with the values of this one. */
  toDType(dtype: DType): Parameter {
    return new Parameter(
      noGrad(() => cast(this, dtype)),
      this.requiresGrad,
    );
  }
}

/**
 * A parameter of a lazy module whose shape the first forward will tell. Whatever reads it throws.
 * https://pytorch.org/docs/stable/generated/torch.nn.parameter.UninitializedParameter.html
 */
export class UninitializedParameter extends Parameter {
  /** @param owner what it belongs to, for messages */
  constructor(
    readonly owner: string,
    dtype: DType,
    requiresGrad = true,
  ) {
    super(empty([1], { dtype }), requiresGrad);
  }

  override assertFresh(): void {
    // While it is made, it is a tensor like others.
    if (this.owner === undefined) return super.assertFresh();
    throw new StateError(
      `${this.owner} has no shape before the first forward. Run one, on an input like those to come, before you read or save it or make the optimizer.`,
    );
  }
  override get address(): number {
    this.assertFresh();
    return super.address;
  }

  override toDType(dtype: DType): Parameter {
    return new UninitializedParameter(this.owner, dtype, this.requiresGrad);
  }
}
