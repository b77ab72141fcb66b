// Everything that is compiled once per instruction set.
#include "../generated/opcodes.h"
#include "../kernels/attention.inl"
#include "../kernels/common.inl"
#include "../kernels/conv.inl"
#include "../kernels/cross_entropy.inl"
#include "../kernels/elementwise.inl"
#include "../kernels/gather.inl"
#include "../kernels/matmul.inl"
#include "../kernels/norm.inl"
#include "../kernels/optimizer.inl"
#include "../kernels/pool.inl"
#include "../kernels/recurrent.inl"
#include "../kernels/reduce.inl"
#include "../kernels/scan.inl"
#include "../kernels/softmax.inl"
#include "../kernels/sort.inl"
#include "../simd/vec.h"

namespace {

void register_all(Kernel* table) {
  register_conv(table);
  register_attention(table);
  register_cross_entropy(table);
  register_elementwise(table);
  register_gather(table);
  register_gemm(table);
  register_norm(table);
  register_optimizers(table);
  register_pool(table);
  register_recurrent(table);
  register_reduce(table);
  register_scan(table);
  register_softmax(table);
  register_sort(table);
}

}  // namespace
