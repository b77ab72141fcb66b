/** spec -> C++: opcodes, word offsets, elementwise blocks and optimizer steps. */
import { type Expression, isMask, operatorOf, parse } from '../expression.ts';
import { convKinds, poolKinds, randomKinds, recurrentKinds, reduceKinds, scanKinds, scatterModes } from '../spec.ts';
import { banner, computedScalars, type Plan } from './plan.ts';

/** An expression over Vec lanes. */
function vector(e: Expression, name: (n: string) => string): string {
  if (e.kind === 'number') return `V(${literal(e.value)})`;
  if (e.kind === 'name') return name(e.name);
  const args = e.args.map((arg) => vector(arg, name));
  if (e.fn === 'where') return `select(${args.join(', ')})`;
  if (e.fn === 'neg') return `(-${args[0]})`;
  if (e.fn === 'logicalNot') return `(!${args[0]})`;
  const masks = e.args.every(isMask);
  const sign = masks ? { logicalAnd: '&', logicalOr: '|', ne: '^' }[e.fn] : operatorOf[e.fn];
  return sign ? `(${args[0]} ${sign} ${args[1]})` : `${e.fn}(${args.join(', ')})`;
}

/** An expression over doubles. */
function scalar(e: Expression): string {
  if (e.kind === 'number') return literal(e.value);
  if (e.kind === 'name') return e.name;
  const args = e.args.map(scalar);
  if (e.fn === 'where') return `(${args[0]} ? ${args[1]} : ${args[2]})`;
  if (e.fn === 'neg') return `(-${args[0]})`;
  const sign = operatorOf[e.fn];
  return sign ? `(${args[0]} ${sign} ${args[1]})` : `__builtin_${e.fn}(${args.join(', ')})`;
}

function literal(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e9 ? String(value) : value.toExponential();
}

export function header({ records, optimizers, elementKernels }: Plan): string {
  const names = [...records, ...optimizers, ...elementKernels].map(({ name }) => `  op_${name},`);
  const offsets = records.map(
    ({ name, words, doc }) =>
      `// ${doc}\nnamespace ${name}_word {\nenum { ${words.map((w, i) => `${w} = ${i + 2}`).join(', ')}, dims = ${words.length + 2} };\n}`,
  );
  return `${banner('//')}#pragma once

namespace descend {

enum Opcode {
${names.join('\n')}
  op_count
};
constexpr int op_first_elementwise = ${elementKernels[0]!.opcode};

enum ReduceKind { ${reduceKinds.map((k) => `reduce_${k}`).join(', ')} };
enum ScanKind { ${scanKinds.map((k) => `scan_${k}`).join(', ')} };
enum RecurrentKind { ${recurrentKinds.map((k) => `recurrent_${k}`).join(', ')} };
enum RandomKind { ${randomKinds.map((k) => `random_${k}`).join(', ')} };
enum ScatterMode { ${scatterModes.map((k) => `scatter_${k}`).join(', ')} };
enum ConvKind { ${convKinds.map((k) => `conv_${k}`).join(', ')} };
enum PoolKind { ${poolKinds.map((k) => `pool_${k}`).join(', ')} };

${offsets.join('\n')}

}  // namespace descend
`;
}

export function elementwiseBlocks({ elementKernels }: Plan): string {
  const structs = elementKernels.map(({ name, inputs, value }) => {
    const body = vector(value, (n) => `i[${inputs.indexOf(n)}]`);
    return `struct k_${name} {
  static constexpr int in = ${inputs.length};
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ${isMask(value) ? `select(${body}, V(1), V(0))` : body};
  }
};`;
  });
  const rows = elementKernels.map(
    ({ name, floats, int32, int64 }) =>
      `    {${[
        floats ? `block<k_${name}, float>, block<k_${name}, double>` : 'nullptr, nullptr',
        int32 ? `block<k_${name}, int32_t>` : 'nullptr',
        int64 ? `block<k_${name}, int64_t>` : 'nullptr',
      ].join(', ')}, k_${name}::in},`,
  );
  return `${banner('//')}
${structs.join('\n')}

// In the order of the opcodes from op_first_elementwise on.
const ElementwiseEntry elementwise_table[] = {
${rows.join('\n')}
};
`;
}

