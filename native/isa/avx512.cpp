#define DESCEND_VEC_BYTES 64
#include "kernels.inl"

namespace descend {
void register_avx512(Kernel* table) { register_all(table); }
}  // namespace descend
