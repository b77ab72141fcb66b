import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileType, fileTypes } from '../../src/io/header.ts';
import { type DType, FormatError, io, ones, tensor, type Tensor, ValueError, zeros } from '../../src/index.ts';

const { parse, serialize } = io;

/** A file made by hand. */
function file(header: unknown, data: ArrayLike<number> = [], { pad = '' } = {}): Uint8Array {
  const json = new TextEncoder().encode((typeof header === 'string' ? header : JSON.stringify(header)) + pad);
  const bytes = new Uint8Array(8 + json.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  bytes.set(Uint8Array.from(data), 8 + json.length);
  return bytes;
}
const described = (x: Tensor) => [x.dtype, x.shape, Array.from<number | bigint>(x.toTypedArray<DType>())];
const all = (tensors: io.Tensors) =>
  Object.fromEntries(Object.entries(tensors).map(([name, x]) => [name, described(x)]));

describe('serialize', () => {
  it('writes the bytes of the format', () => {
    const bytes = serialize({ b: tensor([1, -2]), a: tensor(true) }, { metadata: { by: 'x' } });
    const json =
      '{"__metadata__":{"by":"x"},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"BOOL","shape":[],"data_offsets":[8,9]}}';
    const length = Math.ceil(json.length / 8) * 8;
    const view = new DataView(bytes.buffer);
    expect(view.getBigUint64(0, true)).toBe(BigInt(length));
    expect(new TextDecoder().decode(bytes.subarray(8, 8 + length))).toBe(json.padEnd(length));
    expect([view.getFloat32(8 + length, true), view.getFloat32(12 + length, true), bytes[16 + length]]).toEqual([
      1, -2, 1,
    ]);
    expect(bytes.length).toBe(8 + length + 9);
  });
  it('writes views as what they show, and what it writes depends on the tensors only', () => {
    const x = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(all(parse(serialize({ x: x.t() })).tensors)).toEqual({ x: ['float32', [3, 2], [1, 4, 2, 5, 3, 6]] });
    const y = zeros([2], { dtype: 'float64' });
    expect(serialize({ x, y })).toEqual(serialize({ y, x }));
    expect(Object.keys(parse(serialize({ x, y })).tensors)).toEqual(['y', 'x']);
  });
  it('refuses what the format has no room for', () => {
    expect(() => serialize({ __metadata__: ones([1]) })).toThrow(
      new ValueError('safetensors: no tensor can have the name __metadata__.'),
    );
    expect(() => serialize(JSON.parse('{"__proto__": 1}') as io.Tensors)).toThrow(ValueError);
    expect(() => serialize({ x: 3 as never })).toThrow(
      new ValueError('safetensors: x is not a tensor. Pass a record of tensors, such as model.stateDict().'),
    );
    expect(() => serialize({}, { metadata: { epochs: 3 as never } })).toThrow(
      new ValueError('safetensors: metadata.epochs is a number; the format takes strings. Use JSON.stringify.'),
    );
  });
});

describe('parse', () => {
  it('reads what others write: any order, unaligned data, padding, I64', () => {
    const bytes = file(
      {
        b: { dtype: 'F32', shape: [1], data_offsets: [9, 13] },
        flag: { dtype: 'BOOL', shape: [1], data_offsets: [0, 1] },
        count: { data_offsets: [1, 9], shape: [], dtype: 'I64' },
        none: { dtype: 'F64', shape: [0, 3], data_offsets: [13, 13] },
        __metadata__: { format: 'pt' },
      },
      [1, 5, 0, 0, 0, 0, 0, 0, 0, ...new Uint8Array(Float32Array.of(1.5).buffer)],
      { pad: '   ' },
    );
    const { tensors, metadata } = parse(bytes);
    expect(metadata).toEqual({ format: 'pt' });
    expect(all(tensors)).toEqual({
      b: ['float32', [1], [1.5]],
      flag: ['bool', [1], [1]],
      count: ['int64', [], [5n]],
      none: ['float64', [0, 3], []],
    });
  });
  it('reads bytes that begin anywhere in their buffer', () => {
    const bytes = serialize({ x: tensor([1, 2, 3]) });
    for (let shift = 0; shift < 8; shift++) {
      const moved = new Uint8Array(bytes.length + shift);
      moved.set(bytes, shift);
      expect(parse(moved.subarray(shift)).tensors.x!.toArray()).toEqual([1, 2, 3]);
    }
  });

  const one = { dtype: 'U8', shape: [2], data_offsets: [0, 2] };
  const hostile: [string, Uint8Array, string][] = [
    ['nothing', new Uint8Array(0), 'truncated: 0 bytes are too few for a safetensors file.'],
    ['less than a length', new Uint8Array(7), 'truncated: 7 bytes are too few for a safetensors file.'],
    [
      'a header longer than the file',
      file('{}').subarray(0, 9),
      'truncated: the header takes 2 bytes, the file has 9.',
    ],
    [
      'a header above the limit',
      Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 123),
      'not a safetensors file: a header of 18446744073709551615 bytes; the format allows 100000000.',
    ],
    ['an empty header', file(''), 'the header is not JSON'],
    ['broken JSON', file('{"a":'), 'the header is not JSON'],
    ['no UTF-8', file('{"\u00e9":1}').map((byte) => (byte === 0xc3 ? 0xff : byte)), 'the header is not JSON'],
    ['an array', file([]), 'the header is not a JSON object.'],
    ['null', file('null'), 'the header is not a JSON object.'],
    [
      'the same name twice',
      file(`{"a":${JSON.stringify(one)}, "\\u0061" : ${JSON.stringify(one)}}`, [1, 2]),
      'the header has "a" twice.',
    ],
    [
      'the same field twice',
      file('{"a":{"dtype":"U8","dtype":"BOOL","shape":[2],"data_offsets":[0,2]}}', [1, 2]),
      'the header has "dtype" twice.',
    ],
    ['__proto__', file(`{"__proto__":${JSON.stringify(one)}}`, [1, 2]), 'no tensor can have the name __proto__.'],
    [
      '__proto__ in metadata',
      file('{"__metadata__":{"__proto__":"x"}}'),
      'metadata "__proto__" must be a string under another name than __proto__.',
    ],
    [
      'metadata that are no strings',
      file({ __metadata__: { a: 1 } }),
      'metadata "a" must be a string under another name than __proto__.',
    ],
    ['metadata that are no object', file({ __metadata__: [] }), 'the metadata is not a JSON object.'],
    ['an entry that is no object', file({ a: [] }), 'a is not a JSON object.'],
    [
      'an unknown dtype',
      file({ a: { ...one, dtype: 'F8_E4M3' } }, [1, 2]),
      'a has dtype "F8_E4M3"; readable are F64, I64, F32, I32, F16, BF16, I8, U8, BOOL. Convert it where the file was made.',
    ],
    ['an inherited dtype', file({ a: { ...one, dtype: 'constructor' } }, [1, 2]), 'a has dtype "constructor"'],
    ['no dtype', file({ a: { ...one, dtype: undefined } }, [1, 2]), 'a has dtype nothing'],
    ['an unknown field', file({ a: { ...one, extra: 1 } }, [1, 2]), 'a has the unknown field "extra".'],
    [
      'a shape that is no array',
      file({ a: { ...one, shape: 2 } }, [1, 2]),
      'a has shape 2; it must be an array of whole numbers ≥ 0.',
    ],
    ['a negative size', file({ a: { ...one, shape: [-2] } }, [1, 2]), 'a has shape [-2]'],
    ['half a size', file({ a: { ...one, shape: [0.5, 4] } }, [1, 2]), 'a has shape [0.5, 4]'],
    [
      'a size beyond 2^53',
      file('{"a":{"dtype":"U8","shape":[1e300],"data_offsets":[0,2]}}', [1, 2]),
      'a has shape [1e+300]',
    ],
    [
      'deep nesting',
      file(`{"a":{"dtype":"U8","shape":${'['.repeat(5000)}${']'.repeat(5000)},"data_offsets":[0,2]}}`, [1, 2]),
      'a has shape an array;',
    ],
    [
      'one offset',
      file({ a: { ...one, data_offsets: [0] } }, [1, 2]),
      'a has data_offsets [0]; they must be two whole numbers ≥ 0.',
    ],
    ['a negative offset', file({ a: { ...one, data_offsets: [-2, 0] } }, [1, 2]), 'a has data_offsets [-2, 0]'],
    [
      'offsets the wrong way round',
      file({ a: { ...one, data_offsets: [2, 0] } }, [1, 2]),
      'a has -2 bytes for U8 [2], which takes 2.',
    ],
    [
      'offsets that do not fit the shape',
      file({ a: { ...one, shape: [3] } }, [1, 2]),
      'a has 2 bytes for U8 [3], which takes 3.',
    ],
    [
      'offsets that do not fit the dtype',
      file({ a: { ...one, dtype: 'F32' } }, [1, 2]),
      'a has 2 bytes for F32 [2], which takes 8.',
    ],
    [
      'sizes that overflow',
      file({ a: { ...one, shape: Array(4).fill(2 ** 32), data_offsets: [0, 0] } }),
      'a has 0 bytes for U8 [4294967296, 4294967296, 4294967296, 4294967296], which takes 3.402823669209385e+38.',
    ],
    [
      'a hole',
      file({ a: one, b: { ...one, data_offsets: [3, 5] } }, [1, 2, 3, 4, 5]),
      'b begins at byte 3 of the data, with a hole after the tensor that ends at 2.',
    ],
    [
      'an overlap',
      file({ a: one, b: { ...one, data_offsets: [1, 3] } }, [1, 2, 3]),
      'b begins at byte 1 of the data, inside the tensor that ends at 2.',
    ],
    [
      'two tensors on the same bytes',
      file({ a: one, b: one }, [1, 2]),
      'b begins at byte 0 of the data, inside the tensor that ends at 2.',
    ],
    [
      'data that begin late',
      file({ a: { ...one, data_offsets: [1, 3] } }, [1, 2, 3]),
      'a begins at byte 1 of the data, with a hole after the tensor that ends at 0.',
    ],
    [
      'too few data',
      file({ a: one }, [1]),
      'a ends at byte 2 of the data, of which there are 1: the file is truncated.',
    ],
    [
      'too many data',
      file({ a: one }, [1, 2, 3]),
      'the tensors take 2 bytes, the file has 3 for them: it is too long.',
    ],
    [
      'a bool that is neither',
      file({ a: { ...one, dtype: 'BOOL' } }, [1, 2]),
      'a is BOOL and has a byte of 2; only 0 and 1 are allowed.',
    ],
  ];
  it.each(hostile)('refuses %s', (_, bytes, message) => {
    expect(() => parse(bytes, 'model.safetensors')).toThrow(FormatError);
    expect(() => parse(bytes, 'model.safetensors')).toThrow(`model.safetensors: ${message}`);
  });
});

