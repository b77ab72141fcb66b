/** The backend in use. `select.ts` chooses it; the hot path reads it here. */
import type { Backend } from './backend.ts';

let active: Backend | null = null;
let choose: (() => Backend) | null = null;

/** Who chooses when nobody has yet. */
export function setChooser(chooser: () => Backend): void {
  choose = chooser;
}

export function setActive(next: Backend | null): void {
  active = next;
}

/** The backend in use; the first call chooses it. */
export function backend(): Backend {
  return active ?? (active = choose!());
}
