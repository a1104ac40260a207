# shellcheck shell=bash
# Starts the node and waits until it works.

supervisor_file=$state_dir/supervisor.pid

# The supervisor's process id, if it is alive and this instance's: a number alone may be somebody else's by now.
supervisor() {
  local pid
  pid=$(cat "$supervisor_file" 2>/dev/null) || return 1
  grep -qz "DREY_LOCAL_KUBERNETES_SUPERVISES=$state_dir" "/proc/$pid/environ" 2>/dev/null && echo "$pid"
}

# on_node COMMAND…: runs a command inside the node's namespaces.
on_node() { nsenter --target "$(supervisor)" --mount --net --pid -- "$@"; }

kubectl_local() { "$binaries_dir/kubectl" --kubeconfig="$kubeconfig" "$@"; }

start_node() {
  step "starting Kubernetes $kubernetes_version (instance $instance)" "$state_dir/log/supervisor.log"
  refuse_taken_network
  mkdir -p "$state_dir"/{pki,log,cni,containerd,pod-logs}
  rm -rf "$state_dir/ended" && mkdir "$state_dir/ended"
  local log
  for log in "$state_dir"/log/*.log; do [ ! -f "$log" ] || mv "$log" "$log.old"; done
  make_certificates
  write_configuration
  make_cgroup
  start_supervisor
  await kube-apiserver "the API server answers" kubectl_local get --raw /readyz
  import_images
  await kube-apiserver "the first objects are accepted" apply_first_objects
  await kubelet "the node is ready" node_is_ready
  await dns "DNS answers" on_node timeout 1 bash -c "exec 3<>/dev/tcp/$node_address/53"
  await kube-controller-manager "the service account of \"default\" exists" kubectl_local get serviceaccount default
}

refuse_taken_network() {
  local taken
  taken=$(ip -o address | awk -v prefix="$network." 'index($4, prefix) == 1 {print $2, $4}')
  [ -z "$taken" ] || fail "The range $network_range is taken ($taken). Set DREY_LOCAL_KUBERNETES_INSTANCE to another number."
}

# The pods' control group. Version 1 has one tree per controller, and its cpuset starts empty.
make_cgroup() {
  local root
  if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
    mkdir -p "/sys/fs/cgroup/$cgroup_name"
    return
  fi
  for root in /sys/fs/cgroup/*/; do
    [ ! -f "$root/cgroup.clone_children" ] || [[ $root != */cpuset/ ]] || echo 1 >"$root/cgroup.clone_children"
    mkdir -p "$root$cgroup_name"
  done
}

# The descriptors of locks (8 of a test run, 9 here) are closed, or the node would hold them for life.
start_supervisor() {
  local outer tenth
  DREY_LOCAL_KUBERNETES_SUPERVISES=$state_dir DREY_LOCAL_KUBERNETES_DIR=$cache_dir DREY_LOCAL_KUBERNETES_INSTANCE=$instance \
    setsid unshare --fork --kill-child --pid --mount-proc --mount --net \
    bash "$tool_dir/node/supervise.sh" >"$current_log" 2>&1 </dev/null 8>&- 9>&- &
  outer=$!
  # The supervisor is the one child of `unshare`, which only waits for it.
  for ((tenth = 0; tenth < 50; tenth++)); do
    [ -d "/proc/$outer" ] || fail "The node's first process ended at once."
    tr -d ' ' <"/proc/$outer/task/$outer/children" >"$supervisor_file"
    supervisor >/dev/null && break
    sleep 0.1
  done
  supervisor >/dev/null || fail "The node's first process did not start."
  ip link add "$link_name" type veth peer name eth0 netns "$(supervisor)"
  ip address add "$host_address/30" dev "$link_name"
  ip link set "$link_name" up
  ip route add "$network_range" via "$node_address"
}

# await PROGRAM WHAT COMMAND…: waits for the command to succeed; PROGRAM is the one to blame.
await() {
  local program=$1 what=$2 until=$((SECONDS + 120))
  shift 2
  step "waiting until $what" "$state_dir/log/$program.log"
  until "$@" >/dev/null 2>&1; do
    supervisor >/dev/null || fail "The node's first process has ended."
    [ "$(ended "$program")" -lt 3 ] || fail "$program ended three times."
    [ "$SECONDS" -lt "$until" ] || fail "Gave up after 120 s."
    sleep 0.2
  done
}

ended() { if [ -f "$state_dir/ended/$1" ]; then wc -l <"$state_dir/ended/$1"; else echo 0; fi; }

apply_first_objects() { first_objects | kubectl_local apply -f -; }

node_is_ready() { kubectl_local get node "$node_name" | grep -q ' Ready'; }
