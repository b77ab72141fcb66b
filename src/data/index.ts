/** Datasets, and batches of them. */
export { collate, type Collated } from './collate.ts';
export { ConcatDataset, Dataset, randomSplit, Subset, TensorDataset } from './dataset.ts';
export { DataLoader, type DataLoaderOptions } from './loader.ts';
