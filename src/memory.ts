/**
 * Who owns memory, and when it is used again.
 *
 * JavaScript has no reference counts and finalizers do not run inside a synchronous loop, so a training loop that only
 * waited for the collector would grow. Storage therefore has one of three owners:
 * - `js`: what the user made, and what was computed outside a graph. The collector frees it.
 * - `graph`: what recorded ops made. It stays readable after backward() and is recycled when the next graph begins.
 * - `library`: temporaries of backward and composite ops, recycled as soon as their scope ends.
 * Recycled storage gets a new generation; a tensor of an older one is stale and throws instead of reading foreign data.
 */
import type { Backend } from './backend/backend.ts';
import { backend } from './backend/current.ts';
import { Home, Residents } from './evacuation.ts';

export type Owner = 'js' | 'graph' | 'library' | 'pool';

/** Results up to this size are given to JavaScript at once, so that keeping a loss per step is always right. */
const handOverBytes = 4096;
/**
 * What is JavaScript's is cut from slabs up to this size, since a buffer of its own costs more than an op that fills it. Where memory
 * moves out and back whole buffers do, and only the smallest share one.
 */
const mostCut = (owned: Backend): number => (owned.budget === Infinity ? 2 ** 16 : handOverBytes);
/** How many a slab holds of the largest cut from it. One that is kept keeps all of it: less than twice as many times its size. */
const slabCount = (largest: number): number => (largest <= handOverBytes ? 16 : 8);
const alignment = 64;

let storages = 0;
/** How many storages were ever made; those of a running backward are the ones with a later serial. */
export const storageSerial = (): number => storages;

export class Storage {
  readonly serial = storages++;
  generation = 0;
  /** Counts in-place writes, so that backward notices a saved value that was changed. */
  version = 0;
  /** How many pending gradients of a running backward use this storage. */
  references = 0;

  constructor(
    readonly backend: Backend,
    /** The buffer it is in, and where. */
    readonly home: Home,
    private readonly start: number,
    readonly bytes: number,
    public owner: Owner,
    /** Null for small ones, which are not counted; a slab of others is counted as one. */
    readonly share: Share | null,
  ) {}

  /** What records name it by. Good until the next allocation. */
  get address(): number {
    return this.home.resident.address + this.start;
  }
  /** Copies bytes in. */
  write(offset: number, source: ArrayBufferView): void {
    this.home.write(this.start + offset, source);
  }
  /** Copies bytes out. */
  read(offset: number, target: ArrayBufferView): void {
    this.home.read(this.start + offset, target);
  }
}

interface Bin {
  free: Storage[];
  /** The last graph that took from this bin. */
  lastUse: number;
}
/** Storage that is free to use again, by rounded size. */
const pool = new Map<number, Bin>();
/** How many graphs have begun, and after how many a size nobody asks for any more is given back. */
let graphs = 0;
const patience = 32;
let pooledBytes = 0;
let pooledBuffers = 0;
let allocatedBytes = 0;
let allocatedBuffers = 0;
let takenBytes = 0;
/** Bytes that were ever asked for, small results included; for measurements. */
export const bytesTaken = (): number => takenBytes;

/** What a buffer counts for, until it is collected or given back. */
interface Count {
  bytes: number;
}
/**
 * Dies with the buffer's storage, and is what the registry watches: V8's scavenger takes what a registry watches for alive, and
 * would leave each buffer to the full collection.
 */
interface Share {
  readonly count: Count;
}
/**
 * Tells of buffers that the collector took. Its own entries pile up inside synchronous code, and what it waits for is
 * collected late, so only so many are waited for at once; buffers beyond that are not counted. JavaScript's buffers, which a
 * synchronous loop may make anew in every step, stop being watched first.
 */
const mostWatched = (owner: Owner): number => (owner === 'js' ? 1024 : 8192);
let watched = 0;
const collected = new FinalizationRegistry<Count>((count) => {
  watched--;
  uncount(count);
});

/** Of a buffer that the library itself lets go of nothing is to be told. */
function forget({ count }: Share): void {
  if (count.bytes === 0) return;
  collected.unregister(count);
  watched--;
  uncount(count);
}

