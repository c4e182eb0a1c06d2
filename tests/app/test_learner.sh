#!/bin/sh
# Profiles, what is kept and for how long, all of it in a file, all of it gone; proof and page to take away.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
[ "$(date +%H%M)" != 2359 ] || sleep 61 # all of it on one day of the program's clock
small
sed -i 's|"Left." {|"Left by the old lime tree." {|' work/small/scenario.lua
export XDG_STATE_HOME="$PWD/state"
D=work/d
text() { # text <lines> <arguments>
    lines=$1
    shift
    printf '%b' "$lines" | "$program" play work/small --text --data $D "$@" >out.txt 2>err.txt
    code=$?
}

# The list counts what stands in it, without gaps for the boosters that are not due.
echo quit | "$program" play --text --data work/list >out.txt 2>err.txt
sed -n 's/^ *\([0-9][0-9]*\)\. .*/\1/p' out.txt >numbers.txt
last=$(tail -n 1 numbers.txt)
check 'the list: numbers without gaps' test "$(seq "$last")" = "$(cat numbers.txt)"
title=$(sed -n "s/^$last\. \([^(]*\) (.*/\1/p" out.txt)
printf '%s\nquit\n' "$last" | "$program" play --text --data work/list >out.txt 2>err.txt
sed -n '/quit leaves/,$p' out.txt >begun.txt
check 'the list: the last number is the last scenario' grep -qF "$title" begun.txt
echo $((last + 1)) | "$program" play --text --data work/list >out.txt 2>err.txt
check 'the list: nothing behind it' out_says 'Type a number or an id from the list'
rm -rf work/list

# Only looking makes nothing.
run data --data $D
check 'where, before anything' code_is 0
check 'where: how long' out_says 'not touched for a year'
check 'where: nothing yet' out_says '(nothing)'
run data export --data $D
check 'export, before anything' code_is 3
run profile --data $D
check 'one profile without a name' out_says '* 1. You'
check 'looking has made nothing' test ! -e $D

# The first profile is the folder itself; another one has its own.
text 'sign\nleft\nout\nplan If it is five, then I ring Ines.\n'
check 'the first start says how long it is kept' err_says 'not touched for a year'
text 'sign\n' --fresh
run profile add 'Zoë Marsh' --data $D
check 'a second profile' code_is 0
run profile add 'zoë marsh' --data $D
check 'the same name' code_is 2
run profile add '' --data $D
check 'no name' code_is 2
run profile add You --data $D
check 'the name of the first one' code_is 2
run profile use 'Zoë Marsh' --data $D
check 'chosen' out_says 'from now on: Zoë Marsh'
text ''
check 'hers is a new one' out_silent_about 'You go on'
check 'hers is told where' err_says "is kept in $D/profiles/2, "
text 'sign\nask\nright\n'
run profile use You --data $D
text ''
check 'back to the first: goes on' out_says 'after 1 choice.'
run profile use 2 --data $D
text ''
check 'by number: hers goes on' out_says 'after 3 choices.'
run profile use Nobody --data $D
check 'unknown' code_is 3
run profile rename 2 'Zoë' --data $D
check 'renamed' code_is 0
run profile --data $D
check 'the list marks who plays' out_says '* 2. Zoë'
run profile dance --data $D
check 'no such thing' code_is 2

# Reports are of the chosen one.
run report --last --data $D --scenario small --format md
check 'no such scenario in the library' code_is 3
mkdir -p $D/scenarios
cp -R work/small $D/scenarios/small
run report --last --as proof --data $D
check 'she has finished nothing' code_is 3
check 'she has finished nothing: said' err_says 'nothing was played to its end yet'
run profile use You --data $D
run report --last --as proof --name 'Ada <b>' --format md --data $D
check 'proof' code_is 0
check 'proof: of what' out_says 'has played “Small” to its end'
check 'proof: whose' out_says 'Ada'
check 'proof: no ending' out_silent_about 'Outside'
check 'proof: no trust' out_silent_about 'trust'
run report --last --as proof --data $D -o proof.html
check 'proof as a page without a name' grep -q 'to its end' proof.html
check 'proof: asks nothing of a network' test "$(grep -c 'https\{0,1\}://[^w]' proof.html)" -eq 0
run report --last --as takeaway --noticed 'Her bus.' --format md --data $D
check 'to take away: noticed' out_says 'Her bus.'
check 'to take away: the plan' out_says 'If it is five, then I ring Ines.'
check 'to take away: no ending' out_silent_about 'Outside'
run report --last --as medal --data $D
check 'no such page' code_is 2
run report --last --as proof --format csv --data $D
check 'a proof is no table' code_is 2

# Everything in one file.
run data export --data $D
check 'export' code_is 0
cp out.txt you.json
check 'export: the choice in words' out_says 'Left by the old lime tree.'
check 'export: the plan' out_says 'If it is five, then I ring Ines.'
check 'export: nothing of the other' out_silent_about 'Zoë'
if command -v python3 >/dev/null; then
    check 'export: JSON' python3 -c 'import json
