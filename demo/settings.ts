/** The settings that can be chosen. */
import { byId, make } from './elements.ts';
import { type ActivationName, activationNames, type OptimizerName, optimizerNames, type Settings } from './protocol.ts';

const optimizers: Record<OptimizerName, { label: string; lr: number }> = {
  adam: { label: 'Adam', lr: 0.001 },
  rmsprop: { label: 'RMSprop', lr: 0.001 },
  adagrad: { label: 'Adagrad', lr: 0.01 },
  momentum: { label: 'Momentum', lr: 0.05 },
  sgd: { label: 'SGD', lr: 0.2 },
};
const activations: Record<ActivationName, string> = { relu: 'ReLU', elu: 'ELU', tanh: 'Tanh', sigmoid: 'Sigmoid' };
const rates = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
const batchSizes = [16, 32, 64, 128, 256, 512];
const layers = ['none', '32', '128', '256 · 128', '512 · 256', '128 · 128 · 128'];

/** Fills the form and tells of every change. */
export class SettingsForm {
  private readonly optimizer = byId('optimizer', HTMLSelectElement);
  private readonly lr = byId('lr', HTMLSelectElement);
  private readonly batch = byId('batch', HTMLSelectElement);
  private readonly layers = byId('layers', HTMLSelectElement);
  private readonly activation = byId('activation', HTMLSelectElement);
  private readonly form = byId('settings', HTMLFormElement);

  constructor(onChange: (settings: Settings) => void) {
    fill(this.optimizer, optimizerNames, 'adam', (name) => optimizers[name].label);
    fill(this.lr, rates, optimizers.adam.lr);
    fill(this.batch, batchSizes, 128);
    fill(this.layers, layers, '256 · 128');
    fill(this.activation, activationNames, 'relu', (name) => activations[name]);
    this.optimizer.addEventListener('change', () => {
      this.lr.value = String(optimizers[this.optimizer.value as OptimizerName].lr);
    });
    this.form.addEventListener('change', () => onChange(this.value));
    this.form.addEventListener('submit', (event) => event.preventDefault());
  }

  get value(): Settings {
    return {
      optimizer: this.optimizer.value as OptimizerName,
      lr: Number(this.lr.value),
      batchSize: Number(this.batch.value),
      hidden: this.layers.value === 'none' ? [] : this.layers.value.split(' · ').map(Number),
      activation: this.activation.value as ActivationName,
    };
  }

  enable(): void {
    this.form.querySelector('fieldset')!.disabled = false;
  }
}

function fill<T extends string | number>(
  select: HTMLSelectElement,
  values: readonly T[],
  chosen: T,
  label: (value: T) => string = String,
): void {
  select.append(...values.map((value) => make('option', { value: String(value) }, label(value))));
  select.value = String(chosen);
}
