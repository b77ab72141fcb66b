/**
 * Memory that may move out and back. With linear memory the collector cannot free what JavaScript owns, and synchronous code
 * never learns that a tensor is gone. So what may be gone moves out into ArrayBuffers, which the collector does free, and comes
 * back when it is used after all. Backends whose memory is the collector's own have no budget, and nothing ever moves.
 *
 * Two queues tell what goes, as in Johnson & Shasha, "2Q", VLDB 1994. A new buffer stays until `youngest` newer ones have come.
 * By then it is nearly always gone, and young enough in the collector's eyes to be freed at once, with its bytes. What
 * came back is known to live, and stays while everything is within a budget.
 */
import type { Backend, DeviceBuffer } from './backend/backend.ts';

/**
 * How many new buffers stay. Of twice as many, those of small models stay for some dozens of steps: long enough to live through two
 * collections, after which V8 takes them for old ones and lets 40 MB of their bytes pile up.
 */
const youngest = 64;
/** What goes for lack of room takes this part of its size off the budget; coming back adds all of it. */
const shrinkage = 1 / 16;

/** Bytes that are all overwritten next. Node can leave out filling them with zeros, which takes longer than to write them. */
const { Buffer } = globalThis as { Buffer?: { allocUnsafeSlow(bytes: number): Uint8Array } };
const unfilled = (bytes: number): Uint8Array => Buffer?.allocUnsafeSlow(bytes) ?? new Uint8Array(bytes);

/** A buffer, wherever its bytes are at the moment. */
export class Home {
  /** How many of its bytes hold something: slabs fill up. */
  taken: number;
  /** Whether it was used since the last look at it. */
  used = true;
  /** Whether it is in a queue, and in which. */
  queued = false;
  proven = false;
  /** What the pool and the library have stays where it is; and for a moment, what a record names. */
  movable = false;
  pinned = false;
  /** The bytes while they are out. */
  private saved: Uint8Array | null = null;
  /** Whether it went for lack of room. */
  private missed = false;

  constructor(
    private readonly residents: Residents,
    private buffer: DeviceBuffer | null,
    readonly bytes: number,
  ) {
    this.taken = bytes;
  }

  get isOut(): boolean {
    return this.buffer === null;
  }

  /** Where it is in the backend's memory; it is brought back first if it was out. */
  get resident(): DeviceBuffer {
    this.used = true;
    return this.buffer ?? this.comeBack();
  }

  private comeBack(): DeviceBuffer {
    const { residents } = this;
    const buffer = residents.alloc(this.bytes);
    residents.backend.write(buffer, 0, this.saved!);
    this.buffer = buffer;
    this.saved = null;
    this.proven = true;
    if (this.missed) residents.grow(this.bytes);
    residents.add(this);
    return buffer;
  }

  /** Copies bytes in. */
  write(offset: number, source: ArrayBufferView): void {
    this.residents.backend.write(this.resident, offset, source);
  }

  /** Copies bytes out, from where they are. */
  read(offset: number, target: ArrayBufferView): void {
    if (this.buffer !== null) {
      this.residents.backend.read(this.buffer, offset, target);
      return;
    }
    const bytes = this.saved!.subarray(offset, offset + target.byteLength);
    new Uint8Array(target.buffer, target.byteOffset, target.byteLength).set(bytes);
  }

  /** From now on it may go. */
  watch(): void {
    this.movable = true;
    if (!this.queued && this.buffer !== null) this.residents.add(this);
  }

  /** From now on it stays. */
  stay(): void {
    this.movable = false;
  }

  /** Moves its bytes out. */
  leave(missed: boolean): void {
    const saved = unfilled(this.taken);
    this.residents.backend.read(this.buffer!, 0, saved);
    this.saved = saved;
    this.missed = missed;
    this.release();
  }

  /** Gives the buffer back. */
  release(): void {
    this.residents.backend.recycle(this.buffer!);
    this.buffer = null;
  }
}

/** The buffers of one backend that may move. */
export class Residents {
  /** The new ones: a ring, its oldest at `next`. */
  private readonly young = new Array<Home | null>(youngest).fill(null);
  private next = 0;
  /** Those that came back: a clock, whose hand is at the next to look at. */
  private readonly old: Home[] = [];
  private hand = 0;
  /** Bytes of all these. */
  private bytes = 0;
  /** How much more than the backend's budget may stay. */
  private grown = 0;

  /** @param spare gives back what is only kept for reuse */
  constructor(
    readonly backend: Backend,
    private readonly spare: () => void,
  ) {}

  /** How many bytes may stay. */
  get limit(): number {
    return this.backend.budget + this.grown;
  }

  /** What had to go was wanted after all: a step that needs more finds its size. What memory cannot hold is no size. */
  grow(bytes: number): void {
    const { budget, capacity } = this.backend;
    this.grown = Math.max(0, Math.min(this.grown + bytes, capacity / 2 - budget));
  }

  add(home: Home): void {
    if (this.backend.budget === Infinity) return;
    home.queued = true;
    this.bytes += home.bytes;
    if (home.proven) {
      this.old.push(home);
      return;
    }
    const oldest = this.young[this.next]!;
    if (oldest !== null) this.dismiss(oldest, false);
    this.young[this.next] = home;
    this.next = (this.next + 1) % youngest;
  }

  /** Takes one out of its queue, and out of memory if it may go. */
  private dismiss(home: Home, missed: boolean): void {
    if (home.movable && !home.isOut) {
      home.leave(missed);
      if (missed) this.grown = Math.max(0, this.grown - home.bytes * shrinkage);
    }
    home.queued = false;
    this.bytes -= home.bytes;
  }

  /**
   * Makes room for `bytes` more within the limit; what was used since the last time stays. Called before an op's result gets its
   * memory, when no address is in use yet.
   */
  makeRoom(bytes: number): void {
    if (this.bytes + bytes > this.limit) this.move(bytes, false);
  }

  /**
   * Memory of the backend. When there is none left, what can go goes until there is.
   * @throws BackendError when there is not enough even then
   */
  alloc(bytes: number): DeviceBuffer {
    try {
      return this.backend.alloc(bytes);
    } catch {
      this.spare();
    }
    for (;;) {
      try {
        return this.backend.alloc(bytes);
      } catch (noMemory) {
        if (!this.move(bytes, true)) throw noMemory;
      }
    }
  }

  /**
   * Moves out what is new, then what is old, until `bytes` more are within the limit. What was used since the last look stays,
   * unless `forced`: then that many bytes go, whatever they are. Returns whether any did.
   */
  private move(bytes: number, forced: boolean): boolean {
    const { young, old, bytes: before } = this;
    const most = (forced ? before : this.limit) - bytes;
    for (let i = 0; i < youngest && this.bytes > most; i++) {
      const at = (this.next + i) % youngest;
      const home = young[at]!;
      if (home === null || !goes(home, forced)) continue;
      this.dismiss(home, true);
      young[at] = null;
    }
    for (let looks = old.length; looks > 0 && this.bytes > most; looks--) {
      if (this.hand >= old.length) this.hand = 0;
      const home = old[this.hand]!;
      if (goes(home, forced)) {
        this.dismiss(home, true);
        const last = old.pop()!;
        if (last !== home) old[this.hand] = last;
      } else this.hand++;
    }
    return this.bytes !== before;
  }
}

function goes(home: Home, forced: boolean): boolean {
  if (home.pinned) return false;
  if (forced || !home.used || !home.movable) return true;
  home.used = false;
  return false;
}
