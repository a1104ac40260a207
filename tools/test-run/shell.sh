#!/bin/sh
# `npm run shell`: shellcheck over all shell scripts. What is sourced is read with what sources it.
set -eu
cd "$(dirname "$0")/../.."
shellcheck --external-sources --check-sourced --source-path=SCRIPTDIR tools/local-kubernetes/local-kubernetes.sh \
  tools/local-kubernetes/node/supervise.sh tools/local-kubernetes/images/docker-entrypoint.sh \
  tools/setup/*.sh tools/test-run/*.sh tools/up/*.sh .ci/run
