#define DESCEND_VEC_BYTES 32
#include "kernels.inl"

namespace descend {
void register_avx2(Kernel* table) { register_all(table); }
}  // namespace descend