const dtypes: DType[] = ['float32', 'float64', 'int32', 'uint8', 'bool'];
const anyTensor = fc
  .record({ dtype: fc.constantFrom(...dtypes), shape: fc.array(fc.nat(4), { maxLength: 3 }), seed: fc.nat(1000) })
  .map(({ dtype, shape, seed }) => {
    const n = shape.reduce((a, b) => a * b, 1);
    const value = (i: number) =>
      dtype === 'bool' ? (seed + i) % 2 : dtype.startsWith('float') ? Math.sin(seed + i) : (seed + i) % 256;
    return tensor(
      Float64Array.from({ length: n }, (_, i) => value(i)),
      { dtype, shape },
    );
  });
const anyText = fc
  .string({ unit: 'binary', maxLength: 12 })
  .filter((text) => text !== '__proto__' && text !== '__metadata__');
const anyFile = fc.record({
  tensors: fc.dictionary(anyText, anyTensor, { maxKeys: 5 }),
  metadata: fc.dictionary(anyText, anyText, { maxKeys: 3 }),
});

describe('any file', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyFile, ({ tensors, metadata }) => {
        const back = parse(serialize(tensors, { metadata }));
        expect(all(back.tensors)).toEqual(all(tensors));
        expect({ ...back.metadata }).toEqual({ ...metadata });
      }),
      { numRuns: 200 },
    );
  });
  it('gives an error when it is cut short or has something behind it', () => {
    fc.assert(
      fc.property(
        anyFile,
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 9 }),
        ({ tensors, metadata }, cut, more) => {
          const bytes = serialize(tensors, { metadata });
          expect(() => parse(bytes.subarray(0, cut % bytes.length))).toThrow(FormatError);
          expect(() => parse(Uint8Array.of(...bytes, ...more))).toThrow(FormatError);
        },
      ),
      { numRuns: 200 },
    );
  });
  it('gives an error or a whole set of tensors when its bytes are changed, and nothing else', () => {
    const change = fc.record({ at: fc.nat(), value: fc.integer({ min: 0, max: 255 }), inHeader: fc.boolean() });
    fc.assert(
      fc.property(anyFile, fc.array(change, { minLength: 1, maxLength: 4 }), ({ tensors, metadata }, changes) => {
        const bytes = serialize(tensors, { metadata });
        const dataStart = 8 + Number(new DataView(bytes.buffer).getBigUint64(0, true));
        for (const { at, value, inHeader } of changes) bytes[at % (inHeader ? dataStart : bytes.length)] = value;
        let parsed: io.Parsed;
        try {
          parsed = parse(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
          return;
        }
        // What was accepted accounts for every byte behind the header.
        const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
        const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Record<
          string,
          { dtype: string }
        >;
        const total = Object.entries(parsed.tensors).reduce(
          (n, [name, x]) => n + x.length * fileTypes[header[name]!.dtype as FileType].bytes,
          0,
        );
        expect(total).toBe(bytes.length - 8 - length);
        for (const x of Object.values(parsed.tensors)) expect(x.toTypedArray().length).toBe(x.length);
      }),
      { numRuns: 2000 },
    );
  });
});
