/** Everything descend throws on purpose. */
export class DescendError extends Error {}
/** Shapes that do not fit together or do not fit the op. */
export class ShapeError extends DescendError {}
/** A dtype the op does not take. */
export class DTypeError extends DescendError {}
/** An index or dim out of range. */
export class IndexError extends DescendError {}
/** A value the op cannot take: a NaN target, a negative probability, an unknown option. */
export class ValueError extends DescendError {}
/** A file whose bytes are not what its format says. */
export class FormatError extends DescendError {}
/** A backend that cannot load or run out of memory. */
export class BackendError extends DescendError {}
/** A tensor or graph that is no longer, or not yet, in the state the call needs. */
export class StateError extends DescendError {}

// Bundlers shorten the names of classes; those of keys they keep.
const named = { DescendError, ShapeError, DTypeError, IndexError, ValueError, FormatError, BackendError, StateError };
for (const [name, type] of Object.entries(named)) {
  Object.defineProperty(type.prototype, 'name', { value: name, configurable: true, writable: true });
}

/** `[2, 3]`, as error messages show shapes, and whatever else was given for one or for a tensor. */
export function show(x: unknown): string {
  if (Array.isArray(x)) return `[${x.slice(0, 64).map(show).join(', ')}${x.length > 64 ? ', …' : ''}]`;
  if (typeof x === 'string') return `'${x}'`;
  return x === null || typeof x !== 'object' ? String(x) : 'dtype' in x ? 'a tensor' : 'an object';
}
