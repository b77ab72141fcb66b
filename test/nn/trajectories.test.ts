import { beforeAll, describe, expect, it } from 'vitest';
import { nn, StateError } from '../../src/index.ts';
import * as crossEntropy from '../../src/nn/crossEntropy.ts';
import * as ctc from '../../src/nn/ctc.ts';
import * as distances from '../../src/nn/distances.ts';
import * as distributions from '../../src/nn/distributionLosses.ts';
import * as losses from '../../src/nn/losses.ts';
import * as margins from '../../src/nn/marginLosses.ts';
import { backends, useBackend } from '../support/backends.ts';
import { expectTrajectory, titleOf, type Trajectory, trajectories } from '../support/trajectory.ts';

describe.each(backends)('25 steps as PyTorch takes them, on %s', (backend) => {
  beforeAll(() => useBackend(backend));
  it.each(trajectories.map((t) => [titleOf(t), t] as const))('%s', (_, t) => {
    expectTrajectory(t, 'float64');
    expectTrajectory(t, 'float32');
  });
});

describe('every module and loss has a trajectory', () => {
  const classes = Object.entries(nn).flatMap(([name, value]) =>
    typeof value === 'function' && value.prototype instanceof nn.Module
      ? [[name, value as unknown as new () => nn.AnyModule] as const]
      : [],
  );
  const rowsOf = (name: string): Trajectory[] => {
    const nested = ({ module, args = [] }: { module?: string; args?: unknown[] }): boolean =>
      module === name || args.some((arg) => typeof arg === 'object' && nested(arg as Trajectory));
    return trajectories.filter(nested);
  };

  it.each(classes)('%s', (name, make) => {
    const rows = rowsOf(name);
    if (rows.length === 0) {
      // Only what has no forward needs none.
      expect(() => new make().forward()).toThrow(StateError);
      return;
    }
    for (const t of rows) {
      expect(t.losses.length).toBe(25);
      // Something is learned, and every gradient is told.
      expect(new Set(t.losses).size).toBeGreaterThan(20);
      expect(Object.keys(t.grads).length).toBeGreaterThan(0);
      expect(Object.keys(t.final)).toEqual(Object.keys(t.grads));
      expect(t.outputs.length).toBeGreaterThan(0);
    }
  });

  const functions = [crossEntropy, ctc, distances, distributions, losses, margins]
    .flatMap((file) => Object.keys(file))
    .filter((name) => name in nn.functional);
  it.each(functions)('functional.%s', (name) => {
    expect(trajectories.map((t) => t.functional)).toContain(name);
  });

  it('state is compared where there is some', () => {
    const moved = trajectories.filter((t) =>
      Object.keys(t.buffers).some((key) => t.stateDict[key]!.data.join() !== t.buffers[key]!.join()),
    );
    const names = new Set(moved.map((t) => t.wrap ?? t.module));
    for (const name of [
      'BatchNorm1d',
      'BatchNorm2d',
      'BatchNorm3d',
      'InstanceNorm1d',
      'InstanceNorm2d',
      'InstanceNorm3d',
      'spectralNorm',
    ])
      expect(names).toContain(name);
  });
});
