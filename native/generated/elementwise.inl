// Generated from src/kernels/spec.ts by `npm run generate`. Do not edit.

struct k_copy {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return i[0];
  }
};
struct k_add {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] + i[1]);
  }
};
struct k_sub {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] - i[1]);
  }
};
struct k_mul {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * i[1]);
  }
};
struct k_div {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] / i[1]);
  }
};
struct k_pow {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return pow(i[0], i[1]);
  }
};
struct k_remainder {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return remainder(i[0], i[1]);
  }
};
struct k_fmod {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return fmod(i[0], i[1]);
  }
};
struct k_floorDivide {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return floorDivide(i[0], i[1]);
  }
};
struct k_neg {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (-i[0]);
  }
};
struct k_abs {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return abs(i[0]);
  }
};
struct k_sign {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return sign(i[0]);
  }
};
struct k_square {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * i[0]);
  }
};
struct k_reciprocal {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (V(1) / i[0]);
  }
};
struct k_maximum {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return maximum(i[0], i[1]);
  }
};
struct k_minimum {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return minimum(i[0], i[1]);
  }
};
struct k_fmax {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(isnan(i[0]), i[1], select(isnan(i[1]), i[0], maximum(i[0], i[1])));
  }
};
struct k_fmin {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(isnan(i[0]), i[1], select(isnan(i[1]), i[0], minimum(i[0], i[1])));
  }
};
struct k_hypot {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return hypot(i[0], i[1]);
  }
};
struct k_copysign {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return copysign(i[0], i[1]);
  }
};
struct k_addcmul {
  static constexpr int in = 4;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] + ((i[3] * i[1]) * i[2]));
  }
};
struct k_addcdiv {
  static constexpr int in = 4;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] + ((i[3] * i[1]) / i[2]));
  }
};
struct k_clamp {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return minimum(maximum(i[0], i[1]), i[2]);
  }
};
struct k_lerp {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[2] < V(5e-1)), (i[0] + (i[2] * (i[1] - i[0]))), (i[1] - ((i[1] - i[0]) * (V(1) - i[2]))));
  }
};
struct k_floor {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return floor(i[0]);
  }
};
struct k_ceil {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ceil(i[0]);
  }
};
struct k_round {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return round(i[0]);
  }
};
struct k_trunc {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return trunc(i[0]);
  }
};
struct k_frac {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] - trunc(i[0]));
  }
};
struct k_exp {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return exp(i[0]);
  }
};
struct k_exp2 {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return exp2(i[0]);
  }
};
struct k_expm1 {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return expm1(i[0]);
  }
};
struct k_log {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return log(i[0]);
  }
};
struct k_log1p {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return log1p(i[0]);
  }
};
struct k_log2 {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return log2(i[0]);
  }
};
struct k_log10 {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return log10(i[0]);
  }
};
struct k_sqrt {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return sqrt(i[0]);
  }
};
struct k_rsqrt {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (V(1) / sqrt(i[0]));
  }
};
struct k_sin {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return sin(i[0]);
  }
};
struct k_cos {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return cos(i[0]);
  }
};
struct k_tan {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return tan(i[0]);
  }
};
struct k_asin {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return asin(i[0]);
  }
};
struct k_acos {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return acos(i[0]);
  }
};
struct k_atan {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return atan(i[0]);
  }
};
struct k_atan2 {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return atan2(i[0], i[1]);
  }
};
struct k_sinh {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return sinh(i[0]);
  }
};
struct k_cosh {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return cosh(i[0]);
  }
};
struct k_tanh {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return tanh(i[0]);
  }
};
struct k_asinh {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return asinh(i[0]);
  }
};
struct k_acosh {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return acosh(i[0]);
  }
};
struct k_atanh {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return atanh(i[0]);
  }
};
struct k_erf {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return erf(i[0]);
  }
};
struct k_erfc {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return erfc(i[0]);
  }
};
struct k_erfinv {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return erfinv(i[0]);
  }
};
struct k_lgamma {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return lgamma(i[0]);
  }
};
struct k_digamma {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return digamma(i[0]);
  }
};
struct k_polygamma {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return polygamma(i[0], i[1]);
  }
};
struct k_relu {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] <= V(0)), V(0), i[0]);
  }
};
struct k_leakyRelu {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] > V(0)), i[0], (i[0] * i[1]));
  }
};
struct k_elu {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] > V(0)), i[0], (i[1] * expm1(i[0])));
  }
};
struct k_selu {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (V(1.0507009873554805e+0) * select((i[0] > V(0)), i[0], (V(1.6732632423543772e+0) * expm1(i[0]))));
  }
};
struct k_celu {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] > V(0)), i[0], (i[1] * expm1((i[0] / i[1]))));
  }
};
struct k_sigmoid {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return sigmoid(i[0]);
  }
};
struct k_logit {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((minimum(maximum(i[0], i[1]), (V(1) - i[1])) < V(2.5e-1)), log((minimum(maximum(i[0], i[1]), (V(1) - i[1])) / (V(1) - minimum(maximum(i[0], i[1]), (V(1) - i[1]))))), log1p((((V(2) * minimum(maximum(i[0], i[1]), (V(1) - i[1]))) - V(1)) / (V(1) - minimum(maximum(i[0], i[1]), (V(1) - i[1]))))));
  }
};
struct k_logSigmoid {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (minimum(i[0], V(0)) - log1p(exp((-abs(i[0])))));
  }
};
struct k_softsign {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] / (V(1) + abs(i[0])));
  }
};
struct k_mish {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * tanh(log1p(exp(i[0]))));
  }
};
struct k_hardsigmoid {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return minimum(maximum(((i[0] / V(6)) + V(5e-1)), V(0)), V(1));
  }
};
struct k_hardswish {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * minimum(maximum(((i[0] / V(6)) + V(5e-1)), V(0)), V(1)));
  }
};
struct k_silu {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * sigmoid(i[0]));
  }
};
struct k_softplus {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] * i[1]) > i[2]), i[0], (log1p(exp((i[0] * i[1]))) / i[1]));
  }
};
struct k_geluErf {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((V(5e-1) * i[0]) * (V(1) + erf((i[0] * V(7.071067811865476e-1)))));
  }
};
struct k_geluTanh {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((V(5e-1) * i[0]) * (V(1) + tanh((V(7.978845608028654e-1) * (i[0] + (((V(4.4715e-2) * i[0]) * i[0]) * i[0]))))));
  }
};
struct k_eq {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] == i[1]), V(1), V(0));
  }
};
struct k_ne {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] != i[1]), V(1), V(0));
  }
};
struct k_lt {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] < i[1]), V(1), V(0));
  }
};
struct k_le {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] <= i[1]), V(1), V(0));
  }
};
struct k_gt {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] > i[1]), V(1), V(0));
  }
};
struct k_ge {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] >= i[1]), V(1), V(0));
  }
};
struct k_logicalAnd {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] != V(0)) & (i[1] != V(0))), V(1), V(0));
  }
};
struct k_logicalOr {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] != V(0)) | (i[1] != V(0))), V(1), V(0));
  }
};
struct k_logicalXor {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] != V(0)) ^ (i[1] != V(0))), V(1), V(0));
  }
};
struct k_logicalNot {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] == V(0)), V(1), V(0));
  }
};
struct k_bitwiseAnd {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return bitwiseAnd(i[0], i[1]);
  }
};
struct k_bitwiseOr {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return bitwiseOr(i[0], i[1]);
  }
};
struct k_bitwiseXor {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return bitwiseXor(i[0], i[1]);
  }
};
struct k_bitwiseLeftShift {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return bitwiseLeftShift(i[0], i[1]);
  }
};
struct k_bitwiseRightShift {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return bitwiseRightShift(i[0], i[1]);
  }
};
struct k_isnan {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(isnan(i[0]), V(1), V(0));
  }
};
struct k_isinf {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(isinf(i[0]), V(1), V(0));
  }
};
struct k_isfinite {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((!isnan(i[0])) & (!isinf(i[0]))), V(1), V(0));
  }
};
struct k_where {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] != V(0)), i[1], i[2]);
  }
};
struct k_maskedFill {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[1] != V(0)), i[2], i[0]);
  }
};
struct k_nanToNum {
  static constexpr int in = 4;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(isnan(i[0]), i[1], select(isinf(i[0]), select((i[0] > V(0)), i[2], i[3]), i[0]));
  }
};
struct k_isclose {
  static constexpr int in = 5;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((((i[0] == i[1]) | ((isnan(i[0]) & isnan(i[1])) & (i[4] != V(0)))) | ((abs((i[0] - i[1])) <= (i[3] + (i[2] * abs(i[1])))) & (!isinf((i[0] - i[1]))))), V(1), V(0));
  }
};
struct k_squaredError {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((i[0] - i[1]) * (i[0] - i[1]));
  }
};
struct k_absoluteError {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return abs((i[0] - i[1]));
  }
};
struct k_huberError {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((abs((i[0] - i[1])) < i[2]), ((V(5e-1) * (i[0] - i[1])) * (i[0] - i[1])), (i[2] * (abs((i[0] - i[1])) - (V(5e-1) * i[2]))));
  }
};
struct k_binaryCrossEntropyError {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (-((i[1] * maximum(log(i[0]), V(-100))) + ((V(1) - i[1]) * maximum(log1p((-i[0])), V(-100)))));
  }
};
struct k_binaryCrossEntropyLogitsError {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (((V(1) - i[1]) * i[0]) + ((V(1) + ((i[2] - V(1)) * i[1])) * (log1p(exp((-abs(i[0])))) + maximum((-i[0]), V(0)))));
  }
};
struct k_maskScale {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[1] != V(0)), (i[0] * i[2]), V(0));
  }
};
struct k_div_db {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (((-i[0]) * i[1]) / i[2]);
  }
};
struct k_pow_da {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] == V(0)), V(0), ((i[1] * i[0]) * pow(i[2], (i[0] - V(1)))));
  }
};
struct k_pow_db {
  static constexpr int in = 4;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] == V(0)) & (i[1] >= V(0))), V(0), ((i[2] * i[3]) * log(i[0])));
  }
};
struct k_remainder_db {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((-i[0]) * floor((i[1] / i[2])));
  }
};
struct k_fmod_db {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((-i[0]) * trunc((i[1] / i[2])));
  }
};
struct k_floorDivide_da {
  static constexpr int in = 1;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * V(0));
  }
};
struct k_abs_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * sign(i[1]));
  }
};
struct k_square_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((V(2) * i[0]) * i[1]);
  }
};
struct k_reciprocal_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (((-i[0]) * i[1]) * i[1]);
  }
};
struct k_maximum_da {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] == i[1]), (i[2] / V(2)), select((i[0] > i[1]), i[2], V(0)));
  }
};
struct k_maximum_db {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] == i[1]), (i[2] / V(2)), select((i[1] > i[0]), i[2], V(0)));
  }
};
struct k_minimum_da {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] == i[1]), (i[2] / V(2)), select((i[0] < i[1]), i[2], V(0)));
  }
};
struct k_minimum_db {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] == i[1]), (i[2] / V(2)), select((i[1] < i[0]), i[2], V(0)));
  }
};
struct k_fmax_da {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] >= i[1]) | isnan(i[1])), i[2], V(0));
  }
};
struct k_fmax_db {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] >= i[1]) | isnan(i[1])), V(0), i[2]);
  }
};
struct k_fmin_da {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] <= i[1]) | isnan(i[1])), i[2], V(0));
  }
};
struct k_fmin_db {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] <= i[1]) | isnan(i[1])), V(0), i[2]);
  }
};
struct k_hypot_da {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * (i[1] / i[2]));
  }
};
struct k_copysign_da {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] == V(0)), V(0), ((i[1] * sign(i[0])) * copysign(V(1), i[2])));
  }
};
struct k_addcmul_da {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((i[0] * i[1]) * i[2]);
  }
};
struct k_addcdiv_da {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((i[0] * i[1]) / i[2]);
  }
};
struct k_addcdiv_db {
  static constexpr int in = 4;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((((-i[0]) * i[1]) * i[2]) / (i[3] * i[3]));
  }
};
struct k_clamp_dx {
  static constexpr int in = 4;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] >= i[1]) & (i[0] <= i[2])), i[3], V(0));
  }
};
struct k_lerp_da {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * (V(1) - i[1]));
  }
};
struct k_lerp_dweight {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * (i[1] - i[2]));
  }
};
struct k_exp2_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((i[0] * i[1]) * V(6.931471805599453e-1));
  }
};
struct k_expm1_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * (i[1] + V(1)));
  }
};
struct k_log1p_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] / (V(1) + i[1]));
  }
};
struct k_log2_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] / (i[1] * V(6.931471805599453e-1)));
  }
};
struct k_log10_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] / (i[1] * V(2.302585092994046e+0)));
  }
};
struct k_sqrt_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] / (V(2) * i[1]));
  }
};
struct k_rsqrt_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((((V(-5e-1) * i[0]) * i[1]) * i[1]) * i[1]);
  }
};
struct k_sin_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * cos(i[1]));
  }
};
struct k_cos_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((-i[0]) * sin(i[1]));
  }
};
struct k_tan_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * (V(1) + (i[1] * i[1])));
  }
};
struct k_asin_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] / sqrt((V(1) - (i[1] * i[1]))));
  }
};
struct k_acos_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((-i[0]) / sqrt((V(1) - (i[1] * i[1]))));
  }
};
struct k_atan_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] / (V(1) + (i[1] * i[1])));
  }
};
struct k_atan2_da {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((i[0] * i[1]) / ((i[2] * i[2]) + (i[1] * i[1])));
  }
};
struct k_atan2_db {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (((-i[0]) * i[1]) / ((i[1] * i[1]) + (i[2] * i[2])));
  }
};
struct k_sinh_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * cosh(i[1]));
  }
};
struct k_cosh_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * sinh(i[1]));
  }
};
struct k_tanh_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * (V(1) - (i[1] * i[1])));
  }
};
struct k_asinh_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] / sqrt(((i[1] * i[1]) + V(1))));
  }
};
struct k_acosh_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] / sqrt(((i[1] * i[1]) - V(1))));
  }
};
struct k_atanh_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] / (V(1) - (i[1] * i[1])));
  }
};
struct k_erf_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((i[0] * V(1.1283791670955126e+0)) * exp(((-i[1]) * i[1])));
  }
};
struct k_erfc_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (((-i[0]) * V(1.1283791670955126e+0)) * exp(((-i[1]) * i[1])));
  }
};
struct k_erfinv_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((i[0] * V(8.86226925452758e-1)) * exp((i[1] * i[1])));
  }
};
struct k_lgamma_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * digamma(i[1]));
  }
};
struct k_digamma_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * polygamma(V(1), i[1]));
  }
};
struct k_polygamma_dx {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * polygamma((i[1] + V(1)), i[2]));
  }
};
struct k_relu_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] <= V(0)), V(0), i[1]);
  }
};
struct k_leakyRelu_dx {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] > V(0)), i[1], (i[1] * i[2]));
  }
};
struct k_elu_dx {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] > V(0)), i[1], ((i[1] * i[2]) * exp(i[0])));
  }
};
struct k_selu_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((i[0] * V(1.0507009873554805e+0)) * select((i[1] > V(0)), V(1), (V(1.6732632423543772e+0) * exp(i[1]))));
  }
};
struct k_celu_dx {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] > V(0)), i[1], (i[1] * exp((i[0] / i[2]))));
  }
};
struct k_sigmoid_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((i[0] * i[1]) * (V(1) - i[1]));
  }
};
struct k_logit_dx {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] >= V(0)) & ((i[1] < i[0]) | (i[1] > (V(1) - i[0])))), V(0), select(((i[1] < V(0)) | (i[1] > V(1))), (V(0) / V(0)), (i[2] / (i[1] * (V(1) - i[1])))));
  }
};
struct k_logSigmoid_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * sigmoid((-i[1])));
  }
};
struct k_hardtanh_dx {
  static constexpr int in = 4;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] > i[1]) & (i[0] < i[2])), i[3], V(0));
  }
};
struct k_softsign_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] / ((V(1) + abs(i[1])) * (V(1) + abs(i[1]))));
  }
};
struct k_mish_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * (tanh(log1p(exp(i[1]))) + ((i[1] * sigmoid(i[1])) * (V(1) - (tanh(log1p(exp(i[1]))) * tanh(log1p(exp(i[1]))))))));
  }
};
struct k_hardsigmoid_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] > V(-3)) & (i[0] < V(3))), (i[1] / V(6)), V(0));
  }
};
struct k_hardswish_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] < V(-3)), V(0), select((i[0] < V(3)), (i[1] * ((i[0] / V(3)) + V(5e-1))), i[1]));
  }
};
struct k_preluSlopes_dweight {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] > V(0)), V(0), (i[1] * i[0]));
  }
};
struct k_silu_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((i[0] * sigmoid(i[1])) * (V(1) + (i[1] * (V(1) - sigmoid(i[1])))));
  }
};
struct k_softplus_dx {
  static constexpr int in = 4;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select(((i[0] * i[1]) > i[2]), i[3], (i[3] * sigmoid((i[0] * i[1]))));
  }
};
struct k_geluErf_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * ((V(5e-1) * (V(1) + erf((i[1] * V(7.071067811865476e-1))))) + ((i[1] * V(3.989422804014327e-1)) * exp(((V(-5e-1) * i[1]) * i[1])))));
  }
};
struct k_geluTanh_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * ((V(5e-1) * (V(1) + tanh((V(7.978845608028654e-1) * (i[1] + (((V(4.4715e-2) * i[1]) * i[1]) * i[1])))))) + ((((V(5e-1) * i[1]) * (V(1) - (tanh((V(7.978845608028654e-1) * (i[1] + (((V(4.4715e-2) * i[1]) * i[1]) * i[1])))) * tanh((V(7.978845608028654e-1) * (i[1] + (((V(4.4715e-2) * i[1]) * i[1]) * i[1]))))))) * V(7.978845608028654e-1)) * (V(1) + ((V(1.34145e-1) * i[1]) * i[1])))));
  }
};
struct k_where_da {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] != V(0)), i[1], V(0));
  }
};
struct k_where_db {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] != V(0)), V(0), i[1]);
  }
};
struct k_nanToNum_dx {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((isnan(i[0]) | isinf(i[0])), V(0), i[1]);
  }
};
struct k_squaredError_da {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((V(2) * i[0]) * (i[1] - i[2]));
  }
};
struct k_squaredError_db {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((V(-2) * i[0]) * (i[1] - i[2]));
  }
};
struct k_absoluteError_da {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * sign((i[1] - i[2])));
  }
};
struct k_absoluteError_db {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((-i[0]) * sign((i[1] - i[2])));
  }
};
struct k_huberError_da {
  static constexpr int in = 4;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((abs((i[0] - i[1])) < i[2]), (i[3] * (i[0] - i[1])), ((i[3] * i[2]) * sign((i[0] - i[1]))));
  }
};
struct k_huberError_db {
  static constexpr int in = 4;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((abs((i[0] - i[1])) < i[2]), ((-i[3]) * (i[0] - i[1])), (((-i[3]) * i[2]) * sign((i[0] - i[1]))));
  }
};
struct k_binaryCrossEntropyError_da {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((i[0] * (i[1] - i[2])) / maximum(((V(1) - i[1]) * i[1]), V(1e-12)));
  }
};
struct k_binaryCrossEntropyError_db {
  static constexpr int in = 2;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * (maximum(log1p((-i[1])), V(-100)) - maximum(log(i[1]), V(-100))));
  }
};
struct k_binaryCrossEntropyLogitsError_dx {
  static constexpr int in = 4;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * (((((i[1] * i[2]) + V(1)) - i[2]) * sigmoid(i[3])) - (i[1] * i[2])));
  }
};
struct k_binaryCrossEntropyLogitsError_dt {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return (i[0] * (((i[1] - V(1)) * (log1p(exp((-abs(i[2])))) + maximum((-i[2]), V(0)))) - i[2]));
  }
};
struct k_binaryCrossEntropyLogitsError_dposWeight {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return ((i[0] * i[1]) * (log1p(exp((-abs(i[2])))) + maximum((-i[2]), V(0))));
  }
};
struct k_maskScale_dx {
  static constexpr int in = 3;
  template <class V>
  static DESCEND_INLINE V f(const V* i) {
    return select((i[0] != V(0)), (i[1] * i[2]), V(0));
  }
};

