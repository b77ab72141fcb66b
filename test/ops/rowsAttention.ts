/** Attention: its kernels in every form they have, against the reference, and the composed form against the kernels. */
import { Generator, nn, ones, tril } from '../../src/index.ts';
import { type AttentionOptions, attentionWithWeights, selfAttention } from '../../src/ops/attention.ts';
import type { Tolerance } from './compare.ts';
import { floats, type OpRow, row, type Spec } from './row.ts';
import type { Shape } from './samples.ts';

const tolerance: Tolerance = { rtol: 2e-5, atol: 4e-6, scale: 4 };
const { scaledDotProductAttention } = nn.functional;

/** '2×3·3×4' as shapes. */
const lists = (text: string): Shape[][] =>
  text.split(' ').map((list) => list.split('·').map((shape) => shape.split('×').map(Number)));

function attention(call: string, options: AttentionOptions, shapes: string): OpRow {
  const generator = (): Generator | undefined => (options.dropoutP === undefined ? undefined : new Generator(7));
  return row(
    'scaledDotProductAttention',
    call,
    (q, k, v) => scaledDotProductAttention(q, k, v, { ...options, generator: generator() }),
    true,
    lists(shapes),
    { dtypes: floats, tolerance },
  );
}
/** The same with a fourth input, the mask. */
function masked(call: string, mask: Spec, shapes: string, more: AttentionOptions = {}): OpRow {
  return row(
    'scaledDotProductAttention',
    call,
    (q, k, v, attnMask) => scaledDotProductAttention(q, k, v, { attnMask, ...more }),
    true,
    lists(shapes).map((list) => [...list, mask]),
    { dtypes: floats, tolerance },
  );
}

export function attentionRows(): OpRow[] {
  return [
    attention('', {}, '1×2×3×2·1×2×4×2·1×2×4×3 3×2·4×2·4×1 2×65×9·2×70×9·2×70×17 1×20×130×16·1×20×67×16·1×20×67×8'),
    row(
      'attentionWithWeights',
      '',
      (q, k, v) => attentionWithWeights(q, k, v).weights.matmul(v),
      true,
      lists('1×2×3×2·1×2×4×2·1×2×4×3 2×1×65×9·2×1×70×9·2×1×70×17'),
      { dtypes: floats, tolerance },
    ),
    ...[false, true].map((causal) =>
      row(
        'selfAttention',
        causal ? '(causal)' : '',
        (x) => selfAttention(x, 2, causal, 0),
        true,
        lists('1×3×12 2×70×30 9×66×24'),
        { dtypes: floats, tolerance },
      ),
    ),
    attention(
      '(causal)',
      { isCausal: true },
      '1×1×3×2·1×1×4×2·1×1×4×3 2×3×130×8·2×3×131×8·2×3×131×16 2×9×70×8·2×9×65×8·2×9×65×8',
    ),
    attention('(causal, more queries than keys)', { isCausal: true }, '5×2·2×2·2×2 1×130×4·1×3×4·1×3×4'),
    attention('(scale)', { scale: -0.3 }, '2×3×2·2×2×2·2×2×2'),
    attention('(groups)', { enableGqa: true }, '1×4×3×2·1×2×2×2·1×2×2×2 2×6×66×4·2×2×3×4·2×2×3×5'),
    attention('(broadcast)', {}, '2×1×3×2·2×2×2·1×1×2×2 3×1×3×5×4·2×3×7×4·1×3×7×4'),
    attention('(dropout)', { dropoutP: 0.3 }, '1×2×3×2·1×2×3×2·1×2×3×2 2×3×67×4·2×3×69×4·2×3×69×4'),
    attention('(dropout 1)', { dropoutP: 1 }, '1×2×2·1×3×2·1×3×2'),
    attention('(no key)', {}, '2×3×2·2×0×2·2×0×3 0×3×2·0×2×2·0×2×2'),
    // In the large one the first query sees nothing.
    row(
      'scaledDotProductAttention',
      '(staircase)',
      (q, k, v) => {
        const attnMask = tril(ones([q.size(-2), k.size(-2)], { dtype: 'bool' }), { diagonal: k.size(-2) > 4 ? -1 : 0 });
        return scaledDotProductAttention(q, k, v, { attnMask });
      },
      true,
      lists('1×2·4×2·4×1 2×70×4·2×130×4·2×130×4'),
      { dtypes: floats, tolerance },
    ),
    masked('(bool mask)', { shape: [2, 1, 3, 4], dtype: 'bool', domain: [0, 2] }, '2×2×3×2·2×2×4×2·2×2×4×2'),
    masked('(bool mask of keys)', { shape: [9], dtype: 'bool', domain: [0, 2] }, '2×3×2·2×9×2·2×9×2'),
    masked('(float mask with a gradient)', { shape: [3, 4] }, '2×3×2·2×4×2·2×4×2'),
    masked('(mask, groups, dropout)', { shape: [2, 1, 4], dtype: 'bool', domain: [0, 2] }, '2×3×2·1×4×2·1×4×2', {
      enableGqa: true,
    }),
  ];
}
