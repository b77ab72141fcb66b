/** What takes part: descend and its peers, behind one interface. Runs in Node and in pages. */
import type * as lib from '../../src/index.ts';
import type { Case } from './cases.ts';

export interface Contender {
  /** How many it really uses. */
  threads: number;
  /** What it runs on. */
  detail: string;
  /** Makes the case's inputs; null when it cannot do such a case. */
  prepare: (one: Case) => Promise<Prepared | null> | null;
}

export interface Prepared {
  /** Does the case once, to its end: nothing is left for later, and what it made is given back as far as the library asks for that. */
  run: () => unknown;
  /** The product, or the loss of the last step. */
  result: () => ArrayLike<number> | Promise<ArrayLike<number>>;
  /** Gives the inputs back. */
  dispose: () => void;
  /** Floating-point operations of a run, where they are not the case's. */
  flops?: number;
}

/** Which contender, with what settings: it can be sent to another process. */
export interface Spec {
  name: string;
  maker: 'descend' | 'peak' | 'tfjs' | 'onnxruntime' | 'jax';
  threads: number;
  /** The build of descend's kernels, the kind of peak, tfjs's backend, jit or not. */
  variant?: string;
}

// Peers are no dependencies of ours, so there are no types of theirs.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Untyped = any;

/** What both of descend's entries have, Node's and the browser's. */
export type Descend = Pick<typeof lib, 'tensor' | 'nn' | 'optim' | 'backendInfo'>;

/** What differs between Node and a page. */
export interface Place {
  descend: (spec: Spec) => Promise<Descend>;
  /** A package of the peers' folder. */
  load: (name: string) => Promise<Untyped>;
  /** The folder of a file in a package, as a path or an address that ends in a slash. */
  folder: (file: string) => string;
  /** Shows libraries that make threads a machine with so many processors; with one, there is no Worker either. */
  showProcessors: (count: number) => void;
}
