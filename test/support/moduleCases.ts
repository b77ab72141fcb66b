/** Layers held against PyTorch's: outputs and gradients from fixtures. */
import { expect } from 'vitest';
import type { nn } from '../../src/index.ts';
import { build, type Described } from './build.ts';
import { decode, decodeTensor, type Encoded, type EncodedTensor, expectClose } from './fixtures.ts';

export interface ModuleCase extends Described {
  dtype: 'float32' | 'float64';
  stateDict: Record<string, EncodedTensor>;
  input: EncodedTensor;
  output: EncodedTensor;
  gradOutput: EncodedTensor;
  gradInput: Encoded[];
  gradParameters: Record<string, Encoded[]>;
}

/** Builds the module and compares keys, output and all gradients. */
export function expectCase(c: ModuleCase): void {
  const what = `${c.module} ${JSON.stringify([c.args, c.options])} ${c.dtype} [${c.input.shape.join()}]`;
  const module = (build(c) as nn.Module).to(c.dtype).eval();
  const gradient = c.dtype === 'float32' ? { atol: 4e-6 } : {};
  // PyTorch has 1/6 as a float32, in float64 too.
  const loose = c.module === 'Hardsigmoid' && c.dtype === 'float64' ? { rtol: 1e-7 } : {};
  expect(Object.keys(module.stateDict()), what).toEqual(Object.keys(c.stateDict));
  module.loadStateDict(decode(c.stateDict) as nn.StateDict);
  const input = decodeTensor(c.input);
  const output = module.forward(input);
  expectClose(output, c.output, { what, ...loose });
  output.backward(decodeTensor(c.gradOutput));
  expectClose(input.grad!, c.gradInput, { what: `${what}: gradient of the input`, ...gradient, ...loose });
  for (const [key, p] of module.namedParameters()) {
    expectClose(p.grad!, c.gradParameters[key]!, { what: `${what}: gradient of ${key}`, ...gradient });
  }
}
