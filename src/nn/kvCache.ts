/** Keys and values of what was already read, for generating one token after the other. */
import { show, ShapeError, StateError, ValueError } from '../errors.ts';
import { gradEnabled, noGrad } from '../graph.ts';
import { known, requireWhole } from '../options.ts';
import { copy_, empty } from '../ops/create.ts';
import { narrow } from '../ops/shape.ts';
import { sameShape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';

export interface KVCacheOptions {
  /** Rows that there is memory for from the start; twice as many whenever they are used up. Default: 64. */
  capacity?: number;
}

/**
 * Rows of keys and values [..., rows, cols] that grow at the end, in memory of their own: MultiheadAttention's `cache` option appends to one. It
 * belongs to no graph. One cache is for one layer and one batch of sequences.
 * @throws ValueError unless capacity is a whole number ≥ 1
 */
export class KVCache {
  /** Rows so far. */
  length = 0;
  private keys: Tensor | null = null;
  private values: Tensor | null = null;
  private readonly capacity: number;

  constructor(options: KVCacheOptions = {}) {
    const { capacity = 64 } = known('KVCache', options, ['capacity']);
    requireWhole('KVCache', 'capacity', capacity);
    this.capacity = capacity;
  }

  /**
   * Appends rows and gives all there are: views, good until the next append.
   * @throws StateError where a graph would be recorded; ShapeError unless all dims but the rows are those of before
   */
  append(keys: Tensor, values: Tensor): { keys: Tensor; values: Tensor } {
    if (gradEnabled() && (keys.requiresGrad || values.requiresGrad))
      throw new StateError(
        'KVCache: keys and values have a graph, which a cache cannot keep. Generate inside noGrad().',
      );
    if (keys.ndim < 2 || values.ndim < 2 || keys.size(-2) !== values.size(-2))
      throw new ShapeError(
        `KVCache: takes as many rows of keys as of values, got ${show(keys.shape)} and ${show(values.shape)}.`,
      );
    const total = this.length + keys.size(-2);
    this.keys = this.appended(this.keys, keys, total);
    this.values = this.appended(this.values, values, total);
    this.length = total;
    return { keys: narrow(this.keys, -2, 0, total), values: narrow(this.values, -2, 0, total) };
  }

  /** Forgets all rows from `length` on, all unless told. @throws ValueError unless there are as many */
  truncate(length = 0): void {
    if (!Number.isInteger(length) || length < 0 || length > this.length)
      throw new ValueError(`KVCache: cannot keep ${length} of ${this.length} rows.`);
    this.length = length;
  }

  /** The memory with the new rows in it, which is larger where they did not fit. */
  private appended(memory: Tensor | null, rows: Tensor, total: number): Tensor {
    const sized = (n: number): number[] => rows.shape.with(-2, n);
    if (memory !== null && !sameShape(memory.shape, sized(memory.size(-2))))
      throw new ShapeError(
        `KVCache: ${show(rows.shape)} does not follow ${show(memory.shape.with(-2, this.length))}: all dims but the rows must be the same. Use another cache, or truncate() and begin again.`,
      );
    return noGrad(() => {
      let room = memory;
      if (room === null || room.size(-2) < total) {
        const size = Math.max(total, this.capacity, 2 * (room?.size(-2) ?? 0));
        room = empty(sized(size), { dtype: rows.dtype });
        if (memory !== null && this.length > 0)
          copy_(narrow(room, -2, 0, this.length), narrow(memory, -2, 0, this.length));
      }
      copy_(narrow(room, -2, this.length, total - this.length), rows);
      return room;
    });
  }
}
