#!/bin/sh
# Installs what package-lock.json names and generates the database client; does nothing when both are up to date.
# Plain sh: on a fresh clone there is no Node.js 24 yet, it comes with the packages.
# usage: dependencies.sh    (in any folder)
set -eu
cd "$(dirname "$0")/../.."

mark=node_modules/.drey-dependencies
wanted=$(cat package.json package-lock.json prisma/schema.prisma prisma/migrations/*/migration.sql tools/migration/*.ts | sha256sum)
[ -f "$mark" ] && [ -d generated ] && [ "$(cat "$mark")" = "$wanted" ] && exit 0

echo "Installing packages (npm ci, about half a minute)" >&2
# Packages that want a newer Node.js than the machine's are meant for the one that is installed here.
npm ci --no-audit --no-fund --loglevel=error </dev/null >&2
echo "Generating the database client" >&2
npm run --silent generate </dev/null >&2
printf '%s\n' "$wanted" >"$mark"
