#!/usr/bin/env bash
# Runs the native-heavy tests on an addon built with AddressSanitizer and UndefinedBehaviorSanitizer (Linux, clang).
# Any report of either ends the test process, and with it this script, with an error.
#   bash scripts/test-sanitized.sh [vitest file filters]        default: ops native optim
set -euo pipefail
cd "$(dirname "$0")/.."

node scripts/install.mjs --sanitize
addon="$PWD/build-asan/build/Release/descend.node"
runtime="$(clang++ -print-file-name="libclang_rt.asan-$(uname -m).so")"
if [[ ! -f "$runtime" ]]; then
  echo "test-sanitized: clang's ASan runtime is missing. To get it: apt-get install libclang-rt-14-dev" >&2
  exit 1
fi

# Node itself is not instrumented and leaves memory to the operating system when it ends: no leak detection, and
# allocations that cross the border between its C++ and malloc are its own business.
export ASAN_OPTIONS="detect_leaks=0:alloc_dealloc_mismatch=0:detect_odr_violation=0:abort_on_error=1:symbolize=1"
export UBSAN_OPTIONS="print_stacktrace=1:abort_on_error=1"
export DESCEND_BACKEND=native DESCEND_ADDON="$addon"

# A run on the ordinary addon would prove nothing: make sure that it is this one the library loads.
LD_PRELOAD="$runtime" node --import tsx --input-type=module -e "
  const { readFileSync } = await import('node:fs');
  const { tensor } = await import('./src/index.ts');
  tensor([1, 2]).add(1).toArray();
  if (!readFileSync('/proc/self/maps', 'utf8').includes(process.env.DESCEND_ADDON)) {
    throw new Error('test-sanitized: the library did not load ' + process.env.DESCEND_ADDON);
  }"

filters=("$@")
if [[ ${#filters[@]} -eq 0 ]]; then filters=(ops native optim); fi
# The vitest process itself starts without the preload (its bundler's binary is none of ours); the workers get it.
DESCEND_TEST_PRELOAD="$runtime" npx vitest run --project node "${filters[@]}"
