/** Every op against the values and gradients that PyTorch computed; see test/fixtures/README.md. */
import { beforeAll, describe, expect, it } from 'vitest';
import * as descend from '../../src/index.ts';
import { grad, Tensor } from '../../src/index.ts';
import * as nn from '../../src/nn/index.ts';
import { everyBackend, reference, useBackend } from '../support/backends.ts';
import {
  decode,
  decodeTensor,
  type Encoded,
  type EncodedTensor,
  expectClose,
  isEncodedTensor,
  readFixture,
} from '../support/fixtures.ts';

type Nested<T> = T | Nested<T>[];
interface Case {
  op: string;
  note: string;
  inputs: Nested<EncodedTensor | number>[];
  args: unknown[];
  output: EncodedTensor | Record<string, EncodedTensor>;
  gradOutput?: EncodedTensor;
  grads?: Nested<Encoded[] | null>[];
}

/** PyTorch's ELU and CELU round alpha to float32 in the backward of float64 tensors; its trigamma is good to ten digits. */
const loose: Readonly<Record<string, number>> = { 'nn.functional.celu': 1e-7, digamma: 1e-9, polygamma: 1e-9 };

const all = [
  'ops',
  'ops_elementwise',
  'ops_factors',
  'ops_images',
  'ops_indexing',
  'ops_linalg',
  'ops_shape',
  'ops_sorting',
  'ops_statistics',
].flatMap((name) => readFixture<Case[]>(name));
const names = [...new Set(all.map((c) => c.op))];

type Op = (...args: unknown[]) => Tensor | Record<string, Tensor>;
function resolve(name: string): Op | undefined {
  let at: unknown = { ...descend, nn };
  for (const part of name.split('.')) at = (at as Record<string, unknown> | undefined)?.[part];
  return at as Op | undefined;
}

/** The tensors of nested inputs that want a gradient, with the gradient PyTorch gave. */
function wanted(input: unknown, gradient: unknown): [Tensor, Encoded[]][] {
  if (input instanceof Tensor) return gradient === null ? [] : [[input, gradient as Encoded[]]];
  if (Array.isArray(input)) return input.flatMap((part, i) => wanted(part, (gradient as unknown[])[i]));
  return [];
}

function check(op: Op, { op: name, inputs, args, output, gradOutput, grads }: Case): void {
  const given = decode(inputs) as unknown[];
  const result = op(...given, ...(decode(args) as unknown[]));
  const parts: [string, Tensor, EncodedTensor][] = isEncodedTensor(output)
    ? [['output', result as Tensor, output]]
    : Object.entries(output).map(([part, expected]) => [part, (result as Record<string, Tensor>)[part]!, expected]);
  for (const [what, got, expected] of parts)
    expectClose(got, expected, { what, rtol: got.dtype === 'float64' ? loose[name] : undefined });
  if (!grads || !gradOutput) return;
  const value = parts[0]![1];
  const pairs = given.flatMap((input, i) => wanted(input, grads[i]));
  const got = grad(
    value,
    pairs.map(([x]) => x),
    { gradOutputs: [decodeTensor(gradOutput)] },
  );
  pairs.forEach(([, expected], i) =>
    expectClose(got[i]!, expected, {
      what: `gradient ${i}`,
      rtol: value.dtype === 'float64' ? loose[name] : undefined,
    }),
  );
}

/** A case as a failure shows it: values only where there are few. */
function describeCase({ op, note, inputs, args }: Case): string {
  const show = (x: Nested<EncodedTensor | number>): string => {
    if (Array.isArray(x)) return `[${x.map(show).join(', ')}]`;
    return isEncodedTensor(x) ? `${x.dtype}[${x.shape.join(', ')}]` : String(x);
  };
  return `${op}(${[...inputs.map(show), ...args.map((a) => JSON.stringify(a))].join(', ')}), ${note}`;
}

describe.each([...everyBackend, reference])('%s gives what PyTorch gives', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(names)('%s', (name) => {
    const failures: string[] = [];
    for (const c of all.filter((each) => each.op === name)) {
      try {
        check(resolve(name)!, c);
      } catch (error) {
        failures.push(`${describeCase(c)}: ${(error as Error).message}`);
      }
    }
    expect(failures).toEqual([]);
  });
});
