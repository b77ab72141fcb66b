/** The cases of the benchmarks that onnxruntime has, as graphs. */
import { type Graph, matmulGraph, type OnnxNode, type Value } from './onnx.ts';

const size = 1024;
const matrix: Value = { shape: [size, size] };
const row: Value = { shape: [size] };

/** One op on a matrix x; y where there are two. */
function op(name: string, inputs: Record<string, Value> = { x: matrix }, more: Partial<OnnxNode> = {}): Graph {
  return {
    nodes: [{ op: name, inputs: Object.keys(inputs), output: 'out', ...more }],
    inputs,
    outputs: { out: matrix },
  };
}
const binary = (name: string): Graph => op(name, { x: matrix, y: matrix });
const rows = (name: string): Graph => op(name, { x: matrix }, { attributes: { axis: 1 } });
/** A reduction over these dims, or over all. */
function reduction(name: string, shape: number[], dims?: number[]): Graph {
  const axes: Record<string, Value> = dims ? { axes: { shape: [dims.length], type: 'int64', values: dims } } : {};
  return {
    ...op(name, { x: matrix, ...axes }, { attributes: { keepdims: 0 } }),
    outputs: { out: { shape } },
  };
}

const elementwise: Record<string, Graph> = {
  add: binary('Add'),
  mul: binary('Mul'),
  relu: op('Relu'),
  exp: op('Exp'),
  log: op('Log'),
  tanh: op('Tanh'),
  sigmoid: op('Sigmoid'),
  sqrt: op('Sqrt'),
  'gelu (erf)': op('Gelu'),
  'gelu (tanh)': op('Gelu', undefined, { attributes: { approximate: 'tanh' } }),
  silu: {
    nodes: [
      { op: 'Sigmoid', inputs: ['x'], output: 's' },
      { op: 'Mul', inputs: ['x', 's'], output: 'out' },
    ],
    inputs: { x: matrix },
    outputs: { out: matrix },
  },
  sum: reduction('ReduceSum', []),
  'sum of rows': reduction('ReduceSum', [size], [1]),
  'sum of columns': reduction('ReduceSum', [size], [0]),
  'argmax of rows': {
    ...op('ArgMax', undefined, { attributes: { axis: 1, keepdims: 0 } }),
    outputs: { out: { shape: [size], type: 'int64' } },
  },
  softmax: rows('Softmax'),
  'log softmax': rows('LogSoftmax'),
  'layer norm': op('LayerNormalization', { x: matrix, weight: row, bias: row }),
  'copy of the transpose': op('Transpose', undefined, { attributes: { perm: [1, 0] } }),
};

/** The graph of a case and the version of its operators, or null where onnxruntime has no such case. */
export function knownOps(suite: string, name: string): Graph | null {
  if (suite === 'elementwise') return elementwise[name] ?? null;
  const product = /^(\d+)x(\d+)x(\d+) (\w\w)$/.exec(name);
  if (suite !== 'matmul' || !product) return null;
  const [m, k, n] = product.slice(1, 4).map(Number);
  return matmulGraph(m!, k!, n!, product[4]);
}
