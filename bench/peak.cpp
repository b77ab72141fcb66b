// The float32 multiply-add rate of this machine, with nothing but registers: what a matmul can be measured against.
// usage: peak SECONDS THREADS...; prints {"<vector bits>": {"<threads>": GFLOP/s, ...}, ...}.
// peak.ts compiles it with -O3 -march=native, so that a * x + y becomes one instruction where there is one.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

using Clock = std::chrono::steady_clock;

// Read at run time, so that nothing is computed by the compiler.
static volatile float scale = 0.9999f, shift = 1e-4f, sink;

static double seconds(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration<double>(to - from).count();
}

template <int Bytes>
struct Vector {
  typedef float type __attribute__((vector_size(Bytes)));
};

// Enough independent sums to hide the latency of two multiply-adds a cycle, few enough for 16 registers.
constexpr int sums = 12;

// Returns how many floating-point operations it did.
template <int Bytes>
__attribute__((noinline)) double spin(long rounds) {
  using V = typename Vector<Bytes>::type;
  const V x = V{} + scale, y = V{} + shift;
  V a[sums];
#pragma GCC unroll 12
  for (int k = 0; k < sums; k++) a[k] = x * static_cast<float>(k);
  for (long i = 0; i < rounds; i++) {
#pragma GCC unroll 12
    for (int k = 0; k < sums; k++) a[k] = a[k] * x + y;
  }
  float total = 0;
  for (int k = 0; k < sums; k++)
    for (size_t lane = 0; lane < Bytes / sizeof(float); lane++) total += a[k][lane];
  sink = total;
  return 2.0 * sums * (Bytes / sizeof(float)) * static_cast<double>(rounds);
}

// All threads start together; the rate is what all did by the time the last was done.
template <int Bytes>
double together(int threads, long rounds) {
  std::atomic<int> waiting{threads};
  std::vector<std::thread> pool;
  std::vector<double> operations(threads);
  std::vector<Clock::time_point> from(threads), to(threads);
  for (int t = 0; t < threads; t++) {
    pool.emplace_back([&, t] {
      waiting--;
      while (waiting.load() > 0) std::this_thread::yield();
      from[t] = Clock::now();
      operations[t] = spin<Bytes>(rounds);
      to[t] = Clock::now();
    });
  }
  double total = 0;
  Clock::time_point first = Clock::time_point::max(), last = Clock::time_point::min();
  for (int t = 0; t < threads; t++) {
    pool[t].join();
    total += operations[t];
    if (from[t] < first) first = from[t];
    if (to[t] > last) last = to[t];
  }
  return total / seconds(first, last) / 1e9;
}

template <int Bytes>
void report(bool more, double budget, const std::vector<int>& threads) {
  printf("%s\"%d\":{", more ? "," : "", Bytes * 8);
  for (size_t i = 0; i < threads.size(); i++) {
    // Blocks of about a millisecond: long enough to start together, short enough to fall between other programs' turns.
    long rounds = 20000;
    const auto start = Clock::now();
    spin<Bytes>(rounds);
    rounds = static_cast<long>(rounds * 0.001 / seconds(start, Clock::now())) + 1;
    double best = 0;
    do {
      const double rate = together<Bytes>(threads[i], rounds);
      if (rate > best) best = rate;
    } while (seconds(start, Clock::now()) < budget);
    printf("%s\"%d\":%.2f", i ? "," : "", threads[i], best);
  }
  printf("}");
}

int main(int count, char** arguments) {
  const double budget = count > 1 ? atof(arguments[1]) : 0.5;
  std::vector<int> threads;
  for (int i = 2; i < count; i++) threads.push_back(atoi(arguments[i]));
  printf("{");
  report<16>(false, budget, threads);
#ifdef __AVX__
  report<32>(true, budget, threads);
#endif
#ifdef __AVX512F__
  report<64>(true, budget, threads);
#endif
  printf("}\n");
}