// In the order of the opcodes from op_first_elementwise on.
const ElementwiseEntry elementwise_table[] = {
    {block<k_copy, float>, block<k_copy, double>, block<k_copy, int32_t>, block<k_copy, int64_t>, k_copy::in},
    {block<k_add, float>, block<k_add, double>, block<k_add, int32_t>, block<k_add, int64_t>, k_add::in},
    {block<k_sub, float>, block<k_sub, double>, block<k_sub, int32_t>, block<k_sub, int64_t>, k_sub::in},
    {block<k_mul, float>, block<k_mul, double>, block<k_mul, int32_t>, block<k_mul, int64_t>, k_mul::in},
    {block<k_div, float>, block<k_div, double>, nullptr, nullptr, k_div::in},
    {block<k_pow, float>, block<k_pow, double>, block<k_pow, int32_t>, block<k_pow, int64_t>, k_pow::in},
    {block<k_remainder, float>, block<k_remainder, double>, block<k_remainder, int32_t>, block<k_remainder, int64_t>, k_remainder::in},
    {block<k_fmod, float>, block<k_fmod, double>, block<k_fmod, int32_t>, block<k_fmod, int64_t>, k_fmod::in},
    {block<k_floorDivide, float>, block<k_floorDivide, double>, block<k_floorDivide, int32_t>, block<k_floorDivide, int64_t>, k_floorDivide::in},
    {block<k_neg, float>, block<k_neg, double>, block<k_neg, int32_t>, block<k_neg, int64_t>, k_neg::in},
    {block<k_abs, float>, block<k_abs, double>, block<k_abs, int32_t>, block<k_abs, int64_t>, k_abs::in},
    {block<k_sign, float>, block<k_sign, double>, block<k_sign, int32_t>, block<k_sign, int64_t>, k_sign::in},
    {block<k_square, float>, block<k_square, double>, block<k_square, int32_t>, block<k_square, int64_t>, k_square::in},
    {block<k_reciprocal, float>, block<k_reciprocal, double>, nullptr, nullptr, k_reciprocal::in},
    {block<k_maximum, float>, block<k_maximum, double>, block<k_maximum, int32_t>, block<k_maximum, int64_t>, k_maximum::in},
    {block<k_minimum, float>, block<k_minimum, double>, block<k_minimum, int32_t>, block<k_minimum, int64_t>, k_minimum::in},
    {block<k_fmax, float>, block<k_fmax, double>, block<k_fmax, int32_t>, block<k_fmax, int64_t>, k_fmax::in},
    {block<k_fmin, float>, block<k_fmin, double>, block<k_fmin, int32_t>, block<k_fmin, int64_t>, k_fmin::in},
    {block<k_hypot, float>, block<k_hypot, double>, nullptr, nullptr, k_hypot::in},
    {block<k_copysign, float>, block<k_copysign, double>, nullptr, nullptr, k_copysign::in},
    {block<k_addcmul, float>, block<k_addcmul, double>, block<k_addcmul, int32_t>, block<k_addcmul, int64_t>, k_addcmul::in},
    {block<k_addcdiv, float>, block<k_addcdiv, double>, nullptr, nullptr, k_addcdiv::in},
    {block<k_clamp, float>, block<k_clamp, double>, block<k_clamp, int32_t>, block<k_clamp, int64_t>, k_clamp::in},
    {block<k_lerp, float>, block<k_lerp, double>, nullptr, nullptr, k_lerp::in},
    {block<k_floor, float>, block<k_floor, double>, block<k_floor, int32_t>, block<k_floor, int64_t>, k_floor::in},
    {block<k_ceil, float>, block<k_ceil, double>, block<k_ceil, int32_t>, block<k_ceil, int64_t>, k_ceil::in},
    {block<k_round, float>, block<k_round, double>, block<k_round, int32_t>, block<k_round, int64_t>, k_round::in},
    {block<k_trunc, float>, block<k_trunc, double>, block<k_trunc, int32_t>, block<k_trunc, int64_t>, k_trunc::in},
    {block<k_frac, float>, block<k_frac, double>, nullptr, nullptr, k_frac::in},
    {block<k_exp, float>, block<k_exp, double>, nullptr, nullptr, k_exp::in},
    {block<k_exp2, float>, block<k_exp2, double>, nullptr, nullptr, k_exp2::in},
    {block<k_expm1, float>, block<k_expm1, double>, nullptr, nullptr, k_expm1::in},
    {block<k_log, float>, block<k_log, double>, nullptr, nullptr, k_log::in},
    {block<k_log1p, float>, block<k_log1p, double>, nullptr, nullptr, k_log1p::in},
    {block<k_log2, float>, block<k_log2, double>, nullptr, nullptr, k_log2::in},
    {block<k_log10, float>, block<k_log10, double>, nullptr, nullptr, k_log10::in},
    {block<k_sqrt, float>, block<k_sqrt, double>, nullptr, nullptr, k_sqrt::in},
    {block<k_rsqrt, float>, block<k_rsqrt, double>, nullptr, nullptr, k_rsqrt::in},
    {block<k_sin, float>, block<k_sin, double>, nullptr, nullptr, k_sin::in},
    {block<k_cos, float>, block<k_cos, double>, nullptr, nullptr, k_cos::in},
    {block<k_tan, float>, block<k_tan, double>, nullptr, nullptr, k_tan::in},
    {block<k_asin, float>, block<k_asin, double>, nullptr, nullptr, k_asin::in},
    {block<k_acos, float>, block<k_acos, double>, nullptr, nullptr, k_acos::in},
    {block<k_atan, float>, block<k_atan, double>, nullptr, nullptr, k_atan::in},
    {block<k_atan2, float>, block<k_atan2, double>, nullptr, nullptr, k_atan2::in},
    {block<k_sinh, float>, block<k_sinh, double>, nullptr, nullptr, k_sinh::in},
    {block<k_cosh, float>, block<k_cosh, double>, nullptr, nullptr, k_cosh::in},
    {block<k_tanh, float>, block<k_tanh, double>, nullptr, nullptr, k_tanh::in},
    {block<k_asinh, float>, block<k_asinh, double>, nullptr, nullptr, k_asinh::in},
    {block<k_acosh, float>, block<k_acosh, double>, nullptr, nullptr, k_acosh::in},
    {block<k_atanh, float>, block<k_atanh, double>, nullptr, nullptr, k_atanh::in},
    {block<k_erf, float>, block<k_erf, double>, nullptr, nullptr, k_erf::in},
    {block<k_erfc, float>, block<k_erfc, double>, nullptr, nullptr, k_erfc::in},
    {block<k_erfinv, float>, block<k_erfinv, double>, nullptr, nullptr, k_erfinv::in},
    {block<k_lgamma, float>, block<k_lgamma, double>, nullptr, nullptr, k_lgamma::in},
    {block<k_digamma, float>, block<k_digamma, double>, nullptr, nullptr, k_digamma::in},
    {block<k_polygamma, float>, block<k_polygamma, double>, nullptr, nullptr, k_polygamma::in},
    {block<k_relu, float>, block<k_relu, double>, block<k_relu, int32_t>, block<k_relu, int64_t>, k_relu::in},
    {block<k_leakyRelu, float>, block<k_leakyRelu, double>, nullptr, nullptr, k_leakyRelu::in},
    {block<k_elu, float>, block<k_elu, double>, nullptr, nullptr, k_elu::in},
    {block<k_selu, float>, block<k_selu, double>, nullptr, nullptr, k_selu::in},
    {block<k_celu, float>, block<k_celu, double>, nullptr, nullptr, k_celu::in},
    {block<k_sigmoid, float>, block<k_sigmoid, double>, nullptr, nullptr, k_sigmoid::in},
    {block<k_logit, float>, block<k_logit, double>, nullptr, nullptr, k_logit::in},
    {block<k_logSigmoid, float>, block<k_logSigmoid, double>, nullptr, nullptr, k_logSigmoid::in},
    {block<k_softsign, float>, block<k_softsign, double>, nullptr, nullptr, k_softsign::in},
    {block<k_mish, float>, block<k_mish, double>, nullptr, nullptr, k_mish::in},
    {block<k_hardsigmoid, float>, block<k_hardsigmoid, double>, nullptr, nullptr, k_hardsigmoid::in},
    {block<k_hardswish, float>, block<k_hardswish, double>, nullptr, nullptr, k_hardswish::in},
    {block<k_silu, float>, block<k_silu, double>, nullptr, nullptr, k_silu::in},
    {block<k_softplus, float>, block<k_softplus, double>, nullptr, nullptr, k_softplus::in},
    {block<k_geluErf, float>, block<k_geluErf, double>, nullptr, nullptr, k_geluErf::in},
    {block<k_geluTanh, float>, block<k_geluTanh, double>, nullptr, nullptr, k_geluTanh::in},
    {block<k_eq, float>, block<k_eq, double>, block<k_eq, int32_t>, block<k_eq, int64_t>, k_eq::in},
    {block<k_ne, float>, block<k_ne, double>, block<k_ne, int32_t>, block<k_ne, int64_t>, k_ne::in},
    {block<k_lt, float>, block<k_lt, double>, block<k_lt, int32_t>, block<k_lt, int64_t>, k_lt::in},
    {block<k_le, float>, block<k_le, double>, block<k_le, int32_t>, block<k_le, int64_t>, k_le::in},
    {block<k_gt, float>, block<k_gt, double>, block<k_gt, int32_t>, block<k_gt, int64_t>, k_gt::in},
    {block<k_ge, float>, block<k_ge, double>, block<k_ge, int32_t>, block<k_ge, int64_t>, k_ge::in},
    {block<k_logicalAnd, float>, block<k_logicalAnd, double>, block<k_logicalAnd, int32_t>, block<k_logicalAnd, int64_t>, k_logicalAnd::in},
    {block<k_logicalOr, float>, block<k_logicalOr, double>, block<k_logicalOr, int32_t>, block<k_logicalOr, int64_t>, k_logicalOr::in},
    {block<k_logicalXor, float>, block<k_logicalXor, double>, block<k_logicalXor, int32_t>, block<k_logicalXor, int64_t>, k_logicalXor::in},
    {block<k_logicalNot, float>, block<k_logicalNot, double>, block<k_logicalNot, int32_t>, block<k_logicalNot, int64_t>, k_logicalNot::in},
    {nullptr, nullptr, nullptr, block<k_bitwiseAnd, int64_t>, k_bitwiseAnd::in},
    {nullptr, nullptr, nullptr, block<k_bitwiseOr, int64_t>, k_bitwiseOr::in},
    {nullptr, nullptr, nullptr, block<k_bitwiseXor, int64_t>, k_bitwiseXor::in},
    {nullptr, nullptr, nullptr, block<k_bitwiseLeftShift, int64_t>, k_bitwiseLeftShift::in},
    {nullptr, nullptr, nullptr, block<k_bitwiseRightShift, int64_t>, k_bitwiseRightShift::in},
    {block<k_isnan, float>, block<k_isnan, double>, block<k_isnan, int32_t>, block<k_isnan, int64_t>, k_isnan::in},
    {block<k_isinf, float>, block<k_isinf, double>, block<k_isinf, int32_t>, block<k_isinf, int64_t>, k_isinf::in},
    {block<k_isfinite, float>, block<k_isfinite, double>, block<k_isfinite, int32_t>, block<k_isfinite, int64_t>, k_isfinite::in},
    {block<k_where, float>, block<k_where, double>, block<k_where, int32_t>, block<k_where, int64_t>, k_where::in},
    {block<k_maskedFill, float>, block<k_maskedFill, double>, block<k_maskedFill, int32_t>, block<k_maskedFill, int64_t>, k_maskedFill::in},
    {block<k_nanToNum, float>, block<k_nanToNum, double>, block<k_nanToNum, int32_t>, block<k_nanToNum, int64_t>, k_nanToNum::in},
    {block<k_isclose, float>, block<k_isclose, double>, block<k_isclose, int32_t>, block<k_isclose, int64_t>, k_isclose::in},
    {block<k_squaredError, float>, block<k_squaredError, double>, nullptr, nullptr, k_squaredError::in},
    {block<k_absoluteError, float>, block<k_absoluteError, double>, nullptr, nullptr, k_absoluteError::in},
    {block<k_huberError, float>, block<k_huberError, double>, nullptr, nullptr, k_huberError::in},
    {block<k_binaryCrossEntropyError, float>, block<k_binaryCrossEntropyError, double>, nullptr, nullptr, k_binaryCrossEntropyError::in},
    {block<k_binaryCrossEntropyLogitsError, float>, block<k_binaryCrossEntropyLogitsError, double>, nullptr, nullptr, k_binaryCrossEntropyLogitsError::in},
    {block<k_maskScale, float>, block<k_maskScale, double>, nullptr, nullptr, k_maskScale::in},
    {block<k_div_db, float>, block<k_div_db, double>, nullptr, nullptr, k_div_db::in},
    {block<k_pow_da, float>, block<k_pow_da, double>, nullptr, nullptr, k_pow_da::in},
    {block<k_pow_db, float>, block<k_pow_db, double>, nullptr, nullptr, k_pow_db::in},
    {block<k_remainder_db, float>, block<k_remainder_db, double>, nullptr, nullptr, k_remainder_db::in},
    {block<k_fmod_db, float>, block<k_fmod_db, double>, nullptr, nullptr, k_fmod_db::in},
    {block<k_floorDivide_da, float>, block<k_floorDivide_da, double>, nullptr, nullptr, k_floorDivide_da::in},
    {block<k_abs_dx, float>, block<k_abs_dx, double>, nullptr, nullptr, k_abs_dx::in},
    {block<k_square_dx, float>, block<k_square_dx, double>, nullptr, nullptr, k_square_dx::in},
    {block<k_reciprocal_dx, float>, block<k_reciprocal_dx, double>, nullptr, nullptr, k_reciprocal_dx::in},
    {block<k_maximum_da, float>, block<k_maximum_da, double>, nullptr, nullptr, k_maximum_da::in},
    {block<k_maximum_db, float>, block<k_maximum_db, double>, nullptr, nullptr, k_maximum_db::in},
    {block<k_minimum_da, float>, block<k_minimum_da, double>, nullptr, nullptr, k_minimum_da::in},
    {block<k_minimum_db, float>, block<k_minimum_db, double>, nullptr, nullptr, k_minimum_db::in},
    {block<k_fmax_da, float>, block<k_fmax_da, double>, nullptr, nullptr, k_fmax_da::in},
    {block<k_fmax_db, float>, block<k_fmax_db, double>, nullptr, nullptr, k_fmax_db::in},
    {block<k_fmin_da, float>, block<k_fmin_da, double>, nullptr, nullptr, k_fmin_da::in},
    {block<k_fmin_db, float>, block<k_fmin_db, double>, nullptr, nullptr, k_fmin_db::in},
    {block<k_hypot_da, float>, block<k_hypot_da, double>, nullptr, nullptr, k_hypot_da::in},
    {block<k_copysign_da, float>, block<k_copysign_da, double>, nullptr, nullptr, k_copysign_da::in},
    {block<k_addcmul_da, float>, block<k_addcmul_da, double>, nullptr, nullptr, k_addcmul_da::in},
    {block<k_addcdiv_da, float>, block<k_addcdiv_da, double>, nullptr, nullptr, k_addcdiv_da::in},
    {block<k_addcdiv_db, float>, block<k_addcdiv_db, double>, nullptr, nullptr, k_addcdiv_db::in},
    {block<k_clamp_dx, float>, block<k_clamp_dx, double>, nullptr, nullptr, k_clamp_dx::in},
    {block<k_lerp_da, float>, block<k_lerp_da, double>, nullptr, nullptr, k_lerp_da::in},
    {block<k_lerp_dweight, float>, block<k_lerp_dweight, double>, nullptr, nullptr, k_lerp_dweight::in},
    {block<k_exp2_dx, float>, block<k_exp2_dx, double>, nullptr, nullptr, k_exp2_dx::in},
    {block<k_expm1_dx, float>, block<k_expm1_dx, double>, nullptr, nullptr, k_expm1_dx::in},
    {block<k_log1p_dx, float>, block<k_log1p_dx, double>, nullptr, nullptr, k_log1p_dx::in},
    {block<k_log2_dx, float>, block<k_log2_dx, double>, nullptr, nullptr, k_log2_dx::in},
    {block<k_log10_dx, float>, block<k_log10_dx, double>, nullptr, nullptr, k_log10_dx::in},
    {block<k_sqrt_dx, float>, block<k_sqrt_dx, double>, nullptr, nullptr, k_sqrt_dx::in},
    {block<k_rsqrt_dx, float>, block<k_rsqrt_dx, double>, nullptr, nullptr, k_rsqrt_dx::in},
    {block<k_sin_dx, float>, block<k_sin_dx, double>, nullptr, nullptr, k_sin_dx::in},
    {block<k_cos_dx, float>, block<k_cos_dx, double>, nullptr, nullptr, k_cos_dx::in},
    {block<k_tan_dx, float>, block<k_tan_dx, double>, nullptr, nullptr, k_tan_dx::in},
    {block<k_asin_dx, float>, block<k_asin_dx, double>, nullptr, nullptr, k_asin_dx::in},
    {block<k_acos_dx, float>, block<k_acos_dx, double>, nullptr, nullptr, k_acos_dx::in},
    {block<k_atan_dx, float>, block<k_atan_dx, double>, nullptr, nullptr, k_atan_dx::in},
    {block<k_atan2_da, float>, block<k_atan2_da, double>, nullptr, nullptr, k_atan2_da::in},
    {block<k_atan2_db, float>, block<k_atan2_db, double>, nullptr, nullptr, k_atan2_db::in},
    {block<k_sinh_dx, float>, block<k_sinh_dx, double>, nullptr, nullptr, k_sinh_dx::in},
    {block<k_cosh_dx, float>, block<k_cosh_dx, double>, nullptr, nullptr, k_cosh_dx::in},
    {block<k_tanh_dx, float>, block<k_tanh_dx, double>, nullptr, nullptr, k_tanh_dx::in},
    {block<k_asinh_dx, float>, block<k_asinh_dx, double>, nullptr, nullptr, k_asinh_dx::in},
    {block<k_acosh_dx, float>, block<k_acosh_dx, double>, nullptr, nullptr, k_acosh_dx::in},
    {block<k_atanh_dx, float>, block<k_atanh_dx, double>, nullptr, nullptr, k_atanh_dx::in},
    {block<k_erf_dx, float>, block<k_erf_dx, double>, nullptr, nullptr, k_erf_dx::in},
    {block<k_erfc_dx, float>, block<k_erfc_dx, double>, nullptr, nullptr, k_erfc_dx::in},
    {block<k_erfinv_dx, float>, block<k_erfinv_dx, double>, nullptr, nullptr, k_erfinv_dx::in},
    {block<k_lgamma_dx, float>, block<k_lgamma_dx, double>, nullptr, nullptr, k_lgamma_dx::in},
    {block<k_digamma_dx, float>, block<k_digamma_dx, double>, nullptr, nullptr, k_digamma_dx::in},
    {block<k_polygamma_dx, float>, block<k_polygamma_dx, double>, nullptr, nullptr, k_polygamma_dx::in},
    {block<k_relu_dx, float>, block<k_relu_dx, double>, nullptr, nullptr, k_relu_dx::in},
    {block<k_leakyRelu_dx, float>, block<k_leakyRelu_dx, double>, nullptr, nullptr, k_leakyRelu_dx::in},
    {block<k_elu_dx, float>, block<k_elu_dx, double>, nullptr, nullptr, k_elu_dx::in},
    {block<k_selu_dx, float>, block<k_selu_dx, double>, nullptr, nullptr, k_selu_dx::in},
    {block<k_celu_dx, float>, block<k_celu_dx, double>, nullptr, nullptr, k_celu_dx::in},
    {block<k_sigmoid_dx, float>, block<k_sigmoid_dx, double>, nullptr, nullptr, k_sigmoid_dx::in},
    {block<k_logit_dx, float>, block<k_logit_dx, double>, nullptr, nullptr, k_logit_dx::in},
    {block<k_logSigmoid_dx, float>, block<k_logSigmoid_dx, double>, nullptr, nullptr, k_logSigmoid_dx::in},
    {block<k_hardtanh_dx, float>, block<k_hardtanh_dx, double>, nullptr, nullptr, k_hardtanh_dx::in},
    {block<k_softsign_dx, float>, block<k_softsign_dx, double>, nullptr, nullptr, k_softsign_dx::in},
    {block<k_mish_dx, float>, block<k_mish_dx, double>, nullptr, nullptr, k_mish_dx::in},
    {block<k_hardsigmoid_dx, float>, block<k_hardsigmoid_dx, double>, nullptr, nullptr, k_hardsigmoid_dx::in},
    {block<k_hardswish_dx, float>, block<k_hardswish_dx, double>, nullptr, nullptr, k_hardswish_dx::in},
    {block<k_preluSlopes_dweight, float>, block<k_preluSlopes_dweight, double>, nullptr, nullptr, k_preluSlopes_dweight::in},
    {block<k_silu_dx, float>, block<k_silu_dx, double>, nullptr, nullptr, k_silu_dx::in},
    {block<k_softplus_dx, float>, block<k_softplus_dx, double>, nullptr, nullptr, k_softplus_dx::in},
    {block<k_geluErf_dx, float>, block<k_geluErf_dx, double>, nullptr, nullptr, k_geluErf_dx::in},
    {block<k_geluTanh_dx, float>, block<k_geluTanh_dx, double>, nullptr, nullptr, k_geluTanh_dx::in},
    {block<k_where_da, float>, block<k_where_da, double>, nullptr, nullptr, k_where_da::in},
    {block<k_where_db, float>, block<k_where_db, double>, nullptr, nullptr, k_where_db::in},
    {block<k_nanToNum_dx, float>, block<k_nanToNum_dx, double>, nullptr, nullptr, k_nanToNum_dx::in},
    {block<k_squaredError_da, float>, block<k_squaredError_da, double>, nullptr, nullptr, k_squaredError_da::in},
    {block<k_squaredError_db, float>, block<k_squaredError_db, double>, nullptr, nullptr, k_squaredError_db::in},
    {block<k_absoluteError_da, float>, block<k_absoluteError_da, double>, nullptr, nullptr, k_absoluteError_da::in},
    {block<k_absoluteError_db, float>, block<k_absoluteError_db, double>, nullptr, nullptr, k_absoluteError_db::in},
    {block<k_huberError_da, float>, block<k_huberError_da, double>, nullptr, nullptr, k_huberError_da::in},
    {block<k_huberError_db, float>, block<k_huberError_db, double>, nullptr, nullptr, k_huberError_db::in},
    {block<k_binaryCrossEntropyError_da, float>, block<k_binaryCrossEntropyError_da, double>, nullptr, nullptr, k_binaryCrossEntropyError_da::in},
    {block<k_binaryCrossEntropyError_db, float>, block<k_binaryCrossEntropyError_db, double>, nullptr, nullptr, k_binaryCrossEntropyError_db::in},
    {block<k_binaryCrossEntropyLogitsError_dx, float>, block<k_binaryCrossEntropyLogitsError_dx, double>, nullptr, nullptr, k_binaryCrossEntropyLogitsError_dx::in},
    {block<k_binaryCrossEntropyLogitsError_dt, float>, block<k_binaryCrossEntropyLogitsError_dt, double>, nullptr, nullptr, k_binaryCrossEntropyLogitsError_dt::in},
    {block<k_binaryCrossEntropyLogitsError_dposWeight, float>, block<k_binaryCrossEntropyLogitsError_dposWeight, double>, nullptr, nullptr, k_binaryCrossEntropyLogitsError_dposWeight::in},
    {block<k_maskScale_dx, float>, block<k_maskScale_dx, double>, nullptr, nullptr, k_maskScale_dx::in},
};
