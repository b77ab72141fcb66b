#!/usr/bin/env bash
# Packs dist, installs the tarball into an empty project (which builds the addon there, as a user's install does), and
# trains a few steps from ESM and from CommonJS under this node and under those of the given major versions.
#   bash scripts/test-package.sh [major version ...]        needs `npm run build` first
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# npm hands these to its scripts; a nested npm would take them for its own.
unset "${!npm_package_@}" "${!npm_lifecycle_@}" || true

nodes=("$(command -v node)")
platform="$(node -p 'process.platform + "-" + process.arch')"
for major in "$@"; do
  # The package that carries the binary; the package `node` only picks it in an install script.
  npm install --silent --no-save --ignore-scripts --prefix "$work/node$major" "node-$platform@$major"
  nodes+=("$work/node$major/node_modules/node-$platform/bin/node")
done

tarball="$(cd "$root" && npm pack --silent --ignore-scripts --pack-destination "$work")"
mkdir "$work/app"
cd "$work/app"
# allowScripts: newer npm runs no install script of a dependency without it.
echo '{ "name": "app", "version": "1.0.0", "private": true, "allowScripts": { "descend": true } }' > package.json
npm install --silent --foreground-scripts "$work/$tarball"
cp "$root"/scripts/package/* .

for node in "${nodes[@]}"; do
  for backend in native wasm; do
    for entry in esm.mjs cjs.cjs; do
      printf '%s %s: ' "$("$node" --version)" "$entry"
      DESCEND_BACKEND=$backend "$node" "$entry"
    done
  done
done
