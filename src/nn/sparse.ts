/** Tables of vectors that are looked up by index. */
import { known, requireWhole } from '../options.ts';
import type { DType } from '../dtype.ts';
import { show, ShapeError } from '../errors.ts';
import { noGrad } from '../graph.ts';
import { empty, fill_ } from '../ops/create.ts';
import { narrow } from '../ops/shape.ts';
import type { Generator } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import {
  type BagMode,
  type Bags,
  checkPadding,
  embedding,
  embeddingBag,
  type EmbeddingBagOptions,
  type EmbeddingOptions,
} from './embedding.ts';
import { normal_ } from './init.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

export interface TableOptions {
  /** Default: 'float32'. */
  dtype?: DType;
  /** Where the starting values come from. */
  generator?: Generator;
}

/** The options that both tables have. */
const kept = ['paddingIdx', 'maxNorm', 'normType', 'scaleGradByFreq'];
const names = [...kept, 'dtype', 'generator'];

/** A table of rows: normal numbers, zeros in the row of paddingIdx. */
abstract class Table<Inputs extends readonly unknown[]> extends Module<Inputs> {
  readonly paddingIdx: number | null;
  readonly maxNorm: number | null;
  readonly normType: number;
  readonly scaleGradByFreq: boolean;
  weight: Parameter;

  constructor(
    op: string,
    readonly numEmbeddings: number,
    readonly embeddingDim: number,
    {
      paddingIdx = null,
      maxNorm = null,
      normType = 2,
      scaleGradByFreq = false,
      dtype = 'float32',
      generator,
    }: EmbeddingOptions & TableOptions,
  ) {
    super();
    for (const [name, n] of Object.entries({ numEmbeddings, embeddingDim })) {
      requireWhole(op, name, n, 0);
    }
    this.paddingIdx = checkPadding(op, paddingIdx, numEmbeddings);
    this.maxNorm = maxNorm;
    this.normType = normType;
    this.scaleGradByFreq = scaleGradByFreq;
    this.weight = new Parameter(empty([numEmbeddings, embeddingDim], { dtype }));
    this.resetParameters(generator);
  }

  /** Draws new starting values. */
  resetParameters(generator?: Generator): void {
    normal_(this.weight, { generator });
    const { paddingIdx } = this;
    if (paddingIdx !== null) noGrad(() => fill_(narrow(this.weight, 0, paddingIdx, 1), 0));
  }
}

/** A table with the rows of a tensor. */
function filled<T extends Table<never>>(
  op: string,
  make: (rows: number, columns: number, dtype: DType) => T,
  embeddings: Tensor,
  freeze: boolean,
): T {
  const [rows, columns] = embeddings.shape;
  if (embeddings.ndim !== 2)
    throw new ShapeError(`${op}.fromPretrained: embeddings ${show(embeddings.shape)} must have 2 dims.`);
  const table = make(rows!, columns!, embeddings.dtype);
  table.weight = new Parameter(embeddings, !freeze);
  return table;
}

/**
 * The rows that an input of integers names: [*] gives [*, embeddingDim]. See functional.embedding.
 * https://pytorch.org/docs/stable/generated/torch.nn.Embedding.html
 * @throws ValueError for sizes that are no whole numbers ≥ 0 and for a paddingIdx that is no row
 */
export class Embedding extends Table<[input: Tensor]> {
  constructor(numEmbeddings: number, embeddingDim: number, options: EmbeddingOptions & TableOptions = {}) {
    super('Embedding', numEmbeddings, embeddingDim, known('Embedding', options, names));
  }

  /**
   * A table with these rows, which it shares, frozen unless told otherwise.
   * @param embeddings [numEmbeddings, embeddingDim], float @throws ShapeError, StateError
   */
  static fromPretrained(embeddings: Tensor, given: EmbeddingOptions & { freeze?: boolean } = {}): Embedding {
    const { freeze = true, ...options } = known('Embedding.fromPretrained', given, [...kept, 'freeze']);
    return filled('Embedding', (n, d, dtype) => new Embedding(n, d, { ...options, dtype }), embeddings, freeze);
  }

  forward(input: Tensor): Tensor {
    const { paddingIdx, maxNorm, normType, scaleGradByFreq } = this;
    return embedding(input, this.weight, { paddingIdx, maxNorm, normType, scaleGradByFreq });
  }
}

/**
 * Sums, means or maxima of the rows of each bag. See functional.embeddingBag.
 * https://pytorch.org/docs/stable/generated/torch.nn.EmbeddingBag.html
 * @throws ValueError for sizes that are no whole numbers ≥ 0 and for a paddingIdx that is no row
 */
export class EmbeddingBag extends Table<[input: Tensor, bags?: Bags]> {
  readonly mode: BagMode;
  readonly includeLastOffset: boolean;

  constructor(numEmbeddings: number, embeddingDim: number, options: EmbeddingBagOptions & TableOptions = {}) {
    super(
      'EmbeddingBag',
      numEmbeddings,
      embeddingDim,
      known('EmbeddingBag', options, [...names, 'mode', 'includeLastOffset']),
    );
    this.mode = options.mode ?? 'mean';
    this.includeLastOffset = options.includeLastOffset ?? false;
  }

  /** See Embedding.fromPretrained. */
  static fromPretrained(embeddings: Tensor, given: EmbeddingBagOptions & { freeze?: boolean } = {}): EmbeddingBag {
    const { freeze = true, ...options } = known('EmbeddingBag.fromPretrained', given, [
      ...kept,
      'mode',
      'includeLastOffset',
      'freeze',
    ]);
    return filled('EmbeddingBag', (n, d, dtype) => new EmbeddingBag(n, d, { ...options, dtype }), embeddings, freeze);
  }

  /** @param input [B, N]; or [N] with { offsets } */
  forward(input: Tensor, options: Bags = {}): Tensor {
    const { offsets = null, perSampleWeights = null } = known('EmbeddingBag.forward', options, [
      'offsets',
      'perSampleWeights',
    ]);
    const { mode, includeLastOffset, paddingIdx, maxNorm, normType, scaleGradByFreq } = this;
    const table = { mode, includeLastOffset, paddingIdx, maxNorm, normType, scaleGradByFreq };
    return embeddingBag(input, this.weight, { ...table, offsets, perSampleWeights });
  }
  override multiplyAdds(output: Tensor, [input]: readonly [Tensor]): number {
    return this.mode === 'max' ? 0 : input.length * output.shape[1]!;
  }
}
