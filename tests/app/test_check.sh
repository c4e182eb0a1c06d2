#!/bin/sh
# What `check` prints: places, methods, ways that can be pasted, JSON, exit codes, the limit.
. "$(dirname "$0")/expect.inc"
probes=$PLANKWRIGHT_SOURCE/tests/explore/probes

# pasted: runs the line that begins with "plankwright play" as it stands there.
pasted() {
    grep '^plankwright play ' work/said.txt | head -1 >work/line
    [ -s work/line ] || return 1
    PATH=$PWD/work/bin:$PATH sh work/line >out.txt 2>err.txt
    code=$?
}
mkdir -p work/bin
ln -sf "$program" work/bin/plankwright

run check "$probes/p03_soft_lock.lua"
cp out.txt work/said.txt
check 'a soft-lock is an error' code_is 1
check 'its code and line' out_says 'p03_soft_lock.lua:14: error PW-801: no option is open here in scene "table"'
check 'the method' out_says 'proved, in 50 % of fair plays; the shortest way there, 1 choice:'
check 'why' out_says 'cause: 2 options here: 2 closed by when'
check 'the summary' out_says '1 error, 0 warnings'
pasted
check 'its line can be pasted' out_says 'The tea is poured.'
check 'and leads to it' out_says 'no option is open here'

run check "$probes/c13_chance.lua"
cp out.txt work/said.txt
pasted
check 'a way through a draw leads there too' out_says 'no option is open here'
check 'with a seed' grep -q -- '--seed [0-9][0-9]* ' work/line

run check "$probes/p05_no_way_there.lua"
check 'warnings alone are no failure' code_is 0
check 'a scene without a way' out_says 'warning PW-812: no way leads to scene "attic"'
check 'what follows from it is not told' out_silent_about 'scene "loft"'
check 'but counted' out_says 'only follow from these'
run check "$probes/p05_no_way_there.lua" --strict
check 'with --strict they are' code_is 1

run check "$probes/p03_clean.lua" --strict
check 'a clean one' code_is 0
check 'says nothing' out_silent_about PW-

run check "$probes/p05_no_way_there.lua" --limit 3
check 'bounded: no failure' code_is 0
check 'bounded: says so' out_says 'bounded: there are more'
check 'bounded: never is not said' out_silent_about 'no way leads'
check 'bounded: a note' out_says 'note PW-812: scene "attic" was not met'
run check "$probes/p05_no_way_there.lua" --limit 3 --strict
check 'a note is never a failure' code_is 0
run check "$probes/p03_soft_lock.lua" --limit 1
check 'bounded: plays go on' code_is 1
check 'bounded: and say so' grep -q 'met in 1000 of [0-9]* seeded plays' out.txt
cp out.txt work/said.txt
pasted
check 'bounded: the way of a play can be pasted' out_says 'no option is open here'

run check "$probes/p03_soft_lock.lua" "$probes/p03_clean.lua" --json
check 'JSON: the exit code' code_is 1
check 'JSON: an object a scenario' test "$(wc -l <out.txt)" -eq 2
for part in '"method":"complete"' '"code":"PW-801"' '"severity":"error"' '"method":"proved"' '"line":14' '"chance":0.5' \
    '"way":{"seed":1,"choices":"morning.stand","choice_count":1,"command":"plankwright play ' '"findings":[]' '"coupling":null'; do
    check "JSON: $part" out_says "$part"
done
if command -v python3 >/dev/null; then
    check 'JSON: can be read' python3 -c 'import json; [json.loads(l) for l in open("out.txt")]'
fi
run check "$probes/c06_left_open.lua"
check 'a promise that some ways leave open' out_says 'left open   note in'
run check "$probes/c06_unharmed.lua"
check 'none that is always settled' out_silent_about 'left open'
run check "$probes/c06_left_open.lua" --json
check 'JSON: such a promise, and a way there' out_says '"left_open":[{"id":"note","plays":'
check 'JSON: the way ends before it is due' out_says '"choices":"morning.leave"'
run check "$probes/p02_clean.lua" --json
check 'JSON: a function keeps nothing from being made smaller' out_says '"coupling":null'
run check "$probes/p02_clean.lua" --json --limit 5
check 'JSON: what keeps it from being made smaller' out_says '"coupling":"the trust of 1 of 1 colleagues could not be taken apart'

