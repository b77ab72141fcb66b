/** Known datasets, in Node. Browsers have parseMnist. */
export { type ImageDataset, parseMnist } from './mnist.ts';
export { mnist, type Mnist } from './mnistFiles.ts';
