/** Known datasets. */
export { type ImageDataset, mnist, type Mnist } from './mnist.ts';