mkdir -p 'work/a room'
cp "$probes/p04_loop.lua" 'work/a room/scenario.lua'
run check 'work/a room'
cp out.txt work/said.txt
check 'a loop' out_says 'error PW-803: no ending can be reached from here any more'
pasted
check 'a name with a space can be pasted too' out_says 'A door.'

# A hole in a text: the mark stands under it, and the way leads there.
run check "$probes/c25_nobody.lua"
cp out.txt work/said.txt
check 'nobody was chosen' out_says 'c25_nobody.lua:19: warning PW-836: {who} is empty here on some way'
check 'nobody was chosen: the mark' grep -q '^      |                ^~~~~ *$' out.txt
pasted
check 'nobody was chosen: the hole is seen' out_says ' hears nothing.'

# A time that nobody comes to is proved from the text, however many states are walked.
run check "$probes/c26_over.lua" --strict --limit 1
check 'over: a warning' out_says 'c26_over.lua:17: warning PW-838: scene "yesterday" is at Mon 16:00, which is always over by then'
check 'over: with --strict it counts' code_is 1
# However seldom, it is said in words that are true; and a program gets a number that is not zero.
run check "$probes/p04_counts.lua"
check 'seldom: one in so many' out_says 'proved, in one fair play of 32; the shortest way there, 5 choices:'
run check "$probes/p04_counts.lua" --json
check 'seldom: JSON' out_says '"chance":0.03125,'
cp "$probes/p04_counts.lua" work/rare.lua
sed -i 's/to = 15/to = 90/; s/at_least(n, 4)/at_least(n, 60)/' work/rare.lua
run check work/rare.lua
check 'hardly ever: in words' out_says 'fewer than one fair play of a million'
run check work/rare.lua --json
check 'hardly ever: no zero' out_says '"chance":4.33680869e-19,'
sed 's/option "in"  "Go in." { go "queue" }/option "in"  "Go in." { go "queue" }, option "by" "Go in by the door." { ask(ines), go "queue" }/' "$probes/p04_waits.lua" >work/often.lua
run check work/often.lua
check 'often: in a hundred' out_says 'proved, in 67 % of fair plays'
run check "$PLANKWRIGHT_SOURCE/tests/explore/data/waits.lua" --strict
check 'only where the clock stops: no failure' code_is 0
check 'only where the clock stops: a note' out_says "note PW-803: who only waits, until the story's clock stops after 45 days"
check 'only where the clock stops: it is proved' out_silent_about 'no proof'

# How long a way is: of those that have an end.
run check "$probes/p04_loop.lua"
check 'a loop: the size is of plays with an end' grep -q 'one way: 2 choices, ' out.txt
check 'a loop: those without one are counted' sh -c 'tr -s "\n " " " <out.txt | grep -q "a minute or less, without 1,000 of [0-9,]* plays that had no end after 2,000 choices; "'
run check "$probes/p04_loop.lua" --json
check 'a loop: JSON' out_says '"endless_plays":1000,'
check 'a loop: minutes in JSON' out_says '"minutes":0.5,'
sed 's/title = "Probe"/title = "Probe", minutes = 30/; s/go "noon" },$/go "one" },/; /^scene "noon"/d; /^scene "home"/d' "$probes/p04_loop.lua" >work/endless.lua
run check work/endless.lua
check 'without an end: no length' sh -c 'tr -s "\n " " " <out.txt | grep -q "one way: none of 1,000 plays had an end after 2,000 choices; "'
check 'without an end: minutes are not judged' out_silent_about PW-831

# A warning about what never happens: a way to where it can be seen.
run check "$probes/c02_option.lua"
cp out.txt work/said.txt
check 'closed: a way to the choice' out_says 'proved; a way to where it is, 1 choice:'
pasted
check 'closed: it can be pasted' out_says 'Noon.'

