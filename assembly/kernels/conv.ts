/**
 * Convolutions of three dims, in groups: forward, the gradient by the input, the gradient by the weights. Each is a product of matrices
 * that are never made: panels are packed from the planes of convPlanes.ts, for the micro-kernel of gemm.
 */
import { ConvKind, ConvWord } from '../generated/opcodes';
import { DType, size, Status, whole } from '../record';
import { room, roomBytes } from '../scratch';
import { close, next, open } from '../team';
import { axesBytes, axis, boxes, channelSize, columnOf, columns, placeTaps, setBox, spread } from './convPlanes';
import { packPanel } from './gemmPack';
import { Target, tileCols, tileRows, tiles } from './gemmTile';

// The scratch room: the axes, the job, the tile's target, two lists of taps, a packed block, a packed panel, then sums and planes.
const jobAt: usize = axesBytes;
const targetAt: usize = jobAt + 128;
const mostTaps: usize = 8192;
const tapsAt: usize = targetAt + 64;
const weightsAt: usize = tapsAt + 4 * mostTaps;
const blockAt: usize = weightsAt + 4 * mostTaps;
const blockBytes: usize = 256 << 10;
const panelAt: usize = blockAt + blockBytes;
const panelBytes: usize = 32 << 10;
const freeAt: usize = panelAt + panelBytes;
const freeBytes: usize = roomBytes - freeAt;
/** The most products that are summed before they join the others. */
const depth: usize = 256;
/** The most columns of a box of the gradient by the weights. */
const mostColumns: usize = 512;
/** Multiply-adds that are worth waking threads for. */
const worthwhile: f64 = 262144;

@unmanaged class Job {
  batch: usize;
  groups: usize;
  /** Channels of what is read and of what is written, in a group. */
  channels: usize;
  results: usize;
  source: usize;
  sourcePlane: usize;
  result: usize;
  resultPlane: usize;
  weight: usize;
  /** Strides of the weights, in elements. */
  row: usize;
  channel: usize;
  bias: usize;
  /** Channels whose planes are there together. */
  block: usize;
  bytes: usize;
  kind: i32;
  taps: usize;
  parts: usize;
  work: usize;
}
@inline function job(): Job { return changetype<Job>(room() + jobAt); }
@inline function target(): Target { return changetype<Target>(room() + targetAt); }

/** The columns of the box in whole tiles, in elements. */
@inline function wide<T>(): usize { return (<usize>columns() + tileCols<T>() - 1) / tileCols<T>() * tileCols<T>(); }
/** Rows whose weights fit the packed block. */
@inline function rowBlock<T>(): usize { return min<usize>(job().results, blockBytes / (depth * sizeof<T>())); }
/** Whether what a box needs fits the scratch. */
function fits<T>(): bool {
  const j = job();
  const planes = j.block * channelSize();
  if (j.kind == ConvKind.weight) return <usize>columns() <= mostColumns && planes * sizeof<T>() <= freeBytes;
  return (planes + tileCols<T>() + rowBlock<T>() * wide<T>()) * sizeof<T>() <= freeBytes;
}
/** How many channels go together, and boxes that fit, halved along the outermost dim that has several outputs; false when even one does not. */
function plan<T>(): bool {
  const j = job();
  j.taps = axis(0).taps * axis(1).taps * axis(2).taps;
  if (j.taps > mostTaps) return false;
  const most = max<usize>(1, (j.kind == ConvKind.weight ? mostTaps / 16 : depth) / max<usize>(1, j.taps));
  const blocks = (j.channels + most - 1) / most;
  j.block = (j.channels + blocks - 1) / blocks;
  for (let d: usize = 0; d < 3; d++) axis(d).most = axis(d).count;
  setBox(0);
  while (!fits<T>()) {
    const a = axis(axis(0).most > 1 ? 0 : axis(1).most > 1 ? 1 : 2);
    if (a.most == 1) return false;
    a.most = (a.most + 1) >> 1;
    setBox(0);
  }
  return true;
}

