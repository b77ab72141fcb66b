/** L-BFGS: a quasi-Newton method for full batches. */
import { requireWhole } from '../options.ts';
import { isFloat } from '../dtype.ts';
import { DTypeError, show, ValueError } from '../errors.ts';
import { enableGrad, noGrad } from '../graph.ts';
import { scope } from '../memory.ts';
import { clone, copy_, zeros } from '../ops/create.ts';
import { abs, add_, mul, neg, sub } from '../ops/elementwise.generated.ts';
import { dot } from '../ops/products.ts';
import { amax, sum } from '../ops/reduce.ts';
import { cat, narrow, reshape } from '../ops/shape.ts';
import { Tensor } from '../tensor.ts';
import { Optimizer, type Params } from './optimizer.ts';
import { type OptimizerStateDict, readGroups, type StateEntry } from './stateDict.ts';
import { type Place, strongWolfe } from './wolfe.ts';

export interface LBFGSOptions {
  /** The step along each direction, or where the line search begins. */
  lr: number;
  /** How many iterations a step has at most. */
  maxIter: number;
  /** How many evaluations of the closure end a step; null: 5/4 of maxIter. */
  maxEval: number | null;
  /** A step ends when no element of the gradient is larger, */
  toleranceGrad: number;
  /** or when the loss or the parameters change by less. */
  toleranceChange: number;
  /** How many past steps the curvature is known from. */
  historySize: number;
  lineSearchFn: 'strong_wolfe' | null;
}

interface State {
  evaluations: number;
  iterations: number;
  /** The last direction, and the step along it. */
  direction: Tensor | null;
  t: number;
  /** Of past steps: changes of the gradient, of the parameters, and 1 over their product. */
  history: { y: Tensor; s: Tensor; ro: number }[];
  /** The factor of the identity that the inverse Hessian is before the history comes in. */
  diagonal: number;
  gradient: Tensor | null;
  loss: number;
}

const layout = { name: 'LBFGS', hyper: [], state: [], cells: [] };
const fresh = (): State => ({
  evaluations: 0,
  iterations: 0,
  direction: null,
  t: 0,
  history: [],
  diagonal: 1,
  gradient: null,
  loss: 0,
});

/**
 * Quasi-Newton steps from the changes of past gradients: for full batches and few parameters, which it copies 2 · historySize times. `step` takes
 * a closure that computes the loss again, with gradients, and runs up to maxIter iterations. Nocedal & Wright 2006, chapter 7. All
 * parameters are in one group. Defaults: lr 1, maxIter 20, maxEval null, toleranceGrad 1e-7, toleranceChange 1e-9, historySize 100,
 * lineSearchFn null; 'strong_wolfe' is the safer choice. https://pytorch.org/docs/stable/generated/torch.optim.LBFGS.html
 * @throws ValueError for several groups, and when step has no closure; DTypeError for several dtypes
 */
export class LBFGS extends Optimizer<LBFGSOptions> {
  #state = fresh();

  constructor(params: Params<LBFGSOptions>, options: Partial<LBFGSOptions> = {}) {
    const defaults: LBFGSOptions = {
      lr: 1,
      maxIter: 20,
      maxEval: null,
      toleranceGrad: 1e-7,
      toleranceChange: 1e-9,
      historySize: 100,
      lineSearchFn: null,
    };
    super(layout, params, defaults, options);
  }

  override addParamGroup(group: { params: Iterable<Tensor> } & Partial<LBFGSOptions>): void {
    if (this.paramGroups.length > 0) throw new ValueError('LBFGS: all parameters must be in one group.');
    super.addParamGroup(group);
    const dtypes = [...new Set(this.paramGroups[0]!.params.map((p) => p.dtype))];
    if (dtypes.length > 1)
      throw new DTypeError(`LBFGS: parameters are ${dtypes.join(' and ')}; all must have one dtype.`);
  }
  protected validate(group: LBFGSOptions): void {
    for (const name of ['lr', 'toleranceGrad', 'toleranceChange'] as const) {
      if (!(group[name] >= 0)) throw new ValueError(`LBFGS: ${name} must be ≥ 0, got ${String(group[name])}.`);
    }
    for (const name of ['maxIter', 'maxEval', 'historySize'] as const) {
      const value = group[name];
      if (value === null && name === 'maxEval') continue;
      requireWhole('LBFGS', name, value!);
    }
    if (group.lineSearchFn !== null && group.lineSearchFn !== 'strong_wolfe')
      throw new ValueError(`LBFGS: lineSearchFn must be 'strong_wolfe' or null, got ${String(group.lineSearchFn)}.`);
  }
  protected hyper(): Record<string, number> {
    return {};
  }
  protected update(): void {
    throw new ValueError('LBFGS: step needs a closure that computes the loss again, with gradients.');
  }