const doubles = (values: string[]): string => (values.length === 0 ? '' : `    const double ${values.join(', ')};`);
const unused = (names: string[]): string => names.map((n) => `(void)${n};`).join(' ');

export function optimizerSteps({ optimizers }: Plan): string {
  const structs = optimizers.map(({ name, row }) => {
    const { hyper, state, cells = {}, scalars = {}, update } = row;
    const [kept, computed] = [Object.keys(cells), computedScalars(row)];
    // Vectors of scalars get a v_ so that they do not hide the doubles they come from.
    const local = (n: string): string => (Object.hasOwn(scalars, n) || hyper.includes(n) ? `v_${n}` : n);
    const constants = [...hyper, ...computed].filter((n) =>
      update.some(([, value]) => new RegExp(`\\b${n}\\b`).test(value)),
    );
    const seen = new Set(['p', 'g', ...state]);
    const lines = update.map(([target, value]) => {
      const code = vector(parse(value), local);
      const declare = seen.has(target) ? '' : 'V ';
      seen.add(target);
      return `      ${declare}${target} = ${code};`;
    });
    const load = ['p', 'g', ...state].map((n, i) => `      V ${n} = V::load(at[${i}] + k);`);
    const store = ['p', ...state].map((n) => `      ${n}.store(at[${n === 'p' ? 0 : state.indexOf(n) + 2}] + k);`);
    return `// ${row.doc}
struct step_${name} {
  static constexpr int state = ${state.length}, hyper = ${hyper.length}, scalars = ${computed.length};
  // counter: the step count, then for each number that is kept its value after the last step and before it
  static void advance(const double* cell, float* counter) {
    const double step = counter[0] += 1;
${kept.length === 0 ? '' : doubles([...hyper.map((n, i) => `${n} = cell[${i}]`), ...kept.map((n, i) => `${n} = counter[${2 * i + 1}]`)])}
${kept
  .map((n, i) => {
    const [after, before] = [`counter[${2 * i + 1}]`, `counter[${2 * i + 2}]`];
    return `    ${before} = ${after};\n    ${after} = static_cast<float>(${scalar(parse(cells[n]!))});`;
  })
  .join('\n')}
    ${unused(['cell', 'step', ...(kept.length === 0 ? [] : [...hyper, ...kept])])}
  }
  static void prepare(const double* cell, const float* counter, double* out) {
    const double step = counter[0];
${doubles(hyper.map((n, i) => `${n} = cell[${i}]`))}
${doubles(kept.flatMap((n, i) => [`${n}_next = counter[${2 * i + 1}]`, `${n} = counter[${2 * i + 2}]`]))}
${Object.entries(scalars)
  .map(([n, value]) => `    const double ${n} = ${scalar(parse(value))};`)
  .join('\n')}
${computed.map((n, i) => `    out[${i}] = ${n};`).join('\n')}
    ${unused(['step', 'out', ...hyper, ...kept.flatMap((n) => [n, `${n}_next`])])}
  }
  // at: parameter, gradient, state; each readable and writable up to a whole number of vectors
  template <class T>
  static void run(const double* cell, const double* computed, T* const* at, long n) {
    using V = Vec<T>;
    const V ${constants
      .map((n) => {
        const i = hyper.indexOf(n);
        return `v_${n} = V(T(${i >= 0 ? `cell[${i}]` : `computed[${computed.indexOf(n)}]`}))`;
      })
      .join(',\n            ')};
    (void)computed;
    for (long k = 0; k < n; k += V::N) {
${[...load, ...lines, ...store].join('\n')}
    }
  }
};`;
  });
  const table = optimizers.map(({ name }) => `  table[descend::op_${name}] = optimizer_step<step_${name}>;`);
  return `${banner('//')}
${structs.join('\n\n')}

void register_optimizers(Kernel* table) {
${table.join('\n')}
}
`;
}
