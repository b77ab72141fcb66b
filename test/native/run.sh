#!/bin/sh
# Accuracy of native/simd/math.h on every instruction set that this machine runs, optimised and then, with larger
# steps, unoptimised under the address and undefined-behaviour sanitizers.
#   test/native/run.sh          the tests; STRIDE=1 takes every float32 (hours), the default every 997th
#   test/native/run.sh bench    nanoseconds per float of the hot functions
# A cross build: CXX=aarch64-linux-gnu-g++ RUN="qemu-aarch64-static -L /usr/aarch64-linux-gnu" test/native/run.sh
set -eu
cd "$(dirname "$0")"
CXX=${CXX:-g++}
RUN=${RUN:-}
STRIDE=${STRIDE:-997}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

common="-std=c++17 -fno-math-errno -fno-trapping-math -fno-exceptions -fno-rtti -ffp-contract=fast -Wall -Wextra
  -Wno-unused-function"
flags() {
  case $1 in
    neon) echo "-DDESCEND_VEC_BYTES=16" ;;
    baseline) echo "-DDESCEND_VEC_BYTES=16" ;;
    avx2) echo "-DDESCEND_VEC_BYTES=32 -mavx2 -mfma -mf16c" ;;
    avx512) echo "-DDESCEND_VEC_BYTES=64 -mavx512f -mavx512dq -mavx512bw -mavx512vl -mprefer-vector-width=512 -mfma" ;;
  esac
}
runs() {
  case $1 in
    avx2) grep -qw avx2 /proc/cpuinfo && grep -qw fma /proc/cpuinfo ;;
    avx512) grep -qw avx512dq /proc/cpuinfo && grep -qw avx512bw /proc/cpuinfo && grep -qw avx512vl /proc/cpuinfo ;;
  esac
}
case $("$CXX" -dumpmachine) in
  aarch64*) isas=neon ;;
  *) isas="baseline avx2 avx512" ;;
esac

# one <isa> <label> <source> <compiler options> -- <arguments>; output and exit status go to files
one() {
  isa=$1 label=$2 source=$3 options=$4
  shift 4
  # shellcheck disable=SC2046,SC2086
  if "$CXX" $common $options $(flags "$isa") "$source" -o "$out/$isa-$label" >"$out/$isa-$label.log" 2>&1 &&
    $RUN "$out/$isa-$label" "$@" >>"$out/$isa-$label.log" 2>&1; then
    echo 0 >"$out/$isa-$label.status"
  else
    echo 1 >"$out/$isa-$label.status"
  fi
}

failed=0
for isa in $isas; do
  if ! runs "$isa"; then
    echo "$isa: skipped, this processor lacks it"
    continue
  fi
  if [ "${1:-}" = bench ]; then
    one "$isa" bench math_bench.cpp -O3
    labels=bench
  else
    one "$isa" optimised math_test.cpp -O3 "$STRIDE" &
    labels=optimised
    if [ -z "$RUN" ]; then # the sanitizers do not run under an emulator
      one "$isa" sanitized math_test.cpp "-O0 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all" 1000003
      labels="optimised sanitized"
    fi
    wait
  fi
  for label in $labels; do
    echo "== $isa, $label"
    cat "$out/$isa-$label.log"
    [ "$(cat "$out/$isa-$label.status")" = 0 ] || failed=1
  done
done
exit $failed
