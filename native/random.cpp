// Random numbers: the same bits on every backend, instruction set and number of threads. This is the recipe.
//
// Only + - * / sqrt of IEEE doubles, comparisons and bit operations are used, in the order written here, so this file
// must be compiled with -ffp-contract=off. "double" below means: every operation rounds to a double.
//
// The cell is 4 doubles: seed (an integer, 0 to 2^53), counter (an integer, how many blocks were used so far) and two
// that are reserved. A call uses blocks counter, counter + 1, … and then adds their number to the counter.
//
// Block c: four 32-bit words w0 … w3 of Philox 4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3",
// SC 2011) with key (seed mod 2^32, floor(seed / 2^32)) and counter words (c mod 2^32, floor(c / 2^32), 0, 0). Ten
// rounds of
//   p = 0xD2511F53 * x0, q = 0xCD9E8D57 * x2 (64-bit products)
//   (x0, x1, x2, x3) = (high(q) ^ x1 ^ k0, low(q), high(p) ^ x3 ^ k1, low(p))
// with k0 += 0x9E3779B9, k1 += 0xBB67AE85 (mod 2^32) between rounds.
//
// Words of number i: for float64, words 2(i mod 2) = hi and 2(i mod 2) + 1 = lo of block floor(i / 2), ceil(n / 2)
// blocks in all; for the other dtypes, word i mod 4 = w of block floor(i / 4), ceil(n / 4) blocks in all.
//
// The unit number U in [0, 1): floor(w / 2^8) * 2^-24; for float64 (floor(hi / 2^5) * 2^26 + floor(lo / 2^6)) * 2^-53.
//
// bernoulli, any dtype: 1 if U < a, else 0.
//
// uniform, float dtypes: v = a + (b - a) * U in double, y = v rounded to the dtype. Let A and B be a and b rounded to
// the dtype: where y >= B and A < B, y is the largest number of the dtype below B.
// uniform, other dtypes: a + floor(w * (b - a) / 2^32), exactly, for integers a <= b: every integer of [a, b).
//
// normal, float dtypes: y = a + b * z in double, rounded to the dtype. z = Φ⁻¹(u) for the middle u of one of 2^32
// (2^52) equal parts of (0, 1): u = (w + 0.5) * 2^-32; for float64 (floor(hi / 2^6) * 2^26 + floor(lo / 2^6) + 0.5) *
// 2^-52. Φ⁻¹ is Wichura's PPND16 (algorithm AS 241, Applied Statistics 37, 1988), its polynomials by Horner's rule:
//   q = u - 0.5
//   where |q| <= 0.425:  r = 0.180625 - q * q, z = (q * A(r)) / B(r)
//   elsewhere:  r = sqrt(-log(q < 0 ? u : 1 - u))
//               z = r <= 5 ? C(r - 1.6) / D(r - 1.6) : E(r - 5) / F(r - 5), negated where q < 0
// log(x): x = m * 2^e with 1 <= m < 2; where m > sqrt(2), m = m / 2 and e = e + 1. s = (m - 1) / (m + 1), t = s * s,
//   log(x) = e * ln(2) + (2 * s) * (1 + t * (1/3 + t * (1/5 + … + t * (1/19 + t * (1/21))…)))
// with sqrt(2), ln(2) and the quotients rounded to doubles. The series ends where its terms no longer count.
#include <cmath>
#include <cstdint>
#include <cstring>

#include "generated/opcodes.h"
#include "philox.h"
#include "threads.h"

