/** Everything descend throws on purpose. Each names itself: bundlers shorten the names of classes. */
export class DescendError extends Error {
  override get name(): string {
    return 'DescendError';
  }
}
/** Shapes that do not fit together or do not fit the op. */
export class ShapeError extends DescendError {
  override get name(): string {
    return 'ShapeError';
  }
}
/** A dtype the op does not take. */
export class DTypeError extends DescendError {
  override get name(): string {
    return 'DTypeError';
  }
}
/** An index or dim out of range. */
export class IndexError extends DescendError {
  override get name(): string {
    return 'IndexError';
  }
}
/** A value the op cannot take: a NaN target, a negative probability, an unknown option. */
export class ValueError extends DescendError {
  override get name(): string {
    return 'ValueError';
  }
}
/** A file whose bytes are not what its format says. */
export class FormatError extends DescendError {
  override get name(): string {
    return 'FormatError';
  }
}
/** A backend that cannot load or run out of memory. */
export class BackendError extends DescendError {
  override get name(): string {
    return 'BackendError';
  }
}
/** A tensor or graph that is no longer, or not yet, in the state the call needs. */
export class StateError extends DescendError {
  override get name(): string {
    return 'StateError';
  }
}

/** `[2, 3]`, as error messages show shapes. */
export function show(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
