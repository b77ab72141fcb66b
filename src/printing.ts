/** Tensors as text, laid out as PyTorch's print lays them out. */
import { known } from './options.ts';
import { backend } from './backend/current.ts';
import { type DType, isFloat } from './dtype.ts';
import { show, ValueError } from './errors.ts';
import { contiguousStrides } from './shape.ts';
import { Tensor } from './tensor.ts';

export interface PrintOptions {
  /** Digits after the point of floats. Default: 4. */
  precision?: number;
  /** With more elements than this the middle of long dims is left out. Default: 1000. */
  threshold?: number;
  /** Elements shown at each end of such a dim. Default: 3. */
  edgeitems?: number;
  /** Characters in a line. Default: 80. */
  linewidth?: number;
  /** Whether floats have exponents; null decides by their magnitudes. Default: null. */
  sciMode?: boolean | null;
}

const defaults: Required<PrintOptions> = { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80, sciMode: null };
const profiles = {
  default: defaults,
  short: { ...defaults, precision: 2, edgeitems: 2 },
  full: { ...defaults, threshold: Infinity },
};
const current = { ...defaults };

/**
 * Sets how tensors are printed; what is left out stays as it is. A profile sets everything first: `default`, `short` (precision 2, edgeitems 2)
 * or `full` (nothing left out). https://pytorch.org/docs/stable/generated/torch.set_printoptions.html
 * @throws ValueError for a number that is not whole, or is out of range
 */
export function setPrintOptions(given: PrintOptions & { profile?: 'default' | 'short' | 'full' } = {}): void {
  const { profile, ...options } = known('setPrintOptions', given, [
    'precision',
    'threshold',
    'edgeitems',
    'linewidth',
    'sciMode',
    'profile',
  ]);
  const least = { precision: 0, threshold: 0, edgeitems: 1, linewidth: 1 };
  const next = { ...current, ...(profile === undefined ? {} : profiles[profile]) };
  for (const [name, low] of Object.entries(least) as [keyof typeof least, number][]) {
    const value = options[name];
    if (value === undefined) continue;
    const most = name === 'precision' ? 50 : Infinity;
    if (!(value >= low && value <= most && (Number.isInteger(value) || value === Infinity))) {
      const range = most === Infinity ? `of ${low} or more` : `from ${low} to ${most}`;
      throw new ValueError(`setPrintOptions: ${name} must be a whole number ${range}, not ${value}.`);
    }
    next[name] = value;
  }
  if (options.sciMode !== undefined) next.sciMode = options.sciMode;
  Object.assign(current, next);
}

type Value = number | bigint | boolean;

/**
 * The values of x as PyTorch prints them (but true and false), then its shape where the values do not show it, its dtype unless they do,
 * and its graph. Reads no more than it shows, and changes neither graphs nor who owns memory; of a stale tensor it says that it is stale.
 */
export function toString(x: Tensor): string {
  const prefix = 'tensor(';
  const stale = x.storage.generation !== x.generation;
  const foreign = x.storage.backend !== backend();
  const cuts = x.shape.map((size) => x.length > current.threshold && size > 2 * current.edgeitems);
  const suffixes: string[] = [];
  if (stale || foreign || (x.length === 0 ? x.ndim !== 1 : cuts.includes(true)))
    suffixes.push(`shape=${show(x.shape)}`);
  if (x.dtype !== 'float32' && (stale || foreign || x.length === 0 || !speaksForItself(x)))
    suffixes.push(`dtype=${x.dtype}`);
  if (x.gradFn) suffixes.push(`gradFn=<${x.gradFn.name}>`);
  else if (x.requiresGrad) suffixes.push('requiresGrad=true');

  let text = '[]';
  if (stale) text = '<stale: its memory went back to the pool>';
  else if (foreign) text = `<on the ${x.storage.backend.name} backend, which is not in use>`;
  else if (x.length > 0) {
    const values = read(x, cuts, 0, x.offset);
    text = layOut(values, cuts, 0, prefix.length, formatter(values, isFloat(x.dtype)));
  }
  let result = prefix + text;
  for (const suffix of suffixes) {
    const line = result.length - (result.lastIndexOf('\n') + 1);
    const breaks = line + suffix.length + 3 > current.linewidth;
    result += breaks ? `,\n${' '.repeat(prefix.length)}${suffix}` : `, ${suffix}`;
  }
  return `${result})`;
}

/** Whether the values show the dtype: `true` is a bool, and what has no point PyTorch's default integer. */
const speaksForItself = ({ dtype }: Tensor): boolean => dtype === 'bool' || dtype === 'int64';

type Nested = Value | Nested[];

