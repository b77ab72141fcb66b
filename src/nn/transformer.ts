/** Transformers: https://arxiv.org/abs/1706.03762 */
import type { DType } from '../dtype.ts';
import { ValueError } from '../errors.ts';
import { relu } from '../ops/elementwise.generated.ts';
import { known, requireWhole } from '../options.ts';
import type { Generator } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import { MultiheadAttention } from './attention.ts';
import { squareSubsequentMask } from './attentionMask.ts';
import { gelu } from './functional.ts';
import { xavierUniform_ } from './init.ts';
import { Dropout, Linear } from './layers.ts';
import { Module } from './module.ts';
import { LayerNorm } from './normLayers.ts';

export type TransformerActivation = 'relu' | 'gelu' | ((x: Tensor) => Tensor);

export interface TransformerLayerOptions {
  /** The width between the two linear layers. Default: 2048. */
  dimFeedforward?: number;
  /** Default: 0.1. */
  dropout?: number;
  /** Default: 'relu'. */
  activation?: TransformerActivation;
  /** Default: 1e-5. */
  layerNormEps?: number;
  /** [batch, rows, cols] instead of [rows, batch, cols]. Default: false. */
  batchFirst?: boolean;
  /** Norms come before attention and linear layers instead of after. Default: false. */
  normFirst?: boolean;
  /** Default: true. */
  bias?: boolean;
  /** Default: 'float32'. */
  dtype?: DType;
  generator?: Generator;
}

export interface EncoderLayerForwardOptions {
  /** As attnMask of MultiheadAttention. */
  srcMask?: Tensor | null;
  srcKeyPaddingMask?: Tensor | null;
  isCausal?: boolean;
}
export interface DecoderLayerForwardOptions {
  tgtMask?: Tensor | null;
  memoryMask?: Tensor | null;
  tgtKeyPaddingMask?: Tensor | null;
  memoryKeyPaddingMask?: Tensor | null;
  tgtIsCausal?: boolean;
  memoryIsCausal?: boolean;
}

const srcNames = ['srcMask', 'srcKeyPaddingMask'];
const tgtNames = ['tgt', 'memory'].flatMap((on) => [`${on}Mask`, `${on}KeyPaddingMask`, `${on}IsCausal`]);
const layerOptions = [
  'dimFeedforward',
  'dropout',
  'activation',
  'layerNormEps',
  'batchFirst',
  'normFirst',
  'bias',
  'dtype',
  'generator',
] satisfies (keyof TransformerLayerOptions)[];

function activationOf(op: string, activation: TransformerActivation): (x: Tensor) => Tensor {
  if (typeof activation === 'function') return activation;
  if (activation === 'relu') return relu;
  if (activation === 'gelu') return (x) => gelu(x);
  throw new ValueError(`${op}: activation is '${String(activation)}'; use 'relu', 'gelu' or a function.`);
}

/** What both kinds of layers have. */
abstract class Layer<Inputs extends readonly unknown[]> extends Module<Inputs> {
  selfAttn: MultiheadAttention;
  // Here, so that parameters are in PyTorch's order.
  multiheadAttn: MultiheadAttention | null = null;
  linear1: Linear;
  dropout: Dropout;
  linear2: Linear;
  readonly normFirst: boolean;
  readonly activation: (x: Tensor) => Tensor;

  constructor(
    readonly dModel: number,
    readonly nhead: number,
    readonly options: TransformerLayerOptions,
  ) {
    super();
    const name = new.target.name;
    known(name, options, layerOptions);
    const { dimFeedforward = 2048, activation = 'relu', normFirst = false, bias, dtype, generator } = options;
    this.activation = activationOf(name, activation);
    this.selfAttn = this.attention();
    this.linear1 = new Linear(dModel, dimFeedforward, { bias, dtype, generator });
    this.dropout = this.drops();
    this.linear2 = new Linear(dimFeedforward, dModel, { bias, dtype, generator });
    this.normFirst = normFirst;
  }

  protected attention(): MultiheadAttention {
    const { dropout = 0.1, bias, batchFirst, dtype, generator } = this.options;
    return new MultiheadAttention(this.dModel, this.nhead, { dropout, bias, batchFirst, dtype, generator });
  }
  protected drops(): Dropout {
    return new Dropout({ p: this.options.dropout ?? 0.1, generator: this.options.generator });
  }
  protected norm(): LayerNorm {
    const { layerNormEps: eps, bias, dtype } = this.options;
    return new LayerNorm(this.dModel, { eps, bias, dtype });
  }
  /** x with a part of the layer added to it, the norm before the part or after the sum. */
  protected add(x: Tensor, part: (x: Tensor) => Tensor, norm: LayerNorm): Tensor {
    return this.normFirst ? x.add(part(norm.forward(x))) : norm.forward(x.add(part(x)));
  }
  protected feedForward(x: Tensor): Tensor {
    return this.linear2.forward(this.dropout.forward(this.activation(this.linear1.forward(x))));
  }
}

