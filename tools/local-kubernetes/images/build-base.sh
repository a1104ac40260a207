# shellcheck shell=bash
# The layer under the Flink images: Debian with a Java runtime and what Flink's scripts call.

build_base_layer() {
  [ -f "$base_layer" ] && return
  step "building the Debian and Java layer (about 40 s)" "$cache_dir/log/base.log"
  in_log mmdebstrap --variant=minbase --aptopt='Apt::Install-Recommends "false"' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --include=openjdk-17-jre-headless,procps,gettext-base,libsnappy1v5 bookworm "$base_layer.partial.tar"
  mv "$base_layer.partial.tar" "$base_layer"
}
