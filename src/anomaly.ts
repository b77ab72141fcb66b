/** What detectAnomaly switches on: every node remembers where it was recorded, and every gradient is looked at. */
import { StateError } from './errors.ts';

let enabled = false;
export const anomalyEnabled = (): boolean => enabled;

/**
 * Turns the search for NaN in gradients on or off: while it is on, backward throws a StateError that names the op whose backward gave
 * the first NaN and the place where the op was called. It makes ops and backward many times slower.
 * https://pytorch.org/docs/stable/autograd.html#torch.autograd.set_detect_anomaly
 */
export function setDetectAnomaly(on: boolean): void {
  enabled = on;
}

/**
 * Runs fn, forward and backward in it, with the search for NaN on, and gives what fn gives; see setDetectAnomaly.
 * @throws StateError for a promise, and from backward for the first gradient that has a NaN
 */
export function detectAnomaly<R>(fn: () => R): R {
  const before = enabled;
  enabled = true;
  try {
    const result = fn();
    if (result instanceof Promise)
      throw new StateError('detectAnomaly: takes a synchronous function; use setDetectAnomaly around an await.');
    return result;
  } finally {
    enabled = before;
  }
}

/** The lines of a stack that name a place; their forms differ from engine to engine, `:12:34` ends them all. */
function frames(): string[] {
  const limited = Error as { stackTraceLimit?: number };
  const before = limited.stackTraceLimit;
  limited.stackTraceLimit = 64;
  const { stack = '' } = new Error();
  limited.stackTraceLimit = before;
  return stack.split('\n').filter((line) => /:\d+:\d+\)?$/.test(line));
}

/** The folder of a frame's file. */
const folder = (frame: string): string => /([^\s(@]*\/)[^/]*:\d+:\d+\)?$/.exec(frame)?.[1] ?? frame;

/** Where the running op was called: the stack without the library's own frames, as text. */
export function callSite(): string {
  const all = frames();
  // This file is the first frame and lies at the library's root, or in one file with all of it.
  const own = folder(all[0] ?? '');
  const users = all.filter((frame) => !frame.includes(own) && !/node.internal/.test(frame));
  return (users.length > 0 ? users : all).join('\n');
}