/** The elements that will be shown, nested; where a dim is cut, those of both ends. */
function read(x: Tensor, cuts: readonly boolean[], dim: number, offset: number): Nested {
  const part = (from: number, shape: readonly number[], strides: readonly number[]): Tensor =>
    new Tensor(x.storage, shape, strides, from, x.dtype);
  if (!cuts.includes(true, dim)) {
    const rest = part(offset, x.shape.slice(dim), x.strides.slice(dim));
    return nest(values(rest), rest.shape, 0, 0);
  }
  const [size, stride] = [x.shape[dim]!, x.strides[dim]!];
  const { edgeitems } = current;
  const last = dim === x.ndim - 1;
  if (last) return [0, size - edgeitems].flatMap((i) => values(part(offset + i * stride, [edgeitems], [stride])));
  const shown = cuts[dim] ? 2 * edgeitems : size;
  return Array.from({ length: shown }, (_, i) => {
    const at = cuts[dim] && i >= edgeitems ? size - shown + i : i;
    return read(x, cuts, dim + 1, offset + at * stride);
  });
}

function values(x: Tensor): Value[] {
  const list: Value[] = Array.from<Value>(x.toTypedArray<DType>());
  return x.dtype === 'bool' ? list.map(Boolean) : list;
}

function nest(flat: readonly Value[], shape: readonly number[], dim: number, at: number): Nested {
  if (dim === shape.length) return flat[at]!;
  const step = contiguousStrides(shape)[dim]!;
  return Array.from({ length: shape[dim]! }, (_, i) => nest(flat, shape, dim + 1, at + i * step));
}

function flatten(nested: Nested): Value[] {
  return Array.isArray(nested) ? nested.flatMap(flatten) : [nested];
}

type Format = ((value: Value) => string) & { width: number };

/** One format for all values: as wide as the widest, with exponents where magnitudes are too far apart. */
function formatter(nested: Nested, float: boolean): Format {
  const all = flatten(nested);
  if (!float) return padded(String, all);
  const counted = (all as number[]).filter((value) => value !== 0 && Number.isFinite(value));
  const sizes = counted.map(Math.abs);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  const whole = counted.every(Number.isInteger);
  const natural = counted.length > 0 && (high / low > 1000 || high > 1e8 || (!whole && low < 1e-4));
  const { precision, sciMode } = current;
  if (sciMode ?? natural) return padded((value) => exponential(value as number, precision), counted);
  if (!whole) return padded((value) => fixed(value as number, precision), counted);
  return padded((value) => fixed(value as number, 0) + (Number.isFinite(value) ? '.' : ''), counted);
}

/** PyTorch takes the width from finite non-zero values alone: nothing else is wider, but for a column of nothing else. */
function padded(format: (value: Value) => string, counted: readonly Value[]): Format {
  let width = 1;
  for (const value of counted) width = Math.max(width, format(value).length);
  return Object.assign((value: Value) => format(value).padStart(width), { width });
}

function special(x: number): string {
  return Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf';
}
const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);

/** Decimals of x, halves rounded to even as in C and Python; JavaScript's toFixed rounds them up. */
function fixed(x: number, digits: number): string {
  if (!Number.isFinite(x)) return special(x);
  const size = Math.abs(x);
  let text: string;
  if (size >= 1e21) text = BigInt(size).toString() + (digits > 0 ? `.${'0'.repeat(digits)}` : '');
  else text = evenly(size.toFixed(digits), size.toFixed(100), digits === 0 ? 1 : 0);
  return (isNegative(x) ? '-' : '') + text;
}

/** Mantissa and an exponent of at least two digits. */
function exponential(x: number, digits: number): string {
  if (!Number.isFinite(x)) return special(x);
  const size = Math.abs(x);
  const [rounded, power] = size.toExponential(digits).split('e') as [string, string];
  const [exact, exactPower] = size.toExponential(100).split('e') as [string, string];
  const mantissa = power === exactPower ? evenly(rounded, exact, digits === 0 ? 1 : 0) : rounded;
  const exponent = power.slice(1).padStart(2, '0');
  return `${isNegative(x) ? '-' : ''}${mantissa}e${power[0]}${exponent}`;
}

/**
 * `rounded` or, where `exact` lies halfway and it ends in an odd digit, the number below it.
 * @param skip 1 where `rounded` has no point and the digits that were cut off begin with one
 */
function evenly(rounded: string, exact: string, skip: 0 | 1): string {
  const cut = exact.slice(rounded.length + skip);
  const odd = Number(rounded.at(-1)) % 2 === 1;
  return odd && /^50*$/.test(cut) ? exact.slice(0, rounded.length) : rounded;
}

/** Brackets, commas and line breaks. @param indent columns to the left */
function layOut(nested: Nested, cuts: readonly boolean[], dim: number, indent: number, format: Format): string {
  if (!Array.isArray(nested)) return format(nested);
  const { edgeitems, linewidth } = current;
  const left = ' '.repeat(indent + 1);
  const innermost = dim === cuts.length - 1;
  const parts = nested.map((part) => layOut(part, cuts, dim + 1, indent + 1, format));
  if (cuts[dim]) parts.splice(edgeitems, 0, innermost ? ' ...' : '...');
  if (!innermost) return `[${parts.join(`,${'\n'.repeat(cuts.length - 1 - dim)}${left}`)}]`;
  const perLine = Math.max(1, Math.floor((linewidth - indent) / (format.width + 2)));
  const lines: string[] = [];
  for (let i = 0; i < parts.length; i += perLine) lines.push(parts.slice(i, i + perLine).join(', '));
  return `[${lines.join(`,\n${left}`)}]`;
}
