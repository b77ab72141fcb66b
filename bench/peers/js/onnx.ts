/** ONNX models of a few nodes, in the wire format of protocol buffers. Field numbers are those of onnx.proto3. */

function varint(n: number): number[] {
  const low = n & 127;
  const rest = Math.floor(n / 128);
  return rest === 0 ? [low] : [low | 128, ...varint(rest)];
}
const integer = (field: number, value: number): number[] => [...varint(field << 3), ...varint(value)];
/** A message, or a string. */
function message(field: number, content: number[] | string): number[] {
  const bytes = typeof content === 'string' ? Array.from(content, (c) => c.charCodeAt(0)) : content;
  return [(field << 3) | 2, ...varint(bytes.length), ...bytes];
}

export interface Value {
  shape: number[];
  /** Default: float32. */
  type?: 'float32' | 'int64';
  /** What an input is given. Default: random numbers. */
  values?: number[];
}

/** A ValueInfoProto. */
function value(name: string, { shape, type = 'float32' }: Value): number[] {
  const dims = shape.flatMap((size) => message(1, integer(1, size)));
  return [
    ...message(1, name),
    ...message(2, message(1, [...integer(1, type === 'float32' ? 1 : 7), ...message(2, dims)])),
  ];
}

export interface OnnxNode {
  op: string;
  inputs: string[];
  output: string;
  /** Non-negative integers, lists of them, or strings. */
  attributes?: Record<string, number | number[] | string>;
}

function node({ op, inputs, output, attributes = {} }: OnnxNode): number[] {
  return [
    ...inputs.flatMap((name) => message(1, name)),
    ...message(2, output),
    ...message(4, op),
    ...Object.entries(attributes).flatMap(([name, given]) => message(5, [...message(1, name), ...attribute(given)])),
  ];
}
function attribute(given: number | number[] | string): number[] {
  if (typeof given === 'number') return [...integer(3, given), ...integer(20, 2)];
  if (typeof given === 'string') return [...message(4, given), ...integer(20, 3)];
  return [...given.flatMap((n) => integer(8, n)), ...integer(20, 7)];
}

export interface Graph {
  nodes: OnnxNode[];
  inputs: Record<string, Value>;
  outputs: Record<string, Value>;
}

/** @param opset the version of the operators */
export function model({ nodes, inputs, outputs }: Graph, opset = 20): Uint8Array {
  const graph = [
    ...nodes.flatMap((one) => message(1, node(one))),
    ...message(2, 'graph'),
    ...Object.entries(inputs).flatMap(([name, one]) => message(11, value(name, one))),
    ...Object.entries(outputs).flatMap(([name, one]) => message(12, value(name, one))),
  ];
  return Uint8Array.from([...integer(1, 9), ...message(7, graph), ...message(8, integer(2, opset))]);
}

/** c = a · b, for a of m × k and b of k × n, either of them transposed before or not. */
export function matmulGraph(m: number, k: number, n: number, layout = 'NN'): Graph {
  const [left, right] = [layout[0] === 'T', layout[1] === 'T'];
  const nodes: OnnxNode[] = [];
  if (left) nodes.push({ op: 'Transpose', inputs: ['a'], output: 'at', attributes: { perm: [1, 0] } });
  if (right) nodes.push({ op: 'Transpose', inputs: ['b'], output: 'bt', attributes: { perm: [1, 0] } });
  nodes.push({ op: 'MatMul', inputs: [left ? 'at' : 'a', right ? 'bt' : 'b'], output: 'c' });
  return {
    nodes,
    inputs: { a: { shape: left ? [k, m] : [m, k] }, b: { shape: right ? [n, k] : [k, n] } },
    outputs: { c: { shape: [m, n] } },
  };
}

/** out = operator(inputs), with its default attributes. */
export function modelOf(operator: string, inputs: Record<string, number[]>, out: number[]): Uint8Array {
  const shaped = Object.entries(inputs).map(([name, shape]) => [name, { shape }] as const);
  return model({
    nodes: [{ op: operator, inputs: Object.keys(inputs), output: 'out' }],
    inputs: Object.fromEntries(shaped),
    outputs: { out: { shape: out } },
  });
}
