/** What the `kind` and `mode` words of records stand for: the place in these lists. */

/**
 * sum, prod, logSumExp: of all elements so far; max, min: the int32 index of the last such element so far, or of the last NaN;
 * recurrence: y[i] = factor[i]·y[i − 1] + x[i].
 */
export const scanKinds = ['sum', 'prod', 'max', 'min', 'logSumExp', 'recurrence'] as const;

export const reduceKinds = ['sum', 'mean', 'prod', 'max', 'min', 'argmax', 'argmin', 'any', 'all'] as const;

/** What becomes of an element of y that meets one of x: it is replaced (the last one stays), or both make their sum, product or extreme. */
export const scatterModes = ['replace', 'add', 'prod', 'amax', 'amin'] as const;

/** uniform: a + (b − a)·U[0,1); normal: mean a, deviation b; bernoulli: 1 with probability a. */
export const randomKinds = ['uniform', 'normal', 'bernoulli'] as const;
