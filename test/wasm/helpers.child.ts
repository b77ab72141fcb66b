/** Computes on several threads and ends in the middle of it. */
import { backendInfo, ones } from '../../src/index.ts';

let sum = 0;
for (let i = 0; i < 50; i++)
  sum = ones([1 << 20])
    .sum()
    .item();
console.log(JSON.stringify({ threads: backendInfo().threads, sum }));
