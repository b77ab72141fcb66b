/** Modules from what fixtures say of them. */
import { nn } from '../../src/index.ts';

/** How a module is made; arguments may be modules. */
export interface Described {
  module: string;
  args: unknown[];
  options: Record<string, unknown>;
}
const isDescribed = (x: unknown): x is Described => typeof x === 'object' && x !== null && 'module' in x;

export function build({ module, args, options }: Described): nn.AnyModule {
  const make = nn[module as 'Linear'] as unknown as new (...args: unknown[]) => nn.AnyModule;
  const given = args.map((arg) => (isDescribed(arg) ? build(arg) : arg));
  return new make(...given, ...(Object.keys(options).length > 0 ? [options] : []));
}
