/** An ONNX model of one MatMul, in the wire format of protocol buffers. Field numbers are those of onnx.proto3. */

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

/** c = a · b, for a of m × k and b of k × n. */
export function matmulModel(m: number, k: number, n: number): Uint8Array {
  const node = [...message(1, 'a'), ...message(1, 'b'), ...message(2, 'c'), ...message(4, 'MatMul')];
  const graph = [
    ...message(1, node),
    ...message(2, 'matmul'),
    ...message(11, value('a', [m, k])),
    ...message(11, value('b', [k, n])),
    ...message(12, value('c', [m, n])),
  ];
  const operators = message(8, integer(2, 13));
  return Uint8Array.from([...integer(1, 8), ...message(7, graph), ...operators]);
}
