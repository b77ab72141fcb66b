/** What is made of the bitwise kernels. */
import type { Tensor } from '../tensor.ts';
import { bitwiseXor, bitwiseXor_, logicalNot, logicalNot_ } from './elementwise.generated.ts';

/**
 * The other bits of an integer, or whether a bool is false. https://pytorch.org/docs/stable/generated/torch.bitwise_not.html
 * @throws DTypeError for floats
 */
export function bitwiseNot(x: Tensor): Tensor {
  return x.dtype === 'bool' ? logicalNot(x) : bitwiseXor(x, -1);
}
/** bitwiseNot written into x. @throws DTypeError, StateError as other in-place ops */
export function bitwiseNot_(x: Tensor): Tensor {
  return x.dtype === 'bool' ? logicalNot_(x) : bitwiseXor_(x, -1);
}
