#!/bin/sh
# Whatever has another name now and says so (was) is found by its old one: by all that read recorded ways, and
# by --at.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
small
mkdir -p work/small/tests
printf 'choices: table.sign,round.left,work_note,ask, round.out\nseed: 4\n\n' >work/small/tests/way.play
sed -i 's|scene "door" {.*|scene "door" { at = "Mon 13:00", "The door.", ending "out" }|
    s|{ add(n, 1), ines "Left, then.", go "round" }|{ go "desk" }|' work/small/scenario.lua
cat >>work/small/scenario.lua <<'END'
scene "desk" { desk { till = "Mon 12:00", slot = "3h", work = { note }, talk = {} }, go "round" }
END
run test work/small --bless </dev/null
check 'played before' code_is 0
run test work/small </dev/null
cp out.txt work/met
run graph work/small --format text </dev/null
grep -o 'In [^.]* recorded way[s]*' out.txt >work/graph

sed -i 's/scene "round" {/scene "ring" { was = "round",/; s/go "round"/go "ring"/g
    s/option "sign" \(.*\) {/option "pen" \1 { was = "sign",/; s/option "left"  \(.*\) {/option "port" \1 { was = "left",/
    s/option "ask" \(.*\) {/option "bus" \1 { was = "round.ask",/
    s/commitment "note" {/commitment "memo" { was = "note",/' work/small/scenario.lua
run test work/small </dev/null
check 'test: it holds' code_is 0
sed 's/round/ring/g' work/met >work/wanted
check 'test: and meets what it met' cmp -s work/wanted out.txt
run graph work/small --format text </dev/null
grep -o 'In [^.]* recorded way[s]*' out.txt >work/said
check 'graph: in the recorded way' cmp -s work/graph work/said
check 'graph: which leads to its end' err_silent
printf '\n\n\n\n\nquit\n' | "$program" play work/small --guided --text --data data >out.txt 2>err.txt
code=$?
check 'guided: each choice is shown' [ "$(grep -c 'Shown here' out.txt)" -eq 5 ]
check 'guided: to its end' out_says 'The end: Outside'

run play work/small --at round --choices '' </dev/null
check '--at: by the old name' code_is 0
check '--at: told by the present one' err_says 'at ring of small after 1 choice'
run play work/small --at rond --choices '' </dev/null
check '--at: other names are none' code_is 3
finish
