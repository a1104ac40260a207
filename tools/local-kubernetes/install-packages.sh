# shellcheck shell=bash
# Debian packages, installed only when missing, so that a second run needs neither apt nor a network.

# install_packages PACKAGE…
install_packages() {
  local missing=() package installed
  installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
  for package in "$@"; do
    grep -qx "$package installed" <<<"$installed" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  step "installing ${missing[*]} (apt)" "$cache_dir/log/apt.log"
  [ "$(id -u)" = 0 ] || fail "Installing packages needs root."
  export DEBIAN_FRONTEND=noninteractive
  # Lists are fetched only when the packages are not found with what is there: a fresh machine has none.
  apt-get install -y --no-install-recommends "${missing[@]}" >>"$current_log" 2>&1 </dev/null || {
    in_log apt-get update
    in_log apt-get install -y --no-install-recommends "${missing[@]}" </dev/null
  }
}

# need_command COMMAND HINT: programs that are expected on the machine.
need_command() {
  command -v "$1" >/dev/null || fail "The program \"$1\" is missing: $2"
}