/** Four rows of weights from `from` on, for `k` taps of the list, side by side; zeros for rows that are not there. */
function packWeights<T>(k: usize, rows: usize, from: usize, list: usize, to: usize): void {
  const row = job().row * sizeof<T>();
  for (; k > 0; k--, list += 4) {
    const p = from + load<u32>(list);
    for (let r: usize = 0; r < tileRows; r++, to += sizeof<T>()) store<T>(to, r < rows ? load<T>(p + r * row) : <T>0);
  }
}

/** Rows of the planes from `from` on, of one tile's columns, for `k` taps of the list. */
function packColumns<T>(k: usize, from: usize, list: usize, to: usize): void {
  for (; k > 0; k--, list += 4, to += 2 * V.bytes<T>()) {
    const p = from + load<u32>(list);
    V.write<T>(to, V.read<T>(p));
    V.write<T>(to + V.bytes<T>(), V.read<T>(p + V.bytes<T>()));
  }
}

/** sums[i] += Σ weights[k][i] · planes[k] for few rows: the planes are read where they lie. */
function addRows<T>(k: usize, rows: usize, weights: usize, planes: usize, list: usize, sums: usize, width: usize, adds: bool): void {
  const end = list + 4 * k;
  for (let i: usize = 0; i < rows; i++, weights += sizeof<T>()) {
    for (let c: usize = 0; c < width * sizeof<T>(); c += 2 * V.bytes<T>(), sums += 2 * V.bytes<T>()) {
      let x = adds ? V.read<T>(sums) : V.splat<T>(0);
      let y = adds ? V.read<T>(sums + V.bytes<T>()) : V.splat<T>(0);
      let w = weights;
      for (let at = list; at < end; at += 4, w += tileRows * sizeof<T>()) {
        const p = planes + load<u32>(at) + c;
        const factor = V.readSplat<T>(w);
        x = V.fma<T>(factor, V.read<T>(p), x);
        y = V.fma<T>(factor, V.read<T>(p + V.bytes<T>()), y);
      }
      V.write<T>(sums, x);
      V.write<T>(sums + V.bytes<T>(), y);
    }
  }
}

/** Writes the outputs of the box for `rows` results from `first` on: their sums of columns, and the bias. */
function writeBox<T>(first: usize, rows: usize, sums: usize, width: usize, group: usize, result: usize): void {
  const e = sizeof<T>();
  const j = job();
  const az = axis(0), ay = axis(1), ax = axis(2);
  for (let i = first; i < first + rows; i++, sums += width * e) {
    const bias: T = j.bias == 0 ? 0 : load<T>(j.bias + (group * j.results + i) * e);
    const plane = result + i * j.resultPlane * e;
    for (let z: i32 = 0; z < az.outputs; z++) {
      const zAt = (az.first + (az.from + z) * az.step) * ay.target;
      for (let y: i32 = 0; y < ay.outputs; y++) {
        let p = sums + <usize>columnOf(z, y) * e;
        let q = plane + <usize>((zAt + ay.first + (ay.from + y) * ay.step) * ax.target + ax.first + ax.from * ax.step) * e;
        for (let x = ax.outputs; x > 0; x--, p += e, q += <usize>ax.step * e) store<T>(q, load<T>(p) + bias);
      }
    }
  }
}

