# shellcheck shell=bash
# Progress that a person can follow, and failures that say which step, why, and what the log said last.

current_step="start"
current_log=

# step TEXT [LOG]: what is being done now; LOG is where its output goes.
step() {
  current_step=$1 current_log=${2:-}
  printf '[%4ds] %s\n' "$SECONDS" "$current_step" >&2
}

# fail REASON: ends the script with the step, the reason and the last lines of the step's log.
fail() {
  printf '\nFailed: %s\n  %s\n' "$current_step" "$1" >&2
  if [ -n "$current_log" ] && [ -s "$current_log" ]; then
    printf '  Last lines of %s:\n' "$current_log" >&2
    tail -n 20 "$current_log" | sed 's/^/    | /' >&2
  fi
  trap - ERR
  exit 1
}

# in_log COMMAND…: runs a command with its output in the step's log.
in_log() {
  local code=0
  mkdir -p "$(dirname "$current_log")"
  "$@" >>"$current_log" 2>&1 || code=$?
  [ "$code" = 0 ] || fail "$1 ended with exit code $code."
}

# locked FILE WHAT: takes the lock for the rest of the script, waiting while somebody else does the same.
locked() {
  mkdir -p "$(dirname "$1")"
  exec 9>>"$1"
  if ! flock --nonblock 9; then
    step "waiting: another process is busy to $2"
    flock 9
  fi
}

# BASH_COMMAND is the command that failed: a surprise that no step foresaw still says where it happened.
trap 'fail "\"$BASH_COMMAND\" failed at ${BASH_SOURCE[0]##*/}:$LINENO."' ERR
