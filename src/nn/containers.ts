/** Modules made of others: Sequential, ModuleList, ModuleDict, and the same for parameters. */
import { StateError, ValueError } from '../errors.ts';
import { Tensor } from '../tensor.ts';
import { MemberDict, MemberList, noModule } from './members.ts';
import { type AnyModule, Module } from './module.ts';
import { Parameter } from './parameter.ts';

const noForward = (name: string, use: string): StateError =>
  new StateError(`${name}: has no forward. Call ${use} in the forward of the module that has it.`);

/** Each member of a tuple under its index. */
type Members<Ms extends readonly unknown[]> = { [K in keyof Ms as K extends `${number}` ? K : never]: Ms[K] };

/** What Sequential can do, whatever its members. */
export interface AnySequential extends MemberList<Module, [x: Tensor], Tensor> {
  forward(x: Tensor): Tensor;
}
/** Modules one after the other: of the types Ms, in that order. */
export type Sequential<Ms extends readonly Module[] = readonly Module[]> = AnySequential & Members<Ms>;

export interface SequentialConstructor {
  new <const Ms extends readonly Module[] = readonly Module[]>(...modules: Ms): Sequential<Ms>;
  new <N extends Readonly<Record<string, Module>>>(modules: N): AnySequential & N;
}

/** A pool makes less of x: what may as well come after it has less to do there. */
interface Pool extends Module {
  mayPrecede?(other: Module): boolean;
}

/**
 * Modules one after the other. They are its properties 0, 1, …, so that names are PyTorch's: `0.weight`; or those of an object of
 * named modules, as of PyTorch's OrderedDict: `new nn.Sequential({ hidden: new nn.Linear(2, 8), act: new nn.ReLU() })`.
 * https://pytorch.org/docs/stable/generated/torch.nn.Sequential.html
 * @throws ValueError for what is no module, and for a name that Sequential needs itself
 */
export const Sequential = class extends MemberList<Module, [x: Tensor], Tensor> {
  private readonly memberNames: readonly string[] | null = null;

  constructor(...modules: (Module | Readonly<Record<string, Module>>)[]) {
    super();
    const [first] = modules;
    if (modules.length > 1 || typeof first !== 'object' || first instanceof Module || Array.isArray(first)) {
      this.extend(modules as Module[]);
      return;
    }
    for (const [name, module] of Object.entries(first)) {
      if (name in this || /^\d|\./.test(name))
        throw new ValueError(`Sequential: '${name}' cannot be the name of a module. Choose another.`);
      if (!(module instanceof Module)) throw new ValueError(`Sequential: '${name}' is not a ${noModule}`);
      (this as Record<string, unknown>)[name] = module;
    }
    this.memberNames = Object.keys(first);
  }

  protected override names(): string[] {
    return this.memberNames ? [...this.memberNames] : super.names();
  }
  protected override refusal(value: unknown): string | null {
    if (this.memberNames) return 'named module. Make another Sequential of all.';
    return super.refusal(value);
  }
  override pop(index = -1): Module {
    if (this.memberNames)
      throw new StateError('Sequential.pop: its modules have names. Make another of those that stay.');
    return super.pop(index);
  }

  forward(x: Tensor): Tensor {
    const modules: Record<number, Module> = this.memberNames ? [...this] : this;
    for (let i = 0; i in modules; i++) {
      const module = modules[i]!;
      const next: Pool | undefined = modules[i + 1];
      if (next?.mayPrecede?.(module)) {
        x = module.forward(next.forward(x));
        i++;
      } else x = module.forward(x);
    }
    return x;
  }
} as unknown as SequentialConstructor;

/**
 * Modules by position, for a forward of one's own. https://pytorch.org/docs/stable/generated/torch.nn.ModuleList.html
 * @throws ValueError for what is no module
 */
export class ModuleList<M extends AnyModule = Module> extends MemberList<M> {
  constructor(modules: Iterable<M> = []) {
    super();
    this.extend(modules);
  }
  forward(): never {
    throw noForward('ModuleList', 'its modules');
  }
}

/**
 * Modules by name, for a forward of one's own: `dict.get('relu')`. Iterating gives [name, module].
 * https://pytorch.org/docs/stable/generated/torch.nn.ModuleDict.html
 * @throws ValueError for what is no module, an empty name or one with a dot
 */
export class ModuleDict<M extends Readonly<Record<string, AnyModule>> = Record<string, Module>> extends MemberDict<M> {
  constructor(modules: M | Iterable<readonly [string, M[keyof M & string]]> = [] as Iterable<never>) {
    super();
    this.update(modules);
  }
  protected override taken(name: string, module: M[keyof M & string]): M[keyof M & string] {
    if (!(module instanceof Module)) throw new ValueError(`ModuleDict: '${name}' is not a ${noModule}`);
    return module;
  }
  forward(): never {
    throw noForward('ModuleDict', 'its modules');
  }
}

const asParameter = (x: Tensor): Parameter => (x instanceof Parameter ? x : new Parameter(x));

/**
 * Parameters by position; of tensors it makes parameters. https://pytorch.org/docs/stable/generated/torch.nn.ParameterList.html
 * @throws ValueError for what is no tensor
 */
export class ParameterList extends MemberList<Parameter> {
  constructor(parameters: Iterable<Tensor> = []) {
    super();
    this.extend(parameters);
  }
  override append(parameter: Tensor): this {
    return super.append(parameter as Parameter);
  }
  override extend(parameters: Iterable<Tensor>): this {
    return super.extend(parameters as Iterable<Parameter>);
  }
  override insert(index: number, parameter: Tensor): this {
    return super.insert(index, parameter as Parameter);
  }
  protected override refusal(value: unknown): string | null {
    return value instanceof Tensor ? null : 'tensor.';
  }
  protected override plural(): string {
    return 'parameters';
  }
  protected override taken(parameter: Parameter): Parameter {
    return asParameter(parameter);
  }
  forward(): never {
    throw noForward('ParameterList', 'ops on its parameters');
  }
}

/**
 * Parameters by name; of tensors it makes parameters. https://pytorch.org/docs/stable/generated/torch.nn.ParameterDict.html
 * @throws ValueError for what is no tensor, an empty name or one with a dot
 */
export class ParameterDict<K extends string = string> extends MemberDict<Record<K, Parameter>> {
  constructor(parameters: Readonly<Record<K, Tensor>> | Iterable<readonly [string, Tensor]> = [] as Iterable<never>) {
    super();
    this.update(parameters as Record<K, Parameter>);
  }
  override set(name: K, parameter: Tensor): this {
    return super.set(name, parameter as Parameter);
  }
  protected override taken(name: string, parameter: Tensor): Parameter {
    if (!(parameter instanceof Tensor)) throw new ValueError(`ParameterDict: '${name}' is not a tensor.`);
    return asParameter(parameter);
  }
  forward(): never {
    throw noForward('ParameterDict', 'ops on its parameters');
  }
}