/** Goes to a phase, and tells its chunks; -1 when they do not fit. */
function phaseChunks<T>(w: usize, forward: bool, phase: i32): i32 {
  if (!forward) setPhase(w, phase);
  const j = job();
  if (axis(0).count * axis(1).count * axis(2).count == 0) return 0;
  if (!plan<T>()) return -1;
  return <i32>(j.batch * j.groups * boxes() * ((j.results + rowBlock<T>() - 1) / rowBlock<T>()));
}
/** A box of some rows of one group of one image. */
function chunk<T>(index: usize): void {
  const perBox = (job().results + rowBlock<T>() - 1) / rowBlock<T>();
  const all: usize = boxes();
  setBox(<i32>(index / perBox % all));
  const image = index / perBox / all;
  correlate<T>(image / job().groups, image % job().groups, index % perBox * rowBlock<T>());
}
function correlate<T>(n: usize, g: usize, first: usize): void {
  const e = sizeof<T>();
  const j = job();
  const width = wide<T>();
  const rows = min<usize>(rowBlock<T>(), j.results - first);
  const list = room() + tapsAt, weights = room() + weightsAt;
  const block = room() + blockAt, panel = room() + panelAt;
  const sums = room() + freeAt;
  const planes = sums + rowBlock<T>() * width * e;
  const t = target();
  t.row = width * e;
  t.bias = 0;
  t.cols = tileCols<T>();
  // Where no tap meets the source, outputs are the bias.
  if (j.taps == 0) memory.fill(sums, 0, rows * width * e);
  for (let c0: usize = 0; c0 < j.channels && j.taps > 0; c0 += j.block) {
    const count = min<usize>(j.block, j.channels - c0);
    const image = (n * j.groups + g) * j.channels + c0;
    for (let c: usize = 0; c < count; c++) {
      spread<T>(j.source + (image + c) * j.sourcePlane * e, planes + c * channelSize() * e);
    }
    placeTaps<T>(<i32>count, <i32>j.channel, list, weights);
    // A group's weights: by rows of results, or by channels of the source.
    const from = j.weight + (g * j.results * j.channels * axis(0).kernel * axis(1).kernel * axis(2).kernel + first * j.row + c0 * j.channel) * e;
    for (let k0: usize = 0; k0 < count * j.taps; k0 += depth) {
      const k = min<usize>(depth, count * j.taps - k0);
      for (let i: usize = 0; i < rows; i += tileRows) {
        packWeights<T>(k, min<usize>(tileRows, rows - i), from + i * j.row * e, weights + 4 * k0, block + i * k * e);
      }
      t.adds = c0 + k0 > 0;
      if (rows < 3) {
        addRows<T>(k, rows, block, planes, list + 4 * k0, sums, width, t.adds);
        continue;
      }
      for (let c: usize = 0; c < width; c += tileCols<T>()) {
        packColumns<T>(k, planes + c * e, list + 4 * k0, panel);
        t.rows = rows;
        t.c = sums + c * e;
        tiles<T>(k, block, tileRows * e, tileRows * k * e, panel, tileCols<T>() * e, t);
      }
    }
  }
  writeBox<T>(first, rows, sums, width, g, j.result + (n * j.groups + g) * j.results * j.resultPlane * e);
}

