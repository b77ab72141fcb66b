/** A position in the index space of `ndim` ≥ 1 dims, moving in row-major order, and where up to three operands lie there. */
import { maxDims } from '../record';

/** A dim: its size, the coordinate, a stride for each operand. */
const dimBytes: usize = 20;
const dimsAt: usize = 16;
export const walkBytes: usize = dimsAt + dimBytes * maxDims + 16;

/** Offsets and strides count elements. */
@unmanaged
export class Walk {
  ndim: usize;
  a: usize;
  b: usize;
  c: usize;

  @inline dim(d: usize): usize {
    return changetype<usize>(this) + dimsAt + d * dimBytes;
  }

  setDim(d: usize, size: usize, a: usize, b: usize, c: usize): void {
    const p = this.dim(d);
    store<usize>(p, size);
    store<usize>(p, a, 8);
    store<usize>(p, b, 12);
    store<usize>(p, c, 16);
  }

  /** Goes to position `first` of the row-major order. */
  start(first: usize): void {
    this.a = this.b = this.c = 0;
    for (let d = this.ndim; d-- > 0;) {
      const p = this.dim(d);
      let at: usize = 0;
      if (first != 0) {
        const size = load<usize>(p);
        at = first % size;
        first /= size;
      }
      store<usize>(p, at, 4);
      this.a += at * load<usize>(p, 8);
      this.b += at * load<usize>(p, 12);
      this.c += at * load<usize>(p, 16);
    }
  }

  /** Positions left in the innermost dim, this one included. */
  @inline left(): usize {
    const p = this.dim(this.ndim - 1);
    return load<usize>(p) - load<usize>(p, 4);
  }

  /** Moves 1 ≤ n ≤ left() positions on; from the last position to the first. */
  skip(n: usize): void {
    let p = this.dim(this.ndim - 1);
    const first = this.dim(0);
    for (;;) {
      const at = load<usize>(p, 4) + n;
      const size = load<usize>(p);
      const back = at == size ? size : 0;
      store<usize>(p, at - back, 4);
      this.a += (n - back) * load<usize>(p, 8);
      this.b += (n - back) * load<usize>(p, 12);
      this.c += (n - back) * load<usize>(p, 16);
      if (back == 0 || p == first) return;
      p -= dimBytes;
      n = 1;
    }
  }
}
