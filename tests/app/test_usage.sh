#!/bin/sh
# The command line as a contract: help, version, exit codes 0 2 3 4, one clear line for what is wrong.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
small

run --help </dev/null
check 'help' code_is 0
check 'help leaves nothing behind' test ! -e state
check 'help names the commands' out_says 'bench'
for command in play check test shot bench; do
    run "$command" --help </dev/null
    check "$command --help" code_is 0
    check "$command --help tells the exit codes" out_says 'Exit codes'
done
run --version </dev/null
check 'version' code_is 0
for fact in plankwright commit build compiler window lua sqlite; do
    check "version says $fact" grep -q "^$fact " out.txt
done

usage_error() {
    words=$1
    shift
    run "$@" </dev/null
    check "exit code of: $*" code_is 2
    check "says: $words" err_says "$words"
    check "one line for: $*" err_lines 1
    check "nothing on standard output for: $*" test ! -s out.txt
}
usage_error 'did you mean --text?' play --txt
usage_error 'unknown option --nonsense' --nonsense
usage_error '--seed needs a value' play small --seed
usage_error 'needs a whole number' play small --seed x
usage_error 'needs a whole number' play small --seed -1
usage_error 'needs a whole number' play small --seed 99999999999999999999999
usage_error 'one word too many' play small other
usage_error 'there is no command "chekc" (did you mean check?)' chekc work/small
usage_error 'there is no command "frobnicate" (plankwright --help names them)' frobnicate work/small
usage_error '--text takes no value' play --text=1
usage_error '--choices needs a scenario' --choices a
usage_error '--limit takes a number of states' check work/small --limit 0
usage_error 'check needs a scenario' check
usage_error 'nothing to measure called' bench nonsense
usage_error 'shot needs a file' shot
usage_error 'did you mean half?' shot --state hald -o a.png
usage_error 'there are: all, pristine, ' shot --state nonsense -o a.png
usage_error '--size is WIDTHxHEIGHT' shot --size 3 -o a.png
usage_error 'written as .png or .svg' shot -o a.gif
usage_error 'only a single state can be written as .svg' shot --state all -o a.svg
usage_error 'there is no palette' shot --palette pink -o a.png
usage_error 'there are: full, deuteranopia' shot --vision x -o a.png
run shot --state half --size 320x200 -o work/half.png
check 'a picture of 320x200' code_is 0
check 'the picture is there' test -s work/half.png
run shot --state half --size 320x200 --vision protanopia -o work/seen.png
check 'as somebody sees it' code_is 0
if cmp -s work/half.png work/seen.png; then
    check 'it looks different' false
fi
run shot --state half --palette high-contrast --crop -o work/half.svg
check 'a picture as SVG' code_is 0
check 'says what it shows' grep -q '<desc id="bridge-d">The bridge: unsafe, frayed' work/half.svg
check 'is whole' grep -q '</svg>' work/half.svg
run shot --state half -o /nowhere/half.png
check 'a place that is not there' code_is 4
check 'one line' err_lines 1
run shot --state half -o /nowhere/half.svg
check 'a place that is not there, for an SVG' code_is 4
check 'one line' err_lines 1

run play work/small --choices wait,left --seed 3 </dev/null
check 'a given way' code_is 0
check 'a given way is told' out_says 'Ines: Left, then.'
check 'it stops where the list ends' out_says '3. When is your bus?'
check 'nothing on standard error' err_silent
cp out.txt work/first.txt
run work/small --choices wait,left --seed 3 </dev/null
check 'play may be left out, the bytes are the same' cmp -s out.txt work/first.txt
check 'a given way leaves nothing behind' test ! -e data
run play work/small --choices sign,out </dev/null
check 'to the debrief' out_says 'Step 1 is not to break it.'
check 'the plank in the debrief' out_says 'Note (plank 1), to Ines: missed, in silence'
run play work/small --choices wait,up </dev/null
check 'an id that is not open' code_is 3
check 'which choice' err_says 'choice 2: "up" is not open here'
check 'what is open' err_says 'round.left'
run play work/small --choices wait,out,left </dev/null
check 'too many choices' code_is 2
check 'too many choices: the end is told all the same' out_says 'Outside'
if [ -e /dev/full ]; then
    "$program" play work/small --choices wait >/dev/full 2>err.txt
    code=$?
    check 'standard output that is full' code_is 4
    check 'standard output that is full: a line' err_says 'standard output cannot be written'
fi
"$program" play work/small --choices wait >&- 2>err.txt
code=$?
check 'closed standard output' code_is 4
finish
