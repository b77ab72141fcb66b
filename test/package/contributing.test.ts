/** The example that CONTRIBUTING.md shows is the code. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { nn, tensor } from '../../src/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it('the row of CONTRIBUTING.md is in the spec, and is all that its op has', () => {
  const row = /```ts\n(softsign: .*)\n```/.exec(read('CONTRIBUTING.md'))?.[1];
  expect(row).toBeDefined();
  expect(read('src/kernels/spec.ts')).toContain(`  ${row}\n`);
  const x = tensor([-3, 0, 1], { requiresGrad: true });
  const y = nn.functional.softsign(x);
  y.sum().backward();
  expect([y.toArray(), x.grad!.toArray()]).toEqual([
    [-0.75, 0, 0.5],
    [0.0625, 1, 0.25],
  ]);
});
