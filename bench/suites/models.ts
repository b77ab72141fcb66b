/** The models of the training steps. bench/peers/pytorch/training.py has the same. */
import { arange, nn, type Tensor } from '../../src/index.ts';

const F = nn.functional;

export function mlp(...sizes: number[]): nn.Sequential {
  const model = new nn.Sequential();
  for (let i = 1; i < sizes.length; i++) {
    if (i > 1) model.append(new nn.ReLU());
    model.append(new nn.Linear(sizes[i - 1]!, sizes[i]!));
  }
  return model;
}

export function cnn(): nn.Sequential {
  return new nn.Sequential(
    new nn.Conv2d(1, 32, 3, { padding: 1 }),
    new nn.ReLU(),
    new nn.MaxPool2d(2),
    new nn.Conv2d(32, 64, 3, { padding: 1 }),
    new nn.ReLU(),
    new nn.MaxPool2d(2),
    new nn.Flatten(),
    new nn.Linear(3136, 128),
    new nn.ReLU(),
    new nn.Linear(128, 10),
  );
}

/** [batch, time, 32] to scores [batch · time, 65]. */
export class CharLstm extends nn.Module<[x: Tensor]> {
  lstm = new nn.LSTM(32, 128, { batchFirst: true });
  head = new nn.Linear(128, 65);
  forward(x: Tensor): Tensor {
    return this.head.forward(this.lstm.forward(x).output).reshape([-1, 65]);
  }
}

class Block extends nn.Module<[x: Tensor]> {
  norm1: nn.LayerNorm;
  attention: nn.MultiheadAttention;
  norm2: nn.LayerNorm;
  up: nn.Linear;
  down: nn.Linear;
  constructor(width: number, heads: number) {
    super();
    this.norm1 = new nn.LayerNorm(width);
    this.attention = new nn.MultiheadAttention(width, heads, { batchFirst: true });
    this.norm2 = new nn.LayerNorm(width);
    this.up = new nn.Linear(width, 4 * width);
    this.down = new nn.Linear(4 * width, width);
  }
  forward(x: Tensor): Tensor {
    const y = this.norm1.forward(x);
    x = x.add(this.attention.forward(y, y, y, { isCausal: true, needWeights: false }).output);
    return x.add(this.down.forward(F.gelu(this.up.forward(this.norm2.forward(x)))));
  }
}

/** Tokens [batch, context] to scores [batch · context, vocabulary]. */
export class Gpt extends nn.Module<[tokens: Tensor]> {
  token: nn.Embedding;
  position: nn.Embedding;
  blocks: nn.Sequential;
  norm: nn.LayerNorm;
  head: nn.Linear;
  constructor(
    readonly vocabulary: number,
    width: number,
    heads: number,
    layers: number,
    context: number,
  ) {
    super();
    this.token = new nn.Embedding(vocabulary, width);
    this.position = new nn.Embedding(context, width);
    this.blocks = new nn.Sequential(...Array.from({ length: layers }, () => new Block(width, heads)));
    this.norm = new nn.LayerNorm(width);
    this.head = new nn.Linear(width, vocabulary, { bias: false });
  }
  forward(tokens: Tensor): Tensor {
    const positions = arange(0, tokens.shape[1]);
    const x = this.token.forward(tokens).add(this.position.forward(positions));
    return this.head.forward(this.norm.forward(this.blocks.forward(x))).reshape([-1, this.vocabulary]);
  }
}
