#!/bin/sh
# A crash leaves a report that can be read, and no choice is lost by it.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
small
if "$program" --version | grep -q 'address'; then
    echo "the sanitizers have reports of their own"
    exit 0
fi
mkfifo work/in
"$program" play work/small --text <work/in >out.txt 2>err.txt &
child=$!
exec 3>work/in
printf 'sign\nleft\n' >&3
wait_for 'Left, then' out.txt
kill -SEGV "$child"
wait "$child"
code=$?
exec 3>&-
check 'dies of its signal' test "$code" -gt 128
check 'says where the report is' err_says "$PWD/state/plankwright/crash-"
report=$(ls state/plankwright/crash-*.txt)
for words in 'Plankwright ' 'SIGSEGV' 'scenario: small' 'last choices: table.sign round.left' 'backtrace:'; do
    check "the report says: $words" grep -qF -- "$words" "$report"
done
check 'the log is there' grep -q 'start small' state/plankwright/log.txt
printf 'history\n' | "$program" play work/small --text >out.txt 2>err.txt
code=$?
check 'both choices are there' out_says 'after 2 choices'

# The log turns over at one megabyte.
head -c 1100000 /dev/zero | tr '\0' 'x' >state/plankwright/log.txt
run play work/small --text </dev/null
check 'the log is turned over' test -s state/plankwright/log.old.txt
check 'the new log is small' test "$(wc -c <state/plankwright/log.txt)" -lt 10000
finish
