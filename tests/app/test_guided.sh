#!/bin/sh
# The guided mode: a recorded way is shown choice by choice, first one that holds, then one that breaks;
# whoever takes another choice plays on alone; nothing of it is kept.
here=$(dirname "$0")
. "$here/expect.inc"
small
mkdir -p work/small/tests
printf 'choices: table.sign,round.left,round.out\nseed: 1\n\n' >work/small/tests/breaks.play
printf 'choices: table.wait,round.ask,round.out\nseed: 2\n\n' >work/small/tests/holds.play
sed -i 's/"A table.",/"A table.", notes = notes { why = "A yes costs nothing today." },/' work/small/scenario.lua
sed -i 's/notes = notes {/notes {/' work/small/scenario.lua

printf '\n\n\nquit\n' | "$program" play work/small --guided --text --data data >out.txt 2>err.txt
code=$?
check "ends well" code_is 0
check "says what it is" out_says 'You are shown a way that holds'
check "shows a choice" out_says 'Shown here, with Enter: Wait.'
check "says why" out_says 'A yes costs nothing today.'
check "comes to the end" out_says 'Looking back'
check "by the way that holds" out_silent_about 'You promise Ines'

printf '\n\n\nquit\n' | "$program" play work/small --guided --fresh --text --data data >out.txt 2>err.txt
check "then the way that breaks" out_says 'a way that breaks'
check "which promises" out_says 'You promise Ines'

printf '1\n\nquit\n' | "$program" play work/small --guided --text --data data >out.txt 2>err.txt
check "another choice takes over" test "$(grep -c 'Shown here' out.txt)" -eq 1

printf 'quit\n' | "$program" play work/small --text --seed 3 --data data >out.txt 2>err.txt
check "nothing was kept" out_silent_about 'You go on where you were'

rm -r work/small/tests
run play work/small --guided --text --data data </dev/null
check "no recorded way" code_is 3
check "says what to do" err_says 'no recorded way'
run play work/small --guided --choices sign </dev/null
check "not with --choices" code_is 2
finish
