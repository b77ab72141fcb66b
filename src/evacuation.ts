/**
 * Memory that may move out and back. A backend with linear memory cannot let the collector free what JavaScript owns, so
 * when more than its budget is taken, what was not used for longest moves to ArrayBuffers, which the collector frees, and comes back
 * when it is used again. Backends whose memory is the collector's own have no budget, and nothing ever moves.
 */
import type { Backend, DeviceBuffer } from './backend/backend.ts';
import { backend } from './backend/current.ts';

/** A buffer, wherever its bytes are at the moment. */
export class Home {
  /** The bytes while they are out. */
  private saved: Uint8Array | null = null;
  /** Whether it was used since the last look at it. */
  private used = true;
  private queued = false;

  constructor(
    private readonly backend: Backend,
    private buffer: DeviceBuffer | null,
    readonly bytes: number,
  ) {}

  /** Who has it; none when it is a slab of many. What the pool and the library have stays where it is. */
  tenant: { readonly owner: string } | null = null;

  /** Where it is in the backend's memory; it is brought back first if it was out. */
  get resident(): DeviceBuffer {
    this.used = true;
    return this.buffer ?? this.comeBack();
  }
  get isOut(): boolean {
    return this.buffer === null;
  }

  private comeBack(): DeviceBuffer {
    const buffer = this.backend.alloc(this.bytes);
    this.backend.write(buffer, 0, this.saved!);
    this.buffer = buffer;
    this.saved = null;
    this.watch();
    returnedBytes += this.bytes;
    return buffer;
  }

  /** From now on it may move out when room is needed. */
  watch(): void {
    if (this.backend.budget === Infinity || this.queued) return;
    this.queued = true;
    queue.push(this);
    watchedBytes += this.bytes;
  }

  /** Moves out, unless it was used since the last time it was asked to, or is not movable now. */
  leave(): void {
    this.queued = false;
    watchedBytes -= this.bytes;
    if (this.buffer === null || this.tenant?.owner === 'pool' || this.tenant?.owner === 'library') return;
    if (this.used) {
      this.used = false;
      this.watch();
      return;
    }
    this.saved = new Uint8Array(this.bytes);
    this.backend.read(this.buffer, 0, this.saved);
    this.backend.recycle(this.buffer);
    this.buffer = null;
  }

  /** Gives the buffer back for good. */
  release(): void {
    if (this.buffer !== null) this.backend.recycle(this.buffer);
    this.buffer = null;
  }
}

/** Those that may move, longest watched first. */
let queue: Home[] = [];
let watchedBytes = 0;
/** What came back was wanted after all: the budget grows by it, so that a step that needs more finds its size. */
let returnedBytes = 0;

/**
 * Makes room for `bytes` more within the budget. Called before an op's result gets its memory, when no address is in use yet. One pass:
 * what was used since the last one stays.
 */
export function makeRoom(backend: Backend, bytes: number): void {
  const budget = backend.budget + returnedBytes;
  if (watchedBytes + bytes <= budget) return;
  const waiting = queue;
  queue = [];
  let i = 0;
  for (; i < waiting.length && watchedBytes + bytes > budget; i++) waiting[i]!.leave();
  queue = waiting.slice(i).concat(queue);
}

/** Moves out whatever may move: the last resort when there is no memory. The first pass only asks who was used. */
export function sendAllOut(backend: Backend): void {
  makeRoom(backend, Infinity);
  makeRoom(backend, Infinity);
}

interface Addressed {
  readonly address: number;
}
/**
 * Brings back what moved out. Memory may grow for it, and the ring is then another: code that writes addresses into the ring one by
 * one calls this before it takes hold of the ring.
 */
export function settle(first: Addressed, others: readonly (Addressed | number | null)[]): void {
  if (backend().budget === Infinity) return;
  try {
    touch(first, others);
  } catch {
    sendAllOut(backend());
    touch(first, others);
  }
}

function touch(first: Addressed, others: readonly (Addressed | number | null)[]): void {
  void first.address;
  for (const one of others) if (one !== null && typeof one !== 'number') void one.address;
}

/** Forgets all that is watched; used when the backend changes. */
export function forgetWatched(): void {
  queue = [];
  watchedBytes = 0;
  returnedBytes = 0;
}
