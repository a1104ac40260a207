#!/bin/sh
# Debian's Chromium for Playwright, whose own browsers are a download that not every network allows.
set -eu
command -v chromium >/dev/null && exit 0
echo "Installing chromium (apt)" >&2
apt-get install -y --no-install-recommends chromium fonts-liberation >/dev/null </dev/null 2>&1 ||
  { apt-get update -qq >/dev/null && apt-get install -y --no-install-recommends chromium fonts-liberation >/dev/null </dev/null; }
