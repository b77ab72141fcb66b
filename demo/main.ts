/** The page: shows what the worker reports and tells it what to do. */
import { Chart } from './chart.ts';
import { asInk, Drawing } from './draw.ts';
import { byId } from './elements.ts';
import { brief, count, loss as lossText, mebibytes, percent } from './format.ts';
import { GuessView } from './guess.ts';
import { MistakesView } from './mistakes.ts';
import type { Command, Pixels, Port, Report } from './protocol.ts';
import { Series } from './series.ts';
import { SettingsForm } from './settings.ts';

const start = byId('start', HTMLButtonElement);
const reset = byId('reset', HTMLButtonElement);
const sample = byId('sample', HTMLButtonElement);
const status = byId('status', HTMLElement);
const announcement = byId('announcement', HTMLElement);
const problem = byId('problem', HTMLElement);

const accuracies = new Series();
const losses = new Series();
const meanLosses = new Series();
const charts = [
  new Chart(
    byId('accuracy-chart', HTMLElement),
    {
      label: 'Test accuracy',
      // By the share of errors: from 90 to 95 % is as much as from 95 to 97.5 %.
      scale: (accuracy) => -Math.log10(Math.max(1 - accuracy, 1e-3)),
      ticks: [0, 0.9, 0.99, 0.5, 0.8, 0.95, 0.98, 0.7],
      format: (accuracy) => percent(accuracy, 0),
      range: [0, 0.99],
    },
    [{ series: accuracies, name: 'accuracy' }],
  ),
  new Chart(
    byId('loss-chart', HTMLElement),
    {
      label: 'Loss',
      scale: (value) => Math.log10(Math.max(value, 1e-4)),
      ticks: [1, 0.1, 0.01, 0.001, 0.5, 0.05, 0.2, 2, 0.02, 0.005, 5, 10, 100, 1e3, 1e4, 1e6, 1e8, 1e10, 1e12],
      format: brief,
      range: [0.1, 2.5],
    },
    [
      { series: losses, name: 'loss faint' },
      { series: meanLosses, name: 'loss' },
    ],
  ),
];

let loaded = false;
let running = false;
let testImages = 0;
/** What is known now, shown with the next frame. */
const latest = { epoch: 0, loss: NaN, accuracy: NaN, imagesPerSecond: NaN, memory: 0 };

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'descend' });
const trainer = worker as unknown as Port<Report, Command>;
const send = (command: Command): void => trainer.postMessage(command);

trainer.onmessage = ({ data: report }) => {
  switch (report.type) {
    case 'loaded':
      return showLoaded(report);
    case 'began':
      return showNew(report);
    case 'running':
      return showRunning(report.running);
    case 'progress':
      report.losses.forEach((loss, i) => addLoss(report.epochs[i]!, loss));
      latest.imagesPerSecond = report.imagesPerSecond;
      latest.memory = report.memory;
      return drawSoon();
    case 'evaluated':
      return showEvaluation(report);
    case 'predicted':
      return showPrediction(report.probabilities);
    case 'sample':
      return showDigit(report.pixels, report.label);
    case 'problem':
      return showProblem(report.message);
  }
};
worker.onerror = (event) => {
  const said = event.message ? `: ${event.message}` : '';
  showProblem(`The worker that trains does not run${said}. Reload the page; it takes a browser of 2023 or later.`);
};

// --- training ---

const form = new SettingsForm((settings) => send({ type: 'settings', settings }));
start.addEventListener('click', () => send({ type: running ? 'pause' : 'start' }));
reset.addEventListener('click', () => send({ type: 'reset' }));

function showLoaded(report: Extract<Report, { type: 'loaded' }>): void {
  testImages = report.testImages;
  set('train-images', count(report.trainImages));
  set('test-images', count(testImages));
  set('backend', report.backend);
  set('threads', String(report.threads));
  set('why', report.why);
}

function showNew({ weights, settings }: Extract<Report, { type: 'began' }>): void {
  for (const series of [accuracies, losses, meanLosses]) series.clear();
  Object.assign(latest, { epoch: 0, loss: NaN, accuracy: NaN, imagesPerSecond: NaN });
  set('network', `${[784, ...settings.hidden, 10].join(' → ')}, ${count(weights)} weights`);
  problem.hidden = true;
  showButton();
  status.textContent = running
    ? 'Training a new network. Meanwhile, draw a digit.'
    : 'A new network, which knows nothing. Press Start.';
}