run check "$probes/c02_option.lua" --json
check 'closed: JSON' out_says '"command":"plankwright play '"$probes/c02_option.lua"' --seed 1 --choices morning.work","shortest":false}'
run check "$probes/p03_soft_lock.lua" --json
check 'the shortest: JSON' out_says '"shortest":true}'

# The figures are those of the graph: what the engine adds (a one-on-one that nobody wrote) is not counted.
"$program" new work/tale >out.txt 2>err.txt
run check work/tale
check 'options: those that are written' out_says '3 scenes, 12 options, 3 endings'
check 'options: as graph says' sh -c '"$0" graph work/tale --format text 2>/dev/null | grep -q "3 scenes, 12 options, 3 endings"' "$program"
run check work/tale --json
check 'options: in JSON too' out_says '"options":12'
run check "$probes/p05_no_way_there.lua"
check 'one number is no range' out_silent_about '1 to 1 choices'

# A line for each, for those who listen and for editors: place, what it is, how to mend it, the way there.
run check "$probes/p03_soft_lock.lua" --plain
check 'plain: exit code' code_is 1
check 'plain: all of it in one line' grep -q 'p03_soft_lock.lua:14: error PW-801: no option is open here in scene "table"\. Cause: .*\. To mend: .*\. Known: proved, in 50 % of fair plays\. Way: plankwright play .* --choices morning.stand$' out.txt
check 'plain: no excerpt' out_silent_about ' | '
check 'plain: no mark' out_silent_about '^'
mkdir -p work/plain
printf 'scenaro { id = "plain" }\nscene "a" { ending "b" }\nscene "a" { ending "b" }\nending "b" { title = "B", kind = "apart", "B." }\n' >work/plain/scenario.lua
run check work/plain --plain
check 'plain: exit code of mistakes' code_is 1
check 'plain: a mistake' out_says 'work/plain/scenario.lua:1:1: error PW-105: "scenaro" was never declared. did you mean "scenario"?'
check 'plain: another place of it' out_says 'To mend: the other one stands in scenario.lua, line 2: give one of them another name. Line 2: first declared here.'
check 'plain: each mistake is one line' test "$(wc -l <out.txt)" -eq "$(($(grep -c ': error PW-' out.txt) + 1))"

# The line of a mistake fits into a terminal of eighty columns, wherever in it the mark is.
mkdir -p work/wide
for at in 1 60 120; do
    printf 'scenario { id = "wide", title = "W", days = { "Mon" } }\nlocal jo = person "jo" { name = "Jo" }\nscene "a" {%*s jo "%s", promisse(jo), "%s", ending "b" }\nending "b" { title = "B", kind = "apart", "B." }\n' \
        "$at" '' "Äh, that is a line of some length, as they are." "And another one behind it, so that it is cut there." >work/wide/scenario.lua
    run check work/wide
    check "a long line, $at: its mark" out_says '^~~~~~~~'
    check "a long line, $at: eighty columns" \
        sh -c '! grep "^ *[0-9]* |" out.txt | sed "s/…/x/g; s/Ä/x/g" | grep -q "^.\{81\}"'
done

# The first file under another name.
mkdir -p work/wrong work/empty
cp "$probes/p03_clean.lua" work/wrong/scenario.lua.txt
run check work/wrong
check 'no scenario.lua: exit code' code_is 1
check 'no scenario.lua: says so' out_says 'error PW-101: there is no scenario.lua in this folder'
check 'no scenario.lua: says what there is' out_says 'there is scenario.lua.txt'
run check work/empty
check 'an empty folder: what to do' out_says 'plankwright new makes one'

# Nothing shipped has an error, and what is proved of The Late Brief stays so.
for folder in "$PLANKWRIGHT_SOURCE"/scripts/scenarios/*/; do
    run check "$folder" --limit 10000
    check "$(basename "$folder") has no error" code_is 0
done
finish
