/** What a row of the spec says of an elementwise op. */

/**
 * How an op treats its dtypes.
 * - `number`: computes and returns the promoted dtype of its inputs
 * - `float`: the same, integers and bools becoming float32 first
 * - `compare`: computes in the promoted dtype, returns bool
 * - `integer`: computes in int64, returns the promoted dtype, which is an integer one
 * - `bits`: the same, for bools too
 */
export type ElementwiseKind = 'number' | 'float' | 'compare' | 'integer' | 'bits';

/** An elementwise op: one expression over its inputs and options, and one expression per derivative. */
export interface ElementwiseRow {
  kind: ElementwiseKind;
  /** Tensor inputs, in order; each may also be a number. */
  inputs: readonly string[];
  /** Inputs that take no part in dtype promotion (conditions). */
  masks?: readonly string[];
  /** Numbers with their defaults, the trailing options object of the public function. */
  options?: Readonly<Record<string, number>>;
  /** The options are positional arguments instead, null meaning the default. */
  positional?: boolean;
  /** The value. */
  y: string;
  /** The derivative by each differentiable input, from `g` (the gradient of y), the inputs, the options and `y`. */
  grads?: Readonly<Record<string, string>>;
  /** Where the tests draw inputs from; [-2, 2] unless told. One range per input, or one for all. */
  domain?: readonly [number, number] | readonly (readonly [number, number])[];
  /** Used by other ops only: no public function, no method. */
  internal?: boolean;
  /** There is a form that writes into the first input, whose name ends in _. Default: true for public ones. */
  inPlace?: boolean;
  /** Training spends time in it: WASM compiles it and its derivatives for float32, however long they are. */
  hot?: boolean;
  doc: string;
}

/**
 * Kernels that are more than elementwise: the words of their records after [opcode, length], and what follows them. Each has one
 * `.inl` in native/kernels, one function in backend/reference and one function in ops. Addresses are bytes; strides
 * and sizes count elements. `dims` are lists of `ndim` numbers each.
 */
export interface KernelRow {
  words: readonly string[];
  /** The words that are addresses of tensors, the one written to first. One that ends in ? may be absent: 0. */
  tensors: readonly string[];
  dims?: readonly string[];
  doc: string;
}
