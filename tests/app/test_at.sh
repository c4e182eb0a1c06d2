# play --at: by a real way, told; nothing kept; what cannot be reached is said so.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
small
cat >>work/small/scenario.lua <<'END'
scene "attic" { "Dust.", ending "out" }
scene "cellar" { when(all { at_least(n, 3), no(at_least(n, 4)) }) { "Wet.", go "well" }, ending "out" }
scene "well" { "Deep.", choice { option "drop" "Drop a stone." { ending "out" }, option "back" "Back." { go "round" } } }
END
sed -i 's/option "out"   "Out." { go "door" }/option "out" "Out." { go "door" }, option "down" "Down." { go "cellar" }/' \
    work/small/scenario.lua

run play work/small --at round --choices ''
check 'exit code' code_is 0
check 'one line on standard error' err_lines 1
check 'which way' err_says 'at round of small after 1 choice, by the shortest way: --seed 1 --choices table.sign'
check 'it begins there' out_says 'Round it goes.'
check 'and not before' out_silent_about 'A table.'

run play work/small --at well --choices 'drop'
check 'by a way that is needed' err_says 'by the shortest way: --seed 1 --choices table.sign,round.left,round.left,round.left,round.down'
check 'choices after it' out_says 'It rains a little.'
check 'choices after it: exit code' code_is 0
way=$(sed -n 's/.*--choices \([^;]*\);.*/\1/p' err.txt)
run play work/small --choices "$way" --seed 1
check 'the way can be pasted' out_says 'Deep.'
run play work/small --at well --choices 'jump'
check 'a choice that is not there' code_is 3
check 'a choice that is not there: the open ones' err_says 'open here: well.drop, well.back'

run play work/small --at table --choices ''
check 'where it begins' err_says 'after 0 choices'
check 'where it begins: the first words' out_says 'A table.'

run play work/small --at attic --choices ''
check 'unreachable: exit code' code_is 3
check 'unreachable: proved' err_says 'nothing leads to the scene "attic": every state of small was walked'
check 'unreachable: where' err_says 'scenario.lua:'
check 'unreachable: nothing played' test ! -s out.txt
run play work/small --at wall --choices ''
check 'unknown: exit code, as of a choice that is not there' code_is 3
check 'unknown: did you mean' err_says 'small has no scene "wall" (did you mean well?)'
run play work/small --at out --choices ''
check 'an ending is no scene: exit code' code_is 3
check 'an ending is no scene' err_says '"out" is an ending of small'
run play --at round --text </dev/null
check 'no scenario' err_says '--at needs a scenario'
check 'no scenario: exit code' code_is 2

# ---- the learner's place stays as it is -------------------------------------------------------------
printf 'wait\nleft\nquit\n' | run play work/small --text --data data --seed 5
printf 'quit\n' | run play work/small --text --data data
check 'a learner is there' out_says 'You go on where you were'
cp out.txt work/before
printf 'drop\nplan if it rains, then I ring\nquit\n' | run play work/small --at well --text --data data
check 'in the terminal' out_says 'It rains a little.'
check 'in the terminal: the plan is not kept' out_says 'nothing of a play with --at or --guided is kept'
check 'in the terminal: told' err_says 'nothing of this play is kept'
printf 'quit\n' | run play work/small --text --data data
check 'the learner is where they were' cmp -s work/before out.txt
printf 'undo\nquit\n' | run play work/small --at well --text --data data
check 'undo goes back before it' out_says 'Down.'

# ---- with a seed ------------------------------------------------------------------------------------
cat >work/chance.lua <<'END'
scenario { id = "chance", version = 1, title = "Chance", minutes = 1, days = { "Mon" }, hours = { "09:00", "17:00" } }
local guide = person "guide" { name = "A guide" }
scene "road" { "A road.", guide "Wait.", choice {
  option "wait" "Wait." { chance { odds(1, { go "sun" }), odds(1, { go "rain" }) } } } }
scene "sun" { "Sun.", ending "home" }
scene "rain" { "Rain.", choice { option "on" "On." { ending "home" } } }
ending "home" { title = "Home", kind = "apart", "Home." }
END
met=0
for seed in 1 2 3 4 5 6 7 8; do
    run play work/chance.lua --at rain --seed $seed --choices ''
    if [ "$code" -eq 0 ]; then
        met=$((met + 1))
        check "seed $seed is kept" err_says "--seed $seed "
        check "seed $seed: it rains" out_says 'Rain.'
    else
        check "seed $seed: exit code" code_is 3
        check "seed $seed: not with this one" err_says 'with this seed; that is no proof (leave --seed out)'
    fi
done
check 'some seeds bring rain, some do not' test "$met" -gt 0 -a "$met" -lt 8
run play work/chance.lua --at rain --choices on
check 'without a seed one is found' out_says 'Home.'
run play late-brief --at friday --choices ''
check 'far away' code_is 0
check 'far away: says how' err_says 'by the shortest'
check 'far away: one line' err_lines 1
finish
