// Averages that fade, such as Adam's, end in denormal numbers, and those cost some hundred cycles each. While a
// FlushDenormals lives, they count as zero on this thread.
#pragma once
#include <cstdint>
#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace {

#if defined(__x86_64__)
class FlushDenormals {
  static constexpr unsigned flush_results = 1u << 15, zero_operands = 1u << 6;
  const unsigned before = _mm_getcsr();

 public:
  FlushDenormals() { _mm_setcsr(before | flush_results | zero_operands); }
  ~FlushDenormals() { _mm_setcsr(before); }
};
#elif defined(__aarch64__)
class FlushDenormals {
  static constexpr uint64_t flush = 1u << 24;
  uint64_t before;

 public:
  FlushDenormals() {
    asm volatile("mrs %0, fpcr" : "=r"(before));
    asm volatile("msr fpcr, %0" : : "r"(before | flush) : "memory");
  }
  ~FlushDenormals() { asm volatile("msr fpcr, %0" : : "r"(before) : "memory"); }
};
#else
class FlushDenormals {};
#endif

}  // namespace
