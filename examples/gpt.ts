/**
 * A GPT that learns to write, one character after the other, from any text:
 *
 *   npm run example gpt -- FILE [--iterations 2000] [--curve curve.svg]
 *   npm run example gpt -- --short        a small one for a minute, on this project's own documentation
 *
 * The model and its training are nanoGPT's for Shakespeare on a CPU (https://github.com/karpathy/nanoGPT): 4 layers of 4 heads, 128
 * columns, 64 characters of context; positions are rotary instead of learned. Expected after 2,000 iterations on its tinyshakespeare: a
 * validation loss below 1.90. gpt.md has a run.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { manualSeed, nn, noGrad, optim, randint, type Tensor, tensor, train } from '../src/index.ts';

const F = nn.functional;

class Block extends nn.Module<[x: Tensor, rotary: nn.RotaryEmbedding, cache?: nn.KVCache]> {
  norm1: nn.LayerNorm;
  attention: nn.MultiheadAttention;
  norm2: nn.LayerNorm;
  up: nn.Linear;
  down: nn.Linear;
  constructor(width: number, heads: number) {
    super();
    this.norm1 = new nn.LayerNorm(width, { bias: false });
    this.attention = new nn.MultiheadAttention(width, heads, { bias: false, batchFirst: true });
    this.norm2 = new nn.LayerNorm(width, { bias: false });
    this.up = new nn.Linear(width, 4 * width, { bias: false });
    this.down = new nn.Linear(4 * width, width, { bias: false });
  }
  forward(x: Tensor, rotary: nn.RotaryEmbedding, cache?: nn.KVCache): Tensor {
    const y = this.norm1.forward(x);
    const { output } = this.attention.forward(y, y, y, { isCausal: true, needWeights: false, cache, rotary });
    x = x.add(output);
    return x.add(this.down.forward(F.gelu(this.up.forward(this.norm2.forward(x)))));
  }
}

class GPT extends nn.Module<[tokens: Tensor, caches?: nn.KVCache[]]> {
  /** Also what turns the last layer's columns into scores of characters. */
  characters: nn.Parameter;
  rotary: nn.RotaryEmbedding;
  blocks: Block[];
  norm: nn.LayerNorm;
  constructor(
    vocabulary: number,
    readonly context: number,
    readonly width: number,
    layers: number,
    heads: number,
  ) {
    super();
    this.characters = new nn.Parameter(tensor(new Float32Array(vocabulary * width), { shape: [vocabulary, width] }));
    this.rotary = new nn.RotaryEmbedding(width / heads, { maxLength: context });
    this.blocks = Array.from({ length: layers }, () => new Block(width, heads));
    this.norm = new nn.LayerNorm(width, { bias: false });
    for (const [name, p] of this.namedParameters()) {
      // What is added to the residual stream starts smaller: there are 2 · layers of them.
      const std = /out_proj|down/.test(name) ? 0.02 / Math.sqrt(2 * layers) : 0.02;
      if (p.ndim > 1) nn.init.normal_(p, { std });
    }
  }
  /** Scores [batch, rows, vocabulary] of the characters that follow tokens [batch, rows]. */
  forward(tokens: Tensor, caches?: nn.KVCache[]): Tensor {
    const [batch, rows] = tokens.shape as [number, number];
    let x = this.characters.indexSelect(0, tokens.flatten()).reshape([batch, rows, this.width]);
    this.blocks.forEach((block, i) => (x = block.forward(x, this.rotary, caches?.[i])));
    return F.linear(this.norm.forward(x), this.characters);
  }

  /** Tokens that follow those given: each is drawn from the topK likeliest, the flatter the higher the temperature. */
  generate(tokens: number[], count: number, { temperature = 0.8, topK = 20 } = {}): number[] {
    const written = [...tokens];
    const caches = this.blocks.map(() => new nn.KVCache({ capacity: this.context }));
    let unread = written.slice(-this.context);
    for (let i = 0; i < count; i++) {
      if (caches[0]!.length + unread.length > this.context) {
        // The context is full: go on from its second half.
        for (const cache of caches) cache.truncate();
        unread = written.slice(-this.context / 2);
      }
      const scores = noGrad(() => this.forward(tensor([unread], { dtype: 'int32' }), caches))
        .select(1, -1)
        .select(0, 0);
      const best = scores.div(temperature).topk(Math.min(topK, scores.length));
      const next = best.indices.toTypedArray()[best.values.softmax(0).multinomial(1).item()]!;
      written.push(next);
      unread = [next];
    }
    return written.slice(tokens.length);
  }
}

