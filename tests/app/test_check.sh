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
check 'the method' out_says 'proved, in one fair play of 2'
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
run check "$probes/p02_clean.lua" --json
check 'JSON: what keeps it from being made smaller' out_says '"coupling":"the function at p02_clean.lua:20 may read anything'

mkdir -p 'work/a room'
cp "$probes/p04_loop.lua" 'work/a room/scenario.lua'
run check 'work/a room'
cp out.txt work/said.txt
check 'a loop' out_says 'error PW-803: no ending can be reached from here any more'
pasted
check 'a name with a space can be pasted too' out_says 'A door.'

# Nothing shipped has an error, and what is proved of The Late Brief stays so.
for folder in "$PLANKWRIGHT_SOURCE"/scripts/scenarios/*/; do
    run check "$folder" --limit 10000
    check "$(basename "$folder") has no error" code_is 0
done
finish
