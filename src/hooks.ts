/** Functions of the user's that backward calls. */
import { StateError } from './errors.ts';
import { type GradHook, type Hooks, nodeOf } from './graph.ts';
import type { Tensor } from './tensor.ts';

/** What registerHook gives. */
export interface HookHandle {
  /** Takes the hook away. */
  remove(): void;
}

/** Adds a hook to others. */
export function hooked<F>(hooks: Hooks<F>, run: F): HookHandle {
  const entry = { run };
  hooks.add(entry);
  return { remove: () => void hooks.delete(entry) };
}

/**
 * Calls hook with the gradient of x in every backward, after the hooks that were there; what it returns replaces the gradient.
 * https://pytorch.org/docs/stable/generated/torch.Tensor.register_hook.html
 * @throws StateError when x does not require a gradient; ShapeError through backward for a replacement of another shape
 */
export function registerHook(x: Tensor, hook: GradHook): HookHandle {
  const node = nodeOf(x);
  if (!node) throw new StateError('registerHook: the tensor does not require a gradient. Call requiresGrad_() first.');
  return hooked((node.hooks ??= new Set()), hook);
}

/**
 * Calls hook with the leaf x whenever backward() has added to its grad, so that it can be used, and dropped, while others are on
 * their way. https://pytorch.org/docs/stable/generated/torch.Tensor.register_post_accumulate_grad_hook.html
 * @throws StateError unless x is a leaf that requires a gradient
 */
export function registerPostAccumulateGradHook(x: Tensor, hook: (leaf: Tensor) => void): HookHandle {
  const node = nodeOf(x);
  if (!node || node.leaf === null)
    throw new StateError(
      `registerPostAccumulateGradHook: takes a leaf that requires a gradient, not ${x.gradFn ? `the result of ${x.gradFn.name}` : 'a tensor without one'}.`,
    );
  return hooked((node.afterHooks ??= new Set()), hook);
}

/** Makes backward() set the grad of a tensor that is no leaf. @throws StateError when x does not require a gradient */
export function retainGrad(x: Tensor): Tensor {
  const node = nodeOf(x);
  if (!node) throw new StateError('retainGrad: the tensor does not require a gradient. Call requiresGrad_() first.');
  if (node.leaf === null) node.retained = x;
  return x;
}
