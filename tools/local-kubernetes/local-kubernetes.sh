#!/usr/bin/env bash
# A real single-node Kubernetes with Flink's images, without Docker and without a registry of images.
#
# usage: local-kubernetes.sh COMMAND
#   build        builds what is missing (about 8 min the first time, nothing later)
#   up           builds, starts and waits until it works; harmless when it runs
#   down         stops it; clusters are there again after the next up
#   reset        stops it and forgets its objects; the images stay
#   delete       stops it and forgets everything of this instance
#   status       says whether it runs; exit code 0 when it does, else 3
#   kubeconfig   prints the path of its kubeconfig
#   kubectl …    calls its kubectl
#   test-job VERSION   prints the path of the test job's jar for a Flink version
#   kwok         builds kwok and prints its path
# settings: DREY_LOCAL_KUBERNETES_DIR (where all of it lies), DREY_LOCAL_KUBERNETES_INSTANCE (1 to 99; see settings.sh)
set -Eeuo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/settings.sh"
source "$here/progress.sh"
source "$here/install-packages.sh"
source "$here/build.sh"
source "$here/binaries/build-binaries.sh"
source "$here/kwok/build-kwok.sh"
source "$here/images/build-base.sh"
source "$here/images/build-flink.sh"
source "$here/images/import-images.sh"
source "$here/../test-job/build-test-job.sh"
source "$here/node/certificates.sh"
source "$here/node/configuration.sh"
source "$here/node/start.sh"
source "$here/node/stop.sh"

up() {
  build_all
  locked "$state_dir.lock" "start or stop this instance"
  if supervisor >/dev/null && kubectl_local get --raw /readyz >/dev/null 2>&1; then
    import_images
    step "Kubernetes runs already: context $context_name"
  else
    stop_node
    start_node
    step "Kubernetes is ready: context $context_name"
  fi
  echo "export KUBECONFIG=$kubeconfig"
}

down() {
  locked "$state_dir.lock" "start or stop this instance"
  "$1"
}

status() {
  if supervisor >/dev/null; then echo "instance $instance runs, process $(supervisor), KUBECONFIG=$kubeconfig"; else
    echo "instance $instance does not run"
    exit 3
  fi
}

case ${1:-} in
  build) build_all && step "everything is built in $cache_dir" ;;
  up) up ;;
  down) down stop_node ;;
  reset) down reset_node ;;
  delete) down delete_node ;;
  status) status ;;
  kubeconfig) echo "$kubeconfig" ;;
  kubectl) shift && kubectl_local "$@" ;;
  test-job) echo "$(test_job_cache "${2:?a Flink version}")/TestJob.jar" ;;
  kwok) build_kwok && echo "$kwok" ;;
  *) sed -n '/^# usage/,/^# settings/s/^# \?//p' "$0" >&2 && exit 2 ;;
esac
