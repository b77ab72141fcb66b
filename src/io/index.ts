/** Saving and loading tensors. */
export * from './common.ts';
export { load, loadMetadata, save } from './files.ts';
