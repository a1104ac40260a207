# shellcheck shell=bash
# A certificate authority of this instance's own, and the kubeconfigs that it signs.

# certificate NAME SUBJECT [SUBJECT_ALT_NAME]
certificate() {
  openssl req -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.csr" -subj "$2"
  openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -out "$1.crt" -days 365 \
    -extfile <(echo extendedKeyUsage=clientAuth,serverAuth; [ -z "${3:-}" ] || echo "subjectAltName=$3")
}

# kubeconfig_of USER
kubeconfig_of() {
  local config=("$binaries_dir/kubectl" config --kubeconfig="$state_dir/$1.conf")
  "${config[@]}" set-cluster "$context_name" --server="https://$node_address:6443" --certificate-authority=ca.crt --embed-certs
  "${config[@]}" set-credentials "$context_name-$1" --client-certificate="$1.crt" --client-key="$1.key" --embed-certs
  "${config[@]}" set-context "$context_name" --cluster="$context_name" --user="$context_name-$1"
  "${config[@]}" use-context "$context_name"
}

# Makes all of them, unless they are there and good for another day.
make_certificates() {
  mkdir -p "$state_dir/pki"
  (
    cd "$state_dir/pki" || exit
    openssl x509 -checkend 86400 -noout -in kubelet.crt && [ -f ../complete ] && exit
    rm -f ../complete ../admin.conf ../kubelet.conf
    openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -subj "/CN=$context_name" -days 365
    certificate apiserver /CN=kube-apiserver "IP:127.0.0.1,IP:$node_address,IP:$api_service_address,DNS:localhost,DNS:kubernetes.default.svc"
    certificate admin /O=system:masters/CN=admin
    certificate kubelet "/O=system:nodes/CN=system:node:$node_name" "IP:$node_address,DNS:$node_name"
    [ -f service-account.key ] || openssl genrsa -out service-account.key 2048
    kubeconfig_of admin
    kubeconfig_of kubelet
    touch ../complete
  ) >>"$state_dir/log/certificates.log" 2>&1
  [ -f "$state_dir/complete" ] || fail "The certificates could not be made."
}
