/** `npm run generate` writes the generated files; `--check` fails when they are not what the spec gives. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import * as assembly from './assembly.ts';
import { elementwiseKernels } from './assemblyElementwise.ts';
import * as cpp from './cpp.ts';
import { makePlan } from './plan.ts';
import * as typescript from './typescript.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const plan = makePlan();
const files: Record<string, string> = {
  'assembly/generated/opcodes.ts': assembly.opcodes(plan),
  'assembly/generated/elementwise.ts': elementwiseKernels(plan),
  'assembly/generated/optimizers.ts': assembly.optimizerSteps(plan),
  'native/generated/opcodes.h': cpp.header(plan),
  'native/generated/elementwise.inl': cpp.elementwiseBlocks(plan),
  'native/generated/optimizers.inl': cpp.optimizerSteps(plan),
  'src/kernels/opcodes.generated.ts': typescript.opcodes(plan),
  'src/kernels/records.generated.ts': typescript.records(plan),
  'src/ops/elementwise.generated.ts': typescript.functions(plan, 'public'),
  'src/ops/internal.generated.ts': typescript.functions(plan, 'internal'),
  'src/backend/reference/kernels.generated.ts': typescript.reference(plan),
};

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [path, text] of Object.entries(files)) {
  const file = resolve(root, path);
  const wanted = path.endsWith('.ts')
    ? await prettier.format(text, { ...(await prettier.resolveConfig(file)), parser: 'typescript' })
    : text;
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) continue;
  stale.push(path);
  if (!check) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, wanted);
  }
}
if (check && stale.length) {
  console.error(`stale generated files: ${stale.join(', ')}. Run npm run generate and commit what it writes.`);
  process.exit(1);
}
console.log(`${Object.keys(files).length} generated files, ${stale.length} ${check ? 'stale' : 'rewritten'}`);
