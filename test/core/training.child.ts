/**
 * Ten thousand training steps of an MLP in plain ops, in one synchronous loop: no await, no dispose. Prints the resident
 * memory and the pool along the way. See training.test.ts.
 */
import { clearGrad } from '../../src/autograd.ts';
import { manualSeed, memory, noGrad, randn, setNumThreads, type Tensor } from '../../src/index.ts';

setNumThreads(2);
manualSeed(1);
const [batch, inputs, hidden, outputs] = [48, 40, 48, 24]; // most activations above 4 KiB: the graph owns them
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

const losses: Tensor[] = [];
const report: { step: number; rss: number; pooled: number; buffersPooled: number; loss: number }[] = [];
for (let step = 1; step <= 10_000; step++) {
  const h1 = x.matmul(w1).add(b1).relu();
  const h2 = h1.matmul(w2).add(b2).tanh();
  const loss = h2.matmul(w3).add(b3).sub(target).square().mean();
  loss.backward();
  for (const p of parameters) {
    noGrad(() => p.detach().copy_(p.sub(p.grad!.mul(0.05))));
    clearGrad(p);
  }
  if (step % 100 === 0) losses.push(loss);
  if (step === 500 || step % 2500 === 0) {
    const { bytesPooled, buffersPooled } = memory();
    report.push({ step, rss: process.memoryUsage().rss, pooled: bytesPooled, buffersPooled, loss: loss.item() });
  }
}
console.log(JSON.stringify({ report, losses: losses.map((l) => l.item()) }));