/** What the images of a part give to the sums of a block of channels. */
function gradient<T>(part: usize, g: usize, c0: usize): void {
  const e = sizeof<T>();
  const j = job();
  const count = min<usize>(j.block, j.channels - c0);
  const list = room() + tapsAt;
  const block = room() + blockAt, panel = room() + panelAt;
  const planes = room() + freeAt;
  const stride = (j.results + 15) / 16 * 16;
  const sums = j.work + ((part * j.groups + g) * j.channels + c0) * j.taps * stride * e;
  const t = target();
  t.row = stride * e;
  t.bias = 0;
  const from = part * j.batch / j.parts, to = (part + 1) * j.batch / j.parts;
  const mostResults = blockBytes / (mostColumns * e) / tileCols<T>() * tileCols<T>();
  for (let n = from; n < to; n++) {
    for (let b: i32 = 0; b < boxes(); b++) {
      setBox(b);
      const k: usize = columns();
      t.adds = n > from || b > 0;
      for (let c: usize = 0; c < count; c++) {
        spread<T>(j.source + ((n * j.groups + g) * j.channels + c0 + c) * j.sourcePlane * e, planes + c * channelSize() * e);
      }
      placeTaps<T>(<i32>count, 0, list, room() + weightsAt);
      for (let m0: usize = 0; m0 < j.results; m0 += mostResults) {
        const results = min<usize>(mostResults, j.results - m0);
        for (let m: usize = 0; m < results; m += tileCols<T>()) {
          packGradients<T>(
            j.result + ((n * j.groups + g) * j.results + m0 + m) * j.resultPlane * e,
            min<usize>(tileCols<T>(), results - m),
            block + m * k * e,
          );
        }
        for (let i: usize = 0; i < count * j.taps; i += tileRows) {
          t.rows = min<usize>(tileRows, count * j.taps - i);
          for (let r: usize = 0; r < tileRows; r++) {
            const row = planes + load<u32>(list + 4 * (i + (r < t.rows ? r : 0)));
            for (let p: usize = 0; p < k; p++) store<T>(panel + (p * tileRows + r) * e, load<T>(row + p * e));
          }
          for (let m: usize = 0; m < results; m += tileCols<T>()) {
            t.cols = min<usize>(tileCols<T>(), results - m);
            t.c = sums + (i * stride + m0 + m) * e;
            tiles<T>(k, panel, tileRows * e, 0, block + m * k * e, tileCols<T>() * e, t);
          }
        }
      }
    }
  }
}

/** A panel of gradients as a matrix of all columns of the box, zeros in those that are no outputs. */
function packGradients<T>(from: usize, lanes: usize, to: usize): void {
  const e = sizeof<T>();
  const slice = tileCols<T>() * e;
  const ay = axis(1), ax = axis(2);
  memory.fill(to, 0, <usize>columns() * slice);
  for (let z: i32 = 0; z < axis(0).outputs; z++) {
    for (let y: i32 = 0; y < ay.outputs; y++) {
      const at = ((axis(0).from + z) * ay.count + ay.from + y) * ax.count + ax.from;
      packPanel<T>(ax.outputs, lanes, from + <usize>at * e, job().resultPlane * e, e, to + <usize>columnOf(z, y) * slice, tileCols<T>());
    }
  }
}

/** The weights' gradient: the sums of all parts, in their order. */
function addParts<T>(): void {
  const e = sizeof<T>();
  const j = job();
  const k = j.channels * j.taps, stride = (j.results + 15) / 16 * 16;
  for (let at: usize = 0; at < j.groups * k; at++) {
    for (let m: usize = 0; m < j.results; m++) {
      let sum: T = 0;
      for (let part: usize = 0; part < j.parts; part++) sum += load<T>(j.work + ((part * j.groups * k + at) * stride + m) * e);
      store<T>(j.weight + ((at / k * j.results + m) * k + at % k) * e, sum);
    }
  }
}

/** Word `list` of dim d. */
@inline function dimWord(w: usize, list: i32, d: i32): i32 { return whole(w, ConvWord.dims + 3 * list + d); }

/** Outputs of the record are outputs. */
function forwardAxis(w: usize, d: i32): void {
  const a = axis(d);
  a.count = a.target = dimWord(w, 2, d);
  a.first = a.element = 0;
  a.step = a.elementStep = 1;
  a.size = dimWord(w, 0, d);
  a.stride = dimWord(w, 3, d);
  a.offset = -dimWord(w, 4, d);
  a.taps = a.kernel = dimWord(w, 1, d);
  a.shift = dimWord(w, 5, d);
}
/** Inputs r, r + stride, … are outputs: o meets i in tap k where i = o · stride − padding + k · dilation. */
function inputAxis(w: usize, d: i32, r: i32): void {
  const a = axis(d);
  const s = dimWord(w, 3, d);
  a.target = dimWord(w, 0, d);
  a.count = a.target > r ? (a.target - r + s - 1) / s : 0;
  a.first = r;
  a.step = s;
  a.size = dimWord(w, 2, d);
  a.stride = 1;
  a.kernel = dimWord(w, 1, d);
  a.taps = a.shift = a.offset = a.element = a.elementStep = 0;
  for (let k: i32 = 0; k < a.kernel; k++) {
    const at = r + dimWord(w, 4, d) - k * dimWord(w, 5, d);
    if (at % s != 0) continue;
    if (a.taps == 0) {
      a.element = k;
      a.offset = at / s;
    } else if (a.taps == 1) {
      a.elementStep = k - a.element;
      a.shift = at / s - a.offset;
    }
    a.taps++;
  }
}
/** The axes of a phase of the inputs. */
function setPhase(w: usize, phase: i32): void {
  for (let d: i32 = 2; d >= 0; d--) {
    const s = dimWord(w, 3, d);
    inputAxis(w, d, phase % s);
    phase /= s;
  }
}