namespace descend {

int random_kernel(const double* w);

namespace {

enum Status { kOk = 0, kNoKernel = 3 };
enum DTypeCode { kFloat32, kFloat64, kInt32, kUint8, kBool };

// What all numbers of a call share.
struct Stream {
  uint32_t key[2];
  uint64_t counter;
  double a, b;
};

template <class T>
constexpr int kWordsEach = 1;
template <>
constexpr int kWordsEach<double> = 2;

template <class T>
double unit(const uint32_t* w) {
  if (kWordsEach<T> == 1) return double(w[0] >> 8) * 0x1p-24;
  return (double(w[0] >> 5) * 0x1p26 + double(w[1] >> 6)) * 0x1p-53;
}
// As unit, but never 0, and 1 - u is a value as likely as u.
template <class T>
double centred_unit(const uint32_t* w) {
  if (kWordsEach<T> == 1) return (double(w[0]) + 0.5) * 0x1p-32;
  return (double(w[0] >> 6) * 0x1p26 + double(w[1] >> 6) + 0.5) * 0x1p-52;
}

template <int Count>
double horner(const double (&c)[Count], double x) {
  double p = c[Count - 1];
  for (int i = Count - 2; i >= 0; i--) p = p * x + c[i];
  return p;
}

// For normal x.
double log_of(double x) {
  static const double series[] = {1.0,      1.0 / 3,  1.0 / 5,  1.0 / 7,  1.0 / 9, 1.0 / 11,
                                  1.0 / 13, 1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21};
  uint64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  double e = double(int64_t(bits >> 52) - 1023), m;
  bits = (bits & 0xfffffffffffffull) | 0x3ff0000000000000ull;
  std::memcpy(&m, &bits, sizeof m);
  if (m > 1.4142135623730951) {
    m = m / 2;
    e = e + 1;
  }
  const double s = (m - 1) / (m + 1);
  return e * 0.6931471805599453 + (2 * s) * horner(series, s * s);
}

constexpr double kCentral = 0.425;

double normal_centre(double q) {
  static const double a[] = {3.3871328727963666080,    1.3314166789178437745e+2, 1.9715909503065514427e+3,
                             1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                             3.3430575583588128105e+4, 2.5090809287301226727e+3};
  static const double b[] = {1.0,
                             4.2313330701600911252e+1,
                             6.8718700749205790830e+2,
                             5.3941960214247511077e+3,
                             2.1213794301586595867e+4,
                             3.9307895800092710610e+4,
                             2.8729085735721942674e+4,
                             5.2264952788528545610e+3};
  const double r = 0.180625 - q * q;
  return (q * horner(a, r)) / horner(b, r);
}

double normal_tail(double u) {
  static const double c[] = {1.42343711074968357734,    4.63033784615654529590,   5.76949722146069140550,
                             3.64784832476320460504,    1.27045825245236838258,   2.41780725177450611770e-1,
                             2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static const double d[] = {1.0,
                             2.05319162663775882187,
                             1.67638483018380384940,
                             6.89767334985100004550e-1,
                             1.48103976427480074590e-1,
                             1.51986665636164571966e-2,
                             5.47593808499534494600e-4,
                             1.05075007164441684324e-9};
  static const double e[] = {6.65790464350110377720,    5.46378491116411436990,    1.78482653991729133580,
                             2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                             2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static const double f[] = {1.0,
                             5.99832206555887937690e-1,
                             1.36929880922735805310e-1,
                             1.48753612908506148525e-2,
                             7.86869131145613259100e-4,
                             1.84631831751005468180e-5,
                             1.42151175831644588870e-7,
                             2.04426310338993978564e-15};
  const double r = std::sqrt(-log_of(u < 0.5 ? u : 1 - u));
  const double z = r <= 5 ? horner(c, r - 1.6) / horner(d, r - 1.6) : horner(e, r - 5) / horner(f, r - 5);
  return u < 0.5 ? -z : z;
}

template <class T>
void bernoulli(const Stream& s, const uint32_t* words, long n, T* y) {
  for (long i = 0; i < n; i++) y[i] = T(unit<T>(words + i * kWordsEach<T>) < s.a);
}

template <class T>
void uniform(const Stream& s, const uint32_t* words, long n, T* y) {
  const double width = s.b - s.a;
  const T low = T(s.a), high = T(s.b), last = low < high ? T(std::nextafter(high, low)) : high;
  for (long i = 0; i < n; i++) {
    const T v = T(s.a + width * unit<T>(words + i * kWordsEach<T>));
    y[i] = v >= high && low < high ? last : v;
  }
}

template <class T>
void integers(const Stream& s, const uint32_t* words, long n, T* y) {
  const int64_t first = int64_t(s.a);
  const uint64_t count = uint64_t(int64_t(s.b) - first);
  for (long i = 0; i < n; i++) y[i] = T(first + int64_t(words[i] * count >> 32));
}

template <class T>
void normal(const Stream& s, const uint32_t* words, long n, T* y) {
  constexpr long kBatch = 64;
  double u[kBatch], z[kBatch];
  for (long start = 0; start < n; start += kBatch) {
    const long m = n - start < kBatch ? n - start : kBatch;
    // The central formula for all, without branches, then the 15 % in the tails again.
    for (long i = 0; i < m; i++) {
      u[i] = centred_unit<T>(words + (start + i) * kWordsEach<T>);
      z[i] = normal_centre(u[i] - 0.5);
    }
    for (long i = 0; i < m; i++) {
      if (std::fabs(u[i] - 0.5) > kCentral) z[i] = normal_tail(u[i]);
    }
    for (long i = 0; i < m; i++) y[start + i] = T(s.a + s.b * z[i]);
  }
}

// Fills y with fill(s, words, n, y), piece by piece, and advances the cell.
template <class T>
int run(const double* w, void (*fill)(const Stream&, const uint32_t*, long, T*)) {
  namespace at = random_word;
  constexpr long kPerBlock = 4 / kWordsEach<T>, kBlocks = 64, kGrain = 64;
  double* cell = reinterpret_cast<double*>(static_cast<intptr_t>(w[at::cell]));
  T* y = reinterpret_cast<T*>(static_cast<intptr_t>(w[at::y]));
  const long n = static_cast<long>(w[at::n]), pieces = (n + kPerBlock * kBlocks - 1) / (kPerBlock * kBlocks);
  const uint64_t seed = static_cast<uint64_t>(cell[0]);
  const Stream s{{uint32_t(seed), uint32_t(seed >> 32)}, static_cast<uint64_t>(cell[1]), w[at::a], w[at::b]};
  parallel_for(pieces, kGrain, [&](long begin, long end) {
    uint32_t words[4 * kBlocks];
    for (long piece = begin; piece < end; piece++) {
      const long first = piece * kBlocks * kPerBlock;
      const long m = n - first < kBlocks * kPerBlock ? n - first : kBlocks * kPerBlock;
      for (long block = 0; block * kPerBlock < m; block++)
        philox(s.key, s.counter + piece * kBlocks + block, words + 4 * block);
      fill(s, words, m, y + first);
    }
  });
  cell[1] += static_cast<double>((n + kPerBlock - 1) / kPerBlock);
  return kOk;
}

template <class T>
int run_float(const double* w) {
  switch (static_cast<int>(w[random_word::kind])) {
    case random_uniform:
      return run<T>(w, uniform<T>);
    case random_normal:
      return run<T>(w, normal<T>);
    case random_bernoulli:
      return run<T>(w, bernoulli<T>);
    default:
      return kNoKernel;
  }
}
template <class T>
int run_integer(const double* w) {
  switch (static_cast<int>(w[random_word::kind])) {
    case random_uniform:
      return run<T>(w, integers<T>);
    case random_bernoulli:
      return run<T>(w, bernoulli<T>);
    default:
      return kNoKernel;
  }
}

}  // namespace

int random_kernel(const double* w) {
  switch (static_cast<int>(w[random_word::dtype])) {
    case kFloat32:
      return run_float<float>(w);
    case kFloat64:
      return run_float<double>(w);
    case kInt32:
      return run_integer<int32_t>(w);
    case kUint8:
    case kBool:
      return run_integer<uint8_t>(w);
    default:
      return kNoKernel;
  }
}

}  // namespace descend
