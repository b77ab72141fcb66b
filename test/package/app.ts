/** An app as a user has it: a folder whose node_modules holds what npm would install, and the ways to bundle it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as esbuild, type BuildOptions } from 'esbuild';
import { build as vite, createServer } from 'vite';
import webpack from 'webpack';
import { builds } from '../../src/backend/wasm/features.ts';

/** The empty icon spares a request for one. */
const page = '<!doctype html><link rel="icon" href="data:,"><script type="module" src="./main.js"></script>';
const root = fileURLToPath(new URL('../..', import.meta.url));

/** An app with one script, main.js. The package is built from the sources as they are, packed, and unpacked where the app finds it. */
export function installApp(script: string): App {
  const folder = mkdtempSync(join(tmpdir(), 'descend-app-'));
  const stage = join(folder, 'stage');
  const quiet = { cwd: root, stdio: 'pipe' } as const;
  execFileSync(
    join(root, 'node_modules/.bin/tsdown'),
    ['--out-dir', join(stage, 'dist'), '--no-dts', '--logLevel', 'error'],
    quiet,
  );
  for (const name of ['package.json', 'README.md', 'LICENSE']) cpSync(join(root, name), join(stage, name));
  const npm = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
  const tarball = execFileSync('npm', npm, { ...quiet, cwd: stage, encoding: 'utf8' }).trim();
  const installed = join(folder, 'app', 'node_modules', 'descend');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components=1']);
  const app = new App(join(folder, 'app'), () => rmSync(folder, { recursive: true }));
  app.write('package.json', '{ "name": "app", "private": true, "type": "module" }');
  app.write('index.html', page);
  app.write('main.js', script);
  return app;
}

export class App {
  /** The installed package. */
  readonly installed: string;

  constructor(
    readonly folder: string,
    readonly remove: () => void,
  ) {
    this.installed = join(folder, 'node_modules', 'descend');
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** The folder of the built page. */
  async vite(name: string): Promise<string> {
    const outDir = join(this.folder, name);
    await vite({
      root: this.folder,
      configFile: false,
      logLevel: 'error',
      build: { outDir, rollupOptions: { input: join(this.folder, 'index.html') } },
    });
    return outDir;
  }

  /** Vite's server for development, which bundles dependencies by itself. */
  async viteServer(): Promise<{ url: string; close: () => Promise<void> }> {
    const server = await createServer({ root: this.folder, configFile: false, logLevel: 'error', server: { port: 0 } });
    await server.listen();
    return { url: server.resolvedUrls!.local[0]!, close: () => server.close() };
  }

  async webpack(name: string): Promise<string> {
    const outDir = join(this.folder, name);
    const compiler = webpack({
      context: this.folder,
      entry: './main.js',
      mode: 'production',
      output: { path: outDir, filename: 'main.js' },
      performance: false,
    });
    await new Promise<void>((done, fail) => {
      compiler.run((error, stats) => {
        if (error) fail(error);
        else if (stats!.hasErrors() || stats!.hasWarnings()) fail(new Error(stats!.toString()));
        else compiler.close((closing) => (closing ? fail(closing) : done()));
      });
    });
    this.page(outDir);
    return outDir;
  }

  async esbuild(name: string, options: BuildOptions = {}): Promise<string> {
    const outDir = join(this.folder, name);
    await esbuild({
      absWorkingDir: this.folder,
      entryPoints: ['main.js'],
      outdir: outDir,
      bundle: true,
      minify: true,
      format: 'esm',
      logLevel: 'silent',
      ...options,
    });
    this.page(outDir);
    return outDir;
  }

  /** Puts the files of kernels into a folder, as those do who host them. */
  copyKernels(to: string): void {
    mkdirSync(to, { recursive: true });
    for (const build of builds) {
      const name = `descend.${build}.wasm`;
      cpSync(join(this.installed, 'dist', name), join(to, name));
    }
  }

  private page(outDir: string): void {
    writeFileSync(join(outDir, 'index.html'), page);
  }
}

/** The files of a built page, by name. */
export function filesIn(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(entries.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name))]));
}

/** All the scripts of a built page, one after another. */
export function scriptsIn(folder: string): string {
  const scripts = [...filesIn(folder)].filter(([name]) => name.endsWith('.js'));
  return scripts.map(([, text]) => text.toString()).join('\n');
}
