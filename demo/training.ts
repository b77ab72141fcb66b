/** The network, its data and its optimizer: what the worker trains, one batch at a time. */
import { data, manualSeed, nn, noGrad, optim, randint, tensor, type Tensor } from 'descend';
import type { Images, Mnist } from './mnist.ts';
import type { ActivationName, Mistake, OptimizerName, Pixels, Settings } from './protocol.ts';

const side = 28;
const size = side * side;
const classes = 10;
/** How far a training image may move, in pixels: a network that has seen digits a little off reads drawn ones better. */
const farthest = 2;
const mostMistakes = 12;

const optimizers: Record<OptimizerName, (model: nn.Module, lr: number) => optim.Optimizer> = {
  adam: (model, lr) => new optim.Adam(model.parameters(), { lr }),
  rmsprop: (model, lr) => new optim.RMSprop(model.parameters(), { lr }),
  adagrad: (model, lr) => new optim.Adagrad(model.parameters(), { lr }),
  momentum: (model, lr) => new optim.SGD(model.parameters(), { lr, momentum: 0.9 }),
  sgd: (model, lr) => new optim.SGD(model.parameters(), { lr }),
};

const activations: Record<ActivationName, () => nn.Module> = {
  relu: () => new nn.ReLU(),
  elu: () => new nn.ELU(),
  tanh: () => new nn.Tanh(),
  sigmoid: () => new nn.Sigmoid(),
};

/** 784 inputs, the hidden layers, 10 outputs. */
function network({ hidden, activation }: Settings): nn.Sequential {
  const model = new nn.Sequential();
  let inputs = size;
  for (const outputs of hidden) {
    model.append(new nn.Linear(inputs, outputs)).append(activations[activation]());
    inputs = outputs;
  }
  return model.append(new nn.Linear(inputs, classes));
}

/** The training images, each a little off in a random direction whenever it is asked for. */
class MovingImages implements data.Dataset<[image: Tensor, label: Tensor]> {
  constructor(private readonly images: Images) {}

  get length(): number {
    return this.images.count;
  }
  get(index: number): [image: Tensor, label: Tensor] {
    const [images, labels] = this.getBatch(Int32Array.of(index));
    return [images.select(0, 0), labels.select(0, 0)];
  }
  getBatch(indices: Int32Array): [images: Tensor, labels: Tensor] {
    const n = indices.length;
    const { pixels, labels } = this.images;
    const moves = randint(-farthest, farthest + 1, [n, 2]).toTypedArray();
    const moved = new Uint8Array(n * size);
    indices.forEach((index, i) => {
      // Rows run into each other, but the outermost pixels of MNIST's images are empty.
      const by = moves[2 * i]! * side + moves[2 * i + 1]!;
      const image = pixels.subarray(index * size, (index + 1) * size);
      moved.set(image.subarray(Math.max(0, -by), size - Math.max(0, by)), i * size + Math.max(0, by));
    });
    return [tensor(moved, { shape: [n, size] }), tensor(Int32Array.from(indices, (index) => labels[index]!))];
  }
}

/** Pixels as the network takes them: [n, 784] from 0 to 1. */
const input = (pixels: Tensor): Tensor => pixels.div(255);

export interface Evaluation {
  accuracy: number;
  wrong: number;
  mistakes: Mistake[];
}

export class Training {
  /** How often every training image was seen. */
  epochs = 0;
  private readonly model: nn.Sequential;
  private readonly trainImages: MovingImages;
  private readonly testBatches: data.DataLoader<[Tensor]>;
  private optimizer: optim.Optimizer;
  private batches: Iterator<[Tensor, Tensor]>;
  private untilEvaluation = 0;

  /** @param seed the same one gives the same training, on every machine */
  constructor(
    private readonly mnist: Mnist,
    private settings: Settings,
    seed: number,
  ) {
    manualSeed(seed);
    const { test, train } = mnist;
    this.model = network(settings);
    this.optimizer = optimizers[settings.optimizer](this.model, settings.lr);
    this.trainImages = new MovingImages(train);
    this.batches = this.epoch();
    const tested = new data.TensorDataset(tensor(test.pixels, { shape: [test.count, size] }));
    this.testBatches = new data.DataLoader(tested, { batchSize: 500 });
  }

  get weights(): number {
    let n = 0;
    for (const parameter of this.model.parameters()) n += parameter.length;
    return n;
  }

  /** Trains on one batch. @throws Error when the loss is no longer a number */
  step(): { loss: number; images: number } {
    const [images, labels] = this.nextBatch();
    const loss = nn.functional.crossEntropy(this.model.forward(input(images)), labels);
    const value = loss.item();
    if (!Number.isFinite(value)) {
      throw new Error(
        'The loss is no longer a number: the steps were too long. Choose a lower learning rate, then press Reset.',
      );
    }
    this.optimizer.zeroGrad();
    loss.backward();
    this.optimizer.step();
    const n = labels.length;
    this.epochs += n / this.trainImages.length;
    this.untilEvaluation -= n;
    return { loss: value, images: n };
  }

  /** Whether it is time: more often at the beginning, when much changes. */
  get evaluationDue(): boolean {
    return this.untilEvaluation <= 0;
  }

  /** Tests the network on images it was not trained on. */
  evaluate(): Evaluation {
    this.untilEvaluation = this.epochs < 0.4 ? 1000 : 5000;
    const { labels, pixels, count } = this.mnist.test;
    const guesses: number[] = [];
    noGrad(() => {
      for (const [images] of this.testBatches) {
        guesses.push(...this.model.forward(input(images)).argmax(1).toTypedArray());
      }
    });
    const wrong = guesses.flatMap((guess, i) => (guess === labels[i] ? [] : [i]));
    const mistakes = wrong.slice(0, mostMistakes).map((i) => ({
      pixels: pixels.slice(i * size, (i + 1) * size),
      label: labels[i]!,
      guess: guesses[i]!,
    }));
    return { accuracy: 1 - wrong.length / count, wrong: wrong.length, mistakes };
  }

  /** The probability of each digit. */
  predict(pixels: Pixels): Float32Array {
    return noGrad(() => {
      const output = this.model.forward(input(tensor(pixels, { shape: [1, size] })));
      return output.softmax(1).toTypedArray() as Float32Array;
    });
  }

  /** Goes on with other settings. @returns false when they are of another network, which must begin anew */
  change(settings: Settings): boolean {
    const before = this.settings;
    if (String(settings.hidden) !== String(before.hidden) || settings.activation !== before.activation) return false;
    this.settings = settings;
    if (settings.optimizer !== before.optimizer) {
      this.optimizer = optimizers[settings.optimizer](this.model, settings.lr);
    } else {
      for (const group of this.optimizer.paramGroups) group.lr = settings.lr;
    }
    if (settings.batchSize !== before.batchSize) this.batches = this.epoch();
    return true;
  }

  /** The batches of one epoch, in a new random order. */
  private epoch(): Iterator<[Tensor, Tensor]> {
    const { batchSize } = this.settings;
    return new data.DataLoader(this.trainImages, { batchSize, shuffle: true })[Symbol.iterator]();
  }

  private nextBatch(): [images: Tensor, labels: Tensor] {
    let next = this.batches.next();
    if (next.done) next = (this.batches = this.epoch()).next();
    return next.value as [Tensor, Tensor];
  }
}