const options = new Command('gpt')
  .argument('[file]', 'text to learn from')
  .option('--iterations <n>', 'training steps', Number)
  .option('--curve <file>', 'write the learning curve, an SVG')
  .option('--seed <n>', 'of weights, batches and text', Number, 1337)
  .option('--short', 'a small model, few steps, the documentation of this project')
  .parse();
const {
  short,
  curve,
  seed,
  iterations = short ? 150 : 2000,
} = options.opts<{
  short?: boolean;
  curve?: string;
  seed: number;
  iterations?: number;
}>();
const [file] = options.args;
if (!file && !short) options.error('gpt: name a text file, or give --short.');
const files = file ? [file] : ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];
const text = files.map((name) => readFileSync(name, 'utf8')).join('\n');

// Characters as numbers; the last tenth of the text is for validation.
const characters = [...new Set(text)].sort();
const numbers = new Map(characters.map((c, i) => [c, i]));
const data = Int32Array.from(text, (c) => numbers.get(c)!);
const split = Math.floor(0.9 * data.length);
const parts = { training: data.subarray(0, split), validation: data.subarray(split) };

const [context, batch] = short ? [32, 8] : [64, 12];
manualSeed(seed);
const model = short ? new GPT(characters.length, context, 64, 2, 2) : new GPT(characters.length, context, 128, 4, 4);
const parameters = [...model.parameters()];

/** The mean loss of `batch` random pieces, where each character is to be foretold from those before it. */
function loss(part: Int32Array): Tensor {
  const starts = [...randint(0, part.length - context, [batch]).toTypedArray()];
  const pieces = (shift: number): Tensor => {
    const rows = starts.map((start) => [...part.subarray(start + shift, start + shift + context)]);
    return tensor(Int32Array.from(rows.flat()), { shape: [batch, context] });
  };
  const scores = model.forward(pieces(0));
  return F.crossEntropy(scores.reshape([-1, characters.length]), pieces(1).flatten());
}
function evaluate(part: Int32Array, batches: number): number {
  let sum = 0;
  for (let i = 0; i < batches; i++) sum += noGrad(() => loss(part)).item();
  return sum / batches;
}

// Weights decay, gains and biases do not.
const [matrices, others] = [parameters.filter((p) => p.ndim > 1), parameters.filter((p) => p.ndim === 1)];
const [most, least, warmUp] = [1e-3, 1e-4, Math.min(100, iterations / 10)];
const optimizer = new optim.AdamW(
  [
    { params: matrices, weightDecay: 0.1 },
    { params: others, weightDecay: 0 },
  ],
  { lr: most, betas: [0.9, 0.99] },
);
/** Up in a line, then down along half a cosine. */
function learningRate(i: number): number {
  if (i < warmUp) return (most * (i + 1)) / (warmUp + 1);
  return least + ((most - least) * (1 + Math.cos((Math.PI * (i - warmUp)) / (iterations - warmUp)))) / 2;
}

console.log(
  `${data.length} characters, ${characters.length} different ones; ${parameters.reduce((n, p) => n + p.length, 0)} parameters`,
);
const history: train.EpochResult[] = [];
let [began, seconds] = [performance.now(), 0];
for (let i = 0; i <= iterations; i++) {
  if (i % (iterations / 10) === 0) {
    seconds += (performance.now() - began) / 1000;
    const last = i === iterations && !short;
    const [training, validation] = [parts.training, parts.validation].map((part) => evaluate(part, last ? 200 : 40));
    const rate = i > 0 ? `, ${((1000 * seconds) / i).toFixed(1)} ms a step` : '';
    console.log(`${i}: loss ${training!.toFixed(4)}, validation ${validation!.toFixed(4)}${rate}`);
    const result = { metrics: {}, samples: i * batch, seconds };
    const validated = { ...result, loss: validation! };
    history.push({ ...result, epoch: i, loss: training!, samplesPerSecond: 0, validation: validated });
    began = performance.now();
  }
  if (i === iterations) break;
  for (const group of optimizer.paramGroups) group.lr = learningRate(i);
  optimizer.zeroGrad();
  loss(parts.training).backward();
  nn.utils.clipGradNorm_(parameters, 1);
  optimizer.step();
}

const start = '\n';
const written = model.generate([numbers.get(start)!], short ? 200 : 500);
console.log(written.map((n) => characters[n]).join(''));
if (curve)
  writeFileSync(curve, await train.learningCurve(history, { title: 'GPT, loss per character', axis: 'iteration' }));
if (short) {
  const { loss: end } = history.at(-1)!.validation!;
  const bound = 0.75 * Math.log(characters.length);
  if (!(end < bound)) throw new Error(`the validation loss is ${end}, not below ${bound}`);
  console.log(`validation loss ${end.toFixed(3)}, below ${bound.toFixed(3)}: fine.`);
}