function uncount(count: Count): void {
  if (count.bytes === 0) return;
  allocatedBytes -= count.bytes;
  allocatedBuffers--;
  count.bytes = 0;
}

const residents = new WeakMap<Backend, Residents>();
function residentsOf(owned: Backend): Residents {
  let those = residents.get(owned);
  if (!those) residents.set(owned, (those = new Residents(owned, () => trim(Infinity))));
  return those;
}

/** A buffer of the backend. @throws BackendError when there is no memory for it */
function newHome(owned: Backend, bytes: number): Home {
  const others = residentsOf(owned);
  others.makeRoom(bytes);
  return new Home(others, others.alloc(bytes), bytes);
}

/** Counts a new buffer, unless too many are watched. */
function counted(bytes: number, owner: Owner): Share {
  const share = { count: { bytes: 0 } };
  if (watched < mostWatched(owner)) {
    watched++;
    share.count.bytes = bytes;
    allocatedBytes += bytes;
    allocatedBuffers++;
    collected.register(share, share.count, share.count);
  }
  return share;
}

function fresh(bytes: number, owner: Owner): Storage {
  const owned = backend();
  const home = newHome(owned, bytes);
  if (owner !== 'library') home.watch();
  return new Storage(owned, home, 0, bytes, owner, counted(bytes, owner));
}

/** Sizes share a bin when they differ by less than an eighth, so that the pool fits what comes next. */
function binBytes(bytes: number): number {
  const step = Math.max(alignment, 2 ** (Math.floor(Math.log2(bytes)) - 3));
  return Math.ceil(bytes / step) * step;
}

interface Slab {
  home: Home;
  share: Share | null;
}
/** One for all sizes up to 64 · 2^index. */
let slabs: (Slab | undefined)[] = [];

function cut(owned: Backend, bytes: number): Storage {
  const index = bytes <= alignment ? 0 : 26 - Math.clz32(bytes - 1);
  const size = (Math.max(bytes, 1) + alignment - 1) & -alignment;
  let slab = slabs[index];
  if (slab === undefined || slab.home.taken + size > slab.home.bytes || slab.home.isOut)
    slab = slabs[index] = newSlab(owned, alignment << index);
  const start = slab.home.taken;
  slab.home.taken += size;
  return new Storage(owned, slab.home, start, size, 'js', slab.share);
}

function newSlab(owned: Backend, largest: number): Slab {
  const bytes = largest * slabCount(largest);
  const home = newHome(owned, bytes);
  home.taken = 0;
  home.watch();
  return { home, share: largest <= handOverBytes ? null : counted(bytes, 'js') };
}

/** The temporaries of the scopes now open, innermost last. */
let scopes: Storage[][] = [];

/**
 * Uninitialised storage. A recorded result belongs to the graph; inside a scope it belongs to the library, elsewhere to
 * JavaScript; what is small always belongs to JavaScript.
 */
export function allocate(bytes: number, recorded: boolean): Storage {
  takenBytes += bytes;
  const owned = backend();
  if (bytes <= handOverBytes) return cut(owned, bytes);
  if (recorded) return fromPool(bytes, 'graph');
  const scope = scopes[scopes.length - 1];
  if (scope === undefined) return bytes <= mostCut(owned) ? cut(owned, bytes) : fresh(bytes, 'js');
  const storage = fromPool(bytes, 'library');
  scope.push(storage);
  return storage;
}

function fromPool(bytes: number, owner: Owner): Storage {
  const size = binBytes(bytes);
  const bin = pool.get(size);
  if (bin !== undefined) bin.lastUse = graphs;
  const storage = bin?.free.pop();
  if (storage !== undefined) {
    countPooled(storage, -1);
    storage.owner = owner;
    if (owner === 'graph') storage.home.watch();
    return storage;
  }
  return fresh(size, owner);
}

/** Puts storage of the graph or the library into the pool. Tensors that still show it become stale. */
export function recycle(storage: Storage): void {
  if (storage.owner === 'js' || storage.owner === 'pool') return;
  storage.owner = 'pool';
  storage.generation++;
  storage.version = 0;
  storage.references = 0;
  // Moved out, or made before the backend was changed: left to the collector.
  if (storage.home.isOut) return forget(storage.share!);
  if (storage.backend !== backend()) return;
  storage.home.stay();
  const bin = pool.get(storage.bytes);
  if (bin) bin.free.push(storage);
  else pool.set(storage.bytes, { free: [storage], lastUse: graphs });
  countPooled(storage, 1);
}

