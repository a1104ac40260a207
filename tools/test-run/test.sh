#!/bin/sh
# The whole test run of the README: installs what is missing, then every check and test.
# Plain sh for the part before Node.js 24 is there.
set -eu
cd "$(dirname "$0")/../.."
sh tools/setup/dependencies.sh
sh tools/test-run/browser.sh
exec npm run --silent test:stages