/**
 * Self-attention and two linear layers, each with a residual connection and a norm.
 * https://pytorch.org/docs/stable/generated/torch.nn.TransformerEncoderLayer.html
 * @throws ValueError unless nhead divides dModel
 */
export class TransformerEncoderLayer extends Layer<[src: Tensor, options?: EncoderLayerForwardOptions]> {
  norm1: LayerNorm;
  norm2: LayerNorm;
  dropout1: Dropout;
  dropout2: Dropout;

  constructor(dModel: number, nhead: number, options: TransformerLayerOptions = {}) {
    super(dModel, nhead, options);
    this.norm1 = this.norm();
    this.norm2 = this.norm();
    this.dropout1 = this.drops();
    this.dropout2 = this.drops();
  }

  forward(src: Tensor, options: EncoderLayerForwardOptions = {}): Tensor {
    const {
      srcMask: attnMask,
      srcKeyPaddingMask: keyPaddingMask,
      isCausal,
    } = known('TransformerEncoderLayer.forward', options, [...srcNames, 'isCausal']);
    const attend = (x: Tensor): Tensor =>
      this.dropout1.forward(
        this.selfAttn.forward(x, x, x, { attnMask, keyPaddingMask, isCausal, needWeights: false }).output,
      );
    const x = this.add(src, attend, this.norm1);
    return this.add(x, (y) => this.dropout2.forward(this.feedForward(y)), this.norm2);
  }
}

/**
 * Self-attention, attention to what an encoder gave, and two linear layers, each with a residual connection and a norm.
 * https://pytorch.org/docs/stable/generated/torch.nn.TransformerDecoderLayer.html
 * @throws ValueError unless nhead divides dModel
 */
export class TransformerDecoderLayer extends Layer<
  [tgt: Tensor, memory: Tensor, options?: DecoderLayerForwardOptions]
> {
  declare multiheadAttn: MultiheadAttention;
  norm1: LayerNorm;
  norm2: LayerNorm;
  norm3: LayerNorm;
  dropout1: Dropout;
  dropout2: Dropout;
  dropout3: Dropout;

  constructor(dModel: number, nhead: number, options: TransformerLayerOptions = {}) {
    super(dModel, nhead, options);
    this.multiheadAttn = this.attention();
    this.norm1 = this.norm();
    this.norm2 = this.norm();
    this.norm3 = this.norm();
    this.dropout1 = this.drops();
    this.dropout2 = this.drops();
    this.dropout3 = this.drops();
  }

  forward(tgt: Tensor, memory: Tensor, options: DecoderLayerForwardOptions = {}): Tensor {
    known('TransformerDecoderLayer.forward', options, tgtNames);
    const own = { attnMask: options.tgtMask, keyPaddingMask: options.tgtKeyPaddingMask, isCausal: options.tgtIsCausal };
    const other = {
      attnMask: options.memoryMask,
      keyPaddingMask: options.memoryKeyPaddingMask,
      isCausal: options.memoryIsCausal,
    };
    const needWeights = false;
    const attend = (x: Tensor): Tensor =>
      this.dropout1.forward(this.selfAttn.forward(x, x, x, { ...own, needWeights }).output);
    const attendToMemory = (x: Tensor): Tensor =>
      this.dropout2.forward(this.multiheadAttn.forward(x, memory, memory, { ...other, needWeights }).output);
    const x = this.add(this.add(tgt, attend, this.norm1), attendToMemory, this.norm2);
    return this.add(x, (y) => this.dropout3.forward(this.feedForward(y)), this.norm3);
  }
}

export interface StackOptions {
  /** After the last layer. Default: none. */
  norm?: Module | null;
}

function copies<Inputs extends readonly unknown[]>(op: string, layer: Module<Inputs>, n: number): Module<Inputs>[] {
  requireWhole(op, 'numLayers', n, 0);
  return Array.from({ length: n }, () => layer.copy());
}

export interface EncoderForwardOptions extends Omit<EncoderLayerForwardOptions, 'srcMask'> {
  mask?: Tensor | null;
}

/**
 * numLayers copies of a layer, one after the other.
 * https://pytorch.org/docs/stable/generated/torch.nn.TransformerEncoder.html @throws ValueError
 */
export class TransformerEncoder extends Module<[src: Tensor, options?: EncoderForwardOptions]> {
  layers: Module<[src: Tensor, options?: EncoderLayerForwardOptions]>[];
  norm: Module | null;

  constructor(
    encoderLayer: Module<[src: Tensor, options?: EncoderLayerForwardOptions]>,
    numLayers: number,
    options: StackOptions = {},
  ) {
    const { norm = null } = known('TransformerEncoder', options, ['norm']);
    super();
    this.layers = copies('TransformerEncoder', encoderLayer, numLayers);
    this.norm = norm;
  }

