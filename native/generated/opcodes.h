// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.
#pragma once

namespace descend {

enum Opcode {
  op_gemm,
  op_reduce,
  op_softmax,
  op_softmaxBackward,
  op_crossEntropy,
  op_crossEntropyBackward,
  op_norm,
  op_normBackward,
  op_gather,
  op_scatter,
  op_random,
  op_scan,
  op_recurrent,
  op_recurrentBackward,
  op_sort,
  op_conv,
  op_pool,
  op_attention,
  op_attentionBackward,
  op_sgd,
  op_adagrad,
  op_rmsprop,
  op_adam,
  op_nadam,
  op_radam,
  op_sparseAdam,
  op_adamax,
  op_adadelta,
  op_rprop,
  op_asgd,
  op_lion,
  op_copy,
  op_add,
  op_sub,
  op_mul,
  op_div,
  op_pow,
  op_remainder,
  op_fmod,
  op_floorDivide,
  op_neg,
  op_abs,
  op_sign,
  op_square,
  op_reciprocal,
  op_maximum,
  op_minimum,
  op_fmax,
  op_fmin,
  op_hypot,
  op_copysign,
  op_addcmul,
  op_addcdiv,
  op_clamp,
  op_lerp,
  op_floor,
  op_ceil,
  op_round,
  op_trunc,
  op_frac,
  op_exp,
  op_exp2,
  op_expm1,
  op_log,
  op_log1p,
  op_log2,
  op_log10,
  op_sqrt,
  op_rsqrt,
  op_sin,
  op_cos,
  op_tan,
  op_asin,
  op_acos,
  op_atan,
  op_atan2,
  op_sinh,
  op_cosh,
  op_tanh,
  op_asinh,
  op_acosh,
  op_atanh,
  op_erf,
  op_erfc,
  op_erfinv,
  op_lgamma,
  op_digamma,
  op_polygamma,
  op_relu,
  op_leakyRelu,
  op_elu,
  op_selu,
  op_celu,
  op_sigmoid,
  op_logit,
  op_logSigmoid,
  op_softsign,
  op_mish,
  op_hardsigmoid,
  op_hardswish,
  op_silu,
  op_softplus,
  op_geluErf,
  op_geluTanh,
  op_eq,
  op_ne,
  op_lt,
  op_le,
  op_gt,
  op_ge,
  op_logicalAnd,
  op_logicalOr,
  op_logicalXor,
  op_logicalNot,
  op_bitwiseAnd,
  op_bitwiseOr,
  op_bitwiseXor,
  op_bitwiseLeftShift,
  op_bitwiseRightShift,
  op_isnan,
  op_isinf,
  op_isfinite,
  op_where,
  op_maskedFill,
  op_nanToNum,
  op_isclose,
  op_squaredError,
  op_absoluteError,
  op_huberError,
  op_binaryCrossEntropyError,
  op_binaryCrossEntropyLogitsError,
  op_maskScale,
  op_div_db,
  op_pow_da,
  op_pow_db,
  op_remainder_db,
  op_fmod_db,
  op_floorDivide_da,
  op_abs_dx,
  op_square_dx,
  op_reciprocal_dx,
  op_maximum_da,
  op_maximum_db,
  op_minimum_da,
  op_minimum_db,
  op_fmax_da,
  op_fmax_db,
  op_fmin_da,
  op_fmin_db,
  op_hypot_da,
  op_copysign_da,
  op_addcmul_da,
  op_addcdiv_da,
  op_addcdiv_db,
  op_clamp_dx,
  op_lerp_da,
  op_lerp_dweight,
  op_exp2_dx,
  op_expm1_dx,
  op_log1p_dx,
  op_log2_dx,
  op_log10_dx,
  op_sqrt_dx,
  op_rsqrt_dx,
  op_sin_dx,
  op_cos_dx,
  op_tan_dx,
  op_asin_dx,
  op_acos_dx,
  op_atan_dx,
  op_atan2_da,
  op_atan2_db,
  op_sinh_dx,
  op_cosh_dx,
  op_tanh_dx,
  op_asinh_dx,
  op_acosh_dx,
  op_atanh_dx,
  op_erf_dx,
  op_erfc_dx,
  op_erfinv_dx,
  op_lgamma_dx,
  op_digamma_dx,
  op_polygamma_dx,
  op_relu_dx,
  op_leakyRelu_dx,
  op_elu_dx,
  op_selu_dx,
  op_celu_dx,
  op_sigmoid_dx,
  op_logit_dx,
  op_logSigmoid_dx,
  op_hardtanh_dx,
  op_softsign_dx,
  op_mish_dx,
  op_hardsigmoid_dx,
  op_hardswish_dx,
  op_preluSlopes_dweight,
  op_silu_dx,
  op_softplus_dx,
  op_geluErf_dx,
  op_geluTanh_dx,
  op_where_da,
  op_where_db,
  op_nanToNum_dx,
  op_squaredError_da,
  op_squaredError_db,
  op_absoluteError_da,
  op_absoluteError_db,
  op_huberError_da,
  op_huberError_db,
  op_binaryCrossEntropyError_da,
  op_binaryCrossEntropyError_db,
  op_binaryCrossEntropyLogitsError_dx,
  op_binaryCrossEntropyLogitsError_dt,
  op_binaryCrossEntropyLogitsError_dposWeight,
  op_maskScale_dx,
  op_count
};
constexpr int op_first_elementwise = 31;

enum ReduceKind { reduce_sum, reduce_mean, reduce_prod, reduce_max, reduce_min, reduce_argmax, reduce_argmin, reduce_any, reduce_all };
enum ScanKind { scan_sum, scan_prod, scan_max, scan_min, scan_logSumExp, scan_recurrence };
enum RecurrentKind { recurrent_tanh, recurrent_relu, recurrent_lstm, recurrent_gru };
enum RandomKind { random_uniform, random_normal, random_bernoulli };
enum ScatterMode { scatter_replace, scatter_add, scatter_prod, scatter_amax, scatter_amin };
enum ConvKind { conv_forward, conv_input, conv_weight };
enum PoolKind { pool_max, pool_avg, pool_avgBackward, pool_maxBackward };

// C[i,j] = Σ A[i,k]·B[k,j] + bias[j] for every index of the batch dims. C has column stride 1; bias 0 means none.
namespace gemm_word {
enum { dtype = 2, m = 3, n = 4, k = 5, a = 6, aRow = 7, aCol = 8, b = 9, bRow = 10, bCol = 11, c = 12, cRow = 13, bias = 14, ndim = 15, dims = 16 };
}
// Reduces all dims after the first `kept` ones; y is contiguous. kind: see reduceKinds. Sums of integers go to int32.
namespace reduce_word {
enum { dtype = 2, kind = 3, x = 4, y = 5, kept = 6, ndim = 7, dims = 8 };
}
// softmax, or logSoftmax when log is 1, of every row of a contiguous matrix.
namespace softmax_word {
enum { dtype = 2, log = 3, rows = 4, cols = 5, x = 6, y = 7, dims = 8 };
}
// The gradient of softmax or logSoftmax from its output y, contiguous.
namespace softmaxBackward_word {
enum { dtype = 2, log = 3, rows = 4, cols = 5, g = 6, y = 7, dx = 8, dims = 9 };
}
// Of each row of a contiguous matrix minus the log-softmax at its int32 target, `smoothing` of it taken from all columns. stats [rows, 2]: the largest element, log Σ e^(x − largest).
namespace crossEntropy_word {
enum { dtype = 2, rows = 3, cols = 4, smoothing = 5, x = 6, target = 7, loss = 8, stats = 9, dims = 10 };
}
// The gradient of crossEntropy by x from that of each row, g [rows].
namespace crossEntropyBackward_word {
enum { dtype = 2, rows = 3, cols = 4, smoothing = 5, g = 6, x = 7, target = 8, stats = 9, dx = 10, dims = 11 };
}
// Normalises contiguous x [runs, samples · groups, k, inner], of which runs or samples is 1: (x − mean) / √(variance + eps) · weight + bias, mean (0 unless centered) and variance being those of each of the samples · groups, weight and bias [groups, k]. inner is 1 only where runs is.
namespace norm_word {
enum { dtype = 2, centered = 3, runs = 4, samples = 5, groups = 6, k = 7, inner = 8, eps = 9, x = 10, weight = 11, bias = 12, y = 13, mean = 14, variance = 15, dims = 16 };
}
// The gradient of norm. The samples · groups are cut into `chunks` of equal size, the last ones smaller; work, for dweight or dbias, is float64 [chunks, 2, groups · k]: what each adds to them.
namespace normBackward_word {
enum { dtype = 2, centered = 3, runs = 4, samples = 5, groups = 6, k = 7, inner = 8, eps = 9, chunks = 10, g = 11, x = 12, weight = 13, mean = 14, variance = 15, dx = 16, dweight = 17, dbias = 18, work = 19, dims = 20 };
}
// y[i] = x[i with its coordinate `dim` replaced by index[i]]; sizes are those of index. A bad index stops the kernel.
namespace gather_word {
enum { dtype = 2, x = 3, y = 4, index = 5, indexDtype = 6, dim = 7, dimSize = 8, ndim = 9, dims = 10 };
}
// Puts x[i] into y[i with its coordinate `dim` replaced by index[i]], in the order of i; sizes are those of index. mode: see scatterModes.
namespace scatter_word {
enum { dtype = 2, x = 3, y = 4, index = 5, indexDtype = 6, dim = 7, dimSize = 8, ndim = 9, mode = 10, dims = 11 };
}
// n contiguous Philox 4×32-10 numbers from the (seed, counter) in the cell, which it advances. kind: see randomKinds.
namespace random_word {
enum { dtype = 2, kind = 3, n = 4, y = 5, cell = 6, a = 7, b = 8, dims = 9 };
}
// y[i] from x[0] to x[i] along the middle dim of contiguous [outer, n, inner]; from the last on when reverse is 1. kind: see scanKinds.
namespace scan_word {
enum { dtype = 2, kind = 3, reverse = 4, outer = 5, n = 6, inner = 7, x = 8, factor = 9, y = 10, dims = 11 };
}
// One step of an RNN, LSTM or GRU, from the sums in gates (of the inputs) and product (of the hidden states), [gates · hidden] a row: makes rows `after` of h and c from rows `before`, and puts the activated gates into gates. kind: see recurrentKinds; at, before, after and productAt are the first of `rows` rows.
namespace recurrent_word {
enum { dtype = 2, kind = 3, rows = 4, hidden = 5, at = 6, before = 7, after = 8, productAt = 9, gates = 10, product = 11, h = 12, c = 13, dims = 14 };
}
// The gradient of recurrent: dgates, and dproduct for GRU, from dh and dc of this step, `through` (from the next step, by its gates) and carry (past them), whose rows are the first; carry becomes that of the step before.
namespace recurrentBackward_word {
enum { dtype = 2, kind = 3, rows = 4, hidden = 5, at = 6, before = 7, after = 8, productAt = 9, gates = 10, product = 11, h = 12, c = 13, dh = 14, dc = 15, through = 16, carry = 17, dgates = 18, dproduct = 19, dims = 20 };
}
// The order of each row of a contiguous matrix as int32 indices: stable, NaN above all. work: (2k + 4)·rows·cols bytes, k those of x, at least 4.
namespace sort_word {
enum { dtype = 2, descending = 3, rows = 4, cols = 5, x = 6, index = 7, work = 8, dims = 9 };
}
// y = x ∗ weight, or x or weight as the gradient that y stands for; three dims, channels of a group, all contiguous. kind: see convKinds.
namespace conv_word {
enum { dtype = 2, kind = 3, batch = 4, groups = 5, inChannels = 6, outChannels = 7, parts = 8, x = 9, weight = 10, y = 11, bias = 12, work = 13, ndim = 14, dims = 15 };
}
// Windows of contiguous planes of three dims. divisor: that of an average, 0 for the elements of x in the window, -1 for those of padding too. kind: see poolKinds.
namespace pool_word {
enum { dtype = 2, kind = 3, planes = 4, adaptive = 5, divisor = 6, x = 7, y = 8, index = 9, ndim = 10, dims = 11 };
}
// y = softmax(scale q kᵀ + mask) v over [batch, heads, rows, cols]; size is [batch, heads, rows, keys]. Last dims are contiguous, but for the mask's. lse [batch, heads, rows]: logarithms of the sums, ∞ for rows that see no key. keep < 1 keeps weights by the bits of a bernoulli of that size, from the cell, which is copied to state and advanced.
namespace attention_word {
enum { dtype = 2, causal = 3, scale = 4, keep = 5, kvHeads = 6, cols = 7, vCols = 8, maskDtype = 9, q = 10, k = 11, v = 12, y = 13, lse = 14, mask = 15, state = 16, cell = 17, ndim = 18, dims = 19 };
}
// The gradients of attention from what it took and gave, and g, that of y.
namespace attentionBackward_word {
enum { dtype = 2, causal = 3, scale = 4, keep = 5, kvHeads = 6, cols = 7, vCols = 8, maskDtype = 9, q = 10, k = 11, v = 12, y = 13, lse = 14, mask = 15, state = 16, g = 17, dq = 18, dk = 19, dv = 20, ndim = 21, dims = 22 };
}

}  // namespace descend
