# shellcheck shell=bash
# Kubernetes, etcd, CoreDNS and the pause program: one Go module, checked by its go.sum.

build_binaries() {
  [ -d "$binaries_dir" ] && return
  local package=k8s.io/component-base/version partial=$binaries_dir.partial minor flags
  minor=$(cut -d. -f2 <<<"$kubernetes_version")
  flags="-s -w -X $package.gitVersion=v$kubernetes_version -X $package.gitMajor=1 -X $package.gitMinor=$minor"
  step "building Kubernetes $kubernetes_version, etcd and CoreDNS (about 5 min the first time on two cores)" "$cache_dir/log/binaries.log"
  need_command go "install Go 1.24 or later (https://go.dev/dl)."
  rm -rf "$partial"
  mkdir -p "$partial"
  (cd "$tool_dir/binaries" && CGO_ENABLED=0 in_log go build -trimpath -ldflags "$flags" -o "$partial/" tool ./dns ./pause)
  mv "$partial/server" "$partial/etcd" # go.etcd.io/etcd/server/v3
  tar -C "$partial" --owner=0 --group=0 -cf "$partial/pause.tar" pause
  mv "$partial" "$binaries_dir"
}
