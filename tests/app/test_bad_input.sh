#!/bin/sh
# Scenarios and lines that are wrong: one clear line, the documented exit code, nothing lost, never a crash.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
small

bad() { # bad <name of the case> <words> <arguments>
    name=$1
    words=$2
    shift 2
    run "$@" </dev/null
    check "$name: exit code" code_is 3
    check "$name: says \"$words\"" err_says "$words"
    check "$name: one line" err_lines 1
}
broken() { # broken <name> <lua text>: a scenario with that instead of its first scene
    mkdir -p "work/$1"
    sed '/^scene "table"/,$d' work/small/scenario.lua >"work/$1/scenario.lua"
    printf '%s\n' "$2" >>"work/$1/scenario.lua"
}

bad 'missing by id' 'there is no scenario "late-bref" (did you mean late-brief?)' play late-bref
bad 'missing by id, nothing near' 'there is no scenario "zzz"' zzz
bad 'missing by path' 'work/nothing' play work/nothing
mkdir -p work/empty
bad 'a folder without scenario.lua' 'scenario.lua' play work/empty
mkdir -p work/folder/scenario.lua
bad 'a folder where the file should be' 'scenario.lua' play work/folder
mkdir -p work/binary
head -c 3000 /dev/urandom >work/binary/scenario.lua
bad 'rubbish' 'scenario.lua' play work/binary
mkdir -p work/latin
printf 'scenario { id = "latin", title = "Caf\351" }\n' >work/latin/scenario.lua
bad 'not UTF-8' 'scenario.lua:1' play work/latin
bad 'a name that is not UTF-8' 'UTF-8' play "$(printf 'caf\351')"
broken wrong_type 'scene "a" { at = { }, choice { option "x" "X." { ending "e" } } }
ending "e" { title = "E", kind = "apart" }'
bad 'wrong type' 'scenario.lua:6' play work/wrong_type
broken unknown_name 'scene "a" { choice { option "x" "X." { promise(nite), ending "e" } } }
ending "e" { title = "E", kind = "apart" }'
bad 'unknown name' 'scenario.lua:6' play work/unknown_name
check 'unknown name: did you mean' err_says 'note'
broken no_scene 'scene "a" { choice { option "x" "X." { go "kichen" } } }
scene "kitchen" { choice { option "y" "Y." { ending "e" } } }
ending "e" { title = "E", kind = "apart" }'
bad 'a scene that does not exist' 'kichen' play work/no_scene
check 'a scene that does not exist: did you mean' err_says 'kitchen'
broken negative 'scene "a" { choice { option "x" "X." { spend { hours = -2 }, ending "e" } } }
ending "e" { title = "E", kind = "apart" }'
bad 'negative hours' 'scenario.lua:6' play work/negative

# An endless loop of `go` is found at the latest where it is played: an error, and the story stands still.
broken endless 'scene "a" { choice { option "x" "Into it." { go "b" }, option "y" "Not." { ending "e" } } }
scene "b" { go "c" }
scene "c" { go "b" }
ending "e" { title = "E", kind = "apart" }'
run play work/endless --choices x </dev/null
check 'endless go: exit code' code_is 3
check 'endless go: one line' err_lines 1
printf 'x\ny\n' | "$program" play work/endless --text >out.txt 2>err.txt
code=$?
if [ "$code" -eq 0 ]; then # the loader let it through: then it is met while playing
    check 'endless go: play goes on elsewhere' out_says 'The end: E'
fi
mkdir -p work/forever
printf 'while true do end\n' >work/forever/scenario.lua
bad 'a script that never ends' 'scenario.lua' play work/forever
mkdir -p work/hungry
printf 'local t = "x" while true do t = t .. t end\n' >work/hungry/scenario.lua
bad 'a script that eats the memory' 'scenario.lua' play work/hungry

run check work/no_scene </dev/null
check 'check: findings' code_is 1
check 'check: names the place' out_says 'scenario.lua:6'
run check work/nothing </dev/null
check 'check: nothing there' code_is 3
run check work/small --json </dev/null
check 'check --json' code_is 0
check 'check --json says that it is a proof' out_says '"method":"complete"'
run check work/small </dev/null
check 'check says that it is a proof' out_says 'complete: what is said of it is proved'

# Input: closed, empty, rubbish, endless.
"$program" play work/small --text <&- >out.txt 2>err.txt
code=$?
check 'closed standard input' code_is 0
check 'closed standard input: the story begins' out_says 'A table.'
run play work/small --text </dev/null
check 'empty input' code_is 0
head -c 200000 /dev/urandom >work/noise
run play work/small --text <work/noise
check 'rubbish for lines' code_is 0
yes zzz 2>/dev/null | head -2000 >work/same
run play work/small --text <work/same
check 'two thousand wrong lines' code_is 0

# The terminal: 40 columns, no display.
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then # where there are pseudo-terminals at all
    printf 'sign\nleft\nout\nlook\nquit\n' >work/lines
    timeout 60 script -qec "stty cols 40 rows 24; TERM=xterm LANG=C.UTF-8 LC_ALL= '$program' play work/small \
        --text --fresh <work/lines" /dev/null >work/forty.txt 2>&1 </dev/null
    tr -d '\r' <work/forty.txt | sed 's/\x1b\[[0-9;]*m//g' |
        awk '{ gsub(/[\200-\277]/, ""); if (length($0) > 40) { print; bad = 1 } } END { exit bad }' >out.txt
    code=$?
    : >err.txt
    check 'forty columns' code_is 0
    check 'forty columns: it played' grep -q 'Outside' work/forty.txt
fi
run play work/small --fresh </dev/null # the noise above may have chosen something
check 'no display: plays in the terminal' out_says 'A table.'
check 'no display: one line about it' err_says 'playing in the terminal'
check 'no display: exit code' code_is 0

# A home that is not there.
env -u XDG_DATA_HOME -u XDG_STATE_HOME HOME="$PWD/work/small/scenario.lua" "$program" play work/small --text \
    </dev/null >out.txt 2>err.txt
code=$?
check 'no home: plays' code_is 0
check 'no home: says that nothing is kept' err_says 'you can play, but it will not be kept'
finish