  forward(src: Tensor, given: EncoderForwardOptions = {}): Tensor {
    const { mask, ...more } = known('TransformerEncoder.forward', given, ['mask', 'srcKeyPaddingMask', 'isCausal']);
    let x = src;
    for (const layer of this.layers) x = layer.forward(x, { srcMask: mask, ...more });
    return this.norm ? this.norm.forward(x) : x;
  }
}

/**
 * numLayers copies of a layer, one after the other.
 * https://pytorch.org/docs/stable/generated/torch.nn.TransformerDecoder.html @throws ValueError
 */
export class TransformerDecoder extends Module<[tgt: Tensor, memory: Tensor, options?: DecoderLayerForwardOptions]> {
  layers: Module<[tgt: Tensor, memory: Tensor, options?: DecoderLayerForwardOptions]>[];
  norm: Module | null;

  constructor(
    decoderLayer: Module<[tgt: Tensor, memory: Tensor, options?: DecoderLayerForwardOptions]>,
    numLayers: number,
    options: StackOptions = {},
  ) {
    const { norm = null } = known('TransformerDecoder', options, ['norm']);
    super();
    this.layers = copies('TransformerDecoder', decoderLayer, numLayers);
    this.norm = norm;
  }

  forward(tgt: Tensor, memory: Tensor, options: DecoderLayerForwardOptions = {}): Tensor {
    known('TransformerDecoder.forward', options, tgtNames);
    let x = tgt;
    for (const layer of this.layers) x = layer.forward(x, memory, options);
    return this.norm ? this.norm.forward(x) : x;
  }
}

export interface TransformerOptions extends TransformerLayerOptions {
  /** Default: 512. */
  dModel?: number;
  /** Default: 8. */
  nhead?: number;
  /** Default: 6. */
  numEncoderLayers?: number;
  /** Default: 6. */
  numDecoderLayers?: number;
  /** Instead of a TransformerEncoder. */
  customEncoder?: Module<[src: Tensor, options?: EncoderForwardOptions]> | null;
  /** Instead of a TransformerDecoder. */
  customDecoder?: Module<[tgt: Tensor, memory: Tensor, options?: DecoderLayerForwardOptions]> | null;
}
const transformerOptions = [
  ...layerOptions,
  'dModel',
  'nhead',
  'numEncoderLayers',
  'numDecoderLayers',
  'customEncoder',
  'customDecoder',
] satisfies (keyof TransformerOptions)[];
export interface TransformerForwardOptions extends DecoderLayerForwardOptions {
  srcMask?: Tensor | null;
  srcKeyPaddingMask?: Tensor | null;
  srcIsCausal?: boolean;
}

/**
 * An encoder and a decoder; matrices start with xavierUniform_.
 * https://pytorch.org/docs/stable/generated/torch.nn.Transformer.html @throws ValueError unless nhead divides dModel
 */
export class Transformer extends Module<[src: Tensor, tgt: Tensor, options?: TransformerForwardOptions]> {
  encoder: Module<[src: Tensor, options?: EncoderForwardOptions]>;
  decoder: Module<[tgt: Tensor, memory: Tensor, options?: DecoderLayerForwardOptions]>;

  constructor(options: TransformerOptions = {}) {
    super();
    known('Transformer', options, transformerOptions);
    const {
      dModel = 512,
      nhead = 8,
      numEncoderLayers = 6,
      numDecoderLayers = 6,
      customEncoder,
      customDecoder,
      ...layer
    } = options;
    const { layerNormEps: eps, bias, dtype, generator } = layer;
    const norm = (): LayerNorm => new LayerNorm(dModel, { eps, bias, dtype });
    this.encoder =
      customEncoder ??
      new TransformerEncoder(new TransformerEncoderLayer(dModel, nhead, layer), numEncoderLayers, { norm: norm() });
    this.decoder =
      customDecoder ??
      new TransformerDecoder(new TransformerDecoderLayer(dModel, nhead, layer), numDecoderLayers, { norm: norm() });
    for (const parameter of this.parameters()) if (parameter.ndim > 1) xavierUniform_(parameter, { generator });
  }

  /** −∞ above the diagonal, 0 elsewhere, [size, size]: a mask with which no row sees a later one. */
  static generateSquareSubsequentMask(size: number): Tensor {
    return squareSubsequentMask(size);
  }

  forward(src: Tensor, tgt: Tensor, options: TransformerForwardOptions = {}): Tensor {
    const {
      srcMask: mask,
      srcKeyPaddingMask,
      srcIsCausal: isCausal,
      ...more
    } = known('Transformer.forward', options, [...srcNames, 'srcIsCausal', ...tgtNames]);
    return this.decoder.forward(tgt, this.encoder.forward(src, { mask, srcKeyPaddingMask, isCausal }), more);
  }
}
