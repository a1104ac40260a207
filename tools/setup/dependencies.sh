#!/bin/sh
# Installs what package-lock.json names and generates the database client, each when it is not up to date.
# Plain sh: on a fresh clone there is no Node.js 24 yet, it comes with the packages.
# usage: dependencies.sh    (in any folder)
set -eu
cd "$(dirname "$0")/../.."

# up_to_date MARK FILE…: whether MARK holds the sum of the files; else the sum is in $sum for when the work is done.
up_to_date() {
  mark=$1
  shift
  sum=$(cat "$@" | sha256sum)
  [ -f "$mark" ] && [ "$(cat "$mark")" = "$sum" ]
}

if ! up_to_date node_modules/.drey-installed package-lock.json; then
  echo "Installing packages (npm ci, about half a minute)" >&2
  # Packages that want a newer Node.js than the machine's are meant for the one that is installed here.
  npm ci --no-audit --no-fund --loglevel=error </dev/null >&2
  printf '%s\n' "$sum" >"$mark"
fi
if ! up_to_date generated/.drey-generated package-lock.json prisma/schema.prisma prisma/migrations/*/migration.sql tools/migration/*.ts; then
  echo "Generating the database client" >&2
  npm run --silent generate </dev/null >&2
  printf '%s\n' "$sum" >"$mark"
fi
