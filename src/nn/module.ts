/** The base of all layers and models: finds parameters, saves and loads them, switches between training and evaluation. */
import { known } from '../options.ts';
import { clearGrad } from '../autograd.ts';
import { type DType, dtypes, floatTypes, isFloat } from '../dtype.ts';
import { DTypeError, show, StateError, ValueError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { copy_, cast } from '../ops/create.ts';
import { equal } from '../ops/pointwise.ts';
import { sameShape } from '../shape.ts';
import type { HookHandle } from '../hooks.ts';
import { Tensor } from '../tensor.ts';
import { copied } from './copy.ts';
import { type BackwardHook, type Forward, type ForwardHook, type ForwardPreHook, hook } from './moduleHooks.ts';
import { Parameter, UninitializedParameter } from './parameter.ts';

/** A module whatever its forward takes and gives. */
export type AnyModule = Module<never[], unknown>;
/** Tensors by PyTorch's names. */
export type StateDict = Record<string, Tensor>;
export interface LoadResult {
  /** Names the model has and the dict lacks. */
  missingKeys: string[];
  /** Names the dict has and the model lacks. */
  unexpectedKeys: string[];
}

const extraState = '_extra_state';
/** Under this a container has its members when their names are data: they are saved as they are, and clash with nothing. */
export const membersApart = Symbol('members');

/** `runningMean` is saved as `running_mean`: names of properties are camelCase, those of PyTorch snake_case. */
const nameOf = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The base of layers and models: a subclass holds parameters and other modules as properties and says in `forward` what it does.
 *
 *     class Net extends nn.Module {
 *       hidden = new nn.Linear(784, 128);
 *       out = new nn.Linear(128, 10);
 *       forward(x: Tensor) {
 *         return this.out.forward(this.hidden.forward(x).relu());
 *       }
 *     }
 *
 * Parameters and modules are found by walking own properties in the order of their definition, arrays of them included, as in
 * PyTorch's ModuleList. Names are PyTorch's: `layers.0.weight`, and snake_case for camelCase properties.
 *
 * A module is called by its forward, and hooks run around that: `module.forward(x)` is PyTorch's `module(x)`.
 * https://pytorch.org/docs/stable/generated/torch.nn.Module.html
 */
export abstract class Module<Inputs extends readonly unknown[] = [Tensor], Output = Tensor> {
  /** Whether dropout and the like are on; set by train() and eval(). */
  training = true;
  /** Properties that are buffers, and whether they are saved. */
  readonly #buffers = new Map<string, boolean>();
  declare readonly [membersApart]?: Record<string, unknown>;

  /** What the module computes. */
  abstract forward(...inputs: Inputs): Output;

  /** Multiply-adds of one forward, without those of the modules below: what summary() counts. */
  multiplyAdds(_output: unknown, _inputs: readonly unknown[]): number {
    return 0;
  }

  /** State that is no tensor of its own, as a tensor: stateDict() has it as `_extra_state`. Define both or neither. */
  getExtraState?(): Tensor;
  /** Takes what getExtraState gave. */
  setExtraState?(state: Tensor): void;

  /**
   * Calls hook before every forward; inputs that it returns replace those that came.
   * https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_forward_pre_hook
   */
  registerForwardPreHook<M extends AnyModule, I extends readonly unknown[]>(
    this: M & Forward<I, unknown>,
    fn: ForwardPreHook<I, M>,
  ): HookHandle {
    return hook(this, 'before', fn);
  }
  /**
   * Calls hook after every forward; an output that it returns replaces the one that came.
   * https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_forward_hook
   */
  registerForwardHook<M extends AnyModule, I extends readonly unknown[], O>(
    this: M & Forward<I, O>,
    fn: ForwardHook<NoInfer<I>, NoInfer<O>, M>,
  ): HookHandle {
    return hook(this, 'after', fn);
  }
  /**
   * Calls hook when a backward has the gradients of the inputs: one for each tensor among the inputs and the outputs, null where
   * there is none. What it returns replaces the gradients of the inputs.
   * https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_full_backward_hook
   */
  registerFullBackwardHook(fn: BackwardHook<this>): HookHandle {
    return hook(this, 'backward', fn);
  }

  /** Makes `this[name]` a parameter, or null: what an assignment to a property does, for a name that is data. */
  registerParameter(name: string, parameter: Parameter | null): void {
    (this as Record<string, unknown>)[name] = parameter;
  }
  /** Makes `this[name]` a module, or null: what an assignment to a property does, for a name that is data. */
  registerModule(name: string, module: AnyModule | null): void {
    (this as Record<string, unknown>)[name] = module;
  }

  /**
   * Makes `this[name]` a buffer: a tensor that is no parameter but belongs to the module's state.
   * @param tensor null when the module does not use it @param options.persistent whether stateDict() has it; default true
   */
  registerBuffer(name: string, tensor: Tensor | null, options: { persistent?: boolean } = {}): void {
    const { persistent = true } = known('Module.registerBuffer', options, ['persistent']);
    (this as Record<string, unknown>)[name] = tensor;
    this.#buffers.set(name, persistent);
  }

  /** Own properties that can hold something of the module, those in arrays one by one: [name, value, where it is held]. */
  *#slots(): Generator<[name: string, value: object, property: string, holder: Record<string, unknown>]> {
    const apart = this[membersApart];
    const members = apart ?? (this as unknown as Record<string, unknown>);
    for (const [property, value] of Object.entries(members)) {
      if (Array.isArray(value)) {
        for (const [i, item] of value.entries()) {
          const held = item instanceof Parameter || item instanceof Module;
          if (held) yield [`${nameOf(property)}.${i}`, item, String(i), value as unknown as Record<string, unknown>];
        }
      } else if (value instanceof Tensor || value instanceof Module) {
        yield [apart ? property : nameOf(property), value, property, members];
      }
    }
  }

  /** What stands under a name of namedModules and the like, and the module that has it. */
  #find(path: string): { value: object; property: string; module: AnyModule } | null {
    for (const [name, value, property] of this.#slots()) {
      if (name === path) return { value, property, module: this };
      if (!(value instanceof Module) || !path.startsWith(`${name}.`)) continue;
      const found = value.#find(path.slice(name.length + 1));
      if (found) return found;
    }
    return null;
  }
  #lacks(op: string, what: string, path: string, names: Iterable<readonly [string, unknown]>): ValueError {
    const list = [...names].map(([name]) => name).filter((name) => name !== '');
    return new ValueError(
      `${op}: ${this.constructor.name} has no ${what} '${path}'; it has ${list.join(', ') || 'none'}.`,
    );
  }

  /** The module of a name, as namedModules gives it: `layers.0`; '' is this one. @throws ValueError when there is none */
  getSubmodule(path: string): AnyModule {
    const value = path === '' ? this : this.#find(path)?.value;
    if (value instanceof Module) return value as AnyModule;
    throw this.#lacks('getSubmodule', 'module', path, this.namedModules());
  }
  /** The parameter of a name: `layers.0.weight`. @throws ValueError when there is none */
  getParameter(path: string): Parameter {
    const value = this.#find(path)?.value;
    if (value instanceof Parameter) return value;
    throw this.#lacks('getParameter', 'parameter', path, this.namedParameters());
  }
  /** The buffer of a name: `layers.0.running_mean`. @throws ValueError when there is none */
  getBuffer(path: string): Tensor {
    const found = this.#find(path);
    if (found && found.module.#buffers.has(found.property)) return found.value as Tensor;
    throw this.#lacks('getBuffer', 'buffer', path, this.namedBuffers());
  }

  /** Its direct submodules and their names. */
  *namedChildren(): Generator<[name: string, module: AnyModule]> {
    for (const [name, value] of this.#slots()) if (value instanceof Module) yield [name, value];
  }
  /** Its direct submodules. */
  *children(): Generator<AnyModule> {
    for (const [, child] of this.namedChildren()) yield child;
  }

  /** Itself (under the name '') and all modules below, depth first, each once. */
  *namedModules(prefix = '', seen = new Set<AnyModule>()): Generator<[name: string, module: AnyModule]> {
    if (seen.has(this)) return;
    seen.add(this);
    yield [prefix, this];
    for (const [name, child] of this.namedChildren()) yield* child.namedModules(join(prefix, name), seen);
  }
  /** Itself and all modules below, each once. */
  *modules(): Generator<AnyModule> {
    for (const [, module] of this.namedModules()) yield module;
  }

  /** All parameters below and their names, each once. */
  *namedParameters(): Generator<[name: string, parameter: Parameter]> {
    const seen = new Set<Parameter>();
    for (const [prefix, module] of this.namedModules()) {
      for (const [name, value] of module.#slots()) {
        if (!(value instanceof Parameter) || seen.has(value)) continue;
        seen.add(value);
        yield [join(prefix, name), value];
      }
    }
  }
  /** All parameters below, each once: what an optimizer takes. */
  *parameters(): Generator<Parameter> {
    for (const [, parameter] of this.namedParameters()) yield parameter;
  }

  /** All buffers below and their names. */
  *namedBuffers(): Generator<[name: string, buffer: Tensor]> {
    for (const [prefix, module] of this.namedModules()) {
      for (const [name, value, property] of module.#slots()) {
        if (value instanceof Tensor && module.#buffers.has(property)) yield [join(prefix, name), value];
      }
    }
  }
  /** All buffers below. */
  *buffers(): Generator<Tensor> {
    for (const [, buffer] of this.namedBuffers()) yield buffer;
  }

  /** Calls fn on every module below and then on this one; for initialising, say. */
  apply(fn: (module: AnyModule) => void): this {
    for (const child of this.children()) child.apply(fn);
    fn(this);
    return this;
  }

  /**
   * Another module of the class with copies of everything below: parameters, buffers, modules and hooks; functions and generators are
   * shared. PyTorch's `copy.deepcopy(module)`. A class with #private members of its own has to override it.
   * @throws StateError for lazy parameters, and for those that weightNorm and the like compute
   */
  copy(): this {
    return copied(this as AnyModule) as this;
  }
  /** A module of the class that no constructor but this one has run on: it knows which properties are buffers, and has none yet. */
  bare_(): this {
    const bare = Reflect.construct(Module, [], this.constructor) as this;
    for (const [name, persistent] of this.#buffers) bare.#buffers.set(name, persistent);
    return bare;
  }

  /** Switches all modules below to training (dropout on), or off. */
  train(mode = true): this {
    for (const module of this.modules()) module.training = mode;
    return this;
  }
  /** Switches all modules below to evaluation (dropout off). */
  eval(): this {
    return this.train(false);
  }

  /** Freezes all parameters below, or lets them be trained. */
  requiresGrad_(value = true): this {
    for (const parameter of this.parameters()) parameter.requiresGrad_(value);
    return this;
  }
  /** Forgets the gradients of all parameters below. */
  zeroGrad(): void {
    for (const parameter of this.parameters()) clearGrad(parameter);
  }

  /**
   * Gives all float parameters and buffers below another dtype. They become new tensors: make the optimizer afterwards.
   * @throws DTypeError unless dtype is a float
   */
  to(dtype: DType): this {
    if (!Object.hasOwn(dtypes, dtype) || !isFloat(dtype)) {
      throw new DTypeError(
        `${this.constructor.name}.to: parameters are ${floatTypes.join(', ')}, not ${String(dtype)}.`,
      );
    }
    // A parameter that two modules share stays one.
    const converted = new Map<Tensor, Tensor>();
    for (const module of this.modules()) {
      for (const [, value, property, holder] of module.#slots()) {
        const ours = value instanceof Parameter || (value instanceof Tensor && module.#buffers.has(property));
        if (!ours) continue;
        const x = value as Tensor;
        if (!isFloat(x.dtype) || x.dtype === dtype) continue;
        let next = converted.get(x);
        if (!next) {
          next = x instanceof Parameter ? x.toDType(dtype) : noGrad(() => cast(x, dtype));
          converted.set(x, next);
        }
        holder[property] = next;
      }
    }
    return this;
  }

  /**
   * All parameters and persistent buffers below by name, in PyTorch's order and under PyTorch's names. They share the model's
   * memory: clone() what must stay as it is now.
   */
  stateDict(): StateDict {
    const dict: StateDict = {};
    for (const [name, value] of this.#state('')) dict[name] = value.detach();
    return dict;
  }

  /** As stateDict lists them: of each module parameters, buffers, then modules. What is shared appears under each of its names. */
  *#state(prefix: string): Generator<[name: string, value: Tensor, extraOf?: AnyModule]> {
    const slots = [...this.#slots()];
    for (const [name, value] of slots) if (value instanceof Parameter) yield [join(prefix, name), value];
    for (const [name, value, property] of slots) {
      if (value instanceof Tensor && !(value instanceof Parameter) && this.#buffers.get(property))
        yield [join(prefix, name), value];
    }
    if (this.getExtraState) yield [join(prefix, extraState), this.getExtraState(), this];
    for (const [name, value] of slots) if (value instanceof Module) yield* value.#state(join(prefix, name));
  }

  /**
   * Copies a state dict into the parameters and buffers below. Everything is checked first: when it throws, nothing has changed.
   * Floats are converted into each other, and integers where all values fit.
   * @param options.strict whether missing and unexpected names throw; default true
   * @throws ValueError that lists missing and unexpected names and what has another shape or dtype
   */
  loadStateDict(dict: Readonly<StateDict>, options: { strict?: boolean } = {}): LoadResult {
    const { strict = true } = known('Module.loadStateDict', options, ['strict']);
    const own = new Map([...this.#state('')].map(([name, target, extraOf]) => [name, { target, extraOf }]));
    const missingKeys = [...own.keys()].filter((name) => !Object.hasOwn(dict, name));
    const unexpectedKeys = Object.keys(dict).filter((name) => !own.has(name));
    const problems: string[] = [];
    if (strict && missingKeys.length > 0) problems.push(`missing: ${missingKeys.join(', ')}`);
    if (strict && unexpectedKeys.length > 0) problems.push(`unexpected: ${unexpectedKeys.join(', ')}`);
    const load: (() => void)[] = [];
    for (const [name, { target, extraOf }] of own) {
      if (!Object.hasOwn(dict, name)) continue;
      const source = dict[name]!;
      if (target instanceof UninitializedParameter) target.assertFresh();
      const problem = misfit(extraOf ? source : target, source);
      if (problem !== null) problems.push(`${name} ${problem}`);
      else load.push(() => (extraOf ? extraOf.setExtraState!(source) : copy_(target, source)));
    }
    if (problems.length > 0) {
      throw new ValueError(
        `loadStateDict: the dict does not fit ${this.constructor.name}: ${problems.join('; ')}. Nothing was loaded.${strict ? ' { strict: false } lets names differ.' : ''}`,
      );
    }
    noGrad(() => load.forEach((run) => run()));
    return { missingKeys, unexpectedKeys };
  }
}

function join(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

/** What keeps source from being copied into target, or null. */
export function misfit(target: Tensor, given: unknown): string | null {
  if (!(given instanceof Tensor)) return 'is not a tensor';
  const source = given as Tensor;
  if (!sameShape(target.shape, source.shape))
    return `has shape ${show(source.shape)} in the dict, ${show(target.shape)} in the model`;
  if (target.info.category !== source.info.category)
    return `is ${source.dtype} in the dict, ${target.dtype} in the model`;
  try {
    source.assertFresh();
    target.assertFresh();
  } catch (error) {
    if (error instanceof StateError) return `cannot be read: ${error.message}`;
    throw error;
  }
  if (target.info.category === 1 && !equal(cast(cast(source, target.dtype), source.dtype), source))
    return `is ${source.dtype} in the dict and has values that ${target.dtype}, its dtype in the model, cannot hold`;
  return null;
}
