#!/bin/sh
# kill -9 at random moments while choices come in: each one whose lines were shown is there afterwards, and the
# state fits its checkpoint. Three kills; PLANKWRIGHT_SLOW=1: 200.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
small
kills=3
[ "${PLANKWRIGHT_SLOW:-0}" = 1 ] && kills=200
mkfifo work/in
before=0
n=0
patience=1 # on a slow machine nothing may have come so far yet: then longer and longer
while [ "$n" -lt "$kills" ] || { [ "$before" -le "$n" ] && [ "$patience" -lt 128 ]; }; do
    [ "$n" -lt "$kills" ] || patience=$((patience * 2))
    n=$((n + 1))
    "$program" play work/small --text <work/in >out.txt 2>err.txt &
    child=$!
    exec 3>work/in
    # Choices as fast as they are taken, until the program is gone.
    {
        i=0
        [ "$before" -eq 0 ] && echo sign
        while [ "$i" -lt 3000 ] && echo left && echo right; do
            i=$((i + 1))
        done
    } >&3 2>/dev/null &
    writer=$!
    exec 3>&-
    sleep "$(od -An -N2 -tu2 /dev/urandom | awk '{ printf "%.3f", '$patience' * (20 + $1 % 180) / 1000 }')"
    kill -9 "$child"
    wait "$child" 2>/dev/null
    wait "$writer" 2>/dev/null
    shown=$(grep -c '^> ' out.txt)
    [ "$before" -gt 0 ] && [ "$shown" -gt 0 ] && shown=$((shown - 1)) # the last one is told again first
    printf 'quit\n' | "$program" play work/small --text >out.txt 2>err.txt
    code=$?
    kept=$(sed -n 's/.*after \([0-9]*\) choice.*/\1/p' out.txt)
    [ -n "$kept" ] || kept=0
    check "kill $n: starts again" code_is 0
    check "kill $n: $kept choices are kept, $before were there and $shown shown" \
        test "$kept" -ge "$((before + shown))"
    check "kill $n: the state fits" out_silent_about 'mistake in the program'
    check "kill $n: nothing was damaged" err_silent_about_damage
    before=$kept
done
[ "$before" -gt "$n" ] || { echo "FAILED: only $before choices came through"; failures=1; }
echo "$n kills, $before choices kept"
finish
