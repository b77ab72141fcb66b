// The order of every row: elements become unsigned keys in the same order, which are sorted with their indices beside
// them, digit by digit from the lowest (stable), short rows by insertion.
#pragma once
#include "reduce_kinds.inl"

namespace {

constexpr int kDigits = 256;
constexpr long kShortRow = 64;

// Keys in the order of the numbers: -0 is 0, NaN is above everything.
inline uint32_t sort_key(float x) {
  if (x != x) return ~0u;
  if (x == 0) return 1u << 31;
  uint32_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  return bits >> 31 ? ~bits : bits | 1u << 31;
}
inline uint64_t sort_key(double x) {
  if (x != x) return ~uint64_t(0);
  if (x == 0) return uint64_t(1) << 63;
  uint64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  return bits >> 63 ? ~bits : bits | uint64_t(1) << 63;
}
inline uint32_t sort_key(int32_t x) { return uint32_t(x) ^ 1u << 31; }
inline uint32_t sort_key(uint8_t x) { return x; }
inline uint64_t sort_key(int64_t x) { return uint64_t(x) ^ uint64_t(1) << 63; }

// A row's keys and indices, and room for as many again.
template <class Key>
struct SortRow {
  Key *keys, *other_keys;
  int32_t *index, *other_index;
  long n;
};

template <class Key>
void insertion_sort(const SortRow<Key>& row) {
  for (long i = 1; i < row.n; i++) {
    const Key key = row.keys[i];
    const int32_t index = row.index[i];
    long j = i;
    for (; j > 0 && row.keys[j - 1] > key; j--) {
      row.keys[j] = row.keys[j - 1];
      row.index[j] = row.index[j - 1];
    }
    row.keys[j] = key;
    row.index[j] = index;
  }
}

// Sorts by the lowest `passes` bytes of the keys. The indices end where they began, the keys need not.
template <class Key>
void radix_sort(SortRow<Key> row, int passes) {
  uint32_t counts[sizeof(Key)][kDigits] = {};
  for (long i = 0; i < row.n; i++) {
    for (int p = 0; p < passes; p++) counts[p][row.keys[i] >> 8 * p & 255]++;
  }
  int32_t* const result = row.index;
  for (int p = 0; p < passes; p++) {
    uint32_t* count = counts[p];
    if (count[row.keys[0] >> 8 * p & 255] == row.n) continue;  // all alike
    uint32_t place = 0;
    for (int d = 0; d < kDigits; d++) {
      const uint32_t here = count[d];
      count[d] = place;
      place += here;
    }
    for (long i = 0; i < row.n; i++) {
      const Key key = row.keys[i];
      const uint32_t to = count[key >> 8 * p & 255]++;
      row.other_keys[to] = key;
      row.other_index[to] = row.index[i];
    }
    Key* keys = row.keys;
    row.keys = row.other_keys;
    row.other_keys = keys;
    int32_t* index = row.index;
    row.index = row.other_index;
    row.other_index = index;
  }
  if (row.index != result) std::memcpy(result, row.index, row.n * sizeof(int32_t));
}

template <class T>
int sort_type(const double* w) {
  namespace at = descend::sort_word;
  using Key = decltype(sort_key(T()));
  const long rows = static_cast<long>(w[at::rows]), cols = static_cast<long>(w[at::cols]);
  const bool descending = w[at::descending] != 0;
  const T* x = address<const T>(w[at::x]);
  int32_t* index = address<int32_t>(w[at::index]);
  Key* keys = address<Key>(w[at::work]);
  Key* other_keys = keys + rows * cols;
  int32_t* other_index = reinterpret_cast<int32_t*>(other_keys + rows * cols);
  parallel_for(rows, 8192 / cols + 1, [&](long begin, long end) {
    for (long r = begin; r < end; r++) {
      const long from = r * cols;
      const SortRow<Key> row{keys + from, other_keys + from, index + from, other_index + from, cols};
      for (long i = 0; i < cols; i++) {
        const Key key = sort_key(x[from + i]);
        row.keys[i] = descending ? Key(~key) : key;
        row.index[i] = static_cast<int32_t>(i);
      }
      if (cols <= kShortRow)
        insertion_sort(row);
      else
        radix_sort(row, sizeof(T));
    }
  });
  return kOk;
}

int sort_kernel(const double* w) {
  namespace at = descend::sort_word;
  if (w[at::rows] == 0 || w[at::cols] == 0) return kOk;
  return with_type(w[at::dtype], [&](auto t) { return sort_type<decltype(t)>(w); });
}

void register_sort(Kernel* table) { table[descend::op_sort] = sort_kernel; }

}  // namespace
