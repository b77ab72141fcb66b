/** Options objects, as callers without a compiler give them. */
import { ValueError } from './errors.ts';

/**
 * The options of a layer whose function knows their names, undefined where there are none.
 * @throws ValueError for a bare number or boolean
 */
export function requireObject<O>(op: string, options: O): O {
  if (options !== undefined && (typeof options !== 'object' || options === null))
    throw new ValueError(`${op}: options go into one object, { name: value }; got ${String(options)}.`);
  return options;
}

/**
 * The options themselves, which are an object with no other names than these.
 * @throws ValueError for a bare number or boolean, which would mean nothing, and for a name that the op does not have
 */
export function known<O extends object>(op: string, options: O, names: readonly string[]): O {
  if (typeof options !== 'object' || options === null) {
    throw new ValueError(
      `${op}: options go into one object, { ${names.map((name) => `${name}: …`).join(', ')} }; got ${String(options)}.`,
    );
  }
  for (const name in options) {
    if (!names.includes(name)) throw new ValueError(`${op}: there is no option "${name}"; it has ${names.join(', ')}.`);
  }
  return options;
}
