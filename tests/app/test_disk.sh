#!/bin/sh
# A disk that will not: full, read-only, damaged, shared. A clear message, nothing lost, play goes on.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
small
play() { # play <lines> <arguments>
    lines=$1
    shift
    printf '%b' "$lines" | "$program" play work/small --text "$@" >out.txt 2>err.txt
    code=$?
}

# A place that cannot be made: a file where the folder should be.
: >work/file
play 'sign\nleft\nout\n' --data work/file/data
check 'no such place: plays to the end' out_says 'The end: Outside'
check 'no such place: exit code' code_is 0
check 'no such place: says so' err_says 'you can play, but it will not be kept'

# As another user where that is possible: a folder that may only be read, with a playthrough in it.
play 'sign\nleft\n' --data work/kept
cp -R work/kept work/kept.before
if [ "$(id -u)" -ne 0 ]; then
    chmod -R a-w work/kept
    play '' --data work/kept
    check 'read-only: goes on in memory' out_says 'after 2 choices'
    check 'read-only: says so' err_says 'it will not be kept'
    chmod -R u+w work/kept
    check 'read-only: untouched' cmp -s work/kept/plankwright.db work/kept.before/plankwright.db
fi

# A disk that fills up while playing: files may not grow over a limit of some blocks.
many='sign\n'
i=0
while [ "$i" -lt 300 ]; do
    many="${many}left\nright\n"
    i=$((i + 1))
done
play 'sign\n' --data work/full
(
    ulimit -f 80
    printf '%b' "${many}out\n" | "$program" play work/small --text --data work/full 2>err.txt | grep -F 'The end' >out.txt
)
code=$?
check 'full disk: plays to the end' out_says 'The end: Outside'
check 'full disk: exit code' code_is 0
(
    ulimit -f 80
    printf '%b' "$many" | "$program" play work/small --text --data work/full 2>/dev/null | grep -F 'not kept yet' >out.txt
)
code=$?
check 'full disk: told' out_says 'not kept yet, in work/full/plankwright.db'
check 'full disk: told once, not at each choice' test "$(grep -c . out.txt)" -le 2
play '' --data work/full
check 'full disk: what was kept is there' out_says 'You go on where you were'

# A damaged file.
play 'sign\nleft\nask\n' --data work/damaged
head -c 20000 /dev/urandom >work/damaged/plankwright.db
rm -f work/damaged/plankwright.db-wal work/damaged/plankwright.db-shm
play 'sign\n' --data work/damaged
check 'damaged: plays' out_says 'A table.'
check 'damaged: told' err_says 'was moved aside to work/damaged/plankwright-damaged-1.db'
check 'damaged: the old file is there' test -s work/damaged/plankwright-damaged-1.db
play '' --data work/damaged
check 'damaged: keeps again' out_says 'after 1 choice'
check 'damaged: told once' err_silent

# Damaged in the middle: what can be read is there.
play 'sign\nleft\nask\n' --data work/torn
dd if=/dev/urandom of=work/torn/plankwright.db bs=1 seek=200 count=60 conv=notrunc 2>/dev/null
play '' --data work/torn
check 'torn: no crash' code_is 0

# Two programs in one playthrough.
play 'sign\n' --data work/two
mkfifo work/first work/second
"$program" play work/small --text --data work/two <work/first >work/first.txt 2>&1 &
first=$!
exec 3>work/first
"$program" play work/small --text --data work/two <work/second >work/second.txt 2>&1 &
second=$!
exec 4>work/second
wait_for 'Round it goes.' work/first.txt
wait_for 'Round it goes.' work/second.txt
printf 'left\n' >&3
wait_for 'Left, then.' work/first.txt
printf 'right\n' >&4
exec 3>&- 4>&-
wait "$first" "$second"
code=$?
cp work/second.txt out.txt
: >err.txt
check 'two programs: both end well' code_is 0
check 'two programs: the second is told' out_says 'goes on in another Plankwright too'
finish
