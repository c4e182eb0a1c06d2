#!/bin/sh
# Drives a room with autocannon: ./run.sh [PROGRAM] [options of load.mjs]. PROGRAM is build/release/plankwright, or
# one built with the preset asan. Fetches autocannon into a folder of its own first (Node 20 and npm needed), so
# the source tree stays as it is. Exit codes: 0 all right, 1 something was lost or kept out, 77 it cannot run here.
set -u
here=$(cd "$(dirname "$0")" && pwd -P) || exit 4
program=${1:-$here/../../../build/release/plankwright}
[ $# -gt 0 ] && shift
command -v node >/dev/null && command -v npm >/dev/null || {
    echo 'No Node here: the load test is left out.'
    exit 77
}
folder=${PLANKWRIGHT_LOAD:-${XDG_CACHE_HOME:-$HOME/.cache}/plankwright-load}
mkdir -p "$folder" && cp "$here/package.json" "$here/load.mjs" "$folder" || exit 4
[ -d "$folder/node_modules/autocannon" ] ||
    npm install --prefix "$folder" --no-audit --no-fund --no-package-lock >"$folder/npm.log" 2>&1 || {
    echo 'autocannon cannot be fetched: the load test is left out.'
    exit 77
}
ulimit -n 16384 2>/dev/null || ulimit -n "$(ulimit -H -n)"
exec node "$folder/load.mjs" "$program" "$@"