/** Counts storage that enters or leaves the pool, where it is counted at all. */
function countPooled({ share }: Storage, sign: 1 | -1): void {
  if (share === null || share.count.bytes === 0) return;
  pooledBytes += sign * share.count.bytes;
  pooledBuffers += sign;
}

/** Gives back the buffers of sizes that no graph since `since` has asked for. */
function trim(since: number): void {
  for (const [size, bin] of pool) {
    if (bin.lastUse >= since) continue;
    for (const storage of bin.free) give(storage);
    pool.delete(size);
  }
}

function give(storage: Storage): void {
  countPooled(storage, -1);
  forget(storage.share!);
  storage.home.release();
}

/** What scope() lets live on: the storages of its result. */
export interface HasStorage {
  storage: Storage;
}

/**
 * Runs fn as library code: the temporaries it makes outside a graph are recycled when it returns, all but those of its
 * result, which pass to the enclosing scope or to JavaScript.
 */
export function scope<R extends HasStorage | readonly HasStorage[] | null | void>(fn: () => R): R {
  const own: Storage[] = [];
  const depth = scopes.length;
  scopes.push(own);
  let result: R | undefined;
  try {
    result = fn();
    return result;
  } finally {
    scopes.length = depth;
    if (own.length > 0) closeScope(own, result);
  }
}

function closeScope(own: Storage[], result: HasStorage | readonly HasStorage[] | null | void): void {
  const kept = result === null || result === undefined ? [] : 'storage' in result ? [result] : result;
  for (const { storage } of kept) {
    if (storage.owner === 'library' && own.includes(storage)) storage.references++;
  }
  const outer = scopes[scopes.length - 1];
  for (const storage of own) {
    if (storage.owner !== 'library') continue;
    if (storage.references === 0) recycle(storage);
    else if (outer === undefined) handOver(storage);
    else outer.push(storage);
  }
  for (const { storage } of kept) if (storage.owner !== 'pool' && own.includes(storage)) storage.references--;
}

/** Storage of graphs whose backward is done, recycled when the next graph begins. */
let consumed: Storage[] = [];

/** Marks a done graph's storage: readable until the next graph begins. */
export function consume(storage: Storage): void {
  if (storage.owner === 'graph') consumed.push(storage);
}
export const hasConsumed = (): boolean => consumed.length > 0;

export function recycleConsumed(): void {
  const list = consumed;
  consumed = [];
  for (const storage of list) recycle(storage);
  if (++graphs % patience === 0) trim(graphs - patience);
}

/** Gives storage to JavaScript: it is never recycled. */
export function handOver(storage: Storage): void {
  storage.owner = 'js';
  storage.home.watch();
}

/** Gives a temporary to the graph: it is recycled with it. */
export function giveToGraph(storage: Storage): void {
  storage.owner = 'graph';
  storage.home.watch();
}

/** Runs code of the user's inside of scopes: what it makes is JavaScript's. */
export function outside<R>(fn: () => R): R {
  const before = scopes;
  scopes = [];
  try {
    return fn();
  } finally {
    scopes = before;
  }
}

export interface MemoryStats {
  /**
   * Bytes in use, without results of 4 KiB and less; those of JavaScript that share a slab, as native ones up to 64 KiB do, count as
   * the slab. What only the collector can free counts until it has told, which it never does inside synchronous code.
   */
  bytesLive: number;
  /** Bytes kept for reuse. */
  bytesPooled: number;
  /** Buffers in use. */
  buffers: number;
  buffersPooled: number;
}

/** What the library's memory holds now. */
export function memory(): MemoryStats {
  return {
    bytesLive: allocatedBytes - pooledBytes,
    bytesPooled: pooledBytes,
    buffers: allocatedBuffers - pooledBuffers,
    buffersPooled: pooledBuffers,
  };
}

/** Gives every pooled buffer back; used when the backend changes. */
export function emptyPool(): void {
  recycleConsumed();
  trim(Infinity);
  slabs = [];
  scopes = [];
}
