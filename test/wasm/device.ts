/** Records by hand, on any backend: puts values into memory, runs records, reads back. */
import type { Backend, DeviceBuffer } from '../../src/backend/backend.ts';
import { type DType, dtypes, immediate, type TypedArrays } from '../../src/dtype.ts';
import { decode, encode } from '../../src/encoding.ts';
import * as opcode from '../../src/kernels/opcodes.generated.ts';

export interface Cells {
  buffer: DeviceBuffer;
  address: number;
  dtype: DType;
  code: number;
  length: number;
}
/** Part of an elementwise record: an operand with its strides, or a number. */
export type Operand = { cells: Cells; offset?: number; strides: readonly number[] } | number;

export class Device {
  constructor(readonly backend: Backend) {}

  room(dtype: DType, length: number): Cells {
    const buffer = this.backend.alloc(Math.max(length, 1) * dtypes[dtype].bytes);
    return { buffer, address: buffer.address, dtype, code: dtypes[dtype].code, length };
  }
  put(dtype: DType, values: ArrayLike<number>): Cells {
    const cells = this.room(dtype, values.length);
    this.backend.write(cells.buffer, 0, encode(dtype, values));
    return cells;
  }
  read<D extends DType = Exclude<DType, 'int64'>>(cells: Cells): TypedArrays[D] {
    const out = new dtypes[cells.dtype].memory(cells.length);
    this.backend.read(cells.buffer, 0, out);
    return decode(cells.dtype, out) as TypedArrays[D];
  }
  /** Runs records one after another in one exec; word 1 is filled in. */
  run(...records: (readonly number[])[]): number {
    let at = 0;
    for (const record of records) {
      this.backend.ring.set(record, at);
      this.backend.ring[at + 1] = record.length;
      at += record.length;
    }
    return this.backend.exec(at);
  }
  elementwise(
    name: keyof typeof opcode,
    compute: DType,
    sizes: readonly number[],
    out: Operand,
    ...inputs: Operand[]
  ): number {
    const words = [out, ...inputs].flatMap((x) =>
      typeof x === 'number'
        ? [immediate, x, ...sizes.map(() => 0)]
        : [x.cells.code, x.cells.address + (x.offset ?? 0) * dtypes[x.cells.dtype].bytes, ...x.strides],
    );
    return this.run([opcode[name], 0, dtypes[compute].code, sizes.length, ...sizes, ...words]);
  }
}
