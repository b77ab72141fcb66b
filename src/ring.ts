/** Where every record begins: its operands come into the backend's memory, then its words go into the ring. */
import type { Backend } from './backend/backend.ts';
import { backend } from './backend/current.ts';
import { BackendError, show } from './errors.ts';
import type { Storage } from './memory.ts';
import type { Shape } from './shape.ts';

/** What a record names by its address: a tensor. */
export interface Named {
  readonly address: number;
  readonly length: number;
  readonly shape: Shape;
  readonly storage: Storage;
}

/**
 * The ring, for a record that names these operands: their addresses are good until the next allocation.
 * @param op what the user called, for errors
 * @throws BackendError when an operand has more elements than the backend counts, or when memory does not hold all of them
 */
export function ringFor(op: string, out: Named, others: readonly (Named | number | null)[]): Float64Array {
  const to = backend();
  if (to.budget === Infinity) return to.ring;
  let here = countable(op, out, to);
  for (let i = 0; i < others.length; i++) {
    const x = others[i]!;
    if (x !== null && typeof x !== 'number' && !countable(op, x, to)) here = false;
  }
  if (!here) bringBack(out, others);
  // Memory may have grown for them, and the ring is then another.
  return to.ring;
}

/** Whether an operand is in memory. @throws BackendError when it has too many elements */
function countable(op: string, x: Named, to: Backend): boolean {
  if (x.length > to.mostElements) {
    throw new BackendError(
      `${op}: ${show(x.shape)} has ${x.length} elements, more than the ${to.mostElements} that the ${to.name} backend counts to. ` +
        'Compute it in parts, for example with narrow(), or use the native backend.',
    );
  }
  return !x.storage.home.isOut;
}

/** Brings all back; none goes again while another one comes. */
function bringBack(out: Named, others: readonly (Named | number | null)[]): void {
  const homes = [out, ...others].flatMap((x) => (x === null || typeof x === 'number' ? [] : [x.storage.home]));
  for (const home of homes) home.pinned = true;
  try {
    for (const home of homes) void home.resident;
  } finally {
    for (const home of homes) home.pinned = false;
  }
}
