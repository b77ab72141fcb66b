/** What is checked of a row of the table. Each check throws an Error that says which sample failed. */
import { type DType, isFloat, type TypedArray } from '../../src/dtype.ts';
import { show } from '../../src/errors.ts';
import { grad, gradcheck, gradgradcheck, Tensor, tensor } from '../../src/index.ts';
import { on, reference, type TestBackend } from '../support/backends.ts';
import { assertClose } from './compare.ts';
import { draw, type Given, layOut, type Sample } from './samples.ts';
import { fewerOf, type OpRow } from './row.ts';

/** What one call gave, read back. */
interface Outcome {
  dtype: DType;
  shape: readonly number[];
  values: TypedArray;
  /** One per differentiable input, where the op is differentiable. */
  grads: { dtype: DType; values: TypedArray }[];
}

type Argument = { values: TypedArray; dtype: DType; given: Exclude<Given, number> } | number;

/** The values of a sample's inputs, the same on every backend. */
function argumentsOf(row: OpRow, { inputs, what }: Sample, dtype: DType): Argument[] {
  return inputs.map((given, i) => {
    if (typeof given === 'number') return isFloat(dtype) ? given : Math.ceil(given);
    const own = given.dtype ?? dtype;
    return { values: draw(given, own, `${row.name} ${what} ${i}`), dtype: own, given };
  });
}

/** Calls the row and, where it has one, its gradient for a drawn gradient of the output. */
function call(row: OpRow, args: readonly (Tensor | number)[], seed: string): Outcome {
  const leaves: Tensor[] = [];
  if (row.differentiable) {
    for (const x of args) if (x instanceof Tensor && isFloat(x.dtype)) leaves.push(x.requiresGrad_());
  }
  const out = row.run(...(args as Tensor[]));
  const result: Outcome = { dtype: out.dtype, shape: out.shape, values: out.toTypedArray<DType>(), grads: [] };
  if (leaves.length === 0) return result;
  if (!out.requiresGrad) throw new Error('the result has no graph');
  const g = tensor(draw({ shape: out.shape }, 'float32', `${seed} g`), { shape: out.shape, dtype: out.dtype });
  result.grads = grad(out, leaves, { gradOutputs: [g] }).map((x, i) => {
    if (x.dtype !== leaves[i]!.dtype || String(x.shape) !== String(leaves[i]!.shape)) {
      throw new Error(
        `gradient ${i} is ${x.dtype}${show(x.shape)}, its input ${leaves[i]!.dtype}${show(leaves[i]!.shape)}`,
      );
    }
    return { dtype: x.dtype, values: x.toTypedArray() };
  });
  return result;
}

const wide = (dtype: DType): DType => (dtype === 'float32' ? 'float64' : dtype);

/** An argument for the reference: contiguous, and float64 where the backend has float32. */
function widened(x: Argument): Tensor | number {
  if (typeof x === 'number') return x;
  const values = x.dtype === 'float32' ? Float64Array.from(x.values as Float32Array) : x.values;
  return tensor(values, { shape: x.given.shape, dtype: wide(x.dtype) });
}

/** The values of a sample and what the reference makes of them. */
interface Expected {
  args: Argument[];
  outcome: Outcome;
}
/** Of the row looked at last: backends come one after another, and the reference takes longer than any of them. */
let known: { row: OpRow; samples: Map<string, Expected> } | null = null;

function expectedOf(row: OpRow, sample: Sample, dtype: DType): Expected {
  if (known?.row !== row) known = { row, samples: new Map() };
  const key = `${dtype} ${sample.what}`;
  let found = known.samples.get(key);
  if (found === undefined) {
    const args = argumentsOf(row, sample, dtype);
    const outcome = on(reference, () => {
      for (const x of args) {
        // `expanded` repeats some of them
        if (typeof x !== 'number') x.values = layOut(x.values, x.given, x.dtype).toTypedArray<DType>();
      }
      return call(row, args.map(widened), sample.what);
    });
    known.samples.set(key, (found = { args, outcome }));
  }
  return found;
}

