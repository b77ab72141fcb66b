/** The tensor: a shape and strides over storage. What can be done with one is in ops/; methods.ts makes methods of it. */
import type { Node } from './graph.ts';
import { type DType, type DTypeInfo, dtypes, type MemoryArray, type TypedArrays } from './dtype.ts';
import { decode } from './encoding.ts';
import { show, ShapeError, StateError, ValueError } from './errors.ts';
import { handOver, type Storage } from './memory.ts';
import { isContiguous, normalizeDim, type Shape, sizeOf } from './shape.ts';
import { backend } from './backend/current.ts';
import type { Methods } from './methods.ts';
import type { Arrays } from './types.ts';

export type NestedArray = number | boolean | NestedArray[];

/** As in PyTorch; kernels count on it. */
const maxDims = 64;

/**
 * What a graph knows of a view: it is an op's only result; one of `several` results; or how it follows from its base is `untold`, as it was
 * made in noGrad, by a Function or by a hook.
 */
export type ViewOrigin = 'op' | 'several' | 'untold';

let follow: (view: Tensor) => void;
/** ops/views.ts, a floor above, says how a view is recorded anew after its base was written in place. */
export const setFollow = (fn: typeof follow): void => void (follow = fn);

/* eslint-disable @typescript-eslint/no-unsafe-declaration-merging -- methods.ts installs what Methods declares */
/** The ops, as methods: see methods.ts. */
export interface Tensor<out D extends DType = DType> extends Methods<D> {
  /** The gradient that backward() has summed up; leaves have one, and others after retainGrad(). */
  get grad(): Tensor<D> | null;
  set grad(value: Tensor | null);
  /** The values as PyTorch prints them, shape, dtype and graph where they do not show. */
  toString(): string;
}

/** @typeParam D its dtype, where the compiler knows it; a Tensor is one of any dtype */
export class Tensor<out D extends DType = DType> {
  readonly generation: number;
  /** The number of elements. */
  readonly length: number;
  /** Whether the elements lie in row-major order without gaps. */
  readonly contiguous_: boolean;
  /** Code and size of the dtype, at hand for records. */
  readonly info: DTypeInfo;
  /** gradFn as it was last recorded. */
  node: Node | null = null;
  /** Of a view: the tensor that it shows a part of, which is no view itself. */
  base: Tensor | null = null;
  origin: ViewOrigin = 'op';
  /** The node of base that this view's follows from. */
  seen: Node | null = null;
  /** The graph's end at this leaf. */
  leafNode: Node | null = null;
  private leafRequiresGrad = false;

  /** Tensors are made by `tensor`, `zeros` and the like, and by ops. */
  constructor(
    readonly storage: Storage,
    readonly shape: Shape,
    readonly strides: Shape,
    readonly offset: number,
    readonly dtype: D,
  ) {
    if (shape.length > maxDims) throw new ShapeError(`a tensor has at most ${maxDims} dims, not ${shape.length}.`);
    this.generation = storage.generation;
    this.grad = null;
    this.info = dtypes[dtype];
    this.length = sizeOf(shape);
    this.contiguous_ = isContiguous(shape, strides);
  }

  /** The op that made this tensor, where one was recorded. */
  get gradFn(): Node | null {
    if (this.base !== null && this.base.node !== this.seen) follow(this);
    return this.node;
  }

  /** Makes this tensor a view of what x is, or is a view of. */
  showing_(x: Tensor, origin: ViewOrigin): this {
    this.base = x.base ?? x;
    this.origin = origin;
    this.seen = this.base.node;
    return this;
  }

  /** Whether operations on this tensor are recorded for backward(). */
  get requiresGrad(): boolean {
    return this.leafRequiresGrad || this.gradFn !== null;
  }
  set requiresGrad(value: boolean) {
    this.requiresGrad_(value);
  }

  /**
   * Turns the recording of operations on this leaf on or off, in place.
   * @throws StateError on the result of a recorded op; DTypeError unless the dtype is a float
   */
  requiresGrad_(value = true): this {
    if (this.gradFn !== null) {
      if (value) return this;
      throw new StateError('requiresGrad_: only leaves can be changed; use detach() to leave the graph.');
    }
    if (value && this.info.category !== 2) {
      throw new StateError(
        `requiresGrad_: only float tensors can have gradients, not ${this.dtype}. Convert with x.to('float32').`,
      );
    }
    this.leafRequiresGrad = value;
    return this;
  }

  get isLeaf(): boolean {
    return this.gradFn === null;
  }
  get ndim(): number {
    return this.shape.length;
  }
  dim(): number {
    return this.shape.length;
  }
  numel(): number {
    return this.length;
  }
  /** The size of one dim. @throws IndexError when the dim is out of range */
  size(dim: number): number {
    return this.shape[normalizeDim('size', dim, this.shape.length)]!;
  }
  isContiguous(): boolean {
    return this.contiguous_;
  }

