/** Small models of every kind, and one training step of each. Most of their activations are above 4 KiB: the graph owns them. */
import { clearGrad } from '../../src/autograd.ts';
import { arange, data, nn, noGrad, optim, randint, randn, type Tensor } from '../../src/index.ts';

/** Trains once and gives the loss. */
type Step = () => Tensor;

/** Three layers in plain ops, and gradient descent by hand. */
function mlp(): Step {
  const [batch, inputs, hidden, outputs] = [48, 40, 48, 24];
  const layer = (n: number, m: number): Tensor[] => [
    randn([n, m])
      .mul(Math.sqrt(2 / n))
      .requiresGrad_(),
    randn([m]).mul(0.01).requiresGrad_(),
  ];
  const parameters = [...layer(inputs, hidden), ...layer(hidden, hidden), ...layer(hidden, outputs)];
  const [w1, b1, w2, b2, w3, b3] = parameters as [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
  const x = randn([batch, inputs]);
  const target = x.narrow(1, 0, outputs).sin().contiguous();
  return () => {
    const h1 = x.matmul(w1).add(b1).relu();
    const h2 = h1.matmul(w2).add(b2).tanh();
    const loss = h2.matmul(w3).add(b3).sub(target).square().mean();
    loss.backward();
    for (const p of parameters) {
      noGrad(() => p.detach().copy_(p.sub(p.grad!.mul(0.05))));
      clearGrad(p);
    }
    return loss;
  };
}

/** Convolution, batch norm, pool, dropout: which quarter of a noisy image is bright? */
function cnn(steps: number): Step {
  const labels = randint(0, 4, [64]);
  const images = randn([64, 1, 12, 12]).mul(0.5);
  labels.toTypedArray().forEach((label, i) => {
    const [row, column] = [6 * (label >> 1), 6 * (label & 1)];
    images.select(0, i).narrow(1, row, 6).narrow(2, column, 6).add_(0.5);
  });
  const model = new nn.Sequential(
    new nn.Conv2d(1, 8, 3, { padding: 1 }),
    new nn.BatchNorm2d(8),
    new nn.ReLU(),
    new nn.MaxPool2d(2),
    new nn.Dropout({ p: 0.1 }),
    new nn.Flatten(),
    new nn.Linear(8 * 6 * 6, 4),
  );
  return layers(model, [images, labels], steps);
}

/** The model of a sequence gives scores of what comes next, [batch, time, 8]. */
class NextCharacter extends nn.Module<[ids: Tensor]> {
  embedding = new nn.Embedding(8, 16);
  constructor(
    readonly body: nn.LSTM | nn.TransformerEncoderLayer,
    readonly read: (x: Tensor) => Tensor,
    readonly head: nn.Linear,
  ) {
    super();
  }
  forward(ids: Tensor): Tensor {
    return this.head.forward(this.read(this.embedding.forward(ids))).reshape([-1, 8]);
  }
}

/** Characters that go round in steps of 1, 2 or 3, so that all but the first two follow from those before. */
function rounds(length: number): [text: Tensor, next: Tensor] {
  const text = randint(0, 8, [64, 1])
    .add(randint(1, 4, [64, 1]).mul(arange(length + 1)))
    .remainder(8);
  return [text.narrow(1, 0, length).contiguous(), text.narrow(1, 1, length).contiguous()];
}

function lstm(steps: number): Step {
  const body = new nn.LSTM(16, 24, { batchFirst: true });
  const model = new NextCharacter(body, (x) => body.forward(x).output, new nn.Linear(24, 8));
  return layers(model, rounds(12), steps);
}

function gpt(steps: number): Step {
  const body = new nn.TransformerEncoderLayer(16, 2, {
    dimFeedforward: 32,
    dropout: 0.1,
    batchFirst: true,
    normFirst: true,
  });
  const model = new NextCharacter(body, (x) => body.forward(x, { isCausal: true }), new nn.Linear(16, 8));
  return layers(model, rounds(16), steps);
}

/** A step as people write it: a loader, cross-entropy, clipped gradients, AdamW, a schedule. */
function layers(model: nn.Module, tensors: [Tensor, Tensor], steps: number): Step {
  const loader = new data.DataLoader(new data.TensorDataset(...tensors), { batchSize: 8, shuffle: true });
  const optimizer = new optim.AdamW(model.parameters(), { lr: 3e-3 });
  const schedule = new optim.lrScheduler.CosineAnnealingLR(optimizer, steps);
  let epoch = loader[Symbol.iterator]();
  return () => {
    let next = epoch.next();
    if (next.done) next = (epoch = loader[Symbol.iterator]()).next();
    const [input, target] = next.value!;
    const loss = nn.functional.crossEntropy(model.forward(input), target.flatten());
    optimizer.zeroGrad();
    loss.backward();
    nn.utils.clipGradNorm_(model.parameters(), 1);
    optimizer.step();
    schedule.step();
    return loss;
  };
}

export const models = { mlp, cnn, lstm, gpt };
