import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arange, FormatError, io, manualSeed, nn, randn, tensor, ValueError } from '../../src/index.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'descend-io-'));
  path = join(folder, 'model.safetensors');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('save and load', () => {
  it('carry a model', () => {
    manualSeed(1);
    const make = () => new nn.Sequential(new nn.Linear(4, 3), new nn.Tanh(), new nn.Linear(3, 2));
    const [a, b, x] = [make(), make(), randn([5, 4])];
    io.save(path, a.stateDict(), { metadata: { epoch: '3' } });
    expect(b.forward(x).toArray()).not.toEqual(a.forward(x).toArray());
    b.loadStateDict(io.load(path));
    expect(b.forward(x).toArray()).toEqual(a.forward(x).toArray());
    expect(io.loadMetadata(path)).toEqual({ epoch: '3' });
  });
  it('write what serialize gives, and read what parse reads', () => {
    const tensors = { big: arange(100_000), half: tensor([0.5]), no: tensor([], { dtype: 'float64', shape: [0] }) };
    io.save(path, tensors);
    expect(new Uint8Array(readFileSync(path))).toEqual(io.serialize(tensors));
    expect(io.load(path).big!.toTypedArray()).toEqual(tensors.big.toTypedArray());
  });
  it('replace a file and leave nothing beside it', () => {
    io.save(path, { x: tensor([1]) });
    io.save(path, { x: tensor([2]) });
    expect(io.load(path).x!.toArray()).toEqual([2]);
    expect(readdirSync(folder)).toEqual(['model.safetensors']);
  });
  it('keep the old file when saving fails', () => {
    io.save(path, { x: tensor([1]) });
    const before = readFileSync(path);
    // The header is on the disk when the second tensor turns out to be none that can be read.
    const gone = tensor([1, 2, 3]);
    Object.defineProperty(gone, 'toMemory_', {
      value: () => {
        throw new Error('gone');
      },
    });
    expect(() => io.save(path, { a: tensor([1]), gone })).toThrow('gone');
    expect(() => io.save(path, { x: 1 as never })).toThrow(ValueError);
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['model.safetensors']);
  });
  it('give Node’s errors for what cannot be opened', () => {
    expect(() => io.load(path)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    expect(() => io.save(join(folder, 'none', 'x'), {})).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
  it('name the damaged file, at whatever byte it ends', () => {
    io.save(path, { x: tensor([1, 2, 3]), y: tensor(true) });
    for (let size = statSync(path).size - 1; size >= 0; size--) {
      truncateSync(path, size);
      expect(() => io.load(path)).toThrow(FormatError);
      expect(() => io.load(path)).toThrow(`${path}: `);
    }
    expect(() => io.loadMetadata(path)).toThrow(`${path}: truncated: 0 bytes are too few for a safetensors file.`);
  });
  it('changes nothing in a model when the file is damaged', () => {
    const model = new nn.Linear(2, 2);
    io.save(path, model.stateDict());
    const bytes = readFileSync(path);
    bytes[20] = 0;
    writeFileSync(path, bytes);
    const before = model.weight.toArray();
    expect(() => model.loadStateDict(io.load(path))).toThrow(FormatError);
    expect(model.weight.toArray()).toEqual(before);
  });
  it('keeps the folder clean when it cannot rename', () => {
    const taken = join(folder, 'taken');
    io.save(path, { x: tensor([1]) });
    chmodSync(path, 0o444);
    io.save(path, { x: tensor([5]) });
    expect(io.load(path).x!.toArray()).toEqual([5]);
    // A folder that is not empty cannot be replaced by a file.
    rmSync(path);
    writeFileSync(join(mkdtempSync(`${taken}-`), 'x'), '');
    const [name] = readdirSync(folder);
    expect(() => io.save(join(folder, name!), { x: tensor([1]) })).toThrow();
    expect(readdirSync(folder)).toEqual([name]);
  });
});
