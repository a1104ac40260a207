#!/bin/sh
# `npm run up`: from a bare clone to a console that serves. Plain sh for the part before Node.js 24 is there.
set -eu
cd "$(dirname "$0")/../.."
sh tools/setup/dependencies.sh
PATH="$PWD/node_modules/.bin:$PATH" exec node tools/up/up.ts
