#include "threads.h"

#include <pthread.h>
#include <sched.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#ifdef __APPLE__
#include <sys/sysctl.h>
#endif

namespace descend {
namespace {

using Clock = std::chrono::steady_clock;
// Long enough to bridge the gap between two kernels of one training step, short enough to leave the core to others.
constexpr std::chrono::microseconds kSpin{100};

inline void pause() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

// Polls `ready` for at most `limit`.
template <class Ready>
bool spin(std::chrono::microseconds limit, const Ready& ready) {
  const auto deadline = Clock::now() + limit;
  do {
    for (int i = 0; i < 16; i++) {
      if (ready()) return true;
      pause();
    }
  } while (Clock::now() < deadline);
  return false;
}

// One word tells workers everything about the current job: a generation that grows with every job, whether it is still
// open to newcomers, how many workers it wants, and how many are inside. A late worker thus never touches a closed job.
constexpr uint64_t kInside = 0xffff, kOpen = 1u << 31, kWantedShift = 16, kWantedMask = 0x7fff, kGenerationShift = 32;

struct Pool {
  alignas(64) std::atomic<uint64_t> state{0};
  // Each thread has a run of chunks of its own, the same one in job after job, whose memory its caches may still hold
  // and which no other thread's prefetching crosses; who is done with its own helps the others. How many of each
  // thread's chunks are taken:
  struct alignas(64) Count {
    std::atomic<long> chunks{0};
  } taken[kMaxThreads];
  alignas(64) std::atomic<bool> busy{false};
  std::atomic<bool> stop{false};
  std::atomic<int> parked{0};
  std::atomic<bool> caller_parked{false};
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t wake = PTHREAD_COND_INITIALIZER, done = PTHREAD_COND_INITIALIZER;

  // The current job; written only by the owner of `busy` while nobody is inside.
  void (*body)(void*, long) = nullptr;
  void* ctx = nullptr;
  long chunks = 0;
  int members = 0;  // threads that the chunks are dealt to

  int workers = 0;
  pthread_t threads[kMaxThreads];

