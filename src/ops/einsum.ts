/** Einstein summation: the equation is read, a good order found, and every step is one batched matmul or one mul. */
import { requireSameFloat } from '../dtype.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { scope } from '../memory.ts';
import { sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { contractionOrder, type Sizes } from './contractionOrder.ts';
import { diagonal } from './diagonal.ts';
import { mul } from './elementwise.generated.ts';
import { matmul } from './matmul.ts';
import { sum } from './reduce.ts';
import { permute, reshape, squeeze } from './shape.ts';

/** A tensor and a label for each of its dims. The dims of an ellipsis have the labels '.0', '.1', …, counted from the last one. */
interface Labelled {
  x: Tensor;
  labels: readonly string[];
}

const fail = (equation: string, what: string): never => {
  throw new ValueError(`einsum: '${equation}': ${what}`);
};

/** The labels of one term. @param ellipsis how many dims '...' stands for beside so many named ones */
function labelsOf(equation: string, term: string, ellipsis: (named: number) => number): string[] {
  const parts = term.split('...');
  if (parts.length > 2 || !/^[a-zA-Z]*$/.test(parts.join('')))
    fail(equation, `'${term}' is no term: it has letters, one for each dim, and at most one '...'.`);
  const count = parts.length === 2 ? ellipsis(term.length - 3) : 0;
  const dots = Array.from({ length: count }, (_, i) => `.${count - 1 - i}`);
  return [...parts[0]!, ...dots, ...(parts[1] ?? '')];
}

function parse(equation: string, operands: readonly Tensor[]): { inputs: string[][]; output: string[] } {
  const [left, right, ...more] = equation.replace(/\s/g, '').split('->') as [string, string | undefined];
  const terms = left.split(',');
  if (more.length > 0 || terms.length !== operands.length)
    fail(equation, `there are ${operands.length} operands; write one term for each, then at most one '->'.`);
  const inputs = terms.map((term, i) => {
    const labels = labelsOf(equation, term, (named) => operands[i]!.ndim - named);
    if (labels.length !== operands[i]!.ndim)
      throw new ShapeError(
        `einsum: '${equation}': operand ${i} has shape ${show(operands[i]!.shape)}, but '${term}' names ${labels.length} dims. Use '...' for those without a name.`,
      );
    return labels;
  });
  const every = inputs.flat();
  const dots = [...new Set(every.filter((label) => label.startsWith('.')))].sort((a, b) => +b.slice(1) - +a.slice(1));
  if (right === undefined) {
    const once = every.filter((label) => !label.startsWith('.') && every.indexOf(label) === every.lastIndexOf(label));
    return { inputs, output: [...dots, ...once.sort()] };
  }
  const output = labelsOf(equation, right, () => dots.length);
  const unknown = output.find((label) => !every.includes(label));
  if (unknown !== undefined) fail(equation, `the output has '${unknown}', which no operand has.`);
  if (new Set(output).size < output.length) fail(equation, 'the output names a dim twice. Use diagEmbed afterwards.');
  return { inputs, output };
}

/** Repeated labels become diagonals: the first two dims of each, as often as there are any. */
function withoutRepeats({ x, labels }: Labelled): Labelled {
  const second = labels.findIndex((label, i) => labels.indexOf(label) < i);
  if (second < 0) return { x, labels };
  const first = labels.indexOf(labels[second]!);
  const rest = labels.filter((_, d) => d !== first && d !== second);
  return withoutRepeats({ x: diagonal(x, { dim1: first, dim2: second }), labels: [...rest, labels[first]!] });
}

/** The size of every label. Sizes of 1 broadcast. @throws ShapeError when others differ */
function sizesOf(equation: string, operands: readonly Labelled[]): Sizes {
  const sizes: Sizes = new Map();
  for (const { x, labels } of operands) {
    labels.forEach((label, d) => {
      const [known, size] = [sizes.get(label) ?? 1, x.shape[d]!];
      if (known !== 1 && size !== 1 && known !== size)
        throw new ShapeError(
          `einsum: '${equation}': '${label.replace(/^\..*/, '...')}' is ${known} in one operand and ${size} in another of ${operands.map((o) => show(o.x.shape)).join(', ')}.`,
        );
      if (size !== 1) sizes.set(label, size);
      else if (!sizes.has(label)) sizes.set(label, 1);
    });
  }
  return sizes;
}

/** Without the labels that are 1 here and more elsewhere, and summed over those that nobody else has. */
function reduced({ x, labels }: Labelled, sizes: Sizes, wanted: (label: string) => boolean): Labelled {
  const ones = labels.map((label, d) => (x.shape[d] === 1 && sizes.get(label) !== 1 ? d : -1)).filter((d) => d >= 0);
  const dims = labels.map((label, d) => (!ones.includes(d) && !wanted(label) ? d : -1)).filter((d) => d >= 0);
  const left = labels.filter((_, d) => !ones.includes(d) && !dims.includes(d));
  if (ones.length + dims.length === 0) return { x, labels };
  const summed = dims.length > 0 ? sum(x, dims, { keepdim: true }) : x;
  return { x: squeeze(summed, [...ones, ...dims]), labels: left };
}

/** Dims in the order of these labels, which are its own; a label it lacks becomes a dim of size 1. */
function arrange({ x, labels }: Labelled, order: readonly string[]): Tensor {
  const own = order.filter((label) => labels.includes(label));
  const permuted = permute(
    x,
    own.map((label) => labels.indexOf(label)),
  );
  if (own.length === order.length) return permuted;
  return reshape(
    permuted,
    order.map((label) => (labels.includes(label) ? x.shape[labels.indexOf(label)]! : 1)),
  );
}

/** One step: the product of two operands, summed over what nobody wants any more. */
function pair(a: Labelled, b: Labelled, sizes: Sizes, wanted: (label: string) => boolean): Labelled {
  const shared = a.labels.filter((label) => b.labels.includes(label));
  const batch = shared.filter(wanted);
  const summed = shared.filter((label) => !wanted(label));
  const [ofA, ofB] = [a, b].map(({ labels }) => labels.filter((label) => !shared.includes(label))) as [
    string[],
    string[],
  ];
  const labels = [...batch, ...ofA, ...ofB];
  if (summed.length === 0) return { x: mul(arrange(a, labels), arrange(b, labels)), labels };
  const extent = (list: readonly string[]): number[] => list.map((label) => sizes.get(label)!);
  const size = (list: readonly string[]): number => sizeOf(extent(list));
  const left = reshape(arrange(a, [...batch, ...ofA, ...summed]), [size(batch), size(ofA), size(summed)]);
  const right = reshape(arrange(b, [...batch, ...summed, ...ofB]), [size(batch), size(summed), size(ofB)]);
  return { x: reshape(matmul(left, right), extent(labels)), labels };
}

/**
 * Sums of products, as the equation says: 'ij,jk->ik' is the matrix product, 'ii' the trace, '...ij->...ji' a transpose. Labels are
 * letters; '...' stands for dims without a name, which broadcast; without '->' the output has the ellipsis and, in alphabetical order, the
 * labels that occur once. The order of the products is the one of the fewest multiplications (of many operands, a good one).
 * https://pytorch.org/docs/stable/generated/torch.einsum.html
 * @throws ValueError for an equation that cannot be read; ShapeError when it does not fit; DTypeError unless all are one float dtype
 */
export function einsum(equation: string, ...operands: readonly Tensor[]): Tensor {
  if (operands.length === 0) fail(equation, 'there are no operands.');
  for (const x of operands) requireSameFloat('einsum', operands[0]!, x);
  const { inputs, output } = parse(equation, operands);
  return scope(() => {
    let terms = inputs.map((labels, i) => withoutRepeats({ x: operands[i]!, labels }));
    const sizes = sizesOf(equation, terms);
    const wantedBeside = (list: readonly Labelled[], taken: readonly Labelled[]) => (label: string) =>
      output.includes(label) || list.some((other) => !taken.includes(other) && other.labels.includes(label));
    terms = terms.map((term) => reduced(term, sizes, () => true));
    terms = terms.map((term) => reduced(term, sizes, wantedBeside(terms, [term])));
    const order = contractionOrder(
      terms.map(({ labels }) => labels),
      output,
      sizes,
    );
    for (const [i, j] of order) {
      const [a, b] = [terms[i]!, terms[j]!];
      const done = pair(a, b, sizes, wantedBeside(terms, [a, b]));
      terms = [...terms.filter((_, k) => k !== i && k !== j), done];
    }
    return arrange(terms[0]!, output);
  });
}
