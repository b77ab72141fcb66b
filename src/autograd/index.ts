/** What goes beyond backward() and grad(), which stand at the top level. */
export { detectAnomaly, setDetectAnomaly } from '../anomaly.ts';
export { checkpoint } from './checkpoint.ts';
export { Context, Function, onceDifferentiable, type FunctionClass, type Gradients, type Outputs } from './function.ts';
export {
  hessian,
  hvp,
  jacobian,
  jvp,
  vhp,
  vjp,
  type FunctionalOptions,
  type Like,
  type Of,
  type Pairs,
  type TensorOrList,
} from './functional.ts';
