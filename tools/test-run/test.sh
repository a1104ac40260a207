#!/bin/sh
# The whole test run of the README: installs what is missing, then every check and test.
# Plain sh for the part before Node.js 24 is there.
set -eu
cd "$(dirname "$0")/../.."

# One run at a time on a machine: two would take each other's ports and local Kubernetes.
lock="${XDG_CACHE_HOME:-$HOME/.cache}/drey/test-run.lock"
mkdir -p "$(dirname "$lock")"
exec 8>>"$lock"
flock --nonblock 8 || {
  echo "Waiting for another test run to end" >&2
  flock 8
}
sh tools/setup/dependencies.sh
sh tools/test-run/packages.sh
PATH="$PWD/node_modules/.bin:$PATH" exec node tools/test-run/run-tests.ts
