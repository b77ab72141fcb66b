/** Transcendental functions of float32, over all of float32's range. */
import { describe, expect, it } from 'vitest';
import { everyBackend } from '../support/backends.ts';
import { bound, names, sweep, worst } from './accuracy.ts';

const values = sweep(16411);

describe.each([...everyBackend])('%s', (backend) => {
  it.each(names)(`%s is within ${bound} units in the last place`, (name) => {
    const { ulps, x } = worst(name, backend, values);
    expect(ulps, `${name}(${x})`).toBeLessThan(bound);
  });
});
