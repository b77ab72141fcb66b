/** Records by hand: what the tests of the reference backend put into memory, run, and read back. */
import type { DeviceBuffer } from '../../src/backend/backend.ts';
import { createReferenceBackend } from '../../src/backend/reference/index.ts';
import { type DType, dtypes, immediate } from '../../src/dtype.ts';
import { decode, encode } from '../../src/encoding.ts';
import * as opcode from '../../src/kernels/opcodes.generated.ts';

export const backend = createReferenceBackend();

export class Cells {
  constructor(
    readonly buffer: DeviceBuffer,
    readonly dtype: DType,
    readonly length: number,
  ) {}
  get address(): number {
    return this.buffer.address;
  }
  get code(): number {
    return dtypes[this.dtype].code;
  }
  /** The address of element i. */
  at(i: number): number {
    return this.address + i * dtypes[this.dtype].bytes;
  }
  write(values: ArrayBufferView): void {
    backend.write(this.buffer, 0, values);
  }
  read(): number[] {
    const out = new dtypes[this.dtype].memory(this.length);
    backend.read(this.buffer, 0, out);
    return Array.from<number | bigint, number>(decode(this.dtype, out), Number);
  }
}

export function put(dtype: DType, values: readonly number[]): Cells {
  const source = encode(dtype, values);
  const buffer = backend.alloc(source.byteLength);
  backend.write(buffer, 0, source);
  return new Cells(buffer, dtype, values.length);
}

export function room(dtype: DType, length: number): Cells {
  return new Cells(backend.alloc(length * dtypes[dtype].bytes), dtype, length);
}

/** Runs records one after another in one exec; word 1 is filled in. */
export function run(...records: number[][]): number {
  let at = 0;
  for (const record of records) {
    backend.ring.set(record, at);
    backend.ring[at + 1] = record.length;
    at += record.length;
  }
  return backend.exec(at);
}

/** An elementwise record over n elements side by side; numbers are immediates. */
export function elementwiseRecord(
  name: keyof typeof opcode,
  compute: DType,
  out: Cells,
  ...inputs: (Cells | number)[]
): number[] {
  const operands = inputs.flatMap((x) =>
    typeof x === 'number' ? [immediate, x, 0] : [x.code, x.address, x.length === 1 ? 0 : 1],
  );
  return [opcode[name], 0, dtypes[compute].code, 1, out.length, out.code, out.address, 1, ...operands];
}

/** out = name(inputs), read back. */
export function compute(
  name: keyof typeof opcode,
  type: DType,
  outType: DType,
  n: number,
  ...inputs: (Cells | number)[]
): number[] {
  const out = room(outType, n);
  const code = run(elementwiseRecord(name, type, out, ...inputs));
  if (code !== 0) throw new Error(`status ${code}`);
  return out.read();
}
