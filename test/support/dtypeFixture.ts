/** test/fixtures/dtypes.json: what PyTorch makes of every dtype. Integers are texts, halves bit patterns; see dtypes.py. */
import { type DType, type Tensor, tensor } from '../../src/index.ts';
import { fromMemory } from '../../src/ops/create.ts';
import { isHalf } from '../../src/halves.ts';
import { decodeNumber, type Encoded, readFixture } from './fixtures.ts';

/** Texts are digits, or `nan`, `inf`, `-inf`. */
export type Data = (number | string)[];
type ByOp = Record<string, Data>;

interface Fixture {
  promotions: { names: DType[]; promote: string[]; result: string[] };
  halves: { values: Encoded[]; wide: Encoded[]; bits: number[] } & Record<
    'float16' | 'bfloat16',
    { of: number[]; ofWide: number[]; is: Encoded[] }
  >;
  conversions: { from: DType; values: Data; to: DType; is: Data }[];
  int64: {
    a: Data;
    b: Data;
    safe: Data;
    bases: Data;
    exponents: Data;
    pow: Data;
    binary: ByOp;
    divided: ByOp;
    unary: ByOp;
    reduced: Record<string, Data[]>;
  };
  bits: { dtype: DType; a: Data; b: Data; not: Data; shifts: ByOp; is: ByOp }[];
  halfOps: { x: number[]; w: number[]; ops: Record<string, { y: number[]; g: number[] }> };
  printed: { dtype: DType; shape: number[]; data: Data; text: string }[];
}
export const fixture = readFixture<Fixture>('dtypes');

/** A tensor of the fixture's data. */
export function made(dtype: DType, data: Data, shape: readonly number[] = [data.length]): Tensor {
  if (isHalf(dtype)) return fromMemory(Uint16Array.from(data as number[]), dtype, shape);
  if (dtype.startsWith('float')) return tensor((data as Encoded[]).map(decodeNumber), { dtype, shape });
  return tensor((data as string[]).map(BigInt), { dtype, shape });
}

/** A tensor as the fixture has it. */
export function written(x: Tensor): Data {
  const memory = Array.from<number | bigint>(x.toMemory_());
  if (isHalf(x.dtype)) return memory as number[];
  if (!x.dtype.startsWith('float')) return memory.map(String);
  return (memory as number[]).map((value) =>
    Number.isFinite(value) ? value : Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf',
  );
}
