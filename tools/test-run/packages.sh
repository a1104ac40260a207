#!/bin/sh
# Debian packages of the test run, when they are missing: Chromium for Playwright, whose own browsers are a download that
# not every network allows, and shellcheck.
set -eu
missing=
command -v chromium >/dev/null || missing="chromium fonts-liberation"
command -v shellcheck >/dev/null || missing="$missing shellcheck"
[ -n "$missing" ] || exit 0
echo "Installing $missing (apt)" >&2
install() { echo "$missing" | DEBIAN_FRONTEND=noninteractive xargs apt-get install -y --no-install-recommends; }
log=$(mktemp)
install >"$log" 2>&1 || { apt-get update && install; } >>"$log" 2>&1 || {
  tail -n 20 "$log" >&2
  exit 1
}
