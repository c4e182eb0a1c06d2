#!/bin/sh
# Every shipped scenario, played some way and then edited as authors do without meaning to change what a
# choice means: a line more before every choice, and a colleague more. All of the way is there again.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
edited=0
for folder in "$PLANKWRIGHT_SOURCE"/scripts/scenarios/*/; do
    id=$(basename "$folder")
    cp -r "$folder" work/"$id"
    # As many answers as do not end it.
    for answers in '1\n2\n1\n1\n2\n1\n1\n2\n1\n1\n' '1\n2\n1\n1\n2\n' '1\n2\n'; do
        rm -rf data
        printf "$answers" | "$program" play work/"$id" --text --seed 3 --data data >out.txt 2>err.txt
        code=$?
        check "$id: played" code_is 0
        "$program" play work/"$id" --text --data data </dev/null >out.txt 2>/dev/null
        before=$(tr '\n' ' ' <out.txt | sed -n 's/.* after \([0-9]*\) choices.*/\1/p')
        [ -z "$before" ] || break
    done
    check "$id: some way" [ -n "$before" ]
    for file in work/"$id"/*.lua; do
        sed 's/^\( *\)choice {/\1"It is a quarter past something.", choice {/' "$file" >work/new
        cmp -s "$file" work/new || edited=$((edited + 1))
        mv work/new "$file"
    done
    echo 'person "zoe-new" { name = "Zoe New" }' >>work/"$id"/scenario.lua
    "$program" play work/"$id" --text --data data </dev/null >out.txt 2>err.txt
    code=$?
    check "$id: goes on" code_is 0
    tr '\n' ' ' <out.txt | tr -s ' ' >work/said
    check "$id: the same way, all of it" \
        grep -q "All of your $before choices are still in it and mean the same" work/said
done
check 'something was edited' [ "$edited" -ge 4 ]
finish