  get #maxEval(): number {
    const { maxEval, maxIter } = this.paramGroups[0]!;
    return maxEval ?? Math.floor((maxIter * 5) / 4);
  }
  get #params(): readonly Tensor[] {
    return this.paramGroups[0]!.params;
  }

  /**
   * Up to maxIter iterations.
   * @param closure zeroes the gradients, computes the loss (a tensor of one element, or a number) and its gradients
   * @returns what the closure returned first @throws ValueError without a closure
   */
  override step(): void;
  override step<T>(closure: () => T): T;
  override step<T>(closure?: () => T): T | void {
    if (closure === undefined) return this.update();
    return noGrad(() => this.#step(closure));
  }

  #step<T>(closure: () => T): T {
    const group = this.paramGroups[0]!;
    const { lr, maxIter, toleranceGrad, toleranceChange, lineSearchFn } = group;
    const maxEval = this.#maxEval;
    const state = this.#state;
    let first: { loss: T } | null = null;
    let evaluations = 0;
    const evaluate = (): { f: number; g: Tensor } => {
      const loss = enableGrad(closure);
      first ??= { loss };
      evaluations++;
      state.evaluations++;
      return { f: numberOf(loss), g: this.#gradient() };
    };

    let { f, g } = evaluate();
    for (let i = 1; i <= maxIter && largest(g) > toleranceGrad; i++) {
      state.iterations++;
      const direction = this.#direction(g);
      const before = f;
      state.direction = direction;
      state.gradient = g;
      state.loss = f;
      state.t = state.iterations === 1 ? Math.min(1, 1 / scope(() => sum(abs(g))).item()) * lr : lr;
      const slope = dot(g, direction).item();
      if (slope > -toleranceChange) break;

      if (lineSearchFn !== null) {
        const start = this.#params.map((p) => clone(p));
        const at = (t: number): Place => {
          this.#move(direction, t);
          const found = evaluate();
          this.#params.forEach((p, k) => copy_(p, start[k]!));
          return { ...found, t, slope: dot(found.g, direction).item() };
        };
        const { place } = strongWolfe({ t: 0, f, g, slope }, state.t, at, largest(direction), toleranceChange);
        ({ t: state.t, f, g } = place);
        this.#move(direction, state.t);
      } else {
        this.#move(direction, state.t);
        // With random batches another look at this one would not help.
        if (i < maxIter) ({ f, g } = evaluate());
      }
      const moved = largest(direction) * Math.abs(state.t);
      if (evaluations >= maxEval || moved <= toleranceChange || Math.abs(f - before) < toleranceChange) break;
    }
    return first!.loss;
  }

  /** The gradients of all parameters as one vector. */
  #gradient(): Tensor {
    return scope(() =>
      cat(
        this.#params.map((p) => reshape(this.gradientOf(p) ?? zeros(p.shape, { dtype: p.dtype }), [-1])),
        0,
      ),
    );
  }

  /** Adds t times the direction to the parameters. */
  #move(direction: Tensor, t: number): void {
    let at = 0;
    for (const p of this.#params) {
      scope(() => add_(p, mul(reshape(narrow(direction, 0, at, p.length), p.shape), t)));
      at += p.length;
    }
  }

  /** Minus the inverse Hessian that the history tells, times the gradient; the newest step joins the history first. */
  #direction(g: Tensor): Tensor {
    const state = this.#state;
    if (state.iterations === 1) return neg(g);
    const { history } = state;
    const y = sub(g, state.gradient!);
    const s = mul(state.direction!, state.t);
    const ys = dot(y, s).item();
    if (ys > 1e-10) {
      if (history.length >= this.paramGroups[0]!.historySize) history.shift();
      history.push({ y, s, ro: 1 / ys });
      state.diagonal = ys / dot(y, y).item();
    }
    return scope(() => {
      let q = neg(g);
      const factors = history.map(({ y, s, ro }) => ({ y, s, ro, al: 0 })).reverse();
      for (const each of factors) {
        each.al = dot(each.s, q).item() * each.ro;
        q = sub(q, mul(each.y, each.al));
      }
      let r = mul(q, state.diagonal);
      for (const { y, s, ro, al } of factors.reverse()) r = add_(r, mul(s, al - dot(y, r).item() * ro));
      return r;
    });
  }

  /** As PyTorch's: all state is that of the first parameter. */
  override stateDict(): OptimizerStateDict {
    const dict = super.stateDict();
    // PyTorch has a number there.
    dict.param_groups[0]!['max_eval'] = this.#maxEval;
    const { evaluations, iterations, direction, t, history, diagonal, gradient, loss } = this.#state;
    if (evaluations === 0) return dict;
    const entry: StateEntry = { func_evals: evaluations, n_iter: iterations };
    if (direction !== null) {
      Object.assign(entry, {
        d: direction,
        t,
        old_dirs: history.map(({ y }) => y),
        old_stps: history.map(({ s }) => s),
        ro: history.map(({ ro }) => ro),
        H_diag: diagonal,
        prev_flat_grad: gradient,
        prev_loss: loss,
      });
    }
    return { ...dict, state: { 0: entry } };
  }

  /** @throws ValueError that says what does not fit; then nothing has changed */
  override loadStateDict(dict: OptimizerStateDict): void {
    const [group] = readGroups('LBFGS', dict, [this.#params.length]);
    const entry = dict.state[group!.params[0]!] ?? {};
    const dtype = this.#params[0]!.dtype;
    const length = this.#params.reduce((sum, p) => sum + p.length, 0);
    const fail = (key: string, why: string): never => {
      throw new ValueError(`LBFGS.loadStateDict: ${key} ${why}. Nothing was loaded.`);
    };
    const number = (key: string, value: unknown, otherwise: number): number => {
      if (value === undefined || value === null) return otherwise;
      if (value instanceof Tensor && value.length === 1) return value.item();
      return typeof value === 'number' ? value : fail(key, 'is not a number');
    };
    const checked = (key: string, value: Tensor): Tensor => {
      if (!((value as unknown) instanceof Tensor)) return fail(key, 'is not a tensor');
      if (value.ndim !== 1 || value.length !== length)
        return fail(key, `has shape ${show(value.shape)}, not [${length}]`);
      if (!isFloat(value.dtype)) return fail(key, `is ${value.dtype}, not a float`);
      return noGrad(() => clone(value.to(dtype)));
    };
    const vector = (key: string): Tensor | null => {
      const value = entry[key] ?? null;
      return value === null ? null : checked(key, value as Tensor);
    };
    const list = (key: string): readonly unknown[] => {
      const value = entry[key] ?? [];
      return Array.isArray(value) ? (value as readonly unknown[]) : fail(key, 'is not a list');
    };
    const [changes, steps, ro] = [list('old_dirs'), list('old_stps'), list('ro')];
    if (steps.length !== changes.length || ro.length !== changes.length)
      fail('old_dirs', `has ${changes.length} entries, old_stps ${steps.length}, ro ${ro.length}`);
    const next: State = {
      evaluations: number('func_evals', entry['func_evals'], 0),
      iterations: number('n_iter', entry['n_iter'], 0),
      direction: vector('d'),
      t: number('t', entry['t'], 0),
      history: changes.map((y, i) => ({
        y: checked(`old_dirs[${i}]`, y as Tensor),
        s: checked(`old_stps[${i}]`, steps[i] as Tensor),
        ro: number(`ro[${i}]`, ro[i], 0),
      })),
      diagonal: number('H_diag', entry['H_diag'], 1),
      gradient: vector('prev_flat_grad'),
      loss: number('prev_loss', entry['prev_loss'], 0),
    };
    if (next.iterations > 0 && (next.direction === null || next.gradient === null))
      fail('d or prev_flat_grad', `is missing after ${next.iterations} iterations`);
    super.loadStateDict({ ...dict, state: {} });
    this.#state = next;
  }
}

function numberOf(loss: unknown): number {
  if (typeof loss === 'number') return loss;
  if (loss instanceof Tensor && loss.length === 1) return loss.item();
  throw new ValueError(
    `LBFGS: the closure must return the loss, a tensor of one element or a number, got ${loss instanceof Tensor ? show(loss.shape) : String(loss)}.`,
  );
}

const largest = (x: Tensor): number => scope(() => amax(abs(x))).item();
