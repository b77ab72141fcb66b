/** The public API in browsers: what needs no files and no terminal. Nothing from Node can be reached from here. */
export * from './common.ts';
export { init } from './backend/browser.ts';
export * as datasets from './data/mnist.ts';
export * as io from './io/common.ts';
export * as train from './train/browser.ts';
