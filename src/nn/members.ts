/** What containers share: members by position and by name. */
import { IndexError, ValueError } from '../errors.ts';
import { Module, membersApart } from './module.ts';

export const noModule = 'module. Wrap a function in a Module with a forward.';

/** Members by position. They are its properties 0, 1, …, so that names are PyTorch's: `0.weight`. */
export abstract class MemberList<
  T extends object,
  Inputs extends readonly unknown[] = never[],
  Output = never,
> extends Module<Inputs, Output> {
  [index: number]: T;

  /** What `value` should have been, for messages; null when it can be a member. */
  protected refusal(value: unknown): string | null {
    return value instanceof Module ? null : noModule;
  }

  /** The names of the members, in order. */
  protected names(): string[] {
    const keys = Object.keys(this);
    return keys.slice(
      0,
      keys.findIndex((key, i) => key !== String(i)),
    );
  }

  get length(): number {
    return this.names().length;
  }

  /** The member at an index, counted from the end when negative. @throws IndexError */
  at(index: number): T {
    const names = this.names();
    const name = names[index < 0 ? index + names.length : index];
    if (name === undefined) {
      throw new IndexError(
        `${this.constructor.name}: index ${index} is out of range for ${names.length} ${this.plural()}.`,
      );
    }
    return (this as unknown as Record<string, T>)[name]!;
  }
  protected plural(): string {
    return 'modules';
  }

  /** Puts a member at the end. @throws ValueError for what cannot be one */
  append(member: T): this {
    return this.insert(this.length, member);
  }
  /** Puts members at the end. @throws ValueError for what cannot be one */
  extend(members: Iterable<T>): this {
    for (const member of members) this.append(member);
    return this;
  }
  /** Puts a member in front of the one at an index, counted from the end when negative. @throws IndexError, ValueError */
  insert(index: number, member: T): this {
    const { length } = this;
    const at = index < 0 ? index + length : index;
    if (!Number.isInteger(at) || at < 0 || at > length) {
      throw new IndexError(
        `${this.constructor.name}.insert: index ${index} is out of range for ${length} ${this.plural()}.`,
      );
    }
    const refusal = this.refusal(member);
    if (refusal !== null) throw new ValueError(`${this.constructor.name}: argument ${at} is not a ${refusal}`);
    for (let i = length; i > at; i--) this[i] = this[i - 1]!;
    this[at] = this.taken(member);
    return this;
  }
  /** What is kept of a member. */
  protected taken(member: T): T {
    return member;
  }
  /** Takes a member out, the last one unless told otherwise. @throws IndexError */
  pop(index = -1): T {
    const taken = this.at(index);
    const { length } = this;
    for (let i = index < 0 ? index + length : index; i < length - 1; i++) this[i] = this[i + 1]!;
    delete this[length - 1];
    return taken;
  }

  *[Symbol.iterator](): Generator<T> {
    for (const name of this.names()) yield (this as unknown as Record<string, T>)[name]!;
  }
}

type Value<T> = T[keyof T & string];

/** Members by name, with the methods of a Map. The names are those of the state dict as they are. */
export abstract class MemberDict<T extends Readonly<Record<string, object>>> extends Module<never[], never> {
  // An object is iterated in the order of insertion, all but whole numbers, which come first.
  declare readonly [membersApart]: Record<string, Value<T>>;

  constructor() {
    super();
    const members: unknown = Object.create(null);
    Object.defineProperty(this, membersApart, { value: members });
  }

  /** What is kept of a member. @throws ValueError for what cannot be one */
  protected abstract taken(name: string, member: Value<T>): Value<T>;

  get size(): number {
    return Object.keys(this[membersApart]).length;
  }
  has(name: string): boolean {
    return name in this[membersApart];
  }
  /** @throws ValueError when there is no member of that name */
  get<K extends keyof T & string>(name: K): T[K] {
    if (!this.has(name)) {
      const { name: own } = this.constructor;
      throw new ValueError(`${own}: there is no '${name}'; it has ${[...this.keys()].join(', ') || 'none'}.`);
    }
    return this[membersApart][name] as T[K];
  }
  /** @throws ValueError for an empty name or one with a dot, and for what cannot be a member */
  set<K extends keyof T & string>(name: K, member: T[K]): this {
    if (name === '' || name.includes('.'))
      throw new ValueError(`${this.constructor.name}: '${name}' cannot be a name; it must not be empty or have a dot.`);
    this[membersApart][name] = this.taken(name, member);
    return this;
  }
  /** Sets all members of an object, or of another dict. */
  update(members: Partial<T> | Iterable<readonly [string, Value<T>]>): this {
    const entries = Symbol.iterator in members ? members : (Object.entries(members) as [string, Value<T>][]);
    for (const [name, member] of entries) this.set(name, member);
    return this;
  }
  /** Takes a member out. @throws ValueError when there is no member of that name */
  pop<K extends keyof T & string>(name: K): T[K] {
    const member = this.get(name);
    this.delete(name);
    return member;
  }
  /** Whether there was one. */
  delete(name: string): boolean {
    const there = this.has(name);
    delete this[membersApart][name];
    return there;
  }
  clear(): void {
    for (const name of [...this.keys()]) this.delete(name);
  }

  *keys(): Generator<keyof T & string> {
    yield* Object.keys(this[membersApart]);
  }
  *values(): Generator<Value<T>> {
    yield* Object.values(this[membersApart]);
  }
  *entries(): Generator<[name: keyof T & string, member: Value<T>]> {
    yield* Object.entries(this[membersApart]);
  }
  [Symbol.iterator](): Generator<[name: keyof T & string, member: Value<T>]> {
    return this.entries();
  }
}