function showEvaluation({ epoch, accuracy, wrong, mistakes: some }: Extract<Report, { type: 'evaluated' }>): void {
  latest.epoch = epoch;
  latest.accuracy = accuracy;
  accuracies.add(epoch, accuracy);
  mistakes.show(wrong, testImages, some);
  if (running) drawSoon();
  else drawFigures();
  // The first one tells that all is there.
  if (!loaded) {
    loaded = true;
    start.disabled = reset.disabled = sample.disabled = false;
    form.enable();
  }
  predict();
}

function showRunning(value: boolean): void {
  running = value;
  showButton();
  if (running) {
    problem.hidden = true;
    status.textContent = 'Training. Meanwhile, draw a digit.';
  } else {
    const right = percent(latest.accuracy);
    status.textContent = `Paused after ${latest.epoch.toFixed(1)} epochs: ${right} of the test digits are read right.`;
  }
}

function showButton(): void {
  start.textContent = running ? 'Pause' : latest.epoch > 0 ? 'Resume' : 'Start';
  start.classList.toggle('running', running);
}

/** The running mean has forgotten a loss after some fifty batches. */
function addLoss(epoch: number, loss: number): void {
  latest.loss = Number.isNaN(latest.loss) ? loss : latest.loss + (loss - latest.loss) / 20;
  latest.epoch = epoch;
  losses.add(epoch, loss);
  meanLosses.add(epoch, latest.loss);
}

/** Milliseconds between two drawings of the figures and charts: the processor is needed elsewhere. */
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let drawing = false;
function drawSoon(): void {
  if (drawing) return;
  drawing = true;
  setTimeout(
    () =>
      requestAnimationFrame(() => {
        drawing = false;
        drawFigures();
      }),
    calm.matches ? 1000 : 80,
  );
}

function drawFigures(): void {
  const { epoch, loss, accuracy, imagesPerSecond, memory } = latest;
  setNumber('accuracy', accuracy, percent);
  setNumber('loss', loss, lossText);
  setNumber('speed', imagesPerSecond, count);
  setNumber('epoch', epoch, (n) => n.toFixed(1));
  if (memory > 0) set('memory', mebibytes(memory));
  for (const chart of charts) chart.draw(epoch);
}

// --- the drawing ---

const guess = new GuessView();
const mistakes = new MistakesView(({ pixels, label }) => {
  showDigit(pixels, label);
  byId('canvas', HTMLCanvasElement).scrollIntoView({
    block: 'nearest',
    behavior: calm.matches ? 'auto' : 'smooth',
  });
});
const seen = byId('seen', HTMLCanvasElement).getContext('2d')!;
/** What the digit on the canvas is, where it came from the data set. */
let truth: number | null = null;
/** Whether an answer is awaited, whether the drawing has changed since, and whether the answer is to be read out. */
const asked = { waiting: false, again: false, aloud: false };

const paper = new Drawing(byId('canvas', HTMLCanvasElement), byId('pen', HTMLElement), {
  onChange(done) {
    truth = null;
    asked.aloud = done;
    predict();
  },
  onPen(down) {
    announcement.textContent = down ? 'Pen down' : 'Pen up';
  },
});
byId('clear', HTMLButtonElement).addEventListener('click', () => paper.clear());
sample.addEventListener('click', () => send({ type: 'sample' }));

function showDigit(pixels: Pixels, label: number): void {
  paper.show(pixels);
  truth = label;
}

function predict(): void {
  const pixels = paper.pixels();
  seen.clearRect(0, 0, 28, 28);
  if (!pixels) {
    guess.clear();
    return;
  }
  seen.putImageData(asInk(pixels), 0, 0);
  if (!loaded) return;
  asked.again = asked.waiting;
  if (asked.waiting) return;
  asked.waiting = true;
  send({ type: 'predict', pixels });
}

function showPrediction(probabilities: Float32Array): void {
  asked.waiting = false;
  if (asked.again) return predict();
  if (!paper.pixels()) return; // cleared meanwhile
  const sentence = guess.show(probabilities, truth);
  if (asked.aloud) announcement.textContent = sentence;
  asked.aloud = false;
}

// --- words and numbers ---

function showProblem(message: string): void {
  problem.textContent = message;
  problem.hidden = false;
  asked.waiting = false;
  if (!loaded) status.textContent = 'It did not load.';
}

function set(id: string, text: string): void {
  byId(id, HTMLElement).textContent = text;
}

function setNumber(id: string, value: number, format: (value: number) => string): void {
  const element = byId(id, HTMLDataElement);
  element.value = Number.isNaN(value) ? '' : String(value);
  element.textContent = Number.isNaN(value) ? '–' : format(value);
}

problem.hidden = true;
problem.classList.remove('late');
const threads = new URLSearchParams(location.search).get('threads');
send({
  type: 'load',
  mnist: new URL('mnist/', document.baseURI).href,
  threads: threads === null ? undefined : Number(threads),
  settings: form.value,
});
