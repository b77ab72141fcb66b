/** Tensors as text, against what PyTorch prints. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  arange,
  full,
  memory,
  noGrad,
  ones,
  type PrintOptions,
  setPrintOptions,
  tensor,
  ValueError,
  zeros,
} from '../../src/index.ts';
import { backends, reference, useBackend } from '../support/backends.ts';
import { decodeTensor, type EncodedTensor, readFixture } from '../support/fixtures.ts';

interface Case {
  x: EncodedTensor;
  options: PrintOptions;
  text: string;
}

/** PyTorch's words for the same: only these differ. */
const translated = (text: string): string =>
  text
    .replaceAll('True', 'true')
    .replaceAll('False', 'false')
    .replace('dtype=torch.', 'dtype=')
    .replace('requires_grad=true', 'requiresGrad=true')
    .replace(/size=\(([\d, ]*)\)/, 'shape=[$1]');

/** Without the line break before a suffix, which stands elsewhere where words are shorter. */
const joined = (text: string): string => text.replace(/,\s+(shape|dtype|gradFn|requiresGrad)=/g, ', $1=');

afterEach(() => setPrintOptions({ profile: 'default' }));

describe.each([...backends, reference])('%s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('prints as PyTorch does, and the shape where values are left out', () => {
    for (const { x, options, text } of readFixture<Case[]>('printing')) {
      setPrintOptions({ profile: 'default', ...options });
      const printed = joined(String(decodeTensor(x)));
      const cut = text.includes('...');
      expect(printed.includes('shape='), text).toBe(cut || text.includes('size='));
      const given = cut ? printed.replace(/, shape=\[[\d, ]+\]/, '') : printed;
      expect(given, JSON.stringify(options)).toBe(joined(translated(text)));
      setPrintOptions({ profile: 'default' });
    }
  });

  it('shows shape, dtype and graph', () => {
    const x = tensor([[1, 2.5]], { requiresGrad: true });
    expect(String(x)).toBe('tensor([[1.0000, 2.5000]], requiresGrad=true)');
    expect(String(x.mul(2))).toBe('tensor([[2., 5.]], gradFn=<mul>)');
    expect(String(noGrad(() => x.mul(2)))).toBe('tensor([[2., 5.]])');
    expect(String(zeros([40, 40], { dtype: 'float64' }))).toBe(
      `tensor([${Array<string>(3).fill('[0., 0., 0.,  ..., 0., 0., 0.]').join(',\n        ')},
        ...,
        ${Array<string>(3).fill('[0., 0., 0.,  ..., 0., 0., 0.]').join(',\n        ')}], shape=[40, 40], dtype=float64)`,
    );
    expect(String(tensor([[true], [false]]))).toBe('tensor([[ true],\n        [false]])');
    expect(String(zeros([0, 2]))).toBe('tensor([], shape=[0, 2])');
  });

  it('breaks the line before what does not fit it', () => {
    setPrintOptions({ linewidth: 30 });
    expect(String(ones([3], { dtype: 'float64', requiresGrad: true }))).toBe(
      'tensor([1., 1., 1.],\n       dtype=float64,\n       requiresGrad=true)',
    );
  });

  it('reads views, and of large tensors no more than it shows', () => {
    const x = arange(0, 4000).reshape([2, 2000]).t();
    expect(String(x)).toBe(
      'tensor([[   0, 2000],\n        [   1, 2001],\n        [   2, 2002],\n        ...,\n        [1997, 3997],\n' +
        '        [1998, 3998],\n        [1999, 3999]], shape=[2000, 2], dtype=int32)',
    );
    // Were all of it read, this would take an array of 4 GB.
    expect(String(full([1], 7).expand([32, 2 ** 25]))).toContain('[7., 7., 7.,  ..., 7., 7., 7.]');
  });

  it('changes neither the graph nor who owns memory', () => {
    const x = ones([64, 64], { requiresGrad: true });
    const y = x.mul(3);
    const before = [y.gradFn, y.storage.owner, memory()];
    String(y);
    String(y.t());
    expect([y.gradFn, y.storage.owner, memory()]).toEqual(before);
    y.sum().backward();
    expect(x.grad!.toTypedArray()[0]).toBe(3);
  });

  it('says of a stale tensor that it is stale', () => {
    const x = ones([2048], { requiresGrad: true });
    const y = x.mul(3);
    y.sum().backward();
    x.mul(4);
    expect(String(y)).toBe('tensor(<stale: its memory went back to the pool>, shape=[2048], gradFn=<mul>)');
  });

  it('has options', () => {
    const x = tensor([1.25, -3.5]);
    setPrintOptions({ precision: 1 });
    setPrintOptions({ sciMode: true }); // the other stays
    expect(String(x)).toBe('tensor([ 1.2e+00, -3.5e+00])');
    setPrintOptions({ sciMode: null });
    expect(String(x)).toBe('tensor([ 1.2, -3.5])');
    for (const [options, message] of [
      [{ precision: -1 }, 'setPrintOptions: precision must be a whole number from 0 to 50, not -1.'],
      [{ precision: 1.5 }, 'setPrintOptions: precision must be a whole number from 0 to 50, not 1.5.'],
      [{ edgeitems: 0 }, 'setPrintOptions: edgeitems must be a whole number of 1 or more, not 0.'],
    ] as const) {
      expect(() => setPrintOptions(options)).toThrow(ValueError);
      expect(() => setPrintOptions(options)).toThrow(message);
    }
    expect(String(x)).toBe('tensor([ 1.2, -3.5])');
  });
});

it('of a tensor of another backend says where it is', () => {
  useBackend(backends[0]!);
  const x = ones([2]);
  useBackend(reference);
  expect(String(x)).toMatch(/^tensor\(<on the \w+ backend, which is not in use>, shape=\[2\]\)$/);
});
