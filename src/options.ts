/** Options objects, as callers without a compiler give them. */
import { show, ValueError } from './errors.ts';

/**
 * The options of a layer whose function knows their names, undefined where there are none.
 * @throws ValueError for a bare number or boolean
 */
export function requireObject<O>(op: string, options: O): O {
  return options === undefined ? options : (known(op, options as object) as O);
}

/**
 * The options themselves, which are an object with no other names than these.
 * @throws ValueError for a bare number or boolean, which would mean nothing, and for a name that the op does not have
 */
export function known<O extends object>(op: string, options: O, names?: readonly string[]): O {
  if (typeof options !== 'object' || options === null) {
    const each = names ? names.map((name) => `${name}: …`).join(', ') : 'name: value';
    throw new ValueError(`${op}: options go into one object, { ${each} }; got ${show(options)}.`);
  }
  for (const name in options) {
    if (names && !names.includes(name))
      throw new ValueError(`${op}: there is no option "${name}"; it has ${names.join(', ')}.`);
  }
  return options;
}

/** @throws ValueError unless the value is a whole number ≥ least */
export function requireWhole(op: string, name: string, value: number, least = 1): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new ValueError(`${op}: ${name} must be a whole number ≥ ${least}, got ${show(value)}.`);
}
