/** onnxruntime-node's process: node onnxNode.js JOB. Prints a line of JSON per case, timed as measure.ts does. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Untyped } from '../../contest/contender.ts';
import { numbers } from '../../contest/cases.ts';
import { type Budget, medianOf, type Timing } from '../../measure.ts';
import { model, type Value } from './onnx.ts';
import { knownOps } from './onnxOps.ts';

interface Job extends Budget {
  folder: string;
  suite: string;
  threads: number;
  cases: string[];
}

const job = JSON.parse(process.argv[2]!) as Job;
const ort: Untyped = createRequire(resolve(job.folder, 'package.json'))('onnxruntime-node');

function filled({ shape, type = 'float32', values }: Value, seed: number): Untyped {
  if (type === 'int64') return new ort.Tensor('int64', BigInt64Array.from(values!, BigInt), shape);
  const data = numbers(
    shape.reduce((a, b) => a * b, 1),
    seed,
  );
  return new ort.Tensor('float32', data, shape);
}

async function timing(run: () => Promise<unknown>): Promise<Timing> {
  const block = async (count: number): Promise<number> => {
    const start = performance.now();
    for (let i = 0; i < count; i++) await run();
    return (performance.now() - start) / 1e3;
  };
  const end = performance.now() + job.warmupSeconds * 1e3;
  do await run();
  while (performance.now() < end);
  let count = 1;
  for (let spent; (spent = await block(count)) < job.blockSeconds;)
    count += Math.floor((job.blockSeconds - spent) / (spent / count)) + 1;
  const samples: number[] = [];
  for (let spent = 0; samples.length < job.samples || spent < job.caseSeconds;) {
    const taken = await block(count);
    spent += taken;
    samples.push(taken / count);
  }
  return { min: Math.min(...samples), median: medianOf(samples), samples: samples.length };
}

for (const name of job.cases) {
  const graph = knownOps(job.suite, name)!;
  // Logarithms are for what is positive.
  const only = graph.nodes[0]!.op === 'Log' ? Math.abs : (x: number): number => x;
  const feeds = Object.fromEntries(
    Object.entries(graph.inputs).map(([input, value], i) => {
      const tensor = filled(value, i + 1);
      if (value.type !== 'int64') tensor.data.forEach((x: number, at: number) => (tensor.data[at] = only(x)));
      return [input, tensor];
    }),
  );
  const session = await ort.InferenceSession.create(model(graph), {
    intraOpNumThreads: job.threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  // Into memory that is there already: what it would allocate by itself costs it more than most of these ops.
  const [[output, { shape, type = 'float32' }]] = Object.entries(graph.outputs) as [[string, Value]];
  const out = type === 'float32' ? filled({ shape }, 1) : null;
  const run = (): Promise<unknown> => (out ? session.run(feeds, { [output]: out }) : session.run(feeds));
  console.log(JSON.stringify({ name, ...(await timing(run)) }));
  await session.release();
}
