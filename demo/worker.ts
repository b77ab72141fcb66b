/** The worker: descend runs here, so that the page stays free while the network trains. */
import { backendInfo, init, memory } from 'descend';
import { loadMnist, type Mnist } from './mnist.ts';
import type { Command, Port, Report, Settings } from './protocol.ts';
import { Training } from './training.ts';

const page = self as unknown as Port<Command, Report>;
/** How long it trains before it looks for messages, in milliseconds. */
const slice = 30;

let mnist: Mnist;
let settings: Settings;
let training: Training | undefined;
let seed = 0;
let running = false;
let looping = false;
/** Images and milliseconds of the last second or so. */
const recent = { images: 0, time: 0 };

page.onmessage = ({ data: command }) => {
  try {
    if (command.type === 'load') load(command).catch(fail);
    else handle(command, training);
  } catch (error) {
    fail(error);
  }
};

async function load(command: Extract<Command, { type: 'load' }>): Promise<void> {
  const { threads, mnist: folder } = command;
  settings = command.settings;
  [mnist] = await Promise.all([loadMnist(folder), init(threads === undefined ? {} : { threads })]);
  const { isa, threads: used, why } = backendInfo();
  const [trainImages, testImages] = [mnist.train.count, mnist.test.count];
  page.postMessage({ type: 'loaded', backend: isa, threads: used, why, trainImages, testImages });
  begin();
}

function handle(command: Exclude<Command, { type: 'load' }>, current: Training | undefined): void {
  if (!current) return; // the page offers nothing before it is loaded, but a message may be on its way
  switch (command.type) {
    case 'start':
      setRunning(true);
      if (!looping) loop().catch(fail);
      break;
    case 'pause':
      evaluate(current);
      setRunning(false);
      break;
    case 'reset':
      begin();
      break;
    case 'settings':
      settings = command.settings;
      if (!current.change(settings)) begin();
      break;
    case 'predict':
      page.postMessage({ type: 'predicted', probabilities: current.predict(command.pixels) });
      break;
    case 'sample': {
      const { pixels, labels, count } = mnist.test;
      const i = Math.floor(Math.random() * count);
      page.postMessage({ type: 'sample', pixels: pixels.slice(i * 784, (i + 1) * 784), label: labels[i]! });
    }
  }
}

/** A new network. Training goes on with it if it was going on. */
function begin(): void {
  training = new Training(mnist, settings, ++seed);
  recent.images = recent.time = 0;
  page.postMessage({ type: 'began', weights: training.weights, settings });
  evaluate(training);
}

function setRunning(value: boolean): void {
  running = value;
  page.postMessage({ type: 'running', running });
}

async function loop(): Promise<void> {
  looping = true;
  try {
    while (running) {
      trainFor(slice, training!);
      await turn();
    }
  } finally {
    looping = false;
  }
}

function trainFor(milliseconds: number, current: Training): void {
  const begun = performance.now();
  const epochs: number[] = [];
  const losses: number[] = [];
  let images = 0;
  let time = 0;
  while (time < milliseconds && !current.evaluationDue) {
    const step = current.step();
    epochs.push(current.epochs);
    losses.push(step.loss);
    images += step.images;
    time = performance.now() - begun;
  }
  const kept = Math.exp(-time / 1000);
  recent.images = recent.images * kept + images;
  recent.time = recent.time * kept + time;
  const imagesPerSecond = (1000 * recent.images) / recent.time;
  const { bytesLive, bytesPooled } = memory();
  page.postMessage({ type: 'progress', epochs, losses, imagesPerSecond, memory: bytesLive + bytesPooled });
  if (current.evaluationDue) evaluate(current);
}

function evaluate(current: Training): void {
  page.postMessage({ type: 'evaluated', epoch: current.epochs, ...current.evaluate() });
}

/** One turn of the event loop, in which messages come in. Timers wait longer. */
const { port1, port2 } = new MessageChannel();
function turn(): Promise<void> {
  return new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

function fail(error: unknown): void {
  if (running) setRunning(false);
  page.postMessage({ type: 'problem', message: error instanceof Error ? error.message : String(error) });
}
