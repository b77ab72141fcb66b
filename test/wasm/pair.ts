/** Both sides of a comparison: the same records on a build and on the reference. */
import { expect } from 'vitest';
import { status } from '../../src/backend/backend.ts';
import type { Build } from '../../src/backend/wasm/features.ts';
import type { DType } from '../../src/dtype.ts';
import { assertClose } from '../ops/compare.ts';
import { backendOf } from '../support/backends.ts';
import { type Cells, Device } from './device.ts';

const reference = new Device(backendOf('reference'));

/** Numbers in [-1, 1), the same in every run. */
export function numbers(n: number, seed = 1): number[] {
  let state = seed * 2654435761;
  return Array.from({ length: n }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 31 - 1);
}
export const floatTypes = ['float32', 'float64'] as const;

export class Pair {
  readonly device: Device;
  constructor(build: Build) {
    this.device = new Device(backendOf(`wasm-${build}`));
  }
  /** What fn gives on the build and on the reference. */
  both<R>(fn: (d: Device) => R): [R, R] {
    return [fn(this.device), fn(reference)];
  }
  /** Equal statuses and, where it is ok, equal results, or close ones of a dtype. */
  expectSame(fn: (d: Device) => { code: number; out: Cells }, close?: DType): void {
    const [[code, got], [wantedCode, wanted]] = this.both((d) => {
      const { code, out } = fn(d);
      return [code, d.read(out)] as const;
    });
    expect(code).toBe(wantedCode);
    if (code !== status.ok) return;
    if (close) assertClose(got, wanted, close, close === 'float32' ? { rtol: 4e-6, atol: 2e-6 } : {});
    else expect(got).toEqual(wanted);
  }
}
