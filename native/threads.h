// The thread pool, per-thread scratch memory and the cache sizes: what kernels share whatever the instruction set.
//
// Work is cut into chunks that depend on the shape only, never on the number of threads, so that results are the
// same bits with 1 thread and with 64. Only the template at the end is compiled per instruction set.
#pragma once
#include <cstddef>

namespace descend {

constexpr int kMaxThreads = 64;

// Threads that run_chunks uses, the caller included. The first call takes DESCEND_NUM_THREADS (1 to 64), else the
// number of physical cores that the process may run on.
int thread_count();
void set_thread_count(int n);  // clamped to 1..kMaxThreads; takes effect at the next run_chunks

// Runs body(ctx, i) once for every i in 0..chunks-1, in any order, on any thread, and returns when all are done.
// Runs everything on the calling thread if the pool is busy: in nested calls, and when another thread came first.
void run_chunks(long chunks, void (*body)(void* ctx, long chunk), void* ctx);

// Memory of the calling thread, 64-byte aligned, kept and reused until the thread ends. The content does not survive
// the next call with the same slot. nullptr when out of memory.
enum ScratchSlot { kScratchGemmA, kScratchGemmB, kScratchGemmVector, kScratchKernel, kScratchKernel2, kScratchSlots };
void* scratch(int slot, size_t bytes);

// Whether a kernel on this thread wrote to p so lately that its memory is likely in the last cache still. To be told
// for every large result, with the bytes that its kernel reads and writes.
bool written_lately(const void* p, long touched);

// Bytes of the data cache of a level (1, 2 or 3), or a common size where the system does not tell.
long cache_bytes(int level);

}  // namespace descend

namespace {

// Calls f(begin, end) for the consecutive ranges of `grain` elements that make up 0..n.
template <class F>
inline void parallel_for(long n, long grain, const F& f) {
  if (n <= grain) {
    if (n > 0) f(0L, n);
    return;
  }
  struct Range {
    const F& f;
    long n, grain;
  } range{f, n, grain};
  descend::run_chunks((n - 1) / grain + 1,
                      [](void* ctx, long chunk) {
                        const Range& r = *static_cast<const Range*>(ctx);
                        const long begin = chunk * r.grain;
                        r.f(begin, r.n - begin < r.grain ? r.n : begin + r.grain);
                      },
                      &range);
}

}  // namespace
