#!/bin/sh
# `plankwright new`: what it makes plays, passes check and test, and goes wherever it is moved; what it refuses,
# and that nothing is left behind then.
. "$(dirname "$0")/expect.inc"
scripts=$PLANKWRIGHT_SOURCE/scripts

is_same() { cmp -s "$1" "$2"; }
nothing_at() { [ ! -e "$1" ] && [ ! -L "$1" ]; }
in_order() { tr '\n' ' ' <out.txt | grep -q "play .* check .* guide "; }

cd work || exit 1
run new my-tale
check 'new: exit code' code_is 0
check 'new: silent' err_silent
check 'new: three lines' test "$(wc -l <out.txt)" -eq 3
check 'new: what to do, in order' in_order
check 'new: the guide it names is there' test -f "$(sed -n 's/^the guide[^/]*//p' out.txt)"
check 'new: the id' grep -q 'id = "my-tale"' my-tale/scenario.lua
check 'new: nothing else is changed' test "$(diff my-tale/scenario.lua "$scripts/new/scenario.lua" | grep -c '^[<>]')" -eq 2
check 'new: the annotations' is_same my-tale/.annotations/plankwright.lua "$scripts/annotations/plankwright.lua"
check 'new: the editor finds them' grep -q '"\.annotations"' my-tale/.luarc.json
check 'new: comments that teach' test "$(grep -c -- '-- ' my-tale/scenario.lua)" -ge 15

# What it has said to do.
eval "set -- $(sed -n 's/^play it.*plankwright //p' out.txt)"
run "$@" --choices noon,call
check 'play: exit code' code_is 0
check 'play: to its end' out_says 'The end: On three'
run check --strict my-tale
check 'check: no mistake and no warning' code_is 0
check 'check: every ending' out_says 'without'
run test my-tale
check 'test: exit code' code_is 0
check 'test: the recorded way' out_says 'tests/called.play'
mkdir elsewhere
mv my-tale elsewhere/moved
(cd elsewhere/moved && "$program" check . >../../out.txt 2>&1)
code=$?
check 'moved: checks where it lies now' code_is 0

# Whoever may read the folder above may read the story, as if an editor had made it.
(umask 022 && "$program" new open-tale >out.txt 2>err.txt)
code=$?
check 'open: made' code_is 0
check 'open: for all' test "$(ls -ld open-tale open-tale/tests | cut -c1-10 | sort -u)" = drwxr-xr-x

# A mistake is answered with its line.
printf 'scene "more" { halima "Hello." }\n' >>elsewhere/moved/scenario.lua
run check elsewhere/moved
check 'changed: exit code' code_is 1
check 'changed: names the line' out_says "scenario.lua:$(wc -l <elsewhere/moved/scenario.lua):"

# ---- refused --------------------------------------------------------------------------------------------
run new
check 'no folder: exit code' code_is 2
check 'no folder: says what to write' err_says 'plankwright new my-story'
run new a b
check 'two folders: exit code' code_is 2
run new --fast a
check 'unknown option: exit code' code_is 2
check 'unknown option: nothing made' nothing_at a

run new elsewhere
check 'a folder that is there: exit code' code_is 3
check 'a folder that is there: says so' err_says 'there is something at elsewhere already'
: >file
run new file
check 'a file that is there: exit code' code_is 3
ln -s nowhere link
run new link
check 'a link to nowhere: exit code' code_is 3
check 'a link to nowhere: nothing made' nothing_at nowhere

run new 'My 2nd Tale!'
check 'no id: exit code' code_is 3
check 'no id: says one' err_says 'for example my-2nd-tale'
check 'no id: nothing made' nothing_at 'My 2nd Tale!'
run new 'Mein Stück in Ångström'
check 'no id: letters with marks' err_says 'for example mein-stueck-in-angstroem'
for name in '2tale' 'täle' '-tale' '.' '..' '/' "$(printf 'a%.0s' $(seq 1 48))"; do
    run new -- "$name"
    check "no id: $name" test "$code" -eq 3
done
run new "$(printf 'tal\351')"
check 'not UTF-8: exit code' code_is 3
run new late-brief
check 'a shipped one: exit code' code_is 3
check 'a shipped one: why' err_says 'saves go by that name'

run new elsewhere/moved/inner
check 'in a scenario: exit code' code_is 3
check 'in a scenario: why' err_says 'one cannot lie in another'
check 'in a scenario: nothing made' nothing_at elsewhere/moved/inner
mkdir elsewhere/moved/deep
(cd elsewhere/moved/deep && "$program" new inner >../../../out.txt 2>../../../err.txt)
code=$?
check 'deep in a scenario: exit code' code_is 3
run new nowhere/tale
check 'no parent: exit code' code_is 3
check 'no parent: says so' err_says 'there is no folder nowhere'
run new file/tale
check 'a file as parent: exit code' code_is 3

# ---- the system would not -------------------------------------------------------------------------------
run new /proc/tale
check 'not writable: exit code' code_is 4
check 'not writable: says where' err_says '/proc/tale'
(ulimit -f 4 && "$program" new full >out.txt 2>err.txt)
code=$?
check 'no room for the files: exit code' code_is 4
check 'no room for the files: nothing is left' nothing_at full
finish
