#define DESCEND_VEC_BYTES 16
#include "kernels.inl"

namespace descend {
void register_neon(Kernel* table) { register_all(table); }
}  // namespace descend
