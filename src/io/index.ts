/** Saving and loading tensors. */
export { load, loadMetadata, save } from './files.ts';
export { parse, type Parsed, type SaveOptions, serialize, type Tensors } from './safetensors.ts';
