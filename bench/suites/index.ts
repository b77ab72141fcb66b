/** The suites of native kernels, in the order they run. */
import type { Suite } from '../measure.ts';
import { attention } from './attention.ts';
import { conv } from './conv.ts';
import { dispatch } from './dispatch.ts';
import { elementwise } from './elementwise.ts';
import { gemmRandom } from './gemmRandom.ts';
import { matmul } from './matmul.ts';
import { overhead } from './overhead.ts';
import { training } from './training.ts';

export const suites: readonly Suite[] = [
  dispatch,
  overhead,
  matmul,
  gemmRandom,
  elementwise,
  conv,
  attention,
  training,
];
