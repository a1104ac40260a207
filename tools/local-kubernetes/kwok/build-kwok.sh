# shellcheck shell=bash
# kwok plays nodes and pods that do not exist, for fleets larger than the machine. Built only when asked for.

kwok_dir=$cache_dir/kwok-$(key_of "$tool_dir"/kwok/{go.mod,go.sum,build-kwok.sh})
kwok=$kwok_dir/kwok

build_kwok() {
  locked "$cache_dir/kwok.lock" "build kwok"
  [ -d "$kwok_dir" ] && return
  step "building kwok (about 2 min)" "$cache_dir/log/kwok.log"
  need_command go "install Go 1.24 or later (https://go.dev/dl)."
  rm -rf "$kwok_dir.partial"
  mkdir -p "$kwok_dir.partial"
  (cd "$tool_dir/kwok" && CGO_ENABLED=0 in_log go build -trimpath -ldflags "-s -w" -o "$kwok_dir.partial/" tool)
  mv "$kwok_dir.partial" "$kwok_dir"
}
