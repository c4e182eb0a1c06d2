#!/bin/sh
# The three boosters: short, proved without a finding, each about a real promise, and not on the shelf.
here=$(dirname "$0")
. "$here/expect.inc"
for n in 1 2 3; do
    folder=$PLANKWRIGHT_SOURCE/scripts/scenarios/booster-$n
    run check --strict "$folder"
    check "booster-$n: nothing to find" code_is 0
    check "booster-$n: all of it was walked" out_says 'complete: what is said of it is proved'
    words=$(tr '\n' ' ' <out.txt | tr -s ' ' | sed -n 's/.* \([0-9]*\) to \([0-9]*\) words, about.*/\1 \2/p')
    check "booster-$n: 200 to 400 words a way (${words:-not said})" \
        test "${words% *}" -ge 200 -a "${words#* }" -le 400
    check "booster-$n: says that it is one" grep -q 'kind = "booster", minutes = 3' "$folder/scenario.lua"
    check "booster-$n: four recorded ways" test "$(ls "$folder"/tests/*.play | wc -l)" -ge 4
    # Two and three choices to a way, and each way has a plan to take home.
    for way in "$folder"/tests/*.play; do
        choices=$(sed -n 's/^choices: //p' "$way" | tr ',' '\n' | wc -l)
        check "$way: two or three choices" test "$choices" -ge 2 -a "$choices" -le 3
        check "$way: a plan" grep -q '^If ' "$way"
    done
    printf 'quit\n' | "$program" play booster-$n --text --data data >out.txt 2>err.txt
    code=$?
    check "booster-$n: can be played by its name" code_is 0
    rm -r data
done
printf 'quit\n' | "$program" play --text --data data >out.txt 2>err.txt
check "they do not stand on the shelf" out_silent_about '(booster-'
check "the others do" out_says '(step-one'
finish
