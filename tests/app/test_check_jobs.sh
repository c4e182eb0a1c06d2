#!/bin/sh
# `check` with several scenarios: whatever --jobs says, the same bytes in the same order, on a file and on a terminal;
# one that is killed is named and the others are told of all the same; nothing goes on when the program has ended.
. "$(dirname "$0")/expect.inc"
probes=$PLANKWRIGHT_SOURCE/tests/explore/probes

# How long it took stands in the text, and where its lines break hangs on how long that is.
but_for_seconds() { tr -s '\r\n ' '   ' | sed 's/; [0-9.]* s\([ ;(]\)/; N s\1/g'; }

# same <arguments>: the same output, messages and exit code with 1 and with $several at once; $but is what may differ.
same() {
    run check "$@" --jobs 1
    alone=$code
    $but <out.txt >work/alone.txt
    cp err.txt work/alone.err
    run check "$@" --jobs "$several"
    check "$several at once: the exit code of $*" code_is "$alone"
    $but <out.txt >work/more.txt
    check "$several at once: the output" cmp work/alone.txt work/more.txt
    check "$several at once: the messages" cmp work/alone.err err.txt
}

but=cat
several=2
same "$probes"/*.lua --limit 1000 --json
check 'all probes: findings' test "$alone" -eq 1
check 'all probes: an object each' test "$(wc -l <work/alone.txt)" -eq "$(ls "$probes" | wc -l)"
several=5
but=but_for_seconds
same "$probes"/p0[34]*.lua --limit 1000
check 'as text: each is there' test "$(grep -c '^explored ' out.txt)" -eq "$(ls "$probes"/p0[34]* | wc -l)"
check 'as text: a blank line between two' test "$(grep -B 1 '^probe ' out.txt | grep -c '^$')" -eq \
    "$(($(ls "$probes"/p0[34]* | wc -l) - 1))"
several=2

# The first takes longest, one is not there, one cannot be read, one has an error, one a warning.
echo 'scenario { id = ' >work/torn.lua
same late-brief work/nowhere.lua work/torn.lua "$probes/p03_soft_lock.lua" "$probes/p05_no_way_there.lua" --limit 5000
check 'mixed: the worst exit code' test "$alone" -eq 3
check 'mixed: what is missing is said' grep -q 'there is nothing at work/nowhere.lua' work/alone.err
grep -o '^late-brief \|torn.lua:[0-9]*:[0-9]*: error\|p03_soft_lock.lua:14\|no way leads to scene "attic"' out.txt >work/order
check 'mixed: in the order given' test "$(sed 's/:.*//' work/order | tr '\n' ' ')" = \
    'late-brief  torn.lua p03_soft_lock.lua no way leads to scene "attic" '
same "$probes/p03_clean.lua" "$probes/p05_no_way_there.lua" --strict
check 'strict: a warning counts' test "$alone" -eq 1
same "$probes/p03_clean.lua" "$probes/p05_no_way_there.lua"
check 'not strict: it does not' test "$alone" -eq 0

for wrong in 0 65 many; do
    run check "$probes/p03_clean.lua" --jobs "$wrong"
    check "--jobs $wrong" code_is 2
    check "--jobs $wrong: one line" err_lines 1
done

# A terminal: colours, and the line for whoever waits.
if script --version >/dev/null 2>&1; then
    on_terminal() {
        TERM=xterm script -qec "'$program' check '$probes/p03_soft_lock.lua' work/torn.lua '$probes/p03_clean.lua' --jobs $1" \
            /dev/null </dev/null >out.txt 2>&1
        but_for_seconds <out.txt >"work/terminal$1.txt"
    }
    : >err.txt
    code=0
    on_terminal 1
    on_terminal 2
    check 'a terminal: who waits is told' test "$(grep -c 'Walking every way' out.txt)" -eq 2
    check 'a terminal: colours' grep -q "$(printf '\033')\\[1;31m" out.txt
    check 'a terminal: the same' cmp work/terminal1.txt work/terminal2.txt
fi

# Nothing can be written.
if [ -e /dev/full ]; then
    for jobs in 1 2; do
        "$program" check "$probes/p03_soft_lock.lua" "$probes/p03_clean.lua" --jobs "$jobs" >/dev/full 2>err.txt
        code=$?
        : >out.txt
        check "a full disk, $jobs at once" code_is 4
        check "a full disk, $jobs at once: is said" err_says 'standard output cannot be written'
        check "a full disk, $jobs at once: once" err_lines 1
    done
fi

# Practice takes seconds, on a slow machine minutes: it begins first and is ended.
children() { ps -o pid= --ppid "$1" 2>/dev/null | tr -d ' ' | sort -n; }
one_at_least() {
    tries=0
    while [ -z "$(children "$child")" ] && [ "$tries" -lt 600 ]; do
        tries=$((tries + 1))
        sleep 0.05
    done
}
if [ -n "$(ps -o pid= --ppid $$ 2>/dev/null)" ]; then
    "$program" check "$probes/p03_clean.lua" practice "$probes/p05_no_way_there.lua" --jobs 2 >out.txt 2>err.txt &
    child=$!
    one_at_least
    kill -KILL "$(children "$child" | head -1)"
    wait "$child"
    code=$?
    check 'killed: the exit code' code_is 4
    check 'killed: which' err_says 'the work on practice has been ended before it was done: Killed'
    check 'killed: the one before' out_says '12 states, 16 steps'
    check 'killed: the one after' out_says 'no way leads to scene "attic"'

    "$program" check practice nobody-on-the-other-side --jobs 2 >out.txt 2>err.txt &
    child=$!
    one_at_least
    left=$(children "$child")
    kill -KILL "$child"
    wait "$child" 2>/dev/null
    code=$?
    tries=0
    while kill -0 $left 2>/dev/null && [ "$tries" -lt 600 ]; do
        tries=$((tries + 1))
        sleep 0.05
    done
    check 'whoever ends the program ends its children' test "$tries" -lt 600
fi
finish
