#!/usr/bin/env bash
# Runs tests that use several threads on an addon built with ThreadSanitizer (Linux, g++), with four threads whatever the number of
# cores. A report of a data race ends the test process, and with it this script, with an error.
#   bash scripts/test-tsan.sh [vitest file filters]        default: those that speak of threads and workers
set -euo pipefail
cd "$(dirname "$0")/.."

node scripts/install.mjs --sanitize=thread
addon="$PWD/build-tsan/build/Release/descend.node"
runtime="$(g++ -print-file-name=libtsan.so)"
if [[ ! -f "$runtime" ]]; then
  echo "test-tsan: g++'s ThreadSanitizer runtime is missing. It comes with g++: apt-get install g++" >&2
  exit 1
fi

export TSAN_OPTIONS="halt_on_error=1:exitcode=66:report_signal_unsafe=0:suppressions=$PWD/scripts/tsan.supp"
if symbolizer="$(command -v llvm-symbolizer)"; then TSAN_OPTIONS+=":external_symbolizer_path=$symbolizer"; fi
export DESCEND_BACKEND=native DESCEND_ADDON="$addon" DESCEND_NUM_THREADS=4

filters=("$@")
if [[ ${#filters[@]} -eq 0 ]]; then filters=(-t 'threads|workers' core/{determinism,worker} nn/{conv,attention,recurrent,norms}); fi
DESCEND_TEST_PRELOAD="$runtime" npx vitest run --project node --testTimeout=300000 "${filters[@]}"
