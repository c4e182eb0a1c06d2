#!/bin/sh
# The load of tests/web/load, smaller, with ./run-tests --all: nothing lost, nothing doubled, nobody honest kept
# out. Passes with a word where Node or autocannon is missing, or where the program has no room.
set -u
"$PLANKWRIGHT_BIN" room 2>&1 | grep -q 'without its web server' && exit 0
sh "$PLANKWRIGHT_SOURCE/tests/web/load/run.sh" "$PLANKWRIGHT_BIN" --phones 300 --idle 600 --bad 300
code=$?
[ $code -eq 77 ] && exit 0
exit $code
