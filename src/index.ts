/** The public API in Node. */
export * from './common.ts';
export { init } from './backend/node.ts';
export * as datasets from './data/datasets.ts';
export * as io from './io/index.ts';
export * as train from './train/index.ts';
