/**
 * An LSTM that reads a text character by character, learns which one comes next, and writes some of its own.
 *
 *     npm run example char-lstm -- tinyshakespeare.txt
 *
 * 1,000 steps on nanoGPT's tinyshakespeare took 48 s on the native backend (2 threads of an AMD EPYC, shared with other work,
 * 2026-11-28) and gave this; --short ends at about 2.5, and with an error above 2.9.
 *
 *     validation loss 1.841, 4.174 when nothing is known
 *
 *     KING RICHARD III:
 *     Lot, be thee unford,
 *     Where it than them, your good and I will a way,
 *     If sempeld, 'Tis my: searter, at! the canorst lary,
 *     Besting wings!
 *
 * Options: --steps 1000, --temperature 0.8, --seed 1; --short: few steps on this repository's own README and LICENSE, which is a test.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { manualSeed, multinomial, nn, noGrad, optim, randint, tensor, type Tensor } from '../src/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    steps: { type: 'string' },
    temperature: { type: 'string', default: '0.8' },
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
  },
});
const own = ['../README.md', '../LICENSE'].map((file) => new URL(file, import.meta.url));
const files = positionals.length > 0 ? positionals : own;
const steps = Number(values.steps ?? (values.short ? 150 : 1000));
const [batch, length, hidden] = [32, 64, 128];
manualSeed(Number(values.seed));

const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
const characters = [...new Set(text)].sort();
const codes = Int32Array.from(text, (character) => characters.indexOf(character));
const held = Math.floor(0.9 * codes.length); // what comes after is for validation

class CharLSTM extends nn.Module<[ids: Tensor, state?: readonly [Tensor, Tensor] | null], nn.LSTMResult> {
  lstm = new nn.LSTM(characters.length, hidden);
  head = new nn.Linear(hidden, characters.length);
  /** ids [time, batch]; output [time, batch, characters] is how likely each character is next, before softmax. */
  forward(ids: Tensor, state: readonly [Tensor, Tensor] | null = null) {
    const { output, hn, cn } = this.lstm.forward(ids.oneHot(characters.length).to('float32'), state);
    return { output: this.head.forward(output), hn, cn };
  }
}
const model = new CharLSTM();
const optimizer = new optim.Adam(model.parameters(), { lr: 5e-3 });

/** Windows of codes that begin anywhere in a range, and the characters that come after each of theirs. */
function windows(from: number, to: number): [ids: Tensor, next: Tensor] {
  const starts = randint(from, to - length, [batch]).toTypedArray();
  const at = (shift: number) =>
    Int32Array.from({ length: length * batch }, (_, i) => codes[starts[i % batch]! + Math.floor(i / batch) + shift]!);
  return [tensor(at(0), { shape: [length, batch] }), tensor(at(1))];
}
const lossOf = ([ids, next]: [Tensor, Tensor]): Tensor =>
  nn.functional.crossEntropy(model.forward(ids).output.reshape([length * batch, -1]), next);
const validate = (): number => {
  const losses = Array.from({ length: 8 }, () => noGrad(() => lossOf(windows(held, codes.length)).item()));
  return losses.reduce((a, b) => a + b) / losses.length;
};

const start = performance.now();
for (let step = 1; step <= steps; step++) {
  const loss = lossOf(windows(0, held));
  optimizer.zeroGrad();
  loss.backward();
  nn.utils.clipGradNorm_(model.parameters(), 1);
  optimizer.step();
  if (step % 100 === 0)
    console.log(`step ${step}  loss ${loss.item().toFixed(3)}  ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
const loss = validate();
console.log(`validation loss ${loss.toFixed(3)}, ${Math.log(characters.length).toFixed(3)} when nothing is known\n`);

let state: readonly [Tensor, Tensor] | null = null;
let [id, written] = [codes[0]!, ''];
for (let i = 0; i < (values.short ? 80 : 400); i++) {
  const { output, hn, cn } = noGrad(() => model.forward(tensor([[id]], { dtype: 'int32' }), state));
  state = [hn, cn];
  id = multinomial(output.flatten().div(Number(values.temperature)).softmax(0), 1).item();
  written += characters[id]!;
}
console.log(written);
if (values.short && !(loss < 2.9)) throw new Error(`The validation loss is ${loss}, not below 2.9.`);