d = json.load(open("you.json"))
assert d["format"] == "plankwright-data-1" and len(d["playthroughs"]) == 2
assert [len(p["choices"]) for p in d["playthroughs"]] == [1, 3]
assert d["plans"][0]["scenario"] == "small" and d["playthroughs"][1]["bridges"][0]["to"] == "Ines"'
fi
run data export -o all.html --data $D
check 'export as a page' grep -q 'Left by the old lime tree' all.html
check 'export as a page: a bridge is drawn' grep -q '<svg' all.html
run data export -o no/such/folder/x.json --data $D
check 'export: nowhere' code_is 4

# Over days, by lines: the plan comes back, is put off, is answered; a booster is there on its day.
list() { # list <day> <lines>
    printf '%b' "$2" | PLANKWRIGHT_DAY=$1 "$program" --text --data $D >out.txt 2>err.txt
    code=$?
}
day() { date -d "+$1 days" +%Y-%m-%d; }
if day 1 >/dev/null 2>&1; then
    list "$(day 0)" ''
    check 'a plan: not on the day it was made' out_silent_about 'If it is five'
    check 'the library suggests something' out_says 'Next for you: '
    check 'a booster: not yet' out_silent_about 'For today'
    list "$(day 1)" 'not yet\nquit\n'
    check 'a plan: the day after' out_says 'If it is five, then I ring Ines.'
    check 'a plan: put off' out_says 'Then it comes back in 2 days.'
    list "$(day 2)" 'did\nquit\n'
    check 'a plan: not on the next' out_silent_about 'If it is five'
    check 'a plan: nobody asks' out_says 'Type a number or an id from the list'
    check 'a booster: two days after' out_says 'For today, three minutes'
    list "$(day 3)" 'did\nquit\n'
    check 'a plan: again' out_says 'If it is five, then I ring Ines.'
    check 'a plan: done' out_says 'Good. It is kept'
    list "$(day 9)" ''
    check 'a plan: done is done' out_silent_about 'If it is five'
    run data export --data $D
    check 'a plan: in the export' out_says '"answer":"did it"'
fi

# Places that were marked, the record, the plans: by lines.
text 'sign\nleft\nmark by the tree\nright\nquit\n' --fresh
check 'a place is marked' out_says 'This place is kept.'
run play work/small --text --data $D </dev/null
check 'the play goes on behind it' out_says 'after 3 choices'
printf 'record\nplans\nplaces\np9\np1\nquit\n' | "$program" --text --data $D >out.txt 2>err.txt
check 'the list says what there is' out_says 'Yours: record, plans, places.'
check 'the record: how it ended' out_says 'Small. Outside.'
check 'the record: the bridge in words' out_says 'The bridge to Ines:'
check 'the plans: what became of it' out_says 'You did it.'
check 'the places: by name' out_says 'p1. by the tree: Small'
check 'no ninth place' out_says 'Type a number or an id from the list'
check 'back to the place' out_says 'after 2 choices'
printf 'forget p2\nforget p1\nplaces\nquit\n' | "$program" --text --data $D >out.txt 2>err.txt
check 'a place is removed' out_says 'not kept any more'
check 'it is not there any more' out_silent_about 'by the tree'

# For how long.
run data keep 0 --data $D
check 'no days' code_is 2
run data keep 30 --data $D
check 'thirty days' out_says 'kept: 30 days'
run data keep --data $D
check 'thirty days, still' out_says 'kept: 30 days'
tomorrow=$(date -d '+31 days' +%Y-%m-%d 2>/dev/null)
if [ -n "$tomorrow" ]; then
    check 'the words are in the file' grep -q 'old lime tree' $D/plankwright.db
    PLANKWRIGHT_DAY=$tomorrow "$program" play work/small --text --data $D <work/small/scenario.lua >out.txt 2>err.txt
    PLANKWRIGHT_DAY=$tomorrow "$program" data export --data $D >out.txt 2>err.txt
    check 'a month later they are gone' out_silent_about 'old lime tree'
    check 'really' test "$(cat $D/plankwright.db* | grep -c 'old lime tree')" -eq 0
fi

# Gone.
run data delete --data $D
check 'not by a slip' code_is 2
check 'not by a slip: nothing was' test -f $D/plankwright.db
run data delete --yes --data $D
check 'deleted' code_is 0
check 'deleted: really' test ! -e $D/plankwright.db
check 'deleted: not the scenarios' test -f $D/scenarios/small/scenario.lua
check 'deleted: not of the other' test -f $D/profiles/2/plankwright.db
run profile --data $D
check 'deleted: she is left, and plays' out_says '* 1. Zoë'
text 'sign\nleft\n'
run profile remove Zoë --data $D
check 'a profile: not by a slip' code_is 2
run data delete --everyone --yes --data $D
check 'everybody' code_is 0
check 'everybody: really' test -z "$(find $D -name '*.db*' -o -name '*.txt')"
run profile --data $D
check 'as on the first day' out_says '* 1. You'
finish
