#!/bin/sh
# A conversation practised again and again: by a way that leads there or the learner's own, with nothing kept,
# from the command line and from the debrief.
here=$(dirname "$0")
. "$here/expect.inc"
small

printf '1\n\n2\n\n1\nquit\n' | "$program" play work/small --drill table --text --data data >out.txt 2>err.txt
code=$?
check "ends well" code_is 0
check "says by which way" err_says 'a way that leads there'
check "three tries" out_says 'Try 3'
check "says what it did" out_says 'What this try did'
check "says what it did to the bridge" out_says 'You gave your word: Note.'
check "says what another try could do" out_says 'You have not tried this yet: Wait.'
check "stops where the conversation does" out_silent_about 'Round it goes.'
check "and when all was tried" out_says 'every answer there is here'
"$program" play work/small --text --data data </dev/null >out.txt 2>err.txt
check "nothing was kept" out_silent_about 'You go on where you were'

# The learner's own way, where they have been there; and it stays as it is.
printf '2\n2\n' | "$program" play work/small --text --seed 7 --data data >out.txt 2>err.txt
"$program" play work/small --text --data data </dev/null >work/before.txt 2>&1
printf '1\n\n1\n\n2\nquit\n' | "$program" play work/small --drill round --text --data data >out.txt 2>err.txt
code=$?
check "by the learner's own way" err_says 'the way you came last, --seed 7'
check "which ends well" code_is 0
check "two tries and a third" out_says 'Try 3'
"$program" play work/small --text --data data </dev/null >work/after.txt 2>&1
check "the playthrough is as it was" cmp work/before.txt work/after.txt

# From the debrief, and back to it.
printf '1\n4\npractise\npractise 1\n2\n\n1\nquit\nquit\n' |
    "$program" play work/small --fresh --text --data data2 >out.txt 2>err.txt
check "the debrief lists them" out_says '1. Monday, 09:00. You chose: I’ll write the note.'
check "two of them" out_says '2. Monday, 09:00. You chose: Out.'
check "it begins" out_says 'You practise one conversation.'
check "again" out_says 'Try 2'
check "and the debrief is there again" test "$(grep -c 'Looking back' out.txt)" -eq 2

run play work/small --drill tabel --text --data data </dev/null
check "an unknown scene" code_is 3
check "did you mean" err_says 'table'
run play work/small --drill door --text --data data </dev/null
check "a scene without a conversation" code_is 3
check "which it says" err_says 'no conversation in the scene'
run play --drill table --text --data data </dev/null
check "a scenario is needed" code_is 2
run play work/small --drill table --guided --text --data data </dev/null
check "not with --guided" code_is 2
finish
