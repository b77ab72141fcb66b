/**
 * Threads that share a record. Each of them, the one that was asked (the leader) and its helpers, runs the same kernel on the same
 * record; the kernel cuts its work into chunks and every thread takes the next one until none is left:
 *
 *   open(w, chunks, worthwhile);
 *   for (let c = next(); c < chunks; c = next()) …
 *   if (close()) … what only the leader does, when all chunks are done
 *
 * What a chunk computes must not depend on who takes it: results are the same bits with any number of threads. Nobody waits for a
 * helper that is late: it finds the record closed and leaves it alone.
 *
 * The control block, in i32 words that lie 64 bytes apart where several threads write them. A record is open while `generation` is odd.
 * src/backend/wasm/helpers.ts writes `threads` and reads `arrived`.
 */
import { Status } from './record';
import { room } from './scratch';

const generationAt: usize = 0;
const nextAt: usize = 64;
const insideAt: usize = 128;
const recordAt: usize = 192;
const roomAt: usize = 196;
const failedAt: usize = 200;
const threadsAt: usize = 204;
const arrivedAt: usize = 208;
/** A word per helper: 1 while it sleeps. */
const sleepingAt: usize = 256;
export const mostThreads: usize = 64;
export const controlBytes: usize = sleepingAt + 64 * mostThreads;

/** Looks at the generation before a helper goes to sleep: some 20 µs, about what lies between two records of a training step. */
const patience: i32 = 20000;

let control: usize = 0;
let helper: bool = false;
let shared: bool = false;
let local: usize = 0;
let failed: Status = Status.ok;

export function join(controlAddress: usize): void {
  control = controlAddress;
}
@inline export function isHelper(): bool { return ASC_FEATURE_THREADS && helper; }
/** How many threads may share a record. */
@inline export function threads(): usize {
  return ASC_FEATURE_THREADS ? <usize>max<u32>(1, load<u32>(control + threadsAt)) : 1;
}
/** The leader's scratch room: what helpers leave there it finds. */
@inline export function leaderRoom(): usize { return isHelper() ? load<usize>(control + roomAt) : room(); }

/** Begins the chunks of the record w; with helpers where there are several chunks and it is worth waking them. */
export function open(w: usize, chunks: usize, worthwhile: bool): void {
  if (isHelper()) return;
  local = 0;
  if (!ASC_FEATURE_THREADS) return;
  const count = threads();
  shared = worthwhile && chunks > 1 && count > 1;
  if (!shared) return;
  store<usize>(control + recordAt, w);
  store<usize>(control + roomAt, room());
  store<i32>(control + failedAt, Status.ok);
  atomic.store<u32>(control + nextAt, 0);
  atomic.add<u32>(control + generationAt, 1);
  const helpers = min<usize>(count, chunks) - 1;
  for (let i: usize = 0; i < helpers; i++) {
    const word = control + sleepingAt + 64 * i;
    if (atomic.load<u32>(word) == 0) continue;
    atomic.store<u32>(word, 0);
    atomic.notify(word, 1);
  }
}

/** The number of a chunk that no other thread has; beyond the last one when all are taken. */
@inline export function next(): usize {
  if (ASC_FEATURE_THREADS && shared) return atomic.add<u32>(control + nextAt, 1);
  return local++;
}

/** Ends the chunks. True on the leader, once all are done; helpers have nothing more to do. */
export function close(): bool {
  if (isHelper()) return false;
  if (!ASC_FEATURE_THREADS || !shared) return true;
  shared = false;
  atomic.add<u32>(control + generationAt, 1);
  while (atomic.load<u32>(control + insideAt) != 0) {} // at most one chunk each; a page's main thread may not sleep
  failed = <Status>load<i32>(control + failedAt);
  return true;
}

/** Before a record: no helper has met anything yet. */
@inline export function begin(): void {
  failed = Status.ok;
}
/** The status of a record: this thread's own, or what a helper met. */
@inline export function together(own: Status): Status {
  return own == Status.ok ? failed : own;
}

/** Closes a record that an exception has left open, such as an overflow of the stack. Nothing may be written where it is before. */
export function recover(): void {
  if (!ASC_FEATURE_THREADS) return;
  if ((atomic.load<u32>(control + generationAt) & 1) != 0) atomic.add<u32>(control + generationAt, 1);
  while (atomic.load<u32>(control + insideAt) != 0) {}
  shared = false;
}

/** A helper's life: waits for an open record, runs it, and waits for the next. It ends with its thread. */
export function help(index: usize, run: (w: usize) => Status): void {
  helper = true;
  shared = true;
  const sleeping = control + sleepingAt + 64 * index;
  let seen: u32 = 0;
  atomic.add<u32>(control + arrivedAt, 1);
  while (true) {
    const generation = awaitOther(index, seen);
    if (generation == seen) {
      // Tells that it sleeps, then looks again: a leader that opened before does not know, one that opens later wakes it.
      atomic.store<u32>(sleeping, 1);
      if (other(index, seen) == seen) atomic.wait<u32>(sleeping, 1, -1);
      atomic.store<u32>(sleeping, 0);
      continue;
    }
    seen = generation;
    atomic.add<u32>(control + insideAt, 1);
    // Whoever closes after this waits for it.
    if (atomic.load<u32>(control + generationAt) == seen) {
      const status = run(load<usize>(control + recordAt));
      if (status != Status.ok) store<i32>(control + failedAt, status);
    }
    atomic.sub<u32>(control + insideAt, 1);
  }
}

/** The generation of an open record for this helper besides the one it saw, which is the answer when there is none. */
function other(index: usize, seen: u32): u32 {
  const generation = atomic.load<u32>(control + generationAt);
  return (generation & 1) != 0 && index + 1 < threads() ? generation : seen;
}
/** The same, after looking for a while. */
function awaitOther(index: usize, seen: u32): u32 {
  for (let i = index + 1 < threads() ? patience : 0; i > 0; i--) {
    const generation = other(index, seen);
    if (generation != seen) return generation;
  }
  return seen;
}
