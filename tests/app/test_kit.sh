#!/bin/sh
# plankwright kit: what is printed, and bad input.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"

run kit first-plank -o work/kit.html </dev/null
check 'a kit' code_is 0
check 'nothing is said' err_silent
check 'one page without scripts or links' sh -c '! grep -qi "<script\|http:\|https:\|src=" work/kit.html'
check 'the title' grep -q '<h1>The First Plank: a session of 60 minutes</h1>' work/kit.html
check 'new sheets' test "$(grep -c 'class="leaf"' work/kit.html)" -ge 5

# Every ending of the story, every decision's answers.
run graph first-plank --format text </dev/null
sed -n 's/^Ending [a-z_]*, "\(.*\)".*/\1/p' out.txt >work/titles
check 'there are endings' test -s work/titles
while read -r title; do
    check "ending: $title" grep -qF "$title" work/kit.html
done <work/titles

run kit first-plank --minutes 45 --format md </dev/null
check 'Markdown' out_says '# The First Plank: a session of 45 minutes'
check 'its last line of the plan' out_says '| 44–45 |'
run kit first-plank --minutes 90 -o work/kit.md </dev/null
check 'by its name' grep -q '| 87–90 |' work/kit.md

# In another language nothing stays in the author's own names.
run kit first-plank --lang de --format md </dev/null
check 'German: scenes' out_says '### Szene 1'
check 'German: no scene by its id' sh -c '! grep -qE "\| (shed|gate|late|boat|ramp)\b|[a-z]\\\\_[a-z]" out.txt'
check 'German: no ending by its id' out_silent_about 'ending '
check 'German: how it was counted' out_says 'Gezählt über alle '

run kit </dev/null
check 'no scenario' code_is 2
check 'what to write' err_says 'plankwright kit late-brief --minutes 60 -o kit.html'
run kit first-plank --minutes 50 </dev/null
check 'no plan for that' code_is 2
check 'which there are' err_says '45, 60 and 90'
run kit first-plank --format pdf </dev/null
check 'no such format' code_is 2
run kit frist-plank </dev/null
check 'no such scenario' code_is 3
run kit first-plank -o work/no/kit.html </dev/null
check 'nowhere to write' code_is 4
finish