function run<T>(w: usize): Status {
  const j = job();
  const forward = whole(w, ConvWord.kind) != ConvKind.input;
  const ins = size(w, ConvWord.inChannels), outs = size(w, ConvWord.outChannels);
  let inPlane: usize = 1, outPlane: usize = 1, taps: usize = 1;
  for (let d: i32 = 0; d < 3; d++) {
    inPlane *= dimWord(w, 0, d);
    taps *= dimWord(w, 1, d);
    outPlane *= dimWord(w, 2, d);
  }
  j.kind = whole(w, ConvWord.kind);
  j.batch = size(w, ConvWord.batch);
  j.groups = size(w, ConvWord.groups);
  j.parts = size(w, ConvWord.parts);
  j.weight = size(w, ConvWord.weight);
  j.bias = size(w, ConvWord.bias);
  j.work = size(w, ConvWord.work);
  const x = size(w, ConvWord.x), y = size(w, ConvWord.y);
  j.source = forward ? x : y;
  j.result = forward ? y : x;
  j.sourcePlane = forward ? inPlane : outPlane;
  j.resultPlane = forward ? outPlane : inPlane;
  j.channels = forward ? ins : outs;
  j.results = forward ? outs : ins;
  j.row = forward ? ins * taps : taps;
  j.channel = forward ? taps : ins * taps;

  const phases = forward ? 1 : dimWord(w, 3, 0) * dimWord(w, 3, 1) * dimWord(w, 3, 2);
  if (forward) for (let d: i32 = 0; d < 3; d++) forwardAxis(w, d);
  const work = <f64>j.batch * <f64>(j.groups * ins * outs) * <f64>taps * <f64>outPlane;
  if (j.kind == ConvKind.weight) {
    if (!plan<T>()) return Status.outOfMemory;
    const blocks = (j.channels + j.block - 1) / j.block;
    const chunks = j.parts * j.groups * blocks;
    open(w, chunks, work > worthwhile);
    for (let i = next(); i < chunks; i = next()) gradient<T>(i / blocks / j.groups, i / blocks % j.groups, i % blocks * j.block);
    if (close()) addParts<T>();
    return Status.ok;
  }
  // Inputs that differ by whole strides meet the same taps. The chunks of all such phases share one counter.
  let chunks: i32 = 0;
  for (let phase: i32 = 0; phase < phases; phase++) {
    const count = phaseChunks<T>(w, forward, phase);
    if (count < 0) return Status.outOfMemory;
    chunks += count;
  }
  open(w, chunks, work > worthwhile);
  let first: i32 = 0, end: i32 = 0, phase: i32 = 0;
  for (let i = <i32>next(); i < chunks; i = <i32>next()) {
    while (i >= end) {
      first = end;
      end += phaseChunks<T>(w, forward, phase++);
    }
    chunk<T>(i - first);
  }
  close();
  return Status.ok;
}

export function conv(w: usize): Status {
  switch (whole(w, ConvWord.dtype)) {
    case DType.float32: return run<f32>(w);
    case DType.float64: return run<f64>(w);
    default: return Status.unknownKernel;
  }
}
