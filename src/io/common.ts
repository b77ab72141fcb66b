/** Tensors to bytes and back; what Node adds is in index.ts. */
export { parse, type Parsed, type SaveOptions, serialize, type Tensors } from './safetensors.ts';
