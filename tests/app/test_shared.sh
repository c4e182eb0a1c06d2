#!/bin/sh
# A scenario that uses a piece of scripts/lib: it goes along when the scenario is packed, and what is installed then
# plays with the piece it was packed with, whatever the program has.
. "$(dirname "$0")/expect.inc"

mkdir -p work/late
cat >work/late/scenario.lua <<'END'
local lateness = include "lib/lateness"
scenario { id = "late", title = "The Key", author = "Nobody", licence = "CC0-1.0", days = { "Mon", "Tue" } }
local otis = person "otis" { name = "Otis Grant" }
local key = commitment "key" { kind = "meet", by = otis, to = "player", what = "the key", due = "Tue 09:00" }
scene "monday" { at = "Mon 16:00", promise(key),
  choice { option "nod" "Nod." { }, option "ask" "“Nine?”" { ask(otis) } },
  go "tuesday" }
scene "tuesday" { at = "Tue 08:45",
  lateness.comes(key, 1, 2, { late = { "No key." }, there = { "A key." } }),
  spend { hours = 1 }, ending "key" }
ending "key" { title = "The key", kind = "together", "It's cold." }
END
run pack work/late -o work/late.plank
check 'pack: exit code' code_is 0
run install work/late.plank --data work/data
check 'install: exit code' code_is 0
installed=work/data/scenarios/late
check 'install: the piece is there' cmp -s "$installed/lib/lateness.lua" "$PLANKWRIGHT_SOURCE/scripts/lib/lateness.lua"

# Changed where it was installed: what lies in the scenario goes first.
sed 's/lists.there or {}/lists.there or {}, "Kept here."/' "$installed/lib/lateness.lua" >work/changed
cp work/changed "$installed/lib/lateness.lua"
for seed in 1 2 3 4 5 6; do
    run play "./$installed" --choices nod --seed "$seed"
    cat out.txt
done >work/all.txt
check 'play: its own piece' grep -q 'Kept here' work/all.txt
check 'play: and the other outcome' grep -q 'No key' work/all.txt
finish