  void drain(int own) {
    for (int k = 0; k < members; k++) {
      const int t = (own + k) % members;
      const long begin = (t * chunks + members - 1) / members, end = ((t + 1) * chunks + members - 1) / members;
      for (long i; (i = begin + taken[t].chunks.fetch_add(1, std::memory_order_relaxed)) < end;) body(ctx, i);
    }
  }
};

Pool pool;  // trivially destroyed: threads of other environments may still use it while the process exits

void worker_loop(unsigned index) {
  uint64_t last = 0;  // the generation this worker took part in
  uint64_t seen = 0;
  const auto wanted = [&] {
    seen = pool.state.load();
    return (seen & kOpen) && seen >> kGenerationShift != last && index < (seen >> kWantedShift & kWantedMask);
  };
  const auto leave_bed = [&] { return pool.stop.load() || wanted(); };
  for (;;) {
    if (!spin(kSpin, leave_bed)) {
      pthread_mutex_lock(&pool.mutex);
      pool.parked++;  // before the check: publish() writes the state first and looks at this after
      while (!leave_bed()) pthread_cond_wait(&pool.wake, &pool.mutex);
      pool.parked--;
      pthread_mutex_unlock(&pool.mutex);
    }
    if (pool.stop.load()) return;
    if (!wanted() || !pool.state.compare_exchange_strong(seen, seen + 1)) continue;
    last = seen >> kGenerationShift;
    pool.drain(static_cast<int>(index) + 1);
    const uint64_t before = pool.state.fetch_sub(1);
    if ((before & kInside) == 1 && !(before & kOpen) && pool.caller_parked.load()) {
      pthread_mutex_lock(&pool.mutex);
      pthread_cond_signal(&pool.done);
      pthread_mutex_unlock(&pool.mutex);
    }
  }
}

void* worker_main(void* index) {
  worker_loop(static_cast<unsigned>(reinterpret_cast<uintptr_t>(index)));
  return nullptr;
}

// Called with `busy` held. Fewer workers than asked for is fine: the caller does what they do not.
void start_workers(int n) {
  if (pool.workers >= n) return;
  sigset_t all, old;  // signals belong to the host's threads
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &old);
  while (pool.workers < n) {
    void* index = reinterpret_cast<void*>(static_cast<uintptr_t>(pool.workers));
    if (pthread_create(&pool.threads[pool.workers], nullptr, worker_main, index) != 0) break;
    pool.workers++;
  }
  pthread_sigmask(SIG_SETMASK, &old, nullptr);
}

void publish(int wanted) {
  const uint64_t generation = (pool.state.load() >> kGenerationShift) + 1;
  pool.state.store(generation << kGenerationShift | static_cast<uint64_t>(wanted) << kWantedShift | kOpen);
  if (pool.parked.load() == 0) return;
  pthread_mutex_lock(&pool.mutex);
  pthread_cond_broadcast(&pool.wake);
  pthread_mutex_unlock(&pool.mutex);
}

// No worker enters after this, and those inside have left.
void close_job() {
  pool.state.fetch_and(~kOpen);
  const auto empty = [] { return (pool.state.load() & kInside) == 0; };
  if (spin(kSpin, empty)) return;
  pthread_mutex_lock(&pool.mutex);
  pool.caller_parked.store(true);
  while (!empty()) pthread_cond_wait(&pool.done, &pool.mutex);
  pool.caller_parked.store(false);
  pthread_mutex_unlock(&pool.mutex);
}

// When the addon is unloaded its code must not run any more; at exit this is merely tidy. Keeping `busy` makes every
// later call run inline. A job that hangs does not keep the process alive.
__attribute__((destructor)) void stop_workers() {
  if (!spin(std::chrono::seconds(2), [] { return !pool.busy.exchange(true); })) return;
  pool.stop.store(true);
  pthread_mutex_lock(&pool.mutex);
  pthread_cond_broadcast(&pool.wake);
  pthread_mutex_unlock(&pool.mutex);
  for (int i = 0; i < pool.workers; i++) pthread_join(pool.threads[i], nullptr);
}

#ifdef __linux__
int read_int(const char* format, int cpu) {
  char path[96];
  std::snprintf(path, sizeof path, format, cpu);
  int value = -1;
  if (FILE* f = std::fopen(path, "r")) {
    if (std::fscanf(f, "%d", &value) != 1) value = -1;
    std::fclose(f);
  }
  return value;
}
#endif

// Two hardware threads of one core share its multipliers: the second one only adds contention.
int physical_cores() {
#ifdef __linux__
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
    int cores = 0;
    long seen[CPU_SETSIZE];
    for (int cpu = 0; cpu < CPU_SETSIZE; cpu++) {
      if (!CPU_ISSET(cpu, &allowed)) continue;
      const long package = read_int("/sys/devices/system/cpu/cpu%d/topology/physical_package_id", cpu);
      const long core = read_int("/sys/devices/system/cpu/cpu%d/topology/core_id", cpu);
      const long id = core < 0 ? -1 - cpu : package << 32 | core;
      int i = 0;
      while (i < cores && seen[i] != id) i++;
      if (i == cores) seen[cores++] = id;
    }
    if (cores > 0) return cores;
  }
#elif defined(__APPLE__)
  int cores = 0;
  size_t size = sizeof cores;
  if (sysctlbyname("hw.perflevel0.physicalcpu", &cores, &size, nullptr, 0) == 0 && cores > 0) return cores;
  if (sysctlbyname("hw.physicalcpu", &cores, &size, nullptr, 0) == 0 && cores > 0) return cores;
#endif
  const long online = sysconf(_SC_NPROCESSORS_ONLN);
  return online > 0 ? static_cast<int>(online) : 1;
}

int clamp_threads(long n) { return n < 1 ? 1 : n > kMaxThreads ? kMaxThreads : static_cast<int>(n); }

int default_threads() {
  const char* text = std::getenv("DESCEND_NUM_THREADS");
  if (text && *text) {
    char* end;
    const long n = std::strtol(text, &end, 10);
    if (*end == 0 && n >= 1) return clamp_threads(n);
    std::fprintf(stderr, "descend: DESCEND_NUM_THREADS=%s is not a number of threads (1 to %d); using all cores\n",
                 text, kMaxThreads);
  }
  return clamp_threads(physical_cores());
}

