/**
 * Functions of the user's that run around a module's forward. A module with hooks has a `forward` of its own, in front of that of
 * its class, so that hooks run whoever calls it, and modules without any pay nothing.
 */
import { gradEnabled, type Hooks, nodeOf, recording, recordMany } from '../graph.ts';
import { aliasBeside } from '../autograd/function.ts';
import { type HookHandle, hooked } from '../hooks.ts';
import { show, ShapeError, ValueError } from '../errors.ts';
import { handOver, outside } from '../memory.ts';
import { sameShape } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import type { AnyModule } from './module.ts';

export interface Forward<I extends readonly unknown[], O> {
  forward(...inputs: I): O;
}

/** Inputs that it returns replace those that came. */
export type ForwardPreHook<I extends readonly unknown[] = readonly unknown[], M = AnyModule> = (
  module: M,
  inputs: I,
) => readonly [...I] | void;
/** An output that it returns replaces the one that came. */
export type ForwardHook<I extends readonly unknown[] = readonly unknown[], O = unknown, M = AnyModule> = (
  module: M,
  inputs: I,
  output: O,
) => O | void;
/** One gradient for each tensor among the inputs and the outputs; those it returns replace gradInputs. */
export type BackwardHook<M = AnyModule> = (
  module: M,
  gradInputs: readonly (Tensor | null)[],
  gradOutputs: readonly (Tensor | null)[],
) => readonly (Tensor | null)[] | void;

interface Around {
  readonly before: Hooks<ForwardPreHook>;
  readonly after: Hooks<ForwardHook>;
  readonly backward: Hooks<BackwardHook>;
  /** The forward that the module had as a property of its own. */
  readonly own: PropertyDescriptor | undefined;
}
const arounds = new WeakMap<AnyModule, Around>();

/** A forward of the module's own, not of its class, and not hooks. */
export function ownForward(module: AnyModule): PropertyDescriptor | undefined {
  const around = arounds.get(module);
  return around ? around.own : Object.getOwnPropertyDescriptor(module, 'forward');
}

/** Gives a copy of a module the hooks of the module. */
export function copyHooks(from: AnyModule, copy: AnyModule): void {
  const around = arounds.get(from);
  for (const when of ['before', 'after', 'backward'] as const)
    for (const { run } of around?.[when] ?? []) hook(copy, when, run);
}

/** Adds a hook. */
export function hook(
  module: AnyModule,
  when: 'before' | 'after' | 'backward',
  fn: (...args: never[]) => unknown,
): HookHandle {
  const around = arounds.get(module) ?? surround(module);
  const handle = hooked(around[when] as Hooks<unknown>, fn);
  return {
    remove() {
      handle.remove();
      if (around.before.size + around.after.size + around.backward.size > 0 || arounds.get(module) !== around) return;
      arounds.delete(module);
      delete (module as { forward?: unknown }).forward;
      if (around.own) Object.defineProperty(module, 'forward', around.own);
    },
  };
}

function surround(module: AnyModule): Around {
  const forward = Reflect.get(module, 'forward') as (this: AnyModule, ...inputs: readonly unknown[]) => unknown;
  const around: Around = {
    before: new Set(),
    after: new Set(),
    backward: new Set(),
    own: Object.getOwnPropertyDescriptor(module, 'forward'),
  };
  Object.defineProperty(module, 'forward', {
    configurable: true,
    writable: true,
    value: (...given: unknown[]): unknown => {
      let inputs: readonly unknown[] = given;
      for (const { run } of [...around.before]) inputs = run(module, inputs) ?? inputs;
      const hooks = [...around.backward].map(({ run }) => run);
      const pass = hooks.length > 0 && gradEnabled() ? new BackwardPass(module, hooks) : null;
      if (pass) inputs = pass.enter(inputs);
      let output = forward.apply(module, [...inputs]);
      for (const { run } of [...around.after]) output = run(module, inputs, output) ?? output;
      return pass ? pass.leave(output) : output;
    },
  });
  arounds.set(module, around);
  return around;
}

/** A value with fn applied to its tensors, those in arrays and plain objects included. */
function mapTensors(value: unknown, fn: (x: Tensor) => Tensor): unknown {
  if (value instanceof Tensor) return fn(value as Tensor);
  if (Array.isArray(value)) return value.map((item) => mapTensors(item, fn));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTensors(item, fn)]));
}

/** Stands at both ends of one forward and lets gradients through, to show them to hooks. */
class BackwardPass {
  private inputs: readonly Tensor[] = [];
  private gradOutputs: readonly (Tensor | null)[] = [];

  constructor(
    private readonly module: AnyModule,
    private readonly hooks: readonly BackwardHook[],
  ) {}

  enter(inputs: readonly unknown[]): readonly unknown[] {
    const found: Tensor[] = [];
    const result = gate(inputs, found, (gs) => this.announce(gs));
    this.inputs = found;
    return result as readonly unknown[];
  }

  leave(output: unknown): unknown {
    return gate(output, [], (gs) => {
      this.gradOutputs = gs;
      if (!this.inputs.some((x) => x.requiresGrad)) this.announce(this.inputs.map(() => null));
      return gs;
    });
  }

  private announce(gradInputs: readonly (Tensor | null)[]): readonly (Tensor | null)[] {
    let result = gradInputs;
    for (const run of this.hooks) {
      const replaced = outside(() => run(this.module, result, this.gradOutputs));
      if (!replaced) continue;
      this.check(replaced);
      replaced.forEach(held);
      result = replaced;
    }
    return result;
  }

  private check(replaced: readonly (Tensor | null)[]): void {
    const { inputs } = this;
    if (replaced.length !== inputs.length)
      throw new ValueError(
        `registerFullBackwardHook: the hook gave ${replaced.length} gradients for ${inputs.length} inputs. Return one for each, null where there is none.`,
      );
    replaced.forEach((g, i) => {
      if (g !== null && !sameShape(g.shape, inputs[i]!.shape))
        throw new ShapeError(
          `registerFullBackwardHook: the hook gave a gradient ${show(g.shape)} for input ${i}, which is ${show(inputs[i]!.shape)}. They must be the same.`,
        );
    });
  }
}

/** Someone outside may keep this gradient: nobody may reuse it. */
function held(g: Tensor | null): void {
  if (g === null) return;
  g.storage.references++;
  handOver(g.storage);
}

/**
 * The same value; on its way back through the tensors of it, `through` is called with all their gradients, null where there is none,
 * and gives those that go on. @param found gets the tensors
 */
function gate(
  value: unknown,
  found: Tensor[],
  through: (gs: readonly (Tensor | null)[]) => readonly (Tensor | null)[],
): unknown {
  mapTensors(value, (x) => (found.push(x), x));
  if (!recording(found)) return value;
  const inside = found.filter((x) => x.requiresGrad);
  const outs = inside.map((x) => {
    x.assertFresh();
    return aliasBeside(x);
  });
  recordMany('ModuleHook', outs, inside.map(nodeOf), [], (gs) => {
    gs.forEach(held);
    const full = found.map((x) => gs[inside.indexOf(x)] ?? null);
    const next = through(full);
    return inside.map((x) => () => next[found.indexOf(x)] ?? null);
  });
  return mapTensors(value, (x) => outs[inside.indexOf(x)] ?? x);
}
