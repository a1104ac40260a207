# shellcheck shell=bash disable=SC2034 # sourced: the names below are for the other scripts
# Versions, places and addresses of the local Kubernetes.
# Everything that differs between two instances on one machine follows from DREY_LOCAL_KUBERNETES_INSTANCE.

kubernetes_version=1.34.4
flink_versions=(2.3.0 1.20.5)

tool_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
test_job_dir=$(cd "$tool_dir/../test-job" && pwd)
cache_dir=${DREY_LOCAL_KUBERNETES_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/drey/local-kubernetes}
instance=${DREY_LOCAL_KUBERNETES_INSTANCE:-1}

if ! [[ $instance =~ ^[1-9][0-9]?$ ]]; then
  echo "DREY_LOCAL_KUBERNETES_INSTANCE must be a number from 1 to 99, it is \"$instance\"." >&2
  exit 2
fi

# One instance is one /16: pods in the lower half, Services and the link to the node in the upper half.
network=10.$((100 + instance))
network_range=$network.0.0/16
pod_range=$network.0.0/17
service_range=$network.128.0/18
api_service_address=$network.128.1
dns_address=$network.128.10
node_address=$network.192.1
host_address=$network.192.2
link_name=drey$instance
cgroup_name=drey-$instance

state_dir=$cache_dir/instances/$instance
kubeconfig=$state_dir/admin.conf
context_name=drey-local$([ "$instance" = 1 ] || echo "-$instance")
node_name=node1

# A name for content: equal files give an equal key, so an artifact is built once and never out of date.
key_of() { cat "$@" | sha256sum | cut -c1-12; }

binaries_dir=$cache_dir/binaries-$(key_of "$tool_dir"/binaries/{go.mod,go.sum,build-binaries.sh,dns/main.go,pause/main.go})
base_layer=$cache_dir/base-$(key_of "$tool_dir/images/build-base.sh").tar
pause_layer=$binaries_dir/pause.tar

# flink_dir VERSION: the distribution; test_job_dir_of VERSION: our job, compiled against it.
flink_dir() {
  echo "$cache_dir/flink-$1-$(key_of "$tool_dir/images/build-flink.sh" "$tool_dir/images/flink-$1.txt" "$tool_dir/images/docker-entrypoint.sh")"
}
test_job_cache() {
  echo "$cache_dir/test-job-$1-$(key_of "$tool_dir/images/flink-$1.txt" "$test_job_dir/build-test-job.sh" "$test_job_dir"/src/dev/drey/testjob/*.java)"
}