/** Forward and gradient of one sample on a backend, against the reference. */
export function checkSample(row: OpRow, sample: Sample, dtype: DType, backend: TestBackend): void {
  try {
    const { args, outcome: expected } = expectedOf(row, sample, dtype);
    const got = on(backend, () => {
      const laidOut = args.map((x) => (typeof x === 'number' ? x : layOut(x.values, x.given, x.dtype)));
      return call(row, laidOut, sample.what);
    });
    if (wide(got.dtype) !== wide(expected.dtype)) throw new Error(`the result is ${got.dtype}, not ${expected.dtype}`);
    if (String(got.shape) !== String(expected.shape))
      throw new Error(`the shape is ${show(got.shape)}, not ${show(expected.shape)}`);
    assertClose(got.values, expected.values, got.dtype, row.tolerance);
    got.grads.forEach((g, i) => {
      try {
        assertClose(g.values, expected.grads[i]!.values, g.dtype, row.tolerance);
      } catch (error) {
        throw new Error(`gradient ${i}: ${(error as Error).message}`, { cause: error });
      }
    });
  } catch (error) {
    throw new Error(`${row.name}, ${dtype}, ${sample.what}: ${(error as Error).message}`, { cause: error });
  }
}

/** All samples of a row in float32 and float64, the first ones in each other dtype and two in `fewer`; none with inputs of `limit` elements. */
export function checkRow(row: OpRow, backend: TestBackend, limit = Infinity): void {
  const size = ({ inputs }: Sample): number =>
    Math.max(...inputs.map((x) => (typeof x === 'number' ? 1 : x.shape.reduce((a, b) => a * b, 1))));
  for (const dtype of [...row.dtypes, ...fewerOf(row)]) {
    const samples = !row.dtypes.includes(dtype)
      ? row.samples.slice(0, 2)
      : isFloat(dtype)
        ? row.samples
        : row.samples.slice(0, 5);
    for (const sample of samples) {
      if (size(sample) < limit && (!sample.large || dtype === 'float32')) checkSample(row, sample, dtype, backend);
    }
  }
}

/** The small inputs of a row in float64, as leaves; the backend in use holds them. */
function smallInputs(row: OpRow, layout: 'contiguous' | 'transposed'): Tensor[] {
  const sample = { what: layout, inputs: row.small };
  return argumentsOf(row, sample, 'float64').map((x) => {
    if (typeof x === 'number') throw new Error('the first inputs of a row are tensors');
    const t = layOut(x.values, { ...x.given, layout }, x.dtype);
    return isFloat(t.dtype) ? t.requiresGrad_() : t;
  });
}

/** Gradients against central differences, in float64, contiguous and transposed. */
export function checkGradient(row: OpRow, backend: TestBackend): void {
  on(backend, () => {
    for (const layout of ['contiguous', 'transposed'] as const) {
      // No float32 on the way: differences could not see through it.
      if (row.run(...smallInputs(row, layout)).dtype === 'float64') gradcheck(row.run, smallInputs(row, layout));
    }
  });
}

/** Second derivatives against central differences of the first; and the first, which has a graph now, against the one without. */
export function checkSecondGradient(row: OpRow, backend: TestBackend): void {
  on(backend, () => {
    const inputs = smallInputs(row, 'contiguous');
    const leaves = inputs.filter((x) => x.requiresGrad);
    const out = row.run(...inputs);
    if (out.dtype !== 'float64') return;
    const g = tensor(draw({ shape: out.shape }, 'float64', row.name), { shape: out.shape, requiresGrad: true });
    const plain = grad(out, leaves, { gradOutputs: [g], retainGraph: true });
    const recorded = grad(out, leaves, { gradOutputs: [g], createGraph: true });
    plain.forEach((x, i) =>
      assertClose(recorded[i]!.toTypedArray(), x.toTypedArray(), 'float64', { rtol: 1e-5, atol: 1e-5 }),
    );

    gradgradcheck(row.run, inputs);
  });
}