std::atomic<int> wanted_threads{0};  // 0: not asked yet

struct Scratch {
  void* memory[kScratchSlots] = {};
  size_t bytes[kScratchSlots] = {};
  ~Scratch() {
    for (void* p : memory) std::free(p);
  }
};
thread_local Scratch thread_scratch;

long system_cache_bytes(int level) {
#if defined(__APPLE__)
  const char* names[] = {"hw.perflevel0.l1dcachesize", "hw.perflevel0.l2cachesize", "hw.l3cachesize"};
  int64_t bytes = 0;
  size_t size = sizeof bytes;
  return sysctlbyname(names[level - 1], &bytes, &size, nullptr, 0) == 0 ? static_cast<long>(bytes) : 0;
#elif defined(_SC_LEVEL1_DCACHE_SIZE)
  const int names[] = {_SC_LEVEL1_DCACHE_SIZE, _SC_LEVEL2_CACHE_SIZE, _SC_LEVEL3_CACHE_SIZE};
  return sysconf(names[level - 1]);
#else
  (void)level;
  return 0;
#endif
}

}  // namespace

int thread_count() {
  int n = wanted_threads.load(std::memory_order_relaxed);
  if (n == 0) {
    int unset = 0;
    n = default_threads();
    if (!wanted_threads.compare_exchange_strong(unset, n)) n = unset;
  }
  return n;
}

void set_thread_count(int n) { wanted_threads.store(clamp_threads(n)); }

void run_chunks(long chunks, void (*body)(void*, long), void* ctx) {
  const long threads = chunks < 2 ? 1 : thread_count();
  if (threads == 1 || pool.busy.load(std::memory_order_relaxed) || pool.busy.exchange(true)) {
    for (long i = 0; i < chunks; i++) body(ctx, i);
    return;
  }
  const int helpers = static_cast<int>((threads < chunks ? threads : chunks) - 1);
  start_workers(helpers);
  pool.body = body;
  pool.ctx = ctx;
  pool.chunks = chunks;
  pool.members = helpers + 1;
  for (int t = 0; t < pool.members; t++) pool.taken[t].chunks.store(0, std::memory_order_relaxed);
  publish(helpers);
  pool.drain(0);
  close_job();
  pool.busy.store(false);
}

void* scratch(int slot, size_t bytes) {
  Scratch& s = thread_scratch;
  if (s.bytes[slot] < bytes) {
    std::free(s.memory[slot]);
    s.memory[slot] = nullptr;
    s.bytes[slot] = 0;
    if (posix_memalign(&s.memory[slot], 64, bytes) != 0) {
      s.memory[slot] = nullptr;
      return nullptr;
    }
    s.bytes[slot] = bytes;
  }
  return s.memory[slot];
}

bool written_lately(const void* p, long touched) {
  constexpr int kPlaces = 256;
  constexpr long kLately =
      16 << 20;  // half of what eight cores share as a rule; systems tell the sum of all, or nothing
  struct Written {
    const void* p = nullptr;
    long when = 0;
  };
  static thread_local Written places[kPlaces];
  static thread_local long now = 0;  // bytes touched so far
  // results of 256 KiB and more, of which two rarely have the same place
  Written& place = places[(reinterpret_cast<uintptr_t>(p) >> 12) * 0x9e3779b97f4a7c15ull >> 56];
  now += touched;
  const bool lately = place.p == p && now - place.when <= kLately;
  place = {p, now};
  return lately;
}

long cache_bytes(int level) {
  static const struct Sizes {
    long bytes[3];
    Sizes() {
      const long common[3] = {32 << 10, 512 << 10, 8 << 20};
      for (int i = 0; i < 3; i++) {
        const long told = system_cache_bytes(i + 1);
        bytes[i] = told > 0 ? told : common[i];
      }
    }
  } sizes;
  return sizes.bytes[level - 1];
}

}  // namespace descend
