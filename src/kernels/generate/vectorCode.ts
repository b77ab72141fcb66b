/** Expressions of the spec as AssemblyScript over vectors. */
import { type Expression, isMask } from '../expression.ts';

/** The numbers that a generated file reads from memory, each once. */
export class ConstantPool {
  private readonly values: number[] = [];
  indexOf(value: number): number {
    const known = this.values.indexOf(value);
    return known >= 0 ? known : this.values.push(value) - 1;
  }
  get declaration(): string {
    return `const constants = memory.data<f64>([${this.values.map(literal).join(', ')}]);`;
  }
}

const operators: Record<string, string> = { add: 'add', sub: 'sub', mul: 'mul', div: 'div', neg: 'neg' };
const comparisons = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'];

/**
 * An expression over vectors: statements for what is used more than once, and the value. Constants are loaded before the loop:
 * V8 would build them anew in every round.
 */
export class VectorCode {
  readonly statements: string[] = [];
  readonly constants = new Map<number, string>();
  /** Calls other than arithmetic, comparisons and selections: what is worth more than the loop around it. */
  heavy = 0;
  private readonly uses = new Map<string, number>();
  private readonly hoisted = new Map<string, string>();

  constructor(
    private readonly name: (n: string) => string,
    private readonly prefix = 't',
  ) {}

  emit(e: Expression): string {
    this.count(e);
    return this.text(e);
  }

  private count(e: Expression): void {
    const key = JSON.stringify(e);
    const before = this.uses.get(key) ?? 0;
    this.uses.set(key, before + 1);
    if (before === 0 && e.kind === 'call') for (const arg of e.args) this.count(arg);
  }

  private text(e: Expression): string {
    if (e.kind === 'number') return this.constant(e.value);
    if (e.kind === 'name') return this.name(e.name);
    const key = JSON.stringify(e);
    const known = this.hoisted.get(key);
    if (known) return known;
    const code = this.call(e.fn, e.args);
    if (this.uses.get(key) === 1) return code;
    const variable = `${this.prefix}${this.hoisted.size}`;
    this.statements.push(`const ${variable} = ${code};`);
    this.hoisted.set(key, variable);
    return variable;
  }

  constant(value: number): string {
    let variable = this.constants.get(value);
    if (!variable) this.constants.set(value, (variable = `${this.prefix}c${this.constants.size}`));
    return variable;
  }
  /** The declarations of the constants, which come from the table `constants`. */
  declarations(pool: ConstantPool): string[] {
    return [...this.constants].map(([value, variable]) =>
      value === 0
        ? `const ${variable} = V.splat<T>(0);`
        : `const ${variable} = V.splat<T>(<T>load<f64>(constants, ${8 * pool.indexOf(value)}));`,
    );
  }

  private call(fn: string, args: Expression[]): string {
    const list = args.map((arg) => this.text(arg)).join(', ');
    if (fn === 'where')
      return isGreater(args) ? `V.greater<T>(${this.text(args[1]!)}, ${this.text(args[2]!)})` : `V.select<T>(${list})`;
    if (fn === 'logicalNot') return `V.not<T>(${list})`;
    if (fn === 'logicalAnd' || fn === 'logicalOr') {
      if (!args.every(isMask)) throw new Error(`${fn} takes comparisons`);
      return `V.${fn === 'logicalAnd' ? 'both' : 'either'}<T>(${list})`;
    }
    if (fn === 'ne' && args.every(isMask)) return `V.differ<T>(${list})`;
    if (comparisons.includes(fn) || operators[fn]) return `V.${fn}<T>(${list})`;
    this.heavy++;
    return `math.${fn}<T>(${list})`;
  }
}

/** a > b, a, b: where these are given. */
function isGreater([condition, a, b]: Expression[]): boolean {
  const greater: Expression = { kind: 'call', fn: 'gt', args: [a!, b!] };
  return JSON.stringify(condition) === JSON.stringify(greater);
}

/** Doubles: AssemblyScript takes a literal without a point for an integer. */
export function literal(value: number): string {
  const text = Number.isInteger(value) && Math.abs(value) < 1e9 ? String(value) : value.toExponential();
  return /[.e]/.test(text) ? text : `${text}.0`;
}
