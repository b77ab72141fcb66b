/** Attention forward and backward on longer and longer sequences, and the memory that takes. */
import { memory, nn, randn, type Tensor } from '../../src/index.ts';
import { emptyPool } from '../../src/memory.ts';
import type { Case, Suite } from '../measure.ts';
import { render } from '../report.ts';

const lengths = [512, 1024, 2048, 4096];
const [heads, cols] = [4, 32];

function inputs(length: number): [Tensor, Tensor, Tensor] {
  const one = (): Tensor => randn([1, heads, length, cols], { requiresGrad: true });
  return [one(), one(), one()];
}
function attend([q, k, v]: [Tensor, Tensor, Tensor]): void {
  const y = nn.functional.scaledDotProductAttention(q, k, v, { isCausal: true });
  y.backward(y);
  for (const x of [q, k, v]) x.grad = null;
}

function cases(): Case[] {
  return lengths.map((length) => {
    const given = inputs(length);
    // Two products forward and five backward, of half the scores each.
    return { name: `causal, ${length} tokens`, run: () => attend(given), flops: 7 * heads * length * length * cols };
  });
}

export const attention: Suite = { name: 'attention', unit: 'ms', threads: 'all', cases };

/** The most memory that one forward and backward takes, inputs included: what is live, and what waits to be used again. */
export function attentionMemory(): string {
  const rows = lengths.map((length) => {
    emptyPool();
    const before = memory().bytesLive;
    attend(inputs(length));
    const { bytesLive, bytesPooled } = memory();
    const bytes = bytesLive + bytesPooled - before;
    const weights = heads * length * length * 4;
    return [
      `${length} tokens`,
      (bytes / 2 ** 20).toFixed(2),
      (bytes / length).toFixed(0),
      (weights / 2 ** 20).toFixed(0),
    ];
  });
  return render(['attention, forward and backward', 'MiB', 'bytes a token', 'its weights alone would be, MiB'], rows);
}
