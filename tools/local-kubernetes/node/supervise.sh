#!/usr/bin/env bash
# The node's first process, in namespaces of its own (process ids, mounts, network): starts the programs of a
# single-node Kubernetes and starts each again when it ends. When this process ends, whatever happened, the kernel ends
# every process and removes every mount, interface and rule of the node: nothing can be left over.
# usage: supervise.sh, with the environment of settings.sh
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../settings.sh"
cd "$state_dir" || exit

# What the programs keep in fixed places is this instance's, and is gone after a stop, as after a machine's restart.
for place in /var/lib/cni /var/lib/kubelet /var/log/containers "$state_dir/containerd"; do
  mkdir -p "$place" && mount -t tmpfs tmpfs "$place"
done

# The other end of the link is made by the starter once this process exists.
until ip link set eth0 up 2>/dev/null; do sleep 0.05; done
ip link set lo up
ip address add "$node_address/30" dev eth0
ip route add default via "$host_address"
sysctl -qw net.ipv4.ip_forward=1
iptables -w -t nat -A POSTROUTING -s "$network_range" ! -d "$network_range" -o eth0 -j MASQUERADE

# keep NAME COMMAND…: runs it and runs it again when it ends. Each end is counted for the starter to see.
keep() {
  local name=$1 child
  shift
  while :; do
    "$@" >>"log/$name.log" 2>&1 &
    child=$!
    trap 'kill "$child"; wait "$child"; exit' TERM
    wait "$child"
    echo "$(date +%T) ended with exit code $?" | tee -a "ended/$name" >>"log/$name.log"
    sleep 1
  done &
  keepers+=("$!")
}

keepers=()
bin=$binaries_dir
keep containerd containerd -c containerd.toml
keep etcd "$bin/etcd" --data-dir etcd --unsafe-no-fsync --listen-client-urls http://127.0.0.1:2379 \
  --advertise-client-urls http://127.0.0.1:2379 --listen-peer-urls http://127.0.0.1:2380
keep kube-apiserver "$bin/kube-apiserver" --etcd-servers=http://127.0.0.1:2379 --secure-port=6443 --bind-address=0.0.0.0 \
  --advertise-address="$node_address" --service-cluster-ip-range="$service_range" --authorization-mode=Node,RBAC --allow-privileged \
  --client-ca-file=pki/ca.crt --tls-cert-file=pki/apiserver.crt --tls-private-key-file=pki/apiserver.key \
  --kubelet-client-certificate=pki/admin.crt --kubelet-client-key=pki/admin.key \
  --kubelet-certificate-authority=pki/ca.crt --kubelet-preferred-address-types=InternalIP \
  --service-account-issuer=https://kubernetes.default.svc \
  --service-account-key-file=pki/service-account.key --service-account-signing-key-file=pki/service-account.key
control=("${keepers[@]}")
until "$bin/kubectl" --kubeconfig=admin.conf get --raw /readyz >/dev/null 2>&1; do sleep 0.2; done
keep kube-controller-manager "$bin/kube-controller-manager" --kubeconfig=admin.conf --leader-elect=false \
  --service-account-private-key-file=pki/service-account.key --root-ca-file=pki/ca.crt --use-service-account-credentials
keep kube-scheduler "$bin/kube-scheduler" --kubeconfig=admin.conf --leader-elect=false
keep kubelet "$bin/kubelet" --config=kubelet.yaml --kubeconfig=kubelet.conf --hostname-override="$node_name" \
  --node-ip="$node_address" --root-dir="$state_dir/kubelet"
keep kube-proxy "$bin/kube-proxy" --kubeconfig=admin.conf --proxy-mode=iptables --cluster-cidr="$pod_range" \
  --hostname-override="$node_name" --conntrack-max-per-core=0
keep dns "$bin/dns" -conf Corefile

# Stopping is a power cut for the pods: first what would react to it, then what stores, then this process.
stop() {
  kill "${keepers[@]:${#control[@]}}"
  kill "${control[@]}"
  wait "${keepers[@]}"
  exit 0
}
trap stop TERM
wait
