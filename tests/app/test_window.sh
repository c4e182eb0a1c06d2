#!/bin/sh
# The window where there is little to work with: no display, no sound, no fonts of its own, a small window.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
if "$program" --version | grep -q headless; then
    echo "a headless build has no window"
    exit 0
fi
small

SDL_VIDEODRIVER=dummy PLANKWRIGHT_TRACE_START=painted run play work/small </dev/null
check 'a window opens' code_is 0
check 'a window opens: its first frame' err_says 'trace: frame'
check 'a window opens: everything is painted' err_says 'trace: painted'
check 'no terminal is used' test ! -s out.txt
SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=nonsense PLANKWRIGHT_TRACE_START=exit run play </dev/null
check 'no sound' code_is 0
check 'no sound: the library is shown' err_says 'trace: frame'
SDL_VIDEODRIVER=nonsense run play work/small </dev/null
check 'no such display: plays in the terminal' out_says 'A table.'
check 'no such display: says so' err_says 'plankwright: no window'
check 'no such display: exit code' code_is 0
DISPLAY=:4711 SDL_VIDEODRIVER='' run play work/small </dev/null
check 'a display that does not answer: plays in the terminal' out_says 'A table.'

# A copy without fonts: those of the system stand in; where there are none either, the terminal.
mkdir -p work/prefix/bin work/prefix/share/plankwright/scripts/scenarios
cp "$program" work/prefix/bin/
cp -R work/small work/prefix/share/plankwright/scripts/scenarios/
SDL_VIDEODRIVER=dummy PLANKWRIGHT_TRACE_START=exit work/prefix/bin/plankwright small >out.txt 2>err.txt </dev/null
code=$?
check 'no fonts of its own' code_is 0
check 'no fonts of its own: a window or the terminal' grep -qE 'trace: frame|playing in the terminal' err.txt
work/prefix/bin/plankwright --version >out.txt 2>err.txt
check 'an installed copy finds its own files' out_says "$PWD/work/prefix"

for size in 320x200 1024x768 640x1200; do
    run shot late-brief --screen play --size "$size" -o "work/$size.png" </dev/null
    check "the play at $size" code_is 0
    run shot --screen library --size "$size" -o "work/$size.png" </dev/null
    check "the library at $size" code_is 0
done
finish
