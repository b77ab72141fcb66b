#include "exec.h"

#include <cstdlib>
#include <cstring>

#include "generated/opcodes.h"

namespace descend {

using Kernel = int (*)(const double*);
void register_baseline(Kernel* table);
void register_avx2(Kernel* table);
void register_avx512(Kernel* table);
void register_neon(Kernel* table);
int random_kernel(const double* w);

namespace {

constexpr int kUnknownKernel = 3;

struct Isa {
  const char* name;
  bool (*supported)();
  void (*fill)(Kernel* table);
};

// From the lowest up; each one overwrites what it has a better kernel for.
const Isa isas[] = {
#if defined(__x86_64__)
    {"baseline", [] { return true; }, register_baseline},
    {"avx2", [] { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") != 0; }, register_avx2},
    {"avx512",
     [] {
       return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
              __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") != 0;
     },
     register_avx512},
#elif defined(__aarch64__)
    {"baseline", [] { return true; }, register_baseline},
    {"neon", [] { return true; }, register_neon},
#else
    {"baseline", [] { return true; }, register_baseline},
#endif
};

struct Table {
  Kernel kernels[op_count] = {};
  const char* isa = "baseline";

  Table() {
    const char* limit = std::getenv("DESCEND_ISA");
    for (const Isa& one : isas) {
      if (!one.supported()) break;
      one.fill(kernels);
      isa = one.name;
      if (limit && std::strcmp(limit, one.name) == 0) break;
    }
    kernels[op_random] = random_kernel;
  }
};

const Table& table() {
  static const Table instance;
  return instance;
}

}  // namespace

int exec(const double* ring, long words) {
  const Kernel* kernels = table().kernels;
  for (const double *w = ring, *end = ring + words; w < end; w += static_cast<long>(w[1])) {
    const int op = static_cast<int>(w[0]);
    if (op < 0 || op >= op_count || !kernels[op]) return kUnknownKernel;
    const int status = kernels[op](w);
    if (status != 0) return status;
  }
  return 0;
}

const char* isa_name() { return table().isa; }

}  // namespace descend
