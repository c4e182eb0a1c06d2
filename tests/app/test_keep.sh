#!/bin/sh
# What was chosen is there again: going on, undo, a fresh start, an edited scenario, plans, the library.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
small
text() { # text <lines>: plays them in the small scenario
    lines=$1
    shift
    printf '%b' "$lines" | "$program" play work/small --text "$@" >out.txt 2>err.txt
    code=$?
}

text 'sign\nleft\n'
check 'a first start says what is kept and where' err_says "is kept in ~/data/plankwright, "
check 'a first start says the seed' err_says 'seed '
text 'ask\n'
check 'goes on' out_says 'You go on where you were: Monday, 09:00, after 2 choices.'
check 'goes on: says it only once' err_silent
text 'undo\nundo\nright\n'
text 'history\n'
check 'undone choices are gone, the others there' out_says 'after 2 choices'
check 'the last choice is told again' out_says 'Right, then.'
check 'undone lines are gone' out_silent_about 'Left, then.'
text '' --seed 77
check 'another seed is another play' err_says 'seed 77'
check 'another seed starts from the beginning' out_silent_about 'You go on'
text 'wait\n' --fresh
text ''
check 'the fresh one is the latest' out_says 'after 1 choice.'
text 'out\n'
check 'an end' out_says 'The end: Outside'
text ''
check 'after its end the one before goes on' out_says 'after 2 choices'
text 'out\n'
text ''
check 'everything ended: a new one begins' out_silent_about 'You go on'
text 'plan If it rains, then I ring.\n'
check 'a plan is kept' out_says 'Kept for tomorrow: If it rains, then I ring.'

# The library by lines.
printf 'nothing\nlate-brief\nquit\n' | "$program" --text >out.txt 2>err.txt
code=$?
check 'the library' code_is 0
check 'the library: a wrong line' out_says 'Type a number or an id from the list'
check 'the library: it plays' out_says 'The Late Brief'

# Edited: the ids lead as far as they lead, and the old playthrough stays.
text 'sign\nleft\nask\nright\n' --fresh
sed -i 's/option "ask"/option "question"/' work/small/scenario.lua
text ''
check 'edited: told in plain words' out_says 'This scenario was changed since you last played.'
check 'edited: how far' out_says 'first 2 of 4'
check 'edited: which one' out_says 'When is your bus?'
text 'right\n'
sed -i 's/option "question"/option "ask"/' work/small/scenario.lua
text ''
check 'changed back: the whole way is there' out_says 'All of your 3 choices'
sed -i 's/Round it goes/Round and round it goes/' work/small/scenario.lua
text ''
check 'only words changed: the way is whole' out_says 'what you read may differ'

# Recorded ways.
run test work/small </dev/null
check 'test: none yet' code_is 0
check 'test: none yet, and how to begin' out_says 'tests/first.play with the lines'
mkdir -p work/small/tests
printf 'choices: sign,left,out\nseed: 4\n\n' >work/small/tests/way.play
run test work/small </dev/null
check 'test: an empty recording differs' code_is 1
check 'test: where' out_says 'first difference in line 1'
run test work/small --bless </dev/null
check 'test --bless' code_is 0
run test work/small </dev/null
check 'test: the same' code_is 0
check 'test: how many' out_says '1 recorded way'
sed -i 's/Left, then/Left, now/' work/small/scenario.lua
run test work/small </dev/null
check 'test: a changed line is found' code_is 1
check 'test: both are shown' out_says 'Ines: Left, now.'
printf 'seed: 4\n' >work/small/tests/way.play
run test work/small </dev/null
check 'test: a file without choices' code_is 3
printf 'choices: nowhere\nseed: 1\n\n' >work/small/tests/way.play
run test work/small </dev/null
check 'test: a way that is not open' code_is 1
check 'test: what would keep it' out_says 'was = "…"'

# What was renamed and says so (was) is found by its old name: in a recorded way, and in --choices.
printf 'choices: table.sign,left,round.out\nseed: 4\n\n' >work/small/tests/way.play
run test work/small --bless </dev/null
sed -i 's/scene "round" {/scene "ring" { was = "round",/; s/go "round"/go "ring"/g
    s/option "sign" \(.*\) {/option "note" \1 { was = "sign",/; s/option "left"  \(.*\) {/option "port" \1 { was = "left",/' \
    work/small/scenario.lua
run test work/small </dev/null
check 'renamed with was: the recorded way holds' code_is 0
run play work/small --choices sign,round.left,out </dev/null
check 'renamed with was: --choices too' code_is 0
check 'renamed with was: to its end' out_says 'Outside'
run play work/small --choices note,sign </dev/null
check 'renamed with was: only where it is open' code_is 3
finish
