/** Choosing a backend, and what happens to tensors of another one. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/backend/node.ts';
import { BackendError, backendInfo, init, setNumThreads, StateError, tensor } from '../../src/index.ts';

describe('in this process', () => {
  afterEach(() => useBackend('native'));

  it('init chooses, and says so', async () => {
    const info = await init({ backend: 'reference' });
    expect(info).toEqual({ name: 'reference', isa: 'javascript', threads: 1, why: 'reference was asked for' });
    expect(tensor([1]).storage.backend.name).toBe('reference');
    expect(await init({ backend: 'native', threads: 2 })).toMatchObject({ name: 'native', threads: 2 });
    setNumThreads(1);
    expect(backendInfo().threads).toBe(1);
  });
  it('a backend that is not there is an error', async () => {
    await expect(init({ backend: 'cuda' as never })).rejects.toThrow(
      new BackendError('there is no backend "cuda"; choose one of native, wasm, reference.'),
    );
  });
  it('the options of browsers: wasm says nothing, build is refused', async () => {
    await expect(init({ wasm: '/kernels/', threads: 1 })).resolves.toMatchObject({ name: 'native', threads: 1 });
    await expect(init({ build: 'simd' })).rejects.toThrow(
      new BackendError('init: build is for browsers; in Node set DESCEND_WASM_BUILD=simd.'),
    );
  });
  it('a tensor of another backend throws', () => {
    useBackend('native');
    const x = tensor([1, 2]);
    useBackend('reference');
    expect(() => x.add(1)).toThrow(StateError);
    expect(() => x.add(1)).toThrow(
      'tensor float32[2] lives on the native backend, but reference is in use. Choose the backend before making tensors.',
    );
    useBackend('native');
    expect(x.add(1).toArray()).toEqual([2, 3]);
  });
});

describe('in a fresh process', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const script =
    "import { backendInfo } from './src/index.ts'; const { name, isa, threads, why } = backendInfo(); console.log([name, isa, threads, why].join('|'));";
  const start = (env: Record<string, string>): string => {
    const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('DESCEND_')));
    return execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: root,
      env: { ...clean, ...env },
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  };
  it('native is chosen unless told otherwise', () =>
    expect(start({})).toMatch(/^native\|(baseline|avx2|avx512|neon)\|\d+\|the fastest one here$/));
  it('DESCEND_NUM_THREADS sets threads', () => expect(start({ DESCEND_NUM_THREADS: '3' }).split('|')[2]).toBe('3'));
  it('DESCEND_ISA goes down', () => expect(start({ DESCEND_ISA: 'baseline' }).split('|')[1]).toBe('baseline'));
  it('and is an error where it names none that is here', () =>
    expect(() => start({ DESCEND_ISA: 'avx1024' })).toThrow(
      'native: DESCEND_ISA is "avx1024", which is not here. Unset it, or name one up to',
    ));
  it('DESCEND_BACKEND forces one', () =>
    expect(start({ DESCEND_BACKEND: 'reference' })).toBe('reference|javascript|1|DESCEND_BACKEND is reference'));
  it('a forced one that does not exist is an error', () => {
    expect(() => start({ DESCEND_BACKEND: 'cuda' })).toThrow(
      'there is no backend "cuda"; choose one of native, wasm, reference.',
    );
  });
  it('without an addon the WASM backend runs, and says why', () =>
    expect(start({ DESCEND_ADDON: '/nowhere/descend.node' })).toMatch(
      /^wasm\|wasm (?:(?:relaxed|simd)-threads|scalar)\|\d+\|the next best: native: the addon was not built \(.*npm rebuild descend/,
    ));
  it('a forced one: an addon that is not there is an error that says what to do', () => {
    expect(() => start({ DESCEND_BACKEND: 'native', DESCEND_ADDON: '/nowhere/descend.node' })).toThrow(
      'native: the addon was not built (/nowhere/descend.node is not there). Install a C++ compiler, make and python3, then run npm rebuild descend',
    );
  });
  it('a forced one: an addon that does not load is an error too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'descend-'));
    const path = join(folder, 'descend.node');
    writeFileSync(path, 'not a library');
    try {
      expect(() => start({ DESCEND_BACKEND: 'native', DESCEND_ADDON: path })).toThrow(
        /native: .*descend\.node does not load: .*Rebuild it with npm run build:addon\./,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
