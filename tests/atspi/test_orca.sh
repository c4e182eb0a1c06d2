#!/bin/sh
# What a screen reader finds on the accessibility bus: a session bus of its own, at-spi2's registry, the window, and
# walk.py as the reader. Says what is missing, and does nothing, where there is no D-Bus or pyatspi.
set -eu
skip() {
    echo "skipped: $*"
    exit 0
}
here=$(cd "$(dirname "$0")" && pwd)
for name in dbus-run-session gdbus python3 timeout; do
    command -v "$name" >/dev/null 2>&1 || skip "$name is not there"
done
PYTHON=''
for python in python3 /usr/bin/python3; do # pyatspi comes with the system's own
    "$python" -c 'import pyatspi' 2>/dev/null && PYTHON=$python && break
done
[ -n "$PYTHON" ] || skip 'pyatspi is not there (Debian: python3-pyatspi at-spi2-core)'
export PYTHON
[ -e "$(dirname "$PLANKWRIGHT_BIN")/plankwright-atspi.so" ] || skip 'built without ATK'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/run"
chmod 700 "$work/run"
export HOME="$work" XDG_RUNTIME_DIR="$work/run" XDG_DATA_HOME="$work/data" XDG_STATE_HOME="$work/state"
export XDG_CONFIG_HOME="$work/config" XDG_CACHE_HOME="$work/cache"
export SDL_VIDEODRIVER="${ORCA_TEST_DRIVER:-dummy}" SDL_AUDIODRIVER=dummy GSETTINGS_BACKEND=memory
unset NO_AT_BRIDGE || true
cat >"$work/session.sh" <<'END'
gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
    --method org.freedesktop.DBus.Properties.Set org.a11y.Status ScreenReaderEnabled '<true>' >/dev/null
"$PLANKWRIGHT_BIN" play first-plank --seed 1 >"$HOME/out.txt" 2>&1 &
program=$!
code=0
timeout 60 "$PYTHON" "$1/walk.py" || code=$?
kill "$program" 2>/dev/null || true
wait "$program" 2>/dev/null || true
exit $code
END
code=0
timeout 90 dbus-run-session -- sh "$work/session.sh" "$here" >"$work/found.txt" 2>&1 || code=$?
cat "$work/found.txt" "$work/out.txt"
exit $code
