/** Options that commands share, read strictly. */
import { InvalidArgumentError } from 'commander';
import { type nn, optim } from '../index.ts';

type Make = (model: nn.Module, lr: number) => optim.Optimizer;

/** Optimizers by name, and the learning rate each is at home with on a small network. */
export const optimizers: Record<string, { lr: number; make: Make }> = {
  sgd: { lr: 0.2, make: (model, lr) => new optim.SGD(model.parameters(), { lr }) },
  momentum: { lr: 0.05, make: (model, lr) => new optim.SGD(model.parameters(), { lr, momentum: 0.9, nesterov: true }) },
  adagrad: { lr: 0.01, make: (model, lr) => new optim.Adagrad(model.parameters(), { lr }) },
  rmsprop: { lr: 0.001, make: (model, lr) => new optim.RMSprop(model.parameters(), { lr }) },
  adam: { lr: 0.001, make: (model, lr) => new optim.Adam(model.parameters(), { lr }) },
  adamw: { lr: 0.001, make: (model, lr) => new optim.AdamW(model.parameters(), { lr }) },
};

/** A parser of whole numbers for commander. */
export const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(value) || value < least)
      throw new InvalidArgumentError(`It must be a whole number ≥ ${least}.`);
    return value;
  };

/** A parser of numbers above 0 for commander. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError('It must be a number above 0.');
  return value;
}
