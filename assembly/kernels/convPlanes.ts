/**
 * What a convolution reads, laid out so that no loop over products asks where an image ends.
 *
 * Along each dim, output j reads source position j · stride + offset + t · shift for tap t. A box of outputs has its part of the image
 * copied into planes, with zeros where the source has nothing, one plane for each remainder of the position by the stride: then every tap
 * of every output lies at the same distance from it. Outputs are counted along rows of the planes ("columns"): those between the
 * end of one row of outputs and the next are computed and dropped.
 */
import { room } from '../scratch';

/** One dim. Everything counts elements. */
@unmanaged export class Axis {
  /** Outputs; output j lies at first + j · step. */
  count: i32;
  first: i32;
  step: i32;
  /** Positions of the source. */
  size: i32;
  stride: i32;
  /** Of an output's first tap. */
  offset: i32;
  /** Tap t lies t · shift further, and takes element + t · elementStep of the kernel. */
  taps: i32;
  shift: i32;
  element: i32;
  elementStep: i32;
  /** The size of the kernel, and of what outputs are written to. */
  kernel: i32;
  target: i32;
  /** The most outputs of a box; those of this one. */
  most: i32;
  from: i32;
  outputs: i32;
  /** Planes, and positions in each. */
  phases: i32;
  extent: i32;

  @inline get highest(): i32 { return (this.taps - 1) * <i32>abs(this.shift); }
  @inline get lowest(): i32 { return this.offset + min<i32>(0, (this.taps - 1) * this.shift); }
  @inline get boxes(): i32 { return (this.count + this.most - 1) / this.most; }
}
const axisBytes: usize = 128;
export const axesBytes: usize = 3 * axisBytes;
@inline export function axis(d: usize): Axis { return changetype<Axis>(room() + d * axisBytes); }

/** The number of boxes. */
export function boxes(): i32 { return axis(0).boxes * axis(1).boxes * axis(2).boxes; }

/** Goes to a box. */
export function setBox(index: i32): void {
  for (let d: i32 = 2; d >= 0; d--) {
    const a = axis(d);
    const count = a.boxes;
    a.from = (index % count) * a.most;
    a.outputs = min<i32>(a.most, a.count - a.from);
    a.phases = min<i32>(a.stride, a.highest + 1);
    a.extent = a.outputs + a.highest / a.stride;
    index /= count;
  }
}
export function planeSize(): i32 { return axis(0).extent * axis(1).extent * axis(2).extent; }
/** Elements of all planes of a channel. */
export function channelSize(): i32 { return planeSize() * axis(0).phases * axis(1).phases * axis(2).phases; }
export function columnOf(z: i32, y: i32): i32 { return (z * axis(1).extent + y) * axis(2).extent; }
/** From the first output to the last. */
export function columns(): i32 { return columnOf(axis(0).outputs - 1, axis(1).outputs - 1) + axis(2).outputs; }

/** Writes the planes of one channel of the source. */
export function spread<T>(source: usize, to: usize): void {
  const az = axis(0), ay = axis(1), ax = axis(2);
  for (let a: i32 = 0; a < az.phases; a++) {
    for (let b: i32 = 0; b < ay.phases; b++) {
      for (let c: i32 = 0; c < ax.phases; c++) {
        const x = ax.from * ax.stride + ax.lowest + c;
        for (let i: i32 = 0; i < az.extent; i++) {
          const z = (az.from + i) * az.stride + az.lowest + a;
          for (let j: i32 = 0; j < ay.extent; j++) {
            const y = (ay.from + j) * ay.stride + ay.lowest + b;
            const inside = <u32>z < <u32>az.size && <u32>y < <u32>ay.size;
            const row = source + ((z * ay.size + y) * ax.size) * sizeof<T>();
            let at = x;
            for (let q: i32 = 0; q < ax.extent; q++, at += ax.stride, to += sizeof<T>()) {
              store<T>(to, inside && <u32>at < <u32>ax.size ? load<T>(row + at * sizeof<T>()) : <T>0);
            }
          }
        }
      }
    }
  }
}

/**
 * For each tap of `channels` channels: where it lies from the first element of the planes on, in bytes, and where its weight lies from
 * that of the first channel on, channels being `stride` elements apart.
 */
export function placeTaps<T>(channels: i32, stride: i32, at: usize, weightAt: usize): void {
  for (let channel: i32 = 0; channel < channels; channel++) {
    const taps = axis(0).taps * axis(1).taps * axis(2).taps;
    for (let tap: i32 = 0; tap < taps; tap++) {
      let rest = tap;
      let plane = 0, planes = 1, inside = 0, room = 1, element = 0, elements = 1;
      for (let d: i32 = 2; d >= 0; d--) {
        const a = axis(d);
        const t = rest % a.taps;
        rest /= a.taps;
        const ahead = a.offset + t * a.shift - a.lowest;
        plane += (ahead % a.stride) * planes;
        planes *= a.phases;
        inside += ahead / a.stride * room;
        room *= a.extent;
        element += (a.element + t * a.elementStep) * elements;
        elements *= a.kernel;
      }
      store<i32>(at, ((channel * planes + plane) * room + inside) * sizeof<T>());
      store<i32>(weightAt, (channel * stride + element) * sizeof<T>());
      at += 4;
      weightAt += 4;
    }
  }
}
