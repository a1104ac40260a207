# shellcheck shell=bash
# The configuration files of the programs on the node.

write_configuration() {
  write_containerd_configuration >"$state_dir/containerd.toml"
  write_pod_network >"$state_dir/cni/10-bridge.conflist"
  write_kubelet_configuration >"$state_dir/kubelet.yaml"
  write_dns_configuration >"$state_dir/Corefile"
}

# restrict_oom_score_adj: without CAP_SYS_RESOURCE runc cannot lower oom_score_adj, and no pod would start.
# netns_mounts_under_state_dir: the pods' network namespaces go with this instance's mounts.
write_containerd_configuration() {
  cat <<TOML
version = 2
root = "$state_dir/containerd-root"
state = "$state_dir/containerd/run"
[grpc]
address = "$state_dir/containerd/containerd.sock"
[plugins."io.containerd.grpc.v1.cri"]
sandbox_image = "docker.io/library/pause:1"
restrict_oom_score_adj = true
netns_mounts_under_state_dir = true
[plugins."io.containerd.grpc.v1.cri".cni]
bin_dir = "/usr/lib/cni"
conf_dir = "$state_dir/cni"
TOML
}

write_pod_network() {
  cat <<JSON
{"cniVersion":"0.4.0","name":"pods","plugins":[
 {"type":"bridge","bridge":"pods0","isGateway":true,"ipMasq":true,"hairpinMode":true,
  "ipam":{"type":"host-local","ranges":[[{"subnet":"$pod_range"}]],"routes":[{"dst":"0.0.0.0/0"}]}},
 {"type":"portmap","capabilities":{"portMappings":true}}]}
JSON
}

# cgroupRoot and podLogsDir: a kubelet deletes what it does not know there, so a second one beside it needs its own.
write_kubelet_configuration() {
  cat <<YAML
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: {anonymous: {enabled: false}, webhook: {enabled: true}, x509: {clientCAFile: $state_dir/pki/ca.crt}}
authorization: {mode: Webhook}
tlsCertFile: $state_dir/pki/kubelet.crt
tlsPrivateKeyFile: $state_dir/pki/kubelet.key
clusterDNS: [$dns_address]
clusterDomain: cluster.local
cgroupDriver: cgroupfs
cgroupRoot: /$cgroup_name
podLogsDir: $state_dir/pod-logs
failSwapOn: false
containerRuntimeEndpoint: unix://$state_dir/containerd/containerd.sock
imageGCHighThresholdPercent: 100
imageGCLowThresholdPercent: 99
evictionHard: {memory.available: 100Mi, nodefs.available: 1%, imagefs.available: 1%}
enforceNodeAllocatable: []
maxPods: 250
YAML
}

write_dns_configuration() {
  cat <<COREFILE
.:53 {
  bind $node_address
  errors
  kubernetes cluster.local in-addr.arpa {
    kubeconfig $state_dir/admin.conf $context_name
    pods insecure
  }
  cache 5
}
COREFILE
}

# Objects that a cluster has from the start: its DNS, and what Flink's documentation has everybody grant in "default".
first_objects() {
  cat <<YAML
apiVersion: v1
kind: Service
metadata: {name: kube-dns, namespace: kube-system}
spec: {clusterIP: $dns_address, ports: [{name: dns, port: 53, protocol: UDP}, {name: dns-tcp, port: 53, protocol: TCP}]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: kube-dns, namespace: kube-system, labels: {kubernetes.io/service-name: kube-dns}}
addressType: IPv4
endpoints: [{addresses: [$node_address]}]
ports: [{name: dns, port: 53, protocol: UDP}, {name: dns-tcp, port: 53, protocol: TCP}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: flink-role-binding-default}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
subjects: [{kind: ServiceAccount, name: default, namespace: default}]
YAML
}
