/** In which order a sum of products of tensors costs least. */

/** How many values each label takes. */
export type Sizes = Map<string, number>;
type Labels = readonly string[];
/** Two positions in the list of tensors that are left; their product goes to its end. */
type Step = readonly [number, number];

/** Beyond, trying every order takes longer than the products: 3ⁿ. */
const mostExact = 8;

const union = (a: Labels, b: Labels): string[] => [...new Set([...a, ...b])];
const cells = (labels: Labels, sizes: Sizes): number => labels.reduce((n, label) => n * sizes.get(label)!, 1);

/** Pairs to multiply, one after the other, until one is left. Multiplications are counted. */
export function contractionOrder(terms: readonly Labels[], output: Labels, sizes: Sizes): Step[] {
  if (terms.length < 3) return terms.length === 2 ? [[0, 1]] : [];
  return terms.length <= mostExact ? exact(terms, output, sizes) : greedy(terms, output, sizes);
}

/** Dynamic programming over subsets, which are bit masks: the best way to make each from two parts. */
function exact(terms: readonly Labels[], output: Labels, sizes: Sizes): Step[] {
  const every = (1 << terms.length) - 1;
  const members = (mask: number): Labels[] => terms.filter((_, i) => mask & (1 << i));
  const all = new Array<Labels>(every + 1);
  const left = new Array<Labels>(every + 1);
  const cost = new Float64Array(every + 1);
  const split = new Int32Array(every + 1);
  for (let mask = 1; mask <= every; mask++) {
    all[mask] = [...new Set(members(mask).flat())];
    const outside = new Set([...output, ...members(every & ~mask).flat()]);
    left[mask] = all[mask]!.filter((label) => outside.has(label));
    if ((mask & (mask - 1)) === 0) continue;
    cost[mask] = Infinity;
    // Each pair of parts once: the one that has the lowest bit comes first.
    const lowest = mask & -mask;
    for (let part = (mask - 1) & mask; part > 0; part = (part - 1) & mask) {
      if (!(part & lowest)) continue;
      const other = mask & ~part;
      const total = cost[part]! + cost[other]! + cells(union(left[part]!, left[other]!), sizes);
      if (total < cost[mask]!) {
        cost[mask] = total;
        split[mask] = part;
      }
    }
  }
  const list = terms.map((_, i) => 1 << i);
  const steps: Step[] = [];
  const make = (mask: number): void => {
    if ((mask & (mask - 1)) === 0) return;
    const [part, other] = [split[mask]!, mask & ~split[mask]!];
    make(part);
    make(other);
    const step: Step = [list.indexOf(part), list.indexOf(other)];
    steps.push(step);
    for (const at of [...step].sort((a, b) => b - a)) list.splice(at, 1);
    list.push(mask);
  };
  make(every);
  return steps;
}

/** The pair next that shrinks memory most, the cheaper one of equals. Smith & Gray 2018, https://doi.org/10.21105/joss.00753 */
function greedy(terms: readonly Labels[], output: Labels, sizes: Sizes): Step[] {
  const steps: Step[] = [];
  const list = [...terms];
  while (list.length > 1) {
    let best: { step: Step; result: Labels; growth: number; cost: number } | null = null;
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const both = union(list[i]!, list[j]!);
        const outside = new Set([...output, ...list.filter((_, k) => k !== i && k !== j).flat()]);
        const result = both.filter((label) => outside.has(label));
        const growth = cells(result, sizes) - cells(list[i]!, sizes) - cells(list[j]!, sizes);
        const cost = cells(both, sizes);
        if (best === null || growth < best.growth || (growth === best.growth && cost < best.cost))
          best = { step: [i, j], result, growth, cost };
      }
    }
    const { step, result } = best!;
    steps.push(step);
    list.splice(step[1], 1);
    list.splice(step[0], 1);
    list.push(result);
  }
  return steps;
}
