import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io } from '../../src/index.ts';
import { telling, writeMnist } from '../data/idx.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'descend-cli-'));
  writeMnist(folder, 400, 100, telling);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Result {
  code: number;
  out: string;
  err: string;
}
function mnist(...args: string[]): Promise<Result> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  return new Promise((done) => {
    execFile(process.execPath, ['--import', 'tsx', 'src/cli/mnist.ts', ...args], { env }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

describe('npm start', () => {
  it('trains, saves, draws a curve and shows digits', async () => {
    const out = join(folder, 'result');
    const result = await mnist(
      '--epochs',
      '3',
      '--batch-size',
      '20',
      '--seed',
      '7',
      '--threads',
      '1',
      '--data',
      folder,
      '--out',
      out,
    );
    expect(result.err).toBe('');
    expect(result.code).toBe(0);
    const lines = result.out.split('\n');
    expect(lines[0]).toMatch(/^(native|reference) backend, \S+, 1 thread$/);
    expect(lines[3]).toMatch(
      /^epoch 3\/3 {2}loss [\d.e-]+ {2}accuracy [\d.]+ {2}validation loss [\d.e-]+ {2}validation accuracy [\d.]+ {2}[\d,]+\/s {2}[\d.]+ s$/,
    );
    const accuracy = Number(
      /^([\d.]+) % of the test images are right, trained at [\d,]+ images per second$/m.exec(result.out)![1],
    );
    expect(accuracy).toBeGreaterThan(90);
    expect(result.out.match(/^[ ▀▄█]+$/gm)!.length).toBeGreaterThanOrEqual(11);
    expect(result.out.match(/\d \([\d.]+ %\), (right|it is \d)/g)).toHaveLength(6);

    const weights = io.load(join(out, 'mnist.safetensors'));
    expect(Object.entries(weights).map(([name, x]) => [name, x.shape])).toEqual([
      ['1.bias', [512]],
      ['1.weight', [512, 784]],
      ['3.bias', [256]],
      ['3.weight', [256, 512]],
      ['5.bias', [10]],
      ['5.weight', [10, 256]],
    ]);
    expect(io.loadMetadata(join(out, 'mnist.safetensors')).testAccuracy).toBe(`${accuracy.toFixed(2)} %`);
    expect(readFileSync(join(out, 'learning-curve.svg'), 'utf8')).toMatch(/^<svg/);
  });
  it('gives the same weights for the same seed, others for another', async () => {
    const weights = async (name: string, ...args: string[]): Promise<Buffer> => {
      const out = join(folder, name);
      const { code, err } = await mnist('--epochs', '1', '--batch-size', '50', '--data', folder, '--out', out, ...args);
      expect([code, err]).toEqual([0, '']);
      return readFileSync(join(out, 'mnist.safetensors'));
    };
    const [a, b, c] = [
      await weights('a', '--threads', '1'),
      await weights('b', '--threads', '2'),
      await weights('c', '--seed', '2'),
    ];
    expect(b.equals(a)).toBe(true);
    expect(c.equals(a)).toBe(false);
  });
  it('has help', async () => {
    const { code, out } = await mnist('--help');
    expect(code).toBe(0);
    for (const option of [
      '--epochs',
      '--batch-size',
      '--lr',
      '--optimizer',
      '--backend',
      '--seed',
      '--threads',
      '--data',
      '--out',
    ])
      expect(out).toContain(option);
    for (const name of ['sgd', 'momentum', 'adagrad', 'rmsprop', 'adam', 'adamw']) expect(out).toContain(`"${name}"`);
  });
  it.each([
    [['--epochs', '0'], 'It must be a whole number ≥ 1.'],
    [['--batch-size', 'many'], 'It must be a whole number ≥ 1.'],
    [['--lr', '-1'], 'It must be a number above 0.'],
    [['--optimizer', 'magic'], 'Allowed choices are sgd, momentum, adagrad, rmsprop, adam, adamw.'],
    [['--backend', 'abacus'], 'Allowed choices are native, wasm, reference.'],
    [['--data', '/no/such/folder'], 'mnist: /no/such/folder/train-images-idx3-ubyte is not there'],
  ])('refuses %j', async (args, message) => {
    const out = join(folder, 'nothing');
    const { code, err } = await mnist(...args, '--out', out);
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
    expect(existsSync(out)).toBe(false);
  });
});
