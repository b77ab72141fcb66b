/** ONNX models of one node, in the wire format of protocol buffers. Field numbers are those of onnx.proto3. */

function varint(n: number): number[] {
  return n < 128 ? [n] : [(n & 127) | 128, ...varint(n >>> 7)];
}
const integer = (field: number, value: number): number[] => [field << 3, ...varint(value)];
/** A message, or a string. */
function message(field: number, content: number[] | string): number[] {
  const bytes = typeof content === 'string' ? Array.from(content, (c) => c.charCodeAt(0)) : content;
  return [(field << 3) | 2, ...varint(bytes.length), ...bytes];
}

/** A ValueInfoProto: a float32 tensor of this shape. */
function value(name: string, shape: number[]): number[] {
  const dims = shape.flatMap((size) => message(1, integer(1, size)));
  return [...message(1, name), ...message(2, message(1, [...integer(1, 1), ...message(2, dims)]))];
}

/** out = operator(inputs), with its default attributes as of operator set 20. */
export function modelOf(operator: string, inputs: Record<string, number[]>, out: number[]): Uint8Array {
  const names = Object.keys(inputs);
  const node = [...names.flatMap((name) => message(1, name)), ...message(2, 'out'), ...message(4, operator)];
  const graph = [
    ...message(1, node),
    ...message(2, 'graph'),
    ...names.flatMap((name) => message(11, value(name, inputs[name]!))),
    ...message(12, value('out', out)),
  ];
  const operators = message(8, integer(2, 20));
  return Uint8Array.from([...integer(1, 9), ...message(7, graph), ...operators]);
}
