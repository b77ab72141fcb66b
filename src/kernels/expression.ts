/**
 * The little language of the kernel spec: arithmetic, comparisons, `&& || !`, calls and numbers. Every function name is also an
 * op of the library, so one expression serves as C++ and AssemblyScript source, as the float64 reference, and as a
 * composition of differentiable tensor ops.
 */
export type Expression =
  { kind: 'number'; value: number } | { kind: 'name'; name: string } | { kind: 'call'; fn: string; args: Expression[] };

/** Operators by binding power, with the op each one stands for. */
const infix: Record<string, [power: number, fn: string]> = {
  '||': [1, 'logicalOr'],
  '&&': [2, 'logicalAnd'],
  '==': [3, 'eq'],
  '!=': [3, 'ne'],
  '<': [4, 'lt'],
  '<=': [4, 'le'],
  '>': [4, 'gt'],
  '>=': [4, 'ge'],
  '+': [5, 'add'],
  '-': [5, 'sub'],
  '*': [6, 'mul'],
  '/': [6, 'div'],
};
const prefixPower = 7;

/** Ops whose result is true or false in every lane: a mask in vector code. */
const maskFunctions = new Set([
  ...['logicalOr', 'logicalAnd', 'logicalNot', 'eq', 'ne', 'lt', 'le', 'gt', 'ge', 'isnan', 'isinf'],
]);

/** The binary operator sign of an op, where C++, AssemblyScript scalars and JavaScript share one. */
export const operatorOf = Object.fromEntries(Object.entries(infix).map(([sign, [, fn]]) => [fn, sign]));

/** Parses an expression of the spec. @throws Error that shows the text and the place. */
export function parse(text: string): Expression {
  const tokens = text.match(/\d+(\.\d+)?(e[+-]?\d+)?|[A-Za-z_]\w*|\|\||&&|[=!<>]=|[-+*/<>!(),]|\S/g) ?? [];
  let at = 0;
  const fail = (why: string): never => {
    throw new Error(`expression "${text}": ${why} at token ${at} (${tokens[at] ?? 'end'})`);
  };
  const expect = (token: string): void => {
    if (tokens[at] !== token) fail(`expected ${token}`);
    at++;
  };
  const primary = (): Expression => {
    const token = tokens[at++];
    if (token === undefined) return fail('unexpected end');
    if (token === '(') {
      const inner = binary(0);
      expect(')');
      return inner;
    }
    if (token === '-') {
      const inner = binary(prefixPower);
      return inner.kind === 'number' ? { kind: 'number', value: -inner.value } : call('neg', inner);
    }
    if (token === '!') return call('logicalNot', binary(prefixPower));
    if (/^\d/.test(token)) return { kind: 'number', value: Number(token) };
    if (!/^[A-Za-z_]/.test(token)) return fail('unexpected token');
    if (tokens[at] !== '(') return { kind: 'name', name: token };
    at++;
    const args = [binary(0)];
    while (tokens[at] === ',') {
      at++;
      args.push(binary(0));
    }
    expect(')');
    return call(token, ...args);
  };
  const binary = (minimum: number): Expression => {
    let left = primary();
    for (;;) {
      const operator = infix[tokens[at] ?? ''];
      if (!operator || operator[0] <= minimum) return left;
      at++;
      left = call(operator[1], left, binary(operator[0]));
    }
  };
  const result = binary(0);
  if (at < tokens.length) fail('unexpected token');
  return result;
}

function call(fn: string, ...args: Expression[]): Expression {
  return { kind: 'call', fn, args };
}

/** Whether an expression gives true or false rather than a number. */
export function isMask(e: Expression): boolean {
  return e.kind === 'call' && maskFunctions.has(e.fn);
}

/** The names an expression reads, in order of first use. */
export function namesIn(e: Expression, found: string[] = []): string[] {
  if (e.kind === 'name' && !found.includes(e.name)) found.push(e.name);
  if (e.kind === 'call') for (const arg of e.args) namesIn(arg, found);
  return found;
}

/** The same expression with its names replaced. */
export function rename(e: Expression, to: (name: string) => string): Expression {
  if (e.kind === 'name') return { kind: 'name', name: to(e.name) };
  if (e.kind === 'call') return { ...e, args: e.args.map((arg) => rename(arg, to)) };
  return e;
}
