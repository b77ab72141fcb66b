/**
 * Blocks of linear memory. Two-level segregated fit (Masmano, Ripoll, Crespo & Real, "TLSF", ECRTS 2004): free blocks are listed
 * by size classes an eighth apart, a bit per class says which lists hold something, and neighbours that are free become one
 * block. Taking and giving back cost the same however many blocks there are. What is known of a block lives in JavaScript, so kernels
 * cannot overwrite it.
 */
export interface Block {
  address: number;
  bytes: number;
  free: boolean;
  /** Neighbours in memory. */
  before: Block | null;
  after: Block | null;
  /** Neighbours in the list of its class. */
  previous: Block | null;
  next: Block | null;
}

/** Vectors are loaded fastest from here on; cache lines are shared by no two blocks. */
export const alignment = 64;
const steps = 8;
/** Classes of one power of two: 64 … 127 bytes, and so on up to 4 GiB. */
const powers = 27;

/** The number of the class that a size belongs to. */
function classOf(bytes: number): number {
  const units = bytes / alignment;
  const power = 31 - Math.clz32(units);
  // Below 8 units a step is less than a unit; those classes hold one size each.
  return power * steps + (power >= 3 ? (units >>> (power - 3)) & 7 : (units << (3 - power)) & 7);
}

export class Allocator {
  /** Bytes of blocks in use, and of all memory it manages. */
  used = 0;
  total = 0;
  private readonly lists: (Block | null)[] = new Array<Block | null>(powers * steps).fill(null);
  /** Bit p: power p has a list that holds something. Per power, bit s: list s does. */
  private some = 0;
  private readonly bits = new Uint8Array(powers);
  private last: Block | null = null;

  /** Adds memory that begins where the last one ended, or the first of it. */
  grow(address: number, bytes: number): void {
    const block: Block = { address, bytes, free: false, before: this.last, after: null, previous: null, next: null };
    if (this.last !== null) this.last.after = block;
    this.last = block;
    this.total += bytes;
    this.used += bytes;
    this.free(block);
  }

  /** A block of at least this many bytes, or null when there is none. */
  take(bytes: number): Block | null {
    const need = Math.max(Math.ceil(bytes / alignment), 1) * alignment;
    if (need > this.total) return null; // there may be no class for it
    const block = this.find(need);
    if (block === null) return null;
    this.unlist(block);
    block.free = false;
    if (block.bytes - need >= alignment) this.split(block, need);
    this.used += block.bytes;
    return block;
  }

  free(block: Block): void {
    this.used -= block.bytes;
    let whole = block;
    const { before, after } = block;
    if (before?.free) {
      this.unlist(before);
      whole = this.join(before, whole);
    }
    if (after?.free) {
      this.unlist(after);
      whole = this.join(whole, after);
    }
    whole.free = true;
    this.list(whole);
  }

  /** How many bytes a free block at the end of memory has, which more memory would join. */
  get tail(): number {
    return this.last?.free ? this.last.bytes : 0;
  }

  private find(need: number): Block | null {
    // The blocks of its own class may be a little too small: the first is worth a look, larger classes always fit.
    const own = classOf(need);
    const first = this.lists[own]!;
    if (first !== null && first.bytes >= need) return first;
    const power = Math.floor(own / steps);
    let above = this.bits[power]! & (-2 << (own % steps));
    if (above !== 0) return this.lists[power * steps + lowest(above)]!;
    const powersAbove = this.some & (-2 << power);
    if (powersAbove === 0) return null;
    const next = lowest(powersAbove);
    above = this.bits[next]!;
    return this.lists[next * steps + lowest(above)]!;
  }

  private split(block: Block, bytes: number): void {
    const rest: Block = {
      address: block.address + bytes,
      bytes: block.bytes - bytes,
      free: true,
      before: block,
      after: block.after,
      previous: null,
      next: null,
    };
    if (rest.after === null) this.last = rest;
    else rest.after.before = rest;
    block.after = rest;
    block.bytes = bytes;
    this.list(rest);
  }

  private join(a: Block, b: Block): Block {
    a.bytes += b.bytes;
    a.after = b.after;
    if (b.after === null) this.last = a;
    else b.after.before = a;
    // What is dropped and still points on would make the collector keep what came later.
    b.before = b.after = null;
    return a;
  }

  private list(block: Block): void {
    const at = classOf(block.bytes);
    const head = this.lists[at]!;
    block.previous = null;
    block.next = head;
    if (head !== null) head.previous = block;
    this.lists[at] = block;
    const power = Math.floor(at / steps);
    this.bits[power]! |= 1 << (at % steps);
    this.some |= 1 << power;
  }

  private unlist(block: Block): void {
    const { previous, next } = block;
    block.previous = block.next = null;
    if (next !== null) next.previous = previous;
    if (previous !== null) {
      previous.next = next;
      return;
    }
    const at = classOf(block.bytes);
    this.lists[at] = next;
    if (next !== null) return;
    const power = Math.floor(at / steps);
    this.bits[power]! &= ~(1 << (at % steps));
    if (this.bits[power] === 0) this.some &= ~(1 << power);
  }
}

/** The number of the lowest bit that is set. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
