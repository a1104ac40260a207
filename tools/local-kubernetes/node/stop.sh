# shellcheck shell=bash
# Stops the node. Its state stays, so that the next start goes on with the same clusters, as after a machine's restart.

stop_node() {
  local pid
  if pid=$(supervisor); then
    step "stopping Kubernetes (instance $instance, process $pid)"
    kill -TERM "$pid"
    await_end "$pid" 100 || { kill -KILL "$pid" && await_end "$pid" 50; } || fail "Process $pid does not end."
  fi
  rm -f "$supervisor_file"
  remove_cgroup
}

# await_end PID TENTHS
await_end() {
  local tenth
  for ((tenth = 0; tenth < $2; tenth++)); do
    [ -d "/proc/$1" ] || return 0
    sleep 0.1
  done
  return 1
}

# Empty control groups are all that the kernel leaves. The last processes of the node may still be on their way out.
remove_cgroup() {
  local tree _
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    for tree in "/sys/fs/cgroup/$cgroup_name" /sys/fs/cgroup/*/"$cgroup_name"; do
      [ ! -d "$tree" ] || find "$tree" -depth -type d -exec rmdir {} + 2>/dev/null || true
    done
    compgen -G "/sys/fs/cgroup/*/$cgroup_name" >/dev/null || return 0
    sleep 0.2
  done
}

reset_node() {
  stop_node
  step "forgetting the objects of instance $instance"
  rm -rf --one-file-system "$state_dir"/{etcd,kubelet,pod-logs}
}

delete_node() {
  stop_node
  step "deleting the state of instance $instance"
  rm -rf --one-file-system "$state_dir"
}
