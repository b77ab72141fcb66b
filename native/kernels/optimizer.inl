// Optimizer steps: one record updates all parameters of a group. The update itself is generated from the spec.
#pragma once
#include "../simd/denormals.h"
#include "../simd/math.h"
#include "../threads.h"
#include "common.inl"

namespace {

// Elements per round: what an absent state is read from and written to.
constexpr long kStepBlock = 512;

// Runs S over n elements; at: parameter, gradient, then each state or null.
template <class S, class T>
void run_step(const double* cell, const double* computed, T* const* at, long begin, long end) {
  constexpr int count = S::state + 2;
  const FlushDenormals flush;
  alignas(64) T spare[count][kStepBlock];
  for (long k = begin; k < end; k += kStepBlock) {
    const long n = min_of(kStepBlock, end - k);
    const long whole = n - n % Vec<T>::N;
    T* from[count];
    for (int i = 0; i < count; i++) {
      from[i] = at[i] ? at[i] + k : spare[i];
      if (!at[i])
        for (long j = 0; j < n; j++) spare[i][j] = T(0);
    }
    S::template run<T>(cell, computed, from, whole);
    if (whole == n) continue;
    // The tail is copied out to a whole vector and back.
    T* tail[count];
    for (int i = 0; i < count; i++) {
      tail[i] = spare[i];
      for (long j = 0; j < Vec<T>::N; j++) spare[i][j] = at[i] && j < n - whole ? from[i][whole + j] : T(0);
    }
    S::template run<T>(cell, computed, tail, Vec<T>::N);
    for (int i = 0; i < count; i++)
      if (at[i] && i != 1)
        for (long j = 0; j < n - whole; j++) from[i][whole + j] = tail[i][j];
  }
}

// The record: opcode, length, dtype, count, cell, then per parameter: n, counter, parameter, gradient, state…
template <class S, class T>
int run_optimizer(const double* w) {
  const double* cell = address<double>(w[4]);
  const double* p = w + 5;
  for (long i = 0; i < static_cast<long>(w[3]); i++, p += S::state + 4) {
    float* counter = address<float>(p[1]);
    S::advance(cell, counter);
    double computed[S::scalars + 1];
    S::prepare(cell, counter, computed);
    T* at[S::state + 2];
    for (int k = 0; k < S::state + 2; k++) at[k] = p[2 + k] == 0 ? nullptr : address<T>(p[2 + k]);
    parallel_for(static_cast<long>(p[0]), 16 * kStepBlock,
                 [&](long begin, long end) { run_step<S, T>(cell, computed, at, begin, end); });
  }
  return kOk;
}

template <class S>
int optimizer_step(const double* w) {
  switch (static_cast<int>(w[2])) {
    case kFloat32:
      return run_optimizer<S, float>(w);
    case kFloat64:
      return run_optimizer<S, double>(w);
    default:
      return kNoKernel;
  }
}

#include "../generated/optimizers.inl"

}  // namespace
