# shellcheck shell=bash
# Builds what an instance runs, each part once: parts are named by a key of what decides their content.

build_all() {
  [ "$(id -u)" = 0 ] || fail "The local Kubernetes needs root: it builds file systems and starts containers."
  locked "$cache_dir/build.lock" "build"
  install_packages containerd runc containernetworking-plugins iptables conntrack iproute2 mmdebstrap openssl
  build_binaries
  build_base_layer
  local version
  for version in "${flink_versions[@]}"; do
    build_flink_layer "$version"
    build_test_job "$version"
  done
  forget_old_parts
  exec 9>&-
}

# Parts that no build has used for two weeks.
forget_old_parts() {
  touch "$binaries_dir" "$base_layer"
  local version
  for version in "${flink_versions[@]}"; do touch "$(flink_dir "$version")" "$(test_job_cache "$version")"; done
  find "$cache_dir" -mindepth 1 -maxdepth 1 \( -name 'binaries-*' -o -name 'base-*' -o -name 'flink-*' -o -name 'test-job-*' -o -name 'kwok-*' \) \
    -mtime +14 -exec rm -rf {} +
}
