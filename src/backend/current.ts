/** The backend in use. `select.ts` chooses it; the hot path reads it here. */
import { BackendError } from '../errors.ts';
import type { Backend } from './backend.ts';

let active: Backend | null = null;
let choose = (): Backend => {
  throw new BackendError(
    'descend has no kernels yet: a browser must load them first. Call `await init()` before this.',
  );
};

/** Who chooses when nobody has yet; where nothing can be had at once there is no such one. */
export function setChooser(chooser: () => Backend): void {
  choose = chooser;
}

export function setActive(next: Backend | null): void {
  active = next;
}

/** The backend in use; the first call chooses it. */
export function backend(): Backend {
  return active ?? (active = choose());
}
