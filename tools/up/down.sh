#!/bin/sh
# `npm run down`: stops the console and the local Kubernetes, by process id. Clusters are there again after the next up.
# It needs no installed packages.
set -eu
cd "$(dirname "$0")/../.."
running="${DREY_DATA_DIR:-$HOME/.local/share/drey}/console.pid"

# The number may be another program's by now: it counts only while that has what `up` put into the console's environment.
is_console() { grep -qz '^DREY_STARTED_BY_UP=' "/proc/$1/environ" 2>/dev/null; }

pid=$(cut -d' ' -f1 "$running" 2>/dev/null || true)
if [ -n "$pid" ] && is_console "$pid"; then
  echo "Stopping the console (process $pid)" >&2
  kill -TERM "$pid"
  waited=0
  while is_console "$pid" && [ "$waited" -lt 100 ]; do
    sleep 0.1
    waited=$((waited + 1))
  done
  is_console "$pid" && kill -KILL "$pid"
else
  echo "The console does not run" >&2
fi
rm -f "$running"
if bash tools/local-kubernetes/local-kubernetes.sh status >/dev/null; then
  bash tools/local-kubernetes/local-kubernetes.sh down
fi
