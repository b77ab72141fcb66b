/** Layers held against PyTorch's: outputs and gradients from fixtures. */
import { expect } from 'vitest';
import { nn } from '../../src/index.ts';
import { decode, decodeTensor, type Encoded, type EncodedTensor, expectClose } from './fixtures.ts';

export interface ModuleCase {
  module: string;
  args: unknown[];
  options: Record<string, unknown>;
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
  const what = `${c.module} ${JSON.stringify([c.args, c.options])} [${c.input.shape.join()}]`;
  const make = nn[c.module as 'Conv2d'] as unknown as new (...args: unknown[]) => nn.Module;
  const module = new make(...c.args, ...(Object.keys(c.options).length > 0 ? [c.options] : [])).to(c.dtype).eval();
  expect(Object.keys(module.stateDict()), what).toEqual(Object.keys(c.stateDict));
  module.loadStateDict(decode(c.stateDict) as nn.StateDict);
  const input = decodeTensor(c.input);
  const output = module.forward(input);
  expectClose(output, c.output, { what });
  output.backward(decodeTensor(c.gradOutput));
  expectClose(input.grad!, c.gradInput, { what: `${what}: gradient of the input`, atol: 4e-6 });
  for (const [key, p] of module.namedParameters()) {
    expectClose(p.grad!, c.gradParameters[key]!, { what: `${what}: gradient of ${key}`, atol: 4e-6 });
  }
}