  /** Where records find the first element. @throws StateError when the storage has been recycled */
  get address(): number {
    const { storage } = this;
    if (storage.generation !== this.generation || storage.backend !== backend()) this.assertFresh();
    return storage.address + this.offset * this.info.bytes;
  }

  /** @throws StateError when the storage has been recycled or belongs to another backend */
  assertFresh(): void {
    if (this.storage.generation !== this.generation) {
      throw new StateError(
        `stale tensor ${this.dtype}${show(this.shape)}${this.node ? ` made by ${this.node.name}` : ''}: its memory went back to the pool. ` +
          'Activations live until the next graph begins after backward(), gradients until zeroGrad(). Call keep() or detach() on what you want to hold longer.',
      );
    }
    if (this.storage.backend !== backend()) {
      throw new StateError(
        `tensor ${this.dtype}${show(this.shape)} lives on the ${this.storage.backend.name} backend, but ${backend().name} is in use. Choose the backend before making tensors.`,
      );
    }
  }

  /** A tensor on the same storage that no graph knows. Its memory is yours: it is never recycled. */
  detach(): Tensor<D> {
    this.keep();
    return new Tensor(this.storage, this.shape, this.strides, this.offset, this.dtype);
  }

  /** Makes the memory of this tensor yours: it stays readable for as long as you hold it. */
  keep(): this {
    this.assertFresh();
    handOver(this.storage);
    return this;
  }

  /** The only element. @throws ShapeError unless there is exactly one; ValueError for an int64 beyond ±(2⁵³ − 1) */
  item(): number {
    if (this.length !== 1) {
      throw new ShapeError(
        `item: the tensor has ${this.length} elements, shape ${show(this.shape)}. Use toArray() or select one.`,
      );
    }
    return this.exact('item', this.toTypedArray<DType>()[0]!);
  }

  /**
   * A copy of the elements in row-major order: Float32Array for float32, float16 and bfloat16, Float64Array, BigInt64Array for int64,
   * Int32Array, Int8Array, or Uint8Array for uint8 and bool.
   * @typeParam E the dtype, where the compiler does not know it; it takes elements that may be of int64 for numbers, which those are not
   */
  toTypedArray<E extends DType = [D] extends ['int64'] ? D : Exclude<D, 'int64'>>(): TypedArrays[E] {
    return decode(this.dtype, this.toMemory_()) as TypedArrays[E];
  }

  /** The elements as they are in memory, in row-major order. */
  toMemory_(): MemoryArray {
    const { memory: array } = this.info;
    if (this.contiguous_) {
      const result = new array(this.length);
      if (this.length > 0) this.readInto(result);
      return result;
    }
    if (this.length === 0) return new array(0);
    // Read the span once and pick the elements here: reading is not worth a kernel.
    let span = 1;
    for (let d = 0; d < this.shape.length; d++) span += (this.shape[d]! - 1) * this.strides[d]!;
    const all = new array(span);
    this.readInto(all);
    const result = new array(this.length);
    const index = new Array<number>(this.shape.length).fill(0);
    for (let i = 0, at = 0; i < this.length; i++) {
      result[i] = all[at]!;
      for (let d = this.shape.length - 1; d >= 0; d--) {
        at += this.strides[d]!;
        if (++index[d]! < this.shape[d]!) break;
        at -= this.strides[d]! * this.shape[d]!;
        index[d] = 0;
      }
    }
    return result;
  }

  /** The same as toTypedArray, for code that must also run where reading takes time. */
  data<E extends DType = [D] extends ['int64'] ? D : Exclude<D, 'int64'>>(): Promise<TypedArrays[E]> {
    return Promise.resolve(this.toTypedArray<E>());
  }

  /** The elements as nested arrays, booleans for bool; a number for a 0-d tensor. @throws ValueError for an int64 beyond ±(2⁵³ − 1) */
  toArray(): Arrays[D] {
    const flat = this.toTypedArray<DType>();
    let at = 0;
    const level = (d: number): NestedArray => {
      if (d === this.shape.length) {
        const value = flat[at++]!;
        return this.dtype === 'bool' ? value !== 0 : this.exact('toArray', value);
      }
      return Array.from({ length: this.shape[d]! }, () => level(d + 1));
    };
    return level(0) as Arrays[D];
  }

  /** What JSON.stringify makes of a tensor. @throws as toArray */
  toJSON(): Arrays[D] {
    return this.toArray();
  }

  /** What `loss < best` compares: the only element, where there is one. As text it is what toString gives. @throws as item */
  [Symbol.toPrimitive](hint: string): number | string {
    return hint === 'number' && this.length === 1 ? this.item() : this.toString();
  }

  private exact(op: string, value: number | bigint): number {
    const number = Number(value);
    if (typeof value === 'bigint' && !Number.isSafeInteger(number)) {
      throw new ValueError(`${op}: a number cannot hold ${value} exactly. Use toTypedArray(), which gives bigints.`);
    }
    return number;
  }

  private readInto(target: MemoryArray): void {
    this.assertFresh();
    this.storage.read(this.offset * this.info.bytes, target);
  }
}
