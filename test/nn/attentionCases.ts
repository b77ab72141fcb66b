/** The layers of attention.json, held against PyTorch. */
import { expect } from 'vitest';
import { nn, type Tensor } from '../../src/index.ts';
import {
  decode,
  decodeTensor,
  type Encoded,
  type EncodedTensor,
  expectClose,
  readFixture,
} from '../support/fixtures.ts';

type AnyOptions = Record<string, unknown>;

interface FormulaCase {
  dtype: 'float32' | 'float64';
  inputs: EncodedTensor[];
  options: AnyOptions;
  output: EncodedTensor;
  gradOutput: EncodedTensor;
  grads: Encoded[][];
}
interface ModuleCase {
  module: string;
  args: number[];
  options: AnyOptions;
  dtype: 'float32' | 'float64';
  call: AnyOptions;
  stateDict: Record<string, EncodedTensor>;
  inputs: EncodedTensor[];
  /** Which input stands where: [0, 0, 0] is self-attention. */
  distinct: number[];
  output: EncodedTensor;
  gradOutput: EncodedTensor;
  weights: EncodedTensor | null;
  gradWeights: EncodedTensor | null;
  gradInputs: Encoded[][];
  gradParameters: Record<string, Encoded[]>;
}
export const fixture = readFixture<{ formula: FormulaCase[]; modules: ModuleCase[] }>('attention');

type Forward = (...args: unknown[]) => Tensor | nn.AttentionResult;

/** All cases of a module: values, and gradients of inputs and parameters. */
export function checkModules(
  name: 'MultiheadAttention' | 'TransformerEncoderLayer' | 'TransformerDecoderLayer' | 'Transformer',
): void {
  const cases = fixture.modules.filter(({ module }) => module === name);
  expect(cases.length).toBeGreaterThan(1);
  for (const c of cases) {
    const what = `${JSON.stringify([c.args, c.options, Object.keys(c.call)])} ${c.dtype}`;
    const make = nn[name] as unknown as new (...args: unknown[]) => nn.Module;
    const module = new make(...c.args, c.options).to(c.dtype);
    expect(Object.keys(module.stateDict()), what).toEqual(Object.keys(c.stateDict));
    module.loadStateDict(decode(c.stateDict) as nn.StateDict);
    const inputs = c.inputs.map((x) => decodeTensor(x));
    const forward = module.forward.bind(module) as unknown as Forward;
    const result = forward(...c.distinct.map((i) => inputs[i]), decode(c.call));
    const { output, weights } = 'output' in result ? result : { output: result, weights: null };
    expectClose(output, c.output, { what });
    let total = output.mul(decodeTensor(c.gradOutput)).sum();
    if (c.weights) {
      expectClose(weights!, c.weights, { what: `${what}: weights` });
      total = total.add(weights!.mul(decodeTensor(c.gradWeights!)).sum());
    } else expect(weights).toBeNull();
    total.backward();
    inputs.forEach((x, i) => expectClose(x.grad!, c.gradInputs[i]!, { what: `${what}: gradient ${i}`, atol: 2e-6 }));
    for (const [key, p] of module.namedParameters())
      expectClose(p.grad!, c.gradParameters[key]!, { what: `${what}: gradient of ${key}`, atol: 2e-6 });
  }
}
