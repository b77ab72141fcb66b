/** What the `kind` and `mode` words of records stand for: the place in these lists. */

/**
 * sum, prod, logSumExp: of all elements so far; max, min: the int32 index of the last such element so far, or of the last NaN;
 * recurrence: y[i] = factor[i]·y[i − 1] + x[i].
 */
export const scanKinds = ['sum', 'prod', 'max', 'min', 'logSumExp', 'recurrence'] as const;

/** What a recurrent layer's step computes: RNN with either nonlinearity, LSTM, GRU. */
export const recurrentKinds = ['tanh', 'relu', 'lstm', 'gru'] as const;

export const reduceKinds = ['sum', 'mean', 'prod', 'max', 'min', 'argmax', 'argmin', 'any', 'all'] as const;

/** What becomes of an element of y that meets one of x: it is replaced (the last one stays), or both make their sum, product or extreme. */
export const scatterModes = ['replace', 'add', 'prod', 'amax', 'amin'] as const;

/** uniform: a + (b − a)·U[0,1); normal: mean a, deviation b; bernoulli: 1 with probability a. */
export const randomKinds = ['uniform', 'normal', 'bernoulli'] as const;

/**
 * forward: y from x and weight (+ bias); input: x from y and weight (+ bias), the gradient of x and a transposed convolution; weight:
 * weight from x and y, the batch in `parts` parts whose sums stand in `work`, each [groups, inChannels · taps, outChannels rounded up to 16].
 */
export const convKinds = ['forward', 'input', 'weight'] as const;

/** max: y and the int32 index in its plane of each element; avg: y; the others: x from y, their gradients. */
export const poolKinds = ['max', 'avg', 'avgBackward', 'maxBackward'] as const;
