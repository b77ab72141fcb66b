/**
 * Two workers that train at once on the native backend, each in an environment of its own, while the main thread computes too.
 * Prints a digest of what each got. See worker.test.ts.
 */
import { createHash } from 'node:crypto';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { clearGrad } from '../../src/autograd.ts';
import { manualSeed, noGrad, randn, setNumThreads } from '../../src/index.ts';

function train(): string {
  manualSeed(21);
  const w = randn([120, 90]).mul(0.1).requiresGrad_();
  const x = randn([200, 120]);
  for (let step = 0; step < 60; step++) {
    x.matmul(w).tanh().sub(0.5).square().mean().backward();
    noGrad(() => w.detach().copy_(w.sub(w.grad!.mul(0.1))));
    clearGrad(w);
  }
  return createHash('sha256').update(Buffer.from(w.toTypedArray().buffer)).digest('hex');
}

/** A worker begins as plain JavaScript: the loader that reads TypeScript is registered in there. */
const bootstrap = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(import.meta.url)}); })`;

setNumThreads(2);
if (isMainThread) {
  const start = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(bootstrap, { eval: true, execArgv: [] });
      let digest = '';
      worker.on('message', (message: string) => (digest = message));
      worker.on('error', reject);
      worker.on('exit', (code) => (code === 0 ? resolve(digest) : reject(new Error(`a worker ended with ${code}`))));
    });
  const running = [start(), start()];
  const own = Array.from({ length: 5 }, train);
  const together = await Promise.all(running);
  // Again after two environments are gone.
  console.log(JSON.stringify([...own, ...together, await start(), train()]));
} else {
  parentPort!.postMessage(train());
}
